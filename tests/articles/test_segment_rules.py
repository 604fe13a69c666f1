"""One test for each rule that tells the text of a page from its furniture."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Article, SegmentKind

BODY = (
    "Der Stadtrat von Ostrau hat am Dienstag über den Umbau der Brücke gestritten. Die Kosten sind umstritten.\n\n"
    "„Wir haben kein Geld“, sagte Kämmerin Lea Busch. Der Umbau der Brücke koste neun Millionen Euro.\n\n"
    "Baudezernent Nils Harms widersprach der Kämmerin. Die Brücke sei in zwei Jahren fertig, sagte er.\n"
)
ENGLISH = (
    "The town council of Ashmere argued about the bridge on Tuesday. The cost of the bridge is in dispute.\n\n"
    '"We have no money," treasurer Lea Bush said. Rebuilding the bridge would cost nine million pounds.\n\n'
    "Planning chief Neil Harms contradicted the treasurer. The bridge would be ready in two years, he said.\n"
)


def kinds(article: Article) -> dict[str, SegmentKind]:
    return {article.text[one.start : one.end]: one.kind for one in article.segments}


def read(text: str, language: str = "de") -> dict[str, SegmentKind]:
    return kinds(article_from_text(text, language=language))


def out(text: str, line: str, language: str = "de") -> SegmentKind:
    """The kind of ``line``; nothing of the body may be lost on the way."""
    found = read(text, language)
    body = BODY if language == "de" else ENGLISH
    for paragraph in filter(None, body.split("\n")):
        assert found[paragraph] in (SegmentKind.BODY, SegmentKind.LEAD), paragraph
    return found[line]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Startseite > Lokales > Ostrau", SegmentKind.FURNITURE),
        ("Lokales | Sport | Kultur", SegmentKind.FURNITURE),
        ("4 Min. Lesezeit", SegmentKind.FURNITURE),
        ("Wir verwenden Cookies, um unser Angebot zu verbessern.", SegmentKind.FURNITURE),
        ("Artikel teilen", SegmentKind.FURNITURE),
        ("Foto: Kim Ohm/Pool AFP/AP", SegmentKind.CAPTION),
        ("Die Brücke im Winter. Foto: Kim Ohm/dpa +++ dpa-Bildfunk +++", SegmentKind.CAPTION),
        ("Ein Radfahrer auf der Brücke (Archivbild)", SegmentKind.CAPTION),
        ("Bild: picture alliance", SegmentKind.CAPTION),
        ("Von Jule Amsel", SegmentKind.BYLINE),
        ("03.02.2025, 14:33 Uhr", SegmentKind.BYLINE),
        ("Montag, 3. Februar 2025", SegmentKind.BYLINE),
    ],
)
def test_lines_above_the_text(line: str, kind: SegmentKind) -> None:
    assert out(f"Streit um die Brücke in Ostrau\n{line}\n\n{BODY}", line) is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("dpa", SegmentKind.BYLINE),
        ("@ dpa.de", SegmentKind.BYLINE),
        ("(afp/red)", SegmentKind.BYLINE),
        ("Quelle: dpa", SegmentKind.BYLINE),
        ("© 2025 Reuters", SegmentKind.BYLINE),
        ("Kommentar verfassen", SegmentKind.FURNITURE),
        ("Lesen Sie auch: Wie die Brücke gebaut wurde", SegmentKind.TEASER),
        ("Alles zum Thema Ostrau", SegmentKind.TEASER),
        ("Melden Sie sich für unseren Newsletter an.", SegmentKind.FURNITURE),
        ("Schreiben Sie uns, was Sie von der Brücke halten.", SegmentKind.FURNITURE),
        ("https://ostrau.example/bruecke", SegmentKind.FURNITURE),
        ("Brücke bleibt zu (Ostrau, 01.02.2026 - 03:58) weiterlesen...", SegmentKind.TEASER),
        ("Jule Amsel ist Redakteurin im Lokalen.", SegmentKind.FURNITURE),
        ("Schlagworte: Ostrau, Brücke", SegmentKind.FURNITURE),
    ],
)
def test_lines_below_the_text(line: str, kind: SegmentKind) -> None:
    assert out(f"Streit um die Brücke in Ostrau\n\n{BODY}\n{line}\n", line) is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this article", SegmentKind.FURNITURE),
        ("Sign up for our newsletter", SegmentKind.FURNITURE),
        ("Read more: How the bridge was built", SegmentKind.TEASER),
        ("(afp)", SegmentKind.BYLINE),
        ("All rights reserved.", SegmentKind.BYLINE),
        ("Reporting by Ann Lee; editing by Bo Ray", SegmentKind.BYLINE),
        ("Comments (12)", SegmentKind.FURNITURE),
        ("Photo: Kim Ohm/AFP via Getty Images", SegmentKind.CAPTION),
    ],
)
def test_english_lines(line: str, kind: SegmentKind) -> None:
    text = f"Row over the bridge in Ashmere\n\n{ENGLISH}\n{line}\n"
    assert out(text, line, "en") is kind


def test_credit_glued_to_the_end_of_a_paragraph() -> None:
    found = read(BODY.rstrip() + " (afp/red)")
    assert found["(afp/red)"] is SegmentKind.BYLINE
    assert "Baudezernent Nils Harms widersprach der Kämmerin. Die Brücke sei in zwei Jahren fertig, sagte er." in found


def test_credit_between_two_texts_that_stick_together() -> None:
    found = read(BODY.rstrip() + " (dpa)Die Brücke wurde 1962 gebaut, sagte Harms später.")
    assert found["(dpa)"] is SegmentKind.BYLINE
    assert found["Die Brücke wurde 1962 gebaut, sagte Harms später."] is SegmentKind.BODY


def test_brackets_of_the_text_are_no_credit() -> None:
    text = BODY.replace("sagte er.", "sagte er (56). Die Partei (SPD) schweigt. Das Amt (AfU) prüft. (lacht)")
    found = read(text)
    assert not any(kind is SegmentKind.BYLINE for kind in found.values())


def test_stamp_glued_to_the_lead() -> None:
    lead = "In Ostrau streitet der Rat über eine Brücke. Es geht um viel Geld."
    article = article_from_text(f"Streit um die Brücke\n\n{lead} 18.02.2025 - 14:54 Uhr Quelle: dpa\n\n{BODY}")
    found = kinds(article)
    assert found[lead] is SegmentKind.LEAD
    assert found["18.02.2025 - 14:54 Uhr Quelle: dpa"] is SegmentKind.BYLINE
    assert article.published.value == "2025-02-18"
    assert article.agency == "dpa"


def test_caption_repeated_beside_the_credit() -> None:
    text = (
        "Streit um die Brücke\n\nEin Bagger steht in Ostrau neben der gesperrten Brücke am Ufer. Foto: Kim Ohm/dpa\n\n"
        f"Ein Bagger steht in Ostrau neben der gesperrten Brücke.\n\n{BODY}"
    )
    assert out(text, "Ein Bagger steht in Ostrau neben der gesperrten Brücke.") is SegmentKind.CAPTION


def test_caption_above_a_credit_line() -> None:
    caption = "Ein Bagger am Ufer.\nFoto: Kim Ohm"
    text = f"Streit um die Brücke\n\n{BODY}\n{caption}\n\nHarms sagte am Abend, er baue sie doch."
    assert out(text, "Ein Bagger am Ufer.") is SegmentKind.CAPTION


def test_last_paragraph_above_a_credit_line_is_body() -> None:
    text = f"Streit um die Brücke\n\n{BODY}\nDer Rat hält die Brücke für zu teuer.\nBildnachweis: Stadt Ostrau"
    assert out(text, "Der Rat hält die Brücke für zu teuer.") is SegmentKind.BODY


def test_headings_have_no_full_stop() -> None:
    first, second, third = (one for one in BODY.split("\n") if one)
    found = read(f"{first}\n\nKein Geld für die Brücke\n\n{second}\n\n{third}")
    assert found["Kein Geld für die Brücke"] is SegmentKind.HEADING


def test_kicker_glued_to_the_headline() -> None:
    article = article_from_text(f"Streit in OstrauBrücke wird wohl nie fertig\n\n{BODY}")
    assert article.title == "Brücke wird wohl nie fertig"
    assert kinds(article)["Streit in Ostrau"] is SegmentKind.FURNITURE


def test_camel_case_is_no_seam() -> None:
    article = article_from_text(f"EuroJet gewinnt Auftrag von TransTel\n\n{BODY}")
    assert article.title == "EuroJet gewinnt Auftrag von TransTel"


def test_author_and_date_behind_a_bar() -> None:
    article = article_from_text(f"Wer baut die Brücke in Ostrau | Jule Amsel. 21.10.2025.\n\n{BODY}")
    assert (article.title, article.author) == ("Wer baut die Brücke in Ostrau", "Jule Amsel")
    assert article.published.value == "2025-10-21"


def test_link_list_ends_where_the_story_resumes() -> None:
    text = (
        f"Streit um die Brücke\n\n{BODY}\nMehr zum Thema\n\nWas ein Rat darf\n\nFähren fahren wieder\n\n"
        "Harms will die Brücke trotzdem bauen. Er sprach am Abend von einem Missverständnis mit der Kämmerin."
    )
    found = read(text)
    assert found["Was ein Rat darf"] is SegmentKind.TEASER
    assert found["Fähren fahren wieder"] is SegmentKind.TEASER
    assert next(kind for line, kind in found.items() if line.startswith("Harms will")) is SegmentKind.BODY


def test_other_reports_reach_to_the_end() -> None:
    text = (
        f"Streit um die Brücke\n\n{BODY}\nWeitere Meldungen\n\nBrücke in Holm gesperrt\n\n"
        "Die Brücke in Holm bleibt gesperrt, teilte die Kämmerin mit.\n\nNeue Fähre in Ruhlau\n\n"
        "Eine Fähre soll die Brücke ersetzen, sagte Harms am Montag.\n"
    )
    found = read(text)
    after = list(found)[list(found).index("Weitere Meldungen") :]
    assert {found[line] for line in after} == {SegmentKind.TEASER}


def test_explainer_box_ends_where_the_story_resumes() -> None:
    text = (
        f"Streit um die Brücke\n\n{BODY}\nSchneller schlau: Bürgerentscheid\n"
        "Ein Bürgerentscheid ist eine Abstimmung aller Wahlberechtigten einer Gemeinde.\n"
        "Laut Gesetz muss ein Bürgerentscheid von zehn Prozent verlangt werden.\n\nStand: Januar 2026\n"
        "Ein Bürgerentscheid bindet den Rat zwei Jahre lang, heißt es im Gesetz.\n\n"
        "Kämmerin Busch hält den Umbau der Brücke für zu teuer. Harms will ihn dem Rat im Mai vorlegen.\n"
    )
    found = read(text)
    for start in ("Ein Bürgerentscheid ist", "Laut Gesetz", "Stand:", "Ein Bürgerentscheid bindet"):
        assert next(kind for line, kind in found.items() if line.startswith(start)) is SegmentKind.BOX, start
    assert next(kind for line, kind in found.items() if line.startswith("Kämmerin Busch")) is SegmentKind.BODY


def test_box_date_is_not_the_article_date() -> None:
    article = article_from_text(
        f"Streit um die Brücke\n\n{BODY}\nHintergrund\nDer Rat hat 40 Sitze.\nStand: 15.01.2026\n"
    )
    assert article.published.value == ""


def test_recommended_article_with_author() -> None:
    text = (
        f"Streit um die Brücke\n\n{BODY}\nBauen und Wohnen\n\nDie Stadt von morgen\n\n"
        "Wie Städte wachsen, ohne zu wuchern. Ein Gastbeitrag.\n\nvon Tobias Rehm\n\n"
        "Busch will im Rat gegen die Brücke stimmen, wie sie am Abend sagte.\n"
    )
    found = read(text)
    for line in ("Bauen und Wohnen", "Die Stadt von morgen", "von Tobias Rehm"):
        assert found[line] is SegmentKind.TEASER, line
    assert next(kind for line, kind in found.items() if line.startswith("Busch will")) is SegmentKind.BODY


def test_signature_at_the_end_keeps_the_last_paragraph() -> None:
    found = read(
        f"Streit um die Brücke\n\n{BODY}\nKein Ende in Sicht\n\nDer Rat tagt erneut im Mai.\n\nVon Jule Amsel\n"
    )
    assert found["Der Rat tagt erneut im Mai."] is SegmentKind.BODY
    assert found["Von Jule Amsel"] is SegmentKind.BYLINE


def test_bullets_are_body() -> None:
    line = "Die Kämmerin sagte, das Geld sei weg"
    found = read(f"Streit um die Brücke\n\n{BODY}\nDrei Stimmen gab es dazu:\n\n  • {line}\n  • Harms bestritt das\n")
    assert found[line] is SegmentKind.BODY


def test_interview_questions_do_not_count_as_address() -> None:
    question = "Glauben Sie, dass Sie die Brücke bezahlen können?"
    text = f"Streit um die Brücke\n\n{BODY}\n{question}\n\nDas sagte ich doch schon.\n"
    assert out(text, question) is SegmentKind.BODY


def test_pull_quote_is_read_once() -> None:
    pulled = "„Wir haben kein Geld“, sagte Kämmerin Lea Busch"
    text = f"Streit um die Brücke\n\n{BODY}\n{pulled}\n\nHarms sagte, er bleibe dabei.\n"
    assert out(text, pulled) is SegmentKind.TEASER


def test_comments_early_on_the_page_do_not_swallow_the_article() -> None:
    lead = "Der Rat kann sich nicht einigen, was die Brücke kosten darf."
    found = read(f"Streit um die Brücke in Ostrau\n\n{lead}\n\n12 Kommentare\n\n{BODY}")
    assert sum(kind is SegmentKind.BODY for kind in found.values()) >= 3


def test_readable_leaves_out_captions_and_boxes_by_default() -> None:
    article = article_from_text(f"Streit um die Brücke\n\n{BODY}\nHintergrund\nDer Rat hat 40 Sitze.\n")
    plain = {one.kind for one in article.readable()}
    assert plain <= {SegmentKind.TITLE, SegmentKind.LEAD, SegmentKind.BODY, SegmentKind.HEADING}
    assert SegmentKind.BOX in {one.kind for one in article.readable(frozenset({SegmentKind.BOX}))}

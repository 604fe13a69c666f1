"""Labels: the noun that the claims share, with who or where, never an adjective, an article or an empty noun."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from claims.articles import article_from_text
from claims.dates import date as dated
from claims.models import Article, Links, Statement
from claims.pipeline import analyse
from claims.topics import group
from claims.topics.naming import noun_form, short_name
from tests.conflicts.making import say_that


def labels(statements: Sequence[Statement]) -> list[str]:
    return [topic.label for topic in group(statements)[1]]


def stories(*told: tuple[str, str], language: str = "de", joined: bool = False) -> list[str]:
    """The labels of articles of one story, each with its title and one claim; ``joined``: all of one topic."""
    articles = [
        Article(id=f"a_{n}", text=f"{title}\n\n{claim}", title=title, language=language, sha256=str(n))
        for n, (title, claim) in enumerate(told)
    ]
    said = [
        say_that(claim, article=article.id, speaker=f"Quelle {article.id}", language=language, start=len(title) + 2)
        for article, (title, claim) in zip(articles, told, strict=True)
    ]
    said = [
        item for article in articles for item in dated(article, [one for one in said if one.article_id == article.id])
    ]
    links = Links(must_link=tuple(itertools.pairwise([item.id for item in said])) if joined else ())
    return [topic.label for topic in group(said, articles=articles, links=links)[1]]


def test_an_event_and_its_parties() -> None:
    found = labels(
        [
            say_that("Das Treffen zwischen Halvorsen und Kjeldahl sei für Mai vereinbart.", article="a"),
            say_that("Ein Treffen von Halvorsen und Kjeldahl sei nicht geplant.", article="b", speaker="Udo Rix"),
        ]
    )
    assert found in (["Treffen Halvorsen–Kjeldahl"], ["Treffen Kjeldahl–Halvorsen"])


def test_a_place_has_its_preposition() -> None:
    found = labels(
        [
            say_that("Die Schließung der Klinik in Ostrau sei beschlossen.", article="a"),
            say_that("Die Klinik in Ostrau bleibe erhalten.", article="b", speaker="Udo Rix"),
        ]
    )
    assert found[0].endswith(" in Ostrau")


def test_no_empty_noun_heads_a_label() -> None:
    found = labels([say_that("Der Grund sei, dass viele Menschen den Tunnel nutzen.")])
    assert found == ["Tunnel"]


def test_english_verbs_and_adjectives_head_no_label() -> None:
    (found,) = labels([say_that("the council would quickly close the old library", language="en")])
    assert found in ("Library", "Council")


def test_a_claim_without_a_noun_is_its_own_label() -> None:
    assert labels([say_that("„Wir wissen es nicht.“")]) == ["„Wir wissen es nicht.“"]


def test_what_most_statements_count_is_told_with_the_event() -> None:
    told = stories(
        (
            "Einsturz der Reithalle in Morbeck",
            "Beim Einsturz der Reithalle in Morbeck seien vier Menschen getötet worden.",
        ),
        (
            "Reithalle in Morbeck: Einsturz am Abend",
            "Bei dem Einsturz der Reithalle in Morbeck seien sieben Menschen getötet worden.",
        ),
        joined=True,
    )
    assert told == ["Zahl der Toten beim Einsturz in Morbeck"]


def test_a_noun_alone_is_told_with_the_heading_of_its_story() -> None:
    found = stories(
        ("Brand in Ottenau zerstört Scheune", "Der Brand in Ottenau sei gegen 4 Uhr ausgebrochen."),
        ("Brand in Ottenau", "Die Versicherung habe noch nicht gezahlt."),
    )
    assert "Versicherung (Brand in Ottenau)" in found


def test_english_names_the_party_first() -> None:
    found = stories(
        ("Vardo outage hits banks", "the Vardo outage had lasted nine hours"),
        ("Banks count cost of Vardo outage", "the outage at Vardo was over within two hours"),
        language="en",
    )
    assert any(label.startswith("Vardo outage") for label in found)


def test_no_ending_is_torn_off_a_plural() -> None:
    (found,) = labels([say_that("Mit den Verhandlungen in Riesa habe niemand gerechnet.")])
    assert found == "Verhandlungen in Riesa"
    assert noun_form(Counter(["Patienten"]), Counter(), "patient", "de") == "Patienten"
    assert noun_form(Counter(["Ärzten"]), Counter(), "arzt", "de") == "Ärzte"


def test_names_are_as_short_as_people_are_known_by() -> None:
    assert short_name("Xi Jinping") == "Xi Jinping"
    assert short_name("Donald Trump") == "Trump"


def test_two_topics_of_a_story_have_two_labels() -> None:
    statements = [
        say_that("Die Lüftung sei mangelhaft.", article="b"),
        say_that("Die Lüftung koste 4 Millionen Euro.", article="b", speaker="Udo Rix", start=400),
        say_that("„Das ist frei erfunden, die Lüftung“", article="b", speaker="Ida Holm", start=900),
    ]
    apart = Links(must_not_link=tuple(itertools.combinations([item.id for item in statements], 2)))
    found = [topic.label for topic in group(statements, links=apart)[1]]
    assert len(found) == len(set(found)) == 3


def test_labels_do_not_depend_on_the_order_of_the_statements() -> None:
    statements = [
        say_that("Der Streik in Aurich beginne am Montag.", article="a"),
        say_that("Den Streik in Aurich werde es nicht geben.", article="b", speaker="Udo Rix"),
        say_that("Die Löhne stiegen um 4 Prozent.", article="b", speaker="Udo Rix", start=300),
    ]
    one = {topic.id: topic.label for topic in group(statements)[1]}
    assert one == {topic.id: topic.label for topic in group(statements[::-1])[1]}


def test_different_days_of_one_meeting_tell_its_date() -> None:
    found = stories(
        ("Gipfel in Lohnau im Mai", "Der Gipfel in Lohnau sei am 4. Mai 2026 geplant."),
        ("Gipfel in Lohnau erst später", "Der Gipfel in Lohnau sei erst am 9. Juni 2026 geplant."),
        joined=True,
    )
    assert found == ["Termin des Gipfels in Lohnau"]


def test_what_is_only_counted_for_the_time_heads_no_label() -> None:
    told = ("Rovers sack Barlow after nine games", "the coach had been told in the dressing room.")
    assert not any("games" in label for label in stories(told, language="en"))
    told = ("Nach neun Spielen: Rovers entlassen Barlow", "Der Trainer sei in der Kabine informiert worden.")
    assert not any("Spiel" in label for label in stories(told))


def test_a_quote_that_stands_for_a_label_ends_without_its_comma() -> None:
    assert labels([say_that('"We knew it,"', language="en")]) == ['"We knew it"']


def test_english_phrases_numbers_and_participles_head_no_label() -> None:
    assert labels([say_that("the first letter had been sent to families at once.", language="en")]) != ["Once"]
    assert labels([say_that("three of seven had voted in favour of the mast.", language="en")]) == ["Mast"]
    assert labels([say_that("the driver had been at work for eleven.", language="en")]) != ["Eleven"]
    told = ("Crown stolen near Brenmark", "the alarm of the castle had been stolen.")
    assert not any(label.startswith(("Stolen", "Near")) for label in stories(told, language="en"))


def test_whom_one_statement_names_is_not_the_matter() -> None:
    told = [
        say_that("He was there as a guest, nothing more.", language="en"),
        say_that("Die Wachleute seien abends gegangen.", speaker="Udo Rix"),
    ]
    assert labels(told[:1]) == ["He was there as a guest, nothing more."]
    assert labels(told[1:]) == ["Die Wachleute seien abends gegangen."]


def test_a_body_that_one_statement_names_is_not_the_matter() -> None:
    told = [
        say_that("Das Ministerium habe die Fähre verboten.", article="a"),
        say_that("Die Behörden hätten nichts getan.", article="b"),
    ]
    assert labels(told[:1]) == ["Fähre"]
    assert labels(told[1:]) == ["Die Behörden hätten nichts getan."]


def test_function_words_and_bare_general_nouns_head_no_label() -> None:
    for claim in (
        "Unless it rains, nobody will drown.",
        "Nevertheless nobody asked.",
        "this was a mistake",
        "they would name the date",
    ):
        assert labels([say_that(claim, language="en")]) == [claim[:1].upper() + claim[1:]]
    for claim in ("Er sprach von einem Vorfall.", "Das sei eine reine Vorsichtsmaßnahme.", "Alles gehe seinen Gang."):
        assert labels([say_that(claim)]) == [claim]


def test_a_claim_that_stands_for_a_label_is_the_first_that_reads_as_a_sentence() -> None:
    told = ("Streit um Kasse", "dass er das nicht gewusst habe."), ("Streit um Kasse", "Er habe es ihr gesagt.")
    assert stories(*told, joined=True)[0] != "Dass er das nicht gewusst habe."
    assert labels([say_that("that nobody had known", language="en")]) == ["Nobody had known"]
    assert labels([say_that("they could go", language="en")]) == ["They could go"]


def test_what_somebody_did_stands_for_a_label_with_who_did_it() -> None:
    found = analyse([article_from_text("Mayor Ruth Enders declined to comment.", language="en")])
    assert [topic.label for topic in found.topics] == ["Ruth Enders declined to comment"]


def test_a_verb_that_opens_a_claim_heads_no_label() -> None:
    for claim in ("contains a dose of it", "Unless the rain goes", "ruthless in the end"):
        assert not labels([say_that(claim, language="en")])[0].endswith(("Contains", "Unless", "Ruthless"))
    assert labels([say_that("shells had hit it.", language="en")]) == ["Shells"]


def test_a_noun_has_no_ending_of_its_case() -> None:
    assert labels([say_that("In den Gebäuden stehe das Wasser.")])[0] in ("Gebäude", "Wasser")
    assert noun_form(Counter({"Gebäuden": 2}), Counter(), "gebäude", "de") == "Gebäude"
    assert noun_form(Counter({"Geologen": 2}), Counter(), "geologe", "de") == "Geologen"
    assert noun_form(Counter({"Messerlagers": 2}), Counter(), "messerlagers", "de") == "Messerlager"


def test_an_idiom_heads_no_label() -> None:
    titles = ("Minister Aldous under fire over tram depot", "Tram depot: Aldous in good faith, says aide")
    claims = ("The tram depot was sold below its price.", "The sale of the tram depot was decided in good faith.")
    found = stories(*zip(titles, claims, strict=True), language="en", joined=True)
    assert not any(word in label.lower() for label in found for word in ("fire", "faith")), found


def test_a_verb_behind_a_month_is_no_noun() -> None:
    found = stories(("Visit to Orlo in October stands", "The visit will begin on 3 October."), language="en")
    assert "stands" not in found[0]

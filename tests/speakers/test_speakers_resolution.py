"""Single facts of resolution, each with an own sentence: display forms, roles, parties, kinds."""

from __future__ import annotations

import pytest

from claims.models import Article, Segment, SegmentKind, Span, SpeakerKind, Statement
from claims.speakers import resolve
from claims.statements import find


def article(text: str, language: str = "de", author: str = "") -> Article:
    segment = Segment(start=0, end=len(text), kind=SegmentKind.BODY)
    return Article(id="a", text=text, language=language, sha256="0", segments=(segment,), author=author)


def said(text: str, *mentions: str, language: str = "de", author: str = "") -> list[Statement]:
    """The statements of the mentions, each looked for behind the one before."""
    statements, at = [], 0
    for mention in mentions:
        start = text.index(mention, at)
        at = start + len(mention)
        statements.append(
            Statement(
                id=f"s{start}",
                article_id="a",
                language=language,
                quote=mention,
                char_start=start,
                char_end=at,
                claim=mention,
                claim_spans=(Span(start, at),),
                mention=mention,
                mention_span=Span(start, at),
            )
        )
    return resolve(article(text, language, author), statements)


@pytest.mark.parametrize(
    ("text", "mention", "speaker", "kind", "party"),
    [
        (
            "Geplant sei eine Konferenz, hieß es aus dem finnischen Außenministerium.",
            "dem finnischen Außenministerium",
            "finnisches Außenministerium",
            SpeakerKind.GOVERNMENT,
            "Finnland",
        ),
        (
            "Laut ukrainischen Angaben ruht die Arbeit.",
            "ukrainischen Angaben",
            "Ukraine",
            SpeakerKind.GOVERNMENT,
            "Ukraine",
        ),
        ("Nach Angaben des Kremls ist alles ruhig.", "Angaben des Kremls", "Kreml", SpeakerKind.GOVERNMENT, "Russland"),
        ("Nach Kremlangaben ist alles ruhig.", "Kremlangaben", "Kreml", SpeakerKind.GOVERNMENT, "Russland"),
        (
            "Einer Mitteilung aus Ottawa zufolge ist alles ruhig.",
            "Einer Mitteilung aus Ottawa",
            "Ottawa",
            SpeakerKind.GOVERNMENT,
            "Kanada",
        ),
        ("Das Weiße Haus lehnte ab.", "Das Weiße Haus", "Weißes Haus", SpeakerKind.GOVERNMENT, "USA"),
        ("Das Auswärtige Amt warnt.", "Das Auswärtige Amt", "Auswärtiges Amt", SpeakerKind.GOVERNMENT, ""),
        (
            "Das teilte die Polizei Ohlenbrück mit.",
            "die Polizei Ohlenbrück",
            "Polizei Ohlenbrück",
            SpeakerKind.ORGANISATION,
            "",
        ),
        ("Laut einer Studie stimmt das.", "einer Studie", "Studie", SpeakerKind.DOCUMENT, ""),
        ("Westliche Länder werfen ihm das vor.", "Westliche Länder", "Westliche Länder", SpeakerKind.UNNAMED, ""),
    ],
)
def test_institutions_are_shown_in_the_nominative(
    text: str, mention: str, speaker: str, kind: SpeakerKind, party: str
) -> None:
    (statement,) = said(text, mention)
    assert (statement.speaker, statement.speaker_kind, statement.party) == (speaker, kind, party)


def test_a_sign_that_is_no_number_tells_no_age() -> None:
    text = "Trainer Jan Ohm (²) reiste ab. Der 48-Jährige sagte, das sei normal."
    (statement,) = said(text, "Der 48-Jährige")
    assert statement.speaker == "Jan Ohm"


def test_a_spokesman_of_somebody_is_not_that_person() -> None:
    text = "Minister Jonas Wedekind reiste ab. Ein Sprecher Wedekinds sagte, das sei normal."
    (statement,) = said(text, "Ein Sprecher Wedekinds")
    assert statement.speaker == "Sprecher Wedekinds"
    assert statement.speaker_kind is SpeakerKind.UNNAMED


def test_the_genitive_of_a_country_belongs_to_the_role() -> None:
    text = "Der stellvertretende Außenminister Estlands Rein Kuusik sagte, es gebe keinen Termin."
    (statement,) = said(text, "Der stellvertretende Außenminister Estlands Rein Kuusik")
    assert statement.speaker == "Rein Kuusik"
    assert statement.speaker_role == "stellvertretender Außenminister Estlands"
    assert statement.party == "Estland"


def test_an_apposition_after_the_name_gives_role_and_party() -> None:
    text = "Zuständig war Ilmar Tamm, Chef des staatlichen estnischen Fonds."
    (statement,) = said(text, "Tamm")
    assert statement.speaker == "Ilmar Tamm"
    assert statement.speaker_role == "Chef des staatlichen estnischen Fonds"
    assert statement.party == "Estland"


def test_the_party_in_brackets() -> None:
    text = "Jette Kolbe (SPD) widersprach. Die SPD-Politikerin nannte den Plan teuer."
    first, second = said(text, "Jette Kolbe", "Die SPD-Politikerin")
    assert [first.party, second.party] == ["SPD", "SPD"]
    assert first.speaker == second.speaker == "Jette Kolbe"


def test_a_pronoun_takes_the_subject_and_never_a_name_inside_a_quotation() -> None:
    text = "Arne Petri traf Olaf Senn. „Olaf Senn ist ein Freund“, sagte er. Er wolle bleiben."
    assert [s.speaker for s in said(text, "er", "Er")] == ["Arne Petri", "Arne Petri"]


def test_gender_decides() -> None:
    text = "Ministerin Jella Brix empfing Präsident Momme Carstens. Sie sagte ab. Er reiste weiter."
    assert [s.speaker for s in said(text, "Sie", "Er")] == ["Jella Brix", "Momme Carstens"]


@pytest.mark.parametrize("given", ["Heidi", "Xola"])  # known, and in no list
def test_an_article_in_another_case_tells_a_woman(given: str) -> None:
    text = f"Nach Angaben der Vorsitzenden {given} Brix ist alles gut. Sie forderte Carstens auf, zu warten."
    named, pronoun = said(text, f"Angaben der Vorsitzenden {given} Brix", "Sie")
    assert (named.speaker, named.speaker_role) == (f"{given} Brix", "Vorsitzende")
    assert pronoun.speaker == f"{given} Brix"


def test_two_who_fit_equally_leave_the_mention() -> None:
    text = "Karl Carstens und Arne Petri trafen sich. Er sagte, alles sei gut."
    (statement,) = said(text, "Er")
    assert (statement.speaker, statement.speaker_kind) == ("Er", SpeakerKind.UNNAMED)


def test_the_author_speaks_in_the_first_person() -> None:
    (statement,) = said("Meiner Meinung nach ist das falsch.", "Meiner Meinung", author="Jella Brix")
    assert statement.speaker == "Jella Brix"


def test_a_statement_without_a_mention_comes_back_as_it_is() -> None:
    (statement,) = said("Das ist so.", "Das")
    nobody = statement.model_copy(update={"mention": "", "mention_span": None, "speaker": ""})
    assert resolve(article("Das ist so."), [nobody]) == [nobody]


@pytest.mark.parametrize(
    ("text", "mentions", "speakers"),
    [
        (
            "Prime Minister Ann Lorne of Canada said so. The prime minister left.",
            ("The prime minister",),
            ["Ann Lorne"],
        ),
        ("The Kremlin said no.", ("The Kremlin",), ["Kremlin"]),
        ("Halden, the company that runs the port, said no.", ("Halden, the company that runs the port",), ["Halden"]),
        ("A spokesman for Tom Reed said no.", ("A spokesman for Tom Reed",), ["spokesman for Tom Reed"]),
        ("Ann Lorne met Tom Reed. She said yes. He said no.", ("She", "He"), ["Ann Lorne", "Tom Reed"]),
        (
            "Polish officials said so. In a statement from Warsaw, a date was given.",
            ("a statement from Warsaw",),
            ["Warsaw"],
        ),
        ("Three rowers were rescued on Sunday. They said the rudder had broken.", ("They",), ["Three rowers"]),
        ("Dozens of passengers were stuck. They complained.", ("They",), ["Dozens of passengers"]),
        ("Twelve sailors left in May. They had no pay. In June they said so.", ("they",), ["Twelve sailors"]),
        ("Two men were held. Police said so. They gave no names.", ("Police", "They"), ["Police", "Police"]),
        (
            "Head of planning Ann Munn said no. Munn said so.",
            ("Head of planning Ann Munn", "Munn"),
            ["Ann Munn", "Ann Munn"],
        ),
        (
            "The mother of murdered Jo Silk said no.",
            ("The mother of murdered Jo Silk",),
            ["mother of murdered Jo Silk"],
        ),
        (
            "Luke Orr limped off. The former England international said no.",
            ("The former England international",),
            ["Luke Orr"],
        ),
        ("Labour's Neil Harcus said so. Harcus said no.", ("Labour's Neil Harcus",), ["Neil Harcus"]),
        (
            "Northern Central said so. The company said no.",
            ("Northern Central", "The company"),
            ["Northern Central", "Northern Central"],
        ),
        (
            "Kiki Vane told of a split. The Harbour Lane actress said so.",
            ("Kiki Vane", "The Harbour Lane actress"),
            ["Kiki Vane", "Kiki Vane"],
        ),
    ],
)
def test_english(text: str, mentions: tuple[str, ...], speakers: list[str]) -> None:
    assert [s.speaker for s in said(text, *mentions, language="en")] == speakers


def test_the_order_of_statements_is_kept() -> None:
    text = "Ministerin Jella Brix sagte ab. Sie reist nicht."
    statements = said(text, "Jella Brix", "Sie")
    backward = resolve(article(text), [s.model_copy(update={"speaker": ""}) for s in statements[::-1]])
    assert [s.id for s in backward] == [s.id for s in statements[::-1]]
    assert {s.speaker for s in backward} == {"Jella Brix"}


@pytest.mark.parametrize(
    ("text", "language", "speakers"),
    [
        (
            "Carmaker Ostrel said it had recalled the vans. The Basel-based company said nobody had fallen ill.",
            "en",
            ["Ostrel", "Ostrel"],
        ),
        (
            "Der Autobauer Ostrel streicht Stellen, teilte Ostrel mit. Das Basler Unternehmen bat um Geduld. "
            "Das Zürcher Unternehmen teilte mit, es sei bereit.",
            "de",
            ["Ostrel", "Ostrel"],
        ),
        (
            "Ostrel said it was ready. The Basel-based charity Open Door said it was not.",
            "en",
            ["Ostrel", "Open Door"],
        ),
        ("The WHO said cholera was spreading.", "en", ["WHO"]),
    ],
)
def test_a_company_told_by_its_seat_and_an_acronym_that_is_a_word(
    text: str, language: str, speakers: list[str]
) -> None:
    marked = resolve(article(text, language), find(article(text, language)))
    assert [item.speaker for item in marked][: len(speakers)] == speakers


def test_a_verb_before_an_institution_is_no_part_of_its_name() -> None:
    text = "Nach dem Brand streiten Stadt und Verein. Die Heizung sei neu, teilte die Stadt mit."
    assert [item.speaker for item in said(text, "die Stadt")] == ["Stadt"]


def test_a_pronoun_for_the_body_that_the_sentence_before_opens_with() -> None:
    text = "Die Staatsanwaltschaft ermittelt gegen drei Personen. Um wen es sich handelt, ließ sie offen."
    assert [item.speaker for item in said(text, "sie")] == ["Staatsanwaltschaft"]
    text = "Die Polizei sucht Zeugen. Anwohnerin Ute Kolb rief an. Der Lärm sei laut gewesen, sagte sie."
    assert [item.speaker for item in said(text, "sie")] == ["Ute Kolb"]


def test_it_stands_for_the_body_that_the_sentence_before_opens_with() -> None:
    text = "The town council has closed the pool. It said the roof was unsafe."
    assert [item.speaker for item in said(text, "It", language="en")] == ["town council"]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Ein von ihm konsultierter Arzt sagte, das sei harmlos.", "von ihm konsultierter Arzt", None),
        ("Eine seit Jahren dort lebende Frau erzählte, es sei laut.", "seit Jahren dort lebende Frau", None),
        ("„Nein“, sagte ein Anwohner der „Rheinpost“ am Montag.", "Anwohner", None),
        ("„Nein“, sagte der Minister der Zeitung „Den“ am Montag.", "Minister", None),
        ("Ein Reporter der Agentur APN sagte, es brenne.", "Reporter der Agentur APN", None),
        ("Die Chefin der Grünen, Petra Kolb, sagte, das stimme.", "Petra Kolb", "Chefin der Grünen"),
        ("Der Obmann der Liberalen, Uwe Lang, sagte, es reiche.", "Uwe Lang", "Obmann der Liberalen"),
        ("Der Chef der Linken im Rat, Uwe Lang, sagte, es reiche.", "Uwe Lang", "Chef der Linken im Rat"),
        ("Der Investor, die Firma Nordwind aus Kiel, sagte, es reiche.", "Firma Nordwind aus Kiel", None),
        ("Die Klägerin, eine 54-jährige Lehrerin, sagte, sie habe Angst.", "Klägerin", None),
        ("Der Eigentümer des Hofs, eine Erbengemeinschaft, sagte, es reiche.", "Eigentümer des Hofs", None),
        ("Der Sender Kanal 5 meldete, es habe gebrannt.", "Kanal 5", None),
        ("Lüders' Ehefrau bestreitet die Tat.", "Lüders' Ehefrau", None),
        ("Nach Informationen dieser Zeitung aus Regierungskreisen fehlt Geld.", "Regierungskreisen", None),
        ("Nach den Plänen der Stadt soll der Platz autofrei werden.", "Stadt", None),
    ],
)
def test_german_phrases_are_shown_whole_and_by_their_head(text: str, speaker: str, role: str | None) -> None:
    (item,) = resolve(article(text), find(article(text)))
    assert item.speaker == speaker
    assert role is None or item.speaker_role == role

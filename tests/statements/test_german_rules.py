"""German: each construction on sentences of its own, with invented people."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import QuoteType, Stance, Statement
from claims.statements import find


def statements(text: str) -> list[Statement]:
    return find(article_from_text(text, publisher="Test", published="2025-05-06", language="de"))


def only(text: str) -> Statement:
    found = statements(text)
    assert len(found) == 1, [(item.generated_by, item.claim) for item in found]
    return found[0]


DIRECT = [
    ("„Wir bauen die Brücke neu“, sagte Ada Quint.", "Ada Quint", "„Wir bauen die Brücke neu“", "zitat.danach"),
    ("»Wir bauen die Brücke neu«, sagte Ada Quint.", "Ada Quint", "»Wir bauen die Brücke neu«", "zitat.danach"),
    ("«Wir bauen die Brücke neu», sagte Ada Quint.", "Ada Quint", "«Wir bauen die Brücke neu»", "zitat.danach"),
    ('"Wir bauen die Brücke neu", sagte Ada Quint.', "Ada Quint", '"Wir bauen die Brücke neu"', "zitat.danach"),
    ("Ada Quint sagte: „Wir bauen die Brücke neu.“", "Ada Quint", "„Wir bauen die Brücke neu.“", "zitat.doppelpunkt"),
    ("„Wir bauen“, sagte Ada Quint, „die Brücke neu.“", "Ada Quint", "„Wir bauen“ … „die Brücke neu.“", "zitat.danach"),
    ("„Wir bauen die Brücke neu“, so Ada Quint.", "Ada Quint", "„Wir bauen die Brücke neu“", "so"),
    (
        "Ada Quint meldete sich mit den Worten: „Die Brücke hält noch lange.“",
        "Ada Quint",
        "„Die Brücke hält noch lange.“",
        "zitat.doppelpunkt",
    ),
]


@pytest.mark.parametrize(("text", "mention", "claim", "rule"), DIRECT)
def test_words_between_marks(text: str, mention: str, claim: str, rule: str) -> None:
    found = only(text)
    assert (found.mention, found.claim, found.generated_by) == (mention, claim, f"de.{rule}")
    assert found.quote_type is QuoteType.DIRECT


INDIRECT = [
    (
        "Bürgermeister Olf Rade sagte, dass die Brücke gesperrt sei.",
        "Bürgermeister Olf Rade",
        "dass die Brücke gesperrt sei",
        "dass",
    ),
    (
        "Die Brücke sei gesperrt, sagte Bürgermeister Olf Rade.",
        "Bürgermeister Olf Rade",
        "Die Brücke sei gesperrt",
        "nachgestellt",
    ),
    (
        "Olf Rade teilte am Montag mit, er werde die Brücke sperren.",
        "Olf Rade",
        "er werde die Brücke sperren",
        "konjunktiv",
    ),
    ("Der Minister kündigte an, die Brücke im Mai zu sperren.", "Der Minister", "die Brücke im Mai zu sperren", "zu"),
    ("Laut Feuerwehr ist die Brücke gesperrt.", "Feuerwehr", "ist die Brücke gesperrt", "laut"),
    ("Die Brücke ist nach Angaben der Polizei gesperrt.", "Angaben der Polizei", "Die Brücke ist … gesperrt", "nach"),
    (
        "Ersten Erkenntnissen zufolge ist die Brücke gesperrt.",
        "",
        "ist die Brücke gesperrt",
        "zufolge",
    ),
    ("Wie die Stadt Wehrau mitteilte, ist die Brücke gesperrt.", "die Stadt Wehrau", "ist die Brücke gesperrt", "wie"),
    (
        "Die Brücke ist gesperrt, wie Olf Rade, Sprecher der Stadt, mitteilte.",
        "Olf Rade, Sprecher der Stadt",
        "Die Brücke ist gesperrt",
        "wie",
    ),
    (
        "Die Brücke sei gesperrt, so die Sprecherin der Stadt.",
        "die Sprecherin der Stadt",
        "Die Brücke sei gesperrt",
        "so",
    ),
    ("Die Brücke sei gesperrt, hieß es aus dem Rathaus.", "dem Rathaus", "Die Brücke sei gesperrt", "nachgestellt"),
    ("Die Stadt stellt klar: Die Brücke wird gesperrt.", "Die Stadt", "Die Brücke wird gesperrt", "doppelpunkt"),
    ("Aus dem Bericht geht hervor, dass die Brücke Risse hat.", "dem Bericht", "dass die Brücke Risse hat", "dass"),
    (
        "Olf Rade, der die Stadt seit Jahren führt, sagte, die Brücke sei sicher.",
        "Olf Rade",
        "die Brücke sei sicher",
        "konjunktiv",
    ),
    (
        "Anlieger werfen der Stadt vor, die Brücke vergessen zu haben.",
        "Anlieger",
        "die Brücke vergessen zu haben",
        "zu",
    ),
    (
        "Die Forderung des Vereins, die Brücke zu sperren, blieb ohne Folgen.",
        "des Vereins",
        "die Brücke zu sperren",
        "nomen",
    ),
    (
        "Ein Nachbar will am Abend einen Knall gehört haben.",
        "Ein Nachbar",
        "will am Abend einen Knall gehört haben",
        "will",
    ),
    (
        "Das Arbeitsgericht hat die Wahl des Betriebsrats für nichtig erklärt.",
        "Das Arbeitsgericht",
        "hat die Wahl des Betriebsrats für nichtig erklärt",
        "akt",
    ),
    (
        "Olf Rade erklärte am Montag für die Fraktion, die Brücke sei sicher.",
        "Olf Rade",
        "die Brücke sei sicher",
        "konjunktiv",
    ),
]


def test_explaining_declares_nothing() -> None:
    assert not statements("Olf Rade erklärte den Kindern die Regeln für das Spiel.")


@pytest.mark.parametrize(("text", "mention", "claim", "rule"), INDIRECT)
def test_indirect_speech(text: str, mention: str, claim: str, rule: str) -> None:
    found = only(text)
    assert (found.mention, found.claim, found.generated_by) == (mention, claim, f"de.{rule}")


STANCES = [
    ("Die Firma bestritt, dass das Dach undicht war.", Stance.DENIES),
    ("Die Firma bestreitet nicht mehr, dass das Dach undicht war.", Stance.ASSERTS),
    ("Die Firma bezweifelte, dass das Dach undicht war.", Stance.DOUBTS),
    ("Die Firma forderte die Stadt auf, das Dach zu prüfen.", Stance.DEMANDS),
    ("Die Firma kündigte an, das Dach zu prüfen.", Stance.ANNOUNCES),
    ("Die Firma räumte ein, dass das Dach undicht war.", Stance.CONFIRMS),
    ("Die Firma wollte nicht bestätigen, dass das Dach undicht war.", Stance.DECLINES),
    ("Die Firma schloss nicht aus, dass das Dach undicht war.", Stance.ASSERTS),
    ("Die Firma wollte sich zu dem Dach nicht äußern.", Stance.DECLINES),
    ("Die Firma lehnte eine Stellungnahme ab.", Stance.DECLINES),
    ("Die Firma dementierte den Bericht.", Stance.DENIES),
    ("Die Firma sieht den Bericht als Ausdruck von Neid.", Stance.ASSERTS),
    ("Die Firma sieht die Stadt in der Pflicht.", Stance.ASSERTS),
    ("Die Firma stellte sich hinter den Dachdecker.", Stance.ASSERTS),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(text: str, stance: Stance) -> None:
    found = only(text)
    assert found.stance is stance
    assert found.mention == "Die Firma"


def test_an_act_and_a_demand_of_one_speaker_are_two_statements() -> None:
    text = (
        "Die Sprecherin des Hafens Jule Bork bestritt diese Meldung allerdings und riet den Reedern, sich zu gedulden."
    )
    act, demand = statements(text)
    assert (act.claim, act.stance) == ("bestritt diese Meldung allerdings", Stance.DENIES)
    assert (demand.claim, demand.stance) == ("den Reedern … sich zu gedulden", Stance.DEMANDS)
    assert act.mention == demand.mention == "Die Sprecherin des Hafens Jule Bork"


def test_the_antecedent_of_a_relative_clause_speaks() -> None:
    found = only("Ist es Kuno Lerch, der betont, dass beide Seiten sich geeinigt hätten?")
    assert (found.mention, found.claim) == ("Kuno Lerch", "dass beide Seiten sich geeinigt hätten")


def test_two_speakers_in_one_sentence_give_two_statements() -> None:
    text = "Damit hat Kuno Lerch den Plan von Ada Quint abgelehnt, die betont hatte, dass alle bleiben sollten."
    rejected, stressed = statements(text)
    assert rejected.mention == "Kuno Lerch"
    assert "alle bleiben" not in rejected.claim
    assert (stressed.mention, stressed.claim) == ("Ada Quint", "dass alle bleiben sollten")


def test_an_agency_in_between_is_the_channel() -> None:
    found = only("Sprecher Kuno Lerch sagte nach Angaben der Agentur Nordbild, dass der Hafen offen bleibe.")
    assert found.mention == "Sprecher Kuno Lerch"
    assert found.reported_via == ("der Agentur Nordbild",)
    assert found.claim == "dass der Hafen offen bleibe"


def test_own_figures_are_those_of_the_subject() -> None:
    assert only("Der Verein hat nach eigenen Angaben 900 Mitglieder.").mention == "Der Verein"


def test_continuation_keeps_the_speaker_until_the_article_takes_the_word_back() -> None:
    text = (
        "Die Brücke sei sicher, sagte Ada Quint. Sie werde täglich geprüft. Risse habe niemand gesehen.\n\n"
        "Der Fluss führt zurzeit wenig Wasser."
    )
    found = statements(text)
    assert [item.mention for item in found] == ["Ada Quint"] * 3
    assert found[1].claim == "Sie werde täglich geprüft"
    assert not any("Fluss" in item.claim for item in found)


def test_das_points_at_the_sentence_before() -> None:
    found = only("Die Brücke wird im Mai gesperrt. Das teilte die Stadt am Montag mit.")
    assert (found.mention, found.claim) == ("die Stadt", "Die Brücke wird im Mai gesperrt")
    assert found.quote == "Die Brücke wird im Mai gesperrt. Das teilte die Stadt am Montag mit"


def test_a_quoted_fragment_stays_in_its_host_clause() -> None:
    found = only("Das Treffen sei „kein Spaziergang“ gewesen, sagte Ada Quint.")
    assert found.claim == "Das Treffen sei „kein Spaziergang“ gewesen"
    assert found.quote_type is QuoteType.MIXED


def test_interview_answers_belong_to_their_label() -> None:
    text = (
        "BLATT: Frau Quint, kommt die neue Brücke?\n\nQuint: Sie kommt im nächsten Jahr.\n\n"
        "BLATT: Was kostet sie?\n\nQuint: Rund zehn Millionen. Mehr wird es nicht."
    )
    found = statements(text)
    assert {item.mention for item in found} == {"Quint"}
    assert [item.claim for item in found] == ["Sie kommt im nächsten Jahr", "Rund zehn Millionen", "Mehr wird es nicht"]


NO_STATEMENT = [
    "Der Roman „Das Haus am Ende der Straße“ erscheint im Mai.",
    "Das Boot „Seestern“ lief am Morgen aus.",
    "Nach dem Treffen fuhr Ada Quint nach Hause.",
    "Ohne Hilfe wäre das Dorf verloren.",
    "Es gibt die Sorge, dass das Geld nicht reicht.",
    "Viele hoffen auf besseres Wetter.",
    "Das neue Museum soll im Mai öffnen.",
    "Wie lange das dauert, ist offen.",
    "Es ist die Frage, ob das reicht.",
]


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_titles_plans_and_thoughts_are_no_statements(text: str) -> None:
    assert statements(text) == []


def test_long_direct_speech_is_parted_at_its_sentences() -> None:
    words = " ".join(f"Wort{n}" for n in range(40))
    text = f"Ada Quint sagte: „Erstens {words}. Zweitens {words}. Drittens {words}.“"
    found = statements(text)
    assert len(found) > 1
    assert all(len(item.claim.split()) <= 90 and item.mention == "Ada Quint" for item in found)


def test_a_confidence_is_the_measured_precision_of_the_rule() -> None:
    assert only("Laut Feuerwehr ist die Brücke gesperrt.").confidence > 0.8


def test_what_opens_with_a_dative_answers_the_sentence_before() -> None:
    found = statements("Die Halle sei undicht, sagte Ada Quint. Dem widersprach Olf Rade. Das Dach halte seit Jahren.")
    assert [(item.mention, item.claim) for item in found][1:] == [
        ("Olf Rade", "Dem widersprach"),
        ("Olf Rade", "Das Dach halte seit Jahren"),
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Ada Quint sagte, sie stimme zu.", ["sie stimme zu"]),
        ("Ada Quint sagte, der Deich halte.", ["der Deich halte"]),
        ("Ada Quint sagte, man ändere nichts an dem Plan.", ["man ändere nichts an dem Plan"]),
        ("Der Ausbruch von Cholera wird in der Stadt befürchtet.", []),
    ],
)
def test_forms_of_verbs(text: str, claims: list[str]) -> None:
    assert [item.claim for item in statements(f"{text} Am Abend regnete es.") if item.mention] == claims


@pytest.mark.parametrize(
    "text",
    [
        "Vereinschef Horst Gabler widerspricht: „Vor Mai spielt hier keiner.“",
        "„Vor Mai spielt hier keiner“, widersprach Vereinschef Horst Gabler.",
        "Vereinschef Horst Gabler weist das zurück: „Vor Mai spielt hier keiner.“",
    ],
)
def test_words_of_ones_own_beside_a_denial_are_asserted(text: str) -> None:
    quoted = [item for item in statements(text) if item.claim.startswith("„Vor Mai")]
    assert [item.stance for item in quoted] == [Stance.ASSERTS]


@pytest.mark.parametrize(
    ("text", "claim", "stance"),
    [
        ("Kolb fordert mehr Geld: Die Klinik sei arm.", "Die Klinik sei arm", Stance.ASSERTS),
        ("Die Stadt kündigte eine Klage an: Man gehe vor Gericht.", "Man gehe vor Gericht", Stance.ASSERTS),
        ("Kolb fordert: Die Klinik müsse bleiben.", "Die Klinik müsse bleiben", Stance.DEMANDS),
        ("Dass das Geld reicht, bezweifelt Kolb: Es fehle an allem.", "Dass das Geld reicht", Stance.DOUBTS),
        ("Dass das Geld reicht, bezweifelt Kolb: Es fehle an allem.", "Es fehle an allem", Stance.ASSERTS),
        ("Kolb bestritt, dass er da war; er sei krank gewesen.", "er sei krank gewesen", Stance.ASSERTS),
        ("Kolb wollte nicht bestätigen, dass er geht; man rede noch.", "dass er geht", Stance.DECLINES),
        ("Der Klub kündigt eine Prüfung an, Huber eine Klage.", "eine Klage", Stance.ANNOUNCES),
    ],
)
def test_what_stands_beside_an_act_has_its_own_stance(text: str, claim: str, stance: Stance) -> None:
    article = article_from_text(text, publisher="Test", published="2025-05-06", language="de")
    assert [item.stance for item in find(article) if claim in item.claim] == [stance]


def test_nobody_is_named_before_the_first_word() -> None:
    text = "Zufolge dem Gutachten ist die Brücke marode, und das Rathaus gehört ihr"
    assert not [item.mention for item in statements(text) if item.mention == "ihr"]  # the last word of the text


TOLD_OF_A_SOURCE = ["", ", die das Amt leitet,", ", der Leiterin des Amtes,", ", Chefin der Klinik,"]


@pytest.mark.parametrize("source", ["Nach Angaben von Ute Reh", "Laut Ute Reh", "Nach Ansicht von Ute Reh"])
@pytest.mark.parametrize("told", TOLD_OF_A_SOURCE)
@pytest.mark.parametrize("claim", ["stieg das Wasser um zwei Meter", "gibt es keine Spur"])
def test_what_is_told_of_a_source_is_no_part_of_the_claim(source: str, told: str, claim: str) -> None:
    assert only(f"{source}{told} {claim}.").claim == claim


def test_a_relative_clause_behind_a_source_in_the_middle_is_no_part_of_the_claim() -> None:
    assert only("Der Turm ist laut Ute Reh, die das Amt leitet, marode.").claim == "Der Turm ist … marode"

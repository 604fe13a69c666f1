"""Pairs of claims through compare: kinds, levels, guards, evidence."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.conflicts import compare
from claims.models import Comparison, Kind, Level, Span, Stance, Statement
from claims.pipeline import analyse
from claims.wording import LANGUAGES, say
from tests.conflicts.making import say_that


def kinds(outcome: Comparison) -> set[Kind]:
    return {reason.kind for reason in outcome.reasons}


def held_against(a: str, b: str, language: str = "de") -> Comparison:
    return compare(say_that(a, language=language), say_that(b, language=language, speaker="Karl Tann", article="a_2"))


@pytest.mark.parametrize(
    ("language", "a", "b", "kind"),
    [
        ("de", "Der Stadtrat nahm den Plan an.", "Der Stadtrat verwarf den Plan.", Kind.OPPOSITE),
        ("de", "Die Fähre wird eingestellt.", "Die Fähre wird nicht eingestellt.", Kind.POLARITY),
        ("de", "Der Gipfel wurde nicht verschoben.", "Der Gipfel sei nie vereinbart worden.", Kind.PRESUPPOSITION),
        ("de", "Über den Hafen wurde im Mai gesprochen.", "Über den Hafen wurde nie gesprochen.", Kind.NEVER),
        ("de", "Die Lesung ist abgesagt.", "Die Lesung findet statt.", Kind.STATUS),
        ("de", "Die Firma verkauft die Werft.", "Der Verkauf der Werft ist ein Gerücht.", Kind.LABEL),
        ("de", "Sie bestritt, dass die Firma Öl abließ.", "Die Firma ließ Öl ab.", Kind.DENIAL),
        ("de", "Der Neubau kostet 20 Millionen Euro.", "Der Neubau kostet 31 Millionen Euro.", Kind.QUANTITY),
        ("de", "Die Wahl ist am 4. Mai 2025.", "Die Wahl ist am 9. Juni 2025.", Kind.DATE),
        ("de", "Eine Waffenruhe sei nötig.", "Eine Waffenruhe lehne man ab.", Kind.POSITION),
        ("en", "The council approved the scheme.", "The council rejected the scheme.", Kind.OPPOSITE),
        ("en", "The ferry will stop running.", "The ferry will not stop running.", Kind.POLARITY),
        ("en", "The summit was not postponed.", "A summit was never agreed.", Kind.PRESUPPOSITION),
        ("en", "The reading is cancelled.", "The reading will take place.", Kind.STATUS),
        ("en", "Four people died in the crash.", "Nine people died in the crash.", Kind.QUANTITY),
        ("en", "A ceasefire is needed.", "They reject a ceasefire.", Kind.POSITION),
    ],
)
def test_each_kind_is_found_and_explained(language: str, a: str, b: str, kind: Kind) -> None:
    outcome = held_against(a, b, language)
    assert outcome.level == Level.CONFLICT
    assert kind in kinds(outcome)
    for reason in outcome.reasons:
        for interface in LANGUAGES:
            sentence = say(reason.key, interface, **reason.values)
            assert "Anna Berg" in sentence
            assert "Karl Tann" in sentence


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the club had bought 300 new chairs for the hall", "it had kept the old chairs of the hall"),
        ("the police had ordered new cars", "the police used the cars voluntarily"),
    ],
)
def test_common_words_are_no_opposites_of_a_narrow_one(a: str, b: str) -> None:
    text = f"The mayor said {a}. The operator said {b}."
    article = article_from_text(text, publisher="Test", published="2026-03-04", language="en")
    assert analyse([article]).conflicts == ()


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("de", "Die Löhne sind nicht gestiegen.", "Die Löhne sind nicht gesunken."),
        ("de", "Rund 200 Gäste kamen.", "Es kamen 210 Gäste."),
        ("de", "Es gibt noch keinen Termin.", "Man hat sich auf ein Treffen geeinigt."),
        ("de", "Das Werk wird nicht nur umgebaut.", "Das Werk wird umgebaut."),
        ("de", "Zwei Menschen starben.", "Zwölf Menschen wurden verletzt."),
        ("de", "Das Fest ist Ende Oktober 2025.", "Das Fest ist am 30. Oktober 2025."),
        ("en", "Wages have not risen.", "Wages have not fallen."),
        ("en", "No date has been set yet.", "They have agreed to meet."),
        ("en", "Two people died in the crash.", "Twelve people were injured in the crash."),
        ("en", "Burglaries in Harwick fell.", "Rents in Dunmore rose."),
        ("de", "Die Preise in Belmund haben wir nicht besprochen.", "In Belmund habe man die Fischerei besprochen."),
        ("en", "We did not discuss prices in Belmund.", "They discussed fishing rights in Belmund."),
        ("de", "Das Freibad in Belmund bleibt geschlossen.", "Das Hallenbad in Belmund ist geöffnet."),
        ("en", "The indoor pool in Belmund is open.", "The river pool in Belmund is closed."),
        ("en", "The storm flooded 340 homes in Belmund.", "His death had nothing to do with the flood in Belmund."),
        ("de", "Die Flut hat in Belmund 340 Häuser zerstört.", "Sein Tod habe nichts mit der Flut in Belmund zu tun."),
        ("de", "Das Bild sei 1938 unter Zwang verkauft worden.", "Das Bild sei nie freiwillig verkauft worden."),
        ("en", "The picture was sold under duress in 1938.", "The picture was never voluntarily sold."),
        ("de", "Der Rat hat die Hundesteuer zweimal erhöht.", "Der Rat habe die Gewerbesteuer nicht erhöht."),
        ("en", "The council has raised the dog tax twice.", "The council has not raised the property tax."),
        ("de", "Die Preise in Belmund sind gestiegen.", "Die Preise in Belmund würden nicht steigen."),
        ("en", "Fares in Belmund rose in July.", "Fares in Belmund would not rise."),
        ("en", "Forty per cent of those polled in Belmund were women.", "He did not look at polls."),
        ("de", "Der Trainer habe mit der Presse gesprochen.", "Er habe nicht mit Schiedsrichtern gesprochen."),
        ("en", "The coach spoke to the press.", "He did not speak to referees."),
    ],
)
def test_near_misses_are_no_conflict_and_say_why(language: str, a: str, b: str) -> None:
    outcome = held_against(a, b, language)
    assert outcome.level not in (Level.CONFLICT, Level.SHIFT)
    if outcome.level is None:
        assert outcome.guards
        for key, values in outcome.guards:
            assert all(say(key, interface, **values) for interface in LANGUAGES)


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("de", "Gespräche über Preise hat es in Belmund gegeben.", "In Belmund hat es keine Gespräche gegeben."),
        ("de", "Das Freibad in Belmund bleibt geschlossen.", "Das Freibad in Belmund ist geöffnet."),
        ("en", "They discussed prices in Belmund.", "Prices were not discussed in Belmund."),
        ("en", "The indoor pool in Belmund is open.", "The indoor pool in Belmund is closed."),
        ("de", "Das Bild wurde 1931 freiwillig verkauft.", "Das Bild sei nie freiwillig verkauft worden."),
        ("en", "The picture was sold voluntarily in 1931.", "The picture was never voluntarily sold."),
        ("de", "Der Rat hat die Hundesteuer zweimal erhöht.", "Der Rat habe die Hundesteuer nicht erhöht."),
        ("en", "The council has raised the dog tax twice.", "The council has not raised the dog tax."),
    ],
)
def test_what_is_denied_as_a_whole_or_of_the_same_is_a_conflict(language: str, a: str, b: str) -> None:
    assert held_against(a, b, language).level == Level.CONFLICT


def test_the_other_order_gives_the_same_judgement() -> None:
    a, b = say_that("Die Klinik bleibt offen."), say_that("Die Klinik wird geschlossen.", speaker="Karl Tann")
    one, other = compare(a, b), compare(b, a)
    assert (one.kind, one.level, one.score) == (other.kind, other.level, other.score)


def test_one_speaker_on_two_days_is_a_shift() -> None:
    outcome = compare(
        say_that("Ich trete nicht zurück.", day="2025-03-01"),
        say_that("Ich trete zurück.", day="2025-03-09", article="a_2"),
    )
    assert outcome.level == Level.SHIFT


def test_a_count_of_a_later_day_is_an_update_and_of_the_same_day_a_conflict() -> None:
    early = say_that("Bei dem Beben starben 30 Menschen.")
    later = say_that("Bei dem Beben starben 85 Menschen.", speaker="Karl Tann", day="2025-03-04", article="a_2")
    same_day = later.model_copy(update={"claim_date": early.claim_date})
    assert compare(early, later).level == Level.UPDATE
    assert compare(early, later).reasons[0].key == "reason.moved"
    assert compare(early, same_day).reasons[0].key == "reason.quantity"
    assert compare(early, same_day).level == Level.CONFLICT


def test_evidence_spans_point_into_the_article() -> None:
    text = "Anna Berg sagte, das Werk in Elmau werde geschlossen."
    a = say_that("das Werk in Elmau werde geschlossen", quote=text, start=100)
    b = say_that("Das Werk in Elmau bleibt offen.", speaker="Karl Tann", article="a_2", start=7)
    reason = compare(a, b).reasons[0]
    assert text[reason.span_a.start - 100 : reason.span_a.end - 100] == "geschlossen"
    assert b.claim[reason.span_b.start - 7 : reason.span_b.end - 7] == "offen"
    assert reason.values["words_a"] == "das Werk in Elmau werde geschlossen"
    assert reason.values["words_b"] == "Das Werk in Elmau bleibt offen"


def test_a_reason_tells_the_clause_of_the_evidence_and_the_verb_that_denies() -> None:
    long = "nach Angaben aus dem Rathaus sei die Turnhalle der Schule am Mühlgraben bereits seit Montag wieder geöffnet"
    a = say_that(long)
    text = "Der Hausmeister bestritt, dass die „Turnhalle“ geöffnet sei."
    b = say_that(
        "dass die „Turnhalle“ geöffnet sei", speaker="Udo Kern", quote=text, article="a_2", stance=Stance.DENIES
    )
    b = b.model_copy(update={"cue": "bestritt", "cue_span": Span(16, 24)})
    words = compare(a, b).reasons[0].values
    assert words["words_b"] == "bestritt, dass die Turnhalle geöffnet sei"
    assert words["words_a"].startswith("… ")
    assert words["words_a"].endswith("geöffnet")
    assert words["words_a"].removeprefix("… ") in long


def test_evidence_in_a_claim_of_two_pieces() -> None:
    a = Statement(
        **(
            say_that("Das Werk").model_dump()
            | {"claim": "Das Werk … wird geschlossen", "claim_spans": ((0, 8), (30, 47)), "quote": "x" * 47}
        )
    )
    b = say_that("Das Werk bleibt offen.", speaker="Karl Tann", article="a_2")
    reason = compare(a, b).reasons[0]
    assert reason.values["words_a"] == "geschlossen"
    assert (reason.span_a.start, reason.span_a.end) == (35, 46)


def test_a_denial_that_answers_is_linked_without_common_words() -> None:
    report = say_that("Der Vertrag sei unterschrieben.", speaker="Der Bote")
    denial = say_that(
        "dementierte diese Meldung", speaker="Karl Tann", start=60, stance=Stance.DENIES, answers=report.id
    )
    outcome = compare(report, denial)
    assert outcome.level == Level.CONFLICT
    assert outcome.kind == Kind.DENIAL


def test_other_parties_are_another_event() -> None:
    outcome = held_against(
        "Das Treffen zwischen Norwegen und Kanada ist vereinbart.",
        "Ein Treffen zwischen Norwegen und Japan wurde nie vereinbart.",
    )
    assert outcome.level not in (Level.CONFLICT, Level.SHIFT)
    assert "guard.parties" in {key for key, _ in outcome.guards}


def test_the_same_wording_twice_is_a_copy() -> None:
    a = say_that("Die Klinik wird nicht geschlossen, sie bleibt offen.")
    assert compare(a, say_that(a.claim, speaker="Karl Tann", article="a_2")).level is None


def test_languages_are_held_against_each_other() -> None:
    a = say_that("Das Treffen sei nie vereinbart worden.")
    b = say_that("The meeting has been agreed.", language="en", speaker="Karl Tann", article="a_2")
    assert compare(a, b).level == Level.CONFLICT


@pytest.mark.parametrize("claim", ["", " ", "…", "„“", "?" * 500, "nicht " * 2000, "12,5" * 400, "ﬀ\u202enicht\x00"])
def test_hostile_claims_neither_fail_nor_clash(claim: str) -> None:
    text = claim or "x"
    odd = say_that(text, speaker="Karl Tann", article="a_2")
    assert compare(say_that("Das Werk wird geschlossen."), odd).level is None


def test_one_speaker_reported_differently_on_one_day_is_marked() -> None:
    outcome = compare(say_that("Das Werk wird geschlossen."), say_that("Das Werk bleibt offen.", article="a_2"))
    assert outcome.level == Level.CONFLICT
    assert ("unsure.reports", {}) in outcome.reasons[0].unsure


@pytest.mark.parametrize(
    ("language", "claim"),
    [("de", "Wie es war: 63 kamen."), ("de", "Es war: 63."), ("en", "So it was: 63."), ("en", "The man is. 63")],
)
def test_a_number_that_opens_its_clause_behind_a_copula_is_no_age(language: str, claim: str) -> None:
    assert held_against(claim, "Im Saal waren 58." if language == "de" else "The driver was 58.", language) is not None


@pytest.mark.parametrize(
    ("language", "open_", "kept", "off"),
    [
        ("de", "bleibt weiter offen", "bleibt am 4. Mai", "Die Eröffnung ist verschoben."),
        ("de", "gilt als unsicher", "gilt weiter", "Die Eröffnung ist verschoben."),
        ("en", "remains unclear", "remains", "The opening has been postponed."),
    ],
)
def test_a_date_that_remains_open_is_not_kept(language: str, open_: str, kept: str, off: str) -> None:
    date = "Der Termin der Eröffnung" if language == "de" else "The date of the opening"
    assert held_against(f"{date} {open_}.", off, language).kind is not Kind.STATUS
    assert held_against(f"{date} {kept}.", off, language).kind is Kind.STATUS

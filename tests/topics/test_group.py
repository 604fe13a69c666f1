"""Topics: what goes together and what stays apart, answers, links from reviewers, ids, order."""

from __future__ import annotations

import random

from claims.models import Links, Stance, Statement, Topic
from claims.topics import group
from tests.conflicts.making import say_that

MEETING = [
    say_that("Das Treffen der Präsidenten von Norwegen und Kanada sei vereinbart.", speaker="Ida Voss", article="m1"),
    say_that(
        "Ein Treffen der Präsidenten Norwegens und Kanadas sei nie vereinbart worden.", speaker="Ole Dam", article="m2"
    ),
    say_that(
        "The meeting of the presidents of Norway and Canada is agreed.", language="en", speaker="Jo Hart", article="m3"
    ),
]
CLINIC = [
    say_that("Die Klinik in Ostrau werde geschlossen.", speaker="Eva Lind", article="k1"),
    say_that("Eine Schließung der Klinik in Ostrau sei nicht geplant.", speaker="Max Rau", article="k2"),
]
TOLL = [
    say_that("Bei dem Zugunglück starben 12 Menschen.", speaker="Die Polizei", article="z1"),
    say_that("Das Zugunglück habe 19 Tote gefordert.", speaker="Der Sender", article="z2"),
]
ALL = MEETING + CLINIC + TOLL


def topic_of(topics: list[Topic], statement: Statement) -> str:
    return next(topic.id for topic in topics if statement.id in topic.statement_ids)


def test_one_matter_is_one_topic_and_other_matters_are_others() -> None:
    known, topics = group(ALL)
    assert [item.id for item in known] == [item.id for item in ALL]
    for matter in (MEETING, CLINIC, TOLL):
        assert len({topic_of(topics, item) for item in matter}) == 1
    assert len({topic_of(topics, matter[0]) for matter in (MEETING, CLINIC, TOLL)}) == 3


def test_every_statement_is_in_one_topic_and_labels_come_from_the_claims() -> None:
    _, topics = group(ALL)
    held = [name for topic in topics for name in topic.statement_ids]
    assert sorted(held) == sorted(item.id for item in ALL)
    for topic in topics:
        claims = " ".join(item.claim for item in ALL if item.id in topic.statement_ids).lower()
        assert topic.label
        assert topic.label.split()[0].lower()[:5] in claims


def test_the_result_does_not_depend_on_the_order() -> None:
    shuffled = list(ALL)
    random.Random(7).shuffle(shuffled)
    one, other = group(ALL)[1], group(shuffled)[1]
    assert {topic.id: topic.statement_ids for topic in one} == {topic.id: topic.statement_ids for topic in other}


def test_links_of_a_reviewer_bind() -> None:
    together = Links(must_link=((MEETING[0].id, CLINIC[0].id),))
    apart = Links(must_not_link=((CLINIC[0].id, CLINIC[1].id),))
    _, joined = group(ALL, links=together)
    assert topic_of(joined, MEETING[0]) == topic_of(joined, CLINIC[0])
    _, parted = group(ALL, links=apart)
    assert topic_of(parted, CLINIC[0]) != topic_of(parted, CLINIC[1])


def test_two_meetings_are_two_related_topics() -> None:
    ministers = say_that("Das Treffen der Außenminister von Norwegen und Kanada sei am Montag.", article="m4")
    _, topics = group([*MEETING, ministers])
    first = next(topic for topic in topics if MEETING[0].id in topic.statement_ids)
    second = next(topic for topic in topics if ministers.id in topic.statement_ids)
    assert first.id != second.id
    assert second.id in first.related


def test_a_denial_answers_the_statement_before_it_and_joins_its_topic() -> None:
    report = say_that("Die Werft werde an Investoren aus Japan verkauft.", speaker="Der Bote", article="w")
    denial = say_that("dementierte diese Meldung", speaker="Karl Tann", article="w", start=80, stance=Stance.DENIES)
    known, topics = group([report, denial])
    assert known[1].answers == report.id
    assert topic_of(topics, report) == topic_of(topics, denial)


def test_nobody_answers_himself() -> None:
    report = say_that("Die Werft werde verkauft.", speaker="Karl Tann", article="w")
    denial = say_that("dementierte diese Meldung", speaker="Karl Tann", article="w", start=80, stance=Stance.DENIES)
    assert group([report, denial])[0][1].answers == ""


def test_nothing_gives_nothing() -> None:
    assert group([]) == ([], [])


def test_what_sums_up_what_its_speaker_said_goes_with_it() -> None:
    told = say_that("Die Glocke im Turm sei gesprungen.", speaker="Ida Voss")
    text = "Damit wies Voss den Vorschlag des Landrats zurück."
    act = say_that("wies … den Vorschlag des Landrats zurück", speaker="Ida Voss", start=80)
    summing = act.model_copy(update={"quote": text})
    by_another = summing.model_copy(update={"id": "s_other", "speaker": "Ole Dam"})
    for item, one in ((summing, True), (act, False), (by_another, False)):
        topics = group([told, item])[1]
        assert (topic_of(topics, told) == topic_of(topics, item)) == one

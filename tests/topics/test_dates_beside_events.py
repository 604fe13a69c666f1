"""A claim that names nothing but a date is of the event that is told beside it."""

from __future__ import annotations

import pytest

from claims import pipeline
from claims.articles import article_from_text
from claims.models import Findings, Kind
from claims.topics.discourse import dated_by_another

ENGLISH = """Row over a peace conference

The presidents of Halvan and Tessin had agreed on a date for their conference, envoy Ada Lorne said on Monday.

"There is no date and there is no place," Halvan's foreign minister, Karl Mott, told reporters. He had never asked
for anything of the kind, he said.

Ms Lorne insisted that the conference would open on 27 October."""
GERMAN = """Streit über eine Konferenz

Halvan und Tessin haben sich nach Angaben der Gesandten Ada Lorne auf eine Konferenz geeinigt. „Es gibt weder einen
Termin noch einen Ort“, sagte dagegen Außenminister Karl Mott.

Ministerin Runa Falk sagte, die Konferenz beginne am 27. Oktober."""
UNTOLD = """Rat tagt in Ulm

Die Stadt baut ein neues Bad, sagte Bürgermeisterin Ada Lorne. Der Eintritt werde vier Euro kosten, sagte sie weiter.

Einen Termin gebe es noch nicht, sagte Kämmerer Karl Mott."""


def analysed(text: str, language: str) -> Findings:
    told = "\n\n".join(paragraph.replace("\n", " ") for paragraph in text.split("\n\n"))
    one = article_from_text(told, title=text.partition("\n")[0], published="2026-10-06", language=language)
    return pipeline.analyse([one])


def together(found: Findings, one: str, other: str) -> bool:
    ids = {part: next(item.id for item in found.statements if part in item.claim) for part in (one, other)}
    return any(set(ids.values()) <= set(topic.statement_ids) for topic in found.topics)


@pytest.mark.parametrize(
    ("text", "language", "dateless", "dated"),
    [
        (ENGLISH, "en", "There is no date", "would open on 27 October"),
        (GERMAN, "de", "weder einen Termin noch einen Ort", "beginne am 27. Oktober"),
    ],
)
def test_no_date_and_the_day_that_another_gives_are_one_topic_and_clash(
    text: str, language: str, dateless: str, dated: str
) -> None:
    found = analysed(text, language)
    assert together(found, dateless, dated)
    claims = {item.id: item.claim for item in found.statements}
    pairs = [(claims[clash.a] + claims[clash.b], clash.kind) for clash in found.conflicts]
    assert any(dateless in both and dated in both and kind == Kind.DATE for both, kind in pairs)


def test_a_date_without_an_event_beside_it_is_of_nothing_told_there() -> None:
    assert list(dated_by_another(analysed(UNTOLD, "de").statements)) == []
    assert len(list(dated_by_another(analysed(ENGLISH, "en").statements))) == 2

"""Who speaks in a statement, and what attributes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.models import Statement
from claims.topics.frame import Frame, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.words import sound

RETORT = 2  # statements behind such a claim in which another may give the day
BESIDE = 300  # characters between a claim that names only a date and the one whose event it is about
SETTING = ("date", "place", "agenda")  # what is settled of a meeting


def attribution(item: Statement) -> Frame:
    """The frame of the words that attribute the claim: its quote without it."""
    rest = item.quote
    for span in item.claim_spans:
        piece = item.quote[max(0, span.start - item.char_start) : max(0, span.end - item.char_start)]
        rest = rest.replace(piece, " ") if piece else rest
    return frame_of(rest, item.language)


def side_of(item: Statement) -> frozenset[str]:
    """Who speaks and for which government or organisation, as party features."""
    names = ", ".join(name for name in (item.speaker, item.party, item.speaker_role, item.mention) if name)
    return frame_of(names, item.language).parties if names else frozenset()


def same_speaker(one: Statement, other: Statement) -> bool:
    """Both statements have one and the same known speaker."""
    if one.speaker_id and other.speaker_id:
        return one.speaker_id == other.speaker_id
    return bool(one.speaker) and sound(one.speaker) == sound(other.speaker)


def dated_by_another(known: Sequence[Statement]) -> Iterator[tuple[str, str]]:
    """Pairs of a claim that names nothing but a date or a stage ("There is no date and no place") and one beside it,
    in the order of the text, that tells of the event: the one right before it, and what another then says of its day.
    """
    for place, item in enumerate(known):
        if not _only_dates(item):
            continue
        before = known[place - 1] if place else item
        if before is not item and _beside(before, item) and _tells_of_a_day(before):
            yield item.id, before.id
        for after in known[place + 1 : place + 1 + RETORT]:
            if not _beside(item, after):
                break
            told = frame_of(after.claim, after.language)
            other = bool(told.names or told.states)  # "the talks in Graz" may be those of somebody else
            if told.events and after.about_date.value and not other and not same_speaker(item, after):
                yield item.id, after.id
                break


def _beside(one: Statement, after: Statement) -> bool:
    return one.article_id == after.article_id and after.char_start - one.char_end <= BESIDE


def _only_dates(item: Statement) -> bool:
    this = frame_of(item.claim, item.language)
    named = {
        mention.index for mention in this.mentions if mention.group in ("status", "axis") or mention.name in SETTING
    }
    dated = any(mention.name == "date" for mention in this.of("object"))
    return dated and not this.events and named >= set(this.lemmas.values())


def _tells_of_a_day(item: Statement) -> bool:
    """It tells of an event or a stage, and of its day."""
    this = frame_of(item.claim, item.language)
    dated = bool(item.about_date.value) or any(mention.name == "date" for mention in this.of("object"))
    return dated and (bool(this.events) or any(mention.group == "status" for mention in this.mentions))


def sums_up(item: Statement, before: Statement) -> bool:
    """It says what its speaker did by the words before it: "Damit widersprach er …"."""
    opening = tuple(f"{words} " for words in lexicon(item.language).polarity.summing)
    one = item.article_id == before.article_id and same_speaker(item, before)
    return one and item.quote.lower().startswith(opening)

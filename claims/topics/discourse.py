"""Who speaks in a statement, and what attributes it."""

from __future__ import annotations

from claims.models import Statement
from claims.topics.frame import Frame, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.words import sound


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


def sums_up(item: Statement, before: Statement) -> bool:
    """It says what its speaker did by the words before it: "Damit widersprach er …"."""
    opening = tuple(f"{words} " for words in lexicon(item.language).polarity.summing)
    one = item.article_id == before.article_id and same_speaker(item, before)
    return one and item.quote.lower().startswith(opening)

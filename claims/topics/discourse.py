"""How a statement stands to the ones before it in its article: who else speaks, and whether it is set against them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims.models import Article, Span, Statement
from claims.topics.frame import Frame, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.scope import listed
from claims.topics.words import Word, sound, words

REACH = 2  # statements back that a contrast reaches
FAR = 400  # characters back that it reaches
BETWEEN = 120  # characters before a statement that lead over to it
ACT = 12  # words of a reported act in which its adverb stands
OPENING = 2  # words at the beginning of a claim that lead over to it


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


class Contrast(NamedTuple):
    """The statement that another is set against, by id, and the word that says that both cannot be so, if one does."""

    against: str = ""
    word: str = ""


NO_CONTRAST = Contrast()


def countered(group: Sequence[Statement], index: int, article: Article | None) -> Contrast:
    """The statement against which the one at ``index`` is set ("however", "dagegen"), if there is one.

    ``group`` are the statements of one article in the order of the text. It is the nearest one before it by another
    speaker, and the words that attribute the claim, lead over to it or open it must say so.
    """
    item = group[index]
    before = [other for other in group[max(0, index - REACH) : index] if not same_speaker(other, item)]
    if not before or item.char_start - before[-1].char_end > FAR:
        return NO_CONTRAST
    leading = _leading_over(group, index, article)
    if not any("contrast" in found for _, found in leading):
        return NO_CONTRAST
    strong = [said[place].text for said, found in leading for place in found.get("adversative", [])]
    return Contrast(before[-1].id, strong[0] if strong else "")


_Listed = tuple[Sequence[Word], Mapping[str, Sequence[int]]]


def _leading_over(group: Sequence[Statement], index: int, article: Article | None) -> tuple[_Listed, ...]:
    """The words that attribute the claim, stand between it and the statement before, or open it, and their lists."""
    item, previous = group[index], group[index - 1]
    lead = ""
    if article is not None:
        lead = article.text[max(previous.char_end, item.char_start - BETWEEN) : item.char_start]
    act = item.cue_span is not None and any(
        span.start <= item.cue_span.start < span.end for span in item.claim_spans
    )  # a reported act has its adverb inside: "schloss das dagegen aus"
    opening = " ".join(item.claim.split()[: ACT if act else OPENING])
    own = attribution(item)
    return (own.words, own.scope.listed), _listed(lead, item.language), _listed(opening, item.language)


def _listed(text: str, language: str) -> _Listed:
    tables = lexicon(language)
    found = words(text, (Span(0, len(text)),), tables)
    return found, listed(found, tables)

"""What a report follows up on: "Drei Tage nach dem Brand hat die Polizei …", "over Monday's fire"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from claims.dates.occasions import Occasions
from claims.dates.words import SayingWords
from claims.language.moments import Context, away
from claims.language.times import TimeExpression, precision_of
from claims.language.word_tense import word_tense
from claims.models import Article

REFERRED = 4  # words: nach dem schweren Brand
REACH = 80  # characters in which they stand
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:.!?\n–—]")
_DISTANCE = re.compile(r"(day|week|month|year) (\d+)")


def with_their_days(article: Article, occasions: Occasions) -> list[TimeExpression]:
    """The expressions of an article; a distance in the first sentence of its lead has the day of its event.

    "Zwei Tage nach dem Brand haben Ermittler am Mittwoch …" counts back from that Wednesday, else from the article.
    """
    told, published = list(occasions.expressions), article.published.value
    first, last = _of_the_first_sentence(occasions)
    for index in range(first, last):
        distance = _DISTANCE.fullmatch(told[index].event)
        if distance is None or not published:
            continue
        others = (one for one in told[first:last] if one.precision == "day" and one.kind == "point" and not one.event)
        base = next((one.value for one in others if one.value <= published), published)
        value = away(Context(base, lambda: "", None, american=False, order=""), distance[1], -int(distance[2]))
        if value:
            value = value.rstrip("~")
            told[index] = told[index].model_copy(
                update={"value": value, "kind": "point", "precision": precision_of(value)}
            )
    return told


def followed_up(
    expressions: Sequence[TimeExpression], occasions: Occasions, words: SayingWords
) -> TimeExpression | None:
    """The time of the event that the lead's first sentence only refers to."""
    first, last = _of_the_first_sentence(occasions)
    article, published = occasions.article, occasions.article.published.value
    for one in expressions[first:last]:
        if not one.value or one.value.partition("/")[0] > published:
            continue
        if _DISTANCE.fullmatch(one.event):
            return one
        if occasions.inside(one.span) and one.text.split(" ", 1)[0] not in words.of_a_noun:
            continue  # but "nach dem Sturm vom Donnerstag fordern die Bauern Hilfe"
        if one.kind == "point" and one.precision == "day" and is_referred_to(article, one.span.start, words):
            return one
    return None


def is_referred_to(article: Article, place: int, words: SayingWords) -> bool:
    """Whether the words right before ``place`` are a noun that is only referred to: "nach dem Brand am Montag", "over
    Monday's fire"; not "nach Angaben der Wehr am Montag", "after a man died on Monday"."""
    clause = _BREAK.split(article.text[max(0, place - REACH) : place])[-1]
    before = _WORD.findall(clause)[-REFERRED:]
    for index in range(len(before) - 1, -1, -1):
        if before[index].lower() in words.topics | words.before_events | words.since:
            return True
        if before[index] in words.utterances or word_tense(before[index], article.language):
            return False
    return False


def _of_the_first_sentence(occasions: Occasions) -> tuple[int, int]:
    sentence = occasions.first_of_the_lead
    return bisect_left(occasions.starts, sentence.start), bisect_left(occasions.starts, sentence.end)

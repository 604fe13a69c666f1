"""Position: two demands or aims that cannot both be met (a ceasefire now / no ceasefire), told apart from facts."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.pair import NEEDS_AN_OBJECT, Finding, Pair, features_of
from claims.conflicts.positions import positions
from claims.conflicts.side import nominal
from claims.models import Kind

_ONE_WORD = ("axis:", "word:", "sum:", "person:")  # targets whose words are no matter beside the clash

SIDE_BY_SIDE = 0.7  # comparability of two who speak of one thing by the same noun, a few sentences apart


def detect(pair: Pair) -> Iterator[Finding]:
    """Opposite positions on one target."""
    if pair.same_speaker:
        return
    theirs = positions(pair.b)
    if not theirs:
        return
    for mine in positions(pair.a):
        for other in theirs:
            if mine.target == other.target and mine.sign != other.sign:
                without = features_of(pair.a.frame, mine.evidence) | features_of(pair.b.frame, other.evidence)
                person = mine.target.startswith("person:")
                again = pair.near and pair.topical and _one_noun(pair, mine.evidence[:1], other.evidence[:1])
                if person or (not mine.target.startswith(_ONE_WORD) and mine.target not in NEEDS_AN_OBJECT):
                    without -= {f"c:{mine.target}", f"n:{mine.target.removeprefix('person:')}"}
                yield Finding(
                    Kind.POSITION,
                    0.85,
                    mine.evidence,
                    other.evidence,
                    "reason.position",
                    without=without,
                    event="" if mine.target in NEEDS_AN_OBJECT else mine.target.removeprefix("axis:"),
                    one_thing=again or (not mine.target.startswith("axis:") and mine.target not in NEEDS_AN_OBJECT),
                    least=SIDE_BY_SIDE if again else 0.0,
                )
                return


def _one_noun(pair: Pair, mine: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Both name by the same noun what they are for or against."""
    return any(
        nominal(pair.a, n) and nominal(pair.b, m) and pair.a.frame.words[n].lemma == pair.b.frame.words[m].lemma
        for n in mine
        for m in other
    )

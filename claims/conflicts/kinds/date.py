"""Date: one event, two dates that cannot both be right; or a date against "there is no date"."""

from __future__ import annotations

from collections.abc import Iterator

from claims.conflicts.clashes import comparable_events
from claims.conflicts.facts import facts
from claims.conflicts.pair import Finding, Pair
from claims.conflicts.side import Side
from claims.models import Kind
from claims.topics.context import NONE


def bounds(value: str) -> tuple[str, str] | None:
    """First and last day of an EDTF value as ISO days; None when it is open or unknown."""
    value = value.rstrip("~?%")
    if not value or ".." in value or "X" in value:
        return None
    if "/" in value:
        first, last = value.split("/", 1)
        low, high = bounds(first), bounds(last)
        return (low[0], high[1]) if low and high else None
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    if len(value) == 7:
        return f"{value}-01", f"{value}-31"
    return (value[:10], value[:10]) if len(value) >= 10 else None


def _dated(side: Side) -> str:
    """The date the claim gives for its event, when the words of the date stand in the claim."""
    when = side.statement.about_date
    if not when.value or when.span is None:
        return ""
    inside = any(span.start <= when.span.start and when.span.end <= span.end for span in side.statement.claim_spans)
    return when.value if inside else ""


def _indices(side: Side) -> tuple[int, ...]:
    span = side.statement.about_date.span
    if span is None:
        return ()
    return tuple(n for n, word in enumerate(side.frame.words) if span.start <= word.start and word.end <= span.end)


def detect(pair: Pair) -> Iterator[Finding]:
    """Disjoint dates of one event; a date against none."""
    a, b = _dated(pair.a), _dated(pair.b)
    if a and b:
        one, other = bounds(a), bounds(b)
        if one and other and (one[1] < other[0] or other[1] < one[0]) and _same_event(pair):
            yield Finding(Kind.DATE, 0.9, _indices(pair.a), _indices(pair.b), "reason.date", {"date_a": a, "date_b": b})
        return
    for dated, other_side, swapped in ((a, pair.b, False), (b, pair.a, True)):
        here = pair.b if swapped else pair.a
        if not dated or not comparable_events(pair) or not (here.events or here.context is not NONE):
            continue
        for fact in facts(other_side):
            if fact.axis == "dated" and fact.open == frozenset({-1}):
                mine, theirs = _indices(here), other_side.around(fact.mention.index)
                yield Finding(
                    Kind.DATE,
                    0.85 * (0.8 if fact.mention.yet else 1.0) * (0.85 if _hedged(here) else 1.0),
                    theirs if swapped else mine,
                    mine if swapped else theirs,
                    "reason.no_date",
                    {"date": dated},
                )
                return


def _hedged(side: Side) -> bool:
    return any(mention.hedged for mention in side.frame.mentions)


def _same_event(pair: Pair) -> bool:
    """The dates belong to one event: the same event noun, or the same predicate."""
    if pair.shared_events:
        return True
    mine = {mention.name for mention in pair.a.frame.mentions if mention.group in ("axis", "status")}
    theirs = {mention.name for mention in pair.b.frame.mentions if mention.group in ("axis", "status")}
    return bool(mine & theirs)

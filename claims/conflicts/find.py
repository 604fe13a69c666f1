"""The conflicts of a case: every pair of statements of a topic compared, the ones that clash kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claims.conflicts.acts import acts
from claims.conflicts.compare import compare_sides, differ, excludes
from claims.conflicts.counts import bare, measured
from claims.conflicts.echoes import with_echoes
from claims.conflicts.fillers import fillers
from claims.conflicts.kinds.cause import cause
from claims.conflicts.kinds.holder import named_for
from claims.conflicts.kinds.often import often
from claims.conflicts.kinds.rank import rank
from claims.conflicts.pair import facts_by_axis
from claims.conflicts.positions import positions
from claims.conflicts.side import Side, once_per_side
from claims.faults import RAISED, Faults
from claims.models import Article, Comparison, Conflict, Quantity, Statement, Topic, content_id
from claims.settings import Settings
from claims.topics.context import Surroundings, surroundings

SURE = 0.5  # similarity from which two statements are taken to be of one topic before the topics are made
COMMON, RARE = 0.5, 0.9  # weight of a feature that many statements of the case have, and of another
LARGEST_TOPIC = 400  # statements of a topic that are compared each with each; beyond, only near ones


class Background(NamedTuple):
    """What a comparison reads of the whole case."""

    around: Surroundings
    rarity: Mapping[str, float]  # weight of a feature, less if many statements of the case have it


def background(statements: Sequence[Statement], articles: Iterable[Article] = ()) -> Background:
    """The background of a case, made once for all that compares; ``articles`` tell who belongs to which state."""
    return against(surroundings(statements, articles))


def against(around: Surroundings) -> Background:
    """The background that known surroundings make."""
    rarity: dict[str, float] = {}
    for features in (found.features for table in (around.frames, around.contexts) for found in table.values()):
        rarity.update(dict.fromkeys(features, RARE))
    rarity.update(dict.fromkeys(rarity.keys() & around.common, COMMON))
    return Background(around, rarity)


def find(
    statements: Sequence[Statement],
    topics: Sequence[Topic],
    *,
    settings: Settings | None = None,
    articles: Iterable[Article] = (),
    known: Background | None = None,
    faults: Faults = RAISED,
) -> list[Conflict]:
    """Conflicts among ``statements`` inside ``topics``, strongest first within a topic, topics in order.

    ``known`` is the background of the case, if it is made already. Ids depend on the two statements alone. A fault
    costs a topic its conflicts and is told of its ``articles``.
    """
    limits = settings or Settings()
    articles = list(articles)
    around, rarity = known or background(statements, articles)
    source = {article.id: article.source for article in articles}
    by_id = {item.id: item for item in statements}
    lent: Mapping[str, Quantity] = {}
    with faults.cost("fault.lent", source.values()):
        lent = _lent(statements, around)
    out: list[Conflict] = []
    for topic in topics:
        said = [by_id[name] for name in topic.statement_ids if name in by_id]
        sources = [source.get(item.article_id, item.article_id) for item in said]
        with faults.cost("fault.conflicts", sources, topic=topic.label):
            # its sides are made now and given up with it: they are large
            out += _in_topic(topic, with_echoes([_side(item, around, lent) for item in said]), limits, rarity)
    return out


def _in_topic(topic: Topic, sides: Sequence[Side], limits: Settings, rarity: Mapping[str, float]) -> list[Conflict]:
    """The conflicts of one topic, strongest first."""
    found = [
        conflict
        for index, one in enumerate(sides)
        for other in sides[index + 1 : index + 1 + LARGEST_TOPIC]
        if (conflict := _conflict(topic, one, other, limits, rarity)) is not None
    ]
    return sorted(found, key=lambda item: (-item.score, item.id))


def between(
    a: str,
    b: str,
    statements: Sequence[Statement],
    *,
    articles: Iterable[Article] = (),
    settings: Settings | None = None,
) -> Comparison:
    """What two of ``statements``, named by id, are to each other, compared as those of one topic of a case are.

    ``statements`` are all of their topic, and all of the same ``articles``: what stands around them counts.
    """
    around, rarity = background(statements, articles)
    lent = _lent(statements, around)
    sides = {side.statement.id: side for side in with_echoes([_side(item, around, lent) for item in statements])}
    return compare_sides(sides[a], sides[b], settings=settings, rarity=rarity, topical=True)


def opposed(
    statements: Sequence[Statement],
    pairs: Mapping[tuple[int, int], float],
    *,
    settings: Settings | None = None,
    articles: Iterable[Article] = (),
    known: Background | None = None,
) -> list[tuple[int, int]]:
    """Those of ``pairs`` (places in ``statements``, with their similarity) that exclude each other: of one matter.

    For :func:`claims.topics.group`, which brings them together whatever their words have in common. The statements
    may be those of some whole articles, if ``known`` is the background of the case.
    """
    limits = settings or Settings()
    around, rarity = known or background(statements, articles)
    lent = _lent(statements, around)
    sides = [_side(item, around, lent) for item in statements]
    out: list[tuple[int, int]] = []
    for (a, b), likeness in pairs.items():
        if may_clash(sides[a], sides[b]) and excludes(
            sides[a], sides[b], settings=limits, rarity=rarity, topical=likeness >= SURE, one_story=True
        ):
            out.append((a, b))
    return out


def may_clash(a: Side, b: Side) -> bool:
    """Whether a full comparison of the two can find more than something to be checked; cheap, and never too strict."""
    if b.statement.id in a.answered or a.statement.id in b.answered:
        return True
    if any(
        one.context.contrast.firm and one.context.contrast.against == other.statement.id
        for one, other in ((a, b), (b, a))
    ):
        return True
    ours, theirs = _signs(a), _signs(b)
    if (ours.dates and theirs.dates) or (ours.measured and theirs.measured):
        return True
    if (ours.dates and "dated" in theirs.open) or (theirs.dates and "dated" in ours.open):
        return True
    if not ours.targets.isdisjoint(theirs.targets) or not ours.slots.isdisjoint(theirs.slots):
        return True
    for axis in ours.open.keys() & theirs.open.keys():
        if any(one.isdisjoint(other) for one in ours.open[axis] for other in theirs.open[axis]):
            return True
    return False


class _Signs(NamedTuple):
    """What of a side tells at a glance that it may clash."""

    dates: bool
    measured: bool
    open: Mapping[str, frozenset[frozenset[int]]]  # axis → the values that its facts leave open
    targets: frozenset[str]
    slots: frozenset[str]  # acts whose doer is named, a post whose holder is, a cause, a rank


@once_per_side
def _signs(side: Side) -> _Signs:
    axes = {axis: frozenset(fact.open for fact in found) for axis, found in facts_by_axis(side).items()}
    targets = frozenset(position.target for position in positions(side))
    slots = frozenset(act.name for act in acts(side)) | frozenset(found.slot for found in fillers(side))
    single = (("post", named_for(side)), ("cause", cause(side)), ("often", often(side)), ("rank", rank(side)))
    slots |= frozenset(name for name, told in single if told)
    return _Signs(bool(side.dates), bool(measured(side)), axes, targets, slots)


def _side(item: Statement, around: Surroundings, lent: Mapping[str, Quantity]) -> Side:
    """The statement prepared for comparison, with what it takes from its surroundings."""
    return Side(item, around.frame(item), around.of(item), around.state_of, around.office_of, lent.get(item.id))


def _conflict(topic: Topic, one: Side, other: Side, limits: Settings, rarity: Mapping[str, float]) -> Conflict | None:
    outcome = differ(one, other, settings=limits, rarity=rarity)
    if outcome is None or outcome.level is None:
        return None
    a, b = one.statement.id, other.statement.id
    return Conflict(
        id=content_id("x", *sorted((a, b))),
        topic_id=topic.id,
        a=a,
        b=b,
        level=outcome.level,
        score=outcome.score,
        reasons=outcome.reasons,
        parts=outcome.parts,
    )


def _lent(statements: Sequence[Statement], around: Surroundings) -> dict[str, Quantity]:
    """For each statement the last full quantity of the two statements before it in its article."""
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article_id, []).append(statement)
    out: dict[str, Quantity] = {}
    for group in by_article.values():
        group.sort(key=lambda item: (item.char_start, item.char_end, item.id))
        full = [_full(_side(item, around, {})) for item in group]
        for index, item in enumerate(group):
            before = [quantity for found in full[max(0, index - 2) : index] for quantity in found]
            if before:
                out[item.id] = before[-1]
    return out


def _full(one: Side) -> list[Quantity]:
    """The quantities of which the claim says what they measure."""
    return [item.quantity for item in measured(one) if not bare(item.quantity)]

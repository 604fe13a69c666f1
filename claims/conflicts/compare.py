"""Two statements in, one comparison out: kind, level, score with its parts, reasons, and why not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from claims.conflicts.guards import guards
from claims.conflicts.kinds import DETECTORS
from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.scoring import comparability, firmness
from claims.conflicts.side import Side, side
from claims.conflicts.telling import reason
from claims.models import Comparison, Kind, Level, Statement
from claims.settings import Settings
from claims.topics.lexicon import lexicon
from claims.topics.words import Word

MOST_REASONS = 4
_ROUNDING = 1e-9
_RESTORED = (Kind.OPPOSITE, Kind.POLARITY, Kind.STATUS)  # what "again" can tell of, so that it goes on


class _Scored(NamedTuple):
    score: float
    finding: Finding
    comparability: float
    guard: float
    tuned: float  # weight of the kind; 1 is the built-in one
    notes: tuple[Note, ...]


def compare(a: Statement, b: Statement, *, settings: Settings | None = None) -> Comparison:
    """What two statements are to each other, from their claims, speakers and dates alone.

    ``score`` is between 0 and 1; ``level`` is None below ``settings.check_score``. ``guards`` say why a pair that
    looks like a conflict is none.
    """
    return compare_sides(_prepared(a), _prepared(b), settings=settings)


@lru_cache(maxsize=8192)
def _prepared(statement: Statement) -> Side:
    """A statement is read once, however often it is compared."""
    return side(statement)


def compare_sides(
    a: Side,
    b: Side,
    *,
    settings: Settings | None = None,
    rarity: Mapping[str, float] | None = None,
    topical: bool = False,
) -> Comparison:
    """As :func:`compare`, with what the statements inherit, how rare their words are in the case, and whether they
    are known to be of one topic."""
    limits = settings or Settings()
    pair = Pair(a, b, rarity or {}, topical)
    scored = _scored(pair, limits, 0.0)
    if not scored:
        return Comparison(kind=None, level=None, score=0.0, guards=(("guard.nothing", {}),))
    return _comparison(pair, scored, limits)


def _comparison(pair: Pair, scored: list[_Scored], limits: Settings) -> Comparison:
    best = scored[0]
    notes = tuple(dict.fromkeys((key, tuple(sorted(values.items()))) for key, values in best.notes))
    shown = tuple((key, dict(values)) for key, values in notes)
    level = _level(pair, best, limits)
    parts = {
        "comparability": round(best.comparability, 3),
        "incompatibility": round(best.finding.weight, 3),
        "firmness": round(firmness(pair, best.finding), 3),
        "guards": round(best.guard, 3),
    }
    if best.tuned != 1.0:
        parts["tuned"] = best.tuned
    if level is None:
        why = shown or (("guard.far", {}),)
        return Comparison(kind=None, level=None, score=round(best.score, 3), guards=why, parts=parts)
    kept: list[_Scored] = []
    for item in scored:
        if item.score >= limits.check_score and item.finding.kind not in {other.finding.kind for other in kept}:
            kept.append(item)
    reasons = tuple(reason(pair, item.finding, level) for item in kept[:MOST_REASONS])
    return Comparison(
        kind=best.finding.kind, level=level, score=round(best.score, 3), reasons=reasons, guards=shown, parts=parts
    )


def excludes(
    a: Side, b: Side, *, settings: Settings, rarity: Mapping[str, float], topical: bool, one_story: bool = False
) -> bool:
    """Whether :func:`compare_sides` of the same calls the pair more than something to be checked; without the words."""
    pair = Pair(a, b, rarity, topical, one_story)
    if pair.same_speaker and pair.same_article and not _later(pair):
        return False  # whoever seems to contradict himself in one breath is to be checked
    if pair.copied and settings.conflict_score > 0:
        return False
    scored = _scored(pair, settings, settings.conflict_score)
    return bool(scored) and _level(pair, scored[0], settings) not in (None, Level.CHECK)


def differ(a: Side, b: Side, *, settings: Settings, rarity: Mapping[str, float]) -> Comparison | None:
    """:func:`compare_sides` of two statements of one topic, or None at once where it would give no level."""
    pair = Pair(a, b, rarity, topical=True)
    if pair.copied and settings.check_score > 0:
        return None
    scored = _scored(pair, settings, settings.check_score)
    outcome = _comparison(pair, scored, settings) if scored else None
    return outcome if outcome is not None and outcome.level is not None and outcome.reasons else None


def _scored(pair: Pair, limits: Settings, least: float) -> list[_Scored]:
    """The findings that count, the strongest first; those that cannot reach ``least`` are left out."""
    scored = sorted(
        (
            _score(pair, finding, limits)
            for detect in DETECTORS
            for finding in detect(pair)
            if _at_most(finding, limits) >= least
        ),
        key=lambda item: (item.finding.moved, -item.score, item.finding.kind, item.finding.a, item.finding.b),
    )
    if any(not item.finding.alone and item.score >= limits.conflict_score for item in scored):
        scored = [item for item in scored if not item.finding.alone]
    return scored


def _at_most(finding: Finding, limits: Settings) -> float:
    """What the score of a finding cannot exceed: all that it is multiplied by besides is at most 1."""
    common = 1.0 if finding.comparability is None else finding.comparability
    return common * finding.weight * limits.kind_weights.get(finding.kind, 1.0) + _ROUNDING


def _score(pair: Pair, finding: Finding, limits: Settings) -> _Scored:
    common = comparability(pair, finding)
    left, notes = guards(pair, finding)
    tuned = limits.kind_weights.get(finding.kind, 1.0)
    score = min(1.0, common * finding.weight * firmness(pair, finding) * left * tuned)
    return _Scored(score, finding, common, left, tuned, notes)


def _level(pair: Pair, best: _Scored, limits: Settings) -> Level | None:
    if best.score < limits.check_score:
        return None
    later = _later(pair)
    if best.finding.moved:
        return Level.UPDATE if best.score >= limits.conflict_score else None
    if best.score < limits.conflict_score or not best.finding.settled:
        return Level.CHECK
    if best.finding.counts and (later or (best.finding.again and not pair.same_article)):
        return Level.UPDATE
    if later and _went_on(pair, best.finding):
        return Level.UPDATE
    if pair.same_speaker:
        if later:
            return Level.SHIFT
        return Level.CHECK if pair.same_article else Level.CONFLICT
    return Level.CONFLICT


def _later(pair: Pair) -> bool:
    """Both days are known, and they are two."""
    a, b = pair.a.day, pair.b.day
    return a[:10] != b[:10] and bool(a) and bool(b)


def _went_on(pair: Pair, finding: Finding) -> bool:
    """A plan moved on: its speaker names a new day, tells of the next stage of what was open ("still negotiating") or
    of what came instead of it, or somebody says that it is so now ("meanwhile ruled out") or again ("open again").
    """
    earlier, later, ahead = (pair.a, pair.b, finding.a) if pair.a.day < pair.b.day else (pair.b, pair.a, finding.b)
    if finding.kind != Kind.QUANTITY and _says(later, "by_now"):
        return True
    if finding.kind in _RESTORED and _restored(later, finding.b if later is pair.b else finding.a):
        return True
    planned = any(word.clause == earlier.frame.words[n].clause for n in ahead[:1] for word in _coming(earlier))
    if finding.kind == Kind.STATUS and planned:
        return True
    if not pair.same_speaker:
        return False
    return finding.kind == Kind.DATE or (
        finding.kind == Kind.STATUS and (_says(earlier, "pending") or _says(earlier, "yet"))
    )


def _restored(side: Side, indices: tuple[int, ...]) -> bool:
    """ "All runs are open again": it is so by now, and was not before."""
    words = side.frame.words
    clauses = {words[n].clause for n in indices if not side.frame.scope.negative(n)}
    return any(words[n].clause in clauses for n in side.frame.scope.listed.get("restored", ()))


def _says(side: Side, name: str) -> bool:
    return bool(side.frame.scope.listed.get(name, ()))


def _coming(side: Side) -> list[Word]:
    """The words that tell of what is to come."""
    coming = lexicon(side.frame.language).modality.coming
    return [word for word in side.frame.words if word.lower in coming]

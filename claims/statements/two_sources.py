"""Two sources without a verb of saying in one sentence: each has its own clause, or both the one."""

from __future__ import annotations

from itertools import pairwise

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.statements.scene import Found, Range, clause_at, minus


def part(analysis: Analysis, sentence: Sentence, told: list[tuple[Range, Found]]) -> None:
    """ "Die Sperre begann laut A um acht, laut B endete sie um neun": each of two sources has its own main clause."""
    for (hole, one), (later, other) in pairwise(told):
        if not one.pieces or not other.pieces or one.end <= later[0]:
            continue
        end = max(one.end, other.end)
        if other.start >= hole[1]:  # "…, während laut B 900 kamen"
            one.pieces = minus(analysis, (one.start, other.start), [hole])
            other.pieces = minus(analysis, (_behind_joining(analysis, other.start), end), [later])
            continue
        if all(analysis.lower[i] in analysis.grammar.coordinators for i in range(hole[1], later[0])):
            both = (hole[0], later[1])  # "nach Angaben von A und laut B"
            one.pieces = other.pieces = minus(analysis, (min(one.start, other.start), end), [both])
            continue
        border = _second_clause(analysis, sentence, hole[1], later[0])
        if border > 0:
            one.pieces = minus(analysis, (one.start, border - analysis.grammar.inline_content), [hole])
            other.pieces = minus(analysis, (_behind_joining(analysis, border), end), [later])


def _behind_joining(analysis: Analysis, start: int) -> int:
    joining = analysis.grammar.coordinators | analysis.grammar.contrast_openers | analysis.grammar.subordinators
    return start + (analysis.lower[start] in joining)


def _second_clause(analysis: Analysis, sentence: Sentence, start: int, source: int) -> int:
    """Where the main clause of the ``source`` begins that stands behind the clause that ends at ``start``; else -1."""
    if not analysis.grammar.inline_content:
        clause = clause_at(sentence, source)
        main = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
        return clause.start if main and clause.start >= start else -1
    joining = analysis.grammar.coordinators | analysis.grammar.contrast_openers
    for place in range(start, source):
        if analysis.tokens[place].text in (",", ";") and analysis.lower[place + 1] in joining:
            return place + 2
    return -1

"""What goes on behind a frame without a verb in the mood of reported speech: "Er sei gut, sagte X, aber alt"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind
from claims.statements.content_limits import finite_like
from claims.statements.cues import cue_words


def goes_on(analysis: Analysis, clause: Clause) -> bool:
    """Whether the first clause behind a frame still is what was said: a part that the content lacks ("sondern schlecht
    gewartet", "aber alt") or its condition or ground ("sofern es nicht regnet"); no time, relative or further act."""
    words = cue_words(analysis.language)
    opener, second = analysis.lower[clause.start], clause.start + 1
    if clause.kind is ClauseKind.SUBORDINATE:
        return opener in words.tail_grounds
    if clause.kind is not ClauseKind.FRAGMENT or opener not in words.tail_openers or second >= clause.end:
        return False
    pronoun = analysis.lower[second] in analysis.grammar.subject_pronouns
    return not pronoun and not finite_like(analysis, second)  # "…, und lächelte", "…, aber er ging"

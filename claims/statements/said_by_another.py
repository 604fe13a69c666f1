"""Nouns of saying right before the clause that tells what was said, and whose words they mean."""

from __future__ import annotations

from typing import NamedTuple

from claims.language.analysis import Analysis, Clause, ClauseKind
from claims.statements.content_limits import mood_at
from claims.statements.phrases import Phrase, phrases
from claims.statements.scene import Range, Scene

CLOSING = 2  # tokens between the noun and its clause: a particle or a participle, or words in quotation marks


class Words(NamedTuple):
    """The phrase with the noun, the noun, and the one whose words they are: nobody for a report that is in print."""

    phrase: Range
    noun: int
    owner: Range | None


def words_of_another(scene: Scene, before: Clause) -> Words | None:
    """The noun of saying that closes the clause ``before``, if it tells whose words it means or is in print.

    Whose they are stands behind the noun ("die Behauptung der Union", "von Minister X"); of "seine Behauptung" no
    rule here knows it.
    """
    analysis = scene.analysis
    sources = scene.words.before.always | scene.words.before.with_evidence  # "sagte nach Angaben der Agentur, dass"
    near = [phrase for phrase in phrases(analysis, before.start, before.end) if not phrase.pronoun][-2:]
    for place, phrase in enumerate(near):
        last = near[-1] if phrase is not near[-1] and _of(analysis, near[-1]) else phrase
        if before.end - last.end > CLOSING or (last is not phrase and last.start - 1 != phrase.end):
            continue
        noun, printed = _noun(scene, phrase)
        within = range(phrase.start, phrase.end)
        if (
            noun < 0
            or phrase.preposition in sources
            or any(analysis.lower[index] in analysis.grammar.possessives for index in within)
        ):
            continue
        owner = (last.start, last.end) if last is not phrase else (noun + 1, phrase.end)
        if owner[0] < owner[1]:
            return Words((phrase.start, phrase.end), noun, owner)
        aside = phrase.preposition and phrase.preposition not in scene.words.nominal.answered_with
        if printed and not aside and place == len(near) - 1:
            return Words((noun, noun + 1), noun, None)
    return None


def resumes(analysis: Analysis, clause: Clause) -> bool:
    """ "Die Aussage von Y, A sei B, | stimme nicht": the verb whose subject stands before the clause set in, or the
    negation of one that stands before it: "kommentierte die Aussage, A sei B, | nicht"."""
    denied = clause.kind is ClauseKind.FRAGMENT and analysis.lower[clause.start] in analysis.grammar.negations
    return denied or mood_at(analysis, clause.start, clause.end) == clause.start


def _noun(scene: Scene, phrase: Phrase) -> tuple[int, bool]:
    """The noun of saying in a phrase, -1 without one, and whether it is one for what is in print."""
    words, lower = scene.words, scene.analysis.lower
    said = (words.nominal.nouns | words.evidence.nouns) - words.nominal.thoughts
    for index in range(phrase.start, phrase.end):
        printed = lower[index].endswith(words.nominal.published)
        if printed or lower[index] in said:
            return index, printed
    return -1, False


def _of(analysis: Analysis, phrase: Phrase) -> bool:
    return phrase.preposition in analysis.grammar.agent_prepositions

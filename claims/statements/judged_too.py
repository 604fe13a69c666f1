"""One thing, two verdicts, one verb: "Der Rat nennt den Vertrag fair, die Gewerkschaft einen Witz"."""

from __future__ import annotations

from typing import NamedTuple

from claims.language.analysis import Analysis
from claims.statements.candidates import is_abstract
from claims.statements.clausal_words import clausal_words
from claims.statements.content_limits import finite_like, mood_at
from claims.statements.floating import can_speak
from claims.statements.mention_words import mention_words
from claims.statements.nouns import is_adjective
from claims.statements.phrases import Phrase, phrase_at
from claims.statements.scene import Range, trim

LONGEST = 14  # tokens of the second half


class Verdict(NamedTuple):
    """Who judges, what is judged (named in the first half) and how."""

    mention: Range
    what: Range
    verdict: Range


def judged_too(analysis: Analysis, start: int, first: int, end: int) -> Verdict | None:
    """The second half at ``first`` of a sentence that begins at ``start``: a speaker and a verdict, and no verb."""
    words, lower = clausal_words(analysis.language), analysis.lower
    if end - first > LONGEST or lower[first] in words.figure_pronouns:
        return None
    verb = next((i for i in range(start + 1, first - 2) if lower[i] in words.judging_verbs), -1)
    if verb < 0 or analysis.inside[verb] >= 0 or mood_at(analysis, verb + 1, first, conditional=False) >= 0:
        return None  # "nannte das falsch, man habe versucht, alle zu erreichen"
    link = _link(analysis, first, end)
    what, who = phrase_at(analysis, verb + 1, first), phrase_at(analysis, first, link)
    if (
        what is None
        or what.end >= first - 1
        or who is None
        or who.end >= end - 1
        or not _sets_against(analysis, what, who, link < end)
    ):
        return None
    told = any(finite_like(analysis, i) or mood_at(analysis, i, i + 1) >= 0 for i in range(who.end, end))
    place = who.end
    while place < end - 1 and lower[place] in mention_words(analysis.language).fillers | words.softeners:
        place += 1
    verdict = trim(analysis, place, end)
    if told or verdict is None or not _is_verdict(analysis, place):
        return None
    return Verdict((who.start, who.end), (what.start, what.end), verdict)


def _link(analysis: Analysis, first: int, end: int) -> int:
    """ "Oltmann für einen Witz": "für" is no part of who judges."""
    links = clausal_words(analysis.language).judging_links
    return next((i for i in range(first + 1, end) if analysis.lower[i] in links), end)


def _sets_against(analysis: Analysis, what: Phrase, who: Phrase, link: bool) -> bool:
    """``who`` can judge, as "für" behind it or its form tells, and is not judged too: "nannte A feige, B dumm"."""
    bare = not what.pronoun and what.end - what.start == 1 and who.end - who.start == 1
    return not (who.oblique or who.pronoun or bare or is_abstract(analysis, who)) and (
        link or can_speak(analysis, (who.start, who.end))
    )


def _is_verdict(analysis: Analysis, place: int) -> bool:
    """An article with its noun, an adjective, quoted words, or what "für" and "als" open."""
    opens = analysis.lower[place] in analysis.grammar.determiners | clausal_words(analysis.language).judging_links
    small = analysis.tokens[place].text[0].islower() and analysis.lower[place] not in analysis.grammar.closed
    return opens or small or is_adjective(analysis, place) or analysis.inside[place] >= 0

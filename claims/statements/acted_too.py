"""One act, two who do it, one verb: "Die Grünen kündigten eine Anfrage an, die Anwohner eine Demonstration"."""

from __future__ import annotations

from typing import NamedTuple

from claims.language.analysis import Analysis
from claims.language.lemmas import is_known
from claims.models import Stance
from claims.statements.candidates import is_abstract, is_time
from claims.statements.clausal_words import clausal_words
from claims.statements.content_limits import mood_at
from claims.statements.cues import Entry, table
from claims.statements.floating import can_speak
from claims.statements.mention_words import mention_words
from claims.statements.occurrences import is_number
from claims.statements.phrases import phrase_at, phrases
from claims.statements.scene import Range

LONGEST = 12  # tokens of the second half


class Act(NamedTuple):
    """Who acts, the verb (in the first half), what the act is about, and what it makes of it."""

    mention: Range
    verb: Range
    what: Range
    stance: Stance


def acted_too(analysis: Analysis, start: int, first: int, end: int) -> Act | None:
    """The second half at ``first`` of a sentence that begins at ``start``: somebody and a thing, and no verb."""
    words, lower = clausal_words(analysis.language), analysis.lower
    if analysis.grammar.small_nouns or end - first > LONGEST or lower[first] in words.figure_pronouns:
        return None
    while end > first and not analysis.is_word(end - 1):
        end -= 1
    verb, entry = _verb(analysis, start, first)
    parted = _parted(analysis, first, end)
    if entry is None or parted is None:
        return None
    who, what = parted
    told = any(
        (lower[i] in table(analysis.language).finite and analysis.tokens[i].text.islower())
        or mood_at(analysis, i, i + 1) >= 0
        for i in range(who[1], end)
    )
    if told or not _acts(analysis, who, what) or not _has_object(analysis, verb, first):
        return None
    return Act(who, (verb, verb + 1), what, entry.stance)


def _acts(analysis: Analysis, who: Range, what: Range) -> bool:
    """Somebody by the form of the phrase; a bare word before an article is a name: "Huber eine Klage"."""
    name, words = analysis.tokens[who[1] - 1].text, mention_words(analysis.language)
    phrase = phrase_at(analysis, *who)
    if phrase is None or is_abstract(analysis, phrase):
        return False
    bare = who[1] - who[0] == 1 and analysis.lower[what[0]] in analysis.grammar.determiners
    return bare or name.isupper() or name.lower().endswith(words.crowd_endings) or can_speak(analysis, who)


def _verb(analysis: Analysis, start: int, first: int) -> tuple[int, Entry | None]:
    """The finite verb of an act with a bare object; its particle, if it has one, closes the first half."""
    last = first - 2 if analysis.tokens[first - 1].text in (",", ";") else first - 3
    for verb in range(start + 1, last):
        if analysis.inside[verb] >= 0 or not analysis.tokens[verb].text.islower():
            continue
        for entry in table(analysis.language).finite.get(analysis.lower[verb], ()):
            closes = not entry.particle or analysis.lower[last] == entry.particle
            bare = all(word.startswith("!") and word[1:] not in analysis.lower[start:first] for word in entry.needs)
            if entry.reported and bare and not entry.weak and closes:
                return verb, entry
    return -1, None


def _parted(analysis: Analysis, first: int, end: int) -> tuple[Range, Range] | None:
    """Who and what, where the stretch is these two phrases: "die Anwohner | eine Demonstration", "der Rat | Geduld"."""
    who = phrase_at(analysis, first, end)
    if who is None or who.pronoun or who.oblique:
        return None
    led = analysis.lower[end - 2] in analysis.grammar.determiners | analysis.grammar.prepositions  # "der | Klinik"
    if who.end == end and end - who.start > 2 and is_known(analysis.lower[end - 1], analysis.language) and not led:
        return (who.start, end - 1), (end - 1, end)
    more = who.end + 1 < end and analysis.lower[who.end] in clausal_words(analysis.language).more  # "mehr Geduld"
    what = phrase_at(analysis, who.end + more, end) if who.end + more < end else None
    if what is None or what.pronoun:
        counted = who.end == end - 1 and is_number(analysis, who.end)
        return ((who.start, who.end), (who.end, end)) if counted else None
    rest = phrases(analysis, what.end, end)  # "eine Demonstration vor dem Werk", "vier Jahre Haft"
    last = rest[-1].end if rest else what.end
    prepared = all(one.preposition or is_time(analysis, what) for one in rest)
    return ((who.start, who.end), (who.end, end)) if last == end and prepared else None


def _has_object(analysis: Analysis, verb: int, first: int) -> bool:
    """Whether the first half tells what its act is about, in a phrase of its own behind the verb."""
    return any(not one.preposition and not one.pronoun for one in phrases(analysis, verb + 1, first - 1))

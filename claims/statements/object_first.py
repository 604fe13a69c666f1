"""The object before the verb and who does it behind: "Eine Korrektur lehnt Reuter ab"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause
from claims.language.lemmas import is_known
from claims.statements.candidates import plural_verb
from claims.statements.full_names import named_in_full
from claims.statements.mention_words import mention_words
from claims.statements.occurrences import Cue
from claims.statements.phrases import Phrase, phrase_at, phrases
from claims.statements.scene import Range

OF_THINGS = frozenset({"deny", "demand", "announce", "confirm", "doubt"})  # acts whose object is a thing


def person_behind(analysis: Analysis, clause: Clause, cue: Cue, found: Range) -> Range | None:
    """ "Eine solche Steuer nannte der Minister falsch": who stands behind the verb, where a thing stands before it.

    Without the article of the subject ("nannte Minister Muster falsch") only a verb of judging has a thing before it:
    "Die Verwaltung dankte Minister Muster".
    """
    words, finite = mention_words(analysis.language), cue.finite
    if found[1] <= finite and any(found[0] <= place < found[1] for place in cue.tokens):
        # "Schwere Vorwürfe erhebt der Verein": what the verb needs is no subject of it
        rest = phrases(analysis, finite + 1, clause.end)
        return next(((one.start, one.end) for one in rest if not one.preposition and not one.oblique), None)
    ahead = phrase_at(analysis, found[0], found[1])
    behind = phrase_at(analysis, finite + 1, clause.end) if finite + 1 < clause.end else None
    if ahead is None or behind is None or found[1] > finite or ahead.pronoun or behind.pronoun:
        return None
    first = analysis.lower[ahead.start]
    if first not in analysis.grammar.determiners or not first.endswith(words.object_endings or ("\0",)):
        return None
    if plural_verb(analysis, finite) or any(behind.start <= place < behind.end for place in cue.tokens):
        return None  # "Die Vorsitzende Ute Reh ist der Ansicht, …"
    head = analysis.lower[ahead.head]
    if head.endswith((*words.role_endings, *words.speaking, *words.bodies, *words.person_endings)):
        return None
    if cue.entry.group in OF_THINGS and finite == found[1] and _name_alone(analysis, behind, clause, cue):
        return (behind.start, behind.end)
    start = behind.start + (analysis.lower[behind.start] in words.subject_articles)
    named = (
        cue.entry.group == "name" and start == behind.start and behind.end - start > 1 and analysis.capital(start + 1)
    )
    role = analysis.lower[start].endswith(words.role_endings)
    feminine = start > behind.start and analysis.lower[start].endswith(words.feminine_endings)
    return (behind.start, behind.end) if role and not feminine and (named or start > behind.start) else None


def _name_alone(analysis: Analysis, phrase: Phrase, clause: Clause, cue: Cue) -> bool:
    """ "Eine Korrektur lehnt Reuter ab": nothing but a name stands behind the verb, up to its particle."""
    name = phrase.end - 1
    named = not is_known(analysis.lower[name], analysis.language) or named_in_full(analysis, name)
    last = max(cue.tokens)
    return named and phrase.end <= last and phrase.start == cue.finite + 1 and clause.start <= last < clause.end

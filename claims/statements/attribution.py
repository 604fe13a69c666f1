"""Who a cue attributes to: its subject, the agent of a passive, the writing it stands in, the one who is quoted."""

from __future__ import annotations

from dataclasses import replace

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.language.lemmas import is_known
from claims.statements.candidates import is_abstract, is_time
from claims.statements.content_limits import mood_at
from claims.statements.cues import cue_words
from claims.statements.mention_words import mention_words
from claims.statements.mentions import subject
from claims.statements.occurrences import Cue
from claims.statements.phrases import Phrase, phrase_at, phrases
from claims.statements.scene import Range, clause_number
from claims.statements.source_words import source_words


def agent(analysis: Analysis, sentence: Sentence, cue: Cue) -> Range | None:
    """Who does what a passive says: the phrase after "von", "durch" or "seitens"."""
    agents = analysis.grammar.agent_prepositions
    if agents & set(cue.entry.needs):
        return None
    clause = sentence.clauses[clause_number(sentence, cue.verb)]
    best: Range | None = None
    for index in range(clause.start, clause.end - 1):
        if analysis.lower[index] not in agents:
            continue
        phrase = phrase_at(analysis, index + 1, clause.end, True)
        if phrase is None or phrase.pronoun or is_time(analysis, phrase):
            continue
        if analysis.capital(index - 1) and index > clause.start and _bare_matter(analysis, phrase):
            continue  # "der Ausbruch von Cholera wird befürchtet"
        if best is None or not is_abstract(analysis, phrase):
            best = (phrase.start, phrase.end)
    return best


def _bare_matter(analysis: Analysis, phrase: Phrase) -> bool:
    """A single noun of the dictionary without a determiner that names nobody who speaks."""
    words = mention_words(analysis.language)
    low = analysis.lower[phrase.head]
    if phrase.head != phrase.start or not is_known(low, analysis.language):
        return False
    return not low.endswith((*words.speaking, *words.role_endings))


def source_phrase(
    analysis: Analysis,
    sentence: Sentence,
    cue: Cue,
    prepositions: frozenset[str],
    documents: bool = False,
    bodies: bool = False,
) -> Range | None:
    """The phrase after one of ``prepositions`` in the cue's clause or before; only writings if ``documents``, or
    bodies too if ``bodies``."""
    number = max(0, clause_number(sentence, cue.verb))
    written = source_words(analysis.language).documents.nouns
    for place in (number, *range(number - 1, -1, -1)):
        clause = sentence.clauses[place]
        for phrase in phrases(analysis, clause.start, clause.end):
            if phrase.preposition not in prepositions or phrase.pronoun or is_time(analysis, phrase):
                continue
            nouns = [analysis.lower[index] for index in range(phrase.start, phrase.head + 1)]
            body = bodies and mention_words(analysis.language).is_body(nouns[-1])
            if documents and not body and not any(n in written or n.rsplit("-", 1)[-1] in written for n in nouns):
                continue
            return (phrase.start, phrase.end)
        if sentence.clauses[place].kind in (ClauseKind.MAIN,) and place != number:
            break
    return None


def _person_in(analysis: Analysis, phrase: Phrase) -> Range:
    """The phrase, or in "den Vorschlag des Ministers" the one whose it is: a thing says nothing."""
    words = mention_words(analysis.language)
    written = source_words(analysis.language)
    head = analysis.lower[phrase.head]
    thing = head in written.nominal.nouns | written.evidence.nouns | words.things or is_abstract(analysis, phrase)
    if not thing:
        return (phrase.start, phrase.end)
    owners = analysis.grammar.genitive_determiners | analysis.grammar.belonging
    for index in range(phrase.head + 1, phrase.end - 1):
        if analysis.lower[index] in owners:
            start = index if analysis.lower[index] in analysis.grammar.determiners else index + 1
            return (start, phrase.end)
    return (phrase.start, phrase.end)


def antecedent(analysis: Analysis, sentence: Sentence, relative: int) -> Range | None:
    """The noun phrase that a relative pronoun at ``relative`` stands for."""
    number = clause_number(sentence, relative)
    if number <= 0:
        return None
    clause = sentence.clauses[number]
    before = sentence.clauses[number - 1]
    candidates = [
        phrase for phrase in phrases(analysis, sentence.clauses[0].start, clause.start - 1) if not phrase.pronoun
    ]
    near = [phrase for phrase in candidates if phrase.start >= before.start]
    if near:
        return _person_in(analysis, near[-1])
    return (candidates[-1].start, candidates[-1].end) if candidates else None


def _object_after(analysis: Analysis, sentence: Sentence, cue: Cue, mention: Range) -> Range | None:
    """ "zitierte die Agentur einen Sprecher": who is quoted."""
    clause = sentence.clauses[max(0, clause_number(sentence, cue.verb))]
    near = cue.finite + 1
    if near == mention[0] - 1 and analysis.lower[near] in mention_words(analysis.language).quoted_pronouns:
        return (near, near + 1)  # "zitierte ihn die Zeitung"
    for phrase in phrases(analysis, max(mention[1], cue.verb + 1), clause.end):
        if phrase.preposition or phrase.pronoun or is_time(analysis, phrase):
            continue
        return (phrase.start, phrase.end)
    return None


def _behind_content(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """ "In Proben sei A gefunden worden, hieß es": what stands before the frame is said and names no source."""
    if cue.clause < 1 or cue.finite != sentence.clauses[cue.clause].start:
        return False
    first = sentence.clauses[0]
    spoken = mood_at(analysis, first.start, first.end) >= 0
    return first.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and (first.finite >= 0 or spoken)


def speaker_of(
    analysis: Analysis, sentence: Sentence, cue: Cue, impersonal: frozenset[str]
) -> tuple[Range | None, Range | None]:
    """(mention, antecedent) of a cue; both None where nobody is named."""
    words = cue_words(analysis.language)
    if cue.entry.name in words.out_of:
        return source_phrase(analysis, sentence, cue, frozenset({words.out_of[cue.entry.name]})), None
    if cue.entry.impersonal and _behind_content(analysis, sentence, cue):
        sentence = replace(sentence, clauses=sentence.clauses[cue.clause : cue.clause + 1])
        cue = replace(cue, clause=0)
    if cue.entry.impersonal:
        return source_phrase(analysis, sentence, cue, impersonal, documents=cue.entry.group == "learn"), None
    if cue.passive and cue.entry.verb in words.quoted:
        return subject(analysis, sentence, cue), None
    if cue.passive:
        return agent(analysis, sentence, cue) or source_phrase(
            analysis, sentence, cue, impersonal, documents=True
        ), None
    mention = subject(analysis, sentence, cue)
    if mention is None:
        return None, None
    if cue.entry.verb in words.quoted and (quoted := _object_after(analysis, sentence, cue, mention)) is not None:
        pronoun = mention == (cue.finite + 1, cue.finite + 2)
        if pronoun and analysis.lower[mention[0]] in mention_words(analysis.language).quoted_pronouns:
            return quoted, mention  # "zitierte sie die Zeitung"
        return mention, quoted
    low = analysis.lower[mention[0]]
    single = mention[1] - mention[0] == 1
    if (
        single
        and low == cue_words(analysis.language).impersonal.pronoun
        and cue.entry.group in ("say", "confirm", "deny")
    ):
        return source_phrase(analysis, sentence, cue, impersonal, documents=True) or mention, None
    if single and low in analysis.grammar.indefinite_pronouns:
        return source_phrase(analysis, sentence, cue, impersonal, documents=True, bodies=True), None
    if (
        mention[1] - mention[0] == 1
        and low in analysis.grammar.relatives
        and analysis.tokens[mention[0]].text[0].islower()
    ):
        return mention, antecedent(analysis, sentence, mention[0])
    return mention, None

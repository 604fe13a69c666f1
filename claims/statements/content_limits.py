"""Where a content clause begins and ends: its mood, its verb, and where the frame takes the word back."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.clauses import is_reported_mood
from claims.language.lemmas import lemma
from claims.statements.cues import cue_words, table
from claims.statements.nouns import is_adjective
from claims.statements.occurrences import Cue
from claims.statements.scene import clause_number

SHORTEST_FORM = 3  # letters of a verb behind its prefix


def mood_at(analysis: Analysis, start: int, end: int, conditional: bool = True) -> int:
    """The first finite verb in the mood of reported speech among ``tokens[start:end]``; -1 if there is none."""
    words = analysis.grammar
    for index in range(start, end):
        low = analysis.lower[index]
        if not analysis.tokens[index].text[0].islower():
            continue
        if low not in words.reported_mood and start < index < end - 1 and analysis.capital(index + 1):
            before = analysis.lower[index - 1]
            if before in words.determiners or before in words.prepositions or is_adjective(analysis, index - 1):
                continue  # "ihre weiche Stimme"
        if is_reported_mood(low, analysis.language) or (conditional and _conditional(low, analysis)):
            if index and analysis.lower[index - 1] in words.first_person | words.likening:
                continue  # "als gehöre ihm das Haus"
            return index
    return -1


def _conditional(low: str, analysis: Analysis) -> bool:
    """A form of the conditional, also behind a prefix: "benähmen", "verlören"."""
    forms = analysis.grammar.conditional_mood - analysis.grammar.auxiliaries
    prefixes = cue_words(analysis.language).inflection.no_prefix
    behind = (low[len(one) :] for one in prefixes if low.startswith(one) and len(low) > len(one) + SHORTEST_FORM)
    return low in analysis.grammar.conditional_mood or any(form in forms for form in behind)


def raised(analysis: Analysis, clause: Clause) -> bool:
    """ "Ihm scheine die Lage ernst zu sein": a main clause although it ends in an infinitive."""
    start = clause.start
    opens = (
        analysis.tokens[start].text[0].isupper() and analysis.lower[start] not in analysis.grammar.infinitive_openers
    )
    return clause.kind is ClauseKind.INFINITIVE and opens and mood_at(analysis, start, clause.end, False) > start


def finite_like(analysis: Analysis, index: int) -> bool:
    """A small-letter word that is, or by its ending may be, a finite verb in the indicative."""
    words = analysis.grammar
    low = analysis.lower[index]
    if not analysis.tokens[index].text[0].islower() or low in words.conditional_mood:
        return False
    if is_reported_mood(low, analysis.language):
        return False
    if low in words.auxiliaries or low in words.finite or low in table(analysis.language).finite:
        return True
    if low in words.closed or not low.endswith(words.finite_endings):
        return False
    form = lemma(low, analysis.language)
    return form.endswith("n") and form != low


def first_word(analysis: Analysis, clause: Clause) -> int:
    """The first word of the clause after coordinators."""
    for index in range(clause.start, clause.end):
        if analysis.is_word(index) and analysis.lower[index] not in analysis.grammar.coordinators:
            return index
    return clause.start


def content_end(analysis: Analysis, sentence: Sentence, cue: Cue | None, start: int) -> int:
    """Where the content that begins at ``start`` ends and the frame takes the word back; else the sentence's end."""
    words = analysis.grammar
    end = sentence.end
    if cue is not None:
        later = [index for index in cue.tokens if index > start]
        if later and (number := clause_number(sentence, min(later))) >= 0:
            end = sentence.clauses[number].start
    verb_seen = False
    for clause in sentence.clauses:
        if clause.end <= start or clause.start >= end:
            continue
        if clause.start > start and clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT):
            first = first_word(analysis, clause)
            resumed = finite_like(analysis, first) and analysis.inside[first] < 0
            told = analysis.tokens[clause.start - 1].text == ";" and analysis.inside[clause.start - 1] < 0
            if told and mood_at(analysis, clause.start, sentence.end) < 0:
                return clause.start - 1  # "…, den Bau fortzusetzen; die CDU stimmte dagegen"
            mood = mood_at(analysis, clause.start, clause.end)
            if resumed and (mood < 0 or analysis.inside[mood] >= 0):
                return clause.start
        for index in range(max(clause.start, start), clause.end):
            if analysis.inside[index] >= 0:
                continue
            if analysis.lower[index] in words.coordinators and index + 2 < clause.end and index > start:
                following = index + 1
                low = analysis.lower[following]
                if (
                    verb_seen
                    and finite_like(analysis, following)
                    and low not in words.modals
                    and not low.endswith("en")
                ):
                    last = next(n for n in range(clause.end - 1, index, -1) if analysis.is_word(n))
                    # "eine Frau erfasst und verletzt zu haben": participles of one infinitive
                    infinitive = analysis.lower[last - 1] == words.infinitive_marker
                    if analysis.lower[last] not in words.auxiliaries and not infinitive:
                        return index
            if clause.finite == index or mood_at(analysis, index, index + 1) >= 0 or finite_like(analysis, index):
                verb_seen = True
    for index in range(start + 1, end - 1):
        if (
            analysis.tokens[index].text == ":"
            and analysis.inside[index] < 0
            and analysis.tokens[index + 1].kind == "mark"
        ):
            return index
    return end


def verb_first(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """The cue's clause begins with its finite verb: ", sagte X"."""
    number = clause_number(sentence, cue.finite)
    if number < 0:
        return False
    clause = sentence.clauses[number]
    index = clause.start
    while index < cue.finite and (
        not analysis.is_word(index)
        or analysis.inside[index] >= 0
        or analysis.lower[index] in analysis.grammar.frame_openers
    ):
        index += 1
    return index == cue.finite

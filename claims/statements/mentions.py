"""Who speaks: the noun phrase that is the subject of a cue, chosen by scored surface features."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.lemmas import lemma
from claims.language.quantity_words import words_of
from claims.statements.candidates import is_abstract, is_time, is_utterance, plural_verb, score, with_coordination
from claims.statements.cues import table
from claims.statements.mention_words import mention_words
from claims.statements.nouns import is_adjective
from claims.statements.object_first import person_behind
from claims.statements.occurrences import Cue, is_number
from claims.statements.phrases import Phrase, phrase_at, phrases
from claims.statements.scene import Range, clause_number
from claims.statements.source_words import source_words

THRESHOLD = 0.0


def _verb_final(analysis: Analysis, clause: Clause, finite: int) -> bool:
    return clause.kind in (ClauseKind.CONTENT, ClauseKind.QUESTION, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE) or (
        analysis.lower[clause.start] in analysis.grammar.contrast_openers | analysis.grammar.question_words
        and finite > clause.start + 1
    )


def subject(analysis: Analysis, sentence: Sentence, cue: Cue) -> Range | None:
    """The subject of a cue in the active voice, as a token range; None if the sentence has none."""
    number = clause_number(sentence, cue.verb)
    if number < 0:
        return None
    clause = sentence.clauses[number]
    start = clause.start
    finite = cue.finite
    if not clause.start <= finite < clause.end:
        other = clause_number(sentence, finite)
        if 0 <= other < number:
            # the auxiliary stands before an inserted clause: its clause has the subject
            found = _best(analysis, sentence.clauses[other], finite)
            return found or _before(analysis, sentence, other)
    relative = clause.kind is ClauseKind.RELATIVE and analysis.lower[start] in analysis.grammar.subject_relatives
    if relative and analysis.tokens[start].text[0].islower():
        follow = phrase_at(analysis, start + 1, clause.end) if start + 1 < clause.end else None
        if (
            follow is None
            or follow.oblique
            or is_time(analysis, follow)
            or analysis.lower[start] in analysis.grammar.either_gender
        ):
            return (start, start + 1)
        return (follow.start, follow.end)
    joined = analysis.lower[start] in analysis.grammar.coordinators and finite == start + 1 and number > 0
    if joined and (found := main_subject(analysis, sentence, 0)) is not None:
        return found  # "A argumentiert, …, und hält B für C"
    if finite == start and _interrupted(analysis, sentence, number):
        ahead = _before(analysis, sentence, number)
        return _object_ahead(analysis, clause, finite, ahead) or ahead
    second = finite > start and analysis.lower[finite - 1] in analysis.grammar.coordinators
    if second and _verb_like(analysis, start) and _interrupted(analysis, sentence, number):
        return _before(analysis, sentence, number)  # "Muster, Chefin der Klinik, lobte A und tadelte B"
    found = _best(analysis, clause, finite)
    if found is not None:
        found = person_behind(analysis, clause, cue, found) or found
        for place in cue.tokens:
            if found[0] < place < found[1]:
                return (found[0], place)  # "geht das Amt von … aus": what the verb needs is not the name's
        return _apposition(analysis, sentence, number, found)
    return _before(analysis, sentence, number)


def _object_ahead(analysis: Analysis, clause: Clause, finite: int, ahead: Range | None) -> Range | None:
    """ "Die Behauptung, …, wies X zurück": who follows the verb, where what stands before it names no one."""
    if ahead is None:
        return None
    phrase = phrase_at(analysis, ahead[0], ahead[1])
    if phrase is None or phrase.pronoun:
        return None
    printed = analysis.lower[phrase.head].endswith(source_words(analysis.language).nominal.published_plural)
    several = printed and not plural_verb(analysis, finite)  # "Medienberichte, wonach …, bezeichnete X als falsch"
    if not (several or is_abstract(analysis, phrase) or is_utterance(analysis, phrase)):
        return None
    return _best(analysis, clause, finite)


def _name_goes_on(analysis: Analysis, phrase: Phrase, finite: int) -> bool:
    """ "Die Gewerkschaft Glas und Keramik zählt": a name with "und" in it, as the verb is one of the singular."""
    lower, end = analysis.lower, phrase.end
    if phrase.pronoun or plural_verb(analysis, finite) or end + 1 >= len(lower):
        return False
    named = end - phrase.start >= 3 and analysis.capital(end - 1) and analysis.capital(end - 2)
    institution = lower[end - 2].endswith(tuple(mention_words(analysis.language).speaking))
    return named and institution and lower[end] in analysis.grammar.joining and analysis.capital(end + 1)


def _interrupted(analysis: Analysis, sentence: Sentence, number: int) -> bool:
    """ "Anna Muster, Sprecherin der Stadt, sagte": the sentence opens with a phrase that fills its first clause."""
    if number < 2:
        return False
    first = sentence.clauses[0]
    if first.kind is not ClauseKind.FRAGMENT or analysis.inside[first.start] >= 0:
        return False
    if any(clause.kind is ClauseKind.MAIN for clause in sentence.clauses[1:number]):
        return False
    fillers = mention_words(analysis.language).fillers
    start = first.start
    while start < first.end - 1 and analysis.lower[start] in fillers:
        start += 1
    phrase = phrase_at(analysis, start, first.end)
    if phrase is not None and phrase.end < first.end:
        rest = phrases(analysis, phrase.end, first.end)
        if rest and any(not other.preposition for other in rest):
            return False
        if not rest and any(analysis.lower[i] not in fillers for i in range(phrase.end, first.end)):
            return False
        return not phrase.oblique and not phrase.pronoun and not is_time(analysis, phrase)
    return phrase is not None and phrase.end == first.end and not phrase.oblique and not is_time(analysis, phrase)


def _best(analysis: Analysis, clause: Clause, finite: int) -> Range | None:
    words = analysis.grammar
    lower = analysis.lower
    final = _verb_final(analysis, clause, finite)
    after_and = finite > clause.start and lower[finite - 1] in words.coordinators
    if after_and:
        # "A lobt B und tadelt C": the subject stands with the first verb
        first = next((i for i in range(clause.start, finite - 1) if i == clause.finite or _verb_like(analysis, i)), -1)
        if first >= 0:
            return _best(analysis, clause, first)
    opener = final and lower[clause.start] in words.prepositions  # "während X sagte" is no "während des …"
    kicker = [i for i in range(clause.start, finite) if analysis.tokens[i].text == ":" and analysis.inside[i] < 0]
    candidates = phrases(analysis, kicker[-1] + 1 if kicker else clause.start + opener, clause.end)
    oblique_start = lower[clause.start] in words.oblique_determiners
    if not final and any(phrase.start > finite for phrase in candidates) and _in_first_field(analysis, clause, finite):
        behind = [phrase for phrase in candidates if phrase.start > finite]
        candidates = behind if any(not phrase.preposition for phrase in behind) else candidates
    best: Phrase | None = None
    best_value = THRESHOLD
    rank = rank_after = 0
    before = [phrase for phrase in candidates if phrase.end <= finite and not phrase.preposition and not phrase.oblique]
    direct = [phrase for phrase in before if phrase.end == finite and not is_time(analysis, phrase)]
    for phrase in candidates:
        if phrase.preposition or (
            phrase.pronoun and analysis.lower[phrase.start] in words.demonstratives and not final
        ):
            continue
        gap = range(phrase.end, finite)
        first_field = phrase.end <= finite and (
            all(not analysis.capital(place) for place in gap) or phrase.start <= clause.start + 1
        )
        value = score(analysis, phrase, finite, first_field, rank_after, final, rank)
        if oblique_start and phrase.end <= finite:
            value -= 5.0  # "Den im Ort verbliebenen Leuten sagte …": the noun belongs to the first word
        if phrase.start > finite:
            if after_and and before:
                value -= 5.0  # "A lobt B und tadelt C": the subject stands before the first verb
            named = direct and not is_abstract(analysis, direct[-1])  # "Fehler räumte sie ein" has its object first
            if named and phrase.pronoun and lower[phrase.start] not in words.clear_subjects:
                value -= 4.0  # "A nannte sie …"
            rank_after += 1
        rank += 1
        if value > best_value:
            best, best_value = phrase, value
    if best is None:
        return None
    stop = best.end
    if _name_goes_on(analysis, best, finite):
        other = phrase_at(analysis, best.end + 1, clause.end)
        stop = other.end if other is not None else stop
    elif not best.pronoun and plural_verb(analysis, finite):
        stop = with_coordination(analysis, best, finite if best.end <= finite else clause.end)
    elif not best.pronoun and best.end < finite and best.start <= clause.start + 1:
        # everything before the verb is one phrase: "Die Behörde in Musterstadt teilte mit"
        fillers = mention_words(analysis.language).fillers
        place = finite
        while place > best.end and lower[place - 1] in fillers:
            place -= 1
        if (
            place > best.end
            and lower[best.end] in words.place_prepositions | words.attribute_prepositions
            and place - best.end <= 5
            and not any(lower[i] in mention_words(analysis.language).time_words for i in range(best.end, place))
        ):
            stop = place
    return (best.start, stop)


def _in_first_field(analysis: Analysis, clause: Clause, finite: int) -> bool:
    """ "Nach drei Stunden Debatte hat der Rat …": what a preposition opens fills all before the verb; "Über 300 Ärzte
    sagten", "Von der Heyde sagte" and "Mit dem Fall betraute Ermittler sagten" are no such."""
    words, lower, start = analysis.grammar, analysis.lower, clause.start
    if words.small_nouns or lower[start] not in words.prepositions or finite <= start + 1:
        return False
    counts = any(is_number(analysis, i) for i in range(start + 1, min(start + 4, finite)))
    qualified = any(phrase.partition(" ")[0] == lower[start] for phrase in words_of(analysis.language).qualifiers)
    if (counts and qualified) or lower[start] in words.contrast_openers:
        return False
    if lower[start] in mention_words(analysis.language).name_particles and analysis.capital(finite - 1):
        return phrases(analysis, start, finite)[0].preposition != ""
    whole = all(analysis.inside[i] < 0 and analysis.tokens[i].text != ":" for i in range(start, finite))
    attribute = any(is_adjective(analysis, i) and analysis.capital(i - 1) for i in range(start + 2, finite))
    return whole and not (attribute and plural_verb(analysis, finite))


def _apposition(analysis: Analysis, sentence: Sentence, number: int, found: Range) -> Range:
    """With what follows after a comma and names the same: "Anna Muster, Sprecherin der Stadt"."""
    clause = sentence.clauses[number]
    if found[1] != clause.end or number + 1 >= len(sentence.clauses):
        return found
    nxt = sentence.clauses[number + 1]
    tokens = analysis.tokens
    if nxt.kind is not ClauseKind.FRAGMENT or nxt.start != clause.end + 1 or tokens[clause.end].text != ",":
        return found
    if any(analysis.inside[index] >= 0 for index in range(nxt.start, nxt.end)) or nxt.end - nxt.start > 12:
        return found
    end = nxt.end
    while end > nxt.start + 1 and analysis.tokens[end - 1].kind == "punct":
        end -= 1
    phrase = phrase_at(analysis, nxt.start, end)
    if (
        phrase is None
        or phrase.pronoun
        or phrase.end < end
        or analysis.lower[nxt.start] in analysis.grammar.frame_openers | analysis.grammar.negations
    ):
        return found
    return (found[0], end)


def _before(analysis: Analysis, sentence: Sentence, number: int) -> Range | None:
    """The subject before an inserted apposition or relative clause: "Anna Muster, die …, sagte"."""
    words = analysis.grammar
    last = number - 1
    while last >= 0 and sentence.clauses[last].kind in (
        ClauseKind.RELATIVE,
        ClauseKind.FRAGMENT,
        ClauseKind.CONTENT,
        ClauseKind.INFINITIVE,
        ClauseKind.SUBORDINATE,
    ):
        clause = sentence.clauses[last]
        if clause.kind is ClauseKind.FRAGMENT and (last == 0 or analysis.tokens[clause.start - 1].text != ","):
            break
        last -= 1
    if last < 0:
        last = 0
    if last == number:
        return None
    clause = sentence.clauses[last]
    finite = clause.finite
    if clause.kind in (ClauseKind.RELATIVE, ClauseKind.CONTENT):
        return None
    if finite >= 0:
        found = _best(analysis, clause, finite)
    else:
        found = None
        for phrase in phrases(analysis, clause.start, clause.end):
            if not phrase.preposition and not phrase.oblique and not is_time(analysis, phrase):
                found = (phrase.start, phrase.end)
                break
    if found is None:
        return None
    if last + 1 < number and finite < 0 and (found[1] == clause.end or _placed(analysis, found[1], clause.end)):
        nxt = sentence.clauses[last + 1]
        other = phrase_at(analysis, nxt.start, nxt.end)
        opens = analysis.lower[nxt.start] in words.coordinators
        if nxt.kind is ClauseKind.FRAGMENT and other is not None and other.end == nxt.end and not opens:
            return (found[0], nxt.end)
    return found


def _placed(analysis: Analysis, start: int, end: int) -> bool:
    """Nothing but a place or an attribute follows the noun: "der Betreiber des Imbisses | am Markt, Ann Lee, sagte"."""
    words = analysis.grammar
    rest = phrases(analysis, start, end)
    placed = analysis.lower[start] in words.place_prepositions | words.attribute_prepositions
    return placed and len(rest) == 1 and rest[0].end == end


def main_subject(analysis: Analysis, sentence: Sentence, number: int, finite: int = -1) -> Range | None:
    """The subject of clause ``number`` whatever its verb is (at ``finite`` if that is known)."""
    clause = sentence.clauses[number]
    finite = clause.finite if finite < 0 else finite
    if finite < 0:
        finite = next((i for i in range(clause.start, clause.end) if _verb_like(analysis, i)), -1)
    if finite < 0:
        return None
    told_of = finite == clause.start and number >= 2
    if told_of and (
        sentence.clauses[number - 1].kind is ClauseKind.RELATIVE or _interrupted(analysis, sentence, number)
    ):
        return _before(analysis, sentence, number)  # "Meier, der …, wollte sich nicht äußern"
    found = _best(analysis, clause, finite)
    return found if found is not None else _before(analysis, sentence, number)


def before_unknown_verb(analysis: Analysis, start: int, end: int) -> Range | None:
    """ "Lindt wich aus", "Prinz ruderte zurück": who opens ``tokens[start:end]`` before a verb that no list has."""
    opening = phrase_at(analysis, start, end)
    if opening is None or opening.oblique or opening.end >= end:
        return None
    verb = analysis.tokens[opening.end].text[0].islower() and analysis.lower[opening.end] not in analysis.grammar.closed
    return (opening.start, opening.end) if verb else None


def _verb_like(analysis: Analysis, index: int) -> bool:
    low = analysis.lower[index]
    if not analysis.tokens[index].text[0].islower() or low in analysis.grammar.closed:
        return False
    if low in table(analysis.language).finite:
        return True
    return low.endswith(analysis.grammar.finite_endings) and lemma(low, analysis.language).endswith("n")

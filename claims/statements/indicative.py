"""Content behind a German verb of saying that does not stand in the mood of reported speech."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.lemmas import is_known, lemma
from claims.statements.candidates import is_time
from claims.statements.content_limits import finite_like, mood_at, verb_first
from claims.statements.cues import cue_words
from claims.statements.nouns import nouns_from
from claims.statements.occurrences import Cue, is_number
from claims.statements.phrases import phrases
from claims.statements.scene import Scene
from claims.statements.verb_forms import past_plural

PLURAL_ARTICLE = "die"


def told_plainly(analysis: Analysis, cue: Cue, clause: Clause) -> bool:
    """ "sagte er, es fehlten 200.000 Euro": a pronoun and its verb right after the frame."""
    outer = cue.clause_kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not cue.passive and not cue.infinitive
    start = clause.start
    told = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and analysis.tokens[start - 1].text == ","
    pronoun = analysis.lower[start] in analysis.grammar.subject_pronouns and analysis.inside[start] < 0
    return outer and told and pronoun and start + 1 < clause.end and finite_like(analysis, start + 1)


def told_in_the_plural(analysis: Analysis, cue: Cue, sentence: Sentence, at: int) -> bool:
    """ "sagte, die Kosten für den Bau stiegen": in the plural the mood of reported speech looks like the past."""
    clause = sentence.clauses[at]
    outer = cue.clause_kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not cue.passive and not cue.infinitive
    if not outer or not analysis.grammar.mood_ending or analysis.tokens[clause.start - 1].text != ",":
        return False
    if analysis.inside[clause.start] >= 0 or any(c.kind is ClauseKind.CONTENT for c in sentence.clauses[at + 1 :]):
        return False  # "sagten die Anwohner, die die Kosten tragen, dass …"
    noun = next((n for n in range(clause.start, clause.end) if analysis.capital(n)), clause.end)
    opening = analysis.lower[clause.start : noun]
    if noun == clause.end or any(word in analysis.grammar.prepositions for word in opening):
        return False
    if opening[:1] == [PLURAL_ARTICLE]:
        if not all(word.endswith("en") for word in opening[1:]):
            return False  # "sagte die Ministerin, die viele Bürger schätzten"
    elif opening and opening[0] in analysis.grammar.relatives:
        return False
    return any(past_plural(analysis, n) for n in range(noun + 1, clause.end))


def opened_otherwise(scene: Scene, number: int, cue: Cue, at: int) -> bool:
    """ "sagt, dort fehlten noch die Fenster", "sagte, im Keller stand das Wasser": what follows a frame that holds
    nothing of what is said opens with an adverb, a preposition or a pronoun, its verb right behind that."""
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    clause, frame, grammar = sentence.clauses[at], sentence.clauses[at - 1], scene.analysis.grammar
    first = clause.start
    if at > 1 or cue.clause or cue.passive or cue.infinitive or cue.entry.reported or cue.entry.unsure:
        return False
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT, ClauseKind.RELATIVE) or verb_first(
        analysis, sentence, cue
    ):
        return False
    if analysis.tokens[first - 1].text != "," or any(analysis.inside[n] >= 0 for n in range(frame.start, first + 1)):
        return False
    if analysis.lower[first - 2] in grammar.prepositions and first - 2 not in cue.tokens:
        return False  # "sagte ab"
    if not analysis.tokens[first].text[0].islower() or not analysis.is_word(first) or is_number(analysis, first):
        return False
    closed = grammar.coordinators | grammar.subordinators
    if max(cue.tokens) < first - 2:  # a noun stands between, of which a relative clause may tell
        closed |= grammar.relatives | grammar.determiners
    if analysis.lower[first] in closed | cue_words(analysis.language).narrating:
        return False
    others = [other.entry for other in scene.cues_of(number) if other.clause == at]
    if any(other.reported or (other.content and at + 1 < len(sentence.clauses)) for other in others):
        return False
    if analysis.lower[first] in grammar.prepositions:
        verb = nouns_from(analysis, first + 1, clause.end, True)[1]
    else:
        verb = max(first + 1, nouns_from(analysis, first, clause.end)[1])
    return 0 < verb < clause.end - 1 and is_verb_form(analysis, verb)


def holds_a_verb(analysis: Analysis, clause: Clause) -> bool:
    """Whether a main clause outside quotation marks holds a finite verb behind its first word, by the dictionary."""
    outer = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and analysis.inside[clause.start] < 0
    return outer and any(is_verb_form(analysis, index) for index in range(clause.start + 1, clause.end))


def is_verb_form(analysis: Analysis, index: int) -> bool:
    """A form of a verb by the dictionary, in whatever tense: "stand", "kamen", "warteten"."""
    low = analysis.lower[index]
    if not analysis.tokens[index].text[0].islower() or low in analysis.grammar.closed:
        return finite_like(analysis, index)
    return finite_like(analysis, index) or (
        lemma(low, analysis.language).endswith("n") and is_known(low, analysis.language)
    )


def main_after_all(analysis: Analysis, cue: Cue, clause: Clause) -> bool:
    """ "…, der Deich halte." right after the verb of saying or a time behind it: there is no noun of which a relative
    clause could tell."""
    outer = cue.clause_kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not cue.passive
    last = max(cue.tokens)
    between = phrases(analysis, last + 1, clause.start - 1) if last < clause.start - 2 else []
    timed = bool(between) and all(is_time(analysis, phrase) for phrase in between)
    return (
        outer
        and (timed or last == clause.start - 2)
        and clause.start + 2 < clause.end
        and analysis.capital(clause.start + 1)
        and mood_at(analysis, clause.start + 2, clause.end, conditional=False) >= 0
    )


def plain(analysis: Analysis, cue: Cue, clause: Clause) -> bool:
    """A main clause outside quotation marks after a cue in a main clause: content although its verb is indicative."""
    outer = cue.clause_kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not cue.passive
    return outer and clause.kind is ClauseKind.MAIN and clause.finite >= 0 and analysis.inside[clause.start] < 0


def strong_past(analysis: Analysis, cue: Cue, clause: Clause) -> bool:
    """ ": An der Raffinerie hingen 600 Stellen": a clause whose verb no list has, a past form before its subject."""
    outer = cue.clause_kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not cue.passive
    if not outer or clause.kind is not ClauseKind.FRAGMENT or analysis.inside[clause.start] >= 0:
        return False
    for index in range(clause.start + 1, clause.end - 2):
        low = analysis.lower[index]
        form = lemma(low, analysis.language) if low.endswith("en") and low not in analysis.grammar.closed else low
        if form != low and form.endswith("n") and analysis.tokens[index].text[0].islower():
            return analysis.capital(index + 1) or is_number(analysis, index + 1)
    return False

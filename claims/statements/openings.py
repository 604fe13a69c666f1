"""Clauses that open a sentence before another's, and frames that tell of no statement: questions, conditions."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements import subjects
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import table
from claims.statements.finite_forms import may_be_finite
from claims.statements.scene import Range
from claims.statements.verbs import Verb

LONGEST_LIST = 8  # tokens of who speaks between "what" and the verb: "what officials and neighbours have said"


def end_of_opening(analysis: Analysis, sentence: Sentence, verb: Verb, mention: Range | None, later: list[Verb]) -> int:
    """Where the clause of ``verb`` ends that stands before the sentence's own: "While the police say it was an
    accident | , Ann Lee says …", "Noting that sales had fallen | , she said …"; else the end of the sentence."""
    if not _opens(analysis, sentence, verb, mention):
        return sentence.end
    commas = [i for i in range(verb.last + 1, sentence.end) if _comma(analysis, i)]
    finite = [other for other in later if other.form == "finite"]
    own = (subjects.before(analysis, sentence, other.first) for other in finite)
    starts = {phrase[0] for phrase in own if phrase is not None}
    told = [comma for comma in commas if comma + 1 in starts]
    main = [comma for comma in commas if _main_clause(analysis, comma + 1, sentence.end)]
    return min(told or main or [sentence.end])


def _comma(analysis: Analysis, index: int) -> bool:
    return analysis.tokens[index].text == "," and analysis.inside[index] < 0


def _opens(analysis: Analysis, sentence: Sentence, verb: Verb, mention: Range | None) -> bool:
    """Whether the clause of ``verb`` is the first of the sentence and no main clause."""
    joined = analysis.lower[sentence.start] in analysis.grammar.coordinators
    first = sentence.start + joined
    if verb.form == "gerund" and verb.first == first:
        return True
    absolute = verb.form == "gerund" and analysis.lower[first] in clausal_words(analysis.language).absolute
    opener = analysis.lower[first] in (analysis.grammar.subordinators | analysis.grammar.contrast_openers)
    return mention is not None and mention[0] == first + 1 and (absolute or (opener and verb.form == "finite"))


def _main_clause(analysis: Analysis, start: int, end: int) -> bool:
    """A subject and its verb before the next comma."""
    grammar = analysis.grammar
    stop = next((i for i in range(start, end) if _comma(analysis, i)), end)
    low = analysis.lower[start]
    subject = low in grammar.determiners | grammar.subject_pronouns or analysis.capital(start) or low.endswith("s")
    verbs = (i for i in range(start + 1, stop) if not analysis.lower[i].endswith(("'s", "’s")))
    return subject and analysis.inside[start] < 0 and any(may_be_finite(analysis, i, start) for i in verbs)


def says_nothing(analysis: Analysis, sentence: Sentence, verb: Verb, mention: Range | None) -> bool:
    """Whether ``verb`` tells of no statement: "Did she ask for it?", "if he says so", "no official has said", and the
    passive of a headline: "Families told they can go home"."""
    if verb.form != "finite" or mention is None:
        return False
    grammar, lower = analysis.grammar, analysis.lower
    before, first = mention[0] - 1, sentence.start
    asked = analysis.tokens[sentence.end - 1].text == "?" and analysis.inside[sentence.end - 1] < 0
    opening = grammar.auxiliaries | grammar.question_words | grammar.subject_relatives
    if asked and lower[first] in opening and analysis.inside[first] < 0:
        return True
    if before >= first and lower[before] in clausal_words(analysis.language).conditions:
        return True
    counted = mention[1] - mention[0] > 1 and analysis.tokens[mention[0] + 1].kind in ("number", "punct")  # "No. 10"
    if lower[mention[0]] in clausal_words(analysis.language).nobody and not counted:
        return True
    return _is_told(analysis, verb)


def _is_told(analysis: Analysis, verb: Verb) -> bool:
    """ "Families told no bodies …", "drivers warned not to …": nobody who hears it stands behind the verb."""
    grammar, lower = analysis.grammar, analysis.lower
    words, behind = clausal_words(analysis.language), verb.last + 1
    bare = verb.first == verb.last and lower[verb.first] in table(analysis.language).participle
    if not bare or verb.entry.needs or behind >= len(lower) or verb.entry.verb not in words.addressee_verbs:
        return False
    if verb.entry.verb in words.heard_verbs:
        heard = grammar.object_pronouns | grammar.indefinite_pronouns
        opens = lower[behind] in grammar.subject_pronouns | grammar.content_subordinators | words.nobody
        return opens and lower[behind] not in heard
    asks = verb.entry.verb in words.asking_persons
    to = behind + (lower[behind] in grammar.negations)
    return not asks and to > behind and lower[to] == grammar.infinitive_marker


def cleft(analysis: Analysis, sentence: Sentence, verb: Verb, mention: Range | None) -> tuple[Range, ...] | None:
    """The frame of "What she said was | that …" and "“…,” | was all she said"; an empty tuple where "what" or "all"
    makes a noun of the frame and nothing is said; None where neither stands before the speaker."""
    if verb.form != "finite" or mention is None:
        return None
    words, grammar, lower = clausal_words(analysis.language), analysis.grammar, analysis.lower
    what = mention[0] - 1
    while what > max(sentence.start, mention[0] - LONGEST_LIST) and not _ends_list(analysis, what):
        what -= 1
    near = what == mention[0] - 1
    if what < sentence.start or lower[what] not in words.what or not (near or lower[what] in grammar.question_words):
        return None
    behind = verb.last + 1
    linked = behind + 1 < sentence.end and lower[behind] in grammar.be and what == sentence.start
    announced = linked and (lower[behind + 1] in grammar.content_subordinators or analysis.inside[behind + 1] >= 0)
    if announced or (linked and analysis.tokens[behind + 1].text == ":"):
        return ((what, behind + 1),)
    if near and what - 2 > sentence.start and lower[what - 1] in grammar.be and analysis.inside[what - 2] >= 0:
        return ((what - 1, behind),)
    return ()


def _ends_list(analysis: Analysis, index: int) -> bool:
    """The word at ``index`` is no part of those who speak."""
    if not analysis.is_word(index):
        return analysis.tokens[index].text != "," or analysis.inside[index] >= 0
    return analysis.lower[index] in clausal_words(analysis.language).what or may_be_finite(analysis, index, index)

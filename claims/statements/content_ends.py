"""Where what a verb of saying governs ends: at the narrator's own tail, another's words, a clause of its own."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.statements import owned
from claims.statements.behind_verb import past_insertion
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import cue_words, table
from claims.statements.finite_forms import may_be_finite
from claims.statements.mention_words import mention_words
from claims.statements.scene import Range
from claims.statements.verbs import Verb


def end_of_content(analysis: Analysis, verb: Verb, mention: Range | None, stop: int) -> int:
    """Where what is said ends before ``stop``: at a semicolon, at the comma of the relative clause that it stands in,
    where another is quoted or answers, and where the narrator or the headline goes on in words of its own."""
    relatives = analysis.grammar.subject_relatives
    relative = mention is not None and (
        analysis.lower[mention[1] - 1] in relatives
        or (mention[0] > 0 and analysis.lower[mention[0] - 1] in relatives)  # "The dam, which officials say is old,"
    )
    quotes = verb.form == "finite" and verb.entry.verb in cue_words(analysis.language).quoted
    aside = verb.form == "gerund" and verb.entry.verb in cue_words(analysis.language).quoted
    opening = _past_insertion(analysis, verb, stop)
    for index in range(verb.last + 1, stop):
        text = analysis.tokens[index].text
        if text == "," and index < opening:
            continue
        if analysis.inside[index] < 0 and (text == ";" or ((relative or aside) and text == ",")):
            return index
        if text == ":" and index == verb.last + 2 and _taken_up(analysis, index, stop):
            return index
        if quotes and text in clausal_words(analysis.language).quoted_as:
            return index  # "quoted an official as saying that …": the official's
        follows = analysis.lower[index + 1] if index + 1 < len(analysis.lower) else ""
        if text == "," and follows in clausal_words(analysis.language).standing_tails:
            return index
        if text == "," and analysis.inside[index] < 0 and owned.answered_tail(analysis, index + 1, stop):
            return index
        if text == "," and analysis.inside[index] < 0 and _dated_tail(analysis, index + 1, stop):
            return index
        if analysis.inside[index] < 0 and _author_tail(analysis, verb, mention, index + (text == ","), stop):
            return index
        if text == "," and analysis.inside[index] < 0 and _heard_tail(analysis, index + 1, stop):
            return index
        if text == "," and _source_tail(analysis, index + 1, stop):
            return index
        if analysis.inside[index] < 0 and _headline_tail(analysis, verb, index, stop):
            return index
        if text in (",", "–", "—") and analysis.inside[index] < 0 and _turns(analysis, verb.last + 1, index, stop):
            return index
    return stop


def _past_insertion(analysis: Analysis, verb: Verb, stop: int) -> int:
    """Where the content is announced behind what is set in before it: "said on Monday, a day later, | that"."""
    told = analysis.grammar.auxiliaries | analysis.grammar.finite
    for index in range(verb.last + 1, stop):
        if analysis.tokens[index].text == ",":
            return past_insertion(analysis, index, stop)
        if analysis.lower[index] in told or not analysis.is_word(index):
            break
    return verb.last


def _taken_up(analysis: Analysis, colon: int, stop: int) -> bool:
    """ "Doubts that: its secretary said …": a pronoun is doubted, and behind the colon somebody speaks."""
    speaks = table(analysis.language).finite.keys()
    taken_up = analysis.lower[colon - 1] in analysis.grammar.demonstratives
    return taken_up and any(analysis.lower[i] in speaks for i in range(colon + 1, stop))


def _author_tail(analysis: Analysis, verb: Verb, mention: Range | None, start: int, stop: int) -> bool:
    """ "He said it was safe, and I believe him": in reported speech the first person is the author."""
    if start + 2 >= stop or analysis.lower[start] not in analysis.grammar.coordinators:
        return False
    own = mention is not None and analysis.lower[mention[0]] in analysis.grammar.first_person
    quotes = any(analysis.inside[i] >= 0 for i in range(verb.last + 1, start))
    return not own and not quotes and analysis.lower[start + 1] in analysis.grammar.first_person


def _heard_tail(analysis: Analysis, start: int, stop: int) -> bool:
    """ ", a court heard yesterday", ", the inquest was told": before whom it was said."""
    words, lower = clausal_words(analysis.language), analysis.lower
    for index in range(start + 1, min(start + 5, stop)):
        told = lower[index] in words.hearing and (lower[index] != "told" or lower[index - 1] in analysis.grammar.be)
        if told:
            times = mention_words(analysis.language).time_words | analysis.grammar.prepositions
            return all(lower[i] in times or not analysis.is_word(i) for i in range(index + 1, stop))
    return False


def _source_tail(analysis: Analysis, start: int, stop: int) -> bool:
    """ ", citing two diplomats": the narrator tells from whom the speaker has it, to the end of the sentence."""
    if start + 1 >= stop or analysis.lower[start] not in clausal_words(analysis.language).source_tails:
        return False
    return not any(analysis.tokens[i].text == "," or analysis.inside[i] >= 0 for i in range(start, stop))


def _turns(analysis: Analysis, start: int, border: int, stop: int) -> bool:
    """ "found no link, but critics are unconvinced": behind an object without a verb the narrator tells of others."""
    grammar = analysis.grammar
    if border + 2 >= stop or analysis.lower[border + 1] not in grammar.coordinators - {"and", "or", "nor"}:
        return False
    bare = not any(analysis.inside[i] < 0 and may_be_finite(analysis, i, start) for i in range(start, border))
    return bare and any(may_be_finite(analysis, i, border + 1) for i in range(border + 2, stop))


def _headline_tail(analysis: Analysis, verb: Verb, index: int, stop: int) -> bool:
    """ "Firm says ship was safe | as crew tell another story", "| amid flood fears": the headline's circumstance."""
    words, lower = clausal_words(analysis.language), analysis.lower
    if lower[index] not in words.headline_tails or index < verb.last + 2 or index + 2 > stop:
        return False
    if any(analysis.tokens[i].text in (".", "!", "?") for i in range(stop - 1, min(stop + 1, len(lower)))):
        return False  # a sentence of the text
    if not analysis.tokens[index].text.islower() or lower[index - 1] in words.as_partners:
        return False
    verbs = table(analysis.language).finite
    told = any(may_be_finite(analysis, i, index + 1) or lower[i] in verbs for i in range(index + 2, stop))
    return told or lower[index] not in analysis.grammar.subordinators


def _dated_tail(analysis: Analysis, start: int, stop: int) -> bool:
    """ ", hours after neighbours had complained": the narrator tells when it was said."""
    times = mention_words(analysis.language).time_words
    for index in range(start, min(start + 4, stop - 1)):
        if analysis.lower[index] in times:
            return analysis.lower[index + 1] in analysis.grammar.subordinators
        if not analysis.is_word(index):
            return False
    return False

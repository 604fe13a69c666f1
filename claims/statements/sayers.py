"""Whose a verb of saying is: its subject before or behind it, the agent of a passive, the subject of the sentence."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements import subjects
from claims.statements.clausal_words import clausal_words
from claims.statements.contents import CLOSING, closes
from claims.statements.cues import table
from claims.statements.finite_forms import may_be_finite
from claims.statements.relayed import quoted_by
from claims.statements.scene import Range, Scene
from claims.statements.subjects_after import after
from claims.statements.verbs import Verb

LONGEST_ABSOLUTE = 8  # tokens from "with" to the gerund


def subject_of(scene: Scene, sentence: Sentence, verb: Verb, first_subject: Range | None) -> tuple[Range | None, bool]:
    """(mention, whether it follows the verb)."""
    analysis = scene.analysis
    lower = analysis.lower
    words = clausal_words(analysis.language)
    if verb.form == "passive":
        if verb.entry.verb in words.passive_speaker:
            return subjects.before(analysis, sentence, verb.first), False
        for place in range(verb.last + 1, min(verb.last + 6, sentence.end)):
            if lower[place] in analysis.grammar.agent_prepositions:
                return _without_charge(analysis, verb, after(analysis, sentence, place)), False
        return None, False
    quoted = quoted_by(scene, sentence, verb)
    if quoted is not None:
        return quoted[0], False
    if verb.form in ("gerund", "infinitive"):
        if verb.form == "gerund" and verb.first > sentence.start and analysis.is_word(verb.first - 1):
            if (absolute := _absolute(analysis, sentence, verb.first)) is not None:
                return absolute, False
            own = subjects.before(analysis, sentence, verb.first)
            if own and lower[verb.first - 1] not in analysis.grammar.prepositions | analysis.grammar.subordinators:
                return _doer(analysis, sentence, own), False
        if verb.form == "gerund" and verb.first == sentence.start:
            return _subject_behind(scene, sentence, verb), False
        if verb.form == "gerund" and (own := _of_last_clause(analysis, sentence, verb.first)) is not None:
            return own, False
        return first_subject or _subject_of_sentence(scene, sentence, verb), False
    before = verb.first - 1
    opens = before < sentence.start or not analysis.is_word(before)
    closed = before >= sentence.start and closes(analysis, before)
    if closed or (opens and before >= sentence.start and _sets_off(analysis, verb, before)):
        behind = None if _governs(analysis, verb) else after(analysis, sentence, verb.last)
        other = behind is not None and (
            _apposition_closes(analysis, sentence, before)
            or _has_own_verb(analysis, sentence, behind)
            or any(behind[0] < one.first < behind[1] for one in scene.verbs_of(scene.number_of(sentence)))
        )
        if behind is not None and not other:
            return behind, True
    if before >= sentence.start and lower[before] in analysis.grammar.coordinators:
        return first_subject or _subject_of_sentence(scene, sentence, verb), False
    own = None if _only_heard(analysis, sentence, verb) else subjects.before(analysis, sentence, verb.first)
    if own is not None:
        return own, False
    return (first_subject, False) if before >= sentence.start and lower[before] in ("and", "but") else (None, False)


def _absolute(analysis: Analysis, sentence: Sentence, gerund: int) -> Range | None:
    """ "The rally ended early, with | the organisers | claiming …": a subject of its own before the gerund."""
    for place in range(gerund - 2, max(sentence.start, gerund - LONGEST_ABSOLUTE) - 1, -1):
        if not analysis.is_word(place) or may_be_finite(analysis, place, place):
            return None
        if analysis.lower[place] in clausal_words(analysis.language).absolute:
            opens = place == sentence.start or not analysis.is_word(place - 1)
            return (place + 1, gerund) if opens else None  # not "a man with a beard saying"
    return None


def _without_charge(analysis: Analysis, verb: Verb, agent: Range | None) -> Range | None:
    """ "Was accused by opponents | of hiding it"."""
    if agent is not None:  # "told by Dr Lunt | that …"
        opens = analysis.grammar.content_subordinators
        agent = (agent[0], next((i for i in range(agent[0] + 1, agent[1]) if analysis.lower[i] in opens), agent[1]))
    if agent is None or verb.entry.group != "accuse":
        return agent
    ing = clausal_words(analysis.language).gerund
    own = analysis.grammar.prepositions
    charge = (i for i in range(agent[0] + 1, agent[1] - 1) if analysis.lower[i] in own)
    stop = next((i for i in charge if analysis.lower[i + 1].endswith(ing)), agent[1])
    return (agent[0], stop)


def _of_last_clause(analysis: Analysis, sentence: Sentence, gerund: int) -> Range | None:
    """The subject behind ", but" and the like: of "he blamed them – but the union hit back, calling" the union."""
    grammar, tokens = analysis.grammar, analysis.tokens
    for place in range(gerund - 2, sentence.start, -1):
        if analysis.inside[place] >= 0 or tokens[place].text not in (",", ";", "–", "—"):
            continue
        if analysis.lower[place + 1] in (grammar.coordinators - {"and", "or", "nor"}) | grammar.contrast_openers:
            finite = [i for i in range(place + 3, gerund) if may_be_finite(analysis, i, place + 1)]
            verbs = (i for i in finite if i + 1 not in finite)  # "union chiefs hit back"
            return next((own for i in verbs if (own := subjects.before(analysis, sentence, i)) is not None), None)
    return None


def _only_heard(analysis: Analysis, sentence: Sentence, verb: Verb) -> bool:
    """ "Skipper ignored warnings, trial told": with nobody behind it a verb of telling has its hearer before it."""
    end = verb.last + 1 >= sentence.end or not analysis.is_word(verb.last + 1)
    return end and verb.entry.verb in clausal_words(analysis.language).heard_verbs


def _sets_off(analysis: Analysis, verb: Verb, before: int) -> bool:
    """A comma or dash before a verb that can follow its content; not ", called Driftwell," and ", blames prices"."""
    words = clausal_words(analysis.language)
    takes_object = verb.entry.verb in words.object_verbs - words.bare_verbs
    return analysis.tokens[before].text in CLOSING and not takes_object


def _governs(analysis: Analysis, verb: Verb) -> bool:
    """ "The spokesman, asked for a response, said": what stands behind the verb's preposition is no subject."""
    own = clausal_words(analysis.language).close
    return verb.entry.name in own and verb.last > verb.first


def _doer(analysis: Analysis, sentence: Sentence, phrase: Range) -> Range:
    """Of "the council issued a statement calling" the council: who did what the phrase before the gerund is part of."""
    helper = phrase[0] - 1
    done = analysis.lower[phrase[0]] in table(analysis.language).participle
    if done and helper > sentence.start and analysis.lower[helper] in analysis.grammar.have:
        return subjects.before(analysis, sentence, helper) or phrase  # "has written to the minister asking"
    for verb in range(phrase[0] + 1, phrase[1] - 1):
        if analysis.lower[verb + 1] in analysis.grammar.determiners and may_be_finite(analysis, verb, phrase[0]):
            return subjects.before(analysis, sentence, verb) or phrase
    return phrase


def _has_own_verb(analysis: Analysis, sentence: Sentence, phrase: Range) -> bool:
    """The phrase after the verb is the subject of what is said: "…, said observers had been turned away"."""
    words = analysis.grammar
    return phrase[1] < sentence.end and analysis.lower[phrase[1]] in words.auxiliaries | words.finite


def _apposition_closes(analysis: Analysis, sentence: Sentence, comma: int) -> bool:
    """The comma before the verb closes an insertion after the subject and not the content."""
    if analysis.tokens[comma].text != ",":
        return False
    return subjects.before(analysis, sentence, comma + 1) is not None and any(
        analysis.tokens[place].text == "," and analysis.inside[place] < 0 for place in range(sentence.start, comma)
    )


def _subject_behind(scene: Scene, sentence: Sentence, verb: Verb) -> Range | None:
    """ "Citing a report, Smith accused": the subject of the first verb of saying behind the comma, if there is one."""
    analysis = scene.analysis
    comma = next(
        (i for i in range(verb.last, sentence.end) if analysis.tokens[i].text == "," and analysis.inside[i] < 0), -1
    )
    later = next(
        (v for v in scene.verbs_of(scene.number_of(sentence)) if v.first > comma > 0 and v.form == "finite"), None
    )
    return subjects.before(analysis, sentence, later.first) if later is not None else None


def _subject_of_sentence(scene: Scene, sentence: Sentence, verb: Verb) -> Range | None:
    found = subjects.first(scene.analysis, sentence, verb.first)
    opens = scene.analysis.lower[sentence.start] in scene.analysis.grammar.clear_subjects
    if found is None and opens and sentence.start < verb.first:
        return (sentence.start, sentence.start + 1)  # "She leads the team and says"
    return found or scene.speaker

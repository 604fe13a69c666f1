"""Whose a whole quoted sentence is that has no verb of saying beside it: "Smith was furious. “Nobody asked.”"."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.language.lemmas import is_known
from claims.statements import subjects
from claims.statements.full_names import named_in_full
from claims.statements.mention_words import mention_words
from claims.statements.mentions import main_subject
from claims.statements.scene import Range, Scene


def subject_before(scene: Scene, number: int) -> Range | None:
    """The subject of the sentence before, in the same paragraph, if it is a person by its form; None otherwise."""
    analysis = scene.analysis
    if number == 0 or scene.of_sentence(number - 1):
        return None
    sentence = analysis.sentences[number - 1]
    if sentence.block != analysis.sentences[number].block or analysis.inside[sentence.start] >= 0:
        return None
    if analysis.tokens[sentence.end - 1].text not in (".", ":", "!"):
        return None
    if analysis.grammar.inline_content:
        found = subjects.first(analysis, sentence, sentence.end)
    else:
        found = main_subject(analysis, sentence, 0)
    if found is None:
        return None
    named = found[1] - found[0] == 1 and named_in_full(analysis, found[0])
    return found if named or is_person(analysis, found) or _spoke(scene, found) else None


def _spoke(scene: Scene, phrase: Range) -> bool:
    """A name that spoke before by itself, though the language has the word: "Harms zuckt mit den Schultern"."""
    word = scene.analysis.tokens[phrase[0]].text
    told = (item.mention for item in scene.found if item.mention and item.mention[1] - item.mention[0] == 1)
    return phrase[1] - phrase[0] == 1 and any(scene.analysis.tokens[one[0]].text == word for one in told)


def can_speak(analysis: Analysis, phrase: Range) -> bool:
    """Somebody by the form of the phrase, or a body: "die Kammer", "der Verein"."""
    words = mention_words(analysis.language)
    owned = (i for i in range(phrase[0] + 1, phrase[1]) if analysis.lower[i] in analysis.grammar.genitive_determiners)
    phrase = (phrase[0], next(owned, phrase[1]))  # "die Rückkehr | der Bewohner" says nothing
    bodies = (*words.speaking, *words.bodies, *(one for one in words.person_endings if len(one) > len("in")))
    nouns = [analysis.lower[index] for index in range(*phrase) if analysis.capital(index)][:2]
    named = any(analysis.capital(index) and analysis.capital(index + 1) for index in range(phrase[0], phrase[1] - 1))
    named = named or (phrase[1] - phrase[0] == 1 and named_in_full(analysis, phrase[0]))
    forms = [form for low in nouns for form in (low, low[:-1], low[:-2])]  # "die Vereine", "die Gerichten"
    return named or any(form.endswith(bodies) for form in forms) or is_person(analysis, phrase)


def is_person(analysis: Analysis, phrase: Range) -> bool:
    """A pronoun of a person, a role, or a name: a capital word that the language does not have."""
    words = mention_words(analysis.language)
    if phrase[1] - phrase[0] == 1 and analysis.lower[phrase[0]] in analysis.grammar.clear_subjects:
        return analysis.lower[phrase[0]] not in analysis.grammar.first_person
    core = [i for i in range(*phrase) if analysis.is_word(i)][:4]
    if any(analysis.lower[i].endswith(words.role_endings) for i in core):
        return True
    named = analysis.grammar.small_nouns and phrase[0] > 0 and analysis.is_word(phrase[0] - 1)  # "…, Carver shook"
    inner = analysis.grammar.small_nouns and analysis.tokens[phrase[0] - 1].text == ","
    names = [
        i
        for i in core
        if analysis.tokens[i].text[0].isupper()
        and (named or inner or not is_known(analysis.lower[i], analysis.language))
    ]
    return bool(names) and not any(analysis.lower[i] in words.time_words for i in core)

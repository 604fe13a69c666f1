"""Noun phrases by surface: the candidates for who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from claims.language.analysis import Analysis
from claims.language.lemmas import is_known
from claims.statements.cues import table
from claims.statements.mention_words import mention_words
from claims.statements.noun_ends import extend
from claims.statements.nouns import noun_at, nouns_from


@dataclass(frozen=True, slots=True)
class Phrase:
    """``tokens[start:end]``; ``head`` is its noun or pronoun, ``preposition`` what governs it."""

    start: int
    end: int
    head: int
    preposition: str = ""
    oblique: bool = False
    pronoun: bool = False


def phrase_at(analysis: Analysis, index: int, end: int, governed: bool = False) -> Phrase | None:
    """The noun phrase or subject pronoun that begins at ``index`` and is over before ``end``."""
    if index >= end:
        return None
    words = analysis.grammar
    lower, tokens = analysis.lower, analysis.tokens
    token = tokens[index]
    if token.kind not in ("word", "number", "abbreviation", "mark"):
        return None
    low = lower[index]
    if token.kind == "mark":
        # a name in quotation marks: „Die Zeit“
        quotation = analysis.quotations[analysis.inside[index]] if analysis.inside[index] >= 0 else None
        if quotation is None or quotation.start != index or quotation.end - index > 6 or quotation.end > end:
            return None
        names = range(index + 1, quotation.end - 1)
        if not all(analysis.is_word(place) for place in names) or analysis.tokens[index + 1].text[0].islower():
            return None
        return Phrase(index, quotation.end, quotation.end - 2)
    initial = index == 0 or not analysis.is_word(index - 1)
    pointing = low in words.demonstratives and initial and index + 2 < end
    if pointing and lower[index + 1] in table(analysis.language).finite:
        return Phrase(index, index + 1, index, pronoun=True)  # "Das berichten arabische Medien"
    if low in words.subject_relatives and initial and token.text[0].isupper() and index + 1 < end:
        follow = lower[index + 1]
        verb = follow in words.finite | words.auxiliaries or follow in table(analysis.language).finite
        if verb and tokens[index + 1].text[0].islower():
            return Phrase(index, index + 1, index, pronoun=True)  # "Der winkt ab", "Die habe nie gefragt"
    inner, stop = nouns_from(analysis, index, end, governed)
    both = index + 1 < end and low in words.determiners and lower[index + 1] in words.both
    if both and (not stop or inner > index + 2):
        return Phrase(index, index + 2, index + 1, pronoun=True)  # "Die beiden kündigten an"
    aged = index + 1 < end and lower[index + 1][:1].isdigit() and "-" in lower[index + 1]
    if not stop and low in words.determiners and aged:
        # "der 62-jährige" without a noun
        return Phrase(index, index + 2, index + 1, oblique=low in words.oblique_determiners)
    if not stop and low in words.partitives and index + 2 < end:
        # "einer der Männer", "viele von ihnen"
        genitive = lower[index + 1] in words.genitive_determiners
        if genitive or lower[index + 1] in words.belonging:
            after = index + 1 if genitive else index + 2
            inner, stop = nouns_from(analysis, after, end)
            if stop:
                return Phrase(index, extend(analysis, inner, stop, end, after), stop - 1)
    if stop:
        stop = extend(analysis, inner, stop, end, index)
        oblique = low in words.oblique_determiners
        noun = inner + 1 if _like_adjective(analysis, inner, stop) else inner  # "der Vorsitzenden Richterin"
        if low in words.either_gender and analysis.lower[noun].endswith(words.feminine_ending):
            oblique = True
        head = inner
        while head + 1 < stop and noun_at(analysis, head + 1, True):
            head += 1
        return Phrase(index, stop, head, oblique=oblique)
    if low in words.subject_pronouns or low in words.demonstratives or low in words.object_pronouns:
        return Phrase(index, index + 1, index, oblique=low in words.object_pronouns, pronoun=True)
    return None


def _particle_name(analysis: Analysis, index: int, end: int) -> Phrase | None:
    """ "Von der Heyde betonte" at the beginning of a sentence: a surname that begins with particles."""
    words = mention_words(analysis.language)
    if not analysis.tokens[index].text[0].isupper() or analysis.lower[index] not in words.name_particles:
        return None
    if analysis.lower[index] in analysis.grammar.determiners:
        return None
    place = index + 1
    while place < end and analysis.lower[place] in words.name_particles and place < index + 3:
        place += 1
    title = analysis.tokens[place].text if place < end else ""
    may_be_noun = analysis.lower[index] in analysis.grammar.prepositions and is_known(title, analysis.language)
    if place + 1 >= end or not analysis.capital(place) or may_be_noun:
        return None
    says = any(e.group == "say" for e in table(analysis.language).finite.get(analysis.lower[place + 1], ()))
    return Phrase(index, place + 1, place) if says else None


def _like_adjective(analysis: Analysis, index: int, end: int) -> bool:
    """ "Vorsitzenden" in "der Vorsitzenden Richterin": an adjective written as part of a title."""
    return index + 1 < end and analysis.capital(index + 1) and analysis.lower[index].endswith(("enden", "igen"))


def phrases(analysis: Analysis, start: int, end: int) -> list[Phrase]:
    """All noun phrases and pronouns among ``tokens[start:end]``, left to right, outside longer quotations."""
    words = analysis.grammar
    found: list[Phrase] = []
    index = start
    while index < end:
        if analysis.inside[index] >= 0 and analysis.tokens[index].kind == "mark":
            quotation = analysis.quotations[analysis.inside[index]]
            if quotation.start == index:
                name = phrase_at(analysis, index, end)
                if name is not None:
                    found.append(name)
                index = min(end, quotation.end)
                continue
        low = analysis.lower[index]
        if low in words.prepositions and (
            analysis.tokens[index].text[0].islower() or index == start or not analysis.capital(index)
        ):
            if (name := _particle_name(analysis, index, end)) is not None:
                found.append(name)
                index = name.end
                continue
            phrase = phrase_at(analysis, index + 1, end, True) if index + 1 < end else None
            if phrase is not None:
                found.append(Phrase(phrase.start, phrase.end, phrase.head, low, True, phrase.pronoun))
                index = phrase.end
            else:
                index += 1
            continue
        phrase = _particle_name(analysis, index, end) or phrase_at(analysis, index, end)
        if phrase is None:
            index += 1
            continue
        found.append(phrase)
        index = phrase.end
    return found

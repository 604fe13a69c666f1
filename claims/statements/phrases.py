"""Noun phrases by surface: the candidates for who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.analysis import Analysis
from claims.language.grammar import closed_words
from claims.language.lexicon import load
from claims.statements.cues import table


class MentionWords(BaseModel):
    """The file ``mentions.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    time_words: frozenset[str]
    abstract_endings: tuple[str, ...]
    speaking: frozenset[str]
    name_particles: frozenset[str]
    titles: frozenset[str]
    role_endings: tuple[str, ...]
    fillers: frozenset[str]
    edge_words: frozenset[str] = frozenset()  # time words that are part of names as well
    team_endings: tuple[str, ...] = ()  # "ein Team um …"
    team_prepositions: frozenset[str] = frozenset()


@cache
def mention_words(language: str) -> MentionWords:
    words: MentionWords = load(language, "mentions", MentionWords)
    return words


@dataclass(frozen=True, slots=True)
class Phrase:
    """``tokens[start:end]``; ``head`` is its noun or pronoun, ``preposition`` what governs it."""

    start: int
    end: int
    head: int
    preposition: str = ""
    oblique: bool = False
    pronoun: bool = False


def is_adjective(analysis: Analysis, index: int) -> bool:
    """A small-letter word that by its ending may stand before a noun."""
    low = analysis.lower[index]
    first = analysis.tokens[index].text[0]
    return (
        (first.islower() or (first.isdigit() and "-" in low))
        and len(low) > 3
        and low.endswith(("e", "en", "er", "es", "em"))
        and low not in closed_words(analysis.language)
    )


def _noun(analysis: Analysis, index: int, within: bool) -> bool:
    """A noun or name: by its capital; in languages with small nouns also a word that can be no verb, after a
    determiner (``within``) or if it names a role or an institution."""
    if analysis.capital(index):
        return True
    if not analysis.grammar.small_nouns or analysis.tokens[index].kind != "word":
        return False
    low = analysis.lower[index]
    if low in closed_words(analysis.language) or low in table(analysis.language).finite:
        return False
    words = mention_words(analysis.language)
    return (within and not low.endswith(("ed", "ly"))) or low in words.speaking or low.endswith(words.role_endings)


def _core(analysis: Analysis, index: int, end: int, determined: bool) -> int:
    """End of the nouns and names that start at ``index`` (after determiner and adjectives); ``index`` if none do."""
    words = mention_words(analysis.language)
    tokens, lower = analysis.tokens, analysis.lower
    place = index
    last = index
    while place < end:
        token = tokens[place]
        if last > index and lower[place] in words.time_words and not _of_name(analysis, place, end):
            break
        joined = last == place and last > index and token.text == "&" and place + 1 < end
        if joined and analysis.tokens[place + 1].text[0].isupper():
            place += 1
            continue
        if _noun(analysis, place, determined or place > index):
            place += 1
            last = place
            # a title's full stop and an initial's
            if (
                place < end
                and tokens[place].text == "."
                and (lower[place - 1] in words.titles or len(tokens[place - 1].text) == 1)
                and place + 1 < end
                and analysis.capital(place + 1)
            ):
                place += 1
            continue
        if (
            token.kind == "mark" and place == analysis.quotations[analysis.inside[place]].start
            if analysis.inside[place] >= 0
            else False
        ):
            quotation = analysis.quotations[analysis.inside[place]]
            if (
                quotation.end - quotation.start <= 7
                and quotation.end <= end
                and (place > index or determined)
                and analysis.tokens[place + 1].text[:1].isupper()
                and tokens[quotation.end - 2].text not in (".", "!", "?", ",")
            ):
                place = last = quotation.end
                continue
            break
        if (
            last > index
            and place + 1 < end
            and lower[place] in words.name_particles
            and token.text[0].islower()
            and lower[place] != "und"
        ):
            follow = place + 1
            while follow < end and lower[follow] in words.name_particles and follow < place + 3:
                follow += 1
            single = last - index >= 2 or lower[place] in (
                "van",
                "de",
                "al",
                "el",
                "bin",
                "ibn",
                "della",
                "di",
                "du",
                "la",
                "le",
                "dos",
            )
            if follow < end and analysis.capital(follow) and single and lower[place] not in ("der", "den", "zu"):
                place = follow
                continue
            break
        if (
            last > index
            and token.kind == "number"
            and place == last
            and place + 1 < end
            and not analysis.is_word(place + 1)
        ):
            place += 1
            last = place
            continue
        break
    return last


def _start(analysis: Analysis, index: int, end: int, governed: bool = False) -> tuple[int, int]:
    """(start of the nouns, their end) of a phrase that begins at ``index``; (0, 0) if none does."""
    words = analysis.grammar
    tokens, lower = analysis.tokens, analysis.lower
    place = index
    determined = governed  # after a preposition no verb can come, so every -te is an adjective
    if lower[place] in words.determiners:
        place += 1
        determined = True
        if place < end and lower[place] in ("beiden", "anderen", "vielen", "meisten"):
            place += 1
    steps = 0
    while place < end and not _noun(analysis, place, determined) and steps < 7:
        token = tokens[place]
        if token.kind == "mark":
            break
        if token.kind == "number" or is_adjective(analysis, place):
            verb = lower[place].endswith(("te", "ten")) or lower[place] in table(analysis.language).finite
            if not determined and token.kind != "number" and verb:
                return (0, 0)
            place += 1
        elif (
            determined
            and token.kind == "word"
            and lower[place]
            in (
                "sehr",
                "nun",
                "jetzt",
                "ehemals",
                "noch",
                "etwa",
                "rund",
                "damals",
                "bisher",
                "weltweit",
                "gestern",
                "heute",
                "international",
                "so",
            )
        ) or (
            determined
            and token.kind == "punct"
            and token.text in ("-", ",")
            and is_adjective(analysis, place - 1)
            and place + 1 < end
            and is_adjective(analysis, place + 1)
        ):
            place += 1
        else:
            return (0, 0)
        steps += 1
    if place >= end:
        return (0, 0)
    stop = _core(analysis, place, end, determined)
    return (place, stop) if stop > place else (0, 0)


def _role(analysis: Analysis, index: int) -> bool:
    return analysis.lower[index].endswith(mention_words(analysis.language).role_endings)


def _of_name(analysis: Analysis, index: int, end: int) -> bool:
    """ "Mitte", "Ende", "Anfang" as part of a name: no time follows."""
    words = mention_words(analysis.language)
    if analysis.lower[index] not in words.edge_words:
        return False
    follows = analysis.lower[index + 1] if index + 1 < end else ""
    return follows not in words.time_words and follows not in analysis.grammar.genitive_determiners


def _team(analysis: Analysis, index: int) -> bool:
    return analysis.lower[index].endswith(mention_words(analysis.language).team_endings)


def extend(analysis: Analysis, core_start: int, core_end: int, end: int, start: int) -> int:
    """End of the phrase with its genitives, "von" phrases and brackets."""
    words = analysis.grammar
    lower, tokens = analysis.lower, analysis.tokens
    stop = core_end
    determined = start < core_start
    last_start = core_start
    for _ in range(6):
        if stop >= end:
            break
        low = lower[stop]
        single = stop - last_start == 1
        if low in words.genitive_determiners and tokens[stop].text[0].islower():
            ambiguous = low in words.dative_or_genitive
            if ambiguous and not ((single and determined) or _role(analysis, stop - 1)):
                break
            inner, inner_end = _start(analysis, stop, end)
            if not inner_end:
                break
            stop, last_start, determined = inner_end, inner, True
            continue
        if low in words.attribute_prepositions:
            if low not in ("von", "vom") and not (single or _role(analysis, stop - 1)):
                pass
            follow = stop + 1
            if follow >= end:
                break
            inner, inner_end = _start(analysis, follow, end, True)
            if not inner_end:
                break
            head = lower[inner_end - 1]
            if head in mention_words(analysis.language).time_words:
                break
            stop, last_start, determined = inner_end, inner, inner > follow or low == "vom"
            continue
        if (
            low in words.coordinators
            and stop + 4 < end
            and tokens[stop + 2].text == "("
            and tokens[stop + 3].text.isupper()
        ):
            stop += 2  # a name with "und" in it: "Verkehr und Dienste (GVD)"
            continue
        if low in mention_words(analysis.language).team_prepositions and _team(analysis, stop - 1):
            inner, inner_end = _start(analysis, stop + 1, end, True) if stop + 1 < end else (0, 0)
            if inner_end:
                stop, last_start, determined = inner_end, inner, False
                continue
            break
        if tokens[stop].text == "(" and stop + 2 < end:
            close = stop + 1
            while close < end and close < stop + 8 and tokens[close].text != ")":
                close += 1
            if (
                close < end
                and tokens[close].text == ")"
                and not any(lower[place] in words.auxiliaries for place in range(stop, close))
            ):
                stop = close + 1
                continue
            break
        # "Papst Benedikts erste Enzyklika": what a name in the genitive owns
        if lower[stop - 1].endswith("s") and stop - last_start >= 2 and is_adjective(analysis, stop) and not determined:
            inner_end = _core(analysis, stop + 1, end, True) if stop + 1 < end else 0
            if inner_end > stop + 1:
                stop, last_start = inner_end, stop + 1
                continue
        # adjective and noun in the genitive without an article: "Vertreter westlicher Staaten", "Kollegen Wang Yi"
        if (
            is_adjective(analysis, stop)
            and lower[stop].endswith(("er", "en"))
            and single
            and (determined or _role(analysis, stop - 1))
            and stop + 1 < end
            and analysis.capital(stop + 1)
            and not lower[stop].endswith(("ten",))
        ):
            inner_end = _core(analysis, stop + 1, end, True)
            stop, last_start, determined = inner_end, stop + 1, False
            continue
        break
    return stop


def phrase_at(analysis: Analysis, index: int, end: int, governed: bool = False) -> Phrase | None:
    """The noun phrase or subject pronoun that begins at ``index``."""
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
    inner, stop = _start(analysis, index, end, governed)
    aged = index + 1 < end and lower[index + 1][:1].isdigit() and "-" in lower[index + 1]
    if not stop and low in words.determiners and aged:
        # "der 62-jährige" without a noun
        return Phrase(index, index + 2, index + 1, oblique=low in words.oblique_determiners)
    if not stop and low in words.partitives and index + 2 < end:
        # "einer der Männer", "viele von ihnen"
        genitive = lower[index + 1] in words.genitive_determiners
        if genitive or lower[index + 1] in ("von", "of"):
            after = index + 1 if genitive else index + 2
            inner, stop = _start(analysis, after, end)
            if stop:
                return Phrase(index, extend(analysis, inner, stop, end, after), stop - 1)
    if stop:
        stop = extend(analysis, inner, stop, end, index)
        oblique = low in words.oblique_determiners
        if (
            low in ("der", "dieser", "jener")
            and analysis.lower[inner].endswith(words.feminine_ending)
            and not lower[inner].endswith(("sprecher",))
        ):
            oblique = True
        head = inner
        while head + 1 < stop and _noun(analysis, head + 1, True):
            head += 1
        return Phrase(index, stop, head, oblique=oblique)
    if low in words.subject_pronouns or low in words.demonstratives or low in words.object_pronouns:
        return Phrase(index, index + 1, index, oblique=low in words.object_pronouns, pronoun=True)
    return None


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
            phrase = phrase_at(analysis, index + 1, end, True) if index + 1 < end else None
            if phrase is not None:
                found.append(Phrase(phrase.start, phrase.end, phrase.head, low, True, phrase.pronoun))
                index = phrase.end
            else:
                index += 1
            continue
        phrase = phrase_at(analysis, index, end)
        if phrase is None:
            index += 1
            continue
        found.append(phrase)
        index = phrase.end
    return found

"""The nouns of a phrase by surface: where they begin and end, and what belongs to them."""

from __future__ import annotations

from itertools import pairwise

from claims.language.analysis import Analysis
from claims.language.grammar import closed_words
from claims.language.lemmas import is_german_plural, is_known
from claims.statements.cues import table
from claims.statements.mention_words import mention_words
from claims.statements.occurrences import is_number

APOSTROPHES = ("'", "’")
LONGEST_ATTRIBUTE = 9  # tokens between a determiner and the participle before its noun


def is_adjective(analysis: Analysis, index: int) -> bool:
    """A small-letter word that by its ending may stand before a noun."""
    low = analysis.lower[index]
    first = analysis.tokens[index].text[0]
    return (
        (first.islower() or (first.isdigit() and "-" in low))
        and len(low) > 3
        and low.endswith(analysis.grammar.adjective_endings)
        and low not in closed_words(analysis.language)
    )


def noun_at(analysis: Analysis, index: int, within: bool) -> bool:
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


def nouns_end(analysis: Analysis, index: int, end: int, determined: bool) -> int:
    """End of the nouns and names that start at ``index`` (after determiner and adjectives); ``index`` if none do."""
    words = mention_words(analysis.language)
    tokens, lower = analysis.tokens, analysis.lower
    place = index
    last = index
    while place < end:
        token = tokens[place]
        if determined and last == index + 1 and not analysis.grammar.small_nouns and _matter(analysis, place):
            break  # "räumte die Behörde Fehler ein"
        if last > index + 1 and lower[place] in words.rejected and not analysis.grammar.small_nouns:
            break  # "hat die Reederei Nordlinie Vorwürfe zurückgewiesen"
        if determined and last == index + 1 and _next_speaker(analysis, place, end):
            break  # "nach Angaben der Behörde Amtsinhaberin Ann Lee"
        if last > index and lower[place] in words.time_words and not _of_name(analysis, place, end):
            break
        if last == place == index + 1 and _after_day(analysis, place):
            break  # "am Dienstag Sprecherin Ann Lee"
        named = last == index + 1 and not determined and not analysis.grammar.small_nouns
        if named and _matter(analysis, place) and _bare_name(analysis, index):
            break  # "hat Tavaria Berichte dementiert"
        if last == place and last > index and not analysis.grammar.small_nouns and _things_named(analysis, place):
            break  # "laut Feuerwehr Gasflaschen gefunden", "nach Angaben von Trainer Bolt Schulden"
        joined = last == place and last > index and token.text == "&" and place + 1 < end
        if joined and analysis.tokens[place + 1].text[0].isupper():
            place += 1
            continue
        if last == place > index and _shortened(analysis, place, end):
            place += 2  # "Industrie- und Handelskammer"
            continue
        if noun_at(analysis, place, determined or place > index):
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
        if last > index and place + 1 < end and lower[place] in words.name_particles and token.text[0].islower():
            follow = place + 1
            while follow < end and lower[follow] in words.name_particles and follow < place + 3:
                follow += 1
            single = last - index >= 2 or lower[place] in words.inner_particles
            if follow < end and analysis.capital(follow) and single and lower[place] not in words.outer_particles:
                place = follow
                continue
            break
        if (
            last > index
            and token.kind == "number"
            and place == last
            and place + 1 < end
            and (not analysis.is_word(place + 1) or _numbered(analysis, place))
        ):
            place += 1
            last = place
            continue
        break
    return last


def _shortened(analysis: Analysis, hyphen: int, end: int) -> bool:
    """The hyphen of a word that shares its end with the one behind "und"."""
    tokens = analysis.tokens
    if tokens[hyphen].text != "-" or tokens[hyphen - 1].end != tokens[hyphen].start or hyphen + 2 >= end:
        return False
    return analysis.lower[hyphen + 1] in analysis.grammar.coordinators and analysis.capital(hyphen + 2)


def _numbered(analysis: Analysis, place: int) -> bool:
    """ "Kanal 5 unter Berufung", "Mainz 05 bestätigte": one or two digits that count nothing behind them."""
    number, behind = analysis.tokens[place].text, analysis.tokens[place + 1]
    counted = behind.text[0].isupper() or behind.kind == "number" or is_adjective(analysis, place + 1)
    said = analysis.lower[place + 1] in table(analysis.language).finite
    return number.isdigit() and len(number) < 3 and (said or not counted) and not behind.text.endswith("%")


def _after_day(analysis: Analysis, place: int) -> bool:
    """Whether a day stands before ``place`` and no further time there."""
    words = mention_words(analysis.language)
    day = analysis.lower[place - 1]
    return day in words.time_words - words.edge_words and analysis.lower[place] not in words.time_words


def _bare_name(analysis: Analysis, index: int) -> bool:
    """A word that the language does not have, no genitive and no adjective: "Tavaria", not "Grubers"."""
    low = analysis.lower[index]
    return (
        not low.endswith(("s", *analysis.grammar.adjective_endings))
        and not is_known(low, analysis.language)
        and "-" not in low
    )


def _things_named(analysis: Analysis, place: int) -> bool:
    """A noun in the plural, right after a noun for a body or a role or after a name: no part of who speaks, unless
    both stand before the verb or come together again ("die Gewerkschaft Heilberufe")."""
    before, noun = analysis.lower[place - 1], analysis.tokens[place].text
    if not analysis.capital(place) or "-" in noun or noun.isupper() or not is_german_plural(noun):
        return False
    words = mention_words(analysis.language)
    speaks = before in words.speaking or before.endswith(words.role_endings)
    opens = place == 1 or not analysis.is_word(place - 2)  # "Betriebsbedingte Kündigungen"
    described = is_adjective(analysis, place - 1) or (opens and before.endswith(analysis.grammar.adjective_endings))
    if not speaks and (is_known(before, analysis.language) or described):
        return False
    lower = analysis.lower
    verb_follows = place + 1 < len(lower) and lower[place + 1] in table(analysis.language).finite
    return not verb_follows and sum(pair == (before, lower[place]) for pair in pairwise(lower)) == 1


def _next_speaker(analysis: Analysis, place: int, end: int) -> bool:
    """A role with a name behind it, right after the noun of an institution: another phrase begins."""
    words = mention_words(analysis.language)
    before = analysis.lower[place - 1]
    body = before.endswith(tuple(words.speaking)) and not before.endswith(("in", "er"))
    if not body or place + 1 >= end or not (analysis.capital(place) and analysis.capital(place + 1)):
        return False
    return analysis.lower[place].endswith(("in", *words.role_endings)) and "-" not in analysis.lower[place]


def nouns_from(analysis: Analysis, index: int, end: int, governed: bool = False) -> tuple[int, int]:
    """(start of the nouns, their end) of a phrase that begins at ``index``; (0, 0) if none does."""
    words = analysis.grammar
    tokens, lower = analysis.tokens, analysis.lower
    place = index
    determined = governed  # after a preposition no verb can come, so every -te is an adjective
    if place < end and lower[place] in words.determiners:
        place += 1
        determined = True
        if place < end and lower[place] in words.second_determiners:
            place += 1
    if place > index and place < end:
        place = _past_attribute(analysis, place, end)
    steps = 0
    while place < end and not noun_at(analysis, place, determined) and steps < 7:
        token = tokens[place]
        if token.kind == "mark":
            break
        if is_number(analysis, place) or is_adjective(analysis, place):
            verb = lower[place].endswith(words.past_endings) or lower[place] in table(analysis.language).finite
            if not determined and token.kind != "number" and verb:
                return (0, 0)
            place += 1
        elif (
            determined and lower[place] in words.phrase_adverbs and place + 1 < end and not analysis.capital(place + 1)
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
    stop = nouns_end(analysis, place, end, determined)
    return (place, stop) if stop > place else (0, 0)


def _past_attribute(analysis: Analysis, start: int, end: int) -> int:
    """Where the participle stands behind what goes with it: "dem am Montag veröffentlichten Gutachten", "eines von ihr
    beauftragten Gutachters", "ein dort tätiger Pfleger", "einem der Stadt vorliegenden Schreiben"."""
    words, lower = analysis.grammar, analysis.lower
    governed = lower[start] in words.prepositions
    inner = words.object_pronouns | words.possessives | words.phrase_adverbs
    given = lower[start] in words.dative_or_genitive and lower[start - 1] in words.oblique_determiners
    if not (governed or given or lower[start] in inner):
        return start
    if not governed and start > 1 and analysis.tokens[start - 2].text == "," and lower[start - 1] in words.relatives:
        return start  # "…, die dort gestrandete Leute versorgt"
    for place in range(start + 1, min(start + LONGEST_ATTRIBUTE, end - 1)):
        if not analysis.is_word(place) or lower[place] in words.auxiliaries | words.finite:
            break
        past = lower[place].endswith(words.adjective_endings) and is_adjective(analysis, place)
        led = analysis.capital(place - 1) or lower[place - 1] in inner
        if past and led and analysis.capital(place + 1):
            return place
    return start


def _of_name(analysis: Analysis, index: int, end: int) -> bool:
    """ "Mitte", "Ende", "Anfang" as part of a name: no time follows."""
    words = mention_words(analysis.language)
    if analysis.lower[index] not in words.edge_words:
        return False
    follows = analysis.lower[index + 1] if index + 1 < end else ""
    return follows not in words.time_words and follows not in analysis.grammar.genitive_determiners


def _matter(analysis: Analysis, index: int) -> bool:
    """A noun of a matter by its ending: not the name after "die Agentur"."""
    words = mention_words(analysis.language)
    low = analysis.lower[index]
    matter = low in words.things or (low.endswith(words.abstract_endings) and not low.endswith(tuple(words.speaking)))
    return matter and analysis.capital(index) and is_known(low, analysis.language)

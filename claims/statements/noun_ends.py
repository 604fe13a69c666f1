"""Where a noun phrase ends: its genitives, 'von' phrases and brackets."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.language.lemmas import is_known
from claims.statements.cues import table
from claims.statements.mention_words import mention_words
from claims.statements.nouns import APOSTROPHES, is_adjective, nouns_end, nouns_from
from claims.statements.occurrences import is_number

S_SOUNDS = ("s", "x", "z", "ß")  # names that end so have a genitive without -s


def _role(analysis: Analysis, index: int) -> bool:
    return analysis.lower[index].endswith(mention_words(analysis.language).role_endings)


def _team(analysis: Analysis, index: int) -> bool:
    return analysis.lower[index].endswith(mention_words(analysis.language).team_endings)


def _told(analysis: Analysis, start: int, article: int, end: int) -> bool:
    """Whether what could be a genitive is the medium that is told: "sagte ein Fahrer | der Agentur APN"; not "sagte ein
    Reporter der Agentur APN"."""
    words, lower = mention_words(analysis.language), analysis.lower
    if start == 0 or lower[start - 1] not in table(analysis.language).finite:
        return False
    medium = any(lower[i].endswith(words.told_media) for i in range(article + 1, end) if analysis.capital(i))
    return bool(words.told_media) and medium and not lower[article - 1].endswith(words.media_jobs)


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
            inner, inner_end = nouns_from(analysis, stop, end)
            if not inner_end or _told(analysis, start, stop, inner_end):
                break
            stop, last_start, determined = inner_end, inner, True
            continue
        if low in words.attribute_prepositions:
            named = not single and not is_known(lower[stop - 1], analysis.language)
            if low not in words.belonging | words.origin_prepositions and named:
                break  # "nach Angaben von Bauamtsleiter Rolf Imhof | für Lastwagen frei"
            follow = stop + 1
            if follow >= end or is_number(analysis, follow):
                break  # "sprach laut Agentur von zwei Toten"
            inner, inner_end = nouns_from(analysis, follow, end, True)
            if not inner_end:
                break
            head = lower[inner_end - 1]
            if head in mention_words(analysis.language).time_words:
                break
            stop, last_start, determined = inner_end, inner, inner > follow or low in words.contracted
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
            inner, inner_end = nouns_from(analysis, stop + 1, end, True) if stop + 1 < end else (0, 0)
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
        if tokens[stop].text in APOSTROPHES and lower[stop - 1].endswith(S_SOUNDS) and stop + 1 < end:
            inner_end = nouns_end(analysis, stop + 1, end, True)  # "Sanders' Management"
            if inner_end > stop + 1:
                stop, last_start = inner_end, stop + 1
                continue
        # "Papst Benedikts erste Enzyklika": what a name in the genitive owns
        if lower[stop - 1].endswith("s") and stop - last_start >= 2 and is_adjective(analysis, stop) and not determined:
            inner_end = nouns_end(analysis, stop + 1, end, True) if stop + 1 < end else 0
            if inner_end > stop + 1:
                stop, last_start = inner_end, stop + 1
                continue
        # adjective and noun in the genitive without an article: "Vertreter westlicher Staaten", "Kollegen Li Meng"
        if (
            is_adjective(analysis, stop)
            and not is_number(analysis, stop)
            and lower[stop].endswith(words.genitive_adjective_endings)
            and single
            and (determined or _role(analysis, stop - 1))
            and stop + 1 < end
            and analysis.capital(stop + 1)
            and not lower[stop].endswith(words.past_endings)
            and lower[stop] not in table(analysis.language).finite
        ):
            inner_end = nouns_end(analysis, stop + 1, end, True)
            stop, last_start, determined = inner_end, stop + 1, False
            continue
        break
    return stop


def noun_phrase(analysis: Analysis, start: int, end: int) -> int:
    """End of the noun phrase that begins at ``start``: up to a determiner, pronoun, preposition or verb."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    place = start
    if place < end and lower[place] in grammar.object_pronouns:
        return place + 1
    while place < end and place - start < 9:
        low = lower[place]
        if not analysis.is_word(place):
            if tokens[place].text == "." and tokens[place - 1].text in mention_words(analysis.language).dotted:
                place += 1
                continue
            break
        if place > start and (
            low in grammar.determiners
            or low in grammar.auxiliaries
            or low in grammar.subject_pronouns
            or low in grammar.subordinators
            or low in grammar.content_subordinators
            or low == grammar.infinitive_marker
            or (low in grammar.prepositions and low not in ("of",))
            or {low, lower[start]} & mention_words(analysis.language).time_words  # "on Friday | costs had doubled"
            or (low in grammar.other_words and place + 1 < end and lower[place + 1] in grammar.auxiliaries)
        ):
            if low in grammar.determiners and lower[place - 1] == "of":
                place += 1
                continue
            break
        place += 1
    return place

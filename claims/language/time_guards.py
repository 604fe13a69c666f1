"""What looks like an expression of time and is none: habits, names, amounts; and the denied "vor Herbst"."""

from __future__ import annotations

from claims.language.grammar import grammar as closed_words
from claims.language.lemmas import lemma
from claims.language.lexicon import load
from claims.language.symbols import Found, Grammar
from claims.language.time_grammar import TimeData
from claims.language.word_tense import tense_words, word_tense

NOW = "now"  # a denial that does not look back: "don't"
OCCASION_REACH = 4  # tokens from "nach dem" to the day of its noun
FOLLOWED_REACH = 24  # tokens to the end of its sentence
NEGATION_REACH = 8  # tokens from "vor Herbst" to its "nicht"
_MARKS = frozenset("%€$£°/:-§#+")  # beside a number: an amount, a reference, a telephone number
QUOTES = frozenset("„“”\"»«‚‘’'")


def denial(rules: Grammar, words: list[str], start: int) -> str:
    """Whether the sentence around denies that it comes earlier: "vor Herbst geht nichts", "not until spring".

    ``no``, ``now`` where the denial itself does not look back ("do not"), or nothing.
    """
    for places in (range(start - 1, max(-1, start - 1 - NEGATION_REACH), -1), range(start, start + NEGATION_REACH)):
        for index in places:
            if index >= len(words) or words[index] in ".!?\n;" or words[index] in QUOTES:
                break
            if words[index].lower() in rules.values["enduring"]:
                return ""  # "cannot wait until autumn": up to it, as without the denial
            found = rules.values["negation"].get(words[index].lower(), "")
            if found:
                before = words[index - 1].lower() if index else ""
                return NOW if before in rules.values["negated_now"] else found
    return ""


def without_an_idiom(rules: Grammar, words: list[str], match: Found) -> Found:
    """``match`` without a "vor" that only closes "nach wie vor", or a "by" that names who did it."""
    before = words[match.start - 1] if match.start else ""
    if match.groups.get("until", (-1, -1))[0] != match.start:
        return match
    if before not in rules.values["idiom"] and not _names_who(rules, words, match):
        return match
    groups = {name: place for name, place in match.groups.items() if name != "until"}
    return match._replace(start=match.start + 1, groups=groups)


def _names_who(rules: Grammar, words: list[str], match: Found) -> bool:
    """Delayed by the November election; but: finished by the November deadline."""
    following = words[match.end] if match.end < len(words) else "."
    return (
        words[match.start].lower() in rules.values["agent"]
        and words[match.end - 2].lower() in rules.values["owner"]
        and following in rules.values["month_noun"]
        and following not in rules.values["limit_noun"]
    )


def is_of_what_is_over(rules: Grammar, words: list[str], match: Found, language: str) -> bool:
    """Whether it dates what is followed up on: "nach dem Brand am Montag sucht die Polizei"; not with a verb that looks
    ahead: "nach dem Treffen am Montag soll"."""
    known, start = closed_words(language), match.start
    if not start or not words[start - 1].isalpha() or not words[start].islower():
        return False
    last = next(
        (index for index in range(start, min(len(words), start + FOLLOWED_REACH)) if words[index] in ".!?\n"), None
    )
    ahead = tense_words(language).future & (known.modals | known.be)
    if not ahead.isdisjoint(words[start : last or start + FOLLOWED_REACH]):
        return False
    for index in range(start - 2, max(-1, start - 1 - OCCASION_REACH), -1):
        if words[index].lower() in rules.values["aftermath"]:
            return words[index + 1].lower() in known.determiners | known.contracted
        if not words[index].isalpha() or word_tense(words[index], language) == "past":
            return False
    return False


def is_habit(rules: Grammar, words: list[str], match: Found) -> bool:
    """Every Friday; freitags."""
    before = words[match.start - 1].lower() if match.start else ""
    alone = match.end - match.start == 1 and words[match.start] in rules.values["habit"]
    return alone or before in rules.values["every"]


def is_a_verb(words: list[str], match: Found, groups: dict[str, str], language: str) -> bool:
    """Whether "last" says how long it takes: "to last five weeks", "would last two years"."""
    place = match.groups["last"][0] if "last" in groups else 0
    known = tense_words(language)
    return place > 0 and words[place - 1].lower() in known.infinitive_mark | known.modals


def is_a_daily_hour(rules: Grammar, words: list[str], match: Found) -> bool:
    """At 5am every day, at 5am on each of the three days."""
    following = [word.lower() for word in words[match.end : match.end + 2]]
    if following and following[0] in rules.values["prep"]:
        following = following[1:]
    return bool(following) and following[0] in rules.values["every"]


def is_a_fall(rules: Grammar, words: list[str], match: Found) -> bool:
    """Whether "fall" is that of something: this fall in prices, his last fall."""
    first = words[match.start].lower()
    before = first if first in rules.values["owner"] else words[match.start - 1].lower() if match.start else ""
    following = words[match.end].lower() if match.end < len(words) else "."
    return before in rules.values["owner"] or following in rules.values["fall_of"]


def is_part_of_a_name(rules: Grammar, words: list[str], match: Found) -> bool:
    """Bild am Sonntag, „Welt am Sonntag“, Sunday Times, Frau Freitag."""
    before = words[match.start - 1] if match.start else ""
    after = words[match.end] if match.end < len(words) else ""
    if before in rules.values["name_before"] or after in rules.values["name_after"]:
        return True
    opened = match.start > 1 and words[match.start - 2] in QUOTES
    return opened and after in QUOTES and before[:1].isupper()


def is_in_a_title(words: list[str], match: Found) -> bool:
    """Whether it closes a title of two words behind its noun: "im Magazin „Steinbau heute“"; not „Erst morgen“."""
    start, after = match.start, words[match.end] if match.end < len(words) else ""
    quoted = start > 2 and words[start - 2] in QUOTES and after in QUOTES
    return quoted and words[start - 1][:1].isupper() and words[start - 3].isalpha()


def is_name(words: list[str], match: Found) -> bool:
    """A capital within a sentence: USA Today."""
    word = words[match.start]
    return word[0].isupper() and match.start > 0 and (words[match.start - 1][-1].isalpha())


def ends_a_phrase(following: str, language: str) -> bool:
    """Whether the word after a time cannot be the noun that it counts: "on the 24th would", "on the 24th of"."""
    known = closed_words(language)
    verbs = known.have | known.be | known.modals
    return following in verbs | known.prepositions | known.subordinators or bool(word_tense(following, language))


def is_year(rules: Grammar, words: list[str], match: Found, language: str) -> bool:
    """Whether a bare number of four digits is a year and not an amount."""
    start = match.groups.get("y", match.groups.get("ys", (match.start, 0)))[0]
    following = words[match.end] if match.end < len(words) else "."
    beside = words[start - 1] if start else ""
    if "ys" in match.groups or (
        start > match.start and (beside in rules.values["sure_year"] or beside.lower() in rules.values["sure_year"])
    ):
        return following not in rules.values["not_year"]
    if not 1500 <= int(words[start]) <= 2100:
        return False
    if following in rules.values["not_year"] or following in "%€$£°/:" or following in ("-",):
        return False
    before = words[match.start - 1] if match.start else ""
    if before == "." and match.start > 1:
        before = (
            words[match.start - 2] if words[match.start - 2] in rules.values["number_before"] else before
        )  # Nr. 2019
    limited = "until" in match.groups  # until at least 2035
    bare = start == match.start  # "LEEDS - In 2027": the dash stands before the phrase
    if (bare and (before in _MARKS or before.isdigit())) or not rules.values["number_before"].keys().isdisjoint(
        (before,) if limited else (before, beside)
    ):
        return False
    known = load(language, "times", TimeData)
    if before.lower().endswith(known.street_end):
        return False
    free = bare and not before[:1].islower()  # "Die Spiele 2032 Menschen zeigen"
    if free or not known.nouns_are_capitalised or not (following[:1].isupper() and following[1:2].islower()):
        return True
    # "2032 Stellen streichen" counts a plural, "2032 Strom liefern" does not
    return lemma(following, language) == following.lower() and not following.endswith(known.same_plural_end)


def are_years(rules: Grammar, words: list[str], match: Found) -> bool:
    """Whether two bare numbers, "1990 bis 2000", are years: no unit and no noun follows them."""
    if match.start != match.groups["a"][0]:
        return True  # from 1990 to 2000
    following = words[match.end] if match.end < len(words) else "."
    before = words[match.start - 1] if match.start else ""
    if following in rules.values["not_year"] or following in _MARKS or before in _MARKS:
        return False
    return not (following[:1].isupper() and following[1:2].islower()) and not following[:1].isdigit()


def is_street(rules: Grammar, words: list[str], match: Found, language: str) -> bool:
    """Straße des 17. Juni; not "hat die Straße am 17. Juni gesperrt"."""
    known, first = closed_words(language), words[match.start].lower()
    if first in known.prepositions | known.contracted and first not in rules.values["attributive"]:
        return False
    return match.start > 0 and words[match.start - 1] in rules.values["date_name_before"]


def is_a_subject(rules: Grammar, words: list[str], match: Found) -> bool:
    """Whether a month does what a verb behind it tells: "October was cold"; not "last August was", "Mr August was"."""
    before = words[match.start - 1] if match.start else ""
    following = words[match.end] if match.end < len(words) else "."
    return following in rules.values["month_verb"] and not before.isdigit() and not before[:1].isupper()


def is_month_of_a_noun(rules: Grammar, words: list[str], match: Found) -> bool:
    """Whether a month tells which of its kind is meant: its November figures; not the May government."""
    following = words[match.end] if match.end < len(words) else "."
    if words[match.end - 1] in rules.values["unsure_month"]:
        return following in rules.values["month_noun"]
    return following.isalpha() and following.islower() and following not in rules.values["prep"]

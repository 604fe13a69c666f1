"""What a match of the time rules means: its tense, whether it is a time at all, and which of its ends are open."""

from __future__ import annotations

from datetime import timedelta

from claims.language import time_guards as guards
from claims.language.grammar import grammar as closed_words
from claims.language.lexicon import load
from claims.language.moments import Context
from claims.language.symbols import Found, Grammar
from claims.language.tense import NOW, is_a_state, is_held_until, tells_of_a_plan, tense_around
from claims.language.time_grammar import TimeData
from claims.language.time_joins import Piece
from claims.language.time_rules import BUILDERS

_ATTRIBUTIVE = ("weekday", "part_of", "month", "date")  # "der Bericht vom Montag": past, whatever the clause says
_NAMED = frozenset({"date", "weekday", "holiday", "month", "season", "year", "weekend", "part_of"})
_DISTANCES = frozenset(
    {
        *("relative", "offset", "deictic", "discourse", "counted", "last_night", "night_before", "this_part"),
        *("new_year", "school_year", "running_season", "financial_year"),
    }
)
_YEARLESS = frozenset({"month", "date", "days", "holiday"})  # what the year of is to be told
_OVER = ("past", "over")
_OF_A_WEEK = frozenset({"weekday", "weekend"})  # until one of these is until the next
_MODIFIERS = frozenset({"mod", "wmod", "ym"})
_OPEN_ENDS = frozenset({"until", "no_later", "up_to", "no_earlier", "aftermath"})
JOINTS = "-‐‑"  # beside a month: of a compound
OCCASION_REACH = 4  # tokens from a "since" to the noun whose time it dates
MOVED_REACH = 5  # tokens from "auf Freitag" to "verschoben"


def tense_of(given: str, rules: Grammar, words: list[str], match: Found, language: str) -> str:
    """The tense of the expression that matched: past, over (surely past), future, nearest or nothing.

    ``given`` by a caller who knows better.
    """
    if given:
        return given
    first = words[match.start].lower()
    since = rules.values["since"].get(first, "") if "since" in match.groups else ""
    occasion = _since_an_occasion(rules, words, match, language)[0]
    if since == "past" or occasion == "since":
        return "over" if match.rule.name.partition("=")[0] in _YEARLESS else "past"
    following = words[min(match.end, len(words) - 1)].lower()
    lead = words[match.start - 1] if match.start else ""
    of_noun = match.rule.name in _ATTRIBUTIVE and first in rules.values["attributive"]
    goes_on = following in rules.values["onward"] or following in rules.values["to"]
    if of_noun and not goes_on and lead not in rules.values["effect"]:
        return "past"
    if match.rule.name in _OF_A_WEEK and guards.is_of_what_is_over(rules, words, match, language):
        return "past"
    denied = guards.denial(rules, words, match.start) if rules.values["until"].get(first) == "before" else ""
    aimed = first in rules.values["aimed"] or (first in rules.values["prep"] and lead.lower() in rules.values["aimed"])
    if words[match.start + 1 : match.start + 2] and words[match.start + 1].lower() in rules.values["whole_of"]:
        aimed = False  # for most of the summer
    if (aimed or first in rules.values["to"]) and _is_moved(rules, words, match.start, match.end):
        return "future"
    near = words[max(0, match.start - MOVED_REACH) : match.end + MOVED_REACH]
    if not rules.values["cancelled"].keys().isdisjoint(near):
        return "nearest"  # what was cancelled may lie ahead
    genitive = match.rule.name == "weekday" and words[match.end - 1].endswith(("'s", "’s"))
    end = match.end
    while words[end - 1] in (",", "."):
        end -= 1
    found = tense_around(words, match.start, end, language, firm=genitive, ahead=aimed)
    name = match.rule.name.partition("=")[0]
    if found == NOW:
        found = "future" if name in _OF_A_WEEK else ""
    if denied and "until" in match.groups:
        return "past" if found == "past" and denied != guards.NOW else "future"  # not before autumn
    named = (name in _YEARLESS or (name == "part_of" and "m" in match.groups)) and _OPEN_ENDS.isdisjoint(match.groups)
    until = "until" in match.groups and rules.values["until"].get(first) == "limit"
    limit = "until" in match.groups or occasion == "until"
    if found == "past" and limit and is_held_until(words, match.start, language):
        return "future" if name in _OF_A_WEEK else "nearest"  # said the shop was closed until May
    if found == "past" and until and is_a_state(words, match.start, end, language):
        return "future" if name in _OF_A_WEEK else ""  # sei bis Montag gesperrt, sei bis März ausgesetzt
    if found == "past" and "until" in match.groups and tells_of_a_plan(words, match.start, end, language):
        # had been booked through Sunday; but: had promised a decision by the end of November
        return "nearest" if name in _YEARLESS or name == "part_of" else "future"
    if found == "past" and aimed and not since and tells_of_a_plan(words, match.start, end, language):
        return "future"  # "rief für Freitag zu Kundgebungen auf"
    if found == "past" and named and not (aimed or tells_of_a_plan(words, match.start, end, language)):
        return "over"
    if not found and (since or not _OPEN_ENDS.isdisjoint(match.groups)):
        return "future"
    return found


def _is_moved(rules: Grammar, words: list[str], start: int, end: int) -> bool:
    """Whether a word near tells of a change of date: "auf Freitag verschoben"."""
    return any(word in rules.values["moved"] for word in words[max(0, start - MOVED_REACH) : end + MOVED_REACH])


def read(rules: Grammar, words: list[str], match: Found, context: Context, language: str) -> Piece | None:
    """The moment that a match means with its place, or nothing where the words mean no time."""
    name, _, key = match.rule.name.partition("=")
    groups = {}
    for bound, (start, _) in match.groups.items():
        groups[bound] = rules.value(match.rule.classes[bound], words[start])
    if key:
        groups["key"] = key
    if name == "year" and not guards.is_year(rules, words, match, language):
        return None
    if name == "weekday" and "mod" not in groups and words[match.start].lower() in rules.values["definite"]:
        return None
    if name in _OF_A_WEEK and guards.is_habit(rules, words, match):
        return None
    if name == "weekday" and guards.is_part_of_a_name(rules, words, match):
        return None
    if name == "months" and _is_moved(rules, words, match.start, match.end):
        return None
    if name == "counted" and match.start and words[match.start - 1].lower() in rules.values["lasting"]:
        return None
    if name == "decade" and match.start and words[match.start - 1].lower() in closed_words(language).possessives:
        return None  # a woman in her 30s
    if name == "years" and not guards.are_years(rules, words, match):
        return None
    if key and "-" in (words[match.start - 1] if match.start else "", words[min(match.end, len(words) - 1)]):
        return None  # Mariä-Himmelfahrt-Waisenhaus
    following = words[match.end] if match.end < len(words) else "."
    if name == "relative" and guards.is_a_verb(words, match, groups, language):
        return None  # to last five weeks
    if "business" in groups and not context.reports:
        return None
    if name == "offset" and "ahead" in groups and context.tense() == "past":
        return None  # covered 80 kilometres in four days
    if name == "month_attribute" and "y" not in groups and not guards.is_month_of_a_noun(rules, words, match):
        return None
    if name == "month_subject" and not guards.is_a_subject(rules, words, match):
        return None
    if name == "month" and following in JOINTS and "y" not in groups:
        return None  # der Mai-Ausschuss
    if name == "date" and guards.is_street(rules, words, match, language):
        return None
    if name == "season" and match.rule.classes.get("s") == "sometimes_season" and guards.is_a_fall(rules, words, match):
        return None
    if name == "clock" and guards.is_a_daily_hour(rules, words, match):
        return None
    if name == "season" and following in rules.values["season_compound"]:
        return None
    lead = words[match.start - 1].lower() if match.start else ""
    if name == "season" and "bare" in groups and context.tense() not in _OVER:
        return None  # der Winter ist die schönste Zeit
    if name == "season" and lead in rules.values["concessive"] and context.tense() not in _OVER:
        return None
    if name == "day_alone" and following[0].isalpha() and not guards.ends_a_phrase(following, language):
        return None  # on the 24th floor
    current = name == "deictic" and match.rule.classes.get("d") == "deictic_adjective" and groups["d"] == "0"
    if current and following[0].islower() and words[match.end - 1].lower() in rules.values["deictic_adjective"]:
        return None  # 40 Prozent über dem heutigen
    if name == "deictic" and (guards.is_name(words, match) or guards.is_in_a_title(words, match)):
        return None
    if name == "discourse" and following in rules.values["than"]:
        return None  # two years later than planned
    clausal = "u" in groups and name == "discourse" and words[match.end - 1] in rules.values["clausal"]
    if clausal and following[0].isalpha():
        return None  # "two weeks after denying it"
    told = name == "told" and groups["shift"] == "0" and not load(language, "times", TimeData).nouns_are_capitalised
    if told and following[0].islower() and following not in rules.values["prep"]:
        return None  # "said that summer sales fell"
    moment = BUILDERS[name](context, groups)
    if moment is None:
        return None
    if name in _DISTANCES or not _MODIFIERS.isdisjoint(groups):
        moment = moment._replace(by_distance=True)
    if groups.get("until") == "before" and guards.denial(rules, words, match.start) and context.tense() not in _OVER:
        groups["since"] = groups.pop("until")
    elif (
        "until" in groups
        and not moment.by_distance  # have not paid until today
        and words[match.start].lower() in rules.values["turning"]
        and guards.denial(rules, words, match.start)
    ):
        del groups["until"]  # did not return until February: it was then
    edge = _edge(words, match, groups, language)
    occasion, opened = _since_an_occasion(rules, words, match, language)
    edge = edge or occasion
    rule_of_days = bool(key)
    if edge and moment.kind in ("point", "range") and moment.value:
        first, slash, last = moment.value.partition("/")
        if edge == "since":
            if last != "..":
                if "aftermath" in groups and slash and moment.kind == "point":
                    first = last  # nach den Osterferien: from their end
                if name == "weekday" and not moment.time and context.day is not None and first == context.anchor:
                    first = (context.day - timedelta(days=7)).isoformat()  # on a Tuesday "since Tuesday" is a week
                moment = moment._replace(value=f"{first}/..", kind="since")
        else:
            before = rule_of_days and groups.get("until") == "before"  # vor Weihnachten: before its first day
            moment = moment._replace(value=f"../{last if slash and not before else first}", kind="until")
    if (
        moment.kind == "point"
        and moment.value
        and words[match.start].lower() in rules.values["from_open"]
        and (context.tense() == "future" or (context.day is not None and moment.value > context.anchor))
    ):
        moment = moment._replace(value=f"{moment.value.split('/')[0]}/..", kind="since")
    start, end = opened, match.end
    while end - start > 2 and words[start].lower() in rules.values["definite"]:
        if words[start + 1].lower() not in rules.values["prep"]:
            break
        start += 1  # "die in diesem Jahr": the article is not of the expression
    start += ("aftermath" in groups and edge == "") or "owner" in groups
    while words[end - 1] in (".", ","):
        end -= 1
    return Piece(start, end, moment, name)


def _since_an_occasion(rules: Grammar, words: list[str], match: Found, language: str) -> tuple[str, int]:
    """since or until, and where it begins, where the time dates the noun after it: "seit der Schließung im Oktober"."""
    known, start = closed_words(language), match.start
    if not _OPEN_ENDS.isdisjoint(match.groups) or "since" in match.groups or not start:
        return "", start
    if match.rule.name.partition("=")[0] not in _NAMED or not words[start - 1].isalpha():
        return "", start
    if load(language, "times", TimeData).nouns_are_capitalised and not words[start - 1][:1].isupper():
        return "", start
    for index in range(start - 2, max(-1, start - 2 - OCCASION_REACH), -1):
        word = words[index].lower()
        after = words[index + 1].lower()
        limit = rules.values["until"].get(word) == "limit" and word not in rules.values["agent"]
        limit = limit or word in rules.values["turning"]
        # bis zur Sitzung am 12. Mai, until the election in May
        opens = word in rules.values["turning"] or word in rules.values["since"] or after in known.contracted
        if not word.isalpha() or (index < start - 2 and word in known.prepositions and not opens):
            break
        if rules.values["since"].get(word) == "past" or limit:
            if after in known.determiners or after in known.contracted:
                return ("until" if limit else "since"), index
            break
    return "", start


def _edge(words: list[str], match: Found, groups: dict[str, str], language: str) -> str:
    """since or until, where the words before leave one end open; "after" does so only before a named day alone."""
    if "since" in groups or "no_earlier" in groups:
        return "since"
    if not {"until", "no_later", "up_to"}.isdisjoint(groups):
        return "until"
    if "aftermath" not in groups or match.rule.name.partition("=")[0] not in _NAMED:
        return ""
    following = words[match.end] if match.end < len(words) else "."
    noun = following[0].isalpha() and (
        following[0].isupper() or not load(language, "times", TimeData).nouns_are_capitalised
    )
    genitive = words[match.end - 1].endswith(("'s", "’s"))
    return "" if noun or genitive or following[0] in JOINTS else "since"

"""Which articles report the same events, so that a topic never mixes two stories of one folder.

An article is a bag of weighed terms: names by their sound (one key for both languages), also the surname behind a given
name and the place of a dateline, numbers, states, concepts and, within one language, nouns with the parts of compounds.
What is rare in the folder, stands in the title or the lead, or is a name weighs more; no single term and not all
concepts together can carry a pair. Reports that lie weeks apart need more in common. Stories are made by average
linkage, so that one broad article fuses nothing; an undated article joins a story and never ties two together.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import pairwise

from claims.language.lemmas import in_dictionary, lemma
from claims.language.tokens import Token, tokenize
from claims.models import Article, SegmentKind, Statement
from claims.speakers.given_names import is_given_name
from claims.topics.grouping import group as partition
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.words import compound, sound

# mean likeness from which articles report the same events, for each doubling of the number of articles: the more
# stories a folder can hold, the less likely are two of its articles of one; between the bounds it has no step, so that
# one article more moves no story (folders of tests/topics/stories: of 45 articles 53 of 704 pairs are parted and 8
# joined wrongly, where a step to 0.075 at 32 parted 65)
SAME_STORY = 0.0125
FEWEST, MOST = 4, 64  # articles below and above which it stays what it is there
FAINT = 0.02  # likeness below which a pair counts as nothing
MOST_OF_ONE = 0.8  # share of it that one term, or all concepts together, may add to the likeness of two articles
# by kind of term: name, number, state, office, concept, noun or word, part of a compound, verb and the like
# or a capitalised word of the dictionary that may be a name, which counts where the other language has it as a name
KINDS = {"n": 2.0, "q": 1.0, "p": 0.6, "o": 0.3, "c": 0.8, "w": 0.8, "l": 1.0, "h": 0.5, "v": 0.3, "k": 0.0}
OF_THE_LANGUAGE = frozenset("lhv")
CONCEPTS = frozenset("cw")  # "w": terms, which count between two languages alone
HEADLINE = 2  # how often a term of title or lead counts
SMALL_FOLDER = 64  # articles; a smaller folder tells nothing about how rare a term is
SOON, LATE = 14, 45  # days between two reports up to which they are of one time, and after which of another
LATER, MUCH_LATER = 0.7, 0.4  # what is left of the likeness of reports that lie further apart
STRANGE = 0.4  # what is left when both name somebody or some place, and share no name and no number
RETURNING = 0.5  # of names in reports that lie far apart: the same people come back with other matters
AKIN, AKIN_GAINS = 0.3, 1.5  # common concepts from which articles in two languages count as more alike, and how much
PROBES = 40  # weightiest terms by which an article looks for others
MOST_HOLDERS = 60  # articles; a term of more brings none together, unless it is a name
NEXT_IN_TIME = 20  # articles; how many that follow an article are compared by a name that more have
COMMON_NAME = 1.5  # the least rarity of a name: a folder may be all of one story, whose names stand everywhere
DATELINE = "dateline"  # why a segment is set apart that opens with the place a report is from
_PLACE = re.compile(r"[^\W\d_][^,(\d]{0,60}")
_GROUPED = re.compile(r"[.,](?=\d{3}\b)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HYPHEN = re.compile(r"[-‐‑]")
_AFTER = '.!?:„“"»«\n'


def stories(
    statements: Sequence[Statement],
    articles: Iterable[Article] = (),
    bags: Mapping[str, Mapping[str, int]] | None = None,
) -> dict[str, int]:
    """Article id → number of its story, for every article of ``statements``.

    Articles are read whole where given, else by the quotes of their statements. Numbers say nothing but same or not.
    ``bags`` are the terms of articles by id, as :func:`bag` gives them, where they are known.
    """
    known_bags = bags or {}
    wanted = sorted({item.article_id for item in statements})
    given = {article.id: article for article in articles}
    quotes: dict[str, list[Statement]] = {}
    for item in statements:
        if item.article_id not in given:
            quotes.setdefault(item.article_id, []).append(item)
    found = [known_bags.get(name) or bag(given[name]) if name in given else _of_quotes(quotes[name]) for name in wanted]
    languages = [given[name].language if name in given else quotes[name][0].language for name in wanted]
    days = [_day(given[name]) if name in given else None for name in wanted]
    least = least_likeness(len(wanted))
    likeness = dict(_likeness(found, languages, days, MOST_OF_ONE * least))
    dated = {pair: value for pair, value in likeness.items() if None not in (days[pair[0]], days[pair[1]])}
    groups = partition(len(wanted), dated, threshold=least, damping=1.0)
    groups = _with_undated(groups, likeness, days, least)
    return {wanted[place]: number for number, places in enumerate(groups) for place in places}


def least_likeness(size: int) -> float:
    """The mean likeness from which articles of a folder of so many are of one story."""
    return SAME_STORY * math.log2(min(max(size, FEWEST), MOST))


def _with_undated(
    groups: Sequence[Sequence[int]], likeness: Mapping[tuple[int, int], float], days: Sequence[int | None], least: float
) -> list[list[int]]:
    """Undated articles are grouped among themselves, and each group goes to the one dated story most like it."""
    firm = [list(places) for places in groups if days[places[0]] is not None]
    loose = [places[0] for places in groups if days[places[0]] is None]
    spot = {place: number for number, place in enumerate(loose)}
    among = {(spot[a], spot[b]): value for (a, b), value in likeness.items() if a in spot and b in spot}
    home = {place: number for number, places in enumerate(firm) for place in places}
    size = len(firm)
    for members in partition(len(loose), among, threshold=least, damping=1.0):
        places = [loose[number] for number in members]
        sums: dict[int, float] = {}
        own = set(places)
        for (a, b), value in likeness.items():
            one, other = (a, b) if a in own else (b, a)
            if one in own and other in home and home[other] < size:
                sums[home[other]] = sums.get(home[other], 0.0) + value
        means = {number: total / (len(places) * len(firm[number])) for number, total in sums.items()}
        best = min(means, key=lambda number: (-means[number], number), default=None)
        if best is not None and means[best] >= least:
            firm[best] += places
        else:
            firm.append(places)
    return firm


def _likeness(
    bags: Sequence[Mapping[str, int]], languages: Sequence[str], days: Sequence[int | None], most: float
) -> Iterator[tuple[tuple[int, int], float]]:
    count: Counter[str] = Counter(name for bag in bags for name in bag)
    folder = _level(max(len(bags), SMALL_FOLDER) + 1)
    rarity = {
        name: max(folder - _level(number), COMMON_NAME if name[0] == "n" else 0.05) for name, number in count.items()
    }
    whole = [_weighed(bag, rarity, {"w"}) for bag in bags]
    neutral = [_weighed(bag, rarity, OF_THE_LANGUAGE) for bag in bags]
    naming = [any(name[0] == "n" for name in bag) for bag in bags]
    for a, b in _candidates(whole, count, days):
        terms = _terms_of(whole[a], whole[b])
        if languages[a] != languages[b]:
            terms = {name: value for name, value in terms.items() if name[0] == "l"}  # international words
            terms |= _terms_of(neutral[a], neutral[b])
        terms |= _names_across(neutral[a], neutral[b]) | _names_across(neutral[b], neutral[a])
        value = _sum(terms, _gap(days[a], days[b]), naming[a] and naming[b], most)
        if languages[a] != languages[b] and _akin(bags[a], bags[b]) >= AKIN:
            value *= AKIN_GAINS  # half of their words cannot be compared
        if value >= FAINT:
            yield (a, b), value


def _level(number: int) -> float:
    """The logarithm in steps, so that a few articles more change nothing."""
    return round(2 * math.log2(number)) / 2


def _weighed(bag: Mapping[str, int], rarity: Mapping[str, float], without: Iterable[str]) -> dict[str, float]:
    out = {
        name: KINDS[name[0]] * (1 + math.log(number)) * rarity[name]
        for name, number in sorted(bag.items())
        if name[0] not in without
    }
    length = math.sqrt(math.fsum(value * value for value in out.values())) or 1.0
    return {name: value / length for name, value in out.items()}


def _terms_of(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {name: value * other[name] for name, value in one.items() if name in other}


def _akin(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """How many of the concepts of two articles are common, 0 to 1."""
    ours, theirs = ({name for name in bag if name[0] in CONCEPTS} for bag in (one, other))
    return len(ours & theirs) / math.sqrt(len(ours) * len(theirs)) if ours and theirs else 0.0


def _names_across(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Names of the one that the other has in another form alone: inside an adjective or compound ("Riedauer",
    "Torvagletscher"), or as a word of the dictionary of its language ("Lauen" in a German text)."""
    return {
        name: value * value
        for name, value in one.items()
        if name[0] == "n" and name not in other and f"k{name[1:]}" in other and f"k{name[1:]}" not in one
    }


def _sum(terms: Mapping[str, float], gap: int, naming: bool, most: float) -> float:
    named = other = concepts = 0.0
    for name in sorted(terms):
        value = min(most, terms[name])
        kind = name[0]
        if kind == "n":
            named += value
        elif kind in CONCEPTS:
            concepts += value
        else:
            other += value
    strange = naming and named <= 0 and not any(name[0] == "q" for name in terms)
    total = named * (RETURNING if gap > LATE else 1.0) + other + min(most, concepts)
    return total * (STRANGE if strange else 1.0) * (1.0 if gap <= SOON else LATER if gap <= LATE else MUCH_LATER)


def _gap(one: int | None, other: int | None) -> int:
    return abs(one - other) if one is not None and other is not None else 0


def _candidates(
    found: Sequence[Mapping[str, float]], count: Mapping[str, int], days: Sequence[int | None]
) -> list[tuple[int, int]]:
    """Pairs that share a weighty term; of a name that very many share, those that lie next to each other in time."""
    holders: dict[str, list[int]] = {}
    for number, weighed in enumerate(found):
        for name in sorted(weighed, key=lambda key: (-weighed[key], key))[:PROBES]:
            if weighed[name] and count[name] > 1 and (count[name] <= MOST_HOLDERS or name[0] == "n"):
                holders.setdefault(name, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in holders.values():
        reach = len(numbers) if len(numbers) <= MOST_HOLDERS else NEXT_IN_TIME
        ordered = sorted(numbers, key=lambda number: (days[number] or 0, number))
        for at, number in enumerate(ordered):
            pairs.update((min(number, other), max(number, other)) for other in ordered[at + 1 : at + 1 + reach])
    return sorted(pairs)


def _day(article: Article) -> int | None:
    try:
        return date.fromisoformat(article.published.value[:10]).toordinal()
    except ValueError:
        return None


def bag(article: Article) -> Counter[str]:
    """The terms of an article and how often it has each, those of title and lead counted oftener."""
    out: Counter[str] = Counter()
    tables = lexicon(article.language)
    segments = [(segment.kind, article.text[segment.start : segment.end]) for segment in article.readable()]
    people = frozenset(name for _, text in segments for name in _surnames(text))
    for kind, text in segments:
        _read(text, tables, HEADLINE if kind in (SegmentKind.TITLE, SegmentKind.LEAD) else 1, out, people)
    for segment in article.segments:
        if segment.why == DATELINE:
            place = _PLACE.match(article.text, segment.start, segment.end)
            _read(place.group() if place else "", tables, 1, out, people)
    return out


def _surnames(text: str) -> Iterator[str]:
    """What stands right behind a given name, many of which the dictionary has as words ("Ulrike Thoben")."""
    for first, last in pairwise(tokenize(text)):
        if first.text[:1].isupper() and last.text[:1].isupper() and is_given_name(first.text):
            yield _without_genitive(last.text)


def _without_genitive(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def _of_quotes(found: Sequence[Statement]) -> Counter[str]:
    out: Counter[str] = Counter()
    for item in sorted(found, key=lambda item: (item.char_start, item.char_end, item.id)):
        _read(item.quote or item.claim, lexicon(item.language), 1, out)
    return out


def _read(text: str, tables: Lexicon, times: int, out: Counter[str], people: Set[str] = frozenset()) -> None:
    opening = True
    for token in tokenize(text):
        if token.kind == "number":
            digits = _GROUPED.sub("", token.text)
            if len(digits) > 1 and not _YEAR.fullmatch(digits):
                out["q:" + digits] += times
        elif token.kind not in ("punct", "mark"):
            for name in _terms(token, tables, opening, people):
                out[name] += times
        opening = token.text[-1] in _AFTER


def _terms(token: Token, tables: Lexicon, opening: bool, people: Set[str]) -> Iterator[str]:
    text = _without_genitive(token.text)
    if text in people:
        yield "n:" + sound(text)
        return
    low, form = text.lower(), lemma(text, tables.language)
    if len(low) < 3 or low in tables.stop or form in tables.stop:
        return
    for table, prefix in ((tables.states, "p:"), (tables.offices, "o:")):
        found = table.get(low) or table.get(form)
        if found:
            yield prefix + found
            return
    for sense in dict.fromkeys((*tables.senses.get(form, ()), *tables.senses.get(low, ()))):
        yield ("w:" if sense.group == "term" else "c:") + sense.name
    capital = text[:1].isupper()
    if tables.language == "de":
        if not capital:
            yield "v:" + form
        elif in_dictionary(text, "de") or in_dictionary(low, "de"):
            yield "l:" + form
            yield "k:" + sound(text)
            if text.endswith("er"):
                yield "k:" + sound(text[:-2])  # "die Riedauer Fabrik"
        else:
            names = [piece for piece in _HYPHEN.split(text) if len(piece) > 2 and not in_dictionary(piece, "de")]
            yield from ("n:" + sound(piece) for piece in names)
            yield from ("k:" + sound(piece[:-2]) for piece in names if piece.endswith("er") and len(piece) > 5)
            if not names:
                yield "l:" + form
            if "-" in text:
                yield from ("k:" + sound(piece) for piece in (text, *_HYPHEN.split(text)))
            parts = [part for part in compound(text, "de", tables.heads) if len(part) > 2]
            yield from ("h:" + part for part in parts)
            yield from ("k:" + sound(part) for part in parts[:1] if not in_dictionary(part, "de"))  # "Torvagletscher"
            if not tables.senses.get(form):
                yield from ("w:" + sense.name for part in parts for sense in tables.senses.get(part, ()))
        return
    if (capital and not opening) or not in_dictionary(low, tables.language):
        yield "n:" + sound(text)
    else:
        yield "l:" + form
    if capital and in_dictionary(low, tables.language):
        yield "k:" + sound(text)

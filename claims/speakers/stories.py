"""Which articles of a case tell of one event, as far as proper names and days show it, whatever their languages.

Only used where more is known: that two articles name the same post or the same kind of body.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import combinations, takewhile

from claims.language.grammar import grammar
from claims.language.lexicon import languages, load
from claims.models import Article
from claims.speakers.index import in_dictionary, is_uninflected
from claims.speakers.knowledge import knowledge
from claims.speakers.offices import OfficeWords
from claims.speakers.romanise import plain

NEAR = 30  # days between two articles of one event
SOON = 7  # the same where one name alone ties them: a town has other schools and other fires
SHARED = 2  # names two articles must share, or one that stands in the leads of both
COMMON = 12  # articles that name a name, from which on it tells no event
OPENING = 4000  # characters of an article that are looked at
STEM = 4  # letters in which two forms of a name agree
_END = "(?:s|n|e|er|i?ans?|i?ens?|ia|a|i?schen?|i?sche[rsm]?)?"  # of places, their adjectives and their people
_ENDING = re.compile(rf"{_END}\|{_END}")
_OPENING = re.compile(r"[^\W\d_a-zäöüß][^\W\d_]{2,}(?: [^\W\d_a-zäöüß][^\W\d_]{2,})*")  # capitalised words
_PLACE = 6  # letters of a German adjective of a place ("Hollentaler") that is taken for one
LEAD = 320  # characters of headline and first sentences

_NAME = re.compile(r"(?:(?<=[^\W\d_.,;:!?] )|(?<=[,;(] )|(?<=[-‐‑]))[^\W\d_a-zäöüß][^\W\d_]{3,}")
_LEADING = re.compile(r"[^\W\d_a-zäöüß][^\W\d_]{3,}")
_MARKED = re.compile(r"[„“”«»‚‘\"]([^\W\d_]+)[“”«»‘’\"]")
_TWO = re.compile(r"\b(?=([^\W\d_a-zäöüß][^\W\d_]{2,} [^\W\d_a-zäöüß][^\W\d_]{2,}))")


class Stories:
    """Asked by pairs of ids; what is asked about is read once."""

    def __init__(self, articles: Iterable[Article], persons: Iterable[str] = ()) -> None:
        """``persons``: words of the names of those who speak, which are no places."""
        self._persons = {plain(word).removesuffix("s") for word in persons}
        self.articles = {article.id: article for article in articles}
        self._leads = {key: _folded(_lead(article)) for key, article in self.articles.items()}
        self._names = {key: _names(article) for key, article in self.articles.items()}
        self._places = {key: _places(article) for key, article in self.articles.items()}
        self._capitals = {key: _capitals(article) for key, article in self.articles.items()}
        self._changes: dict[str, bool] = {}
        self._uninflected: dict[str, frozenset[str]] = {}
        spread = Counter(name for key in self.articles for name in self._names[key] | self._places[key])
        self._common = {name for name, count in spread.items() if count > COMMON}

    def same(self, one: str, other: str) -> bool:
        """Whether both articles are known, lie close in time and share names that few others have."""
        if one == other:
            return True
        if one not in self.articles or other not in self.articles:
            return False
        days = _between(self.articles[one], self.articles[other])
        if days > NEAR:
            return False
        shared = (self._names[one] & self._names[other] | self._of_two_languages(one, other)) - self._common
        if len(shared) >= SHARED:
            return True
        if days > SOON:
            return False
        shared |= self._placed(one, other) | self._placed(other, one)
        return any(n in self._leads[one] and n in self._leads[other] for n in shared - self._common)

    def _of_two_languages(self, one: str, other: str) -> frozenset[str]:
        """The names that only German has as words ("Ostheim"), where the English article of the two has them too."""
        two = {self.articles[key].language: key for key in (one, other)}
        if two.keys() != {"de", "en"}:
            return frozenset()
        return self._names_of(two["en"]) & self._names_of(two["de"])

    def _names_of(self, key: str) -> frozenset[str]:
        """The words of an article that stand as names do and that German may have, but not inflect."""
        if key not in self._uninflected:
            words = set(_NAME.findall(self.articles[key].text[:OPENING]))
            found = (w for w in words if not in_dictionary(w, "en") and is_uninflected(w) and not _titular(w))
            self._uninflected[key] = frozenset(plain(word).removesuffix("s") for word in found)
        return self._uninflected[key]

    def _placed(self, one: str, other: str) -> frozenset[str]:
        """The places of the one article that the lead of the other names, also those called like a word ("Brindle"). Of
        two German articles they tell nothing: "in Haft" is written like "in Wallau"."""
        if self.articles[one].language == self.articles[other].language == "de":
            return frozenset()
        return self._places[one] & self._capitals[other]

    def pairs(self) -> list[tuple[str, str]]:
        """Every two articles that :meth:`same` says tell of one event, found by the names that few articles have."""
        by_name: dict[str, list[str]] = defaultdict(list)
        for article in sorted(self.articles):
            for name in sorted((self._names[article] | self._places[article]) - self._common):
                by_name[name].append(article)
        near = {pair for sharing in by_name.values() for pair in combinations(sharing, 2)}
        return sorted(pair for pair in near if self.same(*pair))

    def tells_of(self, article: str, names: Iterable[str]) -> bool:
        """Whether the opening of the article holds one of the folded names, or a form of it."""
        words = _folded(self.articles[article].text[:OPENING]).split()
        return any(alike(name, word) for name in names for word in words)

    def one_place(self, one: str, other: str, *, persons: bool = True) -> bool:
        """Whether the leads of both begin with the same one of the names they share: not "A argues with B" and "B
        argues with A", whose mayors are two. ``persons``: whether the names of those who speak count too."""
        marked = self._marked(one) | self._marked(other)
        shared = {name for name in self._names[one] & self._names[other] if not _house(name)} - marked
        if not persons:
            shared = {name for name in shared if not self._persons.issuperset(name.split())}
        leads = (self._leads[one], self._leads[other])
        first = {
            min(((lead.index(name), name) for name in shared if name in lead), default=(0, ""))[1] for lead in leads
        }  # of two that begin at one place the shorter, whatever the order of the set
        return len({name for name in first if not any(name in other.split() for other in first - {name})} - {""}) <= 1

    def _marked(self, article: str) -> frozenset[str]:
        """The names that stand in quotation marks in the lead, as those of ships and papers do."""
        return frozenset(_folded(name) for name in _MARKED.findall(_lead(self.articles[article])))

    def opens_with_others(self, one: str, other: str) -> bool:
        """Whether the first sentence of the one article begins with a name of which the other article has nothing: its
        chief executive may be that body's."""
        opening = _OPENING.match(self._body(one))
        if opening is None:
            return False
        words = [plain(word).removesuffix("s") for word in opening.group().split()]
        there = _folded(self.articles[other].text)
        forms = [(word, word.lower()) if i == 0 else (word,) for i, word in enumerate(opening.group().split())]
        common = [some for some in forms if any(in_dictionary(w, code) for w in some for code in languages())]
        german = self.articles[one].language == "de"  # nouns are capitalised too: "Sechs Spiele Sperre"
        named = len(common) < len(words) or (len(words) > 1 and not german)
        return named and not any(word in there for word in words)

    def _body(self, article: str) -> str:
        """The opening of the text without its headline."""
        text = self.articles[article].text
        text = text.partition("\n")[2].strip() if text.startswith(self.articles[article].title) else text
        return text[:LEAD]

    def changes(self, article: str) -> bool:
        """Whether the article tells that an office changes hands."""
        if article not in self._changes:
            self._changes[article] = any(form.search(self.articles[article].text) for form in _change())
        return self._changes[article]

    def headed_by(self, article: str, names: Iterable[str]) -> bool:
        """Whether the headline or the text names first one of the folded names, or a form of it: "Sorvia sues over
        Ravenia dam" may be of Sorvia's minister."""
        wanted = list(names)
        headline = _headline(self.articles[article])
        named = [plain(word) for word in _LEADING.findall(headline) if _proper(word)]
        words = named[:1] or _folded(headline).split()
        if any(alike(name, word) for name in wanted for word in words):
            return True
        first = next((word for word in _LEADING.findall(self._body(article)) if _proper(word)), "")
        return any(alike(name, plain(first)) for name in wanted)


def alike(one: str, other: str) -> bool:
    """Whether two folded words are forms of one name: "rover" and "rovers", "lusanian" and "lusanische"."""
    same = sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False)))
    return one == other or (same >= STEM and _ENDING.fullmatch(one[same:] + "|" + other[same:]) is not None)


def _folded(text: str) -> str:
    return " ".join(plain(word).removesuffix("s") for word in re.findall(r"\w+", text))


@cache
def _change() -> tuple[re.Pattern[str], ...]:
    listed = [load(code, "offices", OfficeWords).change for code in languages()]
    return tuple(re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE) for words in listed)


def _headline(article: Article) -> str:
    return article.title or article.text.partition("\n")[0]


def _lead(article: Article) -> str:
    return f"{article.title}\n{article.text[:LEAD]}"


def _names(article: Article) -> frozenset[str]:
    """The proper names of the text, folded: words of no dictionary, and two capitalised words that no title ends."""
    text = f"{article.title}\n{article.text[:OPENING]}"
    known = {word for word in _NAME.findall(text) if _proper(word)}
    known |= {word for word in re.findall(r"[^\W\d_]{4,}", _lead(article)) if word[0].isupper() and _proper(word)}
    double = {pair for pair in _TWO.findall(text) if not any(_titular(word) for word in pair.split())}
    if article.language == "de":  # nouns are capitalised too: "Millionen Euro"
        double = {pair for pair in double if not all(in_dictionary(word, "de") for word in pair.split())}
    if article.language == "de":  # "die Hollentaler Kita": the name of the place is told too
        known |= {word.removesuffix("er") for word in known if word.endswith("er") and len(word) > _PLACE}
    return frozenset(plain(name).removesuffix("s") for name in known | double)


def _places(article: Article) -> frozenset[str]:
    """What stands behind a preposition of place as a name does: "in Brindle", "from Saint Brice"."""
    found = (name for name in _placed(article.language).findall(article.text[:OPENING]) if _nameable(name))
    return frozenset(plain(name).removesuffix("s") for name in found)


def _capitals(article: Article) -> frozenset[str]:
    """The capitalised words of the lead that can be names, and two that stand together."""
    lead = _lead(article)
    found = (name for form in (_LEADING, _TWO) for name in form.findall(lead) if _nameable(name))
    return frozenset(plain(name).removesuffix("s") for name in found)


def _nameable(name: str) -> bool:
    return not any(_titular(word) or _dated(word) for word in name.split())


def _dated(word: str) -> bool:
    return any(word.lower() in knowledge(code).dates for code in languages())


@cache
def _placed(language: str) -> re.Pattern[str]:
    prepositions = grammar(language if language in languages() else "en").place_prepositions
    word = r"[^\W\d_a-zäöüß][^\W\d_]{3,}"
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(prepositions)))}) ({word}(?: {word})?)")


def _house(name: str) -> bool:
    """Whether a folded name is a compound that names a building or a body: the "Lindenschule" of a town."""
    return any(knowledge(code).institution(name.capitalize()) for code in languages())


def _titular(word: str) -> bool:
    books = [knowledge(code) for code in languages()]
    return any(
        word.lower() in know.determiners or know.role(word) or know.institution(word) or know.country(word)
        for know in books
    )


def _proper(word: str) -> bool:
    """Whether no language's dictionary has the word and no country or capital is called so."""
    return not any(in_dictionary(word, code) or knowledge(code).country(word) for code in languages())


def _between(a: Article, b: Article) -> int:
    """Days between two articles; none where one has no date."""
    try:
        days = [date.fromisoformat(article.published.value[:10]) for article in (a, b)]
    except ValueError:
        return 0
    return abs((days[0] - days[1]).days)

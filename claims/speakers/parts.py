"""Whether an article tells of more than one who has a part in its story: "two farmers", "another farmer".

Only then a bare noun for a part ("the farmer") may mean the one whom another article names with it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from claims.language.lexicon import languages, load
from claims.models import Article
from claims.speakers.bodywords import BodyWords
from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import knowledge
from claims.speakers.offices import OfficeWords
from claims.speakers.organisations import fold
from claims.speakers.posts import PART

NEAR = 6  # words behind "a farmer" in which his name follows
BEFORE = 2  # words before the noun that may say "another"
_WORD = re.compile(r"[^\W_][\w'’-]*|[^\w\s]")
_INFLECTED = "(?:in|innen|s|es|n|en|r)?"


@lru_cache(maxsize=200)
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    listed = load(language, "offices", OfficeWords).part[kind.removeprefix(f"{PART}.")]
    forms = sorted(map(fold, listed), key=lambda form: (-len(form), form))
    ending = _INFLECTED if language == "de" else "(?:s|'s)?"
    return re.compile(f"(?:{'|'.join(map(re.escape, forms))}){ending}")


class Parts:
    """Asked by article and kind of post; what is asked about is read once."""

    def __init__(self) -> None:
        self._several: dict[tuple[str, str], bool] = {}

    def several(self, article: Article, kind: str) -> bool:
        """Whether the article tells of more than one of the kind, or of one whom it keeps unknown."""
        if not kind.startswith(f"{PART}.") or article.language not in languages():
            return False
        key = (article.id, kind)
        if key not in self._several:
            self._several[key] = _several(f"{article.title}\n{article.text}", kind, article.language)
        return self._several[key]


def _several(text: str, kind: str, language: str) -> bool:
    know = knowledge(language)
    other = tuple(map(fold, load(language, "bodies", BodyWords).other))
    pattern = _pattern(kind, language)
    words = _WORD.findall(text)
    names: set[str] = set()
    for i, word in enumerate(words):
        last = next((k for k in range(min(i + 2, len(words) - 1), i - 1, -1) if _is(pattern, words[i : k + 1])), -1)
        if last < 0 or (language == "de" and not word[0].isupper()):
            continue
        role = know.role(words[last])
        plural = role is not None and role.plural
        before = [w.lower() for w in words[max(0, i - BEFORE) : i]]
        named = _named(words, last + 1, language)
        if plural or any(fold(w).startswith(other) for w in before):
            return True
        if before and before[-1] in know.indefinite and not (named or _name_follows(words, last + 1, language)):
            return True
        names |= {named} if named else set()
    return len(names) > 1


def _is(pattern: re.Pattern[str], words: list[str]) -> bool:
    return pattern.fullmatch(fold(" ".join(words))) is not None


def _named(words: list[str], start: int, language: str) -> str:
    """The last word of the name that stands right behind."""
    run = list(takewhile(lambda word: word[0].isupper(), words[start : start + 3]))
    known = not run or all(in_dictionary(word, language) for word in run)
    return "" if known else fold(run[-1]).removesuffix("s")


def _name_follows(words: list[str], start: int, language: str) -> bool:
    """Whether a full name follows in apposition: "a farmer from Orrin, Angus Bell"."""
    near = words[start : start + NEAR]
    at = near.index(",") + 1 if "," in near else len(near)
    return len(near) > at + 1 and near[at][0].isupper() and bool(_named(words, start + at, language))

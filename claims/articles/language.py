"""Which of the known languages an article is in, or none of them.

Closed-class words are a third and more of any text in their language and a few per cent in another; that share,
counted on the body, answers for all but very short texts, where py3langid, limited to the known languages, decides.
A text of a few sentences may have fewer by chance: then py3langid, asked among all languages, must say the same.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from claims.language import lexicon
from claims.language.tokens import tokenize

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 12_000  # characters
FEWEST = 12  # words from which the share is trusted
LEAST_SHARE = 0.2  # 932 of 934 German and English articles lie above (median 0.4), eleven other languages below
LESS = 0.1  # of a short text, when py3langid names the same language out of all
SHORT = 120  # words of a short text


class FunctionWords(BaseModel):
    """The file ``function_words.toml``: closed-class words that the neighbouring languages do not share."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[str, ...]


@cache
def _words(code: str) -> frozenset[str]:
    return frozenset(lexicon.load(code, "function_words", FunctionWords).words)


@cache
def closed_class() -> frozenset[str]:
    """The function words of all languages together."""
    return frozenset().union(*(_words(code) for code in lexicon.languages()))


def shares(text: str) -> dict[str, float]:
    """For each language the share of its function words among the words of ``text``; empty for a text without words."""
    tokens = [token.lower for token in tokenize(text[:SAMPLE]) if token.kind == "word"]
    if not tokens:
        return {}
    return {code: sum(token in _words(code) for token in tokens) / len(tokens) for code in lexicon.languages()}


def detect(text: str) -> str:
    """The code of the language ``text`` is in, empty when it is none of those known."""
    found = shares(text)
    if not found:
        return ""
    count = sum(token.kind == "word" for token in tokenize(text[:SAMPLE]))
    best, second = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:2]
    if count >= FEWEST and best[1] < LEAST_SHARE:
        return best[0] if count <= SHORT and best[1] >= LESS and _guess(text, among=()) == best[0] else ""
    if best[1] >= 2 * second[1] and count >= FEWEST:
        return best[0]
    return _guess(text, among=tuple(lexicon.languages()))


def _guess(text: str, among: tuple[str, ...]) -> str:
    """What py3langid takes the text for, out of the languages ``among`` or, without any, out of all that it knows."""
    return str(_identifier(among).classify(text[:SAMPLE])[0])


@cache
def _identifier(among: tuple[str, ...]) -> LanguageIdentifier:
    """Its model takes a third of a second to load, so it is kept."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if among:
        identifier.set_languages(list(among))
    return identifier

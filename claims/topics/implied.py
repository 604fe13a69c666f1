"""Negation without a negator: what somebody refused or failed to do, and what too much of something rules out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.topics.lexicon import Lexicon
from claims.topics.words import Word


def implied(
    words: Sequence[Word], listed: Mapping[str, list[int]], clauses: Mapping[int, list[int]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """(word that is turned round, word that does so); ``listed`` gives the places of each list of the data."""
    for index in listed.get("forgoing", ()):
        for place in _infinitive(words, index, clauses, lexicon):
            yield place, index
    for index in listed.get("withholding", ()):
        for place in clauses[words[index].clause]:
            if place != index and words[place].part == words[index].part:
                yield place, index
    for index, word in enumerate(words):
        if word.lower in lexicon.polarity.excess:
            for place in _purpose(words, index, lexicon):
                yield place, index


def _infinitive(words: Sequence[Word], index: int, clauses: Mapping[int, list[int]], lexicon: Lexicon) -> Sequence[int]:
    """ "Refused | to pay", "weigerte sich, | die Miete zu zahlen": the infinitive that the verb governs."""
    to = lexicon.function.to
    inside = [n for n in clauses[words[index].clause] if n > index and words[n].part == words[index].part]
    if lexicon.language == "en":
        behind = inside[:1] or clauses.get(words[index].clause + 1, [])[:1]
        opens = bool(behind) and words[behind[0]].lower in to
        return [n for n in clauses[words[behind[0]].clause] if n > behind[0]] if opens else []
    marker = next((n for n in inside if words[n].lower in to), -1)
    if marker >= 0 and marker + 1 in inside:
        return inside
    following = clauses.get(words[index].clause + 1, [])
    return following if any(infinite(words[n], lexicon) for n in following) else []


def infinite(word: Word, lexicon: Lexicon) -> bool:
    """German "zu", alone or inside an infinitive ("einzuhalten"); not inside a noun ("Schätzungen")."""
    low, to = word.lower, lexicon.function.to
    inner = low.endswith("en") and word.text[:1].islower() and any(marker in low[2:-4] for marker in to)
    return low in to or (inner and low not in lexicon.senses)


def _purpose(words: Sequence[Word], index: int, lexicon: Lexicon) -> Iterator[int]:
    """ "Too few pupils to keep the school open", "zu teuer, um es zu halten"."""
    clause = words[index].clause
    behind = [n for n in range(index + 2, len(words)) if words[n].clause - clause <= 1]
    start = next((n for n in behind if words[n].lower in lexicon.polarity.ruling_out), len(words))
    if start == len(words) or (lexicon.language == "en" and words[start].clause != clause):
        return
    yield from (n for n in range(start + 1, len(words)) if words[n].clause == words[start].clause)

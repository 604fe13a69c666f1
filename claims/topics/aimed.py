"""What is only aimed at: "talks to end the strike broke down" ends no strike, nor do "Gespräche zur Beilegung"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from claims.topics.lexicon import Lexicon
from claims.topics.words import Word

OBJECT = 4  # words from an infinitive within which its object stands


def aimed(words: Sequence[Word], clauses: Mapping[int, list[int]], lexicon: Lexicon) -> Iterator[int]:
    """The words of an infinitive, or of a noun of doing, that tells what talks, a plan or an attempt are for."""
    aims, to = lexicon.sets["aims"][0], lexicon.function.to
    for index, word in enumerate(words[:-1]):
        if word.lower not in aims and word.lemma not in aims:
            continue
        after = words[index + 1]
        if after.clause == word.clause and after.lower in lexicon.modality.aiming:
            if lexicon.language == "en":
                yield from _object(words, index + 2, lexicon)
            else:
                yield from (n for n in clauses[word.clause] if index + 1 < n <= index + 1 + OBJECT)
        elif lexicon.language == "de" and index == clauses[word.clause][-1]:
            inside = clauses.get(word.clause + 1, [])
            if any(words[n].lower in to for n in inside):
                yield from inside  # "der Plan, die Schule zu schließen"


def _object(words: Sequence[Word], start: int, lexicon: Lexicon) -> Iterator[int]:
    """The verb at ``start`` and the words behind it, up to a preposition or the clause's end."""
    for n in range(start, min(len(words), start + OBJECT)):
        if words[n].clause != words[start].clause or (n > start and words[n].lower in lexicon.function.bound):
            return
        yield n

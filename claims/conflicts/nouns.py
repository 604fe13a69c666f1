"""The nouns of a clause and what they are to its verb: its subject, what it is done to."""

from __future__ import annotations

from collections.abc import Sequence

from claims.conflicts.side import Side, once_per_side
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.scope import describes
from claims.topics.words import Word

FAR = 6  # words in which a noun phrase ends
GOVERNED = 3  # words from a preposition to the noun that hangs on it


def noun(words: Sequence[Word], start: int, tables: Lexicon) -> int:
    """The head of the noun phrase that begins at ``start``, or -1: German its first noun, English its last word."""
    last = -1
    for place in range(start, min(len(words), start + FAR)):
        word = words[place]
        if place > start and word.clause != words[start].clause:
            break
        if word.lower in tables.function.bound and (last >= 0 or tables.language == "de"):
            break
        if word.kind != "word" or word.lower in tables.stop or word.lemma in tables.stop:
            if last >= 0:
                break
            continue
        if tables.language == "de":
            if word.text[:1].isupper():
                return place
        else:
            last = place
    return last


def governed(words: Sequence[Word], place: int, tables: Lexicon) -> bool:
    """A preposition stands a few words before, in the clause."""
    before = words[max(0, place - GOVERNED) : place]
    return any(word.lower in tables.function.bound and word.clause == words[place].clause for word in before)


def gives_cause(side: Side, place: int) -> bool:
    """The noun is why something else happened: "because of the strike"."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    before = words[max(0, place - GOVERNED) : place]
    return any(word.lower in tables.causes.prepositions and word.clause == words[place].clause for word in before)


def free(words: Sequence[Word], inside: Sequence[int], tables: Lexicon) -> list[int]:
    """German: the nouns among ``inside`` that hang on no preposition, in order."""
    return [
        place
        for place in inside
        if words[place].kind == "word"
        and words[place].text[:1].isupper()
        and words[place].lower not in tables.stop
        and words[place].lemma not in tables.stop
        and not governed(words, place, tables)
    ]


def clause_of(words: Sequence[Word], index: int) -> list[int]:
    """The places of the words in the clause of ``index``."""
    return [place for place, word in enumerate(words) if word.clause == words[index].clause]


def subject(side: Side, verb: int) -> int:
    """The noun of what the verb at ``verb`` is said of, or -1; German: the first noun that hangs on no preposition."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    inside = clause_of(words, verb)
    if tables.language == "de":
        return next(iter(free(words, inside, tables)), -1)
    start = inside[0]
    while start < verb:
        head = noun(words[:verb], start, tables)
        if head < 0:
            return -1
        if not governed(words, head, tables):
            return head
        start = head + 1
    return -1


@once_per_side
def nouns_of(side: Side) -> dict[int, tuple[int, ...]]:
    """The nouns of a claim besides names, dates and what says that a day is meant, with what describes each."""
    words, tables = side.frame.words, lexicon(side.frame.language)
    spared = {*side.frame.names.values(), *side.frame.states.values()}
    spared |= {m.index for m in side.frame.of("object") if m.name == "date"}
    out: dict[int, tuple[int, ...]] = {}
    for index, word in enumerate(words):
        if tables.language == "de":
            head = index if word.text[:1].isupper() and index in side.frame.lemmas.values() else -1
            described: tuple[int, ...] = (index - 1,) if head > 0 and describes(words, index - 1) else ()
        else:
            opens = word.lower in tables.function.determiners and index + 1 < len(words)
            head = noun(words, index + 1, tables) if opens else -1
            described = tuple(range(index + 1, head))
        if head >= 0 and head not in spared and not side.timed(head):
            out[head] = described
    return out

"""Counts of none by a denial behind the noun: "Verletzte habe es bei dem Brand nicht gegeben"."""

from __future__ import annotations

from claims.language.quantity_words import Words
from claims.language.surroundings import ENDS

REACH = 12  # tokens from the verb to its denial
_SHORTEST = 3  # letters of an adjective


def denied_count(words: Words, tokens: list[str], index: int) -> tuple[int, int] | None:
    """The tokens of the noun for people, with an adjective before it, of whom the denial at ``index`` says that there
    were none; None where it denies something else."""
    of = words.of
    for verb in range(index - 1, max(0, index - REACH), -1):
        if tokens[verb] in ENDS or tokens[verb] == ",":
            return None
        there = of["there"].get(tokens[verb], "")
        if not there or not words.person(tokens[verb - 1]):
            continue
        if (tokens[verb + 1] in of["there_it"]) != (there == "with_it") or not _ends_so(words, tokens, index, there):
            return None
        before = tokens[verb - 2] if verb > 1 else ""
        plain = before.lower() in of["stop"] or before.lower() in of["definite"]
        described = len(before) >= _SHORTEST and before.endswith(words.declined_end) and not plain
        start = verb - 1 - described
        opens = start == 0 or tokens[start - 1] in ENDS or tokens[start - 1] in of["there_opens"]
        return (start, verb) if opens else None
    return None


def _ends_so(words: Words, tokens: list[str], index: int, there: str) -> bool:
    """The denial ends its clause, or only the participle follows: not "nicht nur", "nicht mehr"."""
    behind: list[str] = []
    for token in tokens[index + 1 : index + 4]:
        if not token[:1].isalpha():
            break
        behind.append(token)
    if not behind:
        return there == "with_it"
    return words.of["there_been"].get(" ".join(behind)) == there

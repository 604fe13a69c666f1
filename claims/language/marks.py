"""Quotation marks paired over tokens: German, English, French and straight ones, nested and unbalanced."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load
from claims.language.tokens import Token

DEEPEST = 5  # quotations inside each other
APOSTROPHE = "'"  # a quotation mark where it pairs, else the sign of a genitive or of a lost letter


class Marks(BaseModel):
    """``closers`` tells for each opening mark which marks may close it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    closers: dict[str, tuple[str, ...]]


class Quotation(NamedTuple):
    """A pair of marks by token index: ``tokens[start]`` opens, ``tokens[end - 1]`` closes; ``depth`` 0 is outermost.

    ``closed`` is false where the text ends before the mark comes (a quotation that runs on in the next paragraph).
    """

    start: int
    end: int
    depth: int
    closed: bool = True


@cache
def _marks(language: str) -> Marks:
    words: Marks = load(language, "marks", Marks)
    return words


def closing_marks(mark: str, language: str) -> tuple[str, ...]:
    """The marks that may close what ``mark`` opens; none if it opens nothing."""
    return _marks(language).closers.get(mark, ())


def _may_open(text: str, token: Token) -> bool:
    before = text[token.start - 1] if token.start else " "
    after = text[token.end] if token.end < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([{–—-/:„“»«‚‘\"'…")


def _genitive(text: str, token: Token) -> bool:
    """An apostrophe that is more likely a genitive plural: "the dogs' owner"."""
    after = text[token.end : token.end + 2]
    return text[token.start - 1 : token.start] == "s" and len(after) == 2 and after[0] == " " and after[1].isalnum()


def _last_sure_close(text: str, tokens: Sequence[Token], start: int, end: int) -> int:
    """The last apostrophe that can only be a closing mark: right behind a comma, full stop or the like; else -1."""
    for index in range(end - 1, start, -1):
        if tokens[index].text == APOSTROPHE and text[tokens[index].start - 1] in ",.!?…":
            return index
    return -1


def _runs_on(text: str, tokens: Sequence[Token], mark: int, start: int, end: int) -> bool:
    """An opening mark at the beginning of a sentence whose words run on in the next paragraph."""
    opens = mark > start and tokens[mark - 1].text in (".", "!", "?", ":") and end - mark > 3
    return opens and "\n" not in text[tokens[mark].start : tokens[end - 1].end]


def pairs(text: str, tokens: Sequence[Token], start: int, end: int, language: str) -> list[Quotation]:
    """The quotations among ``tokens[start:end]``, in order of their opening mark; they nest and never cross.

    A mark that both opens and closes in its language closes whatever it can close and opens otherwise. An opening
    mark that is never closed makes no quotation, except the first of a paragraph that is quoted to its end.
    """
    closers = _marks(language).closers
    stack: list[tuple[int, tuple[str, ...]]] = []
    found: list[Quotation] = []
    sure = _last_sure_close(text, tokens, start, end) if APOSTROPHE in closers else -1
    for index in range(start, end):
        token = tokens[index]
        if token.kind != "mark":
            continue
        mark = token.text
        if mark == APOSTROPHE and index < sure and _genitive(text, token):
            continue
        for level in range(len(stack) - 1, -1, -1):
            if mark in stack[level][1]:
                # a mark that could open as well stays an opening one inside another pair of marks
                if mark in closers and level < len(stack) - 1:
                    continue
                if (
                    mark in closers
                    and _may_open(text, token)
                    and index + 1 < end
                    and tokens[index - 1].end < token.start
                ):
                    continue
                found.append(Quotation(stack[level][0], index + 1, level))
                del stack[level:]
                break
        else:
            if mark in closers and _may_open(text, token):
                stack.append((index, closers[mark]))
                if len(stack) > DEEPEST:
                    del stack[0]  # so many open marks are no quotations
    stack = [item for item in stack if tokens[item[0]].text != APOSTROPHE]
    if stack and stack[0][0] == start and end - start > 3:
        found = [quotation._replace(depth=quotation.depth) for quotation in found]
        found.append(Quotation(start, end, 0, closed=False))
    elif len(stack) == 1 and _runs_on(text, tokens, stack[0][0], start, end):
        found.append(Quotation(stack[0][0], end, 0, closed=False))
    elif stack:
        # without their lost partner the outer marks do not count as a level
        lost = [index for index, _ in stack]
        found = [
            quotation._replace(depth=max(0, quotation.depth - sum(1 for index in lost if index < quotation.start)))
            for quotation in found
        ]
    return sorted(found)

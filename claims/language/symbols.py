"""Rules over words: a text becomes a string with one character per token, and each rule one regular expression over it.

A grammar in ``data/<language>/`` names classes of words (``month``, ``weekday``, …) and gives rules as readable
patterns over them: ``"<prep>? <day:d> . <month:m> <year:y>?"``. Every word that the grammar knows gets a character of
its own, every number a character for its shape, and all other tokens share one; classes become character sets. So the
work on prose is one dictionary look-up per token, and the rules run over a string that is six times shorter.

Patterns: a bare word stands for itself, ``<class>`` for a word of a class, ``<class:name>`` binds it to a name,
``( | )?`` group and make optional, ``*any`` is any one token that is no sentence end, ``*word`` one that is no comma
either. Nothing else repeats, so that every rule looks at a bounded stretch and the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claims.language.scanning import POINT, SHAPES, STOP, Scan, scanned

_ATOM = re.compile(r"<(\w+)(?::(\w+))?>|(\*any|\*word)|([()|?])|([^\s()|?<>*]+)")
_VARIANTS = re.compile(r"\(([^()]*)\)")
WINDOW = 16  # tokens on either side of a telling word; no rule is longer
SHORT = 3  # letters of small words that are everywhere
_FREQUENT = 1000  # cost of looking for short words: they are everywhere


class Rule(NamedTuple):
    """One compiled rule; ``name`` says which builder reads it, ``number`` its place in the file."""

    name: str
    number: int
    pattern: re.Pattern[str]
    classes: dict[str, str]  # bound name -> class of words that gives its value
    needs: frozenset[str]  # one of these symbols is in every match: where to look for one


class Found(NamedTuple):
    """A rule that matched the tokens ``start`` to ``end`` (exclusive), with the bound names' token ranges."""

    rule: Rule
    start: int
    end: int
    groups: dict[str, tuple[int, int]]


def expand(entry: str) -> list[str]:
    """``"letzte(|r|n)"`` → letzte, letzter, letzten: the written forms of one entry of a word list."""
    match = _VARIANTS.search(entry)
    if match is None:
        return [entry]
    head, tail = entry[: match.start()], entry[match.end() :]
    return [form for ending in match.group(1).split("|") for form in expand(head + ending + tail)]


class Grammar:
    """Classes of words and rules over them, compiled once per language.

    ``classes``: class name → value → entries (see :func:`expand`); entries are single tokens, case counts, and a
    capitalised token falls back to its lower-case form. ``rules``: (name, patterns); every pattern becomes a rule.
    """

    def __init__(
        self,
        classes: Mapping[str, Mapping[str, Iterable[str]]],
        rules: Iterable[tuple[str, Iterable[str]]],
        prefix: str = "",
    ) -> None:
        self.values: dict[str, dict[str, str]] = {}
        self.symbol: dict[str, str] = {}
        self.sets: dict[str, set[str]] = {}
        self._next = 0xE000
        for name, table in classes.items():
            self.values[name] = {form: value for value, entries in table.items() for e in entries for form in expand(e)}
            self.sets[name] = {self._own(form) for form in self.values[name]}
        rules = [(name, tuple(patterns)) for name, patterns in rules]
        self._with_capitals({m[5] for _, group in rules for one in group for m in _ATOM.finditer(one) if m[5]})
        for name, shape in SHAPES.items():
            self.sets.setdefault(name, set()).update(shape)
        self.rules: list[Rule] = []
        for name, patterns in rules:
            for pattern in patterns:
                bare = pattern.startswith("!")
                text = pattern[1:] if bare else f"{prefix} {pattern}"
                compiled = re.compile(self._compile(text), re.DOTALL)
                bound = {m.group(2): m.group(1) for m in _ATOM.finditer(text) if m.group(2)}
                self.rules.append(Rule(name, len(self.rules), compiled, bound, self._needed(text)))
        self.by_symbol: dict[str, list[Rule]] = {}
        for rule in self.rules:
            for symbol in rule.needs:
                self.by_symbol.setdefault(symbol, []).append(rule)
        telling = re.escape("".join(sorted(self.by_symbol)))
        self.telling = re.compile(f"[{telling}]") if telling else None

    def _with_capitals(self, literals: set[str]) -> None:
        """A word that only a rule writes with a capital is of the classes of its lower-case form too: "Heilige Drei
        Könige", but "Drei Tage später"."""
        known = {form for table in self.values.values() for form in table}
        for name, table in self.values.items():
            capitals = {form[:1].upper() + form[1:] for form in table} - known
            self.sets[name] |= {self._own(form) for form in capitals & literals}

    def _own(self, form: str) -> str:
        if form not in self.symbol:
            self.symbol[form] = chr(self._next)
            self._next += 1
        return self.symbol[form]

    def _compile(self, pattern: str) -> str:
        parts: list[str] = []
        for match in _ATOM.finditer(pattern):
            name, bound, anything, mark, word = match.groups()
            if name:
                if name not in self.sets:
                    raise KeyError(f"pattern {pattern!r}: no class of words is called {name!r}")
                body = f"[{re.escape(''.join(sorted(self.sets[name])))}]"
                parts.append(f"(?P<{bound}>{body})" if bound else body)
            elif anything:
                comma = re.escape(self._own(",")) if anything == "*word" else ""
                parts.append(f"[^{STOP}{POINT}{comma}]")
            elif mark:
                parts.append("(?:" if mark == "(" else mark)
            else:
                parts.append(f"[{self._own('.')}{POINT}]" if word == "." else re.escape(self._own(word)))
        return "".join(parts)

    def _needed(self, pattern: str) -> frozenset[str]:
        """The symbols of the rarest part that every match of ``pattern`` has."""
        forms = {symbol: form for form, symbol in self.symbol.items()}
        best: tuple[int, set[str]] | None = None
        level: list[set[str]] = []
        atoms = list(_ATOM.finditer(pattern))
        plain = True  # the group that is open holds single atoms only
        for index, match in enumerate(atoms):
            name, _, anything, mark, word = match.groups()
            optional = index + 1 < len(atoms) and atoms[index + 1].group(4) == "?"
            if mark == "(":
                level.append(set())
                plain = len(level) == 1
            elif mark == ")":
                found = level.pop()
                if not level and not optional and plain and found:
                    best = _rarer(best, found, forms)
            elif anything:
                continue
            elif name or word:
                symbols = self.sets[name] if name else {self._own(word)} | ({POINT} if word == "." else set())
                if level:
                    after = atoms[index + 1].group(4) if index + 1 < len(atoms) else ""
                    plain = plain and after in ("|", ")")
                    level[-1] |= symbols
                elif not optional:
                    best = _rarer(best, symbols, forms)
        if best is None:
            raise KeyError(f"pattern {pattern!r}: no part of it must be there")
        return frozenset(best[1])

    def scan(self, text: str) -> Scan:
        """Tokens of ``text`` and their symbols."""
        return scanned(text, self.symbol.get)

    def find(self, scan: Scan) -> list[Found]:
        """What the rules match: the longest first, earlier ones and earlier rules before others, without overlap."""
        if self.telling is None:
            return []
        candidates: list[tuple[int, int, int, Rule, re.Match[str]]] = []
        seen: set[tuple[int, int]] = set()
        for place in self.telling.finditer(scan.symbols):
            index = place.start()
            for rule in self.by_symbol[place.group()]:
                for match in rule.pattern.finditer(scan.symbols, max(0, index - WINDOW), index + WINDOW):
                    start, end = match.span()
                    if start <= index < end and (start, rule.number) not in seen:
                        seen.add((start, rule.number))
                        candidates.append((start - end, start, rule.number, rule, match))
        candidates.sort(key=lambda c: c[:3])
        taken = bytearray(len(scan.symbols))
        chosen: list[Found] = []
        for _, start, _, rule, match in candidates:
            end = match.end()
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\x01" * (end - start)
            groups = {name: match.span(name) for name in rule.pattern.groupindex if match.start(name) >= 0}
            chosen.append(Found(rule, start, end, groups))
        chosen.sort(key=lambda found: found.start)
        return chosen

    def value(self, name: str, word: str) -> str:
        """The value that a class gives to a word as written; the word itself where it is a number or unknown."""
        table = self.values.get(name, {})
        for form in (word, word.lower(), word.capitalize(), word[:1].lower() + word[1:]):
            if form in table:
                return table[form]
        return word


def _rarer(best: tuple[int, set[str]] | None, symbols: set[str], forms: Mapping[str, str]) -> tuple[int, set[str]]:
    small = (forms.get(symbol, "." if symbol == POINT else "Number") for symbol in symbols)
    short = sum(len(form) <= SHORT and form == form.lower() for form in small)
    cost = len(symbols) + (_FREQUENT if 2 * short > len(symbols) else 0)
    return (cost, symbols) if best is None or cost < best[0] else best

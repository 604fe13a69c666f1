"""Quantities in German and English prose: value, qualifier, unit, what is counted and in which state.

``find_quantities("rund 1,5 Millionen Euro", language="de")``. The words are data (``data/<language>/quantities.toml``);
this module reads a number, then looks left for what qualifies it and right for its magnitude, unit and noun. A number
that stands alone, that is a label (Artikel 5, Gleis 3, Nato 3.0), a score, a clock time or a date is no quantity.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load
from claims.language.measured import Measured, change_of, counted_before, measured_after, state_around
from claims.language.numbers import CompoundData, Compounds, parse_figure
from claims.language.symbols import SHAPES, Grammar, Scan
from claims.models import Qualifier, Quantity, Span

LONGEST_QUALIFIER = 3  # words
SMALLEST_BARE_FRACTION = 0.2  # smaller ones need what they are a part of


class QuantityData(BaseModel):
    """``data/<language>/quantities.toml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    decimal: str
    grouping: str
    nouns_are_capitalised: bool
    compounds: CompoundData
    classes: dict[str, dict[str, tuple[str, ...]]]
    unit_phrases: dict[str, str]
    qualifiers: dict[str, tuple[str, ...]]


class Words:
    """The compiled words of one language."""

    def __init__(self, language: str) -> None:
        data = load(language, "quantities", QuantityData)
        self.data = data
        self.grammar = Grammar(data.classes, [])
        self.of = self.grammar.values
        self.compounds = Compounds(data.compounds, self.of["card"])
        self.qualifiers = {phrase: Qualifier(name) for name, phrases in data.qualifiers.items() for phrase in phrases}
        starts = ("card", "vague", "fraction", "tens_of", "half", "every", "no", "magnitude")
        symbols = "".join(sorted(set().union(*(self.grammar.sets[name] for name in starts)))) + SHAPES["number"]
        self.trigger = re.compile(f"[{re.escape(symbols)}\x01]")
        # number words between 13 and a million are no entries of any list: unknown tokens are tried as compounds
        self.has_compounds = bool(self.compounds.hints)


@cache
def words_of(language: str) -> Words:
    """The quantity words of ``language``, loaded once."""
    return Words(language)


class Amount(NamedTuple):
    """A number read at a place: tokens ``start`` to ``end``."""

    start: int
    end: int
    value: float
    unit: str = ""  # fraction, currency sign before the figure
    qualifier: Qualifier = Qualifier.EXACT
    figures: bool = False
    scaled: bool = False  # by a magnitude


def find_quantities(text: str, *, language: str) -> list[Quantity]:
    """The quantities in ``text``, in order, not overlapping; spans cover qualifier, number and unit."""
    words = words_of(language)
    scan = words.grammar.scan(text)
    tokens = [text[start:end] for start, end in zip(scan.starts, scan.ends, strict=True)]
    reader = _Reader(words, scan, tokens)
    found: list[Quantity] = []
    position = 0
    for match in words.trigger.finditer(scan.symbols):
        index = match.start()
        if index < position:
            continue
        amount = reader.amount(index)
        if amount is None:
            continue
        quantity, position = reader.quantity(amount)
        if quantity is not None:
            found.append(quantity)
    return reader.with_shared_units(found)


class _Reader:
    def __init__(self, words: Words, scan: Scan, tokens: list[str]) -> None:
        self.words, self.scan, self.tokens = words, scan, tokens
        self.of = words.of

    def token(self, index: int) -> str:
        return self.tokens[index] if 0 <= index < len(self.tokens) else ""

    def adjacent(self, index: int) -> bool:
        """Whether the token at ``index`` follows the one before it without a space."""
        return 0 < index < len(self.tokens) and self.scan.starts[index] == self.scan.ends[index - 1]

    # ---------------------------------------------------------------------------------------------- reading a number

    def amount(self, index: int) -> Amount | None:
        """The number that begins at ``index``, with its magnitude."""
        word = self.token(index)
        symbol = self.scan.symbols[index]
        if symbol in SHAPES["number"]:
            return self._figures(index)
        if symbol == "\x01":
            compound = self.words.compounds.parse(word.lower()) if self.words.has_compounds and word else None
            if compound is None or (word[0].isupper() and not self._starts(index)):
                return None
            return self._scaled(Amount(index, index + 1, float(compound)))
        lower = word.lower()
        if word in self.of["tens_of"] or lower in self.of["tens_of"]:
            many = self.of["vague"].get(self.token(index + 2).lower())
            if self.token(index + 1).lower() in self.of["out_of"] and many:
                value = float(self.of["tens_of"][lower]) * float(many)
                return Amount(index, index + 3, value, qualifier=Qualifier.MIN)
        if (word in self.of["vague"] or lower in self.of["vague"]) and self._class(index) != "magnitude_only":
            value = float(self.of["vague"].get(word) or self.of["vague"][lower])
            return Amount(index, index + 1, value, qualifier=Qualifier.MIN)
        if lower in self.of["every"] and self.token(index + 1) in self.of["nth"]:
            return Amount(index, index + 2, 1 / float(self.of["nth"][self.token(index + 1)]), "fraction")
        if lower in self.of["no"]:
            return self._none(index)
        if word in self.of["fraction"] or lower in self.of["fraction"] or lower in self.of["half"]:
            return self._fraction(index)
        if lower in self.of["card"]:
            return self._spoken(index)
        if self.token(index - 1).lower() in self.of["one"] and (
            word in self.of["magnitude"] or lower in self.of["magnitude"]
        ):
            # ein Dutzend, eine Million, a hundred
            value = float(self.of["magnitude"].get(word) or self.of["magnitude"][lower])
            return self._scaled(Amount(index - 1, index + 1, value, scaled=True))
        return None

    def _class(self, index: int) -> str:
        before = self.token(index - 1).lower()
        numeric = index and (self.scan.symbols[index - 1] in SHAPES["number"] or before in self.of["card"])
        return "magnitude_only" if numeric or before in self.of["one"] else ""

    def _starts(self, index: int) -> bool:
        return index == 0 or self.token(index - 1) in (".", "!", "?", "\n", ":", "„", "“", '"')

    def _figures(self, index: int) -> Amount | None:
        value = parse_figure(self.token(index), self.words.data.decimal, self.words.data.grouping)
        if value is None:
            return None
        unit = ""
        before = self.token(index - 1)
        start = index
        if before in self.of["currency"] and not before.isalpha():
            unit = self.of["currency"][before]
            start = index - 1
            if self.token(index - 2) == "US" and self.adjacent(index - 1):
                start = index - 2
        end = index + 1
        if self.adjacent(end) and self.token(end) in self.of["short_magnitude"] and (unit or self.token(end) in "kK"):
            return Amount(
                start,
                end + 1,
                value * float(self.of["short_magnitude"][self.token(end)]),
                unit,
                figures=True,
                scaled=True,
            )
        return self._scaled(Amount(start, end, value, unit, figures=True))

    def _spoken(self, index: int) -> Amount:
        """Number words, also several in a row: two hundred and twenty-four."""
        total = current = 0.0
        end = index
        while end < len(self.tokens) and end - index < 12:
            lower = self.token(end).lower()
            nxt = self.token(end + 1).lower()
            if lower in self.of["card"]:
                value = float(self.of["card"][lower])
                if end > index and current and not (current % 100 == 0 or (current % 100 >= 20 and value < 10)):
                    break
                current += value
            elif lower in self.of["magnitude"] and float(self.of["magnitude"][lower]) == 100 and end > index:
                current *= 100
            elif lower in self.of["magnitude"] and end > index and nxt in self.of["card"]:
                total += current * float(self.of["magnitude"][lower])
                current = 0.0
            elif end > index and lower in ("-", *self.of["and"]) and nxt in self.of["card"] and (current or total):
                joins = lower == "-" or self.token(end - 1).lower() in self.of["magnitude"]
                if not joins or (lower == "-" and not (current % 100 >= 20 and float(self.of["card"][nxt]) < 10)):
                    break
            else:
                break
            end += 1
        amount = Amount(index, max(end, index + 1), total + current)
        words = [word.lower() for word in self.tokens[amount.end : amount.end + 3]]
        if (
            len(words) == 3
            and words[0] in self.of["and"]
            and words[1] in self.of["one"]
            and words[2] in self.of["and_half"]
        ):
            amount = amount._replace(end=amount.end + 3, value=amount.value + 0.5)
        return self._shares(self._scaled(amount))

    def _shares(self, amount: Amount) -> Amount:
        """Two thirds; zwei von drei; one in three."""
        hyphen = self.token(amount.end) == "-" and self.token(amount.end + 1) in self.of["fraction"]
        amount = amount._replace(end=amount.end + hyphen)
        word = self.token(amount.end)
        of = self.of
        for form in (word, word.lower()):
            if form in of["fraction"] and amount.value < 20:
                return amount._replace(
                    end=amount.end + 1, value=amount.value * float(of["fraction"][form]), unit="fraction"
                )
        return self._out_of(amount)

    def _out_of(self, amount: Amount) -> Amount:
        link = self.token(amount.end).lower()
        index = amount.end + 1
        if link == "out":
            link, index = self.token(index).lower(), index + 1
        if link in self.of["out_of"] and self.token(index).lower() in self.of["card"]:
            whole = float(self.of["card"][self.token(index).lower()])
            if amount.value < whole <= 20:
                return amount._replace(end=index + 1, value=amount.value / whole, unit="fraction")
        return amount

    def _fraction(self, index: int) -> Amount | None:
        word = self.token(index)
        lower = word.lower()
        start = index
        before = self.token(index - 1).lower()
        if lower in self.of["half"]:
            # eine halbe Million, half a million
            after = index + 1
            if self.token(after).lower() in self.of["one"]:
                after += 1
            scale = self.of["magnitude"].get(self.token(after))
            if scale:
                start -= before in self.of["one"]
                return Amount(start, after + 1, 0.5 * float(scale), scaled=True)
            time = self.token(after) in self.of["unit"] and (after == index + 1 or before != "")
            if time and self.token(after) in self.of["time_unit"]:
                start -= before in self.of["one"]
                return Amount(start, after, 0.5)
            if lower not in self.of["fraction"]:
                return None
        value = float(self.of["fraction"].get(word) or self.of["fraction"][lower])
        ordinal = not self.words.data.nouns_are_capitalised and lower not in self.of["half"]
        if before in self.of["one"] or (value == 0.5 and before in self.of["definite"]):
            start -= 1
        elif ordinal:
            return None  # "the third man"
        following = self.token(index + 1).lower()
        if ordinal and following not in self.of["out_of"]:
            return None  # "a third man"
        if not ordinal and self.words.data.nouns_are_capitalised and before not in self.of["one"] and value != 0.5:
            return None  # "das Viertel": a quarter of the town
        return Amount(start, index + 1, value, "fraction")

    def _none(self, index: int) -> Amount | None:
        following = self.token(index + 1)
        noun = index + 1
        if following.islower() and following not in self.of["person"]:
            noun += 1
        return Amount(index, noun, 0.0) if self.token(noun) in self.of["person"] else None

    def _scaled(self, amount: Amount) -> Amount:
        """With the magnitudes after it, at most two: hundert Millionen, 3 Mio."""
        for _ in range(2):
            word = self.token(amount.end)
            scale = self.of["magnitude"].get(word) or (
                self.of["magnitude"].get(word.lower()) if len(word) > 2 else None
            )
            if scale is None:
                break
            end = amount.end + 1
            if self.token(end) == "." and len(word) <= 3:
                end += 1
            amount = amount._replace(end=end, value=amount.value * float(scale), scaled=True)
        return amount

    # ------------------------------------------------------------------------------------------- reading a quantity

    def quantity(self, amount: Amount) -> tuple[Quantity | None, int]:
        """The whole quantity around a number, and the token to go on from."""
        if self._is_label(amount):
            return None, amount.end
        value, value_max, end, qualifier = amount.value, None, amount.end, amount.qualifier
        start = amount.start
        second = self._range(amount)
        unit = amount.unit
        if second is not None:
            value_max, end, qualifier = second.value, second.end, Qualifier.RANGE
            unit = unit or second.unit
            if second.scaled and not amount.scaled:
                scale = second.value / (self._bare(second) or 1)
                value = value * scale
            start -= self.token(start - 1).lower() in self.of["between"]
        qualifier, end = self._or_more(qualifier, end)
        end = self._of_total(end)
        measured = measured_after(self.words, self.tokens, self.adjacent, end, unit, amount.value)
        if measured is None:
            return None, end
        if amount.qualifier is Qualifier.MIN and not measured.unit and measured.thing is None:
            measured = measured._replace(unit="person")  # Hunderte protestierten
        if not measured.unit and measured.thing is None:
            measured = counted_before(self.words, self.tokens, start, measured)
        if not self._counts(amount, measured):
            return None, end
        if qualifier is Qualifier.EXACT:
            start, qualifier = self._qualified(start)
        qualifier, end = self._or_more(qualifier, measured.end)
        factor = measured.factor
        state = state_around(self.words, self.tokens, start, end, measured)
        change, direction = change_of(self.words, self.tokens, start, end)
        quantity = Quantity(
            span=Span(self.scan.starts[start], self.scan.ends[end - 1]),
            value=round(value * factor, 9),
            value_max=None if value_max is None else round(value_max * factor, 9),
            qualifier=qualifier,
            unit=measured.unit,
            thing=self._text(measured.thing),
            state=state,
            change=change,
            direction=direction,
        )
        return quantity, max(end, amount.end)

    def _text(self, piece: tuple[int, int] | None) -> str:
        return "" if piece is None else self.scan.text[self.scan.starts[piece[0]] : self.scan.ends[piece[1] - 1]]

    def _bare(self, amount: Amount) -> float:
        for index in range(amount.start, amount.end):
            if self.scan.symbols[index] in SHAPES["number"]:
                return parse_figure(self.token(index), self.words.data.decimal, self.words.data.grouping) or 0.0
            if self.token(index).lower() in self.of["card"]:
                return float(self.of["card"][self.token(index).lower()])
        return 0.0

    def _range(self, first: Amount) -> Amount | None:
        link = self.token(first.end).lower()
        opener = self.token(first.start - 1).lower()
        is_to = link in self.of["to"] and opener not in self.of["change_from"] and opener not in self.of["by"]
        is_and = link in self.of["and"] and opener in self.of["between"]
        if not (is_to or is_and) or first.qualifier is not Qualifier.EXACT or first.end + 1 >= len(self.tokens):
            return None
        index = first.end + 1
        if self.token(index) in self.of["currency"] and not self.token(index).isalpha():
            index += 1
        second = self.amount(index) if index < len(self.tokens) else None
        if second is None or second.value <= first.value:
            return None
        return second

    def _is_label(self, amount: Amount) -> bool:
        before, after = self.token(amount.start - 1), self.token(amount.end)
        if before in self.of["label"] or before.lower() in self.of["label"] or after in self.of["not_quantity"]:
            return True
        if before == "." and self.token(amount.start - 2) in self.of["label"]:
            return True
        if not amount.figures:
            return False
        if (after in (":", "/") and self.adjacent(amount.end)) or (
            before in ("/", ":", "#", "_", "@") and self.adjacent(amount.start)
        ):
            return True
        # 30. Oktober, 3. Platz: an ordinal
        return after == "." and self.adjacent(amount.end) and amount.value <= 200 and not self._last_of_sentence(amount)

    def _last_of_sentence(self, amount: Amount) -> bool:
        lead = self.token(amount.start - 1).lower()
        return lead in self.of["by"] or lead in self.of["change_to"] or lead in self.of["change_from"]

    def _counts(self, amount: Amount, measured: Measured) -> bool:
        """Whether number and noun together are a quantity and not a name, a year or a point in time."""
        before = self.token(amount.start - 1)
        lower = before.lower()
        if measured.unit in _TIME and (before in self.of["point_before"] or self._follows(measured.end)):
            return False
        if amount.unit == "fraction" and amount.value < SMALLEST_BARE_FRACTION and measured.thing is None:
            return False  # "ein Achtel": a note
        if measured.unit or amount.scaled or amount.qualifier is not Qualifier.EXACT or amount.unit:
            return not (
                measured.unit == "" and measured.thing is None and amount.figures is False and amount.value == 1
            )
        qualified = self._qualified(amount.start)[1] is not Qualifier.EXACT
        changed = any(lower in self.of[name] for name in ("by", "change_to", "change_from"))
        if amount.figures and 1000 <= amount.value <= 2100 and amount.end - amount.start == 1:
            plain = self.token(amount.start).isdigit()
            if plain and (changed or not (qualified or measured.thing is not None)):
                return False
            if plain and lower in self.of["change_from"]:
                return False
        if measured.thing is not None:
            named = before[:1].isupper() and before[1:2].islower() and not qualified
            named = named and lower not in self.of["stop"] and lower not in self.words.qualifiers
            if self.words.data.nouns_are_capitalised:
                return not named or self._starts(amount.start - 1)
            return not (named and amount.figures)
        if changed:
            return change_of(self.words, self.tokens, amount.start, amount.end)[0] != ""
        return qualified and amount.figures

    def _follows(self, end: int) -> bool:
        return self.token(end).lower() in self.of["point_after"]

    def _qualified(self, start: int) -> tuple[int, Qualifier]:
        """The longest qualifier before ``start``."""
        for length in range(LONGEST_QUALIFIER, 0, -1):
            if start - length < 0:
                continue
            phrase = " ".join(self.tokens[start - length : start]).lower().replace(" .", ".")
            if phrase in self.words.qualifiers:
                kind = self.words.qualifiers[phrase]
                inner = start - length
                if kind is Qualifier.EXACT:
                    return start, kind
                return inner, kind
        return start, Qualifier.EXACT

    def _or_more(self, qualifier: Qualifier, end: int) -> tuple[Qualifier, int]:
        if self.token(end).lower() in self.of["or"]:
            word = self.token(end + 1).lower()
            if word in self.of["or_more"]:
                return Qualifier(self.of["or_more"][word]), end + 2
        return qualifier, end

    def _of_total(self, end: int) -> int:
        """Where "of the ten" ends, in "eight of the ten bridges": the noun counted follows."""
        place = end
        if self.token(place) in self.of["genitive"] or self.token(place) in self.of["out_of"]:
            link = self.token(place)
            place += 1
            definite = link in self.of["definite"]
            if self.token(place) in self.of["definite"]:
                definite, place = True, place + 1
            whole = self.token(place)
            number = whole.lower() in self.of["card"] or whole.isdigit()
            if definite and number:
                return place + 1
        return end

    def with_shared_units(self, found: list[Quantity]) -> list[Quantity]:
        """ "um 5 auf 12 Prozent": the first number takes the unit of the second."""
        shared: list[Quantity] = []
        for index, quantity in enumerate(found):
            nxt = found[index + 1] if index + 1 < len(found) else None
            if (
                (
                    not quantity.unit
                    and quantity.change
                    and not quantity.thing
                    and nxt is not None
                    and nxt.change
                    and nxt.unit
                )
                and nxt.span.start - quantity.span.end < 40
                and nxt.unit != "point"
            ):
                quantity = quantity.model_copy(
                    update={"unit": nxt.unit, "direction": quantity.direction or nxt.direction}
                )
            shared.append(quantity)
        return shared


_TIME = frozenset({"s", "min", "h", "day", "week", "month", "year", "decade", "century"})

"""Reading the number at a place in a text: figures, number words, fractions, vague plurals, with magnitudes."""

from __future__ import annotations

from typing import NamedTuple

from claims.language.numbers import parse_figure
from claims.language.quantity_words import Words
from claims.language.scanning import OTHER, SHAPES, Scan
from claims.models import Qualifier

LONGEST_ENDING = 3  # letters of an adjective's ending


class Amount(NamedTuple):
    """A number read at a place: tokens ``start`` to ``end``."""

    start: int
    end: int
    value: float
    unit: str = ""  # fraction, currency sign before the figure
    qualifier: Qualifier = Qualifier.EXACT
    figures: bool = False
    scaled: bool = False  # by a magnitude


class NumberReader:
    """The tokens of one text and the numbers in them."""

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
        if symbol == OTHER:
            compound = self.words.compounds.parse(word.lower()) if self.words.has_compounds and word else None
            if compound is None and self.words.data.suffixes:
                return self._adjective(index)
            if compound is None or (word[0].isupper() and not self._starts(index)):
                return None
            return self._scaled(Amount(index, index + 1, float(compound)))
        lower = word.lower()
        if lower in self.of["several"]:
            return self._several(index, index)
        if lower in self.of["some_hundred"] and self.token(index - 1).lower() in self.of["one"]:
            return self._several(index - 1, index)  # a couple of hundred
        if word in self.of["tens_of"] or lower in self.of["tens_of"]:
            many = self.of["vague"].get(self.token(index + 2).lower())
            if self.token(index + 1).lower() in self.of["out_of"] and many:
                value = float(self.of["tens_of"][lower]) * float(many)
                return Amount(index, index + 3, value, qualifier=Qualifier.MIN)
        if (word in self.of["vague"] or lower in self.of["vague"]) and self._class(index) != "magnitude_only":
            value = float(self.of["vague"].get(word) or self.of["vague"][lower])
            return Amount(index, index + 1, value, qualifier=Qualifier.MIN)
        if lower in self.of["every"]:
            share = self.of["nth"].get(self.token(index + 1).lower())
            if share is None or self.token(index + 2) in self.of["every_not"]:
                return None
            return Amount(index, index + 2, 1 / float(share), "fraction")
        if lower in self.of["no"]:
            return self._none(index)
        if word in self.of["fraction"] or lower in self.of["fraction"] or lower in self.of["half"]:
            return self._fraction(index)
        if lower in self.of["card"]:
            return self._spoken(index)
        if word in self.of["counted_one"]:
            return self._counted_one(index)
        if self.token(index - 1).lower() in self.of["one"] and (
            word in self.of["magnitude"] or lower in self.of["magnitude"]
        ):
            # ein Dutzend, eine Million, a hundred
            value = float(self.of["magnitude"].get(word) or self.of["magnitude"][lower])
            return self._scaled(Amount(index - 1, index + 1, value, scaled=True))
        return None

    def _counted_one(self, index: int) -> Amount | None:
        """An article that counts: um ein Prozent, ein Toter; not "der eine Tote"."""
        one = self.token(index) in self.of["counted_one"] and self.token(index - 1).lower() in self.of["one"]
        return (
            Amount(index - 1, index, 1.0) if one and self.token(index - 2).lower() not in self.of["definite"] else None
        )

    def _several(self, start: int, index: int) -> Amount | None:
        """Several hundred, mehrere Tausend, ein paar Hundert: at least two of them."""
        last = index + 1 + (self.token(index + 1).lower() in self.of["many_of"])
        word = self.token(last)
        scale = self.of["magnitude"].get(word) or self.of["magnitude"].get(word.lower())
        if scale is None:
            return None
        lower = self.token(index).lower()
        value = float(self.of["several"].get(lower) or self.of["some_hundred"][lower]) * float(scale)
        return Amount(start, last + 1, value, qualifier=Qualifier.MIN, scaled=True)

    def _adjective(self, index: int) -> Amount | None:
        """A number word grown into an adjective: dreijährig, zweiwöchig."""
        word = self.token(index).lower()
        for suffix, unit in self.words.data.suffixes.items():
            head, found, ending = word.partition(suffix)
            if found and len(ending) <= LONGEST_ENDING:
                digits = self.words.data.compounds.digits.get(head)
                value = self.of["card"].get(head) or digits or self.words.compounds.parse(head)
                if value is not None:
                    return Amount(index, index + 1, float(value), f"adjective {unit}")
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
            prefix = self.of["currency_prefix"].get(self.token(index - 2))
            if prefix and unit == "USD" and self.adjacent(index - 1):  # US$, A$
                unit, start = prefix, index - 2
        end = index + 1
        short = self.adjacent(end) and self.token(end) in self.of["short_magnitude"]
        counts = self.token(end + 1) in self.of["unit"] or self.token(end + 1) in self.of["person"]  # 3m litres
        if short and (unit or counts or self.token(end) in "kK"):
            return Amount(
                start,
                end + 1,
                value * float(self.of["short_magnitude"][self.token(end)]),
                unit,
                figures=True,
                scaled=True,
            )
        return self._out_of(self._scaled(Amount(start, end, value, unit, figures=True)))

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
        """Zwei von drei, 5 von 8, one in three."""
        link = self.token(amount.end).lower()
        index = amount.end + 1
        if link not in self.of["out_of"] and self.token(index).lower() in self.of["out_of"]:
            link, index = self.token(index).lower(), index + 1  # out of
            if self.token(amount.end).lower() not in self.of["out"]:
                return amount
        word = self.token(index)
        if link not in self.of["out_of"] or amount.value == 0:
            return amount
        if word.lower() in self.of["card"] and not amount.figures:
            whole, most = float(self.of["card"][word.lower()]), 20.0
        elif word.isdigit() and amount.figures and link in self.of["many_of"] and len(word) <= 3:
            whole, most = float(word), 1000.0
        else:
            return amount
        if not amount.value < whole <= most:
            return amount
        return amount._replace(end=index + 1, value=amount.value / whole, unit="fraction")

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
        if before in self.of["nth"] or before in self.of["first"]:
            return None  # the second half
        ordinal = not self.words.data.nouns_are_capitalised and lower not in self.of["half"]
        if before in self.of["one"] or (value == 0.5 and before in self.of["definite"]):
            start -= 1
        elif ordinal:
            return None  # "the third man"
        following = self.token(index + 1).lower()
        grown = self.token(index - 2).lower() in self.of["by"] and (
            not following.isalpha() or following in self.of["stop"] or following in self.of["point_before"]
        )
        if ordinal and following not in self.of["out_of"] and not grown:
            return None  # "a third man", but "rose by a third"
        if not ordinal and self.words.data.nouns_are_capitalised and before not in self.of["one"] and value != 0.5:
            return None  # "das Viertel": a quarter of the town
        return Amount(start, index + 1, value, "fraction")

    def _none(self, index: int) -> Amount | None:
        following = self.token(index + 1)
        noun = index + 1
        if following.lower() in self.of["genitive"]:  # none of the passengers, keine der Geiseln
            noun += 1 + (self.token(index + 2).lower() in self.of["definite"])
        elif following.islower() and following not in self.of["person"]:
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

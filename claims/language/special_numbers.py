"""Numbers that are no plain count: multiples, ordinals, nobody, Tempo 140, 2:08 Stunden, ein Kilo."""

from __future__ import annotations

from claims.language.denied_counts import denied_count
from claims.language.number_reader import Amount, NumberReader
from claims.language.numbers import parse_figure
from claims.language.scanning import SHAPES
from claims.models import Qualifier

MULTIPLE = "times"  # unit of "twice as many"; with " up" or " down" of a verb that says so itself
NOBODY = "nobody"  # unit of a zero that only counts where the sentence tells a state
DENIED = "denied"  # unit of a zero that a denial behind the noun gives
LONGEST_COMPARATIVE = 5  # letters that a word has at least which ends like a comparative


class SpecialReader(NumberReader):
    """The numbers of a text, those with a meaning of their own among them."""

    def amount(self, index: int) -> Amount | None:
        """The number that begins at ``index``; its unit says where it is no plain count."""
        word = self.token(index)
        lower = word.lower()
        of = self.of
        if lower in of["multiply"]:
            return self._multiplied(index)
        if word in of["fold"]:
            if self.words.data.nouns_are_capitalised and self.token(index + 1)[:1].isupper():
                return None  # a name
            start = index - (self.token(index - 1).lower() in of["definite"])
            return Amount(start, index + 1, float(of["fold"][word]), MULTIPLE)
        if lower in of["multiple"]:
            return self._as_many(Amount(index, index + 1, float(of["multiple"][lower])))
        if lower in of["nobody"]:
            return Amount(index, index + 1, 0.0, NOBODY)
        if lower in of["there_not"]:
            people = denied_count(self.words, self.tokens, index)
            return Amount(*people, 0.0, DENIED) if people else None
        if word in of["span_word"]:
            value, unit = of["span_word"][word].split(" ")
            return Amount(index, index + 1, float(value), unit)
        if lower in of["nth"] and self._is_ordinal(index + 1):
            return Amount(index, index + 1, float(of["nth"][lower]), "ordinal")
        if word in of["unit"]:
            return self._one(index)
        symbol = self.scan.symbols[index]
        if symbol in SHAPES["ordinal"]:
            number = "".join(letter for letter in word if letter.isdigit())
            return Amount(index, index + 1, float(number), "ordinal") if self._is_ordinal(index + 1) else None
        if symbol in SHAPES["colonclock"]:
            return self._hours(index)
        if symbol in SHAPES["number"]:
            known = self._figure_of_its_own(index)
            if known is not None:
                return known
        if self._is_name(index):
            return None
        qualified = self._qualified_by_adjective(index)
        amount = qualified or super().amount(index)
        if amount is not None and self.token(amount.end) in of["multiple_unit"]:
            return self._as_many(amount._replace(end=amount.end + 1)) or amount
        return amount

    def _is_name(self, index: int) -> bool:
        """A number word with a capital after a small article: the Four Seasons."""
        word = self.token(index)
        return word[:1].isupper() and word.lower() in self.of["card"] and self.token(index - 1) in self.of["definite"]

    def _multiplied(self, index: int) -> Amount | None:
        """Doubled, halved: by how much, and in which direction."""
        if self.token(index + 1).lower() in self.of["multiply_not"]:
            return None  # doubled down
        value, direction = self.of["multiply"][self.token(index).lower()].split(" ")
        return Amount(index, index + 1, float(value), f"{MULTIPLE} {direction}")

    def _as_many(self, amount: Amount) -> Amount | None:
        """Twice as many, dreimal so teuer, four times higher."""
        word = self.token(amount.end)
        link = word.lower() in self.of["multiple_link"]
        ends = tuple(self.of["comparative_end"])
        if not link and not (word.islower() and len(word) >= LONGEST_COMPARATIVE and word.endswith(ends)):
            return None
        follows = self.token(amount.end + 1)
        end = amount.end + 1 + (link and follows.islower() and follows not in self.of["stop"])
        return amount._replace(end=end, unit=MULTIPLE)

    def _is_ordinal(self, index: int) -> bool:
        """Whether what comes one after another stands at ``index`` or after one adjective."""
        word = self.token(index)
        return word in self.of["ordinal_thing"] or (
            word.islower() and self.token(index + 1) in self.of["ordinal_thing"]
        )

    def _one(self, index: int) -> Amount | None:
        """A kilo, where a qualifier says that it is an amount, rund ein Kilo; a mile and a half."""
        if self.token(index - 1).lower() not in self.of["one"]:
            return None
        link, article, half = (self.token(index + place).lower() for place in (1, 2, 3))
        if link in self.of["and"] and article in self.of["one"] and half in self.of["half"]:
            return Amount(index - 1, index + 4, 1.5, self.of["unit"][self.token(index)])
        for length in (2, 1):
            lead = " ".join(self.tokens[max(0, index - 1 - length) : index - 1]).lower()
            if self.words.qualifiers.get(lead, Qualifier.EXACT) is not Qualifier.EXACT:
                return Amount(index - 1, index, 1.0)
        return self._counted_one(index)

    def _hours(self, index: int) -> Amount | None:
        """2:08 Stunden."""
        unit = self.of["unit"].get(self.token(index + 1), "")
        whole, _, rest = self.token(index).partition(":")
        return Amount(index, index + 1, int(whole) + int(rest) / 60, figures=True) if unit in ("h", "min") else None

    def _figure_of_its_own(self, index: int) -> Amount | None:
        """25. Todesopfer; Tempo 140; magnitude 6.1; 40C."""
        following = self.token(index + 1)
        raw = self.token(index)
        value = parse_figure(raw, self.words.data.decimal, self.words.data.grouping)
        if value is None:
            return None
        if self.words.data.ordinals_have_a_point and following == "." and raw.isdigit() and self.adjacent(index + 1):
            return Amount(index, index + 2, value, "ordinal") if self._is_ordinal(index + 2) else None
        if self.token(index - 1) in self.of["measured_before"]:
            return Amount(index - 1, index + 1, value, self.of["measured_before"][self.token(index - 1)])
        if following in self.of["degree_letter"] and self.adjacent(index + 1):
            return Amount(index, index + 2, value, self.of["degree_letter"][following], figures=True)
        return None

    def _qualified_by_adjective(self, index: int) -> Amount | None:
        """Eine knappe Milliarde, ein gutes Drittel, eine gute halbe Stunde."""
        adjective = self.token(index - 1).lower()
        if adjective not in self.of["adjective_qualifier"] or self.token(index - 2).lower() not in self.of["one"]:
            return None
        word = self.token(index)
        start, qualifier = index - 2, Qualifier(self.of["adjective_qualifier"][adjective])
        if word in self.of["magnitude"]:
            whole = Amount(start, index + 1, float(self.of["magnitude"][word]), qualifier=qualifier, scaled=True)
            return self._scaled(whole)
        if word in self.of["fraction"]:
            return Amount(start, index + 1, float(self.of["fraction"][word]), "fraction", qualifier)
        if word.lower() in self.of["half"]:
            half = self._fraction(index)
            return None if half is None else half._replace(start=start, qualifier=qualifier)
        return None

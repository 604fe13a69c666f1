"""Quantities in German and English prose: value, qualifier, unit, what is counted and in which state.

``find_quantities("rund 1,5 Millionen Euro", language="de")``. The words are data (``data/<language>/quantities.toml``);
this module reads a number, then looks left for what qualifies it and right for its magnitude, unit and noun. A number
that stands alone, that is a label (Artikel 5, Gleis 3, Nato 3.0), a score, a clock time or a date is no quantity.
"""

from __future__ import annotations

from claims.language.grammar import grammar
from claims.language.lemmas import is_german_plural
from claims.language.measured import duration_or_age, measured_after
from claims.language.number_reader import Amount
from claims.language.numbers import parse_figure
from claims.language.quantity_words import words_of
from claims.language.scanning import SHAPES
from claims.language.special_numbers import DENIED, MULTIPLE, NOBODY, SpecialReader
from claims.language.surroundings import Measured, change_of, counted_after, counted_before, state_around
from claims.models import Qualifier, Quantity, Span

LONGEST_QUALIFIER = 3  # words
MOST_PEOPLE = 1_000_000  # "thousands marched" are people, "lost millions" is money
HIGHEST_DAY = 31
YOUNGEST = 10  # "mit 84 Jahren" is an age, "mit zwei Jahren" a sentence or a delay
LONGEST_CHANGE = 40  # characters between "von 48" and "auf 31 Euro"
SMALLEST_BARE_FRACTION = 0.2  # smaller ones need what they are a part of
NEAR = 6  # tokens from "nobody" to "any more"
_TIME = frozenset({"s", "min", "h", "day", "week", "month", "year", "decade", "century"})


def find_quantities(text: str, *, language: str) -> list[Quantity]:
    """The quantities in ``text``, in order, not overlapping; spans cover qualifier, number and unit.

    A denial behind a noun for people counts none of them ("Verletzte gab es nicht"): the span is the noun's.
    """
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
    found.sort(key=lambda quantity: quantity.span)
    return reader.with_shared_units(found)


class _Reader(SpecialReader):
    """The quantities around the numbers."""

    def quantity(self, amount: Amount) -> tuple[Quantity | None, int]:
        """The whole quantity around a number, and the token to go on from."""
        if amount.unit == NOBODY:
            return self._nobody(amount), amount.end
        if amount.unit == DENIED:
            return self._denied(amount), amount.end
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
        if second is not None and self._is_year(amount) and self._is_year(second):
            return None, end
        measured: Measured | None
        if unit.startswith("adjective "):
            measured = duration_or_age(self.words, self.tokens, end, unit.removeprefix("adjective "))
        else:
            measured = measured_after(self.words, self.tokens, self.adjacent, end, unit, amount.value)
        if measured is None:
            return None, end
        if (
            amount.qualifier is Qualifier.MIN
            and not measured.unit
            and measured.thing is None
            and amount.value < MOST_PEOPLE
        ):
            measured = measured._replace(unit="person")  # Hunderte protestierten
        if not measured.unit and measured.thing is None:
            measured = counted_before(self.words, self.tokens, start, measured)
        if not measured.unit and measured.thing is None:
            measured = counted_after(self.words, self.tokens, end, measured)
        if not self._counts(amount, measured):
            return None, end
        if self._is_age(amount, measured):
            measured = measured._replace(unit="age")
        if self.token(start - 1) in self.of["minus"] or (
            self.token(start - 1) == "-" and self.adjacent(start) and not self.adjacent(start - 1)
        ):
            value, start = -value, start - 1
        if qualifier is Qualifier.EXACT:
            start, qualifier = self._qualified(start)
        qualifier, end = self._or_more(qualifier, measured.end)
        factor = measured.factor
        state = state_around(self.words, self.tokens, start, end, measured)
        change, direction = change_of(self.words, self.tokens, start, end)
        if measured.unit.startswith(f"{MULTIPLE} "):  # doubled, halved
            unit, _, direction = measured.unit.partition(" ")
            measured, change = measured._replace(unit=unit), "by"
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

    def _nobody(self, amount: Amount) -> Quantity | None:
        """Nobody, where the sentence says what happened to nobody."""
        if not self.of["no_more"].keys().isdisjoint(self.tokens[amount.end : amount.end + NEAR]):
            return None
        people = Measured("person", 1.0, amount.end)
        state = state_around(self.words, self.tokens, amount.start, amount.end, people)
        span = Span(self.scan.starts[amount.start], self.scan.ends[amount.end - 1])
        return Quantity(span=span, value=0.0, unit="person", state=state) if state else None

    def _denied(self, amount: Amount) -> Quantity:
        """None of the people whom the noun names."""
        thing = self._text((amount.start, amount.end))
        span = Span(self.scan.starts[amount.start], self.scan.ends[amount.end - 1])
        state = self.words.person(self.token(amount.end - 1)).replace("person", "")
        return Quantity(span=span, value=0.0, unit="person", thing=thing, state=state)

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
        # "fell from 8 to 6" tells two numbers, "from 3 to 4 million" one range
        leads = opener in self.of["change_from"] or opener in self.of["by"]
        is_change = leads and link in self.of["change_to"]
        if is_change:
            is_change = change_of(self.words, self.tokens, first.start, first.end)[0] != ""
        is_to = link in self.of["to"] and not is_change
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

    def _is_year(self, amount: Amount) -> bool:
        return amount.figures and 1500 <= amount.value <= 2100 and self.token(amount.end - 1).isdigit()

    def _is_label(self, amount: Amount) -> bool:
        before, after = self.token(amount.start - 1), self.token(amount.end)
        if before in self.of["label"] or before.lower() in self.of["label"] or after in self.of["not_quantity"]:
            return True
        if amount.figures and len(before) == 1 and before.isupper() and before.lower() not in self.of["one"]:
            return True  # A 61, B 42
        if before == "." and self.token(amount.start - 2) in self.of["label"]:
            return True
        if not amount.figures:
            return False
        names_it = amount.value <= HIGHEST_DAY or self._is_year(amount)
        period = (
            before.lower() in self.of["period"] and self.token(amount.start - 2).lower() not in self.of["told_period"]
        )
        if names_it and (before in self.of["not_quantity"] or period):
            return True  # Oktober 2019, year 5; but "im vergangenen Jahr 210 Millionen"
        if (after in (":", "/") and self.adjacent(amount.end)) or (
            before in ("/", ":", "#", "_", "@") and self.adjacent(amount.start)
        ):
            return True
        # 30. Oktober, 3. Platz: an ordinal
        if not self.words.data.ordinals_have_a_point:
            return False
        return after == "." and self.adjacent(amount.end) and amount.value <= 200 and not self._last_of_sentence(amount)

    def _last_of_sentence(self, amount: Amount) -> bool:
        lead = self.token(amount.start - 1).lower()
        return lead in self.of["by"] or lead in self.of["change_to"] or lead in self.of["change_from"]

    def _counts(self, amount: Amount, measured: Measured) -> bool:
        """Whether number and noun together are a quantity and not a name, a year or a point in time."""
        before = self.token(amount.start - 1)
        lower = before.lower()
        point = before in self.of["point_before"] and self.token(amount.start - 2) not in self.of["before_a_verb"]
        if measured.unit in _TIME and (point or self._follows(measured.end)):
            return False
        every = self.token(amount.start).lower() in self.of["every"]
        if not every and amount.unit == "fraction" and amount.value < SMALLEST_BARE_FRACTION and measured.thing is None:
            return False  # "ein Achtel": a note
        if measured.unit or amount.scaled or amount.qualifier is not Qualifier.EXACT or amount.unit:
            return not (
                measured.unit == "" and measured.thing is None and amount.figures is False and amount.value == 1
            )
        if amount.value == 1 and not amount.figures:
            return False  # one of them
        if self._is_age(amount, measured):
            return True
        qualified = self._qualified(amount.start)[1] is not Qualifier.EXACT
        changed = any(lower in self.of[name] for name in ("by", "change_to", "change_from"))
        if amount.figures and 1000 <= amount.value <= 2100 and amount.end - amount.start == 1:
            plain = self.token(amount.start).isdigit()
            if plain and (changed or measured.thing is None):
                return False
            if plain and lower in self.of["change_from"]:
                return False
        if measured.thing is not None:
            named = before[:1].isupper() and before[1:2].islower() and not qualified
            named = named and lower not in self.of["stop"] and lower not in self.words.qualifiers
            if self.words.data.nouns_are_capitalised:
                # "nach Artikel 5 Grundgesetz", but "dass die Polizei 23 Fans prüfte", "laut Polizei 23 Fahrzeuge"
                named = named and not self._ends_a_phrase(amount.start - 1)
                named = named and not is_german_plural(self._text(measured.thing).split()[-1])
                return not named or self._starts(amount.start - 1)
            return not (named and amount.figures)
        if lower in self.of["part_of_them"]:
            return True
        if changed:
            return change_of(self.words, self.tokens, amount.start, amount.end)[0] != ""
        return qualified and amount.figures

    def _ends_a_phrase(self, index: int) -> bool:
        """Whether the noun there has an article, a number or an adjective before it: "die Polizei", "letzter Woche"."""
        lead, known = self.token(index - 1), grammar(self.words.language)
        if lead.lower() in known.determiners | known.contracted or lead in self.of["card"]:
            return True
        return lead.islower() and lead.endswith(self.words.declined_end) and lead not in known.prepositions

    def _is_age(self, amount: Amount, measured: Measured) -> bool:
        """Aged 84, im Alter von 84 Jahren, mit 84 Jahren."""
        lead = self.token(amount.start - 1)
        of_age = lead in self.of["age_lead"] and self.token(amount.start - 2) in self.of["age_before"]
        if measured.unit == "year":
            return of_age or (lead in self.of["age_before"] and amount.value >= YOUNGEST)
        bare = not measured.unit and measured.thing is None and 0 < amount.value < 120
        return bare and not self.words.data.nouns_are_capitalised and (of_age or lead in self.of["age_before"])

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
            definite = link in self.of["whole"]
            if self.token(place) in self.of["whole"]:
                definite, place = True, place + 1
            whole = self.token(place)
            number = whole.lower() in self.of["card"] or self.scan.symbols[place : place + 1] in SHAPES["number"]
            number = number and bool(whole)
            if definite and number:
                return place + 1
        return end

    def with_shared_units(self, found: list[Quantity]) -> list[Quantity]:
        """ "um 5 auf 12 Prozent": the first takes the unit of the second; a "from" without a "to" is no change."""
        shared: list[Quantity] = []
        for index, quantity in enumerate(found):
            follows = found[index + 1] if index + 1 < len(found) else None
            if follows is None or follows.span.start - quantity.span.end > LONGEST_CHANGE or not follows.change:
                follows = None
            before = shared[-1] if shared else None
            close = before is not None and quantity.span.start - before.span.end <= LONGEST_CHANGE and before.change
            if quantity.change == "from" and follows is None and not close:
                quantity = quantity.model_copy(update={"change": "", "direction": ""})
            elif quantity.change and follows and not (quantity.unit or quantity.thing) and follows.unit != "point":
                direction = quantity.direction or follows.direction
                quantity = quantity.model_copy(update={"unit": follows.unit, "direction": direction})
            shared.append(quantity)
        return shared

"""What two quantities are to each other, within the tolerance that their wording states."""

from __future__ import annotations

import math

from claims.language.intervals import Judgement, Relation
from claims.models import Qualifier, Quantity

ABOUT = 0.1  # "about 200" holds from 180 to 220
ROUNDING = 0.05  # a round number may stand for one that is at most this share away

# unit -> (dimension, factor to its base unit). Only conversions that are fixed; currencies are dimensions of their own.
UNITS: dict[str, tuple[str, float]] = {
    "percent": ("share", 0.01),
    "permille": ("share", 0.001),
    "fraction": ("share", 1.0),
    "point": ("points", 1.0),
    "basis_point": ("points", 0.01),
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "in": ("length", 0.0254),
    "ft": ("length", 0.3048),
    "mi": ("length", 1609.344),
    "nmi": ("length", 1852.0),
    "m2": ("area", 1.0),
    "ha": ("area", 10_000.0),
    "km2": ("area", 1_000_000.0),
    "ft2": ("area", 0.09290304),
    "acre": ("area", 4046.8564224),
    "mi2": ("area", 2_589_988.110336),
    "l": ("volume", 0.001),
    "hl": ("volume", 0.1),
    "m3": ("volume", 1.0),
    "gal": ("volume", 0.003785411784),
    "bbl": ("volume", 0.158987294928),
    "g": ("mass", 0.001),
    "kg": ("mass", 1.0),
    "t": ("mass", 1000.0),
    "ton": ("mass", 907.18474),
    "lb": ("mass", 0.45359237),
    "oz": ("mass", 0.028349523125),
    "km/h": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "kWh": ("energy", 1.0),
    "MWh": ("energy", 1000.0),
    "GWh": ("energy", 1_000_000.0),
    "TWh": ("energy", 1_000_000_000.0),
    "kW": ("power", 1.0),
    "MW": ("power", 1000.0),
    "GW": ("power", 1_000_000.0),
    "s": ("time", 1.0),
    "min": ("time", 60.0),
    "h": ("time", 3600.0),
    "day": ("time", 86_400.0),
    "week": ("time", 604_800.0),
    "month": ("months", 1.0),
    "year": ("months", 12.0),
    "decade": ("months", 120.0),
    "century": ("months", 1200.0),
}


def in_base_unit(value: float, unit: str) -> tuple[float, str]:
    """``value`` in the base unit of its dimension, and the dimension; the unit itself where none is fixed."""
    if unit == "degF":
        return (value - 32) / 1.8, "degC"
    if unit in UNITS:
        dimension, factor = UNITS[unit]
        return value * factor, dimension
    counted, rate, per = unit.partition("/")
    if rate and counted and per:  # l/min is 60 times as much as l/h
        upper, lower = UNITS.get(counted, (counted, 1.0)), UNITS.get(per, (per, 1.0))
        return value * upper[1] / lower[1], f"{upper[0]}/{lower[0]}"
    return value, unit


def limits(quantity: Quantity) -> tuple[float, float]:
    """The values that the wording allows: "about" ± ``ABOUT``, "more than" upwards, "up to" downwards, a range."""
    value = quantity.value
    if quantity.qualifier is Qualifier.ABOUT:
        return value - abs(value) * ABOUT, value + abs(value) * ABOUT
    if quantity.qualifier is Qualifier.MIN:
        return value, math.inf
    if quantity.qualifier is Qualifier.MAX:
        return 0.0 if value >= 0 else -math.inf, value
    if quantity.value_max is not None:
        return value, quantity.value_max
    return value, value


def rounding(value: float) -> float:
    """Half a unit of the last digit that is not zero, at most ``ROUNDING`` of the value; 0 for small whole numbers.

    33 dead are 33; 31,000 may be 30,986; 4.8 percent may be 4.83.
    """
    if value == 0 or (float(value).is_integer() and abs(value) < 100):
        return 0.0
    digits = f"{abs(value):.9f}".rstrip("0")
    if digits.endswith("."):
        whole = digits[:-1]
        step = 10.0 ** (len(whole) - len(whole.rstrip("0")))
        if step == 1:
            return 0.0
    else:
        step = 10.0 ** -len(digits.partition(".")[2])
    return min(step / 2, abs(value) * ROUNDING)


def compare_quantities(a: Quantity, b: Quantity) -> Judgement:
    """What two quantities of the same thing are to each other.

    Whether they count the same thing is for the caller to say; different units without a fixed conversion, different
    states of people (killed, injured) and different parts of a change (by 5, to 12) are not comparable.
    """
    values = {"a": written(a), "b": written(b)}
    if a.state and b.state and a.state != b.state:
        return Judgement(Relation.INCOMPARABLE, "quantity.other_state", values)
    if a.change != b.change and {a.change, b.change} & {"by", "from"}:
        return Judgement(Relation.INCOMPARABLE, "quantity.other_part", values)
    low_a, high_a, unit_a = _in_base(a)
    low_b, high_b, unit_b = _in_base(b)
    if unit_a != unit_b and {unit_a, unit_b} != {"", "person"}:
        return Judgement(Relation.INCOMPARABLE, "quantity.other_unit", values)
    if a.change == "by" and a.direction and b.direction and a.direction != b.direction and (a.value or b.value):
        return Judgement(Relation.DISJOINT, "quantity.other_direction", values)
    if _same(low_a, low_b) and _same(high_a, high_b):
        return Judgement(Relation.EQUAL, "quantity.equal", values)
    if low_a >= low_b and high_a <= high_b:
        return Judgement(Relation.CONTAINED, "quantity.contained", {"inner": values["a"], "outer": values["b"]})
    if low_b >= low_a and high_b <= high_a:
        return Judgement(Relation.CONTAINED, "quantity.contained", {"inner": values["b"], "outer": values["a"]})
    if low_a <= high_b and low_b <= high_a:
        return Judgement(Relation.COMPATIBLE, "quantity.overlap", values)
    if _rounds_to(a, b, low_b, high_b) or _rounds_to(b, a, low_a, high_a):
        return Judgement(Relation.COMPATIBLE, "quantity.rounding", values)
    return Judgement(Relation.DISJOINT, "quantity.disjoint", values)


def _same(a: float, b: float) -> bool:
    return a == b or math.isclose(a, b, rel_tol=1e-9)


def _in_base(quantity: Quantity) -> tuple[float, float, str]:
    low, high = limits(quantity)
    low, unit = in_base_unit(low, quantity.unit)
    high, _ = in_base_unit(high, quantity.unit)
    return low, high, unit


def _rounds_to(rounded: Quantity, other: Quantity, low: float, high: float) -> bool:
    """Whether ``rounded`` may stand for ``other``, whose limits in the base unit are ``low`` and ``high``."""
    if rounded.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT) or other.qualifier is Qualifier.RANGE:
        return False
    margin = rounding(rounded.value) + (abs(rounded.value) * ABOUT if rounded.qualifier is Qualifier.ABOUT else 0)
    if rounded.unit == "fraction":
        margin = max(margin, abs(rounded.value) * ROUNDING)
    if rounded.unit != other.unit and rounded.unit in UNITS:
        margin = max(margin, abs(rounded.value) * ROUNDING)  # 4.5 miles for 7 kilometres
    floor, _ = in_base_unit(rounded.value - margin, rounded.unit)
    ceiling, _ = in_base_unit(rounded.value + margin, rounded.unit)
    return floor <= high and low <= ceiling


def written(quantity: Quantity) -> str:
    """The quantity for a reason: sign of the qualifier, figures, unit."""
    sign = {Qualifier.ABOUT: "~", Qualifier.MIN: "≥", Qualifier.MAX: "≤"}.get(quantity.qualifier, "")
    figures = _figures(quantity.value)
    if quantity.value_max is not None:
        figures = f"{figures}–{_figures(quantity.value_max)}"
    unit = "%" if quantity.unit == "percent" else quantity.unit
    if quantity.unit in ("person", "fraction"):
        unit = ""
    return f"{sign}{figures} {unit}".strip()


def _figures(value: float) -> str:
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.4g}" if abs(value) < 1000 else f"{value:.1f}"

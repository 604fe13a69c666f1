"""Times and quantities on the project's own tables: ours beside dateparser, text2num and quantulum3.

``pip install -e '.[compare]'`` and ``python -m tests.benchmarks.times``. The others are used where they are installed
and left out where not; none of them is a dependency. The rows are those written before the grammar and those written
later in two batches, each with the part that was set aside. The roles tell whether an expression dates the saying
(said) or what is said speaks of it (about). dateparser is asked as its documentation says
(``search_dates`` with the anchor as RELATIVE_BASE and past dates preferred) and only about rows whose right answer is
one day, month or year; text2num turns number words into figures, quantulum3 finds quantities, and both are only asked
for the value. A right answer is the right value at the right place and nothing else there.
"""

from __future__ import annotations

import csv
import importlib
import platform
import re
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.language.quantities import find_quantities
from claims.language.times import find_dates
from tests.dates.test_roles import asked as roles_asked
from tests.dates.test_roles import role_is_right
from tests.language.test_quantities import LATER as LATER_QUANTITIES
from tests.language.test_quantities import is_right as quantity_is_right
from tests.language.test_quantities import kept as quantity_kept
from tests.language.test_quantities import set_aside as quantity_set_aside
from tests.language.test_times import LATER as LATER_TIMES
from tests.language.test_times import is_right as time_is_right
from tests.language.test_times import kept as time_kept
from tests.language.test_times import set_aside as time_set_aside

GOLD = Path(__file__).parents[1] / "gold"
FORMATS = {10: "%Y-%m-%d", 7: "%Y-%m", 4: "%Y"}
Row = dict[str, str]


def rows(name: str, language: str) -> list[Row]:
    with (GOLD / f"{name}_{language}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def module(name: str) -> Any:
    """An installed package, or nothing."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def share(right: int, asked: int) -> str:
    return f"{right}/{asked} ({right / asked:.3f})" if asked else "-"


def ours(table: list[Row], is_right: Callable[[Row, str], bool], aside: Callable[[Row], bool], language: str) -> str:
    held = [row for row in table if aside(row)]
    rest = [row for row in table if not aside(row)]
    return (
        f"set aside {share(sum(is_right(row, language) for row in held), len(held))}, "
        f"tuned on {share(sum(is_right(row, language) for row in rest), len(rest))}"
    )


def plain_days(table: list[Row]) -> list[Row]:
    """Rows with an anchor and one day, month or year as the answer."""
    return [row for row in table if len(row["anchor"]) == 10 and re.fullmatch(r"\d{4}(-\d\d){0,2}", row["value"])]


def dateparser_is_right(row: Row, language: str, search: Any) -> bool:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(row["anchor"]), "PREFER_DATES_FROM": "past"}
    found = search.search_dates(row["sentence"], languages=[language], settings=settings) or []
    start = row["sentence"].index(row["expression"])
    end = start + len(row["expression"])
    place, values = 0, []
    for words, moment in found:
        at = row["sentence"].find(words, place)
        if at < 0:
            continue
        place = at + len(words)
        if at < end and place > start:
            values.append(moment.strftime(FORMATS[len(row["value"])]))
    return values == [row["value"]]


def text2num_is_right(row: Row, language: str, text2num: Any) -> bool:
    figures = re.findall(r"\d+(?:[.,]\d+)*", text2num.alpha2digit(row["expression"], language))
    return len(figures) == 1 and figures[0] == f"{float(row['value']):g}"


def quantulum_is_right(row: Row, parser: Any) -> bool:
    values = [found.value for found in parser.parse(row["expression"])]
    return len(values) == 1 and abs(values[0] - float(row["value"])) <= 1e-4 * max(1.0, abs(values[0]))


def speed(language: str) -> str:
    text = (GOLD / f"no_expressions_{language}.txt").read_text(encoding="utf-8") * 20
    text += "\n".join(row["sentence"] for row in rows("times", language)) * 20
    words = len(text.split())
    figures = []
    for name, read in (
        ("times", lambda: find_dates(text, anchor="2025-07-11", language=language)),
        ("quantities", lambda: find_quantities(text, language=language)),
    ):
        start = time.perf_counter()
        read()
        figures.append(f"{name} {words / (time.perf_counter() - start):,.0f} words/s")
    return ", ".join(figures)


def main() -> None:
    print(f"{platform.machine()}, Python {platform.python_version()}")
    search, text2num, parser = module("dateparser.search"), module("text_to_num"), module("quantulum3.parser")
    for language in ("de", "en"):
        times, amounts = rows("times", language), rows("quantities", language)
        later_times = [row for name in LATER_TIMES for row in rows(name, language)]
        later_amounts = [row for name in LATER_QUANTITIES for row in rows(name, language)]
        print(f"{language}: times       {ours(times, time_is_right, time_set_aside, language)}")
        print(f"    written later            {ours(later_times, time_is_right, time_kept, language)}")
        for role in ("said", "about"):
            told = roles_asked(language, role)
            print(f"    role: {role:18} {share(sum(role_is_right(row, language) for row in told), len(told))}")
        times += later_times
        days = plain_days(times)
        print(
            f"    one day, month or year   ours {share(sum(time_is_right(row, language) for row in days), len(days))}"
        )
        if search:
            right = sum(dateparser_is_right(row, language, search) for row in days)
            print(f"                             dateparser {share(right, len(days))}")
        print(f"{language}: quantities  {ours(amounts, quantity_is_right, quantity_set_aside, language)}")
        print(f"    written later            {ours(later_amounts, quantity_is_right, quantity_kept, language)}")
        amounts += later_amounts
        single = [row for row in amounts if not row["value_max"]]
        print(f"    value alone              ours {share(values_right(single, language), len(single))}")
        if text2num:
            right = sum(text2num_is_right(row, language, text2num) for row in single)
            print(f"                             text2num {share(right, len(single))}")
        if parser:
            right = sum(quantulum_is_right(row, parser) for row in single)
            print(f"                             quantulum3 {share(right, len(single))}")
        print(f"{language}: speed       {speed(language)}")


def values_right(table: list[Row], language: str) -> int:
    """Rows whose value alone is right, in the whole sentence."""
    right = 0
    for row in table:
        start = row["sentence"].index(row["expression"])
        end = start + len(row["expression"])
        found = [
            quantity.value
            for quantity in find_quantities(row["sentence"], language=language)
            if quantity.span.start < end and quantity.span.end > start
        ]
        right += len(found) == 1 and abs(found[0] - float(row["value"])) <= 1e-4 * max(1.0, abs(found[0]))
    return right


if __name__ == "__main__":
    main()

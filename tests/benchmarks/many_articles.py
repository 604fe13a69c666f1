"""Reading many articles into a case: ``python -m tests.benchmarks.many_articles [ARTICLES]`` (default 100,000).

Prints, for each tenth of the articles, the time and the memory that the process held at most; then the time to relate
them, to open the case and to list its topics. The articles are made up: two statements each, on a story that some ten
articles share. Absolute figures, with the machine; a test runs a small one and holds only the growth.
"""

from __future__ import annotations

import json
import platform
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from claims.articles import read
from claims.models import Article, Skipped
from claims.review import Case
from claims.settings import Settings

GIVEN = ("Ilka", "Jonas", "Mona", "Tilo", "Wiebke", "Bero", "Carla", "Egon", "Lena", "Udo")
MATTERS = ("Hafen", "Brücke", "Klinik", "Bahnhof", "Deich", "Freibad", "Theater", "Flugplatz", "Kraftwerk", "Schule")
SYLLABLES = ("bran", "dau", "kor", "win", "lam", "sen", "tor", "mar", "hol", "ven", "ros", "lin", "gar", "dek", "us")


class Step(NamedTuple):
    """After so many articles: seconds since the start and the most memory held so far, in megabytes."""

    articles: int
    seconds: float
    megabytes: float


def write(path: Path, size: int) -> None:
    """A table of ``size`` articles as lines of JSON."""
    chance = random.Random(size)

    def name() -> str:
        return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()

    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            if number % 10 == 0:
                town, matter, day = name(), chance.choice(MATTERS), 1 + number // 10 % 28
                people = [f"{chance.choice(GIVEN)} {name()}" for _ in range(4)]
            first, second = chance.sample(people, 2)
            whether = "" if number % 10 else "nicht "  # one denies it, and one names another sum
            cost = 7 + number // 10 % 80 + (number % 10 == 5)
            text = (
                f"Streit um {matter} in {town}\n\nIn {town} wird seit Tagen über den Bau am {matter} gestritten.\n\n"
                f"Der Bau am {matter} in {town} beginnt {whether}im Mai, sagte Bürgermeister {first} am Montag.\n\n"
                f"Vor dem Rathaus von {town} warteten {chance.randrange(20, 900)} Menschen auf eine Antwort.\n\n"
                f"Sprecherin {second} sagte, der Bau am {matter} in {town} koste {cost} Millionen Euro.\n"
            )
            row = {"text": text, "published": f"2025-03-{day:02}", "publisher": f"Blatt {number % 40}"}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def held() -> float:
    """The most memory that this process has held, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1_000_000 if sys.platform == "darwin" else 1_000)


def add(case: Case, path: Path, size: int) -> Iterator[Step]:
    """Read the table into the case, one article after the other, unrelated; a step after each tenth."""
    start = time.perf_counter()
    for number, item in enumerate(_items(path), start=1):
        assert isinstance(item, Article)
        case.add_article(item, relate=False)
        if number % max(1, size // 10) == 0:
            yield Step(number, time.perf_counter() - start, held())


def _items(path: Path) -> Iterator[Article | Skipped]:
    return read([str(path)], settings=Settings(largest_file=1_000_000_000))


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{platform.machine()}, Python {platform.python_version()}, {size:,} articles")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write(path, size)
        with Case.open(Path(folder) / "claims.db") as case:
            for step in add(case, path, size):
                print(f"{step.articles:>9,} articles  {step.seconds:8.1f} s  {step.megabytes:8.0f} MB")
            start = time.perf_counter()
            case.add([])
            print(f"related     {time.perf_counter() - start:8.1f} s  {held():8.0f} MB")
        start = time.perf_counter()
        with Case.open(Path(folder) / "claims.db") as case:
            shown = case.queue(limit=50)
            print(f"open, first page of {len(shown)} topics  {time.perf_counter() - start:8.3f} s")
            print(case.stats().model_dump())


if __name__ == "__main__":
    main()

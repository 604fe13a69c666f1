"""How often a conflict is shown in ordinary news: ``python -m tests.benchmarks.alarms [wikinews|polnear] [--show]``.

Every article of the public benchmark texts in ``$CLAIMS_BENCH/bench`` is checked alone. Such articles hold few
contradictions, so that the number of conflicts shown for a hundred of them tells how many false alarms a reader has
to bear; ``--show`` prints each with its two claims, to be judged by eye. There is no gold: the figure has no target.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from claims.articles import read
from claims.models import Conflict, Level, Statement
from claims.pipeline import analyse

FOLDERS = {"wikinews": "wikinews_de/dev", "polnear": "polnear_en/dev"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def texts(name: str) -> Iterator[tuple[str, str]]:
    """Title and text of each article, with a header that dates it."""
    bench = os.environ.get("CLAIMS_BENCH")
    if not bench:
        raise FileNotFoundError("CLAIMS_BENCH names no folder with the benchmark data")
    for path in sorted((Path(bench) / "bench" / FOLDERS[name]).glob("*.json")):
        day = _DAY.search(path.stem)
        text = json.loads(path.read_text(encoding="utf-8"))["originalText"]
        yield path.stem, f"Published: {day.group()}\n\n{text}" if day else text


def shown(text: str, folder: Path) -> Iterator[tuple[Conflict, Statement, Statement]]:
    """The conflicts and shifts that checking one article shows."""
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    found = analyse(read([str(path)]))
    by_id = {item.id: item for item in found.statements}
    for conflict in found.conflicts:
        if conflict.level in (Level.CONFLICT, Level.SHIFT):
            yield conflict, by_id[conflict.a], by_id[conflict.b]


def main(arguments: list[str]) -> int:
    names = [name for name in FOLDERS if name in arguments] or list(FOLDERS)
    for name in names:
        articles = alarms = 0
        with tempfile.TemporaryDirectory() as folder:
            for title, text in texts(name):
                articles += 1
                for conflict, a, b in shown(text, Path(folder)):
                    alarms += 1
                    if "--show" in arguments:
                        print(f"{title}: {conflict.kind} {conflict.score}\n    {a.speaker}: {a.claim}")
                        print(f"    {b.speaker}: {b.claim}")
        rate = 100 * alarms / max(1, articles)
        print(f"{name:10}{articles:5} articles{alarms:5} shown{rate:8.1f} in a hundred articles")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

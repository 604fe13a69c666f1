"""Run the whole pipeline on articles that have gold and score its tables.

usage: python -m tests.benchmarks.own [dev|test|real] [--misses] [--kinds]

``dev``: the samples and the stories that everybody may read; ``test``: those set aside, for figures only, so
that ``--misses`` is refused; ``real``: published articles in the folder that CLAIMS_BENCH names. ``--kinds``
tells for each kind of conflict where its pairs are lost.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.gold import Gold, article_paths, digest, load, merge, own_files
from tests.benchmarks.labels import FATES, fates
from tests.benchmarks.matching import Row, match
from tests.benchmarks.score import Score, read_table, score

SPLITS = ("dev", "test", "real")


def bench_folder() -> Path | None:
    """The folder with the public benchmark data, if there is one on this machine."""
    given = os.environ.get("CLAIMS_BENCH", "")
    return Path(given) if given and (Path(given) / "gold" / "seeds.json").is_file() else None


def material(split: str) -> tuple[list[Path], Gold, list[Path]]:
    """The gold files of a split, their gold in one, and the articles it is about."""
    if split == "real":
        bench = bench_folder()
        if bench is None:
            raise FileNotFoundError("CLAIMS_BENCH names no folder with gold/seeds.json")
        files = [bench / "gold" / "seeds.json"]
        gold = load(files[0])
        return files, gold, [bench / "seeds" / name for name in gold["statements"]]
    files = own_files(split)
    golds = [load(path) for path in files]
    return files, merge(golds), [path for gold in golds for path in article_paths(gold)]


def exported(split: str) -> tuple[Gold, list[Row], list[Row]]:
    """All articles of the split in one run, exported as a user exports them: gold, claims and conflicts."""
    from claims.articles import read
    from claims.export import write_csv
    from claims.pipeline import analyse

    _, gold, articles = material(split)
    with tempfile.TemporaryDirectory() as folder:
        write_csv(analyse(read([str(path) for path in articles])), Path(folder))
        return gold, read_table(Path(folder) / "claims.csv"), read_table(Path(folder) / "conflicts.csv")


def measured(split: str) -> Score:
    """The figures of one split."""
    return score(*exported(split))


def main(arguments: Sequence[str]) -> int:
    split = next((argument for argument in arguments if argument in SPLITS), "dev")
    if set(arguments) - {*SPLITS, "--misses", "--kinds"} or (split == "test" and "--misses" in arguments):
        print(__doc__, file=sys.stderr)
        return 2
    gold, claims, conflicts = exported(split)
    result = score(gold, claims, conflicts)
    if "--misses" in arguments:
        print("\n".join(f"  {line}" for line in result.misses))
    print(f"{'digest':28} {digest(material(split)[0])}")
    for name, value in result.figures.items():
        print(f"{name:28} {value:.3f}" if isinstance(value, float) else f"{name:28} {value}")
    if "--kinds" in arguments:
        print(f"\n{'':16}" + "".join(f"{fate:>9}" for fate in FATES))
        for kind, counts in sorted(fates(gold, match(gold, claims), conflicts).items()):
            print(f"{kind or '(no kind)':16}" + "".join(f"{counts[fate]:9}" for fate in FATES))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

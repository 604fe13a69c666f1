"""The weights of the grouping's evidence, fitted anew: ``python -m tests.benchmarks.topic_pairs``.

Reads the open half of the own gold and the stories of tests/topics, takes every pair of found statements of one story
whose matter is known, and fits a logistic regression (ridge 1, Newton's method) over
:func:`claims.topics.similarity.evidence`. Prints the weight of each piece beside the one in use, and how well each
tells pairs of one matter from others (area under the curve), with the folds by story so that no story is judged by
weights fitted on it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from claims import articles, conflicts, pipeline, speakers
from claims.models import Article, Statement
from claims.settings import Settings
from claims.topics import similarity as weights
from claims.topics.matter import matters
from claims.topics.stories import stories
from tests.benchmarks.gold import all_statements, article_paths, load, merge, own_files
from tests.benchmarks.matching import match
from tests.topics.test_stories_told_in_several_articles import STORIES, told

Numbers = npt.NDArray[np.float64]
FOLDS, RIDGE, STEPS = 10, 1.0, 40


class Known(NamedTuple):
    """Articles, their statements, the matters of each, and pairs of matters that may be one topic or two."""

    articles: list[Article]
    statements: list[Statement]
    matters: list[set[str]]
    near: set[frozenset[str]]


def read(paths: Iterable[str]) -> tuple[list[Article], list[Statement]]:
    found = [item for item in articles.read(sorted(paths)) if isinstance(item, Article)]
    kept = sorted(found, key=lambda item: item.source_file)
    statements = [statement for item in kept for statement in pipeline.extract(item)]
    return kept, speakers.identify(statements)[0]


def of_gold() -> Known:
    files = own_files("dev")
    kept, known = read({str(path) for file in files for path in article_paths(load(file))})
    gold = merge(map(load, files))
    file_of = {item.id: item.source_file for item in kept}
    rows = [
        {"statement_id": item.id, "claim": item.claim, "speaker": item.speaker, "source_file": file_of[item.article_id]}
        for item in known
    ]
    covers = match(gold, rows).covers
    topic_of = {want["id"]: want["topic"] for want in all_statements(gold) if "topic" in want}
    near = {frozenset(pair) for group in gold.get("near", []) for pair in combinations(group, 2)}
    named = [{topic_of[name] for name in covers.get(item.id, ()) if name in topic_of} for item in known]
    return Known(kept, known, named, near)


def of_stories(folder: Path) -> Known:
    """The stories written into ``folder`` as files of articles."""
    marked: dict[str, list[tuple[str, str]]] = {}
    near: set[frozenset[str]] = set()
    for path in sorted(STORIES.glob("*.txt")):
        story = told(path)
        near |= {frozenset(f"{path.stem}/{name}" for name in pair) for pair in story.near}
        for number, text in enumerate(story.articles):
            name = f"{path.stem}_{number}.txt"
            (folder / name).write_text(text, encoding="utf-8")
            marked[name] = [(f"{path.stem}/{matter}", words) for matter, words in story.marked[number]]
    kept, known = read(str(path) for path in folder.iterdir())
    file_of = {item.id: Path(item.source_file).name for item in kept}
    named = [{matter for matter, words in marked[file_of[item.article_id]] if words in item.claim} for item in known]
    return Known(kept, known, named, near)


def pairs(all_known: Known) -> Iterator[tuple[int, bool, dict[str, float]]]:
    """Story, whether both are of one matter, and the evidence."""
    kept, known, topics, near = all_known
    background = conflicts.background(known, kept)
    texts = {item.id: item.text for item in kept}
    found = matters(known, background.around, stories(known, kept), texts)
    opposed = partial(conflicts.opposed, settings=Settings(), known=background)
    near_pairs = {(a, b): weights.similarity(found[a], found[b]) for a, b in weights.candidates(found)}
    clashing = set(opposed(known, near_pairs))
    for a, b in combinations(range(len(known)), 2):
        if found[a].story != found[b].story or not topics[a] or not topics[b]:
            continue
        same = bool(topics[a] & topics[b])
        if same or not any(frozenset((one, other)) in near for one in topics[a] for other in topics[b]):
            yield (
                found[a].story,
                same,
                weights.evidence(found[a], found[b]) | {"opposed": float((a, b) in clashing), "base": 1.0},
            )


def fit(values: Numbers, same: Numbers) -> Numbers:
    out = np.zeros(values.shape[1])
    ridge = RIDGE * np.eye(values.shape[1])
    ridge[-1, -1] = 0.0
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-values @ out))
        slope = (values * (chance * (1.0 - chance))[:, None]).T @ values + ridge
        out = out + np.linalg.solve(slope, values.T @ (same - chance) - ridge @ out)
    return out


def area(scores: Numbers, same: Numbers) -> float:
    """How often a pair of one matter scores higher than another pair."""
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(len(scores))
    number = same.sum()
    return float((ranks[same > 0].sum() - number * (number - 1) / 2) / (number * (len(scores) - number)))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        found = [*pairs(of_gold()), *pairs(of_stories(Path(folder)))]
    names = list(found[0][2])
    values = np.array([[evidence[name] for name in names] for _, _, evidence in found])
    same = np.array([float(is_same) for _, is_same, _ in found])
    folds = np.array([story % FOLDS for story, _, _ in found])
    scores = np.zeros(len(same))
    for fold in range(FOLDS):
        if (folds == fold).any():
            scores[folds == fold] = values[folds == fold] @ fit(values[folds != fold], same[folds != fold])
    print(f"{len(same)} pairs, {same.mean():.3f} of one matter, area {area(scores, same):.3f}")
    used = weights.ODDS | {"opposed": weights.OPPOSED, "base": weights.BASE}
    for name, weight, column in zip(names, fit(values, same), values.T, strict=True):
        print(f"{name:16} fitted {weight:6.2f}  used {used[name]:6.2f}  alone {area(column, same):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""The gold: what a careful reader finds in an article, read from JSON, merged, and checked against the texts.

``fragments`` are the shortest wording that identifies a statement's claim, alternatives separated by ``|``.
``required`` false: finding it is fine, missing it is fine. ``date`` null: not scored. A statement may carry
``stance``, ``about_date``, ``reported_via``, ``mention``, ``role`` and ``topic``; a conflict ``kind`` and ``level``.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NotRequired, TypedDict

from tests.benchmarks.folding import fold

FOLDER = Path(__file__).resolve().parent.parent / "gold"
ROOT = FOLDER.parent.parent


class Said(TypedDict):
    """One statement of the gold."""

    id: str
    speaker: list[str]
    fragments: list[str]
    date: str | None
    required: bool
    stance: NotRequired[str]
    about_date: NotRequired[str]
    reported_via: NotRequired[list[str]]
    mention: NotRequired[str]
    role: NotRequired[str]
    topic: NotRequired[str]


class Pair(TypedDict):
    """Two statements and what they are to each other."""

    a: str
    b: str
    kind: NotRequired[str]
    level: NotRequired[str]
    why: NotRequired[str]


class Gold(TypedDict):
    """One story, or several merged."""

    stories: list[list[str]]
    statements: dict[str, list[Said]]
    conflicts: list[Pair]
    compatible: list[Pair]
    allowed: NotRequired[list[Pair]]
    same_speaker: NotRequired[list[list[str]]]
    together: NotRequired[list[list[str]]]
    apart: NotRequired[list[list[str]]]
    furniture: NotRequired[list[str]]
    near: NotRequired[list[list[str]]]
    story: NotRequired[str]
    split: NotRequired[str]
    articles: NotRequired[str]
    about: NotRequired[str]


def own_files(split: str) -> list[Path]:
    """The project's own gold files of one split: ``dev`` may be read by everybody, ``test`` is set aside."""
    return sorted((FOLDER / "held_out" if split == "test" else FOLDER).glob("*.json"))


def load(path: Path) -> Gold:
    """One gold file; topics are named by story so that equal labels of two stories stay two."""
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    story = gold.get("story", path.stem)
    for said in all_statements(gold):
        if "topic" in said:
            said["topic"] = f"{story}/{said['topic']}"
    gold["near"] = [[f"{story}/{topic}" for topic in group] for group in gold.get("near", [])]
    return gold


def article_paths(gold: Gold) -> list[Path]:
    """Where the articles of one story lie: ``seeds`` or a folder beside the gold."""
    base = gold.get("articles", "seeds")
    folder = ROOT / base if base == "seeds" else FOLDER / base
    return [folder / name for name in gold["statements"]]


def merge(golds: Iterable[Gold]) -> Gold:
    """Several stories as one gold, to score one export of all of them."""
    whole: Gold = {
        "stories": [],
        "statements": {},
        "conflicts": [],
        "compatible": [],
        "allowed": [],
        "same_speaker": [],
        "together": [],
        "apart": [],
        "furniture": [],
        "near": [],
    }
    for gold in golds:
        whole["stories"] += gold["stories"]
        whole["statements"].update(gold["statements"])
        whole["conflicts"] += gold["conflicts"]
        whole["compatible"] += gold["compatible"]
        whole["allowed"] += gold.get("allowed", [])
        whole["same_speaker"] += gold.get("same_speaker", [])
        whole["together"] += gold.get("together", [])
        whole["apart"] += gold.get("apart", [])
        whole["furniture"] += gold.get("furniture", [])
        whole["near"] += gold.get("near", [])
    return whole


def all_statements(gold: Gold) -> Iterator[Said]:
    """Every statement, article by article."""
    for statements in gold["statements"].values():
        yield from statements


def digest(paths: Sequence[Path]) -> str:
    """Sixteen hexadecimal digits that change with any byte of these files."""
    seen = hashlib.blake2b(digest_size=8)
    for path in sorted(paths, key=lambda path: path.name):
        seen.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


def page_text(path: Path) -> str:
    """What a reader sees of the page, folded; tags and comments of HTML are taken out."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<!--.*?-->", " ", text, flags=re.DOTALL)))
    return fold(text)


def problems(gold: Gold, paths: Sequence[Path]) -> list[str]:
    """Everything that makes this gold unusable, one line each; empty when it is well-formed."""
    texts = {path.name: page_text(path) for path in paths}
    return [*_statement_problems(gold, texts), *_reference_problems(gold), *_furniture_problems(gold, texts)]


def _statement_problems(gold: Gold, texts: dict[str, str]) -> Iterator[str]:
    seen: set[str] = set()
    for file, statements in gold["statements"].items():
        for said in statements:
            if said["id"] in seen:
                yield f"{said['id']} is there twice"
            seen.add(said["id"])
            if not said["speaker"] or not said["fragments"]:
                yield f"{said['id']} has no speaker or no fragment"
            wordings = [option for fragment in said["fragments"] for option in fragment.split("|")]
            for wording in [*wordings, *([said["mention"]] if "mention" in said else [])]:
                if not fold(wording) or fold(wording) not in texts[file]:
                    yield f"{said['id']}: {wording!r} does not stand in {file}"


def _reference_problems(gold: Gold) -> Iterator[str]:
    known = {said["id"] for said in all_statements(gold)}
    labelled: set[frozenset[str]] = set()
    for pair in [*gold["conflicts"], *gold["compatible"], *gold.get("allowed", [])]:
        ends = frozenset((pair["a"], pair["b"]))
        if len(ends) < 2 or not ends <= known:
            yield f"pair {pair['a']} / {pair['b']} names no two statements"
        if ends in labelled:
            yield f"pair {pair['a']} / {pair['b']} is labelled twice"
        labelled.add(ends)
    for group in [*gold.get("same_speaker", []), *gold.get("together", []), *gold.get("apart", [])]:
        if len(group) < 2 or not set(group) <= known:
            yield f"group {group} names no statements"


def _furniture_problems(gold: Gold, texts: dict[str, str]) -> Iterator[str]:
    for fragment in gold.get("furniture", []):
        if not any(fold(fragment) in text for text in texts.values()):
            yield f"furniture {fragment!r} stands in no article"

"""Everything, without loss: one JSON object per line, articles first, then what was found in them and decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from claims.export.files import write_whole
from claims.models import Findings, Model, Reviewed


def write_jsonl(
    findings: Findings, path: Path, *, reviewed: Reviewed | None = None, columns: str = "full", language: str = "en"
) -> list[Path]:
    """Write ``path``; each line has ``type`` (article, speaker, statement, topic, conflict, review) and the model.

    ``columns`` and ``language`` change nothing here. Raises :class:`InputError` when it cannot be written.
    """
    del columns, language
    lines = (json.dumps(line, ensure_ascii=False) for line in _lines(findings, reviewed or Reviewed()))
    write_whole(path, "".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
    return [path]


def _lines(findings: Findings, reviewed: Reviewed) -> Iterator[dict[str, object]]:
    kinds: tuple[tuple[str, tuple[Model, ...]], ...] = (
        ("article", findings.articles),
        ("speaker", findings.speakers),
        ("statement", findings.statements),
        ("topic", findings.topics),
        ("conflict", findings.conflicts),
    )
    for kind, items in kinds:
        for item in sorted(items, key=lambda item: str(item.model_dump(include={"id"})["id"])):
            yield {"type": kind, **item.model_dump(mode="json")}
    for key, review in sorted({**reviewed.conflicts, **reviewed.statements}.items()):
        yield {"type": "review", "of": key, **review.model_dump(mode="json")}

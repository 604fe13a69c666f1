"""A small case that can be foreseen, for every test of the interface that asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import toy_case

from claims.review import Case


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    toy_case.install(monkeypatch)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """Two articles, two topics, three pairs."""
    toy_case.install(monkeypatch)
    paths = []
    for name, text in (("a.txt", toy_case.FERRY), ("b.txt", toy_case.BRIDGE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / name))
    with Case.open(tmp_path / "claims.db", reviewer="mk", lang="en") as opened:
        opened.add(paths)
        yield opened

"""Results that need not be made again: each is kept under a digest of all that it rests on.

The digest covers what is given to :func:`digest` and :func:`rules`: the code of this package, the language data and
the newsroom's own lists. A result is found again only when nothing that it rests on has changed, so that nothing kept
can go stale; what is no longer asked for is thrown away by whoever keeps it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from claims.models import Model
from claims.resources import data_folder, user_data_folder


class Kept(Protocol):
    """Where results are kept."""

    def get(self, key: str, /) -> str | None: ...

    def put(self, key: str, body: str, /) -> None: ...


class _Nothing:
    def get(self, _key: str, /) -> str | None:
        return None

    def put(self, _key: str, _body: str, /) -> None:
        pass


NOTHING: Kept = _Nothing()  # keeps nothing


def digest(kind: str, *parts: str | Model) -> str:
    """The key of a result of this kind that rests on ``parts`` and the rules."""
    made = blake2b(f"{rules()}\0{kind}".encode(), digest_size=16)
    for part in parts:
        text = part if isinstance(part, str) else part.model_dump_json()
        made.update(f"\0{len(text)}\0".encode())
        made.update(text.encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def rules() -> str:
    """A digest of the code and of the language data in use."""
    return _rules(os.environ.get("CLAIMS_DATA", ""))


@cache
def _rules(_own: str) -> str:
    made = blake2b(version("simplemma").encode(), digest_size=16)
    for path in _files(folder for folder in (Path(__file__).parent, data_folder(), user_data_folder()) if folder):
        body = path.read_bytes()
        made.update(f"\0{path.name}\0{len(body)}\0".encode())
        made.update(body)
    return made.hexdigest()


def _files(folders: Iterable[Path]) -> list[Path]:
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".py", ".toml", ".csv", ".txt") and path.is_file()
    ]

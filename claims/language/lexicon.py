"""Language data: one TOML file per concept in ``data/<code>/``, equal names per language, validated when loaded.

A room describes the file it needs as a pydantic model and asks for it: ``load("de", "cues", Cues)``. A user's folder
(``CLAIMS_DATA``) may hold a file of the same name; its lists are added and its tables laid over.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from claims.errors import LexiconError
from claims.resources import data_folder, user_data_folder

SHARED = ""  # instead of a language: of a file that all languages share

Concept = TypeVar("Concept", bound=BaseModel)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that statements can be found in."""
    return tuple(sorted(path.name for path in data_folder().iterdir() if path.is_dir()))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}); install the package again") from error
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: not valid TOML ({error}); correct that line") from error


def _lay_over(base: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in extra.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _lay_over(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = old + [item for item in value if item not in old]
        else:
            merged[key] = value
    return merged


@cache
def load(language: str, name: str, concept: type[Concept]) -> Concept:
    """The file ``data/<language>/<name>.toml`` as ``concept``, with the user's file of that name on top; of
    :data:`SHARED` the file ``data/<name>.toml``."""
    path = data_folder() / language / f"{name}.toml"
    table = _read(path)
    own = user_data_folder()
    if own is not None and (own / language / f"{name}.toml").is_file():
        path = own / language / f"{name}.toml"
        table = _lay_over(table, _read(path))
    try:
        return concept.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise LexiconError(f"{path}: {where}: {first['msg']}; correct that entry") from error

"""Where the language data and the sample articles are: a checkout, an editable install and a wheel alike."""

from __future__ import annotations

import os
from pathlib import Path

from claims.errors import LexiconError

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    beside = _PACKAGE.parent / name
    for folder in (inside, beside):
        if folder.is_dir():
            return folder
    raise LexiconError(f"the folder {name}/ is missing beside or inside {_PACKAGE}; install the package again")


def data_folder() -> Path:
    """The folder with one sub-folder of data per language."""
    return _folder("data")


def seeds_folder() -> Path:
    """The folder with the sample articles."""
    return _folder("seeds")


def user_data_folder() -> Path | None:
    """The newsroom's own lists, laid over the shipped ones: the folder that ``CLAIMS_DATA`` names."""
    given = os.environ.get("CLAIMS_DATA")
    if not given:
        return None
    folder = Path(given)
    if not folder.is_dir():
        raise LexiconError(f"CLAIMS_DATA names {given}, which is no folder; correct it or unset it")
    return folder

"""What a newsroom may want to move: thresholds, each with its meaning in one sentence, and the keys of the review.

They stand in a TOML file: the one that ``CLAIMS_SETTINGS`` names, else ``contraclaim/settings.toml`` in the user's
folder of configuration (``XDG_CONFIG_HOME``, else ``~/.config``). What the file leaves out keeps its measured default.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError, model_validator

from claims.errors import SettingsError
from claims.models import Kind, Model, SegmentKind


class Settings(Model):
    """The defaults are the measured ones."""

    conflict_score: float = Field(0.5, ge=0, le=1, description="A pair at or above this score is a conflict.")
    check_score: float = Field(0.30, ge=0, le=1, description="A pair at or above this score is shown to be checked.")
    kind_weights: dict[Kind, Annotated[float, Field(gt=0, le=2)]] = Field(
        default_factory=dict, description="By what the score of a kind of conflict, such as denial, is multiplied."
    )
    largest_file: int = Field(20_000_000, gt=0, description="Files larger than this many bytes are skipped.")
    include: frozenset[SegmentKind] = Field(
        frozenset(), description="Kinds of page text, such as box, read besides the body."
    )
    private_hosts: frozenset[str] = Field(
        frozenset(), description="Hosts of the inner network that may be asked for an article by its address."
    )
    keys: dict[str, str] = Field(default_factory=dict, description="Keys of the review by the name of their action.")

    @model_validator(mode="after")
    def _weak_below_strong(self) -> Settings:
        if self.check_score > self.conflict_score:
            raise ValueError("check_score must not be above conflict_score")
        return self


def settings_path() -> Path:
    """Where the settings file is looked for."""
    given = os.environ.get("CLAIMS_SETTINGS")
    if given:
        return Path(given)
    folder = os.environ.get("XDG_CONFIG_HOME")
    return (Path(folder) if folder else Path.home() / ".config") / "contraclaim" / "settings.toml"


def load_settings() -> Settings:
    """The settings file, or the defaults where there is none.

    Raises :class:`SettingsError` that names the file and the key for a file that cannot be read, an unknown key or a
    wrong value, and for a file that ``CLAIMS_SETTINGS`` names and that is not there.
    """
    path = settings_path()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if os.environ.get("CLAIMS_SETTINGS"):
            raise SettingsError(f"{path}: there is no such file; correct CLAIMS_SETTINGS or unset it") from error
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({error})") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML ({error}); correct that line") from error
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        first = error.errors()[0]
        place = "".join(f"{part}: " for part in [".".join(map(str, first["loc"]))] if part)
        known = ", ".join(Settings.model_fields)
        raise SettingsError(f"{path}: {place}{first['msg']}; the keys are {known}") from error

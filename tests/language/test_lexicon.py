from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from claims.errors import LexiconError
from claims.language import lexicon
from claims.resources import data_folder


class Colours(BaseModel):
    model_config = ConfigDict(extra="forbid")
    words: tuple[str, ...]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "de").mkdir()
    monkeypatch.setattr(lexicon, "data_folder", lambda: tmp_path)
    lexicon.load.cache_clear()
    return tmp_path


def test_a_file_is_read_and_validated(folder: Path) -> None:
    (folder / "de" / "colours.toml").write_text('words = ["rot"]')
    assert lexicon.load("de", "colours", Colours).words == ("rot",)


@pytest.mark.parametrize(
    ("content", "complaint"), [("words = [", "not valid TOML"), ("words = 3", "words"), ("other = 1", "correct that")]
)
def test_faults_name_the_file(folder: Path, content: str, complaint: str) -> None:
    (folder / "de" / "colours.toml").write_text(content)
    with pytest.raises(LexiconError, match=complaint) as caught:
        lexicon.load("de", "colours", Colours)
    assert "colours.toml" in str(caught.value)


@pytest.mark.usefixtures("folder")
def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"colours\.toml"):
        lexicon.load("de", "colours", Colours)


def test_the_users_lists_are_added(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "de" / "colours.toml").write_text('words = ["rot"]')
    own = tmp_path / "own"
    (own / "de").mkdir(parents=True)
    (own / "de" / "colours.toml").write_text('words = ["rot", "blau"]')
    monkeypatch.setenv("CLAIMS_DATA", str(own))
    assert lexicon.load("de", "colours", Colours).words == ("rot", "blau")


def test_every_language_has_the_same_files_with_a_header() -> None:
    folders = {code: data_folder() / code for code in lexicon.languages()}
    names = {code: {path.name for path in path.glob("*.toml")} for code, path in folders.items()}
    assert len(set(map(frozenset, names.values()))) == 1, names
    for code, path in folders.items():
        for file in path.glob("*.toml"):
            head = file.read_text(encoding="utf-8").splitlines()[0]
            assert head.startswith("#"), f"{code}/{file.name}: the first line names what it is, its source and licence"

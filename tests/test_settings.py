from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import SettingsError
from claims.settings import Settings, load_settings, settings_path


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("CLAIMS_SETTINGS", str(path))
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMS_SETTINGS", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_path() == tmp_path / "contraclaim" / "settings.toml"
    assert load_settings() == Settings()


def test_a_file_moves_what_it_names(file: Path) -> None:
    file.write_text('conflict_score = 0.7\n[keys]\naccept = "y"\n')
    settings = load_settings()
    assert settings.conflict_score == 0.7
    assert settings.keys == {"accept": "y"}
    assert settings.check_score == Settings().check_score


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("conflict_scor = 0.7", "conflict_scor"),
        ("conflict_score = 7", "conflict_score"),
        ("conflict_score = [", "not valid TOML"),
        ('keys = "a"', "keys"),
        ("[keys]\naccept = 5", "keys.accept"),
        ('include = ["boxx"]', "include"),
        ("largest_file = 0", "largest_file"),
        ("conflict_score = nan", "conflict_score"),
        ("conflict_score = 0.2\ncheck_score = 0.4", "check_score must not be above"),
        ("a = 1\nb = =", "line 2"),
    ],
)
def test_faults_name_file_and_key(file: Path, content: str, complaint: str) -> None:
    file.write_text(content)
    with pytest.raises(SettingsError, match=complaint) as caught:
        load_settings()
    assert str(file) in str(caught.value)


def test_a_named_file_must_be_there(file: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        load_settings()
    assert not file.exists()


def test_bytes_that_are_no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError):
        load_settings()

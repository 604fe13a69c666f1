from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from claims.errors import LexiconError
from claims.wording import LANGUAGES, catalogue, interface_language, say

ROOT = Path(__file__).parent.parent


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_say_the_same_things() -> None:
    english, german = catalogue("en"), catalogue("de")
    assert english.keys() == german.keys()
    for key, template in english.items():
        assert fields(template) == fields(german[key]), key


def test_every_key_named_in_the_code_exists() -> None:
    keys = catalogue("en")
    used = re.compile(r"""\bsay\(\s*f?["']([a-z0-9_.]+)["']""")
    for folder in ("claims", "tui"):
        for path in (ROOT / folder).rglob("*.py"):
            for key in used.findall(path.read_text(encoding="utf-8")):
                assert key in keys, f"{path}: {key}"


def test_unknown_keys_and_missing_values_are_errors() -> None:
    with pytest.raises(LexiconError, match="no sentence"):
        say("no.such.sentence")


def test_the_language_is_given_or_english_and_never_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMS_LANG", raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert interface_language() == "en"
    monkeypatch.setenv("CLAIMS_LANG", "de")
    assert interface_language() == "de"
    assert interface_language("en") == "en"
    with pytest.raises(LexiconError, match="unknown interface language"):
        interface_language("xx")
    assert set(LANGUAGES) == {"de", "en"}

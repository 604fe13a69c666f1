"""Every sentence exists in both languages, wants the same values there, and is there when the code asks for it."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

from claims.resources import data_folder
from claims.wording import LANGUAGES, catalogue, count, day

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*(ROOT / "claims").rglob("*.py"), *(ROOT / "tui").rglob("*.py")])


def values_wanted(template: str) -> set[str]:
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_interface_file_has_its_twin(language: str) -> None:
    def names(code: str) -> set[str]:
        return {path.name for path in (data_folder() / code).glob("interface*.toml")}

    assert names(language) == names(LANGUAGES[0]) != set()


def test_no_sentence_is_missing_in_a_language() -> None:
    first, *others = (catalogue(language) for language in LANGUAGES)
    for other in others:
        assert set(first) ^ set(other) == set()


def test_sentences_want_the_same_values_in_every_language() -> None:
    first, *others = (catalogue(language) for language in LANGUAGES)
    different = {
        key: (values_wanted(template), values_wanted(other[key]))
        for other in others
        for key, template in first.items()
        if values_wanted(template) != values_wanted(other[key])
    }
    # a date may be written without one of its parts
    assert different == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_in_two_files(language: str) -> None:
    seen: dict[str, str] = {}
    for path in sorted((data_folder() / language).glob("interface*.toml")):
        for table, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for key in sentences if isinstance(sentences, dict) else {}:
                name = f"{table}.{key}"
                assert name not in seen, f"{name} stands in {seen.get(name)} and {path.name}"
                seen[name] = path.name


def keys_asked_for() -> list[tuple[str, str, bool]]:
    """(where, key or start of it, whether it is whole) for each sentence that the code names."""
    asked = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            given: list[ast.expr] = []
            if name == "say" and node.args:
                given = [node.args[0]]
            elif name in {"Skipped", "Reason"}:
                given = [keyword.value for keyword in node.keywords if keyword.arg == "key"]
            for key in given:
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    asked.append((where, key.value, True))
                elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                    asked.append((where, str(key.values[0].value), False))
    return asked


def test_every_sentence_that_the_code_asks_for_exists() -> None:
    asked = keys_asked_for()
    assert len(asked) > 20
    known = catalogue("en")
    missing = [
        (where, key)
        for where, key, whole in asked
        if not (key in known if whole else any(name.startswith(key) for name in known))
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        ("2025-10-21", "21 Oct 2025", "21.10.2025"),
        ("2025-10", "Oct 2025", "Oktober 2025"),
        ("2025", "2025", "2025"),
        ("2025-10-20/2025-10-26", "20 Oct 2025 to 26 Oct 2025", "20.10.2025 bis 26.10.2025"),
        ("2025-10~", "about Oct 2025", "etwa Oktober 2025"),
        ("2025-W45", "week 45 of 2025", "KW 45/2025"),
        ("2026-22", "summer 2026", "Sommer 2026"),
        ("2025-10-21/..", "from 21 Oct 2025", "ab 21.10.2025"),
        ("/2025-10", "until Oct 2025", "bis Oktober 2025"),
        ("", "", ""),
    ],
)
def test_a_date_reads_as_readers_of_the_language_write_it(value: str, english: str, german: str) -> None:
    assert day(value, "en") == english
    assert day(value, "de") == german


def test_one_thing_is_not_many() -> None:
    assert [count(number, "conflict", "de") for number in (0, 1, 2)] == [
        "0 Widersprüche",
        "1 Widerspruch",
        "2 Widersprüche",
    ]

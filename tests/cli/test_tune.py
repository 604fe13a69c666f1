"""``claims tune`` on the sample articles: a table, the effect, and the way back, in both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.cli import main
from claims.resources import seeds_folder
from claims.review import Case


def test_tune_shows_a_table_and_show_says_that_weights_were_tuned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMS_CASE", raising=False)
    monkeypatch.delenv("CLAIMS_LANG", raising=False)
    with Case.open("claims.db", reviewer="mk") as case:
        case.add([str(seeds_folder())])
        for number, conflict in enumerate(case.findings().conflicts[:16]):
            if number % 2:
                case.dismiss(conflict.id)
            else:
                case.accept(conflict.id)

    def call(*arguments: str) -> tuple[str, str]:
        capsys.readouterr()
        assert main(list(arguments)) == 0
        return capsys.readouterr()

    out, err = call("tune", "--dry-run")
    head, *rows, effect = out.splitlines()
    assert head.split() == ["Kind", "of", "conflict", "Weight", "Decisions"]
    assert all(" → " in row for row in rows)
    assert effect.startswith("Pairs that rise over a threshold:")
    assert err == "Nothing was changed.\n"
    report = json.loads(call("tune", "--json")[0])
    changed = next(item for item in report["kinds"] if item["after"] != item["before"])
    with Case.open("claims.db", read_only=True) as case:
        tuned = next(c for c in case.findings().conflicts if c.kind == changed["kind"])
    sentence = f"Decisions of reviewers tuned the weight of this kind: × {changed['after']:.2f}"
    assert sentence in call("show", tuned.id)[0]
    assert "haben das Gewicht dieser Art angepasst" in call("show", tuned.id, "--lang", "de")[0]
    out, err = call("tune", "--reset", "--lang", "de")
    assert out.startswith("Art des Widerspruchs")
    assert "eingebauten Gewichten" in err
    assert "Decisions of reviewers" not in call("show", tuned.id)[0]

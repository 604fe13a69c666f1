"""Every verb on a case, with a pipeline whose results can be foreseen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from toy_case import BRIDGE, FERRY, install

from claims.cli import VERBS, main
from claims.review import Case

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in an empty folder and gives exit code, stdout, stderr."""
    install(monkeypatch)
    monkeypatch.chdir(tmp_path)
    for name in ("CLAIMS_LANG", "CLAIMS_CASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLAIMS_REVIEWER", "mk")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(list(arguments))
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def case(run: Run) -> Run:
    assert run("add", "ferry.txt", "bridge.txt")[0] == 0
    return run


def listed(run: Run, what: str, *options: str) -> list[dict[str, str]]:
    code, out, _ = run("list", what, "--json", *options)
    assert code == 0
    rows: list[dict[str, str]] = json.loads(out)
    return rows


def test_add_counts_and_is_idempotent(run: Run) -> None:
    assert run("add", "ferry.txt", "no.txt")[:2][1].splitlines()[-1] == "1 article added · 0 known already · 1 skipped"
    assert run("add", "ferry.txt")[1].splitlines()[-1] == "0 articles added · 1 known already · 0 skipped"
    assert run("add", "no.txt")[0] == 1


def test_the_case_itself_is_not_listed_as_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(
        "Die Fähre legt heute nicht mehr ab und bleibt am Kai von Velmora.", encoding="utf-8"
    )
    (tmp_path / "claims.txt").write_text("", encoding="utf-8")
    for _ in range(2):
        assert main(["add", "."]) == 0
    with Case.open("claims.db", read_only=True) as case:
        assert [item.source for item in case.skipped()] == ["claims.txt"]


def test_list_and_show_agree(case: Run) -> None:
    for what, column in (("conflicts", "conflict_id"), ("topics", "topic_id"), ("speakers", "speaker_id")):
        rows = listed(case, what)
        assert rows, what
        code, out, _ = case("list", what)
        assert code == 0
        assert [line.split()[0] for line in out.splitlines()] == [row[column] for row in rows]
        for row in rows:
            code, shown, _ = case("show", row[column])
            assert code == 0
            assert shown.strip()
    for row in listed(case, "statements"):
        assert row["claim"] in case("show", row["statement_id"])[1]


def test_list_narrows_by_words_and_status(case: Run) -> None:
    found = listed(case, "statements", "--text", "BRIDGE tomas")
    assert [row["speaker"] for row in found] == ["Tomas"]
    assert listed(case, "conflicts", "--status", "accepted") == []
    assert len(listed(case, "conflicts", "--status", "open")) == len(listed(case, "conflicts")) > 0


def test_show_gives_both_sides_of_a_conflict(case: Run) -> None:
    first = listed(case, "conflicts")[0]
    _, out, _ = case("show", first["conflict_id"], "--lang", "de")
    assert "WIDERSPRUCH" in out
    assert first["speaker_a"] in out
    assert first["speaker_b"] in out


def test_tune_says_how_many_decisions_it_needs_and_reset_that_nothing_is_tuned(case: Run) -> None:
    code, out, err = case("tune")
    assert (code, out) == (1, "")
    assert "0 pairs accepted and 0 dismissed" in err
    code, out, err = case("tune", "--reset", "--dry-run")
    assert code == 0
    assert out.splitlines()[-1] == "Pairs that rise over a threshold: 0; pairs that fall below one: 0"
    assert err == "These weights hold already; nothing was changed.\n"


def test_explain_says_what_two_statements_are_to_each_other(case: Run) -> None:
    a, b = (row["statement_id"] for row in listed(case, "statements")[:2])
    code, out, _ = case("explain", a, b)
    assert code == 0
    assert out.splitlines()[0].isupper()
    code, out, _ = case("explain", a, b, "--json")
    assert {"kind", "level", "score", "reasons", "guards"} <= json.loads(out).keys()
    assert case("explain", a, "s_none")[::2] == (
        1,
        "Error: nothing in the case has the id s_none; claims list shows what there is\n",
    )


def test_unknown_id_is_named(case: Run) -> None:
    code, out, err = case("show", "x_none\x1b[31m")
    assert (code, out) == (1, "")
    assert err == "Error: nothing in the case has the id x_none␛[31m; claims list shows what there is\n"


def test_decisions_come_back_from_a_table(case: Run, tmp_path: Path) -> None:
    assert case("export", "out", "--excel")[0] == 0
    table = tmp_path / "out" / "conflicts.csv"
    text = table.read_bytes().decode("utf-8-sig")
    table.write_bytes(text.replace(";open;;;", ";dismissed;;;other ship", 1).encode("cp1252"))
    assert case("import", "out/conflicts.csv")[1].startswith("1 row changed something · ")
    (dismissed,) = listed(case, "conflicts", "--status", "dismissed")
    assert (dismissed["notes"], dismissed["reviewer"]) == ("other ship", "mk")
    assert case("import", "out/conflicts.csv")[1].startswith("0 rows changed something · ")


def test_verdict_and_strike_come_back_from_a_table(case: Run, tmp_path: Path) -> None:
    first, second, *_ = listed(case, "statements")
    table = tmp_path / "edited.csv"
    table.write_text(
        "statement_id,review_status,notes,verdict,verdict_level,evidence_urls,tags\n"
        f"{first['statement_id']},open,'=seen,mostly false,FALSE,https://a.example https://b.example,sea; ship\n"
        f"{second['statement_id']},struck,,,,,\nfrom_elsewhere,open,,,,,\n",
        encoding="utf-8",
    )
    code, out, err = case("import", str(table))
    assert (code, out.split(" · ")[0], err) == (0, "2 rows changed something", "not in the case: from_elsewhere\n")
    rows = {row["statement_id"]: row for row in listed(case, "statements")}
    changed = rows[first["statement_id"]]
    assert (changed["verdict"], changed["verdict_level"], changed["notes"]) == ("mostly false", "FALSE", "=seen")
    assert (changed["evidence_urls"], changed["tags"]) == ("https://a.example https://b.example", "sea; ship")
    assert rows[second["statement_id"]]["review_status"] == "struck"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a,b\n1,2\n", "no column conflict_id"),
        ("conflict_id,review_status\nx,maybe\n", "line 2: review_status 'maybe'"),
        ("statement_id,verdict_level\nx,HALF\n", "verdict_level 'HALF'"),
    ],
)
def test_a_table_that_cannot_be_taken_over_changes_nothing(case: Run, tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "bad.csv").write_text(content)
    code, _, err = case("import", "bad.csv")
    assert code == 1
    assert words in err


def test_a_row_that_ends_early_changes_nothing_beyond_its_end(case: Run, tmp_path: Path) -> None:
    (first, *_) = listed(case, "conflicts")
    name = first["conflict_id"]
    (tmp_path / "a.csv").write_text(f"conflict_id,review_status,notes\n{name},later,{'long ' * 40_000}\n")
    assert case("import", "a.csv")[0] == 0
    (tmp_path / "b.csv").write_text(f"conflict_id,review_status,notes\n{name},accepted\n")
    assert case("import", "b.csv")[1].startswith("1 row changed something")
    (accepted,) = listed(case, "conflicts", "--status", "accepted")
    assert accepted["notes"] == "long " * 40_000


def test_speakers_are_joined_and_parted(case: Run) -> None:
    assert "Mira" in [row["speaker"] for row in listed(case, "speakers")]
    code, out, _ = case("people", "--merge", "Ilka", "Mira")
    assert code == 0
    assert any("Ilka" in line and "Mira" in line for line in out.splitlines())
    assert len(listed(case, "speakers")) == 3


def test_run_keeps_decisions_and_stats_count_them(case: Run) -> None:
    assert case("run")[0] == 0
    figures = json.loads(case("stats", "--json")[1])
    assert (figures["articles"], figures["statements"]) == (2, 5)
    code, out, _ = case("stats", "--lang", "de")
    assert code == 0
    assert "Aussagen" in out.splitlines()[1]


def test_doctor_finds_a_damaged_case_and_saves_what_can_be_read(case: Run, tmp_path: Path) -> None:
    assert case("doctor")[:2] == (0, "claims.db: the case is whole\n")
    file = tmp_path / "claims.db"
    with file.open("r+b") as handle:
        handle.seek(file.stat().st_size // 8192 * 4096)
        handle.write(b"\xff" * 4096)
    for extra in tmp_path.glob("claims.db-*"):
        extra.unlink()
    code, out, err = case("doctor")
    assert code == 1
    assert out
    assert "--repair" in err
    before = file.read_bytes()
    code, out, err = case("doctor", "--repair")
    assert file.read_bytes() == before
    assert (code, err) == (0, "")
    assert len(json.loads(case("list", "statements", "--json", "--case", "claims.saved.db")[1])) == 5


def test_a_case_that_is_not_there_is_named(run: Run) -> None:
    for verb in ("run", "stats", "people"):
        code, out, err = run(verb)
        assert (code, out) == (1, "")
        assert "claims.db" in err
    assert run("stats", "--case", "other.db")[2].count("other.db") == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_verb_has_help_in_both_languages(run: Run, language: str) -> None:
    for verb in VERBS:
        code, out, _ = run(verb, "--help", "--lang", language)
        assert code == 0
        assert ("Sprache von allem" in out) == (language == "de")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--lang", "de"], "Fehler: 'PATH|URL…' fehlt"),
        (["check", "ferry.txt", "--lang", "fr"], "Error: '--lang' takes one of: en, de"),
        (["nonsense", "--lang=de"], "Fehler: dieses Verb gibt es nicht; es gibt check, add, "),
        (["check", "ferry.txt", "--publishd", "2025"], "there is no option --publishd; did you mean "),
        (["check", "ferry.txt", "--frob"], "Error: there is no option --frob\n"),
        (["check", "ferry.txt", "--limit"], "the option --limit does not take"),
        (["check", "ferry.txt", "--limit", "few"], "no whole number"),
        (["check", "ferry.txt", "--published", "yesterday"], "'yesterday' is no date; write it as YYYY-MM-DD"),
        (["list", "all", "--lang", "de"], "nimmt eines von: conflicts, topics"),
    ],
)
def test_misuse_exits_with_two_and_says_what_to_do(run: Run, arguments: list[str], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_list_of_verbs_is_not_cut(run: Run, language: str) -> None:
    code, out, _ = run("--help", "--lang", language)
    assert code == 0
    assert "..." not in out

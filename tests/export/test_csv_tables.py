from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pandas as pd
import pytest

from claims.errors import InputError
from claims.export import COLUMNS, write_csv
from claims.export.csv_tables import csv_bytes, guarded, unguarded
from claims.export.files import write_whole
from claims.export.tables import Table
from claims.models import Findings


def read(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_full_table_has_the_fixed_columns_a_bom_and_crlf(findings: Findings, tmp_path: Path) -> None:
    write_csv(findings, tmp_path)
    raw = (tmp_path / "claims.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfstatement_id,topic_id,topic,speaker_id,speaker,")
    assert raw.count(b"\r\n") == 1 + len(findings.statements)
    rows = read(tmp_path / "claims.csv")
    assert tuple(rows[0]) == COLUMNS
    assert len(COLUMNS) == 51


def test_quote_and_claim_are_verbatim_and_spans_point_at_them(findings: Findings, tmp_path: Path) -> None:
    write_csv(findings, tmp_path)
    texts = {article.id: article.text for article in findings.articles}
    for row in read(tmp_path / "claims.csv"):
        text = texts[row["article_id"]]
        start, end = int(row["char_start"]), int(row["char_end"])
        assert text[start:end] == unguarded(row["quote"])
        assert unguarded(row["claim"]) in text[start:end]
        assert text[:start].endswith(row["prefix"])
        assert text[end:].startswith(row["suffix"])


def test_conflicts_name_both_sides_and_checks_do_not_count(findings: Findings, tmp_path: Path) -> None:
    write_csv(findings, tmp_path)
    first, weak = read(tmp_path / "conflicts.csv")
    assert (first["level"], first["speaker_a"], first["speaker_b"]) == ("conflict", "Ilka Brandau", "Jonas Okonjo")
    assert (first["url_a"], first["date_b"], weak["level"]) == ("https://example.org/1", "", "check")
    rows = {row["statement_id"]: row for row in read(tmp_path / "claims.csv")}
    assert rows["s_ilka_brandau"]["conflicts_with"] == "s_jonas_okonjo"
    assert (rows["s_jonas_okonjo"]["conflict_count"], rows["s_mallory"]["conflict_count"]) == ("1", "0")


def test_copies_count_once(findings: Findings, tmp_path: Path) -> None:
    one, two, three = findings.articles
    copies = [
        one.model_copy(update={"id": "a_4", "publisher": "Hafenpost", "duplicate_of": "a_1"}),
        one.model_copy(update={"id": "a_5", "publisher": "Inselblatt"}),
    ]
    said = [findings.statements[0].model_copy(update={"id": f"s_{copy.id}", "article_id": copy.id}) for copy in copies]
    update = {"articles": (one, two, three, *copies), "statements": (*findings.statements, *said)}
    write_csv(findings.model_copy(update=update), tmp_path)
    rows = {row["statement_id"]: row for row in read(tmp_path / "claims.csv")}
    assert [rows[name]["duplicate_of"] for name in ("s_ilka_brandau", "s_a_4", "s_a_5")] == ["", "s_ilka_brandau", ""]
    assert rows["s_a_4"]["independent_sources"] == "2"
    assert rows["s_jonas_okonjo"]["independent_sources"] == "1"


def test_basic_table_names_opponents_before_ids(findings: Findings, tmp_path: Path) -> None:
    write_csv(findings, tmp_path, columns="basic")
    rows = {row["statement_id"]: row for row in read(tmp_path / "claims.csv")}
    assert rows["s_ilka_brandau"]["conflicts_with"] == "Jonas Okonjo (s_jonas_okonjo)"
    assert len(rows["s_ilka_brandau"]) == 15


def test_excel_separates_by_semicolon(findings: Findings, tmp_path: Path) -> None:
    write_csv(findings, tmp_path, excel=True)
    assert read(tmp_path / "claims.csv", ";")[0]["quote"]
    assert [row["score"] for row in read(tmp_path / "conflicts.csv", ";")] == ["0,8", "0,4"]


def test_versions_tell_each_side_by_date(findings: Findings, tmp_path: Path) -> None:
    write_csv(findings, tmp_path)
    rows = read(tmp_path / "versions.csv")
    parties = [row["party"] for row in rows if row["topic"] == "Fähre nach Velmora"]
    assert parties == sorted(parties, key=str.casefold)
    assert rows[0]["changed_since_previous"] == ""


def test_order_of_input_does_not_change_a_byte(findings: Findings, tmp_path: Path) -> None:
    shuffled = random.Random(7)
    mixed = findings.model_copy(
        update={
            name: tuple(shuffled.sample(getattr(findings, name), len(getattr(findings, name))))
            for name in ("articles", "statements", "topics", "conflicts", "speakers")
        }
    )
    for path, other in zip(write_csv(findings, tmp_path / "1"), write_csv(mixed, tmp_path / "2"), strict=True):
        assert path.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    "start",
    [
        "=",
        "+",
        "-",
        "@",
        "\t",
        "\r",
        " =",
        "\ufeff=",
        "＝",
        "＋",
        "－",
        "＠",
        "\n@",
        "\u3000=",
        "\u00ad +",
        "\u200b \ufeff-",
    ],
)
def test_a_formula_is_guarded_and_comes_back(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "'tis", "5 - 3", "„=“", "a=b"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


def test_any_cell_survives_the_round_trip() -> None:
    cells = ['a"b', "x;y,z", "line\nbreak", "cr\r\nlf", "  ", "é ß „“", "\ud800"]
    raw = csv_bytes(Table(["cell"], [[cell] for cell in cells], frozenset()))
    back = [row["cell"] for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""))]
    assert back == [*cells[:-1], "?"]


def test_pandas_reads_every_cell_as_it_was() -> None:
    cells = ['a"b', "x;y,z", "line\nbreak", "=1+1", "cr\r\nlf", "nul\0", "é ß „“", '";"']
    raw = csv_bytes(Table(["cell"], [[cell] for cell in cells], frozenset()))
    read = pd.read_csv(io.BytesIO(raw), keep_default_na=False, dtype=str, lineterminator=None, encoding="utf-8-sig")
    assert [unguarded(cell) for cell in read["cell"]] == [cell.replace("\0", "�") for cell in cells]


def test_numbers_are_never_guarded() -> None:
    table = Table(["value", "claim"], [["-3", "-3"]], frozenset({0}))
    assert csv_bytes(table).endswith(b"\r\n-3,'-3\r\n")


def test_a_folder_that_is_a_file_is_refused_with_its_name(findings: Findings, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(InputError, match="taken"):
        write_csv(findings, tmp_path / "taken")
    assert (tmp_path / "taken").read_text() == "x"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "claims.csv"
    write_whole(target, b"old")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(InputError, match="No space left"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]

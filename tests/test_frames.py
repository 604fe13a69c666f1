"""The notebook's way in, from files to conflicts, through CSV files and through plain models."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import claims
from claims.articles import article_from_text
from claims.errors import InputError
from claims.models import Level
from claims.pipeline import extract

FERRY = (
    "Hafen von Velmora öffnet wieder\n\nVelmora, 11. März 2025\n\n"
    "Am Montag sagte Hafenchefin Ilka Brandau, das Treffen mit der Reederei sei für den 14. März vereinbart.\n"
)
DENIAL = (
    "Streit um den Hafen nach Velmora\n\nVelmora, 12. März 2025\n\n"
    "Gewerkschafter Jonas Okonjo sagte am Dienstag, ein Treffen mit der Reederei sei nie vereinbart worden.\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> pd.DataFrame:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(DENIAL, encoding="utf-8")
    return claims.read(tmp_path)


def same(left: pd.DataFrame, right: pd.DataFrame) -> bool:
    return left.fillna("").astype(str).equals(right.fillna("").astype(str))


def through_csv(table: pd.DataFrame, tmp_path: Path) -> pd.DataFrame:
    table.to_csv(tmp_path / "table.csv", index=False)
    return pd.read_csv(tmp_path / "table.csv")


def test_from_files_to_conflicts(articles: pd.DataFrame) -> None:
    assert list(articles["published"]) == ["2025-03-11", "2025-03-12"]
    statements = claims.extract(articles)
    assert {"Ilka Brandau", "Jonas Okonjo"} <= set(statements["speaker"])
    grouped = claims.group(statements)
    said = grouped[grouped["claim"].str.contains("Treffen")]
    assert said["topic_id"].nunique() == 1
    assert said["topic"].iloc[0]
    conflicts = claims.contradictions(grouped, language="de")
    sides = {frozenset(pair) for pair in zip(conflicts["speaker_a"], conflicts["speaker_b"], strict=True)}
    assert frozenset({"Ilka Brandau", "Jonas Okonjo"}) in sides
    assert conflicts["reason"].str.len().min() > 20
    assert conflicts["score"].between(0, 1).all()


def test_every_table_survives_a_csv_file(articles: pd.DataFrame, tmp_path: Path) -> None:
    statements = claims.extract(articles)
    assert same(claims.extract(through_csv(articles, tmp_path)), statements)
    grouped = claims.group(statements)
    assert same(claims.group(through_csv(statements, tmp_path)), grouped)
    assert same(claims.contradictions(through_csv(grouped, tmp_path)), claims.contradictions(grouped))


def test_a_filtered_table_is_as_good(articles: pd.DataFrame) -> None:
    statements = claims.extract(articles)
    only = statements[statements["speaker"] == "Ilka Brandau"]
    assert set(claims.group(only)["statement_id"]) == set(only["statement_id"])


def test_texts_of_ones_own_are_articles() -> None:
    table = pd.DataFrame(
        {"text": ["Sie sagte nichts. " + FERRY.split("\n\n")[-1]], "published": ["2025-03-11"], "publisher": ["Bote"]}
    )
    statements = claims.extract(table)
    assert list(statements["claim_date"].str[:7].unique()) == ["2025-03"]
    assert list(statements["source_publisher"].unique()) == ["Bote"]


def test_plain_models_do_as_well(articles: pd.DataFrame) -> None:
    models = [article_from_text(text, source_file=name) for name, text in (("a.txt", FERRY), ("b.txt", DENIAL))]
    assert list(claims.extract(models)["claim"]) == list(claims.extract(articles)["claim"])
    statements = [statement for article in models for statement in extract(article)]
    assert list(claims.group(statements, models)["claim"]) == list(claims.group(claims.extract(articles))["claim"])
    with pytest.raises(InputError, match="pass articles"):
        claims.group(statements)


@pytest.mark.parametrize(
    ("function", "column"), [("extract", "text"), ("group", "claim_spans"), ("contradictions", "topic_id")]
)
def test_a_missing_column_is_named(articles: pd.DataFrame, function: str, column: str) -> None:
    tables = {"extract": articles}
    tables["group"] = claims.extract(articles)
    tables["contradictions"] = claims.group(tables["group"])
    with pytest.raises(InputError, match=f"lacks the column {column}"):
        getattr(claims, function)(tables[function].drop(columns=column))


def test_empty_in_empty_out() -> None:
    grouped = claims.group(claims.extract(pd.DataFrame({"text": []})))
    assert len(grouped) == len(claims.contradictions(grouped)) == 0


def test_what_cannot_be_read_is_warned_about(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match=r"no\.txt"):
        table = claims.read([tmp_path / "no.txt"])
    assert len(table) == 0
    assert "no.txt" in table.attrs["skipped"][0]


def test_two_claims_compared() -> None:
    clash = claims.compare("The ferry sails on 14 March.", "The ferry does not sail on 14 March.", language="en")
    assert clash.level is Level.CONFLICT
    assert clash.reasons
    alike = claims.compare("The ferry sails on 14 March.", "The ferry sails on 14 March.", language="en")
    assert alike.level is None


def test_a_case_in_tables(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(DENIAL, encoding="utf-8")
    with claims.open(tmp_path / "claims.db") as case:
        assert len(case.add(tmp_path / "*.txt").added) == 2
        assert len(case.add(tmp_path / "a.txt").known) == 1
        conflicts = case.conflicts("open")
        assert len(conflicts) >= 1
        case.case.accept(conflicts["conflict_id"].iloc[0])
        assert len(case.conflicts("accepted")) == 1
        assert len(case.conflicts()) == len(conflicts)
        assert set(case.statements()["source_file"].map(lambda name: Path(name).name)) == {"a.txt", "b.txt"}


def test_dates_and_quantities() -> None:
    (date,) = claims.find_dates("am Freitag", anchor="2025-07-11", language="de")
    assert date.value == "2025-07-11"
    (amount,) = claims.find_quantities("rund 1,5 Millionen Euro", language="de")
    assert (amount.value, amount.unit) == (1_500_000, "EUR")

"""One agency text in two outlets is counted once."""

from __future__ import annotations

from pathlib import Path

from claims.articles import read
from claims.export.tables import claim_rows
from claims.models import Article
from claims.pipeline import analyse
from claims.review import Case

TEXT = (
    "Der Hafen von Velmora bleibt bis Ende Mai für Schiffe gesperrt, sagte Hafenmeisterin Ilka Brandau am Montag. "
    "Taucher haben im Becken ein Wrack gefunden, das erst gehoben werden muss. Die Stadt rechnet mit Kosten von "
    "zwei Millionen Euro. Fischer dürfen weiter auslaufen, erklärte Brandau. Eine Gefahr für Badende bestehe nicht."
)


def outlets(folder: Path) -> list[str]:
    paths = []
    for number, name in enumerate(("Küstenbote", "Hafenblatt"), start=1):
        path = folder / f"{number}.txt"
        path.write_text(f"Title: Hafen gesperrt\nPublished: 2026-05-0{number}\nPublisher: {name}\n\n{TEXT}\n", "utf-8")
        paths.append(str(path))
    (folder / "3.txt").write_text(
        "Title: Hafen\nPublished: 2026-05-03\nPublisher: Anzeiger\n\n"
        "Hafenmeisterin Ilka Brandau sagte, das Wrack werde in der kommenden Woche gehoben. Dann sei der Hafen frei.\n",
        "utf-8",
    )
    return [*paths, str(folder / "3.txt")]


def test_the_later_print_is_a_copy_of_the_earlier(tmp_path: Path) -> None:
    articles = [item for item in read(outlets(tmp_path)) if isinstance(item, Article)]
    findings = analyse(articles)
    by_outlet = {article.publisher: article for article in findings.articles}
    assert by_outlet["Hafenblatt"].duplicate_of == by_outlet["Küstenbote"].id
    assert by_outlet["Küstenbote"].duplicate_of == by_outlet["Anzeiger"].duplicate_of == ""
    rows = [row for row in claim_rows(findings) if "gesperrt" in row["claim"]]
    assert {row["independent_sources"] for row in rows} == {"1"}
    assert sum(bool(row["duplicate_of"]) for row in rows) == 1


def test_a_case_knows_the_copies_too(tmp_path: Path) -> None:
    with Case.open(tmp_path / "claims.db") as case:
        case.add(outlets(tmp_path))
        copies = [item.article for item in case.articles() if item.article.duplicate_of]
        assert [article.publisher for article in copies] == ["Hafenblatt"]

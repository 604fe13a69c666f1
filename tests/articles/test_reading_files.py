"""Files and folders: order, encodings, and one line for each source that cannot be read."""

from __future__ import annotations

import importlib
import io
import sys
from pathlib import Path

import pytest

from claims.articles import Given, article_from_text, notices, read
from claims.articles.formats import FORMATS
from claims.errors import InputError
from claims.models import Article, Basis, Skipped
from claims.settings import Settings
from claims.wording import catalogue, say

GERMAN = """\
Streit um die Brücke in Ostrau

Der Stadtrat von Ostrau hat am Dienstag über den Umbau der Brücke gestritten.

„Wir haben kein Geld“, sagte die Kämmerin. Der Umbau der Brücke koste neun Millionen Euro.
"""
ENGLISH = """\
Row over the bridge in Ashmere

The town council of Ashmere argued about the bridge on Tuesday evening.

"We have no money," the treasurer said. Rebuilding the bridge would cost nine million pounds.
"""
FRENCH = """\
Le maire de la ville a déclaré mardi que le pont serait fermé pendant deux ans. Les habitants ne sont pas contents
de cette décision et demandent une réunion avec le conseil. « Nous ne savons rien », a dit une commerçante.
"""
TURKISH = """\
Belediye başkanı salı günü köprünün iki yıl boyunca kapalı kalacağını söyledi. Mahalle sakinleri bu karardan
memnun değil ve belediye meclisiyle bir toplantı istiyor. Bir esnaf hiçbir şey bilmediklerini söyledi.
"""
DUTCH = """\
De burgemeester van de stad heeft dinsdag gezegd dat de brug twee jaar dicht blijft. De bewoners zijn niet blij met
het besluit en willen een gesprek met de raad. Wij weten van niets, zei een winkelier in de straat.
"""
DANISH = """\
Borgmesteren sagde tirsdag, at broen bliver lukket i to år. Beboerne er ikke tilfredse med beslutningen og vil have
et møde med byrådet. Vi ved ingenting, sagde en butiksejer, som har boet i byen hele sit liv.
"""


def test_folder_in_order_with_one_line_for_each_fault(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.md").write_text("# " + ENGLISH, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b" \n\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    (tmp_path / "french.txt").write_text(FRENCH, encoding="utf-8")
    (tmp_path / "notes.log").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "copy.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(GERMAN, encoding="utf-8")
    found = list(read([str(tmp_path)]))
    assert [Path(one.source if isinstance(one, Skipped) else one.source_file).name for one in found] == [
        "b.txt", "binary.txt", "copy.txt", "empty.txt", "french.txt", "notes.log", "picture.txt", "a.md",
    ]  # fmt: skip
    assert [one.key.removeprefix("skipped.") for one in found if isinstance(one, Skipped)] == [
        "binary",
        "same_text",
        "empty",
        "language",
        "extension",
        "binary",
    ]
    for one in found:
        if isinstance(one, Skipped):
            assert say(one.key, "en", **one.values) != say(one.key, "de", **one.values)


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    for name, text in (("x.txt", GERMAN), ("a.txt", ENGLISH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / "x.txt"), str(tmp_path), str(tmp_path / "a.txt")]
    assert list(read(paths)) == list(read(paths[::-1]))
    assert len(list(read(paths))) == 2


def test_missing_path_and_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    found = list(read([str(tmp_path / "nowhere.txt"), str(tmp_path / "none")]))
    assert sorted(one.key for one in found if isinstance(one, Skipped)) == ["skipped.empty_folder", "skipped.missing"]


def test_file_above_the_limit_is_not_read(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(1_000_000_000)
    (found,) = read([str(big)])
    assert isinstance(found, Skipped)
    assert found.key == "skipped.too_large"


def test_long_line_is_skipped_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("wort " * 400_000, encoding="utf-8")
    (found,) = read([str(tmp_path / "long.txt")])
    assert isinstance(found, Skipped)
    assert found.key == "skipped.too_long"


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (found,) = read([str(path)])
    assert isinstance(found, Skipped)
    assert (found.key, found.values) == ("skipped.unreadable", {"problem": "Permission denied"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(GERMAN.encode(encoding))
    (article,) = read([str(path)])
    assert isinstance(article, Article), article
    assert article.text == GERMAN
    assert article.language == "de"


def test_latin_text_in_english(tmp_path: Path) -> None:
    text = ENGLISH.replace("Ashmere", "Fontévraud") + "“That’s the café’s view,” he said – twice.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("cp1252"))
    (article,) = read([str(path)])
    assert isinstance(article, Article)
    assert article.text == text


@pytest.mark.parametrize("text", [FRENCH, TURKISH, DUTCH, DANISH], ids=["french", "turkish", "dutch", "danish"])
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="neither German nor English"):
        article_from_text(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Der Gipfel findet am 14. März statt.", "de"),
        ("The summit takes place on March 14.", "en"),
        ("Minister tritt zurück", "de"),
        ("Minister resigns over scandal", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert article_from_text(text).language == language


def test_foreign_navigation_does_not_decide_the_language() -> None:
    article = article_from_text("Home\nNews\nSubscribe\nSign in\n\n" + GERMAN + "\nShare this article\nComments\n")
    assert article.language == "de"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GERMAN.encode())))
    (article,) = read(["-"])
    assert isinstance(article, Article)
    assert article.source_file == "-"


def test_given_values_fill_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, encoding="utf-8")
    given = Given(published="3. Mai 2025", publisher="Ostrauer Bote", url="https://ostrau.example/1", title="X")
    (article,) = read([str(path)], given=given)
    assert isinstance(article, Article)
    assert article.published.value == "2025-05-03"
    assert article.published.text == "3. Mai 2025"
    assert (article.publisher, article.url) == ("Ostrauer Bote", "https://ostrau.example/1")
    assert article.title == "Streit um die Brücke in Ostrau"
    assert notices(article) == []


def test_given_values_do_not_change_the_id(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, encoding="utf-8")
    (plain,) = read([str(path)])
    (dated,) = read([str(path)], given=Given(published="2025-05-03", url="https://a.example"))
    assert isinstance(plain, Article)
    assert isinstance(dated, Article)
    assert plain.id == dated.id


def test_the_article_s_own_date_wins_over_the_given_one() -> None:
    article = article_from_text("Streit\n18.02.2025 - 14:54 Uhr\n\n" + GERMAN, published="2024-01-01")
    assert article.published.value == "2025-02-18"


def test_given_date_must_be_a_date() -> None:
    with pytest.raises(InputError, match="2025-10-21"):
        list(read([], given=Given(published="neulich")))


def test_settings_limit_the_size(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GERMAN, encoding="utf-8")
    (found,) = read([str(path)], settings=Settings(largest_file=100))
    assert isinstance(found, Skipped)
    assert found.key == "skipped.too_large"


def test_wording_is_complete_in_both_languages() -> None:
    for key in catalogue("en"):
        if key.startswith(("skipped.", "notice.")):
            assert key in catalogue("de"), key


def test_every_format_module_reads() -> None:
    for form in FORMATS:
        assert callable(importlib.import_module(form.module).read)


def test_undated_article_says_so() -> None:
    article = article_from_text(GERMAN)
    assert article.published.basis is Basis.UNKNOWN
    (notice,) = notices(article)
    assert notice.key == "notice.undated"

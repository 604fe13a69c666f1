"""The doctor: tells what is wrong, makes anew what can be, saves the rest into a new file."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import toy_case

from claims.errors import CaseError
from claims.models import ReviewStatus
from claims.review import Case
from claims.review.doctor import check, repair
from claims.wording import say


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch) -> None:
    toy_case.install(monkeypatch)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A closed case with 60 articles and 60 decisions."""
    path = tmp_path_factory.mktemp("doctor") / "claims.db"
    patch = pytest.MonkeyPatch()
    toy_case.install(patch)
    with Case.open(path, reviewer="mk") as case:
        for number in range(60):
            case.add_article(toy_case.toy_article(f"{toy_case.FERRY}{number}\n{'weiter ' * 400}"), relate=False)
        case.run()
        ids = sorted(item.id for item in case.findings().conflicts)[:60]
        for name in ids:
            case.dismiss(name, "other_period")
        case.set_article_metadata(case.articles()[0].article.id, publisher="Hafenblatt")
        case.add_statement(case.articles()[0].article.id, [(0, 4)], speaker="Ada")
    yield path
    patch.undo()


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(built, tmp_path / "claims.db"))


def tamper(path: Path, *sql: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for line in sql:
        connection.execute(line)
    connection.close()


def keys(path: Path) -> list[str]:
    return [fault.key for fault in check(path).faults]


def test_a_whole_case_is_whole(path: Path) -> None:
    before = path.read_bytes()
    assert check(path).whole
    assert check(path).remarks == ()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("sql", "key"),
    [
        ("UPDATE reviews SET status = 'accepted'", "doctor.folds"),
        ("DELETE FROM reviews", "doctor.folds"),
        ("UPDATE statements SET searchable = 'other'", "doctor.index"),
        ("UPDATE conflicts SET body = '{}' WHERE rowid = 1", "doctor.rows"),
        ("UPDATE statements SET shown = replace(shown, 'sails', 'sinks')", "doctor.words"),
    ],
)
def test_what_can_be_made_anew_is(path: Path, sql: str, key: str) -> None:
    with Case.open(path) as case:
        sound = case.findings(), case.reviewed()
    tamper(path, sql)
    assert keys(path) == [key]
    result = repair(path)
    assert (result.salvaged, result.articles) == (False, 60)
    assert keys(path) == []
    with Case.open(path) as case:
        assert (case.findings(), case.reviewed()) == sound


def saved(path: Path, damaged: bytes) -> Case:
    """The case that the doctor saved; the damaged one is untouched."""
    result = repair(path)
    assert result.salvaged
    assert path.read_bytes() == damaged
    assert check(result.path).whole
    return Case.open(result.path, reviewer="mk")


def test_decisions_of_a_tampered_case_are_saved(path: Path) -> None:
    with Case.open(path) as case:
        sound = case.findings(), case.reviewed()
    tamper(path, "CREATE TRIGGER evil AFTER INSERT ON acts BEGIN DELETE FROM reviews; END")
    assert keys(path) == ["doctor.unusable"]
    with saved(path, path.read_bytes()) as case:
        assert (case.findings(), case.reviewed()) == sound
        assert case.undo() is not None


def test_a_garbage_header_costs_nothing(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:100] = b"\xa5" * 100
    path.write_bytes(content)
    with saved(path, bytes(content)) as case:
        assert case.stats().dismissed == 60
        assert case.stats().articles == 60


def test_a_hole_in_the_middle_costs_only_what_stood_there(path: Path) -> None:
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    connection = sqlite3.connect(path)
    roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"))
    connection.close()
    for page in range(pages // 2, pages // 2 + 3):
        if page + 1 not in roots.values():
            content[page * 4096 : (page + 1) * 4096] = b"\x5a" * 4096
    path.write_bytes(content)
    assert not check(path).whole
    with saved(path, bytes(content)) as case:
        assert case.stats().acts >= 50
        assert case.stats().articles >= 50
        assert case.stats().dismissed >= 50


def test_a_truncated_case_yields_what_is_left(path: Path) -> None:
    content = path.read_bytes()
    content = content[: len(content) * 2 // 3 // 4096 * 4096]
    path.write_bytes(content)
    assert not check(path).whole
    with saved(path, content) as case:
        assert case.stats().articles > 20


def test_what_is_missing_in_the_log_is_counted(path: Path) -> None:
    """The page that holds the first acts is gone; the file still knows how many there were."""
    connection = sqlite3.connect(path)
    total = connection.execute("SELECT count(*) FROM acts").fetchone()[0]
    connection.close()
    content = bytearray(path.read_bytes())
    page = content.index("↔".encode()) // 4096  # stands in acts alone
    content[page * 4096 : (page + 1) * 4096] = b"\x5a" * 4096
    path.write_bytes(content)
    result = repair(path)
    assert result.salvaged
    assert 0 < result.acts < total
    assert result.broken >= total - result.acts


def test_saving_twice_takes_two_names(path: Path) -> None:
    tamper(path, "CREATE VIEW evil AS SELECT 1")
    first, second = repair(path), repair(path)
    assert first.path != second.path
    with Case.open(second.path) as case:
        assert case.stats().dismissed == 60


def test_nothing_left_is_said_with_the_backups(path: Path) -> None:
    backup = path.with_name("claims.db.v1-backup")
    backup.write_bytes(path.read_bytes())
    path.write_bytes(b"\x01" * 50_000)
    with pytest.raises(CaseError, match="v1-backup"):
        repair(path)
    assert check(path).backups == (str(backup),)
    with pytest.raises(CaseError, match="no case here"):
        repair(path.with_name("gone.db"))


def test_what_waits_for_a_run_is_a_remark(path: Path) -> None:
    with Case.open(path) as case:
        case.add_article(toy_case.toy_article(toy_case.BRIDGE), relate=False)
        pair = case.findings().conflicts[0]
        assert case.reviewed().conflicts[pair.id].status is ReviewStatus.DISMISSED
    diagnosis = check(path)
    assert diagnosis.whole
    assert [say(item.key, "en", **item.values) for item in diagnosis.remarks] == [
        "something changed since the last analysis; claims run brings topics and conflicts up to date"
    ]


def test_a_case_on_a_network_disk_is_remarked_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [remark.key for remark in check(path).remarks] == []
    monkeypatch.setattr("claims.store.doctor._file_system", lambda _path: "nfs4")
    (remark,) = check(path).remarks
    assert (remark.key, remark.values) == ("doctor.network", {"system": "nfs4"})
    assert check(path).whole

"""The file itself: made, migrated, refused; what faults and enemies do to it."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import toy_case

from claims.errors import CaseError
from claims.models import ActKind
from claims.store import Database, acts, loading, queries, repository, schema
from claims.store.database import backup_name
from claims.store.doctor import check


def filled(path: Path, *texts: str) -> Database:
    db = Database.open(path)
    for text in texts or (toy_case.FERRY, toy_case.BRIDGE):
        article = toy_case.toy_article(text)
        repository.put_article(db, article, toy_case.toy_extract(article))
    return db


def raw(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_a_new_case_carries_its_marks_and_guards(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "claims.db")
    marks = {name: db.value(f"PRAGMA {name}") for name in ("application_id", "user_version", "journal_mode")}
    assert marks == {"application_id": 0x434C4D53, "user_version": len(schema.MIGRATIONS), "journal_mode": "wal"}
    guards = {name: db.value(f"PRAGMA {name}") for name in ("foreign_keys", "trusted_schema", "recursive_triggers")}
    assert guards == {"foreign_keys": 1, "trusted_schema": 0, "recursive_triggers": 1}
    with db.transaction():
        assert db.value("PRAGMA synchronous") == 2
    with db.transaction(durable=False):
        assert db.value("PRAGMA synchronous") == 1
    strict = {row["name"] for row in db.rows("PRAGMA table_list") if row["strict"]}
    assert {"articles", "statements", "conflicts", "acts", "reviews"} <= strict


def test_the_same_article_twice_changes_nothing(tmp_path: Path) -> None:
    db = filled(tmp_path / "claims.db")
    before = db.connection.total_changes, loading.findings(db)
    article = toy_case.toy_article(toy_case.FERRY)
    assert not repository.put_article(db, article, toy_case.toy_extract(article))
    renamed = article.model_copy(update={"id": "a_other", "source_file": "copy.txt"})
    assert not repository.put_article(db, renamed, [])
    assert (db.connection.total_changes, loading.findings(db)) == before


def test_an_article_whose_statements_fail_leaves_nothing(tmp_path: Path) -> None:
    db = Database.open(tmp_path / "claims.db")
    article = toy_case.toy_article(toy_case.FERRY)
    with pytest.raises(AttributeError):
        repository.put_article(db, article, [*toy_case.toy_extract(article), None])  # type: ignore[list-item]
    assert loading.findings(db).articles == ()
    assert queries.figures(db)["statements"] == 0


@pytest.mark.parametrize("table", ["acts", "act_objects"])
@pytest.mark.parametrize("sql", ["DELETE FROM {}", "UPDATE {} SET seq = seq + 1", "REPLACE INTO {} SELECT * FROM {}"])
def test_the_log_takes_no_change(tmp_path: Path, table: str, sql: str) -> None:
    db = filled(tmp_path / "claims.db")
    with db.transaction():
        acts.append(db, ActKind.ACCEPT, ["x_1"], reviewer="mk")
    with pytest.raises(CaseError, match="append-only"), db.transaction():
        db.run(sql.replace("{}", table))
    assert [act.kind for act in acts.log(db)] == [ActKind.ACCEPT]


def test_an_older_file_is_copied_and_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    before = len(schema.MIGRATIONS)

    def another(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE extra (name TEXT) STRICT")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, another))
    schema.expected_parts.cache_clear()
    try:
        db = Database.open(path)
        assert db.value("PRAGMA user_version") == before + 1
        assert len(loading.findings(db).articles) == 2
        db.close()
        kept = raw(backup_name(path, before))
        assert kept.execute("PRAGMA user_version").fetchone() == (before,)
        assert kept.execute("SELECT count(*) FROM articles").fetchone() == (2,)
        kept.close()
    finally:
        monkeypatch.undo()
        schema.expected_parts.cache_clear()
    with pytest.raises(CaseError, match="newer version"):
        Database.open(path)


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE extra (name TEXT) STRICT")
        connection.execute("INSERT INTO nowhere VALUES (1)")

    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    with pytest.raises(CaseError):
        Database.open(path)
    monkeypatch.undo()
    assert len(loading.findings(Database.open(path)).articles) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7 " + b"x" * 200, "not a case"), (b"short", "not a case"), (os.urandom(9000), "not a case")],
)
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(content)
    with pytest.raises(CaseError, match=words):
        Database.open(path)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["claims.db"]


def test_the_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    other = raw(path)
    other.execute("CREATE TABLE places (name TEXT)")
    other.close()
    with pytest.raises(CaseError, match="not a case"):
        Database.open(path)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_newer_file_is_refused(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    other = raw(path)
    other.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    other.close()
    with pytest.raises(CaseError, match="install the newer version"):
        Database.open(path, read_only=read_only)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="claims add"):
        Database.open(tmp_path / "no.db", read_only=True)
    with pytest.raises(CaseError, match="claims add"):
        Database.open(tmp_path / "no.db", create=False)
    with pytest.raises(CaseError, match="folder does not exist"):
        Database.open(tmp_path / "no" / "claims.db")
    with pytest.raises(CaseError, match="not a file"):
        Database.open(tmp_path)
    with pytest.raises(CaseError, match="Hier liegt kein Fall"):
        Database.open(tmp_path / "no.db", read_only=True, lang="de")
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_page_is_told_and_nothing_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    filled(path, *(f"{toy_case.FERRY}\n{number}" for number in range(60))).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(CaseError, match="damaged"):
        loading.findings(Database.open(path))
    assert path.read_bytes()[4096:] == content[4096:]


def test_a_truncated_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    with path.open("r+b") as file:
        file.truncate(3 * 4096)
    with pytest.raises(CaseError, match="damaged"):
        Database.open(path)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE statements SET shown = json_set(shown, '$.claim_spans', json('[]'))",
        "UPDATE statements SET shown = json_set(shown, '$.stance', 'shouts')",
        "UPDATE articles SET shown = json_set(shown, '$.surprise', 1)",
    ],
)
def test_an_entry_from_elsewhere_that_lacks_what_is_needed_is_told(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "claims.db"
    db = filled(path)
    assert db.run(sql) > 0
    with pytest.raises(CaseError, match="doctor"):
        loading.findings(db)


def test_an_entry_that_is_no_model_is_told(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    db = filled(path)
    with db.transaction():
        db.run("UPDATE articles SET shown = '{}'")
    with pytest.raises(CaseError, match=r"Article.*cannot be read"):
        loading.findings(db)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER evil AFTER INSERT ON acts BEGIN DELETE FROM reviews; END",
        "CREATE VIEW evil AS SELECT load_extension('evil')",
        "DROP TRIGGER acts_stay",
        "ALTER TABLE articles ADD COLUMN evil TEXT",
        "DROP TABLE act_objects",
    ],
)
def test_a_tampered_file_is_refused(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    enemy = raw(path)
    enemy.execute(sql)
    enemy.close()
    with pytest.raises(CaseError, match="did not put there or lacks"):
        Database.open(path)


def test_a_table_that_somebody_added_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    friend = raw(path)
    friend.execute("CREATE TABLE my_notes (text TEXT)")
    friend.close()
    assert len(loading.findings(Database.open(path)).articles) == 2


def test_a_full_disk_takes_back_the_article_and_keeps_the_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    db = filled(path)
    pages = db.value("PRAGMA page_count")
    db.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    large = toy_case.toy_article("\n".join(f"Ilka: the ferry number {n} sails #ferry" for n in range(2000)))
    with pytest.raises(CaseError, match="disk is full"):
        repository.put_article(db, large, toy_case.toy_extract(large))
    assert len(loading.findings(db).articles) == 2
    assert db.value("PRAGMA integrity_check") == "ok"
    db.connection.execute("PRAGMA max_page_count = 1000000")
    assert repository.put_article(db, large, toy_case.toy_extract(large))


@contextmanager
def somebody_else() -> Iterator[None]:
    """Root may write anything: be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("folder_mode", [0o555, 0o755])
def test_a_file_that_may_not_be_written_is_read(folder_mode: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        filled(path).close()
        path.chmod(0o444)
        path.parent.chmod(folder_mode)
        try:
            with somebody_else():
                db = Database.open(path)
                assert db.read_only
                assert len(loading.findings(db).articles) == 2
                with pytest.raises(CaseError, match="only be read"), db.transaction():
                    pass
                db.close()
        finally:
            path.parent.chmod(0o755)


def test_a_file_that_may_not_be_read_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        filled(path).close()
        Path(folder).chmod(0o755)
        path.chmod(0o000)
        with somebody_else(), pytest.raises(CaseError, match="cannot be opened"):
            Database.open(path)


def test_a_case_in_a_folder_that_may_not_be_written_is_told() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o555)
        with somebody_else(), pytest.raises(CaseError, match="cannot be opened"):
            Database.open(Path(folder) / "claims.db")
        Path(folder).chmod(0o755)


def test_a_limit_of_the_system_on_file_size_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    db = filled(path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    large = toy_case.toy_article("\n".join(f"Ilka: the ferry number {n} sails #ferry" for n in range(2000)))
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        with pytest.raises(CaseError, match="disk"):
            repository.put_article(db, large, toy_case.toy_extract(large))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert len(loading.findings(db).articles) == 2
    assert repository.put_article(db, large, toy_case.toy_extract(large))
    assert db.value("PRAGMA integrity_check") == "ok"


def test_sqlite_itself_refuses_to_write_when_reading(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    filled(path).close()
    db = Database.open(path, read_only=True)
    with pytest.raises(CaseError, match="only be read"):
        db.run("DELETE FROM articles")


def test_without_its_log_a_case_is_an_older_whole_one(tmp_path: Path) -> None:
    db = filled(tmp_path / "claims.db")
    db.run("PRAGMA wal_checkpoint(TRUNCATE)")
    assert repository.put_article(db, toy_case.toy_article("Ilka: it rains #rain"), ())
    copy = tmp_path / "copy.db"
    shutil.copyfile(tmp_path / "claims.db", copy)  # as if somebody had deleted the -wal file beside it
    assert check(copy).whole
    assert len(loading.findings(Database.open(copy)).articles) == 2


def test_reading_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    db = filled(path)
    reader = Database.open(path, read_only=True)
    assert len(loading.findings(reader).articles) == 2
    reader.close()
    assert repository.put_article(db, toy_case.toy_article("Ilka: it rains #rain"), ())  # goes on beside readers
    reader = Database.open(path, read_only=True)
    db.close()
    assert len(loading.findings(reader).articles) == 3
    reader.close()
    assert [file.name for file in tmp_path.iterdir()] == ["claims.db"]


def test_two_writers_wait_for_each_other_and_store_everything_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    Database.open(path).close()
    articles = [toy_case.toy_article(f"{toy_case.FERRY}\n{number}") for number in range(40)]
    faults: list[BaseException] = []

    def write(order: list[int]) -> None:
        db = Database.open(path)
        try:
            for number in order:
                repository.put_article(db, articles[number], toy_case.toy_extract(articles[number]))
        except BaseException as error:
            faults.append(error)
        finally:
            db.close()

    threads = [threading.Thread(target=write, args=(order,)) for order in (list(range(40)), list(reversed(range(40))))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    db = Database.open(path)
    assert queries.figures(db)["articles"] == 40
    assert queries.figures(db)["statements"] == 120


def test_many_open_a_new_case_at_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    faults: list[BaseException] = []
    ready = threading.Barrier(8)

    def make() -> None:
        try:
            ready.wait()
            Database.open(path).close()
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert Database.open(path).value("PRAGMA user_version") == len(schema.MIGRATIONS)


def test_a_file_that_somebody_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.store.database._BUSY_SECONDS", 0.05)
    path = tmp_path / "claims.db"
    filled(path).close()
    db = Database.open(path)
    holder = raw(path)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(CaseError, match="another program is writing"), db.transaction():
        pass
    holder.execute("ROLLBACK")
    with db.transaction():
        repository.touch(db)
    holder.close()


def test_threads_share_one_connection(tmp_path: Path) -> None:
    db = filled(tmp_path / "claims.db")
    faults: list[BaseException] = []

    def decide(name: str) -> None:
        try:
            for number in range(20):
                with db.transaction():
                    acts.append(db, ActKind.ACCEPT, [f"x_{name}{number}"], reviewer=name)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=decide, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert [act.seq for act in acts.log(db)] == list(range(1, 61))


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("ferry", 3),
        ("FERRY", 3),
        ("erry sai", 3),
        ("ferry bridge", 0),
        ("ilka", 2),
        ("al-Sisi", 0),
        ("küstenbote", 5),
        ("NEAR(", 0),
        ("'", 0),
        ('"', 0),
        ('"ferry" OR "bridge"', 0),
        ("ferry*", 0),
        ("searchable:ferry", 0),
        ("^ferry", 0),
        ("at", 1),
        ("%", 0),
        ("_", 0),
        ("  ", 5),
        ("\0ferry", 3),
        ("ferry\ud800", 0),
    ],
)
def test_whatever_is_searched_for_is_data(tmp_path: Path, text: str, hits: int) -> None:
    db = filled(tmp_path / "claims.db")
    condition, values = queries.search_condition(text)
    assert db.value(f"SELECT count(*) FROM statements WHERE {condition}", values) == hits


@pytest.mark.parametrize("text", ["strasse", "Straße", "bestatigte", "BESTÄTIGTE", "sonderzug", "zug"])
def test_the_search_knows_no_accents_and_looks_inside_words(tmp_path: Path, text: str) -> None:
    db = filled(tmp_path / "claims.db", "Ilka: die Straße bestätigte den Bürgersonderzug #zug")
    condition, values = queries.search_condition(text)
    assert db.value(f"SELECT count(*) FROM statements WHERE {condition}", values) == 1

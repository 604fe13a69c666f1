"""The open case that the parts of the service share: file, settings, language of the interface, reviewer."""

from __future__ import annotations

import getpass
import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from claims.errors import CaseError, NotFoundError
from claims.models import ActKind, Article, Conflict, Decision, Statement, Topic
from claims.settings import Settings
from claims.store import Database, acts, fold, loading, repository
from claims.wording import say

T = TypeVar("T")


def reviewer_name(given: str = "") -> str:
    """``given``, else ``CLAIMS_REVIEWER``, else the login name, else "reviewer"."""
    name = given or os.environ.get("CLAIMS_REVIEWER", "")
    if not name:
        try:
            name = getpass.getuser()
        except (KeyError, OSError):
            name = "reviewer"
    return repository.storable(" ".join(name.split())[:80])


class Session:
    """An open case file."""

    def __init__(self, db: Database, *, settings: Settings | None, reviewer: str, folder: Path | None = None) -> None:
        self.settings = settings or Settings()
        self.reviewer = reviewer_name(reviewer)
        self.lang = db.lang
        self._db = db
        self._folder = folder  # of a temporary case
        self._data_version = db.data_version()
        self._postponed: list[Decision] | None = None  # acts whose effect is shown later

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        read_only: bool = False,
        create: bool = True,
        settings: Settings | None = None,
        reviewer: str = "",
        lang: str | None = None,
    ) -> Self:
        """The case at ``path``, made when missing and ``create`` is set; one that cannot be written is read only.

        Raises :class:`claims.errors.CaseError` for a missing, foreign, damaged, newer or tampered file.
        """
        db = Database.open(path, read_only=read_only, create=create, lang=lang)
        return cls(db, settings=settings, reviewer=reviewer)

    @classmethod
    def temporary(cls, *, settings: Settings | None = None, reviewer: str = "", lang: str | None = None) -> Self:
        """A case that goes when it is closed, unless :meth:`keep` saves it."""
        folder = Path(tempfile.mkdtemp(prefix="claims-"))
        try:
            db = Database.open(folder / "claims.db", lang=lang)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return cls(db, settings=settings, reviewer=reviewer, folder=folder)

    @property
    def path(self) -> Path:
        return self._db.path

    @property
    def read_only(self) -> bool:
        return self._db.read_only

    @property
    def is_temporary(self) -> bool:
        return self._folder is not None

    def keep(self, path: str | Path) -> None:
        """Save a temporary case at ``path`` and go on there. Raises :class:`CaseError` when something is there."""
        path = Path(path)
        if path.exists():
            raise CaseError(say("review.keep_exists", self.lang, path=path))
        try:
            self._db.backup(path)
            kept = Database.open(path, lang=self.lang)
        except OSError as error:
            raise CaseError(say("store.cannot_open", self.lang, path=path)) from error
        self.close()
        self._db = kept
        self._data_version = kept.data_version()

    def close(self) -> None:
        """Close the file; a temporary case is gone then."""
        self._db.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def changed(self) -> bool:
        """Whether somebody else wrote to the file since the last call: time to load what is shown again."""
        before, self._data_version = self._data_version, self._db.data_version()
        return before != self._data_version

    def weighed(self) -> Settings:
        """The settings with the weights of the kinds of conflict that reviewers' decisions gave in this case."""
        tuned = fold.kind_weights(acts.counting(self._db, ActKind.TUNE))
        if not tuned:
            return self.settings
        return self.settings.model_copy(update={"kind_weights": self.settings.kind_weights | tuned})

    def _conflict(self, conflict_id: str) -> Conflict:
        return self._there(loading.conflict(self._db, conflict_id), conflict_id)

    def _statement(self, statement_id: str) -> Statement:
        return self._there(loading.statement(self._db, statement_id), statement_id)

    def _article(self, article_id: str) -> Article:
        return self._there(loading.article(self._db, article_id), article_id)

    def _topic(self, topic_id: str) -> Topic:
        return self._there(loading.topic(self._db, topic_id), topic_id)

    def _there(self, found: T | None, name: str) -> T:
        if found is None:
            raise NotFoundError(say("review.not_found", self.lang, id=name))
        return found

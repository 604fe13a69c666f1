"""The health of a case file: what ``claims doctor`` asks and does."""

from __future__ import annotations

from pathlib import Path

from claims.errors import CaseError
from claims.models import Model
from claims.review.case import Case
from claims.store import acts, repository, reviews
from claims.store.doctor import Diagnosis, check, rebuild
from claims.store.salvage import salvage
from claims.wording import interface_language, say

__all__ = ["Diagnosis", "Repair", "check", "repair"]


class Repair(Model):
    """What was done about a case: in place, or into a new file beside a damaged one."""

    path: str  # the case to go on with
    salvaged: bool  # a new file; the damaged one is left as it is
    articles: int
    acts: int
    broken: int  # rows that could not be read


def repair(path: str | Path, lang: str | None = None) -> Repair:
    """Rebuild what can be rebuilt in the case, or save what can be read of it into ``NAME.saved.db`` beside it.

    Raises :class:`CaseError` when nothing can be read at all.
    """
    path, lang = Path(path), interface_language(lang)
    diagnosis = check(path, lang)
    if diagnosis.rebuildable:
        with Case.open(path, create=False, lang=lang) as case:
            rebuild(case._db)
            case.run()
            counts = case.stats()
            return Repair(path=str(path), salvaged=False, articles=counts.articles, acts=counts.acts, broken=0)
    if not path.is_file():
        raise CaseError(diagnosis.faults[0].values["fault"])
    saved = salvage(path)
    if not saved.articles and not saved.acts:
        raise CaseError(say("doctor.nothing", lang, path=path, backups=", ".join(diagnosis.backups) or "–"))
    target = _free_name(path)
    with Case.open(target, lang=lang) as case:
        db = case._db
        with db.transaction():
            for article in saved.articles:
                repository.put_article(db, article, ())
            acts.bring_in(db, saved.acts)
            reviews.refold_all(db)
            for item in saved.skipped:
                repository.put_skipped(db, item)
            repository.touch(db)
        case.run()
    return Repair(
        path=str(target), salvaged=True, articles=len(saved.articles), acts=len(saved.acts), broken=saved.broken
    )


def _free_name(path: Path) -> Path:
    for number in range(1, 1000):
        name = path.with_name(f"{path.stem}.saved{'' if number == 1 else f'-{number}'}.db")
        if not name.exists():
            return name
    return path.with_name(f"{path.stem}.saved-1000.db")

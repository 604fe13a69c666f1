"""A changed article under an address that the case knows: the new text takes the old one's place.

The old version stays in the file and out of the analysis; acts on it are carried to where the same words, else the
words between the same neighbours, stand in the new one.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from claims.models import Anchor, Article, Statement
from claims.store.database import Database
from claims.store.loading import models

_LEAST = 0.5  # share of the shorter text's word groups that both versions have
_WORDS = 4  # in a group
_NEIGHBOURS = 32  # signs before and after a claim


def older_version(db: Database, article: Article) -> str:
    """The id of the present article at the same address that ``article`` is a changed text of, else empty.

    An address alone is no proof: one that was given for a whole folder stands on different articles.
    """
    if not article.url:
        return ""
    query = "SELECT shown FROM articles WHERE url = ? AND superseded_by = '' AND id <> ? ORDER BY rowid DESC"
    for known in models(db, Article, query, (article.url, article.id)):
        if _alike(known.text, article.text):
            return known.id
    return ""


def _alike(one: str, other: str) -> bool:
    left, right = _groups(one), _groups(other)
    return len(left & right) >= _LEAST * min(len(left), len(right)) > 0


def _groups(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[at : at + _WORDS]) for at in range(max(1, len(words) - _WORDS + 1))}


def same_words(db: Database, article: Article) -> bool:
    """Whether an article at the same address, of whatever version, reads the same: only what stands around it differs,
    such as the links to other articles of the day."""
    read = _lines(article)
    if not article.url or not read:
        return False
    known = models(db, Article, "SELECT found FROM articles WHERE url = ? AND id <> ?", (article.url, article.id))
    return any(_lines(one) == read for one in known)


def _lines(article: Article) -> list[str]:
    return [" ".join(article.text[one.start : one.end].split()) for one in article.readable()]


def changes(old: Article, new: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the article's own text that only the old version has, and those that only the new one has."""
    before, after = _lines(old), _lines(new)
    gone, added = list[str](), list[str]()
    for what, start, end, begin, stop in difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if what != "equal":
            gone += before[start:end]
            added += after[begin:stop]
    return tuple(gone), tuple(added)


def supersede(db: Database, old: str, new: str) -> None:
    """Put ``new`` in the place of ``old``; the old statements go with the next analysis."""
    db.run("UPDATE articles SET superseded_by = ? WHERE id = ? OR superseded_by = ?", (new, old, old))


def newest(db: Database) -> dict[str, tuple[Article, Article]]:
    """Every superseded article by id, as it was read, with the article in its place."""
    replaced = "FROM articles INDEXED BY articles_superseded WHERE superseded_by <> ''"  # few, or none
    place = {row[0]: row[1] for row in db.rows(f"SELECT id, superseded_by {replaced}")}
    if not place:
        return {}
    old = models(db, Article, f"SELECT found {replaced} ORDER BY id")
    query = f"SELECT found FROM articles WHERE id IN (SELECT superseded_by {replaced})"
    new = {article.id: article for article in models(db, Article, query)}
    return {article.id: (article, new[place[article.id]]) for article in old if place[article.id] in new}


def carried(anchor: Anchor, versions: Mapping[str, tuple[Article, Article]]) -> Anchor:
    """The anchor in the newest version of its article."""
    if anchor.article not in versions:
        return anchor
    old, new = versions[anchor.article]
    start = _find(old.text, new.text, anchor.start, anchor.start + len(anchor.claim), anchor.claim.split(" … ")[0])
    return anchor.model_copy(update={"article": new.id, "start": start})


def carried_statement(statement: Statement, versions: Mapping[str, tuple[Article, Article]]) -> Statement | None:
    """A statement added by hand in the newest version of its article; None where its passage stands no more."""
    if statement.article_id not in versions:
        return statement
    old, new = versions[statement.article_id]
    start = _find(old.text, new.text, statement.char_start, statement.char_end, statement.quote)
    if new.text[start : start + len(statement.quote)] != statement.quote:
        return None
    shift = start - statement.char_start
    return statement.model_copy(
        update={
            "article_id": new.id,
            "char_start": start,
            "char_end": start + len(statement.quote),
            "claim_spans": tuple(type(span)(span.start + shift, span.end + shift) for span in statement.claim_spans),
        }
    )


def _find(old: str, new: str, start: int, end: int, words: str) -> int:
    """Where ``words``, which stand at ``start`` in the old text, stand in the new one; else where they would stand."""
    before, after = old[max(0, start - _NEIGHBOURS) : start], old[end : end + _NEIGHBOURS]
    for wanted, offset in ((before + words, len(before)), (words + after, 0), (words, 0)):
        found = new.find(wanted)
        if found >= 0:
            return found + offset
    if before and new.count(before) == 1:
        return new.index(before) + len(before)
    if after and new.count(after) == 1:
        return max(0, new.index(after) - (end - start))
    return start

"""One function per stage: files to articles, articles to statements, statements to groups, groups to conflicts."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from claims.export.columns import CONFLICT_COLUMNS
from claims.frames.flat import (
    Row,
    article_table,
    articles_in,
    need,
    rows_of,
    statement_table,
    statements_in,
)
from claims.models import (
    Article,
    Basis,
    Comparison,
    Findings,
    Segment,
    SegmentKind,
    Skipped,
    Span,
    Statement,
    Topic,
    When,
    content_id,
)
from claims.safe import safe_text
from claims.settings import Settings
from claims.wording import interface_language, say, told


def read(
    paths: str | Path | Iterable[str | Path], *, published: str = "", publisher: str = "", url: str = ""
) -> pd.DataFrame:
    """The articles in files, in folders and at web addresses, one row each.

    ``published``, ``publisher`` and ``url`` are given to text files that carry none. What cannot be read is warned
    about and listed in the table's ``attrs["skipped"]``.
    """
    from claims import articles

    given_paths = [paths] if isinstance(paths, (str, Path)) else paths
    sources = [str(path) for path in given_paths]
    given = articles.Given(published=published, publisher=publisher, url=url)
    found: list[Article] = []
    skipped: list[str] = []
    for item in articles.read(sources, given=given):
        if isinstance(item, Skipped):
            words = say(item.key, interface_language(), **item.values)
            skipped.append(safe_text(f"{item.source}: {words}"))
            warnings.warn(skipped[-1], stacklevel=2)
        else:
            found.append(item)
    table = article_table(found)
    table.attrs["skipped"] = skipped
    return table


def extract(articles: pd.DataFrame | Iterable[Article]) -> pd.DataFrame:
    """The attributed statements in ``articles``, one row each, with speaker and dates.

    A table needs the column ``text``; ``title``, ``publisher``, ``published``, ``url`` and ``language`` are used when
    they are there.
    """
    from claims.pipeline import extract as find

    read = {article.id: article for article in articles_in(articles)}
    return statement_table([statement for article in read.values() for statement in find(article)], read)


def group(statements: pd.DataFrame | Iterable[Statement], articles: Iterable[Article] = ()) -> pd.DataFrame:
    """``statements`` with one speaker under one name, and with ``topic_id`` and ``topic``.

    Plain models need their ``articles`` beside them; the table of :func:`extract` holds what is needed.
    """
    from claims.faults import RAISED
    from claims.pipeline import relate

    said, sources = statements_in(statements, articles)
    findings = relate(list(sources.values()), said, language=interface_language(), faults=RAISED)
    table = statement_table(findings.statements, sources)
    names = {speaker.id: speaker.name for speaker in findings.speakers}
    topic_of = {member: topic for topic in findings.topics for member in topic.statement_ids}
    table["speaker"] = [names.get(item.speaker_id) or item.speaker or item.mention for item in findings.statements]
    table.insert(1, "topic_id", [topic_of[key].id if key in topic_of else "" for key in table["statement_id"]])
    table.insert(2, "topic", [topic_of[key].label if key in topic_of else "" for key in table["statement_id"]])
    return table


def contradictions(grouped: pd.DataFrame, *, language: str | None = None) -> pd.DataFrame:
    """The pairs of ``grouped`` statements that cannot both hold, strongest first, with the reason in words.

    ``language`` words the reasons ("en", "de"; else ``CLAIMS_LANG``, else English). The columns are those of
    conflicts.csv, with ``equal`` and ``unsure``: what was found the same and what is not certain.
    """
    from claims.export.tables import conflict_rows

    need(grouped, ("topic_id", "topic"), "claims.group")
    language = interface_language(language)
    said, sources = statements_in(grouped, ())
    members: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for row in rows_of(grouped):
        if row["topic_id"]:
            members.setdefault(row["topic_id"], []).append(row["statement_id"])
            labels[row["topic_id"]] = row["topic"]
    topics = [Topic(id=key, label=labels[key], statement_ids=tuple(ids)) for key, ids in members.items()]
    from claims import conflicts

    found = conflicts.find(said, topics, settings=Settings(), articles=list(sources.values()))
    by_id = {conflict.id: conflict for conflict in found}
    findings = Findings(
        articles=tuple(sources.values()), statements=tuple(said), topics=tuple(topics), conflicts=tuple(found)
    )
    columns = [name for name in CONFLICT_COLUMNS if not name.startswith("review") and name != "notes"]
    rows = []
    for row in conflict_rows(findings, language=language):
        first = by_id[row["conflict_id"]].reasons[0]
        kept: Row = {name: row[name] for name in columns}
        kept["score"] = float(row["score"])
        kept["equal"] = " ".join(told(key, values, language) for key, values in first.equal)
        kept["unsure"] = " ".join(told(key, values, language) for key, values in first.unsure)
        rows.append(kept)
    return pd.DataFrame(rows, columns=[*columns, "equal", "unsure"])


def compare(
    a: str | Statement, b: str | Statement, *, language: str = "", anchor: str = "", settings: Settings | None = None
) -> Comparison:
    """What two claims are to each other: kind, level and score of the clash and its reasons, or why there is none.

    Texts are taken as claims of two different speakers, said on ``anchor`` (EDTF date) if it is given; without a
    ``language`` ("de", "en") it is found out.
    """
    from claims import conflicts

    sides = [
        side if isinstance(side, Statement) else _claim(side, name, language, anchor)
        for name, side in (("A", a), ("B", b))
    ]
    return conflicts.compare(sides[0], sides[1], settings=settings or Settings())


def _claim(text: str, speaker: str, language: str, anchor: str) -> Statement:
    """A statement whose claim is the whole ``text``."""
    from claims import dates
    from claims.articles.language import detect

    article = Article(
        id=content_id("a", text),
        text=text,
        published=When(value=anchor, basis=Basis.EXPLICIT) if anchor else When(),
        language=language or detect(text),
        sha256="",
        segments=(Segment(start=0, end=len(text), kind=SegmentKind.BODY),),
    )
    span = Span(0, len(article.text))
    statement = Statement(
        id=f"{article.id}_{speaker}",
        article_id=article.id,
        language=article.language,
        quote=article.text,
        char_start=0,
        char_end=len(article.text),
        claim=article.text,
        claim_spans=(span,),
        speaker=speaker,
        speaker_id=speaker,
    )
    return dates.date(article, [statement])[0]

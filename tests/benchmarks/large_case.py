"""How fast a large case answers: ``python -m tests.benchmarks.large_case [STATEMENTS]`` (default 100,000).

Prints absolute figures, the median of five; the case is made anew in a temporary folder. The figures of the
machine they were measured on stand in the project's notes, nothing is asserted here.
"""

from __future__ import annotations

import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from claims.models import (
    Article,
    Basis,
    Conflict,
    Findings,
    Kind,
    Level,
    Reason,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Topic,
    When,
    content_id,
)
from claims.review import Case, QueueFilter
from claims.store import related, repository

PER_ARTICLE, PER_TOPIC, PAIRS = 10, 10, 4
WORDS = ["Hafen", "Brücke", "Vertrag", "Termin", "Gipfel", "Haushalt", "Klinik", "Streik", "Preis", "Wahl", "Urteil"]


def build(case: Case, size: int) -> None:
    """``size`` statements in a tenth of articles and topics, four pairs in each topic."""
    chance = random.Random(1)
    people = [f"Vera Beispiel {number}" for number in range(size // 50 + 1)]
    articles, statements = [], []
    for number in range(size // PER_ARTICLE):
        lines, spans, place = [], [], 0
        for _ in range(PER_ARTICLE):
            who = chance.choice(people)
            claim = f"Der {chance.choice(WORDS)} und der {chance.choice(WORDS)} kosten {chance.randrange(900)} Euro"
            line = f"{claim}, sagte {who} am Montag in der Sitzung des Ausschusses."
            spans.append((place, claim, line, who))
            lines.append(line)
            place += len(line) + 1
        text = "\n".join(lines)
        date = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
        article = Article(
            id=content_id("a", number),
            text=text,
            title=f"Bericht {number}",
            publisher=f"Blatt {number % 40}",
            published=When(value=date, basis=Basis.EXPLICIT),
            language="de",
            sha256=f"{number:064x}",
            source_file=f"bericht_{number}.txt",
        )
        articles.append(article)
        for start, claim, line, who in spans:
            statements.append(
                Statement(
                    id=content_id("s", number, start),
                    article_id=article.id,
                    language="de",
                    quote=line,
                    char_start=start,
                    char_end=start + len(line),
                    claim=claim,
                    claim_spans=(Span(start, start + len(claim)),),
                    cue="sagte",
                    mention=who,
                    speaker=who,
                    speaker_kind=SpeakerKind.PERSON,
                    speaker_id=content_id("p", who),
                    claim_date=When(value=date, basis=Basis.ARTICLE),
                    generated_by="de.inverted",
                )
            )
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article_id, []).append(statement)
    started = time.perf_counter()
    for article in articles:
        repository.put_article(case._db, article, by_article[article.id])
    took = time.perf_counter() - started
    print(f"articles put, one transaction each  {len(articles) / took:10.0f} a second")
    mixed = statements[:]
    chance.shuffle(mixed)
    topics, conflicts = [], []
    for number in range(0, len(mixed), PER_TOPIC):
        members = mixed[number : number + PER_TOPIC]
        topic = Topic(
            id=content_id("t", number), label=f"Sache {number}", statement_ids=tuple(item.id for item in members)
        )
        topics.append(topic)
        for left, right in zip(members[:PAIRS], members[PAIRS : 2 * PAIRS], strict=False):
            span = left.claim_spans[0], right.claim_spans[0]
            reason = Reason(
                kind=chance.choice(list(Kind)),
                span_a=span[0],
                span_b=span[1],
                key="review.declared",
                values={"who": "x"},
            )
            conflicts.append(
                Conflict(
                    id=content_id("x", left.id, right.id),
                    topic_id=topic.id,
                    a=left.id,
                    b=right.id,
                    level=chance.choice(list(Level)),
                    score=round(chance.random(), 3),
                    reasons=(reason,),
                )
            )
    speakers = [Speaker(id=content_id("p", name), name=name, kind=SpeakerKind.PERSON) for name in people]
    findings = Findings(
        articles=tuple(articles),
        statements=tuple(statements),
        speakers=tuple(speakers),
        topics=tuple(topics),
        conflicts=tuple(conflicts),
    )
    started = time.perf_counter()
    with case._db.transaction():
        related.put_findings(case._db, findings, repository.generation(case._db))
    print(f"result of the analysis written      {time.perf_counter() - started:10.2f} s")


def measure(name: str, work: Callable[[], object], times: int = 5) -> None:
    took = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    print(f"{name:<35} {median(took) * 1000:10.1f} ms")


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, {size} statements")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with Case.open(path, reviewer="mk") as case:
            build(case, size)
        print(f"size of the file                    {path.stat().st_size / 1e6:10.0f} MB")

        def opened() -> None:
            with Case.open(path, reviewer="mk") as fresh:
                page = fresh.queue(limit=100)
                fresh.pair_view(fresh.pairs(page[0].id)[0].conflict.id)

        measure("open, first page, first pair", opened)
        with Case.open(path, reviewer="mk") as case:
            items = case.queue()
            ids = iter([pair.conflict.id for item in items[:200] for pair in case.pairs(item.id)])
            sides = iter([case.pairs(item.id)[0].conflict.a for item in items[300:310]])
            measure(f"whole queue, {len(items)} topics", case.queue)
            measure("first page of the queue", lambda: case.queue(limit=100))
            measure("queue filtered by a word", lambda: case.queue(QueueFilter(text="brücke"), limit=100))
            measure("queue filtered by a rare word", lambda: case.queue(QueueFilter(text="kosten 817"), limit=100))
            speaker = case.speakers()[0].speaker.id
            measure("queue of one speaker", lambda: case.queue(QueueFilter(speaker_id=speaker), limit=100))
            measure("queue of one outlet", lambda: case.queue(QueueFilter(publisher="Blatt 7"), limit=100))
            measure("queue since a day", lambda: case.queue(QueueFilter(since="2025-11-01"), limit=100))
            measure("topic with all its statements", lambda: case.topic_view(items[0].id))
            measure("pair", lambda: case.pair_view(case.pairs(items[1].id)[0].conflict.id))
            measure("search, 200 hits", lambda: case.search("brücke"))
            measure("a decision, on disk", lambda: case.accept(next(ids)), times=25)
            measure("undo", case.undo)
            measure("one line of the queue", lambda: case.topic_item(items[5].id))
            measure("strike, its topic related anew", lambda: case.strike(next(sides)))
            measure("undo of that", case.undo)
            two = [item.id for item in case.queue(limit=4)]
            measure("merge two topics", lambda: case.merge_topics(two[:2]), times=1)
            measure("figures", case.stats)
            measure("speakers", case.speakers)
            measure("decisions beside the findings", case.reviewed)
            measure("all findings as models", case.findings, times=1)


if __name__ == "__main__":
    main()

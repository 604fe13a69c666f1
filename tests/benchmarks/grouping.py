"""How grouping grows: ``python -m tests.benchmarks.grouping [STATEMENTS …] [--batch]`` (default 1,000 10,000 50,000).

Makes a folder of unrelated stories of made-up towns, people and matters, five articles of four statements each, and
prints for each size the seconds, those of the processor alone (a machine may be busy with other work), the peak
memory of the process and how many topics mix stories. ``--batch``: then all of them related (topics and conflicts)
but for the last ten articles, and again with these, what stories gave before being kept: seconds of the processor
and how many results were made. Absolute figures hold for the machine they were measured on; nothing is asserted here.
"""

from __future__ import annotations

import platform
import random
import resource
import sys
import time
from functools import partial

from claims import conflicts, pipeline
from claims.models import Article, Basis, Segment, SegmentKind, Span, Statement, When, content_id
from claims.settings import Settings
from claims.topics import group

SYLLABLES = [
    "bra",
    "kel",
    "dor",
    "min",
    "tas",
    "ul",
    "ven",
    "gor",
    "hel",
    "pia",
    "ros",
    "tem",
    "wil",
    "zan",
    "lub",
    "fer",
    "nok",
    "sar",
]
MATTERS = [
    ("Streik", "Gewerkschaft", "Lohn"),
    ("Brücke", "Sperrung", "Risse"),
    ("Klinik", "Schließung", "Betten"),
    ("Haushalt", "Fehlbetrag", "Rücklage"),
    ("Prozess", "Urteil", "Angeklagter"),
    ("Unwetter", "Schaden", "Dach"),
    ("Fusion", "Vertrag", "Aktie"),
    ("Wahl", "Stimme", "Auszählung"),
    ("Museum", "Eröffnung", "Eintritt"),
    ("Fähre", "Fahrplan", "Ausfall"),
]
CLAIMS = [
    "{a} in {place} sei am {day}. Mai vereinbart",
    "{b} in {place} koste {number} Euro",
    "{c} werde {place} noch lange beschäftigen",
    "{a} und {b} seien in {place} nicht geplant",
    "Es gebe in {place} keine {c}",
]
ARTICLES_OF_A_STORY, CLAIMS_OF_AN_ARTICLE = 5, 4


def name(chance: random.Random, parts: int) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(parts)).capitalize()


def folder(size: int) -> tuple[list[Article], list[Statement], dict[str, int]]:
    """Articles, statements and the story of each article."""
    chance = random.Random(1)
    articles: list[Article] = []
    statements: list[Statement] = []
    story_of: dict[str, int] = {}
    for story in range(max(1, size // (ARTICLES_OF_A_STORY * CLAIMS_OF_AN_ARTICLE))):
        place, people = name(chance, 3), [f"{name(chance, 2)} {name(chance, 3)}" for _ in range(3)]
        a, b, c = chance.choice(MATTERS)
        day = f"2025-{1 + story % 12:02}-{1 + story % 28:02}"
        for number in range(ARTICLES_OF_A_STORY):
            article_id = content_id("a", story, number)
            text = f"{a} in {place}: {b} im Gespräch\n"
            title_end = len(text) - 1
            for _ in range(CLAIMS_OF_AN_ARTICLE):
                who = chance.choice(people)
                claim = chance.choice(CLAIMS).format(
                    a=a, b=b, c=c, place=place, day=chance.randrange(1, 28), number=chance.randrange(100, 900) * 10
                )
                quote = f"{claim}, sagte {who} am Montag."
                start = len(text)
                text += quote + "\n"
                statements.append(
                    Statement(
                        id=content_id("s", article_id, start),
                        article_id=article_id,
                        language="de",
                        quote=quote,
                        char_start=start,
                        char_end=start + len(quote),
                        claim=claim,
                        claim_spans=(Span(start, start + len(claim)),),
                        speaker=who,
                        speaker_id=content_id("p", who),
                        claim_date=When(value=day, basis=Basis.ARTICLE),
                    )
                )
            segments = (
                Segment(start=0, end=title_end, kind=SegmentKind.TITLE),
                Segment(start=title_end + 1, end=len(text), kind=SegmentKind.BODY),
            )
            story_of[article_id] = story
            articles.append(
                Article(
                    id=article_id,
                    text=text,
                    title=text[:title_end],
                    published=When(value=day),
                    language="de",
                    sha256="",
                    source_file=f"{story:06}_{number}.txt",
                    segments=segments,
                )
            )
    return articles, statements, story_of


class Memory(dict[str, str]):
    """Keeps results, and counts those that are made."""

    made = 0

    def put(self, key: str, body: str, /) -> None:
        self[key] = body
        self.made += 1


def batch(articles: list[Article], statements: list[Statement]) -> None:
    """All but the last ten articles related, then all."""
    memory = Memory()
    for some in (articles[:-10], articles):
        inside = {item.id for item in some}
        said = [item for item in statements if item.article_id in inside]
        busy, memory.made = time.process_time(), 0
        pipeline.relate(some, said, kept=memory)
        busy = time.process_time() - busy
        print(f"{len(some):>8,} articles {busy:8.1f} s of processor time, {memory.made:,} results made")


def main(arguments: list[str]) -> int:
    print(f"{platform.machine()}, Python {platform.python_version()}")
    group(folder(20)[1])  # dictionaries are loaded before the clock runs
    sizes = [int(item.replace(",", "")) for item in arguments if item != "--batch"]
    for size in sizes or [1_000, 10_000, 50_000]:
        articles, statements, story_of = folder(size)
        begin, busy = time.perf_counter(), time.process_time()
        background = conflicts.background(statements, articles)
        opposed = partial(conflicts.opposed, settings=Settings(), known=background)
        known, topics = group(statements, articles=articles, opposed=opposed, around=background.around)
        seconds, busy = time.perf_counter() - begin, time.process_time() - busy
        home = {item.id: story_of[item.article_id] for item in known}
        mixed = sum(len({home[one] for one in topic.statement_ids}) > 1 for topic in topics)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{len(statements):>8,} statements {seconds:8.1f} s, {busy:8.1f} s of processor time"
            f" {peak:7.0f} MB {len(topics):>7,} topics, {mixed} mixing stories"
        )
        if "--batch" in arguments:
            batch(articles, statements)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

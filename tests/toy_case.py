"""A pipeline small enough to foresee: a line "Name: claim #topic" is a statement, "not" clashes with its absence."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from claims.models import (
    Aliases,
    Article,
    Basis,
    Conflict,
    Findings,
    Kind,
    Level,
    Links,
    Reason,
    Skipped,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Topic,
    When,
    content_id,
)

_LINE = re.compile(r"^(?P<who>[^:\n]+): (?P<claim>[^#\n]+?) ?#(?P<topic>\w+)$", re.MULTILINE)


def toy_article(text: str, *, published: str = "2025-03-11", publisher: str = "Küstenbote", name: str = "") -> Article:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Article(
        id=content_id("a", text),
        text=text,
        title=text.partition("\n")[0][:40],
        publisher=publisher,
        published=When(value=published, basis=Basis.EXPLICIT),
        language="de",
        sha256=sha,
        source_file=name or f"{sha[:8]}.txt",
    )


def toy_read(paths: Sequence[str], **_: object) -> Iterator[Article | Skipped]:
    for name in sorted(paths):
        path = Path(name)
        if not path.is_file():
            yield Skipped(source=name, key="store.missing", values={"path": name})
        else:
            yield toy_article(path.read_text(encoding="utf-8"), name=name)


def toy_extract(article: Article, _settings: object = None) -> list[Statement]:
    return [
        Statement(
            id=content_id("s", article.id, line.start()),
            article_id=article.id,
            language=article.language,
            quote=line.group(),
            char_start=line.start(),
            char_end=line.end(),
            claim=line["claim"],
            claim_spans=(Span(*line.span("claim")),),
            mention=line["who"],
            speaker=line["who"],
            speaker_kind=SpeakerKind.PERSON,
            claim_date=When(value=article.published.value, basis=Basis.ARTICLE),
            generated_by="toy.line",
        )
        for line in _LINE.finditer(article.text)
    ]


def _joined(names: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    root = {name: name for name in names}
    for left, right in pairs:
        if left in root and right in root:
            first, second = sorted((root[left], root[right]))
            root = {name: first if at == second else at for name, at in root.items()}
    return root


def toy_relate(
    articles: Sequence[Article],
    statements: Sequence[Statement],
    links: Links | None = None,
    aliases: Aliases | None = None,
    **_: object,
) -> Findings:
    links, aliases = links or Links(), aliases or Aliases()
    names = sorted({item.speaker for item in statements})
    person = _joined(names, aliases.same)
    known = [item.model_copy(update={"speaker_id": content_id("p", person[item.speaker])}) for item in statements]
    tags = {item.id: item.quote.rpartition("#")[2] for item in known}
    of = {item.id: item for item in known}
    ids = sorted(of)
    base = [(a, b) for a in ids for b in ids if a < b and tags[a] == tags[b]] if len(ids) < 400 else []
    pairs = [pair for pair in base if not {pair, pair[::-1]} & set(links.must_not_link)]
    group = _joined(ids, [*pairs, *links.must_link])
    topics, conflicts = [], []
    for first in sorted(set(group.values())):
        members = [name for name in ids if group[name] == first]
        topic = Topic(id=content_id("t", first), label=f"Sache {tags[first]}", statement_ids=tuple(members))
        topics.append(topic)
        for a in members:
            for b in members:
                if a < b and ("not " in of[a].claim) != ("not " in of[b].claim):
                    conflicts.append(_conflict(topic, of[a], of[b]))
    return Findings(
        articles=tuple(articles),
        statements=tuple(known),
        speakers=tuple(
            Speaker(
                id=content_id("p", first),
                name=first,
                kind=SpeakerKind.PERSON,
                aliases=tuple(name for name in names if person[name] == first),
            )
            for first in sorted(set(person.values()))
        ),
        topics=tuple(topics),
        conflicts=tuple(conflicts),
        notices=tuple(
            Skipped(source=item.source_file, key="notice.undated") for item in articles if not item.published.value
        ),
    )


def _conflict(topic: Topic, a: Statement, b: Statement) -> Conflict:
    same = a.speaker_id == b.speaker_id
    reason = Reason(
        kind=Kind.POLARITY,
        span_a=a.claim_spans[0],
        span_b=b.claim_spans[0],
        key="review.declared",
        values={"who": "toy"},
    )
    return Conflict(
        id=content_id("x", a.id, b.id),
        topic_id=topic.id,
        a=a.id,
        b=b.id,
        level=Level.SHIFT if same else Level.CONFLICT,
        score=0.5 + (int(content_id("n", a.id, b.id)[2:], 16) % 400) / 1000,
        reasons=(reason.model_copy(update={"key": "side.via", "values": {"names": "toy"}}),),
    )


def install(patch: pytest.MonkeyPatch) -> None:
    """Put the toy in place of reading and of the pipeline."""
    from claims import articles, pipeline

    patch.setattr(pipeline, "extract", toy_extract)
    patch.setattr(pipeline, "relate", toy_relate)
    patch.setattr(articles, "read", toy_read)


FERRY = "Ilka: the ferry sails #ferry\nJonas: the ferry does not sail #ferry\nMira: the ferry sails at noon #ferry"
BRIDGE = "Ilka: the bridge is open #bridge\nTomas: the bridge is not open #bridge"
PLAIN = "Nothing is said here."

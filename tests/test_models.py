from __future__ import annotations

import pytest
from pydantic import ValidationError

from claims.models import Article, Conflict, Level, Segment, SegmentKind, Span, Statement, content_id


def article(*kinds: SegmentKind) -> Article:
    segments = tuple(Segment(start=n, end=n + 1, kind=kind) for n, kind in enumerate(kinds))
    return Article(id="a_1", text="x" * len(kinds), sha256="0", segments=segments)


def test_ids_depend_on_content_alone() -> None:
    assert content_id("s", "a", 1) == content_id("s", "a", "1")
    assert content_id("s", "ab", "c") != content_id("s", "a", "bc")
    assert content_id("t", "a").startswith("t_")


def test_ids_survive_lone_surrogates() -> None:
    assert content_id("s", "\ud800")


def test_only_the_article_proper_is_readable() -> None:
    mixed = article(SegmentKind.TITLE, SegmentKind.FURNITURE, SegmentKind.BODY, SegmentKind.BOX, SegmentKind.CAPTION)
    assert [segment.kind for segment in mixed.readable()] == [SegmentKind.TITLE, SegmentKind.BODY]
    assert SegmentKind.BOX in [segment.kind for segment in mixed.readable(frozenset({SegmentKind.BOX}))]


def test_models_are_frozen_and_refuse_unknown_fields() -> None:
    with pytest.raises(ValidationError):
        article().text = "y"
    with pytest.raises(ValidationError):
        Article(id="a", text="", sha256="", titel="")  # type: ignore[call-arg]


def test_a_conflict_needs_a_reason_and_a_statement_words() -> None:
    with pytest.raises(ValidationError):
        Conflict(id="x", topic_id="t", a="s", b="s", level=Level.CONFLICT, score=1.0, reasons=())
    with pytest.raises(ValidationError):
        Statement(id="s", article_id="a", language="de", quote="", char_start=0, char_end=0, claim="", claim_spans=())


def test_statement_defaults_say_unknown() -> None:
    bare = Statement(
        id="s", article_id="a", language="de", quote="x", char_start=0, char_end=1, claim="x", claim_spans=(Span(0, 1),)
    )
    assert bare.speaker == ""
    assert bare.claim_date.value == ""
    assert bare.claim_date.basis == "unknown"

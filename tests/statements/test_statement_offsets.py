"""Whatever the text: quotes and claims are the article's own characters, claims are bounded, a run repeats itself."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.models import Article, Segment, SegmentKind
from claims.statements import find


def article_of(text: str, language: str) -> Article:
    """An article whose every line is body text."""
    segments: list[Segment] = []
    place = 0
    for line in text.split("\n"):
        if line.strip():
            segments.append(Segment(start=place, end=place + len(line), kind=SegmentKind.BODY))
        place += len(line) + 1
    return Article(id="art_test", text=text, sha256="0", language=language, segments=tuple(segments))


PIECES = [
    "Ada Quint sagte",
    "die Stadt",
    ", dass",
    " sei",
    " habe",
    "„",
    "“",
    "»",
    "«",
    '"',
    ": ",
    ". ",
    ", ",
    "\n",
    "\n\n",
    " (",
    ") ",
    "laut Polizei ",
    "nach Angaben der Behörde ",
    "so Rade",
    "wie",
    " mitteilte",
    " zu kommen",
    "dementierte ",
    "und ",
    "1.",
    " Mai ",
    "der",
    " die",
    "Das ",
    "teilte",
    " mit",
    "will ",
    "gehört haben",
    " nicht",
    "• ",
    " – ",
    "wonach ",
    "she said ",
    "that ",
    "…",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=60), st.sampled_from(["de", "en"]))
@example(["Ada Quint sagte", "…", "dementierte ", "laut Polizei ", "Ada Quint sagte"], "de")  # a source ends the text
def test_offsets_hold_and_runs_repeat(pieces: list[str], language: str) -> None:
    article = article_of("".join(pieces), language)
    first, second = find(article), find(article)
    assert first == second
    for item in first:
        assert article.text[item.char_start : item.char_end] == item.quote
        assert item.claim == " … ".join(article.text[span.start : span.end] for span in item.claim_spans)
        assert all(item.char_start <= span.start < span.end <= item.char_end for span in item.claim_spans)
        assert len(item.claim.split()) <= 100
        assert 0 <= item.confidence <= 1
        if item.mention_span:
            assert article.text[item.mention_span.start : item.mention_span.end] == item.mention


def test_an_article_in_another_language_has_no_statements() -> None:
    assert find(article_of("Il ministro ha detto che va bene.", "it")) == []


def test_hostile_repeats_are_read_in_bounded_time() -> None:
    for unit in ("„", "sagte ", "der ", "(", ", dass ", "laut ", "Ada ", '"a" '):
        find(article_of(unit * 3000, "de"))

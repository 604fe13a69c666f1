"""Models to styled text. Words from articles pass :func:`claims.safe.safe_text` and never markup.

``safe_text`` keeps every offset, so spans of the article can be marked in what is shown. Clashing words are bold and
reversed: visible in any theme, in monochrome and to readers who do not tell colours apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from claims.models import Basis, Level, ReviewStatus, Span
from claims.review import PairView, Passage, StatementView, Stats, TopicItem, TopicView
from claims.safe import safe_text
from claims.wording import catalogue, day, say

CLASH = "bold reverse"
DIM = "dim"
GLYPHS = {
    ReviewStatus.OPEN: "●",
    ReviewStatus.LATER: "↷",
    ReviewStatus.ACCEPTED: "✓",
    ReviewStatus.DISMISSED: "✗",
    ReviewStatus.EDITED: "✎",
    ReviewStatus.STRUCK: "–",
}
SHIFT = "⟲"


def plain(text: str, style: str = "") -> Content:
    """One line of harmless text."""
    return Content.styled(safe_text(text), style) if style else Content(safe_text(text))


def plain_lines(text: str) -> Content:
    """Harmless text of several lines."""
    return Content(safe_text(text, lines=True))


def lines(parts: Iterable[Content]) -> Content:
    """The parts below each other, without the empty ones."""
    return Content("\n").join(part for part in parts if part.plain)


def state(status: ReviewStatus, language: str) -> str:
    """Glyph and word: ``✓ accepted``."""
    return f"{GLYPHS[status]} {say(f'state.{status.value}', language)}"


def topic_option(item: TopicItem, language: str) -> Content:
    """Three lines of the queue: what it is about; state and number of pairs; what kinds of clash."""
    status = item.state or ReviewStatus.OPEN
    kinds = ", ".join(say(f"kind.{kind.value}", language) for kind in item.kinds[:2]) + ("…" if item.kinds[2:] else "")
    pairs = say("tui.pairs_one" if item.pairs == 1 else "tui.pairs_many", language, number=item.pairs)
    shift = f"{SHIFT} " if item.level is Level.SHIFT else ""
    style = "bold" if status is ReviewStatus.OPEN else DIM
    return lines(
        [plain(item.label, style), plain(f"{shift}{state(status, language)} · {pairs}", DIM), plain(kinds, DIM)],
    )


def progress(stats: Stats, language: str) -> Content:
    """How much is decided, in words and as a bar of twelve cells."""
    decided, total = stats.accepted + stats.dismissed, stats.conflicts
    full = round(12 * decided / total) if total else 0
    words = say("tui.decided", language, decided=decided, total=total)
    return Content.assemble(f"{words} ", ("█" * full, "$success"), ("·" * (12 - full), DIM))


def reasons(pair: PairView, language: str) -> Content:
    """What clashes, what was found equal and what is unsure, every reason on its own line."""
    parts = []
    for reason in pair.reasons:
        kind = say(f"kind.{reason.kind.value}", language)
        parts.append(Content.assemble((f"≠ {kind}", "bold $warning"), f"  {safe_text(reason.text)}"))
    equal = dict.fromkeys(words for reason in pair.reasons for words in reason.equal)
    unsure = dict.fromkeys(words for reason in pair.reasons for words in reason.unsure)
    if equal:
        parts.append(plain(f"{say('view.same', language)} {' · '.join(equal)}", DIM))
    if unsure:
        parts.append(plain(f"{say('view.unsure', language)} {' · '.join(unsure)}", DIM))
    return lines(parts)


def verdict(pair: PairView, language: str) -> str:
    """The strip under the reasons: level, score, who against whom, what was decided by whom."""
    level = say(f"level.{pair.conflict.level.value}", language)
    parts = [f"{level} {pair.conflict.score:.2f}", state(pair.review.status, language)]
    if pair.review.reviewer and pair.review.status is not ReviewStatus.OPEN:
        parts.append(pair.review.reviewer)
    if pair.review.why:
        parts.append(why(pair.review.why, language))
    return safe_text(" · ".join(parts))


def why(token: str, language: str) -> str:
    """A reason for a dismissal in words; a reviewer's own words stay as they are."""
    key = f"dismiss.{token}"
    return say(key, language) if key in catalogue(language) else token


def when(view: StatementView, language: str) -> str:
    """When it was said, where that date comes from unless the text says it, and what time it is about."""
    said, about = view.statement.claim_date, view.statement.about_date
    if said.value:
        words = say("side.said", language, date=day(said.value, language))
        if said.basis is Basis.ARTICLE:
            words += f" ({say('side.by_article', language)})"
        elif said.basis is Basis.INFERRED:
            words += f" ({say('side.inferred', language)})"
    else:
        words = say("side.said_unknown", language)
    if about.value:
        words += f" · {say('side.about', language, date=day(about.value, language))}"
    return words


def source(view: StatementView, language: str) -> str:
    """Outlet, its date unless the statement is of that day, and in how many outlets the same text stands."""
    article = view.article
    parts = [article.outlet]
    if article.published.value and article.published.value != view.statement.claim_date.value:
        parts.append(day(article.published.value, language))
    if view.copies:
        parts.append(say("tui.printed_in", language, number=len(view.copies) + 1))
    return " · ".join(parts)


def name(view: StatementView, language: str) -> Content:
    """Who speaks, in bold; an unknown speaker is said to be unknown."""
    if view.name:
        return plain(view.name, "bold")
    return Content.styled(say("side.unknown_speaker", language), "bold italic")


def words(view: StatementView, clash: Sequence[Span]) -> Content:
    """The quote as it stands in the article, attribution dimmed, clashing words marked."""
    said = view.statement
    content = plain(said.quote)
    start, end = said.char_start, said.char_end
    last = start
    for piece in sorted(said.claim_spans):
        if piece.start > last:
            content = content.stylize(DIM, last - start, piece.start - start)
        last = max(last, piece.end)
    if last < end:
        content = content.stylize(DIM, last - start, end - start)
    for span in clash:
        if span.start < end and span.end > start:
            content = content.stylize(CLASH, max(span.start, start) - start, min(span.end, end) - start)
    return content


def side(view: StatementView, clash: Sequence[Span], language: str) -> Content:
    """Everything on one side of a pair."""
    said = view.statement
    role = said.speaker_role or (view.speaker.role if view.speaker else "")
    parts = [
        plain(role, "italic") if role else Content(""),
        plain(when(view, language)),
        plain(source(view, language), DIM),
    ]
    if said.reported_via:
        parts.append(plain(say("side.via", language, names=" > ".join(said.reported_via)), DIM))
    parts.append(Content(" "))
    parts.append(words(view, clash))
    return lines(parts)


def manner(view: StatementView, language: str) -> str:
    """Direct or reported, and what the speaker does with it."""
    said = view.statement
    return f"{say(f'type.{said.quote_type.value}', language)} · {say(f'stance.{said.stance.value}', language)}"


def card(view: StatementView, clash: Sequence[Span], language: str) -> Content:
    """One statement in the view of all speakers: when, where, the claim in its own words."""
    date = day(view.statement.claim_date.value, language) or say("tui.no_date", language)
    return lines([plain(f"{date} · {view.article.outlet}", DIM), claim(view, clash)])


def claim(view: StatementView, clash: Sequence[Span]) -> Content:
    """The claim alone, pieces joined with an ellipsis, clashing words marked."""
    said = view.statement
    text = view.statement.quote
    pieces = []
    for piece in said.claim_spans:
        content = plain(text[piece.start - said.char_start : piece.end - said.char_start])
        for span in clash:
            if span.start < piece.end and span.end > piece.start:
                start, end = max(span.start, piece.start), min(span.end, piece.end)
                content = content.stylize(CLASH, start - piece.start, end - piece.start)
        pieces.append(content)
    return Content(" … ").join(pieces)


def one_line(view: StatementView, language: str) -> Content:
    """Date, speaker, outlet and claim in one line."""
    date = day(view.statement.claim_date.value, language)
    head = f"{safe_text(date)}  " if date else ""
    outlet = safe_text(view.article.outlet)
    return Content.assemble(head, name(view, language), f" ({outlet}): {safe_text(view.statement.claim)}")


def passage(shown: Passage, clash: Sequence[Span]) -> Content:
    """The passage in its article: the quote underlined, the clashing words marked, the rest dimmed."""
    content = Content(safe_text(shown.text, lines=True))
    content = content.stylize(DIM, 0, shown.quote.start).stylize(DIM, shown.quote.end)
    content = content.stylize("underline", shown.quote.start, shown.quote.end)
    for span in clash:
        start, end = span.start - shown.start, span.end - shown.start
        if 0 <= start < end <= len(shown.text):
            content = content.stylize(CLASH, start, end)
    before, after = ("… " if shown.more_before else ""), (" …" if shown.more_after else "")
    return Content.assemble((before, DIM), content, (after, DIM))


def evidence(view: TopicView) -> Mapping[str, list[Span]]:
    """The clashing spans of every statement of a topic."""
    spans: dict[str, list[Span]] = {}
    for pair in view.pairs:
        for reason in pair.conflict.reasons:
            spans.setdefault(pair.conflict.a, []).append(reason.span_a)
            spans.setdefault(pair.conflict.b, []).append(reason.span_b)
    return spans


def timeline(view: TopicView, language: str) -> Content:
    """One line per statement by date; a speaker's shifts carry a sign at both ends."""
    shifted = {
        side_id
        for pair in view.pairs
        if pair.conflict.level is Level.SHIFT
        for side_id in (pair.conflict.a, pair.conflict.b)
    }
    rows = []
    for shown in view.statements:
        mark = f"{SHIFT} " if shown.statement.id in shifted else "  "
        rows.append(Content.assemble((mark, "bold $warning"), one_line(shown, language)))
    return lines(rows)

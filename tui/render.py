"""Models to styled text. Words from articles pass :func:`claims.safe.safe_text` and never markup.

``safe_text`` keeps every offset, so spans of the article can be marked in what is shown. Clashing words are bold and
reversed: visible in any theme, in monochrome and to readers who do not tell colours apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from claims.models import Basis, Level, ReviewStatus, Span
from claims.review import PairView, Passage, StatementView, TopicItem, TopicView
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
QUEUE_CELLS = 32  # the queue between its frame
PARTS = ("comparability", "incompatibility", "firmness", "guards")  # of a score, as the comparison names them


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


def topic_lines(item: TopicItem, language: str, *, marked: bool = False) -> tuple[Content, Content]:
    """Two lines of the queue: state and what it is about; state in words, number of pairs, kinds of clash."""
    sign = "■ " if marked else ""
    shift = f"{SHIFT} " if item.level is Level.SHIFT else ""
    if item.state is None:
        return plain(f"{sign}· {item.label}", DIM), plain(f"  {say('tui.no_clash', language)}", DIM)
    status = item.state
    pairs = f"{item.open}/{item.pairs}" if 0 < item.open < item.pairs else str(item.pairs)
    words = say(f"state.{status.value}", language)
    kinds = fitting(
        [say(f"tui.short.{kind.value}", language) for kind in item.kinds], len(f"  {words} {pairs} · {shift}")
    )
    head = Content.assemble(f"{sign}{GLYPHS[status]} ", safe_text(item.label))
    style = "bold" if status is ReviewStatus.OPEN else DIM
    return head.stylize(style), plain(f"  {words} {pairs} · {shift}{kinds}", DIM)


def fitting(parts: Sequence[str], before: int) -> str:
    """As many parts as fit the queue beside ``before`` cells, and how many more there are."""
    shown = list(parts)
    while len(shown) > 1 and before + len(" · ".join(shown)) + 3 * (len(shown) < len(parts)) > QUEUE_CELLS:
        shown.pop()
    return " · ".join(shown) + (f" +{len(parts) - len(shown)}" if len(shown) < len(parts) else "")


def progress(decided: int, total: int, language: str) -> Content:
    """How much is decided, in words and as a bar of twelve cells."""
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
    if pair.review.notes:
        parts.append(plain(f"{say('tui.note_is', language)} {pair.review.notes}", "italic"))
    return lines(parts)


def score(pair: PairView, language: str) -> str:
    """The score and the parts that lower it; ``i`` tells all of them."""
    low = [(name, value) for name, value in pair.conflict.parts.items() if value < 1]
    parts = ", ".join(f"{say(f'tui.part.{name}', language)} {value:.2f}" for name, value in low if name in PARTS)
    return f"{pair.conflict.score:.2f}" + (f" ({parts})" if parts else "")


def verdict(pair: PairView, language: str) -> str:
    """The strip under the reasons: level, score, who against whom, what was decided by whom."""
    level = say(f"level.{pair.conflict.level.value}", language)
    parts = [f"{level} {score(pair, language)}", state(pair.review.status, language)]
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
    words = day(said.value, language) if said.value else say("tui.no_date", language)
    if said.value and said.basis is Basis.ARTICLE:
        words += f" ({say('tui.by_article', language)})"
    elif said.value and said.basis is Basis.INFERRED:
        words += f" ({say('side.inferred', language)})"
    if about.value:
        words += f" · {say('tui.about', language, date=day(about.value, language))}"
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


def meta(view: StatementView, language: str, *, name_fits: bool = True, flowing: bool = False) -> Content:
    """Role, then dates and outlet, and who passed the words on; the whole name when the frame has no room for it.

    ``flowing`` puts them one after the other where lines are few.
    """
    said = view.statement
    parts = [Content("") if name_fits else name(view, language), plain(view.role, "italic")]
    parts.append(plain(f"{when(view, language)} · {source(view, language)}"))
    if said.reported_via:
        parts.append(plain(say("side.via", language, names=" > ".join(said.reported_via)), DIM))
    return Content(" · ").join(part for part in parts if part.plain) if flowing else lines(parts)


def review_of(view: StatementView, language: str) -> Content:
    """What reviewers made of a statement: how it was found before they edited it, verdict, evidence, tags, note."""
    review, said, found = view.review, view.statement, view.original
    parts = []
    if found is not None:
        before = {
            "speaker": (found.speaker or found.mention, said.speaker),
            "speaker_role": (found.speaker_role, said.speaker_role),
            "claim_date": (found.claim_date.value, said.claim_date.value),
            "about_date": (found.about_date.value, said.about_date.value),
            "stance": (say(f"stance.{found.stance.value}", language), say(f"stance.{said.stance.value}", language)),
            "claim": (found.claim, said.claim),
        }
        changed = [
            f"{say(f'tui.was.{field}', language)} {was or '–'}" for field, (was, now) in before.items() if was != now
        ]
        parts.append(plain(f"{state(review.status, language)} · {say('tui.found_as', language)} {' · '.join(changed)}"))
    elif review.status is not ReviewStatus.OPEN:
        parts.append(plain(state(review.status, language)))
    if view.added_by_hand:
        parts.append(plain(say("tui.by_hand", language)))
    judged = [review.verdict, review.verdict_level.value, *review.evidence_urls, *(f"#{tag}" for tag in review.tags)]
    if any(judged):
        parts.append(plain(f"{say('tui.verdict_is', language)} {' · '.join(filter(None, judged))}"))
    if review.notes:
        parts.append(plain(f"{say('tui.note_is', language)} {review.notes}", "italic"))
    return lines(parts)


def manner(view: StatementView, language: str) -> str:
    """Direct or reported, and what the speaker does with it."""
    said = view.statement
    return f"{say(f'type.{said.quote_type.value}', language)} · {say(f'stance.{said.stance.value}', language)}"


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


def line(view: StatementView, clash: Sequence[Span], language: str, *, named: bool = True) -> Content:
    """Speaker, outlet and claim in one line, without the speaker where all is said by one."""
    outlet = safe_text(view.article.outlet)
    head = Content.assemble(name(view, language), f" ({outlet}): ") if named else Content(f"({outlet}) ")
    return Content.assemble(head, claim(view, clash))


def one_line(view: StatementView, language: str) -> Content:
    """Date, speaker, outlet and claim in one line."""
    date = day(view.statement.claim_date.value, language)
    return Content.assemble(f"{safe_text(date)}  " if date else "", line(view, [], language))


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

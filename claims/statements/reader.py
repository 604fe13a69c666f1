"""From what the rules found to statements for a reader: host clauses, no loose fragments, nothing twice."""

from __future__ import annotations

from claims.language.analysis import Analysis, analyse_all
from claims.language.lexicon import languages
from claims.models import Article, QuoteType, Segment, SegmentKind, Span, Statement, content_id
from claims.settings import Settings
from claims.statements.rules import read
from claims.statements.scene import Form, Found, Range, minus

LONGEST_CLAIM = 90  # words; more is a passage and no claim
SHORTEST_CLAIM = 2  # words
TYPES = {
    Form.DIRECT: QuoteType.DIRECT,
    Form.INDIRECT: QuoteType.INDIRECT,
    Form.FREE: QuoteType.INDIRECT,
    Form.MIXED_FREE: QuoteType.INDIRECT,
    Form.REPORTED: QuoteType.REPORTED,
}


def find(article: Article, *, settings: Settings = Settings()) -> list[Statement]:  # noqa: B008
    """The statements of an article's readable segments, in the order of their place.

    Mention, cue, claim and stance are filled; who the mention is and when it was said are for later stages. An
    article in a language without data has none.
    """
    if article.language not in languages():
        return []
    extra = frozenset(kind for kind in SegmentKind if str(kind) in settings.include)
    blocks = list(article.readable(extra))
    spans = [(segment.start, segment.end) for segment in blocks]
    analysis = analyse_all(article.text, spans, article.language)
    found = read(analysis, [])
    statements: dict[str, Statement] = {}
    for item in found:
        if item.only_benchmark:
            continue
        statement = _statement(article, analysis, item, blocks)
        if statement is not None:
            statements.setdefault(statement.id, statement)
    return sorted(statements.values(), key=lambda statement: (statement.char_start, statement.char_end, statement.id))


def _pieces(analysis: Analysis, item: Found) -> tuple[Range, ...]:
    if item.form is Form.REPORTED:
        return item.act
    if item.rule.endswith(".das"):
        return minus(analysis, item.pieces[0], [])
    pieces: list[Range] = []
    for start, end in item.pieces:
        pieces.extend(minus(analysis, (start, end), []))
    return tuple(pieces)


def _kind_at(blocks: list[Segment], place: int) -> SegmentKind:
    for segment in blocks:
        if segment.start <= place < segment.end:
            return segment.kind
    return SegmentKind.BODY


def _statement(article: Article, analysis: Analysis, item: Found, blocks: list[Segment]) -> Statement | None:
    pieces = _pieces(analysis, item)
    if not pieces:
        return None
    mention = item.antecedent or item.mention
    spans = tuple(analysis.span(*piece) for piece in pieces)
    words = sum(1 for piece in pieces for index in range(*piece) if analysis.is_word(index))
    if not SHORTEST_CLAIM <= words <= LONGEST_CLAIM:
        return None
    places = [place for span in spans for place in span]
    if item.cue:
        places += [analysis.tokens[item.cue[0]].start, analysis.tokens[item.cue[-1]].end]
    sentence = analysis.sentences[item.sentence]
    begin, stop = analysis.tokens[sentence.start].start, analysis.tokens[sentence.end - 1].end
    if item.mention is not None:
        span = analysis.span(*item.mention)
        if begin <= span.start < stop:
            places += span
    start, end = min(places), max(places)
    text = article.text
    mention_span = analysis.span(*mention) if mention else None
    cue_span = Span(analysis.tokens[item.cue[0]].start, analysis.tokens[item.cue[-1]].end) if item.cue else None
    claim = " … ".join(text[span.start : span.end] for span in spans)
    quoted = any(analysis.inside[index] >= 0 for piece in pieces for index in range(*piece))
    quote_type = TYPES[item.form]
    if quote_type is QuoteType.INDIRECT and quoted:
        quote_type = QuoteType.MIXED
    return Statement(
        id=content_id("s", article.id, start, end, claim, mention_span or ""),
        article_id=article.id,
        language=article.language,
        quote=text[start:end],
        char_start=start,
        char_end=end,
        claim=claim,
        claim_spans=spans,
        cue=" ".join(analysis.tokens[index].text for index in item.cue),
        cue_span=cue_span,
        mention=text[mention_span.start : mention_span.end] if mention_span else "",
        mention_span=mention_span,
        quote_type=quote_type,
        stance=item.stance,
        reported_via=tuple(analysis.words(*range_) for range_ in item.via),
        generated_by=item.rule,
        segment=_kind_at(blocks, start),
    )

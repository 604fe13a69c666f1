"""From what the rules found to statements for a reader: host clauses, no loose fragments, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.language.analysing import analyse_all
from claims.language.analysis import Analysis
from claims.language.lexicon import languages
from claims.models import Article, QuoteType, Segment, SegmentKind, Span, Stance, Statement, content_id
from claims.settings import Settings
from claims.statements.candidates import is_abstract
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import cue_words
from claims.statements.labels import without_places
from claims.statements.occurrences import is_number
from claims.statements.phrases import phrase_at
from claims.statements.precision import precision
from claims.statements.rules import read
from claims.statements.scene import Form, Found, Range, minus
from claims.statements.source_words import source_words

LONGEST_CLAIM = 90  # words; more is a passage and no claim
SHORTEST_CLAIM = 2  # words
NEAR = 2  # statements of a sentence found before one that stands ahead of them
SHORTEST_OBJECT = 4  # words of the bare object of an act from which it tells enough without its verb
THOUGHTS = frozenset({"think", "doubt"})
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
    analysis = analyse_all(article.text, [(block.start, block.end) for block in blocks], article.language)
    found = without_places(analysis, [item for item in read(analysis) if _is_statement(analysis, item)])
    found = [item for item in found if not _within_frame(item, found)]
    statements: dict[str, Statement] = {}
    for place, item in enumerate(found):
        if _bare_denial(analysis, item) and any(
            _goes_on(analysis, item, later) for later in found[max(0, place - NEAR) :]
        ):
            continue
        if item.rule.endswith(".das") and _said_already(found, item):
            if item.stance not in (Stance.DENIES, Stance.CONFIRMS, Stance.DOUBTS):
                continue
            item = _as_answer(analysis, item)
        for pieces in _claims(analysis, item):
            statement = _statement(article, analysis, item, pieces, blocks)
            statements.setdefault(statement.id, statement)
    return sorted(statements.values(), key=lambda statement: (statement.char_start, statement.char_end, statement.id))


def _is_statement(analysis: Analysis, item: Found) -> bool:
    """What the benchmark counts and a reader does not want is left out: thoughts, matters that "say", the author."""
    rule = item.rule.rsplit(".", 1)[-1]
    if item.only_benchmark:
        return False
    words = analysis.grammar
    mention = item.mention
    if rule == "nomen":
        noun = item.cue[0] if item.cue else -1
        owned = mention is not None and noun >= 0 and mention[0] - noun in (1, 2)  # "die Behauptung (von) X"
        return owned and analysis.lower[noun] not in source_words(analysis.language).nominal.thoughts
    if mention is None:
        return rule in ("das",) or item.form is Form.DIRECT or item.hearsay
    low = analysis.lower[mention[0]]
    if low in words.first_possessives and item.form is not Form.DIRECT and item.hearsay:
        return False  # "In unserem Bericht hieß es, …"
    single = mention[1] - mention[0] == 1
    if single and (low in words.first_person or low in words.indefinite_pronouns):
        return item.form is Form.DIRECT
    if item.form is Form.REPORTED and item.group in ("say", "think") and _tells_nothing(analysis, item):
        return False
    if item.antecedent and analysis.lower[item.antecedent[0]] in words.negations:
        return False  # "is no relative who could justify it, …": nobody's
    if item.group in THOUGHTS and (item.antecedent or (single and low in words.relatives)):
        return False
    if rule in ("demnach", "wonach") and single and item.antecedent is None:
        return False  # "Gerüchte, nach denen …": nobody's
    if rule == "demnach" and not single and mention[1] - mention[0] < OWNED:
        return False  # "Berichte, wonach …": nobody's
    phrase = phrase_at(analysis, *mention)
    speech = item.group in ("say", "think", "confirm", "deny", "announce", "accuse", "demand")
    if not speech or phrase is None or phrase.pronoun or not is_abstract(analysis, phrase):
        return True
    # a matter says that something is so; what is quoted or passed on in the reported mood was said by somebody
    named = low in words.determiners and mention[1] - mention[0] > 1
    return named and (rule == "konjunktiv" or item.form is Form.DIRECT)


def _within_frame(item: Found, found: list[Found]) -> bool:
    """ "Der Schaden betrage nach ersten Schätzungen 3 Mio., sagte X": X's, and of no source that nobody knows."""
    if not item.nobody:
        return False
    others = (one for one in found if one.sentence == item.sentence and one.mention and one.cue and not one.nobody)
    return any(a <= other.cue[0] < b for other in others for a, b in item.pieces)


def _bare_denial(analysis: Analysis, item: Found) -> bool:
    """ "Das Amt widerspricht." """
    if item.form is not Form.REPORTED or item.group != "deny":
        return False
    return sum(_words(analysis, piece) for piece in item.act) < SHORTEST_CLAIM


def _goes_on(analysis: Analysis, item: Found, later: Found) -> bool:
    """Whether ``later`` is what the one who denied said right after: that tells more than the bare act."""
    block = analysis.sentences[item.sentence].block == analysis.sentences[later.sentence].block
    ahead = later.sentence < item.sentence or later.start < item.start
    if not block or ahead or later.sentence > item.sentence + 1 or later.form is Form.REPORTED:
        return False
    if later.mention is None or later.mention == item.mention or later.antecedent == item.mention:
        return True
    return analysis.lower[later.mention[0]] in analysis.grammar.subject_pronouns | analysis.grammar.clear_subjects


def _tells_nothing(analysis: Analysis, item: Found) -> bool:
    """An act of saying without a noun, a number or quoted words: "äußerte sich anders", "zeigte sich unbeeindruckt"."""
    first = analysis.sentences[item.sentence].start
    return not any(
        analysis.inside[index] >= 0
        or is_number(analysis, index)
        or (analysis.tokens[index].text[0].isupper() and index > first)
        for piece in item.act
        for index in range(*piece)
        if index not in item.cue
    )


OWNED = 3  # tokens of a phrase that says whose report it is


def _as_answer(analysis: Analysis, item: Found) -> Found:
    """ "Das bestreitet X" behind the statement that it points at: an act of its own, which answers that."""
    sentence = analysis.sentences[item.sentence]
    marks = (
        i for i in range(sentence.start, sentence.end) if analysis.tokens[i].text == ";" and analysis.inside[i] < 0
    )
    whole = (sentence.start, next(marks, sentence.end))
    act = minus(analysis, whole, [item.mention] if item.mention else [])
    return replace(item, rule=f"{analysis.language}.akt", form=Form.REPORTED, pieces=(whole,), act=act)


def _said_already(found: list[Found], item: Found) -> bool:
    """The sentence that "Das teilte X mit" points at is a statement by itself."""
    return any(other is not item and other.sentence == item.sentence - 1 and other.mention for other in found)


def _claims(analysis: Analysis, item: Found) -> Iterator[tuple[Range, ...]]:
    """The content's pieces without punctuation at the edges; long direct speech is parted at its sentences."""
    if item.form is Form.REPORTED:
        pieces = item.act
    elif item.rule.endswith(".das"):
        pieces = minus(analysis, item.pieces[0], [])
    else:
        pieces = tuple(part for piece in item.pieces for part in minus(analysis, piece, []))
    count = sum(_words(analysis, piece) for piece in pieces)
    whole = item.whole_act or item.word in clausal_words(analysis.language).shown_whole
    if item.act and (count < SHORTEST_OBJECT or whole):
        pieces = item.act  # "denied wrongdoing": the bare object tells too little
        count = sum(_words(analysis, piece) for piece in pieces)
    spoken = item.form is Form.DIRECT and item.cue
    shortest = 1 if spoken or item.rule.endswith(".nein") or _bare_denial(analysis, item) else SHORTEST_CLAIM
    if shortest <= count <= LONGEST_CLAIM:
        yield pieces
        return
    if count <= LONGEST_CLAIM or item.form is Form.REPORTED:
        return
    for start, end in pieces:
        first = start
        last = start
        for index in range(start, end):
            if analysis.tokens[index].text in (".", "!", "?") or index == end - 1:
                if last > first and _words(analysis, (first, index + 1)) > LONGEST_CLAIM:
                    yield from _part(analysis, first, last)
                    first = last
                last = index + 1
        yield from _part(analysis, first, end)


def _part(analysis: Analysis, start: int, end: int) -> Iterator[tuple[Range, ...]]:
    pieces = minus(analysis, (start, end), [])
    if SHORTEST_CLAIM <= sum(_words(analysis, piece) for piece in pieces) <= LONGEST_CLAIM:
        yield pieces


def _words(analysis: Analysis, piece: Range) -> int:
    return sum(1 for index in range(*piece) if analysis.is_word(index))


def _kind_at(blocks: list[Segment], place: int) -> SegmentKind:
    for segment in blocks:
        if segment.start <= place < segment.end:
            return segment.kind
    return SegmentKind.BODY


def _statement(
    article: Article, analysis: Analysis, item: Found, pieces: tuple[Range, ...], blocks: list[Segment]
) -> Statement:
    text = article.text
    mention = None if item.nobody else item.antecedent or item.mention
    spans = tuple(analysis.span(*piece) for piece in pieces)
    sentence = analysis.sentences[item.sentence]
    begin, stop = analysis.tokens[sentence.start].start, analysis.tokens[sentence.end - 1].end
    places = [place for span in spans for place in span]
    if item.cue:
        places += [analysis.tokens[item.cue[0]].start, analysis.tokens[item.cue[-1]].end]
    if item.mention is not None:
        span = analysis.span(*item.mention)
        if begin <= span.start < stop:
            places += span
    start, end = min(places), max(places)
    mention_span = analysis.span(*mention) if mention else None
    cue_span = Span(analysis.tokens[item.cue[0]].start, analysis.tokens[item.cue[-1]].end) if item.cue else None
    claim = " … ".join(text[span.start : span.end] for span in spans)
    quote_type = TYPES[item.form]
    if quote_type is QuoteType.INDIRECT and any(analysis.inside[i] >= 0 for piece in pieces for i in range(*piece)):
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
        reported_via=tuple(analysis.words(*range_) for range_ in _channel(analysis, item)),
        generated_by=item.rule,
        confidence=precision(article.language, item.rule),
        segment=_kind_at(blocks, start),
    )


def _channel(analysis: Analysis, item: Found) -> tuple[Range, ...]:
    """Through whom the words came; of "zitierte die Agentur einen Sprecher" the agency."""
    if not item.via and item.word in cue_words(analysis.language).quoted and item.antecedent and item.mention:
        return (item.mention,)
    return item.via

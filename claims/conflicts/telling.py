"""How a finding is told: the reason with its evidence, and around it as many words of either side as a reader needs to
check it at a glance; what both sides have in common."""

from __future__ import annotations

import re

from claims.conflicts.pair import Finding, Note, Pair
from claims.conflicts.side import Side
from claims.language.lexicon import load
from claims.models import Level, Reason, Span, Stance
from claims.topics.frame import Frame
from claims.topics.lexicon import Parties

LONGEST_TOLD = 56  # characters of one side's words in the sentence
_MOVED = "reason.moved"
_TWO_REPORTS: tuple[Note, ...] = (("unsure.reports", {}),)
_MARKS = re.compile('[„“”"«»]')  # of speech; the sentence sets its own around the words


def reason(pair: Pair, finding: Finding, level: Level) -> Reason:
    """The reason that the interface words in its language; what is an update has moved on and is no clash."""
    a, b = pair.a, pair.b
    span_a, words_a = a.evidence(finding.a)
    span_b, words_b = b.evidence(finding.b)
    values = {
        "speaker_a": a.speaker,
        "speaker_b": b.speaker,
        "words_a": around(a, span_a, words_a),
        "words_b": around(b, span_b, words_b),
        **{key: value for key, value in finding.values.items() if key != "fact"},
    }
    return Reason(
        kind=finding.kind,
        span_a=span_a,
        span_b=span_b,
        key=_MOVED if level is Level.UPDATE and finding.counts else finding.key,
        values=values,
        equal=tuple(_equal(pair)),
        unsure=(*finding.unsure, *(_TWO_REPORTS if pair.same_speaker and a.day == b.day else ())),
    )


def around(side: Side, span: Span, words: str) -> str:
    """``words``, the evidence at ``span``, with the words of its clause around it as far as :data:`LONGEST_TOLD` goes.

    What a side denies is told with the verb that denies it. Left out words are shown by "…".
    """
    said = side.statement
    text, shift = said.quote, said.char_start
    if not text or not said.char_start <= span.start < span.end <= said.char_end:
        return _plain(words)
    start, end = _clause(side, span)
    cue = said.cue_span
    if said.stance == Stance.DENIES and cue is not None and cue.start < start:
        start = cue.start
    start, end = max(start, said.char_start) - shift, min(end, said.char_end) - shift
    left, right = _narrowed(text, (start, end), (span.start - shift, span.end - shift))
    told = _plain(text[left:right])
    return f"{'… ' if left > start else ''}{told}{' …' if right < end else ''}"


def _clause(side: Side, span: Span) -> tuple[int, int]:
    """Where the clause of the evidence begins and ends in the article, not beyond its piece of the claim."""
    words = side.frame.words
    inside = [word for word in words if word.start < span.end and span.start < word.end]
    if not inside:
        return span.start, span.end
    pieces = side.statement.claim_spans or (span,)
    piece = next((found for found in pieces if found.start <= inside[0].start < found.end), span)
    near = [word for word in words if inside[0].clause <= word.clause <= inside[-1].clause]
    near = [word for word in near if piece.start <= word.start and word.end <= piece.end]
    return min([span.start, *(word.start for word in near)]), max([span.end, *(word.end for word in near)])


def _narrowed(text: str, clause: tuple[int, int], evidence: tuple[int, int]) -> tuple[int, int]:
    """The clause, or the words around the evidence that fit: as many before it as after it where there are enough."""
    (start, end), (left, right) = clause, evidence
    if end - start <= LONGEST_TOLD or right - left >= LONGEST_TOLD:
        return (start, end) if end - start <= LONGEST_TOLD else (left, right)
    starts = [match.start() for match in re.finditer(r"\S+", text[start:left])]
    ends = [match.end() for match in re.finditer(r"\S+", text[right:end])]
    before, after = [start + place for place in reversed(starts)], [right + place for place in ends]
    while before or after:
        grown = False
        for places, of_the_left in ((after, False), (before, True)):
            if not places:
                continue
            wider = (places[0], right) if of_the_left else (left, places[0])
            if wider[1] - wider[0] > LONGEST_TOLD:
                places.clear()
                continue
            (left, right), grown = wider, True
            places.pop(0)
        if not grown:
            break
    return left, right


def _plain(words: str) -> str:
    """Without marks of speech and line breaks."""
    return " ".join(_MARKS.sub("", words).split()).strip(" ,;:")


def _equal(pair: Pair) -> list[Note]:
    """What both claims name: parties and the words of the matter, as the first of them writes them."""
    a, b = pair.a.frame, pair.b.frame
    names = sorted({a.words[a.names[name]].text for name in a.names if name in b.names})
    names += sorted({_state(a, code) for code in a.states if code in b.states})
    out: list[Note] = []
    if names:
        out.append(("equal.parties", {"words": ", ".join(names)}))
    named = {mention.name for mention in b.mentions if mention.group in ("event", "object")}
    shared = [
        (m.name, a.words[m.index].text)
        for m in a.mentions
        if m.group in ("event", "object", "term") and m.name in named
    ]
    nouns = {name for name, word in shared if word[:1].isupper()}  # German; what is a noun somewhere is told by it
    matter = sorted({word for name, word in shared if word[:1].isupper() or name not in nouns})
    if matter:
        out.append(("equal.matter", {"words": ", ".join(matter)}))
    return out


def _state(this: Frame, code: str) -> str:
    """The state as written, or by its name where only an adjective stands ("französische")."""
    word = this.words[this.states[code]].text
    listed = load(this.language, "parties", Parties).states.get(code, [])
    return word if word[:1].isupper() or not listed else listed[0].title()

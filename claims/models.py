"""The words of the project as frozen models; every stage takes some of them and returns some of them.

Offsets are code points into ``Article.text``, end exclusive. Dates are EDTF level 1 strings
(``2025-10-21``, ``2025-10``, ``2025``, ``2025-10-20/2025-10-26``, ``2025-10~``), empty when unknown.
Ids come from content, so that a second run finds the decisions of the first.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field


def content_id(prefix: str, *parts: object) -> str:
    """``prefix_`` and twelve hexadecimal digits that depend on the parts alone (BLAKE2b)."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "replace"), digest_size=6)
    return f"{prefix}_{digest.hexdigest()}"


class Model(BaseModel):
    """Frozen and strict about names: a misspelt field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(NamedTuple):
    """A stretch of ``Article.text``."""

    start: int
    end: int


class SegmentKind(StrEnum):
    """What a stretch of page text is; only the first four can carry statements by default."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    BOX = "box"
    TEASER = "teaser"
    BYLINE = "byline"
    FURNITURE = "furniture"


class Segment(Model):
    """One line or block of the article's text and what it is; segments do not overlap and are in order."""

    start: int
    end: int
    kind: SegmentKind
    why: str = ""  # the rule that set it apart


class Basis(StrEnum):
    """Where a date comes from."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    ARTICLE = "article"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class When(Model):
    """A point or stretch of time: EDTF value, where it comes from, and the words that say it."""

    value: str = ""
    basis: Basis = Basis.UNKNOWN
    text: str = ""
    span: Span | None = None


class Article(Model):
    """One text from one source. ``text`` is normalised once, by the reader, and never changed after."""

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    agency: str = ""
    author: str = ""
    published: When = When()  # text: the words or the metadata field that give it
    url: str = ""
    canonical_url: str = ""  # what a page names as its own address
    archive_url: str = ""
    language: str = ""
    sha256: str
    source_file: str = ""  # as given, with / as separator
    retrieved_at: str = ""
    page: int | None = None
    duplicate_of: str = ""
    segments: tuple[Segment, ...] = ()

    @property
    def source(self) -> str:
        """By what name to tell of it: its file, else its title, else its id."""
        return self.source_file or self.title or self.id

    @property
    def outlet(self) -> str:
        """What to call the source: its publisher, else the host it was fetched from, else the file, else the title."""
        if self.source_file.lower().startswith(("http://", "https://")):
            return self.publisher or self.source_file.split("/")[2].lower().removeprefix("www.")
        return self.publisher or self.source_file.rpartition("/")[2] or self.title

    def readable(self, extra: frozenset[SegmentKind] = frozenset()) -> tuple[Segment, ...]:
        """The segments that may carry statements: title, lead, headings and body, and any kind in ``extra``."""
        kinds = {SegmentKind.TITLE, SegmentKind.LEAD, SegmentKind.HEADING, SegmentKind.BODY} | extra
        return tuple(segment for segment in self.segments if segment.kind in kinds)


class QuoteType(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    REPORTED = "reported"


class Stance(StrEnum):
    """What the speaker does with the claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    DEMANDS = "demands"
    ANNOUNCES = "announces"
    CONFIRMS = "confirms"
    DECLINES = "declines"


class SpeakerKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Qualifier(StrEnum):
    """How exact a quantity is meant."""

    EXACT = "exact"
    ABOUT = "about"
    MIN = "min"  # at least, more than
    MAX = "max"  # at most, up to, almost
    RANGE = "range"


class Quantity(Model):
    """A number with what it counts: ``value`` (and ``value_max`` for a range) of ``unit``."""

    span: Span
    value: float
    value_max: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str = ""  # percent, point, EUR, USD, person, km, h, … or empty for a bare count
    thing: str = ""  # what is counted or measured: the head noun with its attributes, as written
    state: str = ""  # of people counted: killed, injured, missing, …
    change: str = ""  # "", by, from, to: the part it plays in a change
    direction: str = ""  # "", up, down


class Statement(Model):
    """One attributed utterance in one article.

    ``quote`` is the passage with its attribution: ``text[char_start:char_end] == quote``. ``claim`` is
    the content alone: the ``claim_spans`` joined with " … "; each lies inside the quote. Extraction fills
    the first block, in-article resolution and dating the second, the stages over all articles the third.
    """

    id: str
    article_id: str
    language: str
    quote: str
    char_start: int
    char_end: int
    claim: str
    claim_spans: tuple[Span, ...] = Field(min_length=1)
    cue: str = ""
    cue_span: Span | None = None
    mention: str = ""  # the words that name the speaker there; empty when nobody is named
    mention_span: Span | None = None
    quote_type: QuoteType = QuoteType.INDIRECT
    stance: Stance = Stance.ASSERTS
    reported_via: tuple[str, ...] = ()  # outermost first
    generated_by: str = ""  # id of the rule, such as de.laut
    confidence: float = 1.0
    segment: SegmentKind = SegmentKind.BODY

    speaker: str = ""  # fullest name; empty when unknown
    speaker_kind: SpeakerKind = SpeakerKind.UNNAMED
    speaker_role: str = ""
    party: str = ""  # government or organisation the text ties the speaker to
    claim_date: When = When()
    about_date: When = When()
    quantities: tuple[Quantity, ...] = ()

    speaker_id: str = ""
    answers: str = ""  # id of the statement that this one denies, confirms or refuses


class Speaker(Model):
    """One person, organisation, government, document or unnamed group, whatever it is called where."""

    id: str
    name: str
    kind: SpeakerKind
    role: str = ""
    party: str = ""
    aliases: tuple[str, ...] = ()  # every spelling found, most frequent first


class Topic(Model):
    """Statements that speak of the same matter, in order of date and place in their articles."""

    id: str
    label: str
    statement_ids: tuple[str, ...]
    related: tuple[str, ...] = ()  # ids of topics, nearest first


class Kind(StrEnum):
    """What makes two statements clash."""

    DENIAL = "denial"
    POLARITY = "polarity"
    OPPOSITE = "opposite"
    DATE = "date"
    QUANTITY = "quantity"
    STATUS = "status"
    PRESUPPOSITION = "presupposition"
    NEVER = "never"
    LABEL = "label"
    SLOT = "slot"
    POSITION = "position"
    CERTAINTY = "certainty"


class Level(StrEnum):
    """How much is claimed: between speakers, one speaker over time, moved on with time, too weak to claim."""

    CONFLICT = "conflict"
    SHIFT = "shift"
    UPDATE = "update"
    CHECK = "check"


class Reason(Model):
    """Why two statements cannot both hold.

    ``span_a`` and ``span_b`` are the evidence, in the two articles' texts. ``key`` and ``values`` name a
    sentence of ``data/<language>/interface.toml``: :func:`claims.wording.say` writes it out in either language.
    ``equal`` and ``unsure`` are such (key, values) pairs too: what was found the same, what is not certain.
    """

    kind: Kind
    span_a: Span
    span_b: Span
    key: str
    values: dict[str, str] = Field(default_factory=dict)
    equal: tuple[tuple[str, dict[str, str]], ...] = ()
    unsure: tuple[tuple[str, dict[str, str]], ...] = ()


class Conflict(Model):
    """Two statements of a topic with at least one reason why both cannot hold, the strongest first."""

    id: str
    topic_id: str
    a: str
    b: str
    level: Level
    score: float
    reasons: tuple[Reason, ...] = Field(min_length=1)
    parts: dict[str, float] = Field(default_factory=dict)  # of the score: comparability, incompatibility, …

    @property
    def kind(self) -> Kind:
        return self.reasons[0].kind


class Comparison(Model):
    """What two claims are to each other, also when they do not clash."""

    kind: Kind | None
    level: Level | None
    score: float
    reasons: tuple[Reason, ...] = ()
    guards: tuple[tuple[str, dict[str, str]], ...] = ()  # why it is no conflict: (key, values) to be worded
    parts: dict[str, float] = Field(default_factory=dict)


class Skipped(Model):
    """Something that was given and not read, and why, ready to be worded."""

    source: str
    key: str
    values: dict[str, str] = Field(default_factory=dict)


class Findings(Model):
    """Everything one run found."""

    articles: tuple[Article, ...] = ()
    statements: tuple[Statement, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    topics: tuple[Topic, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Skipped, ...] = ()  # read, with something to know: undated, dated by its caption, …

    @property
    def faults(self) -> tuple[Skipped, ...]:
        """The notices of work in which the analysis broke down: what is missing for it."""
        return tuple(notice for notice in self.notices if notice.key.startswith("fault."))


class Links(Model):
    """What a reviewer said about the grouping: pairs of statement ids that belong together or apart."""

    must_link: tuple[tuple[str, str], ...] = ()
    must_not_link: tuple[tuple[str, str], ...] = ()


class Aliases(Model):
    """What a reviewer said about speakers: pairs of spellings that name one speaker, or two."""

    same: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


class ActKind(StrEnum):
    """What a human did to the case; each is one line of the append-only log."""

    ACCEPT = "accept"  # a conflict
    DISMISS = "dismiss"
    LATER = "later"
    REOPEN = "reopen"  # a conflict or a statement: as if nothing had been decided on it
    NOTE = "note"
    EDIT = "edit"  # a statement: speaker, dates, stance; never the wording
    STRIKE = "strike"  # a statement that is none
    ADD = "add"  # a statement that the tool missed
    VERDICT = "verdict"  # of a statement: verdict, evidence, tags
    MERGE = "merge"  # topics
    SPLIT = "split"  # statements off a topic
    DECLARE = "declare"  # a conflict that the tool missed
    ARTICLE = "article"  # date, outlet, address of an article
    SAME_SPEAKER = "same_speaker"
    APART_SPEAKER = "apart_speaker"
    TUNE = "tune"  # the weights of the kinds of conflict, or none for the built-in ones
    UNDO = "undo"
    REDO = "redo"


class Anchor(Model):
    """Where a statement that an act is about stands, to find it again when its id has changed."""

    statement: str
    article: str
    start: int
    claim: str
    mention: str = ""


class Decision(Model):
    """One act. ``objects`` are the ids that it is about, the first one the main one."""

    id: str
    seq: int  # place in the log, from 1
    at: str  # UTC, ISO 8601
    reviewer: str
    kind: ActKind
    objects: tuple[str, ...]
    values: dict[str, str] = Field(default_factory=dict)  # what was set
    before: dict[str, str] = Field(default_factory=dict)  # what stood there
    note: str = ""
    undoes: str = ""  # of undo and redo: the id of the act that is taken back
    about: str = ""  # the object in words, to be read when the object is gone
    anchors: tuple[Anchor, ...] = ()  # of the statements that it is about, of a conflict both


class ReviewStatus(StrEnum):
    """Of a conflict: open, later, accepted, dismissed; of a statement: open, edited, struck."""

    OPEN = "open"
    LATER = "later"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    EDITED = "edited"
    STRUCK = "struck"


class VerdictLevel(StrEnum):
    """How a verdict is counted in tables; empty when there is none."""

    NONE = ""
    TRUE = "TRUE"
    FALSE = "FALSE"
    MIXTURE = "MIXTURE"
    OTHER = "OTHER"


class Review(Model):
    """What humans made of one conflict or statement: the fold of the acts on it.

    ``version`` is the place in the log of the newest act on it, 0 when there is none; who decides passes the
    version that was on screen, so that a decision made meanwhile by somebody else is not overwritten unseen.
    """

    status: ReviewStatus = ReviewStatus.OPEN
    why: str = ""  # of a dismissal: a token such as other_period, or free words
    notes: str = ""
    reviewer: str = ""
    reviewed_at: str = ""
    verdict: str = ""
    verdict_level: VerdictLevel = VerdictLevel.NONE
    evidence_urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    version: int = 0


class Reviewed(Model):
    """The decisions beside :class:`Findings`, by id of the conflict or statement; an id without one is open."""

    conflicts: dict[str, Review] = Field(default_factory=dict)
    statements: dict[str, Review] = Field(default_factory=dict)
    lost: tuple[Decision, ...] = ()  # acts whose object this run did not find again

"""What is shown: frozen models that hold all a screen or a line of text needs, in words where words are needed.

Article text in them is the article's own, unescaped: whoever displays it makes it harmless.
"""

from __future__ import annotations

from claims.models import (
    Article,
    Conflict,
    Kind,
    Level,
    Model,
    Review,
    ReviewStatus,
    Skipped,
    Span,
    Speaker,
    Statement,
    Topic,
)


class QueueFilter(Model):
    """Which topics the queue lists; what is left empty does not narrow it."""

    text: str = ""  # words of the label or of any statement
    states: tuple[ReviewStatus, ...] = ()
    kinds: tuple[Kind, ...] = ()
    levels: tuple[Level, ...] = ()
    speaker_id: str = ""
    publisher: str = ""
    language: str = ""
    since: str = ""  # claim date, YYYY-MM-DD
    until: str = ""
    without_conflicts: bool = False  # list topics in which nothing clashes too
    open_first: bool = True  # open before later before decided; within each the strongest first


class TopicItem(Model):
    """One line of the queue."""

    id: str
    label: str
    state: ReviewStatus | None  # open while a pair is, then later, accepted, dismissed; None without conflicts
    pairs: int
    open: int
    later: int
    accepted: int
    dismissed: int
    kinds: tuple[Kind, ...]  # in the order of the enumeration
    level: Level | None  # of the strongest pair
    score: float  # of the strongest pair, 0 to 1
    statements: int
    speakers: int
    newest: str  # claim date, EDTF


class Passage(Model):
    """A stretch of an article round a statement; the spans count from the start of ``text``."""

    text: str
    start: int  # of text, in the article
    quote: Span
    claim: tuple[Span, ...]
    more_before: bool
    more_after: bool


class StatementView(Model):
    """One statement with who, where and what humans did to it."""

    statement: Statement  # as shown, edits applied
    original: Statement | None  # as extracted, when a reviewer edited it
    speaker: Speaker | None
    name: str  # to head the side with: the speaker's name, else the mention, else empty
    article: Article
    review: Review
    topic_id: str
    passage: Passage
    copies: tuple[str, ...]  # outlets of other articles that print the same text
    added_by_hand: bool

    @property
    def role(self) -> str:
        """The role to show beside the name: empty where it says the same."""
        role = self.statement.speaker_role or (self.speaker.role if self.speaker else "")
        return "" if role == self.name else role


class ReasonView(Model):
    """One reason in words; ``span_a`` and ``span_b`` are offsets in the two articles."""

    kind: Kind
    text: str
    equal: tuple[str, ...]
    unsure: tuple[str, ...]
    span_a: Span
    span_b: Span


class PairItem(Model):
    """A pair in the list of its topic."""

    conflict: Conflict
    review: Review
    name_a: str
    name_b: str


class PairView(Model):
    """Two statements side by side and why they clash."""

    conflict: Conflict
    review: Review  # status, why, notes, reviewer, reviewed_at; version goes into the decision as ``seen``
    topic: Topic
    number: int  # of this pair in its topic, from 1, strongest first
    of: int
    a: StatementView
    b: StatementView
    reasons: tuple[ReasonView, ...]


class SpeakerColumn(Model):
    """What one speaker said on a topic, by date."""

    name: str
    speaker: Speaker | None
    statements: tuple[StatementView, ...]


class RelatedTopic(Model):
    """A topic named as related, with its speakers."""

    topic: Topic
    by_speaker: tuple[SpeakerColumn, ...]


class TopicView(Model):
    """Everything on one matter."""

    topic: Topic
    pairs: tuple[PairItem, ...]  # strongest first
    statements: tuple[StatementView, ...]  # by date and place
    by_speaker: tuple[SpeakerColumn, ...]  # speakers of conflicts first, then by number of statements
    related: tuple[RelatedTopic, ...]


class SpeakerItem(Model):
    """One line of the list of speakers."""

    speaker: Speaker
    statements: int
    conflicts: int  # with others
    shifts: int  # with themselves
    look_alike: Skipped | None = None  # letters of two alphabets in the name, to be worded


class ArticleItem(Model):
    """One line of the list of articles."""

    article: Article
    statements: int
    notices: tuple[Skipped, ...]
    review: Review
    superseded_by: str  # id of the changed text at the same address that took its place; it has no statements then
    version: int = 1  # in the order of reading
    versions: int = 1


class ArticleView(Model):
    """One article with its versions and what changed since the one before it."""

    item: ArticleItem
    versions: tuple[ArticleItem, ...]  # the oldest first, this one included
    gone: tuple[str, ...]  # lines of the text that only the version before has
    added: tuple[str, ...]
    copies: tuple[str, ...]  # names of the outlets with the same agency text
    statements: tuple[StatementView, ...]


class Stats(Model):
    """Figures of the case."""

    articles: int
    statements: int
    speakers: int
    topics: int
    conflicts: int
    open: int
    later: int
    accepted: int
    dismissed: int
    edited: int
    struck: int
    skipped: int
    older_versions: int  # of articles whose text changed
    acts: int
    lost: int  # acts whose object the last analysis did not find
    needs_run: bool  # something changed that topics and conflicts do not show yet


class AddReport(Model):
    """What became of the paths that were given; the articles without their text, which the case holds."""

    added: tuple[Article, ...] = ()
    known: tuple[Article, ...] = ()  # in the case before
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Skipped, ...] = ()


class Effect(Model):
    """What a merge or split would touch, to be shown before it is done."""

    statements: int
    topics: int
    pairs: int
    decided: int  # of the pairs


class TunedKind(Model):
    """The weight of a kind of conflict, a factor of its score, and from how many decisions the new one comes."""

    kind: Kind
    before: float
    after: float
    decisions: int


class Tuning(Model):
    """New weights and what they change: pairs that come up, and that go down, over one of the two thresholds."""

    kinds: tuple[TunedKind, ...]
    rising: int
    falling: int
    changed: bool  # whether any weight differs from the one before

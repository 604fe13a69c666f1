"""The service behind the command line, the terminal interface and the notebook: one case, asked and decided on.

Open
    Case.open(path, *, read_only=False, create=True, settings=None, reviewer="", lang=None) -> Case
    Case.temporary(*, settings=None, reviewer="", lang=None) -> Case;  case.keep(path);  case.close()
    case.path  case.read_only  case.is_temporary  case.lang  case.reviewer (CLAIMS_REVIEWER, else the login name)
    case.changed() -> bool                      somebody else wrote since the last call: load again
Fill
    case.add(paths, *, given=None, progress=…) -> AddReport(added, known, skipped, notices)
    case.add_article(article, *, relate=True) -> bool
    case.run(progress=…) -> Findings            analyse again, decisions kept
    case.bring_in(decisions) -> int             the acts of another copy of the case
    with case.together(): …                     many shaping acts, one analysis after them
    progress(stage, done, of) is called with "read" or "relate"; of is 0 when unknown; raise in it to cancel
    case.tune(*, dry_run=False) -> Tuning       weigh the kinds of conflict by what was accepted and dismissed
    case.untune(*, dry_run=False) -> Tuning     back to the built-in weights
Ask (frozen models of claims.review.views)
    case.queue(QueueFilter(…), *, limit=-1, offset=0) -> list[TopicItem]        strongest first
    case.topic_item(topic_id) -> TopicItem      its line as it stands now, at once in any case
    case.pairs(topic_id) -> list[PairItem]                                      strongest first
    case.topic_view(topic_id) -> TopicView      pairs, statements, by_speaker, related topics with theirs
    case.pair_view(conflict_id, *, context=1) -> PairView                       a, b, reasons in words, review
    case.statement_view(statement_id, *, context=1) -> StatementView
    case.passage(statement_id, *, context=1) -> Passage                         0 quote, 1 its paragraph, 2 …
    case.statements(*, topic_id="", speaker_id="", article_id="", text="", limit=200, offset=0) -> list[StatementView]
    case.search(text, *, limit=200, offset=0) -> list[StatementView]
    case.speakers(*, text="") -> list[SpeakerItem];  case.articles() -> list[ArticleItem];  case.skipped()
    case.stats() -> Stats;  case.acts(*, object_id="") -> list[Decision];  case.lost() -> list[Decision]
    case.findings() -> Findings;  case.reviewed() -> Reviewed                   for the tables
    case.findings_about(*ids) -> Findings       of it what stands in the topics of these objects
Decide (each returns its Decision, on disk; ``seen`` is the review.version that was on screen, StaleError when it moved)
    case.accept(id, note="", *, seen=None)  case.dismiss(id, why="", note="", *, seen=None)
    case.later(id, *, seen=None)  case.reopen(id, *, seen=None)  case.note(id, text, *, seen=None)
    case.undo() -> Decision | None  case.redo() -> Decision | None              the act taken back, or done again
    case.set_verdict(statement_id, *, verdict=None, level=None, evidence_urls=None, tags=None, note="", seen=None)
Shape (the analysis follows before they return; in a large case that of the topics touched, the rest at the next
       run: stats().needs_run. Beyond some hundred statements call these from a worker)
    case.edit_statement(id, *, spans=None, note="", seen=None, speaker=…, speaker_role=…, party=…, claim_date=…,
                        about_date=…, stance=…)
    case.strike(id, note="", *, seen=None)
    case.add_statement(article_id, spans, *, quote=None, speaker="", speaker_kind=…, stance=…, claim_date="", note="")
    case.declare_conflict(a, b, *, kind=Kind.OPPOSITE, note="")
    case.merge_topics(ids, note="")  case.split(statement_ids, note="")
    case.preview_merge(ids) -> Effect  case.preview_split(statement_ids) -> Effect
    case.merge_speakers(ids, note="")  case.split_speaker(id, spellings, note="")  case.alias(id, spelling, note="")
    case.set_article_metadata(id, *, note="", seen=None, published=…, publisher=…, title=…, author=…, url=…,
                              archive_url=…)
Health: claims.review.doctor.check(path, lang) -> Diagnosis(faults, remarks, rebuildable, backups); .repair(path, lang)
    -> Repair(path, salvaged, articles, acts, broken)
Errors: NotFoundError for an unknown id, InputError for a value that cannot be, CaseError for the file, StaleError.
"""

from claims.review.analysis import Progress
from claims.review.case import Case
from claims.review.session import reviewer_name
from claims.review.views import (
    AddReport,
    ArticleItem,
    Effect,
    PairItem,
    PairView,
    Passage,
    QueueFilter,
    ReasonView,
    RelatedTopic,
    SpeakerColumn,
    SpeakerItem,
    StatementView,
    Stats,
    TopicItem,
    TopicView,
)

__all__ = [
    "AddReport",
    "ArticleItem",
    "Case",
    "Effect",
    "PairItem",
    "PairView",
    "Passage",
    "Progress",
    "QueueFilter",
    "ReasonView",
    "RelatedTopic",
    "SpeakerColumn",
    "SpeakerItem",
    "StatementView",
    "Stats",
    "TopicItem",
    "TopicView",
    "reviewer_name",
]

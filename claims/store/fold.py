"""What the acts of the log come to: pure functions from acts to what is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise

from claims.errors import InputError
from claims.models import (
    ActKind,
    Aliases,
    Article,
    Basis,
    Decision,
    Kind,
    Links,
    Review,
    ReviewStatus,
    Span,
    Stance,
    Statement,
    VerdictLevel,
    When,
)
from claims.wording import say

STATUS_OF = {
    ActKind.ACCEPT: ReviewStatus.ACCEPTED,
    ActKind.DISMISS: ReviewStatus.DISMISSED,
    ActKind.LATER: ReviewStatus.LATER,
    ActKind.REOPEN: ReviewStatus.OPEN,
    ActKind.STRIKE: ReviewStatus.STRUCK,
    ActKind.EDIT: ReviewStatus.EDITED,
    ActKind.DECLARE: ReviewStatus.ACCEPTED,
}
EDITABLE = ("speaker", "speaker_role", "party", "claim_date", "about_date", "stance", "claim_spans")
METADATA = ("title", "publisher", "author", "published", "url", "archive_url")
_FACTOR = re.compile(r"(?:0\.\d*[1-9]\d*|1\.\d+)\Z", re.ASCII)  # above 0, below 2
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?(?:/(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?))?\Z")


def fold(decisions: Iterable[Decision], object_id: str) -> Review:
    """The review that the counting acts on one object, in order, come to."""
    state = Review()
    for act in decisions:
        changes: dict[str, object] = {"reviewer": act.reviewer, "reviewed_at": act.at}
        # of an act on several objects (split, declared pair) only the first takes a status
        if act.kind in STATUS_OF and act.objects[0] == object_id:
            changes["status"] = STATUS_OF[act.kind]
            changes["why"] = act.values.get("why", "") if act.kind is ActKind.DISMISS else ""
        if act.note or act.kind is ActKind.NOTE:
            changes["notes"] = act.note
        if act.kind is ActKind.VERDICT:
            changes |= {
                "verdict": act.values.get("verdict", state.verdict),
                "verdict_level": VerdictLevel(act.values.get("verdict_level", state.verdict_level)),
                "evidence_urls": _words(act.values, "evidence_urls", state.evidence_urls),
                "tags": _words(act.values, "tags", state.tags),
            }
        state = state.model_copy(update=changes)
    return state


def _words(values: Mapping[str, str], name: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(json.loads(values[name])) if name in values else otherwise


def edits(decisions: Iterable[Decision]) -> dict[str, str]:
    """The fields that the counting acts on one statement or article set; a reopening takes them all back."""
    fields: dict[str, str] = {}
    for act in decisions:
        if act.kind is ActKind.REOPEN:
            fields.clear()
        elif act.kind in (ActKind.EDIT, ActKind.ARTICLE):
            fields |= act.values
    return fields


def kind_weights(decisions: Iterable[Decision]) -> dict[Kind, float]:
    """What the newest counting act of tuning set; empty after none and after a reset.

    What is no factor of a score, in a log from elsewhere, is left out.
    """
    newest = next((act for act in reversed(list(decisions)) if act.kind is ActKind.TUNE), None)
    given = newest.values.items() if newest is not None else ()
    return {Kind(name): float(value) for name, value in given if name in set(Kind) and _FACTOR.match(value)}


def struck(decisions: Iterable[Decision]) -> set[str]:
    """The statements whose last act that gives a status is a strike."""
    last = {act.objects[0]: act.kind for act in decisions if act.kind in STATUS_OF}
    return {name for name, kind in last.items() if kind is ActKind.STRIKE}


def apply_edits(statement: Statement, fields: Mapping[str, str], article: Article) -> Statement:
    """The statement with a reviewer's fields; a new extent takes its words from the article."""
    if not fields:
        return statement
    changes: dict[str, object] = {
        name: value for name, value in fields.items() if name in ("speaker", "speaker_role", "party")
    }
    for name in ("claim_date", "about_date"):
        if name in fields:
            basis = Basis.EXPLICIT if fields[name] else Basis.UNKNOWN
            changes[name] = getattr(statement, name).model_copy(update={"value": fields[name], "basis": basis})
    if "stance" in fields:
        changes["stance"] = Stance(fields["stance"])
    if "claim_spans" in fields:
        spans = read_spans(fields["claim_spans"])
        start, end = min(statement.char_start, spans[0].start), max(statement.char_end, spans[-1].end)
        changes |= {
            "claim_spans": spans,
            "claim": " … ".join(article.text[span.start : span.end] for span in spans),
            "char_start": start,
            "char_end": end,
            "quote": article.text[start:end],
        }
    return statement.model_copy(update=changes)


def apply_metadata(article: Article, fields: Mapping[str, str]) -> Article:
    """The article with the date, outlet and addresses that a reviewer set."""
    changes: dict[str, object] = {name: value for name, value in fields.items() if name in METADATA}
    if "published" in fields:
        changes["published"] = When(
            value=fields["published"], basis=Basis.EXPLICIT if fields["published"] else Basis.UNKNOWN
        )
    return article.model_copy(update=changes)


def check_fields(fields: Mapping[str, str], allowed: Sequence[str], article: Article, lang: str) -> dict[str, str]:
    """``fields`` when each can be set and holds a value of its kind; :class:`InputError` otherwise."""
    for name, value in fields.items():
        fits = name in allowed
        if name in ("claim_date", "about_date", "published"):
            fits = not value or bool(_DATE.match(value))
        elif name == "stance":
            fits = value in set(Stance)
        elif name == "claim_spans":
            fits = _spans_fit(value, len(article.text))
        if not fits:
            raise InputError(say("review.wrong_value", lang, name=name, value=value, allowed=", ".join(allowed)))
    return dict(fields)


def write_spans(spans: Sequence[tuple[int, int]]) -> str:
    """``12-40 50-60``, in order."""
    return " ".join(f"{start}-{end}" for start, end in sorted(spans))


def read_spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(*map(int, piece.split("-"))) for piece in text.split())


def _spans_fit(text: str, length: int) -> bool:
    try:
        spans = read_spans(text)
    except (ValueError, TypeError):
        return False
    apart = all(left.end <= right.start for left, right in pairwise(spans))
    return bool(spans) and apart and all(0 <= span.start < span.end <= length for span in spans)


def links(decisions: Iterable[Decision], present: Container[str]) -> Links:
    """Pairs of ids in ``present`` that belong together or apart; of two acts on one pair the later holds.

    What belongs together is a chain. It leaves out what is not present, so that a merged topic does not fall apart
    where one of its statements is struck.
    """
    together: dict[tuple[str, str], bool] = {}

    def chain(names: Iterable[str]) -> None:
        there = [name for name in names if name in present]
        together.update(dict.fromkeys((_ordered(*pair) for pair in pairwise(there)), True))

    for act in decisions:
        if act.kind in (ActKind.MERGE, ActKind.DECLARE):
            names = act.values.get("together", "").split() if act.kind is ActKind.MERGE else act.objects[1:3]
            chain(names)
            joined = set(names)
            for pair in [pair for pair, held in together.items() if not held and joined.issuperset(pair)]:
                del together[pair]  # an earlier split would hold parts of the chain apart
        elif act.kind is ActKind.SPLIT:
            rest = act.values.get("from", "").split()
            chain(act.objects)
            chain(rest)
            for left in act.objects:
                for right in rest:
                    together[_ordered(left, right)] = False
    return Links(
        must_link=tuple(sorted(pair for pair, held in together.items() if held)),
        must_not_link=tuple(sorted(pair for pair, held in together.items() if not held)),
    )


def aliases(decisions: Iterable[Decision]) -> Aliases:
    """Pairs of spellings of one speaker, and of two; of two acts on one pair the later holds."""
    one: dict[tuple[str, str], bool] = {}
    for act in decisions:
        if act.kind in (ActKind.SAME_SPEAKER, ActKind.APART_SPEAKER):
            names = json.loads(act.values["names"])
            for name in names[1:]:
                one[_ordered(names[0], name)] = act.kind is ActKind.SAME_SPEAKER
    return Aliases(
        same=tuple(sorted(pair for pair, joined in one.items() if joined)),
        apart=tuple(sorted(pair for pair, joined in one.items() if not joined)),
    )


def _ordered(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left <= right else (right, left)

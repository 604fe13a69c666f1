"""The findings by id, for looking up, and the order in which conflicts are shown."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from claims.models import Article, Conflict, Findings, Level, Speaker, Statement, Topic
from claims.wording import told

LEVEL_ORDER = {Level.CONFLICT: 0, Level.SHIFT: 1, Level.UPDATE: 2, Level.CHECK: 3}


def strongest_first(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts by level, then by score."""
    return sorted(conflicts, key=lambda item: (LEVEL_ORDER[item.level], -item.score, item.id))


class Book(NamedTuple):
    """The findings by id, for looking up."""

    articles: dict[str, Article]
    statements: dict[str, Statement]
    speakers: dict[str, Speaker]
    topic_of: dict[str, Topic]
    conflicts_of: dict[str, list[Conflict]]
    same_words: dict[tuple[str, str], list[Statement]]  # of one speaker, whatever the marks and letters' case

    @classmethod
    def of(cls, findings: Findings) -> Book:
        conflicts: dict[str, list[Conflict]] = defaultdict(list)
        for conflict in findings.conflicts:
            conflicts[conflict.a].append(conflict)
            conflicts[conflict.b].append(conflict)
        same: dict[tuple[str, str], list[Statement]] = defaultdict(list)
        for statement in sorted(findings.statements, key=lambda item: item.id):
            same[_said(statement)].append(statement)
        return cls(
            {article.id: article for article in findings.articles},
            {statement.id: statement for statement in findings.statements},
            {speaker.id: speaker for speaker in findings.speakers},
            {member: topic for topic in findings.topics for member in topic.statement_ids},
            conflicts,
            same,
        )

    def name(self, statement: Statement) -> str:
        """The speaker's fullest name in the case, else the one found in the article, else the words there."""
        speaker = self.speakers.get(statement.speaker_id)
        return (speaker.name if speaker else "") or statement.speaker or statement.mention

    def party(self, statement: Statement) -> str:
        """The government or organisation that the speaker belongs to, else the speaker."""
        speaker = self.speakers.get(statement.speaker_id)
        return statement.party or (speaker.party if speaker else "") or self.name(statement)

    def elsewhere(self, statement: Statement) -> list[Article]:
        """The other articles in which the same speaker says the same words: wire copies and repeats."""
        others = {item.article_id for item in self.same_words[_said(statement)]} - {statement.article_id}
        return sorted((self.articles[other] for other in others), key=lambda item: (item.source_file, item.id))

    def topic_label(self, statement: Statement) -> str:
        topic = self.topic_of.get(statement.id)
        return topic.label if topic else ""


def folded(text: str) -> str:
    """Words alone, for comparing."""
    return re.sub(r"\W+", " ", text).casefold().strip()


def _said(statement: Statement) -> tuple[str, str]:
    return statement.speaker_id or statement.speaker or statement.mention, folded(statement.claim)


def reason_text(conflict: Conflict, language: str) -> str:
    """The sentence of the strongest reason."""
    reason = conflict.reasons[0]
    return told(reason.key, reason.values, language)

"""Who is told by a post alone in one article and by name in another of the same event: "the plant manager".

A wrong join is worse than none: the post must have one holder in all articles of the event, nothing may say that it is
another's, and who is introduced as unknown ("a police spokeswoman") stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from claims.models import Article, SpeakerKind, Statement
from claims.speakers.given_names import gender_of_name
from claims.speakers.knowledge import knowledge
from claims.speakers.parts import Parts
from claims.speakers.posts import PART, SPEAKING, Post, post
from claims.speakers.stories import Stories


class Told(NamedTuple):
    """A speaker (node) who is told to hold a post in an article."""

    node: str
    article: str
    post: Post


def pairs(
    names: Mapping[str, Sequence[Statement]], articles: Sequence[Article], find: Callable[[str], str]
) -> Iterable[tuple[str, str]]:
    """The nodes to join; ``find`` gives what a node is joined with already."""
    given = {article.id for article in articles}
    named, unnamed = ([told for told in some if told.article in given] for some in _told(names))
    asked = {t.article for t in (*named, *unnamed)}
    if not unnamed or len(asked) < 2:
        return
    stories = Stories(article for article in articles if article.id in asked)
    parts = Parts()
    several = {t for t in (*named, *unnamed) if parts.several(stories.articles[t.article], t.post.kind)}
    heard = frozenset((find(node), s.article_id) for node in names if node.startswith("P:") for s in names[node])
    event = _Event(stories, heard, find)
    holders: dict[str, list[Told]] = defaultdict(list)
    alone: dict[str, list[Told]] = defaultdict(list)
    for told in named:
        if told not in several:
            holders[told.post.kind].append(told)
    for told in unnamed:
        alone[told.post.kind].append(told)
    for kind, tolds in sorted(alone.items()):
        left: list[Told] = []
        for told in tolds:
            if told in several:
                continue
            others = [other for other in tolds if _rivals(told, other)]
            near = [n for n in holders[kind] if stories.same(told.article, n.article)]
            if fitting := event.holder(told, near, others):
                yield told.node, fitting
            elif not near and not others:
                left.append(told)
        if not kind.startswith(SPEAKING):  # of those a body has several
            yield from event.nameless(left, tolds)


def _rivals(told: Told, other: Told) -> bool:
    """Whether an article tells of another who keeps it open whom it means: a bare "the mayor" is not the mayor of Sulm
    of whom it tells too, but of two that it calls by their towns either may be the one known elsewhere."""
    if told.node == other.node or told.article != other.article:
        return False
    return bool(told.post.names) or not other.post.names


class _Event(NamedTuple):
    """What is known of the events; ``heard``: who speaks by name, and in which articles."""

    stories: Stories
    heard: frozenset[tuple[str, str]]
    find: Callable[[str], str]

    def holder(self, told: Told, near: Sequence[Told], others: Sequence[Told]) -> str:
        """The one holder of the post, if there is one; ``near``: all in articles of the event who are told to hold one
        of the kind, ``others``: those whom the same article tells of without a name."""
        # who speaks by name in the article itself would have been found there, were the post his or hers
        fitting = [n for n in near if n.post.may_be(told.post) and (self.find(n.node), told.article) not in self.heard]
        exact = {self.find(n.node) for n in fitting if n.post.shares(told.post) and self.one_office(told, n)}
        if len(exact) == 1:
            return min(exact)
        possible = {self.find(n.node) for n in near if not n.post.of_other_sex(told.post)}
        if exact or len(possible) != 1 or any(n.article == told.article for n in near):
            return ""
        fitting = [n for n in fitting if not any(self._may_be_of(n, other, told) for other in others)]
        if told.post.of_body and not told.post.names:
            fitting = [n for n in fitting if not self.stories.opens_with_others(told.article, n.article)]
        return min(possible) if any(self.one_office(told, n) for n in fitting) else ""

    def _may_be_of(self, held: Told, other: Told, told: Told) -> bool:
        """Whether the holder may as well be the other of whom the article tells: not the mayor of Sulm, of whose town
        the holder's article does not tell first."""
        if not other.post.names or other.post.shares(told.post):
            return True
        return held.post.may_be(other.post) and self.stories.headed_by(held.article, other.post.names)

    def nameless(self, left: Sequence[Told], all_told: Sequence[Told]) -> Iterable[tuple[str, str]]:
        """Posts told alone in two articles, where nobody of the event is told to be another of the kind."""
        stories = self.stories
        for a, b in combinations(left, 2):
            if not a.post.may_be(b.post) or not self.one_office(a, b, anywhere=False):
                continue
            others = (t for t in all_told if not (t.post.may_be(a.post) and t.post.may_be(b.post)))
            if not any(stories.same(t.article, a.article) or stories.same(t.article, b.article) for t in others):
                yield a.node, b.node

    def one_office(self, a: Told, b: Told, *, anywhere: bool = True) -> bool:
        """Whether two articles of one event tell of one post: whose it is agrees, or stands in the other's headline.
        A part in a story ("the referee") is no town's; ``anywhere``: where one of the two is known by name."""
        stories = self.stories
        if not stories.same(a.article, b.article):
            return False
        if stories.changes(a.article) or stories.changes(b.article):
            return False
        if a.post.shares(b.post):
            return True
        if a.post.names or b.post.names:  # "the mayor of Sulm" is not the mayor of whom an article about Garlitz tells
            bare, names = (b.article, a.post.names) if a.post.names else (a.article, b.post.names)
            return stories.headed_by(bare, names)
        return (anywhere and a.post.kind.startswith(f"{PART}.")) or stories.one_place(a.article, b.article)


def _told(names: Mapping[str, Sequence[Statement]]) -> tuple[list[Told], list[Told]]:
    """Persons told with a post, and posts told alone."""
    named: dict[tuple[str, str, Post], Told] = {}
    unnamed: dict[str, Told] = {}
    for node in sorted(names):
        for s in names[node]:
            person = s.speaker_kind is SpeakerKind.PERSON
            if not person and (s.speaker_kind is not SpeakerKind.UNNAMED or _indefinite(s)):
                continue
            held = _post(s, person)
            if held is None:
                continue
            if person:
                gender = held.gender or gender_of_name(s.speaker.split()[0])
                told = Told(node, s.article_id, held._replace(gender=gender))
                named[node, s.article_id, told.post] = told
            else:
                unnamed.setdefault(node, Told(node, s.article_id, held))
    unknown = {node for node in unnamed if any(_indefinite(s) for s in names[node])}
    return list(named.values()), [told for node, told in unnamed.items() if node not in unknown]


def _post(s: Statement, person: bool) -> Post | None:
    """The post of the role; whose it is may stand before it in the mention only ("Norderlands Innenminister X")."""
    phrase = s.speaker_role or ("" if person else s.speaker)
    held = post(phrase, s.language) if phrase else None
    if held is None or not person:
        return held
    before, role, _ = s.mention.partition(phrase)
    return (post(before + role, s.language) if role else None) or held


def _indefinite(statement: Statement) -> bool:
    return statement.mention.partition(" ")[0].lower() in knowledge(statement.language).indefinite

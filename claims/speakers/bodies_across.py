"""Which body one article tells of in other words than another of the same event: "Hafengesellschaft", "port operator".

A wrong join is worse than none: neither article may tell of two that the words fit, two that speak in one article stay
two, and a noun that fits any body of a story joins only with one that is told by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from claims.models import Article, SpeakerKind, Statement
from claims.speakers.antecedents import BODIES
from claims.speakers.bodykinds import Body, bodies, body
from claims.speakers.knowledge import knowledge
from claims.speakers.organisations import fold
from claims.speakers.stories import Stories


class Told(NamedTuple):
    """A speaker (node) told of in an article as a body of some kind; ``speaker``: what the node is joined with."""

    node: str
    speaker: str
    article: str
    body: Body


def pairs(
    names: Mapping[str, Sequence[Statement]], articles: Sequence[Article], find: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """The nodes to join; ``find`` gives what a node is joined with already."""
    given = {article.id for article in articles}
    told = _told(names, given, find)
    if len(told) < 2:
        return
    stories = Stories(article for article in articles if article.id in told)
    texts = _Texts(stories, told, _of_no_kind(names))
    candidates: dict[int, list[tuple[Told, Told]]] = defaultdict(list)
    for one, other in stories.pairs():
        both = [(a, b) for a in told[one] for b in told[other] if a.speaker != b.speaker and a.body.may_be(b.body)]
        for a, b in _unrivalled([pair for pair in both if texts.one(*pair)]):
            candidates[(not a.body.names) + (not b.body.names)].append((a, b))
    groups = _Groups(told)
    for bare in sorted(candidates):
        fitting: dict[str, set[str]] = defaultdict(set)
        for a, b in candidates[bare]:
            for x, y in ((a, b), (b, a)):
                if bare == 1 and not x.body.names:
                    fitting[x.speaker].add(groups.find(y.speaker))
        for a, b in candidates[bare]:
            single = all(len({groups.find(root) for root in fitting[t.speaker]}) <= 1 for t in (a, b))
            if single and groups.join(a.speaker, b.speaker):
                yield a.node, b.node


def _unrivalled(fitting: Sequence[tuple[Told, Told]]) -> Iterator[tuple[Told, Told]]:
    """Of the pairs of two articles those of whom neither could better be another's, or as well. Of two that could it
    is the one of the same kind, and of these the one of whom more is told ("Hersteller" of a headline is less)."""
    for pair in fitting:
        rivals = [other for other in fitting if other != pair and (other[0] == pair[0] or other[1] == pair[1])]
        if all(_closeness(*pair) > _closeness(*other) for other in rivals):
            yield pair


def _closeness(a: Told, b: Told) -> tuple[bool, int]:
    told = sum(len(t.body.told) + len(t.body.names) for t in (a, b))
    return a.body.kinds == b.body.kinds, told


class _Groups:
    """Speakers joined so far; two that speak in one article are never joined."""

    def __init__(self, told: Mapping[str, Sequence[Told]]) -> None:
        self._parent: dict[str, str] = {}
        self._heard: dict[str, dict[str, str]] = defaultdict(dict)  # root → article → speaker
        for article, some in told.items():
            for t in some:
                self._heard[t.speaker][article] = t.speaker

    def find(self, speaker: str) -> str:
        while speaker in self._parent:
            speaker = self._parent[speaker]
        return speaker

    def join(self, a: str, b: str) -> bool:
        x, y = sorted((self.find(a), self.find(b)))
        if x == y:
            return True
        if self._heard[x].keys() & self._heard[y].keys():
            return False
        self._parent[y] = x
        self._heard[x] |= self._heard.pop(y)
        return True


class _Texts:
    """What the articles tell of bodies besides those that speak."""

    def __init__(self, stories: Stories, told: Mapping[str, Sequence[Told]], unknown: frozenset[str]) -> None:
        self.stories = stories
        self.unknown = unknown
        self.told = told
        self._found: dict[str, frozenset[Body]] = {}

    def one(self, a: Told, b: Told) -> bool:
        """Whether the two articles tell of one body by these words."""
        named = (bool(a.body.names), bool(b.body.names))
        if a.body.several or b.body.several or (not any(named) and a.body.vague and b.body.vague):
            return False
        if not all(named) and not self._at_one_place(a, b):
            return False
        return self._single(a.body, b, a.article) and self._single(b.body, a, b.article)

    def _at_one_place(self, a: Told, b: Told) -> bool:
        bare, names = (b.article, a.body.names) if a.body.names else (a.article, b.body.names)
        return self.stories.tells_of(bare, names) or self.stories.one_place(a.article, b.article)

    def _single(self, one: Body, meant: Told, here: str) -> bool:
        """Whether all that the article of ``meant`` tells of and that the phrase of another (``here``) can mean best
        may be one, ``meant`` among them, and the article of a vague phrase tells of nobody else whom it can mean."""
        fitting = [body for body in self._bodies(meant.article) if body.may_be(one)]
        fitting = [body for body in fitting if body.kinds & one.kinds or body.told & one.told] or fitting
        if one.names:
            fitting = [body for body in fitting if body.shares(one)] or fitting
        elif any(body.several for body in fitting) or (one.vague and self.unknown & {here, meant.article}):
            return False
        return meant.body in fitting and all(a.may_be(b) for a, b in combinations(fitting, 2))

    def _bodies(self, article: str) -> list[Body]:
        if article not in self._found:
            text = self.stories.articles[article]
            self._found[article] = frozenset(bodies(f"{text.title}\n{text.text}", text.language))
        return sorted({*self._found[article], *(t.body for t in self.told[article])}, key=repr)


def _told(
    names: Mapping[str, Sequence[Statement]], given: set[str], find: Callable[[str], str]
) -> dict[str, list[Told]]:
    """By article, the bodies that speak in it and that a noun tells the kind of."""
    found: dict[str, dict[str, Told]] = defaultdict(dict)
    for node in sorted(names):
        for s in names[node]:
            if s.speaker_kind not in BODIES or s.article_id not in given or _indefinite(s):
                continue
            kind = body(s.speaker_role or s.speaker, s.language)
            if kind is not None and s.speaker_role:  # "the airline Sunbird"
                kind = kind._replace(names=frozenset(map(fold, s.speaker.split())))
            if kind is not None:
                found[s.article_id].setdefault(node, Told(node, find(node), s.article_id, kind))
    return {article: list(some.values()) for article, some in sorted(found.items())}


def _of_no_kind(names: Mapping[str, Sequence[Statement]]) -> frozenset[str]:
    """The articles in which a body speaks that no noun tells the kind of, so that any vague noun may mean it."""
    found: set[str] = set()
    for some in names.values():
        said = [s for s in some if s.speaker_kind is SpeakerKind.ORGANISATION]
        told = {s.article_id for s in said if s.speaker_role or body(s.speaker, s.language) is not None}
        found |= {s.article_id for s in said} - told
    return frozenset(found)


def _indefinite(statement: Statement) -> bool:
    return statement.mention.partition(" ")[0].lower() in knowledge(statement.language).indefinite

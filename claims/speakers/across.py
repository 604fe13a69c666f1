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
from claims.speakers.posts import BARE, FORMER, HEAD, OF_TEAMS, PART, SPEAKING, Post, post
from claims.speakers.stories import Stories
from claims.speakers.surroundings import Surroundings


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
    texts = {article.id: article.text for article in articles}
    named, unnamed = ([told for told in some if told.article in given] for some in _told(names, texts))
    asked = {t.article for t in (*named, *unnamed)}
    if not unnamed or len(asked) < 2:
        return
    persons = frozenset(word for node in names if node.startswith("P:") for word in node[2:].split())
    stories = Stories((article for article in articles if article.id in asked), persons)
    parts = Parts()
    several = {t for t in (*named, *unnamed) if parts.several(stories.articles[t.article], t.post.kind)}
    heard = frozenset(
        (find(node), s.article_id)
        for node in names
        if node.startswith("P:")
        for s in names[node]
        if s.speaker_role  # "the mayor said … Priddy said" may be one, "councillor Priddy said" not
    )
    ends = {key: len(article.text.partition("\n")[0]) for key, article in stories.articles.items()}
    in_headline = {t.node for t in unnamed if all(s.char_end <= ends[t.article] for s in names[t.node])}
    event = _Event(stories, heard, find)
    holders: dict[str, list[Told]] = defaultdict(list)
    alone: dict[str, list[Told]] = defaultdict(list)
    for told in named:
        if told not in several:
            holders[told.post.group].append(told)
    for told in unnamed:
        alone[told.post.group].append(told)
    for kind, tolds in sorted(alone.items()):
        if kind.startswith(f"{BARE}."):
            yield from event.shared_nouns(tolds, named, unnamed)
            continue
        left: list[Told] = []
        for told in tolds:
            if told in several:
                continue
            others = [other for other in tolds if _rivals(told, other) and other.node not in in_headline]
            bare = holders[f"{BARE}.{told.post.family}"]  # "Director X" for the museum's
            near = [n for n in (*holders[kind], *bare) if n.post.of_kind(told.post)]
            near = [n for n in near if stories.same(told.article, n.article)]
            if fitting := event.holder(told, near, others):
                yield told.node, fitting
            elif not near and not [o for o in others if o.post.may_be(told.post) or not told.post.told_which]:
                left.append(told)
        if not kind.startswith(SPEAKING):  # of those a body has several
            yield from event.nameless(left, tolds)


def _rivals(told: Told, other: Told) -> bool:
    """Whether an article tells of another who keeps it open whom it means: a bare "the mayor" is not the mayor of Sulm
    of whom it tells too, but of two that it calls by their towns either may be the one known elsewhere."""
    if told.node == other.node or told.article != other.article or not told.post.of_kind(other.post):
        return False
    return told.post.told_whose or not other.post.told_whose


class _Event(NamedTuple):
    """What is known of the events; ``heard``: who speaks with a role of his or her own, and in which articles."""

    stories: Stories
    heard: frozenset[tuple[str, str]]
    find: Callable[[str], str]

    def holder(self, told: Told, near: Sequence[Told], others: Sequence[Told]) -> str:
        """The one holder of the post, if there is one; ``near``: all in articles of the event who are told to hold one
        of the kind, ``others``: those whom the same article tells of without a name."""
        # who speaks with a role in the article itself would have been found there, were the post his or hers
        fitting = [n for n in near if n.post.may_be(told.post) and (self.find(n.node), told.article) not in self.heard]
        fitting = [n for n in fitting if not n.post.lacks_owner(told.post)]
        exact = {self.find(n.node) for n in fitting if n.post.belongs_with(told.post) and self.one_office(told, n)}
        if len(exact) == 1:
            return min(exact)
        possible = {self.find(n.node) for n in near if self._possible(n, told)}
        if exact or len(possible) != 1 or any(n.article == told.article for n in near):
            return ""
        fitting = [n for n in fitting if not any(self._may_be_of(n, other, told) for other in others)]
        if told.post.of_body and not told.post.told_whose:
            fitting = [n for n in fitting if not self.stories.opens_with_others(told.article, n.article)]
        return min(possible) if any(self.one_office(told, n) for n in fitting) else ""

    def shared_nouns(
        self, tolds: Sequence[Told], named: Sequence[Told], unnamed: Sequence[Told]
    ) -> Iterable[tuple[str, str]]:
        """Those told by a noun that posts of several kinds share ("die Direktorin"), with the one of the event who is
        told to hold a post of that noun, where nobody else is."""
        for told in tolds:
            of_noun = [o for o in (*named, *unnamed) if o.node != told.node and told.post.of_kind(o.post)]
            near = [o for o in of_noun if self.stories.same(told.article, o.article)]
            held = [o for o in near if o.node.startswith("P:")]
            if told.post.names and (own := [h for h in held if h.post.shares(told.post)]):
                held = own  # "the Nordmark minister"
                near = [o for o in near if o.post.shares(told.post)]
            others = [o for o in near if o not in held and not any(o.post.may_be(h.post) for h in held)]
            fitting = "" if others else self.holder(told, held, [o for o in near if o.article == told.article])
            if fitting:
                yield told.node, fitting

    def _may_be_of(self, held: Told, other: Told, told: Told) -> bool:
        """Whether the holder may as well be the other of whom the article tells: not the mayor of Sulm, of whose town
        the holder's article does not tell first."""
        if not held.post.may_be(other.post):
            return False
        if not other.post.told_whose or other.post.belongs_with(told.post):
            return True
        return not other.post.names or self.stories.headed_by(held.article, other.post.names)

    def _possible(self, held: Told, told: Told) -> bool:
        """Whether a bare noun can mean the holder: not one of the other sex, nor one of a place of whom the article
        tells nothing."""
        elsewhere = held.post.names and not told.post.told_whose
        if held.post.of_other_sex(told.post):
            return False
        return not elsewhere or self.stories.tells_of(told.article, held.post.names)

    def nameless(self, left: Sequence[Told], all_told: Sequence[Told]) -> Iterable[tuple[str, str]]:
        """Posts told alone in two articles, where nobody of the event is told to be another of the kind."""
        stories = self.stories
        for a, b in combinations(left, 2):
            if not a.post.may_be(b.post) or not self.one_office(a, b, anywhere=False):
                continue
            if a.post.belongs_with(b.post) and (a.post.told_which and b.post.told_which):
                yield a.node, b.node
                continue
            of_kind = [t for t in all_told if t.post.of_kind(a.post) or t.post.of_kind(b.post)]
            others = (t for t in of_kind if not (t.post.may_be(a.post) and t.post.may_be(b.post)))
            if not any(stories.same(t.article, a.article) or stories.same(t.article, b.article) for t in others):
                yield a.node, b.node

    def one_office(self, a: Told, b: Told, *, anywhere: bool = True) -> bool:
        """Whether two articles of one event tell of one post: whose it is agrees, or stands in the other's headline.
        A part in a story ("the referee") is no town's; ``anywhere``: where one of the two is known by name."""
        stories = self.stories
        if not stories.same(a.article, b.article):
            return False
        before = a.post.kind.startswith(f"{FORMER}.")  # who held it is the same after the change
        if not before and (stories.changes(a.article) or stories.changes(b.article)):
            return False
        if a.post.belongs_with(b.post):
            return True
        if a.post.names or b.post.names:  # "the mayor of Sulm" is not the mayor of whom an article about Garlitz tells
            bare, names = (b.article, a.post.names) if a.post.names else (a.article, b.post.names)
            return stories.headed_by(bare, names)
        return (anywhere and a.post.kind.startswith(f"{PART}.")) or stories.one_place(
            a.article, b.article, persons=a.post.kind in OF_TEAMS
        )


def _told(names: Mapping[str, Sequence[Statement]], texts: Mapping[str, str]) -> tuple[list[Told], list[Told]]:
    """Persons told with a post, and posts told alone."""
    named: dict[tuple[str, str, Post], Told] = {}
    unnamed: dict[str, Told] = {}
    around = Surroundings((s for some in names.values() for s in some), texts)
    for node in sorted(names):
        for s in names[node]:
            person = s.speaker_kind is SpeakerKind.PERSON
            if not person and (s.speaker_kind is not SpeakerKind.UNNAMED or _indefinite(s)):
                continue
            for held in around.readings(s, _post(s, person)):
                if person:
                    gender = held.gender or gender_of_name(s.speaker.split()[0])
                    told = Told(node, s.article_id, held._replace(gender=gender))
                    named[node, s.article_id, told.post] = told
                else:
                    unnamed.setdefault(node, Told(node, s.article_id, held))
    unknown = {node for node in unnamed if any(_indefinite(s) for s in names[node])}
    unknown |= {node for node, told in unnamed.items() if any(_of_several(s, told.post) for s in names[node])}
    unknown |= {node for node, told in unnamed.items() if any(_otherwise(s, told.post) for s in names[node])}
    return list(named.values()), [told for node, told in unnamed.items() if node not in unknown]


def _of_several(s: Statement, held: Post) -> bool:
    """ "Nach Angaben der Veranstalter": a man's noun behind the genitive of a woman's or of several means several."""
    before = s.mention.partition(s.speaker.split()[0])[0].split()
    genitive = len(before) > 1 and before[-1] in knowledge(s.language).genitive and not before[-1].endswith("s")
    return genitive and held.gender == "m" and s.language == "de"


def _otherwise(s: Statement, held: Post) -> bool:
    """Whether a mention tells more than the noun that posts of several kinds share: "the energy minister"."""
    told = post(s.mention, s.language) if held.kind.startswith(f"{BARE}.") else None
    return told is not None and told.kind != held.kind


def _post(s: Statement, person: bool) -> Post | None:
    """The post of the role; whose it is may stand in the mention only ("Norderlands Innenminister X"), and so may the
    post where the role tells another ("the institute's director, Professor X")."""
    phrase = s.speaker_role or ("" if person else s.speaker)
    held = post(phrase, s.language) if phrase else None
    behind = s.mention.partition(s.speaker)[2].strip()
    if not person or s.speaker not in s.mention or behind[:1].isupper():  # "Leopold | Kranz"
        return held
    know = knowledge(s.language)
    words = [word for word in s.mention.replace(s.speaker, "").split() if not know.is_title(word)]
    around = post(" ".join(words), s.language) if words else None
    if around is None or held is None:
        return held or around
    # "Ärztlicher | Direktor des Klinikums" is no plain director
    fuller = held.kind.startswith(f"{HEAD}.") and around.kind.startswith(f"{PART}.")
    return around if fuller or around.kind == held.kind else held


def _indefinite(statement: Statement) -> bool:
    return statement.mention.partition(" ")[0].lower() in knowledge(statement.language).indefinite

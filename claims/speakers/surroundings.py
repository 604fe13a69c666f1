"""What the statements around one tell of whose a post is: "Die Gewerkschaft Nord klagte. Deren Vorsitzende …".

A pronoun is the body's that spoke just before, a counterpart holds the office of who spoke before, and who defends
somebody called by a name defends what the article says that he is ("Lange's lawyer" is the lifeguard's).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from claims.models import SpeakerKind, Statement
from claims.speakers.antecedents import BODIES
from claims.speakers.bodykinds import Body, body
from claims.speakers.bodywords import body_tables
from claims.speakers.knowledge import knowledge
from claims.speakers.offices import gender_of
from claims.speakers.organisations import fold
from claims.speakers.posts import BUSINESS, FOR_OTHERS, NAMELIKE, PART, Post, post, related_kind
from claims.speakers.postwords import related_words
from claims.speakers.stories import alike

NEAR = 400  # characters back to the body or the person of whom a pronoun tells
OPENING = 4  # words at the head of a sentence in which its subject stands
_SENTENCE = re.compile(r"[.!?][“”\"»]? +|\n+")


class Surroundings:
    """Asked by statement and the post read from its own words."""

    def __init__(self, statements: Iterable[Statement], texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._said: dict[str, list[Statement]] = defaultdict(list)
        for s in sorted(statements, key=lambda s: (s.article_id, s.char_start, s.char_end, s.id)):
            self._said[s.article_id].append(s)

    def readings(self, s: Statement, held: Post | None) -> list[Post]:
        """The post as its own words tell it, and with what the statements around tell of it."""
        if relation := _relation(s):
            related = self._related(s, relation)
            return [related] if related is not None else []
        if _mirrors(s):
            counterpart = self._counterpart(s)
            return [counterpart] if counterpart is not None else []
        if held is None:
            return []
        fuller = self._fuller(s, held) if s.speaker_role else None
        return [held] if fuller is None or fuller == held else [held, fuller]

    def _fuller(self, s: Statement, held: Post) -> Post | None:
        if held.kind in FOR_OTHERS and held.names and held.owner is None:
            return held._replace(owner=self._client(s, held.names))
        if held.names or held.house or held.owner:
            return None
        if _by_pronoun(s):
            return self._of_speaker_before(s) or self._of_subject_before(s)
        if held.kind == "chief_executive" and s.mention.startswith(s.speaker_role):
            return self._of_subject_before(s, BUSINESS)
        return None

    def _before(self, s: Statement) -> list[Statement]:
        """The statements of others shortly before, the nearest first."""
        near = [o for o in self._said[s.article_id] if s.char_start - NEAR <= o.char_start < s.char_start]
        return [o for o in reversed(near) if o.speaker != s.speaker]

    def _of_speaker_before(self, s: Statement) -> Post | None:
        """The post said of the body that spoke last: "deren Vorsitzende"."""
        last = next(iter(self._before(s)), None)
        if last is None or last.speaker_kind not in BODIES:
            return None
        held = _of(s, last.speaker_role or last.speaker)
        own = frozenset(fold(word) for word in last.speaker.split()) - body_tables(s.language).kinds.keys()
        return held._replace(names=held.names | own) if held is not None and not last.speaker_role else held

    def _of_subject_before(self, s: Statement, kinds: frozenset[str] = frozenset()) -> Post | None:
        """The post said of the body with which the sentence before begins: "Die Stadtwerke bauen. Geschäftsführer X …";
        ``kinds``: of which kinds it must be."""
        before = _SENTENCE.split(self._texts.get(s.article_id, "")[: s.char_start][-NEAR:].rstrip())
        opening = " ".join(before[-1].split()[:OPENING])
        whose = body(opening, s.language)
        if whose is None or whose.several or (kinds and not whose.kinds & kinds):
            return None
        return _of(s, opening)

    def _related(self, s: Statement, relation: str) -> Post | None:
        """ "Her deputy", "ihr Vorgänger": by the office of the last person who spoke before."""
        persons = [o for o in self._before(s) if o.speaker_kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED)]
        told = [post(o.speaker_role, o.language) if o.speaker_role else None for o in persons]
        if told and told[0] is None:  # "Norland's finance minister said … Greta Halvorsen told … Her deputy"
            told = told if len({held.kind for held in told if held is not None}) == 1 else []
        held = next((held for held in told if held is not None), None)
        kind = related_kind(relation, held.kind) if held is not None else ""
        if held is None or not kind:
            return None
        return held._replace(kind=kind, gender=gender_of(s.speaker_role, s.language), family="")

    def _counterpart(self, s: Statement) -> Post | None:
        """ "Her counterpart at Fjordfart": the office of the last who was told to hold one, where it says whose."""
        told = [word for word in s.speaker_role.split() if word[0].isupper() or NAMELIKE.search(word)]
        names = frozenset(fold(word).removesuffix("'s") for word in told if not _mirroring(word, s.language))
        for other in self._before(s):
            held = post(other.speaker_role, other.language) if other.speaker_role else None
            if held is not None and names and not held.kind.startswith(f"{PART}."):
                return held._replace(names=names, gender="", owner=None)
        return None

    def _client(self, s: Statement, names: frozenset[str]) -> Body | None:
        """What the one with that name is, as the article tells."""
        for other in self._said[s.article_id]:
            if other.speaker_kind is SpeakerKind.PERSON and other.speaker_role and other.speaker != s.speaker:
                surname = fold(other.speaker.rpartition(" ")[2])
                held = post(other.speaker_role, other.language)
                if held is not None and any(alike(surname, name) for name in names):
                    return Body(frozenset({held.kind}), frozenset(), frozenset())
        return None


def _of(s: Statement, whose: str) -> Post | None:
    words = [word for word in whose.split() if word.lower() not in knowledge(s.language).determiners]
    return post(f"{s.speaker_role} {'of the' if s.language == 'en' else 'der'} {' '.join(words)}", s.language)


def _by_pronoun(s: Statement) -> bool:
    know, first = knowledge(s.language), s.mention.partition(" ")[0].lower()
    personal = {*know.roles.pronouns.male, *know.roles.pronouns.female} if s.language == "en" else set()
    return first in know.possessives - personal


def _relation(s: Statement) -> str:
    """ "deputy" of "his deputy", where the role says nothing else and the mention begins with whose it is."""
    know = knowledge(s.language)
    words = [word for word in s.speaker_role.split() if word.lower() not in know.possessives]
    if s.mention.partition(" ")[0].lower() not in know.possessives:
        return ""
    return related_words(s.language).get(" ".join(words).lower(), "")


def _mirrors(s: Statement) -> bool:
    return any(_mirroring(word, s.language) for word in s.speaker_role.split())


def _mirroring(word: str, language: str) -> bool:
    return word.lower() in knowledge(language).mirroring

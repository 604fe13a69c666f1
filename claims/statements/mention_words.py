"""What the words that name a speaker look like: the file ``mentions.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load


class MentionWords(BaseModel):
    """The file ``mentions.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    time_words: frozenset[str]
    abstract_endings: tuple[str, ...]
    speaking: frozenset[str]
    name_particles: frozenset[str]
    titles: frozenset[str]
    dotted: frozenset[str]  # as written before a point that ends no noun phrase: "Mr."
    role_endings: tuple[str, ...]
    fillers: frozenset[str]
    inner_particles: frozenset[str] = frozenset()  # particles that join two single names ("van", "al")
    outer_particles: frozenset[str] = frozenset()  # particles that more often are articles ("der")
    bodies: tuple[
        str, ...
    ] = ()  # endings of bodies that are no "speaking": of them a sentence may tell before they speak
    things: frozenset[str] = frozenset()  # nouns of what people make: whose it is may speak
    clock: frozenset[str] = frozenset()  # behind the time of a ticker's entry: "14.05 Uhr: …"
    rejected: frozenset[str] = frozenset()  # what is rejected or voiced without an article: no part of a name
    edge_words: frozenset[str] = frozenset()  # time words that are part of names as well
    person_endings: tuple[str, ...] = ()  # of nouns of persons beyond the roles
    crowd_endings: tuple[str, ...] = ()  # of nouns of persons in the plural without an article
    quoted_pronouns: frozenset[str] = frozenset()  # who is quoted: "zitierte ihn die Zeitung"
    subject_articles: frozenset[str] = frozenset()  # before a man in the case of the subject alone
    object_endings: tuple[str, ...] = ()  # of articles that may stand before an object as well
    feminine_endings: tuple[str, ...] = ()  # of roles that "der" before them sets in another case than the subject's
    told_media: tuple[str, ...] = ()  # endings of media that are told something: "sagte ein Fahrer der Agentur APN"
    media_jobs: tuple[str, ...] = ()  # endings of those whose medium it is: "sagte ein Reporter der Agentur APN"
    team_endings: tuple[str, ...] = ()  # "ein Team um …"
    team_prepositions: frozenset[str] = frozenset()

    def is_body(self, noun: str) -> bool:
        """Whether a noun in lower case names a body by its ending: "das Gesundheitsamt", "der Sportverein"."""
        return noun.endswith((*self.speaking, *self.bodies))


@cache
def mention_words(language: str) -> MentionWords:
    words: MentionWords = load(language, "mentions", MentionWords)
    return words

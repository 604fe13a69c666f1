"""Words that name a source without a verb of saying: the file ``sources.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load


class Before(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    always: frozenset[str]
    with_evidence: frozenset[str] = frozenset()
    after_always: frozenset[str] = frozenset()
    after_evidence: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    believed: tuple[str, ...] = ()  # of these, those before a comma and of somebody alone: "glaubt man X, …"
    viewing: frozenset[str] = frozenset()  # "in her view"
    views: frozenset[str] = frozenset()
    circles: tuple[str, ...] = ()  # endings of sources whose place is part of them: "aus Regierungskreisen in Bern"


class Evidence(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: frozenset[str]
    endings: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()  # "nach eigenen Angaben": the subject's
    owned: frozenset[str] = frozenset()  # evidence only with whose it is: "nach Zahlen der Kämmerei"
    hearsay: frozenset[str] = frozenset()  # "dem Vernehmen nach": nobody's
    nameless: frozenset[str] = frozenset()  # "ersten Erkenntnissen": how far it is known, not who knows it


class WordList(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    words: frozenset[str]


class According(WordList):
    """ "wie X sagte"; behind ``taken_up`` it is a comparison ("einen Ausbau, wie ihn X fordert")."""

    taken_up: frozenset[str] = frozenset()


class Adverb(WordList):
    certain: frozenset[str] = frozenset()


class Nominal(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    nouns: frozenset[str]
    verdicts: frozenset[str] = frozenset()  # "…, was her verdict"
    links: frozenset[str] = frozenset()  # verbs between quoted words and such a noun, besides "to be"
    minds: frozenset[str] = frozenset()  # before a colon they tell how somebody thinks of it: "ist skeptisch: …"
    beyond_doubt: frozenset[str] = frozenset()  # before a colon, with one of the holders: "für X ist die Sache klar: …"
    holders: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()  # behind holders: "für X ist das ein Witz"
    judging: frozenset[str] = frozenset()  # behind a thing: "für X ist der Plan ein Witz"
    told_of: frozenset[str] = frozenset()  # but not "für X ist das der dritte Sieg"
    slogans: frozenset[str] = frozenset()  # nouns right before quoted words
    answered: frozenset[str] = frozenset()  # ", was X bestreitet", ", which X denies": for what was said right before
    published: tuple[str, ...] = ()  # endings of nouns for what is in print: "Medienberichte, wonach"
    answered_with: frozenset[str] = frozenset()  # prepositions before what somebody answers: "zu Berichten, wonach"
    published_plural: tuple[str, ...] = ()  # of these, the plurals: no subject of a verb in the singular
    demands: frozenset[str] = frozenset()  # of the nouns, those of what somebody wants
    thoughts: frozenset[str] = frozenset()  # nouns of what is only thought
    reactions: frozenset[str] = frozenset()  # nouns of praise and blame: who they come from speaks next


class Documents(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    people: tuple[str, ...] = ()  # of the nouns, those for people: "aus ihrem Umfeld heißt es"

    nouns: frozenset[str]
    own: frozenset[str] = frozenset()  # texts of the one spoken of: "hieß es in einer Mitteilung"
    there: frozenset[str] = frozenset()  # "dort heißt es": the place named before
    therein: frozenset[str] = frozenset()  # "darin heißt es": the writing named before
    further: frozenset[str] = frozenset()  # the same text goes on: "heißt es in dem Brief weiter"


class Evidential(WordList):
    claims: frozenset[str] = frozenset()  # modals by which the subject itself claims ("will gesehen haben")
    perfect: frozenset[str] = frozenset()
    unchecked: tuple[str, ...] = ()  # "unabhängig ließ sich das nicht überprüfen": the author's, all words of one


class LabelMarks(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    dashes: frozenset[str]


class SourceWords(BaseModel):
    """The file ``sources.toml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    before: Before
    evidence: Evidence
    so: WordList
    flat: WordList  # words that alone deny what was said: "Unsinn, sagt X"
    according: According
    adverb: Adverb
    nominal: Nominal
    documents: Documents
    evidential: Evidential
    marks: LabelMarks


@cache
def source_words(language: str) -> SourceWords:
    words: SourceWords = load(language, "sources", SourceWords)
    return words

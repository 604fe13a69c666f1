"""The closed word classes of a language, ``data/<code>/grammar.toml``, as sets."""

from __future__ import annotations

from functools import cache, cached_property

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load


class Grammar(BaseModel):
    """Closed word classes, lower case. Which words a class holds is told by its name and by the data file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    determiners: frozenset[str]
    both: frozenset[str] = frozenset()  # "die beiden" without a noun
    second_determiners: frozenset[str] = frozenset()  # "die beiden …"
    singular_words: frozenset[str] = frozenset()  # no plural verb goes with these
    plural_words: frozenset[str] = frozenset()  # no singular verb goes with these
    either_gender: frozenset[str] = frozenset()  # masculine subject or feminine object: "der"
    adjective_endings: tuple[str, ...] = ()
    genitive_adjective_endings: tuple[str, ...] = ()
    finite_endings: tuple[str, ...] = ()
    participle_prefixes: tuple[str, ...] = ()
    inseparable: tuple[str, ...] = ()  # first parts of verbs whose participle has no "ge"
    past_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    phrase_adverbs: frozenset[str] = frozenset()  # between determiner and noun
    contracted: frozenset[str] = frozenset()  # a preposition with its article: "vom"
    belonging: frozenset[str] = frozenset()  # "von"
    small_names: frozenset[str] = frozenset()  # names written small
    joining: frozenset[str] = frozenset()  # between two speakers: "und", "sowie", "oder"
    likening: frozenset[str] = frozenset()  # before a verb they open a comparison: "als sei nichts geschehen"
    naming_word: str = ""  # "als" in "bezeichnete es als"
    frame_openers: frozenset[str] = frozenset()  # before the verb of an inserted frame: "so", "und", "das"
    passive_marker: str = ""
    before_auxiliary: frozenset[str] = frozenset()  # between a participle and its auxiliary
    motion_verbs: frozenset[str] = frozenset()  # verbs whose perfect is made with "sein"
    imperative_mood: frozenset[str] = frozenset()  # at the beginning of a sentence no reported speech
    oblique_determiners: frozenset[str] = frozenset()
    genitive_determiners: frozenset[str] = frozenset()
    dative_or_genitive: frozenset[str] = frozenset()
    feminine_ending: tuple[str, ...] = ()
    possessives: frozenset[str]
    first_possessives: frozenset[str] = frozenset()  # "meiner Ansicht nach": the author's
    negations: frozenset[str]
    degrees: frozenset[str] = frozenset()  # after "wie" they ask for a degree
    contrast_openers: frozenset[str] = frozenset()  # "während" between two statements
    pointing_determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str]
    standing_for: frozenset[str] = frozenset()  # "those of his deputy"
    agent_prepositions: frozenset[str]
    attribute_prepositions: frozenset[str]
    # of these, those that tell where somebody is from: "Bolt aus Hamm"
    origin_prepositions: frozenset[str] = frozenset()
    place_prepositions: frozenset[str]
    subject_pronouns: frozenset[str]
    partitives: frozenset[str] = frozenset()  # "einer der …"
    clear_subjects: frozenset[str] = frozenset()  # pronouns that can be no object
    plural_pronouns: frozenset[str]
    indefinite_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    demonstratives: frozenset[str]
    relatives: frozenset[str]
    subject_relatives: frozenset[str]
    person_relatives: frozenset[str]  # of persons alone: "who"; German "wer" means whoever it is
    other_words: frozenset[str]
    coordinators: frozenset[str]
    content_subordinators: frozenset[str]
    question_words: frozenset[str]
    place_relatives: frozenset[str] = frozenset()  # of these, those that behind a noun tell where it is
    subordinators: frozenset[str]
    loose_subordinators: frozenset[str] = frozenset()  # adverbs as well ("damit", "da")
    infinitive_openers: frozenset[str] = frozenset()
    have: frozenset[str]
    be: frozenset[str]
    become: frozenset[str]
    modals: frozenset[str]
    do: frozenset[str] = frozenset()  # of these, those that only carry a question or a negation
    infinite_auxiliaries: frozenset[str]  # forms that are no finite verb, or that mostly are none ("haben")
    reported_mood: frozenset[str] = frozenset()
    conditional_mood: frozenset[str] = frozenset()
    preterite_mood: frozenset[str] = frozenset()  # past forms that are the mood right after a verb of saying
    mood_ending: str = ""
    mood_lemma_ending: str = ""
    mood_short_endings: tuple[str, ...] = ()  # of verbs whose infinitive ends in a bare -n: ändern, wechseln
    first_person: frozenset[str]
    us: frozenset[str]  # by which a speaker means all for whom he speaks
    finite: frozenset[str]
    infinitive_marker: str
    infinitive_endings: tuple[str, ...] = ()
    joined_infinitive: tuple[str, ...] = ()
    small_nouns: bool = False  # common nouns are written small
    inline_content: bool = False  # a content clause may follow its verb without a comma ("said it was late")

    @cached_property
    def auxiliaries(self) -> frozenset[str]:
        return self.have | self.be | self.become | self.modals

    @cached_property
    def closed(self) -> frozenset[str]:
        """Every word that is no noun, adjective or full verb."""
        return (
            self.determiners
            | self.prepositions
            | self.subject_pronouns
            | self.object_pronouns
            | self.demonstratives
            | self.relatives
            | self.other_words
            | self.coordinators
            | self.content_subordinators
            | self.question_words
            | self.subordinators
            | self.infinitive_openers
            | self.auxiliaries
        )


@cache
def grammar(language: str) -> Grammar:
    """The word classes of ``language``; raises :class:`claims.errors.LexiconError` if there are none."""
    words: Grammar = load(language, "grammar", Grammar)
    return words


@cache
def closed_words(language: str) -> frozenset[str]:
    """All closed-class words of ``language``."""
    return grammar(language).closed

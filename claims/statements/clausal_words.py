"""What the order of words needs where endings tell little: the file ``clausal.toml``."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from claims.language.lexicon import load
from claims.models import Stance


class ClausalWords(BaseModel):
    """The file ``clausal.toml``: what the order of words needs where endings tell little."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gerund: str = ""
    gerund_drop: tuple[str, ...] = ()
    gerunds: dict[str, str] = {}
    adverb_endings: tuple[str, ...] = ()
    adverbs: frozenset[str] = frozenset()
    no_adverbs: frozenset[str] = frozenset()  # nouns that end like adverbs
    more: frozenset[str] = frozenset()  # before a noun they tell how much: "mehr Geduld"
    addressee_verbs: frozenset[str] = frozenset()  # their first object is who is told
    hearing: frozenset[str] = frozenset()  # ", a court heard": verbs of those before whom it is said
    heard_verbs: frozenset[str] = frozenset()  # of these, those that never stand without the one who is told
    heard_forms: frozenset[str] = frozenset()  # of ``hearing``, those that need the passive: "was told"
    hearers: frozenset[str] = frozenset()  # before whom it is said: "jury", "inquest"
    heard_openers: frozenset[str] = frozenset()  # open what was heard: "that", "how"
    learning: frozenset[str] = frozenset()  # "The Courier has learned", "understands": what an outlet knows
    perfect_forms: frozenset[str] = frozenset()  # of these, those that need "has"
    outlet_words: frozenset[str] = frozenset()  # in the name of an outlet
    object_verbs: frozenset[str] = frozenset()  # object and complement together are the content
    attitude_verbs: frozenset[str] = frozenset()  # what is supported, opposed, wanted: content for the benchmark
    bare_verbs: frozenset[str] = frozenset()  # content may follow without a complementiser
    adverbial_prepositions: frozenset[str] = frozenset()
    audience: frozenset[str] = frozenset()  # others who are told things: "told reporters prices keep rising"
    goal_prepositions: frozenset[str] = frozenset()  # what follows is whom a relative clause tells of: "news to X who"
    adverbial_starts: frozenset[str] = frozenset()
    subject_borders: frozenset[str] = frozenset()
    time_borders: frozenset[str] = frozenset()  # of these, those that open a time too: "missing since March"
    year_openers: frozenset[str] = frozenset()  # words before a bare year: "in 2019", not "a crowd of 2000"
    announced_only: frozenset[str] = frozenset()  # verbs whose content a word announces
    passing: frozenset[str] = frozenset()  # participles of passing on: "as quoted by the Herald"
    remarks: frozenset[str] = frozenset()  # what is so passed on: "in remarks carried by the agency"
    absolute: frozenset[str] = frozenset()  # before a subject and its gerund: "with the mayor insisting"
    conditions: frozenset[str] = frozenset()  # before who might say it: "if he says so"
    nobody: frozenset[str] = frozenset()  # before those who did not say it: "no official has said"
    what: frozenset[str] = frozenset()  # before a speaker they make a noun of the frame: "what the minister said"
    plain_clauses: frozenset[str] = frozenset()  # of other verbs, if the clause shows itself: "signalled he would go"
    clause_only: frozenset[str] = frozenset()  # verbs that say nothing of an object alone: "ruled the country"
    as_far: frozenset[str] = frozenset()  # between "as" and "as": "as many as 900"
    colon_only: frozenset[str] = frozenset()  # verbs whose content stands behind a colon alone: "disagreed: …"
    asking_verbs: frozenset[str] = frozenset()  # with an infinitive they demand: "asked residents to stay inside"
    gerund_verbs: frozenset[str] = frozenset()  # what was seen may follow as a gerund: "recalled seeing a van"
    held_nouns: frozenset[str] = frozenset()  # what somebody holds: "the council's position is that"
    reading: frozenset[str] = frozenset()  # of what is written: "“…,” the statement read"
    reciprocal: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    nouns_too: frozenset[str] = frozenset()  # forms that are nouns as often
    linking: frozenset[str] = frozenset()  # verbs that an adjective, a participle or an adverb completes
    plural_nouns: frozenset[str] = frozenset()  # plurals without an ending
    insertion_endings: tuple[str, ...] = ()  # of participles that open an insertion: ", speaking in Rome, said"
    intervals: frozenset[str] = frozenset()  # behind a stretch of time: "a week later"
    calendar: frozenset[str] = frozenset()  # before a time they need no preposition: "last week the mayor"
    calendar_units: frozenset[str] = frozenset()  # such times that are other things too: "last summer"
    degrees: frozenset[str] = frozenset()  # behind a preposition they tell no place: "said at least nine"
    standing_tails: frozenset[str] = frozenset()  # ", something the mayor ruled out": for what was said before
    answer_verbs: frozenset[str] = frozenset()  # ", which the firm denies": their object is what was said, no thing
    inner_prepositions: frozenset[str] = frozenset()  # belong to a noun phrase that follows the verb
    complementisers: frozenset[str] = frozenset()
    serial: tuple[str, ...] = ()  # with an infinitive they tell that it was done: "went on to say"
    anonymity: tuple[str, ...] = ()  # how a source asks not to be named; no statement
    thought: frozenset[str] = frozenset()  # groups that tell what somebody thinks
    forecasts: frozenset[str] = frozenset()  # of the told thoughts, those that need a figure or an infinitive
    particles: frozenset[str] = frozenset()  # words that belong to a verb and are no prepositions
    told_thoughts: frozenset[str] = frozenset()  # verbs of these groups that tell what a named one said
    passive_speaker: frozenset[str] = frozenset()  # the subject of the passive speaks: "was quoted as saying"
    relaying: frozenset[str] = frozenset()  # verbs by which news are passed on
    drawing_on: frozenset[str] = frozenset()  # before the one from whom they are: "unter Berufung auf"
    told_by: frozenset[str] = frozenset()  # before the one who passes on: "nach Angaben der Agentur"
    naming_verbs: frozenset[str] = frozenset()  # "described reports that … as a fairy tale": an act, no content
    headline_tails: frozenset[str] = frozenset()  # "Firm denies leak | amid protests", "| as crews search"
    as_partners: frozenset[str] = frozenset()  # "such as", "as good as"
    quoted_as: frozenset[str] = frozenset()  # "quoted the minister as saying"
    taken_back: tuple[str, ...] = ()  # before "his claim that …" they tell that he no longer says so
    held_to: tuple[str, ...] = ()  # and these that he still does
    not_doing: tuple[str, ...] = ()  # before an infinitive: it was not done
    asking_persons: tuple[str, ...] = ()  # whose object may be who was asked, the matter behind a preposition
    matter_prepositions: tuple[str, ...] = ()
    other_senses: tuple[str, ...] = ()  # "the plans were called in by the minister"
    telling_acts: tuple[str, ...] = ()  # what somebody did to say something: "took to Instagram to insist"
    limiting: frozenset[str] = frozenset()  # "would only say"
    set_back: frozenset[str] = frozenset()  # finite verbs of a report set back in time
    plain_past: frozenset[str] = frozenset()
    going_on: frozenset[str] = frozenset()  # verbs that say only of a person that words went on
    plainly: frozenset[str] = frozenset()  # ", but his family say": verbs that then give the word to another
    turning: frozenset[str] = frozenset()  # "but his family insist": what gives the word to another, any verb behind
    close: frozenset[str] = frozenset()  # cues with no object before their preposition: "call+for"
    shown_whole: frozenset[str] = frozenset()  # acts whose object tells nothing without the verb: "put the toll at 9"
    source_tails: frozenset[str] = frozenset()  # ", citing two officials": from whom the speaker has it
    narrating_tails: frozenset[str] = frozenset()  # behind a frame: ", he said, even as thousands left"
    narrating: frozenset[str] = frozenset()  # at the head of a sentence they give the word back to the narrator
    speech_nouns: dict[str, Stance] = {}  # "the company's assertion that …"
    verdict_openers: frozenset[str] = frozenset()  # before what another's words are called: "dismissed it | as rumours"
    gerund_endings: tuple[str, ...] = ()
    answered_with: frozenset[str] = frozenset()  # prepositions before another's words: "responded to claims that"
    printed: frozenset[str] = frozenset()  # of these, what is in print and speaks without an owner: "reports that"
    press: frozenset[str] = frozenset()  # before them: "media reports"
    printed_in: frozenset[str] = frozenset()  # behind them, before the name of a paper
    subject_clauses: frozenset[str] = frozenset()  # "a man whose wife died after …"
    demand_openers: frozenset[str] = frozenset()  # "calls by X for an inquiry"
    owner_prepositions: frozenset[str] = frozenset()  # between such a noun and whose words it is
    yes: frozenset[str] = frozenset()  # answers to a question: "Doch, sagt X"
    no: frozenset[str] = frozenset()
    address: frozenset[str] = frozenset()  # how one who is asked is addressed, as written inside a sentence
    question_labels: frozenset[str] = frozenset()  # before what is asked in an interview: "Q:"
    answer_labels: frozenset[str] = frozenset()  # before what is answered, naming nobody: "A:"
    meetings: frozenset[str] = frozenset()  # words of the lines above an interview that tell who asked whom
    asked_after: frozenset[str] = frozenset()  # before who is asked: "spoke to Ann Lee"
    asked_by: frozenset[str] = frozenset()  # before who asks: "Interview: Ben Ray"
    first_persons: frozenset[str] = frozenset()  # object forms of the first person
    figure_acts: frozenset[str] = frozenset()  # verbs that tell a figure only beside another source's: "kam auf 3500"
    figure_verbs: frozenset[str] = frozenset()  # forms that tell a figure: "spoke of 9,000"
    figure_sources: frozenset[str] = frozenset()  # words that name the source of one: "laut", "according"
    judging_verbs: frozenset[str] = frozenset()  # "X nennt den Plan gut, Y einen Witz"
    judging_links: frozenset[str] = frozenset()  # "X hält den Plan für gut, Y für einen Witz"
    softeners: frozenset[str] = frozenset()  # between who judges and the verdict
    gap_verbs: frozenset[str] = frozenset()  # forms that a second speaker shares without a verb: "spoke of chaos"
    gap_links: frozenset[str] = frozenset()  # and the prepositions behind them
    figure_links: frozenset[str] = frozenset()  # prepositions before a figure: "the organisers of 9,000"
    figure_joins: frozenset[str] = frozenset()  # words between the figures of two sources
    figure_pronouns: frozenset[str] = frozenset()  # no other source begins with one


@cache
def clausal_words(language: str) -> ClausalWords:
    words: ClausalWords = load(language, "clausal", ClausalWords)
    return words

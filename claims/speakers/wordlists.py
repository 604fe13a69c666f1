"""The files of language data that the speaker rooms read, as models: countries, roles, given names."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Country(_File):
    names: list[str]
    adjectives: list[str]
    people: list[str]
    capitals: list[str]
    seats: list[str] = []


class Countries(_File):
    countries: dict[str, Country]


class Institutions(_File):
    m: list[str]
    f: list[str]
    n: list[str]
    known: list[str] = []
    generic: list[str] = []
    company: str = ""
    seated: list[str] = []
    local: list[str] = []
    naming: list[str] = []
    broad: list[str] = []
    kin: dict[str, list[str]] = {}
    nameless: list[str] = []
    papers: list[str] = []  # any of them may be called by any other: "das Blatt" for a newspaper
    enterprises: list[str] = []
    abbreviations: dict[str, str] = {}


class Words(_File):
    words: list[str]
    compounds: list[str] = []
    never_owners: list[str] = []


class Compounds(_File):
    never: list[str]
    short: list[str]
    agents: list[str]
    women: list[str]
    nouns: list[str]
    doers: list[str]  # endings of nouns that only name persons
    apart: tuple[str, ...] = ()  # parts of nouns that are not what they end in: "Staatsanwalt", no "Anwalt"
    opposing: list[str] = []  # what before a noun makes its opposite of it: "Vermieter", "Mieter"


class Describing(_File):
    words: list[str]
    kin: list[str] = []  # bare, they tell of another than who is named: "die Mutter" of the child
    marks: list[str]
    politicians: list[str]
    mirroring: list[str]
    offices: list[str]
    leading: list[str]
    anyone: list[str] = []
    trained: list[str] = []  # what somebody has learnt or is beside an office
    cases: list[str] = []
    uninvolved: list[str] = []
    behind_names: list[str] = []
    anonymous: list[str] = []
    called_they: list[str] = []
    asked: list[str] = []
    accused: list[str] = []  # of the cases, those of whom a sentence must tell it before they are taken for known
    charging: list[str] = []  # beginnings of the words that tell it
    stands_for: dict[str, list[str]] = {}
    domains: list[str] = []


class Pronouns(_File):
    male: list[str]
    female_or_plural: list[str]
    female: list[str] = []
    neuter: list[str]
    demonstrative: dict[str, str]
    first_of_two: list[str] = []  # of these, those that mean the first of two and the last
    last_of_two: list[str] = []
    relative: list[str]
    human_relatives: list[str]
    author: list[str]
    impersonal: list[str]
    plural: list[str]
    both: list[str] = []  # of these, those that mean two
    crowds: list[str] = []  # "dozens of passengers": what counts people
    counted: list[str] = []  # how a noun ends that names people if a number stands before it: "three rowers"
    groups: list[str] = []  # plurals for people that no list of roles has
    collective: bool = False  # whether the plural can mean a single body: "The council … They"
    possessive: list[str]
    subjects: dict[str, str]
    plural_verbs: list[str]
    plural_endings: list[str]
    singular_verbs: list[str]
    singular_endings: list[str]


class Articles(_File):
    definite: list[str]
    indefinite: list[str]
    all: list[str]
    prepositions: list[str]
    linking: list[str]
    joining: list[str]
    oblique: list[str]
    genitive: list[str]
    own: list[str]
    adjective_endings: list[str]
    gender: dict[str, str]
    feminine_oblique: list[str]
    not_modifiers: list[str]
    nominative: list[str]
    verb_endings: list[str]
    clause_endings: list[str]
    modifier_never: list[str]
    before_predicates: list[str]


class Roles(_File):
    male: list[str]
    female: list[str]
    adjectival: list[str]
    any: list[str] = []
    titles: list[str]
    male_titles: list[str]
    female_titles: list[str]
    short_titles: dict[str, str] = {}  # titles cut short, with the office they tell: "Sen.", the senator
    given_titles: list[str]  # titles that stand before a given name: "Sir Graham"
    behind_nouns: list[str]  # adjectives behind the noun, before a preposition: "a person close to the mayor"
    role_adjectives: list[str]
    name_adjectives: tuple[str, ...] = ()  # of a party or nation, in the name of a body: "die Grüne Jugend"
    never_names: list[str]
    dates: list[str]
    particles: list[str]
    government: Institutions
    organisation: Institutions
    carriers: Words
    documents: Words
    unnamed: Words
    describing: Describing
    compounds: Compounds
    pronouns: Pronouns
    articles: Articles

"""The nouns of claims and titles that can head a topic's label, and how telling each of them is.

A noun is telling when many of the statements speak of it, when it names an event or a thing of the concept data, when
the titles have it, and when it stands by itself rather than in a phrase such as "zum Ausdruck".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from claims.language.grammar import grammar
from claims.language.lemmas import in_dictionary
from claims.language.quantity_words import words_of
from claims.topics.fields import with_fields
from claims.topics.frame import Frame
from claims.topics.lexicon import lexicon
from claims.topics.naming import wording
from claims.topics.words import Word, compound, stem

# how much better a noun names a topic that stands for an event, a thing, a status, or is no word of the dictionary
FACTORS = {"event": 2.0, "object": 1.4, "status": 0.9, "axis": 0.8}
COINED = 1.3
KIN = 0.4  # what a statement with another word of the same concept or field counts
ALONE = 0.5  # of a noun that one statement of several has
ASIDE = 0.5  # of a noun that stands only behind prepositions
TITLED = 1.5  # of a noun that a title has
SHORTEST = 4  # letters
MOST_SCORED = 60  # nouns that are held against all texts
ACTING = 0.5  # of a noun for people or bodies: what they do or suffer is the matter, not they
ACTORS = frozenset(  # concepts
    [
        "agency",
        "association",
        "board",
        "child",
        "civilian",
        "clergy",
        "club",
        "coach",
        "commission",
        "company",
        "court",
        "crew_member",
        "dead",
        "doctor",
        "document",
        "driver",
        "employer",
        "farmer",
        "firefighters",
        "fisherman",
        "government",
        "injured",
        "investor",
        "lawyer",
        "mayor",
        "migrant",
        "minister",
        "ministry",
        "missing",
        "parliament",
        "participants",
        "passenger",
        "patient",
        "player",
        "police",
        "population",
        "prisoner",
        "prosecutor",
        "regulator",
        "report",
        "resident",
        "staff",
        "study",
        "suspect",
        "town",
        "town_hall",
        "troops",
        "union",
        "witness",
    ]
)


@dataclass(frozen=True, slots=True)
class Text:
    """A claim or a title: its frame and its weighed features."""

    frame: Frame
    features: Mapping[str, float]


@dataclass(slots=True)
class Noun:
    """One noun with all places where it stands."""

    lemma: str
    concepts: set[str] = field(default_factory=set)
    event: bool = False
    weight: float = 0.0
    forms: Counter[str] = field(default_factory=Counter)
    features: set[str] = field(default_factory=set)  # by which other words for the same are known
    inside: int = 0  # texts that have it
    free: bool = False  # stands somewhere without a preposition
    actor: bool = False  # people or a body
    person: bool = False
    before: Counter[str] = field(default_factory=Counter)  # English: words that stand before it and describe it


def ranked(
    texts: Sequence[Text], language: str, titles: frozenset[str], barred: frozenset[str], titled: float = TITLED
) -> list[Noun]:
    """The nouns of ``texts``, most telling first.

    ``titles`` are the stems of the words of the titles, which count ``titled`` times; ``barred`` are words of names.
    """
    nouns: dict[str, Noun] = {}
    for text in texts:
        this = text.frame
        seen: set[str] = set()
        for index in candidates(this, language):
            word = this.words[index]
            if word.lower in barred:
                continue
            noun = nouns.setdefault(word.lemma, Noun(word.lemma))
            noun.forms[word.text] += 1
            key = f"l:{stem(word.lemma, language)}"
            named = (m for m in this.mentions if m.index == index and m.group in FACTORS)
            mentions = sorted(named, key=lambda m: -FACTORS[m.group])
            noun.person |= _person(word, language)
            noun.actor = noun.actor or noun.person or not ACTORS.isdisjoint(m.name for m in mentions)
            noun.before.update(_describing(this, index, language))
            noun.features.update(with_fields({key: 1.0}, language), (f"c:{mention.name}" for mention in mentions))
            group = mentions[0].group if mentions else ""
            if word.lemma.endswith(wording(language).happenings):
                group = "event"
            noun.concepts.update(mention.name for mention in mentions)
            noun.event |= group == "event"
            noun.free |= not _governed(this.words, index, language)
            factor = FACTORS.get(group, 1.0 if in_dictionary(word.text, language) else COINED)
            noun.weight = max(noun.weight, factor * (1.0 + text.features.get(key, 0.0)))
            if word.lemma not in seen:
                seen.add(word.lemma)
                noun.inside += 1
    likely = sorted(nouns.values(), key=lambda noun: (-round(noun.weight * noun.inside, 6), noun.lemma))[:MOST_SCORED]
    scores = {
        noun.lemma: round(_score(noun, texts, language) * (titled if stem(noun.lemma, language) in titles else 1.0), 6)
        for noun in likely
    }
    return sorted(likely, key=lambda noun: (-scores[noun.lemma], noun.lemma))


def _score(noun: Noun, texts: Sequence[Text], language: str) -> float:
    key = f"l:{stem(noun.lemma, language)}"
    shared = sum(
        1.0 if key in text.features else KIN if not noun.features.isdisjoint(text.features) else 0.0 for text in texts
    )
    score = noun.weight * shared
    score *= ALONE if noun.inside == 1 and len(texts) > 2 else 1.0
    score *= 1.0 if noun.free or noun.event else ASIDE
    return score * (ACTING if noun.actor else 1.0)


def candidates(this: Frame, language: str) -> Iterator[int]:
    """Places of the words that can head a label."""
    taken = {*this.names.values(), *this.states.values(), *this.offices.values()}
    rules, generic, tables = grammar(language), wording(language).generic, lexicon(language)
    leading = {*rules.determiners, *rules.possessives, *rules.prepositions}
    no_nouns = {*rules.closed, *rules.prepositions, *words_of(language).of["card"]}
    for index, word in enumerate(this.words):
        if index in taken or word.kind != "word" or len(word.lemma) < SHORTEST:
            continue
        if index + 1 in taken and this.words[index + 1].start == word.end + 1 and word.text[:1].isupper():
            continue  # a given name or a role in front of its name
        if index and f"{this.words[index - 1].lower} {word.lower}" in wording(language).idioms:
            continue
        if _counted(this.words, index, language) and this.words[max(0, index - 2)].lower in rules.prepositions:
            continue  # "after nine games" tells when
        if not generic.isdisjoint((word.lemma, word.lower)) or not tables.stop.isdisjoint((word.lemma, word.lower)):
            continue
        if language == "de":
            part = "" if in_dictionary(word.text, "de") else compound(word.text, "de", tables.heads)[1]
            if word.text[:1].isupper() and part not in generic and not _perhaps_no_noun(this, index):
                yield index
        elif word.lower in no_nouns or _perhaps_a_verb(this, index) or _idle(this, index):
            continue
        elif _led(this.words, index, leading, tables.stop) or _named(this, index, taken):
            yield index


def _perhaps_no_noun(this: Frame, index: int) -> bool:
    """German: a known word that begins a clause may owe its capital to its place, unless it stands for a thing."""
    word = this.words[index]
    if (index and this.words[index - 1].clause == word.clause) or not in_dictionary(word.lower, "de"):
        return False
    thing = any(mention.index == index and mention.group in ("event", "object") for mention in this.mentions)
    return not thing or word.lemma != word.lower or word.lower.endswith("en")


def _named(this: Frame, index: int, taken: Set[int]) -> bool:
    """English: an event behind its name ("Nimbora outage")."""
    before = this.words[index - 1] if index - 1 in taken else None
    if before is None or before.end + 1 != this.words[index].start:
        return False
    word = this.words[index]
    event = any(mention.index == index and mention.group == "event" for mention in this.mentions)
    last = index + 1 == len(this.words) or this.words[index + 1].clause != word.clause
    return word.lemma == word.lower and last and (event or word.lemma.endswith(wording("en").happenings))


def _perhaps_a_verb(this: Frame, index: int) -> bool:
    """English: "fails", "closed", "stolen", and adverbs."""
    word = this.words[index]
    status = any(mention.index == index and mention.group == "status" for mention in this.mentions)
    inflected = word.lemma != word.lower and not word.lower.endswith(("s", "ing", *words_of("en").of["plural_end"]))
    calendar = index > 0 and this.words[index - 1].kind == "particle"  # "the summit in October stands"
    return word.lower.endswith(("ed", "ly")) or inflected or ((status or calendar) and word.lower.endswith("s"))


def _idle(this: Frame, index: int) -> bool:
    """English: a word right behind a preposition, in the singular and no thing or event: "on duty", "at once"."""
    word, before = this.words[index], this.words[index - 1] if index else None
    if before is None or before.lower not in grammar("en").prepositions - set(lexicon("en").function.genitive):
        return False
    thing = any(mention.index == index and mention.group in ("event", "object") for mention in this.mentions)
    return before.end + 1 == word.start and word.lemma == word.lower and not thing


def _counted(words: Sequence[Word], index: int, language: str) -> bool:
    """A number stands right before the word, in figures or letters."""
    before = words[index - 1] if index else None
    return before is not None and (before.kind == "number" or before.lower in words_of(language).of["card"])


def _person(word: Word, language: str) -> bool:
    return bool(words_of(language).person(word.text))


def _describing(this: Frame, index: int, language: str) -> Iterator[str]:
    """English: the word that makes one thing with the noun ("pay offer")."""
    before = this.words[index - 1] if index and language == "en" else None
    if _counted(this.words, index, language):
        return
    if before is None or before.end + 1 != this.words[index].start or before.kind != "word" or len(before.lower) < 3:
        return
    rules, stop = grammar(language), lexicon(language).stop
    if not {before.lower, before.lemma} & (stop | rules.determiners | rules.prepositions) and before.text.islower():
        yield before.lower


def _led(words: Sequence[Word], index: int, leading: set[str], stop: frozenset[str]) -> bool:
    """An article, possessive or preposition stands before the word or the word before it, and no other noun follows."""
    word, follower = words[index], words[index + 1] if index + 1 < len(words) else None
    if follower is not None and follower.start == word.end + 1 and not {follower.lower, follower.lemma} & stop:
        return False
    before = words[index - 1] if index else None
    if before is None or before.end + 1 != word.start:
        # a claim may begin with a plural, as with the verb of an act: "contains a dose", "shells from the west"
        acts = follower is not None and follower.lower in grammar("en").determiners | grammar("en").possessives
        return word.lower.endswith("s") and not word.lower.endswith("ss") and word.lemma != word.lower and not acts
    if before.lower in leading:
        return before.lower != "to"
    return index > 1 and words[index - 2].lower in leading and words[index - 2].lower != "to"


def _governed(words: Sequence[Word], index: int, language: str) -> bool:
    """A preposition stands before the noun, at most an article or an adjective between."""
    prepositions = grammar(language).prepositions
    before = [word for word in words[max(0, index - 2) : index] if word.clause == words[index].clause]
    return any(word.lower in prepositions for word in before)

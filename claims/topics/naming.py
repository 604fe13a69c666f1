"""How a label is worded: nouns without the ending of their case, names as short as people are known by, and what is
counted or asked with the event that it belongs to ("Zahl der Toten beim Einsturz in Velmora")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from claims.language.lemmas import in_dictionary
from claims.language.lemmas import lemma as lemma_of
from claims.language.lexicon import load
from claims.models import Model
from claims.speakers.given_names import is_given_name
from claims.topics.frame import Frame
from claims.topics.levels import HEAD
from claims.topics.lexicon import Parties, lexicon
from claims.topics.words import compound

USUAL = 0.6  # of the places of a noun that must have the same word before it


class Joint(Model):
    """How nouns with these endings are joined to what is counted or asked of them."""

    endings: list[str]
    of: str  # "des", "of the"
    at: str  # "beim", "in the"
    genitive: str  # ending of the noun behind ``of``


class Wording(Model):
    """``labels.toml``: nouns that name nothing, what aspects are called, and how they are joined to an event."""

    generic: frozenset[str]
    idioms: frozenset[str]  # a noun with the word before it that names nothing so: "under fire"
    places: tuple[str, ...]  # prepositions before the name of a place, without an article
    happenings: tuple[str, ...]  # how nouns end that name an event
    hissing: list[str]  # endings of nouns behind which the genitive needs an e
    name_first: bool  # "Nimbora outage", not "Ausfall Nimbora"
    counted: dict[str, str]  # what is counted → its name; {thing} stands for the noun
    asked: dict[str, str]  # date, cause → its name
    joints: dict[str, Joint]
    meeting: str  # what a meeting is called whose level is known
    levels: dict[str, str]  # office of those who meet → whose meeting it is
    heads: dict[str, str]  # how a word for one kind of heads begins → the same, where no other kind is named


@cache
def wording(language: str) -> Wording:
    """``labels.toml`` of a language."""
    found: Wording = load(language, "labels", Wording)
    return found


class Heading(NamedTuple):
    """An event or thing with who or where: "Einsturz" and " in Velmora", "Nimbora " and "outage"."""

    before: str
    noun: str
    after: str
    lemma: str
    event: bool

    @property
    def text(self) -> str:
        whole = f"{self.before}{self.noun}{self.after}"
        return whole[:1].upper() + whole[1:]


def meeting_of(level: str, lemmas: Collection[str], language: str) -> Heading | None:
    """The meeting of those who hold an office: "Treffen der Außenminister", and of heads whom the ``lemmas`` told of
    them name alike "Treffen der Präsidenten"; None where the office has no word."""
    rules = wording(language)
    if level not in rules.levels:
        return None
    alike = {whose for kind, whose in rules.heads.items() if any(lemma.lower().startswith(kind) for lemma in lemmas)}
    whose = alike.pop() if level == HEAD and len(alike) == 1 else rules.levels[level]
    return Heading("", rules.meeting, f" {whose}", rules.meeting.lower(), True)


def joined(aspect: str, counted: bool, heading: Heading, language: str) -> str:
    """ "Ursache des Ausfalls in Altweida", "Zahl der Toten beim Einsturz"; brackets where the gender is unknown."""
    rules = wording(language)
    joint = _joint(heading.noun.lower(), language)
    if joint is None or (counted and not (joint.at and heading.event)):
        return f"{aspect} ({heading.text})"
    ending = "" if counted else joint.genitive
    if ending and heading.noun.lower().endswith(tuple(rules.hissing)):
        ending = f"e{ending}"
    return f"{aspect} {joint.at if counted else joint.of} {heading.before}{heading.noun}{ending}{heading.after}"


def _joint(noun: str, language: str) -> Joint | None:
    """The joint with the longest ending that the noun has."""
    found = [
        (len(ending), name, joint)
        for name, joint in wording(language).joints.items()
        for ending in joint.endings
        if noun.endswith(ending)
    ]
    return max(found, key=lambda item: item[:2])[2] if found else None


def noun_form(forms: Counter[str], before: Counter[str], lemma: str, language: str) -> str:
    """The noun as it is mostly written, without the ending of a case that a heading does not need.

    ``before`` are describing words in front of it: one that most places have goes with it ("pay offer").
    """
    bare: Counter[str] = Counter()
    for text, number in forms.items():
        bare[_bare(text, lemma) if language == "de" else text] += number
    text = min(bare, key=lambda text: (-bare[text], len(text), text))
    word = min(before, key=lambda word: (-before[word], word), default="")
    return f"{word} {text}" if word and before[word] >= max(2.0, USUAL * forms.total()) else text


def _bare(text: str, lemma: str) -> str:
    for ending in ("es", "s"):
        if text.lower().removesuffix(ending) == lemma and text.lower() != lemma:
            return text[: -len(ending)]
    if text.endswith("n") and not lemma.endswith("n") and in_dictionary(text[:-1], "de"):
        other = text[:-1].lower() != lemma or lemma.endswith(("er", "el"))  # "Ärzten", "Besuchern", never "Waffen"
        if other and lemma_of(text[:-1], "de").lower() == lemma:
            return text[:-1]
    if text.lower() == f"{lemma}n" and lemma.startswith("ge") and in_dictionary(f"{text[:-1]}s", "de"):
        return text[:-1]  # "Gebäuden": such neuters are in the plural what they are in the singular; never "Geologen"
    head = compound(text, "de", lexicon("de").heads)[1]
    if text.lower() == f"{lemma.removesuffix('s')}s" and head and text.lower().endswith(f"{head}s"):
        return text[:-1]  # "Messerlagers", which the dictionary does not have
    return text


def short_name(text: str) -> str:
    """The name without given names in front: "Trump", but "Xi Jinping"."""
    words = text.split()
    while len(words) > 1 and is_given_name(words[0]):
        words = words[1:]
    return " ".join(words)


def _of_a_place(this: Frame, index: int, language: str) -> bool:
    """German: "Wolfsroder Schule", which names the place in another form."""
    after = this.words[index + 1] if index + 1 < len(this.words) else None
    return (
        language == "de"
        and this.words[index].lower.endswith("er")
        and after is not None
        and after.text[:1].isupper()
        and index + 1 not in this.names.values()
    )


class Party(NamedTuple):
    """A name in a claim or a title."""

    key: str
    text: str
    where: str  # the preposition before the place where something happens, or empty
    state: bool


def parties(this: Frame, language: str) -> Iterator[Party]:
    """The names and states of a frame, neighbouring words of a name together."""
    places = wording(language).places
    taken: dict[int, str] = {index: f"n:{key}" for key, index in this.names.items()}
    run: list[int] = []
    for index in [*sorted(index for index in taken if not _of_a_place(this, index, language)), -1]:
        if run and index == run[-1] + 1 and this.words[index].start == this.words[run[-1]].end + 1:
            run.append(index)
            continue
        if run:
            text = " ".join(this.words[number].text for number in run)
            before = this.words[run[0] - 1].lower if run[0] else ""
            if all(part[:1].isupper() for part in text.replace("-", " ").split()):
                yield Party(taken[run[-1]], text, before if before in places else "", False)
        run = [index]
    countries = load(language, "parties", Parties).states
    for code, index in this.states.items():
        word = this.words[index]
        if word.text[:1].isupper() and word.lower in countries.get(code, [])[:2]:
            before = this.words[index - 1].lower if index else ""
            yield Party(f"p:{code}", word.text, before if before in places else "", True)

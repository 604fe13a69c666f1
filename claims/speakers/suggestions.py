"""Speakers that a person should look at: spellings alike that nothing joins, and letters that only look alike.

Nothing is merged here. rapidfuzz measures how alike two names are, on names cut to :data:`LONGEST` characters and only
within a block of speakers that share a first letter of their surname's key, so that the work stays bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from claims.models import Skipped, Speaker, SpeakerKind
from claims.speakers.names import Name, parse
from claims.speakers.romanise import keys, plain, script

LONGEST = 60  # characters of a name that are compared
ALIKE = 0.93  # Jaro-Winkler similarity of two surnames from which they are shown to a person
LARGEST_BLOCK = 400  # speakers of one block that are compared with each other

_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһӏвкмнтАВЕКМНОРСТУХІЈЅαορνικτυΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdhlbkmhtABEKMHOPCTYXIJSaopviktuABEZHIKMNOPTYX"
)


class Suggestion(NamedTuple):
    """Two speakers by id, the names that are alike, and why: ``look_alike`` or ``similar``."""

    a: str
    b: str
    name_a: str
    name_b: str
    why: str


def look_alikes(speakers: Sequence[Speaker]) -> dict[str, Skipped]:
    """By id, the speakers with letters of two alphabets in one name, and what there is to know about each.

    The notice names the letters by their numbers, because they cannot be told by sight, and the speaker whose name
    looks the same, if there is one. Its source is left empty.
    """
    mixed = [speaker for speaker in speakers if _mixed(speaker.name)]
    if not mixed:
        return {}
    names = {skeleton(speaker.name): speaker.name for speaker in speakers if not _mixed(speaker.name)}
    found = {}
    for speaker in mixed:
        odd = dict.fromkeys(char for char in speaker.name if char.isalpha() and script(char) != "latin")
        letters = ", ".join(f"{char} (U+{ord(char):04X})" for char in odd)
        other = names.get(skeleton(speaker.name), "")
        values = {"name": speaker.name, "letters": letters} | ({"other": other} if other else {})
        key = "notice.look_alike" if other else "notice.mixed_letters"
        found[speaker.id] = Skipped(source="", key=key, values=values)
    return found


def _mixed(name: str) -> bool:
    """Whether Latin letters and others stand in one name."""
    if max(name, default="") < "\u0370":  # Latin and its accents
        return False
    scripts = {script(char) for char in name[:LONGEST] if char.isalpha()}
    return "latin" in scripts and len(scripts) > 1


def suggest(speakers: Sequence[Speaker]) -> list[Suggestion]:
    """Pairs of persons for the user to merge or to keep apart, look-alikes first, then by name; no pair twice."""
    persons = sorted((s for s in speakers if s.kind is SpeakerKind.PERSON), key=lambda s: (s.name, s.id))
    found: dict[tuple[str, str], Suggestion] = {}
    for suggestion in (*_look_alikes(persons), *_similar(persons)):
        found.setdefault((suggestion.a, suggestion.b), suggestion)
    return list(found.values())


def skeleton(name: str) -> str:
    """The name with letters of other alphabets replaced by the Latin ones that they look like."""
    return plain(name[:LONGEST].translate(_LOOK_ALIKES))


def _look_alikes(persons: Sequence[Speaker]) -> Iterable[Suggestion]:
    mixed = [s for s in persons if any(script(word) == "mixed" for word in s.name.split())]
    if not mixed:
        return
    by_skeleton: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in persons:
        by_skeleton[skeleton(speaker.name)].append(speaker)
    for speaker in mixed:
        for other in by_skeleton[skeleton(speaker.name)]:
            if other.id != speaker.id:
                yield _pair(speaker, other, "look_alike")


def _similar(persons: Sequence[Speaker]) -> Iterable[Suggestion]:
    blocks: dict[str, list[tuple[Speaker, Name]]] = defaultdict(list)
    for speaker in persons:
        name = parse(speaker.name)
        for letter in sorted({key[:1] for key in keys(name.surname)}):
            blocks[letter].append((speaker, name))
    for letter in sorted(blocks):
        block = blocks[letter][:LARGEST_BLOCK]
        for i, (speaker, name) in enumerate(block):
            for other, theirs in block[i + 1 :]:
                if speaker.id != other.id and _alike(name, theirs):
                    yield _pair(speaker, other, "similar")


def _alike(a: Name, b: Name) -> bool:
    """Surnames nearly the same, given names not at odds."""
    x, y = plain(a.surname)[:LONGEST], plain(b.surname)[:LONGEST]
    if JaroWinkler.similarity(x, y, score_cutoff=ALIKE) < ALIKE:
        return False
    if not a.given or not b.given:
        return True
    first, second = plain(a.given[0])[:LONGEST], plain(b.given[0])[:LONGEST]
    return first[:1] == second[:1] and JaroWinkler.similarity(first, second) >= ALIKE


def _pair(a: Speaker, b: Speaker, why: str) -> Suggestion:
    first, second = sorted((a, b), key=lambda s: s.id)
    return Suggestion(first.id, second.id, first.name, second.name, why)

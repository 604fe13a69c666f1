"""Whether two person names can be one person: surname and given names apart, by spelling key where transcribed.

Surnames are compared letter by letter (Meyer is not Meier), apart from what two languages' conventions write
differently; the spelling key counts only where a name shows that it was transcribed: by its script, or by an ending or
opening that ``data/*/name_forms.toml`` lists. Given names must be compatible, and a woman's ending is never a man's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from claims.language.given_names import GivenNames
from claims.language.lexicon import languages, load
from claims.speakers.given_names import is_given_name
from claims.speakers.knowledge import knowledge
from claims.speakers.romanise import arabic, convention, keys, plain, script, simple


class NameForms(BaseModel):
    model_config = ConfigDict(extra="forbid")
    transcribed_endings: list[str]
    arabic_openings: list[str]
    arabic_given: list[str]
    arabic_particles: list[str]
    womens_endings: list[str]
    surname_first: list[str]
    surname_first_of_three: list[str]
    generations: dict[str, list[str]] = {}


class Name(NamedTuple):
    """A person's name in parts; ``given`` may hold initials, ``surname`` carries its particles apart."""

    given: tuple[str, ...]
    surname: str
    particles: tuple[str, ...]


class _Forms(NamedTuple):
    endings: tuple[str, ...]
    openings: tuple[str, ...]
    arabic: frozenset[str]
    particles: frozenset[str]
    women: tuple[str, ...]
    first: frozenset[str]
    first_of_three: frozenset[str]


@cache
def _forms() -> _Forms:
    data = [load(language, "name_forms", NameForms) for language in languages()]
    return _Forms(
        tuple(sorted({e for d in data for e in d.transcribed_endings})),
        tuple(sorted({o for d in data for o in d.arabic_openings}, key=lambda o: (-len(o), o))),
        frozenset(plain(g) for d in data for g in d.arabic_given),
        frozenset(p for d in data for p in d.arabic_particles),
        tuple(sorted({e for d in data for e in d.womens_endings})),
        frozenset(plain(s) for d in data for s in d.surname_first),
        frozenset(plain(s) for d in data for s in d.surname_first_of_three),
    )


@cache
def generations() -> dict[str, str]:
    """Words behind a name that tell father from son, as written but for the dot, to which of the two."""
    data = (load(language, "name_forms", NameForms).generations for language in languages())
    return {word: kind for table in data for kind, words in table.items() for word in words}


def generation(words: Sequence[str]) -> str:
    """ "junior" of "Sam Hale Jr.", else nothing."""
    return generations().get(words[-1].rstrip("."), "") if len(words) > 1 else ""


@cache
def _given_classes() -> dict[str, frozenset[str]]:
    """Spelling → ids of the given names that it is a form of."""
    table: dict[str, set[str]] = {}
    for language in languages():
        for name, forms in load(language, "given_names", GivenNames).forms.items():
            for form in forms:
                table.setdefault(plain(form), set()).add(name)
    return {form: frozenset(ids) for form, ids in table.items()}


@cache
def _particles() -> frozenset[str]:
    return frozenset(p for language in languages() for p in knowledge(language).particles)


@cache
def _titles() -> frozenset[str]:
    return frozenset(p for language in languages() for p in knowledge(language).titles)


def opens_name(word: str) -> bool:
    """Whether an article of Arabic names opens the word: "al-Baghawi", "ar-Raschidi"."""
    head, hyphen, tail = word.partition("-")
    return tail[:1].isupper() and f"{head}{hyphen}" in _forms().openings


def _without_opening(word: str) -> tuple[str, str]:
    lower = word.lower()
    for opening in _forms().openings:
        if lower.startswith(opening) and len(lower) > len(opening) + 2:
            return word[len(opening) :], opening.rstrip("-")
    return word, ""


@lru_cache(maxsize=50_000)
def parse(name: str) -> Name:
    """The parts of a full name; titles and a closing Jr. are dropped."""
    written = name.replace(".", ". ").replace(",", " ").split()
    words = [w for w in written if w.rstrip(".").lower() not in _titles() or len(w.rstrip(".")) == 1]
    if words and words[-1] != written[-1] and not written[-1].endswith(".") and written[-1][0].isupper():
        words.append(written[-1])  # "Mary King", "Ravi Sen"
    if generation(words) or (len(words) > 2 and len(words[-1]) < 4 and words[-1].endswith(".")):
        words = words[:-1]
    if not words:
        return Name((), name, ())
    given: list[str] = []
    particles: list[str] = []
    for word in words[:-1]:
        if word.lower() in _particles():
            particles.append(word.lower())
        else:
            bare, opening = _without_opening(word)
            given.append(bare)
            if opening:
                particles.append(opening)
    surname, opening = _without_opening(words[-1])
    if opening:
        particles.append(opening)
    return Name(tuple(given), surname, tuple(particles))


def _transcribed(name: Name) -> bool:
    """Whether a name shows that it was carried over from another script."""
    return any(script(w) != "latin" for w in (name.surname, *name.given)) or (
        len(name.surname) > 4 and plain(name.surname).endswith(_forms().endings)
    )


def _arabic(name: Name) -> bool:
    forms = _forms()
    openings = {o.rstrip("-") for o in forms.openings}
    return any(p in openings or p in forms.particles for p in name.particles) or any(
        plain(w) in forms.arabic for w in (*name.given, name.surname)
    )


def _same_surname(a: Name, b: Name, *, loose: bool, arabic_name: bool) -> bool:
    x, y = a.surname, b.surname
    if plain(x) == plain(y) or convention(x) == convention(y):
        return True
    if loose and not keys(x).isdisjoint(keys(y)):
        return True
    if arabic_name and not arabic(x).isdisjoint(arabic(y)):
        return True
    parts, others = plain(x).split("-"), plain(y).split("-")
    if len(parts) + len(others) == 3 and a.given and b.given and plain(a.given[0]) == plain(b.given[0]):
        return parts[0] == others[0] or parts[-1] == others[-1]  # one half of a double name
    return False


def _same_given(a: str, b: str, *, loose: bool, arabic_name: bool) -> bool:
    """Two given names as one: initials by their letter, forms of one name by the data, else the spelling."""
    x, y = a.rstrip("."), b.rstrip(".")
    if len(x) == 1 or len(y) == 1:
        return plain(x)[:1] == plain(y)[:1] or any(k[:1] == m[:1] for k in keys(x) for m in keys(y))
    if simple(x) == simple(y) or (loose and not keys(x).isdisjoint(keys(y))):
        return True
    if arabic_name and not arabic(x).isdisjoint(arabic(y)):
        return True
    classes = _given_classes()
    return not classes.get(plain(x), frozenset()).isdisjoint(classes.get(plain(y), frozenset()))


@lru_cache(maxsize=200_000)
def same_person(a: str, b: str) -> bool:
    """Whether two full names can be one person. A surname alone is compatible with every bearer."""
    if a == b:
        return True
    first, second = parse(a), parse(b)
    if "mixed" in {script(w) for n in (first, second) for w in (n.surname, *n.given)}:
        return False  # letters of two alphabets in one word: a look-alike or a slip, for a person to decide
    if first.given and second.given and _joined(a) == _joined(b):
        return True
    arabic_name = _arabic(first) or _arabic(second)
    loose = _transcribed(first) or _transcribed(second) or arabic_name
    if not _same_surname(first, second, loose=loose, arabic_name=arabic_name):
        return _swapped(first, second) or _first_alone(first, second)
    if _gendered(first.surname) != _gendered(second.surname):
        return False
    if not first.given or not second.given:
        return True
    if generation(a.split()) != generation(b.split()):
        return False
    given = [_servants(n.given) if arabic_name else _split(n.given) for n in (first, second)]
    same = [_same_given(x, y, loose=loose, arabic_name=arabic_name) for x, y in zip(*given, strict=False)]
    if all(same):
        return True
    return not same[0] and _skipped_first(first.given, second.given)


def _joined(name: str) -> str:
    """All words of a name run together: Kim Jong-un and Kim Jong Un, Karl-Heinz and Karlheinz."""
    return "".join(c for c in plain(name) if c.isalpha())


def _split(given: tuple[str, ...]) -> list[str]:
    return [part for word in given for part in word.split("-") if part]


def _servants(given: tuple[str, ...]) -> list[str]:
    """The parts of given names with "Abdul Rahman" in one word, as others write it."""
    parts: list[str] = []
    for part in _split(given):
        if parts and plain(parts[-1]) in ("abd", "abdul", "abdel", "abdal"):
            parts[-1] += plain(part)
        else:
            parts.append(part)
    return parts


def _skipped_first(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Known by the second given name: Recep Tayyip and Tayyip."""
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return len(longer) == 2 and len(shorter) == 1 and len(shorter[0]) > 2 and simple(longer[1]) == simple(shorter[0])


def _swapped(a: Name, b: Name) -> bool:
    """Surname first in one of them, as in Hungarian: only where the data knows which word is the given name."""
    if len(a.given) != 1 or len(b.given) != 1:
        return False
    if plain(a.surname) != plain(b.given[0]) or plain(a.given[0]) != plain(b.surname):
        return False
    return is_given_name(a.surname) != is_given_name(b.surname)


def _first_alone(a: Name, b: Name) -> bool:
    """ "Zhang" for Zhang Weiguo: where the surname stands first, it is what the bearer is called by."""
    alone, full = (b, a) if a.given else (a, b)
    return not alone.given and bool(full.given) and plain(alone.surname) == _leading_surname(full)


def _leading_surname(name: Name) -> str:
    """The folded first word of a full name where it is one of the surnames that stand first."""
    first = plain(name.given[0]) if name.given else ""
    three = len(name.given) > 1 or "-" in name.surname
    return first if first in _forms().first or (three and first in _forms().first_of_three) else ""


def _gendered(surname: str) -> bool:
    """Whether the surname has a Slavic woman's ending."""
    lower = convention(surname) if script(surname) == "latin" else next(iter(sorted(keys(surname))), "")
    return lower.endswith(_forms().women)


def block_keys(name: str) -> frozenset[str]:
    """Under which a name is looked up: every key its surname has, and of a surname that stands first."""
    parts = parse(name)
    found = {f"p:{part}" for part in (plain(parts.surname), *plain(parts.surname).split("-"))}
    found.add(f"c:{convention(parts.surname)}")
    found.update(f"k:{k}" for k in keys(parts.surname))
    if _arabic(parts):
        found.update(f"k:{k}" for k in arabic(parts.surname))
    found.add(f"j:{_joined(name)}")
    if first := _leading_surname(parts):
        found.add(f"p:{first}")
    if len(parts.given) == 1:
        found.add(f"s:{'|'.join(sorted((plain(parts.given[0]), plain(parts.surname))))}")
    return frozenset(found)

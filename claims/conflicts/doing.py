"""What a noun of doing tells of its verb: who says that there was no inspection says that nothing was inspected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from claims.topics.lexicon import Sense, lexicon
from claims.topics.words import stem

LEAST_VERB = 4  # letters of a verb that its noun is known by
_PLUS, _MINUS = frozenset({1}), frozenset({-1})


def as_verb(language: str, lemma: str, axis: str, *, there: bool = False) -> Iterator[tuple[str, frozenset[int]]]:
    """ "There was no inspection" denies what "inspected" says, "not one application" what "applied" says; ``there``:
    "an inspection was carried out" says the same as "inspected"."""
    done = stem(lemma, language)
    if done == lemma:
        return
    if axis != f"word:{done}":
        yield f"word:{done}", _PLUS if there else _MINUS
    for sense in _poles(language).get(done, ()):
        yield f"axis:{sense.name}", _PLUS if (sense.pole > 0) == there else _MINUS


@cache
def _poles(language: str) -> Mapping[str, tuple[Sense, ...]]:
    """Stem of a verb → the poles of axes that it stands for."""
    out: dict[str, tuple[Sense, ...]] = {}
    tables = lexicon(language)
    for form, senses in tables.senses.items():
        found = tuple(sense for sense in senses if sense.group == "axis" and not tables.axes[sense.name].between)
        if found and form.islower() and len(form) > LEAST_VERB:
            done = stem(form, language)
            out[done] = (*out.get(done, ()), *(sense for sense in found if sense not in out.get(done, ())))
    return out

"""Places that the two languages call otherwise have one key, and no concept has words in one language alone."""

from __future__ import annotations

import pytest

from claims.language.lexicon import load
from claims.topics.exonyms import Places, one_name
from claims.topics.lexicon import Axes, Concepts
from claims.topics.words import sound


@pytest.mark.parametrize(
    ("german", "english"), [("Köln", "Cologne"), ("Kölner", "Cologne"), ("Elsass", "Alsace"), ("Genf", "Geneva")]
)
def test_one_place_has_one_key(german: str, english: str) -> None:
    assert sound(german) == sound(english)


def test_another_name_stays_as_it_is() -> None:
    assert one_name("Hallstadt") == "hallstadt"
    assert sound("Kolm") != sound("Köln")


def test_the_places_have_names_in_both_languages() -> None:
    german, english = (load(code, "places", Places).places for code in ("de", "en"))
    assert german.keys() == english.keys()
    assert all((*german.values(), *english.values()))


@pytest.mark.parametrize("group", ["events", "statuses", "objects", "terms"])
def test_every_concept_has_words_in_both_languages(group: str) -> None:
    german, english = (getattr(load(code, "concepts", Concepts), group) for code in ("de", "en"))
    assert german.keys() == english.keys()
    assert [name for name in german if not german[name] or not english[name]] == []


def test_every_pole_has_words_in_both_languages() -> None:
    german, english = (load(code, "antonyms", Axes).axes() for code in ("de", "en"))
    assert german.keys() == english.keys()
    lacking = [name for name in german if not german[name].plus or not english[name].plus]
    one_sided = [name for name in german if bool(german[name].minus) != bool(english[name].minus)]
    assert (lacking, one_sided) == ([], [])

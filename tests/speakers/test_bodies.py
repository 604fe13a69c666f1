"""Bodies told by nouns: which two phrases can mean one, and what no noun joins."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.pipeline import extract, relate
from claims.speakers.bodykinds import body


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Hafengesellschaft", "port company"),
        ("Hafenbetreiber", "port operator"),
        ("Stadtwerke Gellnau", "municipal utility"),
        ("kommunales Versorgungsunternehmen", "utility"),
        ("Gesundheitsamt", "public health office"),
        ("Bergbahngesellschaft", "cable car company"),
        ("Fahrgastverband", "passengers' association"),
        ("Bauernverband", "farmers' union"),
        ("Klinik in Arnsfeld", "Arnsfeld clinic"),
        ("Landesumweltamt", "state environment agency"),
        ("Reederei", "ferry company"),
        ("Unternehmen", "operator"),
    ],
)
def test_one_kind_in_two_languages(german: str, english: str) -> None:
    one, other = body(german, "de"), body(english, "en")
    assert one is not None
    assert other is not None
    assert one.may_be(other)
    assert other.may_be(one)


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Hafengesellschaft", "crane maker"),
        ("Hafengesellschaft", "ferry company"),
        ("Gesundheitsamt", "environment agency"),
        ("Bauernverband", "teachers' union"),
        ("Klinik in Arnsfeld", "hospital in Sillberg"),
        ("Bundespolizei", "police"),
        ("Landesumweltamt", "federal environment agency"),
        ("Gewerkschaft", "company"),
        ("Bergbahngesellschaft", "railway company"),
    ],
)
def test_two_kinds_are_two(german: str, english: str) -> None:
    one, other = body(german, "de"), body(english, "en")
    assert one is not None
    assert other is not None
    assert not one.may_be(other)


HERE = "Streik im Hafen Pollwitz\n\nIn Pollwitz wird gestreikt. Die Hafengesellschaft teilte mit, kein Schiff warte."
THERE = "Pollwitz port strike\n\nDockers in Pollwitz are on strike. The port operator said no ship was waiting."


def bodies(second: str, first: str = HERE) -> int:
    texts = ((first, "de", "2026-03-10"), (second, "en", "2026-03-11"))
    articles = [article_from_text(text, publisher="Test", published=on, language=code) for text, code, on in texts]
    return len({s.speaker_id for s in relate(articles, [s for a in articles for s in extract(a)]).statements})


def test_one_body_of_one_event_is_one() -> None:
    assert bodies(THERE) == 1


@pytest.mark.parametrize(
    "second",
    [
        THERE.replace("Pollwitz", "Ebbrook"),
        THERE.replace("The port operator", "The ferry operator"),
        THERE.replace("The port operator", "Another port operator"),
        THERE + " Both port operators had lost money.",
    ],
)
def test_another_event_field_or_body_is_another(second: str) -> None:
    assert bodies(second) == 2


def test_two_that_speak_in_one_article_stay_two() -> None:
    assert bodies(THERE, HERE + " Drei Schiffe warteten, sagte der Hafenbetreiber.") == 2

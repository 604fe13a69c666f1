"""Speakers over several articles of one event: the table's floors, and what no table row can show."""

from __future__ import annotations

from collections import Counter

import pytest

from claims.articles import article_from_text
from claims.models import Aliases
from claims.pipeline import extract, relate
from claims.speakers.posts import post
from tests.speakers.across_articles import outcomes

RIGHT = 892  # of the pairs of the table


def test_no_two_are_taken_for_one_and_most_pairs_come_out_right() -> None:
    found = list(outcomes())
    assert [pair for result, pair in found if result == "merged"] == []
    assert Counter(result for result, _ in found)["right"] >= RIGHT


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Werksleiter", "plant manager"),
        ("Gesundheitsministerin", "health secretary"),
        ("Polizeisprecher", "police spokesman"),
        ("Sprecherin der Feuerwehr", "fire service spokeswoman"),
        ("Gewerkschaftschef", "the union's leader"),
        ("stellvertretende Bürgermeisterin", "deputy mayor"),
        ("Chefin der TGW", "TGW leader"),
        ("Anwalt der Familie", "the family's lawyer"),
        ("Vorsitzender des Theaters", "theatre's chairman"),
        ("Chefingenieur des Projekts", "project's chief engineer"),
        ("Sicherheitschefin", "security chief"),
        ("tarvischer Wasserminister", "water minister of Tarvia"),
        ("Bergbauminister", "minister for mines"),
        ("Hafenchefin", "port's chief executive"),
        ("Chefin von Nordlinje", "Nordlinje chief executive"),
        ("Chefin der Verkehrsbetriebe", "bus company's chief executive"),
        ("Vorsitzende der Lehrergewerkschaft LGN", "leader of the LGN teachers' union"),
        ("Chef von Van Reest", "Van Reest's boss"),
        ("Ärztlicher Direktor des Klinikums", "medical director"),
        ("Regisseurin", "director"),
    ],
)
def test_one_post_in_two_languages(german: str, english: str) -> None:
    one, other = post(german, "de"), post(english, "en")
    assert one is not None
    assert other is not None
    assert one.may_be(other)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Anwalt der Familie", "Anwalt des Bademeisters", "de"),
        ("the heirs' lawyer", "the museum's lawyer", "en"),
        ("Vorsitzender des Theaters", "Vorsitzender der Gewerkschaft", "de"),
        ("theatre's chairman", "club's chairman", "en"),
        ("Wasserminister", "Energieminister", "de"),
        ("head keeper", "keeper", "en"),
        ("Direktor", "Vorsitzender", "de"),
        ("company's chairman", "company's chief executive", "en"),
        ("head of the police", "head of the fire service", "en"),
        ("Chefarzt", "Ärztlicher Direktor", "de"),
        ("head of Stelco", "chief executive of Dunmow", "en"),
        ("director", "football club's chairman", "en"),
    ],
)
def test_two_posts(one: str, other: str, language: str) -> None:
    first, second = post(one, language), post(other, language)
    assert first is None or second is None or not first.may_be(second)


@pytest.mark.parametrize(
    ("bare", "full", "language"),
    [
        ("Direktorin", "Museumsdirektorin", "de"),
        ("director", "museum's director", "en"),
        ("Ministerin", "Verkehrsministerin", "de"),
    ],
)
def test_a_noun_that_posts_share(bare: str, full: str, language: str) -> None:
    one, other = post(bare, language), post(full, language)
    assert one is not None
    assert other is not None
    assert one.kind != other.kind
    assert one.may_be(other)


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("Projektleiter", "de"),
        ("Zeuge", "de"),
        ("Anwohnerin", "de"),
        ("Sprecherin", "de"),
        ("designierter Bürgermeister", "de"),
        ("project manager", "en"),
        ("incoming mayor", "en"),
        ("witness", "en"),
    ],
)
def test_what_names_no_post(phrase: str, language: str) -> None:
    assert post(phrase, language) is None


NAMED = "Pollwitz sperrt Brücke\n\nDie Brücke in Pollwitz sei gesperrt, sagte Bürgermeister Emil Drost."
ALONE = "Pollwitz bridge closed\n\nThe bridge in Pollwitz is closed. The mayor said it was rotten."


def shown(second: str, day: str = "2026-03-11", aliases: Aliases | None = None) -> set[str]:
    texts = ((NAMED, "de", "2026-03-10"), (second, "en", day))
    articles = [article_from_text(text, publisher="Test", published=on, language=code) for text, code, on in texts]
    return {s.name for s in relate(articles, [s for a in articles for s in extract(a)], aliases=aliases).speakers}


def test_a_post_alone_has_the_name_that_the_other_article_tells() -> None:
    assert shown(ALONE) == {"Emil Drost"}


@pytest.mark.parametrize(
    "text",
    [
        ALONE.replace("The mayor", "A mayor"),
        ALONE.replace("The mayor", "The former mayor"),
        ALONE.replace("The mayor", "The deputy mayor"),
        ALONE.replace("Pollwitz", "Ebbrook"),
        ALONE + " She has been the successor of Tom Reed since May.",
    ],
)
def test_an_unknown_another_and_a_new_one_stay_apart(text: str) -> None:
    assert len(shown(text)) > 1


def test_a_month_later_one_shared_name_is_too_little() -> None:
    assert len(shown(ALONE, "2026-04-09")) > 1


def test_the_users_split_wins() -> None:
    assert len(shown(ALONE, aliases=Aliases(apart=(("Emil Drost", "mayor"),)))) > 1

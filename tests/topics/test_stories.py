"""Stories: reports of the same events come together, also across languages; others stay apart."""

from __future__ import annotations

import random
from itertools import pairwise

from claims.articles import article_from_text
from claims.models import Article, Statement
from claims.topics import group
from claims.topics.stories import bag, least_likeness, stories
from tests.conflicts.making import say_that

MINE = """Brand in der Zeche Hohenlauf: Bergleute gerettet

In der Zeche Hohenlauf bei Grottau ist am Montag ein Brand ausgebrochen. 23 Bergleute wurden gerettet, sagte die
Sprecherin der Grubenwehr, Hilke Dombrow. Betreiber der Zeche ist das Unternehmen Lautergold."""
MINE_LATER = """Nach dem Grubenbrand: Lautergold weist Schuld von sich

Das Unternehmen Lautergold hat nach dem Brand in der Zeche Hohenlauf alle Vorwürfe zurückgewiesen. Die Anlage sei
im März geprüft worden, sagte Geschäftsführer Enno Pracht in Grottau. Die Grubenwehr sprach von 23
geretteten Bergleuten."""
MINE_ENGLISH = """Fire in Hohenlauf mine: 23 miners rescued

Twenty-three miners were brought out of the Hohenlauf mine near Grottau, rescue spokeswoman Hilke Dombrow said on
Monday. The operator, Lautergold, said it was cooperating with investigators."""
SCHOOL = """Streit um neue Gesamtschule in Grottau

Der Stadtrat von Grottau hat am Montag über die Gesamtschule am Weiher beraten. Die Kosten seien auf 40 Millionen
Euro gestiegen, sagte Kämmerin Wiebke Sanftleben. Die Opposition will den Neubau verschieben."""
SCHOOL_LATER = """Gesamtschule am Weiher: Baubeginn ungewiss

Wann der Neubau der Gesamtschule am Weiher beginnt, ist offen. Kämmerin Wiebke Sanftleben sagte in Grottau, 40
Millionen Euro seien die Obergrenze."""


def article(text: str, published: str, language: str = "de") -> Article:
    title = text.partition("\n")[0]
    return article_from_text(text, title=title, published=published, language=language)


ARTICLES = [
    article(MINE, "2025-03-10"),
    article(MINE_LATER, "2025-03-12"),
    article(MINE_ENGLISH, "2025-03-11", "en"),
    article(SCHOOL, "2025-03-11"),
    article(SCHOOL_LATER, "2025-03-14"),
]


def said(found: list[Article]) -> list[Statement]:
    return [say_that("Das sei so.", article=item.id, language=item.language) for item in found]


def test_reports_of_one_event_are_one_story_across_languages_and_one_town_makes_none() -> None:
    story = stories(said(ARTICLES), ARTICLES)
    numbers = [story[item.id] for item in ARTICLES]
    assert numbers[0] == numbers[1] == numbers[2]
    assert numbers[3] == numbers[4]
    assert numbers[0] != numbers[3]


def test_the_adjective_of_a_place_is_the_place() -> None:
    """Reports of one matter that share nobody but the "Oberhauener Kletterhalle" in "Oberhauen"."""
    found = [
        article(
            "Kind stürzt in Oberhauener Kletterhalle ab\n\nEine Achtjährige ist in der Kletterhalle gefallen. Das Kind "
            "habe den Karabiner selbst geöffnet, sagte Betreiber Ulf Maarsen.",
            "2026-03-04",
        ),
        article(
            "Eltern erheben Vorwürfe\n\nNach dem Sturz eines Kindes in Oberhauen beklagen Eltern zu wenige Trainer. "
            "Auf zwanzig Kinder komme ein Student, sagte Vater Jork Tiedgen.",
            "2026-03-06",
        ),
        *ARTICLES,
    ]
    story = stories(said(found), found)
    assert story[found[0].id] == story[found[1].id]
    assert sum(number == story[found[0].id] for number in story.values()) == 2


def test_the_order_of_the_articles_does_not_matter() -> None:
    mixed = list(ARTICLES)
    random.Random(3).shuffle(mixed)
    one, other = stories(said(ARTICLES), ARTICLES), stories(said(mixed), mixed)
    assert {frozenset(k for k in one if one[k] == n) for n in one.values()} == {
        frozenset(k for k in other if other[k] == n) for n in other.values()
    }


def test_an_undated_article_joins_a_story_and_ties_no_two_together() -> None:
    bridge = article(MINE_LATER + "\n" + SCHOOL_LATER, "")
    found = [*ARTICLES, bridge]
    story = stories(said(found), found)
    assert story[ARTICLES[0].id] != story[ARTICLES[3].id]


def test_the_same_words_in_two_stories_are_two_topics() -> None:
    cost = "Die Kosten seien höher als geplant."
    found = [say_that(cost, article=item.id, speaker=f"Sprecher {n}") for n, item in enumerate(ARTICLES)]
    topics = group(found, articles=ARTICLES)[1]
    home = {name: topic.id for topic in topics for name in topic.statement_ids}
    assert home[found[0].id] != home[found[3].id]


def test_without_the_articles_the_quotes_tell() -> None:
    one = say_that("Die Zeche Hohenlauf werde geschlossen.", article="a")
    other = say_that("Eine Schließung der Zeche Hohenlauf sei nicht geplant.", article="b")
    third = say_that("Der Neubau der Gesamtschule am Weiher koste mehr.", article="c")
    story = stories([one, other, third])
    assert story["a"] == story["b"] != story["c"]


def test_articles_of_another_story_change_nothing() -> None:
    """A batch of new articles does not regroup what it does not touch."""
    mine = [
        say_that("In der Zeche seien 23 Bergleute gerettet worden.", article=ARTICLES[0].id, speaker="Hilke Dombrow"),
        say_that("Die Zeche sei im März geprüft worden.", article=ARTICLES[1].id, speaker="Enno Pracht"),
        say_that("Es gebe in der Zeche keine Toten.", article=ARTICLES[1].id, speaker="Enno Pracht", start=60),
    ]
    others = [
        say_that("Die Kosten der Gesamtschule seien gestiegen.", article=ARTICLES[3].id, speaker="Wiebke Sanftleben"),
        say_that("40 Millionen Euro seien die Obergrenze.", article=ARTICLES[4].id, speaker="Wiebke Sanftleben"),
    ]
    alone = group(mine, articles=ARTICLES[:2])[1]
    mixed = group([*others, *mine], articles=ARTICLES)[1]
    kept = {
        topic.statement_ids for topic in mixed if mine[0].id in topic.statement_ids or mine[1].id in topic.statement_ids
    }
    assert {topic.statement_ids for topic in alone} >= kept
    assert all({item.article_id for item in others}.isdisjoint({*topic.statement_ids}) for topic in mixed)


def test_a_surname_that_is_a_word_and_the_place_of_a_dateline_are_names() -> None:
    text = """Streit um die Halle

Quellrode, 3. Mai 2025 (tva) – Die Halle bleibt zu, sagte Ulrike Brand. Für Brand ist das Dach die Ursache."""
    terms = bag(article(text, "2025-05-03"))
    assert terms["n:brand"] == 2
    assert terms["n:kvelrode"] == 1
    assert "l:brand" not in terms


def test_reports_from_one_small_place_are_one_story_though_nobody_speaks_in_both() -> None:
    found = [
        article(
            """Moor brennt weiter

Quellrode, 20. August 2025 (kna) – Wegen des Windes sollen zwei Dörfer geräumt werden. Niemand gehe freiwillig, sagte
Ortsvorsteher Jan Wessels. Landrätin Ulrike Brand wies das zurück.""",
            "2025-08-20",
        ),
        article(
            """Moor gelöscht

Quellrode, 28. August 2025 (kna) – Nach drei Wochen ist das Feuer aus. Im Moor könne es noch glimmen, sagte
Kreisbrandmeister Egon Fuchs. Brand sprach von Glück.""",
            "2025-08-28",
        ),
        ARTICLES[3],
    ]
    story = stories(said(found), found)
    assert story[found[0].id] == story[found[1].id] != story[found[2].id]


def test_one_article_more_hardly_moves_what_makes_a_story() -> None:
    """The fewer stories a folder can hold, the less two articles need in common; and no size of it is a step."""
    sizes = range(1, 400)
    least = [least_likeness(size) for size in sizes]
    assert least == sorted(least)
    assert least_likeness(2) == least_likeness(4) < least_likeness(10) < least_likeness(40) < least_likeness(64)
    assert least_likeness(64) == least_likeness(10_000)
    assert max(after / before for before, after in pairwise(least)) < 1.2
    assert least_likeness(33) / least_likeness(32) < 1.01

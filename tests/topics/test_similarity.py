"""What brings two statements of one story together, and which pairs are compared at all."""

from __future__ import annotations

from claims.models import Article, Segment, SegmentKind, Stance, Statement
from claims.topics.context import surroundings
from claims.topics.matter import Matter, matters
from claims.topics.similarity import LEAST_MASS, SMALL_STORY, candidates, evidence, pairs, similarity
from tests.conflicts.making import say_that


def read(said: list[Statement], texts: dict[str, str] | None = None) -> list[Matter]:
    """All of ``said`` as one story."""
    articles = [
        Article(
            id=name,
            text=text,
            language="de",
            sha256="",
            segments=(Segment(start=0, end=len(text), kind=SegmentKind.BODY),),
        )
        for name, text in (texts or {}).items()
    ]
    return matters(said, surroundings(said, articles), {item.article_id: 0 for item in said}, texts or {})


def test_all_pairs_of_a_small_story_are_compared_and_the_likely_ones_of_a_large_one() -> None:
    words = ("Orgel", "Turm", "Mauer", "Keller", "Garten", "Fenster", "Treppe")
    small = read([say_that(f"Der Zaun {word} sei neu.", article=word) for word in words])
    assert set(pairs(small, candidates(small))) == {(a, b) for b in range(len(words)) for a in range(b)}
    large = read(
        [say_that(f"Die {words[number % 7]} sei neu.", article=f"a{number:03}") for number in range(SMALL_STORY + 10)]
    )
    likely = list(candidates(large))
    assert list(pairs(large, likely)) == likely


def test_one_person_in_two_articles_rather_speaks_of_one_matter() -> None:
    first = say_that("Die Kegelbahn öffne im Mai.", speaker="Ida Voss", article="m1")
    same = say_that("Die Pächter seien gefunden.", speaker="Ida Voss", article="m2")
    other = say_that("Die Pächter seien gefunden.", speaker="Ole Dam", article="m2")
    together, apart = read([first, same]), read([first, other])
    assert similarity(*together) > similarity(*apart)


def test_a_claim_rich_in_matter_of_its_own_takes_less_from_the_one_before() -> None:
    before = "Der Bürgermeister habe den Haushalt gelobt."
    turning = "Das Feuer in der Fabrik habe zwei Feuerwehrleute verletzt."
    going_on = "Damit sei er zufrieden."
    shares = []
    for claim in (turning, going_on):
        text = f"{before} {claim}"
        said = [
            say_that(before, speaker="Ida Voss", article="m1"),
            say_that(claim, speaker="Ida Voss", article="m1", start=len(before) + 1),
        ]
        found = read(said, {"m1": text})
        assert evidence(*found)["next"] == 1.0
        given, after = found[0].hosted.whole.features, found[1].hosted.whole.features
        taken = [after.get(name, 0.0) / weight for name, weight in given.items()]
        shares.append(max(taken))
    assert shares[0] < shares[1]


def test_who_stands_in_another_paragraph_is_no_neighbour() -> None:
    one, other = "Der Haushalt sei solide.", "Die Rücklage reiche."
    said = [
        say_that(one, speaker="Ida Voss", article="m1"),
        say_that(other, speaker="Ida Voss", article="m1", start=len(one) + 2),
    ]
    found = read(said, {"m1": f"{one}\n\n{other}"})
    assert evidence(*found)["next"] == 0.0


def test_heads_of_two_articles_rather_tell_of_one_matter_than_what_stands_further_down() -> None:
    """Reports of one event begin with the same news."""
    articles = [
        [
            say_that(f"Die {word} sei neu.", article=name, start=30 * place)
            for place, word in enumerate(("Leiter", "Tapete", "Lampe", "Leiter"))
        ]
        for name in ("m1", "m2")
    ]
    found = {(item.statement.article_id, item.place): item for item in read([*articles[0], *articles[1]])}
    heads = [evidence(found["m1", place], found["m2", place])["head"] for place in range(4)]
    assert heads[0] > heads[1] > heads[2] == heads[3] == 0.0
    assert evidence(found["m1", 0], found["m1", 1])["head"] == 0.0
    assert similarity(found["m1", 0], found["m2", 0]) > similarity(found["m1", 3], found["m2", 3])


def test_a_demand_and_what_is_said_to_be_so_are_rather_two_matters() -> None:
    told = say_that("Die Orgel sei verstimmt.", article="m1")
    demand = say_that("Die Orgel müsse gestimmt werden.", article="m2", stance=Stance.DEMANDS)
    plan = say_that("Die Orgel müsse gestimmt werden.", article="m2", stance=Stance.ANNOUNCES)
    same = say_that("Die Orgel müsse gestimmt werden.", article="m2")
    assert similarity(*read([told, demand])) == similarity(*read([told, plan])) < similarity(*read([told, same]))
    reply = say_that("Die Orgel werde nicht gestimmt.", article="m1")
    assert evidence(*read([told, demand]))["deed"] == 1.0
    assert evidence(*read([demand, plan]))["deed"] == evidence(*read([reply, demand]))["deed"] == 0.0


def test_two_words_of_one_field_bring_together_and_one_word_twice_brings_no_field_with_it() -> None:
    """ "Sanierung" and "Reparatur" are of one field; "Reparatur" met twice is one word, not a word and a field."""
    said = [
        say_that(f"Die {word} sei {end}.", article=name)
        for name, word, end in (
            ("m1", "Reparatur", "teuer"),
            ("m2", "Reparatur", "nötig"),
            ("m3", "Sanierung", "fällig"),
            ("m4", "Tapete", "grün"),
        )
    ]
    first, again, field, nothing = read(said)
    assert similarity(first, field) > similarity(first, nothing)
    alone = sum(
        min(weight, again.own.whole.features[name])
        for name, weight in first.own.whole.features.items()
        if name in again.own.whole.features
    )
    mass = max(min(first.own.whole.mass, again.own.whole.mass), LEAST_MASS)
    assert evidence(first, again)["part"] < alone / mass


def test_what_two_reports_open_or_stop_is_not_one_matter() -> None:
    """The poles of an axis tell in one article, and not over two reports of one language."""
    one, other = "Die Schule sei geschlossen.", "Der Zoo sei geöffnet."
    inside = read([say_that(one, article="m1"), say_that(other, article="m1", start=40)])
    across = read([say_that(one, article="m1"), say_that(other, article="m2")])
    assert evidence(*inside)["axis"] > evidence(*across)["axis"] == 0.0

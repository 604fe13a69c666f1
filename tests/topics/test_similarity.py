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
        assert evidence(*found)["paragraph"] == 1.0
        given, after = found[0].hosted.whole.features, found[1].hosted.whole.features
        taken = [after.get(name, 0.0) / weight for name, weight in given.items()]
        shares.append(max(taken))
    assert shares[0] < shares[1]


def in_paragraphs(*told: str) -> list[Matter]:
    """A statement without matter at the end of the last of these paragraphs, and one after words about a bell."""
    claim = "Es sei nichts gewesen."
    text = "\n".join((*told[:-1], f"{told[-1]} {claim}"))
    other = "Die Glocke läutete am Abend über dem Dorf. Es sei spät."
    said = [
        say_that(claim, article="m1", start=len(text) - len(claim)),
        say_that("Es sei spät.", article="m2", start=43),
    ]
    return read(said, {"m1": text, "m2": other})


def test_what_stands_in_one_paragraph_is_rather_one_matter() -> None:
    one, other = "Der Haushalt sei solide.", "Die Rücklage reiche."
    said = [say_that(one, article="m1"), say_that(other, article="m1", start=len(one) + 1)]
    together, apart = (read(said, {"m1": one + between + other}) for between in (" ", "\n"))
    assert evidence(*together)["paragraph"] == 1.0
    assert evidence(*apart)["paragraph"] == 0.0
    assert similarity(*together) > similarity(*apart)


def test_a_text_without_paragraphs_is_none() -> None:
    one, other = "Der Haushalt sei solide.", "Die Rücklage reiche."
    long = " Es regnete an diesem Tag ohne Ende." * 20
    said = [say_that(one, article="m1"), say_that(other, article="m1", start=len(one) + 1)]
    assert evidence(*read(said, {"m1": f"{one} {other}{long}"}))["paragraph"] == 0.0


def test_two_poor_claims_are_of_the_matter_that_their_paragraphs_tell() -> None:
    same, strange = in_paragraphs("Die Glocke im Dorf war am Abend zu hören."), in_paragraphs("Der Zug fiel aus.")
    assert similarity(*same) > similarity(*strange)
    before = in_paragraphs("Die Glocke im Dorf war am Abend zu hören.", "Der Zug fiel aus.")
    assert evidence(*before)["told_part"] == evidence(*strange)["told_part"]


def test_the_same_people_in_two_paragraphs_say_less_than_the_same_things() -> None:
    texts = {"m1": "Ida Voss und Ole Dam stritten. Es sei so.", "m2": "Ida Voss und Ole Dam stritten. Es sei so."}
    said = [say_that("Es sei so.", article=name, start=31) for name in texts]
    weights = read(said, texts)[0].paragraph.whole.features
    named = [weight for name, weight in weights.items() if name[0] == "n"]
    assert named
    assert max(named) < min(weight for name, weight in weights.items() if name.startswith("l:streit"))


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


def test_words_that_both_languages_have_tell_of_one_matter() -> None:
    said = [
        say_that("Die Filter seien im Frühjahr ersetzt worden.", article="m1"),
        say_that("the filters had been bought years ago.", article="m2", language="en"),
        say_that("the boxes had been bought years ago.", article="m2", language="en", start=60),
    ]
    german, same, other = read(said)
    assert "i:filter" in german.own.neutral.features
    assert evidence(german, same)["part"] > evidence(german, other)["part"] == 0.0
    alone = read(said[:1])[0]
    assert "i:filter" not in alone.own.neutral.features  # it would make the claim look richer than it is

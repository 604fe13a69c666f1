"""Who passes words on, clauses before another's, and frames that tell of no statement, in English."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Stance, Statement
from claims.statements import find


def found(text: str) -> list[Statement]:
    """The statements of a text, or of a headline (no mark at its end), above a paragraph that says nothing."""
    whole = f"{text}\n\nThe lake froze in May."
    return find(article_from_text(whole, title="", publisher="Test", published="2025-05-06", language="en"))


def said(text: str) -> set[tuple[str, str]]:
    return {(item.mention, item.claim) for item in found(text)}


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Ms Varga was quoted as saying by the Delta Post that the dyke would hold.", "Ms Varga", "the Delta Post"),
        ("“The dyke will hold,” Ms Varga was quoted as saying by the Delta Post.", "Ms Varga", "the Delta Post"),
        ("Quoted by the Delta Post, Ms Varga said the dyke would hold.", "Ms Varga", "the Delta Post"),
        ("“The dyke will hold,” Ms Varga said, as quoted by the Delta Post.", "Ms Varga", "the Delta Post"),
        ("As the Delta Post reported, Ms Varga said the dyke would hold.", "Ms Varga", "the Delta Post"),
        ("The rumour came from ANB, which quoted a clerk as saying the fund was empty.", "a clerk", "ANB"),
        ("The clerk was reported by ANB as saying the fund was empty.", "The clerk", "ANB"),
        ("The clerk was cited by ANB as saying the fund was empty.", "The clerk", "ANB"),
        ("The clerk is quoted in the Delta Post as saying the fund is empty.", "The clerk", "the Delta Post"),
        ("In remarks carried by ANB, the clerk said the fund was empty.", "the clerk", "ANB"),
        ("The clerk said, according to ANB, that the fund was empty.", "The clerk", "ANB"),
    ],
)
def test_who_passed_it_on(text: str, speaker: str, via: str) -> None:
    assert (speaker, (via,)) in {(item.mention, item.reported_via) for item in found(text)}
    assert all("saying" not in item.claim and via not in item.claim for item in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ms Varga told the Delta Post the dyke would hold.",
        "In a tent carried by four scouts, Ms Varga said the dyke would hold.",
        "Ms Varga said the losses reported by the Delta Post were small.",
        "Ms Varga was quoted on Friday as saying the dyke would hold.",
    ],
)
def test_the_outlet_that_was_told_passed_nothing_on(text: str) -> None:
    told = found(text)
    assert told
    assert not any(item.reported_via for item in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "While the harbour office spoke of a squall, Ms Orr said the mast was rotten.",
            {("the harbour office", "spoke of a squall"), ("Ms Orr", "the mast was rotten")},
        ),
        (
            "Although divers said the hull was sound, the owner insisted it was not.",
            {("divers", "the hull was sound"), ("the owner", "it was not")},
        ),
        (
            "Adding that nobody had been hurt, she said the pier would reopen.",
            {("she", "that nobody had been hurt"), ("she", "the pier would reopen")},
        ),
        (
            "Talks collapsed overnight, with the nurses saying no offer had been made.",
            {("the nurses", "no offer had been made")},
        ),
        (
            "With keepers warning that the bear was not tame, the park shut early.",
            {("keepers", "that the bear was not tame")},
        ),
        (
            "A survey that was published on Tuesday blamed poor drains.",
            {("A survey", "blamed poor drains")},
        ),
        (
            "A man claiming to be the caretaker said the boiler was not lit.",
            {("A man", "the boiler was not lit")},
        ),
        (
            "A caller describing herself as a nurse said the ward was empty.",
            {("A caller", "the ward was empty")},
        ),
        (
            "The ministry had on Thursday said that no tunnel was planned.",
            {("The ministry", "that no tunnel was planned")},
        ),
        (
            "The league said on Sunday, a day after the brawl, no player would be banned.",
            {("The league", "no player would be banned")},
        ),
        ("“They had no choice,” Doyle said of the verdict.", {("Doyle", "“They had no choice,”")}),
        ("“No comment,” was all he would say.", {("he", "“No comment,”")}),
        ("What the vet said was that the horse could not race.", {("the vet", "that the horse could not race")}),
        ("Medics fear as many as 40 people are trapped.", {("Medics", "as many as 40 people are trapped")}),
        ("The court ruled the tax was not lawful.", {("The court", "the tax was not lawful")}),
        ("The clerk swore the ballots had not been moved.", {("The clerk", "the ballots had not been moved")}),
        ("The trainer felt his horse had been unlucky.", {("The trainer", "his horse had been unlucky")}),
        ("Forecasters forecast that the frost would not last.", {("Forecasters", "that the frost would not last")}),
        ("It was the Crown's case that she never paid.", {("the Crown's", "that she never paid")}),
        ("Ms Orr warned against “cheap promises”.", {("Ms Orr", "warned against “cheap promises”")}),
        (
            "Novex confirmed the recall but would not say how many cars were hit.",
            {("Novex", "confirmed the recall"), ("Novex", "how many cars were hit")},
        ),
        (
            "The trust rejected on Sunday the family's claim that files were lost.",
            {("the family's", "that files were lost"), ("The trust", "the family's claim that files were lost")},
        ),
        ("The Echo has seen a memo in which the dean says the roof is unsafe.", {("the dean", "the roof is unsafe")}),
    ],
)
def test_each_has_his_own_words(text: str, told: set[tuple[str, str]]) -> None:
    assert said(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Did she ask for the keeper to be sacked?",
        "Who said the ice was thick enough?",
        "If he says the ice is safe, he is wrong.",
        "No official has said the ice is safe.",
        "What the keeper said is not true.",
        "Here is what keepers, vets and visitors have said:",
        "Passengers told they must wait",
        "Skaters warned not to use the lake",
        "The rink fell short of calling it a failure.",
        "It follows weeks in which it was reported that the lake had thawed.",
        "The rink is widely expected to close, although owners tip a sale.",
    ],
)
def test_no_statement(text: str) -> None:
    assert not found(text)


def test_a_number_is_no_negation() -> None:
    assert said("No 10 said the visit would go ahead.") == {("No 10", "the visit would go ahead")}


def test_a_refusal_behind_what_is_confirmed() -> None:
    stances = {item.stance for item in found("Novex confirmed the recall but would not say who was told.")}
    assert stances == {Stance.CONFIRMS, Stance.DECLINES}

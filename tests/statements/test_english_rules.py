"""English: each construction on a sentence of its own, with the speaker, the claim and the stance."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Stance, Statement
from claims.statements import find


def statements(text: str) -> list[Statement]:
    return find(article_from_text(text, title="", publisher="Test", published="2025-05-06", language="en"))


@pytest.mark.parametrize(
    ("text", "mention", "claim"),
    [
        ("Mayor Ada Quill said the bridge was safe.", "Mayor Ada Quill", "the bridge was safe"),
        ("The bridge was safe, Mayor Ada Quill said.", "Mayor Ada Quill", "The bridge was safe"),
        ("The bridge was safe, said Ada Quill, a spokeswoman for the town.", "Ada Quill, a spokeswoman for the town",
         "The bridge was safe"),
        ("Ada Quill, who runs the port, told reporters on Monday that the bridge was safe.",
         "Ada Quill", "that the bridge was safe"),
        ("In February 2025 the council said the bridge was safe.", "the council", "the bridge was safe"),
        ("He answered with “Never!” and left.", "He", "“Never!”"),
        ("Their union, Skyline, said 300 workers would stay at home.", "Their union, Skyline",
         "300 workers would stay at home"),
        ("Ada Quill, the envoy, by contrast said both sides agreed.", "Ada Quill, the envoy", "both sides agreed"),
        ('"We will not move," spokesman Tom Hale said.', "spokesman Tom Hale", '"We will not move,"'),
        ('"We will not move," said Tom Hale. "Not one inch."', "Tom Hale", '"We will not move," … "Not one inch."'),
        ("According to the union, 900 people took part.", "the union", "900 people took part"),
        ("The port authority was quoted as saying that the road would open.", "The port authority",
         "that the road would open"),
        ("The council closed the road, saying the wall had moved.", "The council", "the wall had moved"),
        ("A survivor, Lotte Wegner, remembered it otherwise: “He slept all the time.”", "A survivor, Lotte Wegner",
         "“He slept all the time.”"),
        ("He put the damage at around 4,000 euros.", "He", "put the damage at around 4,000 euros"),
        ("Ms Quill called the plan absurd but praised the idea.", "Ms Quill", "called the plan absurd"),
        ("On the coast the wind never rose above 45 mph, forecaster Moira Tan noted.", "forecaster Moira Tan",
         "On the coast the wind never rose above 45 mph"),
    ],
)  # fmt: skip
def test_who_says_what(text: str, mention: str, claim: str) -> None:
    found = {(item.mention, item.claim) for item in statements(text)}
    assert (mention, claim) in found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norvia denied that its ferry had been late.", Stance.DENIES),
        ("Norvia rejected the accusation.", Stance.DENIES),
        ("The minister urged both sides to return to talks.", Stance.DEMANDS),
        ("Norvia confirmed that a ferry had been late.", Stance.CONFIRMS),
        ("Prosecutors declined to comment on the case.", Stance.DECLINES),
        ("The professor doubted that the findings apply to children.", Stance.DOUBTS),
        ("The company announced a new ferry line.", Stance.ANNOUNCES),
        ("The minister ruled out a deal before Easter.", Stance.DENIES),
        ("The minister did not rule out a deal.", Stance.ASSERTS),
        ("The council withdrew its claim that the bridge was unsafe.", Stance.DENIES),
        ("The council refused to withdraw its claim that the bridge was unsafe.", Stance.ASSERTS),
        ("The council stood by its claim that the bridge was unsafe.", Stance.ASSERTS),
        ("The firm stopped short of admitting fault.", Stance.DECLINES),
        ("The manager never admitted that she knew.", Stance.DECLINES),
        ("Neither the mayor nor the police confirmed the number.", Stance.DECLINES),
        ("The mayor no longer denies that the money is gone.", Stance.ASSERTS),
    ],
)
def test_what_the_speaker_does_with_it(text: str, stance: Stance) -> None:
    assert [item.stance for item in statements(text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Many residents believe that the bridge is old.",
        "The claims of the union filled two folders.",
        'She read "The Winter of the Gulls" on the train.',
        "The ferry left at noon and arrived at two.",
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert statements(text) == []


def test_a_claim_never_holds_the_next_speakers_words() -> None:
    found = statements("The union said 900 people had joined; the company counted about 400.")
    assert [(item.mention, item.claim) for item in found] == [
        ("The union", "900 people had joined"),
        ("the company", "counted about 400"),
    ]


def test_the_negation_of_a_demand_is_kept() -> None:
    [found] = statements("The spokeswoman advised the media not to join a race for dates.")
    assert found.claim == "the media not to join a race for dates"


def test_a_time_of_day_may_end_a_sentence() -> None:
    found = statements('The union said work would stop at 4 a.m. "Nothing will move," Tom Hale promised.')
    assert [item.mention for item in found] == ["The union", "Tom Hale"]


@pytest.mark.parametrize(
    ("text", "mention", "claim"),
    [
        (
            "The quay is safe, according to its chief engineer, Ada Quint.",
            "its chief engineer, Ada Quint",
            "The quay is safe",
        ),
        ("His family said the driver was ill.", "His family", "the driver was ill"),
        ("The charge is denied by the ferry company.", "the ferry company", "The charge is denied"),
        ("The quay is safe, the state laboratory reported on Monday.", "the state laboratory", "The quay is safe"),
    ],
)
def test_who_is_named(text: str, mention: str, claim: str) -> None:
    assert [(item.mention, item.claim) for item in statements(text)] == [(mention, claim)]


@pytest.mark.parametrize(
    "text",
    [
        "The vote in several battleground states could decide the race.",
        "It is worth noting that the old quay was built in 1907.",
        "The board, which included members of the union, denied nothing to anybody.",
        "Officials in the city have contradicted one another over whether the quay is safe.",
        "The operator expects to run one train in four.",
    ],
)
def test_what_stands_before_a_verb_is_not_always_a_speaker(text: str) -> None:
    assert [(item.mention, item.claim) for item in statements(text) if item.mention != "The board"] == []

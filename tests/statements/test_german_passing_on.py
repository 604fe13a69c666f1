"""Who passes words on, and sources set before a sentence, in German."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Statement
from claims.statements import find


def found(text: str) -> list[Statement]:
    """The statements of a text above a paragraph that says nothing."""
    whole = f"{text}\n\nDer See fror im Mai zu."
    return find(article_from_text(whole, title="", publisher="Test", published="2025-05-06", language="de"))


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Wie der Nordkurier berichtet, sagte Varga, der Deich sei dicht.", "Varga", "der Nordkurier"),
        ("Wie die Agentur ANB meldet, erklärte Varga, der Deich sei dicht.", "Varga", "die Agentur ANB"),
        ("Der Deich sei dicht, sagte Varga, wie der Nordkurier berichtet.", "Varga", "der Nordkurier"),
        ("Der Deich sei dicht, sagte Varga, berichtet der Nordkurier.", "Varga", "der Nordkurier"),
        ("Varga habe gesagt, der Deich sei dicht, berichtete der Nordkurier.", "Varga", "der Nordkurier"),
        ("Der Deich sei dicht, sagte Varga laut ANB.", "Varga", "ANB"),
        ("Der Deich sei dicht, sagte Varga nach Angaben der Agentur ANB.", "Varga", "der Agentur ANB"),
        ("Varga sagte nach Angaben der Agentur ANB, der Deich sei dicht.", "Varga", "der Agentur ANB"),
        ("Der Deich sei dicht, sagte Varga der Agentur ANB zufolge.", "Varga", "der Agentur ANB"),
        ("Varga wurde vom Nordkurier mit den Worten zitiert, der Deich sei dicht.", "Varga", "Nordkurier"),
        ("„Der Deich hält“, wird Mara Varga im Nordkurier zitiert.", "Mara Varga", "Nordkurier"),
        ("„Der Deich hält“, wurde Mara Varga vom Nordkurier zitiert.", "Mara Varga", "Nordkurier"),
        ("In einer von ANB verbreiteten Mitteilung sagte Varga, der Deich sei dicht.", "Varga", "ANB"),
        ("Die Zeitung meldete unter Berufung auf Mara Varga, der Deich sei dicht.", "Mara Varga", "Die Zeitung"),
    ],
)
def test_who_passed_it_on(text: str, speaker: str, via: str) -> None:
    told = found(text)
    assert [(item.mention, item.reported_via) for item in told] == [(speaker, (via,))]
    assert all(via not in item.claim for item in told)


@pytest.mark.parametrize(
    "text",
    [
        "Varga sagte dem Nordkurier, der Deich sei dicht.",
        "Der Deich sei dicht, sagte Varga der Agentur ANB.",
        "In einem von vier Helfern getragenen Zelt sagte Varga, der Deich sei dicht.",
        "Varga sagte laut und deutlich, der Deich sei dicht.",
        "Varga sagte unter Berufung auf die Messung, der Deich sei dicht.",
        "Die Zeitung meldete unter Berufung auf ein Papier, der Deich sei dicht.",
        "Der Sprecher von Nordbau wird mit den Worten zitiert, der Deich sei dicht.",
        "Zeugen berichteten, Varga habe gesagt, der Deich sei dicht.",
        "Der Deich sei dicht, sagte Varga laut Mitteilung.",
    ],
)
def test_the_outlet_that_was_told_passed_nothing_on(text: str) -> None:
    told = found(text)
    assert told
    assert not any(item.reported_via for item in told)


def test_the_frame_of_another_is_no_part_of_the_claim() -> None:
    told = found("Wie die Polizei mitteilte, sagte der Fahrer, die Ampel sei grün gewesen.")
    assert "die Ampel sei grün gewesen" in {item.claim for item in told}
    assert not any("mitteilte" in item.claim for item in told)


@pytest.mark.parametrize(
    ("text", "speaker", "claim"),
    [
        ("Glaubt man der Wirtin Mara Varga, hält der Deich.", "der Wirtin Mara Varga", "hält der Deich"),
        ("Geht es nach Minister Jan Ohm, wird der Deich erhöht.", "Minister Jan Ohm", "wird der Deich erhöht"),
        ("Der Deich ist dicht, wie der Bauhof bestätigt.", "der Bauhof", "Der Deich ist dicht"),
    ],
)
def test_sources_around_a_plain_sentence(text: str, speaker: str, claim: str) -> None:
    assert {(item.mention, item.claim) for item in found(text)} == {(speaker, claim)}


@pytest.mark.parametrize(
    "text",
    [
        "Glaubt man den Zahlen, hält der Deich.",
        "Geht es nach dem Urlaub weiter, hält der Deich.",
        "Geht es um den Deich, ist Varga streng.",
        "Es ist unklar, wie die Firma das erklärt.",
        "Der Deich ist, wie berichtet, undicht.",
    ],
)
def test_no_statement(text: str) -> None:
    assert not found(text)

"""The order of the stages as a whole: what comes out depends on what goes in and on nothing else."""

from __future__ import annotations

import random
import time
from contextlib import suppress

import pytest

from claims.articles import article_from_text
from claims.errors import InputError
from claims.models import Article, Skipped
from claims.pipeline import analyse, extract, relate

TEXT = (
    "Der Hafen von Velmora\n\nIn Velmora wird seit Tagen über den Hafen und seine Fähren gestritten.\n\n"
    "Das Treffen mit der Reederei sei für den 14. März vereinbart, sagte Hafenchefin Ilka Brandau am Montag.\n\n"
    "Kapitän Jonas Okonjo sagte am Dienstag, ein Treffen mit der Reederei sei nie vereinbart worden.\n"
)
SAID = "Die Fähre nach Velmora fährt nicht, sagte Hafenchefin Ilka Brandau am Montag.\n\nSie nannte keinen Grund."


def article(number: int, text: str = TEXT) -> Article:
    return article_from_text(
        f"{text}\nAusgabe {number}.", language="de", published="2025-03-12", source_file=f"{number}.txt"
    )


def test_a_clash_is_found_and_named() -> None:
    findings = analyse([article(1)])
    assert {speaker.name for speaker in findings.speakers} == {"Ilka Brandau", "Jonas Okonjo"}
    assert len(findings.conflicts) == 1


def test_one_text_under_two_names_is_read_once() -> None:
    first, again = article(1), article(1).model_copy(update={"source_file": "copy.txt"})
    lost = Skipped(source="x.bin", key="skipped.binary")
    steps: list[tuple[str, int, int]] = []
    findings = analyse([first, lost, again], progress=lambda *step: steps.append(step))
    assert [item.source_file for item in findings.articles] == ["1.txt"]
    assert [(item.source, item.values) for item in findings.skipped] == [
        ("x.bin", {}),
        ("copy.txt", {"other": "1.txt"}),
    ]
    assert steps == [("read", 1, 0), ("read", 2, 0), ("read", 3, 0), ("relate", 1, 1)]


def test_neither_order_of_articles_nor_of_statements_matters() -> None:
    articles = [article(number, TEXT.replace("Velmora", place)) for number, place in enumerate(["Velmora", "Kaltenau"])]
    statements = [item for one in articles for item in extract(one)]
    expected = relate(articles, statements)
    assert expected.conflicts
    chance = random.Random(2)
    for _ in range(3):
        chance.shuffle(articles)
        chance.shuffle(statements)
        assert relate(articles, statements) == expected


def test_copies_of_one_sentence_are_one_matter() -> None:
    articles = [article(number, f"Fähre {number}\n\n{SAID}") for number in range(20)]
    findings = relate(articles, [item for one in articles for item in extract(one)])
    assert len(findings.statements) == 20
    assert len(findings.topics) == 1
    assert findings.conflicts == ()


def test_hundreds_of_copies_of_one_sentence_cost_in_step_with_their_number() -> None:
    cases = {}
    for size in (300, 600):
        articles = [article(number, f"Fähre {number}\n\n{SAID}") for number in range(size)]
        cases[size] = articles, [item for one in articles for item in extract(one)]
        assert len(cases[size][1]) >= size
    spent = dict.fromkeys(cases, float("inf"))
    for _ in range(6):  # what else runs on the machine only makes it longer: the shortest of either size counts
        for size, (articles, statements) in cases.items():
            start = time.process_time()
            assert relate(articles, statements).conflicts == ()
            spent[size] = min(spent[size], time.process_time() - start)
        if spent[600] < 3 * spent[300]:
            break
    assert spent[600] < 3 * spent[300]


CUT = {
    "de": [
        "Werkleiterin Harriet Dorn sagte der Agentur Meridian am Donnerstag, für das Werk gebe es keinen.",
        "„Wir zahlen nicht“, sagte der Sprecher der Stadt, Tom Alt, am Montag; die Rechnung sei falsch.",
        "Laut der Polizei, die am Freitag in Kehl war, hat niemand den Fahrer gesehen, berichtete der Sender.",
        "Der Rat, der im Mai wieder tagt, wies den Vorwurf von Bürgermeister Karl Wenk als haltlos zurück.",
    ],
    "en": [
        "The council urged the firm not to reopen the pier before the first Monday in March, it said.",
        '"The roof leaked," said Lyn Fay, a finance director at the port, who told the inquiry so.',
        "According to the bus company's spokesman, asked on Friday, no driver had been told, he added.",
        "The minister denied that she had ordered it, and said the passengers' group had not been heard.",
    ],
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in CUT.items() for text in texts])
def test_a_text_cut_off_anywhere_is_read(language: str, text: str) -> None:
    for cut in range(1, len(text)):
        if text[cut].isalnum() != text[cut - 1].isalnum():
            with suppress(InputError):  # a word or two
                extract(article_from_text(text[:cut], language=language))

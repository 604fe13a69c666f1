"""Where sentences end, which marks belong together, and what clauses a sentence has."""

from __future__ import annotations

import pytest

from claims.language.analysing import analyse
from claims.language.analysis import ClauseKind
from claims.language.clauses import is_reported_mood
from claims.language.marks import pairs
from claims.language.sentences import split
from claims.language.tokens import tokenize


def sentences(text: str, language: str = "de") -> list[str]:
    return [text[span.start : span.end] for span in split(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Er fährt ein Modell 3. Ein Sprecher bestätigte das.", 2),
        ("Er kam am 3. Oktober nach Wehrau.", 1),
        ("Das war 1999. Danach ging er.", 2),
        ("Dr. Olf Rade und Prof. Ada Quint kamen.", 1),
        ("J. Bork sprach zuerst.", 1),
        ("Das gilt z.B. für Brücken. Mehr nicht.", 2),
        ("„Ja. Nein. Vielleicht.“ Das sagte sie.", 2),
        ("„Ja. Nein.“, sagte sie.", 1),
        ("Wirklich? Ja! Gut.", 3),
        ("Die Seite heißt wehrau.example und ist neu.", 1),
        ("Rund ca. 30 Leute kamen.", 1),
        ("Zeile eins ohne Punkt\nZeile zwei", 2),
    ],
)
def test_german_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count, sentences(text)


@pytest.mark.parametrize(
    ("text", "count"), [("Mr. Hale came. He left.", 2), ("It cost 3.5 million. Gen. Quill paid.", 2)]
)
def test_english_sentences(text: str, count: int) -> None:
    assert len(sentences(text, "en")) == count


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("„Ja“, sagte er.", ["„Ja“"]),
        ("„Ja”, sagte er.", ["„Ja”"]),
        ('„Ja", sagte er.', ['„Ja"']),
        ("»Ja« und «Nein»", ["»Ja«", "«Nein»"]),
        ('"Ja" und "Nein"', ['"Ja"', '"Nein"']),
        ("„Er sagte ‚Ja‘ zu mir“", ["„Er sagte ‚Ja‘ zu mir“", "‚Ja‘"]),
        ("Er rief „Ja und ging. Dann „Nein“.", ["„Nein“"]),
        ("Das ist Olfs' Haus.", []),
    ],
)
def test_marks_pair_nest_and_forgive(text: str, quoted: list[str]) -> None:
    tokens = tokenize(text)
    found = pairs(text, tokens, 0, len(tokens), "de")
    assert [text[tokens[item.start].start : tokens[item.end - 1].end] for item in found if item.closed] == quoted


def test_a_quotation_that_runs_on_in_the_next_paragraph() -> None:
    text = "„Wir haben lange gewartet. Nun bauen wir."
    tokens = tokenize(text)
    (found,) = pairs(text, tokens, 0, len(tokens), "de")
    assert (found.start, found.end, found.closed) == (0, len(tokens), False)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Er sagt, dass es regnet.", [ClauseKind.FRAGMENT, ClauseKind.CONTENT]),
        ("Er ging, weil es regnete.", [ClauseKind.MAIN, ClauseKind.SUBORDINATE]),
        ("Der Mann, der gestern kam, ist weg.", [ClauseKind.FRAGMENT, ClauseKind.RELATIVE, ClauseKind.MAIN]),
        ("Er sagte, die Polizei habe ihn gesehen.", [ClauseKind.FRAGMENT, ClauseKind.MAIN]),
        ("Er versprach, das Haus zu bauen.", [ClauseKind.FRAGMENT, ClauseKind.INFINITIVE]),
        ("Er sagt, das sei falsch.", [ClauseKind.FRAGMENT, ClauseKind.MAIN]),
        ("Bis Mai sei das Haus fertig.", [ClauseKind.MAIN]),
        ("Olf Rade (ABC) kam.", [ClauseKind.MAIN]),
    ],
)
def test_clauses(text: str, kinds: list[ClauseKind]) -> None:
    (sentence,) = analyse(text, 0, len(text), "de").sentences
    assert [clause.kind for clause in sentence.clauses] == kinds


@pytest.mark.parametrize("word", ["sei", "habe", "werde", "könne", "halte", "baue"])
def test_mood_of_reported_speech(word: str) -> None:
    assert is_reported_mood(word, "de")


@pytest.mark.parametrize("word", ["sagte", "ist", "eine", "heute", "alte"])
def test_not_the_mood_of_reported_speech(word: str) -> None:
    assert not is_reported_mood(word, "de")


def test_a_word_with_a_capital_at_the_beginning_need_not_be_a_noun() -> None:
    text = "Zuletzt kam Rade. Behörden schwiegen."
    analysis = analyse(text, 0, len(text), "de")
    capitals = [token.text for index, token in enumerate(analysis.tokens) if analysis.capital(index)]
    assert capitals == ["Rade", "Behörden"]

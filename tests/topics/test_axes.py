"""The axes of opposites: every word is found, on one pole only, and in its inflected forms."""

from __future__ import annotations

import pytest

from claims.topics.frame import frame_of
from claims.topics.lexicon import lexicon


def poles(text: str, language: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for mention in frame_of(text, language).of("axis"):
        found.setdefault(mention.name, set()).add(mention.sign)
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_reads_as_its_own_pole_and_no_other(language: str) -> None:
    wrong = []
    for name, axis in lexicon(language).axes.items():
        for pole, words in ((1, axis.plus), (-1, axis.minus)):
            for word in words:
                read = poles(word, language).get(name) or poles(word.capitalize(), language).get(name)
                if read != {pole}:
                    wrong.append((name, word, read))
    assert wrong == []


def test_axes_have_the_same_ids_flags_and_kinds_in_both_languages() -> None:
    german, english = lexicon("de").axes, lexicon("en").axes
    assert list(german) == list(english)
    for name, axis in german.items():
        other = english[name]
        flags = (axis.between, axis.personal, axis.judging, axis.measure, axis.narrow)
        assert flags == (other.between, other.personal, other.judging, other.measure, other.narrow), name
        assert bool(axis.minus) == bool(other.minus), name
        assert axis.plus, name
        assert other.plus, name


def test_words_are_lower_case_without_blanks_around_and_no_letters() -> None:
    for language in ("de", "en"):
        tables = lexicon(language)
        for name, axis in tables.axes.items():
            for word in axis.plus + axis.minus:
                assert word == word.strip().lower(), (name, word)
                assert len(word) > 2, (name, word)


@pytest.mark.parametrize(
    ("language", "text", "name", "sign"),
    [
        ("de", "Die Ware kam beschädigt an.", "intact", -1),
        ("de", "Das Dach sei unversehrt geblieben.", "intact", 1),
        ("de", "Der unbewaffnete Mann lief davon.", "armed", -1),
        ("de", "Sie habe die Tat gestanden.", "admit", 1),
        ("de", "Er bestritt die Tat.", "admit", -1),
        ("de", "Der Minister trete zurück.", "stay", -1),
        ("de", "Der Minister trat am Montag zurück.", "stay", -1),
        ("de", "Sie trat von allen Ämtern zurück.", "stay", -1),
        ("de", "Man hat die Regeln gelockert.", "strict", -1),
        ("de", "Die Regeln wurden verschärft.", "strict", 1),
        ("de", "Die Kasse verschwieg den Fehler.", "public", -1),
        ("de", "Er wurde freigesprochen.", "guilty", -1),
        ("de", "Die Rechnung wurde beglichen.", "paid", 1),
        ("de", "Die Zeugin log.", "honest", -1),
        ("de", "Die Mannschaft siegte.", "win", 1),
        ("de", "Der Fahrer war angetrunken.", "sober", -1),
        ("de", "Das Tor war unverschlossen.", "locked", -1),
        ("de", "Die Akten sind unverschlüsselt.", "encrypted", -1),
        ("en", "The crate arrived damaged.", "intact", -1),
        ("en", "The vase was undamaged.", "intact", 1),
        ("en", "The officers were unarmed.", "armed", -1),
        ("en", "She confessed to the deed.", "admit", 1),
        ("en", "She denied the deed.", "admit", -1),
        ("en", "The mayor stepped down.", "stay", -1),
        ("en", "The mayor is stepping down.", "stay", -1),
        ("en", "The mayor resigned.", "stay", -1),
        ("en", "They concealed the error.", "public", -1),
        ("en", "He was acquitted.", "guilty", -1),
        ("en", "The bill was paid.", "paid", 1),
        ("en", "The witness lied.", "honest", -1),
        ("en", "The gate was unlocked.", "locked", -1),
        ("en", "The files were unencrypted.", "encrypted", -1),
        ("en", "The keeper was tipsy.", "sober", -1),
    ],
)
def test_inflected_forms_are_found(language: str, text: str, name: str, sign: int) -> None:
    assert poles(text, language).get(name) == {sign}

"""Contents, speakers and frames of a sentence in every combination, of which each gives one statement."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.statements.constructions import statements

TABLE = tomllib.loads((Path(__file__).parent / "combinations.toml").read_text(encoding="utf-8"))
STEP = 7  # every seventh combination, so that each content, speaker and frame meets most others
WRONG = {"de": 2, "en": 12}  # combinations without the one right statement, as reached


class Combination(NamedTuple):
    """A sentence, the claim that it must give and who says it."""

    text: str
    claim: str
    speaker: str


def combinations(language: str) -> Iterator[Combination]:
    """All sentences that the table gives."""
    table = TABLE[language]
    for contents, speaker, frame in product(table["contents"], table["speakers"], table["frames"]):
        forms = dict(zip("ik" if language == "de" else "c", contents, strict=True)) | {"s": speaker}
        capitals = {name.upper(): form[:1].upper() + form[1:] for name, form in forms.items()}
        text = re.sub(r",(?=[,.:])|,$", "", frame.format(**forms, **capitals))
        said = next(name for name in "ikc" if f"{{{name}}}" in frame.lower())
        yield Combination(text, forms[said], speaker.rstrip(","))


def right(item: Combination, language: str) -> bool:
    """One statement, its claim nothing but what is said, its mention the speaker or the name in it."""
    found = statements(item.text, language)
    if len(found) != 1:
        return False
    claim, mention, speaker = found[0].claim.lower(), found[0].mention.lower(), item.speaker.lower()
    named = mention in speaker or speaker in mention
    return named and item.claim.lower() in claim and len(claim) <= len(item.claim) + len("that „“.")


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_combination_gives_one_statement(language: str) -> None:
    table = list(combinations(language))[::STEP]
    wrong = [item.text for item in table if not right(item, language)]
    assert len(table) > 300
    assert len(wrong) <= WRONG[language], wrong

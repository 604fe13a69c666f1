"""Days that hold beyond their own sentence: appearances, entries of a chronicle, "damals", the head of a page."""

from __future__ import annotations

import pytest

from claims.models import Basis
from tests.dates.test_dates import read, the_one

SAID = [
    # words of the claim, language, published, claim_date, text
    (
        "schließe",
        "de",
        "2025-09-25",
        "2025-09-23",
        "Am Dienstag trat Rektorin Gesa Blum vor die Eltern. Die Schule schließe nicht, sagte Blum.",
    ),
    (
        "schließe",
        "de",
        "2025-09-25",
        "2025-09-25",
        "Am Dienstag brannte die Turnhalle ab. Die Schule schließe nicht, sagte Rektorin Gesa Blum.",
    ),
    (
        "sicher",
        "de",
        "2025-09-25",
        "2024-10",
        "Der Streit begann im Oktober 2024. Damals hatte Rektorin Gesa Blum erklärt, das Dach sei sicher.",
    ),
    (
        "Rücktritt",
        "de",
        "2025-09-25",
        "2025-06",
        "Der Rat tagt nicht. Im Juni drohte Rektorin Gesa Blum mit Rücktritt.",
    ),
    (
        "Dach",
        "de",
        "2025-09-25",
        "2025-09-25",
        "Rektorin Gesa Blum, die am Montag aus dem Urlaub kam, sagte, das Dach sei sicher.",
    ),
    (
        "the roof",
        "en",
        "2025-09-25",
        "2025-09-24",
        "Speaking at a hearing on Wednesday, principal Gail Brand said the roof was safe.",
    ),
    (
        "the roof",
        "en",
        "2025-09-25",
        "2025-09-25",
        "Principal Gail Brand, who came home on Monday, said the roof was safe.",
    ),
    (
        "the roof",
        "en",
        "2025-09-25",
        "2025-09-25",
        "After Tuesday's fire, principal Gail Brand said the roof was safe.",
    ),
    (
        "the roof",
        "en",
        "2025-09-25",
        "2025-09-18",
        "Principal Gail Brand said last Thursday that the roof was safe.",
    ),
    (
        "das Dach",
        "de",
        "2025-09-25",
        "2025-03-12",
        "Die Chronik eines Streits.\n\n12. März 2025: Rektorin Gesa Blum sagt, das Dach sei sicher.",
    ),
    (
        "das Dach",
        "de",
        "2025-09-25",
        "2025-04-02",
        "Title: Schule\nPublished: 2025-09-25\n\nDer Streit um die Schule im Rückblick. Er dauert lange.\n\n"
        "Die Bürger sind müde, der Rat ist es auch. Niemand weiß weiter.\n\n12. März 2025\n\nRegen fällt ein.\n\n"
        "2. April 2025\n\nRektorin Gesa Blum sagt, das Dach sei sicher.\n",
    ),
]


@pytest.mark.parametrize(("words", "language", "published", "day", "text"), SAID)
def test_the_day_of_the_occasion(words: str, language: str, published: str, day: str, text: str) -> None:
    _, statements = read(text, published, language)
    said = [statement.claim_date.value for statement in statements if words in statement.claim]
    assert said == [day]


def test_an_undated_article_takes_the_one_full_date_of_its_head() -> None:
    text = (
        "COUNTY COURT at Penmaur, Wednesday 4 June 2025. By a reader\n\n"
        "All was safe, principal Gail Brand said on Tuesday."
    )
    article, statements = read(text, "", "en")
    said = the_one(statements, "All")
    assert article.published.value == ""
    assert said.claim_date.value == "2025-06-03"


def test_two_dates_at_the_head_leave_it_undated() -> None:
    text = (
        "COUNTY COURT at Penmaur, heard on 4 June 2025 and 9 July 2025. By a reader\n\n"
        "All was safe, principal Gail Brand said."
    )
    _, statements = read(text, "", "en")
    assert the_one(statements, "All").claim_date.basis is Basis.UNKNOWN


def test_what_was_said_long_ago_speaks_of_its_own_year() -> None:
    text = "In May 2023, principal Gail Brand said the roof would be mended in October."
    _, statements = read(text, "2025-09-25", "en")
    said = the_one(statements, "roof")
    assert (said.claim_date.value, said.about_date.value) == ("2023-05", "2023-10")


def test_an_attribute_is_not_what_the_claim_is_about() -> None:
    text = "Der am 3. Mai gewählte Rektor werde im Juni gehen, sagte Sprecherin Gesa Blum."
    _, statements = read(text, "2025-05-20")
    assert the_one(statements, "Rektor").about_date.value == "2025-06"

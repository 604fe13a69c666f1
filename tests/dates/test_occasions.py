"""Days that hold beyond their own sentence: appearances, entries of a chronicle, "damals", the head of a page."""

from __future__ import annotations

import pytest

from claims.models import Basis
from tests.dates.test_dates import read, the_one

SAID = [
    # words of the claim, language, published, claim_date, text
    (
        "knife",
        "en",
        "2027-04-22",
        "2027-04-21",
        "A teenager who stabbed a man at Wendle bus station was sentenced to seven years' detention on Wednesday.\n\n"
        "Prosecutor Lisa Farr told Wendle Crown Court that the boy carried a knife.",
    ),
    (
        "upset",
        "en",
        "2026-06-12",
        "2026-06-11",
        "A scaffolder who fell to his death from a tower had complained about planks, an inquest heard on Thursday."
        "\n\nLiam Portis fell on 3 September last year. His partner, Jade Holm, told the coroner he was upset.",
    ),
    (
        "18 Millionen",
        "de",
        "2027-02-12",
        "2027-02-11",
        "Der Kreistag von Holm-Lenne hat am Donnerstag mit 31 zu 24 Stimmen den Verkauf des Klinikums beschlossen.\n\n"
        "Landrat Jens Pohlmann verteidigte den Schritt in der Sitzung. Das Haus verliere 18 Millionen, sagte er.",
    ),
    (
        "0:4",
        "de",
        "2026-10-26",
        "2026-10-24",
        "Die Trainerin freut sich. „Wir haben dort 0:4 verloren“, sagte Nina Falk der „Grallheimer Post“ vom Samstag.",
    ),
    # what was said to the sitting that the lead tells of, was said on its day
    (
        "6,300",
        "en",
        "2026-09-18",
        "2026-09-17",
        "Members of Penwick District Council voted by 21 to 17 on Thursday night to scrap the free leisure pass.\n\n"
        "Mo Haddad told the chamber that 6,300 children used the pass.",
    ),
    (
        "6,300",
        "en",
        "2026-09-18",
        "2026-09-18",
        "Members of Penwick District Council voted by 21 to 17 on Thursday night to scrap the free leisure pass.\n\n"
        "Charity head Mo Haddad said that 6,300 children used the pass.",
    ),
    (
        "Streit",
        "de",
        "2026-11-12",
        "2026-11-11",
        "Elsen. Im Prozess um den Brand eines Wohnhauses in Moorau hat am Mittwoch eine Nachbarin ausgesagt.\n\n"
        "Sie habe Streit im Treppenhaus gehört, sagte die Zeugin Karin Ahlers.",
    ),
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
    (
        "Verkauf",
        "de",
        "2025-09-25",
        "2025-09-23",
        "Die Sitzung endete am Dienstag ohne Beschluss. Der Verkauf ruhe, sagte Rektorin Gesa Blum nach der Sitzung.",
    ),
    (
        "keinen Brief",
        "de",
        "2025-09-25",
        "2025-09-22",
        "Das Schulamt widersprach noch am Montag. Man habe keinen Brief erhalten, sagte Leiterin Gesa Blum.",
    ),
    (
        "keinen Brief",
        "de",
        "2025-09-25",
        "2025-09-25",
        "Nach dem Brand am Wochenende forderte Leiterin Gesa Blum, keinen Brief zu verschicken.",
    ),
    (
        "the rain",
        "en",
        "2025-09-25",
        "2025-09-05",
        "In a Sept. 5 statement, the school blamed the rain.",
    ),
    (
        "nine cases",
        "en",
        "2025-09-25",
        "2025-09-22",
        "The clinic reported nine cases on Monday.",
    ),
    (
        "the roof",
        "en",
        "2025-09-25",
        "2025-09-25",
        "Gail Brand, a former principal who retired in 2011, said the roof was safe.",
    ),
    (
        "the beams",
        "en",
        "2025-09-25",
        "2025-09-22",
        "Principal Gail Brand said on Monday the roof was safe.\n\nBrand said the beams were sound.",
    ),
    (
        "the beams",
        "en",
        "2025-09-25",
        "2025-09-25",
        "Principal Gail Brand said on Monday the roof was safe.\n\nOn Tuesday it rained. Brand said the beams held.",
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


ABOUT = [
    # language, text, about_date of the one statement
    (
        "de",
        "Die Brücke werde im Mai gesperrt, weil am 3. Februar Risse entdeckt worden seien, sagte Ole Ried.",
        "2026-05",
    ),
    ("de", "Das Konzert werde vom 20. März auf den 8. Mai verschoben, sagte Veranstalter Ole Ried.", "2026-05-08"),
    ("de", "Der Beschluss vom 3. Februar trete im Juni in Kraft, sagte Ministerin Ute Kern.", "2026-06"),
    ("de", "2025 seien mehr Anträge gestellt worden als 2019, sagte Ministerin Ute Kern.", "2025"),
    ("de", "Es sei der schwerste Sturm seit 1987 gewesen, sagte Meteorologin Ute Kern.", ""),
    ("de", "Im vergangenen Jahr zählte die Wache 900 Einsätze.", "2025"),
    ("en", "The contract, which was signed on Feb. 3, runs until 2030, mayor Ole Ried said.", "../2030"),
    ("en", "The reform passed in January would take effect in July, minister Ute Kern said.", "2026-07"),
    ("en", "The concert would take place on 8 May instead of 20 March, promoter Ole Ried said.", "2026-05-08"),
    ("en", "After the pump failed on Monday, the water rose on Tuesday, warden Ute Kern said.", "2026-03-10"),
    ("en", "Nobody was told anything, said Otto Pell, whose brother was captured two years ago.", ""),
]


@pytest.mark.parametrize(("language", "text", "value"), ABOUT)
def test_which_time_of_several_a_claim_speaks_of(language: str, text: str, value: str) -> None:
    _, statements = read(text, "2026-03-11", language)
    assert [statement.about_date.value for statement in statements] == [value]


def test_the_event_of_the_lead_is_that_of_the_paragraph_after_it() -> None:
    lead = (
        "Altheim und Neuheim haben am Donnerstag auf der alten Brücke über den Grenzfluss ihre Gefangenen ausgetauscht."
    )
    told = "Man habe 46 Männer übergeben, sagte Sprecherin Ute Kern.\n\nDer Preis sei hoch, sagte Kern."
    text = f"{lead} Es war kalt.\n\n{told}"
    _, statements = read(text, "2026-01-22")
    handed, price = statements
    assert (handed.about_date.value, handed.about_date.basis) == ("2026-01-22", Basis.INFERRED)
    assert price.about_date.value == ""


def test_a_claim_that_points_back_speaks_of_the_time_of_the_sentence_before() -> None:
    text = "Das Land werde am Freitag liefern, sagte Ministerin Ute Kern. „Dann sehen wir weiter“, sagte sie."
    _, statements = read(text, "2026-03-11")
    assert the_one(statements, "sehen wir").about_date.value == "2026-03-13"


def test_a_dateline_before_the_first_words_dates_an_undated_article() -> None:
    text = (
        "LEEDS (March 12, 2026) – The county will close two schools by 2028, although the number of pupils in town "
        "has risen again. County leader Sue Ball said on Wednesday that pupil numbers had fallen since 2019."
    )
    _, statements = read(text, "", "en")
    assert the_one(statements, "since 2019").claim_date.value == "2026-03-11"


FURTHER_DOWN = [
    # language, about_date of the last claim, the last paragraph
    ("de", "2026-03-02", "Ein Zeuge berichtete, er habe einen Knall gehört."),
    ("de", "2026-02-28", "Zwei Tage vor dem Brand habe es nach Gas gerochen, sagte Wirtin Ute Kern."),
    ("de", "2026-03-03", "Am Tag nach dem Brand habe die Polizei die Halle gesperrt, sagte Wirtin Ute Kern."),
    ("de", "", "Die Halle sei seit Jahren baufällig gewesen, sagte Wirtin Ute Kern."),
    ("de", "", "Die Halle sei wichtig für das Dorf, sagte Wirtin Ute Kern."),
    ("en", "2026-03-02", "A witness said she heard a bang."),
    ("en", "2026-02-28", "Landlady Ute Kern said there had been a smell of gas two days before the fire."),
    ("en", "2026-03-02", "Landlady Ute Kern said the tanks were full at the time."),
    ("en", "", "Landlady Ute Kern said the hall had been unsafe for years."),
    ("en", "", "Landlady Ute Kern said the hall was vital to the village."),
]
LEADS = {
    "de": "In der alten Sägemühle von Altheim ist am Montag ein Feuer ausgebrochen, drei Menschen wurden verletzt.",
    "en": "A fire broke out at the old sawmill in Altheim on Monday, and three people went to hospital with burns.",
}


@pytest.mark.parametrize(("language", "about", "text"), FURTHER_DOWN)
def test_the_event_of_the_lead_is_that_of_a_claim_further_down(language: str, about: str, text: str) -> None:
    between = {"de": "Das Dorf ist klein.", "en": "The village is small."}[language]
    _, statements = read(f"{LEADS[language]}\n\n{between}\n\n{text}", "2026-03-05", language)
    assert statements[-1].about_date.value == about


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Werk schließt am 1. April. Die Schließung sei beschlossen, sagte Werksleiterin Ute Kern."),
        ("en", "The plant will shut on 1 April. The closure would hit 300 workers, plant manager Ute Kern said."),
    ],
)
def test_a_plan_told_before_is_what_the_next_sentence_speaks_of(language: str, text: str) -> None:
    _, statements = read(text, "2026-03-05", language)
    assert (statements[-1].about_date.value, statements[-1].about_date.basis) == ("2026-04-01", Basis.INFERRED)

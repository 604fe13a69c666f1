"""Years before nouns, parts and weeks of months, named days last and next, and what only looks like a time."""

from __future__ import annotations

import pytest

from claims.language.times import find_dates

FEBRUARY = "2026-02-18"

READ = [
    # text, language, anchor, value of the one expression
    ("Das Kraftwerk soll 2032 Strom liefern.", "de", FEBRUARY, "2032"),
    ("Der Konzern will bis 2030 Wohnungen bauen.", "de", FEBRUARY, "../2030"),
    ("Ab 2028 Busse ohne Fahrer einzusetzen, sei möglich.", "de", FEBRUARY, "2028/.."),
    ("Das sei 2019 Müllers Plan gewesen.", "de", FEBRUARY, "2019"),
    ("LEEDS - In 2027 all buses will be electric.", "en", FEBRUARY, "2027"),
    ("October was tougher than planned.", "en", FEBRUARY, "2025-10"),
    ("We think December will be quiet.", "en", FEBRUARY, "2026-12"),
    ("She will play the unseeded Croat on Sunday.", "en", FEBRUARY, "2026-02-22"),
    ("It found last fall that the deck was sound.", "en", FEBRUARY, "2025-23"),
    ("She asked for help on Tuesday and is still waiting.", "en", FEBRUARY, "2026-02-17"),
    ("It has been shut since Wednesday.", "en", FEBRUARY, "2026-02-11/.."),
    ("Der Strom ist seit Mittwoch weg.", "de", FEBRUARY, "2026-02-11/.."),
    ("It closed two summers ago.", "en", FEBRUARY, "2024-22"),
    ("It closed three winters ago.", "en", FEBRUARY, "2022-24"),
    ("Visitor numbers fell over the summer.", "en", FEBRUARY, "2025-22"),
    ("It will open in the early part of 2027.", "en", FEBRUARY, "2027-01~/2027-03~"),
    ("It will open in the back half of the year.", "en", FEBRUARY, "2026-07/2026-12"),
    ("It will open within the next decade.", "en", FEBRUARY, "2026/2036"),
    ("It will be gone by mid-century.", "en", FEBRUARY, "../2060~"),
    ("We do not see it before next year, she told us.", "en", FEBRUARY, "2027/.."),
    ("We don't see it until next year, she said.", "en", FEBRUARY, "2027/.."),
    ("It burned in the early hours of 12 February.", "en", FEBRUARY, "2026-02-12"),
    ("It burned in the small hours of Feb. 12.", "en", FEBRUARY, "2026-02-12"),
    ("Sie schloss im Winter 2024/25.", "de", FEBRUARY, "2024-24"),
    ("Die Eröffnung ist nach wie vor für 2032 vorgesehen.", "de", FEBRUARY, "2032"),
    ("Im nächsten Schuljahr öffne die Schule.", "de", FEBRUARY, "2026/2027"),
    ("Die Brücke werde in fünf bis sechs Jahren fertig.", "de", FEBRUARY, "2031/2032"),
    ("In den nächsten beiden Jahren werde gebaut.", "de", FEBRUARY, "2026/2028"),
    ("Die Brücke werde binnen 48 Stunden repariert.", "de", FEBRUARY, "../2026-02-20"),
    ("Letzte Weihnachten war das Haus voll.", "de", FEBRUARY, "2025-12-25/2025-12-26"),
    ("Kommende Ostern wird das Haus voll sein.", "de", FEBRUARY, "2026-04-05/2026-04-06"),
    ("Am letzten Maiwochenende werde gefeiert.", "de", FEBRUARY, "2026-05-30/2026-05-31"),
    ("Am ersten Montag im März werde gewählt.", "de", FEBRUARY, "2026-03-02"),
    ("Am letzten Sonntag im Oktober werde gewählt.", "de", FEBRUARY, "2026-10-25"),
    ("Im Oktober und November seien 30 Fälle gemeldet worden.", "de", FEBRUARY, "2025-10/2025-11"),
    ("Im Zeitraum Juli bis September sank der Umsatz.", "de", "2025-11-14", "2025-07/2025-09"),
    ("In den zwölf Monaten bis Juni 2025 sank der Umsatz.", "de", FEBRUARY, "2024-07/2025-06"),
    ("In den letzten drei Monaten des Jahres 2025 sank der Umsatz.", "de", FEBRUARY, "2025-10/2025-12"),
    ("Im letzten Quartal des Jahres sank der Umsatz.", "de", "2025-12-14", "2025-10/2025-12"),
    ("Im zweiten Quartal werde der Umsatz steigen.", "de", "2026-12-14", "2027-04/2027-06"),
    ("Der Umsatz sei im März um drei Prozent gestiegen.", "de", FEBRUARY, "2025-03"),
    ("Er hatte ein Treffen im März vereinbart.", "de", FEBRUARY, "2026-03"),
    ("Zu Jahresbeginn wird es teurer.", "de", "2025-11-14", "2026-01-01"),
    ("Vor einem halben Jahrhundert war das ein Feld.", "de", "2025-11-14", "1975~"),
    ("Er kam in den frühen Morgenstunden des Sonntags.", "de", "2025-11-14", "2025-11-09"),
    ("Das Bad soll vor den Sommerferien öffnen.", "de", FEBRUARY, "../2026-22"),
    ("Im kommenden Jahr werde gebaut.", "de", FEBRUARY, "2027"),
    ("Noch zur Jahresmitte habe er gewarnt.", "de", FEBRUARY, "2025-05~/2025-08~"),
    ("In drei, vier Jahren wisse man mehr.", "de", FEBRUARY, "2029/2030"),
    ("Eine Verschiebung auf den Herbst sei möglich.", "de", FEBRUARY, "2026-23"),
    ("Der Winter war zu mild.", "de", "2026-03-18", "2025-24"),
    ("Für das ganze Jahr werde ein Gewinn erwartet.", "de", FEBRUARY, "2026"),
    ("In den achtziger Jahren war das anders.", "de", FEBRUARY, "198X"),
    ("Seit dem frühen Mittag fällt der Pegel.", "de", FEBRUARY, "2026-02-18/.."),
    ("Die Strecke bleibt bis in die Nacht gesperrt.", "de", FEBRUARY, "../2026-02-18"),
    ("Besonders der Juni war schwach.", "de", FEBRUARY, "2025-06"),
    ("Den ganzen Oktober hindurch habe es geregnet.", "de", FEBRUARY, "2025-10"),
    ("Den Winter über bleibt das Bad zu.", "de", "2025-11-14", "2025-24"),
    ("Im trockenen Juli habe es gebrannt.", "de", FEBRUARY, "2025-07"),
    ("Im Laufe des Jahres werde gebaut.", "de", FEBRUARY, "2026"),
    ("Von April an werde gebaut.", "de", FEBRUARY, "2026-04/.."),
    ("In den nächsten zwei, drei Jahren werde gebaut.", "de", FEBRUARY, "2026/2029"),
    ("In spätestens zwei Jahren werde gebaut.", "de", FEBRUARY, "../2028"),
    ("Frühestens in zwei Jahren werde gebaut.", "de", FEBRUARY, "2028/.."),
    ("Im ersten Quartal des neuen Jahres werde gebaut.", "de", "2025-11-14", "2026-01/2026-03"),
    ("In der zweiten Hälfte des kommenden Jahres werde gebaut.", "de", FEBRUARY, "2027-07/2027-12"),
    ("Es sind schon zwanzig. In fünf Jahren ist sie überall.", "de", FEBRUARY, "2031"),
    ("Über die Ostertage war viel los.", "de", FEBRUARY, "2025-04-20/2025-04-21"),
    ("In der Woche vor Ostern wird gewählt.", "de", FEBRUARY, "2026-03-30/2026-04-05"),
    ("Seit der Schließung im Oktober trainiert der Verein dort.", "de", FEBRUARY, "2025-10/.."),
    ("Der Absatz habe sich im Juli belebt.", "de", FEBRUARY, "2025-07"),
    ("Er sei im Juli nach Rom gefahren.", "de", FEBRUARY, "2025-07"),
    ("Bis Ende des Jahrhunderts ist das Eis weg.", "de", FEBRUARY, "../2099~"),
    ("Die Flaschen kämen im Januar in den Handel.", "de", FEBRUARY, "2027-01"),
    ("In der Vorsaison gewann er noch.", "de", "2026-11-16", "2025/2026"),
    ("In der laufenden Spielzeit gewinnt er nicht.", "de", "2026-11-16", "2026/2027"),
    ("In der neuen Saison 2027/28 wird er gewinnen.", "de", "2027-07-16", "2027/2028"),
    ("In der kommenden Saison wird er gewinnen.", "de", "2027-07-16", "2027/2028"),
    ("Im vergangenen Geschäftsjahr sank der Gewinn.", "de", "2026-11-16", "2025"),
    ("Im laufenden Haushaltsjahr fehlt Geld.", "de", "2026-11-16", "2026"),
    ("Im Gesamtjahr sank der Gewinn.", "de", "2027-02-16", "2026"),
    ("Im Gesamtjahr soll der Gewinn steigen.", "de", "2027-02-16", "2027"),
    ("Last season they came fifth.", "en", "2026-05-16", "2024/2025"),
    ("They will be stronger next season.", "en", "2026-05-16", "2026/2027"),
    ("Diesen Winter starben fünf.", "de", "2027-01-26", "2026-24"),
    ("Im vergangenen Winter starben drei.", "de", "2027-01-26", "2025-24"),
    ("Diesen Winter wird es kalt.", "de", "2026-11-26", "2026-24"),
    ("This winter was mild.", "en", "2027-07-26", "2026-24"),
    ("Last winter was cold.", "en", "2027-07-26", "2026-24"),
    ("Last summer was cool.", "en", "2027-07-26", "2026-22"),
    ("A spokeswoman said 900 people had signed it by Monday.", "en", "2026-10-22", "../2026-10-19"),
    ("A spokeswoman said they had agreed to sign it by Monday.", "en", "2026-10-22", "../2026-10-26"),
    ("Er habe am Montag abgeraten.", "de", "2026-08-13", "2026-08-10"),
    ("Exams on the 24th would go ahead.", "en", "2026-06-16", "2026-06-24"),
    ("He died on the 3rd.", "en", "2026-06-16", "2026-06-03"),
    ("Talks had been fixed for Monday.", "en", "2026-06-16", "2026-06-22"),
    ("The river froze in midwinter.", "en", "2026-05-16", "2025-24"),
    ("In the last financial year profit fell.", "en", "2026-11-16", "2025"),
    ("For the full year profit fell.", "en", "2027-02-16", "2026"),
    ("The pool will open before the summer recess.", "en", FEBRUARY, "../2026-22"),
    ("He will leave the week before Christmas.", "en", FEBRUARY, "2026-12-14/2026-12-20"),
    ("The club has trained there since the closure in October.", "en", FEBRUARY, "2025-10/.."),
    ("It was delayed by the November election.", "en", FEBRUARY, "2025-11"),
    ("It should have come in January.", "en", FEBRUARY, "2026-01"),
    ("By the end of the century the ice will be gone.", "en", FEBRUARY, "../2099~"),
    ("In 2032 Brisbane will be host.", "en", FEBRUARY, "2032"),
    ("The city will host the 2032 Games.", "en", FEBRUARY, "2032"),
    ("By 2030 Germany will have closed it.", "en", FEBRUARY, "../2030"),
    ("In the next school year the uniform will change.", "en", FEBRUARY, "2026/2027"),
    ("The bridge will open in two to three years.", "en", FEBRUARY, "2028/2029"),
    ("The bridge will open within 48 hours.", "en", FEBRUARY, "../2026-02-20"),
    ("The election is three weeks away.", "en", FEBRUARY, "2026-03-11~"),
    ("They said so last Easter.", "en", FEBRUARY, "2025-04-20"),
    ("It closed the day after Christmas.", "en", FEBRUARY, "2025-12-26"),
    ("The bridge will open on the first Monday in March.", "en", FEBRUARY, "2026-03-02"),
    ("The last Sunday of October was wet.", "en", FEBRUARY, "2025-10-26"),
    ("Sales fell in October and November.", "en", FEBRUARY, "2025-10/2025-11"),
    ("Fares in 2027 and 2028 would be frozen.", "en", FEBRUARY, "2027/2028"),
    ("Sales fell in the year to September.", "en", FEBRUARY, "2024-10/2025-09"),
    ("Sales fell in the three months ended June 30, 2025.", "en", FEBRUARY, "2025-04/2025-06"),
    ("Sales fell in the July-September quarter.", "en", FEBRUARY, "2025-07/2025-09"),
    ("It closed midway through 2024.", "en", FEBRUARY, "2024-05~/2024-08~"),
    ("It opens in the final quarter of 2027.", "en", FEBRUARY, "2027-10/2027-12"),
    ("It opens in the last three months of the year.", "en", FEBRUARY, "2026-10/2026-12"),
    ("A decision is due in the second quarter.", "en", "2026-12-14", "2027-04/2027-06"),
    ("Profits rose 3 percent in March but fell later.", "en", FEBRUARY, "2025-03"),
    ("The two had agreed to talks in March.", "en", FEBRUARY, "2026-03"),
    ("The brewery will cut 140 jobs by March.", "en", "2025-12-18", "../2026-03"),
    ("It closed a couple of weeks ago.", "en", FEBRUARY, "2026-02-04~"),
    ("In the nineteenth century this was a port.", "en", FEBRUARY, "18XX"),
]


@pytest.mark.parametrize(("text", "language", "anchor", "value"), READ)
def test_an_everyday_time_is_read(text: str, language: str, anchor: str, value: str) -> None:
    (found,) = find_dates(text, anchor=anchor, language=language)
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Konzern will 2030 Stellen streichen.", "de"),
        ("Bis zu 2030 Wohnungen sollen entstehen.", "de"),
        ("Paragraph 2032 sei eindeutig, die Agenda 2030 nicht.", "de"),
        ("Das Haus in der Hauptstraße 2030 sei verkauft.", "de"),
        ("Mindestens 1950 starben, die Nr. 2019 gewann.", "de"),
        ("Er rannte in 24 Stunden nach Ulm.", "de"),
        ("Section 2032 is clear, flight 2032 left, and Agenda 2030 has failed.", "en"),
        ("He lives at 2030 Main Street.", "en"),
        ("At least 1950 died, and the bus No. 2019 came.", "en"),
        ("There were 2,030 jobs at risk.", "en"),
    ],
)
def test_a_number_that_counts_or_names_is_no_year(text: str, language: str) -> None:
    assert find_dates(text, anchor=FEBRUARY, language=language) == []


def test_days_later_in_another_year_are_not_counted_from_a_day_told_before() -> None:
    found = find_dates(
        "The ban starts on 17 July. In 2022 it came two weeks later.", anchor="2026-07-07", language="en"
    )
    assert [expression.value for expression in found] == ["2026-07-17", "2022"]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Begonnen werde 2028. Im Jahr darauf komme der Kran.", "de", ["2028", "2029"]),
        ("2019 brannte es, im Mai desselben Jahres auch.", "de", ["2019", "2019-05"]),
        ("2019 brannte es. Im Folgejahr war Ruhe.", "de", ["2019", "2020"]),
        ("2019 brannte es. Er kam zwei Jahre später als geplant.", "de", ["2019"]),
        ("2019 brannte es. Im folgenden Frühjahr begann der Bau.", "de", ["2019", "2020-21"]),
        ("Es brannte am 6. März 2019, im Sommer zuvor war Ruhe.", "de", ["2019-03-06", "2018-22"]),
        ("It burned on 6 March 2019, and the previous summer it flooded.", "en", ["2019-03-06", "2018-22"]),
        ("In March 2023 he said that work would begin that summer.", "en", ["2023-03", "2023-22"]),
        ("Work starts in 2028, and the crane comes the following year.", "en", ["2028", "2029"]),
        ("It burned in 2019; two years earlier it had flooded.", "en", ["2019", "2017"]),
        ("It burned in 2019, from March to June of that year.", "en", ["2019", "2019-03/2019-06"]),
        ("It burned in 2019. It opened two years later than planned.", "en", ["2019"]),
    ],
)
def test_a_year_told_before_is_counted_from(text: str, language: str, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, anchor=FEBRUARY, language=language)] == values


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        (
            "Im Geschäftsjahr 2025/26 stieg der Gewinn. Im laufenden Geschäftsjahr sinkt er.",
            "de",
            ["2025/2026", "2026/2027"],
        ),
        (
            "It expects 400 million for fiscal 2026/27. It earned 310 million in the last fiscal year.",
            "en",
            ["2026/2027", "2025/2026"],
        ),
        (
            "In the 2022/23 season they won. In the previous season they had come fifth.",
            "en",
            ["2022/2023", "2021/2022"],
        ),
    ],
)
def test_a_running_year_is_counted_as_the_text_writes_its_years(text: str, language: str, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, anchor="2026-11-16", language=language)] == values


@pytest.mark.parametrize(
    ("text", "language"),
    [("Das ist selbst im Hochsommer selten.", "de"), ("Such a storm is rare even in midsummer.", "en")],
)
def test_what_holds_even_in_a_season_is_of_none(text: str, language: str) -> None:
    assert find_dates(text, anchor=FEBRUARY, language=language) == []


def test_a_floor_is_no_day() -> None:
    assert find_dates("He lives on the 24th floor.", anchor=FEBRUARY, language="en") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nächstes Jahr beginnen wir am Pfingstmontag.", ["2027", "2027-05-17"]),
        ("2025 seien es im ersten Quartal 30 gewesen.", ["2025", "2025-01/2025-03"]),
        ("In den 1980er Jahren im Mai war das so.", ["198X", "2025-05"]),
        ("2019, sagte er im Mai.", ["2019", "2025-05"]),
    ],
)
def test_a_year_at_the_head_of_a_clause_is_that_of_its_day(text: str, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, anchor=FEBRUARY, language="de")] == values


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("LEEDS, 14 October 2025 - By 2030 the port will be full.", "en", ["2025-10-14", "../2030"]),
        ("Leeds, 14. Oktober 2025 - Im Jahr 2027 schließt das Werk.", "de", ["2025-10-14", "2027"]),
        ("Gesperrt ist vom 3. Mai – 5. Mai 2025.", "de", ["2025-05-03/2025-05-05"]),
    ],
)
def test_a_dateline_opens_no_range(text: str, language: str, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, anchor="2025-10-14", language=language)] == values


def test_a_half_is_that_of_the_business_year_told_before() -> None:
    told = "Profit fell in the year to 31 March. Sales rose in the second half. They will rise in the first half."
    found = find_dates(told, anchor="2026-05-20", language="en")
    assert [one.value for one in found] == ["2025-04/2026-03", "2025-10/2026-03", "2026-04/2026-09"]
    assert find_dates("They scored in the second half.", anchor="2026-05-20", language="en") == []


@pytest.mark.parametrize(
    "text",
    [
        "It opens at 5am every day.",
        "Lorries came at 5am on each of the days.",
        "He saw his last fall in prices.",
        "It may last two years.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert find_dates(text, anchor=FEBRUARY, language="en") == []


def test_the_thursday_is_beside_the_day_told_before() -> None:
    found = find_dates("They met on 12 May. It leaked on the Monday.", anchor="2026-06-18", language="en")
    assert [one.value for one in found] == ["2026-05-12", "2026-05-11"]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("It sank on 7 November 2024.\n\nIt was inspected in May that year.", "en", ["2024-11-07", "2024-05"]),
        ("He sold it in 2019. In spring that year he left.", "en", ["2019", "2019-21"]),
        ("The factory closed in the summer of that year.", "en", []),
        ("He resigned the Friday before last.", "en", ["2026-01-30"]),
        ("Er trat am vorvergangenen Freitag zurück.", "de", ["2026-01-30"]),
        ("They have lived there since the mid-1990s.", "en", ["199X/.."]),
        ("Seit den 1990er Jahren wohnen sie dort.", "de", ["199X/.."]),
        ("The plant will run until at least 2035.", "en", ["../2035"]),
        ("At least 2035 voted.", "en", []),
        ("He spoke on Monday. Later that day he left.", "en", ["2026-02-09", "2026-02-09"]),
        ("She looked for a buyer all summer.", "en", ["2025-22"]),
        ("It was shut for most of the winter.", "en", ["2025-24"]),
        ("It ended at 5 p.m. Eastern on Jan. 9.", "en", ["2026-01-09"]),
        ("Orders fell in the three months to end-December.", "en", ["2025-10/2025-12"]),
        (
            "Orders fell in the three months to December. They will rise in the first half.",
            "en",
            ["2025-10/2025-12", "2026-01/2026-06"],
        ),
    ],
)
def test_a_year_a_limit_or_a_stretch_told_beside(text: str, language: str, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, anchor="2026-02-11", language=language)] == values


def test_a_decimal_at_the_end_of_an_english_sentence_is_no_day() -> None:
    assert find_dates("The observatory put the magnitude at 5.7.", language="en") == []
    assert [found.value for found in find_dates("Das Beben war am 5.7.", language="de")] == ["XXXX-07-05"]

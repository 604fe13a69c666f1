"""Which day a claim without one of its own is of: the sitting's, the deed's, the event's, or none."""

from __future__ import annotations

import pytest

from tests.dates.test_dates import read

HEAD = {"de": "Titel", "en": "Title"}

MINUTES = [
    (
        "en",
        "Minutes of Harrow Fen Parish Council",
        "Minutes of the meeting held on Monday 9 November 2026 in the Reading Room.\n\n"
        "Councillor Ann Dunn reported that the pump at Mill Lane had failed last week.",
    ),
    (
        "de",
        "Sitzungsprotokoll des Ortsrats Mühlen",
        "Sitzungstag: Montag, 9. November 2026, im Lesesaal.\n\n"
        "Ortsrätin Anna Dunker berichtete, die Pumpe am Mühlweg sei in der vergangenen Woche ausgefallen.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), MINUTES)
def test_minutes_count_from_the_day_of_the_sitting(language: str, title: str, text: str) -> None:
    _, statements = read(f"{HEAD[language]}: {title}\n\n{text}", "2026-11-26", language)
    assert [(one.claim_date.value, one.about_date.value) for one in statements] == [
        ("2026-11-09", "2026-11-02/2026-11-08")
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Title: Pump fails again\n\nThe parish council met on Monday 9 November 2026 in the Reading Room.\n\n"
            "Councillor Ann Dunn reported that the pump at Mill Lane had failed last week.",
        ),
        (
            "de",
            "Titel: Pumpe fällt wieder aus\n\nDer Ortsrat tagte am Montag, 9. November 2026, im Lesesaal.\n\n"
            "Ortsrätin Anna Dunker berichtete, die Pumpe am Mühlweg sei in der vergangenen Woche ausgefallen.",
        ),
    ],
)
def test_a_report_on_a_meeting_is_no_minutes(language: str, text: str) -> None:
    _, statements = read(text, "2026-11-26", language)
    assert [one.claim_date.value for one in statements] == ["2026-11-26"]


ABOUT = [
    # language, published, about_date of each statement, text
    (
        "de",
        "2027-02-03",
        ["2026-07-11", "2026-07-11", "2026-07-11"],
        "Vor dem Landgericht Ahlen hat am Dienstag der Prozess um eine Reihe von Bränden in Scheunen begonnen.\n\n"
        "Am Abend des 11. Juli sei er bei ihr gewesen, sagte Zeugin Rita Wolle.\n\n"
        "Landwirt Theo Aust sagte, um 22.40 Uhr habe er Feuer gesehen. 40 Rinder seien verendet, sagte er.",
    ),
    (
        "de",
        "2026-09-23",
        ["2026-09-04", "2026-09-04"],
        "Der Angriff sei am 4. September bemerkt worden, sagte Klinikchefin Hanne Ludwig. "
        "„Wir haben sofort alle Leitungen gekappt“, sagte Ludwig.",
    ),
    (
        "de",
        "2026-09-23",
        [""],
        "„Die Versicherung hat bis heute keinen Cent gezahlt“, sagte Landwirt Theo Aust.",
    ),
    (
        "en",
        "2026-06-24",
        [""],
        'Farmer Theo Aust said: "The insurers have not paid a cent until today."',
    ),
    (
        "en",
        "2026-06-24",
        ["2026-06-22", ""],
        "A storm swept through the Corran valley on Monday evening, smashing greenhouses and windscreens of parked "
        "cars.\n\n"
        "Fire chief Rob Sayle said his crews were called out 70 times. Sayle urged people to avoid damaged roofs.",
    ),
    (
        "de",
        "2026-10-29",
        ["2026-10-25/2026-10-26", "", "2026-10-26"],
        "Nach dem Brand in einem Mehrfamilienhaus haben Ermittler das Gebäude am Mittwoch betreten. Das Feuer war in "
        "der Nacht zum Montag im Keller ausgebrochen.\n\n"
        "Mieter seien mit Leitern gerettet worden, sagte Wehrführer Ed Rehm. Das müsse die Stadt prüfen, so Rehm.\n\n"
        "Die Vermieterin habe noch am selben Tag eine Wohnung angeboten, sagte Mieterin Selma Özer.",
    ),
    (
        "en",
        "2026-10-29",
        ["2026-10-26", ""],
        "After the fire at a block of flats in Kelby, investigators went into the building on Wednesday. The fire had "
        "broken out on Monday morning.\n\n"
        "Fire chief Rob Sayle said that tenants had been rescued with ladders. The council must look into it, he said.",
    ),
    (
        "en",
        "2027-03-11",
        ["", "2026-09-19", "2026-09-19", "2026-09"],
        "A barman told a jury on Wednesday how he found a customer bleeding in the yard of the Red Hart in Kelby.\n\n"
        "Dean Moss denied that he had been in Kelby on 19 September last year. Prosecutor Helen Sturt said the two men "
        "had argued over a debt.\n\n"
        "Sergeant Ann Lowry said no bus ran on that route after 9pm in September.",
    ),
    (
        "en",
        "2027-01-14",
        ["2027-01-08", "2027-01-08"],
        'The union Unite said 300 staff in Leeds were told last Friday. "They heard it from a video message," said '
        "officer Kath Bloor.",
    ),
    (
        "de",
        "2027-01-26",
        ["2027-01-24"],
        "Bei einem Lawinenabgang am Hochkar sind am Sonntag zwei Skitourengeher ums Leben gekommen, ein dritter "
        "überlebte.\n\nAls die Retter kamen, sei einer schon tot gewesen, sagte Bergretter Toni Aigner.",
    ),
    (
        "en",
        "2026-10-22",
        ["", ""],
        "Ashby library will close on Sundays from January after councillors of all parties voted on Tuesday for "
        "shorter hours.\n\n"
        'Teacher Joyce Amble said she had loved the library. "My children learned to read there," she said.',
    ),
    (
        "de",
        "2026-12-08",
        [""],
        "Das Training am Dienstag leitete der neue Trainer. Das nächste Spiel gegen Füssen müsse gewonnen werden, "
        "sagte Kapitän Jan Urbas.",
    ),
    (
        "de",
        "2026-07-15",
        ["2025-24", "2026-07-13"],
        "Eine Autofähre ist am Montagabend im Hafen von Ostersiel aus ungeklärter Ursache gegen die Kaimauer geprallt."
        "\n\nDas Ruder sei im Winter überholt worden, sagte Mechaniker Ed Rehm. Kapitän Gerrit Folk habe sofort den "
        "Anker werfen lassen, sagte Reeder Hinnerk Bohn.",
    ),
    (
        "en",
        "2026-10-30",
        ["2026-10-28", "2026-10-28"],
        "Minister Ilia Morn accused Kast of shelling a village on Wednesday morning. Three farmers were killed, "
        "she said.",
    ),
    (
        "en",
        "2026-02-16",
        ["2026-02-14", "2026-02-14", "2026-02-14"],
        "Thousands gathered in Palmer Square on Saturday night.\n\n"
        "Organiser Dee Okafor put the crowd at 8,000. Police spokesman Karl Reese said 3,500 people had come.\n\n"
        "Horses had pushed into the crowd, student Ann Lowry said.",
    ),
    (
        "de",
        "2026-03-27",
        ["2026-03-26", "2026-03-26"],
        "In der Lackfabrik Kolmar ist am Donnerstag eine Halle verbrannt.\n\n"
        "Eine Warnung sei erst gegen 21 Uhr gekommen, sagte Anwohnerin Maria Thole.\n\n"
        "Landrat Kai Berns sprach dagegen von einer Warnung um 19.20 Uhr.",
    ),
    (
        "de",
        "2026-10-09",
        ["2026-10-08", "2026-10-08"],
        "22 Lastwagen hätten die Stadt am Donnerstag erreicht, sagte Sprecherin Eva Lang.\n\n"
        "Gouverneur Ilir Demaj erklärte dagegen, es seien nur sieben Lastwagen angekommen.",
    ),
    (
        "de",
        "2026-05-21",
        ["2026-05-18", "2026-05-18"],
        "Im Schlachthof Nordfleisch sind am Montag Keime gefunden worden.\n\n"
        "Die betroffene Ware sei sofort vernichtet worden, sagte Chef Lars Roling.\n\n"
        "Das Problem sei binnen 20 Minuten behoben gewesen, sagte Amtstierärztin Jule Kramp.",
    ),
    (
        "en",
        "2027-02-10",
        ["2027-02-07", "", ""],
        "Two men convicted of robbery broke out of Marsh Lane prison on Sunday.\n\n"
        "Guard Dot Hale said the alarm had been raised within four minutes. She rejected calls to resign. "
        '"The light had been out for a month," Hale said.',
    ),
    ("en", "2026-11-19", ["2026-11-21"], "The weather service warned of more gales on Saturday."),
    ("de", "2026-11-19", ["2026-11-21"], "Der Wetterdienst warnte vor Sturm am Samstag."),
    (
        "en",
        "2026-11-19",
        ["2026-11-20", "2026-11-19"],
        "15:30 – Minister Joan Airey said an inquiry would open tomorrow.\n\n"
        "14:20 – Winds would drop by the evening, forecaster Iain Beck said.",
    ),
    (
        "en",
        "2026-06-24",
        ["../2026-06-28"],
        "More storms were likely by the weekend, forecaster Iain Beck said.",
    ),
    # the lead only follows up, the background tells the day; a death is later, and "already" is of then
    (
        "de",
        "2026-10-07",
        ["2026-10-05", "2026-10-05"],
        "Nach dem Gasaustritt in einer Fabrik in Sude steht das Werk still.\n\nAm Montag war aus einem Ventil Ammoniak "
        "entwichen. Die Halle sei schon leer gewesen, als man eintraf, sagte Wehrführer Jan Siems.\n\nElf Leute seien "
        "verletzt worden, sagte Tina Ruge.",
    ),
    (
        "de",
        "2026-08-24",
        ["2026-08-22", "2026-08-22"],
        "Nach dem Unfall bei Sude sucht die Polizei Zeugen.\n\nAm Samstagabend war eine Frau von einem Wagen erfasst "
        "worden. Sie starb am Sonntag. Der Fahrer sei geflohen, ohne anzuhalten, sagte Polizist Jan Siems. Ein Zeuge "
        "habe den Wagen gegen 22.40 Uhr gesehen.",
    ),
    # what is told next is of the event again, and what was said before it cannot be of it
    (
        "en",
        "2026-08-24",
        ["2026-08-21", "2026-08-22"],
        "A fire destroyed a warehouse in Sudbury on Saturday.\n\nManager Tina Rudge said the alarm was switched off "
        "the day before. She said two boats had been burned.",
    ),
    (
        "en",
        "2026-04-30",
        [""],
        "Norvane cut its forecast on Thursday.\n\nTina Rudge took over in February. The company had said in November "
        "that it was hiring.",
    ),
    # an hour told in a trial is of the deed
    (
        "en",
        "2026-03-05",
        ["2025-08-09", "2025-08-09"],
        "A boy told a jury on Thursday that he ran when his friend was stabbed on a pier on 9 August last year.\n\n"
        "Paramedic Tina Rudge said she arrived at 9.42pm.",
    ),
    (
        "de",
        "2026-11-18",
        ["../2028", ""],
        'Der Vertrag laufe bis 2028, sagte Tina Ruge. "Das ist das beste Ergebnis seit Jahren."',
    ),
    # a lead that is a demand follows up on a day; a denial goes on from none
    (
        "de",
        "2026-07-06",
        ["2026-07-02", "2026-07-02"],
        "Nach dem Hagelsturm vom Donnerstag fordern die Bauern Soforthilfe vom Land. 400 Hektar seien zerstört worden, "
        "sagte Tina Ruge.",
    ),
    (
        "en",
        "2026-02-23",
        ["", "2026-02-20", ""],
        "A councillor in Sudbury has resigned after emails showed that he had asked officers to delay a report on the "
        "floods.\n\nTina Rudge said she had learned of the emails on Friday. She denied that the report had been held "
        "back.",
    ),
    # of two clauses with a wide time each, the first; the year of a noun dates no other time
    (
        "en",
        "2026-07-06",
        ["2022"],
        "Tina Rudge said the site had been closed in 2022 and reopened by the council last spring.",
    ),
    ("en", "2026-07-06", ["2026-07-10"], "Tina Rudge said it was closed in 2019 and would reopen on Friday."),
    ("en", "2026-07-06", ["2027-03"], "Tina Rudge said the 2019 contract would end in March."),
]


@pytest.mark.parametrize(("language", "published", "about", "text"), ABOUT)
def test_the_day_a_claim_is_of(language: str, published: str, about: list[str], text: str) -> None:
    _, statements = read(text, published, language)
    assert [one.about_date.value for one in statements] == about


OBITUARIES = [
    (
        "en",
        "Enid Farrow, glass artist, dies at 91",
        "The glass artist Enid Farrow, whose windows light a dozen cathedrals in England, died at home on Saturday.\n\n"
        "Her pupil Olaf Brandt said that she had thrown a hammer at him.",
    ),
    (
        "de",
        "Glaskünstlerin Enid Farrow gestorben",
        "Die Glaskünstlerin Enid Farrow, deren Fenster in einem Dutzend Kirchen leuchten, ist am Samstag gestorben.\n\n"
        "Ihr Schüler Olaf Brandt sagte, sie habe einen Hammer nach ihm geworfen.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), OBITUARIES)
def test_what_is_told_of_the_dead_is_not_of_the_day_they_died(language: str, title: str, text: str) -> None:
    _, statements = read(f"{HEAD[language]}: {title}\n\n{text}", "2026-10-12", language)
    assert [one.about_date.value for one in statements] == [""]

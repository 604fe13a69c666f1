"""What time single claims speak of: habits and states have none, a plan and a deed that of their sentence."""

from __future__ import annotations

import pytest

from tests.dates.test_dates import read

FIRE = {
    "de": "In Altheim ist am Sonntag eine Lagerhalle abgebrannt. ",
    "en": "A warehouse burned down in Altham on Sunday. ",
}

OF_THE_FIRE = [
    # language, what is said after a fire on Sunday 11 October, the time it speaks of
    ("de", "„Wir mussten zwei Türen aufbrechen“, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "„Wir konnten nicht alle Tiere retten“, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "„Ich durfte das Haus nicht verlassen“, sagte Anwohnerin Ute Brink.", "2026-10-11"),
    ("de", "„Die Leute sind erschöpft“, sagte Wehrführer Ed Rehm.", ""),
    ("de", "Die Zufahrt sei gesperrt, sagte Wehrführer Ed Rehm.", ""),
    ("de", "Das Dach sei eingestürzt, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "Ein Tank sei geplatzt, sagte Wehrführer Ed Rehm.", "2026-10-11"),
    ("de", "„Er kam jeden Abend hierher“, sagte Anwohnerin Ute Brink.", ""),
    ("de", "„Normalerweise standen hier drei Lastwagen“, sagte Anwohnerin Ute Brink.", ""),
    ("en", '"We didn\'t hear any alarm," said neighbour Ann Dunn.', "2026-10-11"),
    ("en", '"They weren’t ready for this," said neighbour Ann Dunn.', "2026-10-11"),
    ("en", '"We won\'t rebuild it," said owner Rob Sayle.', ""),
    ("en", '"He drove me there every morning," said neighbour Ann Dunn.', ""),
    ("en", "Neighbour Ann Dunn said two vans were usually parked there.", ""),
]


@pytest.mark.parametrize(("language", "said", "about"), OF_THE_FIRE)
def test_what_is_said_after_a_fire(language: str, said: str, about: str) -> None:
    _, statements = read(FIRE[language] + said, "2026-10-13", language)
    assert [one.about_date.value for one in statements] == [about]


ALONE = [
    # language, published, text, the time that each of its statements speaks of
    ("en", "2026-12-03", "Dr Colin Frith said the virus peaked in January most years.", [""]),
    ("en", "2026-12-03", "Dr Colin Frith said the river usually flooded in March.", [""]),
    ("de", "2026-12-03", "Die Welle komme meist im Januar, sagte Ärztin Ute Brink.", [""]),
    ("de", "2026-12-03", "Im Februar sei das Becken jedes Jahr leer, sagte Ärztin Ute Brink.", [""]),
    ("en", "2026-12-03", "Dr Colin Frith said last winter's outbreak had lasted nine weeks.", ["2025-24"]),
    (
        "en",
        "2026-10-18",
        "Thornbury host Barrow on Tuesday, and boss Ian Crossley said Reid would miss the game.",
        ["2026-10-20"],
    ),
    (
        "en",
        "2027-02-04",
        "The account was opened in May 2025.\n\nGraham Pell said he became suspicious at a lunch that June.",
        ["2025-06"],
    ),
    (
        "de",
        "2027-02-04",
        "Das Konto war im Mai 2025 eröffnet worden.\n\nIn jenem Sommer sei er krank gewesen, sagte Neffe Udo Link.",
        ["2025-22"],
    ),
    (
        "en",
        "2027-02-04",
        "The account was opened on 14 May 2025. Graham Pell said he had been ill in that week.",
        ["2025-05-12/2025-05-18"],
    ),
    ("en", "2027-03-09", '"This time last year we were turning customers away," said owner Rob Sayle.', ["2026-03"]),
    ("de", "2027-03-09", "„Im vergangenen Jahr um diese Zeit war alles leer“, sagte Wirtin Ute Brink.", ["2026-03"]),
    ("de", "2027-01-15", "Die Strecke sei bis Montag gesperrt, sagte Sprecher Udo Link.", ["../2027-01-18"]),
    ("de", "2027-01-15", "Die Halle sei bis zum Wochenende geschlossen, sagte Wirtin Ute Brink.", ["../2027-01-17"]),
    ("de", "2027-01-15", "Die Halle sei bis Montag gesperrt gewesen, sagte Wirtin Ute Brink.", ["../2027-01-11"]),
    ("en", "2026-10-22", "Rob Sayle said the bridge closed in December would reopen.", ["2025-12"]),
    ("en", "2026-10-22", "Rob Sayle said the two men arrested on Friday were brothers.", ["2026-10-16"]),
    (
        "en",
        "2026-08-19",
        "Fighters shelled a grain terminal in the port of Yeska overnight, killing two dockers.\n\n"
        "Firefighters had brought the blaze under control, governor Pavel Strand said.",
        ["2026-08-19"],
    ),
    (
        "de",
        "2026-11-10",
        "Vor dem Amtsgericht Marbeck hat am Montag der Prozess gegen einen Gärtner begonnen.\n\n"
        "Er habe am 17. August 2025 Gift über den Zaun geworfen, sagte Staatsanwalt Götz Ruland. "
        "Nachbar Udo Link sagte, er habe ihn am Sonntagabend gesehen. "
        "Das Tier sei gegen 23 Uhr gebracht worden, sagte Tierärztin Ute Brink.",
        ["2025-08-17", "2025-08-17", "2025-08-17"],
    ),
    ("en", "2026-12-16", "Helen Fry said officers came on the afternoon of 21 October last year.", ["2025-10-21"]),
    ("de", "2026-12-16", "Er sei am Abend des 3. Mai letzten Jahres gekommen, sagte Nachbar Udo Link.", ["2025-05-03"]),
    (
        "de",
        "2026-12-16",
        "Er sei in der Nacht zum 3. Mai vergangenen Jahres gekommen, sagte Nachbar Udo Link.",
        ["2025-05-02/2025-05-03"],
    ),
    (
        "de",
        "2026-10-14",
        "Die Versicherung hat nach Angaben der Kämmerei den Schaden am Freitag aufgenommen.",
        ["2026-10-09"],
    ),
    (
        "de",
        "2026-11-19",
        "„Wir sind am Samstag bereit“, sagte Vorständin Ute Brink. "
        "Während des letzten Streiks seien viele Züge ausgefallen, sagte Brink.",
        ["2026-11-21", ""],
    ),
    ("de", "2026-11-19", "Das Haus ist am Samstag abgebrannt, sagte Nachbar Udo Link.", ["2026-11-14"]),
    (
        "en",
        "2026-07-28",
        "A wildfire forced 2,000 people from their homes on Sunday, sheriff Tom Bellamy said. "
        "Two people were still missing, Bellamy said.",
        ["2026-07-26", ""],
    ),
    (
        "de",
        "2026-09-08",
        "Das Parlament hat am Dienstag gewählt. Den Verkauf hatte Holm am 20. Juli verkündet.\n\n"
        "Die Krone verlor laut Zentralbank bis zum Nachmittag zwei Prozent.",
        ["../2026-09-08"],
    ),
    ("de", "2026-09-08", "Der Gewerkschaftsbund rief für Freitag zu Kundgebungen auf.", ["2026-09-11"]),
    ("en", "2027-03-12", "Dr Lynn Harker said the first case came on the last day of February.", ["2027-02-28"]),
    (
        "de",
        "2027-03-12",
        "Der erste Fall sei am letzten Tag des Februar gekommen, sagte Ärztin Ute Brink.",
        ["2027-02-28"],
    ),
    ("en", "2027-01-21", "Sheila Booth said she did not see the log until June.", ["2026-06"]),
    (
        "de",
        "2027-03-03",
        "Das Gift sei am vergangenen Mittwoch gefunden worden, sagte Sprecher Udo Link. "
        "Drei Männer seien in derselben Nacht gefasst worden, sagte Link.",
        ["2027-02-24", "2027-02-24"],
    ),
    (
        "de",
        "2026-08-17",
        "Die Arbeiten hätten bis Sonntagmittag gedauert, sagte Wehrführer Ed Rehm. "
        "In der Nacht sei noch einmal Glut aufgeflammt, sagte Rehm.",
        ["../2026-08-16", "2026-08-16"],
    ),
    (
        "en",
        "2027-01-21",
        "A signaller told the inquiry into the rail crash on Wednesday that he had reported faults.\n\n"
        "Eleven people died at Denby Junction on 17 May 2026.\n\n"
        "Barry Noakes said the panel had gone dark on 2 May. On the morning of the crash all had looked well, he said.",
        ["", "2026-05-02", "2026-05-17"],
    ),
    ("en", "2026-05-19", "A boat sank off Salto before dawn on Tuesday, commander Rosa Llull said.", ["2026-05-19"]),
    (
        "de",
        "2027-04-16",
        "Die Versammlung am 3. März habe das abgelehnt, sagte Rätin Ute Brink. "
        "„Man hat uns damals Prüfungen zugesagt“, sagte Brink.",
        ["2027-03-03", "2027-03-03"],
    ),
    (
        "en",
        "2026-11-06",
        "A coach driver who crashed with 43 pupils on board had been awake for 19 hours, a jury heard on Thursday.\n\n"
        "Teacher Alice Monk died when the coach left the road on 28 June last year.\n\n"
        'Pupil Ella Ward said that she woke up when the coach began to shake. "People were screaming," she said.',
        ["", "2025-06-28", "2025-06-28"],
    ),
    (
        "en",
        "2026-11-06",
        "Rob Sayle said he had driven to Carley on Wednesday evening. Gus Dolan said he took over at 2am.",
        ["2026-11-04", "2026-11-05"],
    ),
    (
        "en",
        "2026-05-19",
        "Rob Sayle accused the coastguard of ignoring a call on Monday. Officer Ann Dunn said no such call was logged.",
        ["2026-05-18", "2026-05-18"],
    ),
    (
        "en",
        "2026-07-13",
        "Tara Bhatt beat champion Emil Roth in 41 moves on Sunday to win the Oslin Masters at her first attempt.\n\n"
        '"In my day we smoked at the board," said Oleg Brandt.',
        [""],
    ),
    ("en", "2026-09-14", "Councillor Amy Brook said planes flew too low every weekend.", [""]),
    (
        "de",
        "2027-01-28",
        "In der vergangenen Woche wurden 140 Fälle gemeldet. Das seien doppelt so viele wie im Vorjahr, sagte Brink.",
        ["2027-01-18/2027-01-24"],
    ),
    (
        "de",
        "2027-05-12",
        "Das Landgericht Hagenfurt hat den früheren Bürgermeister von Lautersee am Dienstag zu Haft verurteilt.\n\n"
        "Die letzte Zahlung habe er am 4. November 2022 veranlasst, sagte Staatsanwältin Nora Biehl.\n\n"
        "Sein Mandant habe 90.000 Euro zurückgezahlt, sagte Verteidiger Max Riedel.",
        ["2022-11-04", ""],
    ),
]


@pytest.mark.parametrize(("language", "published", "text", "about"), ALONE)
def test_the_time_of_claims(language: str, published: str, text: str, about: list[str]) -> None:
    _, statements = read(text, published, language)
    assert [one.about_date.value for one in statements] == about


SAID = [
    # language, published, text, the days on which its statements were said
    (
        "de",
        "2027-01-15",
        "Die Bahn stellte den Verkehr am Donnerstag ein. Die Strecke sei gesperrt, teilte die Bahn mit.",
        ["2027-01-15"],
    ),
    (
        "de",
        "2027-01-15",
        "Ute Brink stellte am Donnerstag die Zahlen vor. Der Verlust sei gesunken, sagte Brink.",
        ["2027-01-14"],
    ),
    ("en", "2026-10-22", "The crew ignored a warning issued on 8 March, Rob Sayle said.", ["2026-10-22"]),
]


@pytest.mark.parametrize(("language", "published", "text", "days"), SAID)
def test_when_claims_were_said(language: str, published: str, text: str, days: list[str]) -> None:
    _, statements = read(text, published, language)
    assert [one.claim_date.value for one in statements] == days


BUS = (
    "Lennbach. Ein Schulbus ist am Montag, dem 4. Mai 2026, auf der Landesstraße in einen Graben gerutscht.\n\n",
    "A school bus slid into a ditch near Lennbach on Monday, 4 May 2026, and seven children were hurt.\n\n",
)
UNDATED = [
    # language, text without a date at its head, days of its statements
    ("de", BUS[0] + "Es war ein Reh, sagte Polizistin Doris Emmert am Dienstag.", ["2026-05-05"]),
    (
        "de",
        BUS[0] + "Es war ein Reh, sagte Fahrer Udo Link. Am Mittwoch sagte Rektorin Eva Kuhl, der Bus sei alt.",
        ["2026-05-06", "2026-05-06"],
    ),
    ("de", BUS[0] + "Am Freitag wird der Bus geprüft. Es war ein Reh, sagte Fahrer Udo Link.", ["2026-05-04"]),
    ("en", BUS[1] + "It was a deer, driver Rob Sayle said on Tuesday.", ["2026-05-05"]),
    ("de", "Kämmerer Jan Roth sagte am 12. März 2026, es gebe kein Geld. Das sei so, sagte Roth.", ["2026-03-12"] * 2),
    ("en", "Treasurer Ann Dunn said on 12 March 2026 that there was no money.", ["2026-03-12"]),
    (
        "de",
        "Kämmerer Jan Roth hatte am 12. März 2026 gesagt, es gebe kein Geld. Ute Brink sagte, er irre.",
        ["2026-03-12", ""],
    ),
    (
        "de",
        "Am Montag, dem 4. Mai 2026, soll in Lennbach der Prozess gegen einen Gärtner beginnen, der Gift legte.\n\n"
        "Er werde schweigen, sagte Anwältin Ute Brink.",
        [""],
    ),
]


@pytest.mark.parametrize(("language", "text", "days"), UNDATED)
def test_an_undated_article_is_of_its_latest_saying(language: str, text: str, days: list[str]) -> None:
    _, statements = read(text, "", language)
    assert [one.claim_date.value for one in statements] == days

"""What time a claim speaks of: plans ahead, one of several times, what only compares, and claims of no day."""

from __future__ import annotations

import pytest

from tests.dates.test_dates import read

SPOKEN_OF = [
    # language, published, claim_date, about_date, article with one statement
    # what a report follows up on, and what counts from it; the noun is told with the distance or the day beside it
    (
        "de",
        "2026-05-21",
        "2026-05-21",
        "2026-05-19",
        "Drei Tage nach dem Brand in einer Halle hat die Polizei einen Mann gefasst. Am Tag nach dem Brand habe "
        "er Rauch gerochen, sagte Tina Ruge.",
    ),
    (
        "de",
        "2026-05-21",
        "2026-05-21",
        "2026-05-18/..",
        "Nach dem Brand am Montag in Sude sucht die Polizei Zeugen.\n\nSeit dem Brand stehe die Halle leer, sagte Tina "
        "Ruge.",
    ),
    (
        "en",
        "2026-05-21",
        "2026-05-21",
        "2026-05-18",
        "Three days after the fire at a warehouse in Sudbury police are looking for a man.\n\nTina Rudge said a siren "
        "had failed during the fire.",
    ),
    ("en", "2026-05-21", "2026-05-21", "", "A man was hurt in a fire on Monday. Mayor Tina Rudge criticised the plan."),
    # the tense of two infinitives, of a clause behind "that" and of one without it
    ("de", "2026-05-21", "2026-05-21", "2025-12", "Im Dezember habe sie Löhne nicht zahlen können, sagte Tina Ruge."),
    ("de", "2026-05-21", "2026-05-21", "2026-05-18", "Tina Ruge sagte, dass man den Trainer am Montag entlassen habe."),
    (
        "en",
        "2026-05-21",
        "2026-05-21",
        "2026-05-25",
        "Tina Rudge said that on Monday, the city would close the bridge.",
    ),
    ("en", "2026-05-21", "2026-05-21", "2026-04", '"I told the council in April I would not sign," said Tina Rudge.'),
    (
        "en",
        "2026-08-06",
        "2026-08-06",
        "../2026-11",
        "Tina Rudge said the ban was dead until the election in November.",
    ),
    # said afterwards, and on a day in front of a title that looks like a plan
    ("en", "2026-05-21", "2026-05-20", "", "On Wednesday, planning chief Tina Rudge said the bridge was safe."),
    # which level is only referred to; a clause with "since" begins a state; what was decided, and not what by when
    (
        "en",
        "2026-08-06",
        "2026-08-06",
        "2028/..",
        "Orders would not return to last year's level before 2028, Ann Dray said.",
    ),
    (
        "en",
        "2026-08-06",
        "2026-08-06",
        "2021/..",
        "Clerk Tina Rudge said the pass had cost £4m since it was launched in 2021.",
    ),
    (
        "en",
        "2026-08-06",
        "2026-08-06",
        "2004",
        "Clerk Tina Rudge said he had not drunk since his arrest and had last failed in 2004.",
    ),
    (
        "de",
        "2026-08-06",
        "2026-08-06",
        "2021/..",
        "Kassiererin Tina Ruge sagte, man spare Geld, seit sie 2021 angefangen habe.",
    ),
    (
        "de",
        "2026-08-06",
        "2026-08-06",
        "2026-03",
        "„Wir haben im März beschlossen, dass bis Ostern Zahlen vorliegen“, sagte Tina Ruge.",
    ),
    # a day and its place beside another are one; "into" a month is to come
    (
        "en",
        "2026-08-06",
        "2026-08-06",
        "2023-02-09",
        "Clerk Tina Rudge said he had signed on 9 February 2023, the day before he left.",
    ),
    (
        "de",
        "2026-08-06",
        "2026-08-06",
        "2026-02-09",
        "Kassiererin Tina Ruge sagte, er habe am 9. Februar 2026, einen Tag vor dem Brand, Benzin gekauft.",
    ),
    ("en", "2026-09-18", "2026-09-18", "2027-04", '"We cannot carry that into April," said clerk Tina Rudge.'),
    # the nearest one to the deed is after it too, and a month tells of the deed as well
    (
        "en",
        "2025-03-04",
        "2025-03-04",
        "2022-07",
        "The former finance chief of a ferry company saw the first of the invoices in April 2022, a jury was told. "
        'He kept still. "I was told to leave it alone in July," said Tom Leith.',
    ),
    (
        "en",
        "2026-10-27",
        "2026-10-27",
        "2026-10-01",
        '"We lowered the lake on the first of the month," said Dolores Pratt.',
    ),
    (
        "de",
        "2026-10-27",
        "2026-10-27",
        "2026-10-01",
        "„Zum Ersten des Monats sind die Mieten gestiegen“, sagte Tina Ruge.",
    ),
    (
        "en",
        "2027-02-19",
        "2027-02-19",
        "2027-02-16/..",
        "He limped off on Tuesday. Coach Eva Strand said that he had not trained since.",
    ),
    (
        "en",
        "2027-02-19",
        "2027-02-19",
        "",
        "It was moved to noon last month. Superintendent Gail Moore said there were 14 arrests at the last derby.",
    ),
    (
        "de",
        "2027-02-19",
        "2027-02-19",
        "",
        "Das Spiel wurde am Montag verlegt. Polizist Jan Roth sagte, beim letzten Derby habe es Festnahmen gegeben.",
    ),
    ("en", "2026-12-14", "2026-12-14", "", "Sergeant Irfan Malik said a woman in her 30s had stopped at the scene."),
    (
        "en",
        "2026-12-14",
        "2026-12-14",
        "../2026-11-30~",
        "June Petty said the county had promised a decision by the end of November.",
    ),
    (
        "de",
        "2026-03-18",
        "2026-03-18",
        "../2026-05-12",
        "Der Kurs werde sich bis zur Versammlung am 12. Mai kaum bewegen, sagte Sven Tiede.",
    ),
    (
        "en",
        "2026-10-05",
        "2026-10-05",
        "1984/..",
        "Dean Catherine Orme said the bell had rung well since he recast it in 1984.",
    ),
    (
        "en",
        "2026-06-12",
        "2026-06-12",
        "2025-07/..",
        "Manager Craig Lowe said that no written record had been made since July.",
    ),
    (
        "de",
        "2026-06-12",
        "2026-06-12",
        "2025-07-20/..",
        "Kassiererin Tina Ruge sagte, sie habe seit dem 20. Juli nichts aufgeschrieben.",
    ),
    # what did not happen "until" then happened then; what was last so is not of the day told before
    ("en", "2027-04-22", "2027-04-22", "2027-02", "Clerk Tina Rudge said he did not return to work until February."),
    (
        "de",
        "2027-04-22",
        "2027-04-22",
        "",
        "Am Montag war es voll. „So voll war es zuletzt vor der Pandemie“, sagte Tina Ruge.",
    ),
    (
        "de",
        "2026-10-19",
        "2026-10-19",
        "2026-10-19",
        "Kassiererin Tina Ruge sagte, sie werde noch im Laufe des Tages zahlen.",
    ),
    (
        "de",
        "2026-06-12",
        "2026-06-12",
        "2025-07-20/..",
        "Kassiererin Tina Ruge sagte, seit dem 20. Juli sei nichts gezahlt worden.",
    ),
    (
        "de",
        "2026-10-19",
        "2026-10-19",
        "2026-10-18",
        "In der Nacht zum Sonntag fehlte Geld. Er habe das erst am nächsten Morgen bemerkt, sagte Jan Roth.",
    ),
    # a figure beside that of a year earlier is of the quarter of the lead
    (
        "en",
        "2026-11-04",
        "2026-11-04",
        "2026-07/2026-09",
        "Ferry operator Quayline raised its forecast after carrying a record number of people in the three months to "
        "September.\n\nProfit rose to 88 million from 71 million a year earlier, chief executive Mairi Stroud said.",
    ),
    # an hour to come is of the match told of, not of what somebody names
    (
        "de",
        "2026-10-26",
        "2026-10-26",
        "2026-10-28",
        "Wesenau spielt am Mittwoch gegen Gral. Der Torwart werde am Dienstag operiert, sagte Bernd Lukas.\n\n"
        "Das Stadion öffne um 17 Uhr, teilte Eva Mohn mit.",
    ),
    # of a night the day that the hour is of
    (
        "de",
        "2026-11-12",
        "2026-11-12",
        "2026-02-13",
        "In der Nacht zum 14. Februar brannte das Haus ab. Am Abend habe er Streit gehört, sagte Jan Roth.",
    ),
    (
        "de",
        "2026-11-12",
        "2026-11-12",
        "2026-02-14",
        "In der Nacht zum 14. Februar brannte das Haus ab. Am Morgen habe er Rauch gerochen, sagte Jan Roth.",
    ),
    # the act is of the day, not what it counts
    (
        "en",
        "2026-10-27",
        "2026-10-27",
        "",
        "Sheriff Wade Hollis had put the number of homes at 200 earlier in the day.",
    ),
    # a court deals with what was long ago: a month without a year is the one beside the deed
    (
        "en",
        "2026-03-12",
        "2026-03-12",
        "2024-10",
        "The inquest is about a trawler that sank on 7 November 2024. Officer Neil Passmore said the radio had failed "
        "in October.",
    ),
    (
        "en",
        "2026-03-12",
        "2026-03-12",
        "2025-10",
        "The firm bought a trawler on 7 November 2024. Officer Neil Passmore said the radio had failed in October.",
    ),
    (
        "de",
        "2026-03-12",
        "2026-03-12",
        "2024-10",
        "Das Gericht verhandelt über einen Kutter, der am 7. November 2024 sank. Lotse Neil Passmore sagte, der Funk "
        "sei im Oktober ausgefallen.",
    ),
    (
        "en",
        "2026-03-12",
        "2026-03-12",
        "2021",
        "The raft was serviced in 2021. Officer Neil Passmore said he had found no defects then.",
    ),
    (
        "en",
        "2026-10-08",
        "2026-10-08",
        "../2026-12-25",
        "Harbour master Delroy Finch called for a vote before Christmas.",
    ),
    ("en", "2026-10-08", "2026-10-08", "2027-02", "Harbour master Delroy Finch announced closures in February."),
    ("en", "2026-10-08", "2026-10-08", "2026-11", "Harbour master Delroy Finch denied talks in November."),
    (
        "en",
        "2026-10-08",
        "2026-10-08",
        "2028/..",
        "The Port of Saltmarsh warned on Thursday of closures from 2028 unless the channel is dredged.",
    ),
    ("en", "2026-02-18", "2026-02-18", "2026-05", "In May, rail chief Tom Reeve said, the contract would be signed."),
    ("en", "2026-02-18", "2026-02-18", "2026-05", "Rail chief Tom Reeve said the May deadline would be met."),
    (
        "en",
        "2026-07-30",
        "2026-07-30",
        "2026-02",
        "Passenger Tina Rudge said she had booked in February for a wedding on 8 August.",
    ),
    (
        "en",
        "2026-07-30",
        "2026-07-30",
        "2026-04",
        "Clerk Tina Rudge said that after the accident on 3 March the council had banned lorries in April.",
    ),
    ("en", "2026-07-30", "2026-07-30", "", "Clerk Tina Rudge said the rent was higher than in 2019."),
    ("en", "2026-07-30", "2026-07-30", "", "Clerk Tina Rudge said the rent was high compared with last year."),
    (
        "en",
        "2026-01-07",
        "2025-12",
        "",
        "The inspectorate is to rule by 30 April. Minister Beth Oakden said in December that the site was ideal.",
    ),
    ("de", "2026-10-08", "2026-10-08", "2027-02", "Die Stadt kündigte am Donnerstag Schließungen im Februar an."),
    (
        "de",
        "2026-10-08",
        "2026-10-08",
        "../2026-12-25",
        "Die Stadt forderte am Donnerstag eine Entscheidung vor Weihnachten.",
    ),
    ("de", "2026-10-08", "2026-10-08", "2026-05", "Die Stadt bestritt am Donnerstag Gespräche im Mai."),
    (
        "de",
        "2026-07-30",
        "2026-07-30",
        "2026-02",
        "Kassiererin Tina Ruge sagte, sie habe im Februar Karten für das Konzert am 8. August gekauft.",
    ),
    (
        "de",
        "2026-07-30",
        "2026-07-30",
        "2026-04",
        "Kassiererin Tina Ruge sagte, nach dem Unfall am 3. März habe man im April die Ampel erneuert.",
    ),
    ("de", "2026-07-30", "2026-07-30", "", "Kassiererin Tina Ruge sagte, die Miete sei höher als im Vorjahr."),
    (
        "de",
        "2026-04-17",
        "2026-04-17",
        "2021",
        "„Vor fünf Jahren hatten wir keine Streife in der Nacht“, sagte Polizeichefin Ulla Brandis.",
    ),
    (
        "de",
        "2026-06-29",
        "2026-06-29",
        "",
        "Am Freitag klagte der Verein. Kämmerer Ole Binder sagte, ein Zuschuss sei nie zugesagt worden.",
    ),
    (
        "de",
        "2026-07-14",
        "2026-07-14",
        "2026-07-11",
        "Am Samstag brannte ein Wald. Wehrführer Ed Rehm sagte am Dienstag, um 16.20 Uhr sei ein Löschzug gekommen.",
    ),
    (
        "de",
        "2026-08-07",
        "2026-08-07",
        "2026-02",
        "„Vor einem halben Jahr hat er uns eine Garantie bis 2029 gegeben“, sagte Betriebsrätin Ulla Brandis.",
    ),
    (
        "de",
        "2026-10-22",
        "2026-10-22",
        "",
        "Ahlen, 22. Oktober 2026 (xyz) – Wirt Udo Rang sagte, die Kasse sei leer gewesen.",
    ),
    (
        "de",
        "2026-10-22",
        "2026-10-22",
        "2026-02-09",
        "Die Staatsanwaltschaft wirft ihm vor, am 9. Februar eine Radfahrerin erfasst und verletzt zu haben.",
    ),
    (
        "de",
        "2026-10-22",
        "2026-10-22",
        "2026-02-08",
        "Seit Mittwoch steht ein Fahrer vor Gericht. Am 9. Februar soll er eine Frau angefahren haben.\n\n"
        "Er räumte ein, am Abend zuvor getrunken zu haben.",
    ),
    (
        "de",
        "2027-03-02",
        "2027-03-02",
        "2027-02-28",
        "Am Sonntag brannte eine Fabrik. Verletzt wurde niemand, weil am Wochenende keiner arbeitet, sagte Tom Reiter.",
    ),
    (
        "de",
        "2027-03-02",
        "2027-03-02",
        "2027-02-28",
        "Am Sonntag brannte eine Fabrik. Man habe den Strom abgestellt, damit nichts passiere, sagte Wirt Tom Reiter.",
    ),
    (
        "de",
        "2027-03-02",
        "2027-03-02",
        "2027-02-28",
        "Zwei Tage nach dem Brand in Kolm suchen Ermittler nach der Ursache. Das Feuer war am Sonntagmorgen in der "
        "Halle ausgebrochen.\n\nWehrführer Tom Reiter sagte, 180 Kräfte seien bis in die Nacht im Einsatz gewesen.",
    ),
    (
        "de",
        "2026-08-07",
        "2026-08-07",
        "2026-08-05",
        "Am Mittwoch hat ein Mann eine Frau betrogen. Wie die Polizei am Freitag mitteilte, hatte er angerufen. "
        "Er habe behauptet, noch am selben Tag Geld zu brauchen.",
    ),
    (
        "de",
        "2026-10-08",
        "2026-10-08",
        "2026-10-09",
        "Am Montag beginnen die Ferien. Schon am Freitag werde es auf den Straßen eng, sagte Sprecher Tom Reiter.",
    ),
    (
        "de",
        "2026-06-30",
        "2026-06-30",
        "2024-02",
        "Die Schwimmerin ist gesperrt; sie hatte laut Verband im Februar 2024 zwei Tests verpasst.",
    ),
    (
        "de",
        "2026-11-03",
        "2026-11-03",
        "2030",
        "Die Leitung werde nicht wie geplant Ende 2028, sondern erst 2030 fertig, sagte Bauleiter Tom Reiter.",
    ),
    (
        "de",
        "2026-06-30",
        "2026-06-30",
        "2026-06-03",
        "Am 4. Juni wurde ein Schwimmer getestet. „Ich habe am Abend vor dem Test Tee getrunken“, sagte Tom Reiter.",
    ),
    (
        "de",
        "2027-02-24",
        "2027-02-24",
        "2025-09/..",
        "Der Versuch war im September 2025 gestartet. Der Verkehr sei seit Beginn des Versuchs gesunken, sagte Tom "
        "Reiter.",
    ),
    (
        "de",
        "2027-02-24",
        "2027-02-24",
        "2028-06-05",
        "„Nächstes Jahr beginnen wir am Pfingstmontag“, sagte Rennleiter Tom Reiter.",
    ),
    (
        "de",
        "2026-10-25",
        "2026-10-25",
        "2026-10-25",
        "In Ahlen hat ein Mann am Sonntag – vermutlich im Rausch – auf Passanten eingestochen. Er habe wahllos "
        "zugestochen, sagte Wirt Udo Rang.",
    ),
    (
        "de",
        "2027-03-02",
        "2027-03-02",
        "2027-12-25/..",
        "Der Betriebsrat rechnet mit einem Umzug nicht vor Weihnachten.",
    ),
    (
        "de",
        "2026-03-18",
        "2026-03-18",
        "2026-05",
        "Der Vertrag werde im Mai unterschrieben, sagte Bahnchef Tom Reiter.",
    ),
    (
        "en",
        "2026-03-18",
        "2026-03-18",
        "2027",
        "Chief Tom Reeve said spending would be about $120 million next year, down from $190 million in 2025.",
    ),
    (
        "en",
        "2026-11-06",
        "2026-11-06",
        "2026-02-11",
        "Tom Hall lit a fire on 12 February, the court heard on Thursday. He had been told the day before that he "
        "would lose his job at the end of the month, prosecutor Anita Reeve said.",
    ),
    (
        "en",
        "2026-06-18",
        "2026-06-18",
        "2026-06-20/2026-06-21",
        "Forecaster Una Reeve said there was a small chance that it would be broken this weekend.",
    ),
    (
        "en",
        "2026-06-18",
        "2026-06-18",
        "2003/..",
        "Forecaster Una Reeve said nine of the ten hottest Junes had come since 2003.",
    ),
    (
        "en",
        "2026-06-18",
        "2026-06-18",
        "",
        "Forecaster Una Reeve said it was the hottest June that the town has had since 2003.",
    ),
    (
        "en",
        "2026-03-18",
        "2025-23",
        "",
        "The inspector, Joan Reeve, found last fall that the structure was sound.",
    ),
    (
        "en",
        "2026-03-18",
        "2026-03-18",
        "",
        'In 1999 voters were told that the park would last. "This will be the last one," mayor Tom Reeve said.',
    ),
    (
        "en",
        "2026-03-18",
        "2026-03-18",
        "2026-03-18",
        "7.15am\n\nRain that began late on Monday has cut lines.\n\n7.40am\n\nSchools are shut.\n\n8.30am\n\nRain "
        "that began late on Monday has cut more lines. Grid chief Tom Reeve said 900 homes were dark at 6am.",
    ),
    (
        "en",
        "2026-10-14",
        "2026-10-14",
        "",
        "The tunnel has been shut since a fire broke out on 9 August. Secretary Tom Reeve said inspectors had found "
        "cracks.",
    ),
]


TAKEN_UP = [
    # language, about_date, sentence after one that tells of a time
    (
        "de",
        "../2027-05",
        "Die Brücke wird im Mai 2027 gesperrt. Bis dahin müsse eine Lösung her, sagte Bauherr Tom Reiter.",
    ),
    (
        "de",
        "2027-05",
        "Die Brücke wird im Mai 2027 gesperrt. Pendler müssten dann Umwege fahren, sagte Bauherr Tom Reiter.",
    ),
    (
        "de",
        "",
        "Die Brücke wird im Mai 2027 gesperrt. „Wenn der Bund nicht zahlt, dann zahlen wir“, sagte Bauherr Tom Reiter.",
    ),
    ("de", "", "Die Brücke wird im Mai 2027 gesperrt. Das Dach sei sicher, sagte Bauherr Tom Reiter."),
    (
        "de",
        "2019-05",
        "Die Brücke brannte im Mai 2019. Damals seien sechs Menschen verletzt worden, sagte Wirt Tom Reiter.",
    ),
    ("en", "../2027-05", 'The bridge will close in May 2027. "We will have a plan by then," mayor Tom Reeve said.'),
    ("en", "2027-05", "The bridge will close in May 2027. Mayor Tom Reeve said commuters would then face detours."),
    ("en", "2019-05/..", "The bridge burned in May 2019. Mayor Tom Reeve said nothing had been repaired since then."),
]


@pytest.mark.parametrize(("language", "about", "text"), TAKEN_UP)
def test_then_takes_up_the_time_told_before(language: str, about: str, text: str) -> None:
    _, statements = read(text, "2026-02-18", language)
    assert [one.about_date.value for one in statements] == [about]


@pytest.mark.parametrize(("language", "published", "said", "about", "text"), SPOKEN_OF)
def test_a_claim_speaks_of_its_own_time(language: str, published: str, said: str, about: str, text: str) -> None:
    _, statements = read(text, published, language)
    assert [(one.claim_date.value, one.about_date.value) for one in statements][-1] == (said, about)


def test_quoted_words_count_from_the_day_they_were_said() -> None:
    text = 'In June last year the firm said power would flow again "before next winter".'
    _, statements = read(text, "2025-12-03", "en")
    assert [(one.claim_date.value, one.about_date.value) for one in statements] == [("2024-06", "../2024-24")]


def test_a_time_parted_from_its_verb_by_the_frame_is_no_day_of_saying() -> None:
    _, statements = read("Im Mai, sagte Bahnchef Tom Reiter, werde man den Vertrag unterschreiben.", "2026-02-18")
    assert [one.claim_date.value for one in statements] == ["2026-02-18"]


INTERVIEW = """Leila Moore took over as head of Ash Hospital on 1 February. We met her on Wednesday.

Question: Why did you cancel the move?

Leila Moore: The building is not safe. The survey found water in the lift shafts. We told the board at once.

Question: And now?

Leila Moore: We will look at it again in the autumn."""


def test_answers_of_an_interview_were_given_on_the_day_that_its_head_tells() -> None:
    _, statements = read(INTERVIEW, "2027-02-19", "en")
    assert {one.claim_date.value for one in statements if one.speaker == "Leila Moore"} == {"2027-02-17"}


DATELINES = [
    # day of the head, text
    ("2026-09-08", "LEEDS, Sept. 8 - Tom Hall, who was held on April 19, 2025, is guilty, jurors said Tuesday."),
    ("2026-10-14", "LEEDS, Oct. 14 - It will not open before 2028, mayor Tom Reeve said Wednesday, as in 2023."),
    ("", "LEEDS, Oct. 14 - It has not opened since 2019, mayor Tom Reeve said Wednesday."),
]


@pytest.mark.parametrize(("day", "text"), DATELINES)
def test_the_year_of_a_dateline(day: str, text: str) -> None:
    _, statements = read(text, "", "en")
    assert {one.claim_date.value for one in statements} == {day}

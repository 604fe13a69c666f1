"""When an article was published, who wrote it and for whom: each with the words that say so."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text, notices
from claims.articles.header import read_header
from claims.articles.metadata import given_date
from claims.articles.stamps import find_stamps
from claims.models import Basis, SegmentKind

BODY = """\
Der Stadtrat von Ostrau hat am Dienstag über den Umbau der Brücke gestritten. Am 1. Mai 1962 wurde sie eröffnet.

„Wir haben kein Geld“, sagte Kämmerin Lea Busch. Der Umbau der Brücke koste bis 31.12.2029 neun Millionen Euro.
"""
ENGLISH = """\
The town council of Ashmere argued about the bridge on Tuesday. It was opened on May 1, 1962, the mayor said.

"We have no money," treasurer Lea Bush said. Rebuilding the bridge would cost nine million pounds by 2029.
"""


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("18.02.2025 - 14:54 Uhr", "2025-02-18"),
        ("20.10.2025 - 17:28:13", "2025-10-20"),
        ("Veröffentlicht am 11. November 2025 um 19:22 Uhr", "2025-11-11"),
        ("Stand: 21.06.2025 • 16:30 Uhr", "2025-06-21"),
        ("Montag, 3. März 2025", "2025-03-03"),
        ("Von Jule Amsel | 03.05.25, 12:30 Uhr", "2025-05-03"),
        ("Ostrauer Bote, 2. Juni 2025", "2025-06-02"),
        ("2025-06-02", "2025-06-02"),
        ("17.12.2025 | Reisezeit aktuell", "2025-12-17"),
        ("Gesundheit heute – Freitag, 20. Februar 2026", "2026-02-20"),
        ("Von unserem Mitarbeiter, 21. August 2025", "2025-08-21"),
    ],
)
def test_german_date_lines(line: str, value: str) -> None:
    article = article_from_text(f"Streit um die Brücke in Ostrau\n{line}\n\n{BODY}")
    assert article.published.value == value
    assert article.published.basis is Basis.EXPLICIT
    assert article.published.text in line
    span = article.published.span
    assert span is not None
    assert article.text[span.start : span.end] in line


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: 3 May 2025, 14:05 BST", "2025-05-03"),
        ("Published 6:02 PM EDT, October 14, 2025", "2025-10-14"),
        ("Tue 4 Mar 2025 18.22 GMT", "2025-03-04"),
        ("Jan. 9, 2026 7:15 pm ET", "2026-01-09"),
        ("17 July 2025", "2025-07-17"),
        ("By Ann Lee in Ashmere, 3 May 2025", "2025-05-03"),
        ("By Ann Lee on 3 May 2025", "2025-05-03"),
        ("By Our Health Correspondent, May 3, 2025", "2025-05-03"),
    ],
)
def test_english_date_lines(line: str, value: str) -> None:
    assert article_from_text(f"Row over the bridge in Ashmere\n{line}\n\n{ENGLISH}").published.value == value


def test_published_goes_before_updated() -> None:
    text = f"Streit um die Brücke in Ostrau\nAktualisiert: 05.03.2025\nVeröffentlicht: 03.03.2025\n\n{BODY}"
    assert article_from_text(text).published.value == "2025-03-03"


@pytest.mark.parametrize(
    ("opening", "value", "agency"),
    [
        ("BERLIN, 3. Mai 2025 (dpa) – ", "2025-05-03", "dpa"),
        ("Berlin (dpa) - ", "", "dpa"),
        ("Hamburg/Kiel (Nordpresse Nachrichtenagentur) – ", "", "Nordpresse Nachrichtenagentur"),
        ("Berlin (dapd). ", "", "dapd"),
        ("OSTRAU. ", "", ""),
        ("OSTRAU: ", "", ""),
        ("OSTRAU, 14. November 2025. ", "2025-11-14", ""),
        ("Bad Ostrau, 14.11.2025 – ", "2025-11-14", ""),
        ("OSTRAU, 3. Mai 2025 (mna): ", "2025-05-03", "mna"),
        ("Ostrau – ", "", ""),
        ("13 July 2026 - ", "2026-07-13", ""),
        ("13 July 2026. ", "2026-07-13", ""),
        ("Montag, 13. Juli 2026 – ", "2026-07-13", ""),
        ("13.07.2026 | ", "2026-07-13", ""),
        ("13 July 2026, Ashmere - ", "2026-07-13", ""),
        ("Ashmere (AP) July 13, 2026 - ", "2026-07-13", "AP"),
        ("15. Mai 2025, dpa. ", "2025-05-15", "dpa"),
        ("Ostrau (dpa) - 15. Mai 2025. ", "2025-05-15", "dpa"),
        ("15. Mai 2025 (dpa) – ", "2025-05-15", "dpa"),
        ("Ostrau (15. Mai 2025) - ", "2025-05-15", ""),
        ("Ostrau. 15. Mai 2025. ", "2025-05-15", ""),
        ("15.05.2025, 14:30 Uhr | ", "2025-05-15", ""),
    ],
)
def test_datelines(opening: str, value: str, agency: str) -> None:
    article = article_from_text(f"Streit um die Brücke in Ostrau\n\n{opening}{BODY}")
    assert article.published.value == value
    assert article.agency == agency
    line = next(one for one in article.segments if one.why == "dateline")
    assert article.text[line.start : line.end] == opening.strip()
    assert any(article.text[one.start :].startswith("Der Stadtrat") for one in article.readable())


def test_dateline_without_a_year_is_no_date_and_says_so() -> None:
    article = article_from_text(f"Row over the bridge\n\nASHMERE, May 3 (Reuters) - {ENGLISH}")
    assert article.published.value == ""
    assert article.agency == "Reuters"
    (notice,) = notices(article)
    assert notice.key == "notice.dateline_without_year"
    assert "May 3" in notice.values["words"]


def test_caption_dates_an_article_that_has_no_other_date() -> None:
    caption = "10.07.2025, Ostrau: Die gesperrte Brücke am Ufer. Foto: Kim Ohm/dpa"
    article = article_from_text(f"Streit um die Brücke in Ostrau\n\n{caption}\n\n{BODY}")
    assert (article.published.value, article.published.basis) == ("2025-07-10", Basis.INFERRED)
    (notice,) = notices(article)
    assert (notice.key, notice.values["date"]) == ("notice.caption_date", "2025-07-10")


def test_given_date_wins_over_the_caption() -> None:
    caption = "10.07.2025, Ostrau: Die gesperrte Brücke am Ufer. Foto: Kim Ohm/dpa"
    article = article_from_text(f"Streit um die Brücke\n\n{caption}\n\n{BODY}", published="2025-07-11")
    assert article.published.value == "2025-07-11"


@pytest.mark.parametrize(
    "below",
    [
        "Weitere Meldungen\n\nBrücke in Holm gesperrt (Ausland, 01.02.2026 - 03:58) weiterlesen...",
        "Mehr zum Thema\n\nBrücke in Holm gesperrt\n\n01.02.2026",
        "Hintergrund\nDer Rat hat 40 Sitze.\nStand: 15.01.2026",
    ],
)
def test_dates_of_others_never_count(below: str) -> None:
    assert article_from_text(f"Streit um die Brücke in Ostrau\n\n{BODY}\n{below}\n").published.value == ""


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Von Jule Amsel", "Jule Amsel"),
        ("von Jule Amsel und Tim Brandt, Ostrau", "Jule Amsel und Tim Brandt"),
        ("By Ann Lee", "Ann Lee"),
        ("Text: Jule Amsel", "Jule Amsel"),
        ("Von unserem Korrespondenten", ""),
        ("By Our Europe Correspondent", "Our Europe Correspondent"),
    ],
)
def test_authors(line: str, author: str) -> None:
    assert article_from_text(f"Streit um die Brücke in Ostrau\n{line}\n\n{BODY}").author == author


@pytest.mark.parametrize(
    ("mark", "agency"),
    [("(afp/red)", "AFP"), ("(nordpress)", "nordpress"), ("(mb)", ""), ("dpa", "dpa"), ("Quelle: dpa", "dpa")],
)
def test_agencies(mark: str, agency: str) -> None:
    found = article_from_text(f"Streit um die Brücke in Ostrau\n\n{BODY}\n{mark}\n").agency
    assert found.lower() == agency.lower()


HEADER = (
    "Title: Streit um die Brücke\nPublished: 2025-05-03 14:10\nPublisher: Ostrauer Bote\n"
    "URL: https://ostrau.example/1\nArchive-URL: https://archive.example/1\nAuthor: Jule Amsel\nAgency: dpa\n\n"
)


def test_header_block() -> None:
    article = article_from_text(
        HEADER + BODY, title="A", publisher="B", published="2020-01-01", url="https://c.example"
    )
    assert article.title == "Streit um die Brücke"
    assert article.publisher == "Ostrauer Bote"
    assert article.published.value == "2025-05-03"
    assert article.url == "https://ostrau.example/1"
    assert article.archive_url == "https://archive.example/1"
    assert (article.author, article.agency) == ("Jule Amsel", "dpa")
    titles = [article.text[one.start : one.end] for one in article.segments if one.kind is SegmentKind.TITLE]
    assert titles == ["Streit um die Brücke"]


def test_german_header_names_and_a_note_above() -> None:
    text = f"Ein Übungstext.\nTitel: Streit um die Brücke\nDatum: 3.5.2025\nMedium: Ostrauer Bote\nAdresse: https://o.example/1\n\n{BODY}"
    article = article_from_text(text)
    assert (article.title, article.publisher) == ("Streit um die Brücke", "Ostrauer Bote")
    assert (article.published.value, article.url) == ("2025-05-03", "https://o.example/1")


def test_headline_below_the_header_is_the_title_once() -> None:
    article = article_from_text(HEADER + "Streit um die Brücke\n\n" + BODY)
    titles = [one.start for one in article.segments if one.kind is SegmentKind.TITLE]
    assert titles == [article.text.rindex("Streit um die Brücke")]


def test_a_colon_in_the_story_is_no_header() -> None:
    assert read_header("Datum: unbekannt\nDer Rat tagt.").end == 0
    assert read_header("Minister: Wir haben Zeit\nSprecher: Nein\n\nText").end == 0


def test_header_date_that_cannot_be_read_is_noticed() -> None:
    article = article_from_text("Title: Streit\nPublished: neulich\n\n" + BODY)
    assert article.published.value == ""
    assert notices(article)[0].key == "notice.bad_date"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-10-21", "2025-10-21"),
        ("2025-10-21T08:00:00+02:00", "2025-10-21"),
        ("2025-10", "2025-10"),
        ("2025", "2025"),
        ("21.10.2025", "2025-10-21"),
        ("21. Oktober 2025", "2025-10-21"),
        ("October 21, 2025", "2025-10-21"),
        ("31.02.2025", ""),
        ("21. Oktober", ""),
        ("neulich", ""),
    ],
)
def test_given_dates(text: str, value: str) -> None:
    assert given_date(text) == value


def test_slashes_are_read_as_in_britain_unless_they_cannot_be() -> None:
    assert [one.value for one in find_stamps("5/3/2025 and 5/23/2025")] == ["2025-03-05", "2025-05-23"]
    assert find_stamps("5/3/2025", month_first=True)[0].value == "2025-05-03"


def test_numbers_that_are_no_dates() -> None:
    assert find_stamps("Telefon 0555.12.34, Version 3.5.1, 45.13.2025, 1.200 Euro, Seite 5 von 10") == []
    assert [one.value for one in find_stamps("IP 10.12.25.1 und Version 1.2.2025.3")] == []

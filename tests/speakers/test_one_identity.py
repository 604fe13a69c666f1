"""One speaker under several names over articles: offices told by another's, former holders, short names of bodies."""

from __future__ import annotations

import pytest

from claims.articles import article_from_text
from claims.models import Statement
from claims.pipeline import extract, relate
from claims.speakers.names import same_person
from claims.speakers.organisations import organisation_key
from claims.speakers.posts import post

Text = tuple[str, str]  # language and text


def said(*texts: Text) -> list[Statement]:
    articles = [
        article_from_text(text, publisher=f"Outlet {n}", published=f"2026-05-1{n}", language=language)
        for n, (language, text) in enumerate(texts)
    ]
    return list(relate(articles, [s for article in articles for s in extract(article)]).statements)


def one(statements: list[Statement], *claims: str) -> bool:
    """Whether the statements that hold these words have one speaker."""
    found = [next(s for s in statements if words in s.claim) for words in claims]
    return len({s.speaker_id for s in found}) == 1


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("früherer Bürgermeister", "former mayor"),
        ("Eigentümer", "owner"),
        ("Regierungssprecherin", "government spokeswoman"),
        ("Zollsprecher", "customs spokesman"),
    ],
)
def test_one_post_in_two_languages(german: str, english: str) -> None:
    one, other = post(german, "de"), post(english, "en")
    assert one is not None
    assert other is not None
    assert one.may_be(other)


def test_who_held_an_office_is_not_who_holds_it() -> None:
    former, present = post("former mayor", "en"), post("mayor", "en")
    assert former is not None
    assert present is not None
    assert not former.may_be(present)


DAM = "Cellwick dam leaks\n\nThe former mayor of Cellwick, Bert Lomas, said the dam in Cellwick was safe in his day. "


def test_the_former_holder_and_the_successor() -> None:
    found = said(
        ("en", DAM + "His successor, Anita Rusk, said it had leaked for years. The mayor said repairs would start."),
        ("de", "Streit um Damm in Cellwick\n\nDer frühere Bürgermeister sagte, in Cellwick habe nie etwas geleckt."),
    )
    assert one(found, "leaked for years", "repairs would start")
    assert one(found, "safe in his day", "nie etwas geleckt")
    assert not one(found, "safe in his day", "repairs would start")


def test_a_deputy_told_by_whose() -> None:
    found = said(
        ("en", "Fish quota splits Morland\n\nFisheries in Morland are shrinking. Finance minister Ola Brekke said the "
               "quota stays. Her deputy, Nils Torp, said it may fall."),
        ("de", "Morland streitet über Fangquote\n\nFinanzministerin Ola Brekke sagte, die Quote in Morland bleibe. "
               "Ihr Stellvertreter sagte, sie werde sinken."),
    )  # fmt: skip
    assert one(found, "it may fall", "werde sinken")
    assert not one(found, "quota stays", "werde sinken")


def test_a_firm_by_its_first_word() -> None:
    lines = ("en", "Tug sinks off Pellan\n\nThe operator, Marrick Towage, said the tug was sound.")
    short = ("en", "Pellan tug: crew heard\n\nMarrick said the crew had been trained off Pellan.")
    assert one(said(lines, short), "tug was sound", "been trained")
    town = (short[0], short[1] + " Two hundred people live in Marrick.")
    assert not one(said(lines, town), "tug was sound", "been trained")


def test_a_union_by_its_short_form_and_what_it_is() -> None:
    found = said(
        ("de", "Streik in Ulmede\n\nDie Gewerkschaft Bahn und Bus (GBB) erklärte, in Ulmede streikten 400 Fahrer."),
        ("en", "Buses stand still in Ulmede\n\nThe GBB union said 500 drivers had walked out in Ulmede."),
    )
    assert one(found, "400 Fahrer", "500 drivers")


@pytest.mark.parametrize(
    ("one_name", "other"),
    [
        ("foreign ministry of Tarnov", "tarnovisches Außenministerium"),
        ("Rotes Kreuz", "Red Cross"),
        ("Ärzte ohne Grenzen", "Doctors Without Borders"),
        ("Europäische Arzneimittelagentur", "EMA"),
    ],
)
def test_one_body_in_two_languages(one_name: str, other: str) -> None:
    assert organisation_key(one_name) == organisation_key(other)


def test_bodies_of_two_stay_two() -> None:
    assert organisation_key("städtische Polizei") != organisation_key("Polizei Stadt")
    assert organisation_key("Deutsches Rotes Kreuz") != organisation_key("Rotes Kreuz")


@pytest.mark.parametrize(
    ("one_name", "other", "same"),
    [
        ("Abdul Karim al-Hamdi", "Abdelkarim al-Hamdi", True),
        ("Abdulkarim Saleh", "Abdulrahman Saleh", False),
        ("Zhao", "Zhao Minghua", True),
        ("Kim", "Kim Fischer", False),
        ("Sofia Anagnostiou", "Sofia Anagnostiu", True),
        ("Iryna Paschyna", "Irina Pashina", True),
    ],
)
def test_spellings_of_a_person(one_name: str, other: str, same: bool) -> None:
    assert same_person(one_name, other) is same


def test_two_namesakes_are_told_apart_by_their_posts() -> None:
    found = said(
        ("de", "Zwei Kolbs, ein Kraftwerk\n\nDie Vorsitzende des Mieterbunds, Ute Kolb, sagte, die Miete in Resten "
               "steige. Kraftwerkschef Jan Kolb sagte, der Strom in Resten werde billig."),
        ("de", "Kraftwerk Resten geht ans Netz\n\nVerbandschefin Kolb sagte, die Mieter in Resten zahlten drauf."),
    )  # fmt: skip
    assert not one(found, "werde billig", "zahlten drauf")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Die Chefin von Nordgas sprach von „Panik an den Märkten“.", "Chefin von Nordgas"),
        ("Von „Panik“ sprach die Chefin von Nordgas.", "Chefin von Nordgas"),
        ("Die Ministerin sprach am Montag von einem Fehler von Herrn Kolb.", "Ministerin"),
    ],
)
def test_the_preposition_of_the_speaker_is_not_the_verbs(sentence: str, speaker: str) -> None:
    found = said(("de", f"Meldung aus Olm\n\n{sentence}"))
    assert [s.speaker for s in found] == [speaker]

"""Offices across articles and languages, and who held them on a day by the file of public figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.articles import article_from_text
from claims.errors import LexiconError
from claims.models import Speaker, Statement
from claims.speakers import Aliases, identify, public, resolve
from claims.speakers.offices import office
from claims.statements import find


def said(text: str, language: str, published: str = "2024-05-06") -> list[Statement]:
    article = article_from_text(text, publisher="Test", published=published, language=language)
    return resolve(article, find(article))


def speakers(*statements: list[Statement], aliases: Aliases = Aliases()) -> list[Speaker]:  # noqa: B008
    return identify([item for part in statements for item in part], aliases=aliases)[1]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Sprecherin des russischen Außenministeriums", "Russian Foreign Ministry spokeswoman"),
        ("russischer Außenminister", "Russian foreign minister"),
        ("polnische Verteidigungsministerin", "Polish defense minister"),
        ("US-Präsident", "US president"),
        ("Kremlsprecher", "Kremlin spokesman"),
        ("EU-Kommissionspräsidentin", "European Commission President"),
        ("Nato-Generalsekretär", "NATO Secretary General"),
        ("stellvertretender ukrainischer Außenminister", "Ukrainian deputy foreign minister"),
    ],
)
def test_one_office_in_two_languages(german: str, english: str) -> None:
    one, other = office(german, "de"), office(english, "en")
    assert one is not None
    assert other is not None
    assert one.key == other.key


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("früherer russischer Außenminister", "de"),
        ("damalige polnische Verteidigungsministerin", "de"),
        ("Ex-Kanzler", "de"),
        ("former Polish defence minister", "en"),
        ("Außenminister", "de"),  # of which country?
        ("spokesman", "en"),
        ("Vereinspräsident", "de"),
    ],
)
def test_what_names_no_office(phrase: str, language: str) -> None:
    assert office(phrase, language) is None


def test_the_ministry_of_another_country_is_another_office() -> None:
    keys = {office(f"Sprecher des {country} Außenministeriums", "de").key for country in ("russischen", "polnischen")}  # type: ignore[union-attr]
    assert len(keys) == 2


NAMED = "Die Sprecherin des norwegischen Außenministeriums, Ingvild Moe, sagte, die Gespräche seien gescheitert."


def test_a_role_here_and_the_name_there_are_one_speaker() -> None:
    role = said("The talks had failed, the Norwegian Foreign Ministry's spokeswoman said.", "en")
    found = speakers(said(NAMED, "de"), role)
    assert [speaker.name for speaker in found] == ["Ingvild Moe"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks had failed, the Danish Foreign Ministry's spokeswoman said.",
        "The talks had failed, a spokeswoman for the Norwegian Foreign Ministry said.",
        "The talks had failed, the Norwegian Foreign Ministry's spokesman said.",
    ],
)
def test_another_country_an_unknown_one_and_another_sex_stay_apart(text: str) -> None:
    assert len(speakers(said(NAMED, "de"), said(text, "en"))) == 2


def test_two_holders_in_the_case_leave_the_office_alone() -> None:
    other = said("Norwegian Foreign Ministry spokeswoman Liv Aas said the talks had failed.", "en")
    role = said("The talks had failed, the Norwegian Foreign Ministry's spokeswoman said.", "en")
    assert len(speakers(said(NAMED, "de"), other, role)) == 3


@pytest.mark.parametrize(
    ("day", "name"),
    [("2024-05-06", "Annalena Baerbock"), ("2025-06-01", "Johann Wadephul"), ("2019", "Heiko Maas")],
)
def test_an_office_is_held_by_who_held_it_on_the_day(day: str, name: str) -> None:
    text = (
        "Die Lage sei ernst, sagte die deutsche Außenministerin."
        if "Baerbock" in name
        else ("Die Lage sei ernst, sagte der deutsche Außenminister.")
    )
    assert [item.speaker for item in said(text, "de", day)] == [name]


def test_a_former_office_and_an_unnamed_country_are_nobodys() -> None:
    assert (
        said("Die Lage sei ernst, sagte der frühere deutsche Außenminister.", "de", "2024-05-06")[0].speaker_kind
        == "unnamed"
    )
    assert said("Die Lage sei ernst, sagte der Außenminister.", "de", "2024-05-06")[0].speaker_kind == "unnamed"


def test_the_article_itself_wins() -> None:
    text = "Der deutsche Außenminister Jost Kamphoff reiste ab. Die Lage sei ernst, sagte der Außenminister."
    assert [item.speaker for item in said(text, "de", "2024-05-06")] == ["Jost Kamphoff"]


def test_listed_spellings_are_one_and_the_users_split_wins() -> None:
    german = said("Die Lage sei ernst, sagte Péter Szijjártó.", "de")
    swapped = said("The situation was serious, Szijjártó Péter said.", "en")
    assert len(speakers(german, swapped)) == 1
    apart = Aliases(split=(("Péter Szijjártó", "Szijjártó Péter"),))
    assert len(speakers(german, swapped, aliases=apart)) == 2


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(public, "user_data_folder", lambda: tmp_path)
    caches = (public.people, public._terms, public._by_name)
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(public, "_cleared", caches, raising=False)
    return tmp_path


def test_a_newsrooms_own_file_is_added(own_folder: Path) -> None:
    text = '[[people]]\nnames = ["Runa Skov"]\nheld = ["foreign_minister:NZ 2020-01-01/"]\n'
    (own_folder / "people.toml").write_text(text, encoding="utf-8")
    try:
        found = said("Die Lage sei ernst, sagte die neuseeländische Außenministerin.", "de", "2024-05-06")
    finally:
        for cached in public._cleared:  # type: ignore[attr-defined]
            cached.cache_clear()
    assert [item.speaker for item in found] == ["Runa Skov"]


@pytest.mark.parametrize(("day", "named"), [("2024-05-06", True), ("2025-05-06", False)])
def test_an_office_still_held_is_trusted_up_to_the_day_the_file_names(own_folder: Path, day: str, named: bool) -> None:
    entry = '[[people]]\nnames = ["Runa Skov"]\nheld = ["foreign_minister:NZ 2020-01-01/"]\n'
    (own_folder / "people.toml").write_text(f'known_until = "2024-12-31"\n{entry}', encoding="utf-8")
    try:
        found = said("Die Lage sei ernst, sagte die neuseeländische Außenministerin.", "de", day)
    finally:
        for cached in public._cleared:  # type: ignore[attr-defined]
            cached.cache_clear()
    assert [item.speaker == "Runa Skov" for item in found] == [named]


def test_a_wrong_entry_is_told(own_folder: Path) -> None:
    text = '[[people]]\nnames = ["Runa Skov"]\nheld = ["foreign_minister DK since 2030"]\n'
    (own_folder / "people.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"people\.toml: held: .* correct that entry"):
        public.people()


def test_every_office_of_the_file_is_known_and_every_term_in_order() -> None:
    from claims.language.lexicon import load
    from claims.speakers.offices import OfficeWords

    words = load("de", "offices", OfficeWords)
    kinds = {*words.country, *words.body, *words.speaking}
    for person in public.people():
        for held in person.held:
            key, term = public._term(held, person)
            assert key.partition(":")[0].removeprefix("deputy.") in kinds, held
            assert not term.end or term.start <= term.end, held

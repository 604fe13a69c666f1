"""One identity per speaker: persons across spellings, institutions across languages, users' decisions on top."""

from __future__ import annotations

import pytest

from claims.models import Span, SpeakerKind, Statement
from claims.speakers import Aliases, identify, party_key


def said(speaker: str, kind: SpeakerKind = SpeakerKind.PERSON, article: str = "a", language: str = "de") -> Statement:
    return Statement(
        id=f"{article}:{speaker}",
        article_id=article,
        language=language,
        quote="x",
        char_start=0,
        char_end=1,
        claim="x",
        claim_spans=(Span(0, 1),),
        mention=speaker,
        speaker=speaker,
        speaker_kind=kind,
    )


def ids(*statements: Statement, aliases: Aliases | None = None) -> list[str]:
    marked, _ = identify(statements, aliases=aliases or Aliases())
    return [s.speaker_id for s in marked]


def test_transcriptions_of_one_name_are_one_speaker() -> None:
    a, b, c = ids(said("Andrej Worobjow"), said("Andrei Vorobyov", language="en"), said("Андрей Воробьёв"))
    assert a == b == c


def test_the_surname_alone_joins_the_only_bearer() -> None:
    a, b = ids(said("Jana Trautwein"), said("Trautwein", article="b"))
    assert a == b


def test_the_surname_alone_stays_apart_from_two_bearers() -> None:
    a, b, c = ids(said("Jana Trautwein"), said("Kai Trautwein"), said("Trautwein", article="b"))
    assert len({a, b, c}) == 3


@pytest.mark.parametrize(("a", "b"), [("Michael Weber", "Martina Weber"), ("Olga Sorokina", "Oleg Sorokin")])
def test_other_given_names_and_gendered_endings_stay_apart(a: str, b: str) -> None:
    assert len(set(ids(said(a), said(b)))) == 2


def test_ministries_join_by_country_across_languages() -> None:
    government = SpeakerKind.GOVERNMENT
    russian, english, chinese = ids(
        said("russisches Außenministerium", government),
        said("Russian Foreign Ministry", government, language="en"),
        said("chinesisches Außenministerium", government),
    )
    assert russian == english != chinese


def test_unnamed_groups_stay_in_their_article() -> None:
    unnamed = SpeakerKind.UNNAMED
    a, b, c = ids(said("Experten", unnamed), said("Experten", unnamed), said("Experten", unnamed, article="b"))
    assert a == b != c


def test_a_users_merge_and_split_win() -> None:
    merged = ids(said("Jana Trautwein"), said("J. T. Wein"), aliases=Aliases(merge=(("Jana Trautwein", "J. T. Wein"),)))
    assert len(set(merged)) == 1
    split = ids(said("Jurij Below"), said("Yuri Belov"), aliases=Aliases(split=(("Jurij Below", "Yuri Belov"),)))
    assert len(set(split)) == 2


def test_party_keys_cross_languages_and_capitals() -> None:
    assert party_key("Russland") == party_key("Russia") == party_key("Moskau") != party_key("China")


def test_the_order_of_statements_changes_nothing() -> None:
    statements = [
        said("Andrej Worobjow"),
        said("Andrei Vorobyov", article="b", language="en"),
        said("Worobjow", article="c"),
    ]
    forward, speakers = identify(statements)
    backward, again = identify(statements[::-1])
    assert [s.speaker_id for s in forward] == [s.speaker_id for s in backward[::-1]]
    assert speakers == again


def test_a_surname_of_several_is_one_speaker_in_one_article_only() -> None:
    full = [said("Jana Trautwein"), said("Kai Trautwein")]
    b, c = ids(*full, said("Trautwein", article="b"), said("Trautwein", article="c"))[2:]
    assert b != c


def test_the_same_office_tells_namesakes_apart() -> None:
    mayor = said("Jana Trautwein").model_copy(update={"speaker_role": "Bürgermeisterin"})
    coach = said("Kai Trautwein").model_copy(update={"speaker_role": "Trainer"})
    bare = said("Trautwein", article="b").model_copy(update={"speaker_role": "Trainer"})
    first, second, third = ids(mayor, coach, bare)
    assert third == second != first


def test_bare_nouns_for_bodies_of_which_there_are_many_stay_in_their_article() -> None:
    organisation = SpeakerKind.ORGANISATION
    a, b, c, d = ids(
        said("Polizei", organisation),
        said("Polizei", organisation, article="b"),
        said("Rechnungshof", organisation),
        said("Rechnungshof", organisation, article="b"),
    )
    assert a != b
    assert c == d


def test_a_bare_proper_name_is_the_company_of_that_name() -> None:
    a, b = ids(said("Velaris", SpeakerKind.ORGANISATION), said("Velaris", article="b"))
    assert a == b


def test_acronym_and_long_form_are_one_body_in_either_language() -> None:
    organisation = SpeakerKind.ORGANISATION
    names = ("EU-Kommission", "Europäische Kommission", "European Commission")
    assert len(set(ids(*(said(name, organisation) for name in names)))) == 1


def test_the_interface_language_and_then_the_fullest_spelling_name_the_speaker() -> None:
    statements = [
        said("Andrej Worobjow"),
        said("Andrei Vorobyov", language="en"),
        said("Andrei Vorobyov", language="en"),
    ]
    assert [identify(statements, language=code)[1][0].name for code in ("de", "en")] == [
        "Andrej Worobjow",
        "Andrei Vorobyov",
    ]


def test_a_body_and_its_short_form_are_one_speaker() -> None:
    body = SpeakerKind.ORGANISATION
    both, short, long, other = ids(
        said("Deutscher Wetterbund (DWB) in Kassel", body),
        said("DWB", body, article="b"),
        said("Deutscher Wetterbund", body, article="c"),
        said("DWV", body, article="d"),
    )
    assert both == short == long != other


def test_an_office_of_a_place_that_no_list_has_is_one_in_both_languages() -> None:
    from claims.speakers.organisations import organisation_key

    for one, other in (
        ("Außenministerium in Belmar", "Belmar's foreign ministry"),
        ("Verteidigungsministerium in Tarvien", "Tarvia's defence ministry"),
        ("Polizei in Nordau", "Nordau police"),
        ("Auswärtiges Amt", "Germany's foreign ministry"),
        ("US-Außenministerium", "State Department"),
    ):
        assert organisation_key(one) == organisation_key(other)
    for one, other in (
        ("Außenministerium in Belmar", "Tarvia's foreign ministry"),
        ("Außenministerium in Belmar", "foreign ministry"),
        ("Police Federation", "Nordau police"),
        ("Foreign Office", "State Department"),
    ):
        assert organisation_key(one) != organisation_key(other)

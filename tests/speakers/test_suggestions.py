"""What is shown to a person because nothing joins it: look-alike letters, names nearly the same."""

from __future__ import annotations

from claims.models import Speaker, SpeakerKind
from claims.speakers import suggest


def person(name: str) -> Speaker:
    return Speaker(id=f"sp_{name}", name=name, kind=SpeakerKind.PERSON)


def pairs(*names: str) -> set[tuple[frozenset[str], str]]:
    return {(frozenset((s.name_a, s.name_b)), s.why) for s in suggest([person(name) for name in names])}


def test_letters_of_another_alphabet_are_flagged() -> None:
    assert pairs("Maria Orlowa", "Maria Orlоwa") == {(frozenset(("Maria Orlowa", "Maria Orlоwa")), "look_alike")}


def test_a_slip_of_the_pen_is_proposed_and_another_person_is_not() -> None:
    assert pairs("Bernd Riexinger", "Bernd Rixinger", "Berta Riexinger") == {
        (frozenset(("Bernd Riexinger", "Bernd Rixinger")), "similar")
    }


def test_organisations_are_left_alone() -> None:
    bank = Speaker(id="sp_1", name="Nordbank", kind=SpeakerKind.ORGANISATION)
    assert suggest([bank, bank.model_copy(update={"id": "sp_2", "name": "Nordbanc"})]) == []


def test_the_order_of_speakers_changes_nothing_and_no_pair_comes_twice() -> None:
    people = [person(name) for name in ("Bernd Riexinger", "Bernd Rixinger", "Bernt Riexinger")]
    assert suggest(people) == suggest(people[::-1])
    assert len({(s.a, s.b) for s in suggest(people)}) == len(suggest(people))

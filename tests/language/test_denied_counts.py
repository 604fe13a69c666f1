"""None of the people whom the noun before the verb names: "Verletzte habe es nicht gegeben"."""

import pytest

from claims import find_quantities


@pytest.mark.parametrize(
    ("text", "thing", "state"),
    [
        ("Verletzte habe es bei dem Unglück nicht gegeben.", "Verletzte", "injured"),
        ("Die Leitstelle meldete, Schwerverletzte gebe es nicht.", "Schwerverletzte", "injured"),
        ("Todesopfer sind nicht zu beklagen.", "Todesopfer", "killed"),
        ("Zivile Opfer gab es nicht, heißt es.", "Zivile Opfer", "killed"),
        ("Festnahmen hat es bis zum Abend nicht gegeben.", "Festnahmen", "arrested"),
    ],
)
def test_none_of_them(text: str, thing: str, state: str) -> None:
    (found,) = find_quantities(text, language="de")
    assert (found.value, found.unit, found.thing, found.state) == (0.0, "person", thing, state)
    assert text[slice(*found.span)] == thing


@pytest.mark.parametrize(
    "text",
    [
        "Verletzte gab es nicht nur in der Halle.",
        "Vermisste gibt es nicht mehr.",
        "Die Verletzten habe es nicht gegeben.",
        "Schäden habe es nicht gegeben.",
        "Kinder seien dort nicht zu sehen.",
        "Den Verletzten gehe es nicht gut.",
    ],
)
def test_something_else_is_denied(text: str) -> None:
    assert not find_quantities(text, language="de")


def test_the_figures_around_it_stay_in_order() -> None:
    found = find_quantities("Tote gab es bei den drei Angriffen nicht.", language="de")
    assert [quantity.value for quantity in found] == [0.0, 3.0]

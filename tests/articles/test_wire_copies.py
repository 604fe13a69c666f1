"""Copies of one agency text are told from two reports of one event."""

from __future__ import annotations

import itertools

from claims.articles import article_from_text
from claims.articles.copies import mark_copies

WIRE = """\
Nach elf Tagen haben die Hafenarbeiter in Tarsk ihren Streik beendet. Die Gewerkschaft habe dem Angebot der Reeder
zugestimmt, sagte Verhandlungsführer Milos Jerek am Mittwoch. Die Reeder sprachen von einem fairen Kompromiss.

Einzelheiten nannten sie nicht. Regierungschefin Anta Selmer zeigte sich erleichtert über das Ende.
"""
OTHER = """\
In Tarsk wird wieder gearbeitet: Der Streik der Hafenarbeiter ist vorbei. Verhandlungsführer Milos Jerek sagte, man
habe sich mit den Reedern geeinigt.

Anta Selmer, die Regierungschefin, nannte die Einigung überfällig.
"""


def test_copies_point_to_the_earliest() -> None:
    first = article_from_text(f"Streik zu Ende\n\n{WIRE}", published="2025-05-07", publisher="A")
    cut = article_from_text(f"Hafen Tarsk arbeitet wieder\n\n{WIRE[:330]}", published="2025-05-08", publisher="B")
    undated = article_from_text(f"Ausstand vorbei\n\n{WIRE}\nDer Hafen ist der größte des Landes.\n", publisher="C")
    other = article_from_text(f"Einigung in Tarsk\n\n{OTHER}", published="2025-05-07", publisher="D")
    for order in itertools.permutations([first, cut, undated, other]):
        marked = {one.publisher: one.duplicate_of for one in mark_copies(order)}
        assert marked == {"A": "", "B": first.id, "C": first.id, "D": ""}


def test_short_texts_are_no_copies() -> None:
    text = "Der Rat tagt am Montag, sagte der Bürgermeister."
    one, two = article_from_text(text, publisher="A"), article_from_text(f"Neues aus dem Rat\n\n{text}", publisher="B")
    assert [found.duplicate_of for found in mark_copies([one, two])] == ["", ""]


def test_order_and_number_are_kept() -> None:
    articles = [article_from_text(f"Meldung {number}\n\n{WIRE}") for number in range(5)]
    assert [one.id for one in mark_copies(articles)] == [one.id for one in articles]
    assert mark_copies([]) == ()

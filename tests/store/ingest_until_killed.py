"""Add, analyse and decide in the case at argv[1] until somebody kills the process; each decision is told on stdout."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

import toy_case

from claims.review import Case


def main() -> None:
    toy_case.install(pytest.MonkeyPatch())
    case = Case.open(sys.argv[1], reviewer="mk")
    for number in range(int(sys.argv[2])):
        article = toy_case.toy_article("\n".join(f"Ilka: line {line} of {number} #t{number}" for line in range(10)))
        case.add_article(article, relate=number % 8 == 7)
        print(case.note(toy_case.toy_extract(article)[0].id, f"note {number}").id, flush=True)
    case.run()


main()

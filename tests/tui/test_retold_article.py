"""The case that the tool was asked for: one capital, four answers, all of them on one screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from pilot_steps import WIDE, screen, seen, settled

from claims.resources import seeds_folder
from claims.review import Case
from tui.app import ReviewApp

ROLES = ("Sprecherin", "Außenminister", "Stellvertreter", "Gesandte")


@pytest.mark.parametrize("language", ["en", "de"])
async def test_spokeswoman_minister_deputy_and_envoy_stand_on_one_screen(tmp_path: Path, language: str) -> None:
    with Case.open(tmp_path / "claims.db", lang=language) as case:
        case.add([str(seeds_folder() / "04_moskau_viele_stimmen.txt")])
        app = ReviewApp(case, language=language)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("v")
            await settled(pilot)
            matter = screen(app).matter
            assert matter is not None
            names = {}
            for column in matter.by_speaker:
                roles = {view.statement.speaker_role for view in column.statements}
                roles |= {column.speaker.role} if column.speaker else set()
                for wanted in ROLES:
                    if any(wanted in role for role in roles) and wanted not in names.values():
                        names[column.name] = wanted
            assert set(names.values()) == set(ROLES)
            shown = seen(app)
            for name in names:
                assert name in shown
            for word in ("dementierte", "Gerüchte", "besprochen", "geeinigt"):
                assert word in shown

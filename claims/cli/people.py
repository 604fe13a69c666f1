"""``claims people``: who is one speaker under several names, and who is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from claims.cli.options import case_option
from claims.errors import NotFoundError
from claims.safe import safe_text
from claims.wording import count, say

if TYPE_CHECKING:
    from claims.review import Case


def command(language: str) -> click.Command:
    """The verb with its help in ``language``."""

    @click.command("people", help=say("help.people", language))
    @case_option(language)
    @click.option("--merge", nargs=2, multiple=True, metavar="A B", help=say("help.merge", language))
    @click.option("--split", nargs=2, multiple=True, metavar="A NAME", help=say("help.split", language))
    @click.option("--alias", nargs=2, multiple=True, metavar="A NAME", help=say("help.alias", language))
    def people(
        case_file: Path,
        merge: tuple[tuple[str, str], ...],
        split: tuple[tuple[str, str], ...],
        alias: tuple[tuple[str, str], ...],
    ) -> None:
        from claims.review import Case

        changing = bool(merge or split or alias)
        with Case.open(case_file, read_only=not changing, create=False, lang=language) as case:
            for one, other in merge:
                case.merge_speakers([_speaker(case, one, language), _speaker(case, other, language)])
            for one, spelling in split:
                case.split_speaker(_speaker(case, one, language), [spelling])
            for one, spelling in alias:
                case.alias(_speaker(case, one, language), spelling)
            for item in case.speakers():
                speaker = item.speaker
                others = "; ".join(name for name in speaker.aliases if name != speaker.name)
                parts = (speaker.id, speaker.name, speaker.role, count(item.statements, "statements", language), others)
                click.echo(safe_text("  ".join(part for part in parts if part)))
                if item.look_alike is not None:
                    click.echo(safe_text(f"  ! {say(item.look_alike.key, language, **item.look_alike.values)}"))

    return people


def _speaker(case: Case, given: str, language: str) -> str:
    """The id of the speaker that has this id, this name or, if no other has it too, this spelling."""
    speakers = [item.speaker for item in case.speakers()]
    for found in (
        [speaker for speaker in speakers if given in (speaker.id, speaker.name)],
        [speaker for speaker in speakers if given in speaker.aliases],
    ):
        if len(found) == 1:
            return found[0].id
    raise NotFoundError(say("review.not_found", language, id=given))

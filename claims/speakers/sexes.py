"""The sex that the mentions of a name tell: by a title ("Herr Lindner") or else by the given name ("Petra Lindner")."""

from __future__ import annotations

from collections.abc import Sequence

from claims.models import Statement
from claims.speakers.given_names import gender_of_name
from claims.speakers.knowledge import knowledge


def told_sex(name: str, said: Sequence[Statement]) -> str:
    """m or f where all that tells of it agrees; else empty."""
    told = {
        gender
        for statement in said
        for word in f"{statement.mention} {statement.speaker_role}".lower().replace(".", " ").split()
        if (gender := knowledge(statement.language).title_gender.get(word, ""))
    }
    if not told and " " in name and (gender := gender_of_name(name.split()[0])):
        told = {gender}
    return told.pop() if len(told) == 1 else ""

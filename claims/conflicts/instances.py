"""What a general word covers: who says that there was no incident denies each brawl and each injury.

The tables name concepts of ``concepts.toml`` and poles of ``antonyms.toml``, which all languages share.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.topics.frame import Frame, Mention


class Class(NamedTuple):
    """``never``: only a denial for all time covers its instances ("never spoke to him" / "rang him up")."""

    events: frozenset[str]
    poles: frozenset[tuple[str, int]]
    never: bool = False


CLASSES = {
    "thing:incident": Class(
        frozenset(
            {
                *("brawl", "riot", "attack", "shoot", "stabbing", "explosion", "crash", "fire", "theft", "vandalism"),
                *("arson", "stampede", "poisoning", "escape", "rape", "murder", "leak", "drowning", "landslide"),
            }
        ),
        frozenset(
            {
                *(("unhurt", -1), ("alive", -1), ("killed", 1), ("peaceful", -1), ("beaten_up", 1), ("looted", 1)),
                *(("stolen", 1), ("rammed", 1), ("kidnapped", 1), ("life_danger", 1), ("clean_vote", -1)),
            }
        ),
    ),
    "axis:in_contact": Class(frozenset({"talks", "call", "meet"}), frozenset({("spoke", 1), ("met", 1), ("wrote", 1)})),
    "event:outage": Class(frozenset(), frozenset({("working", -1), ("power_on", -1)})),
    "event:talks": Class(frozenset({"call", "meet"}), frozenset({("in_contact", 1), ("met", 1)}), never=True),
}


def covered(found: Frame) -> Iterator[tuple[str, Mention]]:
    """The axes of the general words that cover what the claim tells of, each with the mention that does."""
    for mention in found.mentions:
        if mention.negative or mention.denied or mention.wished or mention.conditional:
            continue
        for axis, kind in CLASSES.items():
            if (mention.group == "event" and mention.name in kind.events) or (
                mention.group == "axis" and (mention.name, mention.sign) in kind.poles
            ):
                yield axis, mention

"""The life of an event as a chain of stages: proposed, discussed, planned, agreed, dated, put off, called off, held.

What is dated was agreed, and what was agreed was discussed; what was not even discussed was not agreed. To postpone,
cancel or resume presupposes an agreement, also when it is denied that anything was postponed.
"""

from __future__ import annotations

from dataclasses import replace

from claims.conflicts.existence import unknown
from claims.conflicts.fact import NEGATIVE, POSITIVE, WEIGHTS, Fact, Ground, ground_of
from claims.conflicts.nouns import clause_of
from claims.conflicts.side import Side
from claims.topics.frame import Frame, Mention
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.similarity import BILATERAL

# what a status says of an event when it holds and when it is denied: (fact, value, ground)
_HOLDS: dict[str, tuple[tuple[str, int, Ground], ...]] = {
    "propose": (),
    "discuss": (("discussed", 1, Ground.SAID),),
    "plan": (("planned", 1, Ground.SAID), ("cancelled", -1, Ground.IMPLIED)),
    "agree": (("agreed", 1, Ground.SAID), ("discussed", 1, Ground.IMPLIED), ("cancelled", -1, Ground.IMPLIED)),
    "schedule": (("dated", 1, Ground.SAID), ("agreed", 1, Ground.IMPLIED), ("planned", 1, Ground.IMPLIED)),
    "postpone": (
        ("postponed", 1, Ground.SAID),
        ("cancelled", -1, Ground.IMPLIED),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("dated", 1, Ground.PRESUPPOSED),
        ("planned", 1, Ground.PRESUPPOSED),
    ),
    "cancel": (
        ("cancelled", 1, Ground.SAID),
        ("held", -1, Ground.IMPLIED),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("planned", 1, Ground.PRESUPPOSED),
    ),
    "hold": (
        ("held", 1, Ground.SAID),
        ("cancelled", -1, Ground.IMPLIED),
        ("postponed", -1, Ground.IMPLIED),
        ("agreed", 1, Ground.IMPLIED),
    ),
    "keep": (
        ("postponed", -1, Ground.SAID),
        ("cancelled", -1, Ground.SAID),
        ("held", 1, Ground.IMPLIED),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("dated", 1, Ground.PRESUPPOSED),
    ),
    "begin": (("begun", 1, Ground.SAID), ("cancelled", -1, Ground.IMPLIED), ("postponed", -1, Ground.IMPLIED)),
    "end": (("ended", 1, Ground.SAID),),
    "fail": (("ended", 1, Ground.IMPLIED), ("agreed", -1, Ground.IMPLIED)),
    "undecided": (("agreed", -1, Ground.SAID),),
    "resume": (("resumed", 1, Ground.SAID), ("ended", -1, Ground.IMPLIED), ("begun", 1, Ground.PRESUPPOSED)),
}
_DENIED: dict[str, tuple[tuple[str, int, Ground], ...]] = {
    "propose": (),
    "discuss": (
        ("discussed", -1, Ground.SAID),
        ("agreed", -1, Ground.IMPLIED),
        ("dated", -1, Ground.IMPLIED),
    ),
    "plan": (("planned", -1, Ground.SAID),),
    "agree": (("agreed", -1, Ground.SAID), ("dated", -1, Ground.IMPLIED)),
    "schedule": (("dated", -1, Ground.SAID),),
    "postpone": (
        ("postponed", -1, Ground.SAID),
        ("held", 1, Ground.IMPLIED),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("dated", 1, Ground.PRESUPPOSED),
        ("planned", 1, Ground.PRESUPPOSED),
    ),
    "cancel": (
        ("cancelled", -1, Ground.SAID),
        ("held", 1, Ground.IMPLIED),
        ("agreed", 1, Ground.PRESUPPOSED),
        ("planned", 1, Ground.IMPLIED),
    ),
    "hold": (("held", -1, Ground.SAID),),
    "keep": (("postponed", 1, Ground.IMPLIED),),
    "begin": (("begun", -1, Ground.SAID),),
    "end": (("ended", -1, Ground.SAID),),
    "fail": (("ended", -1, Ground.IMPLIED),),
    "undecided": (),
    "resume": (("resumed", -1, Ground.SAID),),
}
STATUSES = frozenset(_HOLDS)
SETTLED = frozenset({"discussed", "planned", "agreed", "dated", "postponed", "cancelled"})  # before the event itself
NAMED = 0.65  # of the weight of a stage that is only named
NOT_KNOWN = 0.75  # of a stage that a speaker knows nothing of
_ABOUT_A_DATE = frozenset({"agree", "discuss", "plan", "schedule", "propose", "hold", "undecided"})


def of_status(found: Frame, mention: Mention, *, done: bool = False) -> list[Fact]:
    """What the stage that ``mention`` names says of the chain; beside the noun "date" it says whether there is one.

    ``done``: the attribution tells of it as of what was done ("spoke of an agreement").
    """
    clause = found.words[mention.index].clause
    if mention.name == "keep" and _left_open(found, clause):
        return []
    about_date = mention.name in _ABOUT_A_DATE and any(
        other.group == "object" and other.name == "date" and found.words[other.index].clause == clause
        for other in found.mentions
    )
    if about_date and mention.name == "undecided":
        return [] if mention.negative else [Fact("dated", NEGATIVE, replace(mention, yet=True), ground_of(mention))]
    if about_date:
        if mention.name in ("discuss", "plan", "propose") and not mention.negative:
            return []
        out = [Fact("dated", NEGATIVE if mention.negative else POSITIVE, mention, ground_of(mention))]
        if not mention.negative:
            implied = WEIGHTS[Ground.IMPLIED]
            out += [Fact(axis, POSITIVE, mention, Ground.IMPLIED, implied) for axis in ("agreed", "planned")]
        return out
    out = []
    named = not mention.negative and not done and _only_named(found, mention)
    beside = {
        m.name for m in found.mentions if m.group in ("event", "object") and found.words[m.index].clause == clause
    }
    alone = bool(beside) and not beside & BILATERAL  # "180 flights are cancelled": nobody had to agree on them
    pending = mention.name == "discuss" and _pending(found, clause)
    stages = _DENIED if mention.negative and not pending else _HOLDS  # "will not debate it until March"
    for axis, value, ground in stages[mention.name]:
        if alone and axis == "agreed" and ground == Ground.PRESUPPOSED:
            continue
        if mention.label and ground == Ground.PRESUPPOSED:
            continue  # who calls a report untrue need not share what it presupposes
        if mention.label and ground == Ground.SAID:
            ground = Ground.LABELLED
        weight = WEIGHTS[ground] * (NAMED if named else 1.0) * (NOT_KNOWN if unknown(found, mention.index) else 1.0)
        out.append(Fact(axis, POSITIVE if value > 0 else NEGATIVE, mention, ground, weight))
    if pending:
        out.append(Fact("agreed", NEGATIVE, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]))
    return out


def kept_day(side: Side) -> Mention | None:
    """A day ahead that somebody keeps to, or that stands: "bleibt beim 17. September", "September 17 still stands"."""
    found, tables = side.frame, lexicon(side.frame.language)
    words = found.words
    for dated in side.dates:
        if "/" in dated.value or (side.day and dated.value <= side.day):
            continue
        first = next((n for n, word in enumerate(words) if dated.span.start <= word.start < dated.span.end), -1)
        inside = clause_of(words, first) if first >= 0 else []
        before = {word.lower for word in words[max(0, first - 1) : first + 1]}
        opens = first >= 0 and (first == inside[0] or words[first - 1].lower in tables.function.that)
        for index in inside:
            kept = any(words[index].lemma == verb and by in before for verb, by in tables.sets["kept_to"][1])
            if kept or (opens and words[index].lemma in tables.sets["stands"][0]):
                return Mention("status", "keep", 1, index, found.scope.negative(index))
    return None


def _left_open(found: Frame, clause: int) -> bool:
    """ "Der Termin bleibt offen", "the date remains unclear": not kept; it is "trotz offener Fragen"."""
    known = lexicon(found.language).sets["left_open"][0]
    return any(word.clause == clause and word.lower in known for word in found.words)


def _pending(found: Frame, clause: int) -> bool:
    """ "The council will only debate it in March", "is still being negotiated": so nothing is agreed."""
    places = hits(found.words, "pending", lexicon(found.language))
    return any(found.words[place].clause == clause for place in places)


def _only_named(found: Frame, mention: Mention) -> bool:
    """ "The decision lies with the board": the noun is named, and nothing says that it was taken."""
    tables, word = lexicon(found.language), found.words[mention.index]
    if found.language == "de":
        noun = word.text[:1].isupper() and (mention.index > 0 or not word.lemma.endswith("n"))
    else:
        noun = mention.index > 0 and found.words[mention.index - 1].lower in tables.function.determiners
    clause = [other.lemma for other in found.words if other.clause == word.clause]
    return noun and not any(lemma in tables.function.bringing for lemma in clause)

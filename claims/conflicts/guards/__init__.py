"""Why two claims that look alike do not clash: other parties, another level, another time, a copy.

A guard gives a note to be shown and the factor that is left of the score. Guards are in eight modules, by what they
ask: of whom (``who``), of what (``what``), of which of its kind (``which``), when (``when``), what a negation is about
(``focus``), whether a word only describes (``describing``), of two figures what they count (``figures``) and of which
thing they are told (``bearers``).
"""

from __future__ import annotations

from claims.conflicts.guards.bearers import of_a_group, of_two
from claims.conflicts.guards.describing import agreed, described, of_some
from claims.conflicts.guards.figures import of_a_place, plan
from claims.conflicts.guards.focus import aim, how
from claims.conflicts.guards.what import OF_ONE_STORY, another, counted, narrower, objects, sorts
from claims.conflicts.guards.when import formerly, hours, put_off, since, tense, time, time_before, until
from claims.conflicts.guards.which import which
from claims.conflicts.guards.who import offices, parties, persons, places, spots
from claims.conflicts.pair import Finding, Note, Pair


def guards(pair: Pair, finding: Finding) -> tuple[float, tuple[Note, ...]]:
    """The factor that the guards leave of ``finding`` (0 to 1) and the notes that say why."""
    if pair.linked:
        return 1.0, ()
    notes: list[Note] = []
    factor = 1.0
    asked = _ALWAYS if pair.contrasted else (*_ALWAYS, *_UNLESS_SET_AGAINST)
    for guard in (*asked, *_IN_A_TOPIC) if pair.topical else asked:
        left, note = guard(pair, finding)
        if note is not None:
            factor *= left
            notes.append(note)
    return factor, tuple(notes)


def _copy(pair: Pair, _: Finding) -> tuple[float, Note | None]:
    if pair.copied:
        return 0.0, ("guard.copy", {})
    return 1.0, None


def _stories(pair: Pair, finding: Finding) -> tuple[float, Note | None]:
    """Figures and predicates from two articles whose surroundings have no name in common: two events."""
    if finding.kind not in OF_ONE_STORY or pair.same_article or pair.topical or pair.shared_events:
        return 1.0, None
    ours, theirs = (
        {name for name in (*side.context.features, *side.frame.features) if name[:2] in ("n:", "p:")}
        for side in (pair.a, pair.b)
    )
    if not ours or not theirs or ours & theirs:
        return 1.0, None
    return 0.4, ("guard.stories", {})


_ALWAYS = (_copy, _stories, offices, until, since, put_off, time, time_before, hours, tense, plan, counted)
# where the article itself sets the one against the other, both speak of the same
_UNLESS_SET_AGAINST = (
    parties,
    places,
    spots,
    of_a_place,
    of_two,
    of_a_group,
    persons,
    objects,
    another,
    narrower,
    formerly,
    how,
    sorts,
    which,
)
# inside a topic alone: what only describes is no clash, nor is an answer to another, and both tell all the same that
# one matter is spoken of
_IN_A_TOPIC = (aim, agreed, of_some, described)

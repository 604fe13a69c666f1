"""The ordered rules and the run over an article. A new construction is a module with a function and a line here."""

from __future__ import annotations

from collections.abc import Callable

from claims.language.analysis import Analysis
from claims.models import SegmentKind
from claims.statements import clausal, complements, continuation, direct, inline, reported, sources
from claims.statements.scene import Found, Scene

Rule = Callable[[Scene, int], None]

# In this order: what a rule has used (a verb, a sentence) is gone for those after it.
RULES: tuple[Rule, ...] = (
    sources.wie,
    sources.so,
    direct.quoted,
    sources.prepositional,
    reported.pointing,
    inline.inline,
    complements.complement,
    sources.adverbial,
    continuation.continuation,
    reported.reported,
    reported.evidential,
    direct.fragments,
)

# Where word order does what commas and mood do in German.
CLAUSAL_RULES: tuple[Rule, ...] = (
    clausal.leftover,
    sources.prepositional,
    clausal.clausal,
    direct.quoted,
    sources.adverbial,
    reported.reported,
    direct.fragments,
)


def read(analysis: Analysis, kinds: list[SegmentKind], without: frozenset[str] = frozenset()) -> list[Found]:
    """Every statement of the analysed article, in order; ``without`` names rules to leave out."""
    scene = Scene(analysis, kinds, without=without)
    rules = CLAUSAL_RULES if analysis.grammar.inline_content else RULES
    for number in range(len(analysis.sentences)):
        for rule in rules:
            rule(scene, number)
    return scene.found

"""The ordered rules and the run over an article. A new construction is a module with a function and a line here."""

from __future__ import annotations

from collections.abc import Callable

from claims.language.analysing import cut
from claims.language.analysis import Analysis
from claims.statements import (
    according,
    answering,
    asides,
    channels_by_ending,
    channels_by_order,
    clausal,
    complements,
    continuation,
    direct,
    evidentials,
    flat,
    fragments,
    free,
    hearings,
    held,
    insertions,
    interviews,
    labels,
    leads,
    nominal,
    owned,
    passed_on,
    questions,
    reported,
    sources,
    stance,
    unlisted,
)
from claims.statements.dividing import borders, gapped
from claims.statements.scene import Found, Scene

Rule = Callable[[Scene, int], None]

# In this order: what a rule has used (a verb, a sentence) is gone for those after it.
RULES: tuple[Rule, ...] = (
    gapped,
    questions.settled,
    flat.flat,
    according.wie,
    according.so,
    direct.quoted,
    sources.prepositional,
    evidentials.pointing,
    complements.complement,
    nominal.nominal,
    according.adverbial,
    unlisted.closing,
    unlisted.verdict,
    held.held,
    leads.before_colon,
    stance.decline,
    continuation.continuation,
    answering.answered,
    reported.reported,
    passed_on.passed_on,
    channels_by_ending.channelled,
    evidentials.evidential,
    fragments.fragments,
    labels.headline,
)

# Where word order does what commas and mood do in German.
CLAUSAL_RULES: tuple[Rule, ...] = (
    gapped,
    questions.settled,
    flat.flat,
    asides.leftover,
    sources.prepositional,
    asides.decline,
    insertions.as_said,
    insertions.inserted,
    clausal.clausal,
    owned.owned,
    hearings.heard,
    asides.colon,
    unlisted.quoted,
    unlisted.verdict,
    direct.quoted,
    according.adverbial,
    channels_by_order.channels,
    fragments.fragments,
    labels.headline,
)


def read(analysis: Analysis, without: frozenset[str] = frozenset()) -> list[Found]:
    """Every statement of the analysed article, in order; ``without`` names rules to leave out."""
    turns = interviews.find_labels(analysis)
    cut(analysis, [*borders(analysis), *interviews.behind_labels(analysis)])
    scene = Scene(analysis, without=without)
    scene.labels = turns or questions.answers(analysis)
    rules = CLAUSAL_RULES if analysis.grammar.inline_content else RULES
    for number in range(len(analysis.sentences)):
        if scene.analysis.sentences[number].block in scene.labels:
            for rule in rules:
                rule(scene, number)
            interviews.interview(scene, number)
            continue
        before = (scene.speaker, scene.speaker_sentence, scene.channel)
        told = scene.told
        if told is not None:
            scene.remember(told, number - 1)
        for rule in rules:
            rule(scene, number)
        if told is not None and not scene.of_sentence(number):
            scene.speaker, scene.speaker_sentence, scene.channel = before
        leads.remember(scene, number)
    free.free(scene)
    questions.name_the_asked(scene)
    return scene.found

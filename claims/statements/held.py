"""Whose judgement it is: "Für die Wirtin ist das Stimmungsmache", "Für Kolb bleibt es „ein Flirt“"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind
from claims.statements.candidates import is_abstract, is_time
from claims.statements.content_limits import mood_at
from claims.statements.floating import can_speak
from claims.statements.phrases import phrase_at
from claims.statements.scene import Form, Found, Range, Scene, minus, trim


def held(scene: Scene, number: int) -> None:
    """What is the case for somebody, said of what was told before: "das", "es" or words in quotation marks."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for place, clause in enumerate(sentence.clauses):
        main = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
        holder = _holder(scene, clause) if main else None
        if holder is None or scene.covered(number, clause.start, clause.end) or not _judged(scene, clause, holder):
            continue
        following = sentence.clauses[place + 1 :]
        outer = (one for one in following if one.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT))
        goes_on = all(_quoted(analysis, one) for one in outer)
        end = sentence.end if goes_on else clause.end
        scene.add(
            Found(
                f"{analysis.language}.urteil",
                number,
                Form.REPORTED,
                ((clause.start, end),),
                holder,
                (clause.start,),
                act=minus(analysis, (clause.start, end), [(clause.start, holder[1])]),
                only_reader=True,
            )
        )
        reason = trim(analysis, end, sentence.end) if analysis.tokens[min(end, sentence.end - 1)].text == ":" else None
        if reason is not None and mood_at(analysis, *reason, conditional=False) >= 0:
            rule = f"{analysis.language}.vorspann"
            scene.add(Found(rule, number, Form.INDIRECT, (reason,), holder, only_reader=True))
        scene.remember(holder, number)


def _holder(scene: Scene, clause: Clause) -> Range | None:
    """Who stands behind "für" at the head of the clause, right before its verb."""
    analysis = scene.analysis
    if analysis.lower[clause.start] not in scene.words.nominal.holders or clause.start + 3 >= clause.end:
        return None
    phrase = phrase_at(analysis, clause.start + 1, clause.end, True)
    if phrase is None or phrase.end >= clause.end:
        return None
    verb = phrase.end
    if analysis.lower[verb] in analysis.grammar.place_prepositions | analysis.grammar.attribute_prepositions:
        place = phrase_at(analysis, verb + 1, clause.end, True)  # "für die Opposition im Rat", "für Lee vom Verein"
        verb = place.end if place is not None and place.end < clause.end else verb
    if analysis.lower[verb] not in scene.words.nominal.copulas:
        return None
    somebody = phrase.pronoun or (can_speak(analysis, (phrase.start, phrase.end)) and not is_abstract(analysis, phrase))
    first = analysis.lower[phrase.start] in analysis.grammar.first_person
    return (phrase.start, verb) if somebody and not first and not is_time(analysis, phrase) else None


def _judged(scene: Scene, clause: Clause, holder: Range) -> bool:
    """Behind the verb "das", "dies" or "es" and no "the first", "the last", which is told and no judgement; or a thing
    and what it is ("ist die Sache ein Witz")."""
    analysis, words = scene.analysis, scene.analysis.grammar
    what = holder[1] + 1
    if what + 1 >= clause.end or analysis.inside[holder[1]] >= 0:
        return False
    if analysis.lower[what] in words.demonstratives | words.subject_pronouns:
        return analysis.lower[what + 1] not in scene.words.nominal.told_of
    thing = phrase_at(analysis, what, clause.end)
    if thing is None or thing.end >= clause.end:
        return False
    return analysis.inside[thing.end] >= 0 or analysis.lower[thing.end] in scene.words.nominal.judging


def _quoted(analysis: Analysis, clause: Clause) -> bool:
    return analysis.inside[clause.start] >= 0

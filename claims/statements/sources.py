"""Sources named without a verb of saying: "laut X", "nach Angaben von X", "X zufolge", "wie X sagte", ", so X"."""

from __future__ import annotations

from claims.language.analysis import ClauseKind, Sentence
from claims.statements.candidates import is_time, with_coordination
from claims.statements.occurrences import Cue
from claims.statements.phrases import Phrase, phrase_at
from claims.statements.scene import Form, Found, Range, Scene, clause_at, clause_number, minus
from claims.statements.second_voice import second_voice
from claims.statements.source_phrases import (
    after_evidence,
    bare_name,
    believed_one,
    ending_at,
    is_evidence,
    is_nameless,
    name_behind,
    owner_first,
    owner_of,
    past_clause,
    past_opener,
    past_told,
    set_before,
    viewer,
    who_is_named,
    with_name,
    with_owner,
    with_place,
)
from claims.statements.two_sources import part


def host(scene: Scene, sentence: Sentence, start: int) -> Range:
    """What a source phrase at ``start`` speaks for: its sentence, or the subordinate clause that it stands in."""
    analysis = scene.analysis
    number = clause_number(sentence, start)
    clause = clause_at(sentence, start)
    if number > 0 and clause.kind in (
        ClauseKind.RELATIVE,
        ClauseKind.SUBORDINATE,
        ClauseKind.CONTENT,
        ClauseKind.QUESTION,
    ):
        first, stop = clause.start, clause.end
        last = number
        while last + 1 < len(sentence.clauses) and sentence.clauses[last + 1].kind in (
            ClauseKind.RELATIVE,
            ClauseKind.INFINITIVE,
            ClauseKind.CONTENT,
        ):
            last += 1
            stop = sentence.clauses[last].end
        return first, stop
    # two main clauses in one sentence: the one with the source
    first = sentence.start
    if start > first and analysis.tokens[start - 1].text == ":" and analysis.inside[start - 1] < 0:
        return start, sentence.end
    for place in range(start, sentence.start, -1):
        if analysis.tokens[place].text == ";" and analysis.inside[place] < 0:
            first = place + 1
            break
    return first, _up_to_another(scene, sentence, start)


def _up_to_another(scene: Scene, sentence: Sentence, start: int) -> int:
    """The end of the sentence, or the mark behind which somebody else says something."""
    analysis = scene.analysis
    number = scene.number_of(sentence)
    if not analysis.grammar.inline_content and (another := second_voice(scene, number, start)) < sentence.end:
        return another - 1  # "laut Bahn fuhren die Züge, | Fahrgäste berichten von Ausfällen"
    if analysis.grammar.inline_content:
        told = [verb.first for verb in scene.verbs_of(number)]
    else:
        told = [min(cue.verb, cue.finite) for cue in scene.cues_of(number) if not cue.infinitive]
    for place in range(start, max(told, default=start)):
        if analysis.tokens[place].text == ";" and analysis.inside[place] < 0:
            return place
    return sentence.end


def _own_cue(scene: Scene, number: int, start: int) -> Cue | None:
    """A verb of saying in the clause of the phrase: then the phrase is only the channel."""
    sentence = scene.analysis.sentences[number]
    clause = clause_number(sentence, start)
    for cue in scene.cues_of(number):
        if cue.clause == clause and not cue.passive and cue.entry.group not in ("document", "name", "learn"):
            following = clause + 1
            if following < len(sentence.clauses) and sentence.clauses[following].kind in (
                ClauseKind.CONTENT,
                ClauseKind.INFINITIVE,
            ):
                parted = scene.analysis.tokens[sentence.clauses[following].start - 1].text == ";"
                return None if parted else cue
            if clause > 0 and cue.finite <= sentence.clauses[clause].start + 1:
                return cue
    return None


def _whole(scene: Scene, range_: Range, hole: Range) -> tuple[Range, ...]:
    return minus(scene.analysis, range_, [hole])


def prepositional(scene: Scene, number: int) -> None:
    """ "laut X", "nach Angaben von X", "X zufolge", "seiner Ansicht nach"."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    words = scene.words.before
    lower = analysis.lower
    index = sentence.start
    done = -1
    told: list[tuple[Range, Found]] = []
    while index < sentence.end:
        low = lower[index]
        phrase: Phrase | None = None
        hole: Range | None = None
        rule = ""
        if analysis.inside[index] >= 0 or index < done:
            index += 1
            continue
        opener = past_opener(scene, sentence, index)
        if (viewed := viewer(scene, sentence, index)) is not None:
            phrase = viewed
            hole, rule = (index, viewed.end + 1), "laut"
        elif opener > index:
            phrase = who_is_named(scene, sentence, opener)
            believed = " ".join(lower[index:opener]) in words.believed
            if believed and phrase is not None and not believed_one(scene, sentence, index, phrase):
                phrase = None
            if phrase is not None:
                phrase = with_name(scene, sentence, phrase)
                if not analysis.grammar.small_nouns:  # "aus Sicht von Eltern und Lehrern"
                    stop = with_coordination(analysis, phrase, sentence.end)
                    phrase = Phrase(phrase.start, stop, phrase.head, phrase.preposition, phrase.oblique, phrase.pronoun)
                hole, rule = (index, past_clause(scene, sentence, phrase.end)), "laut"
        elif low in words.always and index + 1 < sentence.end:
            phrase = phrase_at(analysis, index + 1, sentence.end, True) or bare_name(scene, index + 1, sentence.end)
            if phrase is not None and not is_time(analysis, phrase):
                phrase = with_owner(scene, phrase, sentence.end)
                stop = with_coordination(analysis, phrase, sentence.end)  # "Laut Polizei und Feuerwehr"
                phrase = Phrase(phrase.start, stop, phrase.head, phrase.preposition, phrase.oblique, phrase.pronoun)
                hole, rule = (index, phrase.end), "laut"
        elif low in words.with_evidence and index + 1 < sentence.end:
            phrase = owner_first(scene, index + 1, sentence.end) or phrase_at(analysis, index + 1, sentence.end, True)
            relative = lower[index + 1] in analysis.grammar.relatives and index > sentence.start
            phrase = phrase and with_owner(scene, phrase, sentence.end)
            if phrase is not None and not phrase.pronoun and is_evidence(scene, phrase):
                own = next((i for i in range(phrase.start, phrase.head) if lower[i] in scene.words.evidence.own), -1)
                if own >= 0:  # "nach eigenen Angaben | Keime"
                    noun = next((i for i in range(own, phrase.head) if analysis.capital(i)), phrase.head)
                    phrase = Phrase(phrase.start, noun + 1, noun, phrase.preposition, phrase.oblique)
                else:  # "nach Angaben von Polizei und Feuerwehr"
                    stop = with_coordination(analysis, phrase, sentence.end)
                    phrase = Phrase(phrase.start, stop, phrase.head, phrase.preposition, phrase.oblique)
                hole, rule = (index, phrase.end), "nach"
                if owner_first(scene, index + 1, sentence.end) is not None:
                    phrase = Phrase(index + 1, index + 2, index + 1)  # the one whose opinion it is
            elif relative and analysis.tokens[index - 1].text == "," and after_evidence(scene, sentence, index - 1):
                phrase = Phrase(index + 1, index + 2, index + 1)
                hole, rule = (index, index + 2), "wonach"
        if hole is None and (low in words.after_always or low in words.after_evidence):
            phrase = ending_at(scene, sentence, index)
            if phrase is not None and low not in words.after_always and not set_before(scene, sentence, phrase):
                phrase = None  # "der Bericht nach Berlin"
            if phrase is not None and (low in words.after_always or is_evidence(scene, phrase)):
                hole, rule = (phrase.start, index + 1), "zufolge" if low in words.after_always else "ansicht"
        if hole is None or phrase is None or _describes(scene, number, phrase, hole[0]):
            index += 1
            continue
        if phrase.end == hole[1] and (placed := with_place(scene, phrase.end, sentence.end)) > phrase.end:
            phrase = Phrase(phrase.start, placed, phrase.head, phrase.preposition, phrase.oblique)
            hole = (hole[0], placed)
        if phrase.end == hole[1] and (named := name_behind(scene, sentence, phrase.end)) > phrase.end:
            phrase = Phrase(phrase.start, named, phrase.head, phrase.preposition, phrase.oblique)
            hole = (hole[0], named + 1)
        if not analysis.grammar.inline_content and rule != "wonach":
            hole = (hole[0], past_told(analysis, sentence, hole[1]))
        done = hole[1]
        cue_at = index
        cue = _own_cue(scene, number, hole[0])
        range_ = host(scene, sentence, hole[0])
        nameless = is_nameless(scene, phrase)
        nobody = lower[phrase.head] in scene.words.evidence.hearsay or nameless
        found = Found(
            f"{analysis.language}.{rule}",
            number,
            Form.INDIRECT,
            _whole(scene, range_, hole),
            group="hearsay" if nobody else "",
            mention=None if nobody and not nameless else (phrase.start, phrase.end),
            nobody=nameless,
            antecedent=owner_of(scene, number, phrase),
            cue=(cue_at,),
            only_benchmark=cue is not None or lower[phrase.start] in analysis.grammar.first_possessives,
        )
        if found.pieces:
            scene.add(found)
            scene.source = None if nobody else found.mention
            told.append((hole, found))
            if cue is None and not nobody:
                scene.remember(found.antecedent or (phrase.start, phrase.end), number)
        index = hole[1]
    part(analysis, sentence, told)


def _describes(scene: Scene, number: int, phrase: Phrase, start: int) -> bool:
    """ "…, sagte Jan Ohm, nach eigenen Angaben Augenzeuge": behind a comma and without a verb it tells who he is."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    own = any(analysis.lower[index] in scene.words.evidence.own for index in range(phrase.start, phrase.head))
    if not own or start == sentence.start or analysis.tokens[start - 1].text != ",":
        return False
    clause = clause_at(sentence, start)
    more = any(analysis.is_word(index) for index in range(phrase.end, clause.end))
    return more and clause.kind is ClauseKind.FRAGMENT and clause.finite < 0

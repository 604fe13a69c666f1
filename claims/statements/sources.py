"""Sources named without a verb of saying: "laut X", "nach Angaben von X", "X zufolge", "wie X sagte", ", so X"."""

from __future__ import annotations

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.statements.cues import Cue, table
from claims.statements.mentions import is_time, main_subject, speaker_of
from claims.statements.phrases import Phrase, is_adjective, phrase_at, phrases
from claims.statements.scene import Form, Found, Range, Scene, clause_at, clause_number, minus

OWN_REACH = 3  # sentences back to whom "nach ihrer Ansicht" can mean


def is_evidence(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names an utterance ("Angaben der Polizei", "ukrainischen Angaben")."""
    analysis, words = scene.analysis, scene.words.evidence
    for index in range(phrase.start, phrase.head + 1):
        if not analysis.tokens[index].text[0].isupper():
            continue
        low = analysis.lower[index]
        if low in words.nouns or low.endswith(words.endings):
            return True
    return False


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
    for place in range(start, sentence.start, -1):
        if analysis.tokens[place].text == ";" and analysis.inside[place] < 0:
            first = place + 1
            break
    return first, sentence.end


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
                return cue
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
    while index < sentence.end:
        low = lower[index]
        phrase: Phrase | None = None
        hole: Range | None = None
        rule = ""
        if analysis.inside[index] >= 0 or index < done:
            index += 1
            continue
        opener = _opener(scene, sentence, index)
        if opener > index:
            phrase = phrase_at(analysis, opener, sentence.end) if opener < sentence.end else None
            if phrase is not None and not is_time(analysis, phrase):
                hole, rule = (index, phrase.end), "laut"
        elif low in words.always and index + 1 < sentence.end:
            phrase = phrase_at(analysis, index + 1, sentence.end, True) or _bare(scene, index + 1, sentence.end)
            if phrase is not None and not is_time(analysis, phrase):
                hole, rule = (index, phrase.end), "laut"
        elif low in words.with_evidence and index + 1 < sentence.end:
            phrase = phrase_at(analysis, index + 1, sentence.end, True)
            relative = lower[index + 1] in analysis.grammar.relatives and index > sentence.start
            if phrase is not None and not phrase.pronoun and is_evidence(scene, phrase):
                if any(lower[i] in scene.words.evidence.own for i in range(phrase.start, phrase.head)):
                    phrase = Phrase(phrase.start, phrase.head + 1, phrase.head, phrase.preposition, phrase.oblique)
                hole, rule = (index, phrase.end), "nach"
            elif relative and analysis.tokens[index - 1].text == "," and _after_evidence(scene, sentence, index - 1):
                phrase = Phrase(index + 1, index + 2, index + 1)
                hole, rule = (index, index + 2), "wonach"
        elif low in words.after_always or low in words.after_evidence:
            phrase = _ending_at(scene, sentence, index)
            if phrase is not None and (low in words.after_always or is_evidence(scene, phrase)):
                hole, rule = (phrase.start, index + 1), "zufolge" if low in words.after_always else "ansicht"
        if hole is None or phrase is None:
            index += 1
            continue
        done = hole[1]
        cue_at = index
        cue = _own_cue(scene, number, hole[0])
        range_ = host(scene, sentence, hole[0])
        found = Found(
            f"{analysis.language}.{rule}",
            number,
            Form.INDIRECT,
            _whole(scene, range_, hole),
            mention=(phrase.start, phrase.end),
            antecedent=_owner(scene, number, phrase),
            cue=(cue_at,),
            only_benchmark=cue is not None,
        )
        if found.pieces:
            scene.add(found)
            scene.source = (phrase.start, phrase.end)
            if cue is None:
                scene.remember(found.antecedent or (phrase.start, phrase.end), number)
        index = hole[1]


def _bare(scene: Scene, index: int, end: int) -> Phrase | None:
    """A name written small, such as a web address."""
    analysis = scene.analysis
    if analysis.tokens[index].kind != "word" or index + 2 >= end or analysis.tokens[index + 1].text != ".":
        return None
    if analysis.tokens[index + 1].end != analysis.tokens[index + 2].start:
        return None
    return Phrase(index, index + 3, index)


def _after_evidence(scene: Scene, sentence: Sentence, comma: int) -> bool:
    """Whether the phrase right before the comma names an utterance."""
    near = [phrase for phrase in phrases(scene.analysis, sentence.start, comma) if phrase.end == comma]
    return any(is_evidence(scene, phrase) or _is_nominal(scene, phrase) for phrase in near)


def _is_nominal(scene: Scene, phrase: Phrase) -> bool:
    return any(
        scene.analysis.lower[index] in scene.words.nominal.nouns for index in range(phrase.start, phrase.head + 1)
    )


def _owner(scene: Scene, number: int, phrase: Phrase) -> Range | None:
    """ "nach eigenen Angaben": whose they are, the subject of the clause."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    own = scene.words.evidence.own
    before = [analysis.lower[index] for index in range(phrase.start, phrase.head)]
    if any(word in analysis.grammar.possessives for word in before):
        return scene.speaker if scene.speaker_sentence >= number - OWN_REACH else None
    if not any(word in own for word in before):
        return None
    clause = clause_number(sentence, phrase.start)
    found = main_subject(analysis, sentence, clause) if clause >= 0 else None
    return found if found != (phrase.start, phrase.end) else None


def _opener(scene: Scene, sentence: Sentence, index: int) -> int:
    """End of a fixed phrase that names a source ("according to") at ``index``; ``index`` if none stands there."""
    lower = scene.analysis.lower
    for phrase in scene.words.before.phrases:
        parts = phrase.split()
        if (
            lower[index] == parts[0]
            and index + len(parts) < sentence.end
            and lower[index : index + len(parts)] == parts
        ):
            return index + len(parts)
    return index


def _ending_at(scene: Scene, sentence: Sentence, index: int) -> Phrase | None:
    clause = clause_at(sentence, index)
    last: Phrase | None = None
    for phrase in phrases(scene.analysis, clause.start, index):
        if phrase.end == index:
            last = phrase
    if last is None:
        return None
    start = last.start
    finite = table(scene.analysis.language).finite
    while (
        start > clause.start
        and is_adjective(scene.analysis, start - 1)
        and scene.analysis.lower[start - 1] not in finite
    ):
        start -= 1
    if start > clause.start and scene.analysis.lower[start - 1] in scene.analysis.grammar.determiners:
        start -= 1
    last = Phrase(start, last.end, last.head, last.preposition, last.oblique, last.pronoun)
    if last.preposition:
        # "den Angaben von X zufolge" begins before the preposition
        for phrase in phrases(scene.analysis, clause.start, index):
            if not phrase.preposition and phrase.end <= last.start and is_evidence(scene, phrase):
                return Phrase(phrase.start, index, phrase.head)
    return last


def adverbial(scene: Scene, number: int) -> None:
    """ "demnach": the source is the one named before."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for index in range(sentence.start, sentence.end):
        low = analysis.lower[index]
        if low not in scene.words.adverb.words or analysis.inside[index] >= 0:
            continue
        if low not in scene.words.adverb.certain and (
            index != sentence.start or scene.speaker is None or scene.speaker_sentence < number - 1
        ):
            continue
        if any(item.mention and item.rule.rsplit(".", 1)[-1] not in ("soll",) for item in scene.of_sentence(number)):
            continue
        clause = clause_at(sentence, index)
        has_cue = any(
            cue.clause == clause_number(sentence, index) and cue.entry.group in ("say", "announce", "demand", "deny")
            for cue in scene.cues_of(number)
        )
        range_ = host(scene, sentence, index)
        scene.add(
            Found(
                f"{analysis.language}.demnach",
                number,
                Form.INDIRECT,
                minus(analysis, range_, [(index, index + 1)]),
                mention=_written_before(scene, sentence, index) or (index, index + 1),
                antecedent=None if _written_before(scene, sentence, index) else scene.speaker,
                cue=(index,),
                only_benchmark=has_cue and clause.kind is not ClauseKind.RELATIVE,
            )
        )


def _asks(analysis: Analysis, start: int, end: int) -> bool:
    """ "wie lange", "wie sehr": a question about a degree."""
    if start + 1 >= end or not analysis.tokens[start + 1].text[0].islower():
        return False
    words = analysis.grammar
    low = analysis.lower[start + 1]
    if low in words.degrees:
        return True
    return low not in words.closed and not low.endswith(("t", "n")) and not analysis.capital(start + 2)


def wie(scene: Scene, number: int) -> None:
    """ "Wie X mitteilte, …", "…, wie X sagte"."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for place, clause in enumerate(sentence.clauses):
        start = clause.start
        if analysis.lower[start] in analysis.grammar.coordinators and start + 1 < clause.end:
            start += 1
        if analysis.lower[start] not in scene.words.according.words or _asks(analysis, start, clause.end):
            continue
        for cue in scene.cues_of(number):
            inserted = (
                cue.clause == place + 2
                and sentence.clauses[place + 1].kind is ClauseKind.FRAGMENT
                and cue.finite == sentence.clauses[cue.clause].start
            )
            if not (cue.clause == place or inserted) or cue.verb in scene.used or cue.modal:
                continue
            mention, meant = speaker_of(analysis, sentence, cue, scene_sources(scene))
            if cue.entry.group == "name" or (mention is None and cue.entry.group == "think"):
                continue
            if mention and analysis.lower[mention[0]] in analysis.grammar.indefinite_pronouns:
                continue
            stop = clause.end
            last = place
            while (
                last + 1 < len(sentence.clauses)
                and sentence.clauses[last + 1].kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT)
                and mention
                and mention[1] > stop
            ):
                last += 1
                stop = sentence.clauses[last].end
            if mention and mention[1] > stop:
                stop = mention[1]
            pieces = minus(analysis, (sentence.start, sentence.end), [(start, stop)])
            if not pieces:
                continue
            scene.used.add(cue.verb)
            scene.add(
                Found(
                    f"{analysis.language}.wie",
                    number,
                    Form.INDIRECT,
                    pieces,
                    mention,
                    cue.tokens,
                    cue.entry.stance,
                    meant,
                )
            )
            scene.remember(mention, number)
            break


def _written_before(scene: Scene, sentence: Sentence, index: int) -> Range | None:
    """ "ein Bericht, wonach": the writing right before the comma."""
    if index <= sentence.start or scene.analysis.tokens[index - 1].text != ",":
        return None
    near = [phrase for phrase in phrases(scene.analysis, sentence.start, index - 1) if not phrase.pronoun]
    written = scene.words.documents.nouns | scene.words.nominal.nouns | scene.words.evidence.nouns
    for phrase in near[-2:]:
        if index - 1 - phrase.end <= 3 and scene.analysis.lower[phrase.head] in written:
            return (phrase.start, phrase.end)
    return None


def scene_sources(scene: Scene) -> frozenset[str]:
    """Prepositions before the source of an impersonal cue."""
    from claims.statements.cues import cue_words

    return cue_words(scene.analysis.language).impersonal.source_prepositions


def so(scene: Scene, number: int) -> None:
    """ "…, so X" after indirect or direct speech."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for clause in sentence.clauses:
        start = clause.start
        if analysis.lower[start] not in scene.words.so.words or start == sentence.start or clause.end - start < 2:
            continue
        if analysis.tokens[start].text[0].isupper():
            continue
        phrase = phrase_at(analysis, start + 1, clause.end)
        if phrase is None or is_time(analysis, phrase) or clause.finite >= 0:
            continue
        if (
            phrase.pronoun
            and analysis.lower[phrase.start] in analysis.grammar.object_pronouns | analysis.grammar.demonstratives
        ):
            continue
        stop = phrase.end
        mention = (phrase.start, phrase.end)
        # an apposition after a comma
        number_of = clause_number(sentence, start)
        hole_end = clause.end
        if stop == clause.end and number_of + 1 < len(sentence.clauses):
            nxt = sentence.clauses[number_of + 1]
            other = phrase_at(analysis, nxt.start, nxt.end)
            if (
                nxt.kind is ClauseKind.FRAGMENT
                and other is not None
                and other.end == nxt.end
                and nxt.end >= sentence.end - 1
            ):
                mention, hole_end = (phrase.start, nxt.end), nxt.end
        last = number_of
        while last + 1 < len(sentence.clauses) and sentence.clauses[last + 1].kind is ClauseKind.RELATIVE:
            last += 1
            hole_end = sentence.clauses[last].end
        pieces = minus(analysis, (sentence.start, sentence.end), [(start, hole_end)])
        if not pieces:
            continue
        direct = all(
            analysis.inside[index] >= 0 or not analysis.is_word(index) for piece in pieces for index in range(*piece)
        )
        scene.add(
            Found(
                f"{analysis.language}.so", number, Form.DIRECT if direct else Form.INDIRECT, pieces, mention, (start,)
            )
        )
        scene.remember(mention, number)
        return

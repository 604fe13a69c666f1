"""Sources named by "wie X sagte", ", so X" and "demnach"."""

from __future__ import annotations

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.statements.attribution import speaker_of
from claims.statements.candidates import is_time
from claims.statements.content_limits import mood_at
from claims.statements.cues import cue_words
from claims.statements.indicative import holds_a_verb
from claims.statements.leads import colon_of
from claims.statements.mentions import main_subject
from claims.statements.occurrences import Cue
from claims.statements.phrases import Phrase, phrase_at, phrases
from claims.statements.scene import Form, Found, Range, Scene, clause_at, clause_number, minus
from claims.statements.source_phrases import bare_name, owner_of, past_told
from claims.statements.sources import host


def adverbial(scene: Scene, number: int) -> None:
    """ "demnach": the source is the one named before."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for index in range(sentence.start, sentence.end):
        low = analysis.lower[index]
        if low not in scene.words.adverb.words or analysis.inside[index] >= 0:
            continue
        if low not in scene.words.adverb.certain and (
            index != sentence.start
            or scene.speaker is None
            or scene.speaker_sentence < number - 1
            or not scene.written(scene.speaker)
        ):
            continue  # "Danach ging er": after that
        here = [item for item in scene.of_sentence(number) if item.mention]
        if here and low in scene.words.adverb.certain:
            # "sagte er demnach": the source named before is the channel
            said = [item for item in here if item.cue and not item.via]
            for item in said:
                item.via = (scene.source,) if scene.source and scene.source != item.mention else ()
            if said:
                scene.channel = said[0].via
        if here:
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
    if start + 1 >= end or analysis.capital(start + 1) or not analysis.tokens[start + 1].text[0].islower():
        return False
    words = analysis.grammar
    low = analysis.lower[start + 1]
    if low in words.degrees:
        return True
    capital = start + 2 < len(analysis.tokens) and analysis.capital(start + 2)
    return low not in words.closed and not low.endswith(("t", "n")) and not capital


def _resumes(scene: Scene, number: int, start: int, end: int) -> bool:
    """ "Einen Ausbau, wie ihn der Kreis verspricht", "ein Verbot, wie es die Anwohner fordern": a pronoun takes up a
    noun, and the sentence is not the Kreis's."""
    analysis = scene.analysis
    if start + 2 >= end or start == 0 or analysis.tokens[start - 1].text != ",":
        return False
    follows = analysis.lower[start + 2] in analysis.grammar.determiners or analysis.capital(start + 2)
    if follows and analysis.lower[start + 1] == cue_words(analysis.language).impersonal.pronoun:
        within = [cue for cue in scene.cues_of(number) if start <= cue.verb < end]
        return any(cue.entry.group in ("demand", "announce") for cue in within)
    return follows and analysis.lower[start + 1] in scene.words.according.taken_up


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
        if _resumes(scene, number, start, clause.end):
            continue
        for cue in scene.cues_of(number):
            inserted = (
                place < cue.clause - 1 <= place + 2
                and all(other.kind is ClauseKind.FRAGMENT for other in sentence.clauses[place + 1 : cue.clause])
                and max(cue.verb, cue.finite) >= sentence.clauses[cue.clause].end - 2
            )
            if not (cue.clause == place or inserted) or cue.verb in scene.used or cue.modal:
                continue
            mention, meant = speaker_of(
                analysis, sentence, cue, cue_words(analysis.language).impersonal.source_prepositions
            )
            if mention is None and cue.entry.group == "learn" and not cue.entry.particle and not cue.passive:
                mention = main_subject(analysis, sentence, place, cue.finite)  # "wie die Zeitung erfuhr"
            if mention is None and (name := bare_name(scene, start + 1, clause.end)) is not None:
                mention = (name.start, name.end)
            if cue.entry.group == "name" or (mention is None and cue.entry.group == "think"):
                continue
            if mention is None and cue.passive and _said_by_another(scene, number, cue):
                continue
            if mention and analysis.lower[mention[0]] in analysis.grammar.indefinite_pronouns:
                continue
            last = cue.clause
            stop = sentence.clauses[last].end
            if inserted and (name := phrase_at(analysis, start + 1, clause.end)) is not None:
                mention, meant = (name.start, sentence.clauses[cue.clause - 1].end), None
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
            if not analysis.grammar.inline_content and stop < sentence.end:
                stop = past_told(analysis, sentence, stop)
            answered = _answered(scene, number, place)
            judged = _judged_behind(scene, number, place)
            whole = (sentence.start, sentence.clauses[0].end if answered or judged else sentence.end)
            pieces = minus(analysis, whole, [(start, stop)])
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
                    group=cue.entry.group,
                    word=cue.entry.name,
                )
            )
            if not answered:
                scene.remember(mention, number)
            elif scene.speaker is not None:
                goes_on = minus(analysis, (sentence.start, sentence.end), [])
                rule = f"{analysis.language}.fortsetzung"
                scene.add(Found(rule, number, Form.MIXED_FREE, goes_on, scene.speaker, via=scene.channel))
                scene.speaker_sentence = number
            break


def _answered(scene: Scene, number: int, place: int) -> bool:
    """ "Dass A B sei, wie X behauptet, sei falsch": the last speaker goes on, and X says only the first clause."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if place != 1 or sentence.clauses[0].kind is not ClauseKind.CONTENT or scene.speaker_sentence < number - 1:
        return False
    behind = next((c for c in sentence.clauses[2:] if c.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)), None)
    return behind is not None and mood_at(analysis, behind.start, behind.end, conditional=False) == behind.start


def _judged_behind(scene: Scene, number: int, place: int) -> bool:
    """ "Dass A geht, wie es im Forum heißt, nannte X „Blödsinn“": X's judgement of what stands in the forum."""
    clauses = scene.analysis.sentences[number].clauses
    if place != 1 or clauses[0].kind is not ClauseKind.CONTENT:
        return False
    verbs = {clause.start for clause in clauses[2:] if clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)}
    judging = ("name", "deny", "doubt", "confirm", "think")
    return any(cue.finite in verbs and cue.entry.group in judging for cue in scene.cues_of(number))


def _said_by_another(scene: Scene, number: int, passive: Cue) -> bool:
    """ "Dass A B sei, wie behauptet wird, bestritt X": a cue of the main clause has the content."""
    return any(
        cue.clause > passive.clause and not cue.passive and cue.entry.content and not cue.infinitive
        for cue in scene.cues_of(number)
    )


def _written_before(scene: Scene, sentence: Sentence, index: int) -> Range | None:
    """ "ein Bericht, wonach": the writing right before the comma."""
    if index <= sentence.start or scene.analysis.tokens[index - 1].text != ",":
        return None
    near = [phrase for phrase in phrases(scene.analysis, sentence.start, index - 1) if not phrase.pronoun]
    written = scene.words.documents.nouns | scene.words.nominal.nouns | scene.words.evidence.nouns
    for phrase in near[-2:]:
        if index - 1 - phrase.end <= 3 and scene.analysis.lower[phrase.head] in written:
            named = phrase.head > phrase.start and scene.analysis.capital(phrase.head - 1)
            return (phrase.head if named else phrase.start, phrase.end)  # "trat Ann Lee | Gerüchten entgegen, wonach"
    return None


def _after_lead(scene: Scene, sentence: Sentence, end: int) -> int:
    """Where the words begin: behind a colon if only what follows it stands in the mood of reported speech."""
    analysis = scene.analysis
    colon = colon_of(scene, sentence)
    if not sentence.start < colon < end - 1 or mood_at(analysis, sentence.start, colon, conditional=False) >= 0:
        return sentence.start
    return colon + 1 if mood_at(analysis, colon + 1, end, conditional=False) >= 0 else sentence.start


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
                and analysis.lower[nxt.start] not in analysis.grammar.oblique_determiners  # ", so X, den Damm geprüft"
                and (other.end == nxt.end or not holds_a_verb(analysis, nxt))  # ", Sprecherin der Klinik."
                and nxt.end >= sentence.end - 1
            ):
                last_word = next(i for i in range(nxt.end - 1, nxt.start - 1, -1) if analysis.is_word(i))
                mention, hole_end = (phrase.start, last_word + 1), nxt.end
        last = number_of
        broken = (
            mood_at(analysis, start - 2, start - 1, conditional=False) >= 0
        )  # "Niemand habe, so X, den Deich geprüft"
        while last + 1 < len(sentence.clauses) and sentence.clauses[last + 1].kind is ClauseKind.RELATIVE:
            last += 1
            if broken and sentence.clauses[last].finite < 0 and last + 1 == len(sentence.clauses):
                break
            hole_end = sentence.clauses[last].end
        colon = hole_end < sentence.end - 1 and analysis.tokens[hole_end].text == ":"
        first = _after_lead(scene, sentence, start)
        pieces = minus(analysis, (first, start if colon else sentence.end), [(start, hole_end)])
        if not pieces:
            continue
        direct = all(
            analysis.inside[index] >= 0 or not analysis.is_word(index) for piece in pieces for index in range(*piece)
        )
        form = Form.DIRECT if direct else Form.INDIRECT
        owner = owner_of(scene, number, phrase) if _uttered(scene, phrase) else None
        rule = f"{analysis.language}.so"
        scene.add(Found(rule, number, form, pieces, mention, (start,), antecedent=owner))
        scene.remember(owner or mention, number)
        return


def _uttered(scene: Scene, phrase: Phrase) -> bool:
    """ "so ihr Vorschlag": a noun of what is said, not of who says it."""
    said = scene.words.evidence.nouns | scene.words.nominal.nouns | scene.words.documents.own
    return scene.analysis.lower[phrase.head] in said

"""Sources named without a verb of saying: "laut X", "nach Angaben von X", "X zufolge", "wie X sagte", ", so X"."""

from __future__ import annotations

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.statements.candidates import is_time, with_coordination
from claims.statements.cues import table
from claims.statements.finite_forms import may_be_finite
from claims.statements.mention_words import mention_words
from claims.statements.mentions import main_subject
from claims.statements.nouns import is_adjective
from claims.statements.occurrences import Cue
from claims.statements.phrases import Phrase, phrase_at, phrases
from claims.statements.scene import Form, Found, Range, Scene, clause_at, clause_number, minus
from claims.statements.two_sources import part

OWN_REACH = 3  # sentences back to whom "nach ihrer Ansicht" can mean

LONGEST_SOURCE = 16  # tokens after "according to"
SHORTEST_OWNER = 3  # letters of a name in the genitive
LONGEST_NAME = 4  # words of a name in apposition


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


def _nameless(scene: Scene, phrase: Phrase) -> bool:
    """ "ersten Erkenntnissen", "early estimates": words tell how far it is known, and none who knows it."""
    lower, words = scene.analysis.lower, scene.words.evidence
    qualified = phrase.start < phrase.head == phrase.end - 1
    noun = lower[phrase.head] in words.nouns or lower[phrase.head].endswith(words.endings or ("\0",))
    return qualified and noun and all(low in words.nameless for low in lower[phrase.start : phrase.head])


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
    """The end of the sentence, or the semicolon behind which somebody else says something."""
    analysis = scene.analysis
    number = scene.number_of(sentence)
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
    told: list[tuple[Range, Found]] = []
    while index < sentence.end:
        low = lower[index]
        phrase: Phrase | None = None
        hole: Range | None = None
        rule = ""
        if analysis.inside[index] >= 0 or index < done:
            index += 1
            continue
        opener = _opener(scene, sentence, index)
        if low in words.viewing and index + 3 < sentence.end and lower[index + 2] in words.views:
            if lower[index + 1] in analysis.grammar.possessives - analysis.grammar.first_possessives:
                phrase = Phrase(index + 1, index + 2, index + 1)  # "in her view"
                hole, rule = (index, index + 3), "laut"
        elif opener > index:
            phrase = _named(scene, sentence, opener)
            if phrase is not None:
                phrase = _with_name(scene, sentence, phrase)
                hole, rule = (index, _past_clause(scene, sentence, phrase.end)), "laut"
        elif low in words.always and index + 1 < sentence.end:
            phrase = phrase_at(analysis, index + 1, sentence.end, True) or bare_name(scene, index + 1, sentence.end)
            if phrase is not None and not is_time(analysis, phrase):
                stop = with_coordination(analysis, phrase, sentence.end)  # "Laut Polizei und Feuerwehr"
                phrase = Phrase(phrase.start, stop, phrase.head, phrase.preposition, phrase.oblique, phrase.pronoun)
                hole, rule = (index, phrase.end), "laut"
        elif low in words.with_evidence and index + 1 < sentence.end:
            phrase = _owner_first(scene, index + 1, sentence.end) or phrase_at(analysis, index + 1, sentence.end, True)
            relative = lower[index + 1] in analysis.grammar.relatives and index > sentence.start
            if phrase is not None and not phrase.pronoun and is_evidence(scene, phrase):
                if any(lower[i] in scene.words.evidence.own for i in range(phrase.start, phrase.head)):
                    phrase = Phrase(phrase.start, phrase.head + 1, phrase.head, phrase.preposition, phrase.oblique)
                hole, rule = (index, phrase.end), "nach"
                if _owner_first(scene, index + 1, sentence.end) is not None:
                    phrase = Phrase(index + 1, index + 2, index + 1)  # the one whose opinion it is
            elif relative and analysis.tokens[index - 1].text == "," and _after_evidence(scene, sentence, index - 1):
                phrase = Phrase(index + 1, index + 2, index + 1)
                hole, rule = (index, index + 2), "wonach"
        if hole is None and (low in words.after_always or low in words.after_evidence):
            phrase = _ending_at(scene, sentence, index)
            if phrase is not None and low not in words.after_always and not _set_before(scene, sentence, phrase):
                phrase = None  # "der Bericht nach Berlin"
            if phrase is not None and (low in words.after_always or is_evidence(scene, phrase)):
                hole, rule = (phrase.start, index + 1), "zufolge" if low in words.after_always else "ansicht"
        if hole is None or phrase is None:
            index += 1
            continue
        if phrase.end == hole[1] and (placed := _placed(scene, phrase.end, sentence.end)) > phrase.end:
            phrase = Phrase(phrase.start, placed, phrase.head, phrase.preposition, phrase.oblique)
            hole = (hole[0], placed)
        done = hole[1]
        cue_at = index
        cue = _own_cue(scene, number, hole[0])
        range_ = host(scene, sentence, hole[0])
        nameless = _nameless(scene, phrase)
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


def _placed(scene: Scene, end: int, stop: int) -> int:
    """Behind the place of "Angaben aus Regierungskreisen in Karvograd"; ``end`` where none belongs to the source."""
    analysis = scene.analysis
    if not analysis.lower[end - 1].endswith(scene.words.before.circles or ("\0",)) or end + 1 >= stop:
        return end
    place = analysis.lower[end] in analysis.grammar.place_prepositions and analysis.capital(end + 1)
    return end + 2 if place else end


def _owner_first(scene: Scene, index: int, end: int) -> Phrase | None:
    """ "Grubers Meinung": a name in the genitive and the noun of an utterance."""
    analysis = scene.analysis
    if index + 1 >= end or not analysis.capital(index) or not analysis.capital(index + 1):
        return None
    owner, noun = analysis.lower[index], analysis.lower[index + 1]
    named = owner.endswith("s") and len(owner) > SHORTEST_OWNER and noun in scene.words.evidence.nouns
    return Phrase(index, index + 2, index + 1) if named else None


def bare_name(scene: Scene, index: int, end: int) -> Phrase | None:
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


def owner_of(scene: Scene, number: int, phrase: Phrase) -> Range | None:
    """ "nach eigenen Angaben": whose they are, the subject of the clause."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    own = scene.words.evidence.own
    before = [analysis.lower[index] for index in range(phrase.start, phrase.head)]
    if any(analysis.tokens[index].text == "," for index in range(phrase.start, phrase.head)):
        return None  # named in apposition
    if any(word in analysis.grammar.possessives for word in before):
        if phrase.start > sentence.start + 2 and analysis.tokens[phrase.start - 2].text == ":":
            # "Beobachter kamen auf andere Zahlen: Nach ihren Zählungen …"
            told = main_subject(analysis, sentence, clause_number(sentence, phrase.start - 3))
            if told is not None:
                return told
        return scene.speaker if scene.speaker_sentence >= number - OWN_REACH else None
    if not any(word in own for word in before):
        return None
    clause = clause_number(sentence, phrase.start)
    found = main_subject(analysis, sentence, clause) if clause >= 0 else None
    return found if found != (phrase.start, phrase.end) else None


def _named(scene: Scene, sentence: Sentence, start: int) -> Phrase | None:
    """Who is named at ``start``; where nouns are small, everything up to the next mark or verb."""
    analysis = scene.analysis
    if start >= sentence.end:
        return None
    if not analysis.grammar.small_nouns:
        return phrase_at(analysis, start, sentence.end)
    stop = start
    while stop < sentence.end and stop - start < LONGEST_SOURCE and analysis.inside[stop] < 0:
        if not analysis.is_word(stop) and not (
            analysis.tokens[stop].text in (".", "-", "&", "'", "’")
            and stop + 1 < sentence.end
            and analysis.capital(stop + 1)
        ):
            break
        grammar = analysis.grammar
        if analysis.lower[stop] in grammar.auxiliaries | grammar.subject_relatives:
            break
        pronoun = analysis.lower[stop] in grammar.subject_pronouns and stop + 1 < sentence.end
        if pronoun and may_be_finite(analysis, stop + 1, stop):
            break  # "according to the ministry it will stay open"
        if stop > start and analysis.tokens[stop].kind == "number" and analysis.tokens[stop - 1].text[0].islower():
            break  # "according to the organisers 900 people came"
        if stop > start and _published(analysis, stop, sentence.end):
            break
        stop += 1
    while stop > start and not analysis.is_word(stop - 1):
        stop -= 1
    return Phrase(start, stop, stop - 1) if stop > start else None


def _past_publishing(scene: Scene, sentence: Sentence, end: int) -> int:
    """Behind "published on Sunday" after the name, where a mark or the sentence's end closes it."""
    analysis = scene.analysis
    if end >= sentence.end or not _published(analysis, end, sentence.end):
        return end
    stop = end
    while stop < sentence.end and analysis.is_word(stop) and analysis.inside[stop] < 0:
        stop += 1
    return stop


def _past_clause(scene: Scene, sentence: Sentence, end: int) -> int:
    """Behind ", which cites a relative" or "published on Sunday" after the name of a source."""
    analysis = scene.analysis
    if end + 1 >= sentence.end or analysis.tokens[end].text != "," or not analysis.grammar.small_nouns:
        return _past_publishing(scene, sentence, end)
    if analysis.lower[end + 1] not in analysis.grammar.relatives:
        return end
    return next((i for i in range(end + 1, sentence.end) if analysis.tokens[i].text == ","), sentence.end)


def _published(analysis: Analysis, index: int, end: int) -> bool:
    """ "a survey of farmers released on Sunday": a participle that tells when or where is no part of the name."""
    low = analysis.lower[index]
    if not low.endswith("ed") or not analysis.tokens[index].text[0].islower() or index + 1 >= end:
        return False
    times = mention_words(analysis.language).time_words
    return analysis.lower[index + 1] in analysis.grammar.prepositions | times


def _with_name(scene: Scene, sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "according to its chief engineer, Jane Doe": with the name between commas, or up to the end."""
    analysis = scene.analysis
    if not analysis.grammar.small_nouns or phrase.end >= sentence.end or analysis.tokens[phrase.end].text != ",":
        return phrase
    stop = phrase.end + 1
    while stop < sentence.end and analysis.is_word(stop) and analysis.tokens[stop].text[0].isupper():
        stop += 1
    located = stop > phrase.end + 1 and analysis.lower[phrase.head - 1] in analysis.grammar.belonging
    if located and stop == sentence.end - 1 and analysis.capital(phrase.head):
        return Phrase(phrase.start, stop, stop - 1)  # "Boone Lifting of Tucson, Arizona"
    named = 2 <= stop - phrase.end - 1 <= LONGEST_NAME
    small = analysis.tokens[phrase.head].text[0].islower()
    closed = stop >= sentence.end or not analysis.is_word(stop)
    return Phrase(phrase.start, stop, stop - 1) if named and small and closed else phrase


def _set_before(scene: Scene, sentence: Sentence, phrase: Phrase) -> bool:
    """A phrase that "nach" can follow: "seiner Ansicht nach", "den Worten … nach", "ersten Schätzungen nach"."""
    words = scene.analysis.grammar
    low = scene.analysis.lower[phrase.start]
    return phrase.start == sentence.start or low in words.possessives or low in words.oblique_determiners


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

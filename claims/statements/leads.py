"""What leads to somebody's words without a verb of saying: a sentence part before a colon, or the sentence before.

"Meier packt aus: A sei B", "Kritik kam vom Verband. A sei B.", "Die Stadt bleibt hart. A sei B, hieß es."
"""

from __future__ import annotations

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.statements.attribution import speaker_of
from claims.statements.candidates import is_abstract, is_time, is_utterance
from claims.statements.content_limits import mood_at
from claims.statements.cues import cue_words
from claims.statements.floating import is_person, subject_before
from claims.statements.mention_words import mention_words
from claims.statements.mentions import before_unknown_verb, main_subject
from claims.statements.occurrences import Cue
from claims.statements.phrases import phrase_at, phrases
from claims.statements.scene import Form, Found, Range, Scene, clause_number, trim
from claims.statements.source_words import source_words


def before_colon(scene: Scene, number: int) -> None:
    """ "X nimmt Y in Schutz: A sei B": words in the mood of reported speech are the subject's before the colon."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if any(item.mention for item in scene.of_sentence(number)):  # "auf die Frage, ob …" is nobody's
        return
    colon = colon_of(scene, sentence)
    if colon < 0 or _reports(scene, sentence, colon):
        return
    piece = trim(analysis, colon + 1, sentence.end)
    place = clause_number(sentence, colon + 1)
    if piece is None or place <= 0 or sentence.clauses[place].kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT):
        return
    held = _held_by(scene, sentence, colon)
    if held is not None:
        scene.add(Found(f"{analysis.language}.vorspann", number, Form.INDIRECT, (piece,), held, only_reader=True))
        scene.remember(held, number)
        return
    at = mood_at(analysis, colon + 1, sentence.end)
    minded = analysis.lower[colon - 1] in scene.words.nominal.minds
    if (at < 0 and not minded) or analysis.inside[max(at, colon + 1)] >= 0:
        return
    mention = main_subject(analysis, sentence, place - 1)
    if mention is None or not _leads(scene, sentence, mention, place - 1):
        return
    mention = _whose(analysis, mention, scene)
    rule = f"{analysis.language}.vorspann"
    scene.add(Found(rule, number, Form.INDIRECT, (piece,), mention, only_reader=True))
    scene.remember(mention, number)


def _whose(analysis: Analysis, mention: Range, scene: Scene) -> Range:
    """ "Kolbs Urteil fällt hart aus: …": his whose judgement it is."""
    owner = analysis.lower[mention[0]]
    noun = mention[1] - mention[0] == 2 and analysis.lower[mention[0] + 1] in scene.words.nominal.verdicts
    return (mention[0], mention[0] + 1) if noun and owner.endswith("s") and analysis.capital(mention[0]) else mention


def _held_by(scene: Scene, sentence: Sentence, colon: int) -> Range | None:
    """ "Für die Wirtin ist die Sache klar: …": for whom it is beyond doubt."""
    analysis, words = scene.analysis, scene.words.nominal
    if not any(analysis.lower[i] in words.beyond_doubt for i in range(sentence.start, colon)):
        return None
    for phrase in phrases(analysis, sentence.start, colon):
        if phrase.preposition in words.holders and not is_time(analysis, phrase) and not is_abstract(analysis, phrase):
            return (phrase.start, phrase.end)
    return None


def _reports(scene: Scene, sentence: Sentence, colon: int) -> bool:
    """Whether what stands before the colon is reported already: not "auf die Frage, ob er es wisse, lachte er:"."""
    outer = (ClauseKind.MAIN, ClauseKind.FRAGMENT)
    return any(
        mood_at(scene.analysis, clause.start, clause.end, conditional=False) >= 0
        for clause in sentence.clauses
        if clause.start < colon and clause.kind in outer
    )


def colon_of(scene: Scene, sentence: Sentence) -> int:
    """The colon that parts the sentence in two, outside quotation marks; -1 if there is none."""
    analysis = scene.analysis
    for index in range(sentence.start + 1, sentence.end - 1):
        if analysis.tokens[index].text == ":" and analysis.inside[index] < 0:
            return index
    return -1


def _leads(scene: Scene, sentence: Sentence, mention: Range, clause: int) -> bool:
    """Whether the subject can speak: somebody by its form, or no matter; "Das Problem ist bekannt: …" leads nowhere."""
    analysis = scene.analysis
    if is_person(analysis, mention):
        return True
    phrase = phrase_at(analysis, *mention)
    if phrase is None or is_time(analysis, phrase) or is_abstract(analysis, phrase) or is_utterance(analysis, phrase):
        return False
    if phrase.pronoun:
        return (
            analysis.lower[phrase.start] not in analysis.grammar.indefinite_pronouns | analysis.grammar.demonstratives
        )
    told = {analysis.lower[i] for i in range(sentence.clauses[clause].start, sentence.clauses[clause].end)}
    minded = analysis.lower[sentence.clauses[clause].end - 1] in scene.words.nominal.minds
    things = mention_words(analysis.language).things
    return analysis.lower[phrase.head] not in things and (minded or not told & analysis.grammar.be)


def remember(scene: Scene, number: int) -> None:
    """Keep who a sentence without a statement leads to: the next one may be their words.

    The subject of a cue ("nahm Stellung"), or from whom praise or blame comes ("Kritik kam vom Verband").
    """
    scene.told = None
    if any(not item.only_benchmark for item in scene.of_sentence(number)):
        return
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    nobody: frozenset[str] = frozenset()
    for cue in scene.cues_of(number):
        if cue.passive or cue.infinitive or cue.entry.group in ("document", "learn", "hearsay"):
            continue
        mention, meant = speaker_of(analysis, sentence, cue, nobody)
        pointing = analysis.grammar.pointing_determiners  # "Diese will X erst im Mai veröffentlichen"
        if mention is not None and not (mention[1] - mention[0] == 1 and analysis.lower[mention[0]] in pointing):
            scene.remember(meant or mention, number)
            return
    if not analysis.grammar.inline_content:  # no mood tells there that the next sentence is somebody's words
        scene.told = _reaction(scene, sentence) or _told_of(scene, sentence)


def _told_of(scene: Scene, sentence: Sentence) -> Range | None:
    """ "Meier nahm Stellung. Der Ausbau ziehe sich hin.": somebody named or called by a role of whom it tells."""
    analysis = scene.analysis
    outer = (ClauseKind.MAIN, ClauseKind.FRAGMENT)
    places = [place for place, clause in enumerate(sentence.clauses) if clause.kind in outer]
    found = next((one for place in places[:TOLD] if (one := main_subject(analysis, sentence, place))), None)
    found = found or before_unknown_verb(analysis, sentence.start, sentence.end)
    if found is None or not any(analysis.capital(i) for i in range(*found)):
        return None
    phrase = phrase_at(analysis, *found)
    body = phrase is not None and mention_words(analysis.language).is_body(analysis.lower[phrase.head])
    body = body or analysis.tokens[found[0]].kind == "mark" or analysis.tokens[found[1] - 1].kind == "mark"  # a paper
    return found if body or is_person(analysis, found) or _heard(scene, found) else None


def _heard(scene: Scene, name: Range) -> bool:
    """Whether a single word ended a longer mention before: "Drechsler" after "Leonhard Drechsler"."""
    return name[1] - name[0] == 1 and scene.analysis.lower[name[0]] in scene.surnames


def _reaction(scene: Scene, sentence: Sentence) -> Range | None:
    """ "Kritik kam vom Verband", "Zuspruch erhält sie von Meier": from whom it comes."""
    analysis = scene.analysis
    if len(sentence.clauses) > 1:
        return None
    nouns = scene.words.nominal.reactions
    if not any(analysis.lower[i] in nouns and analysis.capital(i) for i in range(sentence.start, sentence.end)):
        return None
    for phrase in phrases(analysis, sentence.start, sentence.end):
        source = phrase.preposition in analysis.grammar.agent_prepositions and not phrase.pronoun
        if source and not is_time(analysis, phrase) and not is_abstract(analysis, phrase):
            return (phrase.start, phrase.end)
    return None


def unnamed(scene: Scene, number: int, cue: Cue, mention: Range | None, said_before: bool = True) -> Range | None:
    """Whose it is that "hieß es weiter" or "hieß es in einer Mitteilung" says: the one of the sentence before."""
    sentences = scene.analysis.sentences
    if cue.entry.group != "hearsay":
        return None
    if mention is None and (place := _there_before(scene, number, cue.finite)) is not None:
        return place
    if number == 0 or sentences[number - 1].block != sentences[number].block:
        return None
    if mention is None and (place := _there(scene, number) or _therein(scene, number)) is not None:
        return place
    if mention is None and not said_before and not (_goes_on(scene, number) or _joined(scene, number, cue)):
        return None  # "Im Ort heißt es, …"
    if mention is None:
        return scene.speaker if scene.speaker_sentence >= number - 1 else subject_before(scene, number)
    nouns = {scene.analysis.lower[i] for i in range(*mention)}
    if mention[1] - mention[0] > OWN_TEXT or not nouns & scene.words.documents.own:
        return None
    if not _goes_on(scene, number) and any(_told_out(item) for item in scene.of_sentence(number - 1)):
        return None
    return scene.speaker if scene.speaker_sentence >= number - 1 else subject_before(scene, number)


def answers_another(analysis: Analysis, sentence: Sentence) -> bool:
    """ "Auf den Vorwurf, er habe gelogen, sagte X": what stands behind the noun is another's."""
    first = sentence.clauses[0] if len(sentence.clauses) > 2 else None
    if (
        first is None
        or first.kind is not ClauseKind.FRAGMENT
        or analysis.lower[first.start] not in (analysis.grammar.prepositions)
    ):
        return False
    told = [one for one in phrases(analysis, first.start, first.end) if one.end == first.end]
    noun = analysis.lower[told[0].head] if told else ""
    words = source_words(analysis.language).nominal
    return bool(noun) and noun in (words.nouns | words.reactions | mention_words(analysis.language).rejected)


def _told_out(item: Found) -> bool:
    """Whether a statement has a content of its own, no act and no quoted fragment, behind which a text is another's."""
    return item.form is not Form.REPORTED and not item.rule.endswith(".fragment")


def _there(scene: Scene, number: int) -> Range | None:
    """ "Im Ministerium klingt das anders. Dort heißt es, …": the place of the sentence before."""
    analysis = scene.analysis
    sentence, before = analysis.sentences[number], analysis.sentences[number - 1]
    if not any(analysis.lower[i] in scene.words.documents.there for i in range(sentence.start, sentence.end)):
        return None
    return _place_in(scene, before.start, before.end)


def there(scene: Scene, number: int, verb: int) -> Range | None:
    """Whose "man" or "es" it is that "dort" before the verb places with somebody named right before."""
    return _there_before(scene, number, verb) or (_there(scene, number) if number else None)


def _there_before(scene: Scene, number: int, verb: int) -> Range | None:
    """ "Der Auftrag ging an die Firma Lomus; dort hieß es, …": the place of the clauses before in the sentence."""
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    at = next((i for i in range(sentence.start, verb) if analysis.lower[i] in scene.words.documents.there), -1)
    if at <= sentence.start or analysis.tokens[at - 1].text not in (";", ",", "–"):
        return None
    place = _place_in(scene, sentence.start, at)
    named = [one for one in phrases(analysis, sentence.start, at) if not one.pronoun and not is_time(analysis, one)]
    return place or ((named[-1].start, named[-1].end) if named and not is_abstract(analysis, named[-1]) else None)


def _place_in(scene: Scene, start: int, end: int) -> Range | None:
    """The last body in the stretch, or what stands behind a preposition of place."""
    analysis = scene.analysis
    places = cue_words(analysis.language).impersonal.source_prepositions
    found = phrases(analysis, start, end)
    bodies = [one for one in found if mention_words(analysis.language).is_body(analysis.lower[one.head])]
    told = [one for one in found if not (one.pronoun or is_time(analysis, one) or is_abstract(analysis, one))]
    for phrase in told:
        if phrase.preposition in places and (not bodies or phrase in bodies):
            return (phrase.start, phrase.end)
    last = bodies[-1:] or [one for one in told if one.oblique and one.preposition == ""][-1:]
    return (last[0].start, last[0].end) if last else None  # "weist die Schuld dem Reisebüro zu. Dort heißt es, …"


def one_there(scene: Scene, number: int, cue: Cue) -> Range | None:
    """ "Dort bestätigt man das", "Dort weiß man von nichts": the body of the sentence before, whoever speaks for it."""
    analysis = scene.analysis
    if cue.passive or number == 0:
        return None
    nobody = main_subject(analysis, analysis.sentences[number], cue.clause, cue.finite)
    one = nobody is not None and analysis.lower[nobody[0]] in analysis.grammar.indefinite_pronouns
    return _there(scene, number) if one else None


def _therein(scene: Scene, number: int) -> Range | None:
    """ "X verwies auf eine Mitteilung. Darin heißt es, …": the writing of the sentence before."""
    analysis, words = scene.analysis, scene.words.documents
    sentence, before = analysis.sentences[number], analysis.sentences[number - 1]
    if not any(analysis.lower[i] in words.therein for i in range(sentence.start, sentence.end)):
        return None
    found = phrases(analysis, before.start, before.end)
    return next(
        (
            (one.start, one.end)
            for one in reversed(found)
            if analysis.lower[one.head] in words.nouns.difference(words.people)
        ),
        None,
    )


def _joined(scene: Scene, number: int, cue: Cue) -> bool:
    """ "Die Zahlen wurden berichtigt, und es heißt nun, …"."""
    lower, start = scene.analysis.lower, scene.analysis.sentences[number].start
    return any(lower[i] in scene.analysis.grammar.coordinators for i in range(start + 1, cue.finite))


def _goes_on(scene: Scene, number: int) -> bool:
    """ "Weiter heißt es, …"."""
    sentence = scene.analysis.sentences[number]
    return any(scene.analysis.lower[i] in scene.words.documents.further for i in range(sentence.start, sentence.end))


TOLD = 3  # clauses in which the verb stands that tells of somebody: "Muster, die ihm gegenübersaß, lachte"
OWN_TEXT = 2  # tokens of "einer Mitteilung"; a longer phrase says whose it is

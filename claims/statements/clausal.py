"""Verb, speaker and content in one clause: "X said (that) …", "…, X said", "told reporters on Monday that …".

For languages whose word order does what commas and mood do in German. A verb of saying is given its subject, then the
content is looked for behind it (after addressee and adverbials) and, where the frame is set off by a comma or a
quotation mark, before it.
"""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.models import Stance
from claims.statements import subjects
from claims.statements.contents import CLOSING, closes, content_of, skip_frame
from claims.statements.mention_words import mention_words
from claims.statements.occurrences import is_number
from claims.statements.plausible import tidy
from claims.statements.scene import Form, Found, Range, Scene
from claims.statements.verbs import Verb, clausal_words

ANSWERS = frozenset({"deny", "confirm"})


def clausal(scene: Scene, number: int) -> None:
    """Every verb of saying of the sentence with what it says."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    found = scene.verbs_of(number)
    first_subject: Range | None = None
    taken: list[Range] = []  # contents of this sentence
    for place, verb in sorted(enumerate(found), key=lambda item: not _closing_frame(scene, sentence, item[1])):
        nested = any(start <= verb.first < end for start, end in taken)
        if nested and verb.form != "finite":
            continue
        mention, inverted = _subject(scene, sentence, verb, first_subject)
        if mention is None and verb.form not in ("passive",):
            continue
        if first_subject is None and mention is not None and verb.form == "finite":
            first_subject = mention
        following = next((other for other in found[place + 1 :] if _coordinated(analysis, other)), None)
        stop = following.first - 1 if following else sentence.end
        stop = _stop(analysis, verb, mention, stop)
        frame = (mention[0] if mention and mention[0] < verb.first else verb.first, verb.last + 1)
        if inverted and mention:
            frame = (verb.first, mention[1])
        pieces, form = content_of(scene, sentence, verb, frame, stop, inverted)
        if not pieces and verb.form == "passive" and mention is not None and verb.entry.group in ANSWERS:
            denied = subjects.before(analysis, sentence, verb.first)  # "the allegation is denied by the firm"
            pieces, form = ((denied,) if denied else ()), Form.REPORTED
        if not pieces or any(scene.covered(number, *piece) for piece in pieces if _mostly_new(taken, piece)):
            continue
        if all(piece in taken for piece in pieces):
            continue  # "was quoted as saying": two verbs, one content
        neat = tidy(analysis, mention) if mention is not None else None
        nobody = mention is not None and neat is None
        mention = neat or mention
        item = _found(scene, number, verb, mention, pieces, form)
        item.only_benchmark = item.only_benchmark or nested or nobody
        for earlier in scene.of_sentence(number):
            if earlier.start <= verb.first < earlier.end:
                item.parent = earlier
                break
        scene.used.add(verb.tokens[0])
        scene.used.update(verb.tokens)
        scene.add(item)
        taken.extend(pieces)
        if item.parent is None and mention is not None and not item.only_benchmark:
            scene.remember(item.antecedent or mention, number)


def _stop(analysis: Analysis, verb: Verb, mention: Range | None, stop: int) -> int:
    """Where what is said ends: at a semicolon, and inside a relative clause at its comma."""
    relative = mention is not None and analysis.lower[mention[1] - 1] in analysis.grammar.subject_relatives
    for index in range(verb.last + 1, stop):
        text = analysis.tokens[index].text
        if analysis.inside[index] < 0 and (text == ";" or (relative and text == ",")):
            return index
        if text == "," and analysis.inside[index] < 0 and _dated_tail(analysis, index + 1, stop):
            return index
    return stop


def _dated_tail(analysis: Analysis, start: int, stop: int) -> bool:
    """ ", hours after neighbours had complained": the narrator tells when it was said."""
    times = mention_words(analysis.language).time_words
    for index in range(start, min(start + 4, stop - 1)):
        if analysis.lower[index] in times:
            return analysis.lower[index + 1] in analysis.grammar.subordinators
        if not analysis.is_word(index):
            return False
    return False


def _closing_frame(scene: Scene, sentence: Sentence, verb: Verb) -> bool:
    """A frame behind its content: ", said X", ", the council said." – what stands before is no frame of its own."""
    analysis = scene.analysis
    if verb.form != "finite":
        return False
    mention, inverted = _subject(scene, sentence, verb, None)
    if mention is None:
        return False
    start = verb.first if inverted else mention[0]
    stop = mention[1] if inverted else verb.last + 1
    at = start - 1
    if at <= sentence.start:
        return False
    opened = closes(analysis, at) or (analysis.inside[at] < 0 and analysis.tokens[at].text in CLOSING)
    stop, explicit = (stop, False) if inverted else skip_frame(scene, sentence, verb, stop, sentence.end)
    return opened and not explicit and (stop >= sentence.end or not analysis.is_word(stop))


def _mostly_new(taken: list[Range], piece: Range) -> bool:
    return not any(start <= piece[0] and piece[1] <= end for start, end in taken)


def _found(
    scene: Scene, number: int, verb: Verb, mention: Range | None, pieces: tuple[Range, ...], form: Form
) -> Found:
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    stance = verb.entry.stance
    if (
        verb.negated
        and stance in (Stance.CONFIRMS, Stance.ASSERTS)
        and verb.entry.verb in ("say", "confirm", "comment")
    ):
        stance = Stance.DECLINES
    kind = {"gerund": "gerund", "infinitive": "infinitive", "passive": "passive"}.get(verb.form, "said")
    if form is Form.REPORTED:
        kind = "act"
    item = Found(
        f"{analysis.language}.{kind}",
        number,
        Form.INDIRECT if form is Form.REPORTED else form,
        pieces,
        mention,
        verb.tokens,
        stance,
        act=_act(verb, pieces) if form is Form.REPORTED else (),
    )
    if mention and mention[1] - mention[0] == 1 and analysis.lower[mention[0]] in analysis.grammar.subject_relatives:
        sentence = analysis.sentences[number]
        end = mention[0] - 1 if _comma(analysis, mention[0] - 1) else mention[0]
        item.antecedent = subjects.antecedent(analysis, sentence, end)
    told = verb.entry.verb in words.told_thoughts and verb.form == "finite" and not _pronoun(analysis, mention)
    if verb.entry.verb in words.forecasts and form is Form.REPORTED:
        marker = analysis.grammar.infinitive_marker
        told = (
            told
            and analysis.lower[pieces[-1][0]] != marker
            and any(analysis.lower[i] == marker or is_number(analysis, i) for i in range(*pieces[-1]))
        )
    if (
        (verb.entry.group in words.thought and not told)
        or verb.form == "infinitive"
        or (verb.modal and not verb.negated)
    ):
        item.only_benchmark = True
    if verb.entry.verb in words.attitude_verbs and not told:
        item.only_benchmark = True
    if verb.form == "gerund" and form is Form.REPORTED and verb.entry.group == "deny":
        item.only_benchmark = True  # ", contradicting local media": the narrator's
    if verb.form == "passive" and verb.entry.verb not in words.passive_speaker and mention is None:
        item.only_benchmark = True
    return item


def _pronoun(analysis: Analysis, mention: Range | None) -> bool:
    """Whether nobody is named: no mention, a single word of a closed class, "many residents"."""
    if mention is None or analysis.lower[mention[0]] in analysis.grammar.partitives | analysis.grammar.plural_words:
        return True
    return mention[1] - mention[0] == 1 and analysis.lower[mention[0]] in analysis.grammar.closed


def _act(verb: Verb, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """The verb with its object, before or behind it."""
    return ((min(verb.first, pieces[0][0]), max(verb.last + 1, pieces[-1][1])),)


def _comma(analysis: Analysis, index: int) -> bool:
    return index >= 0 and analysis.tokens[index].text == ","


def _coordinated(analysis: Analysis, verb: Verb) -> bool:
    """ "… and said", "…, adding": a further frame of the same speaker begins."""
    if verb.first == 0:
        return False
    before = analysis.lower[verb.first - 1]
    return before in ("and", "but") or (verb.form == "gerund" and before == ",")


def _subject(scene: Scene, sentence: Sentence, verb: Verb, first_subject: Range | None) -> tuple[Range | None, bool]:
    """(mention, whether it follows the verb)."""
    analysis = scene.analysis
    lower = analysis.lower
    words = clausal_words(analysis.language)
    if verb.form == "passive":
        if verb.entry.verb in words.passive_speaker:
            return subjects.before(analysis, sentence, verb.first), False
        for place in range(verb.last + 1, min(verb.last + 6, sentence.end)):
            if lower[place] in analysis.grammar.agent_prepositions:
                return subjects.after(analysis, sentence, place), False
        return None, False
    if verb.form in ("gerund", "infinitive"):
        if verb.form == "gerund" and verb.first > sentence.start and analysis.is_word(verb.first - 1):
            own = subjects.before(analysis, sentence, verb.first)
            if own and lower[verb.first - 1] not in analysis.grammar.prepositions | analysis.grammar.subordinators:
                return own, False
        return first_subject or _subject_of_sentence(scene, sentence, verb), False
    before = verb.first - 1
    opens = before < sentence.start or not analysis.is_word(before)
    if opens and (before >= sentence.start) and (analysis.tokens[before].text in CLOSING or closes(analysis, before)):
        behind = subjects.after(analysis, sentence, verb.last)
        if behind is not None and not (
            _apposition_closes(analysis, sentence, before) or _has_own_verb(analysis, sentence, behind)
        ):
            return behind, True
    if before >= sentence.start and lower[before] in analysis.grammar.coordinators:
        return first_subject or _subject_of_sentence(scene, sentence, verb), False
    own = subjects.before(analysis, sentence, verb.first)
    if own is not None:
        return own, False
    return (first_subject, False) if before >= sentence.start and lower[before] in ("and", "but") else (None, False)


def _has_own_verb(analysis: Analysis, sentence: Sentence, phrase: Range) -> bool:
    """The phrase after the verb is the subject of what is said: "…, said observers had been turned away"."""
    words = analysis.grammar
    return phrase[1] < sentence.end and analysis.lower[phrase[1]] in words.auxiliaries | words.finite


def _apposition_closes(analysis: Analysis, sentence: Sentence, comma: int) -> bool:
    """The comma before the verb closes an insertion after the subject and not the content."""
    if analysis.tokens[comma].text != ",":
        return False
    return subjects.before(analysis, sentence, comma + 1) is not None and any(
        analysis.tokens[place].text == "," and analysis.inside[place] < 0 for place in range(sentence.start, comma)
    )


def _subject_of_sentence(scene: Scene, sentence: Sentence, verb: Verb) -> Range | None:
    return subjects.first(scene.analysis, sentence, verb.first) or scene.speaker

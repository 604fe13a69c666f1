"""Verb, speaker and content in one clause: "X said (that) …", "…, X said", "told reporters on Monday that …".

For languages whose word order does what commas and mood do in German. A verb of saying is given its subject, then the
content is looked for behind it (after addressee and adverbials) and, where the frame is set off by a comma or a
quotation mark, before it.
"""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.models import Stance
from claims.statements import owned, subjects
from claims.statements.contents import CLOSING, closes, content_of, may_be_finite, skip_frame
from claims.statements.cues import cue_words
from claims.statements.floating import is_person
from claims.statements.nouns import mention_words
from claims.statements.occurrences import is_number
from claims.statements.plausible import tidy
from claims.statements.scene import Form, Found, Range, Scene, trim
from claims.statements.verbs import Verb, clausal_words

RELAYED = frozenset({"say", "confirm", "deny", "announce", "demand"})
TOLD_CLAUSE = 4  # tokens behind the comma in which the verb of such a clause follows
ANSWERS = frozenset({"deny", "confirm", "doubt"})


def clausal(scene: Scene, number: int) -> None:
    """Every verb of saying of the sentence with what it says."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    found = scene.verbs_of(number)
    first_subject: Range | None = None
    taken: list[Range] = []  # contents of this sentence
    cited: list[Range] = []  # of these, what is only cited
    for place, verb in sorted(enumerate(found), key=lambda item: not _closing_frame(scene, sentence, item[1])):
        nested = any(start <= verb.first < end for start, end in taken if (start, end) not in cited)
        if nested and verb.form != "finite":
            continue
        mention, inverted = _subject(scene, sentence, verb, first_subject)
        if mention is None and verb.form not in ("passive",):
            continue
        goes_on = verb.entry.verb in clausal_words(analysis.language).going_on
        if goes_on and (mention is None or not is_person(analysis, mention)):
            continue  # "the war went on"
        if first_subject is None and mention is not None and verb.form == "finite":
            first_subject = mention
        following = next((other for other in found[place + 1 :] if _coordinated(analysis, verb, other)), None)
        stop = following.first - 1 if following else sentence.end
        stop = min(stop, _next_source(scene, sentence, verb, found[place + 1 :]))
        stop = _stop(analysis, verb, mention, stop)
        frame = (mention[0] if mention and mention[0] < verb.first else verb.first, verb.last + 1)
        if inverted and mention:
            frame = (verb.first, mention[1])
        pieces, form = content_of(scene, sentence, verb, frame, stop, inverted)
        answers = verb.entry.group in ANSWERS or verb.entry.reported
        if form is Form.REPORTED:
            pieces = _without_told_clause(analysis, pieces, found[place + 1 :])
        if not pieces and verb.form == "passive" and mention is not None and answers:
            # "the allegation is denied by the firm"
            denied = (
                owned.phrase_before(analysis, sentence, verb.first)
                or subjects.before(analysis, sentence, verb.first)
                or _demonstrative(analysis, sentence, verb)
            )
            pieces, form = ((denied,) if denied else ()), Form.REPORTED
        pieces = _before_others(scene, number, verb, pieces)
        relay = _relay(scene, number, verb, mention, pieces)
        new = [piece for piece in pieces if _mostly_new(taken, piece)]
        if not pieces or (relay is None and any(scene.covered(number, *piece) for piece in new)):
            continue
        if all(piece in taken for piece in pieces):
            continue  # "was quoted as saying": two verbs, one content
        neat = tidy(analysis, mention) if mention is not None else None
        nobody = mention is not None and neat is None
        mention = neat or mention
        item = _found(scene, number, verb, mention, pieces, form)
        if relay is not None and not nobody:
            outer = relay.pieces[0]
            item.pieces = tuple(
                (max(a, outer[0]), min(b, outer[1])) for a, b in pieces if a < outer[1] and b > outer[0]
            )
            relay.only_benchmark = True
            item.via = (relay.mention,) if relay.mention else ()
        else:
            item.only_benchmark = item.only_benchmark or nested or nobody
        for earlier in scene.of_sentence(number):
            if earlier.start <= verb.first < earlier.end:
                item.parent = earlier
                break
        scene.used.add(verb.tokens[0])
        scene.used.update(verb.tokens)
        scene.add(item)
        taken.extend(pieces)
        if item.only_benchmark and verb.entry.verb in cue_words(analysis.language).quoted:
            cited.extend(pieces)
        if item.parent is None and mention is not None and not item.only_benchmark:
            scene.remember(item.antecedent or mention, number)


def _stop(analysis: Analysis, verb: Verb, mention: Range | None, stop: int) -> int:
    """Where what is said ends: at a semicolon, and inside a relative clause at its comma."""
    relative = mention is not None and analysis.lower[mention[1] - 1] in analysis.grammar.subject_relatives
    quotes = verb.form == "finite" and verb.entry.verb in cue_words(analysis.language).quoted
    aside = verb.form == "gerund" and verb.entry.verb in cue_words(analysis.language).quoted
    for index in range(verb.last + 1, stop):
        text = analysis.tokens[index].text
        if analysis.inside[index] < 0 and (text == ";" or ((relative or aside) and text == ",")):
            return index
        if quotes and text in clausal_words(analysis.language).quoted_as:
            return index  # "quoted an official as saying that …": the official's
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


def _before_others(scene: Scene, number: int, verb: Verb, pieces: tuple[Range, ...]) -> tuple[Range, ...]:
    """What is said without the statement behind its colon: "urged patience: the bishop, he argued, deserved it"."""
    starts = [
        item.start for item in scene.of_sentence(number) if scene.analysis.tokens[item.start - 1].text in (";", ":")
    ]
    stop = min((start for start in starts if start > verb.last), default=scene.analysis.sentences[number].end)
    return tuple(piece for a, b in pieces if (piece := trim(scene.analysis, a, min(b, stop))))


def _demonstrative(analysis: Analysis, sentence: Sentence, verb: Verb) -> Range | None:
    """ "That was denied by the league": the word that stands for what was said."""
    alone = verb.first == sentence.start + 1 and analysis.lower[sentence.start] in analysis.grammar.demonstratives
    return (sentence.start, verb.first) if alone else None


def _relay(scene: Scene, number: int, verb: Verb, mention: Range | None, pieces: tuple[Range, ...]) -> Found | None:
    """The statement of who only passes this one on: "X said it was over, the Times reported", "X said …, according
    to the Times": all that the outer one says is somebody's frame with what that one says."""
    analysis = scene.analysis
    if mention is None or verb.form != "finite" or verb.entry.group not in RELAYED or not pieces:
        return None
    if analysis.lower[mention[0]] in analysis.grammar.subject_pronouns | analysis.grammar.relatives:
        return None
    for outer in scene.of_sentence(number):
        relays = outer.rule.endswith(".laut") or outer.word in clausal_words(analysis.language).relaying
        if not relays or outer.mention is None or outer.mention == mention or len(outer.pieces) > 1:
            continue
        start, end = outer.pieces[0]
        inner = (min(mention[0], pieces[0][0]), max(verb.last + 1, mention[1], pieces[-1][1]))
        if start <= inner[0] < end and inner[1] >= end - 1 and inner[0] <= start + 1:
            return outer
    return None


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
        word=verb.entry.name,
        via=_quoting(scene, analysis.sentences[number], verb),
    )
    if mention and mention[1] - mention[0] == 1 and analysis.lower[mention[0]] in analysis.grammar.subject_relatives:
        sentence = analysis.sentences[number]
        end = mention[0] - 1 if _comma(analysis, mention[0] - 1) else mention[0]
        item.antecedent = subjects.antecedent(analysis, sentence, end)
    told = verb.entry.verb in words.told_thoughts and verb.form == "finite" and not _pronoun(analysis, mention)
    if verb.entry.verb in words.forecasts and form is Form.REPORTED:
        marker = analysis.grammar.infinitive_marker
        figure = any(is_number(analysis, i) for i in range(*pieces[-1]))
        plan = analysis.lower[pieces[-1][0]] == marker  # "expects to win": of oneself
        named = told or (mention is not None and analysis.lower[mention[0]] in analysis.grammar.clear_subjects)
        told = not plan and ((named and figure) or (told and marker in analysis.lower[slice(*pieces[-1])]))
    if (
        (verb.entry.group in words.thought and not told)
        or verb.form == "infinitive"
        or (verb.modal and not verb.negated and not _only_said(analysis, verb))
    ):
        item.only_benchmark = True
    if verb.entry.verb in words.attitude_verbs and not told and not verb.entry.needs:
        item.only_benchmark = True
    if verb.form == "gerund" and form is Form.REPORTED and verb.entry.group == "deny":
        item.only_benchmark = True  # ", contradicting local media": the narrator's
    cites = verb.form == "gerund" and verb.entry.verb in cue_words(analysis.language).quoted
    if cites and any(other.form == "finite" and other.entry.group == "say" for other in scene.verbs_of(number)):
        item.only_benchmark = True  # "reported, citing an internal memo"
    if verb.form == "passive" and verb.entry.verb not in words.passive_speaker and mention is None:
        item.only_benchmark = True
    return item


def _without_told_clause(analysis: Analysis, pieces: tuple[Range, ...], later: list[Verb]) -> tuple[Range, ...]:
    """The object of an act without ", who was quoted as saying …": somebody else's words."""
    kept: list[Range] = []
    for start, end in pieces:
        stop = next((i for i in range(start + 1, end) if _told_clause(analysis, i, end, later)), end)
        kept.append((start, stop))
    return tuple(kept)


def _told_clause(analysis: Analysis, comma: int, end: int, later: list[Verb]) -> bool:
    follows = _comma(analysis, comma) and comma + 1 < end and analysis.inside[comma] < 0
    relative = follows and analysis.lower[comma + 1] in analysis.grammar.subject_relatives
    return relative and any(comma < verb.first <= comma + TOLD_CLAUSE and verb.form != "infinitive" for verb in later)


def _only_said(analysis: Analysis, verb: Verb) -> bool:
    """ "would only say that …": said all the same."""
    limits = clausal_words(analysis.language).limiting
    return any(analysis.lower[index] in limits for index in range(verb.first, min(verb.last + 2, len(analysis.lower))))


def _quoted(scene: Scene, sentence: Sentence, verb: Verb) -> tuple[Range, Range] | None:
    """(speaker, who quotes) of "the agency quoted the minister as saying"; None where nobody is quoted so."""
    analysis = scene.analysis
    if verb.first == sentence.start or analysis.lower[verb.first - 1] not in clausal_words(analysis.language).quoted_as:
        return None
    quotes = cue_words(analysis.language).quoted
    earlier = [v for v in scene.verbs_of(scene.number_of(sentence)) if v.last < verb.first - 1]
    other = next((v for v in reversed(earlier) if v.entry.verb in quotes), None)
    if other is None or other.form not in ("finite", "gerund"):
        return None
    source = subjects.before(analysis, sentence, other.first)
    return ((other.last + 1, verb.first - 1), source) if source is not None else None


def _quoting(scene: Scene, sentence: Sentence, verb: Verb) -> tuple[Range, ...]:
    """Who passed the words on: "was quoted by the Gazette as saying", "the Gazette quoted him as saying"."""
    analysis = scene.analysis
    if (active := _quoted(scene, sentence, verb)) is not None:
        return (active[1],)
    by = verb.last + 1
    quoted = verb.form == "passive" and verb.entry.verb in clausal_words(analysis.language).passive_speaker
    if not quoted or by >= sentence.end or analysis.lower[by] not in analysis.grammar.agent_prepositions:
        return ()
    source = subjects.after(analysis, sentence, by)
    return (source,) if source else ()


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


def _coordinated(analysis: Analysis, verb: Verb, later: Verb) -> bool:
    """ "… and said", "…, adding": a further frame of the same speaker begins with ``later``."""
    cited = later.form == "gerund" and later.entry.verb in cue_words(analysis.language).quoted
    words = clausal_words(analysis.language)
    if later.form == "passive" and later.entry.verb not in words.passive_speaker:
        return False  # "said he reported it and was told to wait"
    if analysis.lower[later.first] in words.set_back and analysis.lower[verb.first] not in words.set_back:
        return False  # "She had read them, she said, and had written them down"
    if later.first == 0 or cited or (later.entry.weak and not verb.entry.weak):
        return False  # "reported, citing two officials, that …"
    before = analysis.lower[later.first - 1]
    return before in ("and", "but") or (later.form == "gerund" and before == ",")


def _next_source(scene: Scene, sentence: Sentence, verb: Verb, later: list[Verb]) -> int:
    """Where ", while the police said" gives the word to somebody else; the end of the sentence if nowhere."""
    analysis = scene.analysis
    for other in later:
        if other.form != "finite" or other.entry.group not in ("say", "confirm", "deny") or verb.form != "finite":
            continue
        own = subjects.before(analysis, sentence, other.first)
        if own is None or own[0] - 2 <= verb.last or analysis.lower[own[0]] in analysis.grammar.subject_pronouns:
            continue
        join = own[0] - 1
        if analysis.lower[join] in analysis.grammar.contrast_openers and analysis.tokens[join - 1].text == ",":
            return join - 1
    return sentence.end


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
    quoted = _quoted(scene, sentence, verb)
    if quoted is not None:
        return quoted[0], False
    if verb.form in ("gerund", "infinitive"):
        if verb.form == "gerund" and verb.first > sentence.start and analysis.is_word(verb.first - 1):
            own = subjects.before(analysis, sentence, verb.first)
            if own and lower[verb.first - 1] not in analysis.grammar.prepositions | analysis.grammar.subordinators:
                return _doer(analysis, sentence, own), False
        if verb.form == "gerund" and verb.first == sentence.start:
            return _subject_behind(scene, sentence, verb), False
        return first_subject or _subject_of_sentence(scene, sentence, verb), False
    before = verb.first - 1
    opens = before < sentence.start or not analysis.is_word(before)
    closed = before >= sentence.start and closes(analysis, before)
    if closed or (opens and before >= sentence.start and _sets_off(analysis, verb, before)):
        behind = subjects.after(analysis, sentence, verb.last)
        if behind is not None and not (
            _apposition_closes(analysis, sentence, before) or _has_own_verb(analysis, sentence, behind)
        ):
            return behind, True
    if before >= sentence.start and lower[before] in analysis.grammar.coordinators:
        return first_subject or _subject_of_sentence(scene, sentence, verb), False
    own = None if _only_heard(analysis, sentence, verb) else subjects.before(analysis, sentence, verb.first)
    if own is not None:
        return own, False
    return (first_subject, False) if before >= sentence.start and lower[before] in ("and", "but") else (None, False)


def _only_heard(analysis: Analysis, sentence: Sentence, verb: Verb) -> bool:
    """ "Skipper ignored warnings, trial told": with nobody behind it a verb of telling has its hearer before it."""
    end = verb.last + 1 >= sentence.end or not analysis.is_word(verb.last + 1)
    return end and verb.entry.verb in clausal_words(analysis.language).heard_verbs


def _sets_off(analysis: Analysis, verb: Verb, before: int) -> bool:
    """A comma or dash before a verb that can follow its content; not ", called Driftwell," and ", blames prices"."""
    words = clausal_words(analysis.language)
    takes_object = verb.entry.verb in words.object_verbs - words.bare_verbs
    return analysis.tokens[before].text in CLOSING and not takes_object


def _doer(analysis: Analysis, sentence: Sentence, phrase: Range) -> Range:
    """Of "the council issued a statement calling" the council: who did what the phrase before the gerund is part of."""
    for verb in range(phrase[0] + 1, phrase[1] - 1):
        if analysis.lower[verb + 1] in analysis.grammar.determiners and may_be_finite(analysis, verb, phrase[0]):
            return subjects.before(analysis, sentence, verb) or phrase
    return phrase


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


def _subject_behind(scene: Scene, sentence: Sentence, verb: Verb) -> Range | None:
    """ "Citing a report, Smith accused": the subject of the first verb of saying behind the comma, if there is one."""
    analysis = scene.analysis
    comma = next((i for i in range(verb.last, sentence.end) if _comma(analysis, i) and analysis.inside[i] < 0), -1)
    later = next(
        (v for v in scene.verbs_of(scene.number_of(sentence)) if v.first > comma > 0 and v.form == "finite"), None
    )
    return subjects.before(analysis, sentence, later.first) if later is not None else None


def _subject_of_sentence(scene: Scene, sentence: Sentence, verb: Verb) -> Range | None:
    return subjects.first(scene.analysis, sentence, verb.first) or scene.speaker

"""Verb, speaker and content in one clause: "X said (that) …", "…, X said", "told reporters on Monday that …".

For languages whose word order does what commas and mood do in German. A verb of saying is given its subject, then the
content is looked for behind it (after addressee and adverbials) and, where the frame is set off by a comma or a
quotation mark, before it.
"""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.models import Stance
from claims.statements import subjects
from claims.statements.phrases import mention_words
from claims.statements.scene import Form, Found, Range, Scene, minus, trim
from claims.statements.verbs import Verb, clausal_words, is_adverb, verbs_of

CLOSING = frozenset({",", "—", "–", "--"})
CONTRACTIONS = tuple(mark + ending for mark in "'’" for ending in ("t", "s", "re", "ll", "ve"))
SHORTEST_BEFORE = 2  # words of content before the frame


def clausal(scene: Scene, number: int) -> None:
    """Every verb of saying of the sentence with what it says."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    found = verbs_of(analysis, sentence)
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
        frame = (mention[0] if mention and mention[0] < verb.first else verb.first, verb.last + 1)
        if inverted and mention:
            frame = (verb.first, mention[1])
        pieces, form = _content(scene, sentence, verb, frame, stop, inverted)
        if not pieces or any(scene.covered(number, *piece) for piece in pieces if _mostly_new(taken, piece)):
            continue
        if mention is None and verb.form == "passive" and not any(pieces):
            continue
        item = _found(scene, number, verb, mention, pieces, form)
        item.only_benchmark = item.only_benchmark or nested
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
    opened = _closes(analysis, at) or (analysis.inside[at] < 0 and analysis.tokens[at].text in CLOSING)
    stop, explicit = (stop, False) if inverted else _skip_frame(scene, sentence, verb, stop)
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
    )
    if mention and mention[1] - mention[0] == 1 and analysis.lower[mention[0]] in analysis.grammar.subject_relatives:
        sentence = analysis.sentences[number]
        item.antecedent = subjects.before(
            analysis, sentence, mention[0] - 1 if _comma(analysis, mention[0] - 1) else mention[0]
        )
    if verb.entry.group in words.thought or verb.form == "infinitive" or (verb.modal and not verb.negated):
        item.only_benchmark = True
    if verb.entry.verb in words.attitude_verbs:
        item.only_benchmark = True
    if verb.form == "passive" and verb.entry.verb not in words.passive_speaker and mention is None:
        item.only_benchmark = True
    return item


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
        return first_subject or _sentence_subject(scene, sentence, verb), False
    before = verb.first - 1
    opens = before < sentence.start or not analysis.is_word(before)
    if opens and (before >= sentence.start) and (analysis.tokens[before].text in CLOSING or _closes(analysis, before)):
        behind = subjects.after(analysis, sentence, verb.last)
        if behind is not None and not _apposition_closes(analysis, sentence, before):
            return behind, True
    if before >= sentence.start and lower[before] in analysis.grammar.coordinators:
        return first_subject or _sentence_subject(scene, sentence, verb), False
    own = subjects.before(analysis, sentence, verb.first)
    if own is not None:
        return own, False
    return (first_subject, False) if before >= sentence.start and lower[before] in ("and", "but") else (None, False)


def _apposition_closes(analysis: Analysis, sentence: Sentence, comma: int) -> bool:
    """The comma before the verb closes an insertion after the subject and not the content."""
    if analysis.tokens[comma].text != ",":
        return False
    return subjects.before(analysis, sentence, comma + 1) is not None and any(
        analysis.tokens[place].text == "," and analysis.inside[place] < 0 for place in range(sentence.start, comma)
    )


def _closes(analysis: Analysis, index: int) -> bool:
    """The token ends a quotation."""
    at = analysis.inside[index]
    return at >= 0 and analysis.quotations[at].end == index + 1


def _sentence_subject(scene: Scene, sentence: Sentence, verb: Verb) -> Range | None:
    """The subject of the first verb of the sentence, found by its auxiliary or ending."""
    analysis = scene.analysis
    for index in range(sentence.start + 1, verb.first):
        low = analysis.lower[index]
        if analysis.inside[index] >= 0 or not analysis.tokens[index].text[0].islower():
            continue
        if low in analysis.grammar.auxiliaries or (low.endswith("ed") and len(low) > 4):
            own = subjects.before(analysis, sentence, index)
            if own is not None:
                return own
    return scene.speaker if scene.speaker_sentence >= 0 else None


def _content(
    scene: Scene, sentence: Sentence, verb: Verb, frame: Range, stop: int, inverted: bool
) -> tuple[tuple[Range, ...], Form]:
    """The pieces of what is said, and whether they are direct, indirect or an act told by the narrator."""
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    before = _before(scene, sentence, frame)
    place, explicit = _skip_frame(scene, sentence, verb, frame[1])
    behind = trim(analysis, place, stop) if place < stop else None
    comma_behind = place < stop and not analysis.is_word(place) and analysis.inside[place] < 0
    if before and not explicit and (comma_behind or behind is None or place >= stop or inverted):
        pieces = [*before]
        if behind and comma_behind and analysis.tokens[place].text in (",", ":", "."):
            rest = trim(analysis, place, stop)
            opening = place + 1
            if rest and opening < stop and (analysis.inside[opening] >= 0 or _clause_like(analysis, *rest)):
                pieces.append(rest)
        return tuple(pieces), _form(analysis, pieces)
    if behind is None:
        return (), Form.INDIRECT
    if analysis.inside[place] < 0 and comma_behind and analysis.tokens[place].text != ":":
        # "said, " with the content in marks behind the comma
        opening = place + 1
        if opening < stop and analysis.inside[opening] >= 0:
            return (behind,), _form(analysis, [behind])
        return (), Form.INDIRECT
    if explicit or analysis.tokens[place].text == ":":
        return (behind,), _form(analysis, [behind])
    if analysis.inside[place] >= 0:
        return (behind,), _form(analysis, [behind])
    name = verb.entry.verb
    if name in words.bare_verbs and _clause_like(analysis, *behind):
        return (behind,), Form.INDIRECT
    if verb.entry.infinitive and analysis.lower[place] == analysis.grammar.infinitive_marker:
        return (behind,), Form.INDIRECT
    if name in words.object_verbs or name in words.attitude_verbs:
        return (behind,), Form.REPORTED
    if name in words.bare_verbs and verb.entry.group == "say" and behind[1] - behind[0] >= 4:
        return (behind,), Form.INDIRECT
    return (), Form.INDIRECT


def _form(analysis: Analysis, pieces: list[Range]) -> Form:
    quoted = all(
        analysis.inside[index] >= 0 or not analysis.is_word(index) for piece in pieces for index in range(*piece)
    )
    return Form.DIRECT if quoted else Form.INDIRECT


def _before(scene: Scene, sentence: Sentence, frame: Range) -> tuple[Range, ...]:
    """Content in front of a frame that a comma or a closing mark sets off."""
    analysis = scene.analysis
    at = frame[0] - 1
    if at <= sentence.start:
        return ()
    token = analysis.tokens[at]
    if not (_closes(analysis, at) or (analysis.inside[at] < 0 and token.text in CLOSING)):
        return ()
    start = sentence.start
    for item in scene.of_sentence(number_of(scene, sentence)):
        if item.frame and item.frame[1] <= frame[0]:
            start = max(start, item.frame[1])
    piece = trim(analysis, start, frame[0])
    if piece is None:
        return ()
    count = sum(1 for index in range(*piece) if analysis.is_word(index))
    quoted = any(analysis.inside[index] >= 0 for index in range(*piece))
    low = analysis.lower[piece[0]]
    if low in analysis.grammar.coordinators and piece[0] + 1 < piece[1]:
        piece = (piece[0] + 1, piece[1])
        low = analysis.lower[piece[0]]
    if count < SHORTEST_BEFORE and not quoted:
        return ()
    if not quoted:
        if not _clause_like(analysis, *piece):
            return ()
        if low in analysis.grammar.subordinators | analysis.grammar.prepositions and not _main_clause(analysis, piece):
            return ()
        if low == analysis.grammar.infinitive_marker or low.endswith("ing"):
            return ()
    return (piece,)


def number_of(scene: Scene, sentence: Sentence) -> int:
    """Place of the sentence among all."""
    return scene.analysis.sentences.index(sentence)


def _main_clause(analysis: Analysis, piece: Range) -> bool:
    """After an opening subordinate clause or adverbial a main clause follows within the piece."""
    for index in range(piece[0] + 1, piece[1] - 2):
        if analysis.tokens[index].text == "," and analysis.inside[index] < 0:
            return _clause_like(analysis, index + 1, piece[1])
    return analysis.lower[piece[0]] in analysis.grammar.prepositions and _clause_like(analysis, *piece)


def _clause_like(analysis: Analysis, start: int, end: int) -> bool:
    """Some word can be a finite verb: an auxiliary, or a small -s or -ed form that follows a word."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    for index in range(start, end):
        low = lower[index]
        if low in grammar.auxiliaries or low.endswith(
            ("n't", "n’t", "'s", "’s", "'re", "’re", "'ll", "’ll", "'ve", "’ve")
        ):
            return True
        if (
            index > start
            and tokens[index].kind == "word"
            and tokens[index].text[0].islower()
            and len(low) > 3
            and low.endswith(("ed", "s"))
            and not low.endswith(("ss", "'s"))
            and low not in grammar.closed
            and lower[index - 1] not in grammar.determiners | grammar.prepositions
        ):
            return True
        if index > start and lower[index - 1] in grammar.subject_pronouns and tokens[index].text[0].islower():
            return True
    return False


def _skip_frame(scene: Scene, sentence: Sentence, verb: Verb, place: int) -> tuple[int, bool]:
    """(where the content can begin after addressee and adverbials, whether a word announces it)."""
    analysis = scene.analysis
    grammar, lower = analysis.grammar, analysis.lower
    words = clausal_words(analysis.language)
    times = mention_words(analysis.language).time_words
    end = sentence.end
    explicit = _announced(scene, place, min(end, place + 16))
    if explicit >= 0:
        start = explicit if lower[explicit] != "that" else explicit + 1
        return (explicit if lower[explicit] != "that" else start - 1), True
    if verb.entry.verb in words.addressee_verbs:
        place = _noun_phrase(analysis, place, end)
        if place < end and lower[place] == grammar.infinitive_marker:
            return place - (lower[place - 1] == "not"), True
    steps = 0
    while place < end and steps < 4:
        steps += 1
        if not analysis.is_word(place):
            break
        low = lower[place]
        if low in times or (low in words.adverbial_starts and place + 1 < end and (lower[place + 1] in times)):
            place += 1 + (low not in times)
            continue
        if is_adverb(analysis, place) and place + 1 < end and not analysis.is_word(place + 1):
            place += 1
            continue
        if low in words.adverbial_prepositions and low not in ("to",):
            follow = _noun_phrase(analysis, place + 1, end)
            if follow > place + 1:
                place = follow
                continue
        if low == "to" and verb.entry.group == "say":
            follow = _noun_phrase(analysis, place + 1, end)
            if follow > place + 1 and verb.entry.verb in ("say", "explain", "complain", "write", "add"):
                place = follow
                continue
        break
    return place, False


def _announced(scene: Scene, start: int, end: int) -> int:
    """The word that announces the content, unless a verb or comma stands before it; -1 if there is none."""
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    for index in range(start, end):
        if not analysis.is_word(index) or analysis.inside[index] >= 0:
            return -1
        low = analysis.lower[index]
        if low in words.complementisers:
            return index
        if low in analysis.grammar.auxiliaries or low in analysis.grammar.subject_pronouns:
            return -1
    return -1


def _noun_phrase(analysis: Analysis, start: int, end: int) -> int:
    """End of the noun phrase that begins at ``start``: up to a determiner, pronoun, preposition or verb."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    place = start
    if place < end and lower[place] in grammar.object_pronouns:
        return place + 1
    while place < end and place - start < 9:
        low = lower[place]
        if not analysis.is_word(place):
            if tokens[place].text == "." and tokens[place - 1].text in (
                "Mr",
                "Mrs",
                "Ms",
                "Dr",
                "U.S",
                "St",
                "Sen",
                "Rep",
            ):
                place += 1
                continue
            break
        if place > start and (
            low in grammar.determiners
            or low in grammar.auxiliaries
            or low in grammar.subject_pronouns
            or low in grammar.subordinators
            or low in grammar.content_subordinators
            or low == grammar.infinitive_marker
            or (low in grammar.prepositions and low not in ("of",))
            or low in mention_words(analysis.language).time_words
        ):
            if low in grammar.determiners and lower[place - 1] == "of":
                place += 1
                continue
            break
        place += 1
    return place


def leftover(scene: Scene, number: int) -> None:
    """A whole quoted sentence right after quoted words of the same paragraph belongs to them."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.of_sentence(number) or not scene.found or number == 0:
        return
    last = scene.found[-1]
    if last.sentence != number - 1 or analysis.sentences[number - 1].block != sentence.block:
        return
    if any(analysis.inside[index] < 0 and analysis.is_word(index) for index in range(sentence.start, sentence.end)):
        return
    if not any(analysis.inside[index] >= 0 for piece in last.pieces for index in range(*piece)):
        return
    piece = minus(analysis, (sentence.start, sentence.end), [])
    if piece and sum(end - start for start, end in (*last.pieces, *piece)) <= 100:
        last.pieces = (*last.pieces, *piece)
        last.sentence = number
        if last.frame:
            last.frame = (last.frame[0], piece[-1][1])
        scene.speaker_sentence = number

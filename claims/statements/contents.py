"""Where the content of a verb of saying stands: behind addressee and adverbials, or before a frame set off."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.nouns import mention_words
from claims.statements.occurrences import is_number
from claims.statements.scene import Form, Range, Scene, trim
from claims.statements.verbs import Verb, clausal_words, is_adverb

CLOSING = frozenset({",", "—", "–", "--"})
CONTRACTIONS = tuple(mark + ending for mark in "'’" for ending in ("t", "s", "re", "ll", "ve"))
DOTTED = frozenset({"Mr", "Mrs", "Ms", "Dr", "U.S", "St", "Sen", "Rep"})
REACH = 16  # tokens between the verb and the word that announces its content
SHORTEST_BEFORE = 2  # words of content before the frame


def closes(analysis: Analysis, index: int) -> bool:
    """The token ends a quotation."""
    at = analysis.inside[index]
    return at >= 0 and analysis.quotations[at].end == index + 1


def content_of(
    scene: Scene, sentence: Sentence, verb: Verb, frame: Range, stop: int, inverted: bool
) -> tuple[tuple[Range, ...], Form]:
    """The pieces of what is said, and whether they are direct, indirect or an act told by the narrator."""
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    place, explicit = skip_frame(scene, sentence, verb, frame[1], stop)
    announced = place < stop and analysis.tokens[place].text == ":" and analysis.inside[place] < 0
    before = () if announced else before_frame(scene, sentence, frame)
    if _circumstance(analysis, verb, place, stop):
        if not before:
            explicit = False
            stop = min(stop, place)  # "told us on condition of anonymity because …"
        else:
            return before, form_of(analysis, [*before])  # "“…,” he said when reached by phone"
    behind = trim(analysis, place, stop) if place < stop else None
    comma_behind = place < stop and not analysis.is_word(place) and analysis.inside[place] < 0
    if before and not explicit and closes(analysis, frame[0] - 1) and place < stop and analysis.is_word(place):
        quoted_later = any(analysis.inside[index] >= 0 for index in range(place, stop))
        if not quoted_later and verb.form == "finite":
            return tuple(before), form_of(analysis, [*before])  # "“…,” she said after they had left"
    if before and not explicit and (comma_behind or behind is None or place >= stop or inverted):
        pieces = [*before]
        if behind and comma_behind and analysis.tokens[place].text in (",", ":", "."):
            rest = trim(analysis, place, stop)
            opening = place + 1
            told = opening < stop and analysis.lower[opening] in analysis.grammar.relatives | words.narrating_tails
            if rest and opening < stop and not told and (analysis.inside[opening] >= 0 or clause_like(analysis, *rest)):
                pieces.append(rest)
        return tuple(pieces), form_of(analysis, pieces)
    if behind is None or " ".join(analysis.lower[frame[1] : frame[1] + 2]) in words.reciprocal:
        return (), Form.INDIRECT
    if verb.entry.verb in words.announced_only and not explicit:
        return (), Form.INDIRECT
    led = _after_colon(analysis, verb, place, stop)
    if led is not None:
        return (led,), form_of(analysis, [led])
    if verb.entry.reported and verb.entry.needs and not explicit:
        behind = trim(analysis, verb.last + 1, stop) or behind
    if analysis.inside[place] < 0 and comma_behind and analysis.tokens[place].text != ":":
        # "said, " with the content in marks behind the comma
        opening = place + 1
        if opening < stop and analysis.inside[opening] >= 0:
            return (behind,), form_of(analysis, [behind])
        return (), Form.INDIRECT
    if explicit or analysis.tokens[place].text == ":":
        return (behind,), form_of(analysis, [behind])
    if analysis.inside[place] >= 0:
        return (behind,), form_of(analysis, [behind])
    name = verb.entry.verb
    if name in words.bare_verbs and clause_like(analysis, *behind):
        return (behind,), Form.INDIRECT
    if verb.entry.infinitive and analysis.lower[place] == analysis.grammar.infinitive_marker:
        return (behind,), Form.INDIRECT
    if verb.entry.group == "deny" and analysis.lower[place] == analysis.grammar.infinitive_marker:
        return (), Form.INDIRECT  # "refused to leave"
    act = verb.entry.reported if verb.entry.needs else name in words.object_verbs
    act = act or (verb.entry.group in ("confirm", "deny") and _gerund(analysis, place))
    if act or name in words.attitude_verbs or name in words.object_verbs:
        return (behind,), Form.REPORTED
    if name in words.bare_verbs and verb.entry.group == "say" and behind[1] - behind[0] >= 4:
        return (behind,), Form.INDIRECT
    if name in words.bare_verbs and verb.entry.group == "say" and _tells_figure(analysis, *behind):
        return (behind,), Form.REPORTED
    return (), Form.INDIRECT


def _after_colon(analysis: Analysis, verb: Verb, place: int, stop: int) -> Range | None:
    """ "contradicted the guard: he had missed the signal": the clause behind the colon that an object leads to."""
    if verb.form != "finite" or verb.modal or not (verb.entry.needs or verb.entry.group in ("deny", "confirm")):
        return None
    for index in range(place, stop - 1):
        if analysis.inside[index] >= 0 or analysis.tokens[index].text in (",", ";"):
            return None
        if analysis.tokens[index].text == ":":
            piece = trim(analysis, index + 1, stop)
            return piece if piece is not None and clause_like(analysis, *piece) else None
    return None


def form_of(analysis: Analysis, pieces: list[Range]) -> Form:
    quoted = all(
        analysis.inside[index] >= 0 or not analysis.is_word(index) for piece in pieces for index in range(*piece)
    )
    return Form.DIRECT if quoted else Form.INDIRECT


def before_frame(scene: Scene, sentence: Sentence, frame: Range) -> tuple[Range, ...]:
    """Content in front of a frame that a comma or a closing mark sets off."""
    analysis = scene.analysis
    at = frame[0] - 1
    if at <= sentence.start:
        return ()
    token = analysis.tokens[at]
    if not (closes(analysis, at) or (analysis.inside[at] < 0 and token.text in CLOSING)):
        return ()
    start = past_stop(scene, sentence, frame[0])
    for item in scene.of_sentence(scene.number_of(sentence)):
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
        asked = low in analysis.grammar.question_words | analysis.grammar.content_subordinators
        headline = analysis.tokens[sentence.end - 1].text not in (".", "!", "?")
        if not asked and not headline and not clause_like(analysis, *piece):
            return ()
        if low in analysis.grammar.subordinators | analysis.grammar.prepositions and not _main_clause(analysis, piece):
            return ()
        if low == analysis.grammar.infinitive_marker or low.endswith("ing"):
            return ()
    return (piece,)


def _circumstance(analysis: Analysis, verb: Verb, place: int, stop: int) -> bool:
    """Behind the frame a clause tells of the saying: "he said when reached by phone"; not "has not said when"."""
    grammar = analysis.grammar
    if place >= stop or analysis.inside[place] >= 0 or verb.negated:
        return False
    takes_object = verb.entry.verb in clausal_words(analysis.language).object_verbs  # "described it as"
    return analysis.lower[place] in grammar.subordinators - grammar.content_subordinators and not takes_object


def _gerund(analysis: Analysis, place: int) -> bool:
    """ "admitted causing": what was done."""
    ending = clausal_words(analysis.language).gerund
    low = analysis.lower[place]
    return bool(ending) and low.endswith(ending) and low not in mention_words(analysis.language).time_words


def _tells_figure(analysis: Analysis, start: int, end: int) -> bool:
    """ "said 9,000", "said about 580": a figure alone."""
    return any(is_number(analysis, index) for index in range(start, min(end, start + 2)))


def past_stop(scene: Scene, sentence: Sentence, stop: int) -> int:
    """After the last semicolon or colon, if a verb of saying is before it: "They urged calm; it is safe, he said"."""
    analysis = scene.analysis
    for place in range(stop - 1, sentence.start, -1):
        if analysis.tokens[place].text in (";", ":") and analysis.inside[place] < 0:
            told = any(verb.first < place for verb in scene.verbs_of(scene.number_of(sentence)))
            return place + 1 if told else sentence.start
    return sentence.start


def _main_clause(analysis: Analysis, piece: Range) -> bool:
    """After an opening subordinate clause or adverbial a main clause follows within the piece."""
    for index in range(piece[0] + 1, piece[1] - 2):
        if analysis.tokens[index].text == "," and analysis.inside[index] < 0:
            return clause_like(analysis, index + 1, piece[1])
    return analysis.lower[piece[0]] in analysis.grammar.prepositions and clause_like(analysis, *piece)


def clause_like(analysis: Analysis, start: int, end: int) -> bool:
    """Whether some word can be a finite verb."""
    return any(may_be_finite(analysis, index, start) for index in range(start, end))


def may_be_finite(analysis: Analysis, index: int, start: int) -> bool:
    """An auxiliary, or behind ``start`` a small -s or -ed form that follows a word, or what follows a pronoun."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    low = lower[index]
    if low in grammar.auxiliaries or low in grammar.finite or low.endswith(CONTRACTIONS):
        return True
    if index <= start or not tokens[index].text[0].islower():
        return False
    if _governs(analysis, index):
        return True
    inflected = (
        tokens[index].kind == "word"
        and len(low) > 3
        and low.endswith(("ed", "s"))
        and not low.endswith(("ss", "'s"))
        and low not in grammar.closed
        and lower[index - 1] not in grammar.determiners | grammar.prepositions
    )
    return inflected or lower[index - 1] in grammar.subject_pronouns


def _governs(analysis: Analysis, index: int) -> bool:
    """ "measurements show a rise": a small word of no closed class between a noun and a determiner."""
    grammar, lower = analysis.grammar, analysis.lower
    if index + 1 >= len(lower) or lower[index + 1] not in grammar.determiners or lower[index] in grammar.closed:
        return False
    noun = lower[index - 1].endswith("s") and lower[index - 1] not in grammar.closed
    return noun and not lower[index].endswith(("ing", "s"))


def skip_frame(scene: Scene, sentence: Sentence, verb: Verb, place: int, stop: int) -> tuple[int, bool]:
    """(where the content can begin after addressee and adverbials, whether a word announces it)."""
    analysis = scene.analysis
    grammar, lower = analysis.grammar, analysis.lower
    words = clausal_words(analysis.language)
    times = mention_words(analysis.language).time_words
    end = min(sentence.end, stop)
    place = begin = _past_insertion(scene, place, end)
    meant = verb.entry.infinitive and place < end and lower[place] == grammar.infinitive_marker
    explicit = -1 if meant else _announced(scene, place, min(end, place + REACH))  # "promised to go if …"
    if explicit >= 0 and not _object_between(analysis, verb, place, explicit):
        start = explicit if lower[explicit] != "that" else explicit + 1
        return (explicit if lower[explicit] != "that" else start - 1), True
    named = verb.entry.name if verb.entry.needs else verb.entry.verb
    if named in words.addressee_verbs:
        place = noun_phrase(analysis, place, end)
        if place < end and lower[place] == grammar.infinitive_marker:
            return place - (lower[place - 1] == "not"), True
        asked = verb.entry.group == "demand" and verb.form == "finite" and named in words.object_verbs
        if (
            asked
            and lower[begin] not in grammar.prepositions
            and (place >= end or analysis.tokens[place].kind == "punct")
        ):
            return begin, False  # "urged calm", "ordered the closure": what is asked for
    steps = 0
    while place < end and steps < 4:
        steps += 1
        if not analysis.is_word(place):
            break
        low = lower[place]
        timed = times | words.adverbial_prepositions  # "late on Tuesday"
        if low in times or (low in words.adverbial_starts and place + 1 < end and lower[place + 1] in timed):
            place += 1 + (low not in times and lower[place + 1] in times)
            continue
        follows = place + 1 < end
        led = follows and low not in words.adverbial_prepositions and lower[place + 1] in words.adverbial_prepositions
        if (
            is_adverb(analysis, place)
            and low not in grammar.determiners
            and follows
            and (led or not analysis.is_word(place + 1))
        ):
            place += 1  # "said later.", "said shortly after midnight"
            continue
        if low in words.adverbial_prepositions and low not in ("to",):
            follow = noun_phrase(analysis, place + 1, end)
            if follow > place + 1:
                place = follow
                continue
        if low == "to" and verb.entry.group == "say":
            follow = noun_phrase(analysis, place + 1, end)
            if follow > place + 1 and verb.entry.verb in ("say", "explain", "complain", "write", "add"):
                place = follow
                continue
        break
    return place, False


def _object_between(analysis: Analysis, verb: Verb, place: int, explicit: int) -> bool:
    """ "cited a trial that had found nothing": the word belongs to the object of a verb that has no content clause."""
    words, grammar = clausal_words(analysis.language), analysis.grammar
    name = verb.entry.verb
    if explicit > place and analysis.lower[explicit - 1] in words.speech_nouns:
        led = any(analysis.lower[at] in words.adverbial_prepositions for at in range(place, explicit - 1))
        if not led:
            return True  # "said the claim that …", not "said in a statement that …"
    if explicit <= place or name not in words.object_verbs or name in words.bare_verbs | words.addressee_verbs:
        return verb.entry.reported and bool(verb.entry.needs) and explicit > place
    return analysis.lower[place] in grammar.determiners or analysis.tokens[place].kind == "number"


def _past_insertion(scene: Scene, place: int, end: int) -> int:
    """After "reported, citing two officials, that" the place of "that"; else ``place``."""
    analysis = scene.analysis
    if place >= end or analysis.tokens[place].text != ",":
        return place
    for index in range(place + 1, min(place + REACH, end - 1)):
        if analysis.inside[index] >= 0:
            return place
        if analysis.tokens[index].text == ",":
            announced = analysis.lower[index + 1] in analysis.grammar.content_subordinators
            return index + 1 if announced and analysis.inside[index + 1] < 0 else place
    return place


def _announced(scene: Scene, start: int, end: int) -> int:
    """The word that announces the content, unless a verb or comma stands before it; -1 if there is none."""
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    for index in range(start, end):
        if not analysis.is_word(index) or analysis.inside[index] >= 0:
            return -1
        low = analysis.lower[index]
        relative = low in analysis.grammar.subject_relatives and index > start
        if relative and analysis.lower[index - 1] not in analysis.grammar.object_pronouns:
            return -1  # "those who stayed"
        if low in analysis.grammar.demonstratives and (index + 1 >= end or not analysis.is_word(index + 1)):
            return -1  # "denied that."
        if low in words.complementisers:
            return index
        stops = analysis.grammar.auxiliaries | analysis.grammar.subject_pronouns | analysis.grammar.finite
        if low in stops and low not in words.nouns_too:
            return -1
    return -1


def noun_phrase(analysis: Analysis, start: int, end: int) -> int:
    """End of the noun phrase that begins at ``start``: up to a determiner, pronoun, preposition or verb."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    place = start
    if place < end and lower[place] in grammar.object_pronouns:
        return place + 1
    while place < end and place - start < 9:
        low = lower[place]
        if not analysis.is_word(place):
            if tokens[place].text == "." and tokens[place - 1].text in DOTTED:
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
            or (low in grammar.other_words and place + 1 < end and lower[place + 1] in grammar.auxiliaries)
        ):
            if low in grammar.determiners and lower[place - 1] == "of":
                place += 1
                continue
            break
        place += 1
    return place

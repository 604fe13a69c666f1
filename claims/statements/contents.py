"""Where the content of a verb of saying stands: behind addressee and adverbials, or before a frame set off."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.behind_verb import skip_frame, titled
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import table
from claims.statements.finite_forms import clause_like, plain_clause, plural_clause
from claims.statements.mention_words import mention_words
from claims.statements.occurrences import is_number
from claims.statements.owned import answered_tail
from claims.statements.scene import CURRENCIES, Form, Range, Scene, trim
from claims.statements.verbs import Verb

CLOSING = frozenset({",", "—", "–", "--"})
LONGEST_NAMED = 5  # tokens behind a verb of naming in which the noun's clause begins
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
    if (pointed := _pointed(analysis, verb)) is not None:
        return (pointed,), Form.REPORTED
    place, explicit = skip_frame(scene, sentence, verb, frame[1], stop)
    if inverted and frame[1] < stop and analysis.lower[frame[1]] in analysis.grammar.relatives:
        explicit = False  # "said a man who was there when the bridge fell"
    if _names(analysis, verb, stop) and (judged := trim(analysis, verb.first, stop)) is not None:
        return (judged,), Form.REPORTED
    announced = place < stop and analysis.tokens[place].text == ":" and analysis.inside[place] < 0
    before = before_frame(scene, sentence, frame)
    if announced and before and _told_before(analysis, verb, before[0][0]) and not inverted:
        behind = trim(analysis, place + 1, stop)
        pieces = [*before, *([behind] if behind else [])]  # "There was enough, she said: people had queued"
        return tuple(pieces), form_of(analysis, pieces)
    before = () if announced else before
    if _circumstance(analysis, verb, place, stop):
        if not before:
            explicit = False
            stop = min(stop, place)  # "told us on condition of anonymity because …"
        else:
            return before, form_of(analysis, [*before])  # "“…,” he said when reached by phone"
    behind = trim(analysis, place, stop) if place < stop else None
    comma_behind = place < stop and not analysis.is_word(place) and analysis.inside[place] < 0
    comma_behind = comma_behind and analysis.tokens[place].text not in CURRENCIES
    goes_on = place < stop and (analysis.is_word(place) or titled(analysis, place))
    if before and not explicit and closes(analysis, frame[0] - 1) and goes_on:
        quoted_later = any(analysis.inside[i] >= 0 and not titled(analysis, i) for i in range(place, stop))
        if not quoted_later and verb.form == "finite":
            return tuple(before), form_of(analysis, [*before])  # "“…,” she said after they had left"
    if before and not explicit and (comma_behind or behind is None or place >= stop or inverted):
        pieces = [*before]
        if behind and comma_behind and analysis.tokens[place].text in (",", ":", "."):
            rest = trim(analysis, place, stop)
            opening = place + 1
            told = opening < stop and analysis.lower[opening] in analysis.grammar.relatives | words.narrating_tails
            told = told or answered_tail(analysis, opening, stop)
            if rest and opening < stop and not told and (analysis.inside[opening] >= 0 or clause_like(analysis, *rest)):
                pieces.append(rest)
        return tuple(pieces), form_of(analysis, pieces)
    if behind is None or " ".join(analysis.lower[frame[1] : frame[1] + 2]) in words.reciprocal:
        return (), Form.INDIRECT
    if _has_for_name(analysis, verb, *behind):
        return (), Form.INDIRECT
    if {verb.entry.verb, verb.entry.name} & words.announced_only and not explicit and not announced:
        return (), Form.INDIRECT
    if verb.entry.verb in words.colon_only and not announced:
        return (), Form.INDIRECT  # "disagreed that it was safe" says the opposite
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
        whole = verb.entry.reported and verb.entry.name in words.shown_whole  # "warned against “reckless talk”"
        return ((behind,), Form.REPORTED) if whole else ((behind,), form_of(analysis, [behind]))
    name = verb.entry.verb
    matter = place > verb.last + 1 and name in words.addressee_verbs and _led(analysis, place)
    clause = clause_like(analysis, *behind) or plural_clause(analysis, *behind)
    bare = name in words.bare_verbs or (verb.entry.name in words.plain_clauses and plain_clause(analysis, *behind))
    if bare and clause and not matter:
        return (behind,), Form.INDIRECT
    if verb.entry.infinitive and analysis.lower[place] == analysis.grammar.infinitive_marker:
        return (behind,), Form.INDIRECT
    if verb.entry.group == "deny" and analysis.lower[place] == analysis.grammar.infinitive_marker:
        return (), Form.INDIRECT  # "refused to leave"
    if verb.entry.name in words.clause_only:
        return ((behind,), Form.INDIRECT) if clause else ((), Form.INDIRECT)
    act = verb.entry.reported if verb.entry.needs else name in words.object_verbs
    told = verb.entry.group in ("confirm", "deny") or name in words.gerund_verbs
    act = act or (told and _gerund(analysis, place))
    if act or name in words.attitude_verbs or name in words.object_verbs:
        return ((), Form.INDIRECT) if _summons(analysis, verb, behind) else ((behind,), Form.REPORTED)
    if verb.negated and analysis.lower[place] in analysis.grammar.object_pronouns | {"it"}:
        return (), Form.INDIRECT  # "had not written it in the log"
    if name in words.bare_verbs and verb.entry.group == "say" and behind[1] - behind[0] >= 4 and not matter:
        return (behind,), Form.INDIRECT
    if name in words.bare_verbs and verb.entry.group == "say" and _tells_figure(analysis, *behind):
        return (behind,), Form.REPORTED
    return (), Form.INDIRECT


def _told_before(analysis: Analysis, verb: Verb, start: int) -> bool:
    """ "There was enough, she said: people had queued": no "Asked about it, she said: …"."""
    low = analysis.lower[start]
    words = clausal_words(analysis.language)
    return verb.entry.verb in words.plainly and low not in table(analysis.language).participle


def _summons(analysis: Analysis, verb: Verb, behind: Range) -> bool:
    """ "Called a meeting for Monday", "called an ambulance": one thing alone, and no name for it."""
    grammar, lower = analysis.grammar, analysis.lower
    naming = verb.form == "finite" and verb.entry.name in clausal_words(analysis.language).naming_verbs
    article = lower[behind[0]] in (grammar.determiners & grammar.singular_words) - grammar.demonstratives
    after = behind[0] + 2
    ends = after >= behind[1] or (lower[after] in grammar.prepositions - {"of"} and analysis.inside[after] < 0)
    rest = range(after, behind[1])
    named = any(analysis.inside[i] >= 0 or lower[i] in grammar.determiners for i in rest)
    return naming and article and ends and not named


def _has_for_name(analysis: Analysis, verb: Verb, start: int, stop: int) -> bool:
    """ "Call themselves Bitter Almond": how they are called is nothing they say."""
    words = clausal_words(analysis.language)
    itself = verb.entry.verb in words.naming_verbs and analysis.lower[start] in words.reflexives
    return itself and start + 1 < stop and analysis.tokens[start + 1].text[0].isupper()


def _pointed(analysis: Analysis, verb: Verb) -> Range | None:
    """ "Has ruled that out": the word for what was said stands between the verb and its particle."""
    places = range(verb.first, verb.last)
    within = (i for i in places if analysis.lower[i] in analysis.grammar.demonstratives and i not in verb.tokens)
    at = next(within, None)
    follows = analysis.tokens[verb.last + 1].text if verb.last + 1 < len(analysis.tokens) else ""
    if at is None or verb.entry.group != "deny" or not verb.entry.needs or follows == ":":
        return None  # "ruled that out: there would be no …"
    return (at, at + 1)


def _names(analysis: Analysis, verb: Verb, stop: int) -> bool:
    """ "Described reports that he had fled as a fairy tale": the noun with its clause is what the verb judges."""
    if verb.form != "finite" or verb.entry.verb not in clausal_words(analysis.language).naming_verbs:
        return False
    for index in range(verb.last + 1, min(stop, verb.last + LONGEST_NAMED)):
        if analysis.lower[index] in analysis.grammar.content_subordinators:
            return index > verb.last + 1
        if not analysis.is_word(index) or analysis.inside[index] >= 0:
            return False
    return False


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
    if at <= sentence.start or analysis.lower[frame[0]] in analysis.grammar.subject_relatives:
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
        told = clause_like(analysis, *piece) or plural_clause(analysis, *piece)
        if not asked and not _is_headline(analysis, sentence) and not told:
            return ()
        if low in analysis.grammar.subordinators | analysis.grammar.prepositions and not _main_clause(analysis, piece):
            return ()
        if low == analysis.grammar.infinitive_marker or (low.endswith("ing") and not _subject_first(analysis, piece)):
            return ()
    return (piece,)


def _circumstance(analysis: Analysis, verb: Verb, place: int, stop: int) -> bool:
    """Behind the frame a clause tells of the saying: "he said when reached by phone"; not "has not said when"."""
    grammar = analysis.grammar
    if place >= stop or analysis.inside[place] >= 0 or verb.negated:
        return False
    words = clausal_words(analysis.language)
    takes_object = verb.entry.verb in words.object_verbs  # "described it as"
    if analysis.lower[place] in words.quoted_as and analysis.lower[place + 1] in words.as_far:
        return False  # "said as many as 900 had drowned"
    return analysis.lower[place] in grammar.subordinators - grammar.content_subordinators and not takes_object


def _gerund(analysis: Analysis, place: int) -> bool:
    """ "admitted causing": what was done."""
    ending = clausal_words(analysis.language).gerund
    low = analysis.lower[place]
    return bool(ending) and low.endswith(ending) and low not in mention_words(analysis.language).time_words


def _led(analysis: Analysis, place: int) -> bool:
    """ "told the police about it": a preposition with its object, no "about 300 people"."""
    if analysis.lower[place] not in analysis.grammar.prepositions or place + 1 >= len(analysis.lower):
        return False
    return not is_number(analysis, place + 1)


def _tells_figure(analysis: Analysis, start: int, end: int) -> bool:
    """ "said 9,000", "said about 580": a figure alone."""
    return any(is_number(analysis, index) for index in range(start, min(end, start + 2)))


def _is_headline(analysis: Analysis, sentence: Sentence) -> bool:
    """The sentence ends without a mark."""
    return analysis.tokens[sentence.end - 1].text not in (".", "!", "?")


def past_stop(scene: Scene, sentence: Sentence, stop: int) -> int:
    """After the last semicolon or colon, if a verb of saying is before it: "They urged calm; it is safe, he said"; in a
    headline also behind its kicker: "Harrach crash: driver had slept, says firm"."""
    analysis = scene.analysis
    for place in range(stop - 1, sentence.start, -1):
        if analysis.tokens[place].text in (";", ":") and analysis.inside[place] < 0:
            told = any(verb.first < place for verb in scene.verbs_of(scene.number_of(sentence)))
            kicker = analysis.tokens[place].text == ":" and not clause_like(analysis, sentence.start, place)
            kicker = kicker and _is_headline(analysis, sentence)
            both = analysis.tokens[place].text == ":" and clause_like(analysis, sentence.start, place)
            both = both and clause_like(
                analysis, place + 1, stop
            )  # "It has made up its mind: this was a spill, it says"
            return place + 1 if told or kicker or both else sentence.start
    return sentence.start


def _subject_first(analysis: Analysis, piece: Range) -> bool:
    """ "Nothing had arrived", "Parking there was illegal": no participle that hangs on what follows it."""
    grammar = analysis.grammar
    verb = next((n for n in range(piece[0] + 1, piece[1]) if analysis.lower[n] in grammar.auxiliaries), -1)
    opening = grammar.subject_pronouns | grammar.subordinators | grammar.question_words | grammar.relatives
    opening |= grammar.content_subordinators  # "Following reports that the bridge was closed, the mayor ordered …"
    between = range(piece[0] + 1, verb)
    return verb > 0 and not any(analysis.lower[n] in opening or analysis.tokens[n].text == "," for n in between)


def _main_clause(analysis: Analysis, piece: Range) -> bool:
    """After an opening subordinate clause or adverbial a main clause follows within the piece."""
    for index in range(piece[0] + 1, piece[1] - 2):
        if analysis.tokens[index].text == "," and analysis.inside[index] < 0:
            return clause_like(analysis, index + 1, piece[1])
    return analysis.lower[piece[0]] in analysis.grammar.prepositions and clause_like(analysis, *piece)

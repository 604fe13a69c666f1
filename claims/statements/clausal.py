"""Verb, speaker and content in one clause: "X said (that) …", "…, X said", "told reporters on Monday that …".

For languages whose word order does what commas and mood do in German. A verb of saying is given its subject, then the
content is looked for behind it (after addressee and adverbials) and, where the frame is set off by a comma or a
quotation mark, before it.
"""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.models import Stance
from claims.statements import answering, owned, subjects
from claims.statements.behind_verb import skip_frame
from claims.statements.clausal_words import clausal_words
from claims.statements.clause_borders import (
    around_insertion,
    coordinated,
    next_source,
    of_person,
    refused,
    told_by_another,
    without_told_clause,
)
from claims.statements.content_ends import end_of_content
from claims.statements.contents import CLOSING, closes, content_of
from claims.statements.cues import cue_words
from claims.statements.floating import is_person
from claims.statements.noun_ends import noun_phrase
from claims.statements.occurrences import is_number
from claims.statements.openings import cleft, end_of_opening, says_nothing
from claims.statements.plausible import tidy
from claims.statements.relayed import passed_as, quoted_by, quotes, quoting, relay_of
from claims.statements.sayers import subject_of
from claims.statements.scene import Form, Found, Range, Scene, trim
from claims.statements.stance import answers_with
from claims.statements.verb_or_noun import is_adverb
from claims.statements.verbs import Verb

NOT_DENYING = frozenset({"rule", "deny", "dispute", "contest"})  # what is not denied is held to be so or possible


def clausal(scene: Scene, number: int) -> None:
    """Every verb of saying of the sentence with what it says."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    found = scene.verbs_of(number)
    first_subject: Range | None = None
    taken: list[Range] = []  # contents of this sentence
    cited: list[Range] = []  # of these, what is only cited
    tails = [tail.border for verb in found if (tail := answering.tail(analysis, sentence, verb)) is not None]
    for place, verb in sorted(enumerate(found), key=lambda item: not closing_frame(scene, sentence, item[1])):
        nested = any(start <= verb.first < end for start, end in taken if (start, end) not in cited)
        nested = nested and not _in_writing(scene, number, verb)
        if nested and verb.form != "finite":
            continue
        if any(verb.last < other.first and quotes(scene, sentence, verb, other) for other in found[place + 1 :]):
            continue  # "…," the agency quoted him as saying: his words
        if verb.form == "passive" and passed_as(analysis, verb, found[place + 1 :]):
            continue  # "was reported by the agency as saying"
        if (answer := _answer(scene, number, verb, taken)) is not None:
            scene.used.update(verb.tokens)
            scene.add(answer)
            continue
        around = around_insertion(analysis, sentence, verb, found[place + 1 :])
        mention, inverted = subject_of(scene, sentence, around or verb, first_subject)
        if mention is None and verb.form not in ("passive",):
            continue
        if verb.form == "passive" and mention is not None and _impersonal(analysis, mention):
            continue  # "after it was reported that …"
        if mention is not None and verb.form == "finite" and analysis.lower[mention[0] - 1] == "nor":
            verb = verb._replace(negated=True)  # "neither the mayor nor the police confirmed it"
        if _asked_who(analysis, verb) or says_nothing(analysis, sentence, verb, mention):
            continue
        noun = cleft(analysis, sentence, verb, mention)
        if noun == ():
            continue  # "what the minister said is untrue"
        goes_on = verb.entry.verb in clausal_words(analysis.language).going_on
        to_say = any(other.form == "infinitive" for other in found[place + 1 :])  # "went on television to deny"
        if goes_on and (mention is None or to_say or not is_person(analysis, mention)):
            continue  # "the war went on"
        if first_subject is None and mention is not None and verb.form == "finite":
            first_subject = mention
        following = next((other for other in found[place + 1 :] if coordinated(analysis, verb, other)), None)
        stop = following.first - 1 if following else sentence.end
        stop = min([stop, *(item.start - 1 for item in scene.of_sentence(number) if refused(analysis, verb, item))])
        stop = min(
            [stop, next_source(scene, sentence, verb, found[place + 1 :]), *([around.first - 1] if around else [])]
        )
        if (
            verb.form == "gerund"
            and mention is not None
            and mention[1] == verb.first
            and mention[0] <= sentence.start + 1
        ):
            stop = min(
                stop, owned.end_of_clause(analysis, sentence, verb.last + 1)
            )  # "a report saying … has been denied"
        stop = min(stop, end_of_opening(analysis, sentence, verb, mention, found[place + 1 :]))
        stop = end_of_content(analysis, verb, mention, min([stop, *(at for at in tails if at > verb.last)]))
        frame = (mention[0] if mention and mention[0] < verb.first else verb.first, verb.last + 1)
        if (relayed := quoted_by(scene, sentence, verb)) is not None:
            frame = (relayed[1][0], verb.last + 1)
            if analysis.lower[frame[0]] in analysis.grammar.subject_relatives:
                comma = (i for i in range(verb.last + 1, stop) if _comma(analysis, i) and analysis.inside[i] < 0)
                stop = next(comma, stop)  # "the agency, which quoted an aide as saying …, withdrew it"
        if inverted and mention:
            frame = (verb.first, mention[1])
        if noun:
            frame, verb = noun[0], verb._replace(modal=False)  # "was all she would say"
        pieces, form = content_of(scene, sentence, verb, frame, stop, inverted)
        answers = verb.entry.group in answering.ANSWERS or verb.entry.reported
        if verb.entry.verb in clausal_words(analysis.language).asking_persons and of_person(analysis, pieces):
            continue  # "questioned prosecutors over the delay": nothing is doubted
        names = verb.entry.verb in clausal_words(analysis.language).naming_verbs
        if around is not None and form is Form.REPORTED and not (verb.entry.reported or names):
            continue  # "Adeyemi, giving evidence from behind a screen, said"
        if form is Form.REPORTED:
            pieces = without_told_clause(analysis, pieces, found[place + 1 :])
        if verb.form == "passive" and mention is not None and answers:
            # "the allegation is denied by the firm"
            denied = (
                owned.phrase_before(analysis, sentence, verb.first)
                or subjects.before(analysis, sentence, verb.first)
                or _demonstrative(analysis, sentence, verb)
            )
            pieces = _denied_as(analysis, sentence, verb, mention, denied, stop) if denied else ()
            form = Form.REPORTED
        named = verb.form == "passive" and verb.entry.verb in clausal_words(analysis.language).naming_verbs
        if named and mention is not None and (judged := _judged(scene, number, verb)) is not None:
            pieces, form = ((judged, mention[0] - 1),), Form.REPORTED
        pieces = _before_others(scene, number, verb, pieces)
        relay = relay_of(scene, number, verb, mention, pieces) if form is not Form.REPORTED else None
        if told_by_another(scene, sentence, verb, pieces, found[place + 1 :]):
            continue
        new = [piece for piece in pieces if _mostly_new(taken, piece)]
        named = named and form is Form.REPORTED  # its subject may hold a statement of its own
        if not pieces or (relay is None and not named and any(scene.covered(number, *piece) for piece in new)):
            continue
        if all(piece in taken for piece in pieces):
            continue  # "was quoted as saying": two verbs, one content
        neat = tidy(analysis, mention) if mention is not None else None
        if relayed is not None and mention is not None and mention[1] - mention[0] == 1:
            pronouns = analysis.grammar.object_pronouns | analysis.grammar.possessives
            neat = mention if analysis.lower[mention[0]] in pronouns else neat  # "quoted her as saying"
        nobody = mention is not None and neat is None
        mention = neat or mention
        item = _found(scene, number, verb, mention, pieces, form)
        if relay is not None and not nobody:
            outer = (relay.pieces[0][0], relay.pieces[-1][1])
            item.pieces = tuple(
                (max(a, outer[0]), min(b, outer[1])) for a, b in pieces if a < outer[1] and b > outer[0]
            )
            relay.only_benchmark = True
            item.via = (relay.mention,) if relay.mention else ()
        else:
            inside = form is Form.REPORTED and any(
                outer.rule.endswith(".laut") and outer.start <= verb.first < outer.end
                for outer in scene.of_sentence(number)
            )
            item.only_benchmark = item.only_benchmark or nested or nobody or inside
        for earlier in scene.of_sentence(number):
            if earlier.start <= verb.first < earlier.end:
                item.parent = earlier
                break
        scene.used.add(verb.tokens[0])
        scene.used.update(verb.tokens)
        scene.add(item)
        if (act := answering.before_colon(scene, number, verb, mention, pieces)) is not None:
            scene.add(act)
        taken.extend(pieces)
        if item.only_benchmark and verb.entry.verb in cue_words(analysis.language).quoted:
            cited.extend(pieces)
        if item.parent is None and mention is not None and not item.only_benchmark:
            scene.remember(item.antecedent or mention, number)


def _in_writing(scene: Scene, number: int, verb: Verb) -> bool:
    """ "Has seen a letter in which the minister says": the outer verb is one of seeing, no statement."""
    analysis = scene.analysis
    mention = subjects.before(analysis, scene.analysis.sentences[number], verb.first) if verb.form == "finite" else None
    which = mention[0] - 1 if mention is not None else 0
    led = which > 1 and analysis.lower[which] in analysis.grammar.relatives
    led = led and analysis.lower[which - 1] in clausal_words(analysis.language).printed_in
    outer = [item for item in scene.of_sentence(number) if item.start <= verb.first < item.end]
    return led and all(item.only_benchmark for item in outer)


def _answer(scene: Scene, number: int, verb: Verb, taken: list[Range]) -> Found | None:
    """ "She called for him to go, something the mayor ruled out": the mayor answers what was said right before."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    tail = answering.tail(analysis, sentence, verb)
    if tail is None:
        return None
    said = [piece for piece in taken if piece[0] < tail.border]
    outer = [piece for piece in said if piece[1] == said[-1][1]]  # "said her scouts had counted nine": what was said
    pieces = tuple(outer[:1]) or (answering.bare_clause(analysis, sentence, tail.border) if tail.named else ())
    return _found(scene, number, verb, tail.mention, pieces, Form.INDIRECT) if pieces else None


def _impersonal(analysis: Analysis, mention: Range) -> bool:
    pronoun = cue_words(analysis.language).impersonal.pronoun
    return mention[1] - mention[0] == 1 and analysis.lower[mention[0]] == pronoun


def _asked_who(analysis: Analysis, verb: Verb) -> bool:
    """ "Accounts of who ordered the ship to sail": a question of who did it, behind a preposition."""
    who = analysis.lower[verb.first - 1] in analysis.grammar.subject_relatives
    return who and verb.first > 1 and analysis.lower[verb.first - 2] in analysis.grammar.prepositions


def closing_frame(scene: Scene, sentence: Sentence, verb: Verb) -> bool:
    """A frame behind its content: ", said X", ", the council said." – what stands before is no frame of its own."""
    analysis = scene.analysis
    if verb.form != "finite":
        return False
    mention, inverted = subject_of(scene, sentence, verb, None)
    if mention is None:
        return False
    start = verb.first if inverted else mention[0]
    stop = mention[1] if inverted else verb.last + 1
    at = start - 1
    if at <= sentence.start:
        return False
    if answering.tail(analysis, sentence, verb) is not None:
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


def _judged(scene: Scene, number: int, verb: Verb) -> int | None:
    """Where that begins which "has been called a fiction by the firm", with the clause that hangs on it."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    phrase = owned.phrase_before(analysis, sentence, verb.first) or subjects.before(analysis, sentence, verb.first)
    inside = (item.mention[0] for item in scene.of_sentence(number) if item.mention and item.end == verb.first)
    return min(phrase[0], *inside, phrase[0]) if phrase is not None else None


def _demonstrative(analysis: Analysis, sentence: Sentence, verb: Verb) -> Range | None:
    """ "That was denied by the league": the word that stands for what was said."""
    alone = verb.first == sentence.start + 1 and analysis.lower[sentence.start] in analysis.grammar.demonstratives
    return (sentence.start, verb.first) if alone else None


def _denied_as(
    analysis: Analysis, sentence: Sentence, verb: Verb, agent: Range, phrase: Range, stop: int
) -> tuple[Range, ...]:
    """ "That charge was dismissed by the office as “theatre”": what is judged, with "that", and as what."""
    before = phrase[0] - 1
    pointed = before >= sentence.start and analysis.lower[before] in analysis.grammar.demonstratives
    start = before if pointed else phrase[0]
    led = agent[1] < stop and analysis.lower[agent[1]] in clausal_words(analysis.language).quoted_as
    led = led or (
        verb.entry.group == "accuse" and agent[1] < stop and analysis.is_word(agent[1])
    )  # "by X of hiding it"
    judged = trim(analysis, agent[1], stop) if led else None
    return ((start, verb.last + 1), judged) if judged else ((start, phrase[1]),)


def _mostly_new(taken: list[Range], piece: Range) -> bool:
    return not any(start <= piece[0] and piece[1] <= end for start, end in taken)


def _found(
    scene: Scene, number: int, verb: Verb, mention: Range | None, pieces: tuple[Range, ...], form: Form
) -> Found:
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    stance = verb.entry.stance
    withheld = stance is Stance.CONFIRMS or (verb.entry.verb in ("say", "comment") and stance is Stance.ASSERTS)
    if verb.negated and (withheld or stance is Stance.ANNOUNCES):
        stance = Stance.DECLINES
    if verb.negated and stance is Stance.DENIES and verb.entry.verb in NOT_DENYING:
        stance = Stance.ASSERTS  # "did not rule out a deal"
    if verb.entry.name in words.asking_verbs and _asks_to(analysis, pieces[0]):
        stance = Stance.DEMANDS
    if answers_with(analysis, verb.entry, verb.last, pieces[0][0]):
        stance = Stance.ASSERTS
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
        whole_act=verb.negated or analysis.lower[pieces[0][0]] in words.quoted_as,  # "dismissed as “nonsense” claims"
        via=quoting(scene, analysis.sentences[number], verb),
    )
    if mention and mention[1] - mention[0] == 1 and analysis.lower[mention[0]] in analysis.grammar.subject_relatives:
        sentence = analysis.sentences[number]
        end = mention[0] - 1 if _comma(analysis, mention[0] - 1) else mention[0]
        item.antecedent = subjects.antecedent(analysis, sentence, end)
    told = verb.entry.verb in words.told_thoughts and verb.form == "finite" and not _pronoun(analysis, mention)
    if verb.entry.verb in words.forecasts and form is Form.REPORTED:
        marker = analysis.grammar.infinitive_marker
        figure = any(is_number(analysis, i) or analysis.lower[i][0].isdigit() for i in range(*pieces[-1]))
        plan = analysis.lower[pieces[-1][0]] == marker  # "expects to win": of oneself
        pronouns = analysis.grammar.clear_subjects | {cue_words(analysis.language).impersonal.pronoun}
        named = told or (mention is not None and analysis.lower[mention[0]] in pronouns)
        told = not plan and ((named and figure) or (told and marker in analysis.lower[slice(*pieces[-1])]))
    if (
        (verb.entry.group in words.thought and not told)
        or (verb.form == "infinitive" and not _done_to_say(analysis, verb, mention))
        or (verb.modal and not verb.negated and not _only_said(analysis, verb))
    ):
        item.only_benchmark = True
    if verb.entry.verb in words.attitude_verbs and not told and not verb.entry.needs:
        item.only_benchmark = True
    if verb.form == "gerund" and form is Form.REPORTED and verb.entry.group == "deny":
        item.only_benchmark = True  # ", contradicting local media": the narrator's
    points = verb.form == "gerund" and verb.entry.needs and verb.entry.group == "say"
    if points and form is Form.REPORTED and analysis.lower[verb.first] in words.narrating_tails:
        item.only_benchmark = True  # ", pointing to traffic from abroad"
    cites = verb.form == "gerund" and verb.entry.verb in cue_words(analysis.language).quoted
    if cites and any(other.form == "finite" and other.entry.group == "say" for other in scene.verbs_of(number)):
        item.only_benchmark = True  # "reported, citing an internal memo"
    if verb.form == "passive" and verb.entry.verb not in words.passive_speaker and mention is None:
        item.only_benchmark = True
    return item


def _asks_to(analysis: Analysis, piece: Range) -> bool:
    """ "Is asking residents not to return": who is asked, and the infinitive."""
    place = noun_phrase(analysis, *piece)
    place += place < piece[1] and analysis.lower[place] in analysis.grammar.negations
    return place < piece[1] and analysis.lower[place] == analysis.grammar.infinitive_marker


def _done_to_say(analysis: Analysis, verb: Verb, mention: Range | None) -> bool:
    """ "Marsh took to Instagram to insist that …": the act before the infinitive is one of saying itself."""
    if mention is None or mention[1] >= verb.first:
        return False
    acts = [phrase.split() for phrase in clausal_words(analysis.language).telling_acts]
    start = mention[1] + _comma(analysis, mention[1])  # "Vine, 41, took"
    while start < verb.first and (is_adverb(analysis, start) or analysis.lower[start] in analysis.grammar.have):
        start += 1
    return any(analysis.lower[start : start + len(act)] == act for act in acts)


def _only_said(analysis: Analysis, verb: Verb) -> bool:
    """ "would only say that …": said all the same."""
    limits = clausal_words(analysis.language).limiting
    return any(analysis.lower[index] in limits for index in range(verb.first, min(verb.last + 2, len(analysis.lower))))


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

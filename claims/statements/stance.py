"""What the speaker does with the claim: the act of the verb, turned by a negation, and refusals to say anything."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.models import Stance
from claims.statements.content_limits import mood_at
from claims.statements.cues import Entry, cue_words
from claims.statements.leads import there
from claims.statements.mention_words import mention_words
from claims.statements.mentions import main_subject
from claims.statements.occurrences import Cue
from claims.statements.phrases import phrases
from claims.statements.scene import Form, Found, Range, Scene, minus, trim

REST = 5  # tokens of what a clause goes on with behind one set into it


def negated(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """Whether a negation stands in the clause of the cue; "nicht vor Mai" and "nicht mehr als neun" are bounds,
    "nicht nur" denies nothing."""
    if not sentence.clauses:
        return False
    bounds = cue_words(analysis.language).bounds
    rest = resumed(analysis, sentence, cue.clause)
    return any(
        analysis.lower[index] in analysis.grammar.negations
        and analysis.inside[index] < 0
        and not (index - 1 in cue.tokens and analysis.lower[index - 1] in cue.entry.needs)  # "hält sie für nicht …"
        and analysis.lower[index + 1] not in bounds
        and " ".join(analysis.lower[index + 1 : index + 3]) not in bounds
        for clause in (sentence.clauses[cue.clause], *([rest] if rest is not None else []))
        for index in range(clause.start, min(clause.end, len(analysis.lower) - 1))
    )


def resumed(analysis: Analysis, sentence: Sentence, place: int) -> Clause | None:
    """Where a clause goes on with a negation behind one set into it: "wollte das, was …, | nicht bestätigen"."""
    clauses = sentence.clauses
    for at in range(place + 2, len(clauses)):
        clause = clauses[at]
        small = all(
            analysis.inside[i] < 0 and (not analysis.is_word(i) or analysis.tokens[i].text[0].islower())
            for i in range(clause.start, clause.end)
        )
        inner = clauses[at - 1].kind in (ClauseKind.RELATIVE, ClauseKind.CONTENT, ClauseKind.SUBORDINATE)
        inner = inner or mood_at(analysis, clauses[at - 1].start, clauses[at - 1].end) >= 0
        first = analysis.lower[clause.start] in analysis.grammar.negations
        if first and small and inner and clause.kind is ClauseKind.FRAGMENT and clause.end - clause.start <= REST:
            return clause
    return None


def stance_of(analysis: Analysis, sentence: Sentence, cue: Cue) -> Stance:
    """The stance of the cue's verb; "bestätigte nicht" and "versprach nicht" decline, "schloss nicht aus" asserts,
    "glaubt nicht" doubts."""
    stance = cue.entry.stance
    if not negated(analysis, sentence, cue):
        return stance
    group = cue.entry.group
    if group == "deny":
        return (
            Stance.ASSERTS if cue.entry.verb in ("schließen", "ausschließen", "rule", "bestreiten", "deny") else stance
        )
    if group in ("confirm", "announce") or (group == "say" and cue.modal):
        return Stance.DECLINES
    if group == "think":
        return Stance.DOUBTS
    return stance


def answers_with(analysis: Analysis, entry: Entry, verb: int, start: int) -> bool:
    """Whether what begins at ``start`` is the answer and not what is answered: "wies den Vorwurf zurück: Es sei …",
    "bestätigte den Termin: Man habe …", "fordert Geld: Die Lage sei ernst", but "bestätigte: Es sei …"; ``verb`` is the
    finite verb of ``entry``."""
    if start == 0 or analysis.tokens[start - 1].text != ":" or verb > start:
        return False
    words = analysis.grammar.closed - analysis.grammar.demonstratives  # "bestätigt das: …"
    told = any(analysis.lower[i] not in words | {entry.particle} for i in range(verb + 1, start - 1))
    return entry.group in ("deny", "doubt") or (entry.group in ("confirm", "demand", "announce") and told)


def decline(scene: Scene, number: int) -> None:
    """ "wollte sich nicht äußern", "lehnte eine Stellungnahme ab": the refusal is the statement."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    words = cue_words(analysis.language).decline
    for place, clause in enumerate(sentence.clauses):
        if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT):
            continue
        rest = resumed(analysis, sentence, place)
        behind = range(rest.start, rest.end) if rest is not None else range(0)
        inside = [i for i in (*range(clause.start, clause.end), *behind) if analysis.inside[i] < 0]
        lower = [analysis.lower[i] for i in (*_opened(sentence, place), *inside)]
        modal = next((i for i in inside if analysis.lower[i] in words.modals), -1)
        refused = (
            modal >= 0
            and any(low in analysis.grammar.negations for low in lower)
            and any(low in words.infinitives for low in lower)
        )
        phrase = any(all(part in lower for part in wanted.split()) for wanted in words.phrases)
        if not refused and not phrase:
            continue
        parted = not (phrase or words.reflexives & set(lower))
        said = _said_beside(analysis, sentence, place, parted=parted) if rest is None else None
        if said is not None:  # no content of the verb that was refused
            scene.found = [item for item in scene.found if item.sentence != number or item.start != said[0]]
        if rest is not None:  # no content either
            start = rest.start
            here = [item for item in scene.of_sentence(number) if any(a <= start < b for a, b in item.pieces)]
            scene.found = [item for item in scene.found if item not in here]
        here = scene.of_sentence(number)
        if any(a <= clause.start < b for item in here for a, b in item.pieces):
            continue
        if any(clause.start <= index < clause.end for item in here for index in item.cue):
            continue  # "wollte nicht bestätigen, dass …" has its content
        finite = modal if refused else -1
        mention = _of_act_before(scene, number, place) or main_subject(analysis, sentence, place, finite)
        if mention is not None and analysis.lower[mention[0]] in analysis.grammar.indefinite_pronouns:
            mention = _body_in(analysis, clause) or there(scene, number, clause.end) or mention
        if mention is None:
            continue
        earlier = sentence.clauses[place - 1] if place else None
        asked = earlier is not None and earlier.kind in (ClauseKind.QUESTION, ClauseKind.CONTENT)
        later = sentence.clauses[place + 1] if place + 1 < len(sentence.clauses) and not asked else None
        left = later is not None and later.kind in (ClauseKind.QUESTION, ClauseKind.CONTENT)  # "ließ offen, ob …"
        end = later.end if later is not None and left else rest.end if rest is not None else clause.end
        opening = _opened(sentence, place)
        stretch = (opening.start if opening else earlier.start if earlier is not None and asked else clause.start, end)
        for item in here:  # "ob er komme, ließ sie offen" says not that he comes
            if asked and all(stretch[0] <= a and b <= clause.start for a, b in item.pieces):
                item.only_benchmark = True
        places = (place, *([sentence.clauses.index(rest)] if rest is not None else []))
        scene.used.update(cue.verb for cue in scene.cues_of(number) if cue.clause in places)
        scene.add(
            Found(
                f"{analysis.language}.ablehnung",
                number,
                Form.REPORTED,
                (stretch,),
                mention,
                (finite,) if finite >= 0 else (),
                Stance.DECLINES,
                act=minus(analysis, stretch, [mention]),
                only_reader=True,
            )
        )
        if said is not None:
            scene.add(Found(f"{analysis.language}.konjunktiv", number, Form.INDIRECT, (said,), mention))
        scene.remember(mention, number)
        return


def _opened(sentence: Sentence, place: int) -> range:
    """The words before a question set into the clause: "Auf die Frage, ob er komme, ging X nicht ein"."""
    clauses = sentence.clauses
    if place < 2 or clauses[place].finite != clauses[place].start or clauses[place - 2].kind is not ClauseKind.FRAGMENT:
        return range(0)
    asked = clauses[place - 1].kind in (ClauseKind.QUESTION, ClauseKind.CONTENT)
    return range(clauses[place - 2].start, clauses[place - 2].end) if asked else range(0)


def _of_act_before(scene: Scene, number: int, place: int) -> Range | None:
    """ "Die Behörde bestätigte das, wollte aber keine Einzelheiten nennen": whose the act before is, which is told
    later where it is no content."""
    analysis, sentence = scene.analysis, scene.analysis.sentences[number]
    clause = sentence.clauses[place]
    opens = place and analysis.tokens[clause.start - 1].text == ","
    if not opens or analysis.lower[clause.start] not in cue_words(analysis.language).decline.modals:
        return None
    told = [cue for cue in scene.cues_of(number) if cue.clause == place - 1 and not (cue.passive or cue.infinitive)]
    before = sentence.clauses[place - 1]
    outer = before.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and mood_at(analysis, before.start, before.end) < 0
    return main_subject(analysis, sentence, place - 1, told[0].finite) if told and outer else None


def _body_in(analysis: Analysis, clause: Clause) -> Range | None:
    """ "Im Landratsamt mag man sich nicht festlegen": whose "man" it is."""
    places = cue_words(analysis.language).impersonal.source_prepositions
    for phrase in phrases(analysis, clause.start, clause.end):
        body = mention_words(analysis.language).is_body(analysis.lower[phrase.head])
        if phrase.preposition in places and not phrase.pronoun and body:
            return (phrase.start, phrase.end)
    return None


def _said_beside(analysis: Analysis, sentence: Sentence, place: int, *, parted: bool) -> Range | None:
    """ "X wollte sich nicht äußern, das Verfahren laufe noch", "wollte das nicht bestätigen; man prüfe": what is said
    all the same, in reported mood; ``parted`` by a semicolon, dash or colon from a verb whose content it could be."""
    if place + 1 >= len(sentence.clauses):
        return None
    behind = sentence.clauses[place + 1]
    if parted and analysis.tokens[behind.start - 1].text not in (";", "–", ":"):
        return None
    main = behind.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
    mood = mood_at(analysis, behind.start, behind.end, conditional=False)
    return trim(analysis, behind.start, sentence.end) if main and mood > behind.start else None

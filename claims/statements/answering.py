"""Somebody's answer hung on what another says: "…, a charge the council denies", "…, was der Prüfer bestreitet".

Both are statements: what stands before the comma is the one's, and that it is untrue is the other's.
"""

from __future__ import annotations

from typing import NamedTuple

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.statements import subjects
from claims.statements.attribution import speaker_of
from claims.statements.clausal_words import clausal_words
from claims.statements.content_limits import mood_at
from claims.statements.cues import cue_words
from claims.statements.finite_forms import clause_like, may_be_finite
from claims.statements.occurrences import Cue
from claims.statements.phrases import phrase_at
from claims.statements.scene import Form, Found, Range, Scene, minus, trim
from claims.statements.source_words import source_words
from claims.statements.stance import negated
from claims.statements.subjects_after import after
from claims.statements.verbs import Verb

ANSWERS = frozenset({"deny", "confirm", "doubt"})
BORDERS = (",", "–", "—", "-")
GENITIVE = ("'s", "’s")
REACH = 16  # tokens from the border to the verb
NAMED = 3  # clauses of an answer with a name between commas
ADJECTIVES = 2  # words between the article and the noun that stands for what was said


class Tail(NamedTuple):
    """An answer behind ``border``: whose it is, and whether a noun or "something" takes up what was said."""

    border: int
    mention: Range
    named: bool


def tail(analysis: Analysis, sentence: Sentence, verb: Verb) -> Tail | None:
    """The tail that ends with ``verb``, in languages that put the subject right before it."""
    if verb.form not in ("finite", "passive") or (
        verb.entry.group not in ANSWERS and not _stands(analysis, sentence, verb)
    ):
        return None
    border = _border(analysis, sentence, verb.first)
    if border < 0 or verb.negated:
        return None
    grammar, lower = analysis.grammar, analysis.lower
    who, named = _past_noun(analysis, border + 1, verb.first), True
    if who < 0 and lower[border + 1] in clausal_words(analysis.language).standing_tails:
        who = border + 2
    pronouns = source_words(analysis.language).nominal.answered
    if who < 0 and lower[border + 1] in pronouns and _nothing_behind(analysis, sentence, verb):
        who, named = border + 2, False
    if who < 0:
        return None
    if lower[who] in grammar.relatives | grammar.content_subordinators:
        who += 1
    behind = verb.last + 1
    if who >= verb.first:
        agent = behind < sentence.end and lower[behind] in grammar.agent_prepositions
        mention = after(analysis, sentence, behind) if agent else None
        return Tail(border, mention, named) if mention is not None else None
    own = subjects.before(analysis, sentence, verb.first)
    if own is None or own[1] <= who:
        return None
    told = any(may_be_finite(analysis, i, who) and not lower[i].endswith(GENITIVE) for i in range(who + 1, own[1]))
    if told:
        return None
    return Tail(border, (who, own[1]), named)


def before_colon(scene: Scene, number: int, verb: Verb, mention: Range | None, said: tuple[Range, ...]) -> Found | None:
    """The act of "Hale denied it: he had never taken a penny", beside what is said behind the colon."""
    analysis = scene.analysis
    colon = said[0][0] - 1
    colon -= colon > verb.last and analysis.tokens[colon].kind == "mark"
    if verb.form != "finite" or verb.modal or verb.negated or verb.entry.group not in ANSWERS or mention is None:
        return None
    if colon <= verb.last + 1 or analysis.tokens[colon].text != ":":
        return None
    return Found(
        f"{analysis.language}.act",
        number,
        Form.INDIRECT,
        ((verb.last + 1, colon),),
        mention,
        verb.tokens,
        verb.entry.stance,
        act=((verb.first, colon),),
        word=verb.entry.name,
        only_reader=True,
    )


def _stands(analysis: Analysis, sentence: Sentence, verb: Verb) -> bool:
    """ ", something the mayor ruled out": whatever its verb is, it is about what was said."""
    border = _border(analysis, sentence, verb.first)
    return border >= 0 and analysis.lower[border + 1] in clausal_words(analysis.language).standing_tails


def _border(analysis: Analysis, sentence: Sentence, verb: int) -> int:
    """The nearest comma or dash before the verb, where something stands before it; else -1."""
    for place in range(verb - 2, max(sentence.start, verb - REACH), -1):
        if analysis.inside[place] >= 0 or analysis.tokens[place].text in (";", ":"):
            return -1
        if analysis.tokens[place].text in BORDERS:
            return place
    return -1


def _past_noun(analysis: Analysis, start: int, stop: int) -> int:
    """Behind "a charge", "the hotly disputed claim" at ``start``; -1 if no such noun stands there."""
    if analysis.lower[start] not in analysis.grammar.singular_words:
        return -1
    nouns = clausal_words(analysis.language).speech_nouns
    noun = next((i for i in range(start + 1, min(stop, start + 2 + ADJECTIVES)) if analysis.lower[i] in nouns), -1)
    return noun + 1 if noun > 0 else -1


def _nothing_behind(analysis: Analysis, sentence: Sentence, verb: Verb) -> bool:
    """The verb has no object of its own but the relative pronoun: "which the firm denies", no "denies having read"."""
    place = verb.last + 1
    if verb.entry.verb not in clausal_words(analysis.language).answer_verbs:
        return False  # "the plan, which the council rejected": what is planned, not what was said
    return (
        place >= sentence.end or not analysis.is_word(place) or analysis.lower[place] in analysis.grammar.prepositions
    )


def answered(scene: Scene, number: int) -> None:
    """Clauses such as ", was der Prüfer bestreitet" and ", eine Behauptung, die X zurückweist", where clauses are set
    off by commas: the statement before ends there, and the answer is a statement with the same words."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        border = clause_border(scene, sentence, cue) if cue.entry.group in ANSWERS and not cue.modal else -1
        if border <= sentence.start or cue.infinitive or cue.verb in scene.used or negated(analysis, sentence, cue):
            continue  # "…, was diese auch nicht bestreitet"
        if any(other.verb == border - 1 for other in scene.cues_of(number)):
            continue  # "wollte nicht sagen, was die Firma bestreitet"
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        start = sentence.clauses[cue.clause].start
        named = phrase_at(analysis, border + 2, cue.verb) if start > border + 1 else None
        if named is not None and analysis.lower[border + 1] in scene.words.nominal.answered:
            mention, meant = trim(analysis, named.start, start), None  # with the name between commas
        elif mention is not None and mention[0] <= start:
            own = phrase_at(analysis, start + 1, cue.verb)  # "ein Vorwurf, den X zurückweist"
            mention, meant = ((own.start, own.end) if own is not None else None), None
        if mention is None:
            continue
        told = _up_to(scene, number, border)
        pieces = told or minus(analysis, (sentence.start, border), [])
        if not told and (not pieces or sentence.clauses[0].kind is not ClauseKind.MAIN):
            continue
        scene.used.add(cue.verb)
        rule = f"{analysis.language}.antwort"
        scene.add(
            Found(
                rule, number, Form.INDIRECT, pieces, mention, cue.tokens, cue.entry.stance, meant, word=cue.entry.name
            )
        )
        scene.remember(mention, number)


def clause_border(scene: Scene, sentence: Sentence, cue: Cue) -> int:
    """The comma or dash before the clause of the cue, or before the noun that it is the relative clause of; else -1."""
    analysis = scene.analysis
    clause = sentence.clauses[cue.clause]
    if cue.clause == 0 or analysis.tokens[clause.start - 1].text not in BORDERS:
        return -1
    for place in range(cue.clause, max(0, cue.clause - NAMED), -1):
        one = sentence.clauses[place]
        if analysis.lower[one.start] in scene.words.nominal.answered:
            return one.start - 1  # "…, was der Leiter des Amtes, Jan Kolb, bestreitet"
        if one.kind is not ClauseKind.FRAGMENT or mood_at(analysis, one.start, one.end) >= 0:
            break
    before = sentence.clauses[cue.clause - 1]
    if clause.kind is not ClauseKind.RELATIVE or cue.clause < 2 or before.kind is not ClauseKind.FRAGMENT:
        return -1
    phrase = phrase_at(analysis, before.start, before.end)
    said = source_words(analysis.language).nominal.nouns
    stands = phrase is not None and phrase.end == before.end and analysis.lower[phrase.head] in said
    return before.start - 1 if stands and analysis.tokens[before.start - 1].text in BORDERS else -1


def _up_to(scene: Scene, number: int, border: int) -> tuple[Range, ...]:
    """What the statement around ``border`` says before it; the statement is cut there."""
    analysis = scene.analysis
    for item in scene.of_sentence(number):
        if item.start < border < item.end + 1 and not item.act:
            item.pieces = tuple(
                piece for a, b in item.pieces if a < border and (piece := trim(analysis, a, min(b, border)))
            )
            return item.pieces
    return ()


def bare_clause(analysis: Analysis, sentence: Sentence, border: int) -> tuple[Range, ...]:
    """What stands before a tail where nobody is said to have said it: "The police fired first, an account …"."""
    piece = trim(analysis, sentence.start, border)
    return (piece,) if piece is not None and clause_like(analysis, *piece) else ()

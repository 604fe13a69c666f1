"""Quoted pieces inside a sentence: parts of a statement, or words that somebody is said to have used."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.language.marks import Quotation
from claims.statements.attribution import speaker_of
from claims.statements.cues import cue_words
from claims.statements.direct import quotations_of, word_count
from claims.statements.floating import can_speak
from claims.statements.mentions import before_unknown_verb, main_subject
from claims.statements.scene import Form, Found, Scene, clause_number, minus

SLOGAN = 4  # tokens between a noun such as "Parole" and the quotation


FREE = 4  # words of a quoted piece that begins small and stands without a cue


def small_word(scene: Scene, item: Quotation) -> bool:
    """Whether a small-letter word stands in the quotation: titles and names have none."""
    analysis = scene.analysis
    return any(analysis.is_word(i) and analysis.tokens[i].text[0].islower() for i in range(item.start, item.end))


def named(scene: Scene, number: int, item: Quotation) -> bool:
    """A quoted noun that is what somebody calls something: "nannte es eine „Ente“", "bezeichnete ihn als „Fehler“"."""
    analysis = scene.analysis
    place = clause_number(analysis.sentences[number], item.start)
    before = analysis.lower[item.start - 1] if item.start else ""
    return (before == analysis.grammar.naming_word or before in analysis.grammar.determiners) and any(
        cue.clause == place and (cue.entry.group in ("name", "accuse") or before == analysis.grammar.naming_word)
        for cue in scene.cues_of(number)
    )


def _with_cue(scene: Scene, number: int, item: Quotation) -> None:
    """ "hält das für „böse“", "begründete es mit einer „neuen Lage“": a quoted piece in the clause of a cue."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.covered(number, item.start, item.end):
        return
    place = clause_number(sentence, item.start)
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        if cue.clause != place or cue.entry.weak or cue.infinitive:
            continue
        if cue.entry.group not in ("name", "accuse") and analysis.tokens[item.start + 1].text[0].isupper():
            continue  # a title or a name
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if mention is None and not cue.passive:
            continue
        scene.add(
            Found(
                f"{analysis.language}.zitat.im_satz",
                number,
                Form.DIRECT,
                ((item.start, item.end),),
                mention,
                cue.tokens,
                cue.entry.stance,
                meant,
                word=cue.entry.name,
                only_benchmark=True,
            )
        )
        return
    if _own_words(scene, number, place, item):
        return
    free = analysis.tokens[item.start + 1].text[0].islower() and word_count(scene, item.start, item.end) >= FREE
    slogan = any(
        analysis.lower[index] in scene.words.nominal.slogans
        for index in range(max(sentence.start, item.start - SLOGAN), item.start)
    )
    if free or slogan:
        mention = main_subject(analysis, sentence, place)
        scene.add(
            Found(
                f"{analysis.language}.zitat.{'frei' if free else 'parole'}",
                number,
                Form.DIRECT,
                ((item.start, item.end),),
                mention,
                only_benchmark=True,
            )
        )


def _own_words(scene: Scene, number: int, place: int, item: Quotation) -> bool:
    """ "Kündigungen will die Firma „möglichst vermeiden“", "Ott vermisst „jeden Willen“": told in somebody's own words,
    that begin small unless it is a plan, so that they are no title."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    clause = sentence.clauses[place]
    finite = clause.finite if clause.finite >= 0 else clause.start
    planned = analysis.lower[finite] in scene.words.evidential.claims
    small = analysis.tokens[item.start + 1].text[0].islower() and small_word(scene, item)
    main = clause.kind is ClauseKind.MAIN or (clause.kind is ClauseKind.FRAGMENT and not planned)
    if not (planned or small) or not main or scene.of_sentence(number):
        return False
    mention = main_subject(analysis, sentence, place) or before_unknown_verb(analysis, clause.start, clause.end)
    if mention is None or not can_speak(analysis, mention):
        return False
    whole = (clause.start, clause.end)
    act = minus(analysis, whole, [mention])
    rule = f"{analysis.language}.akt"
    scene.add(Found(rule, number, Form.REPORTED, (whole,), mention, (finite,), act=act, only_reader=True))
    scene.remember(mention, number)
    return True


def fragments(scene: Scene, number: int) -> None:
    """Quoted pieces inside a statement: for the benchmark statements of their own, for a reader part of the host."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for item in quotations_of(scene, sentence):
        if not word_count(scene, item.start, item.end) or not (small_word(scene, item) or named(scene, number, item)):
            continue
        owner = None
        for found in scene.of_sentence(number):
            if found.form is not Form.DIRECT and any(a <= item.start and item.end <= b for a, b in found.pieces):
                if owner is None or found.end - found.start < owner.end - owner.start:
                    owner = found
            elif found.form is Form.DIRECT and any(a <= item.start and item.end <= b for a, b in found.pieces):
                owner = None
                break
        if owner is None:
            _with_cue(scene, number, item)
            continue
        if owner.form is Form.FREE:
            continue
        scene.add(
            Found(
                f"{analysis.language}.fragment",
                number,
                Form.DIRECT,
                ((item.start, item.end),),
                owner.mention,
                owner.cue,
                owner.stance,
                owner.antecedent,
                parent=owner,
                only_benchmark=True,
            )
        )

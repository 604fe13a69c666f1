"""Words between quotation marks with somebody who says them, before, after or around."""

from __future__ import annotations

from dataclasses import replace

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.language.marks import Quotation
from claims.models import Stance
from claims.statements.attribution import speaker_of
from claims.statements.behind_verb import titled
from claims.statements.candidates import is_time
from claims.statements.content_limits import finite_like, mood_at
from claims.statements.cues import cue_words
from claims.statements.floating import can_speak, subject_before
from claims.statements.leads import answers_another, unnamed
from claims.statements.mentions import main_subject
from claims.statements.occurrences import Cue
from claims.statements.phrases import phrases
from claims.statements.preposed import behind
from claims.statements.scene import Form, Found, Range, Scene, clause_at, clause_number

LEFTOVER_REACH = 2  # sentences back to whom a quotation without a frame can belong
SHORTEST = 5  # tokens between the marks; shorter stretches are fragments of a host clause
STAMP = 8  # tokens of the time before a ticker's entry


def quotations_of(scene: Scene, sentence: Sentence) -> list[Quotation]:
    """Outermost quotations that begin in the sentence."""
    return [
        item for item in scene.analysis.quotations if item.depth == 0 and sentence.start <= item.start < sentence.end
    ]


def word_count(scene: Scene, start: int, end: int) -> int:
    return sum(1 for index in range(start, end) if scene.analysis.is_word(index))


def _long(scene: Scene, item: Quotation) -> bool:
    analysis = scene.analysis
    count = word_count(scene, item.start, item.end)
    if count >= SHORTEST:
        return True
    return count >= 1 and analysis.tokens[item.end - 1 - item.closed].text in (".", "!", "?")


def _beside(scene: Scene, sentence: Sentence, cues: list[Cue], item: Quotation) -> bool:
    """A short quotation with ", sagte X" right behind it or "X sagte:" right before it."""
    tokens = scene.analysis.tokens
    after = item.end + 1
    if after < sentence.end and tokens[item.end].text in (",", ":", "–"):
        opened = scene.analysis.lower[after] in scene.analysis.grammar.frame_openers  # "„A“, das sagte X"
        if any(cue.finite == after + opened for cue in cues):
            return item.start == sentence.start or tokens[item.start - 1].text == ":"
    colon = item.start > sentence.start and tokens[item.start - 1].text == ":"
    return colon and any(cue.verb < item.start for cue in cues)


def quoted(scene: Scene, number: int) -> None:
    """Quotations with a cue beside them or a colon in front; a whole quoted sentence keeps the speaker."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    items = quotations_of(scene, sentence)
    if analysis.grammar.inline_content:
        items = [item for item in items if not titled(analysis, item.start)]  # "told KTRV's “Sunday Focus.”"
    if not items:
        return
    sources = cue_words(analysis.language).impersonal.source_prepositions
    language = analysis.language
    tokens = analysis.tokens
    cues = scene.cues_of(number)
    longs = [item for item in items if _long(scene, item) or _beside(scene, sentence, cues, item)]
    if not longs:
        return
    skip: set[int] = set()
    for place, item in enumerate(longs):
        if item.start in skip or scene.covered(number, item.start, item.end):
            continue
        before = item.start - 1
        after = item.end
        while after < sentence.end and tokens[after].text in (",", "–", "—", "-", ".", ":"):
            after += 1
        if tokens[after - 1].text == ":" and analysis.lower[min(after, sentence.end - 1)] not in (
            analysis.grammar.frame_openers
        ):
            after = item.end  # "„A“: Das sagte X", not "„A“: So heißt das Stück"
        rule = ""
        mention: Range | None = None
        meant: Range | None = None
        cue: Cue | None = None
        pieces: list[Range] = [(item.start, item.end)]
        unlisted = (
            after < sentence.end
            and tokens[after - 1].text == ","
            and finite_like(analysis, after)
            and all(c.finite != after for c in cues)
        )
        post = next(
            (
                c
                for c in cues
                if c.finite == after
                or (c.finite == after + 1 and analysis.lower[after] in analysis.grammar.frame_openers)
            ),
            None,
        )
        outside = [i for i in range(sentence.start, sentence.end) if analysis.inside[i] < 0 and analysis.is_word(i)]
        colon = before >= sentence.start and tokens[before].text == ":"
        if post is not None and _behind_condition(sentence, item):
            continue
        if post is not None:
            cue = post
            rule = "zitat.danach"
            mention, meant = speaker_of(analysis, sentence, post, sources)
            meant = meant or unnamed(scene, number, post, mention)
            if mention is not None and item.start <= mention[0] < item.end:
                continue  # "„Wegen Umbaus“, steht auf einem Zettel"
            if not mention and post.entry.weak:
                continue
            # "„A“, sagte X, „B“"
            for later in longs[place + 1 :]:
                between = [c for c in cues if item.end <= c.verb < later.start]
                last = not any(analysis.is_word(i) for i in range(later.end, sentence.end))
                if [c.verb for c in between] == [post.verb] and (
                    last or tokens[later.start - 1].text in (",", ":", ";")
                ):
                    pieces.append((later.start, later.end))
                    skip.add(later.start)
        elif colon:
            first = _behind_dash(scene, sentence, before)
            earlier = [c for c in cues if first <= c.verb < item.start]
            cue = earlier[-1] if earlier else None
            rule = "zitat.doppelpunkt"
            if cue is not None:
                mention, meant = speaker_of(analysis, sentence, cue, sources)
                said = behind(scene, number, cue, sources, [])
                if said is not None and said.start < cue.finite:  # "Man habe gewarnt, sagte X: „Schon im Mai.“"
                    scene.add(replace(said, pieces=said.pieces[:1]))
            if mention is None and cue is None and scene.speaker_sentence >= number - 1:
                mention = _goes_on(scene, number, before)
            if mention is None:
                mention = _lead_in(scene, sentence, before, first)
        elif unlisted:
            rule = "zitat.danach.frei"
            mention = main_subject(analysis, sentence, clause_number(sentence, after), after)
            if mention is None:
                continue
        elif not outside and len(items) == 1 and _pulled(scene, number, item):
            continue
        elif not outside and len(items) == 1:
            rule = "zitat.fortsetzung"
            mention = subject_before(scene, number)
            if mention is not None:
                rule = "zitat.ohne_verb"
            elif scene.speaker_sentence >= number - LEFTOVER_REACH:
                mention = scene.speaker
            if mention is None and word_count(scene, item.start, item.end) < SHORTEST - 1:
                continue
        elif not outside:
            continue
        else:
            near = [
                c
                for c in cues
                if c.verb < item.start and clause_number(sentence, c.finite) >= clause_number(sentence, item.start) - 1
            ]
            if not near and cues and cues[0].verb > item.end and cues[0].clause == clause_number(sentence, item.end):
                near = cues[:1]
            if (
                near
                and near[-1].entry.group in ("say", "think", "deny", "confirm", "announce", "demand", "accuse")
                and _adjacent(scene, sentence, near[-1], item)
            ):
                cue = near[-1]
                rule = "zitat.davor"
                mention, meant = speaker_of(analysis, sentence, cue, sources)
                said = behind(scene, number, cue, sources, [])
                if said is not None and said.end <= item.end:  # "Sie sei stur, sagt X, „wie wir alle“"
                    pieces = [said.pieces[0], *pieces]
            else:
                continue
        if cue is not None:
            scene.used.add(cue.verb)
        loose = mention is None and rule == "zitat.fortsetzung"
        stance = _stance(analysis, cue, item) if cue else Stance.ASSERTS
        scene.add(
            Found(
                f"{language}.{rule}",
                number,
                Form.DIRECT if all(analysis.inside[piece[0]] >= 0 for piece in pieces) else Form.INDIRECT,
                tuple(pieces),
                mention,
                cue.tokens if cue else (),
                stance,
                meant,
                word=cue.entry.name if cue else "",
                only_benchmark=loose,
            )
        )
        if rule != "zitat.fortsetzung":
            scene.remember(meant or mention, number)
        elif not loose:
            scene.speaker_sentence = number


def _behind_condition(sentence: Sentence, item: Quotation) -> bool:
    """The quotation follows its condition, which is said with it."""
    clause = clause_at(sentence, item.start)
    before = sentence.clauses[: clause_number(sentence, item.start)]
    opens = bool(before) and item.start == clause.start  # "Wenn alles gegangen wäre, „hätte es gehalten“, sagte X"
    return opens and all(one.kind is ClauseKind.SUBORDINATE for one in before)


def _stance(analysis: Analysis, cue: Cue, item: Quotation) -> Stance:
    """The cue's, but for words of one's own beside a denial: "widerspricht: „Vor Mai wird das nichts.“"."""
    own = cue.verb > item.end or analysis.tokens[item.start - 1].text == ":"
    return Stance.ASSERTS if own and cue.entry.group in ("deny", "doubt") else cue.entry.stance


def _pulled(scene: Scene, number: int, item: Quotation) -> bool:
    """A paragraph of quoted words that stand elsewhere too: a crosshead or a pull quote, told of where it is said."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    near = analysis.sentences[max(0, number - 1) : number] + analysis.sentences[number + 1 : number + 2]
    if any(other.block == sentence.block and other.end - other.start > STAMP for other in near):
        return False
    words = [analysis.lower[i] for i in range(item.start, item.end) if analysis.is_word(i)]
    rest = [low for i, low in enumerate(analysis.lower) if analysis.is_word(i) and not item.start <= i < item.end]
    return any(rest[i : i + len(words)] == words for i in range(len(rest) - len(words) + 1))


def _adjacent(scene: Scene, sentence: Sentence, cue: Cue, item: Quotation) -> bool:
    """The quotation is what is said and no part of a larger content clause."""
    analysis = scene.analysis
    clause = clause_at(sentence, item.start)
    before = sentence.clauses[cue.clause + 1 : clause_number(sentence, item.start)]
    if any(one.kind in (ClauseKind.CONTENT, ClauseKind.QUESTION, ClauseKind.INFINITIVE) for one in (*before, clause)):
        return False
    head = [i for i in range(clause.start, item.start) if analysis.is_word(i)]
    tail = [i for i in range(item.end, clause.end) if analysis.is_word(i)]
    if not head:
        return len(tail) <= 2
    return clause.start <= cue.verb < item.start and len(tail) <= 3


def _goes_on(scene: Scene, number: int, colon: int) -> Range | None:
    """ "Das könne man sich nicht leisten: „…“": the last speaker's, and so is what stands before the colon."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    at = mood_at(analysis, sentence.start, colon, conditional=False)
    if at < 0 or analysis.inside[at] >= 0 or scene.speaker is None or answers_another(analysis, sentence):
        return None
    rule = f"{analysis.language}.fortsetzung"
    scene.add(Found(rule, number, Form.MIXED_FREE, ((sentence.start, colon),), scene.speaker, via=scene.channel))
    return scene.speaker


def _behind_dash(scene: Scene, sentence: Sentence, colon: int) -> int:
    """Where the part of a headline begins that leads to the colon: "A räumt Fehler ein - Verband: „Zu spät“"."""
    tokens = scene.analysis.tokens
    if tokens[sentence.end - 1].text in (".", "!", "?"):
        return sentence.start
    dashes = [i for i in range(sentence.start, colon) if tokens[i].text in scene.words.marks.dashes]
    return dashes[-1] + 1 if dashes else sentence.start


def _lead_in(scene: Scene, sentence: Sentence, colon: int, first: int) -> Range | None:
    """Who is named in the sentence part from ``first`` to a colon without a cue verb."""
    analysis = scene.analysis
    number = clause_number(sentence, colon - 1)
    if first == sentence.start and number >= 0:
        found = main_subject(analysis, sentence, number)
        nobody = {cue_words(analysis.language).impersonal.pronoun} | analysis.grammar.indefinite_pronouns
        if found and analysis.lower[found[0]] not in nobody:
            return found
        if found:  # "Es war ein Satz, wie man ihn von Leonhard Prack erwartet: „…“"
            persons = [(one.start, one.end) for one in phrases(analysis, first, colon) if one.preposition]
            return next((one for one in reversed(persons) if one[1] - one[0] > 1 and can_speak(analysis, one)), None)
        if answers_another(analysis, sentence):
            first = sentence.clauses[number].start
    for phrase in phrases(analysis, first, colon):
        if not phrase.preposition and not phrase.oblique and not is_time(analysis, phrase):
            return (phrase.start, phrase.end)
    return None

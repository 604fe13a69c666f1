"""A verb of saying with its content: dass and ob clauses, reported mood, infinitives, before and after the verb."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence, is_reported_mood
from claims.statements.cues import Cue, cue_words
from claims.statements.mentions import speaker_of
from claims.statements.scene import Form, Found, Range, Scene, minus, trim

SHORTEST_QUOTE = 5


def mood_at(analysis: Analysis, start: int, end: int, conditional: bool = True) -> int:
    """The first finite verb in the mood of reported speech among ``tokens[start:end]``; -1 if there is none."""
    words = analysis.grammar
    for index in range(start, end):
        low = analysis.lower[index]
        if not analysis.tokens[index].text[0].islower():
            continue
        if is_reported_mood(low, analysis.language) or (conditional and low in words.conditional_mood):
            if index and analysis.lower[index - 1] in words.first_person:
                continue
            return index
    return -1


def _after(scene: Scene, sentence: Sentence, cue: Cue) -> tuple[int, str] | None:
    """(clause number, rule) of the content clause that follows the cue's clause."""
    analysis = scene.analysis
    entry = cue.entry
    clauses = sentence.clauses
    place = max(cue.clause, _number(sentence, cue.finite))
    apposition = 0
    for number in range(place + 1, len(clauses)):
        clause = clauses[number]
        low = _first_word(analysis, clause)
        if clause.kind is ClauseKind.CONTENT:
            return number, low if low in ("ob",) else "dass"
        if (
            clause.kind is ClauseKind.QUESTION
            and entry.group in ("say", "doubt", "decline")
            and number == place + 1
            and not entry.weak
        ):
            if low == "wie" and any(
                other.clause == number for other in scene.cues_of(scene.analysis.sentences.index(sentence))
            ):
                continue
            return number, "frage"
        if clause.kind is ClauseKind.INFINITIVE:
            opener = low in analysis.grammar.infinitive_openers
            if entry.infinitive and not opener and number - place - apposition <= 2:
                return number, "zu"
            if opener:
                continue
            return None
        if clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and mood_at(analysis, clause.start, clause.end) >= 0:
            if entry.impersonal:
                return None
            return number, "konjunktiv"
        if clause.kind is ClauseKind.SUBORDINATE:
            # "X sagte, wenn es regne, werde man warten"
            if (
                number + 1 < len(clauses)
                and mood_at(analysis, clauses[number + 1].start, clauses[number + 1].end) >= 0
                and number == place + 1
            ):
                return number, "konjunktiv"
            continue
        if clause.kind is ClauseKind.RELATIVE:
            continue
        if clause.kind is ClauseKind.FRAGMENT and clause.end - clause.start <= 12:
            apposition += 1
            continue
        return None
    return None


def _first_word(analysis: Analysis, clause: Clause) -> str:
    for index in range(clause.start, clause.end):
        if analysis.is_word(index) and analysis.lower[index] not in analysis.grammar.coordinators:
            return analysis.lower[index]
    return analysis.lower[clause.start]


def _number(sentence: Sentence, index: int) -> int:
    for number, clause in enumerate(sentence.clauses):
        if clause.start <= index < clause.end:
            return number
    return -1


def _bracket_end(sentence: Sentence, cue: Cue, start: int) -> int:
    """Where the frame takes the word back: a part of the verb that stands after the content; sentence end if none."""
    later = [index for index in cue.tokens if index > start]
    if later:
        number = _number(sentence, min(later))
        if number >= 0:
            return sentence.clauses[number].start
    return sentence.end


def _verb_first(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """The cue's clause begins with its finite verb: ", sagte X"."""
    number = _number(sentence, cue.finite)
    if number < 0:
        return False
    clause = sentence.clauses[number]
    index = clause.start
    while index < cue.finite and (
        not analysis.is_word(index) or analysis.inside[index] >= 0 or analysis.lower[index] in ("so", "und")
    ):
        index += 1
    return index == cue.finite


def complement(scene: Scene, number: int) -> None:
    """A cue verb with a content clause after it or before it."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    language = analysis.language
    taken: list[Range] = []
    for cue in scene.cues_of(number):
        if cue.verb in scene.used or not cue.entry.content:
            continue
        clause = sentence.clauses[cue.clause] if sentence.clauses else None
        if clause is None:
            continue
        group = cue.entry.group
        after = _after(scene, sentence, cue)
        first_clause = _number(sentence, cue.finite)
        if _verb_first(analysis, sentence, cue) and first_clause > 0 and (after is None or after[1] == "konjunktiv"):
            before_start = sentence.start
            pieces = _before_content(scene, sentence, first_clause)
            if pieces and not any(a <= pieces[0][0] < b for a, b in taken):
                mention, meant = speaker_of(analysis, sentence, cue, sources)
                frame_end = _frame_end(sentence, cue, mention)
                later = _rest(scene, sentence, frame_end)
                pieces = (*pieces, *later)
                direct = all(
                    analysis.inside[i] >= 0 or not analysis.is_word(i) for piece in pieces for i in range(*piece)
                )
                mood = any(mood_at(analysis, *piece) >= 0 for piece in pieces)
                starts_with_content = sentence.clauses[0].kind in (ClauseKind.CONTENT, ClauseKind.QUESTION)
                if not direct and (group == "say" or mood or starts_with_content) and not cue.entry.weak:
                    rule = f"{language}.nachgestellt"
                    scene.used.add(cue.verb)
                    scene.add(Found(rule, number, Form.INDIRECT, pieces, mention, cue.tokens, cue.entry.stance, meant))
                    taken.append((before_start, frame_end))
                    if group not in ("document",):
                        scene.remember(meant or mention, number)
                    continue
        if after is None:
            continue
        start_clause, kind = after
        start = sentence.clauses[start_clause].start
        if any(a <= start < b for a, b in taken) and kind != "dass":
            continue
        if kind == "konjunktiv" and cue.entry.weak and cue.entry.verb not in ("heißen", "lauten"):
            continue
        if kind == "konjunktiv" and cue.infinitive:
            continue
        end = _bracket_end(sentence, cue, start)
        piece = trim(analysis, start, end)
        if piece is None:
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        stance = cue.entry.stance
        scene.used.add(cue.verb)
        pieces = (piece,)
        item = Found(f"{language}.{kind}", number, Form.INDIRECT, pieces, mention, cue.tokens, stance, meant)
        for earlier in scene.of_sentence(number):
            if (
                earlier.start <= cue.verb < earlier.end
                and earlier.pieces != pieces
                and earlier.start <= start < earlier.end
            ):
                item.parent = earlier
                break
        if mention is None and cue.infinitive:
            item.only_benchmark = True
        scene.add(item)
        taken.append((start, end))
        if item.parent is None and not cue.entry.weak:
            scene.remember(meant or mention, number)
        elif item.parent is None:
            scene.remember(mention, number)


def _before_content(scene: Scene, sentence: Sentence, first_clause: int) -> tuple[Range, ...]:
    analysis = scene.analysis
    start = sentence.clauses[first_clause].start
    end = start
    first = sentence.start
    piece = trim(analysis, first, end)
    if piece is None or not any(analysis.is_word(index) for index in range(*piece)):
        return ()
    if (
        analysis.lower[piece[0]] in analysis.grammar.subordinators
        and first_clause == 1
        and mood_at(analysis, *piece) < 0
        and analysis.lower[piece[0]] not in ("so", "auch", "selbst")
    ):
        return ()
    if sentence.clauses[0].kind is ClauseKind.SUBORDINATE and first_clause == 1 and mood_at(analysis, *piece) < 0:
        return ()
    return (piece,)


def _frame_end(sentence: Sentence, cue: Cue, mention: Range | None) -> int:
    number = max(cue.clause, _number(sentence, cue.finite))
    end = sentence.clauses[number].end
    if mention and mention[1] > end and mention[0] < end:
        end = mention[1]
    return end


def _rest(scene: Scene, sentence: Sentence, frame_end: int) -> tuple[Range, ...]:
    """Content that goes on after the frame: ", sagte X, und …"."""
    analysis = scene.analysis
    for clause in sentence.clauses:
        if clause.start < frame_end:
            continue
        if (
            clause.kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT)
            and mood_at(analysis, clause.start, clause.end) < 0
            and analysis.inside[clause.start] < 0
        ):
            continue
        if clause.kind in (ClauseKind.SUBORDINATE,) and mood_at(analysis, clause.start, clause.end) < 0:
            continue
        if (
            analysis.lower[clause.start] in analysis.grammar.coordinators
            and mood_at(analysis, clause.start, clause.end) < 0
            and analysis.inside[clause.start] < 0
        ):
            return ()
        return minus(analysis, (clause.start, sentence.end), [])
    return ()

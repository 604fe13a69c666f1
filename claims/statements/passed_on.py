"""What somebody answers, as the statement of the one who said it: "wies die Behauptung der Union zurück, wonach …"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.models import Stance
from claims.statements.content_limits import content_end, mood_at
from claims.statements.phrases import Phrase, phrases
from claims.statements.scene import Form, Found, Range, Scene, trim

ANSWERS = ("deny", "doubt", "confirm", "name", "decline", "accuse")  # groups of acts that take up another's words
INSIDE = ("nomen", "demnach", "wonach")  # rules that read the same clause as a part of the act
CLOSING = 2  # tokens between the noun and its clause: a particle or a participle, or words in quotation marks


def passed_on(scene: Scene, number: int) -> None:
    """The clause of a noun of saying that is somebody else's, in a sentence that answers it.

    Whose it is stands behind the noun ("der Union", "von Minister X"); a report that is in print needs no owner.
    """
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for place in range(1, len(sentence.clauses)):
        clause = sentence.clauses[place]
        start = _content(scene, clause)
        noun = _noun(scene, sentence.clauses[place - 1]) if start >= 0 else None
        if noun is None:
            continue
        phrase, head, owner = noun
        answer = _answer(scene, number, head)
        if answer is None or answer.mention == owner:
            continue
        piece = trim(analysis, start, _end(analysis, sentence, clause, start))
        if piece is None:
            continue
        for item in scene.of_sentence(number):
            inner = item.rule.rsplit(".", 1)[-1] in INSIDE and piece[0] <= item.start < piece[1]
            item.only_benchmark = item.only_benchmark or inner
        rule = f"{analysis.language}.weitergegeben"
        stance = Stance.DEMANDS if analysis.lower[head] in scene.words.nominal.demands else Stance.ASSERTS
        mention = owner or (phrase.start, phrase.end)
        scene.add(Found(rule, number, Form.INDIRECT, (piece,), mention, (head,), stance))


def _content(scene: Scene, clause: Clause) -> int:
    """Where what is said begins in ``clause``, behind the words that only join it to the noun; -1: it is none."""
    analysis, first = scene.analysis, clause.start
    if analysis.inside[first] >= 0:
        return -1
    low = analysis.lower[first]
    if low in scene.words.adverb.certain:
        return first + 1  # "Berichte, wonach …"
    relatives = analysis.grammar.relatives
    if first + 2 < clause.end:
        second = analysis.lower[first + 1]
        if low in scene.words.before.with_evidence and second in relatives:
            return first + 2  # "Berichte, nach denen …"
        if low in relatives and second in scene.words.before.after_always:
            return first + 2  # "Berichte, denen zufolge …"
    if clause.kind is ClauseKind.CONTENT:
        return first
    if clause.kind is ClauseKind.INFINITIVE:
        return -1 if low in analysis.grammar.infinitive_openers else first
    mood = mood_at(analysis, first, clause.end)
    return first if clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and mood > first else -1


def _noun(scene: Scene, before: Clause) -> tuple[Phrase, int, Range | None] | None:
    """The noun of saying that closes the clause before, its head, and whose words it means; None: there is none."""
    analysis, words = scene.analysis, scene.words
    near = [phrase for phrase in phrases(analysis, before.start, before.end) if not phrase.pronoun][-2:]
    said = (words.nominal.nouns | words.evidence.nouns) - words.nominal.thoughts
    for place, phrase in enumerate(near):
        last = near[-1] if phrase is not near[-1] and _of(analysis, near[-1]) else phrase
        if before.end - last.end > CLOSING or (last is not phrase and last.start - 1 != phrase.end):
            continue
        low = analysis.lower
        head = next((i for i in range(phrase.start, phrase.end) if low[i] in said), -1)
        published = next((i for i in range(phrase.start, phrase.end) if low[i].endswith(words.nominal.published)), -1)
        owner = (last.start, last.end) if last is not phrase else (max(head, published) + 1, phrase.end)
        if max(head, published) < 0 or any(low[i] in analysis.grammar.possessives for i in range(phrase.start, phrase.end)):
            continue
        if owner[0] < owner[1]:
            return phrase, max(head, published), owner
        if published >= 0 and place == len(near) - 1:
            return phrase, published, None
    return None


def _of(analysis: Analysis, phrase: Phrase) -> bool:
    return phrase.preposition in analysis.grammar.agent_prepositions


def _answer(scene: Scene, number: int, noun: int) -> Found | None:
    """The statement of the sentence that takes up the words of ``noun``."""
    for item in scene.of_sentence(number):
        spans = item.act or item.pieces
        first = min([*(start for start, _ in spans), *item.cue, *(item.mention or ())])
        last = max(stop for _, stop in spans)
        takes_up = item.group in ANSWERS or item.stance not in (Stance.ASSERTS, Stance.DEMANDS)
        if takes_up and item.mention is not None and first <= noun < last and noun not in range(*item.mention):
            return item
    return None


def _end(analysis: Analysis, sentence: Sentence, clause: Clause, start: int) -> int:
    """Where the clause of the noun ends: with the clause itself where the act goes on behind it."""
    end = content_end(analysis, sentence, None, start)
    verb_last = clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
    return min(end, clause.end) if verb_last else end

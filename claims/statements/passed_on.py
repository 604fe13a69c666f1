"""What somebody answers, as the statement of the one who said it: "wies die Behauptung der Union zurück, wonach …"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.models import Stance
from claims.statements.content_limits import content_end, mood_at
from claims.statements.said_by_another import resumes, words_of_another
from claims.statements.scene import Form, Found, Scene, trim

ANSWERS = ("deny", "doubt", "confirm", "name", "decline", "accuse")  # groups of acts that take up another's words
INSIDE = ("nomen", "demnach", "wonach")  # rules that read the same clause as a part of the act


def passed_on(scene: Scene, number: int) -> None:
    """The clause of a noun of saying that is somebody else's, in a sentence that answers or judges it."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for place in range(1, len(sentence.clauses)):
        clause = sentence.clauses[place]
        start = _content(scene, clause)
        words = words_of_another(scene, sentence.clauses[place - 1]) if start >= 0 else None
        if words is None:
            continue
        answer = _answer(scene, number, words.noun)
        piece = trim(analysis, start, _end(analysis, sentence, clause, start))
        if answer is None or answer.mention == words.owner or piece is None:
            continue
        for item in scene.of_sentence(number):
            inner = item.rule.rsplit(".", 1)[-1] in INSIDE and piece[0] <= item.start < piece[1]
            item.only_benchmark = item.only_benchmark or inner
        rule = f"{analysis.language}.weitergegeben"
        stance = Stance.DEMANDS if analysis.lower[words.noun] in scene.words.nominal.demands else Stance.ASSERTS
        mention = words.owner or words.phrase
        scene.add(Found(rule, number, Form.INDIRECT, (piece,), mention, (words.noun,), stance))


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


def _answer(scene: Scene, number: int, noun: int) -> Found | None:
    """A statement of the sentence that is another's than ``noun`` means and takes its words up."""
    for item in scene.of_sentence(number):
        takes_up = item.act or item.group in ANSWERS or item.stance not in (Stance.ASSERTS, Stance.DEMANDS)
        takes_up = takes_up or any(start <= noun < stop for start, stop in item.pieces)
        if takes_up and item.mention is not None and noun not in range(*item.mention):
            return item
    return None


def _end(analysis: Analysis, sentence: Sentence, clause: Clause, start: int) -> int:
    """Where the clause of the noun ends: with the clause itself where its verb stands last, before the verb
    of a sentence that it is set into."""
    end = content_end(analysis, sentence, None, start)
    if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT):
        return min(end, clause.end)
    return next(
        (later.start for later in sentence.clauses if start < later.start < end and resumes(analysis, later)), end
    )

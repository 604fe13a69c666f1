"""Interviews whose turns open with a label: "WELT: … Müller: …", "Q: … A: …", "Frage: … Antwort: …"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from claims.language.analysis import Analysis
from claims.statements.clausal_words import clausal_words
from claims.statements.introduced import introduced
from claims.statements.labels import label_of
from claims.statements.questions import addressed, quoted_above
from claims.statements.scene import Form, Found, Range, Scene, minus

LEAST = 2  # paragraphs with the same label make an interview
INITIALS = 3  # letters of a label that may stand for a name: "JH"
NAMED = 2  # words of a name that is told in full


def find_labels(analysis: Analysis) -> dict[int, Range]:
    """Per paragraph of an answer the words that name who answers; of a label that names nobody, the person introduced.

    A label counts if it opens at least two paragraphs; one whose paragraphs mostly end with a question mark asks. Where
    labels ask too, a paragraph without one that stands between two goes on with the one before it.
    """
    first, asks = _opening(analysis)
    names = _short({block: analysis.words(*label) for block, label in first.items()})
    answering = _answering(analysis, names, asks)
    count = Counter(names.values())
    found: dict[int, Range] = {}
    label: Range | None = None
    turns = [block for block in first if count[names[block]] >= LEAST]
    asker = any(names[block] not in answering for block in turns)
    for block in asks:
        if block in first:
            label = first[block] if names[block] in answering else None
        if label is not None and (block in first or (asker and block < turns[-1])):
            found[block] = label
    words = clausal_words(analysis.language)
    asked = any(name.lower() in words.question_labels for name in count)
    short = {name: _stands_for(analysis, name, turns[0], asked=asked) for name in answering}
    spelled = {label: names[block] for block, label in first.items()}
    named = {block: short[spelled[label]] or label for block, label in found.items()}
    if len(set(named.values())) == 1 or len(answering) == 1:
        named |= dict.fromkeys(quoted_above(analysis, turns[0]), next(iter(named.values())))
    return named


def _short(names: dict[int, str]) -> dict[int, str]:
    """The labels, where one that tells a name in full is the short one of other turns: "Ute Reh: … Reh: …"."""
    known = set(names.values())
    return {block: last if (last := name.split()[-1]) in known else name for block, name in names.items()}


def _answering(analysis: Analysis, names: dict[int, str], asks: dict[int, bool]) -> set[str]:
    """The labels of those who answer."""
    words = clausal_words(analysis.language)
    count = Counter(names.values())
    asking = Counter(name for block, name in names.items() if asks[block])
    speaking = [name for name in count if count[name] >= LEAST]
    asker = max(speaking, key=lambda name: asking[name]) if len(speaking) == 2 else ""
    others = max((asking[name] for name in speaking if name != asker), default=0)
    asks_more = asker if asking[asker] > others else ""
    return {
        name
        for name in speaking
        if asking[name] * 2 <= count[name] and name != asks_more and name.lower() not in words.question_labels
    }


def behind_labels(analysis: Analysis) -> Iterator[int]:
    """Where what is asked and answered begins, behind labels that open at least two paragraphs."""
    first, _ = _opening(analysis)
    names = _short({block: analysis.words(*label) for block, label in first.items()})
    count = Counter(names.values())
    for block, label in first.items():
        if count[names[block]] >= LEAST:
            yield label[1] + 1


def interview(scene: Scene, number: int) -> None:
    """Every sentence of an answer is what the label's name says."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    name = scene.labels.get(sentence.block)
    if name is None or analysis.tokens[sentence.end - 1].text in ("?", ":"):
        return
    told = scene.of_sentence(number)
    scene.found = [item for item in scene.found if item not in told or _of_others(analysis, item)]
    pieces = minus(analysis, (sentence.start, sentence.end), [])
    if not pieces:
        return
    scene.add(Found(f"{analysis.language}.etikett", number, Form.DIRECT, pieces, name, only_reader=True))
    scene.remember(name, number)


def _of_others(analysis: Analysis, item: Found) -> bool:
    """What somebody with a name is told to have said: "Der Minister hat mir zugesagt, dass …"."""
    if item.mention is None or not item.cue or item.form is not Form.INDIRECT or item.antecedent is not None:
        return False
    return item.mention[1] - item.mention[0] > 1 or analysis.capital(item.mention[0])


def _opening(analysis: Analysis) -> tuple[dict[int, Range], dict[int, bool]]:
    """(per paragraph its label, per paragraph whether it ends with a question mark)."""
    first: dict[int, Range] = {}
    asks: dict[int, bool] = {}
    for sentence in analysis.sentences:
        if sentence.block not in asks:
            label = label_of(analysis, sentence.start, sentence.end)
            if label is not None:
                first[sentence.block] = label
        asks[sentence.block] = analysis.tokens[sentence.end - 1].text == "?"
    return first, asks


def _stands_for(analysis: Analysis, name: str, first: int, *, asked: bool) -> Range | None:
    """Who "Antwort" or "A" beside questions (``asked``), or "JH", is by what stands above; None for any other label."""
    generic = asked and name.lower() in clausal_words(analysis.language).answer_labels
    initials = name.isupper() and 2 <= len(name) <= INITIALS
    if not generic and not initials:
        return None
    above = [phrase for phrase in introduced(analysis, first) if phrase[1] - phrase[0] >= NAMED]
    if initials:
        letters = [[analysis.tokens[i].text[0] for i in range(*phrase)] for phrase in above]
        return next((phrase for phrase, own in zip(above, letters, strict=True) if "".join(own) == name), None)
    return next(iter(above), None) or addressed(analysis)

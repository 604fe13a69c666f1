"""Interviews without labels: paragraphs that ask and paragraphs that answer, and who answers by how he is addressed."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.statements.clausal_words import clausal_words
from claims.statements.mention_words import mention_words
from claims.statements.scene import Range, Scene

LEAST = 2  # paragraphs that end with a question mark make an interview
LONGEST_NAME = 4  # tokens behind the title: "Frau Dr. Anna Muster-Vogt,"


def answers(analysis: Analysis) -> dict[int, Range]:
    """Per paragraph that answers, the words by which the questions address who answers; empty if it is no interview.

    Behind a question stands an answer. After that a paragraph asks if it ends with a question mark or addresses
    somebody and says nothing in the first person; else the answer goes on. A paragraph that is one quotation and
    stands above the first question, such as the headline, is an answer too.
    """
    blocks: dict[int, Range] = {}
    for sentence in analysis.sentences:
        start, _ = blocks.get(sentence.block, (sentence.start, 0))
        blocks[sentence.block] = (start, sentence.end)
    asked = [block for block, (_, end) in blocks.items() if analysis.tokens[end - 1].text == "?"]
    name = _addressed(analysis, blocks) if len(asked) >= LEAST else None
    if name is None:
        return {}
    found: dict[int, Range] = {}
    asks = False
    for block, stretch in blocks.items():
        if block < asked[0]:
            if _quoted(analysis, stretch):
                found[block] = name
            continue
        question = block in asked or (not asks and _addresses(analysis, stretch) and not _own(analysis, stretch))
        if not question:
            found[block] = name
        asks = question
    own = [_own(analysis, blocks[block]) for block in found if block > asked[0]]
    return found if sum(own) * 2 >= len(own) else {}


def name_the_asked(scene: Scene) -> None:
    """What a question says that the one asked has said is his: "Im Mai haben Sie versprochen, …"."""
    name = next(iter(scene.labels.values()), None)
    forms = clausal_words(scene.analysis.language).address
    for item in scene.found:
        asked = scene.analysis.sentences[item.sentence].block not in scene.labels
        if name and asked and item.mention and scene.analysis.words(*item.mention) in forms:
            item.mention = name


def _addressed(analysis: Analysis, blocks: dict[int, Range]) -> Range | None:
    """ "Frau Muster," – a title and a name between commas or borders of a paragraph that asks."""
    titles = mention_words(analysis.language).titles
    for start, end in blocks.values():
        for index in range(start, end - 2):
            opens = index == start or analysis.tokens[index - 1].text == ","
            if not opens or analysis.lower[index] not in titles or not analysis.tokens[index].text[0].isupper():
                continue
            stop = index + 1
            while (
                stop < end
                and stop - index <= LONGEST_NAME
                and (analysis.tokens[stop].text[0].isupper() or analysis.tokens[stop].text == ".")
            ):
                stop += 1
            asks = analysis.tokens[end - 1].text == "?" or _addresses(analysis, (stop, end))
            if stop > index + 1 and analysis.tokens[stop].text in (",", "?") and asks:
                return (index, stop)
    return None


def _addresses(analysis: Analysis, stretch: Range) -> bool:
    """A form of address stands in it, not at the beginning of a sentence, where "Sie" may be "they"."""
    forms = clausal_words(analysis.language).address
    starts = {sentence.start for sentence in analysis.sentences}
    return any(
        analysis.tokens[index].text in forms and index not in starts and analysis.inside[index] < 0
        for index in range(*stretch)
    )


def _own(analysis: Analysis, stretch: Range) -> bool:
    """Something is said in the first person, outside quotation marks."""
    grammar = analysis.grammar
    own = grammar.first_person | grammar.first_possessives | clausal_words(analysis.language).first_persons
    return any(analysis.lower[index] in own and analysis.inside[index] < 0 for index in range(*stretch))


def _quoted(analysis: Analysis, stretch: Range) -> bool:
    """One quotation and nothing else."""
    inside = {analysis.inside[index] for index in range(*stretch)}
    return len(inside) == 1 and min(inside) >= 0

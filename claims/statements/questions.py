"""Questions and their answers: "Gibt es einen Plan? Nein, sagt X", and interviews without labels.

In an interview paragraphs ask and paragraphs answer; who answers is told by how the questions address him.
"""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.models import Stance
from claims.statements.attribution import speaker_of
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import cue_words
from claims.statements.introduced import introduced
from claims.statements.mention_words import mention_words
from claims.statements.sayers import subject_of
from claims.statements.scene import Form, Found, Range, Scene

ANSWERS = 6  # sentences between a question and an answer to it, that one included
NEAR = 4  # tokens between yes or no and the verb of saying: "Nein, so sagt", "No, the union says"
SHORTEST_ANSWER = 4  # tokens of "No, says X"
OWN_ANSWERS = 3  # of so many answers that alternate with questions one speaks in the first person
LEAST = 2  # paragraphs that end with a question mark make an interview
LONGEST_CREDIT = 9  # tokens of the line that tells who asked
LONGEST_NAME = 4  # tokens behind the title: "Frau Dr. Anna Muster-Vogt,"


def answers(analysis: Analysis) -> dict[int, Range]:
    """Per paragraph that answers, the words by which the questions address who answers; empty if it is no interview.

    Either the two alternate, or behind a question stands an answer, and after that a paragraph asks if it ends with a
    question mark or addresses somebody and says nothing in the first person; else the answer goes on. A paragraph that
    is one quotation and stands above the first question, such as the headline, is an answer too.
    """
    blocks = _paragraphs(analysis)
    asked = [block for block, stretch in blocks.items() if _asks(analysis, stretch)]
    name = addressed(analysis) if len(asked) >= LEAST else None
    told = [block for block in asked if _addresses(analysis, blocks[block])]
    if name is None and len(told) >= LEAST:
        name = next(iter(introduced(analysis, asked[0])), None)
    if name is None:
        return {}
    first = min([asked[0], *(block for block, (start, end) in blocks.items() if start <= name[0] < end and told)])
    first = first if first == asked[0] or _addresses(analysis, blocks[first]) else asked[0]
    above = dict.fromkeys(quoted_above(analysis, first), name)
    below = [block for block in blocks if block >= first and not _credits(analysis, blocks[block])]
    if _by_turns(analysis, blocks, below):
        return above | dict.fromkeys(below[1::2], name)
    found: list[int] = []
    asks = False
    for block in below:
        stretch = blocks[block]
        question = block in asked or (not asks and _addresses(analysis, stretch) and not _own(analysis, stretch))
        if not question:
            found.append(block)
        asks = question
    own = [_own(analysis, blocks[block]) for block in found]
    return above | dict.fromkeys(found, name) if sum(own) * 2 >= len(own) else {}


def _paragraphs(analysis: Analysis) -> dict[int, Range]:
    blocks: dict[int, Range] = {}
    for sentence in analysis.sentences:
        start, _ = blocks.get(sentence.block, (sentence.start, 0))
        blocks[sentence.block] = (start, sentence.end)
    return blocks


def quoted_above(analysis: Analysis, first: int) -> list[int]:
    """The paragraphs above ``first`` that are one quotation, such as the headline of an interview."""
    blocks = _paragraphs(analysis)
    return [block for block, stretch in blocks.items() if block < first and _quoted(analysis, stretch)]


def _by_turns(analysis: Analysis, blocks: dict[int, Range], below: list[int]) -> bool:
    """Paragraph for paragraph one asks and one answers: what is held up to him without a question mark, too."""
    asking, answering = below[::2], below[1::2]
    if len(asking) != len(answering):
        return False
    if any(_own(analysis, blocks[block]) for block in asking) or any(_asks(analysis, blocks[b]) for b in answering):
        return False
    asks = sum(_asks(analysis, blocks[block]) or _addresses(analysis, blocks[block]) for block in asking)
    own = sum(_own(analysis, blocks[block]) for block in answering)
    return asks * 2 > len(asking) and own * OWN_ANSWERS >= len(answering)


def _credits(analysis: Analysis, stretch: Range) -> bool:
    """ "Das Gespräch führte Ann Lee.", "Interview: Ann Lee": a line that tells who asked."""
    words = clausal_words(analysis.language)
    line = set(analysis.lower[slice(*stretch)])
    return stretch[1] - stretch[0] <= LONGEST_CREDIT and bool(line & words.asked_by) and bool(line & words.meetings)


def _asks(analysis: Analysis, stretch: Range) -> bool:
    return analysis.tokens[stretch[1] - 1].text == "?"


def settled(scene: Scene, number: int) -> None:
    """ "Nein, sagt X" behind a question of the narrator: what was asked, denied or confirmed."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    words = clausal_words(analysis.language)
    first = sentence.start
    word = analysis.lower[first]
    if word not in words.yes | words.no or sentence.end - first < SHORTEST_ANSWER or analysis.inside[first] >= 0:
        return
    if analysis.tokens[first + 1].text not in (",", "–", "—"):
        return
    question = _asked(analysis, number)
    told = _who_answers(scene, number) if question is not None else None
    if question is None or told is None:
        return
    mention, cue, meant = told
    stance = Stance.CONFIRMS if word in words.yes else Stance.DENIES
    adjacent = question[1] == first and analysis.sentences[number - 1].block == sentence.block
    pieces = ((question[0], first + 1),) if adjacent else (question, (first, first + 1))
    rule = f"{analysis.language}.antwort"
    scene.add(Found(rule, number, Form.INDIRECT, pieces, mention, cue, stance, meant))
    scene.remember(meant or mention, number)


def _asked(analysis: Analysis, number: int) -> Range | None:
    """The question that sentence ``number`` answers, other answers between them; of a sentence, behind its colon."""
    for before in reversed(analysis.sentences[max(0, number - ANSWERS) : number]):
        end = before.end - 1
        if analysis.tokens[end].text == "?" and analysis.inside[end] < 0:
            colon = (i + 1 for i in range(end, before.start, -1) if analysis.tokens[i].text == ":")
            return next(colon, before.start), before.end
    return None


def _who_answers(scene: Scene, number: int) -> tuple[Range, tuple[int, ...], Range | None] | None:
    """(speaker, verb of saying, who is meant) of ", sagt X" right behind the sentence's first word."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    reach = sentence.start + 2 + NEAR
    if analysis.grammar.inline_content:
        for verb in scene.verbs_of(number):
            mention, _ = subject_of(scene, sentence, verb, None)
            if verb.form == "finite" and verb.first < reach and mention is not None:
                return mention, verb.tokens, None
        return None
    sources = cue_words(analysis.language).impersonal.source_prepositions
    for cue in scene.cues_of(number):
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if cue.finite < reach and mention is not None:
            return mention, cue.tokens, meant
    return None


def name_the_asked(scene: Scene) -> None:
    """What a question says that the one asked has said is his: "Im Mai haben Sie versprochen, …"."""
    name = next(iter(scene.labels.values()), None)
    analysis = scene.analysis
    forms = clausal_words(analysis.language).address
    for item in list(scene.found):
        sentence = analysis.sentences[item.sentence]
        asked = name and sentence.block not in scene.labels
        if not asked or not item.mention or analysis.words(*item.mention) not in forms:
            continue
        if (
            analysis.tokens[sentence.end - 1].text == "?"
            and analysis.lower[sentence.start] in analysis.grammar.auxiliaries
        ):
            scene.found.remove(item)  # "Did you report it?" tells nothing
        item.mention = name


def addressed(analysis: Analysis) -> Range | None:
    """ "Frau Muster," – a title and a name between commas or borders of a paragraph that asks."""
    titles = mention_words(analysis.language).titles
    for start, end in _paragraphs(analysis).values():
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

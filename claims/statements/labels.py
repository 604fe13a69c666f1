"""Labels before a colon, in headlines the name of who says it ("Minister: no deal")."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.language.lemmas import is_known
from claims.statements.content_limits import finite_like
from claims.statements.finite_forms import clause_like
from claims.statements.mention_words import mention_words
from claims.statements.scene import Form, Found, Range, Scene, minus
from claims.statements.source_words import source_words

LONGEST_LABEL = 5  # tokens before the colon
LONGEST_ACRONYM = 5  # letters of "UN", "PM", "NABU"
SHORTEST_HEADLINE = 3  # words behind the label
BY_NAME = "label"  # the group of a headline whose label is a bare name


def label_of(analysis: Analysis, start: int, end: int) -> Range | None:
    """The name before a colon at the beginning of a paragraph."""
    for index in range(start, min(end - 1, start + LONGEST_LABEL + 1)):
        if analysis.tokens[index].text == ":":
            return (start, index) if index > start else None
        if not analysis.tokens[index].text[0].isupper() and analysis.tokens[index].text != ".":
            return None
    return None


def headline(scene: Scene, number: int) -> None:
    """A paragraph of one sentence without a full stop, "X: …", where X by its form is somebody who speaks."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    alone = all(
        not 0 <= other < len(analysis.sentences) or analysis.sentences[other].block != sentence.block
        for other in (number - 1, number + 1)
    )
    if not alone or analysis.tokens[sentence.end - 1].text in (".", "?", ":") or scene.of_sentence(number):
        return
    label = label_of(analysis, _after_clock(analysis, sentence.start, sentence.end), sentence.end)
    if label is None or not _speaks(analysis, label, sentence.end):
        return
    pieces = minus(analysis, (label[1] + 1, sentence.end), [])
    if sum(analysis.is_word(i) for piece in pieces for i in range(*piece)) < SHORTEST_HEADLINE:
        return
    group = BY_NAME if not _called(analysis, label) else ""
    scene.add(
        Found(f"{analysis.language}.schlagzeile", number, Form.INDIRECT, pieces, label, only_reader=True, group=group)
    )


def _after_clock(analysis: Analysis, start: int, end: int) -> int:
    """Where the text of a ticker entry begins: after "15.30 Uhr:", "1.10pm:"."""
    if not analysis.tokens[start].text[0].isdigit():
        return start
    colon = next((i for i in range(start, min(start + LONGEST_LABEL, end - 1)) if analysis.tokens[i].text == ":"), -1)
    return colon + 1 if colon > 0 else start


def _speaks(analysis: Analysis, label: Range, end: int) -> bool:
    """Whether a label is a role, a body that speaks, an acronym, or a name before a clause."""
    return _called(analysis, label) or (_name(analysis, label) and _clause(analysis, (label[1] + 1, end)))


def _called(analysis: Analysis, label: Range) -> bool:
    """Whether the label's own words say that it speaks: a role, a body, an acronym."""
    words = mention_words(analysis.language)
    last = analysis.tokens[label[1] - 1].text
    if last.lower() in source_words(analysis.language).documents.own:
        return False  # "Pressemitteilung: …"
    if last.lower().endswith((*words.role_endings, *words.speaking)):
        return True
    return last.isupper() and 2 <= len(last) <= LONGEST_ACRONYM


def without_places(analysis: Analysis, found: list[Found]) -> list[Found]:
    """``found`` without headlines whose label is a bare name that speaks nowhere else: "Nerotal: Neue Gespräche"."""
    speaking = {
        analysis.lower[index]
        for item in found
        if item.group != BY_NAME and item.mention
        for index in range(*item.mention)
    }
    return [
        item
        for item in found
        if item.group != BY_NAME or item.mention is None or analysis.lower[item.mention[1] - 1] in speaking
    ]


def _name(analysis: Analysis, label: Range) -> bool:
    """No word of the label is one of the language: "Stadtbahn Lindenhafen" is a matter, "Scholz" is not."""
    words = mention_words(analysis.language)
    texts = [analysis.tokens[index].text for index in range(*label)]
    return all(
        text.isalpha() and text.lower() not in words.time_words and not is_known(text, analysis.language)
        for text in texts
    )


def _clause(analysis: Analysis, stretch: Range) -> bool:
    if analysis.grammar.inline_content:
        return clause_like(analysis, *stretch)
    return any(finite_like(analysis, index) for index in range(*stretch))

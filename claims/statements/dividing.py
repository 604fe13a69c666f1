"""One sentence, two sources, two figures: "Police put the crowd at 4,000, organisers spoke of 9,000".

The verb may be told once: "Police spoke of 4,000, the organisers of 9,000", and so without a figure: "Police spoke of
isolated cases, the organisers of chaos". Each half is a statement of its own. The
sentence is divided before the rules read it, where behind a comma, a semicolon or a coordinating word a new subject
follows with a verb of telling figures and a figure, and the first half has a source and a figure too. So are a
ticker's entry behind its time and a headline of two clauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.language.analysis import Analysis, Clause, Sentence
from claims.language.grammar import closed_words
from claims.statements.acted_too import acted_too
from claims.statements.clausal_words import clausal_words
from claims.statements.content_limits import finite_like
from claims.statements.cues import table
from claims.statements.judged_too import judged_too
from claims.statements.mention_words import mention_words
from claims.statements.scene import Form, Found, Scene, trim
from claims.statements.verb_or_noun import is_figure

SUBJECT = 5  # tokens in which the verb of the second half follows
GAPPED = 12  # tokens of a second half without a verb
TICKER = 3  # lines that open with a time of day: the article is a ticker
QUALIFIED = 5  # tokens from its preposition to the figure: "of more than 9,000"
_BORDERS = frozenset({",", ";"})
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_STAMP_ENDS = frozenset({":", "–", "—", "-", "|"})


def borders(analysis: Analysis) -> Iterator[int]:
    """The tokens at which such a second half begins."""
    opening = [sentence for sentence in analysis.sentences if sentence.start in analysis.lines]
    ticker = sum(_CLOCK.fullmatch(analysis.tokens[one.start].text) is not None for one in opening) >= TICKER
    for sentence in analysis.sentences:
        if sentence.start in analysis.lines and (first := _behind_stamp(analysis, sentence, ticker)) > 0:
            yield first
        if (dash := _between_headlines(analysis, sentence)) > 0:
            yield dash + 1
        for place in range(sentence.start + 1, sentence.end - 2):
            if analysis.tokens[place].text not in _BORDERS or analysis.inside[place] >= 0:
                continue
            first = place + 1
            if analysis.lower[first] in clausal_words(analysis.language).figure_joins:
                first += 1
            second = _second_half(analysis, first, sentence) or _gapped(analysis, sentence.start, first, sentence.end)
            figures = second and _first_half(analysis, sentence.start, place)
            against = figures or _set_against(analysis, sentence.start, first, sentence.end)
            told = judged_too(analysis, sentence.start, first, sentence.end)
            if against or told is not None or acted_too(analysis, sentence.start, first, sentence.end) is not None:
                yield place + 1
                break


def divided(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether the sentence is such a second half."""
    return sentence.start > 0 and analysis.tokens[sentence.start - 1].text in _BORDERS


def _behind_stamp(analysis: Analysis, sentence: Sentence, ticker: bool) -> int:
    """Where a ticker's entry begins behind its time ("18:40 The operator", "+++ 14.05 Uhr: Der Verein"); else -1.

    In a ``ticker``, an article of which several lines open so, the bare time is enough ("15.48 The operator").
    """
    tokens, place = analysis.tokens, sentence.start
    while place < sentence.end and tokens[place].text == "+":
        place += 1
    if place + 2 >= sentence.end or not _CLOCK.fullmatch(tokens[place].text):
        return -1
    clock = tokens[place].text
    place += 1
    hour = analysis.lower[place] in mention_words(analysis.language).clock
    place += hour
    parted = tokens[place].text in _STAMP_ENDS
    place += parted
    sure = ticker or parted or (":" in clock and not hour and analysis.grammar.inline_content)
    if not sure or place >= sentence.end - 1:
        return -1
    return place if tokens[place].text[0].isupper() or analysis.inside[place] >= 0 else -1


def _between_headlines(analysis: Analysis, sentence: Sentence) -> int:
    """The dash or colon in "Gericht verhandelt – Gutachterin widerspricht", a headline of two clauses; else -1."""
    last = sentence.end - 1
    last -= analysis.tokens[last].kind == "mark" and last > sentence.start  # "A versteht B nicht: „Es ist gut.“"
    if analysis.tokens[last].text in (".", "!", "?", ":"):
        return -1
    for before, after in pairwise(sentence.clauses):
        dash = after.start - 1
        if analysis.tokens[dash].text not in ("–", "—", "-", ":") or analysis.inside[dash] >= 0:
            continue
        if analysis.tokens[dash].text == ":" and _says(analysis, before):
            continue
        told = any(finite_like(analysis, index) for index in range(before.start + 1, before.end))
        if told and _verb(analysis, after) > after.start:
            return dash
    return -1


def _says(analysis: Analysis, clause: Clause) -> bool:
    """Whether a form of saying stands in the clause, so that what follows a colon is what is said."""
    return any(analysis.lower[i] in table(analysis.language).finite for i in range(clause.start, clause.end))


def _verb(analysis: Analysis, clause: Clause) -> int:
    """The finite verb of the clause, or a form of saying; -1 if it has none."""
    said = (i for i in range(clause.start, clause.end) if analysis.lower[i] in table(analysis.language).finite)
    return clause.finite if clause.finite >= 0 else next(said, -1)


def _second_half(analysis: Analysis, first: int, sentence: Sentence) -> bool:
    words = clausal_words(analysis.language)
    if analysis.lower[first] in words.figure_pronouns:
        return False  # "which", "he": no other source
    for index in range(first + 1, min(first + SUBJECT, sentence.end - 1)):
        if analysis.inside[index] >= 0 or analysis.tokens[index].text in _BORDERS or is_figure(analysis, index):
            return False
        if analysis.lower[index] in words.figure_verbs:
            if index == first + 1 and analysis.lower[first] in closed_words(analysis.language):
                return False  # "die zählten"
            return any(is_figure(analysis, later) for later in range(index + 1, sentence.end))
    return False


def gapped(scene: Scene, number: int) -> None:
    """The second half without a verb: who tells the figure, and the figure."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    before = analysis.sentences[number - 1] if number else None
    if before is None or not divided(analysis, sentence) or before.block != sentence.block:
        return
    first = sentence.start + (analysis.lower[sentence.start] in clausal_words(analysis.language).figure_joins)
    if (judged := judged_too(analysis, before.start, first, sentence.end)) is not None:
        rule = f"{analysis.language}.gapped"
        scene.add(Found(rule, number, Form.INDIRECT, (judged.what, judged.verdict), judged.mention))
        return
    if (act := acted_too(analysis, before.start, first, sentence.end)) is not None:
        rule = f"{analysis.language}.gapped"
        scene.add(Found(rule, number, Form.INDIRECT, (act.verb, act.what), act.mention, stance=act.stance))
        return
    link = _gapped(analysis, before.start, first, sentence.end)
    link = link or _set_against(analysis, before.start, first, sentence.end)
    piece = trim(analysis, link, sentence.end) if link else None
    if piece is not None:
        last = link
        while last > first + 1 and analysis.lower[last - 1] in clausal_words(analysis.language).figure_joins:
            last -= 1
        scene.add(Found(f"{analysis.language}.gapped", number, Form.INDIRECT, (piece,), (first, last)))


def _gapped(analysis: Analysis, start: int, first: int, end: int) -> int:
    """The preposition between source and figure at ``first``, if the first half has the same one; else 0."""
    words = clausal_words(analysis.language)
    if end - first > GAPPED or analysis.lower[first] in words.figure_pronouns:
        return 0
    verb = next((n for n in range(start, first) if analysis.lower[n] in words.figure_verbs), -1)
    link = next((n for n in range(first + 1, end - 1) if analysis.lower[n] in words.figure_links), 0)
    plain = all(
        analysis.is_word(n)
        and analysis.inside[n] < 0
        and not is_figure(analysis, n)
        and analysis.lower[n] not in words.figure_verbs
        for n in range(first, link)
    )
    noun = link > first and (link > first + 1 or analysis.lower[first] not in closed_words(analysis.language))
    if verb < 0 or not plain or not noun or not _behind(analysis, link, end):
        return 0
    same = (n for n in range(verb, first) if analysis.lower[n] == analysis.lower[link])
    return link if any(_behind(analysis, n, first) for n in same) else 0


def _set_against(analysis: Analysis, start: int, first: int, end: int) -> int:
    """The same where both speak of things: "Die Stadt spricht von Einzelfällen, Eltern von Chaos"; else 0."""
    words = clausal_words(analysis.language)
    lower = analysis.lower
    verb = next((n for n in range(start + 1, first) if lower[n] in words.gap_verbs), -1)
    links = [n for n in range(first, end) if lower[n] in words.gap_links]
    if verb < 0 or not links or lower[first] in words.figure_pronouns or links[0] - first > SUBJECT:
        return 0
    link, noun = links[0], links[0] - 1
    while noun > first and lower[noun] in words.figure_joins:
        noun -= 1  # "die Angehörigen dagegen von Mord"
    if link + 2 >= end or not any(lower[n] == lower[link] for n in range(verb, first)):
        return 0
    plain = all(analysis.is_word(n) and analysis.inside[n] < 0 for n in range(first, link))
    told = any(finite_like(analysis, n) or lower[n] in table(analysis.language).finite for n in range(first, end))
    return link if plain and not told and _speaks(analysis, first, noun) else 0


def _speaks(analysis: Analysis, first: int, noun: int) -> bool:
    """The noun is one for who speaks; behind a German article one for no matter is enough."""
    words, low = mention_words(analysis.language), analysis.lower[noun]
    crowd = low in clausal_words(analysis.language).plural_nouns
    if crowd or low in words.speaking or low.endswith((*words.role_endings, *words.crowd_endings)):
        return True
    matter = low in words.things or low.endswith(words.abstract_endings)
    return not analysis.grammar.small_nouns and noun > first and analysis.capital(noun) and not matter


def _behind(analysis: Analysis, link: int, end: int) -> bool:
    """A figure stands right behind the preposition."""
    return any(is_figure(analysis, n) for n in range(link + 1, min(link + QUALIFIED, end)))


def _first_half(analysis: Analysis, start: int, end: int) -> bool:
    words = clausal_words(analysis.language)
    source = any(analysis.lower[index] in words.figure_verbs | words.figure_sources for index in range(start, end))
    return source and any(is_figure(analysis, index) for index in range(start, end))

"""Whether the words found for a speaker can name one, in languages where nouns are written small.

What stands before a verb is not always its subject: "which included members of the board said", "it is worth noting".
"""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import table
from claims.statements.mention_words import mention_words

Range = tuple[int, int]
SHORTEST_PARTICIPLE = 5  # letters


def tidy(analysis: Analysis, mention: Range) -> Range | None:
    """``mention`` without marks and joining words at its edges; None if it can name nobody."""
    if not analysis.grammar.small_nouns:
        return mention
    start, end = mention
    coordinators = analysis.grammar.coordinators
    while start < end and not analysis.is_word(start) and analysis.tokens[start].kind == "mark":
        if analysis.inside[start] >= 0 and analysis.quotations[analysis.inside[start]].end <= end:
            break  # a name in quotation marks
        start += 1
    while end > start and (analysis.lower[end - 1] in coordinators or analysis.tokens[end - 1].text == ","):
        end -= 1
    if (
        start >= end
        or (end - start == 1 and analysis.tokens[start].kind == "number")
        or (end - start == 1 and analysis.lower[start] in analysis.grammar.auxiliaries)
        or _no_noun(analysis, start, end)
        or _verbal(analysis, start, end)
    ):
        return None
    return (start, end)


def _no_noun(analysis: Analysis, start: int, end: int) -> bool:
    """The phrase ends where none can, or is one small word that is no noun in the plural and stands for nobody."""
    grammar, low = analysis.grammar, analysis.lower[end - 1]
    if any(analysis.tokens[place].text == "," for place in range(start, end)):
        return False  # a name with what it is: "Muster, the only one to vote against"
    if end - start > 1:
        return low in grammar.prepositions | grammar.determiners - grammar.partitives - grammar.demonstratives
    if not analysis.tokens[start].text[0].islower():
        return "'" in low.strip("'’s") or "’" in low.strip("'’s")  # "I've", "You'd"
    if low in grammar.subject_pronouns | grammar.relatives | grammar.demonstratives | grammar.partitives:
        return False
    words = mention_words(analysis.language)
    if _in_headline(analysis, start):
        return False  # "striker says he was forced out"
    plural = low.endswith("s") and not low.endswith("ss")
    known = low in clausal_words(analysis.language).plural_nouns | words.speaking or low.endswith(words.role_endings)
    return not plural and not known


def _in_headline(analysis: Analysis, index: int) -> bool:
    """The word stands in a line that ends without a mark and needs no articles."""
    sentence = next(one for one in analysis.sentences if one.start <= index < one.end)
    return analysis.tokens[sentence.end - 1].text not in (".", "!", "?", ":", "…", ";", ",")


def _verbal(analysis: Analysis, start: int, end: int) -> bool:
    """The phrase begins with a verb: after a pronoun or "to", or with a participle that governs what follows."""
    grammar, lower = analysis.grammar, analysis.lower
    if not analysis.tokens[start].text[0].islower() or lower[start] in grammar.closed:
        return False
    before = lower[start - 1] if start else ""
    if before in grammar.subject_pronouns | grammar.auxiliaries | {grammar.infinitive_marker}:
        return True
    if lower[start] in grammar.finite or (end - start > 1 and lower[start] in table(analysis.language).participle):
        return lower[start] in grammar.finite or lower[start + 1] in grammar.prepositions
    participle = lower[start].endswith(("ed", "ing")) and len(lower[start]) >= SHORTEST_PARTICIPLE
    if not participle or end - start < 2:
        return False
    follow = lower[start + 1]
    return follow in grammar.prepositions | grammar.determiners | grammar.object_pronouns

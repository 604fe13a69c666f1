"""The subject that follows its verb: ", said Anna Muster, a spokeswoman for the city"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.clausal_words import clausal_words
from claims.statements.mention_words import mention_words
from claims.statements.scene import Range
from claims.statements.subject_edges import LONGEST, SHORT
from claims.statements.subjects import genitive


def after(analysis: Analysis, sentence: Sentence, verb: int) -> Range | None:
    """The subject that follows its verb: ", said Anna Muster, a spokeswoman for the city"."""
    words = clausal_words(analysis.language)
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    start = verb + 1
    if start >= sentence.end or not analysis.is_word(start) or analysis.inside[start] >= 0:
        return None
    named = tokens[start].text[0].isupper() and start + 1 < sentence.end and analysis.capital(start + 1)  # "Will Parr"
    if lower[start] in grammar.closed - grammar.determiners - grammar.subject_pronouns and not named:
        return None
    if lower[start] in mention_words(analysis.language).time_words and not named:
        return None
    place = start
    while place < sentence.end and place - start < LONGEST:
        low = lower[place]
        if tokens[place].text == "." and place + 1 < sentence.end and len(tokens[place - 1].text) <= 4:
            place += 1
            continue
        if tokens[place].kind == "mark" and genitive(analysis, place) and analysis.inside[place] < 0:
            place += 1
            continue
        if not analysis.is_word(place) or analysis.inside[place] >= 0:
            break
        if place > start and low in grammar.prepositions and low not in words.inner_prepositions:
            break
        if place > start and low in words.subject_borders | grammar.auxiliaries | grammar.relatives:
            break
        if place > start and low in grammar.content_subordinators:
            break  # "said the firm that runs the ferry"
        if place > start and low in mention_words(analysis.language).time_words:
            break
        place += 1
    end = place
    if end < sentence.end and tokens[end].text == ",":
        follow = end + 1
        if (
            follow < sentence.end
            and analysis.inside[follow] < 0
            and (
                lower[follow] in grammar.determiners
                or lower[follow] in grammar.subject_relatives
                or lower[follow] in mention_words(analysis.language).speaking
                or lower[follow].endswith(mention_words(analysis.language).role_endings)
            )
        ):
            stop = follow
            while stop < sentence.end and tokens[stop].text not in (",", ";", ":") and analysis.inside[stop] < 0:
                stop += 1
            last = stop
            while last > follow and not analysis.is_word(last - 1):
                last -= 1
            if last - follow <= LONGEST:
                end = last
    if end < sentence.end and tokens[end].text == "," and tokens[end - 1].text.islower():
        end = _name_behind(analysis, sentence, end)
    while end > start and not analysis.is_word(end - 1):
        end -= 1
    return (start, end) if end > start else None


def _name_behind(analysis: Analysis, sentence: Sentence, comma: int) -> int:
    """The end of "its toxicologist, Dr. Emil Strand" from the comma on; the comma where no name stands behind."""
    place = comma + 1
    titles = mention_words(analysis.language).titles
    while place < sentence.end and place - comma <= SHORT:
        title = analysis.tokens[place].text == "." and analysis.lower[place - 1] in titles
        if not (analysis.capital(place) and analysis.inside[place] < 0) and not title:
            break
        place += 1
    closed = place >= sentence.end or not analysis.is_word(place)
    return place if place - comma > 2 and closed else comma

"""Noun phrases as candidates for the subject: what kind of thing they name, and how well they fit a verb."""

from __future__ import annotations

from claims.language.analysis import Analysis
from claims.language.lemmas import in_dictionary, is_german_plural, is_known, lemma
from claims.statements.cues import cue_words
from claims.statements.mention_words import mention_words
from claims.statements.phrases import Phrase, phrase_at
from claims.statements.source_words import source_words

PLURAL_ADJECTIVES = ("e", "en")  # endings of an adjective before a noun in the plural without an article
LONGEST_LIST = 3  # further names in a row


def is_time(analysis: Analysis, phrase: Phrase) -> bool:
    """Whether the phrase names a time; a time in a long attribute ("dem am Montag gezeigten Bild") does not count."""
    words = mention_words(analysis.language)
    places = range(phrase.start, min(phrase.end, phrase.head + 1))
    if any(analysis.lower[index] in analysis.grammar.prepositions for index in places):
        places = range(phrase.head, phrase.head + 1)
    named = {
        i for i in places if i > phrase.start and analysis.lower[i] in words.edge_words and analysis.capital(i - 1)
    }
    return any(analysis.lower[index] in words.time_words and index not in named for index in places)  # "Neue Mitte"


def is_abstract(analysis: Analysis, phrase: Phrase) -> bool:
    """A noun that names a matter, by its ending, unless the lexicon knows it to speak."""
    words = mention_words(analysis.language)
    first = next((i for i in range(phrase.start, phrase.head) if analysis.capital(i)), phrase.head)
    if any(analysis.lower[i] in analysis.grammar.prepositions for i in range(phrase.start, first)):
        first = phrase.head  # "ein mit den Verhandlungen betrauter Beamter"
    opening = analysis.lower[first]
    adjective = opening.endswith(analysis.grammar.adjective_endings) and not is_known(opening, analysis.language)
    if adjective and first + 1 == phrase.head and is_known(analysis.lower[phrase.head], analysis.language):
        first = phrase.head  # "Betriebsbedingte Kündigungen" at the head of a sentence
    head = analysis.lower[phrase.head if analysis.grammar.small_nouns else first]
    last = head.rsplit("-", 1)[-1]
    whole = lemma(head, analysis.language)  # "die Regierungen"
    if {head, last, whole} & words.speaking or head.endswith(tuple(words.speaking)):
        return False
    if not analysis.grammar.small_nouns and phrase.end - phrase.start == 1 and not is_known(head, analysis.language):
        return False  # "Stuttgart", "Reinhart": a name alone
    return head.endswith(words.abstract_endings)


def plural_verb(analysis: Analysis, index: int) -> bool:
    low = analysis.lower[index]
    return low.endswith("n") and low not in analysis.grammar.reported_mood


def _singular(analysis: Analysis, phrase: Phrase) -> bool:
    low = analysis.lower[phrase.start]
    return low in analysis.grammar.singular_words


def _plural(analysis: Analysis, phrase: Phrase) -> bool:
    low = analysis.lower[phrase.start]
    return low in analysis.grammar.plural_pronouns or low in analysis.grammar.plural_words


def _given(analysis: Analysis, phrase: Phrase) -> bool:
    """A noun in the plural without an article, where the verb is one of the singular: "Pendlern", "Weitere Streiks", or
    one that has no singular: "Eltern"."""
    if analysis.grammar.small_nouns or phrase.pronoun or analysis.lower[phrase.start] in analysis.grammar.determiners:
        return False
    noun, words = analysis.tokens[phrase.end - 1].text, mention_words(analysis.language)
    described = range(phrase.start, phrase.end - 1)
    if not all(analysis.lower[i].endswith(PLURAL_ADJECTIVES) and is_known(analysis.lower[i], "de") for i in described):
        return False
    borrowed = noun.endswith("s") and in_dictionary(noun, "de") and lemma(noun, "de") == noun[:-1].lower()  # "Details"
    return is_german_plural(noun) or borrowed or (not described and noun.lower() in words.crowd_endings)


def score(
    analysis: Analysis, phrase: Phrase, finite: int, first_field: bool, rank_after: int, final: bool, rank: int
) -> float:
    """How well a phrase fits as the subject of the verb at ``finite``; features and weights are commented in place."""
    words = analysis.grammar
    low = analysis.lower[phrase.start]
    value = 0.0
    if phrase.preposition:
        return -10.0
    if final:
        value += 6.0 - 2.0 * rank  # verb at the end: the first phrase
    elif phrase.end <= finite:
        value += 6.0 if first_field else 2.5  # fills the place before the verb
    else:
        value += 5.0 - 1.5 * rank_after  # right after the verb when it comes first
    if phrase.oblique:
        value -= 7.0
    if phrase.pronoun:
        value += 2.0 if low in words.subject_pronouns and low not in words.indefinite_pronouns else -1.0
        if low == cue_words(analysis.language).impersonal.pronoun:
            value -= 1.0  # "Anders sieht es die Zeitung"
        if low in words.clear_subjects and phrase.start == finite + 1:
            value += 3.0
    elif is_time(analysis, phrase) or _refused(analysis, phrase, finite):
        value -= 9.0
    elif is_abstract(analysis, phrase) or analysis.lower[phrase.head] in mention_words(analysis.language).rejected:
        value -= 3.0  # "Große Bedenken meldet die Feuerwehr an"
    if finite >= 0:
        if plural_verb(analysis, finite):
            if _singular(analysis, phrase) and not _coordinated(analysis, phrase):
                value -= 4.0
        elif _plural(analysis, phrase):
            value -= 4.0
        elif phrase.end == finite and (_given(analysis, phrase) or _before_pronoun(analysis, phrase, finite)):
            value -= 4.0  # "Betroffenen rät die Juristin"
    return value


def _before_pronoun(analysis: Analysis, phrase: Phrase, finite: int) -> bool:
    """ "Weitere Tote schließt sie nicht aus": described without an article, a pronoun right behind the verb."""
    first, grammar = analysis.lower[phrase.start], analysis.grammar
    described = phrase.end - phrase.start > 1 and first not in grammar.determiners
    described = described and first.endswith(PLURAL_ADJECTIVES) and is_known(first, analysis.language)
    return described and finite + 1 < len(analysis.lower) and analysis.lower[finite + 1] in grammar.subject_pronouns


def _refused(analysis: Analysis, phrase: Phrase, finite: int) -> bool:
    """ "Bestätigen wollte das die Sprecherin nicht": a verb at the head of the sentence."""
    first = phrase.start == 0 or not analysis.is_word(phrase.start - 1)
    alone = first and phrase.end - phrase.start == 1 and phrase.end == finite
    verb = analysis.lower[phrase.start] in cue_words(analysis.language).decline.infinitives
    return alone and verb and analysis.lower[finite] in analysis.grammar.modals


def _coordinated(analysis: Analysis, phrase: Phrase) -> bool:
    lower = analysis.lower
    return phrase.end < len(lower) and (lower[phrase.end] == "," or lower[phrase.end] in analysis.grammar.joining)


def with_coordination(analysis: Analysis, phrase: Phrase, end: int) -> int:
    """End of "A und B" or "A, B und C" if they follow and stand before ``end``."""
    joined = stop = phrase.end
    for _ in range(LONGEST_LIST):
        comma = stop + 1 < end and analysis.tokens[stop].text == "," and not analysis.grammar.small_nouns
        if not comma and not (stop + 1 < end and analysis.lower[stop] in analysis.grammar.joining):
            break
        other = phrase_at(analysis, stop + 1, end)
        if other is None or other.pronoun:
            break
        stop = other.end
        joined = joined if comma else stop
    return joined


def is_utterance(analysis: Analysis, phrase: Phrase) -> bool:
    """A noun of saying: "Behauptung", "Forderung"; a letter or a report may speak itself."""
    words = source_words(analysis.language)
    return analysis.lower[phrase.head] in words.nominal.nouns - words.documents.nouns

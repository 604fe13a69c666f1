"""Nouns of saying with the one whose words they are: "the company's assertion that …", "the claim by X that …"."""

from __future__ import annotations

from typing import NamedTuple

from claims.language.analysis import Analysis, Sentence
from claims.models import Stance
from claims.statements import subjects
from claims.statements.behind_verb import past_insertion
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import cue_words, table
from claims.statements.finite_forms import may_be_finite
from claims.statements.mention_words import mention_words
from claims.statements.plausible import tidy
from claims.statements.scene import Form, Found, Range, Scene, trim
from claims.statements.verbs import NEGATED

ADJECTIVES = 2  # words between the owner and the noun
VERDICT = 3  # words of what somebody calls another's words: "as a political rumour"
OWNER = 12  # tokens of an owner behind the noun


def owned(scene: Scene, number: int) -> None:
    """Each noun of saying that has an owner and a clause of content, unless a statement says the same words."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for index in range(sentence.start, sentence.end - 2):
        words = clausal_words(analysis.language)
        linked = analysis.lower[index + 1] in analysis.grammar.be  # "the council's position is that"
        held = analysis.lower[index] in words.held_nouns and (linked or _is_it(analysis, sentence, index))
        printed = analysis.lower[index] in words.printed and _is_noun(scene, number, index)
        if not (held or printed or analysis.lower[index] in words.speech_nouns) or analysis.inside[index] >= 0:
            continue
        mention = _owner_before(analysis, sentence, index)
        place = past_insertion(analysis, index + 1 + linked, sentence.end)  # "its assertion, made in May, that"
        if mention is None:
            mention, place = _owner_behind(analysis, sentence, index)
        if mention is None and printed and not linked:
            mention, place = _in_print(analysis, sentence, index)
        act = _own_words(analysis, sentence, mention)
        neat = act.mention if act else tidy(analysis, mention) if mention is not None else None
        if neat is None or place >= sentence.end or not _opens(analysis, index, place):
            continue
        clause = analysis.lower[place] in analysis.grammar.content_subordinators
        piece = trim(analysis, place, _end(analysis, sentence, place, clause))
        if piece is None:
            continue
        told = scene.of_sentence(number)
        piece = _before_verdict(analysis, piece, told)
        if act is not None:  # the act and what it is about are one statement
            inner = [
                item for item in told if item.mention == act.mention and item.end > index > max(item.cue, default=0)
            ]
            for item in inner:
                item.only_benchmark = True
            told = [item for item in told if item not in inner]
        if any(_says(item, piece, index) and not _answers(item, neat) for item in told):
            continue
        stance = words.speech_nouns.get(analysis.lower[index], Stance.ASSERTS)
        if act is not None and act.withdrawn:
            stance = Stance.DENIES
        scene.add(Found(f"{analysis.language}.owned", number, Form.INDIRECT, (piece,), neat, (index,), stance))


def _is_it(analysis: Analysis, sentence: Sentence, noun: int) -> bool:
    """ "It was the Crown's case that he took the keys": who holds what follows stands between "it was" and the noun."""
    pronoun = cue_words(analysis.language).impersonal.pronoun
    opens = analysis.lower[sentence.start] == pronoun and analysis.lower[sentence.start + 1] in analysis.grammar.be
    owner = _owner_before(analysis, sentence, noun) if opens else None
    return owner is not None and owner[0] == sentence.start + 2


class _OwnWords(NamedTuple):
    """Who does something to words of his own, and whether he takes them back."""

    mention: Range
    withdrawn: bool


def _own_words(analysis: Analysis, sentence: Sentence, owner: Range | None) -> _OwnWords | None:
    """The act of "withdrew its claim that …", "stood by his claim that …", where ``owner`` is that possessive."""
    words = clausal_words(analysis.language)
    if owner is None or analysis.lower[owner[0]] not in analysis.grammar.possessives:
        return None
    for phrases in (words.taken_back, words.held_to):
        verb = max((_length_before(analysis, sentence, owner[0], phrase) for phrase in phrases), default=0)
        if not verb:
            continue
        start, negated = _before_verb(analysis, sentence, owner[0] - verb)
        mention = subjects.before(analysis, sentence, start)
        return _OwnWords(mention, phrases is words.taken_back and not negated) if mention is not None else None
    return None


def _length_before(analysis: Analysis, sentence: Sentence, stop: int, phrase: str) -> int:
    """How many tokens ``phrase`` has if it stands right before ``stop``, else 0."""
    parts = phrase.split()
    start = stop - len(parts)
    return len(parts) if start > sentence.start and analysis.lower[start:stop] == parts else 0


def _before_verb(analysis: Analysis, sentence: Sentence, verb: int) -> tuple[int, bool]:
    """Where the auxiliaries before ``verb`` begin ("has not |", "refused to |"), and whether they negate it."""
    phrases = clausal_words(analysis.language).not_doing
    negated = False
    start = verb
    while start - 1 > sentence.start:
        undone = max((_length_before(analysis, sentence, start, phrase) for phrase in phrases), default=0)
        low = analysis.lower[start - 1]
        denied = low in analysis.grammar.negations or low.endswith(NEGATED)
        if not undone and not denied and low not in analysis.grammar.auxiliaries:
            break
        negated = negated or denied or bool(undone)
        start -= undone or 1
    return start, negated


def _opens(analysis: Analysis, noun: int, place: int) -> bool:
    """Whether the content of the noun begins here: with "that", behind a demand with "for" or "to"."""
    words = clausal_words(analysis.language)
    if analysis.lower[place] in analysis.grammar.content_subordinators:
        return True
    demands = words.speech_nouns.get(analysis.lower[noun]) is Stance.DEMANDS
    return demands and analysis.lower[place] in words.demand_openers


def phrase_before(analysis: Analysis, sentence: Sentence, stop: int) -> Range | None:
    """The whole subject before ``stop`` that is such a noun with its clause: "his claim that the roof fell"."""
    nouns = clausal_words(analysis.language).speech_nouns
    for index in range(stop - 2, sentence.start, -1):
        _, opener = _owner_behind(analysis, sentence, index) if analysis.lower[index] in nouns else (None, index)
        if index < opener < stop and analysis.lower[opener] in analysis.grammar.content_subordinators:
            return (index - (analysis.lower[index - 1] in analysis.grammar.determiners), stop)  # "the claim by X that"
        if analysis.lower[index] in nouns and analysis.lower[index + 1] in analysis.grammar.content_subordinators:
            owner = _owner_before(analysis, sentence, index)
            determined = index - 1 if analysis.lower[index - 1] in analysis.grammar.determiners else index
            return (owner[0] if owner else determined, stop)
    return None


def answered_tail(analysis: Analysis, start: int, end: int) -> bool:
    """ "…, a claim rejected by the firm", "…, a charge the firm calls absurd": another's answer, told beside it."""
    if start >= end or analysis.lower[start] not in analysis.grammar.singular_words:
        return False
    nouns = clausal_words(analysis.language).speech_nouns
    noun = next((i for i in range(start + 1, min(end, start + 2 + ADJECTIVES)) if analysis.lower[i] in nouns), -1)
    answers = table(analysis.language).words
    return noun > 0 and any(analysis.lower[i] in answers for i in range(noun + 1, min(end, noun + OWNER)))


def _says(item: Found, piece: Range, noun: int) -> bool:
    """The statement has these words as what is said: neither as the object of an act ("rejected the claim by …") nor
    as another's whom it speaks of ("the claim by X that … was false")."""
    inside = any(start <= piece[0] < end and not start <= noun < end for start, end in item.pieces)
    return inside and item.form is not Form.REPORTED and not item.act


def _before_verdict(analysis: Analysis, piece: Range, told: list[Found]) -> Range:
    """Without what the one who denies the words calls them: "dismissed reports that it had closed | as rumours"."""
    openers = clausal_words(analysis.language).verdict_openers
    judged = any(item.stance is Stance.DENIES or item.group == "name" for item in told)
    mark = max((i for i in range(*piece) if analysis.lower[i] in openers), default=piece[0])
    verbs = analysis.grammar.auxiliaries | analysis.grammar.finite
    plain = not any(analysis.lower[index] in verbs for index in range(mark + 1, piece[1]))
    if not judged or mark <= piece[0] + 1 or piece[1] - mark - 1 > VERDICT or not plain:
        return piece
    return (piece[0], mark)


def _answers(item: Found, owner: Range) -> bool:
    """Somebody else denies, doubts or confirms the words: "dismissed claims by X that …" is also a statement of X."""
    return item.stance not in (Stance.ASSERTS, Stance.DEMANDS, Stance.ANNOUNCES) and item.mention != owner


def _is_noun(scene: Scene, number: int, index: int) -> bool:
    """ "(The) reports that the plant will close", not "the BBC reports that …"."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    first = index == sentence.start
    told = index + 2 < sentence.end and (
        analysis.lower[index + 2] in table(analysis.language).finite.keys() | analysis.grammar.auxiliaries
    )
    if told and not _noun_before_verb(analysis, index + 2):
        return False  # "a report that found faults": what it did, and not what it says
    word = not first and analysis.tokens[index - 1].text[0].islower()
    return (first or word) and all(not verb.first <= index <= verb.last for verb in scene.verbs_of(number))


def _in_print(analysis: Analysis, sentence: Sentence, noun: int) -> tuple[Range, int]:
    """Who says what a report says that has no owner: where it is in print ("a report in the Herald that"), else it."""
    words = clausal_words(analysis.language)
    start = noun - (noun > sentence.start and analysis.lower[noun - 1] in words.press)
    at = noun + 1
    capital = next((i for i in range(at + 1, min(at + 3, sentence.end)) if analysis.capital(i)), -1)
    if analysis.lower[at] in words.printed_in and capital > 0:
        stop = next((i for i in range(capital, min(sentence.end, at + OWNER)) if not analysis.capital(i)), at)
        timed = analysis.lower[capital] in mention_words(analysis.language).time_words
        if stop < sentence.end and _opens(analysis, noun, stop):
            return ((start, noun + 1) if timed else (at + 1, stop)), stop
    return (start, noun + 1), noun + 1


def _owner_before(analysis: Analysis, sentence: Sentence, noun: int) -> Range | None:
    """ "the company's", "the nurses'", "his" before the noun and its adjectives."""
    for at in range(noun - 1, max(sentence.start - 1, noun - 2 - ADJECTIVES), -1):
        low = analysis.lower[at]
        if low in analysis.grammar.possessives - analysis.grammar.first_possessives:
            return (at, at + 1)
        if low.endswith(("'s", "’s")) and analysis.inside[at] < 0:
            return _near(analysis, _up_to(analysis, sentence, at + 1))
        if analysis.tokens[at].kind == "mark" and subjects.genitive(analysis, at):
            return _near(analysis, _up_to(analysis, sentence, at))
        timed = low in clausal_words(analysis.language).adverbial_starts  # "its earlier claim"
        if not analysis.tokens[at].text[0].islower() or (low in analysis.grammar.closed and not timed):
            return None
    return None


def _up_to(analysis: Analysis, sentence: Sentence, end: int) -> Range | None:
    """The owner that ends at ``end``: of "rejected on Friday the union's" the union, whatever stands before."""
    phrase = subjects.before(analysis, sentence, end)
    if phrase is None or phrase[1] >= end - 1:
        return phrase
    articles = (i for i in range(end - 2, phrase[1], -1) if analysis.lower[i] in analysis.grammar.determiners)
    start = next(articles, -1)
    return (start, end) if start > 0 else None


def _near(analysis: Analysis, phrase: Range | None) -> Range | None:
    """The owner without what stands before it: of "a check on Ann Lee's" claim Ann Lee."""
    if phrase is None:
        return None
    outer = analysis.grammar.prepositions - clausal_words(analysis.language).inner_prepositions
    start = next((i + 1 for i in range(phrase[1] - 1, phrase[0] - 1, -1) if analysis.lower[i] in outer), phrase[0])
    return (start, phrase[1]) if start < phrase[1] else None


def _owner_behind(analysis: Analysis, sentence: Sentence, noun: int) -> tuple[Range | None, int]:
    """ "by the union" right behind the noun, and where what follows it begins."""
    at = noun + 1
    if analysis.lower[at] not in clausal_words(analysis.language).owner_prepositions:
        return None, noun
    for stop in range(at + 1, min(sentence.end, at + OWNER)):
        if _opens(analysis, noun, stop):
            return ((at + 1, stop) if stop > at + 1 else None), stop
        if analysis.inside[stop] >= 0 or not (analysis.is_word(stop) or _names(analysis, noun, stop, sentence.end)):
            break
    return None, noun


def _names(analysis: Analysis, noun: int, comma: int, end: int) -> bool:
    """The commas around a name in apposition: "the claim by the treasurer, Ann Lee, that …"."""
    if analysis.tokens[comma].text != "," or comma + 1 >= end:
        return False
    return analysis.capital(comma + 1) or (analysis.capital(comma - 1) and _opens(analysis, noun, comma + 1))


def _noun_before_verb(analysis: Analysis, index: int) -> bool:
    """ "foreign agitators were": a plural right before a finite verb."""
    grammar, low = analysis.grammar, analysis.lower[index]
    if low in grammar.auxiliaries | grammar.finite or not low.endswith("s") or index + 1 >= len(analysis.lower):
        return False
    return analysis.lower[index + 1] in grammar.auxiliaries | grammar.finite


def end_of_clause(analysis: Analysis, sentence: Sentence, start: int) -> int:
    """Where a clause ends that is opened at ``start`` within the subject of the sentence."""
    if start >= sentence.end or analysis.lower[start] not in analysis.grammar.content_subordinators:
        return sentence.end
    return _end(analysis, sentence, start, True)


def _end(analysis: Analysis, sentence: Sentence, start: int, clause: bool) -> int:
    """Where the content ends: before the verb that the noun is the subject of ("… has been challenged"), at a comma.

    A clause has a verb of its own before that, a phrase such as "for an inquiry" none.
    """
    seen = -1 if clause else start - 1  # the last word of the clause's own verb
    for index in range(start + 1, sentence.end):
        if analysis.inside[index] >= 0:
            continue
        if analysis.tokens[index].text in (";", ","):
            if seen >= 0:
                return index
        elif clause and index > start + 1 and analysis.lower[index] in analysis.grammar.subordinators:
            seen = -1  # "… because they could not pass has been denied"
        elif analysis.capital(index):
            continue  # "by May"
        elif may_be_finite(analysis, index, start) and not _noun_before_verb(analysis, index):
            opens = clause and index == start + 1 and analysis.lower[index] not in analysis.grammar.auxiliaries
            if opens:
                continue  # "that warnings about the dam were ignored": its subject
            auxiliary = analysis.lower[index] in analysis.grammar.auxiliaries
            joined = analysis.lower[index - 1] in analysis.grammar.relatives | analysis.grammar.coordinators
            chained = index == seen + 1 and analysis.lower[seen] in analysis.grammar.auxiliaries
            if seen >= 0 and auxiliary and not chained and not joined:
                return index
            seen = index
    return sentence.end

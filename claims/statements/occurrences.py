"""Where the cues of the lexicon stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.clauses import is_reported_mood
from claims.language.lemmas import is_known, lemma
from claims.language.quantity_words import words_of
from claims.statements.cues import Entry, table
from claims.statements.verb_forms import past_plural

NEAR, QUOTED = 4, 10  # tokens from the verb to a word that it needs in a quotation of so many
NUMBER = "#"  # among the words that a cue needs: any number behind it
JUDGED = "~"  # an adjective at the end of the clause: "findet die Summe lächerlich"
MOST = 12  # cues in a sentence; a text with more is no prose


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: ``verb`` carries the meaning, ``finite`` the person; ``tokens`` are all its words."""

    entry: Entry
    verb: int
    finite: int
    tokens: tuple[int, ...]
    clause: int
    clause_kind: ClauseKind = ClauseKind.MAIN
    passive: bool = False
    modal: bool = False
    infinitive: bool = False


def _clause_of(sentence: Sentence, index: int) -> int:
    for number, clause in enumerate(sentence.clauses):
        if clause.start <= index < clause.end:
            return number
    return 0


def is_number(analysis: Analysis, index: int) -> bool:
    """A figure or a number word."""
    return analysis.tokens[index].kind == "number" or analysis.lower[index] in words_of(analysis.language).of["card"]


def _closeness(entry: Entry) -> tuple[int, bool, bool, bool]:
    """How closely a cue that stands there fits: by the words it needs, rather than by those it must not have."""
    return bool(entry.needs) + bool(entry.particle), entry.bound, entry.content, entry.reported


def _has_words(
    analysis: Analysis, sentence: Sentence, clause: Clause, verb: int, needs: tuple[str, ...]
) -> tuple[int, ...] | None:
    """Places of the needed words, in the verb's clause or near it; None if one is missing."""
    places: list[int] = []
    low, high = max(sentence.start, min(clause.start, verb - 4)), min(sentence.end, max(clause.end, verb + 12))
    resumed = [i for i in _resumed(analysis, sentence, clause) if i >= high]
    for word in needs:
        if word.startswith("!"):
            unwanted = word[1:].split()
            starts = range(clause.start, clause.end)
            if any(analysis.lower[index : index + len(unwanted)] == unwanted for index in starts):
                return None
            continue
        if word == NUMBER:
            if not any(is_number(analysis, i) for i in range(max(places, default=verb) + 1, min(clause.end, verb + 8))):
                return None
            continue
        if word == JUDGED:
            if not _ends_judged(analysis, clause, verb):
                return None
            continue
        for index in (*range(low, high), *resumed):
            if analysis.lower[index] == word and _beside_verb(analysis, verb, index) and index != verb:
                if index < verb and _links_nouns(analysis, clause, index):
                    continue
                if word in analysis.grammar.indefinite_pronouns and abs(index - verb) > 3:
                    continue
                own = index + 1 == verb or analysis.lower[min(index + 1, high - 1)] in needs  # "gibt zu bedenken"
                marks = word == analysis.grammar.infinitive_marker and not own
                if marks and _marks_infinitive(analysis, index):
                    continue  # "mahnte, ruhig zu bleiben" is no "mahnte zu"
                places.append(index)
                break
        else:
            return None
    return tuple(places)


def _links_nouns(analysis: Analysis, clause: Clause, index: int) -> bool:
    """ "Die Chefin | von Elbnetz sprach von Panik": a preposition behind a noun where the clause has another one."""
    if analysis.grammar.small_nouns or analysis.lower[index] not in analysis.grammar.prepositions:
        return False
    behind_noun = index > clause.start and analysis.capital(index - 1)
    return behind_noun and analysis.lower[index] in analysis.lower[index + 1 : clause.end]


def _ends_judged(analysis: Analysis, clause: Clause, verb: int) -> bool:
    """Whether the clause of the verb ends in an adjective without an ending, which the dictionary has with one too."""
    if any(analysis.inside[i] >= 0 and analysis.tokens[i].text[0].islower() for i in range(verb + 1, clause.end)):
        return True  # "findet das Verbot „ein bisschen übertrieben“"
    last = clause.end - 1
    while last > verb and (not analysis.is_word(last) or analysis.inside[last] >= 0):
        last -= 1
    if last == verb:  # of a clause that ends in it, and of a participle
        last = verb - 1
    low = analysis.lower[last]
    small = last != verb and analysis.tokens[last].text[0].islower() and low not in analysis.grammar.closed
    return small and is_known(low + "es", analysis.language)


def _marks_infinitive(analysis: Analysis, index: int) -> bool:
    """ "zu bleiben", not "zu laufenden Verfahren"."""
    verb = index + 1
    if analysis.grammar.small_nouns or verb >= len(analysis.tokens) or analysis.tokens[verb].text[0].isupper():
        return False
    described = verb + 1 < len(analysis.tokens) and analysis.capital(verb + 1)
    return analysis.lower[verb].endswith(analysis.grammar.infinitive_endings) and not described


def _resumed(analysis: Analysis, sentence: Sentence, clause: Clause) -> list[int]:
    """Where a clause goes on behind one set into it: "bezeichnete Berichte, wonach …, | als Märchen"."""
    later = [other for other in sentence.clauses if other.start >= clause.end]
    for inner, after in pairwise(later):
        told = inner.finite >= 0 and is_reported_mood(analysis.lower[inner.finite], analysis.language)
        set_in = inner.kind in (ClauseKind.CONTENT, ClauseKind.RELATIVE, ClauseKind.QUESTION, ClauseKind.INFINITIVE)
        if not set_in and not told:
            break
        if after.kind is ClauseKind.FRAGMENT:
            return list(range(after.start, min(after.end, after.start + NEAR)))
    return []


def _beside_verb(analysis: Analysis, verb: int, index: int) -> bool:
    """Outside quotation marks, or near the verb in a few quoted words: "sieht «vorerst keinen Bedarf»"."""
    inside = analysis.inside[index]
    if inside < 0:
        return True
    quotation = analysis.quotations[inside]
    return verb < index <= verb + NEAR and quotation.end - quotation.start <= QUOTED


def _particle(analysis: Analysis, sentence: Sentence, clause: Clause, verb: int, particle: str) -> int:
    """Where the particle of a finite verb stands: at the end of a clause after it; -1 if nowhere."""
    lower = analysis.lower
    if (
        lower[verb - 1] == particle
        and verb - 1 >= clause.start
        and (verb + 1 >= clause.end or not analysis.is_word(verb + 1))
    ):
        return verb - 1  # "wie der Verband bekannt gab"
    for index in range(verb + 1, sentence.end):
        if lower[index] != particle or (
            analysis.inside[index] >= 0 and analysis.inside[verb] != analysis.inside[index]
        ):
            continue
        if index >= clause.end and _other_verb(analysis, sentence, index):
            continue  # "sagte, sie stimme zu": the particle of another verb
        after = index + 1
        if after >= sentence.end or not analysis.is_word(after) or lower[after] in analysis.grammar.coordinators:
            return index
        if index < clause.end and (
            lower[after] in analysis.grammar.content_subordinators or lower[after] in analysis.grammar.question_words
        ):
            return index
    return -1


def _other_verb(analysis: Analysis, sentence: Sentence, particle: int) -> bool:
    """Whether the clause of the particle has a finite verb before it that can be one of reported speech."""
    clause = sentence.clauses[_clause_of(sentence, particle)]
    return any(
        (is_reported_mood(analysis.lower[i], analysis.language) and analysis.tokens[i].text[0].islower())
        or past_plural(analysis, i)
        for i in range(clause.start, particle)
    )


def _another_verb(analysis: Analysis, clause: Clause, verb: int) -> bool:
    """Whether the last word of the clause makes another verb of it: "forderte ihn heraus", "lobte einen Preis aus"."""
    last = clause.end - 1
    while last > verb and not analysis.is_word(last):
        last -= 1
    joined = any(analysis.lower[i] in analysis.grammar.coordinators for i in range(verb + 1, last))
    particle = last > verb + 1 and analysis.tokens[last].text.islower() and not joined  # "sagte er und stand auf"
    whole = analysis.lower[last] + lemma(analysis.lower[verb], analysis.language)
    return particle and not analysis.grammar.small_nouns and whole.endswith("n") and is_known(whole, analysis.language)


def _auxiliary(analysis: Analysis, sentence: Sentence, clause: Clause, verb: int) -> int:
    """The auxiliary of a participle or infinitive: after it, before it in its clause, else a clause earlier."""
    words = analysis.grammar
    lower, inside = analysis.lower, analysis.inside
    auxiliaries = words.auxiliaries
    for index in range(verb + 1, min(verb + 4, clause.end)):
        if lower[index] in auxiliaries and inside[index] < 0:
            last = index
            while last + 1 < clause.end and lower[last + 1] in auxiliaries:
                last += 1
            return last
        if lower[index] not in words.before_auxiliary:
            break
    for index in range(verb - 1, clause.start - 1, -1):
        if lower[index] in auxiliaries and inside[index] < 0:
            return index
    for number in range(_clause_of(sentence, verb) - 1, -1, -1):
        earlier = sentence.clauses[number]
        if earlier.kind is ClauseKind.MAIN and earlier.finite >= 0 and lower[earlier.finite] in auxiliaries:
            # its bracket is still open only if no participle has closed it
            closing = earlier.end - 1
            if (
                lower[closing].endswith(words.participle_endings)
                and closing != earlier.finite
                and closing > earlier.finite
                and analysis.tokens[closing].text[0].islower()
                and lower[closing] not in words.closed
            ):
                return -1
            return earlier.finite
        if earlier.kind is ClauseKind.MAIN:
            return -1
    return -1


def _has_subject(analysis: Analysis, clause: Clause, verb: int) -> bool:
    """Whether a clause of manner that ends in ``verb`` tells who does it; "wie bereits berichtet" does not."""
    if clause.kind is not ClauseKind.QUESTION or clause.end - verb > 2:
        return False
    if analysis.lower[verb - 1] in analysis.grammar.demonstratives:
        return False  # "unklar, wie die Firma das erklärt"
    subjects = analysis.grammar.subject_pronouns
    return any(analysis.capital(index) or analysis.lower[index] in subjects for index in range(clause.start + 1, verb))


def find_cues(analysis: Analysis, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence outside quotation marks, left to right; the longest entry wins at each verb."""
    forms = table(analysis.language)
    words = analysis.grammar
    lower, tokens, inside = analysis.lower, analysis.tokens, analysis.inside
    found: list[Cue] = []
    for index in range(sentence.start, sentence.end):
        low = lower[index]
        if low not in forms.words or inside[index] >= 0:
            continue
        if len(found) >= MOST:
            break
        text = tokens[index].text
        if text[0].isupper():
            continue
        number = _clause_of(sentence, index)
        clause = sentence.clauses[number] if sentence.clauses else Clause(sentence.start, sentence.end, ClauseKind.MAIN)
        opened = index - 1 == sentence.start and lower[index - 1] in words.demonstratives  # "Das kündigte X an"
        determined = index > 0 and lower[index - 1] in words.determiners and not opened
        attribute = low.endswith(words.adjective_endings)  # "Dem widersprach X" has a verb
        if determined and attribute and index + 1 < sentence.end and analysis.capital(index + 1):
            continue
        best: Cue | None = None

        def better(cue: Cue, best: Cue | None) -> bool:
            if best is None:
                return True
            return _closeness(cue.entry) > _closeness(best.entry)

        auxiliary = -2
        apart = [entry for entry in forms.open_participle.get(low, ()) if lower[index - 1] == entry.particle]
        for entry in (*forms.participle.get(low, ()), *apart):
            if auxiliary == -2:
                auxiliary = _auxiliary(analysis, sentence, clause, index)
            if auxiliary < 0 or lower[auxiliary] in words.modals:
                continue
            first = next((i for i in range(clause.start, index) if lower[i] not in words.frame_openers), index)
            if auxiliary < clause.start and first == index and index > sentence.start and low in forms.finite:
                continue  # "41 Jahre sei er im Werk, erzählt er", "Es ist kalt – das behauptet X"
            if auxiliary < clause.start and low in forms.finite and _has_subject(analysis, clause, index):
                continue  # "Die Brücke ist sicher, wie der Kurier berichtet"
            places = _has_words(analysis, sentence, clause, index, entry.needs)
            if places is None:
                continue
            passive = lower[auxiliary] in words.become or any(
                lower[place] == words.passive_marker for place in range(index + 1, min(index + 3, sentence.end))
            )
            if lower[auxiliary] in words.be and not passive and entry.verb not in words.motion_verbs:
                passive = True
            cue = Cue(
                entry,
                index,
                auxiliary,
                tuple(sorted({index, auxiliary, *places})),
                number,
                clause.kind,
                passive=passive,
            )
            if better(cue, best):
                best = cue
        if best is None:
            another = _another_verb(analysis, clause, index)
            for entry in forms.finite.get(low, ()):
                if another and not entry.particle and not entry.needs:
                    continue
                places = _has_words(analysis, sentence, clause, index, entry.needs)
                if places is None:
                    continue
                if entry.particle:
                    place = _particle(analysis, sentence, clause, index, entry.particle)
                    if place < 0:
                        continue
                    places = (*places, place)
                modal = False
                finite = index
                if low in forms.infinitive or low.endswith(words.infinitive_endings):
                    governor = _auxiliary(analysis, sentence, clause, index)
                    if (
                        governor >= 0
                        and (lower[governor] in words.modals or lower[governor] in words.become)
                        and clause.start <= governor < clause.end
                    ):
                        modal, finite = True, governor
                if index and lower[index - 1] == words.infinitive_marker:
                    cue = Cue(
                        entry, index, index, tuple(sorted({index, *places})), number, clause.kind, infinitive=True
                    )
                else:
                    cue = Cue(
                        entry, index, finite, tuple(sorted({index, finite, *places})), number, clause.kind, modal=modal
                    )
                if better(cue, best):
                    best = cue
            for entry in forms.joined.get(low, ()):
                places = _has_words(analysis, sentence, clause, index, entry.needs)
                if places is not None:
                    cue = Cue(entry, index, index, tuple(sorted({index, *places})), number, clause.kind)
                    if better(cue, best):
                        best = cue
            for entry in forms.infinitive.get(low, ()):
                if not entry.particle:
                    continue
                places = _has_words(analysis, sentence, clause, index, entry.needs)
                governor = _auxiliary(analysis, sentence, clause, index)
                if places is not None and governor >= 0:
                    cue = Cue(
                        entry,
                        index,
                        governor,
                        tuple(sorted({index, governor, *places})),
                        number,
                        clause.kind,
                        modal=True,
                    )
                    if better(cue, best):
                        best = cue
        if best is not None:
            found.append(best)
    taken = {place for cue in found if cue.entry.bound for place in cue.tokens if place != cue.verb}
    return [cue for cue in found if cue.verb not in taken or cue.entry.bound]  # "ließ mitteilen" is one

"""Who a phrase without a verb of saying names: "Angaben der Polizei", "its chief, Jane Doe", "seiner Ansicht"."""

from __future__ import annotations

from claims.language.analysis import Analysis, ClauseKind, Sentence
from claims.statements.candidates import is_time
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import table
from claims.statements.finite_forms import clause_like, may_be_finite
from claims.statements.floating import can_speak
from claims.statements.mention_words import mention_words
from claims.statements.mentions import main_subject
from claims.statements.nouns import is_adjective
from claims.statements.phrases import Phrase, phrase_at, phrases
from claims.statements.scene import Range, Scene, clause_at, clause_number

OWN_REACH = 1  # sentences back to the last speaker whom "nach ihrer Ansicht" means; farther back a pronoun is read
LONGEST_SOURCE = 16  # tokens after "according to"
SHORTEST_OWNER = 3  # letters of a name in the genitive
LONGEST_NAME = 4  # words of a name in apposition


def is_evidence(scene: Scene, phrase: Phrase) -> bool:
    """Whether the phrase names an utterance ("Angaben der Polizei", "ukrainischen Angaben")."""
    analysis, words = scene.analysis, scene.words.evidence
    for index in range(phrase.start, phrase.head + 1):
        if not analysis.tokens[index].text[0].isupper():
            continue
        low = analysis.lower[index]
        if low in words.nouns or low.endswith(words.endings):
            return True
        if low in words.owned and phrase.end > phrase.head + 1:
            return True
    return False


def with_owner(scene: Scene, phrase: Phrase, end: int) -> Phrase:
    """ "Zahlen | der Kämmerei", "Daten | von X": with whose they are, where that makes them evidence."""
    analysis, grammar = scene.analysis, scene.analysis.grammar
    figures = analysis.lower[phrase.head] in scene.words.evidence.owned and phrase.end == phrase.head + 1
    if not figures or phrase.end >= end:
        return phrase
    linked = analysis.lower[phrase.end] in grammar.belonging
    if not linked and analysis.lower[phrase.end] not in grammar.genitive_determiners:
        return phrase
    owner = phrase_at(analysis, phrase.end + linked, end, linked)
    if owner is None or owner.pronoun or is_time(analysis, owner):
        return phrase
    return Phrase(phrase.start, owner.end, phrase.head, phrase.preposition, phrase.oblique)


def is_nameless(scene: Scene, phrase: Phrase) -> bool:
    """ "ersten Erkenntnissen", "early estimates": words tell how far it is known, and none who knows it."""
    lower, words = scene.analysis.lower, scene.words.evidence
    qualified = phrase.start < phrase.head == phrase.end - 1
    noun = lower[phrase.head] in words.nouns or lower[phrase.head].endswith(words.endings or ("\0",))
    return qualified and noun and all(low in words.nameless for low in lower[phrase.start : phrase.head])


def with_place(scene: Scene, end: int, stop: int) -> int:
    """Behind the place of "Angaben aus Regierungskreisen in Karvograd"; ``end`` where none belongs to the source."""
    analysis = scene.analysis
    if not analysis.lower[end - 1].endswith(scene.words.before.circles or ("\0",)) or end + 1 >= stop:
        return end
    place = analysis.lower[end] in analysis.grammar.place_prepositions and analysis.capital(end + 1)
    return end + 2 if place else end


def owner_first(scene: Scene, index: int, end: int) -> Phrase | None:
    """ "Grubers Meinung": a name in the genitive and the noun of an utterance."""
    analysis = scene.analysis
    if index + 1 >= end or not analysis.capital(index) or not analysis.capital(index + 1):
        return None
    owner, noun = analysis.lower[index], analysis.lower[index + 1]
    named = owner.endswith("s") and len(owner) > SHORTEST_OWNER and noun in scene.words.evidence.nouns
    return Phrase(index, index + 2, index + 1) if named else None


def bare_name(scene: Scene, index: int, end: int) -> Phrase | None:
    """A name written small, such as a web address."""
    analysis = scene.analysis
    if analysis.tokens[index].kind != "word" or index + 2 >= end or analysis.tokens[index + 1].text != ".":
        return None
    if analysis.tokens[index + 1].end != analysis.tokens[index + 2].start:
        return None
    return Phrase(index, index + 3, index)


def after_evidence(scene: Scene, sentence: Sentence, comma: int) -> bool:
    """Whether the phrase right before the comma names an utterance."""
    near = [phrase for phrase in phrases(scene.analysis, sentence.start, comma) if phrase.end == comma]
    return any(is_evidence(scene, phrase) or _is_nominal(scene, phrase) for phrase in near)


def _is_nominal(scene: Scene, phrase: Phrase) -> bool:
    return any(
        scene.analysis.lower[index] in scene.words.nominal.nouns for index in range(phrase.start, phrase.head + 1)
    )


def owner_of(scene: Scene, number: int, phrase: Phrase) -> Range | None:
    """ "nach eigenen Angaben": whose they are, the subject of the clause."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    own = scene.words.evidence.own
    before = [analysis.lower[index] for index in range(phrase.start, phrase.head)]
    if any(analysis.tokens[index].text == "," for index in range(phrase.start, phrase.head)):
        return None  # named in apposition
    if any(word in analysis.grammar.possessives for word in before):
        if phrase.start > sentence.start + 2 and analysis.tokens[phrase.start - 2].text == ":":
            # "Beobachter kamen auf andere Zahlen: Nach ihren Zählungen …"
            told = main_subject(analysis, sentence, clause_number(sentence, phrase.start - 3))
            if told is not None:
                return told
        return scene.speaker if scene.speaker_sentence >= number - OWN_REACH else None
    if not any(word in own for word in before):
        return None
    clause = clause_number(sentence, phrase.start)
    found = main_subject(analysis, sentence, clause) if clause >= 0 else None
    if found is not None and found[0] < phrase.start - 1 < found[1]:
        found = (found[0], phrase.start - 1)  # "dessen Verein | nach eigenen Angaben 300 Mitglieder zählt"
    return found if found != (phrase.start, phrase.end) else None


def who_is_named(scene: Scene, sentence: Sentence, start: int) -> Phrase | None:
    """Who is named at ``start``; where nouns are small, everything up to the next mark or verb."""
    analysis = scene.analysis
    if start >= sentence.end:
        return None
    if not analysis.grammar.small_nouns:
        return phrase_at(analysis, start, sentence.end)
    stop = start
    while stop < sentence.end and stop - start < LONGEST_SOURCE and analysis.inside[stop] < 0:
        if not analysis.is_word(stop) and not (
            analysis.tokens[stop].text in (".", "-", "&", "'", "’")
            and stop + 1 < sentence.end
            and analysis.capital(stop + 1)
        ):
            break
        grammar = analysis.grammar
        if analysis.lower[stop] in grammar.auxiliaries or (stop > start and _tells_more(analysis, stop, sentence.end)):
            break
        pronoun = analysis.lower[stop] in grammar.subject_pronouns and stop + 1 < sentence.end
        if pronoun and may_be_finite(analysis, stop + 1, stop):
            break  # "according to the ministry it will stay open"
        if stop > start and analysis.tokens[stop].kind == "number" and analysis.tokens[stop - 1].text[0].islower():
            break  # "according to the organisers 900 people came"
        if stop > start and _published(analysis, stop, sentence.end):
            break
        stop += 1
    while stop > start and not analysis.is_word(stop - 1):
        stop -= 1
    return Phrase(start, stop, stop - 1) if stop > start else None


def _past_publishing(scene: Scene, sentence: Sentence, end: int) -> int:
    """Behind "published on Sunday" after the name, where a mark or the sentence's end closes it."""
    analysis = scene.analysis
    if end >= sentence.end or not _published(analysis, end, sentence.end):
        return end
    stop = end
    while stop < sentence.end and analysis.is_word(stop) and analysis.inside[stop] < 0:
        stop += 1
    return stop


def past_clause(scene: Scene, sentence: Sentence, end: int) -> int:
    """Behind ", which cites a relative" or "published on Sunday" after the name of a source."""
    analysis = scene.analysis
    if end + 1 < sentence.end and analysis.grammar.small_nouns and _tells_more(analysis, end, sentence.end):
        return next((i for i in range(end + 1, sentence.end) if analysis.tokens[i].text == ","), sentence.end)
    if end + 1 >= sentence.end or analysis.tokens[end].text != "," or not analysis.grammar.small_nouns:
        return _past_publishing(scene, sentence, end)
    told = analysis.lower[end + 1].endswith(clausal_words(analysis.language).insertion_endings)  # ", speaking on air,"
    if told and any(analysis.tokens[i].text == "," for i in range(end + 2, sentence.end)):
        return next(i for i in range(end + 2, sentence.end) if analysis.tokens[i].text == ",")
    if analysis.lower[end + 1] not in analysis.grammar.relatives:
        return end
    return next((i for i in range(end + 1, sentence.end) if analysis.tokens[i].text == ","), sentence.end)


def past_told(analysis: Analysis, sentence: Sentence, end: int) -> int:
    """Behind what a relative clause or an apposition tells of the source that ends at ``end``: "laut Kolb, die das Amt
    leitet, | sind …", "nach Angaben von Reh, der Leiterin, | sind …"; ``end`` where what follows is said."""
    for number, clause in enumerate(sentence.clauses[:-1]):
        if clause.start != end + 1 or analysis.tokens[end].text != "," or analysis.tokens[clause.end].text != ",":
            continue
        behind = sentence.clauses[number + 1]
        said = behind.finite == behind.start or clause.kind is ClauseKind.RELATIVE
        told = clause.kind is ClauseKind.RELATIVE or (clause.kind is ClauseKind.FRAGMENT and clause.finite < 0)
        return clause.end if told and said else end
    return end


def _tells_more(analysis: Analysis, index: int, end: int) -> bool:
    """A clause that tells of the source begins at ``index``: "whose roof collapsed", "to whom", "that runs it"."""
    relatives, lower = analysis.grammar.relatives, analysis.lower
    if lower[index] in relatives:
        return True
    if index + 1 >= end:
        return False
    if lower[index] in analysis.grammar.prepositions:
        return lower[index + 1] in relatives
    return lower[index] in analysis.grammar.content_subordinators and may_be_finite(analysis, index + 1, index)


def _published(analysis: Analysis, index: int, end: int) -> bool:
    """ "a survey of farmers released on Sunday": a participle that tells when or where is no part of the name."""
    low = analysis.lower[index]
    if not low.endswith("ed") or not analysis.tokens[index].text[0].islower() or index + 1 >= end:
        return False
    times = mention_words(analysis.language).time_words
    return analysis.lower[index + 1] in analysis.grammar.prepositions | times


def with_name(scene: Scene, sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "according to its chief engineer, Jane Doe": with the name between commas, or up to the end."""
    analysis = scene.analysis
    if not analysis.grammar.small_nouns or phrase.end >= sentence.end or analysis.tokens[phrase.end].text != ",":
        return phrase
    stop = phrase.end + 1
    while stop < sentence.end and analysis.is_word(stop) and analysis.tokens[stop].text[0].isupper():
        stop += 1
    located = stop > phrase.end + 1 and analysis.lower[phrase.head - 1] in analysis.grammar.belonging
    if located and stop == sentence.end - 1 and analysis.capital(phrase.head):
        return Phrase(phrase.start, stop, stop - 1)  # "Boone Lifting of Tucson, Arizona"
    if (described := _described(scene, sentence, phrase)) > phrase.end:
        return Phrase(phrase.start, described, phrase.head, phrase.preposition)
    named = 2 <= stop - phrase.end - 1 <= LONGEST_NAME
    small = analysis.tokens[phrase.head].text[0].islower()
    closed = stop >= sentence.end or not analysis.is_word(stop)
    return Phrase(phrase.start, stop, stop - 1) if named and small and closed else phrase


def _described(scene: Scene, sentence: Sentence, phrase: Phrase) -> int:
    """Where what somebody named is ends, between commas or with the sentence: "according to Jane Doe, a resident"."""
    analysis, start = scene.analysis, phrase.end + 1
    article = start < sentence.end and analysis.lower[start] in analysis.grammar.determiners
    if not article or not analysis.tokens[phrase.end - 1].text[0].isupper():
        return phrase.end
    stop = next((i for i in range(start, sentence.end) if not analysis.is_word(i)), sentence.end)
    if clause_like(analysis, start, stop) or any(analysis.inside[i] >= 0 for i in range(start, stop)):
        return phrase.end
    last = stop >= sentence.end - 1
    return stop if last or (analysis.tokens[stop].text == "," and can_speak(analysis, (start, stop))) else phrase.end


def name_behind(scene: Scene, sentence: Sentence, end: int) -> int:
    """Where a name between commas ends that follows a source: "nach Angaben des Sprechers der Stadt, Tom Alt, ist"."""
    analysis = scene.analysis
    if analysis.grammar.small_nouns or end + 2 >= sentence.end or analysis.tokens[end].text != ",":
        return end
    stop, particles = end + 1, mention_words(analysis.language).name_particles
    while stop < sentence.end and (analysis.capital(stop) or (stop > end + 1 and analysis.lower[stop] in particles)):
        stop += 1
    named = 2 <= stop - end - 1 <= LONGEST_NAME and stop < sentence.end and analysis.tokens[stop].text == ","
    return stop if named else end


def set_before(scene: Scene, sentence: Sentence, phrase: Phrase) -> bool:
    """A phrase that "nach" can follow: "seiner Ansicht nach", "den Worten … nach", "ersten Schätzungen nach"."""
    words = scene.analysis.grammar
    low = scene.analysis.lower[phrase.start]
    return phrase.start == sentence.start or low in words.possessives or low in words.oblique_determiners


def viewer(scene: Scene, sentence: Sentence, index: int) -> Phrase | None:
    """Whose it is that "in her view", "in the mayor's words" at ``index`` tells."""
    analysis, words = scene.analysis, scene.words.before
    lower, grammar = analysis.lower, analysis.grammar
    if lower[index] not in words.viewing:
        return None
    for noun in range(index + 2, min(index + 2 + LONGEST_NAME, sentence.end)):
        if not analysis.is_word(noun - 1) or lower[noun] in grammar.closed:
            return None
        if lower[noun] not in words.views:
            continue
        one = noun == index + 2 and lower[index + 1] in grammar.possessives - grammar.first_possessives
        owned = lower[noun - 1].endswith(("'s", "’s"))
        if not grammar.small_nouns:  # "Aus Kolbs Sicht"
            owned = noun == index + 2 and analysis.capital(noun - 1) and lower[noun - 1].endswith("s")
        return Phrase(index + 1, noun, noun - 1) if one or owned else None
    return None


def past_opener(scene: Scene, sentence: Sentence, index: int) -> int:
    """End of a fixed phrase that names a source ("according to") at ``index``; ``index`` if none stands there."""
    lower = scene.analysis.lower
    for phrase in scene.words.before.phrases:
        parts = phrase.split()
        if (
            lower[index] == parts[0]
            and index + len(parts) < sentence.end
            and lower[index : index + len(parts)] == parts
        ):
            end = index + len(parts)
            return end + (lower[end] in scene.analysis.grammar.agent_prepositions)  # "aus Sicht | von Kolb"
    return index


def believed_one(scene: Scene, sentence: Sentence, start: int, phrase: Phrase) -> bool:
    """Whether "glaubt man", "geht es nach" at ``start`` opens the sentence before somebody and the comma."""
    closes = phrase.end < sentence.end and scene.analysis.tokens[phrase.end].text == ","
    return start == sentence.start and closes and can_speak(scene.analysis, (phrase.start, phrase.end))


def ending_at(scene: Scene, sentence: Sentence, index: int) -> Phrase | None:
    clause = clause_at(sentence, index)
    last: Phrase | None = None
    stop = index - (scene.analysis.tokens[index - 1].kind == "number")  # "einem Gutachten aus dem Jahr 2024 zufolge"
    for phrase in phrases(scene.analysis, clause.start, stop):
        if phrase.end == stop:
            last = phrase
    opens = index == clause.start  # what stands before is another clause, or the end of the text
    if last is None and not opens and scene.analysis.lower[index - 1] in scene.analysis.grammar.possessives:
        return Phrase(index - 1, index, index - 1, oblique=True, pronoun=True)  # "Ihr zufolge"
    if last is None or (stop < index and not last.preposition):
        return None
    start = last.start
    finite = table(scene.analysis.language).finite
    while (
        start > clause.start
        and is_adjective(scene.analysis, start - 1)
        and scene.analysis.lower[start - 1] not in finite
    ):
        start -= 1
    if start > clause.start and scene.analysis.lower[start - 1] in scene.analysis.grammar.determiners:
        start -= 1
    last = Phrase(start, last.end, last.head, last.preposition, last.oblique, last.pronoun)
    if last.preposition:
        # "den Angaben von X zufolge", "einem Gutachten aus dem Mai zufolge" begin before the preposition
        for phrase in phrases(scene.analysis, clause.start, index):
            head = scene.analysis.lower[phrase.head]
            written = phrase.end == last.start - 1 and head.endswith(tuple(scene.words.documents.nouns))
            if not phrase.preposition and phrase.end <= last.start and (written or is_evidence(scene, phrase)):
                return Phrase(phrase.start, index, phrase.head)
    return last

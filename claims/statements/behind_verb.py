"""What stands between a verb of saying and what is said: who is told, when and where, the word that announces it."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.clausal_words import clausal_words
from claims.statements.finite_forms import clause_like, may_be_finite, plain_clause, plural_clause
from claims.statements.mention_words import mention_words
from claims.statements.noun_ends import noun_phrase
from claims.statements.occurrences import is_number
from claims.statements.scene import Scene
from claims.statements.verb_or_noun import is_adverb
from claims.statements.verbs import Verb

REACH = 16  # tokens between the verb and the word that announces its content
EXCLAIMING = ("!", "?")
LONGEST_TITLE = 5  # words of a programme's name in quotation marks


def skip_frame(scene: Scene, sentence: Sentence, verb: Verb, place: int, stop: int) -> tuple[int, bool]:
    """(where the content can begin after addressee and adverbials, whether a word announces it)."""
    analysis = scene.analysis
    grammar, lower = analysis.grammar, analysis.lower
    words = clausal_words(analysis.language)
    times = mention_words(analysis.language).time_words
    end = min(sentence.end, stop)
    place = begin = past_insertion(analysis, place, end)
    meant = verb.entry.infinitive and place < end and lower[place] == grammar.infinitive_marker
    explicit = -1 if meant else _announced(scene, place, min(end, place + REACH))  # "promised to go if …"
    if (
        explicit >= 0
        and not _object_between(analysis, verb, place, explicit)
        and not _told_bare(analysis, verb, place, explicit)
        and not _conditioned(analysis, verb, place, explicit)
    ):
        return explicit, True
    named = verb.entry.name if verb.entry.needs else verb.entry.verb
    pronoun = place + 1 < end and lower[place] in grammar.subject_pronouns
    if pronoun and lower[place + 1] in grammar.auxiliaries | grammar.finite:
        return place, False  # "warned it could rise": nobody is told
    if named in words.addressee_verbs:
        if (heard := _heard_alone(analysis, place, end)) > place:
            return heard, False
        place = noun_phrase(analysis, place, end)
        if begin < place < end and lower[place] in grammar.auxiliaries and lower[begin] not in grammar.object_pronouns:
            return begin, False  # "warned the roof was leaking": nobody is told
        if place < end and lower[place] == grammar.infinitive_marker:
            asked_of = place > begin and lower[begin] not in grammar.object_pronouns
            return begin if asked_of else place - (lower[place - 1] == "not"), True  # "urged the mayor to resign"
        asked = verb.entry.group == "demand" and verb.form == "finite" and named in words.object_verbs
        if (
            asked
            and (begin >= end or lower[begin] not in grammar.prepositions)
            and (place >= end or analysis.tokens[place].kind == "punct")
        ):
            return begin, False  # "urged calm", "ordered the closure": what is asked for
    steps, first = 0, place
    while place < end and steps < 4:
        steps += 1
        if (date := _rest_of_date(analysis, place, end)) > place:
            place = date
            continue
        if place > first and _day_of_month(analysis, place, end):
            place += 1
            continue
        if not analysis.is_word(place):
            break
        low = lower[place]
        timed = times | words.adverbial_prepositions  # "late on Tuesday"
        if place + 1 < end and low in times and lower[place + 1] == grammar.infinitive_marker:
            break  # "expect Tuesday to be hotter"
        if low in times or (low in words.adverbial_starts and place + 1 < end and lower[place + 1] in timed):
            place += 1 + (low not in times and lower[place + 1] in times)
            continue
        follows = place + 1 < end
        led = follows and low not in words.adverbial_prepositions and lower[place + 1] in words.adverbial_prepositions
        if (
            is_adverb(analysis, place)
            and low not in grammar.determiners
            and follows
            and (led or not analysis.is_word(place + 1))
        ):
            place += 1  # "said later.", "said shortly after midnight"
            continue
        degree = place + 1 < end and lower[place + 1] in words.degrees
        if low in words.adverbial_prepositions and low not in ("to",) and not degree:
            follow = noun_phrase(analysis, place + 1, end)
            if follow > place + 1:
                place = follow
                continue
        if low == "to" and verb.entry.group == "say":
            follow = noun_phrase(analysis, place + 1, end)
            if follow > place + 1 and verb.entry.verb in ("say", "explain", "complain", "write", "add"):
                place = follow
                continue
        break
    announced = place > first and place + 1 < end and analysis.tokens[place].text == ","
    if announced and lower[place + 1] in grammar.content_subordinators:
        return place + 1, True  # "said on Monday, May 4, 2026, that"
    if (past := past_insertion(analysis, place, end)) > place:
        return past, True  # "said on Monday, two days after the fire, that"
    told = analysis.grammar.auxiliaries | analysis.grammar.finite
    dated = first < place < end and all(_tells_when(analysis, index) for index in range(first, place))
    verb_at = place
    while verb_at + 1 < end and is_adverb(analysis, verb_at):
        verb_at += 1
    counted = dated and is_number(analysis, place - 1) and may_be_finite(analysis, verb_at, first)
    if dated and (lower[place] in told or counted) and lower[first] not in grammar.prepositions:
        return first, False  # "says tomorrow morning is more realistic", "said September 17 still stood"
    return place, False


def _day_of_month(analysis: Analysis, place: int, end: int) -> bool:
    """The number in "said September 17 that", and in "September 17 still stood"; not in "said Tuesday 17 workers"."""
    grammar, lower = analysis.grammar, analysis.lower
    if not is_number(analysis, place) or lower[place - 1] not in mention_words(analysis.language).time_words:
        return False
    if place + 1 >= end or not analysis.is_word(place + 1):
        return True
    small = grammar.auxiliaries | grammar.finite | grammar.content_subordinators | grammar.determiners
    return lower[place + 1] in small | grammar.subject_pronouns or is_adverb(analysis, place + 1)


def _heard_alone(analysis: Analysis, place: int, end: int) -> int:
    """ "Told the court | prices keep rising", "told reporters | staff ignored it": behind who is told things, where a
    clause without an article follows; ``place`` where none does."""
    grammar, lower = analysis.grammar, analysis.lower
    words = clausal_words(analysis.language)
    hearers = words.hearers | words.outlet_words | words.audience
    at = place
    while at < min(end, place + 3) and lower[at] not in hearers and (at == place or lower[at] not in grammar.closed):
        at += 1
    start = at + 1
    while start < end and lower[start] in hearers - words.plural_nouns and not lower[start].endswith("s"):
        start += 1  # "the Guardian newspaper"
    known = at < end and lower[at] in hearers and start + 1 < end and analysis.is_word(start)
    if (
        not known
        or lower[start] in grammar.closed
        or lower[start + 1] in grammar.determiners | grammar.subject_pronouns
    ):
        return place  # "told the court usher he was late"
    stop = noun_phrase(analysis, start, end)
    while stop < end and lower[stop] in grammar.prepositions:
        stop = noun_phrase(analysis, stop + 1, end)
    clause = clause_like(analysis, start, stop) or plural_clause(analysis, start, min(stop + 1, end))
    return start if clause or (stop < end and lower[stop] in grammar.auxiliaries) else place


def _rest_of_date(analysis: Analysis, comma: int, end: int) -> int:
    """Behind ", May 4, 2026" after "said on Monday"; ``comma`` where no date goes on there."""
    times = mention_words(analysis.language).time_words
    if analysis.tokens[comma].text != "," or not (analysis.lower[comma - 1] in times or is_number(analysis, comma - 1)):
        return comma
    place = comma + 1
    while place < end and (is_number(analysis, place) or analysis.lower[place] in times):
        place += 1
    numbered = any(is_number(analysis, index) for index in range(comma + 1, place))
    return place if numbered and (place >= end or not analysis.is_word(place)) else comma


def _object_between(analysis: Analysis, verb: Verb, place: int, explicit: int) -> bool:
    """ "cited a trial that had found nothing": the word belongs to the object of a verb that has no content clause."""
    words, grammar = clausal_words(analysis.language), analysis.grammar
    name = verb.entry.verb
    if explicit > place and analysis.lower[explicit - 1] in words.speech_nouns.keys() | words.printed:
        before = [at for at in range(place, explicit - 1) if analysis.lower[at] in grammar.prepositions]
        led = any(analysis.lower[at] in words.adverbial_prepositions for at in before)
        led = led and analysis.lower[before[-1]] not in words.answered_with  # "responded to claims that"
        denied = verb.entry.group == "deny" and explicit == place + 1
        if not led and not denied:
            return True  # "said the claim that …", not "said in a statement that …", "rejected claims that …"
    if explicit <= place or name not in words.object_verbs or name in words.bare_verbs | words.addressee_verbs:
        return verb.entry.reported and bool(verb.entry.needs) and explicit > place
    return analysis.lower[place] in grammar.determiners or analysis.tokens[place].kind == "number"


def _conditioned(analysis: Analysis, verb: Verb, place: int, explicit: int) -> bool:
    """ "Threatened strikes if routes are closed": the word behind an object opens a condition."""
    content = analysis.lower[explicit] in analysis.grammar.demonstratives  # "that"
    return explicit > place and not content and verb.entry.group in ("announce", "demand", "deny")


def _told_bare(analysis: Analysis, verb: Verb, place: int, explicit: int) -> bool:
    """ "said the crate weighed 14 kilograms when it arrived": the word stands within what is said."""
    words = clausal_words(analysis.language)
    named = verb.entry.name if verb.entry.needs else verb.entry.verb
    if explicit == place or named not in words.bare_verbs or named in words.addressee_verbs:
        return False
    low = analysis.lower[place]
    known = analysis.grammar.closed - analysis.grammar.determiners - analysis.grammar.possessives
    if low in known | mention_words(analysis.language).time_words or is_adverb(analysis, place):
        return False  # "said as recently as Monday that"
    timed = all(_tells_when(analysis, index) for index in range(place, explicit))  # "said a week later that"
    return not timed and analysis.lower[explicit - 1] not in words.speech_nouns


def _tells_when(analysis: Analysis, index: int) -> bool:
    """A word that may stand in a phrase of time: a time, a number, a small word."""
    low, words = analysis.lower[index], clausal_words(analysis.language)
    known = mention_words(analysis.language).time_words | analysis.grammar.closed | words.adverbial_starts
    timed = low in known or low.removesuffix("s") in known  # "days"
    return timed or is_number(analysis, index) or is_adverb(analysis, index)


def past_insertion(analysis: Analysis, place: int, end: int) -> int:
    """After "said, two days later, that" and "reported, citing two officials, that" the place of "that"; else
    ``place``, where the first comma must stand."""
    if place >= end or analysis.tokens[place].text != ",":
        return place
    for index in range(place + 1, min(place + REACH, end - 1)):
        if analysis.inside[index] >= 0:
            return place
        if analysis.tokens[index].text == ",":
            announced = analysis.lower[index + 1] in analysis.grammar.content_subordinators
            announced = announced or (_dated(analysis, place + 1, index) and plain_clause(analysis, index + 1, end))
            return index + 1 if announced and analysis.inside[index + 1] < 0 else place
    return place


def _dated(analysis: Analysis, start: int, end: int) -> bool:
    """ "Two days after the storm", "a week later": an insertion that tells when it was said."""
    times = mention_words(analysis.language).time_words
    near = range(start, min(start + 3, end - 1))
    after = clausal_words(analysis.language).intervals | analysis.grammar.subordinators
    return any(analysis.lower[i].removesuffix("s") in times or analysis.lower[i] in times for i in near) and any(
        analysis.lower[i] in after for i in range(start + 1, min(start + 4, end))
    )


def titled(analysis: Analysis, index: int) -> bool:
    """Whether the token stands in the name of a programme or a paper: "said on KTRV's “Sunday Focus”"; "answered with
    “Never!”" is no name."""
    if analysis.inside[index] < 0:
        return False
    quotation = analysis.quotations[analysis.inside[index]]
    before = quotation.start - 1
    if before < 0 or any(analysis.tokens[i].text in EXCLAIMING for i in range(quotation.start, quotation.end)):
        return False
    words = [i for i in range(quotation.start, quotation.end) if analysis.is_word(i)]
    large = all(analysis.tokens[i].text[0].isupper() or analysis.lower[i] in analysis.grammar.closed for i in words)
    named = bool(words) and len(words) <= LONGEST_TITLE and large
    led = analysis.lower[before] in analysis.grammar.prepositions or analysis.lower[before].endswith(("'s", "’s"))
    return named and led


def _announced(scene: Scene, start: int, end: int) -> int:
    """The word that announces the content, unless a verb or comma stands before it; -1 if there is none."""
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    for index in range(start, end):
        if titled(analysis, index):
            continue  # "told NBC's “Meet the Press” that"
        if not analysis.is_word(index) or analysis.inside[index] >= 0:
            return -1
        low = analysis.lower[index]
        relative = low in analysis.grammar.subject_relatives and index > start
        if relative and analysis.lower[index - 1] not in analysis.grammar.object_pronouns:
            return -1  # "those who stayed"
        if low in analysis.grammar.demonstratives and (index + 1 >= end or not analysis.is_word(index + 1)):
            return -1  # "denied that."
        if index == start and low in analysis.grammar.demonstratives and _points(analysis, index, end):
            return -1  # "disputes that account"
        if low in words.complementisers and not _measured(analysis, start, index, end):
            return _past_restricting(analysis, start, index, end)
        stops = analysis.grammar.auxiliaries | analysis.grammar.subject_pronouns | analysis.grammar.finite
        if low in stops and low not in words.nouns_too:
            return -1
    return -1


def _points(analysis: Analysis, that: int, end: int) -> bool:
    """ "That" stands before a noun or what it is said to be, and no clause follows: "finds that hard to believe"."""
    if that + 2 >= end or not analysis.is_word(that + 2):
        return True
    return not (clause_like(analysis, that + 1, end) or plural_clause(analysis, that + 1, end))


def _measured(analysis: Analysis, start: int, that: int, end: int) -> bool:
    """ "Less than half that sum": behind a word of number and before a noun that ends the clause."""
    words = clausal_words(analysis.language).plural_nouns
    number = that > start and (analysis.lower[that - 1] in words or is_number(analysis, that - 1))
    return number and (that + 2 >= end or not analysis.is_word(that + 2))


def _past_restricting(analysis: Analysis, start: int, that: int, end: int) -> int:
    """Of "told a hearing that began on Tuesday that …" the second: the first hangs on the noun, its verb behind it."""
    noun = that > start and analysis.lower[that - 1] not in analysis.grammar.closed
    if not noun or that + 1 >= end or analysis.lower[that] not in analysis.grammar.content_subordinators:
        return that
    again = next((i for i in range(that + 2, end) if analysis.lower[i] == analysis.lower[that]), that)
    return again if may_be_finite(analysis, that + 1, that) else that

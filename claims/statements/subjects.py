"""Who speaks, in languages where the subject stands right before its verb: the words up to the nearest border."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence, once_per_place
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import table
from claims.statements.finite_forms import may_be_finite
from claims.statements.mention_words import mention_words
from claims.statements.reduced import is_reduced
from claims.statements.scene import Range
from claims.statements.subject_edges import LONGEST, SHORT, done_by, in_a_state, insertion_start, left_border, of_which
from claims.statements.verb_or_noun import is_adverb

APOSTROPHES = ("'", "’")


@once_per_place
def before(analysis: Analysis, sentence: Sentence, verb: int) -> Range | None:
    """The subject that ends right before ``verb``, with an apposition between commas; None if there is none."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    stop = verb
    while stop > sentence.start and is_adverb(analysis, stop - 1) and analysis.is_word(stop - 1):
        stop -= 1
    if lower[max(sentence.start, stop - 2) : stop] == ["no", "longer"]:
        stop -= 2
    stop = _without_time(analysis, sentence, stop)
    if stop == sentence.start:
        return None
    end = stop
    if lower[stop - 1] in grammar.subject_pronouns and lower[stop - 1] not in grammar.subject_relatives:
        return (stop - 1, stop)
    if lower[stop - 1] in grammar.subject_relatives:
        return (stop - 1, stop)
    core = stop
    if (comma := _aside(analysis, sentence, stop - 1)) > sentence.start:
        return before(analysis, sentence, comma)
    if not analysis.is_word(stop - 1) and tokens[stop - 1].text in (",", ")", "—", "–", "-"):
        opener = insertion_start(analysis, sentence, stop - 1)
        if opener < 0:
            return None
        opener = _past_age(analysis, sentence, opener)
        end, core = stop - 1, opener
        if tokens[stop - 1].text == ")":
            end = stop
        told = lower[opener + 1].endswith(clausal_words(analysis.language).insertion_endings)
        told = told or lower[opener + 1] in table(analysis.language).participle
        told = told or (lower[opener + 1] in grammar.finite and lower[opener + 2] in grammar.prepositions)
        told = told or done_by(analysis, opener + 1, stop - 1)
        told = told or in_a_state(analysis, opener + 1, stop - 1)
        aged = tokens[stop - 2].kind == "number" and stop - 3 <= opener + 1 and tokens[opener - 1].text.islower()
        joined = lower[opener + 1] in grammar.coordinators  # ", and who asked not to be named,"
        joined = joined or of_which(analysis, opener + 1, stop)  # ", parts of which were read out,"
        if told or aged or joined or lower[opener + 1] in grammar.subject_relatives | grammar.prepositions:
            end = core  # ", who …", ", speaking in Rome," and the driver's age tell more, and are no part of the name
        if core > sentence.start and tokens[core - 1].text == ")":
            inner = insertion_start(analysis, sentence, core - 1)  # "Cllr Lee (Lab, Eastgate), who proposed it, said"
            core = inner if inner > sentence.start else core
    left = left_border(analysis, sentence, core)
    outer = _past_relative(analysis, sentence, left, core, verb)
    if outer is not None:
        return outer
    start = _without_adverbial(analysis, left, core)
    if start < core and _seat(analysis, start, core):
        return before(analysis, sentence, start - 1)
    if start < core:
        return (start, end)
    # an adverbial between the subject and its verb: "Smith, the envoy, by contrast said"
    if left > sentence.start + 1 and tokens[left - 1].text == "," and analysis.inside[left - 1] < 0:
        address = (
            lower[left] in grammar.prepositions and tokens[left - 2].text[0].isupper()
        )  # ", of Larch Road, Leeds,"
        return before(analysis, sentence, left) or (before(analysis, sentence, left - 1) if address else None)
    return None


def _seat(analysis: Analysis, start: int, end: int) -> bool:
    """ "Ann Lee, D-Fresno, who …, said": a party's letter and a seat behind a name."""
    party, hyphen, seat = analysis.tokens[start].text.partition("-")
    short = bool(hyphen) and party.isupper() and len(party) < SHORT and seat[:1].isupper()
    rest = all(not analysis.is_word(i) for i in range(start + 1, end))
    return short and rest and start > 1 and analysis.tokens[start - 1].text == "," and analysis.capital(start - 2)


def genitive(analysis: Analysis, mark: int) -> bool:
    """The apostrophe of "the nurses' union"."""
    tokens = analysis.tokens
    return (
        tokens[mark].text in APOSTROPHES
        and mark + 1 < len(tokens)
        and tokens[mark - 1].end == tokens[mark].start < tokens[mark + 1].start - 1
        and analysis.lower[mark - 1].endswith("s")
        and analysis.is_word(mark + 1)
    )


def _past_relative(analysis: Analysis, sentence: Sentence, border: int, core: int, verb: int) -> Range | None:
    """Of "a man whose wife died after a day in hospital told" the man, where ``border`` stands behind "after"."""
    words = clausal_words(analysis.language)
    who = border - 1
    if who > sentence.start and analysis.lower[who] in analysis.grammar.relatives and analysis.is_word(who - 1):
        clause = any(may_be_finite(analysis, i, who) for i in range(border, core))
        if analysis.lower[who - 1] in analysis.grammar.prepositions:  # "a video in which men in suits say": theirs
            clause = any(may_be_finite(analysis, i, who) and not _plural(analysis, i) for i in range(border + 1, core))
        if (opens := _telling(analysis, sentence, who)) > 0:
            return before(analysis, sentence, opens) if clause else None  # "a woman who lives there tells"
    if who > sentence.start and _restricts(analysis, who, core):
        return before(analysis, sentence, who)
    for place in range(who, max(sentence.start, core - LONGEST), -1):
        if is_reduced(analysis, sentence, place, verb):
            return before(analysis, sentence, place)
    verbs = analysis.grammar.auxiliaries | analysis.grammar.finite | table(analysis.language).finite.keys()
    if border <= sentence.start + 1 or analysis.lower[border - 1] not in words.subject_borders | verbs:
        return None
    for place in range(border - 2, max(sentence.start, border - LONGEST), -1):
        if not analysis.is_word(place) or analysis.inside[place] >= 0:
            return None
        if analysis.lower[place] in analysis.grammar.relatives and (opens := _telling(analysis, sentence, place)) > 0:
            return before(analysis, sentence, opens)
    return None


def _plural(analysis: Analysis, index: int) -> bool:
    """A form in -s that is a noun as far as the word before it shows."""
    return analysis.lower[index].endswith("s") and analysis.lower[index - 1] not in analysis.grammar.subject_pronouns


def _telling(analysis: Analysis, sentence: Sentence, who: int) -> int:
    """Where the clause of the relative ``who`` begins that tells of a noun: "the town in which"; -1 if of none."""
    opens = who - (analysis.lower[who - 1] in analysis.grammar.prepositions)
    at = opens - 1
    if at < sentence.start or not analysis.is_word(at):
        return -1
    small = table(analysis.language).words | analysis.grammar.closed
    noun = analysis.lower[at] not in small or analysis.capital(at)
    sure = analysis.lower[who] in clausal_words(analysis.language).subject_clauses and opens == who
    return opens if noun or sure else -1


def _aside(analysis: Analysis, sentence: Sentence, close: int) -> int:
    """Where ", however," that ends at the comma ``close`` begins; -1 if no adverbs alone stand between commas."""
    if analysis.tokens[close].text != ",":
        return -1
    place = close - 1
    while place > sentence.start and is_adverb(analysis, place) and analysis.tokens[place].text.islower():
        place -= 1
    return place if place < close - 1 and analysis.tokens[place].text == "," else -1


def _restricts(analysis: Analysis, that: int, core: int) -> bool:
    """ "The trust that runs the hospital said": a relative clause behind a noun, its verb right behind "that"."""
    lower = analysis.lower
    if lower[that] not in analysis.grammar.content_subordinators or that + 1 >= core or not analysis.is_word(that - 1):
        return False
    noun = lower[that - 1] not in table(analysis.language).words | analysis.grammar.closed
    return noun and may_be_finite(analysis, that + 1, that)


def _past_age(analysis: Analysis, sentence: Sentence, opener: int) -> int:
    """ "Fallon, 47, of Quay Street, denies": the comma before the age, where only one stands before ``opener``."""
    aged = opener - 2 > sentence.start and analysis.tokens[opener - 1].kind == "number"
    return opener - 2 if aged and analysis.tokens[opener - 2].text == "," else opener


def antecedent(analysis: Analysis, sentence: Sentence, end: int) -> Range | None:
    """Who a relative pronoun at ``end`` means: of "paid for by the Brisk Foundation, which" the foundation."""
    whole = before(analysis, sentence, end) or _last_phrase(analysis, sentence, end)
    if whole is not None and any(may_be_finite(analysis, i, whole[0]) for i in range(whole[0] + 1, whole[1])):
        whole = _last_phrase(analysis, sentence, end) or whole  # "The paper leads with the fall of Heald, who"
    if whole is None:
        return None
    if analysis.lower[whole[0]] in analysis.grammar.standing_for and whole[1] - whole[0] > 2:
        return (whole[0] + 2, whole[1])  # "those of his deputy, who"
    comma = whole[0] - 1
    explains = analysis.lower[whole[0]] in analysis.grammar.determiners and comma > sentence.start + 1
    if explains and analysis.tokens[comma].text == "," and analysis.capital(comma - 1):
        name = before(analysis, sentence, comma)  # "noted Owen Bart, an analyst at the bank, who argued"
        whole = (name[0], whole[1]) if name is not None else whole
    words = clausal_words(analysis.language)
    if analysis.lower[whole[0]].endswith(words.insertion_endings) and whole[1] - whole[0] > 1:
        whole = (whole[0] + 1, whole[1])  # "contradicting crew members who"
    parting = analysis.grammar.agent_prepositions | words.goal_prepositions
    cut = next((i + 1 for i in range(whole[1] - 1, whole[0] - 1, -1) if analysis.lower[i] in parting), whole[0])
    return (cut, whole[1]) if cut < whole[1] else whole


def _last_phrase(analysis: Analysis, sentence: Sentence, end: int) -> Range | None:
    """The words behind the last preposition: of "was criticised by some experts, who" the experts."""
    for place in range(end - 1, max(sentence.start, end - SHORT) - 1, -1):
        if not analysis.is_word(place) or analysis.inside[place] >= 0:
            return None
        if analysis.lower[place] in analysis.grammar.prepositions:
            return (place + 1, end) if place + 1 < end else None
    return None


def _without_time(analysis: Analysis, sentence: Sentence, stop: int) -> int:
    """Where the subject ends before a time: "The council on Monday evening said"; names like May stay."""
    lower, words = analysis.lower, clausal_words(analysis.language)
    place = stop
    while place > sentence.start and analysis.inside[place - 1] < 0 and _time_word(analysis, place - 1, stop):
        place -= 1
    if (
        place < stop
        and place > sentence.start
        and all(
            low in words.adverbial_starts and analysis.tokens[at].text.islower()
            for at, low in enumerate(lower[place:stop], place)
        )
    ):
        return place if analysis.is_word(place - 1) else stop  # "Voltara Group today announced"
    led = words.adverbial_prepositions | words.adverbial_starts | words.time_borders
    if place == stop or place <= sentence.start + 1 or lower[place - 1] not in led:
        return stop
    while place > sentence.start and lower[place - 1] in led:
        place -= 1
    told = lower[place - 2] if place > sentence.start + 1 and analysis.is_word(place - 2) else ""
    if told and lower[place - 1].endswith("ed") and told not in analysis.grammar.subject_relatives:
        place -= 1  # "a poll released in August found"; not "the girl who died in May said"
        place = _before_relative(analysis, sentence, place)
    return place if place > sentence.start and analysis.is_word(place - 1) else stop


def _before_relative(analysis: Analysis, sentence: Sentence, participle: int) -> int:
    """Where the relative clause of "a report that was published in May" begins; the participle's place without one."""
    place = participle
    while place > sentence.start and analysis.lower[place - 1] in analysis.grammar.auxiliaries:
        place -= 1
    relative = analysis.lower[place - 1] in analysis.grammar.relatives | analysis.grammar.content_subordinators
    led = place < participle and relative and place - 2 > sentence.start and analysis.is_word(place - 2)
    return place - 1 if led else participle


def _time_word(analysis: Analysis, place: int, stop: int) -> bool:
    """A word for a time, a number beside one, or a year: "Tuesday", "12 March", "2019"; not "a crowd of 300"."""
    times = mention_words(analysis.language).time_words
    token = analysis.tokens[place]
    if analysis.lower[place] in times or token.kind != "number":
        return analysis.lower[place] in times
    beside = analysis.lower[place + 1] in times if place + 1 < stop else analysis.lower[place - 1] in times
    return beside or (
        _is_year(analysis, place) and analysis.lower[place - 1] in clausal_words(analysis.language).year_openers
    )


def _is_year(analysis: Analysis, place: int) -> bool:
    text = analysis.tokens[place].text
    return len(text) == 4 and text.isdecimal()


def _without_adverbial(analysis: Analysis, start: int, core: int) -> int:
    """Skip what stands before the subject without a comma: "On Monday the mayor", "In a statement Smith"."""
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    times = mention_words(analysis.language).time_words
    start = _past_calendar(analysis, _past_interval(analysis, start, core), core)
    while (
        start < core
        and (
            (is_adverb(analysis, start) and lower[start] not in grammar.determiners)
            or lower[start] in grammar.coordinators
            or lower[start] in times
        )
        and start + 1 < core
    ):
        start += 1
    if start + 2 < core and lower[start] in clausal_words(analysis.language).figure_sources:
        start += 1 + (lower[start + 1] in grammar.prepositions)  # "according to the lab, which says": the lab
    if start < core and lower[start] in grammar.prepositions:
        for place in range(start + 2, core):
            low = lower[place]
            if low in grammar.determiners and lower[place - 1] not in grammar.prepositions:
                return place
            if (
                tokens[place].text[0].isupper()
                and not tokens[place - 1].text[0].isupper()
                and lower[place - 1] not in grammar.prepositions | grammar.determiners
            ):
                return place
            if lower[place - 1] in times and lower[place] not in grammar.prepositions:
                year = place + 1 < core and _is_year(analysis, place)
                return place + year  # "In February 2026 | the mayor"
        return core
    return start


def _past_interval(analysis: Analysis, start: int, core: int) -> int:
    """Where the subject begins behind "a week later", "two days after that"; ``start`` without one."""
    after = clausal_words(analysis.language).intervals
    for place in range(start + 1, min(start + SHORT, core - 1)):
        unit = mention_words(analysis.language).time_words
        if analysis.lower[place] in after and analysis.lower[place - 1] in unit:
            return place + 1
    return start


def _past_calendar(analysis: Analysis, start: int, core: int) -> int:
    """Where the subject begins behind a time without a preposition: "last week her office", "earlier this month the
    ministry"; ``start`` without one, as in "this summer camp"."""
    grammar, lower, words = analysis.grammar, analysis.lower, clausal_words(analysis.language)
    place = start
    while place + 2 < core and lower[place] not in words.calendar:
        if not is_adverb(analysis, place) and lower[place] not in words.adverbial_starts:
            return start
        place += 1
    if place + 2 > core or lower[place] not in words.calendar:
        return start
    if lower[place + 1] not in mention_words(analysis.language).time_words | words.calendar_units:
        return start
    follow = place + 2
    surely = lower[place] not in grammar.determiners or analysis.capital(follow)
    return follow if surely or lower[follow] in grammar.determiners else start


def first(analysis: Analysis, sentence: Sentence, end: int) -> Range | None:
    """The subject of the first verb of the sentence before ``end``, by its auxiliary, ending or known form."""
    grammar = analysis.grammar
    for index in range(sentence.start + 1, end):
        low = analysis.lower[index]
        if analysis.inside[index] >= 0 or not analysis.tokens[index].text[0].islower():
            continue
        if low in grammar.auxiliaries or low in grammar.finite or (low.endswith("ed") and len(low) > 4):
            own = before(analysis, sentence, index)
            if own is not None:
                return own
    return None

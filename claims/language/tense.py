"""Does the clause around an expression speak of what was or of what will be?

A weekday or a date without a year needs it: "wird am Montag" is the next one, "traf am Montag" the last. The nearest
word of the clause decides; where none does, the caller's default holds.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.language.grammar import grammar
from claims.language.word_tense import TenseWords, is_marked_inside, is_participle, tense_words, word_tense

NOW = "now"  # with an auxiliary of now alone
REACH = 24  # tokens looked at on either side
QUOTED = 80  # tokens back to where its paragraph began
HELPED = 3  # words from "did" to its verb: did not even begin
SHORTEST_PLURAL = 3  # letters
PROGRESSIVE = 3  # tokens from "is" to "going": "is not even planning"


def looks_back(words: Iterable[str], language: str, *, states: bool = True) -> bool:
    """Whether the verbs among ``words`` are past and none looks ahead; an auxiliary of now needs its participle.

    Not where "ist" and a participle tell a state; without ``states`` there is none.
    """
    known, words = tense_words(language), list(words)
    tenses = [
        (word, "" if _tells_nothing(words, index, known, language) else word_tense(word, language))
        for index, word in enumerate(words)
    ]
    if not known.past_modals.isdisjoint(words):
        # "wir mussten die Türen aufschneiden": the infinitive has the tense of its modal
        tenses = [(word, "" if tense == "future" and word not in known.future else tense) for word, tense in tenses]
    helpers = [index for index, (word, _) in enumerate(tenses) if word in known.auxiliary and word not in known.weak]
    for index in range(1, len(tenses)):
        # "habe den Anker werfen lassen": two infinitives stand for a participle
        doubled = tenses[index][0] in known.like_participles and tenses[index - 1][1] in ("future", "either")
        if doubled and helpers and helpers[0] < index:
            tenses[index - 1 : index + 1] = [(tenses[n][0], "participle") for n in (index - 1, index)]
    if known.limits.isdisjoint(word.lower() for word in words):
        # "soll ihn gesehen haben": the modal looks back
        back = any(_is_perfect_infinitive(words, index, known, language) for index in range(len(words)))
        tenses = [(word, "past" if back and word in known.future else tense) for word, tense in tenses]
    # "habe angefangen zu laufen", "weigerten sich, das Haus zu verlassen"; but: ist verpflichtet zu zahlen
    state = not known.weak.isdisjoint(words) and known.perfect.isdisjoint(words)
    state = state and not (known.perfect_with_be and any(word.endswith(known.perfect_with_be) for word in words))
    done = not state and known.plans.isdisjoint(words)
    done = done and any(tense in ("past", "participle") for _, tense in tenses)
    for index in range(len(words)):
        if _is_marked_infinitive(words, index, known, language):
            tenses[index] = (words[index], "" if done else "future")
    if any(tense == "future" for _, tense in tenses):
        return False
    helped = any(tense in ("participle", "either") or word in known.perfect for word, tense in tenses)
    now = known.auxiliary | known.copula
    if states and _is_a_state_of_now(tenses, known):
        now |= known.weak
        helped = False
    return any(tense == "past" and (helped or word not in now) for word, tense in tenses)


def _is_a_state_of_now(tenses: list[tuple[str, str]], known: TenseWords) -> bool:
    """Whether "ist" has a participle of a verb that takes "hat": "die Straße ist gesperrt" tells how things are."""
    if not known.perfect_with_be or not any(word in known.weak for word, _ in tenses):
        return False
    told = [word for word, tense in tenses if tense in ("participle", "either")]
    return bool(told) and not any(word in known.perfect or word.endswith(known.perfect_with_be) for word, _ in tenses)


def _is_marked_infinitive(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether a form is an infinitive with its mark: zu laufen, anzufangen."""
    if not known.infinitive_end:
        return False
    if any(is_marked_inside(words[index], prefix, known) for prefix in known.separable):
        return True
    return (
        index > 0
        and words[index - 1] in known.infinitive_mark
        and word_tense(words[index], language) in ("future", "either")
    )


def _tells_nothing(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether a form like a verb's is none: of an adjective, or of the noun for a plan; or has another's tense."""
    another = not known.past_auxiliary.isdisjoint(words[max(0, index - HELPED) : index])
    another = another or _is_implied(words, index, known)
    return another or _names_a_thing(words, index, known, language) or _is_attribute(words, index, known, language)


def _is_implied(words: list[str], index: int, known: TenseWords) -> bool:
    """Whether it is an infinitive that has the time of the verb before it: "failed to meet on Friday"."""
    return index > 1 and words[index - 1] in known.infinitive_mark and words[index - 2] in known.implying


def _names_a_thing(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether a form like that of a plan's verb is a noun: its plans, planning chief; not "is planning"."""
    if words[index] in known.progressive:
        return grammar(language).be.isdisjoint(words[max(0, index - PROGRESSIVE) : index])
    if words[index] in known.noun_or_verb:
        return not _has_a_subject(words, index, known, language)
    return words[index] in known.plan_nouns and _is_a_noun(words, index, known, language)


def _has_a_subject(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether a form that is mostly a noun is a verb: "the talks end on Friday", "we leave"."""
    closed, before = grammar(language), words[index - 1].lower() if index else ""
    marked = before in closed.subject_pronouns or before in closed.modals
    plural = before.isalpha() and before.endswith(known.plural_end) and len(before) > SHORTEST_PLURAL
    return marked or (plural and before not in closed.determiners | closed.prepositions | closed.be | closed.have)


def _is_attribute(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether a form like a verb's is declined between an article or preposition and its noun: die betroffene Ware; or
    stands behind an article: the unseeded player."""
    if index and words[index - 1].lower() in known.articles:
        return words[index].endswith(known.past_end)
    if not known.infinitive_end or not 0 < index < len(words) - 1 or not words[index + 1][:1].isupper():
        return False
    word, closed = words[index], grammar(language)
    declined = word.islower() and word.endswith(closed.adjective_endings) and word not in known.future
    return declined and words[index - 1].lower() in closed.determiners | closed.contracted | closed.prepositions


def _is_a_noun(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether a word that may be a verb is a noun: "its plans", "oppose plans for a quarry"; not "plans to"."""
    before, after = words[index - 1 : index], words[index + 1 : index + 2]
    closed = grammar(language).determiners | grammar(language).prepositions
    ahead = any(word in known.infinitive_mark for word in after)
    return (not ahead and any(word.lower() in closed for word in before)) or after == [known.plans_of]


def _has_an_object(words: list[str], index: int, language: str) -> bool:
    """Whether "have" at ``index`` is a verb of its own: "would have a scan on Monday"."""
    return any(word.lower() in grammar(language).determiners for word in words[index + 1 : index + 2])


def names_a_plan(words: Iterable[str], language: str) -> bool:
    """Whether one of ``words`` makes what was done a thing to come: beschlossen, agreed."""
    return not tense_words(language).plans.isdisjoint(words)


def tense_around(
    words: list[str], start: int, end: int, language: str, *, firm: bool = False, ahead: bool = False
) -> str:
    """``past``, ``future``, ``now`` or nothing: what the nearest telling word of the clause says.

    ``words``: the tokens of the text around; the expression is ``words[start:end]``. ``firm``: weak words (is, to)
    do not count. ``ahead``: the expression is aimed at ("für Sonntag"), so that a participle without a past auxiliary
    ("sind angekündigt") speaks of what will be.
    """
    known = tense_words(language)
    if " ".join(words[max(0, start - 4) : start]).lower().endswith(known.stamped):
        return "past"  # "a letter is dated October 14"
    opens = (
        start == 0 or words[start - 1] in ".!?\n" or words[start - 1].lower() in grammar(language).content_subordinators
    )
    if end < len(words) and words[end] == "," and opens:
        end += 1  # a time set before its sentence or clause: "On Friday, he said", "that on Friday, talks would begin"
    if end - start == 1 and end < len(words) and words[end] in known.modals and words[end] in known.future:
        return "future"  # "said Tuesday would be brighter": the day does what the verb tells
    found = _telling(words, start, end, known, language, firm=firm, stop=known.boundary)
    if _closes_a_subject(words, start, end, known, language) or _opens_a_clause(words, start, end, language):
        found = [item for item in found if item[3]] or found
    if found and all(word in known.auxiliary for _, _, word, _ in found):
        found += _after_an_insertion(words, end, language)
    if not any(tense in ("past", "future", "either", "done") for _, tense, _, _ in found):
        # nothing in its clause: the clauses before it in the sentence, then those after
        anywhere = _telling(words, start, end, known, language, firm=firm, stop=frozenset())
        found = [item for item in anywhere if item[3]] or anywhere
    helped = any(tense == "past" or word in known.past or word in known.closing for _, tense, word, _ in found)
    if not helped and found and all(tense in ("participle", "either") for _, tense, _, _ in found):
        helped = _is_helped_before(words, start, language)
    participle = any(
        tense == "participle" or word in known.perfect or (tense == "either" and helped) for _, tense, word, _ in found
    )
    if any(tense == "done" for _, tense, _, _ in found):
        if known.limits.isdisjoint(word.lower() for word in words[start:end]):
            return "past"  # "soll am 9. Februar eine Frau angefahren haben"
        found = [item for item in found if item[1] != "done"]  # "will bis Mai alles verkauft haben"
    declines = not known.declining.isdisjoint(words[max(0, start - REACH) : end + REACH])
    if ahead and any(word in known.neutral for _, _, word, _ in found):
        # "has been called for Friday": neither auxiliary nor participle looks back
        found = [item for item in found if item[1] != "past" or (item[2] in known.past - known.neutral)]
        participle = True
    best, last, now = "", "", ""
    nearest = REACH + 1
    for distance, tense, word, _ in found:
        if tense == "participle" or (tense == "either" and helped):
            continue
        if word in known.copula and not participle:
            now = NOW  # "wir sind am Samstag bereit"
            continue
        if word in known.closing and participle:
            last = tense
            continue
        if declines and word in known.wanted:
            tense = "past"
        said = "future" if tense == "either" or (word in known.auxiliary and not participle) else tense
        if distance < nearest:
            nearest, best = distance, said
    if ahead and not best and participle:
        return last or "future"
    near = _sentence(words, start, end, language)
    return best or last or ("past" if participle or not known.adverbs.isdisjoint(near) else now)


def _is_helped_before(words: list[str], start: int, language: str) -> bool:
    """Whether the auxiliary stands before an insertion: "hat den Händler, Bernd Kolbe, am Dienstag verurteilt"."""
    closed, known, first = grammar(language), tense_words(language), start
    while first > max(0, start - REACH) and not _ends_a_sentence(words, first - 1, known):
        first -= 1
    helping = closed.have | closed.be | known.neutral
    return "," in words[first:start] and not helping.isdisjoint(words[first:start])


def _closes_a_subject(words: list[str], start: int, end: int, known: TenseWords, language: str) -> bool:
    """Whether the verb right behind is of the clause around: "men who drowned in March are", "a bridge closed in March
    will"; where a clause ends in its verb it never is."""
    closed = grammar(language)
    if known.infinitive_end or end >= len(words) or words[end] not in closed.have | closed.be | closed.modals:
        return False
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        if words[index] in ".!?\n," or words[index] in closed.relatives:
            inner = words[index + 1 : start]
            return words[index] in closed.relatives and any(word_tense(word, language) == "past" for word in inner)
        if index == start - 1 and word_tense(words[index], language) == "past":
            return True
    return False


def _opens_a_clause(words: list[str], start: int, end: int, language: str) -> bool:
    """Whether the word behind is the subject of another clause: "I told them in April I would not sign"; where a verb
    stands before its subject it need not be."""
    last = bool(tense_words(language).infinitive_end)
    pronoun = end < len(words) and words[end].lower() in grammar(language).subject_pronouns
    return not last and start > 0 and pronoun


def _is_doubled(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether two infinitives at ``index`` stand for a participle: "habe Löhne nicht zahlen können"."""
    if words[index + 1 : index + 2] and words[index + 1] in known.like_participles:
        return word_tense(words[index], language) in ("future", "either") and not (
            grammar(language).have.isdisjoint(words[max(0, index - REACH) : index])
        )
    return False


def _sentence(words: list[str], start: int, end: int, language: str) -> list[str]:
    """The words of the sentence around ``words[start:end]``, as far as is looked."""
    known = tense_words(language)
    first, last = start, end
    while first > max(0, start - REACH) and not _ends_a_sentence(words, first - 1, known):
        first -= 1
    while last < min(len(words), end + REACH) and not _ends_a_sentence(words, last, known):
        last += 1
    return words[first:last]


def _ends_a_sentence(words: list[str], index: int, known: TenseWords) -> bool:
    """Whether the token ends a sentence: no point of an initial, nor in German of an ordinal ("am 8. August")."""
    if words[index] != ".":
        return words[index] in "!?\n"
    before = words[index - 1] if index else ""
    initial = len(before) == 1 and before.isupper()
    ordinal = bool(known.infinitive_end) and before.isdigit() and len(before) < 3
    return not (initial or ordinal)


def tells_of_a_plan(words: list[str], start: int, end: int, language: str) -> bool:
    """Whether the clause around ``words[start:end]`` may tell of something ahead: "had agreed to talks in April"."""
    known = tense_words(language)
    for places in (range(start - 1, max(-1, start - 1 - REACH), -1), range(end, min(len(words), end + REACH))):
        for index in places:
            if words[index] in known.boundary or words[index] in ".!?\n":
                break
            apart = _is_implied(words, index + 1, known) or _goes_on_then(words, index, known, language)
            if not apart and (words[index] in known.plans or words[index] in known.infinitive_mark):
                return True
            if index < start and (words[index] in known.perfect_helpers or _is_done(words[index], language)):
                break  # "said 900 people had signed by Monday": what was planned stands after it
    return False


def _is_done(word: str, language: str) -> bool:
    """Whether a verb tells what was done, no auxiliary: "said they met the union on 4 October"."""
    closed = grammar(language)
    helper = word in closed.be or word in closed.have
    done = word_tense(word, language) == "past" or word in tense_words(language).participles
    return not tense_words(language).infinitive_end and not helper and done


def _goes_on_then(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether a form like a noun of what is planned is a verb's: "had been meeting the union", "was seen
    meeting"."""
    before = words[index - 1] if index else ""
    helped = before in grammar(language).be or before in known.participles
    return helped and words[index] in known.plans and words[index].endswith(known.gerund_end)


def is_a_state(words: list[str], start: int, end: int, language: str) -> bool:
    """Whether the clause around ``words[start:end]`` tells of what holds: "ist bis März gesperrt"."""
    known = tense_words(language)
    clause: set[str] = set()
    for places in (range(start - 1, max(-1, start - 1 - REACH), -1), range(end, min(len(words), end + REACH))):
        for index in places:
            if words[index] in known.boundary or words[index] in ".!?\n":
                break
            clause.add(words[index])
    moved = known.perfect_with_be and any(word.endswith(known.perfect_with_be) for word in clause)
    return not clause.isdisjoint(known.weak) and clause.isdisjoint(known.perfect) and not moved


def is_held_until(words: list[str], start: int, language: str) -> bool:
    """Whether the clause before ``words[start]`` tells in the past tense of reported speech what holds: "said the shop
    was closed until May"; none where the mood tells reported speech."""
    known, closed = tense_words(language), grammar(language)
    if known.infinitive_end:
        return False
    for index in range(start - 1, max(-1, start - 1 - REACH), -1):
        if words[index] in '“”"':
            continue  # had his support "until Christmas"
        if words[index] in known.boundary or words[index] in ".!?\n":
            return False
        tense = word_tense(words[index], language)
        if tense == "past" and words[index] in closed.be and _is_quoted(words, index):
            return False  # "He was working until Friday," she said: the past of her own words
        if words[index] in closed.be or words[index] in closed.have:
            done = any(is_participle(word, language) for word in words[index + 1 : start])
            return tense == "past" and (words[index] in closed.be or not done)
        if tense == "past" and words[index - 1 : index] and words[index - 1] not in closed.be | closed.have:
            return False
    return False


def _is_quoted(words: list[str], index: int) -> bool:
    """Whether a quotation is open at ``words[index]``, in its paragraph."""
    quoted = False
    for before in range(index - 1, max(-1, index - 1 - QUOTED), -1):
        if words[before] == "\n":
            break
        quoted ^= words[before] in '“”"'
    return quoted


def _is_perfect_infinitive(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether the form closes an infinitive that looks back: soll gesehen haben, soll gekommen sein, verkauft worden
    sein; but "soll abgeschlossen sein" tells a state to come."""
    before = words[index - 1] if index else ""
    if words[index] in known.perfect_be:
        return before in known.perfect or before.endswith(known.perfect_with_be)
    told = before in known.like_participles or word_tense(before, language) in ("participle", "either")
    return told and words[index] in known.perfect_have


def _modal_before(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether the form is the infinitive of a modal before it, or the participle behind "will have": "will not cut",
    "will have closed"."""
    before = index - 1
    while before > 0 and (words[before] in grammar(language).other_words or words[before] in known.perfect_after):
        before -= 1
    have = not known.perfect_after.isdisjoint(words[before + 1 : index])
    return before >= 0 and words[before] in (known.will if have else known.modals)


def _is_to_be_done(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """Whether an auxiliary before an infinitive tells of what lies ahead: "was to close", "has to leave"; not "had to
    leave", "was to have closed". Where the infinitive stands last in its clause, its mark tells nothing of this."""
    closed, word = grammar(language), words[index]
    if known.infinitive_end or words[index + 1 : index + 2] == [] or words[index + 1] not in known.infinitive_mark:
        return False
    done = words[index + 2 : index + 3] and words[index + 2] in known.perfect_after
    return not done and (word in closed.be or word in known.obliging)


def _closes_perfect(words: list[str], index: int, known: TenseWords, language: str) -> bool:
    """ "entnommen zu haben": the auxiliary of an infinitive that looks back, its participle before the mark."""
    marked = index > 1 and words[index - 1] in known.infinitive_mark
    return marked and word_tense(words[index - 2], language) in ("participle", "either")


def _after_an_insertion(words: list[str], end: int, language: str) -> list[tuple[int, str, str, bool]]:
    """The participle that closes a clause after an insertion: "habe am 3. März, einen Tag später, reagiert"."""
    commas = [index for index in range(end, min(len(words), end + REACH)) if words[index] in (",", ".", "\n")][:2]
    if len(commas) < 2 or words[commas[0]] != "," or words[commas[1]] != "," or commas[0] > end + 1:
        return []
    after = commas[1] + 1
    tense = word_tense(words[after], language) if after < len(words) else ""
    return [(after - end, tense, words[after], False)] if tense in ("participle", "either") else []


def _telling(
    words: list[str], start: int, end: int, known: TenseWords, language: str, *, firm: bool, stop: frozenset[str]
) -> list[tuple[int, str, str, bool]]:
    """Distance, tense, form and whether before, of the telling words around, up to a mark in ``stop`` or the end."""
    found: list[tuple[int, str, str, bool]] = []
    ordinals = bool(known.infinitive_end)  # German: "am 8. August"
    for places in (range(start - 1, max(-1, start - 1 - REACH), -1), range(end, min(len(words), end + REACH))):
        for distance, index in enumerate(places):
            word = words[index]
            if word in stop or _ends_a_sentence(words, index, known):
                break
            following = words[index + 1] if index + 1 < len(words) else ""
            if stop and index >= end and word in known.joining and word_tense(following, language):
                break
            tense = "" if _tells_nothing(words, index, known, language) else word_tense(word, language)
            if index and _is_doubled(words, index - 1, known, language):
                continue
            if _is_doubled(words, index, known, language):
                found.append((distance, "participle", word, index < start))
                continue
            if tense == "either" and index and words[index - 1] in known.infinitive_mark:
                tense = "future"  # ist zu erwarten
            infinitive = ordinals and tense in ("future", "either") and word not in known.future
            infinitive = infinitive and not (tense == "either" and following in known.auxiliary)  # entlassen habe
            if infinitive and word_tense(following, language) == "past":
                continue  # "ausrücken musste": the verb after the infinitive tells
            if (
                tense == "future"
                and following in known.perfect_after
                and word not in known.will
                and not _has_an_object(words, index + 1, language)
            ):
                tense = "past"  # should have come
            if tense == "past" and index and words[index - 1] in known.passive:
                continue  # "is closed", "be released"
            if _is_to_be_done(words, index, known, language):
                tense = "future"  # was to close, has to leave
            elif _is_perfect_infinitive(words, index, known, language):
                tense = "done"
            elif word in known.auxiliary and _closes_perfect(words, index, known, language):
                tense = "past"  # "entnommen zu haben"
            elif (
                tense == "past"
                and index
                and (word not in known.perfect_after or _has_an_object(words, index, language))
                and (words[index - 1] in known.infinitive_mark or _modal_before(words, index, known, language))
            ):
                tense = "future"  # will cut, to put
            if tense and not (firm and word in known.weak):
                found.append((distance, tense, word, index < start))
    return found

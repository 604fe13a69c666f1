"""Whether a form that is a verb of saying and a noun ("claims", "state", "report") is the verb at its place."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.language.lemmas import is_known
from claims.language.quantity_words import words_of
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import Entry, table
from claims.statements.finite_forms import may_be_finite
from claims.statements.mention_words import mention_words

ADJECTIVES = 2  # words between a determiner and its noun
SHORT_SUBJECT = 5  # tokens in which the verb of a subject without article follows
SUBJECT = 8  # words of a subject in which its plural noun is looked for


def is_adverb(analysis: Analysis, index: int) -> bool:
    """Whether the word is an adverb, by its ending or the list."""
    words = clausal_words(analysis.language)
    low = analysis.lower[index]
    ends = low.endswith(words.adverb_endings) and low not in words.no_adverbs
    return low in words.adverbs or (ends and analysis.tokens[index].text[0].islower())


def is_determined(analysis: Analysis, sentence: Sentence, noun: int) -> bool:
    """Whether a determiner or an owner stands before the noun and its adjectives: "a preliminary report"."""
    known = analysis.grammar.closed | table(analysis.language).words
    place = noun - 1
    while place > sentence.start and noun - place <= ADJECTIVES and analysis.tokens[place].text.islower():
        if analysis.lower[place] in known:
            break
        place -= 1
    if place < sentence.start:
        return False
    return analysis.lower[place] in analysis.grammar.determiners or analysis.lower[place].endswith(("'s", "’s"))


def is_nominal(analysis: Analysis, sentence: Sentence, index: int, places: tuple[int, ...]) -> bool:
    """A form that is also a noun ("the claims of", "his report") stands as a noun here; ``places``: its own words."""
    grammar = analysis.grammar
    if index > sentence.start:
        before = analysis.lower[index - 1]
        alone = before in grammar.partitives and analysis.lower[index] not in clausal_words(analysis.language).nouns_too
        if (before in grammar.determiners and not alone) or before in grammar.prepositions - {"to"}:
            return True  # not "another tells"
        noun = (
            analysis.lower[index]
            in clausal_words(analysis.language).nouns_too | table(analysis.language).infinitive.keys()
        )
        if noun and before.endswith(("'s", "’s")):
            return True  # "let's say", not "a spokesman for St Brigid's said"
        doubtful = analysis.lower[index] in clausal_words(analysis.language).nouns_too  # not "to speak put"
        if doubtful and before in table(analysis.language).words and analysis.tokens[index - 1].text[0].islower():
            agree = before.endswith("s") and not analysis.lower[index].endswith("s")  # "court records show"
            # not "the report finds", "the city's report faults"
            return not agree and not is_determined(analysis, sentence, index - 1)
    if index + 1 >= sentence.end or analysis.lower[index + 1] != "of" or index + 1 in places:
        return False
    plain = clausal_words(analysis.language).plainly
    return all(entry.verb not in plain for entry in table(analysis.language).finite.get(analysis.lower[index], ()))


def _plural(analysis: Analysis, index: int) -> bool:
    low = analysis.lower[index]
    plural = low.endswith("s") and not low.endswith(("ss", "'s", "’s", "us", "is"))
    return plural or low.endswith(tuple(clausal_words(analysis.language).plural_nouns))  # "fishermen"


def is_noun_here(analysis: Analysis, sentence: Sentence, entry: Entry, index: int, first: int) -> bool:
    """Whether a form that is a noun as often ("states", "report") is none of a verb here.

    ``first`` is where the verb begins with its adverbs. A verb agrees with the word before it and goes on with what a
    clause or an object begins with; "several battleground states voted" does neither.
    """
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    words = clausal_words(analysis.language)
    if lower[index] not in words.nouns_too:
        return False
    following = lower[index + 1] if index + 1 < sentence.end else ""
    if lower[index].endswith("s") and following in table(analysis.language).finite and not following.endswith("s"):
        return True  # "court records show"
    opening = index - 1 == sentence.start and lower[index - 1].endswith(words.gerund_endings)
    if opening and lower[index] != entry.verb and lower[index].endswith("s"):
        return True  # "Following reports that"
    before = first - 1
    while before > sentence.start and is_adverb(analysis, before):
        before -= 1
    if before < sentence.start:
        return True
    low, named = lower[before], tokens[before].text[0].isupper()
    if before == sentence.start and is_known(lower[before], analysis.language):
        named = False  # "Hospital notes shown to the court"
    if low in grammar.possessives:
        return True  # "its earlier claim"
    if low.endswith("ed") and before > sentence.start and _has_subject(analysis, before):
        return True  # "the strike followed reports that"
    timed = _before_time(analysis, sentence, before)
    if timed < before and lower[timed] in table(analysis.language).finite:
        return True  # "dismissed on Tuesday reports that"
    opens = before == sentence.start and low in words.adverbial_starts and lower[index].endswith("s")
    if opens and lower[index] != entry.verb:
        return True  # "Early reports that"
    if low in grammar.subject_pronouns:
        return False
    if not analysis.is_word(before):
        return _noun_goes_on(analysis, sentence, index)
    plural = _plural(analysis, before)
    joined = before > sentence.start + 1 and "and" in lower[max(sentence.start, before - 4) : before]
    if lower[index] == entry.verb and not joined:
        border = before
        while border > max(sentence.start, before - SUBJECT) and analysis.is_word(border - 1):
            border -= 1
        if not any(_plural(analysis, place) for place in range(border, before + 1)):
            return True
        if plural and not any(lower[place] in grammar.determiners for place in range(border, before)):
            return False  # "researchers report"
    if lower[index] != entry.verb and plural and not named and low not in words.plural_nouns:
        return True
    after = index + 1
    while after < sentence.end and is_adverb(analysis, after):
        after += 1
    goes_on = after + 1 < sentence.end and tokens[after].text == "," and may_be_finite(analysis, after + 1, after)
    if after >= sentence.end or tokens[after].text in (".", "!", "?") or goes_on:  # "it, the firm notes, was made"
        return not (named or _sets_off(analysis, sentence, before))
    follow = lower[after]
    if follow in grammar.auxiliaries or follow in grammar.finite or (follow.endswith("ed") and analysis.is_word(after)):
        return True
    goes_on = (
        analysis.inside[after] >= 0
        or follow in words.complementisers | grammar.determiners | grammar.subject_pronouns | grammar.object_pronouns
        or is_figure(analysis, after)
        or tokens[after].text[0].isupper()
        or tokens[after].text == ":"
        or follow == grammar.infinitive_marker
    )
    return not (goes_on or named)


def _has_subject(analysis: Analysis, verb: int) -> bool:
    """A word that can be the noun before a past form: "the strike | followed", not "the | accused"."""
    before = analysis.lower[verb - 1]
    return analysis.is_word(verb - 1) and before not in analysis.grammar.closed and not before.endswith(("'s", "’s"))


def _before_time(analysis: Analysis, sentence: Sentence, place: int) -> int:
    """What stands before a phrase of time that ends at ``place``; ``place`` where there is none."""
    at = place
    while at > sentence.start and analysis.lower[at] in mention_words(analysis.language).time_words:
        at -= 1
    led = analysis.lower[at] in clausal_words(analysis.language).adverbial_prepositions
    return max(at - led, sentence.start) if at < place else place


def is_figure(analysis: Analysis, index: int) -> bool:
    """Whether a number stands there, in digits or as a word from two on."""
    token = analysis.tokens[index]
    return token.kind == "number" or int(float(words_of(analysis.language).of["card"].get(token.lower, 0))) >= 2


def describes(analysis: Analysis, index: int) -> bool:
    """ "the union's repeated warnings", "an agreed statement": a participle between an article and the noun."""
    nouns = clausal_words(analysis.language).speech_nouns
    articles = analysis.grammar.determiners - analysis.grammar.demonstratives - analysis.grammar.partitives
    owner = index > 0 and (analysis.lower[index - 1].endswith(("'s", "’s")) or analysis.lower[index - 1] in articles)
    return owner and index + 1 < len(analysis.lower) and analysis.lower[index + 1] in nouns


def describes_noun(analysis: Analysis, index: int) -> bool:
    """ "Gave opposing accounts": behind another word, right before a word for what is said, which it tells more of."""
    nouns = clausal_words(analysis.language).speech_nouns
    after = index + 1
    if not analysis.is_word(index - 1) or after >= len(analysis.lower):
        return False
    return analysis.lower[after] in nouns or analysis.lower[after].removesuffix("s") in nouns


def _sets_off(analysis: Analysis, sentence: Sentence, noun: int) -> bool:
    """ "…, the paper reports", "…, something the paper reports": a comma, a mark or a word for what was said stands
    with a determiner before the noun and its adjectives."""
    words = clausal_words(analysis.language)
    opening = words.standing_tails | words.speech_nouns.keys() | analysis.grammar.relatives
    place = noun
    while (
        place > sentence.start
        and noun - place <= ADJECTIVES
        and analysis.lower[place] not in analysis.grammar.determiners
    ):
        place -= 1
    determined = analysis.lower[place] in analysis.grammar.determiners
    if not determined or place <= sentence.start:
        return False
    return not analysis.is_word(place - 1) or analysis.lower[place - 1] in opening


def _noun_goes_on(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """ "…, state media reported": small words and a verb follow, no subject that a verb before it could have."""
    grammar, tokens = analysis.grammar, analysis.tokens
    for place in range(index + 1, min(sentence.end, index + SHORT_SUBJECT)):
        low = analysis.lower[place]
        if not analysis.is_word(place) or tokens[place].text[0].isupper() or low in grammar.closed:
            return low in grammar.auxiliaries
        if low in table(analysis.language).finite:
            return True
    return False

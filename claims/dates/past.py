"""Whether a claim tells of what happened, of how things are or of what is ahead."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.dates.habits import comes_again
from claims.dates.occasions import ANSWERS
from claims.dates.words import FORM, saying_words
from claims.language.grammar import grammar
from claims.language.tense import looks_back, names_a_plan
from claims.language.word_tense import is_participle, tense_words, word_tense
from claims.models import Article, QuoteType, Statement

LONGEST_CLAIM = 1000  # characters looked at for the tense
_NOT = re.compile(r"n['’]t$")


def verb_last(article: Article) -> bool:
    """Whether a clause of the language may end in its verb, so that one after a time tells nothing."""
    return bool(grammar(article.language).mood_ending)


def speaks_of_the_past(article: Article, statement: Statement) -> bool:
    """Whether the finite verbs of the claim are past and none looks ahead."""
    words = FORM.findall(statement.claim[:LONGEST_CLAIM])
    if _gauges(article, statement):
        return True
    cue = statement.cue_span
    own = cue is not None and any(span.start <= cue.start < span.end for span in statement.claim_spans)
    if statement.quote_type is QuoteType.REPORTED or own:
        # the act's own verb is past, what it is about need not be: "nannte die Summe zu hoch"; but "zählte Gäste"
        act = set(FORM.findall(statement.cue)) - saying_words(article.language).measures
        words = [word for word in words if word not in act]
    return looks_back(words, article.language) or (
        verb_last(article)
        and not names_a_plan(words, article.language)
        and looks_back(main_clause(article, statement), article.language)
    )


def was_done_then(article: Article, statement: Statement) -> bool:
    """Whether a claim with an hour tells what was done: "In der Nacht sei Glut aufgeflammt"; a state has no hour."""
    words = FORM.findall(statement.claim[:LONGEST_CLAIM])
    return looks_back(words, article.language, states=False)


def looks_ahead(article: Article, statement: Statement) -> bool:
    """Whether the second word of a claim is a modal verb: "This will be the last one"."""
    words = FORM.findall(statement.claim[:LONGEST_CLAIM])
    return len(words) > 1 and words[1] in tense_words(article.language).modals


def plans(article: Article, statement: Statement) -> bool:
    """Whether a word of the claim looks ahead: "Am Abend wollen sie der Toten gedenken"."""
    words = FORM.findall(statement.claim[:LONGEST_CLAIM])
    return not (tense_words(article.language).future & grammar(article.language).modals).isdisjoint(words)


def main_clause(article: Article, statement: Statement, *, contents: bool = False) -> list[str]:
    """The words before the first clause that a comma and its opener part from the claim: "Man habe geschlossen, weil
    sich das nicht rechne"; none where the claim begins with such a clause. With ``contents`` also before what was told
    in it: "was told that he would go"."""
    known = grammar(article.language)
    openers = known.subordinators | known.relatives
    that, content = saying_words(article.language).demonstratives, known.subject_pronouns | known.determiners
    claim = statement.claim[:LONGEST_CLAIM]
    for comma in re.finditer(r"(,?)\s+([^\W\d_]+)(?=(?:\s+([^\W\d_]+))?)", claim):
        told = contents and comma.group(2) in that and comma.group(3) in content
        if told or (comma.group(1) and comma.group(2) in openers):
            words = FORM.findall(claim[: comma.start()])
            return words if words and words[0].lower() not in openers else []
    return []


def _gauges(article: Article, statement: Statement) -> bool:
    """Whether the act says how many or when it was: "put the crowd at 3,000", "sprach von 3000 Menschen"."""
    counts = any(sign.isdigit() for sign in statement.claim)
    return counts and not saying_words(article.language).gauges.isdisjoint(FORM.findall(statement.cue))


def is_a_bare_answer(statement: Statement) -> bool:
    """Whether the claim is the act of an answer itself: "rejected calls to resign"."""
    first = FORM.search(statement.claim)
    return statement.stance in ANSWERS and first is not None and first.group() in FORM.findall(statement.cue)


def holds_for_long(article: Article, statement: Statement) -> bool:
    """Whether a claim tells what has long been so or was so again and again: the line had been out for months."""
    words, known = FORM.findall(statement.claim[:LONGEST_CLAIM]), grammar(article.language)
    if words and words[0].lower() in saying_words(article.language).when:
        return False  # "Als wir ankamen, war er schon tot": at that time
    light, prepositions = saying_words(article.language).light, known.prepositions | known.contracted
    of_then = not saying_words(article.language).by_then.isdisjoint(words)
    # "schon im Aufwärmen", "30 Jahre alt": of a phrase, not of the claim; "already gone when we came"
    kept = [
        word
        for word, after in pairwise([*words, ""])
        if (word.capitalize() not in light or not (of_then or after in prepositions))
        and after not in saying_words(article.language).age
    ]
    lasts = not saying_words(article.language).standing.isdisjoint(kept)
    return lasts or comes_again(statement.claim[:LONGEST_CLAIM], article.language)


def tells_what_happened(article: Article, statement: Statement) -> bool:
    """Whether a past claim tells what happened, and not how things are.

    In English reported speech "were" and "knew" stand for the present; "had" and "was" tell with a participle.
    """
    words, known = FORM.findall(statement.claim[:LONGEST_CLAIM]), saying_words(article.language)
    if not known.states or statement.quote_type is QuoteType.DIRECT or _gauges(article, statement):
        return True
    for word, after in pairwise([*(_NOT.sub("", word) for word in words), ""]):
        if word_tense(word, article.language) == "past":
            helper = word in grammar(article.language).have | grammar(article.language).be
            return word not in known.states or (helper and is_participle(after, article.language))
    return False


def is_of_now(article: Article, statement: Statement) -> bool:
    """Whether a past form of reported speech stands for the present.

    "said he was leaving": of the speaker's own plans; "warnte, im Tal brüteten drei Paare": a weak plural whose mood
    and past are one form, without an auxiliary that would tell the past.
    """
    if statement.quote_type not in (QuoteType.INDIRECT, QuoteType.REPORTED):
        return False
    words, known = FORM.findall(statement.claim[:LONGEST_CLAIM]), saying_words(article.language)
    if not verb_last(article):
        going = len(words) > 2 and words[1] in grammar(article.language).be and words[2].endswith(known.gerund_end)
        return going and words[0] in known.third_persons and known.when.isdisjoint(words)
    cue = statement.cue_span
    if cue is None:
        return False
    clause = "," in article.text[cue.end : max(cue.end + 1, statement.claim_spans[0].start)]
    act = FORM.findall(statement.cue)
    past = [word for word in words if word_tense(word, article.language) in ("past", "participle") and word not in act]
    return clause and bool(past) and all(word.endswith(known.mood_or_past) for word in past)


def may_be_ahead(article: Article, statement: Statement) -> bool:
    """Whether a claim in the past tense tells of a decision, whose matter may lie ahead: "sei beschlossen"."""
    return names_a_plan(FORM.findall(statement.claim[:LONGEST_CLAIM]), article.language)

"""Facts of single words that no concept covers: a verb or an adjective turned round, a thing said not to be there."""

from __future__ import annotations

from dataclasses import replace

from claims.conflicts.doing import as_verb
from claims.conflicts.existence import CLOSE, negated_itself, took_place, unknown, whose
from claims.conflicts.fact import NEGATIVE, POSITIVE, Fact, Ground
from claims.conflicts.facts import in_passing, stopped
from claims.conflicts.reported import told_as_done
from claims.conflicts.side import Side
from claims.topics.frame import Frame, Mention, mention_at
from claims.topics.lexicon import Sense, lexicon
from claims.topics.scope import describes, hits
from claims.topics.words import stem

WORD = 0.92  # weight of a word that no concept covers
UNREAL = 0.5  # weight of a verb that tells what is to be done
ARGUMENT = 0.5  # weight of a thing in a denied clause whose verb is what is denied
BESIDE = 0.75  # weight of a thing that a claim says something else of
UNKNOWN = 0.9  # weight of a thing that a speaker only says he knows nothing of
CURRENCIES = frozenset({"EUR", "USD", "GBP", "CHF"})


def plain_facts(side: Side, taken: frozenset[int]) -> tuple[Fact, ...]:
    """Facts of single words that no concept covers: a verb or adjective turned round, a thing said not to exist."""
    found = side.frame
    out: list[Fact] = []
    predicated = {found.words[m.index].clause for m in found.mentions if m.group == "axis"}
    counted = [quantity.span for quantity in side.quantities]
    objects = {mention.index: mention for mention in found.mentions if mention.group in ("object", "term")}
    out += _paid(side)
    # "the sale was examined" does not say that anything was sold
    weighed = {found.words[place].clause for place in hits(found.words, "weighed", lexicon(found.language))}
    verbal = set(predicated)
    if found.language == "de":
        verbal |= {found.words[n].clause for n in found.lemmas.values() if found.words[n].text[:1].islower()}
    for lemma, index in found.lemmas.items():
        if index in taken:
            continue
        word = found.words[index]
        if (
            describes(found.words, index)
            or stopped(found, index)
            or in_passing(found, index)
            or _countered(found, index)
            or word.text[:1].isdigit()
            or any(span.start <= word.start < span.end for span in counted)
        ):
            continue
        denied = word.clause <= found.denied
        mention = objects.get(index) or _mention(found, lemma, index)
        noun = word.text[:1].isupper() if found.language == "de" else index in objects
        axis = f"thing:{mention.name}" if index in objects else f"word:{stem(lemma, found.language)}"
        if not mention.negative:
            beside = noun and word.clause in predicated
            unreal = _infinitive(found, index) or (noun and word.clause in weighed)
            weight = UNREAL if unreal else BESIDE if beside and not named_as_cause(found, index) else WORD
            out.append(Fact(axis, POSITIVE, mention, Ground.SAID, weight))
            done = took_place(found, index) or told_as_done(side, index)
            if (noun or _determined(found, index)) and done:
                told = as_verb(found.language, lemma, axis, there=True)
                out += [Fact(other, open_, mention, Ground.IMPLIED, WORD) for other, open_ in told]
        elif denied or (
            _directly(found, index) or (_determined(found, index) and negated_itself(found, index))
            if not noun
            else negated_itself(found, index) or (index in found.scope.denied and not _owner(found, index))
        ):
            if (
                noun
                and (denied or index in found.scope.denied)
                and word.lower in lexicon(found.language).polarity.refer
            ):
                continue  # "dismissed the report": of what it tells, not that there is one
            if noun and index in found.scope.label and _attribute(found, index):
                continue  # "called reports of an illness of the president a fairy tale"
            if noun and not denied and whose(found, index):
                continue  # no check of the plant denies no plant
            ground = Ground.LABELLED if index in found.scope.label else Ground.SAID
            argument = noun and denied and word.clause in verbal
            weight = ARGUMENT if argument else UNKNOWN if unknown(found, index) else WORD
            out.append(Fact(axis, NEGATIVE, mention, ground, weight))
            if (noun or _determined(found, index)) and not argument:
                out += [
                    Fact(other, open_, mention, ground, weight) for other, open_ in as_verb(found.language, lemma, axis)
                ]
    return tuple(out)


def _determined(found: Frame, index: int) -> bool:
    """English: an article before it makes the word a noun."""
    before = found.words[index - 1] if index else None
    return found.language == "en" and before is not None and before.lower in lexicon("en").function.determiners


def named_as_cause(found: Frame, index: int) -> bool:
    """The clause of the word says what was the cause of something: "Auslöser war ein Akku"."""
    causes, clause = lexicon(found.language).causes, found.words[index].clause
    return any(word.clause == clause and word.lemma in {*causes.nouns, *causes.verbs} for word in found.words)


def _mention(found: Frame, lemma: str, index: int) -> Mention:
    """The word as one that is only what it says; said not to exist it is negated, not denied."""
    sense, turned = Sense("object", lemma, 1), found.scope.negative(index)
    mention = mention_at(found.words, found.scope, index, sense, reach=found.denied, turned=turned)
    return replace(mention, denied=found.words[index].clause <= found.denied)


def _owner(found: Frame, index: int) -> bool:
    """ "Contradicted the account of the company": whose words they are is not what is denied."""
    if index < 2:
        return False
    tables = lexicon(found.language)
    said = found.words[index - 2].lower in tables.polarity.refer and len(found.words[index - 2].lower) > 3
    return said and found.words[index - 1].lower in tables.function.determiners


def _countered(found: Frame, index: int) -> bool:
    """ "Widerspricht der Bahn": whom or what he contradicts is there."""
    by = found.scope.denied.get(index, -1)
    countering = lexicon(found.language).polarity.countering
    return by >= 0 and found.words[by].lemma in countering and found.words[by].clause == found.words[index].clause


def _attribute(found: Frame, index: int) -> bool:
    """The noun stands in the genitive behind another: "eine Krankheit des Präsidenten", "an illness of the king"."""
    tables, before = lexicon(found.language), found.words[max(0, index - 2) : index]
    if len(before) < 2 or any(word.clause != found.words[index].clause for word in before):
        return False
    if found.language == "en":
        return before[1].lower == "of" or (before[0].lower == "of" and before[1].lower in tables.function.determiners)
    return before[1].lower in tables.function.determiners and before[0].text[:1].isupper()


def _paid(side: Side) -> list[Fact]:
    """A sum is money: "received 300,000 euros" against "no money was paid"."""
    found = side.frame
    for quantity in side.quantities:
        places = [n for n, word in enumerate(found.words) if quantity.span.start <= word.start < quantity.span.end]
        if quantity.unit in CURRENCIES and places and not found.scope.negative(places[0]):
            return [Fact("thing:money", POSITIVE, Mention("object", "money", 1, places[0], False), Ground.SAID, WORD)]
    return []


def _directly(found: Frame, index: int) -> bool:
    """The negation is one of this very verb or adjective and not of the whole clause around it."""
    if found.language == "de" or index in found.scope.denied:
        return True
    stop = lexicon(found.language).stop
    negator = found.scope.by.get(index, index)
    if negator > index:  # "confirmed nothing of the kind"
        return found.words[negator].lower in lexicon(found.language).polarity.back and negator <= index + CLOSE
    return negator < index and all(
        word.lemma in stop or word.lower in stop or word.lower.endswith("ly")
        for word in found.words[negator + 1 : index]
    )


def _infinitive(found: Frame, index: int) -> bool:
    """What is only to be done: an infinitive with "to", a German clause with "zu"."""
    word = found.words[index]
    to = lexicon(found.language).function.to
    if found.language == "de":
        return word.lower == word.lemma and index > 0 and found.words[index - 1].lower in to
    return index > 0 and found.words[index - 1].lower in to

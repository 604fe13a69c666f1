"""What a claim holds to be so, as facts on axes that can exclude each other.

The stages of an event's life are read in :mod:`claims.conflicts.life_cycle`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.conflicts.doing import as_verb
from claims.conflicts.existence import beside_none, negated_itself, says_existence, took_place
from claims.conflicts.fact import NEGATIVE, NOT_NEGATIVE, NOT_POSITIVE, POSITIVE, WEIGHTS, Fact, Ground, ground_of
from claims.conflicts.families import deeds
from claims.conflicts.instances import CLASSES, covered
from claims.conflicts.life_cycle import kept_day, of_status
from claims.conflicts.nouns import GOVERNED, clause_of, gives_cause
from claims.conflicts.reported import told_as_done
from claims.conflicts.side import Side, before_phrase
from claims.models import Stance
from claims.topics.frame import Frame, Mention
from claims.topics.lexicon import lexicon
from claims.topics.scope import hits
from claims.topics.similarity import BILATERAL

HAPPENINGS = BILATERAL - {"deal"} | {  # what takes place on a day
    *("election", "referendum", "vote", "trial", "match", "final_match", "race", "concert", "conference", "ceremony"),
    *("strike", "protest", "launch", "rocket_launch", "operation", "exhibition", "auction", "wedding", "funeral"),
}
AGREED_UPON = BILATERAL | {"merger", "takeover", "sale", "purchase", "transfer", "ceasefire", "peace", "investment"}
OF_A_FAMILY = 0.9  # of a deed that is told or denied by another word of its family
ANEW = "dated anew"  # axis of a date that takes the place of an earlier one
OF_A_STAGE = 0.5  # of what only describes a stage that is called untrue
_GOING_ON = frozenset({"discuss", "begin", "resume", "hold"})


def facts(side: Side) -> tuple[Fact, ...]:
    """The facts of a side, in the order of its words."""
    found = side.frame
    out: list[Fact] = []
    statuses = [
        mention
        for mention in found.mentions
        if mention.group == "status"
        and not side.timed(mention.index)
        and not _tells_itself(side, mention)
        and not document(found, mention)
        and not _forgoes(found, mention.index)
    ]
    if (kept := kept_day(side)) is not None:
        statuses.append(kept)
    for mention in statuses:
        done = told_as_done(side, mention.index)
        out += [fact for fact in of_status(found, mention, done=done) if not _takes_one(side, fact)]
    date = next((m for m in found.mentions if m.name == "date" and m.group == "object"), None)
    if date is not None and not any(fact.axis == "dated" and fact.ground == Ground.SAID for fact in out):
        if date.negative and not _of_another_verb(found, date):
            out.append(Fact("dated", NEGATIVE, date, ground_of(date)))
        elif not date.negative and (found.confirm >= 0 or side.statement.stance == Stance.CONFIRMS):
            out.append(Fact("dated", POSITIVE, date, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]))
    if any(fact.axis in ("agreed", "dated") and fact.open == NEGATIVE and fact.ground == Ground.SAID for fact in out):
        out = [fact for fact in out if not _unreal(fact)]
    if date is not None and date.index - 1 in found.scope.listed.get("replacing", ()):
        out = [replace(fact, axis=ANEW) if fact.axis == "dated" else fact for fact in out]
    out += _none_of_it(found)
    axes = lexicon(found.language).axes
    for mention in found.mentions:
        if in_passing(found, mention.index):
            continue
        if mention.negative and _why_not(side, mention):
            mention = replace(mention, negative=False)
        if mention.group == "axis":
            if (
                _tells_itself(side, mention)
                or _rejects_words(side, mention)
                or _attribute(found, mention.index)
                or stopped(found, mention.index)
                or beside_none(found, mention.index)
            ):
                continue
            if _told_of(found, mention.index) or _forgoes(found, mention.index):
                continue
            between = axes[mention.name].between
            weight = OF_A_STAGE if mention.label and _tells_a_stage(found, mention, statuses) else 1.0
            out.append(Fact(f"axis:{mention.name}", _open(mention, between), mention, ground_of(mention), weight))
            if mention.name == "sign" and mention.sign > 0 and not mention.wished and "deal" in found.events:
                out.append(Fact("agreed", POSITIVE, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]))
        elif mention.group == "event":
            out += _of_event(side, mention, statuses)
            out += _to_come(side, mention, statuses)
    out += [
        Fact(f"class:{axis}", POSITIVE, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED])
        for axis, mention in covered(found)
        if not stopped(found, mention.index) and not _forgoes(found, mention.index)
    ]
    return tuple(out)


def _why_not(side: Side, mention: Mention) -> bool:
    """ "Because of an injury he did not play": what it was because of is not denied."""
    negator = side.frame.scope.by.get(mention.index, -1)
    return negator > mention.index and not mention.denied and gives_cause(side, mention.index)


def _tells_a_stage(found: Frame, mention: Mention, statuses: list[Mention]) -> bool:
    """ "Called it a rumour that the summit was put off indefinitely": what is untrue is the stage."""
    word = found.words[mention.index]
    verb = word.lemma.endswith("n") and word.text[:1].islower() if found.language == "de" else word.lower != word.lemma
    return not verb and any(found.words[other.index].clause == word.clause for other in statuses)


def _unreal(fact: Fact) -> bool:
    """What was not agreed cannot be put off: "a date that one could postpone has never been set"."""
    return fact.ground == Ground.PRESUPPOSED or (
        fact.open == POSITIVE and (fact.mention.conditional or fact.mention.hedged)
    )


def _of_another_verb(found: Frame, date: Mention) -> bool:
    """ "Denied having confirmed the date in writing": what is denied is done with the date, which there may be."""
    inside = clause_of(found.words, date.index)
    stages = any(m.group == "status" and m.index in inside for m in found.mentions)
    there = lexicon(found.language).function.existential
    return date.denied and not stages and not any(found.words[n].lemma in there for n in inside)


def _tells_itself(side: Side, mention: Mention) -> bool:
    """ "Spricht von fünf Booten": the speaker's own telling is no talks."""
    cue, word = side.statement.cue_span, side.frame.words[mention.index]
    return mention.name in ("discuss", "spoke") and cue is not None and cue.start <= word.start < cue.end


def _rejects_words(side: Side, mention: Mention) -> bool:
    """ "Hat Berichte über Gespräche zurückgewiesen": what others say is rejected, and no plan or request."""
    cue, words = side.statement.cue_span, side.frame.words
    word, told = words[mention.index], lexicon(side.frame.language).polarity.rejected
    inside = side.statement.stance == Stance.DENIES and cue is not None and cue.start <= word.start < cue.end
    return inside and any(other.lemma.lower() in told for other in words if other.clause == word.clause)


def document(found: Frame, mention: Mention) -> bool:
    """ "The plan was submitted in May": a paper, and no stage of what is planned."""
    word, handing = found.words[mention.index], lexicon(found.language).function.handing
    noun = word.text[:1].isupper() if found.language == "de" else word.lower in (mention.name, f"{mention.name}s")
    return mention.name == "plan" and noun and any(w.lemma in handing for w in found.words if w.clause == word.clause)


def of_classes(found: Iterable[Fact]) -> Iterator[Fact]:
    """What is denied of a whole class of things by a denial of its general word."""
    for fact in found:
        kind = CLASSES.get(fact.axis)
        if kind is not None and fact.open == NEGATIVE and (fact.mention.never or not kind.never):
            yield replace(fact, axis=f"class:{fact.axis}")


def of_families(side: Side) -> Iterator[Fact]:
    """What is told or denied of whole families of doing."""
    for name, told in deeds(side):
        yield Fact(f"class:deed:{name}", NEGATIVE if told.negative else POSITIVE, told, Ground.IMPLIED, OF_A_FAMILY)


def _takes_one(side: Side, fact: Fact) -> bool:
    """ "180 flights were cancelled" takes no agreement for granted: nothing is named that two agree upon."""
    if fact.axis != "agreed" or fact.ground != Ground.PRESUPPOSED:
        return False
    named = side.events or any(mention.group == "object" for mention in side.frame.mentions)
    return bool(named) and not side.events & BILATERAL


def _to_come(side: Side, mention: Mention, statuses: list[Mention]) -> list[Fact]:
    """An event with a day ahead of the one on which it was said stands: neither put off nor called off, and agreed
    upon where it takes two."""
    found = side.frame
    clause = found.words[mention.index].clause
    unsure = mention.negative or mention.wished or mention.hedged or mention.conditional
    unsure = unsure or gives_cause(side, mention.index)
    if mention.name not in HAPPENINGS or unsure or any(found.words[s.index].clause == clause for s in statuses):
        return []
    ahead = any(
        side.day and "/" not in dated.value and dated.value > side.day and found.words[n].clause == clause
        for dated in side.dates
        for n, word in enumerate(found.words)
        if dated.span.start <= word.start < dated.span.end
    )
    axes = [("cancelled", NEGATIVE), ("postponed", NEGATIVE)]
    if mention.name in BILATERAL:
        axes += [("agreed", POSITIVE), ("planned", POSITIVE)]
    return (
        [Fact(axis, open_, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]) for axis, open_ in axes] if ahead else []
    )


def _none_of_it(found: Frame) -> list[Fact]:
    """ "We did not break the truce, for there was none": what was named before is denied to be there."""
    tables = lexicon(found.language)
    for index, word in enumerate(found.words):
        after = found.words[index + 1 : index + 2]
        closing = not after or after[0].clause != word.clause
        if word.lower not in tables.function.none or not closing or not says_existence(found, index, tables):
            continue
        named = [m for m in found.mentions if m.group in ("event", "object") and m.index < index]
        if named:
            last = named[-1]
            axis = f"event:{last.name}" if last.group == "event" else f"thing:{last.name}"
            return [Fact(axis, NEGATIVE, replace(last, negative=True), Ground.SAID)]
    return []


def _open(mention: Mention, between: bool) -> frozenset[int]:
    if not between:
        return POSITIVE if mention.sign > 0 else NEGATIVE
    if mention.negative:
        return NOT_POSITIVE if mention.pole > 0 else NOT_NEGATIVE
    return POSITIVE if mention.pole > 0 else NEGATIVE


def _attribute(found: Frame, index: int) -> bool:
    """German "steigende Kosten": a present participle before its noun asserts nothing."""
    word = found.words[index]
    follows = found.words[index + 1] if index + 1 < len(found.words) else None
    if found.language != "de" or follows is None or follows.clause != word.clause or not follows.text[:1].isupper():
        return False
    return word.text[:1].islower() and word.lower.rstrip("rnsm").endswith("ende")


def _forgoes(found: Frame, index: int) -> bool:
    """ "Failed to check the plant": that nothing was checked, and not that anything failed; who refused refused."""
    forgone = index in found.scope.listed.get("forgoing", ()) and index in found.scope.by.values()
    return forgone and found.words[index].lemma not in lexicon(found.language).polarity.refuse


def _told_of(found: Frame, index: int) -> bool:
    """ "Was not informed about the closure", "über die Sperrung nicht informiert": what one is told of is no claim."""
    words, over = found.words, lexicon(found.language).polarity.over
    here = words[index].clause
    governed = any(word.lower in over and word.clause == here for word in words[max(0, index - GOVERNED) : index])
    return governed and any(words[n].clause == here and n != index for n in found.scope.listed.get("telling", ()))


def in_passing(found: Frame, index: int) -> bool:
    """ "Denied that he was to follow after the election": what a preposition governs in a denied clause is not denied,
    but for "of": "denied the use of tear gas"."""
    words, tables = found.words, lexicon(found.language)
    noun = words[index].text[:1].isupper() if found.language == "de" else words[index].kind == "word"
    if not noun or words[index].clause > found.denied:
        return False
    at = before_phrase(found, index)
    if at <= 0 or words[at].clause != words[index].clause or words[at].lower not in tables.function.bound:
        return False
    return words[at].lower not in {*tables.function.to, *tables.polarity.by, *tables.polarity.over}


def stopped(found: Frame, index: int) -> bool:
    """ "Stops the sale", "stopped selling", "stop work": neither says that it goes on nor that there was none."""
    word = found.words[index]
    ended = [m for m in found.mentions if m.name == "start" and m.sign < 0 and m.index != index]
    doing = word.text[:1].isupper() if found.language == "de" else word.lower.endswith("ing")
    doing = doing or (found.language == "en" and any(before_phrase(found, index) == m.index for m in ended))
    event = any(m.index == index and m.group == "event" for m in found.mentions)
    return (doing or event) and any(found.words[m.index].clause == word.clause for m in ended)


def _inflected(found: Frame, index: int) -> bool:
    """English: a form of a verb that tells that something happened; "the meeting" and "strikes" name it."""
    word, tables = found.words[index], lexicon(found.language)
    if word.lower == word.lemma or word.lower.endswith("s"):
        return False
    before = found.words[index - 1].lemma if index else ""
    return not word.lower.endswith("ing") or before in tables.function.copula


def _of_event(side: Side, mention: Mention, statuses: list[Mention]) -> list[Fact]:
    found = side.frame
    word = found.words[mention.index]
    beside = [s for s in statuses if found.words[s.index].clause == word.clause and s.index != mention.index]
    if mention.negative and all(status.negative and status.name == "hold" for status in beside):
        beside = []  # "no exchange took place": nothing was exchanged
    if any(status.negative or status.name not in _GOING_ON for status in beside):
        return []
    if stopped(found, mention.index):
        return []
    verbal = word.text[:1].islower() if found.language == "de" else word.lower != word.lemma
    argument = any(
        other.group == "axis"
        and other.index != mention.index
        and found.words[other.index].clause == word.clause
        and not _tells_itself(side, other)
        for other in found.mentions
    )
    if mention.negative:
        done = argument and found.scope.denied.get(mention.index, -1) < 0  # the denial stands outside the claim
        before = found.words[mention.index - 1].lower if mention.index else ""
        named = not verbal or before in lexicon(found.language).function.determiners
        if mention.denied and done and named:
            return []  # "denied that it had left the talks": what is denied is done with them
        if any(found.words[n].clause == word.clause for n in hits(found.words, "comparing", lexicon(found.language))):
            return []  # "not offered a penny more than in May" denies the degree
        directly = mention.denied or (verbal and found.language == "de") or negated_itself(found, mention.index)
        out = [Fact(f"event:{mention.name}", NEGATIVE, mention, ground_of(mention), 1.0)] if directly else []
        negator = found.scope.by.get(mention.index, -1)
        if out and not mention.denied and not (verbal and (found.language == "de" or _inflected(found, mention.index))):
            ground, axes = ground_of(mention), as_verb(found.language, word.lemma, out[0].axis)
            out += [Fact(axis, open_, mention, ground) for axis, open_ in axes]
        there = mention.name == "deal" and negator >= 0 and says_existence(found, negator, lexicon(found.language))
        if out and (there or (mention.denied and mention.name in AGREED_UPON)) and not mention.never:
            # "there is no deal", "denied reports of a merger": nothing was agreed
            out.append(Fact("agreed", NEGATIVE, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]))
        return out
    done = not verbal and told_as_done(side, mention.index)
    weight = 1.0 if verbal or (done and mention.name not in HAPPENINGS) else 0.55 if argument else 0.8
    out = [Fact(f"event:{mention.name}", POSITIVE, mention, Ground.SAID, weight)]
    if done and mention.name == "deal":
        out.append(Fact("agreed", POSITIVE, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]))
    happened = verbal and (found.language == "de" or _inflected(found, mention.index))
    if done or (not verbal and took_place(found, mention.index)):
        axes = as_verb(found.language, word.lemma, out[0].axis, there=True)
        out += [Fact(axis, open_, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]) for axis, open_ in axes]
    if happened and mention.name in HAPPENINGS and not (mention.wished or mention.conditional or mention.hedged):
        out.append(Fact("held", POSITIVE, mention, Ground.IMPLIED, WEIGHTS[Ground.IMPLIED]))
    return out

"""Which statement another one answers: "dementierte diese Information", "confirmed the figure".

A claim that refers back without content of its own answers the statement before it in its article; one that names
whose words it means answers that speaker's nearest statement; one with content answers the nearest earlier statement
that shares it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from claims.language.lemmas import lemma
from claims.models import SegmentKind, SpeakerKind, Stance, Statement
from claims.topics.context import BARE, Surroundings
from claims.topics.contrast import one_side
from claims.topics.discourse import attribution, same_speaker, side_of
from claims.topics.frame import Frame
from claims.topics.lexicon import lexicon
from claims.topics.referring import (
    CONTENT,
    brings_none,
    matter_of,
    mere_denial,
    named_owners,
    names,
    no_such,
    of_a_thing,
    of_any,
    only_refers,
    owning_nouns,
    points_back,
    says_of_what,
    this_report,
    whose_words,
    word_of,
)
from claims.topics.retorts import words_of
from claims.topics.scope import SHORT
from claims.topics.words import stem

SHORTEST_BODY = 5  # letters of a noun that may be the first part of an office ("Polizeisprecherin")
OCCASION = 3  # days within which one answers what another article reports
REACH = 4  # statements back, and forward for a named speaker
FURTHER = 8  # statements back to what one says right behind one's answer
EARLY = 3  # words before which a denying word of the claim governs it
NEAREST = 2  # statements back that a mere reference reaches
RIGHT_AFTER = 60  # characters between an act and what its speaker says to it
BRIEF = 3  # words of a claim that is nothing but a no
FEW_WORDS = 4  # content words of a denial that says of one thing that it was not so, its verb among them
SHARED = 0.5  # share of the matter that a denial with content must have in common with what it answers
_ANSWERING = frozenset({Stance.DENIES, Stance.CONFIRMS, Stance.DOUBTS})


def answers(statements: Sequence[Statement], around: Surroundings = BARE) -> dict[str, str]:
    """Statement id → id of the statement that it answers, for statements that answer one."""
    by_article: dict[str, list[Statement]] = {}
    for statement in statements:
        by_article.setdefault(statement.article_id, []).append(statement)
    out: dict[str, str] = {}
    for group in by_article.values():
        group.sort(key=lambda item: (item.char_start, item.char_end, item.id))
        for index, item in enumerate(group):
            found = _answered(group, index, out, around) or _carried(group, index, out, around)
            if found:
                out[item.id] = found
    return out


def _carried(group: Sequence[Statement], index: int, done: Mapping[str, str], around: Surroundings) -> str:
    """What follows an act of denying or labelling answers the same: "disputed the figure: it was worth 4 percent"."""
    item = group[index]
    if index == 0 or item.stance != Stance.ASSERTS:
        return ""
    before = group[index - 1]
    target = done.get(before.id, "")
    act = target and before.stance != Stance.CONFIRMS and sum(matter_of(around.frame(before)).values()) < CONTENT
    return target if act and _goes_on(before, item) and target != item.id else ""


def _goes_on(before: Statement, item: Statement) -> bool:
    """The same speaker goes on right after an act of his that answers somebody, and answers him with it."""
    other = before.answers and item.answers and before.answers != item.answers
    return _right_after(before, item) and same_speaker(before, item) and not other


def _right_after(before: Statement, item: Statement) -> bool:
    return before.article_id == item.article_id and item.char_start - before.char_end <= RIGHT_AFTER


def _answered(group: Sequence[Statement], index: int, done: Mapping[str, str], around: Surroundings) -> str:
    item = group[index]
    this = around.frame(item)
    if brings_none(item, this):
        return ""
    answering = item.stance in _ANSWERING or 0 <= this.deny <= EARLY or this.label >= 0
    outside = attribution(item) if answering else None
    acting = outside is not None and (outside.deny >= 0 or outside.confirm >= 0 or this.label >= 0)
    pointing = outside is not None and acting and (points_back(outside) or (outside.deny >= 0 and only_refers(outside)))
    if no_such(this):
        answering = pointing = True
    nothing_else = this.label >= 0 and sum(matter_of(this).values()) < CONTENT and not of_a_thing(this)
    flat = item.stance == Stance.DENIES and len(this.words) <= BRIEF and not matter_of(this)  # "Unsinn, sagt X"
    if not answering or not (this.refers or 0 <= this.deny <= EARLY or pointing or nothing_else or flat):
        return ""
    others = [other for other in group[max(0, index - REACH) : index] if not same_speaker(other, item)]
    named = _of_a_named_speaker(group, index, this) if item.stance in _ANSWERING or this.label >= 0 else None
    if named is None and outside is not None and sum(matter_of(this).values()) < CONTENT:
        owned = [other for other in group[:index] if words_of(outside, other) and not same_speaker(other, item)]
        named = owned[-1] if owned else None
    if named is not None:
        return named.id
    bare = this.label >= 0 and this.refers and len(this.words) <= SHORT  # "the charge lacks any basis"
    bare = bare and not says_of_what(this) and not of_a_thing(this)
    bare = bare or (item.stance in _ANSWERING and this_report(this))
    matter = {} if bare or (pointing and not (outside is not None and outside.events)) else matter_of(this)
    if sum(matter.values()) < CONTENT:
        pending = [other for other in others if other.id not in done or done[other.id] != item.id]
        return _meant(pending, group, index, around)
    nearest = _nearest(others, group, index)
    short = item.stance == Stance.DENIES and len(this.lemmas) <= FEW_WORDS
    for other in reversed(others):
        that = around.frame(other)
        theirs = matter_of(that)
        if this.offices and that.offices and not this.offices.keys() & that.offices.keys():
            continue
        common = [name for name in matter if name in theirs]
        shared = sum(min(matter[name], theirs[name]) for name in common)
        if short and other in nearest and any(name[:2] in ("l:", "c:", "x:") for name in common):
            return other.id  # "bestreiten die Steinwürfe"
        if len({word_of(this, name) for name in common}) < 2:
            continue  # one thing both name is no answer
        if theirs and shared / min(sum(matter.values()), sum(theirs.values())) >= SHARED and shared >= 1.5:
            return other.id
    mere = item.stance in _ANSWERING and only_refers(this) and not owning_nouns(this)
    return _meant(others, group, index, around) if mere else ""


def elsewhere(
    statements: Sequence[Statement], around: Surroundings, answered: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Pairs of a bare denial and what it names in another article: "wies die Darstellung des Netzbetreibers zurück"."""
    for item in statements:
        this = around.frame(item)
        if item.stance != Stance.DENIES or item.id in answered or not mere_denial(this):
            continue
        told = [other for other in statements if other.article_id != item.article_id and of_whom(this, item, other)]
        told = [other for other in told if 0 <= days_after(item, other) <= OCCASION and _shared(item, other, around)]
        best = max(told, key=lambda other: (_shared(item, other, around), -other.char_start), default=None)
        if best is not None:
            yield item.id, best.id


def days_after(item: Statement, other: Statement) -> int:
    """How many days the one was said after the other; -1 where it was said before it or a day is not known."""
    try:
        one, two = (date.fromisoformat(said.claim_date.value[:10]) for said in (item, other))
    except ValueError:
        return -1
    return (one - two).days if one >= two else -1


def _shared(item: Statement, other: Statement, around: Surroundings) -> float:
    """The weight of what a statement with its surroundings has in common with another."""
    mine = around.of(item).features.keys() | around.frame(item).features.keys()
    return sum(weight for name, weight in matter_of(around.frame(other)).items() if name in mine)


def of_whom(this: Frame, item: Statement, other: Statement) -> bool:
    """A bare denial names who asserted the other: by his surname, or by the body for which he speaks."""
    if other.stance != Stance.ASSERTS or other.segment == SegmentKind.TITLE or same_speaker(item, other):
        return False
    person = other.speaker_kind == SpeakerKind.PERSON and names(this, other)
    return person or of_the_body(whose_words(this), other)


def _nearest(others: Sequence[Statement], group: Sequence[Statement], index: int) -> list[Statement]:
    """Those of ``others`` that a mere reference reaches: what its speaker himself said between does not count."""
    own = [other for other in group[:index] if same_speaker(other, group[index])]
    return [
        other
        for other in others
        if index - group.index(other) - sum(other.char_start < mine.char_start for mine in own) <= NEAREST
    ]


def _meant(pending: Sequence[Statement], group: Sequence[Statement], index: int, around: Surroundings) -> str:
    """What a mere reference means: the last statement that has what it names, and the last that names its speaker.

    "Disputed the figure" answers one with a figure; who rejects an accusation answers the one that speaks of him.
    """
    item = group[index]
    this = around.frame(item)
    near = [other for other in _nearest(pending, group, index) if not brings_none(other, around.frame(other))]
    modality = lexicon(this.language).modality
    if this.lemmas.keys() & {*modality.shares, *modality.number_of}:
        near = [
            other for other in pending if other.quantities or any(w.kind == "number" for w in around.frame(other).words)
        ]
    if says_of_what(this):
        matter = matter_of(this).keys()
        near = [other for other in near if matter & matter_of(around.frame(other)).keys()]
    if no_such(this):  # "no such briefing took place" means who told of the briefing
        matter = matter_of(this).keys()
        near = [other for other in pending if matter & matter_of(around.frame(other)).keys()] or near
    if not near:
        return ""
    further = [other for other in group[max(0, index - FURTHER) : index] if not same_speaker(other, item)]
    if (told := _takes_up(pending, group, index, around) or _takes_up(further, group, index, around)) is not None:
        return told.id
    himself = side_of(item)
    of_him = [other for other in near if himself & around.frame(other).parties]
    if this.label < 0 and of_any(this) and not of_him:
        near = [other for other in near if not _denied(around.frame(other))]  # "there is no danger" blames nobody
    return (of_him or near)[-1].id if of_him or near else ""


def _takes_up(
    pending: Sequence[Statement], group: Sequence[Statement], index: int, around: Surroundings
) -> Statement | None:
    """The last statement whose matter the speaker takes up right behind his answer: "rejected that. 'There is no date'"
    means the one with a date, not what was said in between."""
    item = group[index]
    after = group[index + 1] if index + 1 < len(group) else None
    if after is None or not (_goes_on(item, after) or (_right_after(item, after) and one_side(item, after))):
        return None
    own = around.frame(after)
    wanted = lexicon(own.language).polarity.wanted  # "the offer is fair": a thing, and no word for what was said
    things = {
        f"l:{stem(word.lemma, own.language)}" for word in own.words if word.lemma in wanted or word.lower in wanted
    }
    matter = {name for name in matter_of(own).keys() | things if name[:2] in ("c:", "l:", "n:")}
    dated = "c:date" in matter
    denied = _denied(own)
    for other in reversed(pending):
        that = around.frame(other)
        if denied & _denied(that):
            continue  # who says "there is no date" does not answer "no new date has been set"
        theirs = matter_of(that).keys() | (that.features.keys() & things)
        if matter & theirs or (dated and other.about_date.value):
            return other
    return None


def _denied(this: Frame) -> set[str]:
    """What a claim says there is none of."""
    return {mention.name for mention in this.mentions if mention.negative}


def _of_a_named_speaker(group: Sequence[Statement], index: int, this: Frame) -> Statement | None:
    """The nearest statement of the speaker whom an answer names, or whose words a label names ("claims from Ulmar")."""
    item = group[index]
    answering, owners = item.stance in _ANSWERING, named_owners(this)
    nouns = whose_words(this)
    if not answering and not owners:
        return None
    best: tuple[int, int, Statement] | None = None
    for place in range(max(0, index - REACH), min(len(group), index + REACH + 1)):
        other = group[place]
        if place == index or not other.speaker or same_speaker(other, item):
            continue
        theirs = of_the_body(nouns, other)
        if (names(this, other) or theirs) if answering else side_of(other) & owners:
            rank = (abs(place - index), place)
            if best is None or rank < best[:2]:
                best = (*rank, other)
    return best[2] if best else None


def of_the_body(nouns: frozenset[str], item: Statement) -> bool:
    """The speaker is what one of the nouns names, or speaks for it ("Polizeisprecherin")."""
    shown = f"{item.speaker} {item.mention} {item.speaker_role} {item.party}".split()
    spoken = {lemma(part.removesuffix("'s").removesuffix("’s"), item.language).lower() for part in shown}
    named = {noun.lower() for noun in nouns}
    if named & spoken or {stem(noun, item.language) for noun in named} & {stem(part, item.language) for part in spoken}:
        return True
    long = [noun for noun in named if len(noun) > SHORTEST_BODY]
    return item.language == "de" and any(part.lower().startswith(noun) for part in shown for noun in long)

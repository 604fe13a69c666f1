"""Whether the article itself sets a statement against one before it: "widersprach", "told a different story".

The mark stands in the words that attribute the statement, in a sentence that leads over to it ("Die Stadt stellte das
anders dar."), at its head ("Cyclist Lars Fock contradicted her: …"), or in a bare act before it ("Police rejected
that version."). What it is set against is the statement of another speaker that it shares its matter with, else the
nearest; where nothing tells which of several in a row is meant, all of them are open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claims.models import Article, SegmentKind, Span, Stance, Statement
from claims.topics.discourse import attribution, same_speaker, side_of
from claims.topics.frame import Frame
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.scope import listed
from claims.topics.words import Word, words

REACH = 2  # statements back that a contrast reaches
RUN = 4  # statements back that one by a verb of contradicting reaches
FAR = 400  # characters back that it reaches
BETWEEN = 160  # characters before a statement that lead over to it
ACT = 12  # words of a reported act in which its adverb stands
OPENING = 2  # words at the beginning of a claim that lead over to it
HEAD = 10  # words before a colon at the beginning of a claim
NEAR = 4  # words between a verb of denying and the word for what it denies
BARE = 7  # words of an act that says no more than that somebody contradicts
RIGHT_AFTER = 80  # characters between a bare act and what is said to it
COUNTED = 0.7  # the same, of two that give figures
SHARED = 1.0  # weight of common matter that tells which of several statements is meant


class Contrast(NamedTuple):
    """The statement that another is set against, by id, and the word that says that both cannot be so, if one does."""

    against: str = ""
    word: str = ""
    firm: bool = False  # the word says that one contradicts the other, not only that they differ
    open: tuple[str, ...] = ()  # all that may be meant, when it is not clear which


NO_CONTRAST = Contrast()
_EMPTY = ("refer", "deny", "label", "weak_label", "contradicting", "naming")
_SENTENCE_END = re.compile(r"[.!?]\s")
_TAILS = ("contradicting", "deny")
_Zone = tuple[Sequence[Word], Mapping[str, Sequence[int]]]


def contrasts(group: Sequence[Statement], frames: Sequence[Frame], article: Article | None) -> list[Contrast]:
    """For each statement of one article, in the order of the text, what it is set against."""
    out: list[Contrast] = []
    for index in range(len(group)):
        out.append(_of_the_act_before(group, frames, out, index, article) or _countered(group, frames, index, article))
    return out


def _countered(group: Sequence[Statement], frames: Sequence[Frame], index: int, article: Article | None) -> Contrast:
    item = group[index]
    before = [
        place
        for place in range(max(0, index - RUN), index)
        if not same_speaker(group[place], item) and group[place].segment != SegmentKind.TITLE
    ]
    if not before or item.char_start - group[before[-1]].char_end > FAR:
        return NO_CONTRAST
    this = frames[index]
    zones = _leading_over(group, index, article, this)
    governs = this.denied >= 0 or this.deny >= 0 or this.refused  # says itself what it rejects
    rejecting = item.stance == Stance.DENIES and governs and not _bare(item, this)
    tables = lexicon(item.language)
    firm = _first(zones[1:] if rejecting else zones, "contradicting", tables)
    firm = firm or _denial_of_what_was_said(zones[1], tables)
    word = firm or _first(zones, "adversative", tables)
    if firm:
        found, open_ = _meant(group, frames, index, _beside(group, index, before, article), zones)
        return Contrast(group[found].id, word, True, tuple(group[place].id for place in open_))
    near = [place for place in before if place >= index - REACH]
    if not near or not (word or any("contrast" in found for _, found in zones)):
        return NO_CONTRAST
    telling = [place for place in near if not _bare(group[place], frames[place])] or near
    plain = [place for place in telling if not frames[place].scope.listed.get("demand")]
    if plain and same_speaker(group[plain[-1]], group[telling[-1]]):
        return Contrast(group[plain[-1]].id, word)  # no retort: "he should ask his own guards"
    return Contrast(group[telling[-1]].id, word)


def _beside(group: Sequence[Statement], index: int, before: Sequence[int], article: Article | None) -> Sequence[int]:
    """Of several whom a contradiction may mean those in its own paragraph, if there are any."""
    if article is None:
        return before
    start = article.text.rfind("\n", 0, group[index].char_start)
    return [place for place in before if group[place].char_start > start] or before


def _of_the_act_before(
    group: Sequence[Statement],
    frames: Sequence[Frame],
    done: Sequence[Contrast],
    index: int,
    article: Article | None,
) -> Contrast | None:
    """What is said right after a bare act of contradicting, by its speaker or for him, is set against the same; in
    another paragraph only by himself."""
    if index == 0:
        return None
    act, item = group[index - 1], group[index]
    target = done[index - 1]
    if not target.against or item.char_start - act.char_end > RIGHT_AFTER:
        return None
    parted = article is not None and "\n" in article.text[act.char_end : item.char_start]
    if parted and not same_speaker(act, item):
        return None
    brief = same_speaker(act, item) and act.stance == Stance.DENIES and len(frames[index - 1].words) <= BARE
    if not brief and not _bare(act, frames[index - 1]):
        return None
    others = [place for place in range(index - 1) if group[place].id in (target.against, *target.open)]
    if not others or any(same_speaker(group[place], item) for place in others) or not one_side(act, item):
        return None
    found, open_ = _fitting(group, frames, index, others)
    return Contrast(group[found].id, target.word or act.cue, True, tuple(group[place].id for place in open_))


def _bare(act: Statement, this: Frame) -> bool:
    """The act says no more than that somebody denies or contradicts what was said: "rejected that version"."""
    if len(this.words) > BARE:
        return False
    found, lists = _zone(act.quote, act.language)
    contradicting = any(name in lists for name in ("contradicting", "deny"))
    if not (act.stance == Stance.DENIES or this.label >= 0 or contradicting):
        return False
    tables = lexicon(this.language)
    empty = {found[place].start + act.char_start for place in lists.get("contradicting", ())}
    empty |= {this.words[place].start for name in _EMPTY for place in this.scope.listed.get(name, ())}
    empty |= {this.words[place].start for place in (*this.names.values(), *this.states.values())}
    matter = [place for place in this.lemmas.values() if this.words[place].start not in empty]
    return len(matter) <= any(_said(this.words[place], tables) for place in this.scope.listed.get("refer", ()))


def _said(word: Word, tables: Lexicon) -> bool:
    """A noun for what somebody said, which may tell whose it was; no offer and no demand."""
    return len(word.lower) > 3 and word.lower not in tables.polarity.wanted


def one_side(act: Statement, item: Statement) -> bool:
    """The speaker of ``item`` is that of ``act`` or may speak for it: of one house, or a house and a person."""
    if same_speaker(act, item) or side_of(act) & side_of(item):
        return True
    return act.speaker_kind != item.speaker_kind


def _first(zones: Sequence[_Zone], name: str, tables: Lexicon) -> str:
    """The first mark of a list in the zones that stands for what the list is about, as the article has it."""
    for found, lists in zones:
        other = {found[place].clause for place in lists.get("against_it", ())}
        for place in lists.get(name, ()):
            if found[place].clause not in other:
                return _mark(found, place, name, tables)
    return ""


def _mark(found: Sequence[Word], place: int, name: str, tables: Lexicon) -> str:
    """The words from the first to the last of the mark that is listed at ``place``."""
    single, phrases = tables.sets[name]
    here = found[place]
    if here.lower in single or here.lemma in single:
        return here.text
    inside = [index for index, word in enumerate(found) if word.clause == here.clause and abs(index - place) <= HEAD]
    for phrase in phrases:
        if phrase[0] not in (here.lower, here.lemma):
            continue
        places = [next((n for n in inside if part in (found[n].lower, found[n].lemma)), -1) for part in phrase]
        if -1 not in places:
            return " ".join(word.text for word in found[min(places) : max(places) + 1])
    return here.text


def _denial_of_what_was_said(zone: _Zone, tables: Lexicon) -> str:
    """A verb of denying between two statements, beside a word for what was said: "disputed that"."""
    found, lists = zone
    nouns = tables.sets["refer"][0]
    for place in (*lists.get("deny", ()), *lists.get("spurn", ())):
        around = found[max(0, place - NEAR) : place] if tables.language == "de" else ()
        if any(other.lower in nouns for other in (*around, *found[place + 1 : place + 1 + NEAR])):
            return found[place].text
    return ""


def _meant(
    group: Sequence[Statement], frames: Sequence[Frame], index: int, before: Sequence[int], zones: Sequence[_Zone]
) -> tuple[int, tuple[int, ...]]:
    """Of those whom the mark names, or with a figure where it speaks of one, else of all."""
    modality = lexicon(group[index].language).modality
    told = {form for found, _ in zones for word in found for form in (word.lower, word.lemma)}
    meant = [place for place in before if {part.lower() for part in group[place].speaker.split()[-1:]} & told]
    if not meant and told & {*modality.shares, *modality.number_of}:
        meant = [place for place in before if _counts(group[place], frames[place])]
    return _fitting(group, frames, index, meant or before)


def _counts(item: Statement, this: Frame) -> bool:
    return bool(item.quantities) or any(word.kind == "number" for word in this.words)


def _fitting(
    group: Sequence[Statement], frames: Sequence[Frame], index: int, before: Sequence[int]
) -> tuple[int, tuple[int, ...]]:
    """Of the statements ``before`` the one with most in common with the one at ``index``, and all that are open."""
    telling = [place for place in before if not _bare(group[place], frames[place])]
    before = telling or before
    last = before[-1]
    run = [place for place in before if same_speaker(group[place], group[last]) or place == last]
    counts = _counts(group[index], frames[index])
    shared = {
        place: _common(frames[place], frames[index])
        + (COUNTED if counts and _counts(group[place], frames[place]) else 0.0)
        for place in before
    }
    best = max(before, key=lambda place: (shared[place], place))
    bare = _bare(group[index], frames[index])
    if not bare and shared[best] >= SHARED and all(shared[best] > shared[place] for place in before if place != best):
        return best, ()
    return last, tuple(run) if len(run) > 1 else ()


def _common(one: Frame, other: Frame) -> float:
    """Weight of the matter that both claims have, without parties."""
    return sum(
        min(weight, other.features[name])
        for name, weight in one.features.items()
        if name in other.features and name[:2] not in ("n:", "p:")
    )


def _leading_over(group: Sequence[Statement], index: int, article: Article | None, this: Frame) -> tuple[_Zone, ...]:
    """The words that attribute the claim, stand between it and the statement before, or open it, and their lists."""
    item, previous = group[index], group[index - 1]
    lead = ""
    if article is not None:
        lead = article.text[max(previous.char_end, item.char_start - BETWEEN) : item.char_start]
        lead = _without_own_tail(lead, item.language)
    opening = _zone(" ".join(_opening(item)), item.language)
    own = attribution(item)
    whole = _bare(item, this)
    return (
        _zone(item.quote, item.language) if whole else (own.words, own.scope.listed),
        _zone(lead, item.language),
        opening,
    )


def _without_own_tail(lead: str, language: str) -> str:
    """Without ", contradicting officials." – the rest of the sentence before, in which its own speaker contradicts."""
    tail, *rest = _SENTENCE_END.split(lead, maxsplit=1)
    opens = lexicon(language).polarity.wherewith
    parts = [part.strip() for part in tail.split(",")[1:]]
    led = [part for part in parts if (first := part.partition(" ")[0].lower()).endswith("ing") or first in opens]
    contradicts = any(name in _zone(part, language)[1] for part in led for name in _TAILS)
    return rest[0] if rest and contradicts else lead


def _opening(item: Statement) -> list[str]:
    """The words at the head of a claim that lead over to it."""
    parts = item.claim.split()
    if item.cue_span is not None and any(span.start <= item.cue_span.start < span.end for span in item.claim_spans):
        return parts[:ACT]  # a reported act has its adverb inside: "schloss das dagegen aus"
    if any(part.lower() in lexicon(item.language).function.to for part in parts[1:OPENING]):
        return []  # "dagegen zu stimmen": against it
    colon = next((place for place, part in enumerate(parts[:HEAD]) if part.endswith(":")), -1)
    return parts[: max(colon + 1, OPENING)]


def _zone(text: str, language: str) -> _Zone:
    tables = lexicon(language)
    found = words(text, (Span(0, len(text)),), tables)
    return found, listed(found, tables)

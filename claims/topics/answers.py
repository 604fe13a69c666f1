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
from claims.topics.discourse import attribution, same_speaker, side_of
from claims.topics.frame import Frame, comparable, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.scope import SHORT, hangs_on
from claims.topics.words import sound, stem

SHORTEST_BODY = 5  # letters of a noun that may be the first part of an office ("Polizeisprecherin")
OCCASION = 3  # days within which one answers what another article reports
OWNER = 2  # words from a word for what was said to the one that begins whose it was
REACH = 4  # statements back, and forward for a named speaker
EARLY = 3  # words before which a denying word of the claim governs it
NEAREST = 2  # statements back that a mere reference reaches
RIGHT_AFTER = 60  # characters between an act and what its speaker says to it
FEW_WORDS = 4  # content words of a denial that says of one thing that it was not so, its verb among them
CONTENT = 1.1  # weight below which a claim only refers
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
    act = target and before.stance != Stance.CONFIRMS and sum(_matter(around.frame(before)).values()) < CONTENT
    return target if act and _goes_on(before, item) and target != item.id else ""


def _goes_on(before: Statement, item: Statement) -> bool:
    """The same speaker goes on right after an act of his that answers somebody, and answers him with it."""
    near = before.article_id == item.article_id and item.char_start - before.char_end <= RIGHT_AFTER
    other = before.answers and item.answers and before.answers != item.answers
    return near and same_speaker(before, item) and not other


def _answered(group: Sequence[Statement], index: int, done: Mapping[str, str], around: Surroundings) -> str:
    item = group[index]
    this = around.frame(item)
    if brings_none(item, this):
        return ""
    answering = item.stance in _ANSWERING or 0 <= this.deny <= EARLY or this.label >= 0
    outside = attribution(item) if answering else None
    acting = outside is not None and (outside.deny >= 0 or outside.confirm >= 0 or this.label >= 0)
    pointing = outside is not None and acting and (points_back(outside) or (outside.deny >= 0 and _mere(outside)))
    if no_such(this):
        answering = pointing = True
    nothing_else = this.label >= 0 and sum(_matter(this).values()) < CONTENT and not _of_a_thing(this)
    if not answering or not (this.refers or 0 <= this.deny <= EARLY or pointing or nothing_else):
        return ""
    others = [other for other in group[max(0, index - REACH) : index] if not same_speaker(other, item)]
    named = _of_a_named_speaker(group, index, this) if item.stance in _ANSWERING or this.label >= 0 else None
    if named is not None:
        return named.id
    bare = this.label >= 0 and this.refers and len(this.words) <= SHORT  # "the charge lacks any basis"
    bare = bare and not _says_of_what(this) and not _of_a_thing(this)
    bare = bare or (item.stance in _ANSWERING and _this_report(this))
    matter = {} if bare or (pointing and not (outside is not None and outside.events)) else _matter(this)
    if sum(matter.values()) < CONTENT:
        pending = [other for other in others if other.id not in done or done[other.id] != item.id]
        return _meant(pending, group, index, around)
    nearest = _nearest(others, group, index)
    short = item.stance == Stance.DENIES and len(this.lemmas) <= FEW_WORDS
    for other in reversed(others):
        that = around.frame(other)
        theirs = _matter(that)
        if this.offices and that.offices and not this.offices.keys() & that.offices.keys():
            continue
        common = [name for name in matter if name in theirs]
        shared = sum(min(matter[name], theirs[name]) for name in common)
        if short and other in nearest and any(name[:2] in ("l:", "c:", "x:") for name in common):
            return other.id  # "bestreiten die Steinwürfe"
        if len({_word(this, name) for name in common}) < 2:
            continue  # one thing both name is no answer
        if theirs and shared / min(sum(matter.values()), sum(theirs.values())) >= SHARED and shared >= 1.5:
            return other.id
    mere = item.stance in _ANSWERING and _mere(this) and not owning_nouns(this)
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
    return sum(weight for name, weight in _matter(around.frame(other)).items() if name in mine)


def of_whom(this: Frame, item: Statement, other: Statement) -> bool:
    """A bare denial names who asserted the other: by his surname, or by the body for which he speaks."""
    if other.stance != Stance.ASSERTS or other.segment == SegmentKind.TITLE or same_speaker(item, other):
        return False
    person = other.speaker_kind == SpeakerKind.PERSON and names(this, other)
    return person or of_the_body(whose_words(this), other)


def brings_none(item: Statement, this: Frame) -> bool:
    """ "He offered no evidence": he brings none for his own claim and calls nobody else's untrue."""
    return this.label >= 0 and bool(item.cue) and "producing" in frame_of(item.cue, item.language).scope.listed


def _mere(this: Frame) -> bool:
    """The clause that denies has a word for what was said, or a pronoun, for its object, and no clause hangs on it:
    "wies das am Rande einer Tagung zurück", "rejected the criticism in a ruling on Thursday"."""
    tables = lexicon(this.language)
    words, clause = this.words, this.words[this.deny].clause if this.deny >= 0 else 0
    if any(
        hangs_on(words, [index for index, word in enumerate(words) if word.clause == later], tables)
        for later in {word.clause for word in words if word.clause > clause}
    ):
        return False
    nouns, pointers = tables.sets["refer"][0], tables.sets["pointing"][0]
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else None
        if word.clause != clause or word.lower not in pointers:
            continue
        if after is None or after.clause != clause:
            return True
        if after.lower in nouns or after.lemma in nouns:
            return True
        alone = word.lower in nouns and (
            after.text[:1].islower() if this.language == "de" else after.lemma in tables.stop
        )
        if alone and index > 0:
            return True
    return False


def _nearest(others: Sequence[Statement], group: Sequence[Statement], index: int) -> list[Statement]:
    """Those of ``others`` that a mere reference reaches: what its speaker himself said between does not count."""
    own = [other for other in group[:index] if same_speaker(other, group[index])]
    return [
        other
        for other in others
        if index - group.index(other) - sum(other.char_start < mine.char_start for mine in own) <= NEAREST
    ]


def _this_report(this: Frame) -> bool:
    """A demonstrative right before a word for what somebody said: "that argument", "diese Darstellung"."""
    tables = lexicon(this.language)
    nouns, demonstratives = tables.sets["refer"][0], tables.sets["demonstrative"][0]
    return any(
        before.lower in demonstratives and len(word.lower) > 3 and (word.lower in nouns or word.lemma in nouns)
        for before, word in zip(this.words, this.words[1:], strict=False)
        if before.clause == word.clause
    )


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
    if _says_of_what(this):
        matter = _matter(this).keys()
        near = [other for other in near if matter & _matter(around.frame(other)).keys()]
    if no_such(this):  # "no such briefing took place" means who told of the briefing
        matter = _matter(this).keys()
        near = [other for other in pending if matter & _matter(around.frame(other)).keys()] or near
    if not near:
        return ""
    if (told := _takes_up(pending, group, index, around)) is not None:
        return told.id
    himself = side_of(item)
    of_him = [other for other in near if himself & around.frame(other).parties]
    return (of_him or near)[-1].id


def _takes_up(
    pending: Sequence[Statement], group: Sequence[Statement], index: int, around: Surroundings
) -> Statement | None:
    """The last statement whose matter the speaker takes up right behind his answer: "rejected that. 'There is no date'"
    means the one with a date, not what was said in between."""
    item = group[index]
    after = group[index + 1] if index + 1 < len(group) else None
    if after is None or not _goes_on(item, after):
        return None
    own = around.frame(after)
    matter = {name for name in _matter(own) if name[:2] in ("c:", "l:", "n:")}
    dated = "c:date" in matter
    for other in reversed(pending):
        if matter & _matter(around.frame(other)).keys() or (dated and other.about_date.value):
            return other
    return None


def of_a_medium(item: Statement) -> bool:
    """A newspaper, a broadcaster or the like says so."""
    outlets = lexicon(item.language).polarity.outlets
    named = f"{item.speaker or item.mention} {item.speaker_role}".lower().split()
    return item.speaker_kind != "person" and any(
        part in outlets or (item.language == "de" and part.endswith(tuple(outlets))) for part in named
    )


def _of_reports(this: Frame) -> bool:
    """What is called untrue is named by a word for what media publish."""
    return any(word.lower in lexicon(this.language).polarity.reports for word in this.words)


def denies_a_report(item: Statement, this: Frame) -> bool:
    """Calls a report untrue without a word of what it says."""
    denying = this.label >= 0 or item.stance == Stance.DENIES
    return denying and _of_reports(this) and sum(_matter(this).values()) < CONTENT


def mere_denial(this: Frame) -> bool:
    """Turns down a word for what somebody said, and says nothing more than whose it was."""
    words = lexicon(this.language).sets["refer"][0]
    told = this.deny >= 0 or len(this.words) <= SHORT  # the verb may stand outside the claim
    return told and any(len(word.lower) > 3 and {word.lower, word.lemma} & words for word in this.words)


def _says_of_what(this: Frame) -> bool:
    """A word for what was said, with what it was about: "rumours of a flood", "Berichte über eine Flut"."""
    tables = lexicon(this.language)
    nouns, over = tables.sets["refer"][0], tables.polarity.over
    return any(
        len(word.lower) > 3 and word.lower in nouns and after.lower in over
        for word, after in zip(this.words, this.words[1:], strict=False)
    )


def _of_a_thing(this: Frame) -> bool:
    """ "Von einem System könne keine Rede sein": it says of what, by a noun that is none for what somebody said."""
    tables = lexicon(this.language)
    if not this.words or this.words[0].lower not in tables.polarity.known_of:
        return False
    nouns = [word for word in this.words[1:4] if word.clause == this.words[0].clause and word.lemma in this.lemmas]
    return bool(nouns) and not {nouns[0].lower, nouns[0].lemma} & tables.sets["refer"][0]


def no_such(this: Frame) -> bool:
    """The claim denies that there is "such a" thing: what was said before."""
    such = lexicon(this.language).polarity.such
    return any(
        word.lower in such and index in this.scope.by and index - this.scope.by[index] <= 2
        for index, word in enumerate(this.words)
    )


def points_back(this: Frame) -> bool:
    """A demonstrative before a noun, or any determiner before a word for what somebody said ("die Information")."""
    tables = lexicon(this.language)
    nouns, pointers = tables.sets["refer"][0], tables.sets["pointing"][0]
    demonstratives = tables.sets["demonstrative"][0]
    for index, word in enumerate(this.words[1:], 1):
        noun = word.text[:1].isupper() if this.language == "de" else word.lemma not in tables.stop
        if this.words[index - 1].lower in demonstratives and noun and word.clause == this.words[index - 1].clause:
            return True
        if len(word.lower) > 3 and word.lower in nouns and this.words[index - 1].lower in pointers:
            last = index == len(this.words) - 1
            return not last or this.words[index - 1].lower not in tables.stop
    return False


def _of_a_named_speaker(group: Sequence[Statement], index: int, this: Frame) -> Statement | None:
    """The nearest statement of the speaker whom an answer names, or whose words a label names ("claims from Ulmar")."""
    item = group[index]
    answering, owners = item.stance in _ANSWERING, _owners(this)
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


def names(this: Frame, item: Statement) -> bool:
    """The claim names the speaker of ``item`` by his surname, also in the German genitive: "die Kritik Mohns"."""
    for part in item.speaker.split()[-1:]:
        if f"n:{sound(part)}" in this.parties:
            return True
        forms = (part, f"{part}s") if this.language == "de" else (part,)
        person = item.speaker_kind == SpeakerKind.PERSON and part[:1].isupper()
        if person and any(word.text in forms for word in this.words):
            return True
    return False


def of_the_body(nouns: frozenset[str], item: Statement) -> bool:
    """The speaker is what one of the nouns names, or speaks for it ("Polizeisprecherin")."""
    shown = f"{item.speaker} {item.mention} {item.speaker_role} {item.party}".split()
    spoken = {lemma(part.removesuffix("'s").removesuffix("’s"), item.language).lower() for part in shown}
    named = {noun.lower() for noun in nouns}
    if named & spoken or {stem(noun, item.language) for noun in named} & {stem(part, item.language) for part in spoken}:
        return True
    long = [noun for noun in named if len(noun) > SHORTEST_BODY]
    return item.language == "de" and any(part.lower().startswith(noun) for part in shown for noun in long)


def whose_words(this: Frame) -> frozenset[str]:
    """The nouns by which a claim may name whose words it speaks of; English also before them: "the police account"."""
    out = owning_nouns(this)
    if this.language != "en":
        return out
    refer = lexicon("en").sets["refer"][0]
    said = [n for n, word in enumerate(this.words) if len(word.lower) > 3 and word.lower in refer]
    before = (word for n in said for word in this.words[max(0, n - OWNER) : n])
    return out | {word.lemma for word in before if word.kind == "word" and word.lemma in this.lemmas}


def owning_nouns(this: Frame) -> frozenset[str]:
    """The nouns behind a word for what somebody said that say whose words they are ("Vorwürfe der Ermittler")."""
    tables = lexicon(this.language)
    out: set[str] = set()
    for index, word in enumerate(this.words):
        if len(word.lower) <= 3 or word.lower not in tables.sets["refer"][0]:
            continue
        for place in range(index + 1, min(index + 1 + OWNER, len(this.words))):
            follow = this.words[place]
            if follow.clause != word.clause:
                break
            if follow.lower in tables.function.determiners or follow.lower in tables.polarity.by:
                out |= _noun_behind(this, place)
                break
    return frozenset(out)


def _noun_behind(this: Frame, place: int) -> set[str]:
    """The noun within three words behind a determiner or "by"."""
    tables = lexicon(this.language)
    behind = [word for word in this.words[place + 1 : place + 4] if word.clause == this.words[place].clause]
    if this.language == "de":
        return {word.lemma for word in behind if word.text[:1].isupper()}
    return {word.lemma for word in behind if word.lemma not in tables.stop}


def _owners(this: Frame) -> frozenset[str]:
    """The parties named right before or behind a word for what somebody said."""
    if this.label < 0:
        return frozenset()
    refer = lexicon(this.language).sets["refer"][0]
    said = [index for index, word in enumerate(this.words) if len(word.lower) > 3 and word.lower in refer]
    places = {f"n:{name}": index for name, index in this.names.items()}
    places |= {f"p:{code}": index for code, index in this.states.items()}
    return frozenset(name for name, place in places.items() if any(-1 <= place - index <= 2 for index in said))


def _word(this: Frame, feature: str) -> int:
    """The index of the word a feature comes from, so that a word and its concept count once."""
    prefix, _, name = feature.partition(":")
    if prefix in "cx":
        return next((mention.index for mention in this.mentions if mention.name == name), -1)
    table = {"n": this.names, "p": this.states, "o": this.offices}.get(prefix, this.lemmas)
    return table.get(name, -1)


def _matter(this: Frame) -> dict[str, float]:
    """The features of a claim without the words that only refer, deny or label."""
    tables = lexicon(this.language)
    empty = set(tables.polarity.refer) | set(tables.polarity.deny) | set(tables.polarity.label)
    empty |= set(tables.polarity.weak_label) | set(tables.polarity.confirm) | set(tables.polarity.refuse)
    empty |= set(tables.polarity.there)
    empty = {stem(word, this.language) for word in empty}
    beside = {this.label - 1, this.label + 1} if this.label >= 0 else set()  # "a downright lie", "fake news"
    silent = {this.deny, this.label, this.confirm, *beside, *this.scope.listed.get("naming", ())}
    silent |= {index for index, word in enumerate(this.words) if word.lower in tables.polarity.refer}
    return {
        name: weight
        for name, weight in this.features.items()
        if comparable(name, translated=False)
        and not (name.startswith("l:") and name[2:] in empty)
        and name not in _GENERAL
        and (_word(this, name) < 0 or name[:2] in _NAMED or _word(this, name) not in silent)
    }


_NAMED = ("n:", "p:", "o:")
_GENERAL = frozenset({"c:report", "c:plan", "c:discuss", "c:agree", "c:propose", "x:admit", "x:approve", "c:evidence"})

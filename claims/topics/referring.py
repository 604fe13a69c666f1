"""What a claim says of the words that it answers: that it only refers to them, what it calls them, whose they are."""

from __future__ import annotations

from claims.models import SpeakerKind, Stance, Statement
from claims.topics.frame import Frame, comparable, frame_of
from claims.topics.lexicon import lexicon
from claims.topics.scope import SHORT, hangs_on
from claims.topics.words import sound, stem

OWNER = 2  # words from a word for what was said to the one that begins whose it was
CONTENT = 1.1  # weight below which a claim only refers
_NAMED = ("n:", "p:", "o:")
_GENERAL = frozenset({"c:report", "c:plan", "c:discuss", "c:agree", "c:propose", "x:admit", "x:approve", "c:evidence"})


def brings_none(item: Statement, this: Frame) -> bool:
    """ "He offered no evidence": he brings none for his own claim and calls nobody else's untrue."""
    return this.label >= 0 and bool(item.cue) and "producing" in frame_of(item.cue, item.language).scope.listed


def only_refers(this: Frame) -> bool:
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


def this_report(this: Frame) -> bool:
    """A demonstrative right before a word for what somebody said: "that argument", "diese Darstellung"."""
    tables = lexicon(this.language)
    nouns, demonstratives = tables.sets["refer"][0], tables.sets["demonstrative"][0]
    return any(
        before.lower in demonstratives and len(word.lower) > 3 and (word.lower in nouns or word.lemma in nouns)
        for before, word in zip(this.words, this.words[1:], strict=False)
        if before.clause == word.clause
    )


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
    return denying and _of_reports(this) and sum(matter_of(this).values()) < CONTENT


def mere_denial(this: Frame) -> bool:
    """Turns down a word for what somebody said, and says nothing more than whose it was."""
    words = lexicon(this.language).sets["refer"][0]
    told = this.deny >= 0 or len(this.words) <= SHORT  # the verb may stand outside the claim
    return told and any(len(word.lower) > 3 and {word.lower, word.lemma} & words for word in this.words)


def says_of_what(this: Frame) -> bool:
    """A word for what was said, with what it was about: "rumours of a flood", "Berichte über eine Flut"."""
    tables = lexicon(this.language)
    nouns, over = tables.sets["refer"][0], tables.polarity.over
    return any(
        len(word.lower) > 3 and word.lower in nouns and after.lower in over
        for word, after in zip(this.words, this.words[1:], strict=False)
    )


def of_a_thing(this: Frame) -> bool:
    """ "Von einem System könne keine Rede sein": it says of what, by a noun that is none for what somebody said."""
    tables = lexicon(this.language)
    if not this.words or this.words[0].lower not in tables.polarity.known_of:
        return False
    nouns = [word for word in this.words[1:4] if word.clause == this.words[0].clause and word.lemma in this.lemmas]
    return bool(nouns) and not {nouns[0].lower, nouns[0].lemma} & tables.sets["refer"][0]


def of_any(this: Frame) -> bool:
    """ "Denied any wrongdoing", "bestritt jede Verantwortung": a noun of one's own, which nobody need have named."""
    tables = lexicon(this.language)
    return any(
        before.lower in tables.polarity.always
        and before.clause == word.clause
        and word.lemma in this.lemmas
        and not {word.lower, word.lemma} & tables.sets["refer"][0]
        for before, word in zip(this.words, this.words[1:], strict=False)
    )


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
            genitive = this.language == "de" and follow.lower in tables.function.determiners
            if genitive or follow.lower in tables.polarity.by:
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


def named_owners(this: Frame) -> frozenset[str]:
    """The parties named right before or behind a word for what somebody said."""
    if this.label < 0:
        return frozenset()
    refer = lexicon(this.language).sets["refer"][0]
    said = [index for index, word in enumerate(this.words) if len(word.lower) > 3 and word.lower in refer]
    places = {f"n:{name}": index for name, index in this.names.items()}
    places |= {f"p:{code}": index for code, index in this.states.items()}
    return frozenset(name for name, place in places.items() if any(-1 <= place - index <= 2 for index in said))


def word_of(this: Frame, feature: str) -> int:
    """The index of the word a feature comes from, so that a word and its concept count once."""
    prefix, _, name = feature.partition(":")
    if prefix in "cx":
        return next((mention.index for mention in this.mentions if mention.name == name), -1)
    table = {"n": this.names, "p": this.states, "o": this.offices}.get(prefix, this.lemmas)
    return table.get(name, -1)


def matter_of(this: Frame) -> dict[str, float]:
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
        and (word_of(this, name) < 0 or name[:2] in _NAMED or word_of(this, name) not in silent)
    }

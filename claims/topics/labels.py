"""What a person would call a topic: its event or thing and who or where, in the claims' own words.

The head is the noun that the claims share and that is rare elsewhere in the story; names follow it ("Treffen
Trump–Putin"), a place with its preposition ("Brand in Grottau"). Words too general to name anything are data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from claims.language.grammar import grammar
from claims.language.lexicon import load
from claims.models import Model
from claims.topics.fields import with_fields
from claims.topics.frame import Frame
from claims.topics.lexicon import Parties, lexicon
from claims.topics.similarity import Matter
from claims.topics.words import Word, compound, known

MOST_PARTIES = 2
LONGEST = 60  # characters
# how much better a noun names a topic that stands for an event, a thing, a status, or is no word of the dictionary
FACTORS = {"event": 2.0, "object": 1.4, "status": 0.9, "axis": 0.8}
COINED = 1.3
KIN = 0.4  # what a statement with another word of the same concept or field counts


class Labels(Model):
    """``labels.toml``: nouns that name nothing."""

    generic: list[str]


@cache
def _generic(language: str) -> frozenset[str]:
    return frozenset(load(language, "labels", Labels).generic)


def label(found: Sequence[Matter]) -> str:
    """A short heading such as "Treffen Trump–Putin"; the most telling words of the claims, never a rewritten one."""
    count = Counter(matter.frame.language for matter in found)
    language = min(count, key=lambda code: (-count[code], code))
    own = [matter for matter in found if matter.frame.language == language]
    head, event = _head(own, language)
    text = _with_parties(head, event, own, language) if head else ""
    if text:
        return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0]
    first = own[0].statement.claim
    return first if len(first) <= LONGEST else first[:LONGEST].rsplit(" ", 1)[0] + " …"


def _head(found: Sequence[Matter], language: str) -> tuple[str, bool]:
    """The most telling noun as written, and whether it names an event."""
    best_weight: dict[str, float] = {}
    written: dict[str, Counter[str]] = {}
    kin: dict[str, set[str]] = {}  # the features that other words for the same have too
    events: set[str] = set()
    people = {part.lower() for matter in found for part in matter.statement.speaker.split() if part[:1].isupper()}
    for matter in found:
        this = matter.frame
        for index in _nouns(this, language):
            word = this.words[index]
            if word.lower in people:
                continue
            mentions = [mention for mention in this.mentions if mention.index == index]
            written.setdefault(word.lemma, Counter())[word.text] += 1
            own = {f"l:{word.lemma}": 1.0}
            kin.setdefault(word.lemma, set()).update(
                with_fields(own, language), (f"c:{mention.name}" for mention in mentions)
            )
            group = mentions[0].group if mentions else ""
            if group == "event":
                events.add(word.lemma)
            factor = FACTORS.get(group, 1.0 if known(word.text, language) else COINED)
            weight = factor * (1.0 + matter.own.whole.get(f"l:{word.lemma}", 0.0))
            best_weight[word.lemma] = max(best_weight.get(word.lemma, 0.0), weight)
    if not written:
        return "", False
    features = [matter.own.whole for matter in found]
    scores = {
        name: weight
        * sum(1.0 if f"l:{name}" in own else KIN if not kin[name].isdisjoint(own) else 0.0 for own in features)
        for name, weight in best_weight.items()
    }
    best = min(scores, key=lambda name: (-round(scores[name], 6), name))
    forms = written[best]
    return _bare(min(forms, key=lambda text: (-forms[text], len(text), text)), best, language), best in events


def _nouns(this: Frame, language: str) -> Iterator[int]:
    """Places of the words that can head a label."""
    taken = {*this.names.values(), *this.states.values(), *this.offices.values()}
    rules, generic, stop = grammar(language), _generic(language), lexicon(language).stop
    leading = {*rules.determiners, *rules.possessives, *rules.prepositions}
    for index, word in enumerate(this.words):
        if index in taken or word.kind != "word" or len(word.lemma) < 4:
            continue
        if index + 1 in taken and this.words[index + 1].start == word.end + 1 and word.text[:1].isupper():
            continue  # a given name or a role in front of its name
        if word.lemma in generic or word.lower in generic or word.lower in stop or word.lemma in stop:
            continue
        if language == "de":
            opening = index == 0 or this.words[index - 1].clause != word.clause
            part = "" if known(word.text, "de") else compound(word.text, "de", lexicon("de").heads)[1]
            if word.text[:1].isupper() and part not in generic and (not opening or not known(word.lower, "de")):
                yield index
        elif _led(this.words, index, leading, stop) and not word.lower.endswith(("ed", "ly")):
            yield index


def _led(words: Sequence[Word], index: int, leading: set[str], stop: frozenset[str]) -> bool:
    """An article, possessive or preposition stands before the word or the word before it, and no other noun follows."""
    word, follower = words[index], words[index + 1] if index + 1 < len(words) else None
    if follower is not None and follower.start == word.end + 1 and not {follower.lower, follower.lemma} & stop:
        return False
    before = words[index - 1] if index else None
    if before is None or before.end + 1 != word.start:
        return word.lower.endswith("s")
    if before.lower in leading:
        return before.lower != "to"
    return index > 1 and words[index - 2].lower in leading and words[index - 2].lower != "to"


def _bare(text: str, lemma: str, language: str) -> str:
    """The written noun without the ending of a case that a heading does not need."""
    if language == "de":
        for ending in ("es", "s"):
            if text.lower().removesuffix(ending) == lemma and text.lower() != lemma:
                text = text[: -len(ending)]
                break
        if text.endswith("n") and lemma in (text[:-1].lower(), text[:-2].lower()):
            text = text[:-1]
    return text[:1].upper() + text[1:]


def _with_parties(head: str, event: bool, found: Sequence[Matter], language: str) -> str:
    names: Counter[str] = Counter()
    places: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for matter in found:
        for key, text, placed in _parties(matter.frame, language):
            if text.lower() not in head.lower() and head.lower() not in text.lower():
                names[key] += 1
                places[key] += placed
                written.setdefault(key, Counter())[text] += 1
    ranked = sorted(names, key=lambda key: (-names[key], key))
    heard = {part for matter in found for part in f"{matter.statement.speaker} {matter.statement.quote}".split()}
    for forms in written.values():
        for text in [text for text in forms if text.endswith("s") and text[:-1] in heard]:
            forms[text[:-1]] += forms.pop(text)  # a genitive
    shown = {key: min(forms, key=lambda text: (-forms[text], len(text), text)) for key, forms in written.items()}
    spots = [key for key in ranked if places[key]]
    people = [key for key in ranked if not places[key]]
    if event and len(people) >= MOST_PARTIES:
        return f"{head} " + "–".join(shown[key].split()[-1] for key in people[:MOST_PARTIES])
    if spots and (not people or names[spots[0]] >= names[people[0]]):
        return f"{head} {lexicon(language).function.place[0]} {shown[spots[0]]}"
    return f"{head} {shown[people[0]]}" if people else head


def _parties(this: Frame, language: str) -> Iterator[tuple[str, str, bool]]:
    """Key, words and "is where it happens" of each name in a claim, neighbouring names together; of states the name."""
    tables = lexicon(language)
    taken: dict[int, str] = {index: f"n:{key}" for key, index in this.names.items()}
    run: list[int] = []
    for index in [*sorted(taken), -1]:
        if run and index == run[-1] + 1:
            run.append(index)
            continue
        if run:
            text = " ".join(this.words[place].text for place in run)
            parts = text.replace("-", " ").split()
            before = this.words[run[0] - 1].lower if run[0] else ""
            if all(part[:1].isupper() for part in parts):
                yield taken[run[-1]], text, before == tables.function.place[0]
        run = [index]
    countries = load(language, "parties", Parties).states
    for code, index in this.states.items():
        word = this.words[index]
        if word.text[:1].isupper() and word.lower in countries.get(code, [])[:2]:
            before = this.words[index - 1].lower if index else ""
            yield f"p:{code}", word.text, before == tables.function.place[0]

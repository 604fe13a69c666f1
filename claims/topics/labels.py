"""What a person would call a topic: its event or thing and the parties, in the claims' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.topics.frame import WEIGHTS
from claims.topics.similarity import Matter

MOST_PARTIES = 2
LONGEST = 60  # characters


def label(found: Sequence[Matter]) -> str:
    """A short heading such as "Treffen Trump–Putin"; the most frequent words of the claims, never a rewritten one."""
    head = _head(found)
    parties = _parties(found, head)
    text = f"{head} {'–'.join(parties)}".strip() if parties else head
    if text:
        return text[:LONGEST].rstrip()
    first = found[0].statement.claim
    return first if len(first) <= LONGEST else first[:LONGEST].rsplit(" ", 1)[0] + " …"


def _head(found: Sequence[Matter]) -> str:
    """The noun of the most frequent event, thing or axis."""
    concepts: Counter[str] = Counter()
    surfaces: dict[str, Counter[str]] = {}
    for matter in found:
        seen: set[str] = set()
        for mention in matter.frame.mentions:
            word = matter.frame.words[mention.index]
            noun = word.text[:1].isupper() if matter.frame.language == "de" else mention.group in ("event", "object")
            if not noun or (mention.group == "status"):
                continue
            name = f"{mention.group}:{mention.name}"
            if name not in seen:
                concepts[name] += int(100 * WEIGHTS[mention.group] * (1.5 if mention.group == "event" else 1.0))
                seen.add(name)
            surfaces.setdefault(name, Counter())[word.text[:1].upper() + word.text[1:]] += 1
    if not concepts:
        return _plain_noun(found)
    name = min(concepts, key=lambda key: (-concepts[key], key))
    words = surfaces[name]
    best = min(words, key=lambda text: (-words[text], len(text), text))
    return best[:1].upper() + best[1:]


def _plain_noun(found: Sequence[Matter]) -> str:
    count: Counter[str] = Counter()
    for matter in found:
        for lemma, index in matter.frame.lemmas.items():
            word = matter.frame.words[index]
            if matter.frame.language == "en" or word.text[:1].isupper():
                count[lemma[:1].upper() + lemma[1:]] += 1
    return min(count, key=lambda text: (-count[text], text)) if count else ""


def _parties(found: Sequence[Matter], head: str) -> list[str]:
    """The names most often named, else the states, as they are written most often."""
    names: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    first: dict[str, int] = {}
    for matter in found:
        this = matter.frame
        for key, index in [(f"n:{k}", i) for k, i in this.names.items()] + [
            (f"p:{k}", i) for k, i in this.states.items()
        ]:
            word = this.words[index].text
            if word.lower() == head.lower():
                continue
            names[key] += 2 if key.startswith("n:") else 1
            written.setdefault(key, Counter())[word] += 1
            first.setdefault(key, len(first))
    ranked = sorted(names, key=lambda key: (-names[key], first[key]))[:MOST_PARTIES]
    return [min(written[key], key=lambda text: (-written[key][text], len(text), text)) for key in ranked]

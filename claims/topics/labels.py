"""What a person would call a topic: what it asks or tells, of which event, who or where, in the articles' own words.

The topics of one story are named together. The story's heading is its most telling noun with who or where ("Einsturz in
Velmora", "Nimbora outage"). A topic that counts or asks one thing is called so ("Zahl der Toten beim Einsturz in
Velmora"), another by the noun that its claims share, with its own parties or with the heading in brackets
("Dach (Einsturz in Velmora)"). No two topics of a story have one label: what has no noun of its own is called by its
first claim, and what speaks of somebody by the claim that does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from claims.language.lexicon import load
from claims.models import Article, SpeakerKind, Statement
from claims.topics.frame import Frame, frame_of
from claims.topics.levels import MEETINGS
from claims.topics.lexicon import Causes, lexicon
from claims.topics.matter import Matter
from claims.topics.naming import Heading, Party, joined, meeting_of, noun_form, parties, short_name, wording
from claims.topics.nouns import Noun, Text, ranked
from claims.topics.words import stem

LONGEST = 70  # characters
GAP = " … "  # between the pieces of a claim
SHORTEST_CLAIM = 4  # words of a claim that is a sentence
LONGEST_CLAIM = 60  # characters of a claim that stands for a label
TITLE = 2  # how often a title counts in the heading of its story
MOST_TRIED = 6  # nouns that are tried before two topics share a label
HEADLINED = 3.0  # how much more a noun of a title counts there
PAIRED = frozenset(  # events between two
    {"meet", "call", "talks", "visit", "exchange", "deal", "ceasefire", "peace", "war", "merger", "takeover", "match"}
)
SCHEDULED = frozenset(  # events of which statements that give different days tell the date
    {"meet", "visit", "conference", "concert", "match", "trial", "verdict", "election", "referendum", "vote", "launch"}
    | {"rocket_launch", "exhibition", "ceremony", "wedding", "funeral", "final_match", "exchange"}
)
_COMMA = re.compile(r"[,;](?=[”\"’'“»]?$)")  # at the end of what is quoted as it goes on: "It is empty," she said
HALF = 0.5  # of the statements of a topic that must count one thing, or ask for it


@dataclass(frozen=True, slots=True)
class _Story:
    """What the labels of one story in one language have in common."""

    language: str
    heading: Heading | None
    concepts: frozenset[str]  # of the heading's noun
    titles: frozenset[str]  # stems of the words of the titles
    names: frozenset[str]  # keys of the names in the titles
    people: frozenset[str]  # words of the names of speakers, in small letters
    genitives: Mapping[str, str]  # "Velmoras" → "Velmora"


def labels(groups: Sequence[Sequence[Matter]], articles: Mapping[str, Article]) -> list[str]:
    """A label for each group of statements of one story, such as "Treffen Trump–Putin"; the same for the same story."""
    by_story: dict[int, list[int]] = {}
    for place, group in enumerate(groups):
        by_story.setdefault(group[0].story, []).append(place)
    out = [""] * len(groups)
    for places in by_story.values():
        stories: dict[str, _Story] = {}
        given: set[str] = set()
        for place in sorted(places, key=lambda n: (-len(groups[n]), min(item.statement.id for item in groups[n]))):
            language = _language(groups[place])
            if language not in stories:
                matters = [item for number in places for item in groups[number] if item.frame.language == language]
                stories[language] = _story(matters, articles, language)
            out[place] = _label(groups[place], stories[language], given)
            given.add(out[place])
    return out


def _language(group: Sequence[Matter]) -> str:
    count = Counter(item.frame.language for item in group)
    return min(count, key=lambda code: (-count[code], code))


def _story(found: Sequence[Matter], articles: Mapping[str, Article], language: str) -> _Story:
    sources = sorted({item.statement.article_id for item in found})
    titles = [frame_of(articles[name].title, language) for name in sources if name in articles and articles[name].title]
    speakers = {item.statement.speaker for item in found if item.statement.speaker_kind == SpeakerKind.PERSON}
    people = frozenset(part.lower() for name in speakers if name.istitle() for part in name.split())
    stems = frozenset(stem(word.lemma, language) for title in titles for word in title.words)
    names = frozenset(party.key for title in titles for party in parties(title, language))
    words = {word.text for item in found for word in item.frame.words} | {
        w.text for title in titles for w in title.words
    }
    genitives = {word: word[:-1] for word in words if word[:1].isupper() and word.endswith("s") and word[:-1] in words}
    story = _Story(language, None, frozenset(), stems, names, people, genitives)
    texts = _texts(found) + [Text(title, title.features) for title in titles] * TITLE
    nouns = ranked(texts, language, stems, people, HEADLINED)
    if len(found) + len(titles) < 2 or not nouns:
        return story
    titled = (noun for noun in nouns if not noun.actor and stem(noun.lemma, language) in stems)
    telling = next(titled, nouns[0])
    heading = _heading(telling, [text.frame for text in texts], story)
    return replace(story, heading=heading, concepts=frozenset(telling.concepts))


def _texts(found: Iterable[Matter]) -> list[Text]:
    return [Text(item.frame, item.own.whole.features) for item in found]


def _label(group: Sequence[Matter], story: _Story, given: set[str]) -> str:
    own = [item for item in group if item.frame.language == story.language]
    nouns = ranked(_texts(own), story.language, story.titles, story.people)
    meeting = _meeting(group, story.language)
    tried = [_aspect(group, own, nouns, story, meeting), meeting.text if meeting is not None else ""]
    telling = own
    # whom one statement names is not the matter
    told = [noun for noun in nouns if not noun.actor or noun.inside > 1]
    if nouns and (not told or (nouns[0].person and nouns[0].inside == 1)):
        telling = [item for item in own if any(word.lemma == nouns[0].lemma for word in item.frame.words)]
    else:
        tried += _headed(own, told, story)
    best = next((text for text in tried if text and text not in given), "")
    if best:
        return shortened(best)
    return _sentence(telling, story.language)


def _sentence(found: Sequence[Matter], language: str) -> str:
    """The first claim that reads as a sentence, else the first: "dass er ging" does not; what somebody did has who."""
    opens = set(lexicon(language).function.claim)

    def broken(item: Matter) -> tuple[bool, bool]:
        claim = item.statement.claim
        led = language == "de" and claim.partition(" ")[0].lower() in opens  # its verb stands last
        return led or GAP in claim or claim.count(" ") < SHORTEST_CLAIM - 1, _act(item.statement)

    statement = min(found, key=broken).statement
    text = statement.claim
    first, _, rest = text.partition(" ")
    if _act(statement):
        text = f"{statement.speaker} {text}"
    elif language == "en" and first.lower() in opens and rest:
        text = rest
    text = _COMMA.sub("", shortened(text, LONGEST_CLAIM))
    return text[:1].upper() + text[1:]


def _act(statement: Statement) -> bool:
    """The claim is what its speaker did, with the verb of it: "rejected calls to resign"."""
    cue = statement.cue_span
    inside = cue is not None and any(span.start == cue.start for span in statement.claim_spans)
    return inside and statement.speaker_kind != SpeakerKind.UNNAMED and bool(statement.speaker)


def _headed(own: Sequence[Matter], nouns: Sequence[Noun], story: _Story) -> list[str]:
    """Labels by one of these nouns, and by the heading of the story for several statements, best first."""
    out = [_named(noun, own, story) for noun in nouns[:MOST_TRIED] if not _told(noun, story)]
    if len(own) > 1:
        out += [_named(noun, own, story) for noun in nouns[:1]]
        out += [story.heading.text] if story.heading is not None else []
    return out


def shortened(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"


def _meeting(group: Sequence[Matter], language: str) -> Heading | None:
    """The meeting that most of the statements and no other speak of, where a story tells of meetings on several levels;
    where they speak of two levels, as of ministers who come with their presidents, it may be one meeting."""
    told = [item.level for item in group if item.level]
    if len(set(told)) != 1 or len(told) < HALF * len(group):
        return None
    if all(item.events.isdisjoint(MEETINGS) for item in group):
        return None
    lemmas = {lemma for item in group if item.frame.language == language for lemma in item.frame.lemmas}
    return meeting_of(told[0], lemmas, language)


def _aspect(
    group: Sequence[Matter], own: Sequence[Matter], nouns: Sequence[Noun], story: _Story, meeting: Heading | None
) -> str:
    """What most of the statements count or ask for, with the event; empty if there is no such thing."""
    language = story.language
    least = max(2.0, HALF * len(group))
    frames = [item.frame for item in own]
    heading = story.heading
    event = next((noun for noun in nouns if noun.event), None)
    own_heading = heading if event is None else _heading(event, frames, story)
    if event is not None and heading is not None and not event.concepts.isdisjoint(story.concepts):
        own_heading = heading
    own_heading = meeting or own_heading
    rules = wording(language)
    states = Counter(s for item in group for s in {q.state for q in item.statement.quantities} if s in rules.counted)
    for state in sorted(states, key=lambda name: (-states[name], name)):
        if states[state] >= least:
            name = rules.counted[state]
            host = heading if heading is not None and heading.event else own_heading
            return joined(name, True, host, language) if host else name
    asked = Counter(name for item in group for name in _asked(item))
    happens = story.concepts | (event.concepts if event is not None else set())
    days = [item.statement.about_date.value for item in group if "date" not in _asked(item) and _dated(item, happens)]
    dated = asked["date"] + len(days) >= least
    if dated and len(set(days)) > 1 and event is not None and not SCHEDULED.isdisjoint(event.concepts):
        asked["date"] += 1
    for name in sorted(asked, key=lambda key: (-asked[key], key)):
        if own_heading and (asked[name] >= least or (name == "date" and dated)):
            return joined(rules.asked[name], False, own_heading, language)
    return ""


def _asked(item: Matter) -> set[str]:
    """Whether the statement names or misses a date of an event, or names a cause."""
    this, language = item.frame, item.frame.language
    out = set()
    if any(mention.group == "object" and mention.name == "date" for mention in this.mentions):
        out.add("date")
    causes = set(load(language, "causes", Causes).nouns)
    if any(word.lemma in causes or word.lower in causes for word in this.words):
        out.add("cause")
    return out


def _dated(item: Matter, concepts: Set[str]) -> bool:
    """The statement gives a date of an event."""
    return bool(item.statement.about_date.span) and not item.events.isdisjoint(concepts)


def _told(noun: Noun, story: _Story) -> bool:
    """The heading says the noun already, inside another word."""
    heading = story.heading
    return heading is not None and noun.lemma != heading.lemma and noun.lemma in heading.text.lower()


def _named(noun: Noun, own: Sequence[Matter], story: _Story) -> str:
    """The noun with its own parties, or with the heading of the story."""
    heading = story.heading
    mine = _heading(noun, [item.frame for item in own], story)
    if heading is None or mine.before or mine.after:
        return mine.text
    if noun.lemma == heading.lemma:
        return heading.text
    return f"{mine.text} ({heading.text})"


def _heading(noun: Noun, frames: Sequence[Frame], story: _Story) -> Heading:
    """The noun with the names that several of the texts have: of an event two parties or a place, of a thing one."""
    language = story.language
    text = noun_form(noun.forms, noun.before, noun.lemma, language)
    people, spots = _parties(noun, text, frames, story)
    before = after = ""
    alike = [party for party in people if party.state == people[0].state]
    if len(alike) > 1 and not noun.concepts.isdisjoint(PAIRED):
        pair = "–".join(short_name(party.text) for party in alike[:2])
        before, after = (f"{pair} ", "") if wording(language).name_first else ("", f" {pair}")
    elif spots:
        after = f" {spots[0].where} {spots[0].text}"
    elif people:
        name = short_name(people[0].text)
        before, after = (f"{name} ", "") if wording(language).name_first else ("", f" {name}")
    return Heading(before, text, after, noun.lemma, noun.event)


def _parties(noun: Noun, text: str, frames: Sequence[Frame], story: _Story) -> tuple[list[Party], list[Party]]:
    """Who is named and where it is, most often named first; what one of several texts names is neither."""
    count: Counter[str] = Counter()
    placed: dict[str, set[str]] = {}
    places = wording(story.language).places
    written: dict[str, Counter[str]] = {}
    state: dict[str, bool] = {}
    for this in frames:
        for party in parties(this, story.language):
            name = story.genitives.get(party.text, party.text)
            if name.lower() in text.lower() or text.lower() in name.lower():
                continue
            count[party.key] += 1
            if party.where:
                placed.setdefault(party.key, set()).add(party.where)
            state[party.key] = party.state
            written.setdefault(party.key, Counter())[name] += 1
    usual = [key for key in count if count[key] > 1 or len(frames) == 1 or key in story.names]
    usual.sort(key=lambda key: (-count[key], key))
    shown = {key: min(written[key], key=lambda name: (-written[key][name], len(name), name)) for key in usual}
    found = [
        Party(key, shown[key], next((word for word in places if word in placed.get(key, ())), ""), state[key])
        for key in usual
    ]
    spots = [party for party in found if party.where]
    people = [party for party in found if not party.where]
    if not noun.event:
        people = [p for p in people if not p.state and p.text.split()[-1].lower() not in story.people]
    if spots and people and count[people[0].key] > count[spots[0].key]:
        spots = []
    return people, spots

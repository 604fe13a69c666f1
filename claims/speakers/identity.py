"""One identity per speaker over all articles and languages.

Persons join by :func:`claims.speakers.names.same_person`; a surname alone, or a name with an initial, joins only where
exactly one fuller name of the case fits. Institutions join by their key (:mod:`claims.speakers.organisations`). Unnamed
groups stay within their article. What a user merged or split wins over all of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from claims.language.lexicon import languages
from claims.models import Article, Model, Speaker, SpeakerKind, Statement, content_id
from claims.speakers import across, bodies_across, shortened
from claims.speakers.antecedents import BODIES
from claims.speakers.bodykinds import proper_words
from claims.speakers.given_names import is_given_name
from claims.speakers.knowledge import knowledge
from claims.speakers.names import block_keys, parse, same_person
from claims.speakers.offices import office
from claims.speakers.organisations import is_local, organisation_key, without_legal_form
from claims.speakers.posts import Post, post
from claims.speakers.public import listed_as
from claims.speakers.sexes import told_sex


class Aliases(Model):
    """What a user decided about names: ``merge`` holds groups of spellings that are one speaker, the first the name to
    show; ``split`` holds pairs of spellings that never are."""

    merge: tuple[tuple[str, ...], ...] = ()
    split: tuple[tuple[str, str], ...] = ()


NO_ALIASES = Aliases()


class _Groups:
    """Union-find over names, the smaller name the root; a pair that must stay apart is never joined."""

    def __init__(self, apart: Sequence[tuple[str, str]]) -> None:
        self.parent: dict[str, str] = {}
        self.apart: dict[str, set[str]] = defaultdict(set)
        self.members: dict[str, set[str]] = {}
        for a, b in apart:
            self.apart[a].add(b)
            self.apart[b].add(a)

    def add(self, key: str) -> None:
        if key not in self.parent:
            self.parent[key] = key
            self.members[key] = {key}

    def find(self, key: str) -> str:
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, a: str, b: str, *, forced: bool = False) -> bool:
        x, y = sorted((self.find(a), self.find(b)))
        if x == y:
            return True
        if not forced and any(self.apart[m] & self.members[y] for m in self.members[x]):
            return False
        self.parent[y] = x
        self.members[x] |= self.members.pop(y)
        return True


def identify(
    statements: Sequence[Statement],
    *,
    aliases: Aliases = NO_ALIASES,
    language: str = "",
    articles: Sequence[Article] = (),
) -> tuple[list[Statement], list[Speaker]]:
    """Statements with ``speaker_id``, in the order given, and the speakers, those with most statements first.

    ``language`` is the interface's, whose spelling of a name is preferred for show. Where the ``articles`` are given,
    a post alone joins with the name that another article of the same event tells with it.
    """
    names: dict[str, list[Statement]] = defaultdict(list)
    bodies = {_node(s)[2:]: _node(s) for s in statements if s.speaker and s.speaker_kind in BODIES}
    surnames = _surnames(statements)
    companies = _companies(statements)

    def place(statement: Statement) -> str:
        own = _company(statement) or _node(statement)
        if company := companies.get(organisation_key(statement.speaker)):
            return company  # "Norvane" here, "Norvane AG" there
        if own.startswith("U:") and statement.mention == statement.speaker and statement.speaker in surnames:
            return f"P:{statement.speaker}"  # "Falter said" here, "Ina Falter" there
        if own.startswith("P:") and organisation_key(own[2:]) in bodies and not is_given_name(own[2:].split()[0]):
            return bodies[organisation_key(own[2:])]  # "Corvane" here, "das Unternehmen Corvane" there
        return own

    placed = {statement.id: place(statement) for statement in statements if statement.speaker}
    for statement in statements:
        if statement.speaker:
            names[placed[statement.id]].append(statement)
    spelt = _by_spelling(names)
    split = [(x, y) for a, b in aliases.split for x in spelt[a] for y in spelt[b] if x != y]  # a post is spelt too
    groups = _Groups([*split, *_of_one_surname(names)])
    for node in sorted(names):
        groups.add(node)
    _join_users(groups, aliases, spelt)
    persons = {n[2:]: _roles(names[n]) for n in sorted(names) if n.startswith("P:")}
    _join_listed(groups, persons)
    sexes = {name: told_sex(name, names[f"P:{name}"]) for name in persons}
    posts = {name: _posts(names[f"P:{name}"]) for name in persons}
    doubtful = {f"P:{name}" for name in _join_persons(groups, persons, sexes, posts)}
    _join_offices(groups, names)
    for a, b in (*shortened.acronyms(names), *shortened.first_words(names, articles)):
        groups.join(a, b)
    for found in (across.pairs, bodies_across.pairs) if articles else ():
        for a, b in list(found(names, articles, groups.find)):
            groups.join(a, b)
    doubtful = {node for node in doubtful if len(groups.members[groups.find(node)]) == 1}
    for node in sorted(doubtful):  # a surname that several bear is one speaker in one article only
        for statement in names.pop(node):
            apart = f"{node}@{statement.article_id}"
            groups.add(apart)
            names[apart].append(statement)

    def final(statement: Statement) -> str:
        node = placed[statement.id]
        return f"{node}@{statement.article_id}" if node in doubtful else node

    members: dict[str, list[str]] = defaultdict(list)
    for node in sorted(names):
        members[groups.find(node)].append(node)
    ids: dict[str, str] = {}
    speakers: list[tuple[int, Speaker]] = []
    shown = {spelling: group[0] for group in aliases.merge for spelling in group}
    for root in sorted(members):
        said = [s for node in members[root] for s in names[node]]
        speaker = _speaker(members[root], said, language, shown)
        speakers.append((len(said), speaker))
        for node in members[root]:
            ids[node] = speaker.id
    speakers.sort(key=lambda item: (-item[0], item[1].name, item[1].id))
    marked = [s.model_copy(update={"speaker_id": ids[final(s)]}) if s.speaker else s for s in statements]
    return marked, [speaker for _, speaker in speakers]


def _company(statement: Statement) -> str:
    """The node of who is named with a company's legal form; else empty."""
    return f"O:{organisation_key(statement.speaker)}" if without_legal_form(statement.speaker) else ""


def _companies(statements: Sequence[Statement]) -> dict[str, str]:
    """By the key of a name without its legal form the one company that bears it with one."""
    found: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        if bare := without_legal_form(statement.speaker):
            found[organisation_key(bare)].add(_company(statement))
    return {bare: nodes.pop() for bare, nodes in found.items() if len(nodes) == 1}


def _surnames(statements: Sequence[Statement]) -> frozenset[str]:
    """The surnames of the case's full names that mean something else too ("Falter"), so that alone they were not taken
    for a name; not those that are nouns for persons or bodies."""
    last = {s.speaker.rpartition(" ")[2] for s in statements if s.speaker_kind is SpeakerKind.PERSON}
    books = [knowledge(code) for code in languages()]
    return frozenset(w for w in last if w and not any(k.role(w) or k.institution(w) or k.country(w) for k in books))


def _of_one_surname(names: dict[str, list[Statement]]) -> list[tuple[str, str]]:
    """Who is called by a surname alone in an article that quotes somebody of that surname by a fuller name: had they
    been one, the article would have told it ("Farmer Tom Pascoe … Mrs Pascoe")."""
    heard = {node: {s.article_id for s in said} for node, said in names.items() if node.startswith("P:")}
    bearers: dict[str, list[str]] = defaultdict(list)
    for node in sorted(heard):
        if " " in node:
            bearers[f"P:{node.rpartition(' ')[2]}"].append(node)
    return [
        (alone, full) for alone in bearers if alone in heard for full in bearers[alone] if heard[alone] & heard[full]
    ]


def _node(statement: Statement) -> str:
    """What is one speaker whatever else is known: a person's spelling, an institution's key, a group of one article."""
    kind = statement.speaker_kind
    if kind is SpeakerKind.PERSON:
        return f"P:{statement.speaker}"
    if kind in BODIES:
        scope = f"@{statement.article_id}" if is_local(statement.speaker) else ""  # there are many police forces
        return f"O:{organisation_key(statement.speaker)}{scope}"
    return f"U:{statement.article_id}:{statement.speaker.lower()}"


def _by_spelling(names: dict[str, list[Statement]]) -> dict[str, list[str]]:
    """The nodes in which a speaker is spelt so; asked for a spelling that no statement has it gives none."""
    found: dict[str, list[str]] = defaultdict(list)
    for node, said in names.items():
        for spelling in {s.speaker for s in said}:
            found[spelling].append(node)
    return found


def _join_users(groups: _Groups, aliases: Aliases, by_spelling: dict[str, list[str]]) -> None:
    for group in aliases.merge:
        nodes = sorted({node for spelling in group for node in by_spelling.get(spelling, [])})
        for node in nodes[1:]:
            groups.join(nodes[0], node, forced=True)


def _join_listed(groups: _Groups, names: Iterable[str]) -> None:
    """Join the spellings that the file of public figures lists as one person's."""
    by_entry: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        if entry := listed_as(name):
            by_entry[entry].append(f"P:{name}")
    for nodes in by_entry.values():
        for node in nodes[1:]:
            groups.join(nodes[0], node)


def _join_offices(groups: _Groups, names: dict[str, list[Statement]]) -> None:
    """Join who is told by an office alone ("die Sprecherin des russischen Außenministeriums") with the one person of
    the case who is told to hold it; an unknown one ("eine Sprecherin") and one of the other sex stay apart."""
    holders: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))  # office → person → genders
    unnamed: dict[str, tuple[str, str]] = {}  # node → office and gender
    for node in sorted(names):
        for statement in names[node]:
            held = (
                office(statement.speaker_role, statement.language, statement.party) if statement.speaker_role else None
            )
            if held is None:
                continue
            if node.startswith("P:"):
                holders[held.key][groups.find(node)].add(held.gender)
            elif statement.speaker_kind is SpeakerKind.UNNAMED and not _indefinite(statement):
                unnamed.setdefault(node, (held.key, held.gender))
    for node, (key, gender) in sorted(unnamed.items()):
        fitting = {root for root, genders in holders[key].items() if gender in genders | {""} or genders <= {""}}
        if len({groups.find(root) for root in fitting}) == 1:
            groups.join(min(fitting), node)


def _indefinite(statement: Statement) -> bool:
    return statement.mention.partition(" ")[0].lower() in knowledge(statement.language).indefinite


def _roles(said: Sequence[Statement]) -> frozenset[str]:
    return frozenset(s.speaker_role.lower() for s in said if s.speaker_role)


def _posts(said: Sequence[Statement]) -> frozenset[Post]:
    found = (post(s.speaker_role, s.language) for s in said if s.speaker_role)
    return frozenset(held for held in found if held is not None)


def _one_post(some: Iterable[Post], others: Iterable[Post]) -> bool:
    """Whether a post of the ones may be one of the others: "Verbandschef", the chairman of the farmers' association."""
    return any(a.kind == b.kind and a.may_be(b) for a in some for b in others)


def _join_persons(
    groups: _Groups, names: dict[str, frozenset[str]], sexes: dict[str, str], posts: dict[str, frozenset[Post]]
) -> list[str]:
    """Join the names that are one person; returns the incomplete ones that more than one person could be. An
    incomplete one ("Herr Lindner") is nobody of the other sex ("Petra Lindner")."""
    doubtful: list[str] = []
    blocks: dict[str, list[str]] = defaultdict(list)
    full = [n for n in names if _complete(n)]
    complete = frozenset(full)
    for name in full:
        candidates = {other for key in block_keys(name) for other in blocks[key]}
        for other in sorted(candidates):
            if same_person(name, other):
                groups.join(f"P:{name}", f"P:{other}")
        for key in block_keys(name):
            blocks[key].append(name)
    for name in names:
        if name in complete:
            continue
        candidates = {other for key in block_keys(name) for other in blocks[key] if same_person(name, other)}
        candidates = {other for other in candidates if {sexes[name], sexes[other]} != {"m", "f"}}
        roots = sorted({groups.find(f"P:{other}") for other in candidates})
        if len(roots) > 1:  # namesakes: the one who holds the same office
            told = (o for o in candidates if names[o] & names[name] or _one_post(posts[o], posts[name]))
            roots = sorted({groups.find(f"P:{other}") for other in told})
        if len(roots) == 1:
            groups.join(f"P:{name}", roots[0])
        elif candidates:
            doubtful.append(name)
    return doubtful


def _complete(name: str) -> bool:
    given = parse(name).given
    return bool(given) and len(given[0].rstrip(".")) > 1


def _speaker(nodes: Sequence[str], said: Sequence[Statement], language: str, shown: dict[str, str]) -> Speaker:
    persons = [s for s in said if s.speaker_kind is SpeakerKind.PERSON]  # the others tell the office alone
    spellings = Counter(s.speaker for s in said)
    named = sorted({s.speaker for s in persons or said})
    own = {s.speaker for s in said if language and s.language == language}
    proper = {s.speaker: proper_words(s.speaker, s.language) for s in said}

    def order(spelling: str) -> tuple[int, int, int, int, str]:
        fullness = len(spelling.split()) if persons else proper[spelling] > 0
        return (-(spelling in own), -fullness, -spellings[spelling], -proper[spelling], spelling)

    name = next((shown[s] for s in sorted(spellings) if s in shown), min(named, key=order))
    roles = Counter(s.speaker_role for s in said if s.speaker_role)
    parties = Counter(s.party for s in said if s.party)
    kinds = Counter(s.speaker_kind for s in said)
    return Speaker(
        id=content_id("sp", min(nodes)),
        name=name,
        kind=SpeakerKind.PERSON if persons else min(kinds, key=lambda k: (-kinds[k], k.value)),
        role=min(roles, key=lambda r: (-roles[r], r)) if roles else "",
        party=min(parties, key=lambda p: (-parties[p], p)) if parties else "",
        aliases=tuple(sorted(spellings, key=lambda s: (-spellings[s], s))),
    )

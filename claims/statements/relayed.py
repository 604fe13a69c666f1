"""Who passes another's words on: "the Times quoted X as saying", "X said it was over, the Times reported"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements import subjects
from claims.statements.channels_by_order import source_behind
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import cue_words
from claims.statements.scene import Found, Range, Scene
from claims.statements.verbs import Verb

RELAYED = frozenset({"say", "confirm", "deny", "announce", "demand"})


def relay_of(scene: Scene, number: int, verb: Verb, mention: Range | None, pieces: tuple[Range, ...]) -> Found | None:
    """The statement of who only passes this one on: "X said it was over, the Times reported", "X said …, according
    to the Times": all that the outer one says is somebody's frame with what that one says."""
    analysis = scene.analysis
    if mention is None or verb.form != "finite" or verb.entry.group not in RELAYED or not pieces:
        return None
    if analysis.lower[mention[0]] in analysis.grammar.subject_pronouns | analysis.grammar.relatives:
        return None
    for outer in scene.of_sentence(number):
        relays = outer.rule.endswith(".laut") or outer.word in clausal_words(analysis.language).relaying
        if not relays or outer.mention is None or outer.mention == mention:
            continue
        if len(outer.pieces) > 1 and not outer.rule.endswith(".laut"):
            continue
        start, end = outer.pieces[0][0], outer.pieces[-1][1]  # "X said, according to the Times, that …"
        inner = (min(mention[0], pieces[0][0]), max(verb.last + 1, mention[1], pieces[-1][1]))
        if start <= inner[0] < end and inner[1] >= end - 1 and inner[0] <= start + 1:
            return outer
    return None


def quoted_by(scene: Scene, sentence: Sentence, verb: Verb) -> tuple[Range, Range] | None:
    """(speaker, who quotes) of "the agency quoted the minister as saying"; None where nobody is quoted so."""
    analysis = scene.analysis
    if verb.first == sentence.start or analysis.lower[verb.first - 1] not in clausal_words(analysis.language).quoted_as:
        return None
    quotes = cue_words(analysis.language).quoted
    earlier = [v for v in scene.verbs_of(scene.number_of(sentence)) if v.last < verb.first - 1]
    other = next((v for v in reversed(earlier) if v.entry.verb in quotes), None)
    if other is None:
        return _recorded_by(analysis, sentence, verb.first - 1)
    if other.form not in ("finite", "gerund"):
        return None
    source = subjects.before(analysis, sentence, other.first)
    return ((other.last + 1, verb.first - 1), source) if source is not None else None


def quotes(scene: Scene, sentence: Sentence, outer: Verb, inner: Verb) -> bool:
    """Whether ``outer`` is the verb of quoting before "as" and ``inner``: "the agency quoted him as saying"."""
    own = quoted_by(scene, sentence, inner)
    return own is not None and outer.last + 1 == own[0][0]


def passed_as(analysis: Analysis, passive: Verb, later: list[Verb]) -> bool:
    """ "Was reported by the agency as saying": the gerund behind "as" tells what was said."""
    words = clausal_words(analysis.language)
    if passive.entry.verb not in words.relaying:
        return False
    saying = (other for other in later if other.form == "gerund")
    return any(analysis.lower[other.first - 1] in words.quoted_as for other in saying)


def _recorded_by(analysis: Analysis, sentence: Sentence, end: int) -> tuple[Range, Range] | None:
    """ "The minutes record the director as saying": a verb of no list between its subject and an object."""
    grammar = analysis.grammar
    objects = grammar.determiners | grammar.possessives | grammar.object_pronouns
    for place in range(sentence.start + 2, end):
        opens = analysis.lower[place] in objects or analysis.capital(place)
        verb = place - 1
        small = analysis.is_word(verb) and analysis.tokens[verb].text[0].islower()
        if opens and small and analysis.lower[verb] not in grammar.closed:
            source = subjects.before(analysis, sentence, verb)
            return ((place, end), source) if source is not None else None
    return None


def quoting(scene: Scene, sentence: Sentence, verb: Verb) -> tuple[Range, ...]:
    """Who passed the words on: "was quoted by the Gazette as saying", "was quoted as saying by the Gazette", "the
    Gazette quoted him as saying"; of "the Gazette, which quoted him as saying" the Gazette."""
    analysis = scene.analysis
    if (active := quoted_by(scene, sentence, verb)) is not None:
        who = active[1][0]
        if analysis.lower[who] not in analysis.grammar.subject_relatives:
            return (active[1],)
        meant = subjects.antecedent(analysis, sentence, who - (analysis.tokens[who - 1].text == ","))
        return (meant,) if meant is not None else ()
    speaks = clausal_words(analysis.language).passive_speaker
    if verb.form == "gerund" and analysis.lower[verb.first - 1] in clausal_words(analysis.language).quoted_as:
        earlier = (other for other in scene.verbs_of(scene.number_of(sentence)) if other.last < verb.first - 1)
        passive = [other for other in earlier if other.form == "passive" and other.entry.verb in speaks]
        verb = passive[-1] if passive else verb
    if verb.form != "passive" or verb.entry.verb not in speaks:
        return ()
    source = source_behind(analysis, sentence, past_saying(analysis, verb.last + 1, sentence.end))
    source = source or source_behind(analysis, sentence, verb.last + 1)
    return (source,) if source else ()


def past_saying(analysis: Analysis, place: int, end: int) -> int:
    """Behind "as saying" at ``place``; ``place`` where that does not stand there."""
    words = clausal_words(analysis.language)
    led = place + 1 < end and analysis.lower[place] in words.quoted_as
    return place + 2 if led and analysis.lower[place + 1].endswith(words.gerund) else place

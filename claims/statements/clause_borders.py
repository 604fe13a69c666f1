"""Where another frame in the same sentence takes the word: joined verbs, another source, a refusal."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.models import Stance
from claims.statements import subjects
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import cue_words
from claims.statements.mention_words import mention_words
from claims.statements.noun_ends import noun_phrase
from claims.statements.scene import Found, Range, Scene
from claims.statements.verbs import Verb

TOLD_CLAUSE = 4  # tokens behind the comma in which the verb of a clause of saying follows


def coordinated(analysis: Analysis, verb: Verb, later: Verb) -> bool:
    """ "… and said", "…, adding": a further frame of the same speaker begins with ``later``."""
    cited = later.form == "gerund" and later.entry.verb in cue_words(analysis.language).quoted
    words = clausal_words(analysis.language)
    if later.form == "passive" and later.entry.verb not in words.passive_speaker:
        return False  # "said he reported it and was told to wait"
    withheld = later.negated and later.modal and later.entry.verb in words.plainly  # "but would not say who"
    set_back = analysis.lower[later.first] in words.set_back and analysis.lower[verb.first] not in words.set_back
    if set_back and not withheld:
        return False  # "She had read them, she said, and had written them down"
    if later.first == 0 or cited or (later.entry.weak and not verb.entry.weak):
        return False  # "reported, citing two officials, that …"
    before = analysis.lower[later.first - 1]
    return before in ("and", "but") or (later.form == "gerund" and before == ",")


def told_by_another(scene: Scene, sentence: Sentence, verb: Verb, pieces: tuple[Range, ...], later: list[Verb]) -> bool:
    """ "Traders tell a different story: baker Ann Lee says …": behind the colon one of them speaks."""
    analysis = scene.analysis
    if not pieces or analysis.tokens[pieces[0][0] - 1].text != ":" or pieces[0][0] - 1 <= verb.last + 1:
        return False
    for other in later:
        own = subjects.before(analysis, sentence, other.first) if other.form == "finite" else None
        if own is not None and own[0] == pieces[0][0] and other.entry.group == "say":
            return analysis.lower[own[0]] not in analysis.grammar.subject_pronouns
    return False


def refused(analysis: Analysis, verb: Verb, item: Found) -> bool:
    """ "Confirmed the date but declined to give a reason": a refusal is joined to what is said."""
    joined = item.start > verb.last and analysis.lower[item.start - 1] in analysis.grammar.coordinators
    return joined and item.stance is Stance.DECLINES


def next_source(scene: Scene, sentence: Sentence, verb: Verb, later: list[Verb]) -> int:
    """Where ", while the police said" or "but his family insisted" gives the word to another, or the end."""
    analysis = scene.analysis
    words = clausal_words(analysis.language)
    for other in later:
        if other.form != "finite" or other.entry.group in words.thought or verb.form != "finite":
            continue
        own = subjects.before(analysis, sentence, other.first)
        if own is None or own[0] - 2 <= verb.last or analysis.lower[own[0]] in analysis.grammar.subject_pronouns:
            continue
        join = own[0] - 1
        twofold = " ".join(analysis.lower[join - 1 : join + 1]) in words.turning  # "even as"
        join -= twofold
        contrasts = twofold or analysis.lower[join] in analysis.grammar.contrast_openers | words.turning
        plain = other.entry.verb in words.plainly and other.first == other.last
        forecast = verb.entry.verb in words.forecasts
        if contrasts or ((plain or forecast) and analysis.lower[join] in analysis.grammar.coordinators):
            return join - 1 if analysis.tokens[join - 1].text == "," else join
    return sentence.end


def around_insertion(analysis: Analysis, sentence: Sentence, verb: Verb, later: list[Verb]) -> Verb | None:
    """The verb to whose subject an insertion belongs: "Quill, defending Rusk, said …"."""
    if verb.form != "gerund" or verb.first - 1 <= sentence.start or analysis.tokens[verb.first - 1].text != ",":
        return None
    closed = (other for other in later if other.form == "finite" and analysis.tokens[other.first - 1].text == ",")
    return next(closed, None)


def without_told_clause(analysis: Analysis, pieces: tuple[Range, ...], later: list[Verb]) -> tuple[Range, ...]:
    """The object of an act without ", who was quoted as saying …" and "farmers who say …": somebody else's words."""
    kept: list[Range] = []
    for start, end in pieces:
        stop = next((i for i in range(start + 1, end) if _told_clause(analysis, i, end, later)), end)
        kept.append((start, stop))
    return tuple(kept)


def _told_clause(analysis: Analysis, border: int, end: int, later: list[Verb]) -> bool:
    """At ``border`` a relative clause begins, at its comma or its pronoun, whose verb is one of saying."""
    who = border + (analysis.tokens[border].text == ",")
    if who >= end or analysis.inside[border] >= 0 or analysis.lower[who] not in analysis.grammar.subject_relatives:
        return False
    reach = TOLD_CLAUSE if who > border else 1  # "farmers who say": right behind
    speaks = clausal_words(analysis.language).passive_speaker
    told = [verb for verb in later if border < verb.first <= border + reach]
    return any(verb.form not in ("infinitive", "passive") or verb.entry.verb in speaks for verb in told)


def of_person(analysis: Analysis, pieces: tuple[Range, ...]) -> bool:
    """Whether an object is who was asked, with the matter behind "over" or "about"."""
    place = noun_phrase(analysis, *pieces[0]) if pieces else -1
    if not pieces or not pieces[0][0] < place < pieces[0][1]:
        return False
    matter = analysis.lower[place] in clausal_words(analysis.language).matter_prepositions
    endings = mention_words(analysis.language).role_endings
    return matter and (analysis.lower[place - 1].removesuffix("s").endswith(endings) or analysis.capital(place - 1))

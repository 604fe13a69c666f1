"""Content before its verb of saying: "A sei B, sagte X", "Dass A B ist, bestritt X", "Das Gesetz habe, glaubt X, …"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.clauses import is_reported_mood
from claims.statements.answering import ANSWERS, clause_border
from claims.statements.attribution import speaker_of
from claims.statements.candidates import is_utterance
from claims.statements.content_limits import finite_like, mood_at, raised, verb_first
from claims.statements.cues import cue_words
from claims.statements.floating import can_speak
from claims.statements.indicative import is_verb_form
from claims.statements.leads import answers_another, unnamed
from claims.statements.occurrences import Cue
from claims.statements.phrases import phrase_at
from claims.statements.said_by_another import resumes, words_of_another
from claims.statements.scene import Form, Found, Range, Scene, clause_number, minus, trim
from claims.statements.stance import stance_of
from claims.statements.tails import goes_on

CORE = frozenset({"say", "think", "confirm", "announce", "deny", "hearsay", "learn", "demand", "doubt"})
PASSING = ("deny", "doubt", "confirm", "learn")  # groups whose content may be another's words
PLAIN = frozenset({"say", "confirm", "announce", "learn"})  # their content may stand in the indicative


def behind(scene: Scene, number: int, cue: Cue, sources: frozenset[str], taken: list[Range]) -> Found | None:
    """ "A sei B, sagte X" and "Dass A B ist, bestritt X": the content stands before the cue."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    first_clause = clause_number(sentence, cue.finite)
    if first_clause <= 0 or not (verb_first(analysis, sentence, cue) or _taken_up(analysis, sentence, cue)):
        return None
    if analysis.lower[sentence.clauses[first_clause].start] in analysis.grammar.coordinators:
        return None  # "…, und fügte hinzu, …": what follows is the content
    if cue.entry.group not in CORE and analysis.lower[sentence.clauses[first_clause].start] not in scene.words.so.words:
        return None
    if answers_another(analysis, sentence):
        return None
    if cue.entry.group in ANSWERS and clause_border(scene, sentence, cue) > sentence.start:
        return None  # "A sei B, was der Leiter, Jan Kolb, bestreitet"
    governed = cue.finite + 1 < sentence.end and is_reported_mood(analysis.lower[cue.finite + 1], analysis.language)
    if governed or (cue.modal and is_reported_mood(analysis.lower[cue.finite], analysis.language)):
        return None  # "…, ausschließen könne er das nicht" is told by who was heard before
    first = sentence.clauses[0]
    start = sentence.start
    if analysis.lower[start] in analysis.grammar.contrast_openers:
        return None  # "Während A von B spricht, sagt C, …": what stands before is another's
    for a, b in taken:
        if a <= start < b:
            start = b
    ended = (item.end for item in scene.of_sentence(number) if item.end < sentence.end)
    closed = (end + 1 for end in ended if analysis.tokens[end].text == ";")
    start = max(start, _behind_told(analysis, sentence, start, first_clause))
    start = max((start, *(at for at in closed if at < sentence.clauses[first_clause].start)))  # "laut A …; B, sagte C"
    if start == first.start and first.kind is ClauseKind.FRAGMENT and first_clause > 1:
        announced = phrase_at(analysis, first.start, first.end)
        bare = announced is not None and announced.end == first.end and is_utterance(analysis, announced)
        words = words_of_another(scene, first)
        if words is not None and (
            cue.entry.group not in PASSING or analysis.lower[start] in analysis.grammar.prepositions
        ):
            if not any(resumes(analysis, clause) for clause in sentence.clauses[2:first_clause]):
                return None  # "Zu Berichten, A sei B, sagte X nichts", "Die Aussage von Y, A sei B, kritisierte X"
        elif bare or words is not None:
            start = sentence.clauses[1].start  # "Die Behauptung, A sei B, wies X zurück"
    piece = trim(analysis, start, sentence.clauses[first_clause].start)
    if piece is None or not any(analysis.is_word(index) for index in range(*piece)):
        return None
    asked = first.kind is ClauseKind.QUESTION and cue.entry.group in ("say", "doubt")
    content_first = (first.kind is ClauseKind.CONTENT or asked) and first.end != sentence.end
    moods = [clause for clause in sentence.clauses[:first_clause] if _spoken(analysis, clause)]
    main_first = any(_has_verb(analysis, clause) for clause in sentence.clauses[:first_clause])
    mention, meant = speaker_of(analysis, sentence, cue, sources)
    if cue.entry.impersonal and mention is not None and mention[1] <= first.end and not (moods or content_first):
        return None  # "In dem Brief, der ihr vorliegt, heißt es, …": the source stands before
    behind = mention is not None and mention[0] > cue.finite
    opener = analysis.lower[sentence.clauses[first_clause].start]
    points = opener in analysis.grammar.frame_openers - scene.words.so.words - analysis.grammar.coordinators
    plain = main_first and (cue.entry.group in PLAIN or points) and behind and not cue.passive
    thought = main_first and cue.entry.group == "think" and behind and not cue.passive and not cue.entry.bound
    thought = thought and mention is not None and _names_who(scene, number, cue, mention)
    plain = plain or thought  # "Das wird sich ändern, hofft Kolb."
    quoted = cue.passive and cue.entry.verb in cue_words(analysis.language).quoted and mention is not None
    said_so = analysis.lower[sentence.clauses[first_clause].start] in scene.words.so.words and not cue.passive
    if said_so and analysis.lower[cue.finite] in analysis.grammar.be and mention and not can_speak(analysis, mention):
        return None  # "Folgt man ihm, so ist der Deich sicher"
    parted = _set_in(scene, sentence, cue, first_clause, mention)
    mention = parted or mention
    if not (moods or content_first or plain or quoted or said_so or parted or cue.entry.group == "hearsay"):
        return None
    named = plain and mention is not None and _names_who(scene, number, cue, mention)
    if not moods and not content_first and cue.entry.unsure and not (quoted or named):
        return None
    if (
        first.kind is ClauseKind.FRAGMENT
        and not moods
        and not content_first
        and first_clause <= 2
        and not (main_first or said_so or parted or cue.entry.group == "hearsay")
    ):
        return None
    frame_end = sentence.clauses[max(cue.clause, first_clause)].end
    if mention and mention[0] < frame_end < mention[1]:
        frame_end = mention[1]
    last = piece[1] - 1 - (analysis.lower[piece[1] - 1] in analysis.grammar.closed)
    broken = mood_at(analysis, max(piece[0], last), piece[1]) >= 0  # "Das Gesetz habe, glaubt X, keine Chance"
    broken = broken or analysis.lower[piece[1] - 1] in analysis.grammar.auxiliaries
    pieces = (piece, *_rest(scene, sentence, frame_end, said_so or broken or parted is not None))
    if all(analysis.inside[i] >= 0 or not analysis.is_word(i) for part in pieces for i in range(*part)):
        return None
    meant = meant or unnamed(scene, number, cue, mention)
    rule = f"{analysis.language}.nachgestellt"
    return Found(
        rule,
        number,
        Form.INDIRECT,
        pieces,
        mention,
        cue.tokens,
        stance_of(analysis, sentence, cue),
        meant,
        group=cue.entry.group,
        word=cue.entry.name,
    )


def _set_in(scene: Scene, sentence: Sentence, cue: Cue, place: int, mention: Range | None) -> Range | None:
    """Who says "Die Halle, sagt Kolb, ist zu klein", where the frame parts what stands before the verb from it."""
    analysis = scene.analysis
    behind = sentence.clauses[place + 1] if place + 1 < len(sentence.clauses) else None
    if mention is None or place != 1 or behind is None or cue.passive or cue.entry.unsure or mention[0] < cue.finite:
        return None
    opens = sentence.clauses[0].kind in (ClauseKind.FRAGMENT, ClauseKind.QUESTION)
    if (
        not opens
        or cue.entry.group not in PLAIN | {"think"}
        or any(o.clause == place + 1 for o in scene.cues_of(scene.number_of(sentence)))
    ):
        return None
    comma = behind.start - 1
    alone = mention[1] >= comma - bool(cue.entry.particle) and analysis.tokens[comma].text == ","
    return (mention[0], min(mention[1], comma)) if alone and is_verb_form(analysis, behind.start) else None


def _behind_told(analysis: Analysis, sentence: Sentence, start: int, frame: int) -> int:
    """Behind "Die GEW lehnt das ab; man lerne nichts, argumentiert X" the narrator's part before the semicolon."""
    for place in range(frame - 1, 0, -1):
        mark = sentence.clauses[place].start - 1
        if analysis.tokens[mark].text == ";" and analysis.inside[mark] < 0:
            told = mood_at(analysis, start, mark) < 0 and mood_at(analysis, mark + 1, sentence.end) >= 0
            return mark + 1 if told else start
    return start


def _names_who(scene: Scene, number: int, cue: Cue, mention: Range) -> bool:
    """ "Das Dach ist undicht, warnte Kolb." ends with who says so; not "Kolb lobte das Team, tadelte die Leitung"."""
    analysis, end = scene.analysis, scene.analysis.sentences[number].end
    if any(analysis.is_word(index) for index in range(mention[1], end)) or not can_speak(analysis, mention):
        return False
    sources = cue_words(analysis.language).impersonal.source_prepositions
    earlier = (other for other in scene.cues_of(number) if other.clause < cue.clause)
    told = (speaker_of(analysis, scene.analysis.sentences[number], other, sources)[0] for other in earlier)
    return not any(one is None or can_speak(analysis, one) for one in told)  # "Sonst drohten Engpässe, warnte Kolb"


def _taken_up(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """ "Dass es anders geht, davon ist X überzeugt": a small word takes up the clause before the verb."""
    number = clause_number(sentence, cue.finite)
    start = sentence.clauses[number].start
    taken_up = sentence.clauses[number - 1].kind is ClauseKind.CONTENT and cue.finite == start + 1
    return taken_up and analysis.tokens[start].text.islower() and not analysis.capital(start)


def _spoken(analysis: Analysis, clause: Clause) -> bool:
    """A main clause in the mood of reported speech; "Damit habe sie" is one by the place of its verb."""
    at = mood_at(analysis, clause.start, clause.end)
    second = clause.kind is ClauseKind.SUBORDINATE and at == clause.start + 1
    return at >= 0 and (clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) or second or raised(analysis, clause))


def _has_verb(analysis: Analysis, clause: Clause) -> bool:
    """A main clause, or one without a known verb in which a word has the form of one."""
    if clause.kind is ClauseKind.MAIN:
        return clause.finite >= 0
    if clause.kind is not ClauseKind.FRAGMENT:
        return False
    led = analysis.lower[clause.start] in analysis.grammar.prepositions | analysis.grammar.frame_openers
    endings = ("t",) if led else ("t", "en")
    return any(
        analysis.inside[i] < 0
        and ((finite_like(analysis, i) and analysis.lower[i].endswith(endings)) or _past(analysis, i, clause))
        for i in range(clause.start + 1, clause.end - (endings == ("t",)))  # "Mit dem Vorwurf konfrontiert"
    )


def _past(analysis: Analysis, index: int, clause: Clause) -> bool:
    """A past form behind a noun or the first word, "Der Zug | entgleiste", "Danach | brannte es"; no participle before
    its noun: "die Halle bekannte Firmen"."""
    low = analysis.lower[index]
    behind = index - 1 == clause.start or analysis.capital(index - 1)
    if not behind or not analysis.tokens[index].text.islower() or low in analysis.grammar.closed:
        return False
    if (
        index + 1 < clause.end
        and analysis.capital(index + 1)
        and analysis.lower[index - 1] in analysis.grammar.determiners
    ):
        return False  # "die geplante Halle"
    described = (
        index + 1 < clause.end and analysis.capital(index + 1) and low.startswith(analysis.grammar.participle_prefixes)
    )
    return not described and is_verb_form(analysis, index)


def _rest(scene: Scene, sentence: Sentence, frame_end: int, whole: bool = False) -> tuple[Range, ...]:
    """Content that goes on after the frame: ", sagte X, und …"."""
    analysis = scene.analysis
    for clause in sentence.clauses:
        if clause.start < frame_end:
            continue
        if whole or analysis.tokens[clause.start - 1].text == ":":
            return minus(analysis, (clause.start, sentence.end), [])
        mood = mood_at(analysis, clause.start, clause.end)
        quoted = analysis.inside[clause.start] >= 0
        if mood < 0 and not quoted and clause.start - 1 == frame_end and goes_on(analysis, clause):
            return minus(analysis, (clause.start, sentence.end), [])
        if (
            clause.kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT, ClauseKind.SUBORDINATE)
            and mood < 0
            and not quoted
        ):
            continue
        if mood < 0 and not quoted and analysis.lower[clause.start] in analysis.grammar.coordinators:
            return ()
        return minus(analysis, (clause.start, sentence.end), [])
    return ()

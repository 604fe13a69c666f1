"""A verb of saying with its content: dass and ob clauses, reported mood, infinitives, before and after the verb."""

from __future__ import annotations

from dataclasses import replace

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.clauses import is_reported_mood
from claims.models import Stance
from claims.statements.answering import clause_border
from claims.statements.attribution import speaker_of
from claims.statements.confirming import confirmed
from claims.statements.content_limits import content_end, first_word, mood_at, verb_first
from claims.statements.cues import cue_words, table
from claims.statements.indicative import (
    holds_a_verb,
    main_after_all,
    opened_otherwise,
    plain,
    strong_past,
    told_in_the_plural,
    told_plainly,
)
from claims.statements.leads import one_there, unnamed
from claims.statements.nouns import nouns_from
from claims.statements.occurrences import Cue
from claims.statements.preposed import CORE, PASSING, behind
from claims.statements.said_by_another import resumes, words_of_another
from claims.statements.scene import Form, Found, Range, Scene, clause_number, minus, trim
from claims.statements.second_voice import second_voice
from claims.statements.stance import answers_with, stance_of

PLURAL = "n"  # in the plural the conditional stands for the mood of reported speech
APPOSITION = 12  # tokens of a clause without verb between the speaker and the content


def _after(scene: Scene, number: int, cue: Cue) -> tuple[int, str] | None:
    """(clause number, rule) of the content clause that follows the cue's clause."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    entry = cue.entry
    clauses = sentence.clauses
    place = max(cue.clause, clause_number(sentence, cue.finite))
    apposition = 0
    opened = clauses[place + 1] if place + 1 < len(clauses) else None
    if opened is not None and analysis.tokens[opened.start - 1].text == ":" and not entry.weak:
        side = opened.kind in (ClauseKind.QUESTION, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE)
        if side and mood_at(analysis, opened.end, sentence.end) >= 0:
            return place + 1, "konjunktiv"  # "verlangt Einsicht: Wer bezahlt werde, müsse Fragen aushalten"
    for at in range(place + 1, len(clauses)):
        clause = clauses[at]
        low = analysis.lower[first_word(analysis, clause)]
        if place == 0 and at == 1 and clauses[0].kind is ClauseKind.CONTENT and clause.finite == clause.start:
            return None  # "Ob das Vorhaben eine Mehrheit findet, ist offen"
        if analysis.tokens[clause.start - 1].text == ";" and entry.reported and clause.kind is not ClauseKind.CONTENT:
            return None  # "bestätigte Gespräche; unterschrieben sei nichts": an act, and what is said beside it
        if analysis.tokens[clause.start - 1].text == ";" and place > 0 and verb_first(analysis, sentence, cue):
            return None  # "A sei B, sagte X; C sei D": both stand beside the frame
        joined = analysis.lower[clause.start] in analysis.grammar.coordinators
        if at == place + 1 and joined and cue.clause_kind is ClauseKind.RELATIVE:
            return None  # "…, das der Rat beschlossen habe, und X habe zugestimmt"
        noun = clause.start - 2 > cue.finite and analysis.capital(clause.start - 2)
        if entry.group == "name" and noun and at == place + 1:
            return None  # "bezeichnete Berichte, dass …, als Märchen": an act
        if (
            at == place + 1
            and entry.group not in PASSING
            and not entry.impersonal
            and words_of_another(scene, clauses[place]) is not None
        ):
            return None  # "kritisierte die Aussage von Y, das Werk sei veraltet": an act, and Y's words
        if clause.kind is ClauseKind.CONTENT:
            return at, "ob" if low == "ob" else "dass"
        goes_on = clause.kind is ClauseKind.QUESTION and at == place + 1 and joined and place > 0
        goes_on = goes_on and verb_first(analysis, sentence, cue)
        if goes_on and mood_at(analysis, sentence.start, clauses[place].start) >= 0:
            return None  # "Das sei geprüft, sagte er, und wer zweifle, irre": what stands before goes on
        if clause.kind is ClauseKind.QUESTION and at == place + 1 and not entry.weak:
            if entry.group not in ("say", "doubt") or any(
                other.clause == at or clause_border(scene, sentence, other) == clause.start - 1
                for other in scene.cues_of(number)
            ):
                continue
            return at, "frage"
        if clause.kind is ClauseKind.INFINITIVE:
            if low in analysis.grammar.infinitive_openers:
                continue
            if entry.infinitive and at - place - apposition <= 2:
                return at, "zu"
            return None
        if clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and mood_at(analysis, clause.start, clause.end) >= 0:
            starts_with_verb = mood_at(analysis, clause.start, clause.end) == first_word(analysis, clause)
            if entry.weak or cue.infinitive or cue.clause_kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT):
                return None if starts_with_verb or entry.weak else (at, "konjunktiv")
            return at, "konjunktiv"
        colon = analysis.tokens[clause.start - 1].text == ":"
        behind_colon = colon and at == place + 1 and clause.start - 1 == clauses[place].end
        if at == place + 1 and (plain(analysis, cue, clause) or (colon and strong_past(analysis, cue, clause))):
            told = analysis.grammar.preterite_mood | scene.words.evidential.words
            if entry.group in ("say", "hearsay") and clause.finite >= 0 and analysis.lower[clause.finite] in told:
                return at, "konjunktiv"
            if behind_colon and not entry.weak and entry.group in CORE:
                return at, "doppelpunkt"
        answers = behind_colon and (entry.group in ("deny", "doubt") or (entry.group == "say" and not entry.weak))
        if answers and not cue.passive and holds_a_verb(analysis, clause):
            return at, "doppelpunkt"  # "bestreitet das: Die Proben stammten von A", "stellt klar: 40 Lehrer fehlen"
        if at == place + 1 and entry.group == "say" and not entry.unsure and told_plainly(analysis, cue, clause):
            return at, "konjunktiv"
        if (
            at == place + 1
            and not entry.weak
            and entry.group in CORE
            and (told_in_the_plural(analysis, cue, sentence, at) or opened_otherwise(scene, number, cue, at))
        ):
            return at, "konjunktiv"
        if clause.kind is ClauseKind.SUBORDINATE:
            # "X sagte, wenn es regne, werde man warten"
            follows = at + 1 < len(clauses) and mood_at(analysis, clauses[at + 1].start, clauses[at + 1].end) >= 0
            main = cue.clause_kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
            if follows and at == place + 1 and main and not entry.weak:
                return at, "konjunktiv"
            continue
        if clause.kind is ClauseKind.RELATIVE:
            if at == place + 1 and not entry.weak and main_after_all(analysis, cue, clause):
                return at, "konjunktiv"
            if any(other.clause == at and other.entry.content for other in scene.cues_of(number)):
                return None  # what follows belongs to the cue of the relative clause
            continue
        if at == place + 1 and entry.group in CORE and _opens_with_words(scene, sentence, at):
            return at, "konjunktiv"
        if clause.kind is ClauseKind.FRAGMENT and clause.end - clause.start <= APPOSITION:
            if any(other.clause == at and other.entry.content for other in scene.cues_of(number)):
                return None  # "Muster, die 5,1 angegeben hatte, sagte, dass …"
            apposition += 1
            continue
        return None
    return None


def _opens_with_words(scene: Scene, sentence: Sentence, at: int) -> bool:
    """ "…, die Aussage von Y, das Werk sei veraltet, sei falsch": the content begins with another's words and judges
    them."""
    clauses = sentence.clauses
    judged = at + 2 < len(clauses) and resumes(scene.analysis, clauses[at + 2])
    return judged and words_of_another(scene, clauses[at]) is not None


def complement(scene: Scene, number: int) -> None:
    """A cue verb with a content clause after it or before it."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    language = analysis.language
    taken: list[Range] = []
    for cue in scene.cues_of(number):
        if cue.verb in scene.used or not cue.entry.content or not sentence.clauses:
            continue
        if _goes_on(scene, number, cue):
            continue
        after = None if _yields(scene, number, cue) else _after(scene, number, cue)
        if after is None or after[1] in ("konjunktiv", "doppelpunkt"):
            item = behind(scene, number, cue, sources, taken)
            if item is not None and _told_behind_a_colon(analysis, item, taken):
                _given_to(scene, number, item)
                scene.used.add(cue.verb)
                continue
            if item is not None and _told_so(scene, number, (item.start, item.end)):
                continue
            if item is not None:
                scene.used.add(cue.verb)
                scene.add(item)
                if len(item.pieces) > 1 and analysis.tokens[item.pieces[1][0] - 1].text == ":":
                    # "Dass es brannte, bestätigt X: Um acht sei der Alarm gekommen"
                    told = replace(item, rule=f"{language}.konjunktiv", pieces=item.pieces[1:], stance=Stance.ASSERTS)
                    item.pieces = item.pieces[:1]
                    scene.add(told)
                taken.append((sentence.start, item.end))
                scene.remember(item.antecedent or item.mention, number)
                continue
        if after is None:
            continue
        start_clause, kind = after
        start = sentence.clauses[start_clause].start
        around = any(a <= start < b for a, b in taken)
        own = kind == "dass" or (kind == "konjunktiv" and _said_within(scene, sentence, cue, start, taken))
        if around and not own:
            continue
        end = min(content_end(analysis, sentence, cue, start), second_voice(scene, number, start))
        piece = trim(analysis, start, end)
        if piece is None or _told_so(scene, number, piece):
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        mention = mention or one_there(scene, number, cue)
        meant = meant or unnamed(scene, number, cue, mention, said_before=False)
        scene.used.add(cue.verb)
        opened = _before_frame(scene, sentence, cue, start_clause) if kind == "konjunktiv" else ()
        if kind == "zu" and cue.entry.group == "demand":
            opened = _asked(analysis, sentence.clauses[cue.clause], cue, mention)
        item = Found(
            f"{language}.{kind}",
            number,
            Form.INDIRECT,
            (*opened, piece),
            mention,
            cue.tokens,
            Stance.ASSERTS
            if answers_with(analysis, cue.entry, cue.finite, start)
            else _act_of(analysis, sentence, cue, kind),
            meant,
            group=cue.entry.group,
            word=cue.entry.name,
        )
        _nest(scene, item, cue)
        item.only_reader = item.only_reader or kind in ("frage", "ob")
        if mention is None and cue.infinitive:
            item.only_benchmark = True
        if kind == "konjunktiv" and mention is not None and (act := confirmed(scene, number, cue, mention)):
            scene.add(act)
            item.stance = Stance.ASSERTS
        if (beside := _told_beside(analysis, item)) is not None:
            scene.add(beside)
        scene.add(item)
        taken.append((start, piece[1]))
        if item.parent is None or item.via:
            scene.remember(meant or mention, number)
            scene.channel = item.via


def _said_within(scene: Scene, sentence: Sentence, cue: Cue, start: int, taken: list[Range]) -> bool:
    """ "X sagte, Y habe erklärt, | der Mann sei tot": a verb of saying in the mood of reported speech has its own."""
    analysis = scene.analysis
    clause = sentence.clauses[cue.clause]
    behind = clause.end == start - 1 and analysis.tokens[clause.end].text == ","
    behind = behind and clause.kind is not ClauseKind.RELATIVE
    told = is_reported_mood(analysis.lower[cue.finite], analysis.language) and clause.start < cue.finite
    within = any(a <= clause.start and start < b for a, b in taken)
    says = cue.entry.group in ("say", "confirm", "deny", "announce") and not cue.entry.weak
    return behind and told and within and says


def _told_beside(analysis: Analysis, item: Found) -> Found | None:
    """Of "bestritt, dass er da war; er sei krank gewesen" what is said behind the semicolon and not denied, which the
    statement then has no more."""
    start, end = item.pieces[-1]
    marks = (i for i in range(start, end) if analysis.tokens[i].text == ";" and analysis.inside[i] < 0)
    mark = next(marks, end)
    if item.stance is Stance.ASSERTS or mark + 1 >= end or mood_at(analysis, mark + 1, end) < 0:
        return None
    rest = trim(analysis, mark + 1, end)
    item.pieces = (*item.pieces[:-1], (start, mark))
    rule = f"{analysis.language}.konjunktiv"
    return replace(item, rule=rule, pieces=(rest,), stance=Stance.ASSERTS) if rest is not None else None


def _act_of(analysis: Analysis, sentence: Sentence, cue: Cue, kind: str) -> Stance:
    """The stance; of a verb of saying that also demands, an infinitive is demanded: "mahnte, ruhig zu bleiben"."""
    if kind == "zu" and cue.entry.group == "say" and not cue.entry.needs:
        same = (one for one in table(analysis.language).infinitive[cue.entry.particle + cue.entry.verb])
        demand = next((one for one in same if one.group == "demand" and not one.needs), None)
        return demand.stance if demand is not None else stance_of(analysis, sentence, cue)
    return stance_of(analysis, sentence, cue)


def _asked(analysis: Analysis, clause: Clause, cue: Cue, mention: Range | None) -> tuple[Range, ...]:
    """Who is to do what the infinitive says: the object of "forderte den Minister auf, zurückzutreten"."""
    found: tuple[Range, ...] = ()
    index = clause.start
    while index < clause.end:
        if mention is not None and mention[0] <= index < mention[1]:
            index = mention[1]
            continue
        governed = analysis.lower[index] in analysis.grammar.prepositions
        stop = nouns_from(analysis, index + governed, clause.end, governed)[1] if index not in cue.tokens else 0
        if stop and not governed and index > cue.finite:
            found = ((index, stop),)
        index = max(stop, index + 1)
    return found


def _yields(scene: Scene, number: int, cue: Cue) -> bool:
    """Another cue behind this one in its clause has the content: "dementierte das und riet den Leuten, …"."""
    return any(
        other.clause == cue.clause
        and other.verb > cue.verb
        and other.entry.content
        and not other.entry.weak
        and not other.infinitive
        and other.finite > max(cue.finite, cue.verb)
        for other in scene.cues_of(number)
    )


def _goes_on(scene: Scene, number: int, cue: Cue) -> bool:
    """The cue itself stands in the mood of reported speech: the sentence is somebody else's words."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if scene.speaker is None or scene.speaker_sentence < number - 1:
        return False
    first = sentence.clauses[0]
    if cue.clause == 0 and cue.finite == sentence.start and len(sentence.clauses) > 1:
        # "Sollte sich der Verdacht bestätigen, werde man klagen": the condition of what is said
        follows = sentence.clauses[1]
        if mood_at(analysis, follows.start, follows.end, conditional=False) == follows.start:
            return analysis.lower[cue.finite] in analysis.grammar.modals
    low = analysis.lower[cue.finite]
    at = mood_at(analysis, first.start, first.end, conditional=False)
    if cue.clause == 0 and first.start < at < cue.verb and (cue.verb == cue.finite or cue.passive):
        return first.kind is ClauseKind.MAIN  # "Man könne nicht ausschließen, dass …", "Dort sei beschlossen worden, …"
    plural = low in analysis.grammar.conditional_mood and low.endswith(PLURAL)  # "Diese hätten gezeigt, dass …"
    if not (is_reported_mood(low, analysis.language) or plural):
        return False
    if cue.clause == 0:
        return cue.clause_kind is ClauseKind.MAIN
    opened = first.kind in (ClauseKind.SUBORDINATE, ClauseKind.QUESTION, ClauseKind.CONTENT) or (
        analysis.lower[sentence.start] in analysis.grammar.modals
    )
    return cue.clause == 1 and opened and cue.finite == sentence.clauses[1].start


def _before_frame(scene: Scene, sentence: Sentence, cue: Cue, content: int) -> tuple[Range, ...]:
    """ "Eine Treppe, erklärt X, koste Geld": what stands before the frame, where the verb follows behind it."""
    analysis = scene.analysis
    clause = sentence.clauses[content]
    frame = cue.clause
    told = (ClauseKind.RELATIVE, ClauseKind.FRAGMENT)  # of who says it: "erklärt X, der den Bau leitet,"
    if any(between.kind not in told for between in sentence.clauses[frame + 1 : content]):
        return ()
    verb = mood_at(analysis, clause.start, clause.end) == clause.start
    if not verb or frame < 1 or not verb_first(analysis, sentence, cue):
        return ()
    if any(before.kind is not ClauseKind.FRAGMENT for before in sentence.clauses[:frame]):
        return ()
    return minus(analysis, (sentence.start, sentence.clauses[frame].start), [])


def _told_behind_a_colon(analysis: Analysis, item: Found, taken: list[Range]) -> bool:
    """ "Zorn legte nach: Niemand habe Geld bekommen, erklärte sie": the content is hers already."""
    return any(analysis.tokens[start - 1].text == ":" and item.start < start < item.end for start, _ in taken if start)


def _given_to(scene: Scene, number: int, item: Found) -> None:
    """ "Die Firma wies das zurück: Alles sei geprüft, sagte Chefin Ann Lee": hers, where somebody is named."""
    mention = item.mention
    if mention is None or scene.analysis.lower[mention[0]] in scene.analysis.grammar.clear_subjects:
        return
    for earlier in scene.of_sentence(number):
        before = earlier.mention is not None and earlier.mention[1] <= earlier.start
        if before and item.start < earlier.start < item.end and mention[0] > earlier.end:
            earlier.mention, earlier.antecedent, earlier.cue = mention, item.antecedent, item.cue
            scene.remember(mention, number)


def _told_so(scene: Scene, number: int, piece: Range) -> bool:
    """ "X kann das bestätigen: A sei B, so Y": Y's words, which begin where the piece does."""
    return any(item.rule.endswith(".so") and item.start == piece[0] for item in scene.of_sentence(number))


def _nest(scene: Scene, item: Found, cue: Cue) -> None:
    """Link the statement to the one that it stands in; a source around it is then the channel."""
    analysis = scene.analysis
    for outer in scene.of_sentence(item.sentence):
        if any(a <= cue.verb < b for a, b in outer.pieces) and outer.pieces != item.pieces:
            item.parent = outer
            source = outer.rule.rsplit(".", 1)[-1]
            clause = analysis.sentences[item.sentence].clauses[cue.clause]
            spoken = mood_at(analysis, clause.start, clause.end, conditional=False) >= 0
            if source in ("wie", "so") and (spoken or item.mention is None):
                item.only_benchmark = True  # "Er gehe davon aus, dass …, so X": X says the whole
                return
            if source in ("laut", "nach", "zufolge", "wie", "so") and outer.mention:
                item.via = (outer.mention,)
                item.only_reader = True
                outer.only_benchmark = True
            return

"""Acts of speech told in the narrator's words: "kritisierte die Pläne", "dementierte diese Information"."""

from __future__ import annotations

from claims.language.analysis import Analysis, Clause, ClauseKind, Sentence
from claims.language.clauses import is_reported_mood
from claims.statements.acting_on import acts_on
from claims.statements.attribution import speaker_of
from claims.statements.clausal_words import clausal_words
from claims.statements.content_limits import finite_like, mood_at
from claims.statements.cues import cue_words
from claims.statements.direct import quotations_of
from claims.statements.dividing import divided
from claims.statements.fragments import named, small_word
from claims.statements.leads import colon_of, one_there
from claims.statements.nouns import nouns_from
from claims.statements.occurrences import Cue, is_number
from claims.statements.scene import Form, Found, Range, Scene, clause_number, minus, trim
from claims.statements.source_phrases import past_told
from claims.statements.stance import answers_with, negated, stance_of

FIGURE_REACH = 2  # sentences back to the other figure: "Er gibt 1200 Meter an. Brandl hat gemessen. Er kommt auf 950"
EVENT_CONFIDENCE = 0.25  # an act that is told as a mere event as often as not
SOURCES = ("laut", "nach", "zufolge")  # a source around an act is the channel that it came through
INSIDE = ("nomen", "wonach", "demnach", "fragment", "im_satz", "frei")  # parts of an act, no statement beside it


def reported(scene: Scene, number: int) -> None:
    """Cues of the reported acts that have no content clause: their clause, or the sentence, is the statement."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    sources = cue_words(analysis.language).impersonal.source_prepositions
    alone = not scene.of_sentence(number)
    for cue in scene.cues_of(number):
        judged = _judges_before_colon(scene, number, cue)
        if not cue.entry.reported or (cue.verb in scene.used and not judged) or cue.infinitive:
            continue
        if cue.modal and not _refuses(scene, sentence, cue):
            continue
        if analysis.lower[sentence.clauses[cue.clause].finite] in scene.words.evidential.words:
            continue  # "soll den Rücktritt gefordert haben": what others say of him
        figure = cue.entry.verb in clausal_words(analysis.language).figure_acts
        if figure and not _beside_another_figure(scene, number):
            continue
        clause = sentence.clauses[cue.clause]
        contrast = analysis.lower[clause.start] in analysis.grammar.contrast_openers
        if clause.kind not in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and not contrast:
            continue
        beside = [item for item in scene.of_sentence(number) if item.rule.rsplit(".", 1)[-1] not in INSIDE]
        around = [item for item in beside if any(a <= cue.verb < b for a, b in item.pieces)]
        channels = [item for item in around if item.rule.rsplit(".", 1)[-1] in SOURCES and item.mention]
        if any(item.form is not Form.REPORTED for item in around) and not (channels and len(around) == len(channels)):
            continue
        mention, meant = speaker_of(analysis, sentence, cue, sources)
        if (first := acts_on(scene, number, cue.clause, cue.finite)) is not None:
            mention, meant = first, None
        mention = mention or one_there(scene, number, cue)
        if (cue.passive and mention is None) or (not alone and mention is None):
            continue
        if negated(analysis, sentence, cue) and not cue.modal and not _tells_though_negated(scene, clause, cue):
            continue
        whole = (_behind_kicker(scene, sentence, cue, mention), sentence.end)
        via = tuple(item.mention for item in channels if item.mention and item.antecedent is None)
        if channels and (mention is None or not via):
            continue
        for item in channels:
            item.only_benchmark = True
        own = judged or (beside and len(channels) < len(beside)) or contrast
        stretch = (
            _own_stretch(scene, sentence, cue, number)
            if own
            else (whole[0], _until_another(scene, sentence, cue, number))
        )
        if contrast and analysis.lower[stretch[0]] in analysis.grammar.contrast_openers:
            stretch = (stretch[0] + 1, stretch[1])  # "während B von einem Unfall spricht"
        holes = (
            [_with_place(analysis, with_insertion(analysis, sentence, cue.finite, mention))]
            if mention and stretch[0] <= mention[0] < stretch[1]
            else []
        )
        holes += [_channel(analysis, sentence, item.cue[0], item.mention) for item in channels if item.mention]
        scene.used.add(cue.verb)
        for item in scene.of_sentence(number):
            inner = item.rule.rsplit(".", 1)[-1] in INSIDE and stretch[0] <= item.start < stretch[1]
            item.only_benchmark = item.only_benchmark or (inner and cue.entry.group == "name")
        quoted = any(
            clause.start <= item.start < clause.end and (small_word(scene, item) or named(scene, number, item))
            for item in quotations_of(scene, sentence)
        )
        rest = behind_semicolon(scene, number, stretch[1])
        scene.add(
            Found(
                f"{analysis.language}.akt",
                number,
                Form.REPORTED,
                (whole,) if alone else (stretch,),
                mention,
                cue.tokens,
                stance_of(analysis, sentence, cue),
                meant,
                via=via,
                act=minus(analysis, stretch, holes),
                group=cue.entry.group,
                word=cue.entry.name,
                confidence=EVENT_CONFIDENCE if cue.entry.event else 0.0,
                only_reader=quoted or not alone,
            )
        )
        if rest is not None:
            rule = f"{analysis.language}.konjunktiv"
            scene.add(Found(rule, number, Form.INDIRECT, (rest,), mention, antecedent=meant))
        scene.remember(mention, number)
        alone = False


def _tells_though_negated(scene: Scene, clause: Clause, cue: Cue) -> bool:
    """ "Glaubt nicht an Brandstiftung", "bestätigte den Tod nicht", but not "der Verdacht bestätigte sich nicht"."""
    reflexives = cue_words(scene.analysis.language).decline.reflexives
    itself = any(scene.analysis.lower[i] in reflexives for i in range(clause.start, clause.end))
    return cue.entry.group in ("deny", "demand", "doubt", "think") or (cue.entry.group == "confirm" and not itself)


def _beside_another_figure(scene: Scene, number: int) -> bool:
    """Whether another's figure or act stands in the sentence, or a figure in the one before: "Laut Verband waren es
    410. X kommt auf 463"."""
    analysis = scene.analysis
    if divided(analysis, analysis.sentences[number]) or any(item.act for item in scene.of_sentence(number)):
        return True
    if not scene.found or scene.found[-1].sentence < number - FIGURE_REACH:
        return False
    return any(is_number(analysis, index) for piece in scene.found[-1].pieces for index in range(*piece))


def _refuses(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """ "Will von einer Krise nichts wissen", "will den Antrag ablehnen": told of the one who will, not of a rule."""
    low = scene.analysis.lower[cue.finite]
    past = cue.entry.bound and low in cue_words(scene.analysis.language).decline.modals
    if cue.entry.group != "deny" or not (past or low in scene.words.evidential.claims):
        return False
    return cue.entry.bound or not negated(scene.analysis, sentence, cue)


def behind_semicolon(scene: Scene, number: int, stop: int) -> Range | None:
    """ "Hält die Zahl für zu niedrig; es fehle jede dritte Fichte": what is said beside the act, in reported mood."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    if stop + 1 >= sentence.end or analysis.tokens[stop].text != ";":
        return None
    told = mood_at(analysis, stop + 1, sentence.end, conditional=False) >= 0
    told = told or _past_plural(analysis, stop + 1, sentence)
    own = any(cue.verb > stop for cue in scene.cues_of(number)) or scene.covered(number, stop + 1, sentence.end)
    return trim(analysis, stop + 1, sentence.end) if told and not own else None


def _past_plural(analysis: Analysis, start: int, sentence: Sentence) -> bool:
    """ "Ordner hätten das Gerüst bewacht": where the mood has no plural of its own, a perfect stands for it."""
    at = mood_at(analysis, start, sentence.end)
    return at > start and analysis.lower[at] in analysis.grammar.conditional_mood and analysis.lower[at].endswith("n")


def _judges_before_colon(scene: Scene, number: int, cue: Cue) -> bool:
    """ "X nannte den Plan „teuer“: Er koste Millionen", "X bestreitet das: …": what stands before the colon
    is an act."""
    analysis = scene.analysis
    colon = colon_of(scene, analysis.sentences[number])
    leads_over = cue.entry.group == "deny" and not cue.entry.bound  # "X widersprach: …"
    judges = cue.entry.group == "name" or (bool(cue.entry.needs) and not leads_over)
    told = any(
        analysis.capital(i) or analysis.lower[i] in analysis.grammar.demonstratives
        for i in range(cue.finite + 1, colon)
    )
    answers = cue.entry.group in ("deny", "doubt", "demand", "announce") and answers_with(
        analysis, cue.entry, cue.finite, colon + 1
    )
    judges = judges or (told and answers)
    named = judges and cue.finite < colon
    return named and all(item.start > colon for item in scene.of_sentence(number))


def with_insertion(analysis: Analysis, sentence: Sentence, finite: int, mention: Range) -> Range:
    """The speaker with what is told of him up to the verb: "X, der dafür zuständig ist, wies das zurück",
    "Die Grünen im Stadtrat fordern"."""
    following = next((clause for clause in sentence.clauses if clause.start == mention[1] + 1), None)
    if mention[0] > finite and following is not None and following.kind is ClauseKind.RELATIVE:
        return (mention[0], following.end)
    number = clause_number(sentence, finite)
    clause = sentence.clauses[number]
    outer = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT)
    opens = mention[0] == clause.start or analysis.lower[clause.start] in analysis.grammar.determiners
    opens = opens and outer and mention[0] - clause.start <= 1 and mention[1] < finite
    if opens and analysis.lower[mention[1]] in analysis.grammar.prepositions:
        return (mention[0], finite)  # nothing but the subject's own stands before the verb
    if number < 1 or finite != clause.start:
        return mention
    between = [clause for clause in sentence.clauses[:number] if clause.start >= mention[1]]
    told = between and all(clause.kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT) for clause in between)
    return (mention[0], finite) if told and between[0].start == mention[1] + 1 else mention


def _with_place(analysis: Analysis, hole: Range) -> Range:
    """ "Im Rathaus rechnet man": the preposition before the place that speaks goes with it."""
    before = hole[0] - 1
    place = before >= 0 and analysis.lower[before] in cue_words(analysis.language).impersonal.source_prepositions
    return (before, hole[1]) if place else hole


def _channel(analysis: Analysis, sentence: Sentence, word: int, source: Range) -> Range:
    """ "Laut dem Bericht, der dem Amt vorliegt, | klagten …", "Dem Bericht zufolge, der …, | klagten …"."""
    return (min(word, source[0]), past_told(analysis, sentence, max(word + 1, source[1])))


def _until_another(scene: Scene, sentence: Sentence, cue: Cue, number: int) -> int:
    """Where the next main clause with a subject of its own begins: "X lobte den Plan, Y kritisierte ihn"."""
    analysis = scene.analysis
    said = {other.clause: other.finite for other in scene.cues_of(number) if not other.infinitive}
    acts = {other.clause for other in scene.cues_of(number) if other.entry.reported and not other.infinitive}
    for other in scene.cues_of(number):
        second = other.clause == cue.clause and other.entry.reported and other.finite == other.verb > cue.finite
        second = second and other.entry.stance != cue.entry.stance
        if second and analysis.lower[other.finite - 1] in analysis.grammar.coordinators:
            return other.finite - 1  # "weist das zurück | und verweist auf ein Urteil"
    for at in range(cue.clause + 1, len(sentence.clauses)):
        clause = sentence.clauses[at]
        if analysis.tokens[clause.start - 1].text == ";" and analysis.inside[clause.start - 1] < 0:
            return clause.start - 1
        finite = said.get(at, clause.finite)
        if at in acts and finite == clause.start and analysis.tokens[finite - 1].text == ",":
            return finite - 1  # "bedauert den Beschluss, | sieht aber auch den Bund in der Pflicht"
        outer = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and analysis.inside[clause.start] < 0
        if not outer or finite <= clause.start or is_reported_mood(analysis.lower[finite], analysis.language):
            continue
        behind = analysis.tokens[clause.start - 1].text in (",", ";")
        if behind and nouns_from(analysis, clause.start, finite)[1] == finite:
            return clause.start - 1
    return sentence.end


def _behind_kicker(scene: Scene, sentence: Sentence, cue: Cue, mention: Range | None) -> int:
    """Where a headline begins behind its kicker: "Brückeneinsturz: Gutachter sehen Schuld bei Firma"."""
    analysis = scene.analysis
    colon = colon_of(scene, sentence)
    if not 0 <= colon < cue.finite:
        return sentence.start
    if mention is not None and colon < mention[0] < cue.finite:
        return colon + 1  # "Beifall kommt vom Verband: Dessen Chef Uwe Roth forderte …"
    if analysis.tokens[sentence.end - 1].text in (".", "!", "?"):
        return sentence.start
    told = any(finite_like(analysis, index) for index in range(sentence.start, colon))
    return sentence.start if told else colon + 1


def _own_stretch(scene: Scene, sentence: Sentence, cue: Cue, number: int) -> Range:
    """The clause of the cue, up to the coordinator before another cue, from the one after an earlier cue."""
    analysis = scene.analysis
    first = clause_number(sentence, cue.finite)
    clause = sentence.clauses[cue.clause]
    start = sentence.clauses[first].start if 0 <= first < cue.clause else clause.start
    end = clause.end
    for following in sentence.clauses[cue.clause + 1 :]:
        if following.kind not in (ClauseKind.RELATIVE, ClauseKind.QUESTION) or scene.covered(
            number, following.start, following.end
        ):
            break
        if any(following.start <= other.verb < following.end for other in scene.cues_of(number)):
            break
        end = following.end
    for other in scene.cues_of(number):
        if other.clause != cue.clause or other.verb == cue.verb:
            continue
        low, high = sorted((other.finite, cue.finite))
        between = [i for i in range(low, high) if analysis.lower[i] in analysis.grammar.coordinators]
        if between and other.finite > cue.finite:
            end = min(end, between[-1])
        elif between:
            start = max(start, between[-1] + 1)
    return start, end

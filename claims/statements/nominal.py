"""Nouns that announce what was said: "die Forderung, …", "mit der Begründung, …", "wagte die Prognose, …"."""

from __future__ import annotations

from claims.language.analysis import ClauseKind
from claims.statements.content_limits import content_end, mood_at
from claims.statements.mentions import main_subject
from claims.statements.phrases import phrases
from claims.statements.scene import Form, Found, Scene, trim

SOURCES = (".laut", ".nach", ".zufolge")  # rules of a source around the whole sentence


def nominal(scene: Scene, number: int) -> None:
    """A content clause right after a noun of saying."""
    analysis = scene.analysis
    sentence = analysis.sentences[number]
    for place in range(1, len(sentence.clauses)):
        clause = sentence.clauses[place]
        mood = mood_at(analysis, clause.start, clause.end)
        spoken = clause.kind in (ClauseKind.MAIN, ClauseKind.FRAGMENT) and mood >= 0
        if not spoken and clause.kind not in (ClauseKind.CONTENT, ClauseKind.INFINITIVE):
            continue
        if analysis.lower[clause.start] in analysis.grammar.infinitive_openers | analysis.grammar.coordinators:
            continue
        if analysis.tokens[clause.start - 1].text == ";":
            continue  # "wollte das auf Anfrage nicht bestätigen; man prüfe den Fall"
        before = sentence.clauses[place - 1]
        near = [phrase for phrase in phrases(analysis, before.start, before.end) if not phrase.pronoun]
        # the noun stands last, or before a particle or participle that closes its clause
        if not near or before.end - near[-1].end > 2:
            continue
        phrase = near[-1]
        nouns = scene.words.nominal.nouns
        owner = phrase if phrase.preposition in analysis.grammar.agent_prepositions else None
        if owner is not None and len(near) > 1 and near[-2].end == owner.start - 1:
            phrase = near[-2]  # "die Behauptung von X, …"
        head = next((i for i in range(phrase.start, phrase.end) if analysis.lower[i] in nouns), -1)
        if head < 0:
            # "die Forderung des Verbandes" may be split by a name or a place
            continue
        owned = phrase.end > head + 1 or phrase is not near[-1]
        around = [item for item in scene.of_sentence(number) if item.start <= clause.start < item.end]
        judged = owned and around and all(item.rule.endswith(SOURCES) for item in around)  # "… ist laut X falsch"
        if scene.covered(number, clause.start, clause.end) and not judged:
            continue
        if spoken and mood == clause.start:
            continue
        piece = trim(analysis, clause.start, content_end(analysis, sentence, None, clause.start))
        if piece is None:
            continue
        mention = (head + 1, phrase.end) if phrase.end > head + 1 else main_subject(analysis, sentence, place - 1)
        if owner is not None and phrase is not owner:
            mention = (owner.start, owner.end)
        if mention == (phrase.start, phrase.end):
            mention = None
        scene.add(Found(f"{analysis.language}.nomen", number, Form.INDIRECT, (piece,), mention, (head,)))
        if mention is not None:
            scene.remember(mention, number)

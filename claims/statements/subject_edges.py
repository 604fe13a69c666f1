"""Where a subject begins: the left border of its noun phrase, and the insertion that ends right before its verb."""

from __future__ import annotations

from claims.language.analysis import Analysis, Sentence
from claims.statements.clausal_words import clausal_words
from claims.statements.cues import table
from claims.statements.mention_words import mention_words
from claims.statements.verb_or_noun import is_adverb, is_determined

SHORT = 6  # tokens of a name that follows its noun between commas
NICKNAME = 6  # tokens of a quotation inside a name, marks included
LONGEST = 28  # tokens of a subject with its appositions


def insertion_start(analysis: Analysis, sentence: Sentence, close: int) -> int:
    """Where the insertion that ends at ``close`` begins: "Smith, a spokesman for the city, said"; -1 if nowhere."""
    tokens = analysis.tokens
    words = clausal_words(analysis.language)
    mark = {")": "(", ",": ",", "—": "—", "–": "–", "-": "-"}[tokens[close].text]
    commas = []
    bracket = False
    for place in range(close - 1, max(sentence.start, close - LONGEST) - 1, -1):
        if analysis.inside[place] >= 0:
            break
        bracket = (bracket or tokens[place].text == ")") and tokens[place].text != "("
        if bracket and mark == ",":
            continue  # "Cllr Ann Lee (Lab, Eastgate), who"
        if tokens[place].text == mark:
            commas.append(place)
            if mark != ",":
                break
        elif tokens[place].text in (";", ":"):
            break
    if not commas:
        return -1
    for place in commas:
        # an apposition follows a name or noun and begins like a noun phrase, a relative clause or an age
        follow = place + 1
        if follow >= close or place == sentence.start:
            continue
        if not analysis.is_word(place - 1) and tokens[place - 1].text != ")":
            continue
        low = analysis.lower[follow]
        if (
            low in analysis.grammar.determiners
            or low in analysis.grammar.relatives
            or (low in analysis.grammar.coordinators and analysis.lower[follow + 1] in analysis.grammar.relatives)
            or tokens[follow].kind == "number"
            or (tokens[close - 1].kind == "number" and close - follow == 2)  # "now 81"
            or low in mention_words(analysis.language).speaking
            or low.endswith((*mention_words(analysis.language).role_endings, *words.insertion_endings))
            or low in table(analysis.language).participle  # ", seen by this paper,"
            or (low in analysis.grammar.finite and analysis.lower[follow + 1] in analysis.grammar.prepositions)
            or low in analysis.grammar.prepositions
            or done_by(analysis, follow, close)
            or in_a_state(analysis, follow, close)
            or of_which(analysis, follow, close)
            or tokens[place - 1].text[0].isupper()
            or (tokens[follow].text[0].isupper() and close - follow <= SHORT)
            or _named_trade(analysis, follow, close)
        ):
            return place
    return commas[-1] if mark != "," else -1


def done_by(analysis: Analysis, start: int, close: int) -> bool:
    """ "Drawn up by campaigners": a participle of whatever form right before an agent."""
    agents = analysis.grammar.agent_prepositions
    opens = analysis.tokens[start].text[0].islower() and analysis.lower[start] not in analysis.grammar.closed
    return opens and any(analysis.lower[i] in agents for i in range(start + 1, min(start + 3, close)))


def in_a_state(analysis: Analysis, start: int, close: int) -> bool:
    """ "Visibly shaken", "when asked": an adverb or a word that opens a clause, and a participle alone."""
    led = is_adverb(analysis, start) or analysis.lower[start] in analysis.grammar.subordinators
    endings = clausal_words(analysis.language).insertion_endings
    last = analysis.lower[close - 1]
    shaped = last.endswith(endings) or last in table(analysis.language).participle
    return led and close - start == 2 and shaped


def of_which(analysis: Analysis, start: int, close: int) -> bool:
    """ "Parts of which were read out", "a copy of which", "most of whom": a clause that tells of a part or a piece."""
    reach = range(start + 1, min(start + 3, close - 1))
    inner = clausal_words(analysis.language).inner_prepositions
    return any(analysis.lower[i] in inner and analysis.lower[i + 1] in analysis.grammar.relatives for i in reach)


def _named_trade(analysis: Analysis, start: int, close: int) -> bool:
    """ ", deckhand Colm Reddy,": a few words, the last of them a name, none of a closed class before it."""
    if close - start > SHORT or not analysis.tokens[close - 1].text[0].isupper():
        return False
    return not any(analysis.lower[place] in analysis.grammar.closed for place in range(start, close))


def left_border(analysis: Analysis, sentence: Sentence, core: int) -> int:
    """The left border of the noun phrase that ends at ``core``."""
    words = clausal_words(analysis.language)
    grammar, lower, tokens = analysis.grammar, analysis.lower, analysis.tokens
    verbs = table(analysis.language).finite
    place = core
    while place > max(sentence.start, core - LONGEST):
        at = place - 1
        token = tokens[at]
        low = lower[at]
        if analysis.inside[at] >= 0:
            quotation = analysis.quotations[analysis.inside[at]]
            if quotation.end - quotation.start > NICKNAME or quotation.start <= sentence.start:
                break
            place = quotation.start
            continue
        if token.kind == "punct" and token.text not in (".", "'", "’", "&", "/"):
            break
        if token.text == "." and not (len(tokens[at - 1].text) <= 4 and tokens[at - 1].text[0].isupper()):
            break
        pointing = low in grammar.demonstratives and lower[at - 1] in grammar.prepositions  # "on that inspection"
        if low in words.subject_borders or (low in grammar.content_subordinators and not pointing):
            break
        if low in words.speech_nouns and token.text.islower() and place < core and analysis.capital(place):
            break  # "an assertion | Whitlock called"
        if low in grammar.relatives:
            break
        if low in grammar.coordinators and (low != "and" or _clause_left(analysis, sentence, at)):
            break
        verbal = low in verbs and token.text[0].islower() and not _as_noun(analysis, sentence, at)
        verbal = verbal and lower[at + 1] not in grammar.agent_prepositions  # "residents reached by telephone"
        if (low in grammar.auxiliaries or verbal) and place < core:
            break
        place = at
    return place


def _as_noun(analysis: Analysis, sentence: Sentence, at: int) -> bool:
    """ "the state laboratory": a form that is a noun as often, after a determiner."""
    if at > sentence.start and analysis.lower[at - 1].endswith(("'s", "’s")):
        return True  # "the council's own figures"
    if analysis.lower[at] not in clausal_words(analysis.language).nouns_too or at == sentence.start:
        return False
    return not analysis.is_word(at - 1) or is_determined(analysis, sentence, at)


def _clause_left(analysis: Analysis, sentence: Sentence, at: int) -> bool:
    """Whether a clause with its own verb stands left of the coordinator at ``at``."""
    grammar, lower = analysis.grammar, analysis.lower
    for place in range(at - 1, max(sentence.start, at - 12) - 1, -1):
        if analysis.tokens[place].kind == "punct" and analysis.tokens[place].text in (",", ";", ":"):
            return place == at - 1
        if lower[place] in grammar.auxiliaries or (
            lower[place].endswith("ed") and analysis.tokens[place].text[0].islower()
        ):
            return True
    return False

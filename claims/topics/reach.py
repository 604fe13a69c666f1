"""How far a negation reaches inside its clause."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.grammar import grammar
from claims.topics.lexicon import Lexicon
from claims.topics.words import Word


def undone(words: Sequence[Word], index: int, reach: list[int], lexicon: Lexicon) -> bool:
    """English "an offer was never made": the verb of doing, in the passive, says only that its subject is there."""
    before = words[index - 1 : index] if index else ()
    being = any(word.lemma in lexicon.function.copula for word in before)
    for n in reach:
        if words[n].lemma in (*lexicon.function.copula, *lexicon.polarity.have):
            being = being or words[n].lemma in lexicon.function.copula
            continue
        return being and words[n].lemma in lexicon.sets["there"][0] and words[n].lower != words[n].lemma
    return False


def by_degree(words: Sequence[Word], index: int, reach: Sequence[int], lexicon: Lexicon) -> bool:
    """ "Has not spent much": the negation denies the degree."""
    degree = lexicon.polarity.degree
    behind = [n for n in reach if n > index]
    near = [n for n in behind if n <= index + 4 and words[n].lower in degree]
    return bool(near) and words[index].lower not in lexicon.polarity.no


def until_preposition(words: Sequence[Word], reach: list[int], lexicon: Lexicon) -> list[int]:
    """English "not worried about rising costs": what the preposition governs is not turned round."""
    content = knowing = False
    for place, n in enumerate(reach):
        still = knowing and words[n].lower in lexicon.polarity.known_of
        if content and words[n].lower in lexicon.function.bound and not still:
            return reach[:place]
        knowing = knowing or words[n].lemma in lexicon.polarity.knowing  # "knew nothing of a call"
        content = content or words[n].lemma not in lexicon.stop
    return reach


def without_the_known(words: Sequence[Word], index: int, reach: list[int], lexicon: Lexicon) -> list[int]:
    """ "No inquiry into the flood", "von den Plänen nichts gewusst": what a preposition leads to and an article marks
    as known is not denied with what is."""
    if any(words[n].lemma in lexicon.sets["carriers"][0] for n in reach if 0 < n - index <= 2):
        return reach  # "no evidence of the leak"
    out: list[int] = []
    known = False
    for n in reach:
        word, before = words[n], words[n - 1]
        if known and lexicon.language == "de":
            known = not word.text[:1].isupper()
        elif known and (word.lower in lexicon.function.bound or word.lemma in lexicon.stop):
            known = False
            out.append(n)
        elif not known:
            known = n > 0 and word.lower in lexicon.function.definite and before.lower in lexicon.function.bound
            if not known:
                out.append(n)
    return out


def noun_phrase(words: Sequence[Word], index: int, inside: list[int]) -> list[int]:
    """German: what stands behind "ohne" up to its noun, or all of the clause that it opens ("ohne zu zahlen")."""
    behind = [n for n in inside if n > index]
    noun = next((n for n in behind if words[n].text[:1].isupper()), -1)
    infinitive = any(
        words[n].lower == grammar("de").infinitive_marker
        and n + 1 in inside
        and words[n + 1].text == words[n + 1].lemma
        for n in behind
    )  # "ohne zu zahlen"; "ohne Streit zu Ende" is none
    return inside if infinitive or noun < 0 else [n for n in behind if n <= noun]


def attributive(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """German "ein nicht eingetragener Verein": the negation belongs to an inflected adjective before its noun."""
    if index + 2 >= len(words) or words[index].lower != words[index].lemma:
        return False
    if words[index + 1].lower in lexicon.stop or words[index + 1].lemma in lexicon.stop:
        return False
    adjective, noun = words[index + 1], words[index + 2]
    inflected = adjective.text[:1].islower() and adjective.lower.endswith(grammar("de").adjective_endings)
    same = adjective.clause == noun.clause == words[index].clause
    return same and inflected and adjective.lower != adjective.lemma and noun.text[:1].isupper()

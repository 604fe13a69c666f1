"""What each word of a claim stands under: negation, denial, hedge, wish, condition.

Scopes are clause-wise: German ``nicht`` and ``kein`` turn their stretch of the clause round, English negation what
follows it (``no`` and ``nothing`` as object also what stands before). A negated or denying word hands its negation on
to the clause that hangs on it ("kein Plan, das Werk zu schließen", "it is not true that …").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claims.language.grammar import grammar
from claims.topics.aimed import aimed
from claims.topics.implied import implied, infinite
from claims.topics.lexicon import Lexicon
from claims.topics.reach import attributive, by_degree, noun_phrase, undone, until_preposition, without_the_known
from claims.topics.words import Word

SHORT = 10  # words of a claim that is nothing but a label
_WINDOW = 6  # words that a phrase may stretch over


@dataclass
class Scope:
    """Per word index: how often it is turned round, and the marks of its clause."""

    turned: list[int]
    never: set[int] = field(default_factory=set)
    yet: set[int] = field(default_factory=set)
    hardly: set[int] = field(default_factory=set)
    by: dict[int, int] = field(default_factory=dict)  # word turned round → the negator
    denied: dict[int, int] = field(default_factory=dict)  # word → the denying or labelling word
    label: set[int] = field(default_factory=set)
    hedged: set[int] = field(default_factory=set)  # clauses
    wished: set[int] = field(default_factory=set)
    offered: set[int] = field(default_factory=set)
    conditional: set[int] = field(default_factory=set)
    always: set[int] = field(default_factory=set)
    without: set[int] = field(default_factory=set)  # words
    aimed: set[int] = field(default_factory=set)  # words
    used: set[int] = field(default_factory=set)  # words that only build the scope
    listed: Mapping[str, list[int]] = field(default_factory=dict)  # name of a list of the data → its words here

    def negative(self, index: int) -> bool:
        return self.turned[index] % 2 == 1

    def use_up(self, inside: set[int], keep: set[int]) -> None:
        """The negators of the phrases ``inside`` turn nothing else but ``keep``: "has nothing to do with the flood"
        denies no flood."""
        for index in [n for n, negator in self.by.items() if negator in inside and n not in inside | keep]:
            del self.by[index]
            self.turned[index] -= 1


def hits(words: Sequence[Word], name: str, lexicon: Lexicon) -> list[int]:
    """Indices of the words (the first word of phrases) that belong to the list ``name`` of the data."""
    single, phrases = lexicon.sets[name]
    present = {form for word in words for form in (word.lower, word.lemma)}
    found = [index for index, word in enumerate(words) if word.lower in single or word.lemma in single]
    for phrase in phrases:
        first = phrase[0]
        if first not in present or phrase[-1] not in present:
            continue
        for index, word in enumerate(words):
            if first in (word.lower, word.lemma) and _follows(words, index, phrase, lexicon):
                found.append(index)
    return sorted(set(found))


def listed(words: Sequence[Word], lexicon: Lexicon) -> dict[str, list[int]]:
    """:func:`hits` for all lists of the data at once, those without any left out."""
    found: dict[str, set[int]] = {}
    present = {form for word in words for form in (word.lower, word.lemma)}
    for index, word in enumerate(words):
        for form in (word.lower, word.lemma) if word.lower != word.lemma else (word.lower,):
            for name in lexicon.listed.get(form, ()):
                found.setdefault(name, set()).add(index)
            for name, phrase in lexicon.opened.get(form, ()):
                if present.issuperset(phrase) and _follows(words, index, phrase, lexicon):
                    found.setdefault(name, set()).add(index)
    return {name: sorted(places) for name, places in found.items()}


def _follows(words: Sequence[Word], index: int, phrase: tuple[str, ...], lexicon: Lexicon) -> bool:
    at, clause = index, words[index].clause
    ordered = lexicon.language == "en"
    for part in phrase[1:]:
        reach = range(at + 1 if ordered else max(0, index - _WINDOW), min(at + _WINDOW, len(words)))
        if ordered and part in lexicon.function.to:
            reach = range(at + 1, min(at + 2, len(words)))  # "have begun to" is no "have to"
        at = next(
            (
                place
                for place in reach
                if words[place].clause == clause and part in (words[place].lower, words[place].lemma)
            ),
            -1,
        )
        if at < 0:
            return False
    return True


def _spared(words: Sequence[Word], lexicon: Lexicon) -> set[int]:
    """Negators that belong to a phrase which does not turn the claim round ("nicht nur")."""
    out: set[int] = set()
    for index, word in enumerate(words):
        for form in (word.lower, word.lemma):
            for phrase in lexicon.spared.get(form, ()):
                if index + len(phrase) > len(words):
                    continue
                if all(part in (words[index + n].lower, words[index + n].lemma) for n, part in enumerate(phrase)):
                    out.update(range(index, index + len(phrase)))
    return out


def read(words: Sequence[Word], lexicon: Lexicon) -> Scope:
    """The scopes of a claim's words."""
    scope = Scope(turned=[0] * len(words), listed=listed(words, lexicon))
    spared = _spared(words, lexicon)
    clauses: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        clauses.setdefault(word.clause, []).append(index)
    _negate(words, lexicon, scope, spared, clauses)
    for index, negator in implied(words, scope.listed, clauses, lexicon):
        if scope.negative(negator):
            continue  # "did not fail to report it"
        scope.turned[index] += 1
        scope.by.setdefault(index, negator)
    _hand_on(words, lexicon, scope, clauses)
    _deny(words, lexicon, scope, clauses)
    scope.aimed.update(aimed(words, clauses, lexicon))
    scope.conditional.update(clause for clause in clauses if _asks(words, clauses, clause, lexicon))
    beforehand = lexicon.polarity.beforehand
    scope.conditional.update(clause for clause in clauses if clause and words[clauses[clause][0]].lower in beforehand)
    scope.wished.update(words[inside[0]].clause for inside in clauses.values() if _forbids(words, inside, lexicon))
    for name, marked in (
        ("hedge", scope.hedged),
        ("demand", scope.wished),
        ("offer", scope.offered),
        ("condition", scope.conditional),
        ("always", scope.always),
    ):
        # a hedge that ends a spared phrase hedges nothing ("sehr wohl"); "nicht ausgeschlossen" does
        here = {
            words[n].clause
            for n in scope.listed.get(name, [])
            if (n not in spared or n - 1 not in spared) and not _month(words, n, lexicon)
        }
        if name == "demand":  # "operations had to be put off", and so they were
            met = {words[n].clause for n in scope.listed.get(name, []) if words[n].lower in lexicon.modality.befallen}
            here -= met
        marked.update(here)
        if name == "condition":  # and what follows from the condition, or what it was put behind
            marked.update(clause + 1 for clause in here if clause == 0)
            opened = {words[index].clause for index in scope.listed.get("condition", []) if _opens(words, index)}
            marked.update(clause - 1 for clause in opened if clause > 0)
        if name != "always":  # a wish or a hedge reaches the clause that hangs on it
            marked.update(
                clause + 1 for clause in here if clause + 1 in clauses and hangs_on(words, clauses[clause + 1], lexicon)
            )
    return scope


def _month(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """English "in May": a modal with a capital inside a sentence names a month and hedges nothing."""
    inside = index > 0 and lexicon.language == "en"
    return inside and words[index].kind == "particle" and words[index].text[:1].isupper()


def _asks(words: Sequence[Word], clauses: Mapping[int, list[int]], clause: int, lexicon: Lexicon) -> bool:
    """A question inside a sentence, "details about who is left out", which asserts nothing."""
    first, before = clauses[clause][0], clauses.get(clause - 1, ())
    if words[first].lower not in lexicon.polarity.asking or not before:
        return False
    lead = words[before[-1]]
    governs = lexicon.language == "en" and lead.lower in lexicon.function.bound
    return governs or any(
        form in lexicon.sets["unsettled"][0] for n in before[-3:] for form in (words[n].lower, words[n].lemma)
    )


def _forbids(words: Sequence[Word], inside: Sequence[int], lexicon: Lexicon) -> bool:
    """English "Don't shoot", German "das darf nicht scheitern": a wish and no fact."""
    forbidden, negators = lexicon.modality.forbidden, lexicon.polarity.negators
    if any(words[n].lower in forbidden for n in inside) and any(words[n].lower in negators for n in inside):
        return True
    first = [words[n].lower for n in inside[:2]]
    return lexicon.language == "en" and len(first) == 2 and first[0] == "do" and first[1] in ("n't", "not")


def labelling(words: Sequence[Word], here: Mapping[str, list[int]], lexicon: Lexicon) -> list[int]:
    """Indices of the words that call something untrue: what is said to be so or is called so, or a short claim.

    ``here`` is what :func:`listed` gives for these words.
    """
    out: list[int] = []
    naming = any(word.lemma in lexicon.polarity.naming for word in words)
    for index in here.get("label", []):
        inside = [word for word in words if word.clause == words[index].clause]
        behind = words[index + 1 : index + 2]
        if not naming and behind and behind[0].lower in lexicon.polarity.over[:1]:
            continue  # "rumours of a coup had spread"
        if naming or len(words) <= SHORT or any(word.lemma in lexicon.function.copula for word in inside):
            out.append(index)
    return out


def describes(words: Sequence[Word], index: int) -> bool:
    """German: an inflected adjective before its noun ("falsche Angaben"), which says nothing of its own."""
    word, after = words[index], words[index + 1 : index + 2]
    if not after or after[0].clause != word.clause or word.lemma.endswith("n"):
        return False
    inflected = word.lower.endswith(grammar("de").adjective_endings)
    return word.text[:1].islower() and after[0].text[:1].isupper() and inflected


def _opens(words: Sequence[Word], index: int) -> bool:
    """The word opens its clause."""
    return index == 0 or words[index - 1].clause != words[index].clause


def _negate(
    words: Sequence[Word], lexicon: Lexicon, scope: Scope, spared: set[int], clauses: dict[int, list[int]]
) -> None:
    strong = set(scope.listed.get("never", []))
    yet = {words[index].clause for index in scope.listed.get("yet", [])}
    negators = set(scope.listed.get("negators", [])) | strong
    hardly = set(scope.listed.get("hardly", []))
    done: set[tuple[int, int]] = set()
    for index in sorted(negators | hardly):
        if index in spared:
            continue
        word = words[index]
        scope.used.add(index)
        inside = clauses[word.clause]
        if lexicon.language == "en":
            reach = [n for n in inside if n > index and words[n].part == word.part]
            adverb = index in scope.listed.get("no_longer", ())
            if adverb or word.lower not in lexicon.polarity.no:
                reach = until_preposition(words, reach, lexicon)
            else:
                reach = without_the_known(words, index, reach, lexicon)
            if (word.lower in lexicon.polarity.back and not adverb) or undone(words, index, reach, lexicon):
                reach += [n for n in inside if n < index and words[n].part == word.part]
        elif word.lower in lexicon.polarity.without:
            reach = noun_phrase(words, index, inside)
        else:
            reach = [n for n in inside if words[n].part == word.part]
            if all(words[n].lemma in lexicon.stop for n in reach if n != index):
                reach = inside
            if index in hardly and index not in negators:
                reach = [n for n in reach if index < n <= index + 2]
            elif attributive(words, index, lexicon):
                reach = [index + 1]
            elif word.lower in lexicon.polarity.nothing:
                reach = without_the_known(words, index, reach, lexicon)
        if (word.clause, word.part) in done and (index in strong or index - 1 in scope.used):
            continue
        done.add((word.clause, word.part))
        for marked, holds in (
            (scope.never, index in strong),
            (scope.yet, word.clause in yet and index not in strong),
            (scope.hardly, index in hardly or by_degree(words, index, reach, lexicon)),
        ):
            if holds:
                inner = inside if lexicon.language == "de" else reach
                marked.update(n for n in inner if marked is not scope.hardly or n != index)  # "rare" is rare itself
        if word.lower in lexicon.polarity.without:
            scope.without.update(reach)
        for n in reach:
            if n != index:
                scope.turned[n] += 1
                scope.by.setdefault(n, index)


def hangs_on(words: Sequence[Word], inside: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether a clause is a that-clause or an infinitive, so that it takes over what governs it."""
    first = words[inside[0]]
    if first.lower in lexicon.function.claim:
        return True
    if lexicon.language == "de":
        return any(infinite(words[n], lexicon) for n in inside)
    return first.lower in lexicon.function.to


def _hand_on(words: Sequence[Word], lexicon: Lexicon, scope: Scope, clauses: dict[int, list[int]]) -> None:
    carriers = lexicon.sets["carriers"][0]
    for clause in sorted(clauses):
        following = clauses.get(clause + 1)
        if not following or not hangs_on(words, following, lexicon):
            continue
        governing = [n for n in clauses[clause] if scope.negative(n) and words[n].lemma in carriers]
        governing += [n for n in clauses[clause] if scope.negative(n) and words[n].lower in carriers]
        if governing:
            for n in following:
                scope.turned[n] += 1
                scope.by.setdefault(n, scope.by.get(governing[0], governing[0]))
                if governing[0] in scope.never:
                    scope.never.add(n)


def _turns_down(words: Sequence[Word], n: int, clauses: dict[int, list[int]], lexicon: Lexicon) -> bool:
    """The verb turns down an offer or a demand and denies nothing ("wies das Angebot zurück")."""
    if words[n].lemma not in lexicon.polarity.spurn:
        return False
    inside = {form for k in clauses[words[n].clause] for form in (words[k].lower, words[k].lemma)}
    return bool(inside & set(lexicon.polarity.wanted))


def _deny(words: Sequence[Word], lexicon: Lexicon, scope: Scope, clauses: dict[int, list[int]]) -> None:
    refers = lexicon.sets["refer"][0]
    denying = [(n, False) for n in scope.listed.get("deny", [])]
    denying += [(n, True) for n in labelling(words, scope.listed, lexicon)]
    for n in scope.listed.get("weak_label", []):
        if describes(words, n):
            continue
        inside = clauses[words[n].clause]
        following = clauses.get(words[n].clause + 1, [])
        before = clauses.get(words[n].clause - 1, [])
        that = [side for side in (following, before) if side and words[side[0]].lower in lexicon.function.claim]
        if that or any(words[k].lower in refers and k != n for k in inside):
            denying.append((n, True))
    for n, label in denying:
        about = words[n + 1 : n + 2]
        if label and lexicon.language == "en" and any(word.lower == "about" for word in about):
            continue  # "is lying about her support" does not deny it
        if scope.negative(n) or _turns_down(words, n, clauses, lexicon):
            continue
        clause = words[n].clause
        inside = list(clauses[clause])
        following, before = clauses.get(clause + 1, []), clauses.get(clause - 1, [])
        if following and (hangs_on(words, following, lexicon)):
            inside += following
        if label and before and words[before[0]].lower in lexicon.function.claim:
            inside += before
        scope.used.add(n)
        for k in inside:
            if k != n:
                scope.turned[k] += 1
                scope.denied.setdefault(k, n)
                if label:
                    scope.label.add(k)

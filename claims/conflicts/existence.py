"""Whether a claim denies that a thing or an event is there at all: "there is no offer", "it was no accident"."""

from __future__ import annotations

from claims.conflicts.side import before_phrase
from claims.language.lemmas import in_dictionary
from claims.topics.frame import Frame, senses_of
from claims.topics.lexicon import Lexicon, lexicon
from claims.topics.scope import describes
from claims.topics.words import Word, stem

CLOSE = 4  # words between "no" and the noun it denies


def negated_itself(found: Frame, index: int) -> bool:
    """Whether the negation denies that the thing or event at ``index`` is there at all.

    "Es gebe keine Absprache" and "an offer was never made" do; "habe keine Absprache gebrochen" denies something else:
    besides words that only say that something is there, the clause may hold nothing but what describes the noun.
    """
    negator = found.scope.by.get(index)
    if negator is None or not found.scope.negative(index):
        return False
    tables = lexicon(found.language)
    clause = found.words[index].clause
    if said_of_that(found, index) or unknown(found, index):
        return True
    if _compared(found, negator, index, tables):
        return False
    if _undone(found, negator, index, tables):
        return True
    there = tables.sets["there"][0]
    adverb = negator in found.scope.listed.get("no_longer", ())
    nominal = found.words[negator].lower in tables.polarity.no and not adverb
    if nominal and not head_of_no(found, negator, index, tables):
        return False
    if nominal and says_existence(found, negator, tables):
        return True
    sensed = {mention.index for mention in found.mentions if mention.group in ("axis", "status")}
    told = {mention.name for mention in found.mentions if mention.index == index and mention.group == "event"}
    event = bool(told)
    for place in range(len(found.words)):
        word = found.words[place]
        if word.clause != clause or place in (index, negator) or word.kind != "word":
            continue
        if {word.lemma, word.lower} & (tables.stop | there) or word.lemma in tables.polarity.have:
            continue
        if place in found.scope.used or min(negator, index) < place < max(negator, index):
            continue
        if event and _does_it(word, told, tables):
            continue
        if found.language == "de":
            if word.text[:1].islower():
                return False
        elif _verbal(found, place) and (place in sensed or not event):
            return False
    if nominal:
        return True
    if found.language == "en":  # "did not arrest": nothing with a meaning of its own between
        between = found.words[negator + 1 : index]  # "did not look at polls" denies no poll
        governed = any(word.lower in tables.function.bound for word in between)
        light = tables.stop | there  # "never carried out an inspection"
        done = all(word.lemma in light or _does_it(word, told, tables) for word in between)
        return index > negator and not governed and done
    if any(word.clause == clause and word.lemma in there for word in found.words):
        return True
    having = any(word.clause == clause and word.lemma in tables.polarity.have for word in found.words)
    return having and 0 < index - negator <= 3


def _does_it(word: Word, told: set[str], tables: Lexicon) -> bool:
    """ "No shot was fired": beside the noun of a deed its own verb says no more than that it was done."""
    spoken = (*tables.phrases.get(word.lemma, ()), *tables.phrases.get(word.lower, ()))
    together = (phrase.sense for phrase in spoken if len(phrase.words) > 1)  # "shots fired"
    return any(sense.group == "event" and sense.name in told for sense in (*senses_of(word, tables), *together))


def took_place(found: Frame, index: int) -> bool:
    """ "An inspection was carried out", "die Befragung der Zeugen sei erfolgt", "zu einer Prüfung kam es": of the noun
    of doing the clause says that it was done, and nothing else."""
    words, tables = found.words, lexicon(found.language)
    if found.scope.negative(index) or words[index].clause <= found.denied or whose(found, index):
        return False
    inside = [n for n, word in enumerate(words) if word.clause == words[index].clause and word.kind == "word"]
    light = [n for n in inside if n != index and words[n].lemma in tables.polarity.performing]
    if found.language == "en" and any(words[n].lower in tables.function.expletive for n in inside if n < index):
        light += [n for n in inside if words[n].lemma in tables.function.copula]  # "there was a repair"
    at = before_phrase(found, index)
    if at >= 0 and words[at].clause == words[index].clause and words[at].lower in tables.function.bound:
        if words[at].lower not in tables.polarity.coming_to:
            return False
        light = [n for n in inside if words[n].lemma in tables.polarity.coming_about]
    told = {mention.index for mention in found.mentions if mention.group in ("axis", "status")}
    return bool(light) and not any(n in told and n not in light and n != index for n in inside)


def whose(found: Frame, index: int) -> bool:
    """The noun is what a noun of doing is done to: "keine Kontrolle des Betriebs", "no inspection of the plant"."""
    tables, words = lexicon(found.language), found.words
    at = index - 1
    if found.language == "en" and at > 0 and words[at].lower in tables.function.determiners:
        at -= 1
    if at <= 0 or words[at].lower not in tables.function.genitive or words[at - 1].clause != words[index].clause:
        return False
    head = words[at - 1]  # of doing: "no sign of a leak", "kein Fall von Masern" deny what follows
    return head.lemma in found.lemmas and stem(head.lemma, found.language) != head.lemma


def head_of_no(found: Frame, negator: int, index: int, tables: Lexicon) -> bool:
    """The noun that "no" belongs to: close behind it, with nothing but what describes it between."""
    between = found.words[negator + 1 : index]
    if not 0 < index - negator <= CLOSE or any(word.clause != found.words[index].clause for word in between):
        return False
    if tables.language == "de":
        return not any(word.text[:1].isupper() for word in between)
    return not any(word.lower in tables.function.bound for word in between)


def beside_none(found: Frame, index: int) -> bool:
    """ "There were no complaints about the food" does not deny the food."""
    negator, tables = found.scope.by.get(index, -1), lexicon(found.language)
    if negator < 0 or index in found.scope.denied or not found.scope.negative(index):
        return False
    noun = found.words[index].text[:1].isupper() if found.language == "de" else index > negator + 1
    at = before_phrase(found, index)
    if not noun or at < 0 or found.words[at].lower not in tables.function.bound:
        return False
    none = found.words[negator].lower in tables.polarity.no and says_existence(found, negator, tables)
    return none and not unknown(found, index)


def says_existence(found: Frame, negator: int, tables: Lexicon) -> bool:
    """The clause of the negator says that something is there: "es gibt kein …", "there is no …"."""
    clause = found.words[negator].clause
    inside = [word for word in found.words if word.clause == clause]
    if tables.language == "en":
        before = found.words[max(0, negator - CLOSE) : negator]
        verbs = set(tables.function.existential) - set(tables.function.copula)  # "no deal existed"
        behind = [word.lemma for word in inside if word.start > found.words[negator].start]
        if {*behind} & {*tables.function.copula} and {*behind} & {*tables.polarity.performing}:
            return True  # "no visit was ever carried out"
        return any(word.lower in tables.function.expletive for word in before) or any(
            word.lemma in verbs for word in inside if word.start > found.words[negator].start
        )
    if any(word.lemma in tables.polarity.coming_about for word in inside):  # "zu einer Prüfung kam es nie"
        return any(word.lower in tables.polarity.coming_to for word in inside)
    return any(word.lemma in tables.function.existential for word in inside)


def unknown(found: Frame, index: int) -> bool:
    """ "He knew nothing of a call", "von einem Ausfall könne keine Rede sein": none, as far as the speaker knows."""
    tables = lexicon(found.language)
    at = before_phrase(found, index)
    if at < 0 or not found.scope.negative(index) or found.words[index].lemma in tables.sets["carriers"][0]:
        return False
    clause = found.words[index].clause
    if at == found.scope.by.get(index, -1):
        at -= 1  # "remembers nothing of it", "erinnere sich an kein Gespräch"
    if at < 0 or found.words[at].clause != clause or found.words[at].lower not in tables.polarity.known_of:
        return False
    return any(found.words[place].clause == clause for place in found.scope.listed.get("knowing", ()))


def _compared(found: Frame, negator: int, index: int, tables: Lexicon) -> bool:
    """ "There is no bigger threat than this": there are smaller ones."""
    clause = found.words[index].clause
    compared = any(word.clause == clause and word.lower in tables.function.than for word in found.words[index:])
    between = found.words[min(negator, index) + 1 : max(negator, index)]
    if found.language == "en" and any(_comparative(word.lower) for word in between):
        return True
    return compared and any(_graded(word.lower) for word in between)


def _undone(found: Frame, negator: int, index: int, tables: Lexicon) -> bool:
    """English "an inspection was never carried out": what was done to the subject says only that it is there."""
    if found.language != "en" or index > negator or found.words[negator].lower in tables.polarity.back:
        return False
    at = before_phrase(found, index)
    return at < 0 or found.words[at].lower not in tables.function.bound


def _comparative(form: str) -> bool:
    """English "bigger", "higher", "busier", "better"."""
    if not form.endswith("er"):
        return form == "worse"
    if form == "better":
        return True
    plain = form[:-2]
    plains = (plain, f"{plain}e", f"{plain[:-1]}y" if plain.endswith("i") else plain, plain[:-1])
    doubled = plain[-1:] == plain[-2:-1]
    return any(in_dictionary(word, "en") for word in (plains if doubled else plains[:3]))


def _graded(form: str) -> bool:
    """A comparative, as far as its form shows it: "bigger", "größeres"."""
    return form.endswith(("er", "ere", "eren", "erer", "eres", "erem")) or form in ("more", "less", "mehr", "weniger")


def said_of_that(found: Frame, index: int) -> bool:
    """ "It was no accident", "ein Unfall war das nicht": the only thing in its clause, denied of what was spoken of."""
    function = lexicon(found.language).function
    clause = found.words[index].clause
    inside = [place for place, word in enumerate(found.words) if word.clause == clause and word.kind == "word"]
    if not any(found.words[place].lower in function.that and not _article(found, place) for place in inside):
        return False
    if not any(found.words[place].lemma in function.copula for place in inside):
        return False
    if any(found.words[place].lower in function.passive for place in inside):
        return False  # "es sei keine Ware beschädigt worden"
    things = [place for place in inside if found.words[place].lemma in found.lemmas and _thing(found, place)]
    return things == [index]


def _article(found: Frame, index: int) -> bool:
    """ "Das Bild", "this bridge": the word stands before its noun and for nothing that was spoken of."""
    after = found.words[index + 1 : index + 2]
    if not after or after[0].clause != found.words[index].clause or after[0].lemma not in found.lemmas:
        return False
    return found.language == "en" or after[0].text[:1].isupper() or describes(found.words, index + 1)


def _thing(found: Frame, index: int) -> bool:
    word = found.words[index]
    return word.text[:1].isupper() if found.language == "de" else not _verbal(found, index)


def _verbal(found: Frame, index: int) -> bool:
    """An inflected verb, as far as its form shows it."""
    word = found.words[index]
    return word.lower != word.lemma and not word.lower.endswith("s")

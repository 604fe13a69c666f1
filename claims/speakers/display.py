"""How a speaker is shown: noun phrases in the nominative, without article, otherwise as the article writes them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.language.tokens import Token
from claims.speakers.index import in_dictionary
from claims.speakers.knowledge import Knowledge

_STRONG = {"m": "er", "f": "e", "n": "es", "": "e", "p": "e"}  # nominative endings of an adjective without an article


def _is_adjective(token: Token, following: Token, know: Knowledge) -> bool:
    """Whether a capitalised word is the adjective of the post behind it."""
    if know.role(following.text) is None or not following.text[0].isupper() or know.role(token.text) is not None:
        return False
    return token.lower.endswith(know.adjective_endings) and in_dictionary(token.lower, "de")


def head_index(tokens: Sequence[Token], know: Knowledge) -> int:
    """Index of the head noun: the first capitalised word in German, the last word before a linking word in English."""
    if know.language == "de":
        behind = past_attribute(tokens, know)
        for i, token in enumerate(tokens):
            if (
                i >= behind
                and token.kind in ("word", "abbreviation")
                and token.text[0].isupper()
                and token.lower not in know.determiners
            ):
                if (
                    i + 1 < len(tokens)
                    and tokens[i + 1].text[0].isupper()
                    and (
                        token.lower in know.adjective
                        or token.lower in know.roles.name_adjectives
                        or (know.institution(tokens[i + 1].text) and not _is_doer(token.text, know))
                    )
                    and token.lower.endswith(know.adjective_endings)
                    and know.institution(token.text) is None
                ):
                    continue  # "Auswärtiges Amt", "Demokratische Partei"
                if i + 1 < len(tokens) and _is_adjective(token, tokens[i + 1], know):
                    continue  # "Ärztlicher Direktor", "Erste Bürgermeisterin"
                owner = know.role(token.text) is None and know.institution(token.text) is None
                if owner and i + 1 < len(tokens) and know.role(tokens[i + 1].text) and token.text.endswith("s"):
                    continue  # "Kanadas Ministerin"
                return i
        return len(tokens) - 1
    last = 0
    for i, token in enumerate(tokens):
        if i and (token.lower in know.linking or token.text == "," or _told_behind(tokens, i, know)):
            break
        if token.kind in ("word", "abbreviation") and token.lower not in know.determiners:
            last = i
    return last


def _told_behind(tokens: Sequence[Token], i: int, know: Knowledge) -> bool:
    """ "The councillor | named in the report", "a person | close to her": what tells more before a preposition."""
    if i + 1 >= len(tokens) or not tokens[i].text.islower() or tokens[i - 1].lower in know.determiners:
        return False
    attribute = tokens[i].lower.endswith(know.verb_endings) or tokens[i].lower in know.roles.behind_nouns
    return attribute and tokens[i + 1].lower in know.prepositions


def past_attribute(tokens: Sequence[Token], know: Knowledge) -> int:
    """Where the participle stands in "(ein) mit dem Fall betrauter Ermittler"; 0 if the phrase opens with no such."""
    governing = know.prepositions | know.contracted
    first = 1 if tokens and tokens[0].lower in know.determiners and tokens[0].lower not in governing else 0
    if len(tokens) < first + 4 or tokens[first].text[0].isupper():
        return 0
    if tokens[first].lower not in governing and not (first and tokens[first].lower in know.definite):
        return 0
    for i in range(first + 2, len(tokens) - 1):
        word = tokens[i].text
        participle = word[0].islower() and word.endswith(know.adjective_endings)
        led = any(t.text[0].isupper() or t.lower in know.pronouns_any for t in tokens[first + 1 : i])
        if participle and led and tokens[i + 1].text[0].isupper():
            return i
    return 0


def _is_doer(word: str, know: Knowledge) -> bool:
    role = know.role(word)
    return role is not None and not role.adjectival  # "Süddeutsche" is an adjective before "Zeitung"


def nominative(
    tokens: Sequence[Token],
    text: str,
    know: Knowledge,
    *,
    gender: str = "",
    singular: bool = False,
    determiner: str = "",
) -> str:
    """The phrase without its article and, in German, with adjectives and head noun in the nominative.

    ``tokens`` are consecutive tokens of ``text``. What follows the head noun stays as written. ``singular`` says that
    the phrase is known to name one, ``gender`` which one's, ``determiner`` what stands before the phrase.
    """
    start = 0
    articles = know.determiners | know.prepositions
    while start < len(tokens) - 1 and tokens[start].lower in articles:
        if past_attribute(tokens[start:], know) > 1:
            start += tokens[start].lower not in know.prepositions | know.contracted
            break
        start += 1
    determiner = tokens[start - 1].lower if start else determiner
    rest = tokens[start:]
    if not rest:
        return ""
    if know.language != "de":
        return text[rest[0].start : rest[-1].end]
    head = head_index(rest, know)
    noun, gender = base_noun(rest[head].text, determiner, know, person=gender, singular=singular)
    if _plural_name(rest, determiner, know):
        return rest[0].text[:-1] + text[rest[0].end : rest[-1].end]
    if not gender and know.institution(rest[head].text) is None and know.role(rest[head].text) is None:
        return text[rest[0].start : rest[-1].end]  # a noun of unknown gender stays as the article inflects it
    shown = ""
    behind = past_attribute(rest, know)
    for place, token in enumerate(rest[:head]):
        word = token.text
        ending = next((e for e in know.adjective_endings if word.endswith(e) and len(word) > len(e) + 2), "")
        known = (
            word[0].isdigit()
            or word.lower() in know.adjective
            or in_dictionary(word[: len(word) - len(ending)] + "e", "de")
        )
        if place >= behind and ending and known and not know.uninflected(word):
            word = word[: -len(ending)] + _STRONG[gender]
        shown += word + (" " if text[token.end : rest[place + 1].start] else "")
    tail = _tail(rest, head, text, know)
    return shown + noun + tail


def _tail(tokens: Sequence[Token], head: int, text: str, know: Knowledge) -> str:
    """What follows the head; of "(der) Polizei und der Feuerwehr" without the second article."""
    if head == len(tokens) - 1:
        return ""
    joined = (
        len(tokens) - head > 3 and tokens[head + 1].lower in know.joining and tokens[head + 2].lower in know.definite
    )
    if joined and len(tokens) - head == 4:
        return f"{text[tokens[head].end : tokens[head + 1].end]} {tokens[-1].text}"
    return text[tokens[head].end : tokens[-1].end]


def _plural_name(tokens: Sequence[Token], determiner: str, know: Knowledge) -> bool:
    """Whether an adjective opens a plural name: "die Vereinten Nationen" are shown as Vereinte Nationen."""
    return (
        len(tokens) > 1
        and determiner in know.definite
        and tokens[0].text[0].isupper()
        and tokens[0].lower.endswith("en")
        and tokens[1].text[0].isupper()
        and tokens[1].lower.endswith("en")
        and in_dictionary(tokens[0].lower[:-1], "de")
        and know.institution(tokens[1].text) is None
        and know.role(tokens[1].text) is None
    )


def base_noun(
    word: str, determiner: str, know: Knowledge, *, person: str = "", singular: bool = False
) -> tuple[str, str]:
    """The nominative of a head noun and its gender (m, f, n, p for plural, empty when unknown)."""
    institution, role = know.institution(word), know.role(word)
    if institution is not None and not (institution.prefix and role is not None and role.adjectival):  # "Be|amter"
        if institution.plural:
            return word, "p"
        if institution.gender != "f":
            for ending in ("es", "s"):
                base = word.removesuffix(ending)
                found = know.institution(base)
                if base != word and found is not None and not found.plural and found.gender == institution.gender:
                    return base, institution.gender
        return word, institution.gender
    if role is None:
        return word, ""
    if role.plural:
        return word, "p"
    one = singular or determiner in know.oblique or determiner in know.indefinite
    if role.adjectival:
        gender = person or know.determiner_gender.get(determiner, "m" if one else "")
        stem = word if word.endswith("e") else word[:-1]
        if not one and determiner not in know.definite:
            return word, "" if word.endswith("er") else "p"
        return (stem + "r" if gender == "m" else stem), gender
    if role.gender == "m" and one:
        for ending in ("en", "es", "n", "s"):
            base = word.removesuffix(ending)
            found_role = know.role(base)
            if base != word and found_role is not None and found_role.gender == "m":
                return base, "m"
    if not determiner and word.endswith("ern") and know.role(word[:-1]) is not None:
        return word[:-1], "p"  # "laut Ermittlern"
    if role.gender == "m" and not determiner and word.endswith(("en", "n")) and know.role(word[:-1]) is not None:
        return word, "p"
    return word, role.gender or "p"

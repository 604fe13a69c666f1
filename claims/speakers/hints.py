"""Which stretch of a mention can be nothing but a person's name, by capitals, roles and the dictionary."""

from __future__ import annotations

import itertools

from claims.models import Span, Statement
from claims.speakers.given_names import is_given_name
from claims.speakers.index import Index, in_dictionary, is_uninflected
from claims.speakers.knowledge import Knowledge


def hint(statement: Statement, index: Index) -> Span | None:
    """The stretch of a mention that can be nothing but a name: all of it, or what follows its last comma."""
    span, know = statement.mention_span, index.know
    if span is None:
        return None
    if _bare_name(statement.mention, know):
        return span
    role, _, name = statement.mention.partition(" ")
    surname = name[:1].isupper() and " " not in name and know.role(role) is not None and role[0].isupper()
    if surname and know.language == "de" and _can_be_surname(name, index):
        return Span(span.end - len(name), span.end)
    bare = " ".join(itertools.takewhile(lambda word: word[0].isupper(), statement.mention.split()))
    bare = bare.partition(",")[0]
    if len(bare) < len(statement.mention) and statement.mention.startswith(bare) and _bare_name(bare, know):
        return Span(span.start, span.start + len(bare))
    head, comma, tail = statement.mention.rpartition(", ")
    if comma and (_named_by_role(head, tail, know) or (_bare_name(tail, know) and not know.names_follow(head))):
        return Span(span.end - len(tail), span.end)
    return None


def _named_by_role(head: str, tail: str, know: Knowledge) -> bool:
    """ "Its regional organiser, Ann Muster": two or three words for nothing else after a role and a comma."""
    words, nouns = tail.split(), [word for word in head.split() if word.lower() not in know.determiners]
    noun = nouns[-1] if nouns else ""
    first = next((word for word in nouns if word[0].isupper()), "") if know.language == "de" else ""
    called = any(know.role(word) is not None and know.institution(word) is None for word in (noun, first))
    if not called or not 2 <= len(words) <= 3:
        return False
    other = any(know.institution(w) or know.role(w) or know.country(w) or w.lower() in know.never for w in words)
    return not other and all(word[0].isupper() and word.replace("-", "").isalpha() for word in words)


def _can_be_surname(word: str, index: Index) -> bool:
    know = index.know
    other = know.institution(word) or know.role(word) or know.country(word) or word.lower() in know.never
    return not other and not (word.endswith("s") and word[:-1] in index.types)


def _bare_name(mention: str, know: Knowledge) -> bool:
    """Whether a mention is two or three capitalised words that can be nothing but a person's name."""
    words = mention.split()
    if not 2 <= len(words) <= 3 or not all(word[0].isupper() for word in words):
        return False
    if words[0].lower() in know.determiners | know.never or any(w in know.known or know.country(w) for w in words):
        return False
    if any(know.role(w) or know.is_title(w) or w.lower() in know.carriers for w in words[:-1]):
        return False
    if know.role(words[-1]) is not None and not is_given_name(words[0]):
        return False
    if any(know.institution(w) for w in words):
        return is_given_name(words[0]) and know.institution(words[0]) is None and len(words) == 2
    # the German dictionary, which takes a second to unpack, is asked last: English articles seldom need it
    unknown = not all(in_dictionary(word, know.language) for word in words)
    return is_given_name(words[0]) or unknown or is_uninflected(words[0])

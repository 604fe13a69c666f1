"""What stands at the end of a mention and names nobody: a date, a clause that tells more, the mark of an owner."""

from __future__ import annotations

from claims.language.tokens import Token
from claims.speakers.index import Index


def without_relative(index: Index, first: int, last: int) -> int:
    """The phrase without the clause that tells more of it: "the winger, who came in May"."""
    tokens, relatives = index.tokens, index.know.roles.pronouns.relative
    if index.know.language != "en":
        return last
    for i in range(first + 1, last):
        if tokens[i].text == "," and tokens[i + 1].lower in relatives:
            return i - 1
    return last


def without_genitive(index: Index, token: Token) -> Token:
    """ "the company's" (claim), "Norvane's" where Norvane is named too; names such as "Sainsbury's" stay."""
    if index.know.language != "en" or not token.text.endswith(("'s", "’s")):
        return token
    bare = token.text[:-2]
    if bare[:1].islower() or bare in index.types:
        return token._replace(text=bare, end=token.end - 2)
    return token


def without_time(index: Index, first: int, last: int) -> int:
    """The phrase without a date at its end: "das Amt am Donnerstag"."""
    tokens, know = index.tokens, index.know
    for i in range(first + 1, last):
        timed = tokens[i + 1].lower in know.dates and tokens[i + 1].text[0].isupper()
        dated = all(tokens[k].lower in know.dates or tokens[k].kind != "word" for k in range(i + 1, last + 1))
        if tokens[i].lower in know.prepositions and timed and dated:
            return i - 1
    return last

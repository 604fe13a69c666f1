"""When does an exported row stand for a statement of the gold? Text folded, names and dates compared leniently.

Standard library only, so that the scorer can be run on any export without the package installed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

LONGEST_CLAIM = 90  # words; a longer one is a passage, not a claim

_LEADING_ARTICLES = ("der ", "die ", "das ", "den ", "dem ", "ein ", "eine ", "the ", "a ", "an ")
_SPEAKS_FOR = {"von", "des", "der", "of", "to", "for", "sprecher", "sprecherin", "spokesman", "spokeswoman"}
_SOMEONE_ELSES = _SPEAKS_FOR | {"spokesperson"}


def fold(text: str) -> str:
    """``text`` without case, quotation marks and runs of white space."""
    text = unicodedata.normalize("NFKC", text or "").casefold()
    text = re.sub(r"[„“”\"»«‚‘’'’]", "", text)
    return re.sub(r"\s+", " ", text).strip()


def bare_name(text: str) -> str:
    """A name without its article and the punctuation around it."""
    text = fold(text)
    for article in _LEADING_ARTICLES:
        text = text.removeprefix(article)
    return text.strip(" .,;:")


def same_name(written: str, accepted: Sequence[str]) -> bool:
    """Equal names, or one is the other's surname, or has a role in front (never: is a spokesman of it)."""
    got = bare_name(written)
    if not got:
        return False
    for want in map(bare_name, accepted):
        if got == want:
            return True
        longer, shorter = (got, want) if len(got) > len(want) else (want, got)
        if longer.endswith(" " + shorter) and not _SOMEONE_ELSES & set(longer.removesuffix(shorter).split()):
            return True
    return False


def carries(claim: str, fragments: Sequence[str]) -> bool:
    """Every fragment stands in the claim; alternatives within a fragment are separated by ``|``."""
    text = fold(claim)
    return all(any(fold(option) in text for option in fragment.split("|")) for fragment in fragments)


def same_date(got: str, want: str) -> bool:
    """``got`` is the day, month or year wanted, or lies within it; an interval only when one is wanted."""
    got = got or ""
    return ("/" in want or "/" not in got) and got[: len(want)] == want


def malformed(row: Mapping[str, str]) -> bool:
    """A piece of the claim is not in the quote, or the claim is empty or a whole passage."""
    quote = re.sub(r"\s+", " ", row.get("quote") or "")
    claim = row["claim"] or ""
    pieces = [re.sub(r"\s+", " ", piece).strip() for piece in claim.split(" … ")]
    return not any(pieces) or len(claim.split()) > LONGEST_CLAIM or any(piece not in quote for piece in pieces)


def content_words(text: str) -> set[str]:
    """The words of four letters and more, and the numbers."""
    return set(re.findall(r"\w{4,}|\d+", fold(text)))

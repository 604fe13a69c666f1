"""Captions of pictures and the credits of those who took them."""

from __future__ import annotations

import re
from functools import cache

from claims.articles.agencies import agency_of
from claims.articles.furniture import fold, words

LONGEST_CREDIT = 240  # characters
_SLASHED = re.compile(
    r"(?:^|[\s(\[:])([\w.&'-]+(?: [\w.&'-]+){0,3})/([\w.&' -]{2,30}?)(?:/([\w.&' -]{2,30}?))*[\]).\s+]*$"
)
_BAR = re.compile(r"(?<=[.!?“\"])\s+\|\s+[^|\n]{2,40}$")
_SIGN = re.compile(r"(?:©|\(c\)|\+\+\+|Copyright)", re.IGNORECASE)
_SIGNED = re.compile(r"(?:©|\(c\))\s?[A-ZÄÖÜ][\w'’.-]+(?: (?:[A-ZÄÖÜ][\w'’.-]*|von|van|de)){0,3}", re.IGNORECASE)
_TWO_NAMES = re.compile(r"\((?:[A-ZÄÖÜ][\w.&'’-]* ){1,4}/(?: [A-ZÄÖÜ][\w.&'’-]*){1,4}\)$")
_AP_PHOTO = re.compile(r"\((?:AP|AFP|PA|EPA) ?(?:Photo|Foto|/|via)[^()\n]{0,80}\)\s*$", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, words("picture_labels")), key=lambda name: (-len(name), name)))
    return re.compile(rf"(?<!\w)(?:{names})\s?[:©|]\s?(?=\S)|(?:^|\()(?:{names})\s(?:by|von)\s(?=\S)", re.IGNORECASE)


def credit_place(text: str) -> int | None:
    """Where in ``text`` the picture credit begins, None when it holds none.

    A credit is a label ("Foto:") with at most ten words to the end of the line, a line of nothing but "©" and a name, a
    name and agencies parted by slashes at the end, a bar and a name after a full stop, or a sign of picture agencies.
    """
    if len(text) <= LONGEST_CREDIT and _SIGNED.fullmatch(text.strip()):
        return 0
    start = max(0, len(text) - LONGEST_CREDIT)
    for match in _label().finditer(text, start):
        if len(text[match.end() :].split()) <= 12:
            return match.start()
    photo = _AP_PHOTO.search(text[-120:])
    if photo:
        return max(0, len(text) - 120) + photo.start()
    named = _TWO_NAMES.search(text[-90:].rstrip())  # "… im Studio (Radio Ost / Ada Petz)"
    if named and text[: -len(named.group())].rstrip()[-1:].isalnum():
        return text.rindex(named.group())
    tail_at = max(0, len(text) - 110)
    tail = text[tail_at:]
    slashed = _SLASHED.search(tail)
    if slashed and any(_source(part) for part in slashed.group(0).strip(" ()[].+").split("/")[1:]):
        return tail_at + slashed.start(1)
    bar = _BAR.search(tail)
    if bar:
        return tail_at + bar.start()
    sign = _SIGN.search(tail)
    if sign and (agency_of(tail[sign.end() :].strip(" +")) or _marked(tail[sign.start() :])):
        return tail_at + sign.start()
    return None


def _source(part: str) -> bool:
    """Whether the part of a credit after a slash is an agency or a kind of picture ("FILE")."""
    return bool(agency_of(part.strip())) or fold(part) in words("picture_sources") or part.strip().isupper()


def _marked(text: str) -> bool:
    folded = f" {fold(text)} "
    return any(mark in folded for mark in words("picture_marks"))


def is_caption(text: str) -> bool:
    """Whether a line of page text is a caption or a picture credit by its own marks."""
    if len(text) > 900:
        return False
    if fold(text).split(":")[0].strip() in words("picture_labels") and ":" in text[:25]:
        return True
    if credit_place(text) is not None:
        return True
    return len(text.split()) <= 70 and _marked(text) and not speaks(text)


def is_credit_only(text: str) -> bool:
    """Whether a line holds the picture's credit and no caption."""
    place = credit_place(text)
    return place is not None and len(text[:place].split()) <= 1 and len(text.split()) <= 12


def speaks(text: str) -> bool:
    """Whether ``text`` quotes or has a verb of saying: a sign of body text."""
    folded = f" {fold(text)} "
    return any(f" {verb} " in folded for verb in words("saying")) or bool(re.search(r"[„“”\"«»]", text))

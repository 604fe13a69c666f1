"""The spelling key: one string per spelling of a name in German, English, French and scholarly transcription.

A word is read in two ways, as a German and as an English writer would have transcribed it ("ch" is [x] for one and
[tʃ] for the other, "z" is [ts] and [z]); the key is the set of both readings, and two spellings may be one name when
their sets meet. Cyrillic and Greek letters are mapped to the same sounds, in which C is [tʃ]
and S is [ʃ] or [ʒ].
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 60  # characters of a word that are looked at


def _pairs(table: str) -> tuple[tuple[str, str], ...]:
    """``"sch=S sh=S"`` as pairs of letters and sound, in that order."""
    return tuple((letters, sound) for letters, _, sound in (entry.partition("=") for entry in table.split()))


_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "ђ": "C", "ѓ": "g", "е": "e", "ё": "io", "є":
    "ie", "ж": "S", "з": "s",
    "ѕ": "c", "и": "i", "і": "i", "ї": "i", "й": "i", "ј": "i", "к": "k", "л": "l", "љ": "li", "м": "m", "н":
    "n", "њ": "ni", "о": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "C", "ќ": "k", "у": "u", "ў": "u", "ф": "f", "х": "h", "ц":
    "c", "ч": "C", "џ": "C",
    "ш": "S", "щ": "SC", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_GREEK_PAIRS = _pairs("μπ=b ντ=d γκ=g γγ=g τσ=c τζ=C ου=u ει=i οι=i υι=i αι=e αυ=av ευ=ev")
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "s", "η": "i", "θ": "t", "ι": "i", "κ": "k", "λ":
    "l", "μ": "m", "ν": "n", "ξ": "ks",
    "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "i", "φ": "f", "χ": "h", "ψ": "ps", "ω": "o",
}  # fmt: skip
_SPECIAL = str.maketrans(
    {
        "ß": "ss",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ğ": "g",
        "’": "",
        "'": "",
        "ʼ": "",
        "`": "",
        "ʹ": "",
    }
)
_CARONS = {
    "č": "tsch",
    "ć": "tsch",
    "ç": "tsch",
    "š": "sch",
    "ś": "sch",
    "ş": "sch",
    "ș": "sch",
    "ž": "zh",
    "ż": "zh",
    "ź": "zh",
    "ă": "a",
}
_UMLAUT = re.compile("ae|oe|ue")


def script(word: str) -> str:
    """latin, cyrillic, greek, other, or mixed when letters of two scripts stand in one word."""
    found = set()
    for char in word:
        if char.isalpha():
            name = unicodedata.name(char, "")
            found.add(next((s for s in ("latin", "cyrillic", "greek") if name.startswith(s.upper())), "other"))
    return "mixed" if len(found) > 1 else next(iter(found), "latin")


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """The word in lower case without accents, umlauts and their digraphs alike: Müller, Mueller and Muller are one."""
    folded = unicodedata.normalize("NFKD", word[:LONGEST].lower().translate(_SPECIAL))
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return _UMLAUT.sub(lambda m: m.group()[0], folded)


_COMMON = _pairs(
    "schtsch=SC shtch=SC shch=SC chtch=SC stsch=SC tsch=C tch=C dsch=C dzh=C dj=C sch=S sh=S zh=S kh=h "
    "ts=c tz=c ph=f gh=g dh=d ck=k qu=kv ou=u x=ks q=k w=v"
)
_GERMAN = (("ch", "h"), ("z", "c"), ("cz", "C"))
_ENGLISH = (("cz", "C"), ("ch", "C"), ("z", "s"))


def _spell(word: str, order: tuple[tuple[str, str], ...]) -> str:
    for letters, sound in order:
        word = word.replace(letters, sound)
    return word


def _tidy(sounds: str) -> str:
    """What all transcriptions leave open: glides, soft vowels, doubled letters, o for ё after a sibilant."""
    sounds = re.sub("[jy]", "i", sounds)
    sounds = re.sub("i{2,}", "i", sounds)
    sounds = re.sub("^ie", "e", sounds)
    sounds = re.sub("([aeou])ie", r"\1e", sounds)
    sounds = re.sub("([CS])i?o", r"\1e", sounds)
    sounds = re.sub("off$", "ov", sounds)
    sounds = re.sub("eff$", "ev", sounds)
    sounds = re.sub("iev", "ev", sounds)
    return re.sub(r"(.)\1+", r"\1", sounds)


@lru_cache(maxsize=100_000)
def keys(word: str) -> frozenset[str]:
    """The readings of one word; empty for a word without letters."""
    word = unicodedata.normalize("NFC", word[:LONGEST]).lower()
    kind = script(word)
    if kind == "cyrillic":
        return frozenset({_tidy("".join(_CYRILLIC.get(c, "") for c in word))})
    if kind == "greek":
        bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        for pair, sound in _GREEK_PAIRS:
            bare = bare.replace(pair, sound)
        return frozenset({_tidy("".join(_GREEK.get(c, c) for c in bare))})
    for letter, spelt in _CARONS.items():
        word = word.replace(letter, spelt)
    bare = "".join(c for c in plain(word) if c.isalpha())
    if not bare:
        return frozenset()
    readings = set()
    for order in (_GERMAN, _ENGLISH):
        readings.add(_tidy(_spell(_spell(bare, _COMMON), order)))
    return frozenset(readings)

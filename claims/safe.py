"""Text from outside made harmless for a terminal, one character for one, so that offsets still hold.

Articles, file names and metadata may carry escape sequences, control characters or marks that reverse the direction
of the line. Nothing of that may reach a screen raw: a control character is shown as its picture (``␛``), the others as
``�``. Real right-to-left writing and the joiners that it needs are left alone.
"""

from __future__ import annotations

_REPLACEMENT = "�"


def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "␡"
    unseen = [
        *range(0x80, 0xA0),  # C1, among them the one-character CSI
        *range(0x202A, 0x202F),  # embeddings and overrides of direction
        *range(0x2066, 0x206A),  # isolates
        *range(0xFFF9, 0xFFFC),  # interlinear annotation
        *range(0xE0000, 0xE0080),  # tags: invisible text
        *range(0xD800, 0xE000),  # surrogates that stand alone cannot be written at all
        0x200B,
        0x2060,
        0xFEFF,
    ]
    table.update(dict.fromkeys(unseen, _REPLACEMENT))
    table.update({ord(blank): " " for blank in "\t\n\v\f\r\x85\u2028\u2029"})
    return table


_ONE_LINE = _table()
_MANY_LINES = {code: shown for code, shown in _ONE_LINE.items() if code != 0x0A}


def safe_text(text: str, *, lines: bool = False) -> str:
    """``text`` as it may be shown: same length, no control character left; line breaks kept only with ``lines``."""
    return text.translate(_MANY_LINES if lines else _ONE_LINE)

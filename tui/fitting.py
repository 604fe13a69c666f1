"""How the height of the screen is shared: both quotes whole first, then the passage, then more voices."""

from __future__ import annotations

SHORT = 28  # lines of the screen below which everything but the quotes keeps to the least
LEAST_PAIR, LEAST_PASSAGE = 7, 4


def share(total: int, *, reason: int, pair: int, voices: int, passage: int, short: bool) -> tuple[int, int]:
    """Lines of the pair and of the voices; the passage takes what is left.

    The arguments are what there is and what each would take to be shown whole, frames included.
    """
    shown = min(voices, 1 if short else 3)
    pair = max(LEAST_PAIR, min(pair, total - reason - shown - LEAST_PASSAGE))
    spare = total - reason - pair - shown - max(LEAST_PASSAGE, passage)
    return pair, shown + max(0, min(voices - shown, spare))

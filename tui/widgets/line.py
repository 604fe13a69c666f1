"""One line to type in, of which nothing that was typed, pasted or given can drive the terminal."""

from __future__ import annotations

from textual.widgets import Input

from claims.safe import safe_text


class Line(Input):
    """Shows control characters by their pictures; what is left as it was given is answered as it was given."""

    def __init__(self, given: str = "", *, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002
        # Nothing here is ever invalid; said beforehand, the line is not styled anew for it.
        super().__init__(safe_text(given), id=id, placeholder=placeholder, classes="-valid")
        self.given = given

    def validate_value(self, value: str) -> str:
        return safe_text(value)

    @property
    def answer(self) -> str:
        """What stands in it, without blanks around it; unchanged it is what was given."""
        return self.given if self.value == safe_text(self.given) else self.value.strip()

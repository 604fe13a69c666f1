"""Why something given was not read: a key of ``data/<language>/interface_articles.toml`` with its values."""

from __future__ import annotations

from claims.errors import InputError
from claims.models import Skipped
from claims.wording import say


class Unreadable(InputError):  # noqa: N818 - it names a state of the input, as the other words of the project do
    """One source that cannot be read; the rest goes on."""

    def __init__(self, key: str, **values: str) -> None:
        self.key = f"skipped.{key}"
        self.values = values
        super().__init__(say(self.key, **values))

    def skipped(self, source: str) -> Skipped:
        """The same as a model, for ``source``."""
        return Skipped(source=source, key=self.key, values=self.values)

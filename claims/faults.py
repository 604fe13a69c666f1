"""A fault in the analysis costs the piece of work in which it arose, and is told; the rest goes on."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.errors import ClaimsError
from claims.models import Skipped


class Faults:
    """The faults of one run, each told of every source that it costs something."""

    def __init__(self) -> None:
        self.told: list[Skipped] = []

    @contextmanager
    def cost(self, key: str, sources: Iterable[str], **values: str) -> Iterator[None]:
        """Work that may break down: what it would have set stays as it was before, and the sentence ``key`` of the
        interface (``values``, and ``error`` and ``where``) is noted for ``sources``. Errors raised on purpose pass."""
        try:
            yield
        except ClaimsError:
            raise
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            values |= {"error": f"{type(error).__name__}: {error}", "where": f"{Path(last.filename).stem}.{last.name}"}
            self.told += [Skipped(source=source, key=key, values=values) for source in dict.fromkeys(sources)]


class _Raised(Faults):
    @contextmanager
    def cost(self, key: str, sources: Iterable[str], **values: str) -> Iterator[None]:  # noqa: ARG002
        yield


RAISED: Faults = _Raised()  # for who has nowhere to tell of them: every fault is raised

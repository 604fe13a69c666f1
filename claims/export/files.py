"""Files that are either the old ones or the new ones, never half of them."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from claims.errors import InputError


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` so that a crash, a full disk or a kill leaves the file that was there before.

    Raises :class:`InputError` when the folder cannot be made or written.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(number, "wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise InputError(f"{path}: cannot be written ({error.strerror or error}); name another place") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

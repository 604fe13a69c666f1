"""Reading what may do harm in a process of its own: it may crash, loop or ask for all memory, and the rest goes on.

The process is started when the first such document comes and serves those after it. It gets the bytes and gives back
articles as JSON; the time is kept by the one that asks, memory and processor time by the system where it can
(``resource``). It holds no file open, fetches nothing, and ends with the one that started it.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from claims.articles import formats
from claims.articles.building import Given
from claims.articles.formats import Source
from claims.articles.problems import Unreadable
from claims.models import Article, Skipped
from claims.settings import Settings

SECONDS = 30.0  # for one document
MEMORY = 1_500_000_000  # bytes of address space
LARGEST_ANSWER = 200_000_000  # bytes
_SIZE = struct.Struct("<Q")
_ROOT = str(Path(__file__).parent.parent.parent)
_START = "import sys; sys.path.append(sys.argv[1]); from claims.articles.isolation import serve; serve()"


class Isolation:
    """A process that reads documents one after the other; use it in a ``with`` block."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Isolation:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, form: str, source: Source) -> list[Article | Skipped]:
        """What the document holds. Raises :class:`Unreadable` where the reader does, and when the process was lost."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        asked = {
            "form": form,
            "name": source.name,
            "url": source.url,
            "charset": source.charset,
            "seconds": self._seconds,
            "given": source.given.model_dump(mode="json"),
            "settings": source.settings.model_dump(mode="json"),
        }
        over = threading.Event()

        def stop() -> None:
            over.set()
            process.kill()

        clock = threading.Timer(self._seconds, stop)
        clock.daemon = True
        clock.start()
        try:
            _write(process.stdin, json.dumps(asked).encode("ascii"))
            _write(process.stdin, source.data)
            answer = json.loads(_read(process.stdout, LARGEST_ANSWER))
        except (OSError, EOFError, ValueError) as error:
            self.close()
            problem = "too_slow" if over.is_set() else "too_costly"
            raise Unreadable(problem, limit=f"{self._seconds:g}") from error
        except BaseException:  # stopped in between: what it would still answer belongs to no question
            self.close()
            raise
        finally:
            clock.cancel()
        if "problem" in answer:
            raise Unreadable(answer["problem"].removeprefix("skipped."), **answer["values"])
        return [
            Article.model_validate(item) if "sha256" in item else Skipped.model_validate(item)
            for item in answer["items"]
        ]

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, _ROOT],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def close(self) -> None:
        """End the process; the next document starts another one."""
        if self._process is None:
            return
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):  # what was still to be written goes nowhere
                    stream.close()
        self._process.wait()
        self._process = None


def _write(stream: IO[bytes], data: bytes) -> None:
    stream.write(_SIZE.pack(len(data)))
    stream.write(data)
    stream.flush()


def _read(stream: IO[bytes], limit: int) -> bytes:
    """One message; raises EOFError when the other side is gone."""
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    if size > limit:
        raise ValueError
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def serve() -> None:
    """The other side: answer until nobody asks any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that asks decides when to stop
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    limit_time = _limits()
    while True:
        try:
            asked = json.loads(_read(source, LARGEST_ANSWER))
            data = _read(source, LARGEST_ANSWER)
        except EOFError:
            return
        limit_time(asked["seconds"])
        _write(answers, json.dumps(_answer(asked, data)).encode("ascii"))


def _answer(asked: dict[str, Any], data: bytes) -> dict[str, Any]:
    source = Source(
        asked["name"],
        data,
        Given.model_validate(asked["given"]),
        Settings.model_validate(asked["settings"]),
        asked["url"],
        asked["charset"],
    )
    try:
        items = list(formats.read(asked["form"], source))
        return {"items": [item.model_dump(mode="json") for item in items]}
    except Unreadable as problem:
        return {"problem": problem.key, "values": problem.values}
    except (MemoryError, RecursionError):
        return {"problem": "skipped.too_costly", "values": {}}


def _limits() -> Callable[[float], None]:
    """Set what this process may use; gives what sets its processor time for one more document."""
    try:
        import resource
    except ImportError:  # not on Windows: the one that asks still keeps the time
        return lambda _seconds: None
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        with suppress(OSError, ValueError):  # macOS keeps no limit of address space
            resource.setrlimit(kind, (most, most))

    def limit_time(seconds: float) -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime + seconds) + 1
        with suppress(OSError, ValueError):  # where the system allows less already
            resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))

    return limit_time

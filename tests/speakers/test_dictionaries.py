"""Which dictionaries a run unpacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RUN = """
import lzma
opened = []
unpack = lzma.open
lzma.open = lambda path, *rest: opened.append(path.stem) or unpack(path, *rest)
from claims.cli import main
main(["check", "story.txt"])
print("unpacked:", sorted(set(opened)))
"""
STORY = """Title: Bakery fire in Ellerton
Published: 2026-02-03

The fire began in the oven, baker Josie Marl said on Tuesday. "Nobody was hurt," she said.

Fire chief Grant Tolley said two people had been injured. He said the cause was not known.
"""


def test_english_articles_do_not_unpack_the_german_dictionary(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", RUN], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "unpacked: ['en']" in done.stdout

"""Many articles one after the other: memory stays flat and time grows in step.

A hundred thousand: ``python -m tests.benchmarks.many_articles``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
CODE = """
import json, sys
from pathlib import Path
from tests.benchmarks.many_articles import add, write
from claims.review import Case

folder, size = Path(sys.argv[1]), int(sys.argv[2])
write(folder / "articles.jsonl", size)
with Case.open(folder / "claims.db") as case:
    print(json.dumps(list(add(case, folder / "articles.jsonl", size))))
"""


@pytest.mark.slow
def test_memory_stays_flat_while_articles_come_in(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path), "600"], capture_output=True, check=True, cwd=ROOT, text=True
    )
    steps = json.loads(done.stdout)
    assert [number for number, *_ in steps] == list(range(60, 601, 60))
    early, late = steps[2][2], steps[-1][2]
    assert late - early < 20, steps  # megabytes, for 420 articles more

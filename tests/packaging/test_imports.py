"""Layers are kept, the public face is what is documented, and no command pays for what it does not use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import claims

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("pandas", "textual", "trafilatura", "scipy", "htmldate", "numpy", "lxml")


def loaded(code: str, cwd: Path) -> set[str]:
    """Which heavy packages a fresh interpreter has loaded after ``code``."""
    report = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n{code}\nprint('\\n' + ' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", report], cwd=cwd, capture_output=True, encoding="utf-8", check=True)
    return {name for name in HEAVY if name in run.stdout.splitlines()[-1].split()}


def test_layers_run_downward_only() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_importing_the_package_loads_nothing_heavy(tmp_path: Path) -> None:
    assert loaded("import claims", tmp_path) == set()


def test_checking_text_files_loads_nothing_heavy(tmp_path: Path) -> None:
    words = "„Es gibt keinen Termin“, sagte die Reederin Ilka Brandau, die mit dem Hafen nicht einig ist. " * 3
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    code = "from claims.cli import main\nassert main(['check', 'a.txt']) == 0"
    assert loaded(code, tmp_path) == set()


def test_public_names() -> None:
    assert sorted(claims.__all__) == [
        "__version__",
        "compare",
        "contradictions",
        "extract",
        "find_dates",
        "find_quantities",
        "group",
        "open",
        "read",
    ]
    assert all(callable(getattr(claims, name)) for name in claims.__all__ if name != "__version__")
    assert not hasattr(claims, "no_such_name")


def test_no_public_function_hides_a_module() -> None:
    modules = {path.stem for path in (ROOT / "claims").iterdir()}
    assert modules & set(claims.__all__) == set()

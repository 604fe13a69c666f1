"""The wheel holds what it should, and it works where no checkout is near."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CLAIMS_"))}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=clean_environment())
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_code_data_and_samples_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"claims", "tui"}
    for folder, inside in (("data", "claims/_data"), ("seeds", "claims/_seeds"), ("claims", "claims"), ("tui", "tui")):
        files = [
            path.relative_to(ROOT / folder).as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        ]
        assert [file for file in files if f"{inside}/{file}" not in names] == []
        assert files, folder
    assert [name for name in names if name.endswith((".pyc", ".db"))] == []
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


@pytest.mark.slow
def test_wheel_alone_checks_a_file_elsewhere(wheel: Path, tmp_path: Path) -> None:
    """In a fresh environment that lends only the dependencies of this one, not the checkout."""
    home = tmp_path / "env"
    venv.EnvBuilder(with_pip=False).create(home)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True, env=clean_environment())
    (packages,) = home.glob("**/site-packages")
    # a line of a .pth file adds the folder alone: an editable install that lies in it is not followed
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    article = tmp_path / "article.txt"
    article.write_text(
        "Published: 2025-03-11\n\nDie Fähre legt am 14. März ab, sagte die Reederin Ilka Brandau am Montag.\n"
        "„Einen Termin gibt es nicht“, sagte Kapitän Jonas Okonjo am Dienstag.\n",
        encoding="utf-8",
    )
    run = subprocess.run(
        [scripts / "claims", "check", article.name, "--export", "out"],
        cwd=tmp_path,
        env=clean_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "1 article · " in run.stdout
    assert "Ilka Brandau" in (tmp_path / "out" / "claims.csv").read_text(encoding="utf-8-sig")
    where = [python, "-c", "import claims; print(claims.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=clean_environment(), capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()).is_relative_to(home)

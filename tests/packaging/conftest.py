import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture
def environment(tmp_path):
    """Return the environment of a user: no leftovers of this checkout, a rule cache of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "REPORTCHECK_", "COV"))}
    return {**kept, "REPORTCHECK_CACHE": str(tmp_path / "cache"), "PYTHONUTF8": "1"}


@pytest.fixture
def run(environment):
    """Return a function that runs this Python in that environment."""

    def start(*arguments, cwd=ROOT, python=sys.executable):
        return subprocess.run(
            [str(python), *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", cwd=cwd, env=environment, check=False
        )

    return start


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    """Build the wheel as pip would, with the build tool that the development tools bring."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel, tmp_path_factory):
    """Install the wheel into an environment that borrows the libraries, not the checkout; return its Python."""
    folder = tmp_path_factory.mktemp("installed") / "env"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = next(folder.glob("[bS]*/python*"))
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel],
        check=True, capture_output=True,
    )
    # Only the folder itself joins the path; the .pth file of the editable install in it is not read.
    site = next(folder.glob("[lL]ib/**/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python

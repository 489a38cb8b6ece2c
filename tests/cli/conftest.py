import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from drafts import REPORT, SAMPLES
from reportcheck.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


class Stdin(io.StringIO):
    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.buffer = io.BytesIO(data)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run a command line in this process; colours and terminals as in a pipe."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)

    def call(*args: str | Path, stdin: bytes | None = None) -> Ran:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", Stdin(stdin))
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        told = capsys.readouterr()
        return Ran(code, told.out, told.err)

    return call


@pytest.fixture
def good() -> Path:
    return next(path for path in SAMPLES if "云岭" in path.stem)


@pytest.fixture
def gaps() -> Path:
    return next(path for path in SAMPLES if "南屏" in path.stem)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "云岭县.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path

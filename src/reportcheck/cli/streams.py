"""Where output goes."""

import os
import sys
from pathlib import Path

from reportcheck.errors import UsageError


def use_color(choice: str) -> bool:
    """Decide on colour: the option first, then NO_COLOR and FORCE_COLOR (when not empty), then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def write_output(path: Path, text: str) -> None:
    """Write a result file; newlines are the same on every platform."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"写不了文件（{error.strerror or error}）", where=str(path), remedy="请检查文件夹是否存在、文件是否正被打开") from None

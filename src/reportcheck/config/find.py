"""Which configuration file holds. Imported by every check: nothing is read but what may be one."""

import os
from collections.abc import Iterator
from pathlib import Path

NAME = "reportcheck.yaml"
PYPROJECT = "pyproject.toml"
_SECTION = b"[tool.reportcheck"


def find_config(start: Path) -> Path | None:
    """Return the nearest ``reportcheck.yaml`` from a folder up to the git root, else the nearest fitting pyproject.toml.

    From the working directory, not from each report's folder: one run has one configuration, whatever files it is given.
    """
    folders = list(_upward(start))
    for folder in folders:
        if (folder / NAME).is_file():
            return folder / NAME
    return next((folder / PYPROJECT for folder in folders if _has_section(folder / PYPROJECT)), None)


def _upward(start: Path) -> Iterator[Path]:
    """Yield the folders up to the git root; outside a repository only the first, where strangers cannot lay a file in our way."""
    folders = [start, *start.parents]
    root = next((folder for folder in folders if os.path.lexists(folder / ".git")), start)
    for folder in folders:
        yield folder
        if folder == root:
            return


def _has_section(path: Path) -> bool:
    try:
        return _SECTION in path.read_bytes()
    except OSError:
        return False

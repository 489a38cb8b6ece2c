"""Which configuration file holds. Imported by every check: nothing is read but what may be one, nothing is loaded for it."""

import os
from collections.abc import Iterator

NAME = "reportcheck.yaml"
PYPROJECT = "pyproject.toml"
_SECTION = b"[tool.reportcheck"


def find_config(start: str | os.PathLike[str]) -> str | None:
    """Return the nearest ``reportcheck.yaml`` from a folder up to the git root, else the nearest fitting pyproject.toml.

    From the working directory, not from each report's folder: one run has one configuration, whatever files it is given.
    """
    folders = list(_upward(os.path.abspath(start)))
    for folder in folders:
        if os.path.isfile(path := os.path.join(folder, NAME)):
            return path
    return next((path for folder in folders if _has_section(path := os.path.join(folder, PYPROJECT))), None)


def _upward(start: str) -> Iterator[str]:
    """Yield the folders up to the git root; outside a repository only the first, where strangers cannot lay a file in our way."""
    folders = [start]
    while (parent := os.path.dirname(folders[-1])) != folders[-1]:
        folders.append(parent)
    root = next((folder for folder in folders if os.path.lexists(os.path.join(folder, ".git"))), start)
    for folder in folders:
        yield folder
        if folder == root:
            return


def _has_section(path: str) -> bool:
    try:
        with open(path, "rb") as stream:
            return _SECTION in stream.read()
    except OSError:
        return False

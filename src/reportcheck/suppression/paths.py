"""Names of files that mean the same on every machine: relative to a folder, with slashes."""

import os
import re
import unicodedata
from functools import lru_cache
from pathlib import Path, PurePath

_ANY_CASE = re.IGNORECASE if os.name == "nt" else 0


def relative_name(path: str, folder: Path) -> str:
    """Return a path as it is seen from a folder; ``../…`` or absolute where it lies elsewhere."""
    # The folder of a link counts, not where the link leads: people name the file that they see.
    whole = Path(os.path.realpath(Path(path).parent)) / PurePath(path).name
    try:
        seen = os.path.relpath(whole, os.path.realpath(folder))
    except ValueError:  # another drive
        seen = str(whole)
    return normal(PurePath(seen).as_posix())


def normal(name: str) -> str:
    """Return a name in one Unicode form: macOS writes file names in another one."""
    return unicodedata.normalize("NFC", name)


def matches(pattern: str, name: str) -> bool:
    """Tell whether a glob means this name: ``*`` and ``?`` stay inside a folder, ``**`` does not, all else means itself."""
    return _compiled(pattern).fullmatch(name) is not None


def is_pattern(pattern: str) -> bool:
    """Tell whether a glob can mean several files."""
    return "*" in pattern or "?" in pattern or pattern.endswith(("/", "\\"))


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    wanted = normal(pattern.replace("\\", "/")).removeprefix("./")
    wanted += "**" if wanted.endswith("/") else ""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", wanted)
    meaning = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(meaning.get(part, re.escape(part)) for part in parts), re.DOTALL | _ANY_CASE)

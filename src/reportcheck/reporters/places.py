"""Names of files as other programs want them: relative where possible, with slashes, as URIs."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from reportcheck.reporters.wording import printable


def shown_path(path: str) -> str:
    """Return a path as CI services know it: seen from the working directory, with slashes."""
    return printable(_relative(path))


def uri(path: str) -> str:
    """Return a relative URI reference, percent-encoded; a file URI for what lies elsewhere."""
    relative = _relative(path)
    encoded = quote(os.fsencode(relative))
    if PurePath(relative).is_absolute():
        return f"file://{'' if encoded.startswith('/') else '/'}{encoded}"
    return encoded


def _relative(path: str) -> str:
    pure = PurePath(os.path.normpath(path))
    here = Path.cwd()
    return (pure.relative_to(here) if pure.is_absolute() and pure.is_relative_to(here) else pure).as_posix()

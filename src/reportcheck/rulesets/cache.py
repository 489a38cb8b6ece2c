"""Compiled rule sets in the user's cache folder.

An entry is a line with the checksum of what follows, the compiled form without the rules' examples, and these
by rule: they are nearly half of it, and to judge reports takes none. Both are marshalled, as Python keeps its own
compiled modules: json would have to be imported, which takes as long as to read them.
Whatever goes wrong here means no cache, never an error.
"""

import marshal
import os
import sys
from io import BytesIO
from typing import Any
from zlib import crc32

from reportcheck.digest import sha256

_KEEP = 8
_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
_CODE = ("rulesets", "checks")
_FORMAT = 2
"""Of marshal; later ones write the same value differently from run to run."""


def cache_folder() -> str | None:
    """Return the program's cache folder, which need not exist; None: nothing is to be kept."""
    chosen = os.environ.get("REPORTCHECK_CACHE", "")
    if chosen:
        return None if chosen == "off" else chosen
    folder = os.path.expanduser(_platform_folder())
    return None if folder.startswith("~") else folder  # there may be no home folder


def _platform_folder() -> str:
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA", "") or "~/AppData/Local", "reportcheck", "Cache")
    if sys.platform == "darwin":
        return "~/Library/Caches/reportcheck"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return os.path.join(xdg if os.path.isabs(xdg) else "~/.cache", "reportcheck")


def key(digest: str) -> str:
    """Return the name of the entry: it changes with the rules, Python, the program's version and its code."""
    from reportcheck import __version__  # noqa: PLC0415 - the package imports this module

    return sha256("\0".join([digest, __version__, sys.version, *_code_stamps()]).encode()).hexdigest()


def _code_stamps() -> list[str]:
    # The version stands still while the program is worked on; its files do not.
    try:
        return sorted(
            f"{name}/{entry.name} {stat.st_size} {stat.st_mtime_ns}"
            for name in _CODE
            for entry in os.scandir(os.path.join(_PACKAGE, name))
            if entry.name.endswith(".py") and (stat := entry.stat())
        )
    except OSError:
        return []


def read(name: str) -> dict[str, Any] | None:
    """Return a compiled rule set, or None where there is none that can be trusted."""
    body = _trusted(name)
    if body is None:
        return None
    stream = BytesIO(body)
    compiled, examples = marshal.load(stream), marshal.load(stream)  # noqa: S302 - see ``_checksum``
    rules = [{**rule, "examples": examples[rule["id"]]} for rule in compiled["rules"]]
    return {**compiled, "rules": rules}


def read_bare(name: str) -> dict[str, Any] | None:
    """Return a compiled rule set without examples, or None likewise."""
    body = _trusted(name)
    if body is None:
        return None
    compiled: dict[str, Any] = marshal.loads(body)  # noqa: S302 - see ``_checksum``
    return compiled


def bare(compiled: dict[str, Any]) -> dict[str, Any]:
    """Return a compiled rule set without its rules' examples."""
    rules = [{key: value for key, value in rule.items() if key != "examples"} for rule in compiled["rules"]]
    return {**compiled, "rules": rules}


def _trusted(name: str) -> bytes | None:
    folder = cache_folder()
    if folder is None:
        return None
    try:
        with open(_entry(folder, name), "rb") as stream:
            checksum, _, body = stream.read().partition(b"\n")
    except OSError:
        return None
    return body if checksum == _checksum(body) else None


def write(name: str, compiled: dict[str, Any]) -> None:
    """Keep a compiled rule set, in one step, so that no other process sees half of it."""
    folder = cache_folder()
    if folder is None:
        return
    examples = {rule["id"]: rule["examples"] for rule in compiled["rules"]}
    body = marshal.dumps(bare(compiled), _FORMAT) + marshal.dumps(examples, _FORMAT)
    try:
        _replace(_entry(folder, name), _checksum(body) + b"\n" + body)
        _prune(os.path.join(folder, "rulesets"))
    except OSError:
        return


def _checksum(body: bytes) -> bytes:
    # Against damage, not against malice: who can write here can write the checksum too.
    return b"%08x" % crc32(body)


def _entry(folder: str, name: str) -> str:
    return os.path.join(folder, "rulesets", f"{name}.compiled")


def _replace(path: str, content: bytes) -> None:
    from tempfile import NamedTemporaryFile  # noqa: PLC0415 - costs more than reading an entry

    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    with NamedTemporaryFile(dir=folder, suffix=".tmp", delete=False) as stream:
        stream.write(content)
    try:
        os.replace(stream.name, path)
    except OSError:
        os.unlink(stream.name)
        raise


def _prune(folder: str) -> None:
    entries = sorted((entry for entry in os.scandir(folder) if entry.name.endswith(".compiled")), key=lambda entry: entry.stat().st_mtime)
    for entry in entries[:-_KEEP]:
        os.unlink(entry)

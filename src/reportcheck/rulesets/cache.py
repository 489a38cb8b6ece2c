"""Compiled rule sets in the user's cache folder.

An entry is a line with the checksum of what follows, the compiled form as JSON without the rules' examples, and these
by rule: they are nearly half of it, and to judge reports takes none.
Whatever goes wrong here means no cache, never an error.
"""

import json
import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

_KEEP = 8
_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = ("rulesets", "checks")


def cache_folder() -> Path | None:
    """Return the program's cache folder, which need not exist; None: nothing is to be kept."""
    chosen = os.environ.get("REPORTCHECK_CACHE", "")
    if chosen:
        return None if chosen == "off" else Path(chosen)
    try:
        return _platform_folder()
    except RuntimeError:  # there is no home folder
        return None


def _platform_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "reportcheck" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "reportcheck"
    xdg = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(xdg) if Path(xdg).is_absolute() else Path.home() / ".cache") / "reportcheck"


def key(digest: str) -> str:
    """Return the name of the entry: it changes with the rules, the program's version and its code."""
    from reportcheck import __version__  # noqa: PLC0415 - the package imports this module

    return sha256("\0".join([digest, __version__, *_code_stamps()]).encode()).hexdigest()


def _code_stamps() -> list[str]:
    # The version stands still while the program is worked on; its files do not.
    try:
        return sorted(
            f"{name}/{entry.name} {stat.st_size} {stat.st_mtime_ns}"
            for name in _CODE
            for entry in os.scandir(_PACKAGE / name)
            if entry.name.endswith(".py") and (stat := entry.stat())
        )
    except OSError:
        return []


def read(name: str) -> dict[str, Any] | None:
    """Return a compiled rule set, or None where there is none that can be trusted."""
    body = _trusted(name)
    if body is None:
        return None
    compiled, examples = map(json.loads, body.split(b"\n"))
    rules = [{**rule, "examples": examples[rule["id"]]} for rule in compiled["rules"]]
    return {**compiled, "rules": rules}


def read_bare(name: str) -> dict[str, Any] | None:
    """Return a compiled rule set without examples, or None likewise."""
    body = _trusted(name)
    if body is None:
        return None
    compiled: dict[str, Any] = json.loads(body.partition(b"\n")[0])
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
        with _entry(folder, name).open("rb") as stream:
            checksum, _, body = stream.read().partition(b"\n")
    except OSError:
        return None
    return body if checksum == sha256(body).hexdigest().encode() else None


def write(name: str, compiled: dict[str, Any]) -> None:
    """Keep a compiled rule set, in one step, so that no other process sees half of it."""
    folder = cache_folder()
    if folder is None:
        return
    examples = {rule["id"]: rule["examples"] for rule in compiled["rules"]}
    body = b"\n".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode() for part in (bare(compiled), examples))
    try:
        _replace(_entry(folder, name), sha256(body).hexdigest().encode() + b"\n" + body)
        _prune(folder / "rulesets")
    except OSError:
        return


def _entry(folder: Path, name: str) -> Path:
    return folder / "rulesets" / f"{name}.json"


def _replace(path: Path, content: bytes) -> None:
    from tempfile import NamedTemporaryFile  # noqa: PLC0415 - costs more than reading an entry

    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as stream:
        stream.write(content)
    unfinished = Path(stream.name)
    try:
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    entries = sorted(folder.glob("*.json"), key=lambda entry: entry.stat().st_mtime, reverse=True)
    for entry in entries[_KEEP:]:
        entry.unlink(missing_ok=True)

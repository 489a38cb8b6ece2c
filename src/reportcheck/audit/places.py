"""What the store calls an input: its path seen from the store's own folder, however the command line wrote it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePath

from reportcheck.inputs import Input

SITE_MARK = "reportcheck-files.txt"
"""Lists the files of a dashboard in its folder: what it does not name is not ours."""
_STORE_FILES = ("", "-wal", "-shm", "-journal")


def not_ours(inputs: Iterable[Input], store: str) -> list[Input]:
    """Return the inputs without what we wrote ourselves: the store, and the pages of dashboards."""
    files = {f"{_absolute(store)}{ending}" for ending in _STORE_FILES}
    kept = [each for each in inputs if _absolute(each.path) not in files]
    sites = {PurePath(each.path).parent for each in kept if PurePath(each.path).name == SITE_MARK}
    return [each for each in kept if sites.isdisjoint(PurePath(each.path).parents)]


def named(inputs: Iterable[Input], folder: Path) -> dict[str, Input]:
    """Return the inputs by their names, each once."""
    found: dict[str, Input] = {}
    for each in inputs:
        name = name_of(each.path, folder)
        if name in found and _absolute(found[name].path) != _absolute(each.path):
            name = os.fsencode(each.path).decode("utf-8", "backslashreplace")  # two encodings of one name
        found.setdefault(name, each)
    return found


def name_of(path: str, folder: Path) -> str:
    """Return a path as the store keeps it: from the store's folder on, with ``/``, in characters that any program can show."""
    try:
        seen = os.path.relpath(path, folder)
    except ValueError:  # another drive of Windows
        seen = _absolute(path)
    return "/".join(_legible(part) for part in Path(seen).as_posix().split("/"))


def gone(known: Iterable[str], roots: Iterable[str], found: Mapping[str, Input], folder: Path) -> Iterator[str]:
    """Yield the names that once stood in a walked folder or archive and no longer do.

    What is itself an input (an empty or closed folder, a damaged archive, a drive that is not plugged in) says nothing
    of what it holds: that must not empty the store.
    """
    shut = {_absolute(each.path) for each in found.values()}
    walked = tuple(os.path.join(_absolute(root), "") for root in roots)
    for name in known:
        if name not in found:
            place = _absolute(os.path.join(folder, name))
            if place.startswith(walked) and shut.isdisjoint(map(str, Path(place).parents)):
                yield name


def _absolute(path: str) -> str:
    return os.path.abspath(path)


def _legible(text: str) -> str:
    """Write a name that is no UTF-8 as what it most likely is: GBK, from an archive packed on Windows."""
    data = os.fsencode(text)
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return data.decode("utf-8", "backslashreplace")

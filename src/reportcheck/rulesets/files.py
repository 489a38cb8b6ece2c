"""The files of a rule set and of those that it overlays, read once, and their digest."""

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.digest import sha256
from reportcheck.errors import RuleSetError
from reportcheck.rulesets.builtin import HEAD, locate_base, posix

_SUFFIXES = (".yaml", ".yml")
# Read without a YAML parser: with a warm cache none is loaded. The loader holds the parsed value against it.
_EXTENDS = rb"^(?:\xef\xbb\xbf)?(?:extends|\"extends\"|'extends')[ \t]*:[ \t]+([\"']?)([^\r\n#\"']*?)\1[ \t]*(?:#.*)?$"


class SourceFile(NamedTuple):
    """One YAML file: its path inside the rule set, and its bytes with plain newlines."""

    path: str
    content: bytes


class RuleSetFiles(NamedTuple):
    """All YAML files of a rule set, sorted by path; ``base`` holds those of the set that it overlays."""

    folder: str
    files: tuple[SourceFile, ...]
    digest: str
    extends: str = ""
    base: "RuleSetFiles | None" = None

    def shown(self, path: str) -> str:
        """Return how a file is named in messages."""
        return posix(os.path.join(self.folder, path))


def read_files(folder: str | os.PathLike[str], above: tuple[str, ...] = ()) -> RuleSetFiles:
    """Read every YAML file below a folder, at whatever place: misplaced ones are reported, not skipped.

    ``above`` are the overlays that lead here. The digest covers the base of an overlay too.
    """
    folder = os.fspath(folder)
    files = tuple(_read(folder, path) for path in sorted(_paths(folder, "")))
    own = _digest(files)
    head = next((file.content for file in files if file.path == HEAD), b"")
    found = re.search(_EXTENDS, head, re.MULTILINE) if b"extends" in head else None
    if found is None:
        return RuleSetFiles(folder, files, own)
    chain = (*above, os.path.realpath(folder))
    base = read_files(_base(folder, found, chain), chain)
    both = sha256(f"{own}\0{base.digest}".encode())
    return RuleSetFiles(folder, files, f"sha256:{both.hexdigest()}", _name(found), base)


def _base(folder: str, found: re.Match[bytes], chain: tuple[str, ...]) -> str:
    """Return the folder of the base: a shipped set, or a path from the overlay's folder."""
    name = _name(found)
    before = found.string[: found.start(2)].decode("utf-8", "replace")
    where = f"{posix(os.path.join(folder, HEAD))}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    try:
        base = locate_base(folder, name)
    except RuleSetError as error:
        raise RuleSetError(error.what, where=where, remedy=error.remedy) from error
    if os.path.realpath(base) in chain:
        raise RuleSetError(f"extends 绕回了自己：{name}", where=where, remedy="改成另一个规则集")
    return base


def _name(found: re.Match[bytes]) -> str:
    return found[2].decode("utf-8", "replace").strip()


def _paths(folder: str, below: str) -> Iterator[str]:
    with os.scandir(os.path.join(folder, below)) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir():
                yield from _paths(folder, path)
            elif entry.name.lower().endswith(_SUFFIXES):
                yield path


def _read(folder: str, path: str) -> SourceFile:
    try:
        # Buffering would double the time for a set of many small files.
        with open(f"{folder}/{path}", "rb", buffering=0) as stream:
            content = stream.read()
    except OSError as error:
        raise RuleSetError(
            "无法读取规则文件", where=posix(os.path.join(folder, path)), remedy="检查文件是否存在、是否有读取权限"
        ) from error
    # A Windows checkout has other line ends but is the same rule set.
    return SourceFile(path, content.replace(b"\r\n", b"\n"))


def _digest(files: tuple[SourceFile, ...]) -> str:
    total = sha256()
    for file in files:
        total.update(f"{file.path}\0{len(file.content)}\0".encode("utf-8", "surrogateescape"))
        total.update(file.content)
    return f"sha256:{total.hexdigest()}"

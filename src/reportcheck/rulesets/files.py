"""The files of a rule set, read once, and their digest."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reportcheck.errors import RuleSetError

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One YAML file: its path inside the rule set, and its bytes with plain newlines."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class RuleSetFiles:
    """All YAML files of a rule set, sorted by path."""

    folder: Path
    files: tuple[SourceFile, ...]
    digest: str

    def shown(self, path: str) -> str:
        """Return how a file is named in messages."""
        return (self.folder / path).as_posix()


def read_files(folder: Path) -> RuleSetFiles:
    """Read every YAML file below a folder, at whatever place: misplaced ones are reported, not skipped."""
    files = tuple(_read(folder, path) for path in sorted(_paths(folder, "")))
    return RuleSetFiles(folder, files, _digest(files))


def _paths(folder: Path, below: str) -> Iterator[str]:
    with os.scandir(folder / below) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir():
                yield from _paths(folder, path)
            elif entry.name.lower().endswith(_SUFFIXES):
                yield path


def _read(folder: Path, path: str) -> SourceFile:
    try:
        # pathlib and buffering would double the time for a set of many small files.
        with open(f"{folder}/{path}", "rb", buffering=0) as stream:  # noqa: PTH123
            content = stream.read()
    except OSError as error:
        raise RuleSetError(
            "无法读取规则文件", where=(folder / path).as_posix(), remedy="检查文件是否存在、是否有读取权限"
        ) from error
    # A Windows checkout has other line ends but is the same rule set.
    return SourceFile(path, content.replace(b"\r\n", b"\n"))


def _digest(files: tuple[SourceFile, ...]) -> str:
    total = sha256()
    for file in files:
        total.update(f"{file.path}\0{len(file.content)}\0".encode("utf-8", "surrogateescape"))
        total.update(file.content)
    return f"sha256:{total.hexdigest()}"

"""Archives of reports: their members as paths (``档案.zip/区县/报告.docx``), read one at a time."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.package import ARCHIVE, Memory, Package

SUFFIX = ".zip"
MAX_DEPTH = 2
_DOCUMENTS = ("[content_types].xml", "ofd.xml", "mimetype")


class Found(NamedTuple):
    """A file in an archive under its full path; ``fault`` says why it cannot be read, where the directory tells."""

    path: str
    fault: str = ""


class _File(NamedTuple):
    """An archive on the disk, opened anew for each read: nothing stays open or locked."""

    path: str
    size: int

    def slice(self, start: int, size: int) -> bytes:
        with Path(self.path).open("rb") as handle:
            handle.seek(start)
            return handle.read(size)


def is_archive(path: str | Path) -> bool:
    """Tell whether this is a zip of files, not a document under a wrong name."""
    name = str(path)
    if not name.lower().endswith(SUFFIX) or not Path(path).is_file():
        return False
    try:
        names = _package(name).names
    except (UnreadableDocument, OSError):
        return False
    return not any(each.lower() in _DOCUMENTS for each in names)


def members(path: str) -> Iterator[Found]:
    """Yield the files of an archive and of the archives in it, sorted by name."""
    yield from _members(_package(path), path, 1)


def _members(package: Package, path: str, depth: int) -> Iterator[Found]:
    for member in sorted(package.members, key=lambda each: (each.name, each.offset)):
        inside = f"{path}/{member.name}"
        if member.fault:
            yield Found(inside, str(package.fault(member.name, member.fault)))
        elif not member.name.lower().endswith(SUFFIX):
            yield Found(inside)
        elif depth == MAX_DEPTH:
            yield Found(inside, f"{inside}：压缩包套了{MAX_DEPTH}层以上（请解压后再检查）")
        else:
            yield from _nested(package, member.name, inside, depth)


def _nested(package: Package, name: str, inside: str, depth: int) -> Iterator[Found]:
    try:
        inner = Package(Memory(package.read(name)), inside, ARCHIVE)
    except UnreadableDocument as error:
        yield Found(inside, str(error))
        return
    if any(each.lower() in _DOCUMENTS for each in inner.names):
        yield Found(inside)
    else:
        yield from _members(inner, inside, depth + 1)


def read_member(path: str) -> bytes | None:
    """Return the bytes of ``archive.zip/member``; None where no part of the path is an archive."""
    parent = next((each for each in Path(path).parents if each.suffix.lower() == SUFFIX and each.is_file()), None)
    if parent is None:
        return None
    package, rest = _package(str(parent)), Path(path).relative_to(parent).as_posix()
    while not package.has(rest):
        outer = next((each.as_posix() for each in PurePosixPath(rest).parents if package.has(each.as_posix())), None)
        if outer is None:
            raise UnreadableDocument("压缩包里没有这个文件", where=path, remedy="请核对路径")
        package = _inner(package, outer, f"{parent}/{outer}")
        rest = PurePosixPath(rest).relative_to(outer).as_posix()
    return package.read(rest)


def _stamp(path: str) -> tuple[int, int]:
    found = Path(path).stat()
    return found.st_size, found.st_mtime_ns


def _package(path: str) -> Package:
    return _opened(path, _stamp(path))


@lru_cache(maxsize=8)
def _opened(path: str, stamp: tuple[int, int]) -> Package:
    return Package(_File(path, stamp[0]), path, ARCHIVE)


@lru_cache(maxsize=1)
def _inner(package: Package, name: str, path: str) -> Package:
    """Open an archive in an archive; one is kept, as its members come one after another."""
    return Package(Memory(package.read(name)), path, ARCHIVE)

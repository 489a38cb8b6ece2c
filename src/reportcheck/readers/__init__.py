"""Inputs of every format, read to documents."""

import errno
import os
import stat
from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.errors import UnreadableDocument
from reportcheck.readers.sniff import sniff

MAX_BYTES = 64 * 1024 * 1024
_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
_NO_NAME = 123
"""What Windows says of a name that no file can have."""


class Reader(Protocol):
    """A module that reads one format. ``read`` raises nothing but UnreadableDocument."""

    def read(self, data: bytes, path: str) -> Document:
        """Read the bytes of one input; ``path`` is for messages only."""


READERS: Mapping[str, str] = {
    "text": "plain",
    "markdown": "markdown",
    "docx": "docx",
    "html": "html",
    "pdf": "pdf",
    "ofd": "ofd",
    "office": "office_binary",
}
"""Format -> module; imported when a file of that format comes up. What is ``office`` becomes docx first."""
SUFFIXES = (".docx", ".pdf", ".ofd", ".html", ".htm", ".txt", ".text", ".md", ".markdown")
"""What names of files end in that can be read everywhere; the content decides, not the name."""
_TOLD = f"{'、'.join(SUFFIXES)}，旧的.doc、.wps，以及装着这些文件的.zip"


def reader(fmt: str) -> Reader:
    """Return the reader of a format."""
    return cast("Reader", import_module(f"{__name__}.{READERS[fmt]}"))


def read_bytes(data: bytes, path: str) -> Document:
    """Read one input whose bytes are at hand (standard input, a member of an archive)."""
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    return reader(sniff(data, path)).read(data, path)


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read a file, or a member of an archive (``档案.zip/区县/报告.docx``).

    Raises UnreadableDocument, with the reason in Chinese, for whatever cannot be read.
    """
    return read_bytes(raw_bytes(path), os.fspath(path))


def reread(document: Document) -> bytes:
    """Return the bytes that a document was read from; raises UnreadableDocument where they have changed meanwhile."""
    data = raw_bytes(document.path)
    if sha256(data).hexdigest() != document.sha256:
        raise UnreadableDocument("检查以后文件又改动过", where=document.path, remedy="请重新检查")
    return data


def raw_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file or of a member of an archive; raises UnreadableDocument."""
    name = os.fspath(path)
    try:
        return _bytes_of(name)
    except PermissionError:
        raise UnreadableDocument("没有权限读取", where=name, remedy="请检查文件权限，或关闭占用它的程序") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableDocument(f"读取失败（{reason}）", where=name, remedy="请核对路径和磁盘") from None


def _bytes_of(name: str) -> bytes:
    found = _found(name)
    if found is None:
        return _member(name)
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableDocument("文件夹里没有可以检查的报告", where=name, remedy=f"可以检查的有：{_TOLD}")
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableDocument("不是普通文件", where=name, remedy="请核对路径")
    # One byte more than allowed: the size that the disk tells need not be what comes.
    if found.st_size <= MAX_BYTES:
        with open(name, "rb") as handle:
            data = handle.read(MAX_BYTES + 1)
        if len(data) <= MAX_BYTES:
            return data
    raise _too_large(name)


def _found(name: str) -> os.stat_result | None:
    """Look for a file; None where there is none (a file that may not be looked at is an error)."""
    try:
        return os.stat(name)
    except ValueError:  # a null character in the name
        return None
    except OSError as error:
        if error.errno in _ABSENT or getattr(error, "winerror", None) == _NO_NAME:
            return None
        raise


def _member(name: str) -> bytes:
    """Return the bytes of a member of an archive."""
    if os.path.islink(name):
        raise UnreadableDocument("链接（快捷方式）指向的文件不存在", where=name, remedy="请核对路径")
    from reportcheck.readers.archive import read_member  # noqa: PLC0415 - only paths that are no files need it

    data = read_member(name)
    if data is None:
        raise UnreadableDocument("没有这个文件", where=name, remedy="请核对路径；路径里有空格的，整个加上英文双引号")
    return data


def _too_large(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"文件超过{MAX_BYTES // 1024 // 1024}MB", where=name, remedy="请只交报告正文")

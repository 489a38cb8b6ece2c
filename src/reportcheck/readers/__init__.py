"""Inputs of every format, read to documents."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path, PurePath
from typing import Protocol, cast

from reportcheck.document import Document
from reportcheck.errors import UnreadableDocument

MAX_BYTES = 64 * 1024 * 1024


class Reader(Protocol):
    """A module that reads one format. ``read`` raises nothing but UnreadableDocument."""

    def read(self, data: bytes, path: str) -> Document:
        """Read the bytes of one input; ``path`` is for messages only."""


READERS: Mapping[str, str] = {"text": "plain", "markdown": "markdown"}
"""Format -> module; imported when a file of that format comes up."""
SUFFIXES: Mapping[str, str] = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown"}
"""File name suffix -> format."""


def reader(fmt: str) -> Reader:
    """Return the reader of a format."""
    return cast("Reader", import_module(f"{__name__}.{READERS[fmt]}"))


def read_bytes(data: bytes, path: str) -> Document:
    """Read one input whose bytes are at hand (standard input, a member of an archive)."""
    fmt = SUFFIXES.get(PurePath(path).suffix.lower())
    if fmt is None:
        raise UnreadableDocument(
            f"还不能读这种文件（{PurePath(path).suffix or '没有扩展名'}）",
            where=path,
            remedy=f"可以读的有：{'、'.join(SUFFIXES)}；Word文件请另存为文本",
        )
    return reader(fmt).read(data, path)


def read_document(path: str | Path) -> Document:
    """Read a file; raises UnreadableDocument, with the reason in Chinese, for whatever cannot be read."""
    name = str(path)
    try:
        if Path(path).is_dir():
            raise UnreadableDocument("文件夹里没有可以检查的报告", where=name, remedy=f"可以检查的有：{'、'.join(SUFFIXES)}")
        if not Path(path).is_file():
            raise UnreadableDocument("没有这个文件" if not Path(path).exists() else "不是普通文件", where=name, remedy="请核对路径")
        if Path(path).stat().st_size > MAX_BYTES:
            raise UnreadableDocument(f"文件超过{MAX_BYTES // 1024 // 1024}MB", where=name, remedy="请只交报告正文")
        data = Path(path).read_bytes()
    except PermissionError:
        raise UnreadableDocument("没有权限读取", where=name, remedy="请检查文件权限，或关闭占用它的程序") from None
    except OSError as error:
        raise UnreadableDocument(f"读取失败（{error.strerror or error}）", where=name, remedy="请核对路径和磁盘") from None
    return read_bytes(data, name)

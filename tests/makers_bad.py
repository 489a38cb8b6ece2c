"""Inputs that are damaged, locked or hostile, each with the name it comes under."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

import makers_docx
import makers_ofd
import makers_pdf
from drafts import REPORT

DOCX = makers_docx.plain(REPORT)
OFD = makers_ofd.ofd(REPORT)
PDF = makers_pdf.pdf(makers_pdf.typeset(REPORT))
PASSWORD = "abc"  # noqa: S105 - locks nothing but a test
LZMA = zipfile.ZIP_LZMA
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        for name, content in members:
            package.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return buffer.getvalue()


def with_parts(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return the package with these members replaced or added."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        kept = [(name, source.read(name)) for name in source.namelist() if name not in parts]
    return zipped([*kept, *parts.items()])


def docx_of(xml: bytes) -> bytes:
    return with_parts(DOCX, {"word/document.xml": xml})


def ole(stream: str, head: bytes = b"") -> bytes:
    """Return what passes for a compound file: a head, the first stream, a directory with the stream's name."""
    return (OLE + bytes(504) + head).ljust(2048, b"\0") + stream.encode("utf-16-le") + bytes(512)


def encrypted(data: bytes) -> bytes:
    """Return a zip whose first member says that it is encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:6] + b"\x01\x00" + data[8:at] + b"\x01\x00" + data[at + 2 :]


def lying(name: str, content: bytes, size: int) -> bytes:
    """Return a zip whose directory states another size than the member has."""
    data = bytearray(zipped([(name, content), ("[Content_Types].xml", b"<a/>")]))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, size)
    return bytes(data)


def overlapping() -> bytes:
    """Return a zip whose second member lies on the first one's bytes."""
    data = bytearray(zipped([("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<a/>")]))
    second = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, second + 42, 0)
    return bytes(data)


def broken_sum(package: bytes, name: str) -> bytes:
    """Return the package with another check sum for a member."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        crc = struct.pack("<L", zlib.crc32(source.read(name)))
    return package.replace(crc, b"\0\1\2\3")


def parts_of(package: bytes) -> dict[str, bytes]:
    """Return the members by name."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def twice() -> bytes:
    """Return a package with one name twice."""
    data = zipped([("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<a/>"), ("word/document.xmk", b"<b/>")])
    return data.replace(b"word/document.xmk", b"word/document.xml")


def huge(size: int) -> bytes:
    """Return bytes that pack to about a sixtieth: not well enough to be refused by the ratio."""
    chance = random.Random(2024)  # noqa: S311 - filler, not secrets
    return b"".join(chance.randbytes(64) + bytes(4000) for _ in range(size // 4064 + 1))

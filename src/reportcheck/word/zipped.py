"""Members of a zip replaced and added; the bytes of all others, packed as they are, stay."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportcheck.errors import UnreadableDocument

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s4B4H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_FIRST_DAY, _MIDNIGHT = 1 << 5 | 1, 0
_WIDE, _MANY = 0xFFFFFFFF, 0xFFFF
_UTF8 = 0x800
_DEFLATED = 8
_LEVEL = 6
_REMEDY = "请用Word或WPS打开，另存为.docx后再试"


class _Member(NamedTuple):
    entry: bytes
    """Its entry in the directory."""
    name: bytes
    offset: int
    end: int
    """Where what belongs to it ends: the next member begins, or the directory."""


def with_members(data: bytes, changed: Mapping[str, bytes], path: str) -> bytes:
    """Return the zip with these members' content; new ones come last."""
    members = _members(data, path)
    pending = {name.encode(): content for name, content in changed.items()}
    body: list[bytes] = []
    directory: list[bytes] = []
    length = 0
    for member in members:
        content = pending.pop(member.name, None)
        if content is None:
            local, entry = data[member.offset : member.end], member.entry
        else:
            local, entry = _packed(member.name, content, member.entry)
        body.append(local)
        directory.append(_at(entry, length))
        length += len(local)
    for name, content in pending.items():
        local, entry = _packed(name, content, _blank(name))
        body.append(local)
        directory.append(_at(entry, length))
        length += len(local)
    listed = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(directory), len(directory), len(listed), length, 0)
    return b"".join((*body, listed, end))


def _members(data: bytes, path: str) -> list[_Member]:
    """Return the members in the order of their bytes; the reader has found the package sound."""
    at = data.rfind(b"PK\x05\x06")
    _, _, _, _, count, size, offset, _ = _END.unpack_from(data, at)
    start = at - size
    if offset == _WIDE or count == _MANY or start < offset:
        raise UnreadableDocument("文件的压缩格式不常见，加不了批注", where=path, remedy=_REMEDY)
    entries = sorted(_entries(data, start, count), key=lambda each: each[0])
    if any(each[0] == _WIDE for each in entries):
        raise UnreadableDocument("文件的压缩格式不常见，加不了批注", where=path, remedy=_REMEDY)
    shift = start - offset
    ends = [each[0] + shift for each in entries[1:]] + [start]
    return [_Member(entry, name, at + shift, end) for (at, name, entry), end in zip(entries, ends, strict=True)]


def _entries(data: bytes, at: int, count: int) -> Iterator[tuple[int, bytes, bytes]]:
    for _ in range(count):
        fields = _ENTRY.unpack_from(data, at)
        name_length, extra, comment = fields[12:15]
        name = data[at + _ENTRY.size : at + _ENTRY.size + name_length]
        end = at + _ENTRY.size + name_length + extra + comment
        yield fields[-1], name, data[at:end]
        at = end


def _blank(name: bytes) -> bytes:
    """Return the entry of a new member: the first day that zips know, no rights."""
    return _ENTRY.pack(b"PK\x01\x02", 20, 0, 20, 0, 0, _DEFLATED, _MIDNIGHT, _FIRST_DAY, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name


def _packed(name: bytes, content: bytes, entry: bytes) -> tuple[bytes, bytes]:
    """Return a member and its entry, with the day and the rights of the one that it replaces."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    fields = list(_ENTRY.unpack_from(entry))
    fields[5] = fields[5] & _UTF8
    fields[6] = _DEFLATED
    fields[9:12] = zlib.crc32(content), len(packed), len(content)
    fields[13:15] = 0, 0
    local = _LOCAL.pack(b"PK\x03\x04", 20, *fields[5:9], *fields[9:12], len(name), 0)
    return local + name + packed, _ENTRY.pack(*fields) + name


def _at(entry: bytes, offset: int) -> bytes:
    return entry[: _ENTRY.size - 4] + struct.pack("<L", offset) + entry[_ENTRY.size :]

"""Zip packages (docx, ofd, archives of reports), read with limits and without trusting what their headers say.

Nothing is ever unpacked to the disk. Only what the formats allow is read: members
stored as they are or deflated.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.zip_names import decoded_name, shown, unsafe

_MB = 1024 * 1024
_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_REACH = 65535 + _END.size
_IN_ZIP64 = 0xFFFFFFFF
_ENCRYPTED = 0x1 | 0x40
_STORED, _DEFLATED = 0, 8
_RATIO_FROM = 4 * _MB
_NO_PASSWORD = "请取消密码后重新保存"
_DOUBTFUL = "请核对文件来源，只交报告正文"


class Limits(NamedTuple):
    """How much a package may hold; sizes in bytes, inflated."""

    members: int
    member: int
    total: int
    ratio: int = 250
    remedy: str = "请用Word、WPS或OFD软件重新另存一份；打不开就请报送单位重新发送"
    """What to do about a damaged one."""


OFFICE = Limits(members=5_000, member=32 * _MB, total=512 * _MB)
ARCHIVE = Limits(members=50_000, member=256 * _MB, total=20 * 1024 * _MB, remedy="请重新打包，或者重新取得压缩包")


class Source(Protocol):
    """Where the bytes of a package lie."""

    @property
    def size(self) -> int:
        """Return how many bytes there are."""

    def slice(self, start: int, size: int) -> bytes:
        """Return these bytes, fewer at the end."""


class Memory(NamedTuple):
    """Bytes at hand."""

    data: bytes

    @property
    def size(self) -> int:
        """Return how many bytes there are."""
        return len(self.data)

    def slice(self, start: int, size: int) -> bytes:
        """Return these bytes, fewer at the end."""
        return self.data[start : start + size]


class Member(NamedTuple):
    """One file in a package."""

    name: str
    offset: int
    packed: int
    size: int
    crc: int
    method: int
    encrypted: bool
    fault: str = ""
    """Why it must not be read, in Chinese; empty for a sound one."""


class Package:
    """The members of a zip by name; bytes are inflated when asked for."""

    def __init__(self, source: Source, path: str, limits: Limits) -> None:
        self._source = source
        self._path = path
        self._limits = limits
        self.members = tuple(_members(source, path, limits))
        self._by_name: Mapping[str, Member] = {member.name: member for member in reversed(self.members)}
        # Names of office packages are equal whatever their case; a few producers rely on it.
        self._by_lower = {member.name.lower(): member for member in reversed(self.members)}

    @property
    def names(self) -> tuple[str, ...]:
        """Return the members' names as they lie in the package, folders left out."""
        return tuple(member.name for member in self.members)

    def has(self, name: str) -> bool:
        """Tell whether there is such a member."""
        return name in self._by_name or name.lower() in self._by_lower

    def read(self, name: str) -> bytes:
        """Return a member's bytes; raises UnreadableDocument for what is missing, damaged, locked or too large."""
        member = self._by_name.get(name) or self._by_lower.get(name.lower())
        if member is None:
            raise self.fault(name, "文件不完整，缺少这一部分")
        self.refuse_unsound(member)
        data = self._inflated(member, self._packed(member))
        if zlib.crc32(data) != member.crc:
            raise self.fault(member.name, "内容损坏（校验不符）")
        return data

    def refuse_unsound(self, member: Member) -> None:
        """Raise UnreadableDocument where the directory alone says that a member must not or cannot be read."""
        if member.fault:
            raise self.fault(member.name, member.fault)
        if member.encrypted:
            raise self.fault(member.name, "有密码，读不了", _NO_PASSWORD)

    def fault(self, name: str, what: str, remedy: str = "") -> UnreadableDocument:
        """Return the error for a member: the file, the member, what is wrong and what to do."""
        return UnreadableDocument(what, where=f"{self._path}（{shown(name)}）", remedy=remedy or self._limits.remedy)

    def _packed(self, member: Member) -> bytes:
        head = self._source.slice(member.offset, _LOCAL.size)
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise self.fault(member.name, "内容损坏（找不到开头）")
        *_, name, extra = _LOCAL.unpack(head)
        data = self._source.slice(member.offset + _LOCAL.size + name + extra, member.packed)
        if len(data) < member.packed:
            raise self.fault(member.name, "文件不完整，后面缺了一截")
        return data

    def _inflated(self, member: Member, packed: bytes) -> bytes:
        if member.size > self._limits.member or member.size > max(_RATIO_FROM, member.packed * self._limits.ratio):
            words = f"解压后过大，可能是压缩炸弹（{member.packed // 1024 + 1}KB解压成{member.size // _MB + 1}MB）"
            raise self.fault(member.name, words, _DOUBTFUL)
        try:
            # One byte more than the directory says: what it says may be a lie.
            data = packed if member.method == _STORED else zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
        except zlib.error:
            raise self.fault(member.name, "内容损坏（解不开压缩）") from None
        if len(data) != member.size:
            raise self.fault(member.name, "内容损坏，或者是压缩炸弹（大小与目录不符）")
        return data


def open_package(data: bytes, path: str, limits: Limits = OFFICE) -> Package:
    """Open a document that is a zip (docx, ofd); a package with any unsound member is refused."""
    package = Package(Memory(data), path, limits)
    for member in package.members:
        package.refuse_unsound(member)
    return package


def _members(source: Source, path: str, limits: Limits) -> Iterator[Member]:
    """Yield the sound and the faulty members; faults that leave no way to tell members apart are raised."""
    end = _directory_end(source, path, limits)
    if end.entries > limits.members:
        raise UnreadableDocument(f"里面有{end.entries}个文件，超过{limits.members}个", where=path, remedy=_DOUBTFUL)
    taken: dict[str, int] = {}
    previous = 0
    entries = [entry for entry in _entries(source, path, end, limits) if not entry.name.endswith("/")]
    for entry in sorted(entries, key=lambda each: each.offset):
        fault = entry.fault or unsafe(entry.name)
        if entry.offset < previous or entry.offset + _LOCAL.size + entry.packed > end.start:
            fault = fault or "与别的部分重叠，或者超出文件"
        previous = entry.offset + _LOCAL.size + entry.packed
        taken[entry.name] = taken.get(entry.name, 0) + 1
        if taken[entry.name] > 1:
            fault = fault or "同一个名称出现两次"
        yield entry._replace(fault=fault)
    total = sum(entry.size for entry in entries)
    if total > limits.total:
        raise UnreadableDocument(f"解压后共{total // _MB}MB，超过{limits.total // _MB}MB，可能是压缩炸弹", where=path, remedy=_DOUBTFUL)


class _Directory(NamedTuple):
    start: int
    size: int
    entries: int
    shift: int
    """How many bytes stand before the zip itself."""


def _directory_end(source: Source, path: str, limits: Limits) -> _Directory:
    reach = min(source.size, _END_REACH)
    tail = source.slice(source.size - reach, reach)
    at = tail.rfind(b"PK\x05\x06", 0, max(len(tail) - _END.size + 4, 0))
    if at < 0:
        raise UnreadableDocument("文件不完整或已损坏（缺少压缩包的目录）", where=path, remedy=limits.remedy)
    _, disk, _, _, count, size, offset, _ = _END.unpack_from(tail, at)
    position = source.size - reach + at
    if offset == _IN_ZIP64 or count == 0xFFFF:
        found = _zip64(source, position)
        if found is not None:
            position, count, size, offset = found
    start = position - size
    if disk not in (0, 0xFFFF) or start < 0 or start < offset:
        raise UnreadableDocument("文件已损坏（压缩包的目录不对），或者是分卷压缩的一部分", where=path, remedy=limits.remedy)
    return _Directory(start, size, count, start - offset)


def _zip64(source: Source, position: int) -> tuple[int, int, int, int] | None:
    locator = source.slice(max(position - _LOCATOR.size, 0), _LOCATOR.size)
    if not locator.startswith(b"PK\x06\x07"):
        return None
    at = position - _LOCATOR.size - _END64.size
    record = source.slice(max(at, 0), _END64.size)
    if not record.startswith(b"PK\x06\x06"):
        return None
    *_, count, size, offset = _END64.unpack(record)
    return at, count, size, offset


def _entries(source: Source, path: str, end: _Directory, limits: Limits) -> Iterator[Member]:
    directory = source.slice(end.start, min(end.size, (end.entries + 1) * 4096))
    at = 0
    for _ in range(end.entries):
        if directory[at : at + 4] != b"PK\x01\x02" or len(directory) < at + _ENTRY.size:
            raise UnreadableDocument("文件已损坏（压缩包的目录不完整）", where=path, remedy=limits.remedy)
        fields = _ENTRY.unpack_from(directory, at)
        flags, method, crc, packed, size = fields[3], fields[4], *fields[7:10]
        name_length, extra_length, comment_length, offset = *fields[10:13], fields[16]
        name = directory[at + _ENTRY.size : at + _ENTRY.size + name_length]
        extra = directory[at + _ENTRY.size + name_length :][:extra_length]
        at += _ENTRY.size + name_length + extra_length + comment_length
        if _IN_ZIP64 in (packed, size, offset):
            size, packed, offset = _wide(extra, (size, packed, offset))
        fault = "" if method in (_STORED, _DEFLATED) else "用了本程序不支持的压缩方法"
        yield Member(decoded_name(name, flags, extra), offset + end.shift, packed, size, crc, method, bool(flags & _ENCRYPTED), fault)


def _wide(extra: bytes, fields: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return size, packed size and offset with those that are 64 bits wide taken from the extra field."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            wide = iter(struct.unpack_from(f"<{min(length, len(extra) - at - 4) // 8}Q", extra, at + 4))
            size, packed, offset = (next(wide, field) if field == _IN_ZIP64 else field for field in fields)
            return size, packed, offset
        at += 4 + length
    return fields

"""Names in zip packages: what characters their bytes stand for, and which must not be followed."""

import re
import struct
import zlib

_UTF8 = 0x800
_UNICODE_PATH = 0x7075
_LONGEST = 80
_DRIVE = re.compile(r"^[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def decoded_name(raw: bytes, flags: int, extra: bytes = b"") -> str:
    """Return a member's name, with slashes; Windows writes Chinese names in GBK and does not say so."""
    name = (_unicode_path(raw, extra) or _decoded(raw, flags)).replace("\\", "/")
    return re.sub(r"(^|/)(?:\./|(?<=/)/)+", r"\1", name)


def _decoded(raw: bytes, flags: int) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            if flags & _UTF8:
                return raw.decode("utf-8", "replace")
    return raw.decode("cp437")


def _unicode_path(raw: bytes, extra: bytes) -> str:
    """Return the name in Info-ZIP's own field, where it belongs to this name."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        field = extra[at + 4 : at + 4 + length]
        if kind == _UNICODE_PATH and field[:1] == b"\x01" and field[1:5] == struct.pack("<L", zlib.crc32(raw)):
            return field[5:].decode("utf-8", "replace")
        at += 4 + length
    return ""


def unsafe(name: str) -> str:
    """Return, in Chinese, why a name must not be followed; empty for a sound one."""
    if not name or "\0" in name:
        return "名称不合法"
    if name.startswith("/") or _DRIVE.match(name):
        return "名称是绝对路径，正常的文件不会有，可能是恶意文件"
    if ".." in name.split("/"):
        return "名称指向压缩包以外（含“..”），正常的文件不会有，可能是恶意文件"
    return ""


def shown(name: str) -> str:
    """Return a name as it may be printed: on one line, not overlong."""
    clean = _CONTROL.sub("�", name)
    return clean if len(clean) <= _LONGEST else f"{clean[: _LONGEST // 2]}…{clean[-_LONGEST // 2 :]}"

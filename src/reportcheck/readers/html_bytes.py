"""Bytes of a saved page to characters: web archives (.mht) unpacked, the declared charset believed as far as it holds."""

import re
from email import message_from_bytes
from typing import NamedTuple

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.decode import decode

_ARCHIVE = re.compile(rb"(?:^|\n)content-type:\s*multipart/", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{2,20})|<\?xml[^>]{0,80}encoding=[\"']([a-zA-Z0-9_-]{2,20})", re.IGNORECASE)
_HEAD = 4096
_CHARSETS = {"utf-8": "utf-8", "utf8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "big5": "big5"}
_BOMS = (b"\xef\xbb\xbf", b"\x84\x31\x95\x33", b"\xff\xfe", b"\xfe\xff")
_BAD_SHARE = 500


class PageText(NamedTuple):
    """The characters of a page, their encoding, and what had to be mended."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def page_text(data: bytes, path: str) -> PageText:
    """Decode a page; raises UnreadableDocument where no encoding fits."""
    page, charset = _unpacked(data, path) if _ARCHIVE.search(data[:_HEAD]) else (data, "")
    charset = charset or _declared(page)
    if page.startswith(_BOMS):
        return PageText(*decode(page, path))
    try:
        return PageText(page.decode("utf-8"), "utf-8") if b"\0" not in page else PageText(*decode(page, path))
    except UnicodeDecodeError:
        return _as_declared(page, charset, path) if charset else PageText(*decode(page, path))


def _declared(page: bytes) -> str:
    found = _DECLARED.search(page[:_HEAD])
    return _CHARSETS.get((found.group(1) or found.group(2)).decode("ascii").lower(), "") if found else ""


def _as_declared(page: bytes, charset: str, path: str) -> PageText:
    """Decode as the page says; a few broken characters (texts cut by the site) are replaced and told of."""
    if charset == "utf-8":
        text = page.decode("utf-8", "replace")
    else:
        try:
            return PageText(page.decode(charset), charset)
        except UnicodeDecodeError:
            text = page.decode(charset, "replace")
    bad = text.count("\ufffd")
    if bad * _BAD_SHARE > len(text):
        return PageText(*decode(page, path))
    return PageText(text, charset, (f"网页有{bad}处乱码，读出的字可能不全，请对照原网页",))


def _unpacked(data: bytes, path: str) -> tuple[bytes, str]:
    """Return the first page of a web archive and the charset that its header states."""
    try:
        parts = list(message_from_bytes(data).walk())
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
        payload = page.get_payload(decode=True) if page else None
        charset = page.get_content_charset() if page else None
    except RecursionError:
        raise UnreadableDocument("网页归档（.mht）里一层套一层，读不出来", where=path, remedy="请把报告正文复制到Word或文本文件里再检查") from None
    if not isinstance(payload, bytes):
        raise UnreadableDocument("网页归档（.mht）里没有网页", where=path, remedy="请用浏览器打开，另存为“网页，仅HTML”")
    return payload, _CHARSETS.get(charset or "", "")

"""XML parts of packages: parsed in C, without DTDs and entities, with limits on size and depth."""

import re
from itertools import chain
from xml.etree.ElementTree import Element, ParseError, XMLParser  # noqa: S405 - DTDs are refused before parsing

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.zip_names import shown

MAX_BYTES = 32 * 1024 * 1024
MAX_TAGS = 2_000_000
MAX_DEPTH = 256
_DECLARED = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_PROLOG = re.compile(rb"(?:[ \t\r\n]+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BARE = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "cp936", "936"})
_RESAVE = "请用Word、WPS或OFD软件重新另存一份；打不开就请报送单位重新发送"


def parse(data: bytes, path: str, member: str = "") -> Element:
    """Return the root of an XML part; raises UnreadableDocument for what is damaged, deep, huge or has a DTD."""
    where = f"{path}（{shown(member)}）" if member else path
    if len(data) > MAX_BYTES or data.count(b"<") > MAX_TAGS:
        raise UnreadableDocument("内容过大", where=where, remedy="请只交报告正文")
    plain = _as_utf8(data, where)
    prolog = _PROLOG.match(plain)
    if plain.startswith(b"<!", prolog.end() if prolog else 0):
        raise UnreadableDocument("含有DTD或实体声明，正常的文件不会有，可能是恶意文件", where=where, remedy=_RESAVE)
    try:
        parser = XMLParser(encoding="utf-8")  # noqa: S314 - see above
        parser.feed(plain)
        root: Element = parser.close()
    except (ParseError, ValueError):
        raise UnreadableDocument("内容损坏（不是完整的XML）", where=where, remedy=_RESAVE) from None
    if _too_deep(root):
        raise UnreadableDocument(f"内容嵌套超过{MAX_DEPTH}层，可能是恶意文件", where=where, remedy=_RESAVE)
    return root


def _as_utf8(data: bytes, where: str) -> bytes:
    """Return the part in UTF-8, so that what is looked for is what the parser sees."""
    encoding = next((name for mark, name in (*_BOMS, *_BARE) if data.startswith(mark)), "")
    if not encoding:
        declared = _DECLARED.match(data)
        encoding = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    try:
        if encoding in ("utf-8", "utf8"):
            return data.removeprefix(_BOMS[0][0])
        return data.decode("gb18030" if encoding in _CHINESE else encoding).removeprefix("\ufeff").encode()
    except (UnicodeError, LookupError, ValueError):
        raise UnreadableDocument(f"内容不是它声明的编码（{encoding}）", where=where, remedy=_RESAVE) from None


def _too_deep(root: Element) -> bool:
    """Go down level by level: no recursion, and in C for the most part."""
    level = [root]
    for _ in range(MAX_DEPTH):
        level = list(chain.from_iterable(filter(Element.__len__, level)))
        if not level:
            return False
    return True

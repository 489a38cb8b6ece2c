"""Bytes to characters. Order: BOM, UTF-8, UTF-16 by its zero bytes, GB18030 if it yields Chinese."""

from reportcheck.errors import UnreadableDocument

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MOSTLY = 0.85


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Return (text, encoding name) or raise UnreadableDocument."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding, path).lstrip("\ufeff"), encoding.removesuffix("-sig")
    try:
        text, encoding = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = _legacy(data, path)
    if "\x00" in text:
        text, encoding = _utf16_without_bom(data, path)
    return text, encoding


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"文件开头标明是{encoding.upper()}编码，第{error.start + 1}字节起却不是",
            where=path,
            remedy="请用WPS、Word或记事本打开，另存为UTF-8编码的文本",
        ) from None


def _legacy(data: bytes, path: str) -> tuple[str, str]:
    if b"\x00" in data:
        return _utf16_without_bom(data, path)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _common_share(text) >= _MOSTLY:
        return text, "gb18030"
    raise UnreadableDocument(
        "认不出文件的编码（不是UTF-8、UTF-16，也不是GB18030/GBK）",
        where=path,
        remedy="请确认是文本文件，用记事本打开后另存为UTF-8编码",
    )


def _utf16_without_bom(data: bytes, path: str) -> tuple[str, str]:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and _common_share(text) >= _MOSTLY:
            return text, encoding
    raise UnreadableDocument(
        "文件里有空字节，不是文本文件", where=path, remedy="请交Word、WPS或文本格式的报告"
    )


def _common_share(text: str) -> float:
    """Return the share of characters that GB2312 or ASCII has: wrong decodings give rare ones."""
    sample = text[:20000]
    plain = len(sample.encode("ascii", "ignore"))
    common = plain + (len(sample.encode("gb2312", "ignore")) - plain) // 2
    return common / max(len(sample), 1)


def physical_lines(text: str) -> list[str]:
    """Return the lines as every editor counts them: CRLF, LF and lone CR end a line, nothing else does."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

"""What a file is, by its bytes; its name only tells plain text from Markdown."""

import os
import re
from collections.abc import Callable

from reportcheck.errors import UnreadableDocument

MARKDOWN_SUFFIXES = (".md", ".markdown")
_TEXT_SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES)
_HEAD = 16 * 1024

_ASK_WORD = "请交Word、WPS、PDF、OFD、网页或文本格式的报告"
_IMAGE = ("图片，里面没有可以检查的文字", "请向报送单位要Word原件，或者先用WPS等软件识别成文字（OCR）")
_PACKED = ("压缩包，还不能直接读", "请先解压，或者改成.zip格式")
_PROGRAM = ("程序或数据文件，不是报告", f"请核对文件；{_ASK_WORD}")
_FOREIGN = (
    (b"\x89PNG\r\n\x1a\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF87a", _IMAGE),
    (b"GIF89a", _IMAGE),
    (b"II*\0", _IMAGE),
    (b"MM\0*", _IMAGE),
    (b"Rar!\x1a\x07", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"\x1f\x8b\x08", _PACKED),
    (b"BZh9", _PACKED),
    (b"\xfd7zXZ\0", _PACKED),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\0", _PROGRAM),
    (b"SQLite format 3\0", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
)
# Compiled when a file has a "<": most text files have none, and start-up is what people wait for.
_HTML = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b"
_TAG = r"</?(?:p|div|table|tr|td|span|br|html|body|font|h[1-6])(?:\s[^<]*)?/?>"
_WORD_XML = r"<\?xml[^>]*>\s*(?:<\?mso-application[^>]*Word\.Document|<(?:w:wordDocument|pkg:package)\b)"
_MIME = r"(?:\A|.*?\n)MIME-Version:.*?Content-Type:\s*(?:multipart/related|text/html)"


def sniff(data: bytes, path: str) -> str:
    """Return the format, a key of READERS; raises UnreadableDocument, with what to do, for what is no report."""
    if not data and suffix_of(path) not in _TEXT_SUFFIXES:
        raise UnreadableDocument("文件是空的（0字节）", where=path, remedy="请核对是否已经保存，或者重新取得文件")
    for magic, reaction in _MAGIC:
        if data.startswith(magic):
            return reaction(data, path)
    for magic, (what, remedy) in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableDocument(f"这是{what}", where=path, remedy=remedy)
    if b"E-SafeNet" in data[:512]:
        raise UnreadableDocument("文件被加密软件锁定，读不了", where=path, remedy="请在装有加密软件的电脑上解密后再检查")
    return _by_text(data, path)


def _zip(data: bytes, path: str) -> str:
    from reportcheck.readers.sniff_package import zip_format  # noqa: PLC0415 - text files do without it

    return zip_format(data, path)


def _ole(data: bytes, path: str) -> str:
    from reportcheck.readers.sniff_package import compound_format  # noqa: PLC0415 - text files do without it

    return compound_format(data, path)


def _always(fmt: str) -> Callable[[bytes, str], str]:
    return lambda _data, _path: fmt


_MAGIC: tuple[tuple[bytes, Callable[[bytes, str], str]], ...] = (
    (b"PK\x03\x04", _zip),
    (b"PK\x05\x06", _zip),
    (b"%PDF-", _always("pdf")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _ole),
    (b"{\\rtf", _always("office")),
)


def _by_text(data: bytes, path: str) -> str:
    suffix = suffix_of(path)
    head = _readable(data[:_HEAD])
    if b"%PDF-" in data[:1024] and suffix not in _TEXT_SUFFIXES:
        return "pdf"
    if "<" in head and (fmt := _by_tags(head, suffix)):
        return fmt
    if "MIME-Version:" in head and re.match(_MIME, head, re.IGNORECASE | re.DOTALL):
        return "html"
    if suffix in _EXPECTED and _is_binary(data):
        words = f"扩展名是{suffix}，内容却不是{_EXPECTED[suffix]}"
        raise UnreadableDocument(words, where=path, remedy="文件可能没有下载完整，或者被改过扩展名，请重新取得文件")
    return "markdown" if suffix in MARKDOWN_SUFFIXES else "text"


def _by_tags(head: str, suffix: str) -> str:
    if re.match(_WORD_XML, head):
        return "office"
    tagged = re.match(_HTML, head, re.IGNORECASE | re.DOTALL) or (suffix not in _TEXT_SUFFIXES and re.search(_TAG, head, re.IGNORECASE))
    return "html" if tagged else ""


_EXPECTED = {
    ".docx": "Word文档",
    ".docm": "Word文档",
    ".doc": "Word文档",
    ".wps": "WPS文档",
    ".wpt": "WPS文档",
    ".rtf": "RTF文档",
    ".odt": "ODT文档",
    ".pdf": "PDF文档",
    ".ofd": "OFD文档",
    ".zip": "压缩包",
}


def suffix_of(path: str) -> str:
    """Return what a name ends in, in small letters, with its dot."""
    return os.path.splitext(path)[1].lower()


def _readable(head: bytes) -> str:
    """Return the beginning as characters good enough to look for tags."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_binary(data: bytes) -> bool:
    """Tell whether there are bytes that no text file has."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return bool(re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]", data[:_HEAD]))

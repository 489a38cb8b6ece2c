"""XML parts: what is parsed, and what is refused before it can do harm."""

import pytest

from reportcheck.errors import UnreadableDocument
from reportcheck.readers import xml
from reportcheck.readers.xml import MAX_DEPTH, parse

DTD = "含有DTD或实体声明，正常的文件不会有，可能是恶意文件"
BROKEN = "内容损坏（不是完整的XML）"


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        parse(data, "甲.docx", "word/a.xml")
    assert caught.value.where == "甲.docx（word/a.xml）"
    return caught.value.what


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("", "utf-8"), ("", "utf-8-sig"), ("UTF-8", "utf-8"), ("UTF-16", "utf-16"), ("UTF-16", "utf-16-le"), ("UTF-16", "utf-16-be"), ("GBK", "gbk"), ("gb2312", "gb18030"), ("GB18030", "gb18030"), ("big5", "big5")],
)
def test_encodings(declared: str, encoding: str) -> None:
    text = f'<?xml version="1.0"{f" encoding={chr(34)}{declared}{chr(34)}" if declared else ""}?><a>文件</a>'
    assert parse(text.encode(encoding), "甲.docx").text == "文件"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030", "utf-7", "latin-1"])
@pytest.mark.parametrize("before", ["", " \r\n", "<!-- <a> -->", "<?pi <a>?>", "<!--\n--><?x?> "])
def test_a_dtd_is_seen_in_any_encoding_behind_anything(encoding: str, before: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>{before}<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'
    assert refused(text.encode(encoding)) == DTD


def test_the_word_doctype_in_the_text_is_text() -> None:
    assert parse(b"<a><![CDATA[<!DOCTYPE x>]]></a>", "甲.docx").text == "<!DOCTYPE x>"


def test_depth() -> None:
    allowed = b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH
    assert parse(allowed, "甲.docx").tag == "a"
    assert refused(b"<a>" + allowed + b"</a>") == f"内容嵌套超过{MAX_DEPTH}层，可能是恶意文件"


def test_depth_that_attributes_hide() -> None:
    assert refused(b'<a x="/>">' * 9999 + b"</a>" * 9999).startswith("内容嵌套超过")


def test_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MAX_BYTES", 100)
    assert refused(b"<a>" + b"x" * 100 + b"</a>") == "内容过大"
    monkeypatch.setattr(xml, "MAX_BYTES", 10_000)
    monkeypatch.setattr(xml, "MAX_TAGS", 100)
    assert refused(b"<a>" + b"<b/>" * 100 + b"</a>") == "内容过大"


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a/><b/>", b"<a>\0</a>", b"text", b"<a>&x;</a>", b'<a x="1" x="2"/>', b"<w:a/>", b"\xff\xfe<"])
def test_broken(data: bytes) -> None:
    assert refused(data) in (BROKEN, "内容不是它声明的编码（utf-16-le）")


@pytest.mark.parametrize("encoding", ["rot13", "zlib", "no-such", "utf-32"])
def test_encodings_that_are_none(encoding: str) -> None:
    assert refused(f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode()) == f"内容不是它声明的编码（{encoding}）"

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import REPORT, told
from reportcheck.engine import Checker
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import read_bytes
from reportcheck.readers.decode import decode, physical_lines

GB18030_BOM = b"\x84\x31\x95\x33"
ENCODED = {
    "utf-8": (REPORT.encode(), "utf-8"),
    "utf-8 bom": (codecs.BOM_UTF8 + REPORT.encode(), "utf-8"),
    "gb18030": (REPORT.encode("gb18030"), "gb18030"),
    "gb18030 bom": (GB18030_BOM + REPORT.encode("gb18030"), "gb18030"),
    "gbk": (REPORT.encode("gbk"), "gb18030"),
    "utf-16-le bom": (codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"), "utf-16"),
    "utf-16-be bom": (codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"), "utf-16"),
    "utf-16-le": (REPORT.encode("utf-16-le"), "utf-16-le"),
    "utf-16-be": (REPORT.encode("utf-16-be"), "utf-16-be"),
}


@pytest.mark.parametrize("name", ENCODED)
def test_the_text_is_the_same_in_every_encoding(name: str) -> None:
    data, encoding = ENCODED[name]
    document = read_bytes(data, "稿.txt")
    assert document.text == REPORT
    assert document.encoding == encoding


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"], ids=["CRLF", "CR", "LF"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_line_endings(ending: str, encoding: str) -> None:
    document = read_bytes(REPORT.replace("\n", ending).encode(encoding), "稿.txt")
    assert document.text == REPORT
    last = document.place(document.blocks[-1].span)
    assert (last.line, last.column) == (REPORT.count("\n") + 1, 1)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("甲\r\n乙\r\n", ["甲", "乙", ""]),
        ("甲\r乙\n丙", ["甲", "乙", "丙"]),
        ("甲\n\r\n乙", ["甲", "", "乙"]),
        ("甲\u2028乙\x85丙\x0b丁", ["甲\u2028乙\x85丙\x0b丁"]),
        ("", [""]),
    ],
)
def test_only_what_editors_call_a_line_is_one(text: str, lines: list[str]) -> None:
    assert physical_lines(text) == lines


def test_rare_characters_of_gb18030_are_kept() -> None:
    text = REPORT.replace("云岭县", "㙍圳县")
    document = read_bytes(text.encode("gb18030"), "稿.txt")
    assert document.text == text


def test_the_encoding_changes_no_outcome(checker: Checker) -> None:
    results = [told(checker.check(read_bytes(data, "稿.txt"))) for data, _ in ENCODED.values()]
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd", "坏.txt：文件开头标明是UTF-8-SIG编码，第1字节起却不是"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "坏.txt：文件开头标明是UTF-16编码，第"),
        (GB18030_BOM + b"\xff\xff", "坏.txt：文件开头标明是GB18030编码，第"),
        (b"\xff\xff\xff\x80\x80", "坏.txt：认不出文件的编码（不是UTF-8、UTF-16，也不是GB18030/GBK）（请确认是文本文件，用记事本打开后另存为UTF-8编码）"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "坏.txt：文件里有空字节，不是文本文件（请交Word、WPS或文本格式的报告）"),
        (b"abc\x00\x00\x00def", "坏.txt：文件里有空字节，不是文本文件（请交Word、WPS或文本格式的报告）"),
    ],
)
def test_what_is_no_text_is_told_in_chinese(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, "坏.txt")
    assert str(caught.value).startswith(message)


BIG5 = ("雲嶺縣法治政府建設年度報告，行政複議申請依法受理。" * 10).encode("big5")


def test_gb18030_that_yields_rare_characters_is_no_text() -> None:
    assert "法" not in BIG5.decode("gb18030")
    with pytest.raises(UnreadableDocument, match="认不出文件的编码"):
        decode(BIG5, "坏.txt")


def test_a_few_rare_characters_are_no_reason_to_refuse() -> None:
    text = "云岭县圳㙍村依法行政。" * 30
    assert decode(text.encode("gb18030"), "稿.txt") == (text, "gb18030")


def read_or_refuse(data: bytes, name: str) -> bool:
    """Tell whether bytes give a document whose blocks stand somewhere, or a refusal that names the file."""
    try:
        document = read_bytes(data, name)
    except UnreadableDocument as error:
        return str(error).startswith(f"{name}：")
    return all(document.place(block.span).line >= 1 for block in document.blocks)


@given(st.binary(max_size=400))
def test_random_bytes_raise_nothing_else(data: bytes) -> None:
    for name in ("乱.txt", "乱.md"):
        assert read_or_refuse(data, name)


@given(st.binary(max_size=40), st.integers(0, len(ENCODED["utf-8"][0])))
def test_random_bytes_inside_a_report_raise_nothing_else(noise: bytes, at: int) -> None:
    data = ENCODED["utf-8"][0]
    for name in ("乱.txt", "乱.md"):
        assert read_or_refuse(data[:at] + noise + data[at:], name)

"""What a file is, is told by its bytes: a wrong suffix, or none, changes nothing."""

import os
import tempfile
from hashlib import sha256
from pathlib import Path

import pytest

import makers_bad as bad
import makers_docx
import makers_html
import makers_ofd
from drafts import REPORT
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import SUFFIXES, office_binary, read_bytes
from reportcheck.readers.sniff import sniff

RTF = b"{\\rtf1\\ansi\\ansicpg936\n" + b"".join(b"\\pard\\f0 " + b"".join(b"\\u%d?" % ord(c) for c in line) + b"\\par\n" for line in REPORT.split("\n")) + b"}"
WORD_XML = b'<?xml version="1.0" encoding="UTF-8"?>\r\n<?mso-application progid="Word.Document"?>\r\n<w:wordDocument/>'
ODT = bad.zipped([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")])
HTML = makers_html.clean(REPORT)

CONTENT = {
    "docx": (makers_docx.plain(REPORT), "docx"),
    "ofd": (makers_ofd.ofd(REPORT), "ofd"),
    "pdf": (bad.PDF, "pdf"),
    "html": (HTML, "html"),
    "html behind a comment": (b"\xef\xbb\xbf \r\n<!-- saved -->\r\n<HTML><p>x", "html"),
    "html in UTF-16": ("<html><p>依法".encode("utf-16"), "html"),
    "rtf": (RTF, "office"),
    "Word 97": (bad.ole("WordDocument", b"\xec\xa5\xc1" + bytes(9)), "office"),
    "Word 2003 XML": (WORD_XML, "office"),
    "odt": (ODT, "office"),
}


@pytest.mark.parametrize("content", CONTENT)
@pytest.mark.parametrize("suffix", [*SUFFIXES, ".doc", ".wps", ".rtf", "", ".TXT", ".xyz"])
def test_the_content_decides(content: str, suffix: str) -> None:
    data, fmt = CONTENT[content]
    assert sniff(data, f"报告{suffix}") == fmt


@pytest.mark.parametrize(
    ("name", "fmt"),
    [("报告.txt", "text"), ("报告.md", "markdown"), ("报告.MARKDOWN", "markdown"), ("报告", "text"), ("报告.doc", "text"), ("报告.html", "text"), ("2024.报告", "text")],
)
def test_text_is_text_under_any_name(name: str, fmt: str) -> None:
    read = read_bytes(REPORT.encode("gb18030"), name)
    assert (read.format, read.text) == (fmt, REPORT)


@pytest.mark.parametrize("text", ["<p>依法行政</p>", "<!-- 稿 -->\n第一行", "1 < 2 > 0"])
def test_tags_in_text_files_are_text(text: str) -> None:
    assert sniff(text.encode(), "稿.md") == "markdown"
    assert sniff(text.encode(), "稿.txt") == "text"


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps", "报告.docx"])
def test_a_web_page_under_a_name_of_word(name: str) -> None:
    assert read_bytes(HTML, name).text == read_bytes(HTML, "报告.html").text


def test_a_fragment_under_a_name_of_word() -> None:
    page = "".join(f"<p>{line}</p>" for line in REPORT.split("\n")).encode()
    assert read_bytes(page, "报告.doc").format == "html"


def test_without_libreoffice_old_files_say_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_binary, "find_program", lambda: None)
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(bad.ole("WordDocument", b"\xec\xa5\xc1" + bytes(9)), "报告.wps")
    assert str(caught.value) == (
        "报告.wps：这是旧格式文件（Word 97-2003或WPS的二进制格式），电脑上没有LibreOffice，不能直接读"
        "（请用Word或WPS打开，“文件—另存为”选择Word文档（.docx）后再检查）"
    )


def temporary_files() -> set[str]:
    return {each.name for each in Path(tempfile.gettempdir()).glob("reportcheck-*")}


needs_libreoffice = pytest.mark.skipif(office_binary.find_program() is None, reason="没有LibreOffice，不能转换旧格式文件")


@needs_libreoffice
def test_an_old_file_is_converted_and_nothing_is_left() -> None:
    before = temporary_files()
    read = read_bytes(RTF, "报告.rtf")
    assert read.text == REPORT
    assert (read.format, read.path, read.notes) == ("docx", "报告.rtf", (office_binary.NOTE,))
    assert read.sha256 == sha256(RTF).hexdigest()
    assert temporary_files() == before


@needs_libreoffice
def test_an_old_file_that_libreoffice_cannot_open() -> None:
    before = temporary_files()
    with pytest.raises(UnreadableDocument, match="LibreOffice打不开这个文件，可能有密码或已损坏"):
        read_bytes(bad.ole("WordDocument", b"\xec\xa5\xc1" + bytes(9)), "坏.doc")
    assert temporary_files() == before


@pytest.mark.skipif(os.name != "posix", reason="假的转换程序是shell脚本")
def test_a_conversion_that_does_not_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office_binary, "find_program", lambda: str(program))
    monkeypatch.setattr(office_binary, "_SECONDS", 1)
    before = temporary_files()
    with pytest.raises(UnreadableDocument, match="LibreOffice用了1秒还没有转换完"):
        read_bytes(RTF, "报告.rtf")
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    state = Path(f"/proc/{child}/stat")
    assert not state.exists() or ") Z " in state.read_text(encoding="utf-8")
    assert temporary_files() == before

"""Pages as they come: encodings, web archives, frames, hostile nesting, both parsers."""

import quopri
import subprocess
import sys
from base64 import b64encode
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import BODY, OWN, PARAGRAPHS, own, page

from drafts import LEAD, REPORT, TITLE
from makers_html import LAYOUTS, furnished, laid_out
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import html, html_lines, html_stdlib, html_tree

CHARSETS = {
    "meta": ("<meta charset='gbk'>", "gb18030", "gb18030"),
    "http-equiv": ('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312">', "gb18030", "gb18030"),
    "none, GB18030": ("", "gb18030", "gb18030"),
    "none, UTF-8": ("", "utf-8", "utf-8"),
    "wrong: says GBK, is UTF-8": ("<meta charset=gbk>", "utf-8", "utf-8"),
    "wrong: says UTF-8, is GBK": ("<meta charset=utf-8>", "gbk", "gb18030"),
    "UTF-16": ("", "utf-16", "utf-16"),
    "BOM": ("<meta charset=gbk>", "utf-8-sig", "utf-8"),
    "big5 is believed": ("<meta charset=big5>", "big5", "big5"),
}


@pytest.mark.parametrize("name", CHARSETS)
def test_encodings(name: str) -> None:
    head, encoding, told_as = CHARSETS[name]
    text = "雲嶺縣人民政府依法行政。" * 30 if encoding == "big5" else REPORT
    body = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    read = html.read(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding), "页.html")
    assert (read.text, read.encoding, read.notes) == (text, told_as, ())


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("utf-8", "utf-8")])
def test_a_few_broken_characters_are_told_of(charset: str, encoding: str) -> None:
    head, tail = f"<html><meta charset={charset}><body><p>{LEAD * 20}", f"</p>{PARAGRAPHS}</body></html>"
    read = html.read(head.encode(encoding) + "县".encode(encoding)[:1] + b"\xff" + tail.encode(encoding), "页.html")
    assert own(read)[-len(BODY) :] == BODY
    assert read.notes == (f"网页有{read.text.count(chr(0xFFFD))}处乱码，读出的字可能不全，请对照原网页",)


def archived(transfer: str, charset: str = "utf-8") -> bytes:
    archive = MIMEMultipart("related")
    archive["From"] = "<Saved by Blink>"
    part = MIMENonMultipart("text", "html", charset=charset)
    content = furnished(REPORT).decode("gb18030").encode(charset)
    part.set_payload((b64encode(content) if transfer == "base64" else quopri.encodestring(content)).decode("ascii"))
    part["Content-Transfer-Encoding"] = transfer
    archive.attach(MIMENonMultipart("image", "png"))
    archive.attach(part)
    return archive.as_bytes()


@pytest.mark.parametrize(("transfer", "charset"), [("base64", "utf-8"), ("quoted-printable", "utf-8"), ("quoted-printable", "gb18030")])
def test_web_archives(transfer: str, charset: str) -> None:
    assert own(html.read(archived(transfer, charset), "页.mht")) == OWN


def test_a_web_archive_without_a_page() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        html.read(b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: image/png\n\nx\n--x--\n', "页.mht")
    assert str(caught.value) == "页.mht：网页归档（.mht）里没有网页（请用浏览器打开，另存为“网页，仅HTML”）"


def test_a_page_whose_text_a_script_brings() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        page("<div id=app></div><script>load()</script><p>正在载入</p>", f"<title>{TITLE}</title>")
    assert str(caught.value) == (
        "页.html：只读出22个汉字，不足200字，无法当作报告检查（网页的正文可能是打开后才载入的，或在另一个框架里："
        "请用浏览器打开，等正文出来后另存为网页，或者把正文复制到Word、文本文件里再检查）"
    )


def test_a_page_of_frames() -> None:
    with pytest.raises(UnreadableDocument, match="或在另一个框架里"):
        html.read(b"<html><frameset cols=20%,*><frame src=a.htm><frame src=b.htm></frameset></html>", "页.html")


def test_deep_pages_are_read_or_refused() -> None:
    assert own(page("<div>" * 9000 + f"<h1>{TITLE}</h1>{PARAGRAPHS}" + "</div>" * 9000)) == OWN
    with pytest.raises(UnreadableDocument, match=r"^页\.html：网页标签一层套一层，超过1000层（请用浏览器打开"):
        page("<div>" * 30_000 + PARAGRAPHS)
    with pytest.raises(UnreadableDocument, match=r"^页\.html：网页里的标签超过100万个"):
        page("<br>" * 1_000_001)
    with pytest.raises(UnreadableDocument, match=r"^页\.html：网页里的标签带的属性太多"):
        page(f"<p {' '.join(f'a{number}' for number in range(30_000))}>{PARAGRAPHS}")


def test_unclosed_formatting_does_not_multiply() -> None:
    page_of_fonts = "".join(f"<font a={number}>" for number in range(5000)) + f"<h1>{TITLE}</h1>{PARAGRAPHS}" + "<p>" * 5000
    assert own(page(page_of_fonts)) == OWN


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_without_the_extra_the_standard_library_reads_the_same(layout, monkeypatch: pytest.MonkeyPatch) -> None:
    data = laid_out(layout, REPORT)
    wanted = html.read(data, "页.html")

    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(html_tree, "import_module", absent)
    assert html.read(data, "页.html") == wanted


@given(st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<br>", "<a href=x>", "</a>", "依法", "<", ">", '"', "<!--", "-->", "<b ", "&nbsp;", "</", "<![x", "\n", "<h2>", "<span id=zoom>", "</span>", "<title>", "<pre>"]), max_size=40))
def test_any_soup_is_read_by_both(parts: list[str]) -> None:
    soup = "".join(parts)
    for nodes in (html_tree.nodes(soup, "页"), html_stdlib.nodes(html_tree.prepared(soup))):
        read = html_lines.page_of(nodes)
        assert all(0 <= box.start <= box.end <= len(read.lines) for box in read.boxes)


@given(st.binary(max_size=300), st.integers(0, 20_000))
def test_random_bytes_raise_nothing_else(noise: bytes, at: int) -> None:
    data = furnished(REPORT)
    try:
        read = html.read(data[:at] + noise + data[at:], "乱.html")
    except UnreadableDocument as error:
        places = [str(error).startswith("乱.html：")]
    else:
        places = [read.place(block.span).line >= 1 for block in read.blocks]
    assert all(places)


def test_the_parser_is_imported_only_when_a_page_is_read() -> None:
    code = "import sys, reportcheck.readers.html; print([name for name in ('selectolax', 'html.parser', 'email.parser') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"

"""The single steps: bytes of XML and of zips, changed in place."""

import io
import zipfile

import pytest
from word_files import comments, covered, members

import makers_docx
import makers_word
from drafts import REPORT
from reportcheck.document import Span
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import docx, reread
from reportcheck.word.commented import Line, Note, commented
from reportcheck.word.edits import Edits
from reportcheck.word.source import Source
from reportcheck.word.zipped import with_members


def note(start: int, end: int, text: str = "看") -> Note:
    return Note(Span(start, end), (Line(text),))


def document_with(run_xml: str) -> bytes:
    return makers_docx.package(f"<w:p>{run_xml}</w:p>" + makers_docx.paragraph(makers_docx.run(REPORT.replace("\n", ""))))


def marked(run_xml: str, start: int, end: int) -> str:
    data = document_with(run_xml)
    document = members(commented(data, docx.read(data, "稿.docx"), [note(start, end)]))["word/document.xml"].decode()
    return document[document.index("<w:p>") : document.index("</w:p>") + 6]


START, END = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/><w:r><w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr><w:commentReference w:id="0"/></w:r>'
BOLD = '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr>'
SPACED = '<w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("before", "span", "after"),
    [
        ("<w:r><w:t>甲乙丙</w:t></w:r>", (0, 3), f"{START}<w:r><w:t>甲乙丙</w:t></w:r>{END}"),
        (f"{BOLD}<w:t>甲乙丙</w:t></w:r>", (1, 2), f"{BOLD}<w:t>甲</w:t></w:r>{START}{BOLD}{SPACED}乙</w:t></w:r>{END}{BOLD}{SPACED}丙</w:t></w:r>"),
        ("<w:r><w:t>甲 乙</w:t></w:r>", (2, 3), f"<w:r>{SPACED}甲 </w:t></w:r>{START}<w:r>{SPACED}乙</w:t></w:r>{END}"),
        ("<w:r><w:t>&lt;&#x4E59;丙</w:t></w:r>", (1, 2), f"<w:r><w:t>&lt;</w:t></w:r>{START}<w:r>{SPACED}&#x4E59;</w:t></w:r>{END}<w:r>{SPACED}丙</w:t></w:r>"),
        ("<w:r><w:t><![CDATA[甲乙丙]]></w:t></w:r>", (1, 2), f"{START}<w:r><w:t><![CDATA[甲乙丙]]></w:t></w:r>{END}"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", (2, 3), f"<w:r><w:t>甲</w:t><w:tab/></w:r>{START}<w:r><w:t>乙</w:t></w:r>{END}"),
        (
            '<w:ins w:id="1" w:author="甲"><w:r><w:t>甲乙</w:t></w:r></w:ins>', (1, 2),
            f'<w:ins w:id="1" w:author="甲"><w:r><w:t>甲</w:t></w:r>{START}<w:r>{SPACED}乙</w:t></w:r>{END}</w:ins>',
        ),
        (
            '<w:fldSimple w:instr="DATE"><w:r><w:t>甲乙</w:t></w:r></w:fldSimple>', (1, 2),
            f'{START}<w:fldSimple w:instr="DATE"><w:r><w:t>甲乙</w:t></w:r></w:fldSimple>{END}',
        ),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲乙</w:t></w:r></w:rubyBase></w:ruby></w:r>", (1, 2),
            f"{START}<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲乙</w:t></w:r></w:rubyBase></w:ruby></w:r>{END}",
        ),
    ],
)  # fmt: skip
def test_where_marks_go(before, span, after) -> None:
    assert marked(before, *span) == f"<w:p>{after}</w:p>"


def test_marks_at_one_place_end_before_others_begin() -> None:
    data = document_with("<w:r><w:t>甲乙丙丁</w:t></w:r>")
    after = commented(data, docx.read(data, "稿.docx"), [note(0, 2), note(2, 4), note(0, 4), note(1, 3)])
    words = covered(after)
    assert [words[str(number)] for number in range(4)] == ["甲乙", "丙丁", "甲乙丙丁", "乙丙"]
    text = members(after)["word/document.xml"].decode()
    assert text.index('commentRangeEnd w:id="0"') < text.index('commentRangeStart w:id="1"')


def test_words_that_the_file_does_not_hold_are_told_of_at_their_paragraph() -> None:
    data = makers_docx.auto_numbered(REPORT)
    file = docx.read(data, "稿.docx")
    at = file.text.index("一、主要举措")
    assert covered(commented(data, file, [note(at, at + 2)]))["0"] == "主要举措和成效"


def test_what_a_comment_says_is_escaped() -> None:
    data = document_with("<w:r><w:t>甲乙</w:t></w:r>")
    after = commented(data, docx.read(data, "稿.docx"), [note(0, 1, "A&B <c> “引”")])
    assert [each.lines for each in comments(after)] == [("A&B <c> “引”",)]


def test_an_empty_part_of_comments_is_filled() -> None:
    data = makers_word.with_part(makers_docx.plain(REPORT), "comments", "comments.xml", f'<w:comments xmlns:w="{makers_docx.W}"/>', "application/x")
    after = commented(data, docx.read(data, "稿.docx"), [note(0, 3)])
    assert members(after)["word/comments.xml"].endswith(b"</w:comment></w:comments>")
    assert [each.id for each in comments(after)] == ["0"]
    assert members(after)["[Content_Types].xml"] == members(data)["[Content_Types].xml"]


def test_a_stray_member_of_the_same_name_is_left_alone() -> None:
    data = makers_word.repacked(makers_docx.plain(REPORT), {"word/comments.xml": "<not-ours/>"})
    after = members(commented(data, docx.read(data, "稿.docx"), [note(0, 3)]))
    assert after["word/comments.xml"] == b"<not-ours/>"
    assert b'Target="comments1.xml"' in after["word/_rels/document.xml.rels"]
    assert b'PartName="/word/comments1.xml"' in after["[Content_Types].xml"]


def test_a_package_without_relations_of_the_main_document_gets_some() -> None:
    files = {name: data.decode() for name, data in members(makers_docx.plain(REPORT)).items() if name != "word/_rels/document.xml.rels"}
    data = makers_docx.zipped(files)
    after = commented(data, docx.read(data, "稿.docx"), [note(0, 3)])
    assert [each.lines for each in comments(after)] == [("看",)]
    assert docx.read(after, "稿.docx").notes == ()


def test_elements_know_their_bytes() -> None:
    data = "\ufeff<?xml version='1.0'?><a x='>甲'><b>乙&amp;</b><c/>\n<!-- </a> --></a>".encode()
    source = Source(data, "x")
    assert [(source.raw(each).decode(), source.is_empty(each)) for each in source.root.iter()] == [
        (data.decode("utf-8-sig")[21:], False), ("<b>乙&amp;</b>", False), ("<c/>", True),
    ]  # fmt: skip
    edits = Edits(source)
    edits.append(source.root[1], b"<d/>")
    edits.append(source.root, b"<e/>")
    edits.cut(source.root[0])
    assert edits.made() == data.replace("<b>乙&amp;</b><c/>".encode(), b"<c><d/></c>").replace(b"</a>", b"<e/></a>").replace(b"<e/></a> -->", b"</a> -->")


@pytest.mark.parametrize("data", [b"<!DOCTYPE a><a/>", b"<a>", '<?xml version="1.0" encoding="gbk"?><a>甲</a>'.encode("gbk"), "<a/>".encode("utf-16")])
def test_xml_that_cannot_be_edited_is_refused(data) -> None:
    with pytest.raises(UnreadableDocument, match="另存为"):
        Source(data, "稿.docx")


def test_members_keep_their_packed_bytes() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("甲.xml", (2024, 5, 6, 7, 8, 10)), "甲" * 50, zipfile.ZIP_STORED)
        with archive.open("b.bin", "w") as stream:  # written as a stream: sizes stand behind the data
            stream.write(b"b" * 5000)
        archive.writestr("c.xml", "c" * 500, zipfile.ZIP_DEFLATED)
    data = b"stub" + packed.getvalue()
    after = with_members(data, {"c.xml": b"new", "d.xml": b"more"}, "x")
    assert members(after) == {"甲.xml": ("甲" * 50).encode(), "b.bin": b"b" * 5000, "c.xml": b"new", "d.xml": b"more"}
    with zipfile.ZipFile(io.BytesIO(after)) as new, zipfile.ZipFile(io.BytesIO(data)) as old:
        assert [(i.filename, i.date_time, i.compress_type) for i in new.infolist()[:2]] == [(i.filename, i.date_time, i.compress_type) for i in old.infolist()[:2]]
        assert new.getinfo("c.xml").date_time == old.getinfo("c.xml").date_time
        assert new.getinfo("d.xml").date_time == (1980, 1, 1, 0, 0, 0)
    assert with_members(after, {"d.xml": b"more"}, "x") == after


def test_a_draft_that_changed_meanwhile_is_told(tmp_path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(makers_docx.plain(REPORT))
    document = docx.read(path.read_bytes(), str(path))
    assert reread(document) == path.read_bytes()
    path.write_bytes(makers_docx.plain(REPORT + "\n改"))
    with pytest.raises(UnreadableDocument, match="检查以后文件又改动过"):
        reread(document)

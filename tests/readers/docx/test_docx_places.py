"""From a place in the text back to the runs of the file, as whoever writes comments goes."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import makers_docx
from drafts import REPORT, SAMPLES, read_text
from reportcheck.document import Document, Span
from reportcheck.readers import docx
from reportcheck.readers.docx_names import P
from reportcheck.readers.docx_runs import paragraph_text, run_texts

MAKERS = (makers_docx.plain, makers_docx.auto_numbered, makers_docx.tracked, makers_docx.tabled)


def paragraphs(data: bytes) -> list[ET.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return list(ET.fromstring(archive.read("word/document.xml")).iter(P))  # noqa: S314 - made here


def from_the_file(read: Document, file: list[str], span: Span) -> str:
    """Put a span together from the file's paragraphs; what the file does not hold is taken from the text."""
    found = ""
    for offset in range(*span):
        piece = read._piece(offset)
        inside = file[piece.source - 1][piece.source_column - 1 + offset - piece.offset :] if piece.source_column else read.text[offset]
        found += "\n" if read.text[offset] == "\n" else inside[:1]
    return found


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_character_is_found_in_its_paragraph(make, path) -> None:
    data = make(read_text(path))
    read = docx.read(data, "稿.docx")
    assert from_the_file(read, list(map(paragraph_text, paragraphs(data))), Span(0, len(read.text))) == read.text


@given(st.sampled_from(MAKERS), st.integers(0, len(REPORT) - 1), st.integers(1, 40))
def test_line_n_is_block_n(make, start: int, length: int) -> None:
    read = docx.read(make(REPORT), "稿.docx")
    span = Span(start, min(start + length, read.text.find("\n", start) if "\n" in read.text[start:] else len(read.text)))
    place = read.place(span)
    assert read.text.split("\n")[place.line - 1][place.column - 1 : place.end_column - 1] == read.quote(span)


def test_runs_slice_the_paragraph() -> None:
    element = paragraphs(makers_docx.plain(REPORT))[0]
    assert [(each.run.tag, each.element.text, each.text) for each in run_texts(element)] == [
        (element[1].tag, text, text) for text in ("云岭县人民政府", "2024", "年法治政府建设年度报告")
    ]


def test_elements_of_lxml_give_the_same() -> None:
    lxml = pytest.importorskip("lxml.etree")
    for make in MAKERS:
        data = make(REPORT)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = lxml.fromstring(archive.read("word/document.xml").replace(b"<w:pPr>", b"<!-- note --><w:pPr>"))
        assert list(map(paragraph_text, root.iter(P))) == list(map(paragraph_text, paragraphs(data)))


def test_a_row_knows_the_paragraph_of_each_cell() -> None:
    rows = "<w:tbl><w:tr><w:tc><w:p/><w:p><w:r><w:t>案件</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space='preserve'> 58件</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    read = docx.read(makers_docx.package(rows + makers_docx.paragraph(makers_docx.run(REPORT))), "稿.docx")
    assert read.quote(read.blocks[0].span) == "案件　58件"
    assert [(piece.offset, piece.line, piece.column, piece.source, piece.source_column) for piece in read.pieces[:3]] == [
        (0, 1, 1, 2, 1), (2, 1, 3, 2, 0), (3, 1, 4, 3, 2),
    ]  # fmt: skip

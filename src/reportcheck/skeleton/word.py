"""The draft as a Word file with real heading styles, prompts in yellow."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Pt

from reportcheck.office import word
from reportcheck.skeleton import Kind, Line

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_STYLES = {Kind.TITLE: "Title", Kind.FIRST: "Heading 1", Kind.SECOND: "Heading 2", Kind.THIRD: "Heading 3"}
_PROMPTS = re.compile(r"(【填写：[^】]*】)")


def render(lines: Sequence[Line]) -> bytes:
    """Write the draft."""
    document = word.new_document(lines[0].text)
    for line in lines:
        _paragraph(document, line)
    _together(document, sum(line.kind is Kind.SIGNATURE for line in lines))
    return word.saved(document)


def _paragraph(document: "Document", line: Line) -> None:
    paragraph = document.add_paragraph(style=_STYLES.get(line.kind))
    _write(paragraph, line.text)
    if line.kind is Kind.TEXT:
        word.indented(paragraph)
    if line.kind is Kind.SIGNATURE:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.paragraph_format.right_indent = Pt(32)


def _together(document: "Document", signatures: int) -> None:
    """Leave room for the seal, and never let the signature stand alone on a page."""
    *before, first = document.paragraphs[-signatures - 2 : -signatures + 1]
    first.paragraph_format.space_before = Pt(58)
    for paragraph in (*before, first):
        paragraph.paragraph_format.keep_with_next = True


def _write(paragraph: "Paragraph", text: str) -> None:
    for piece in filter(None, _PROMPTS.split(text)):
        run = paragraph.add_run(piece)
        if _PROMPTS.fullmatch(piece):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW

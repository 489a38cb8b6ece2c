"""自查表 as a Word file: A4 on its side, ready to sign."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reportcheck.office import fonts, word
from reportcheck.reporters.checklist import COLUMNS, LEGEND, NOTE, SIGNERS, TITLE, Block, Checklist, Line, checklist
from reportcheck.verdict import BatchResult

if TYPE_CHECKING:
    from docx.document import Document

_WIDTHS = (12, 42, 12, 74, 62, 55)
_SMALL = 10.5
_LEFT, _CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER


def render(result: BatchResult) -> bytes:
    """Write one list a report, each on a page of its own."""
    document = word.new_document(TITLE)
    word.turn(document, margin=20)
    lists = [checklist(report, result.ruleset_of(report)) for report in result.reports]
    for order, each in enumerate(lists):
        if order:
            document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        _list(document, each)
    if not lists:
        document.add_paragraph("没有可以检查的报告。")
    return word.saved(document)


def _list(document: "Document", each: Checklist) -> None:
    title = document.add_paragraph(TITLE, style="Title")
    title.paragraph_format.space_after = Pt(8)
    _head(document, each)
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _fixed(table)
    _row(table.rows[0], COLUMNS, font=fonts.HEAD, centred=range(len(COLUMNS)))
    _repeated(table.rows[0])
    for block in each.blocks:
        _block(table, block)
    _with_next(table.rows[-1])
    _sign(document, each)


def _head(document: "Document", each: Checklist) -> None:
    """Write who and when in two lines; a blank line to write on where nothing is known."""
    (unit, year), rest = each.head[:2], each.head[2:]
    for fields in ((unit, year), rest):
        _small(document, "　　".join(f"{name}：{value or '＿＿＿＿＿＿＿＿'}" for name, value in fields))


def _block(table: Any, block: Block) -> None:  # noqa: ANN401 - python-docx's classes are typed loosely
    row = table.add_row()
    merged = row.cells[0].merge(row.cells[-1])
    _write(merged, block.title, fonts.HEAD, _LEFT)
    _shade(merged, "EFEBE3")
    merged.paragraphs[0].paragraph_format.keep_with_next = True
    _whole(row)
    for line in block.lines:
        _row(table.add_row(), _cells(line), font=fonts.BODY, centred=(0, 2))


def _cells(line: Line) -> tuple[str, ...]:
    return (str(line.number), line.title, line.mark, line.told, line.basis, line.lacking)


def _row(row: Any, texts: Iterable[str], *, font: fonts.Font, centred: Iterable[int]) -> None:  # noqa: ANN401 - see above
    middle = frozenset(centred)
    for at, (cell, text, width) in enumerate(zip(row.cells, texts, _WIDTHS, strict=True)):
        cell.width = Mm(width)
        _write(cell, text, font, _CENTER if at in middle else _LEFT)
    _whole(row)


def _write(cell: Any, text: str, font: fonts.Font, alignment: WD_ALIGN_PARAGRAPH) -> None:  # noqa: ANN401 - see above
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.alignment = alignment
        _tight(paragraph)
        word.set_font(paragraph.add_run(_printable(line)), font, _SMALL)


def _printable(text: str) -> str:
    """Leave out what XML forbids: a draft may hold anything."""
    return "".join(char if char.isprintable() else " " for char in text)


def _small(document: "Document", text: str, *, points: float = 12) -> None:
    paragraph = document.add_paragraph()
    _tight(paragraph, 20)
    word.set_font(paragraph.add_run(_printable(text)), fonts.BODY, points)


def _tight(paragraph: Any, points: float = 14) -> None:  # noqa: ANN401 - see above
    paragraph.paragraph_format.line_spacing = Pt(points)
    paragraph.paragraph_format.space_after = Pt(0)


def _sign(document: "Document", each: Checklist) -> None:
    """Close with the tally and the lines to sign on, together on one page."""
    _small(document, f"{each.tally}。结果一栏：{LEGEND}。", points=_SMALL)
    document.paragraphs[-1].paragraph_format.space_before = Pt(6)
    _small(document, NOTE, points=_SMALL)
    blank = "＿" * 8
    for line in ("　　".join(f"{who}（签字）：{blank}" for who in SIGNERS), f"单位（盖章）：{blank}　　　　日期：＿＿＿＿年＿＿月＿＿日"):
        paragraph = document.add_paragraph()
        _tight(paragraph, 34)
        word.set_font(paragraph.add_run(line), fonts.BODY, 12)
    for paragraph in document.paragraphs[-4:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _fixed(table: Any) -> None:  # noqa: ANN401 - see above
    """Hold the columns' widths whatever stands in them."""
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)


def _repeated(row: Any) -> None:  # noqa: ANN401 - see above
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx cannot set it


def _whole(row: Any) -> None:  # noqa: ANN401 - see above
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - likewise


def _with_next(row: Any) -> None:  # noqa: ANN401 - see above
    """Keep a row with what follows: nobody signs an otherwise empty page."""
    for cell in row.cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _shade(cell: Any, colour: str) -> None:  # noqa: ANN401 - see above
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - likewise

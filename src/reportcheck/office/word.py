"""New Word files as GB/T 9704 wants official documents to look; the same content gives the same bytes."""

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from reportcheck.errors import UsageError
from reportcheck.office import fonts
from reportcheck.office.fonts import Font

try:
    import docx
except ModuleNotFoundError:
    raise UsageError("要写 Word 文件，还缺一个组件（python-docx）", remedy='运行 pip install "reportcheck[office]" 装上') from None
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp; the file must not depend on the clock
_A4 = (Mm(210), Mm(297))
_BODY_POINTS = 16
_LINE_POINTS = 29
_HEADINGS = ((fonts.HEAD, False), (fonts.SECOND, False), (fonts.BODY, True))


def new_document(title: str) -> "Document":
    """Return an empty A4 page with the styles of an official document: a title, three depths of headings, the text."""
    document = docx.Document()
    _page(document)
    _text_style(document.styles["Normal"], fonts.BODY, _BODY_POINTS)
    normal = document.styles["Normal"].paragraph_format
    normal.line_spacing_rule, normal.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_LINE_POINTS)
    normal.space_after = normal.space_before = Pt(0)
    _title_style(document)
    for depth, (font, bold) in enumerate(_HEADINGS, 1):
        _heading_style(document, depth, font, bold=bold)
    _footer(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "", "", "zh-CN"
    properties.created = properties.modified = _NO_DATE
    _part(document, "/word/fontTable.xml", fonts.font_table())
    return document


def turn(document: "Document", *, margin: int) -> None:
    """Lay the page on its side, with the same margin (in millimetres) all around: for wide tables."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _A4[1], _A4[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(margin)
    section.footer_distance = Mm(margin // 2)


def set_font(run: "Run", font: Font, points: float, *, bold: bool = False) -> None:
    """Set the font of a few words; Latin letters and digits have their own."""
    run.font.name, run.font.size, run.font.bold = fonts.LATIN, Pt(points), bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font.name)  # noqa: SLF001 - python-docx cannot set it


def saved(document: "Document") -> bytes:
    """Return the file; nothing in it tells when or where it was made."""
    plain = io.BytesIO()
    document.save(plain)
    packed = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type, member.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(member, source.read(name))
    return packed.getvalue()


def _page(document: "Document") -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)


def _text_style(style: "ParagraphStyle", font: Font, points: float, *, bold: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold = fonts.LATIN, Pt(points), bold
    style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
    names = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        names.attrib.pop(qn(f"w:{attribute}"), None)
    names.set(qn("w:eastAsia"), font.name)


def _title_style(document: "Document") -> None:
    style = document.styles["Title"]
    _text_style(style, fonts.TITLE, 22)
    _without_borders(style)
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    style.paragraph_format.line_spacing_rule, style.paragraph_format.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(34)
    style.paragraph_format.space_after = Pt(_LINE_POINTS)


def _without_borders(style: "ParagraphStyle") -> None:
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _heading_style(document: "Document", depth: int, font: Font, *, bold: bool) -> None:
    style = document.styles[f"Heading {depth}"]
    _text_style(style, font, _BODY_POINTS, bold=bold)
    spacing = style.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.first_line_indent = Pt(2 * _BODY_POINTS)
    spacing.keep_with_next = True


def _footer(document: "Document") -> None:
    """Give each page its number: — 1 —."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text or "")
        set_font(run, fonts.SONG, 14)
        if text is None:
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), "PAGE")
            field.append(run._element)  # noqa: SLF001 - python-docx has no fields
            run.text = "1"
            paragraph._element.append(field)  # noqa: SLF001 - likewise


def _part(document: "Document", name: str, content: bytes) -> None:
    for part in document.part.package.iter_parts():
        if str(part.partname) == name:
            part._blob = content  # noqa: SLF001 - python-docx keeps the font table as it is


def indented(paragraph: "Paragraph") -> None:
    """Indent the first line by two characters."""
    paragraph.paragraph_format.first_line_indent = Pt(2 * _BODY_POINTS)

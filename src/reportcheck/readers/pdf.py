"""PDF, through PDFium: the text layer only; what has none says so."""


import re
from collections.abc import Iterator, Sequence

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.errors import UnreadableDocument
from reportcheck.readers import glyphs
from reportcheck.readers.page_paragraphs import paragraphs
from reportcheck.readers.paragraphs import MIN_CHINESE, assemble_blocks
from reportcheck.readers.pdf_pages import PdfPage, opened, pdf_pages

_CHINESE = re.compile("[一-龥]")
_FEW = 20
_WORD_SOURCE = "请交Word或WPS原件，或者用文字识别软件（OCR）转换后另存"
_FONT = "请在本机安装中文字体（宋体、仿宋、黑体、楷体），或者用Word、WPS原件重新导出PDF并选“嵌入字体”"
_REPRINT = "请用Word或WPS原件重新导出PDF（选“嵌入字体”），或直接交原件"


def read(data: bytes, path: str) -> Document:
    """Read the text layer of a PDF; lines of the file are counted over all pages."""
    with opened(data, path) as handle:
        pages = list(pdf_pages(handle, path))
    text = "".join(run.text for page in pages for run in page.sheet.runs)
    _refuse_unread(pages, text, path)
    _refuse_pictures(pages, len(_CHINESE.findall(text)), path)
    _refuse_garbled(text, path)
    lines = paragraphs([page.sheet for page in pages])
    return assemble_blocks(lines, path=path, fmt="pdf", sha256=sha256(data).hexdigest(), notes=tuple(_notes(pages, text)))


def _refuse_unread(pages: Sequence[PdfPage], text: str, path: str) -> None:
    unread = sum(page.unread for page in pages)
    if unread * 2 > len(text):
        raise UnreadableDocument(
            f"文字大多读不出来：PDF没有嵌入字体{_fonts(pages)}，本机也没有可以代替的中文字体", where=path, remedy=_FONT
        )


def _refuse_pictures(pages: Sequence[PdfPage], chinese: int, path: str) -> None:
    if chinese >= MIN_CHINESE:
        return
    if any(page.picture for page in pages):
        raise UnreadableDocument(f"这是扫描件，没有文字层（只读出{chinese}个汉字）", where=path, remedy=_WORD_SOURCE)
    if any(page.curves for page in pages):
        raise UnreadableDocument(f"文字已经转成图形，没有文字层（只读出{chinese}个汉字）", where=path, remedy=_WORD_SOURCE)


def _refuse_garbled(text: str, path: str) -> None:
    if glyphs.garbled(text):
        raise UnreadableDocument("文字层没有编码，读出来是乱码（PDF没有嵌入字体，或没有字符对照表）", where=path, remedy=_REPRINT)


def _notes(pages: Sequence[PdfPage], text: str) -> Iterator[str]:
    pictures = [page.sheet.number for page in pages if page.picture and _letters(page) < _FEW]
    if pictures:
        yield f"第{'、'.join(map(str, pictures))}页是图片，没有文字层，图片里的字没有读到"
    unread = sum(page.unread for page in pages)
    if unread:
        yield f"有{unread}处文字没有读出来：PDF没有嵌入字体{_fonts(pages)}，本机也没有可以代替的中文字体；{_FONT}"
    unnamed = glyphs.lost(text)
    if unnamed:
        yield f"有{unnamed}个字没有读出来（文中显示为�）：PDF里没有注明是什么字；{_REPRINT}"


def _fonts(pages: Sequence[PdfPage]) -> str:
    return "、".join(sorted({font for page in pages for font in page.missing_fonts}))


def _letters(page: PdfPage) -> int:
    return sum(len(run.text) for run in page.sheet.runs)

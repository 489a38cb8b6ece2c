"""Pages of a PDF as PDFium sees them. PDFium is not safe for threads; processes are fine."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

from reportcheck.errors import UnreadableDocument
from reportcheck.readers.page_lines import Page, Run
from reportcheck.readers.pdf_runs import View, name_of_missing, runs_of

MAX_PAGES = 2_000
MAX_CHARACTERS = 3_000_000
_PASSWORD, _SECURITY = 4, 5
_COVERS = 0.5
_MANY_CURVES = 100
_FEW_CHARACTERS = 200
_OBJECTS_LOOKED_AT = 5_000
_EMPTY = 2  # bytes: nothing but the end of a string
_WIDGET = 20
_LONGEST_FIELD = 20_000
_RESAVE = "请重新导出或重新下载；打不开就请报送单位重新发送"


class PdfPage(NamedTuple):
    """One page: its text, and what stands in text's place."""

    sheet: Page
    picture: bool = False
    """Hardly any text, and a picture covers most of it."""
    curves: bool = False
    """Hardly any text, and many drawn shapes."""
    missing_fonts: frozenset[str] = frozenset()
    """Fonts that the file uses but does not bring along."""
    unread: int = 0
    """How many pieces of text (often single characters) got lost with them."""


def _library(path: str) -> ModuleType:
    try:
        # An extra, and 40 ms to load; the package itself is what starts PDFium.
        library = import_module("pypdfium2.raw")
    except ImportError:
        raise UnreadableDocument(
            "读PDF需要另装一个组件", where=path, remedy='请运行 pip install "reportcheck[office]"，或交Word、文本格式的报告'
        ) from None
    return library


@contextmanager
def opened(data: bytes, path: str) -> Iterator[Any]:
    """Open a PDF for as long as the block lasts; raises UnreadableDocument for what PDFium cannot open."""
    library = _library(path)
    handle = library.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        count = library.FPDF_GetPageCount(handle) if handle else 0
        if count < 1:
            raise _cannot_open(library.FPDF_GetLastError(), path)
        if count > MAX_PAGES:
            raise UnreadableDocument(f"有{count}页，超过{MAX_PAGES}页", where=path, remedy="请只交报告正文")
        yield handle
    finally:
        if handle:
            library.FPDF_CloseDocument(handle)


def _cannot_open(code: int, path: str) -> UnreadableDocument:
    if code == _PASSWORD:
        return UnreadableDocument("有密码，打不开", where=path, remedy="请取消密码后重新保存")
    if code == _SECURITY:
        return UnreadableDocument("用了本程序不支持的加密方式，打不开", where=path, remedy="请取消加密后重新保存")
    return UnreadableDocument("PDF文件不完整或已损坏，打不开", where=path, remedy=_RESAVE)


def pdf_pages(handle: Any, path: str) -> Iterator[PdfPage]:  # noqa: ANN401 - a handle of an untyped library
    """Yield the pages of an open PDF; a page that cannot be opened is an error, never a hole in the text."""
    library = _library(path)
    left = MAX_CHARACTERS
    for number in range(1, library.FPDF_GetPageCount(handle) + 1):
        page = library.FPDF_LoadPage(handle, number - 1)
        if not page:
            raise UnreadableDocument(f"PDF第{number}页已损坏，读不出来", where=path, remedy=_RESAVE)
        try:
            found, count = _page(library, page, number, left)
        finally:
            library.FPDF_ClosePage(page)
        left -= count
        if left < 0:
            raise UnreadableDocument(f"字数超过{MAX_CHARACTERS // 10_000}万", where=path, remedy="请只交报告正文")
        yield found


def _page(library: Any, page: Any, number: int, left: int) -> tuple[PdfPage, int]:  # noqa: ANN401
    """Return one page and how many characters it holds; more than ``left`` are not looked at."""
    box = library.FS_RECTF()
    library.FPDF_GetPageBoundingBox(page, box)
    view = View(box.left, box.bottom, box.right, box.top, library.FPDFPage_GetRotation(page))
    text = library.FPDFText_LoadPage(page)
    try:
        count = library.FPDFText_CountChars(text) if text else 0
        if count > left:
            return PdfPage(Page(number, *view.size, ())), count
        drawn = runs_of(library, text, view, count)
        # Only fonts from elsewhere lose characters; looking at every object costs more than reading the page.
        unread, fonts = _unread(library, page, text) if drawn.missing_fonts or count < _FEW_CHARACTERS else (0, frozenset())
    finally:
        if text:
            library.FPDFText_ClosePage(text)
    runs = drawn.runs + _fields(library, page, drawn.view)
    picture, curves = _shapes(library, page, view) if count < _FEW_CHARACTERS else (False, False)
    return PdfPage(Page(number, *drawn.view.size, runs), picture, curves, drawn.missing_fonts | fonts, unread), count


def _unread(library: Any, page: Any, text: Any) -> tuple[int, frozenset[str]]:  # noqa: ANN401
    """Count the pieces of text that PDFium passes over because it finds no glyphs: no such font is on this computer."""
    fonts = []
    for index in range(min(library.FPDFPage_CountObjects(page), _OBJECTS_LOOKED_AT)):
        shape = library.FPDFPage_GetObject(page, index)
        is_text = library.FPDFPageObj_GetType(shape) == library.FPDF_PAGEOBJ_TEXT
        if is_text and library.FPDFTextObj_GetText(shape, text, None, 0) <= _EMPTY:
            fonts.append(name_of_missing(library, library.FPDFTextObj_GetFont(shape)))
    missing = [name for name in fonts if name]
    return len(missing), frozenset(missing)


def _shapes(library: Any, page: Any, view: View) -> tuple[bool, bool]:  # noqa: ANN401
    """Tell whether a picture covers most of the page, and whether it is full of curves."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    curves, picture = 0, False
    for index in range(min(library.FPDFPage_CountObjects(page), _OBJECTS_LOOKED_AT)):
        shape = library.FPDFPage_GetObject(page, index)
        kind = library.FPDFPageObj_GetType(shape)
        curves += kind == library.FPDF_PAGEOBJ_PATH
        if kind in (library.FPDF_PAGEOBJ_IMAGE, library.FPDF_PAGEOBJ_FORM):
            library.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
            area = (right.value - left.value) * (top.value - bottom.value)
            picture |= area > _COVERS * view.area
    return picture, curves > _MANY_CURVES


def _fields(library: Any, page: Any, view: View) -> list[Run]:  # noqa: ANN401
    """Return what is filled in the fields of a form: the text layer does not hold it."""
    runs = []
    for index in range(library.FPDFPage_GetAnnotCount(page)):
        field = library.FPDFPage_GetAnnot(page, index)
        if not field:
            continue
        try:
            if library.FPDFAnnot_GetSubtype(field) == _WIDGET:
                runs += _field(library, field, view)
        finally:
            library.FPDFPage_CloseAnnot(field)
    return runs


def _field(library: Any, field: Any, view: View) -> list[Run]:  # noqa: ANN401
    length = min(library.FPDFAnnot_GetStringValue(field, b"V", None, 0), _LONGEST_FIELD * 2)
    buffer = ctypes.create_string_buffer(length + 2)
    library.FPDFAnnot_GetStringValue(field, b"V", ctypes.cast(buffer, ctypes.POINTER(library.FPDF_WCHAR)), length)
    value = buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")
    box = library.FS_RECTF()
    if not value.strip() or not library.FPDFAnnot_GetRect(field, box):
        return []
    lines = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    size = abs(box.top - box.bottom) / (len(lines) * 1.4)
    left, top = view.shown(box.left, box.top)
    return [Run(line, left, left + size * len(line), top + size * (1.2 + 1.4 * row), size) for row, line in enumerate(lines)]

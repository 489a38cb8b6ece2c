"""Tables that offices keep in Excel or as CSV: rows of cells with the number of each row."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.errors import UnreadableDocument, UsageError
from reportcheck.readers.decode import decode
from reportcheck.readers.package import Package, open_package
from reportcheck.readers.xml import parse

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REMEDY = "请用 Excel 或 WPS 另存为“CSV UTF-8（逗号分隔）”或 .xlsx"
_MAX_COLUMN = 1000


class Line(NamedTuple):
    """One row, as people count rows in the file."""

    number: int
    cells: tuple[str, ...]


def read_table(path: str) -> list[Line]:
    """Return the rows that hold anything; raises UsageError for what is no table."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        what = "没有这个文件" if isinstance(error, FileNotFoundError) else f"读不了（{error.strerror or error}）"
        raise UsageError(what, where=path) from None
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UsageError("是旧版 Excel 文件（.xls），读不了", where=path, remedy=_REMEDY)
    lines = _excel(data, path) if data.startswith(b"PK") else _csv(data, path)
    return [line for line in lines if any(line.cells)]


def _csv(data: bytes, path: str) -> Iterator[Line]:
    text = _decoded(data, path)
    head = text.lstrip().partition("\n")[0]
    delimiter = max(",\t;", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for row in reader:
            yield Line(begins, tuple(map(_clean, row)))
            begins = reader.line_num + 1
    except csv.Error:
        raise UsageError(f"第{begins}行的引号不成对", where=path, remedy=_REMEDY) from None


def _decoded(data: bytes, path: str) -> str:
    try:
        return decode(data, path)[0]
    except UnreadableDocument:
        # The reader's remedy is for reports; a table is saved in another way.
        raise UsageError("认不出文件的编码", where=path, remedy=_REMEDY) from None


def _clean(cell: str) -> str:
    # The apostrophe stands before what a spreadsheet would take for a formula: our own tables are written so.
    return " ".join(cell.split()).removeprefix("'")


def _excel(data: bytes, path: str) -> Iterator[Line]:
    try:
        package = open_package(data, path)
        sheet = parse(package.read(_first_sheet(package, path)), path)
        shared = _shared(package, path)
    except UnreadableDocument as error:
        raise UsageError("不是完整的 Excel 文件", where=path, remedy=f"{error.what}；{_REMEDY}") from None
    for order, row in enumerate(sheet.iter(f"{_MAIN}row"), 1):
        number = row.get("r", "")
        yield Line(int(number) if number.isdigit() else order, tuple(_cells(row, shared)))


def _first_sheet(package: Package, path: str) -> str:
    """Return the part of the sheet that stands first, as the workbook lists them."""
    book = parse(package.read("xl/workbook.xml"), path)
    first = next(book.iter(f"{_MAIN}sheet"), None)
    wanted = first.get(_RELATION) if first is not None else None
    for relation in parse(package.read("xl/_rels/workbook.xml.rels"), path):
        if relation.get("Id") == wanted:
            target = relation.get("Target", "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise package.fault("xl/workbook.xml", "没有工作表")


def _shared(package: Package, path: str) -> list[str]:
    name = "xl/sharedStrings.xml"
    return [_words(each) for each in parse(package.read(name), path).iter(f"{_MAIN}si")] if package.has(name) else []


def _words(item: Element) -> str:
    # Readings of characters (rPh) are no part of the text.
    inside = [each for each in item if each.tag in (f"{_MAIN}t", f"{_MAIN}r")]
    return "".join(text.text or "" for each in inside for text in each.iter(f"{_MAIN}t"))


def _cells(row: Element, shared: list[str]) -> Iterator[str]:
    at = 0
    for cell in row.iter(f"{_MAIN}c"):
        column = _column(cell.get("r", "")) or at + 1
        if column > _MAX_COLUMN:
            return
        yield from [""] * (column - at - 1)
        at = column
        yield _clean(_value(cell, shared))


def _column(reference: str) -> int:
    number = 0
    for letter in re.match(r"[A-Z]{0,3}", reference).group():  # type: ignore[union-attr]  # matches nothing, too
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _value(cell: Element, shared: list[str]) -> str:
    inline = cell.find(f"{_MAIN}is")
    if inline is not None:
        return _words(inline)
    value = cell.findtext(f"{_MAIN}v") or ""
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdigit() and int(value) < len(shared) else ""
    return value.removesuffix(".0")

"""Workbooks as Chinese offices expect them: a title row, a header row, frozen, filtered, ready to print on A4."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from reportcheck.errors import UsageError
from reportcheck.reporters.wording import printable
from reportcheck.text.width import columns as columns_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_LONGEST = 32_000
"""A cell holds 32,767 characters."""
_PER_WIDTH = 1.12
"""Columns of 10-point text for each unit of a column's width, which counts in digits of 11 points."""
_LINE, _LEAST_HEIGHT, _MOST_HEIGHT = 14.5, 18.0, 203.0
"""Points; what is longer than fourteen lines is read in the cell itself."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the same bytes every time; a workbook has no time zones
_BORDER = {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter", "font_name": "宋体", "font_size": 10}


class Column(NamedTuple):
    """A column: what it is called, how wide it is in characters, and how its cells look, one of ``_LOOKS``."""

    title: str
    width: float
    look: str = "text"


class Table(NamedTuple):
    """A sheet with one table; ``note`` stands under the title where there is something to explain."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    note: str = ""


class Book:
    """A workbook under way; the same tables give the same bytes."""

    def __init__(self, title: str) -> None:
        self._data = io.BytesIO()
        # In memory: what a draft says must not be left in temporary files.
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book: Workbook = _workbook()(self._data, options)
        self._book.set_properties({"title": title, "created": _MADE, "author": "reportcheck"})
        self._looks = {name: self._format(each) for name, each in _LOOKS.items()}

    def add(self, table: Table) -> "Worksheet":
        """Add a sheet: title, note, header, rows."""
        sheet = self._book.add_worksheet(table.name)
        last, head = len(table.columns) - 1, 2 if table.note else 1
        self._across(sheet, 0, last, table.title, "title")
        sheet.set_row(0, 30)
        if table.note:
            self._across(sheet, 1, last, table.note, "note")
            sheet.set_row(1, _lines(table.note, sum(each.width for each in table.columns)) * _LINE + 6)
        sheet.set_row(head, _height([column.title for column in table.columns], table.columns))
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width)
            sheet.write_string(head, number, column.title, self._looks["head"])
        looks = [self._looks[column.look] for column in table.columns]
        row = head
        for row, cells in enumerate(table.rows, head + 1):
            sheet.set_row(row, _height(cells, table.columns))
            for number, (cell, look) in enumerate(zip(cells, looks, strict=True)):
                _write(sheet, row, number, cell, look)
        self._set_up(sheet, head, max(row, head + 1), last)
        return sheet

    def bytes(self) -> bytes:
        """Finish the workbook and return it."""
        self._book.close()
        return self._data.getvalue()

    def _format(self, look: dict[str, Any]) -> "Format":
        return self._book.add_format(look)

    def _across(self, sheet: "Worksheet", row: int, last: int, words: str, look: str) -> None:
        sheet.merge_range(row, 0, row, max(last, 1), "", self._looks[look])
        sheet.write_string(row, 0, words, self._looks[look])

    @staticmethod
    def _set_up(sheet: "Worksheet", head: int, last_row: int, last_column: int) -> None:
        sheet.freeze_panes(head + 1, 2 if last_column > 1 else 0)
        sheet.autofilter(head, 0, last_row, last_column)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0, head)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.set_footer("&C第 &P 页，共 &N 页")


_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter", "font_name": "黑体"},
    "note": {"font_size": 10, "align": "left", "valign": "vcenter", "text_wrap": True, "font_name": "宋体", "font_color": "#595959"},
    "head": {**_BORDER, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#DCE6F1"},
    "text": {**_BORDER, "num_format": "@", "text_wrap": True},
    "code": {**_BORDER, "num_format": "@", "shrink": True},
    "center": {**_BORDER, "num_format": "@", "align": "center", "text_wrap": True},
    "precise": {**_BORDER, "num_format": "0.0%", "align": "center"},
    "count": {**_BORDER, "num_format": "0", "align": "center"},
    "number": {**_BORDER, "num_format": "0.0", "align": "center"},
    "share": {**_BORDER, "num_format": "0%", "align": "center"},
}


def _workbook() -> Any:  # noqa: ANN401 - the library has no types
    try:
        from xlsxwriter import Workbook  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError("写 Excel 文件要用 XlsxWriter，这里没有安装", remedy='请运行 pip install "reportcheck[office]"') from None
    return Workbook


def _height(cells: Sequence[Any], columns: Sequence[Column]) -> float:
    """Return a row's height: only Excel itself makes rows as high as their wrapped text."""
    lines = max(_lines(cell, column.width) for cell, column in zip(cells, columns, strict=True))
    return min(max(lines * _LINE + 4, _LEAST_HEIGHT), _MOST_HEIGHT)


def _lines(cell: Any, width: float) -> int:  # noqa: ANN401 - numbers and text
    if not isinstance(cell, str):
        return 1
    return sum(max(ceil(columns_of(line) / (width * _PER_WIDTH)), 1) for line in cell.split("\n"))


def _write(sheet: "Worksheet", row: int, column: int, cell: Any, look: "Format") -> None:  # noqa: ANN401 - numbers and text
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        sheet.write_string(row, column, printable(cell)[:_LONGEST], look)
    else:
        sheet.write_number(row, column, cell, look)

"""自查表 as an Excel file: one sheet a report, filtered and printed as offices do."""

import io
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reportcheck.errors import UsageError
from reportcheck.reporters.checklist import COLUMNS, LEGEND, NOTE, SIGNERS, TITLE, Checklist, Line, checklist
from reportcheck.verdict import BatchResult

try:
    import xlsxwriter
except ModuleNotFoundError:
    raise UsageError("要写 Excel 文件，还缺一个组件（XlsxWriter）", remedy='运行 pip install "reportcheck[office]" 装上') from None

_WIDTHS = (6, 24, 10, 46, 30, 40)
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 28
_NO_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed stamp; the file must not depend on the clock
_CELL = {"font_name": "仿宋_GB2312", "font_size": 10.5, "text_wrap": True, "valign": "top", "border": 1}
_STYLES: Mapping[str, dict[str, Any]] = {
    "title": {"font_name": "方正小标宋简体", "font_size": 18, "align": "center", "valign": "vcenter"},
    "plain": {"font_name": "仿宋_GB2312", "font_size": 11, "text_wrap": True, "valign": "vcenter"},
    "head": {**_CELL, "font_name": "黑体", "align": "center", "valign": "vcenter", "bg_color": "#EFEBE3"},
    "cell": _CELL,
    "centre": {**_CELL, "align": "center"},
    "text": {**_CELL, "num_format": "@"},
}
_HEADER_ROW = 3
_LAST = len(COLUMNS)


def render(result: BatchResult) -> bytes:
    """Write one sheet a report."""
    buffer = io.BytesIO()
    # Words of a draft must never become a formula, a number or a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": TITLE, "created": _NO_DATE})
        styles = {name: book.add_format(style) for name, style in _STYLES.items()}
        names: set[str] = set()
        for report in result.reports:
            each = checklist(report, result.ruleset_of(report))
            _sheet(book.add_worksheet(_name(each.name, names)), each, styles)
        if not result.reports:
            book.add_worksheet("自查表").write_string(0, 0, "没有可以检查的报告。")
    return buffer.getvalue()


def _name(wanted: str, taken: set[str]) -> str:
    """Return a name for a sheet that Excel accepts and that no other sheet has."""
    base = _FORBIDDEN.sub("_", wanted).strip()[:_LONGEST_NAME] or "自查表"
    name, count = base, 1
    while name.casefold() in taken:
        count += 1
        name = f"{base[: _LONGEST_NAME - 2]}{count}"
    taken.add(name.casefold())
    return name


def _sheet(sheet: Any, each: Checklist, styles: Mapping[str, Any]) -> None:  # noqa: ANN401 - XlsxWriter is not typed
    sheet.merge_range(0, 0, 0, _LAST, TITLE, styles["title"])
    sheet.set_row(0, 32)
    for row, fields in ((1, each.head[:2]), (2, each.head[2:])):
        text = "　　".join(f"{name}：{value or '＿＿＿＿＿＿＿＿'}" for name, value in fields)
        sheet.merge_range(row, 0, row, _LAST, text, styles["plain"])
        sheet.set_row(row, 20)
    for column, name in enumerate((*COLUMNS[:1], "类别", *COLUMNS[1:])):
        sheet.write_string(_HEADER_ROW, column, name, styles["head"])
    row = _HEADER_ROW
    for block in each.blocks:
        for line in block.lines:
            row += 1
            _line(sheet, row, block.title, line, styles)
    _layout(sheet, row)
    _sign(sheet, row + 1, each, styles)


def _line(sheet: Any, row: int, group: str, line: Line, styles: Mapping[str, Any]) -> None:  # noqa: ANN401 - see above
    sheet.write_number(row, 0, line.number, styles["centre"])
    sheet.write_string(row, 1, group, styles["cell"])
    sheet.write_string(row, 2, line.title, styles["cell"])
    sheet.write_string(row, 3, line.mark, styles["centre"])
    for column, text in enumerate((line.told, line.basis, line.lacking), 4):
        sheet.write_string(row, column, text, styles["text"])
    sheet.set_row(row, _height(line))


def _height(line: Line) -> float:
    """Return a row's height in points: Excel does not measure wrapped text of a file that it did not write."""
    texts = zip((line.title, line.told, line.basis, line.lacking), (_WIDTHS[1], *_WIDTHS[3:]), strict=True)
    rows = max(sum(-(-2 * len(part) // (width - 1)) or 1 for part in text.split("\n")) for text, width in texts)
    return 15.0 * max(rows, 1) + 3


def _layout(sheet: Any, last: int) -> None:  # noqa: ANN401 - see above
    for column, width in enumerate((_WIDTHS[0], 14, *_WIDTHS[1:])):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.autofilter(_HEADER_ROW, 0, last, _LAST)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.set_footer("&C— &P —")


def _sign(sheet: Any, row: int, each: Checklist, styles: Mapping[str, Any]) -> None:  # noqa: ANN401 - see above
    blank = "＿" * 8
    lines = (
        (f"{each.tally}。结果一栏：{LEGEND}。", 20),
        (NOTE, 20),
        ("　　　".join(f"{who}（签字）：{blank}" for who in SIGNERS), 34),
        (f"单位（盖章）：{blank}　　　　日期：＿＿＿＿年＿＿月＿＿日", 34),
    )
    for offset, (text, height) in enumerate(lines):
        sheet.merge_range(row + offset, 0, row + offset, _LAST, text, styles["plain"])
        sheet.set_row(row + offset, height)

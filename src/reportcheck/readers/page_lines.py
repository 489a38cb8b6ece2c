"""Characters where a page shows them, put together to lines; PDF and OFD both come here."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportcheck.readers.glyphs import close_up, is_wide, plain

_SAME_BASE = 0.45
_CELL_GAP = 2.0
_WORD_GAP = 0.22
_SPACE_GAP = 1.2
_CELL_SPACE = 0.5
_TABLE_ROWS = 2
_NOTE_MARK = re.compile(r"^[\[(（〔]?(?:\d{1,3}|[①-⑳*※†])[\])）〕]?$")
_SMALL = 0.75
_RAISED, _RAISED_HIGH = 0.15, 0.7


class Run(NamedTuple):
    """Characters side by side on one base line; ``base`` counts downwards from the top of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float


class Page(NamedTuple):
    """One page as it is drawn: its runs stand in the order in which the file draws them."""

    number: int
    width: float
    height: float
    runs: Sequence[Run]
    aside: Sequence[Run] = ()
    """What the file itself keeps apart from the text: templates of several pages, marks put on afterwards."""


class PageLine(NamedTuple):
    """One line as the eye sees it; ``row`` marks a line of a table (parts far apart)."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    row: bool = False


def page_lines(page: Page) -> list[PageLine]:
    """Return the lines of a page in the order in which they are read."""
    return _lines(page, page.runs)


def lines_aside(page: Page) -> list[PageLine]:
    """Return the lines of what the file keeps apart from the text."""
    return _lines(page, page.aside)


def _lines(page: Page, runs: Sequence[Run]) -> list[PageLine]:
    rows = _rows(list(_without_note_marks([run for run in runs if _inside(run, page)])))
    lines = [_line(row, page.number) for row in rows]
    return [line for line in lines if line.text]


def _inside(run: Run, page: Page) -> bool:
    return bool(run.text.strip()) and run.size > 0 and 0 <= run.base <= page.height and run.right > 0 and run.left < page.width


def _without_note_marks(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs without the small raised figures that point to notes; other raised ones (m²) are set on the line."""
    for run in runs:
        raised = _NOTE_MARK.match(run.text) and next((large for large in runs if _raises(large, run)), None)
        if not raised:
            yield run
        elif raised.text[-1].isascii() and raised.text[-1].isalpha():
            yield run._replace(base=raised.base)


def _raises(large: Run, small: Run) -> bool:
    step = (large.base - small.base) / large.size
    after = abs(small.left - large.right) < large.size / 2
    return after and small.size < _SMALL * large.size and _RAISED < step < _RAISED_HIGH


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Sort by height what a text page draws in any order; keep the drawing order where cells stand side by side."""
    drawn = _together(runs)
    sorted_rows = _together(sorted(runs, key=lambda run: (run.base, run.left)))
    tabled = sum(_is_row(row) for row in sorted_rows) >= _TABLE_ROWS
    return drawn if tabled else sorted_rows


def _together(runs: Sequence[Run]) -> list[list[Run]]:
    """Group neighbours that share a base line."""
    rows: list[list[Run]] = []
    for run in runs:
        if rows and abs(rows[-1][-1].base - run.base) <= _SAME_BASE * max(rows[-1][-1].size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _is_row(row: Sequence[Run]) -> bool:
    return any(gap >= _CELL_GAP for gap in _gaps(row))


def _gaps(row: Sequence[Run]) -> Iterator[float]:
    """Yield the blanks between the runs of a row, in characters."""
    for before, run in pairwise(row):
        yield (run.left - before.right) / max(before.size, run.size)


def _line(row: Sequence[Run], number: int) -> PageLine:
    text = row[0].text
    cells = _is_row(row)
    for run, gap in zip(row[1:], _gaps(row), strict=True):
        text += (" " if cells and gap >= _CELL_SPACE else _blank(text[-1:], run.text[:1], gap)) + run.text
    size = max(row, key=lambda run: len(run.text)).size
    right = max(run.right for run in row)
    return PageLine(close_up(plain(text)).strip(), number, row[0].left, right, row[-1].base, size, cells)


def _blank(left: str, right: str, gap: float) -> str:
    """Return the space that a blank stands for: none between Chinese and figures, where typesetting leaves a little."""
    if gap >= _SPACE_GAP:
        return " "
    words = not (is_wide(left) or is_wide(right))
    return " " if words and gap >= _WORD_GAP else ""

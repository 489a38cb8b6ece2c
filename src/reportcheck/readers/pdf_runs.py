"""The characters of one PDF page, grouped to runs. Called for every character, so calls to PDFium are few."""

import ctypes
import re
from collections import defaultdict
from collections.abc import Sequence
from math import hypot
from typing import Any, NamedTuple

from reportcheck.readers.glyphs import LOST, is_wide
from reportcheck.readers.page_lines import Run

_UPRIGHT = 0.1
_BASE_STEP = 0.3
_BACK = 0.6
_AHEAD = 1.0
_NAME_LENGTH = 128
_SPACE, _LINE_ENDS = 32, (10, 13)
_TURNS = 4
_HALVES = re.compile("[\ud800-\udfff]")


class View(NamedTuple):
    """The visible part of a page in the file's own directions, and by how many quarters it is shown turned."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height as shown."""
        width, height = abs(self.right - self.left), abs(self.top - self.bottom)
        return (height, width) if self.turn % 2 else (width, height)

    @property
    def area(self) -> float:
        """Return the area."""
        return self.size[0] * self.size[1]

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as shown: to the right and downwards from the upper left corner."""
        if self.turn == 0:
            return x - self.left, self.top - y
        if self.turn == 1:
            return y - self.bottom, x - self.left
        return (self.right - x, y - self.bottom) if self.turn == 2 else (self.top - y, self.right - x)  # noqa: PLR2004

    def quarter(self, a: float, b: float) -> int | None:
        """Return by how many quarters more text in direction (a, b) stands turned; None where it runs aslant."""
        for turn in range(_TURNS):
            x, y = View(0, 0, 0, 0, (self.turn + turn) % _TURNS).shown(a, b)
            if x > 0 and abs(y) < _UPRIGHT * x:
                return turn
        return None


class _Start(NamedTuple):
    """Where a run begins in the file's own directions."""

    x: float
    y: float
    size: float
    along_x: float
    along_y: float
    """The direction of writing, one unit long."""

    def along(self, x: float, y: float) -> float:
        """Return how far a point lies from the start in the direction of writing."""
        return (x - self.x) * self.along_x + (y - self.y) * self.along_y


class Drawn(NamedTuple):
    """The text of a page, looked at so that most of it stands upright."""

    view: View
    runs: list[Run]
    missing_fonts: frozenset[str]
    """Fonts that the file uses but does not bring along."""


def runs_of(library: Any, text: Any, view: View, count: int) -> Drawn:  # noqa: ANN401
    """Return a page's runs as they are drawn; slanting text (watermarks) is left out.

    A page whose text mostly lies on its side is turned: broad tables are drawn so.
    """
    reader = _RunReader(library, text, view)
    reader.read(count)
    quarter, runs = reader.upright()
    return Drawn(view._replace(turn=(view.turn + quarter) % _TURNS), runs, reader.missing_fonts())


def _paired(text: str) -> str:
    """Return the text with surrogate pairs made characters: on Windows PDFium gives halves of rare characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALVES.search(text) else text


class _RunReader:
    """Reads a page from its first character to its last; buffers for PDFium are made once."""

    def __init__(self, library: Any, text: Any, view: View) -> None:  # noqa: ANN401
        self._library, self._text, self._view = library, text, view
        self._matrix, self._box = library.FS_MATRIX(), library.FS_RECTF()
        self._runs: dict[int, list[Run]] = defaultdict(list)
        self._fonts: dict[int, str] = {}

    def read(self, count: int) -> None:
        """Group all characters. One loop with local names: half the time of reading a PDF is spent in it."""
        library, text = self._library, self._text
        origin_at, is_unnamed = library.FPDFText_GetCharOrigin, library.FPDFText_HasUnicodeMapError
        is_made_up = library.FPDFText_IsGenerated
        x, y = ctypes.c_double(), ctypes.c_double()
        start = _Start(0, 0, 0, 1, 0)
        chars: list[str] = []
        named: set[str] = set()  # Chinese characters of this page that the file names
        ahead, last, blank = 0.0, 0, False
        for index, code in enumerate(self._codes(count)):
            if code == _SPACE and is_made_up(text, index):
                blank = True
                continue
            if code in _LINE_ENDS:
                self._add(chars, start, ahead, last)
                chars = []
                continue
            origin_at(text, index, x, y)
            right, up = x.value - start.x, y.value - start.y
            at = right * start.along_x + up * start.along_y
            size = start.size
            across = abs(up * start.along_x - right * start.along_y)
            if not chars or across > _BASE_STEP * size or not -_BACK * size < at - ahead < _AHEAD * size:
                self._add(chars, start, ahead, last)
                start = self._start(index, x.value, y.value)
                chars, at, size = [], 0.0, start.size
            char = chr(code)
            if char not in named:
                char = LOST if is_unnamed(text, index) else char
            wide = is_wide(char)
            if wide and char != LOST:
                named.add(char)
            if blank and chars and not wide and not is_wide(chars[-1]):
                chars.append(" ")
            chars.append(char)
            ahead, last, blank = at + (size if wide else size / 2), index, False
        self._add(chars, start, ahead, last)

    def _codes(self, count: int) -> Sequence[int]:
        """Return the characters' codes: in one call, unless PDFium's text leaves out or doubles some of them."""
        buffer = (ctypes.c_ushort * (count + 2))()
        if self._library.FPDFText_GetText(self._text, 0, count, buffer) == count + 1:
            return buffer[:count]
        return [self._library.FPDFText_GetUnicode(self._text, index) for index in range(count)]

    def _start(self, index: int, x: float, y: float) -> _Start:
        library, matrix = self._library, self._matrix
        library.FPDFText_GetMatrix(self._text, index, matrix)
        size = library.FPDFText_GetFontSize(self._text, index) * hypot(matrix.c, matrix.d)
        length = hypot(matrix.a, matrix.b) or 1
        self._note_font(index)
        return _Start(x, y, size, matrix.a / length, matrix.b / length)

    def _add(self, chars: list[str], start: _Start, ahead: float, last: int) -> None:
        """Keep a run that ends with the character of index ``last``; ``ahead`` is where the next one was expected."""
        quarter = self._view.quarter(start.along_x, start.along_y) if chars else None
        if quarter is None:
            return
        box = self._box
        self._library.FPDFText_GetLooseCharBox(self._text, last, box)
        length = max(start.along(box.left, box.bottom), start.along(box.right, box.top))
        # Some fonts state no width, or a wrong one, for their characters.
        length = length if abs(length - ahead) < start.size else ahead
        left, base = self._view._replace(turn=(self._view.turn + quarter) % _TURNS).shown(start.x, start.y)
        self._runs[quarter].append(Run(_paired("".join(chars)), left, left + length, base, start.size))

    def upright(self) -> tuple[int, list[Run]]:
        """Return the runs that stand as most of the page does, and by how many quarters they are turned."""
        return max(self._runs.items(), key=lambda item: sum(len(run.text) for run in item[1]), default=(0, []))

    def _note_font(self, index: int) -> None:
        library = self._library
        shape = library.FPDFText_GetTextObject(self._text, index)
        font = library.FPDFTextObj_GetFont(shape) if shape else None
        address = ctypes.cast(font, ctypes.c_void_p).value if font else None
        if address is not None and address not in self._fonts:
            self._fonts[address] = name_of_missing(library, font)

    def missing_fonts(self) -> frozenset[str]:
        """Return the names of the fonts that the file does not bring along."""
        return frozenset(filter(None, self._fonts.values()))


def name_of_missing(library: Any, font: Any) -> str:  # noqa: ANN401
    """Return the name of a font that the file does not bring along, or nothing."""
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    library.FPDFFont_GetBaseFontName(font, name, _NAME_LENGTH)
    return "" if library.FPDFFont_GetIsEmbedded(font) == 1 else name.value.decode("utf-8", "replace")

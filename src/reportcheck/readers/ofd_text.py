"""Text objects of one OFD page: where each character stands."""

import math
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.readers.glyphs import is_wide
from reportcheck.readers.page_lines import Run

Box = tuple[float, float, float, float]

_UPRIGHT = 0.1
_AHEAD = 1.0
_MATRIX, _BOX = 6, 4
_MAX_REPEATS = 100_000
_ORDINARY_SIZE = 5.6  # millimetres: 三号, for objects that do not say


class _Matrix(NamedTuple):
    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def moved(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def is_upright(self) -> bool:
        return self.a > 0 and abs(self.b) < _UPRIGHT * self.a


def named(root: Element, name: str) -> Iterator[Element]:
    """Yield all elements of a local name, whatever namespace the producer wrote."""
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)


def numbers(text: str) -> list[float]:
    """Return the numbers of an array such as ``0 0 210 297``; what is none counts as nothing."""
    return [_number(word) for word in text.split()]


def _number(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0


def deltas(text: str) -> list[float]:
    """Return the steps between characters; ``g 3 5`` stands for three steps of 5."""
    words = text.split()
    steps: list[float] = []
    at = 0
    while at < len(words):
        if words[at].lower() == "g" and at + 2 < len(words):
            count = min(max(int(_number(words[at + 1])), 0), _MAX_REPEATS - len(steps))
            steps += [_number(words[at + 2])] * count
            at += 3
        else:
            steps.append(_number(words[at]))
            at += 1
    return steps[:_MAX_REPEATS]


def runs_of(root: Element, page: Box) -> list[Run]:
    """Return the runs that a page (a template, an annotation) draws; slanting ones (watermarks) are left out."""
    return [run for element in named(root, "TextObject") if element.get("Visible", "true") != "false" for run in _object(element, page)]


def _object(element: Element, page: Box) -> Iterator[Run]:
    box = numbers(element.get("Boundary", ""))
    left, top = (box[0], box[1]) if len(box) == _BOX else (0.0, 0.0)
    values = numbers(element.get("CTM", ""))
    matrix = _Matrix(*values) if len(values) == _MATRIX else _Matrix()
    if not matrix.is_upright:
        return
    size = _number(element.get("Size", "")) or _ORDINARY_SIZE
    scale = math.hypot(matrix.c, matrix.d) or 1
    x = y = 0.0
    for code in named(element, "TextCode"):
        # A code that does not say where it begins goes on from where the last one began.
        x, y = _number(code.get("X", str(x))), _number(code.get("Y", str(y)))
        for text, start, end in _stretches(code, x, size):
            (first, base), (last, _) = matrix.moved(start, y), matrix.moved(end, y)
            yield Run(text, first + left - page[0], last + left - page[0], base + top - page[1], size * scale)


def _stretches(code: Element, start: float, size: float) -> Iterator[tuple[str, float, float]]:
    """Yield the characters of one code with where they begin and end, cut where there is a wide blank."""
    text = (code.text or "").replace("\n", "").replace("\r", "")
    steps = deltas(code.get("DeltaX", ""))
    if not steps and code.get("DeltaY"):
        yield text, start, start + size  # written downwards: one word, as wide as one character
        return
    chars: list[str] = []
    begin = x = start
    for at, char in enumerate(text):
        chars.append(char)
        width = _width(char, size)
        step = steps[at] if at < len(steps) else width
        if step > width + _AHEAD * size or at + 1 == len(text):
            yield "".join(chars), begin, x + width
            chars, begin = [], x + step
        x += step


def _width(char: str, size: float) -> float:
    return size if is_wide(char) else size / 2


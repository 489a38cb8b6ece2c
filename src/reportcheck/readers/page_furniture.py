"""What belongs to the sheets and not to the text: page numbers, running heads and feet, stamps on every page."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import dropwhile, groupby, takewhile

from reportcheck.readers.furniture import is_page_number
from reportcheck.readers.page_lines import PageLine
from reportcheck.text.fold import fold

_EDGE_LINES = 2
_MOST = 0.6
_FEW_PAGES = 3
_NEAR = 0.6
_OF = re.compile(r"^[-(\[\s]*(?:第\s*)?\d{1,4}\s*(?:页)?\s*[/,·|\s共]\s*(?:共\s*)?\d{1,4}\s*(?:页)?[-)\]\s]*$")
_NOTE_SIZE = 0.85
_NOTE = re.compile(r"^(?:[\[(（〔]?\d{1,3}[\])）〕]?(?!\d|[年月日.．、%])|[①-⑳*※†])\s*")
_DIGITS = re.compile(r"\d+")

Place = tuple[str, int]


def furniture(pages: Sequence[Sequence[PageLine]]) -> set[PageLine]:
    """Return the lines that belong to the sheets; pages hold their lines in reading order."""
    filled = [lines for lines in pages if lines]
    found = {line for lines in filled for line in _edges(lines, 1) if _is_number(line.text)}
    seen: Counter[Place] = Counter()
    for lines in filled:
        seen.update({place for line in lines for place in _places(line)})
    edges = {line for lines in filled for line in _edges(lines, _EDGE_LINES)}
    for lines in filled:
        found |= {line for line in lines if _repeats(line, seen, len(filled), edge=line in edges)}
    return found


def is_text(line: PageLine) -> bool:
    """Tell a running head or foot from a page number."""
    return not _is_number(line.text)


def notes_below(lines: Sequence[PageLine], size: float) -> set[PageLine]:
    """Return the notes at the foot of the pages: small print below larger, from the first line with a note's mark on."""
    found: set[PageLine] = set()
    for _, group in groupby(lines, key=lambda line: line.page):
        page = sorted(group, key=lambda line: line.base)
        small = list(takewhile(lambda line: line.size < size * _NOTE_SIZE and not line.row, reversed(page)))
        if len(small) < len(page):
            found.update(dropwhile(lambda line: not begins_note(line), reversed(small)))
    return found


def begins_note(line: PageLine) -> bool:
    """Tell a line that begins with a note's mark."""
    return bool(_NOTE.match(line.text))


def _edges(lines: Sequence[PageLine], count: int) -> list[PageLine]:
    """Return the highest and the lowest lines of a page."""
    by_height = sorted(lines, key=lambda line: line.base)
    return [*by_height[:count], *by_height[-count:]]


def _is_number(text: str) -> bool:
    return is_page_number(text) or bool(_OF.match(fold(text).strip()))


def _places(line: PageLine) -> tuple[Place, Place]:
    """Return what stands where, figures blanked, twice: places half a step apart, so that near ones share one."""
    step = max(line.size, 1) * _NEAR * 2
    key = _DIGITS.sub("#", line.text)
    return (key, round(line.base / step) * 2), (key, round(line.base / step + 0.5) * 2 - 1)


def _repeats(line: PageLine, seen: Counter[Place], pages: int, *, edge: bool) -> bool:
    """Tell a line that most pages show at the same height; with two pages only at their edges."""
    times = max(seen[place] for place in _places(line))
    if times < (2 if edge else _FEW_PAGES):
        return False
    # Heads of left and right pages take turns: each is on half of them.
    return times >= pages * _MOST or (edge and times * 2 >= pages - 1)

"""Lines of pages put together to paragraphs, by margins, indents and gaps as the eye does it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportcheck.readers.glyphs import is_wide
from reportcheck.readers.page_furniture import begins_note, furniture, is_text, notes_below
from reportcheck.readers.page_lines import Page, PageLine, lines_aside, page_lines
from reportcheck.readers.paragraphs import Line
from reportcheck.text.fold import fold
from reportcheck.text.numbering import enumerator_at

_TERMINAL = re.compile(r"[。!?;:][\"')\]】》]*$")
_DIGITS = re.compile(r"\d+")
_ENOUGH_LINES = 8
_COMMON = 0.1
_INDENT = 1.0
_SLACK = 0.5
_UNIT = re.compile(r"[(\[《<【〔\"']*(?:[0-9A-Za-z.,%:/-]+|.)[,.、。;:!?)\]》>】〕\"']*")
"""What stays together at the end of a line, in folded text: a word or one Chinese character, and its punctuation."""
_LINE_GAP = 1.45
_SIZE_STEP = 0.12
_INDENTED_SHARE = 0.05


class Margins(NamedTuple):
    """Where the body of one kind of page (left or right, upright or broad) begins and ends."""

    left: float
    right: float


class Layout(NamedTuple):
    """What the whole text looks like: its margins, its print, whether paragraphs begin indented."""

    margins: Mapping[tuple[int, int], Margins]
    pages: Mapping[int, tuple[int, int]]
    size: float
    leading: float
    indents: bool

    def of(self, line: PageLine) -> Margins:
        """Return the margins that hold for a line."""
        return self.margins[self.pages[line.page]]

    def is_indented(self, line: PageLine) -> bool:
        """Tell a line that begins further right than the body does."""
        return line.left > self.of(line).left + _INDENT * line.size

    def is_full(self, before: PageLine, unit: str) -> bool:
        """Tell a line that had no room for ``unit``, which begins the next one: it was broken, it did not end."""
        room = self.of(before).right - before.right
        return room < (_width(unit) + _SLACK) * before.size


def paragraphs(pages: Sequence[Page]) -> Iterator[Line]:
    """Yield the paragraphs of a paged text.

    Page numbers are left out. A running head or foot comes once and first:
    between two halves of a paragraph it would be in the way.
    """
    sheets = [page_lines(page) for page in pages]
    aside = furniture(sheets)
    apart = [line for page in pages for line in lines_aside(page)]
    numbered = list(enumerate([*(line for lines in sheets for line in lines), *apart], 1))
    aside.update(apart)
    yield from _running([pair for pair in numbered if pair[1] in aside])
    body = [pair for pair in numbered if pair[1] not in aside]
    if body:
        yield from _with_notes(body, _layout(pages, [line for _, line in body]))


def _with_notes(body: Sequence[tuple[int, PageLine]], layout: Layout) -> Iterator[Line]:
    """Yield the paragraphs; notes at the foot of a page come after the last paragraph that begins on it."""
    feet = notes_below([line for _, line in body], layout.size)
    waiting = [pair for pair in body if pair[1] in feet]
    for paragraph in _grouped([pair for pair in body if pair[1] not in feet], layout):
        due = [pair for pair in waiting if pair[1].page < paragraph[0][1].page]
        waiting = waiting[len(due) :]
        yield from _notes(due)
        yield _paragraph(paragraph)
    yield from _notes(waiting)


def _grouped(body: Sequence[tuple[int, PageLine]], layout: Layout) -> Iterator[list[tuple[int, PageLine]]]:
    current = list(body[:1])
    for before, pair in pairwise(body):
        if _joins(before[1], pair[1], layout):
            current.append(pair)
        else:
            yield current
            current = [pair]
    if current:
        yield current


def _notes(lines: Sequence[tuple[int, PageLine]]) -> Iterator[Line]:
    current: list[tuple[int, PageLine]] = []
    for pair in lines:
        if current and begins_note(pair[1]):
            yield _paragraph(current)
            current = []
        current.append(pair)
    if current:
        yield _paragraph(current)


def _running(lines: Sequence[tuple[int, PageLine]]) -> Iterator[Line]:
    told: set[str] = set()
    for number, line in lines:
        key = _DIGITS.sub("", line.text)
        if is_text(line) and key not in told:
            told.add(key)
            yield Line(line.text, number, page=line.page, furniture=True, whole=True)


def _paragraph(lines: Sequence[tuple[int, PageLine]]) -> Line:
    text = ""
    starts = []
    for _, line in lines:
        text += " " if _needs_space(text[-1:], line.text[:1]) else ""
        starts.append(len(text))
        text += line.text
    number, first = lines[0]
    return Line(
        text,
        number,
        tuple((start, 1) for start in starts),
        first.page,
        sources=tuple((start, number) for start, (number, _) in zip(starts, lines, strict=True)),
        pages=tuple((start, line.page) for start, (_, line) in zip(starts, lines, strict=True)),
        whole=True,
    )


def _needs_space(left: str, right: str) -> bool:
    return left.isascii() and left.isalpha() and right.isascii() and right.isalpha()


def _layout(pages: Sequence[Page], lines: Sequence[PageLine]) -> Layout:
    kinds = {page.number: (page.number % 2, round(page.width)) for page in pages}
    of_kind, of_width = defaultdict(list), defaultdict(list)
    for line in lines:
        of_kind[kinds[line.page]].append(line)
        of_width[kinds[line.page][1]].append(line)
    # Left and right pages may have margins of their own, but a few lines (a signature) do not show them.
    margins = {
        kind: _margins(group if len(group) >= _ENOUGH_LINES else of_width[kind[1]]) for kind, group in of_kind.items()
    }
    layout = Layout(margins, kinds, _usual_size(lines), _leading(lines), indents=False)
    indented = sum(layout.is_indented(line) for line in lines)
    return layout._replace(indents=indented > len(lines) * _INDENTED_SHARE)


def _margins(lines: Sequence[PageLine]) -> Margins:
    """Return the outermost places where at least one line in ten begins or ends."""
    step = _usual_size(lines)
    enough = max(1, len(lines) * _COMMON)
    lefts = Counter(round(line.left / step) for line in lines)
    rights = Counter(round(line.right / step) for line in lines)
    left = min((place for place in lefts if _near(lefts, place) >= enough), default=min(lefts))
    right = max((place for place in rights if _near(rights, place) >= enough), default=max(rights))
    return Margins(
        min(line.left for line in lines if round(line.left / step) == left),
        max(line.right for line in lines if round(line.right / step) == right),
    )


def _near(places: Counter[int], place: int) -> int:
    return places[place - 1] + places[place] + places[place + 1]


def _usual_size(lines: Sequence[PageLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max((size for size, _ in sizes.most_common(1)), default=1)


def _leading(lines: Sequence[PageLine]) -> float:
    """Return the usual distance between two lines, in characters."""
    steps: Counter[float] = Counter()
    for before, line in pairwise(lines):
        if before.page == line.page and line.base > before.base and not _sizes_differ(before, line):
            steps[round((line.base - before.base) / line.size, 1)] += 1
    return steps.most_common(1)[0][0] if steps else 0


def _sizes_differ(before: PageLine, line: PageLine) -> bool:
    return abs(before.size - line.size) > _SIZE_STEP * max(before.size, line.size)


def _joins(before: PageLine, line: PageLine, layout: Layout) -> bool:
    """Tell a line that goes on with the paragraph of the line before it."""
    if before.row or line.row or _sizes_differ(before, line) or _apart(before, line, layout.leading):
        return False
    if layout.is_indented(line):
        return _is_rest_of_title(before, line, layout)
    folded = fold(line.text)
    if enumerator_at(folded, 0) is None:
        unit = _UNIT.match(folded)
        return layout.is_full(before, unit.group() if unit else folded)
    return layout.is_full(before, folded[:1]) and (layout.indents or not _TERMINAL.search(fold(before.text)))


def _apart(before: PageLine, line: PageLine, leading: float) -> bool:
    """Tell lines of one page that stand further apart than lines do, or where the page starts anew higher up."""
    if before.page != line.page:
        return False
    distance = (line.base - before.base) / line.size
    return distance <= 0 or (leading > 0 and distance > leading * _LINE_GAP)


def _is_rest_of_title(before: PageLine, line: PageLine, layout: Layout) -> bool:
    """Tell the second line of a title in large print: the first is full, the second stands in the middle."""
    margins = layout.of(line)
    middle = (line.left + line.right) / 2 - (margins.left + margins.right) / 2
    large = line.size > layout.size * (1 + _SIZE_STEP)
    return large and layout.is_full(before, line.text[:1]) and abs(middle) < line.size


def _width(text: str) -> float:
    return sum(1 if is_wide(char) else 0.5 for char in text)

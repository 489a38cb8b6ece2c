"""Lines as they stand in the input, put together to paragraphs with the place of every character."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from reportcheck.document import Block, Document, Piece, Span
from reportcheck.errors import TooLittleText
from reportcheck.readers.furniture import cut_line, field_value, is_page_number
from reportcheck.readers.line_ends import parts
from reportcheck.text.fold import fold
from reportcheck.text.numbering import enumerator_at

MIN_CHINESE = 200
_TERMINAL = ("。", "!", "?", ";", ":")
_BEHIND_TERMINAL = "\"')]】》"
_WRAPPED_WIDTH = 62
_ENOUGH_LINES = 8
_LONG = 20
_EDGE = 24  # all that is looked at where two lines meet; folding whole paragraphs is half the cost of reading


class Line(NamedTuple):
    """One line (or paragraph) of the input: its characters and where they begin.

    ``columns`` holds (offset into ``text``, 1-based column): more than one where marks were left out;
    column 0 for characters that the input does not hold. ``sources`` holds (offset, line) where the characters
    come from more than one line of the input: the row of a table is made of several paragraphs.
    """

    text: str
    line: int
    columns: tuple[tuple[int, int], ...] = ((0, 1),)
    page: int | None = None
    level: int | None = None
    furniture: bool = False
    key: str = ""
    indented: bool = False
    sources: tuple[tuple[int, int], ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    """(offset, page) where a paragraph runs over several pages."""
    whole: bool = False
    """The reader knows that this is a whole paragraph: nothing is joined to it."""

    def page_at(self, offset: int) -> int | None:
        """Return the page that shows the character at an offset."""
        return self.pages[bisect_right(self.pages, offset, key=itemgetter(0)) - 1][1] if self.pages else self.page

    def line_at(self, offset: int) -> int:
        """Return the line of the input that the character at an offset comes from."""
        return self.sources[bisect_right(self.sources, offset, key=itemgetter(0)) - 1][1] if self.sources else self.line


class _Builder:
    """Collects text, blocks and pieces; a block is open until the next one begins."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.pieces: list[Piece] = []

    def add(self, paragraph: Sequence[Line]) -> None:
        if self.length:
            self._put("\n")
        start = self.length
        for line in paragraph:
            if self.length > start and _needs_space(self.text[-1][-1:], line.text[:1]):
                self._put(" ")
            self.pieces += [
                Piece(self.length + offset, line.line_at(offset), column, line.page_at(offset)) for offset, column in line.columns
            ]
            self._put(line.text)
        first = paragraph[0]
        self.blocks.append(Block(Span(start, self.length), first.furniture, first.level))

    def _put(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)


def _needs_space(left: str, right: str) -> bool:
    return left.isascii() and left.isalpha() and right.isascii() and right.isalpha()


def assemble(
    lines: Iterable[Line], *, path: str, fmt: str, encoding: str | None, sha256: str, min_chinese: int = MIN_CHINESE
) -> Document:
    """Make a document of lines; raise TooLittleText where there is hardly any Chinese.

    Places are the lines and columns that the lines came with, as text files have them.
    """
    cut = list(_without_furniture(list(lines)))
    builder = _Builder()
    for paragraph in _paragraphs(cut):
        builder.add(paragraph)
    text = "".join(builder.text)
    chinese = _chinese(cut, min_chinese)
    if chinese < min_chinese:
        raise TooLittleText(
            f"只读出{chinese}个汉字，不足{min_chinese}字，无法当作报告检查",
            where=path,
            remedy="请确认文件不是空的、不是扫描图片，也不是外文材料",
        )
    meta = {line.key: field_value(line.text) for line in reversed(cut) if line.key and line.text}
    return Document(path, fmt, encoding, sha256, text, tuple(builder.blocks), tuple(builder.pieces), meta)


def _chinese(lines: Iterable[Line], enough: int) -> int:
    """Count the Chinese characters of the text; counting stops where there are enough."""
    count = 0
    for line in lines:
        if not line.furniture and count < enough:
            count += sum("一" <= char <= "龥" for char in line.text)
    return count


def assemble_blocks(
    lines: Iterable[Line], *, path: str, fmt: str, sha256: str, encoding: str | None = None,
    meta: Mapping[str, str] | None = None, notes: Sequence[str] = (),
) -> Document:  # fmt: skip
    """Make a document of a format that has no lines of its own: line N is block N.

    ``Line.line`` and its columns say where in the file the characters stand and
    become ``Piece.source``. ``meta`` is what the format itself states and goes before what the text does.
    """
    document = assemble(lines, path=path, fmt=fmt, encoding=encoding, sha256=sha256)
    starts = [block.span.start for block in document.blocks]
    pieces = tuple(_in_block(piece, starts) for piece in document.pieces)
    return document._replace(pieces=pieces, meta={**document.meta, **(meta or {})}, notes=tuple(notes))


def _in_block(piece: Piece, starts: Sequence[int]) -> Piece:
    number = bisect_right(starts, piece.offset)
    return Piece(piece.offset, number, piece.offset - starts[number - 1] + 1, piece.page, piece.line, piece.column)


def _without_furniture(lines: list[Line]) -> Iterator[Line]:
    """Yield trimmed lines, cut where furniture begins or ends; an empty text marks a blank line."""
    filled = [line for line in lines if line.text.strip()]
    head = {line.line for line in filled[:1]}
    tail = {line.line for line in filled[-1:]}
    ending = {line.line for line in filled[max(3, len(filled) - 3) :]}
    for line in lines:
        if not line.text.strip():
            yield Line("", line.line)
            continue
        if line.furniture:
            yield narrow(line, 0, len(line.text), furniture=True)
            continue
        for cut in cut_line(line.text, first=line.line in head, last=line.line in tail, ending=line.line in ending):
            if line.text[cut.start : cut.end].strip():
                yield narrow(line, cut.start, cut.end, furniture=cut.furniture, key=cut.key)


def narrow(line: Line, start: int, end: int, *, furniture: bool, key: str = "") -> Line:
    """Return a stretch of a line, trimmed; its characters keep their places."""
    text = line.text[start:end]
    trimmed = text.lstrip()
    if len(trimmed.rstrip()) == len(line.text) and not (line.furniture or furniture or key or line.key or line.indented):
        return line  # most lines of a Word file or a page: there is nothing to cut
    shift = start + len(text) - len(trimmed)
    return Line(
        trimmed.rstrip(),
        line.line,
        tuple(_shifted(line.columns, shift, len(trimmed.rstrip()))),
        line.page,
        line.level,
        furniture,
        key,
        indented=start == 0 and shift >= 1,
        sources=tuple(_sources_from(line.sources, shift, len(trimmed.rstrip()))),
        pages=tuple(_sources_from(line.pages, shift, len(trimmed.rstrip()))),
        whole=line.whole,
    )


def _shifted(columns: Sequence[tuple[int, int]], shift: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield the columns of a line whose first ``shift`` characters are cut off."""
    offset, column = max((pair for pair in columns if pair[0] <= shift), default=columns[0])
    yield 0, column + shift - offset if column else 0
    yield from ((offset - shift, column) for offset, column in columns if shift < offset < shift + length)


def _sources_from(sources: Sequence[tuple[int, int]], shift: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield the sources of a line whose first ``shift`` characters are cut off."""
    for i, (offset, line) in enumerate(sources):
        if offset < shift + length and (i + 1 == len(sources) or sources[i + 1][0] > shift):
            yield max(offset - shift, 0), line


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    joiner = _Joiner([line for line in lines if line.text and not line.furniture])
    current: list[Line] = []
    aside: list[list[Line]] = []  # page numbers between two halves of a paragraph
    blank = False
    for line in lines:
        if not line.text:
            blank = True
        elif line.furniture and is_page_number(line.text):
            aside.append([line])
        elif current and not line.furniture and joiner.joins(current[-1], line, page_break=bool(aside), blank=blank):
            current.append(line)
            blank = False
        else:
            yield from [current, *aside] if current else aside
            current, aside, blank = [line], [], False
            if line.furniture:
                yield current
                current = []
    yield from [current, *aside] if current else aside


class _Joiner:
    """Decides whether a line goes on with the paragraph before it, by what the whole text looks like."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.size = max((len(line.text) + _indent(line) for line in lines), default=0)
        self.width = max((_width(line.text) + _indent(line) for line in lines), default=0)
        full = sum(self._full(line) for line in lines)
        self.wrapped = len(lines) >= _ENOUGH_LINES and self.width <= _WRAPPED_WIDTH and full * 5 >= len(lines) * 2
        indented = sum(line.indented for line in lines)
        self.indents = 0 < indented < len(lines) and indented * 20 >= len(lines)

    def _full(self, line: Line) -> bool:
        indent = _indent(line)
        return len(line.text) + indent >= self.size - 2 or _width(line.text) + indent >= self.width - 2

    def joins(self, before: Line, line: Line, *, page_break: bool, blank: bool) -> bool:
        if line.whole or before.whole:
            return False
        folded = fold(before.text[-_EDGE:])
        ended = folded.rstrip(_BEHIND_TERMINAL).endswith(_TERMINAL)
        numbered = enumerator_at(fold(line.text[:_EDGE]), 0) is not None
        if before.level is not None or line.level is not None or (numbered and (ended or not self._full(before))):
            return False
        if page_break and not ended and len(before.text) >= _LONG:
            return True
        if blank:
            return False
        if not self.wrapped:
            return folded.endswith((",", "、")) and not numbered
        return not (self.indents and line.indented) and self._goes_on(before, line, ended=ended)

    def _goes_on(self, before: Line, line: Line, *, ended: bool) -> bool:
        if parts(fold(before.text), fold(line.text)):
            return False
        # Wrapping at a space or a hyphen leaves a line a little short; a heading is much shorter.
        return self._full(before) or (not ended and len(before.text) * 10 >= self.size * 7)


def _indent(line: Line) -> int:
    """Return the room that the indent of a first line takes."""
    return 2 if line.indented else 0


def _width(text: str) -> float:
    """Return the width in Chinese characters (ASCII counts half)."""
    return len(text) - len(text.encode("ascii", "ignore")) / 2

"""Lines of Word text put together (a table's row) and taken apart (line breaks inside a paragraph)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportcheck.readers.paragraphs import Line, narrow
from reportcheck.text.fold import fold

_FULL = 62  # a break after more than a line's width of unfinished sentence is there for looks
_ENDED = re.compile(r"[。!?;:][\"')\]】》]*$")
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ") | {ord("\n"): "\n", ord("\t"): "\t"}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_HINT_LENGTH = 60
_TABLE_OF_CONTENTS = re.compile(r"目\s*[录次]")


def line_of(text: str, number: int, prefix: str = "") -> Line:
    """Return a paragraph as a line; ``prefix`` is what Word shows before it and the file does not hold."""
    line = Line(text, number) if text.isprintable() else _visible(Line(text.translate(_CONTROLS), number))
    if not prefix:
        return line
    body = trimmed(line)
    columns = ((0, 0), *((len(prefix) + offset, column) for offset, column in body.columns))
    return body._replace(text=prefix + body.text, columns=columns, whole=True)


def _visible(line: Line) -> Line:
    """Leave out the characters without a width that copying from web pages brings along: they tear words apart."""
    kept: list[str] = []
    columns: list[tuple[int, int]] = []
    at = length = 0
    for stretch in _INVISIBLE.split(line.text):
        if stretch:
            columns.append((length, at + 1))
            kept.append(stretch)
            length += len(stretch)
        at += len(stretch) + 1
    return line._replace(text="".join(kept), columns=tuple(columns) or line.columns)


def joined(lines: Sequence[Line], separator: str) -> Line:
    """Return several lines as one; every character keeps the paragraph and the column that it came from."""
    if len(lines) == 1:
        return lines[0]
    columns: list[tuple[int, int]] = []
    sources: list[tuple[int, int]] = []
    at = 0
    for i, line in enumerate(lines):
        if i and separator:
            columns.append((at, 0))
            at += len(separator)
        columns += [(at + offset, column) for offset, column in line.columns]
        # The separator counts with the paragraph before it.
        sources += [(at + offset, number) for offset, number in line.sources or ((0, line.line),)]
        at += len(line.text)
    text = separator.join(line.text for line in lines)
    return lines[0]._replace(text=text, columns=tuple(columns), sources=tuple(sources))


def trimmed(line: Line) -> Line:
    """Return a line without the blanks around it."""
    return narrow(line, 0, len(line.text), furniture=line.furniture)


def broken(line: Line) -> list[Line]:
    """Take a paragraph apart at its line breaks: people set titles and headings off with them."""
    if "\n" not in line.text:
        return [line]
    parts: list[Line] = []
    for part in _between_breaks(line):
        if parts and _unfinished(parts[-1].text) and part.text:
            parts[-1] = joined([parts[-1], part], "")
        else:
            parts.append(part)
    return parts


def _between_breaks(line: Line) -> Iterator[Line]:
    start = 0
    for text in line.text.split("\n"):
        end = start + len(text)
        yield narrow(line, start, end, furniture=line.furniture)._replace(level=line.level if start == 0 else None)
        start = end + 1


def _unfinished(text: str) -> bool:
    return len(text) > _FULL and not _ENDED.search(fold(text[-8:]))


def with_levels(lines: list[Line]) -> list[Line]:
    """Return the lines with heading levels that can be relied on.

    Whole paragraphs of text wear heading styles, too. A level 1 is the document's title only where there is one, and
    at the top: then it is Markdown's ``#``. Else the style Title (0) is, and every other level moves down by one.
    Below the first paragraph of text, the style Title makes headings like any other.
    """
    text = next((i for i, line in enumerate(lines) if len(line.text) > _HINT_LENGTH), len(lines))
    lines = [line if line.level is None else line._replace(level=_reliable(line, line.level, at_top=i < text)) for i, line in enumerate(lines)]
    levels = [(i, line.level) for i, line in enumerate(lines) if line.level is not None]
    if not levels:
        return lines
    first, top = levels[0]
    is_title = top == 1 and [level for _, level in levels].count(1) == 1 and first < text
    down = 0 if is_title else 1
    return [line if line.level is None else line._replace(level=line.level + down) for line in lines]


def _reliable(line: Line, level: int, *, at_top: bool) -> int | None:
    if len(line.text) > _HINT_LENGTH or "。" in line.text[:-1]:
        return None
    return level if at_top else max(level, 1)


def with_contents_heading(lines: list[Line]) -> list[Line]:
    """Mark the word 目录 above a table of contents as belonging to it."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    for i, following in pairwise(filled):
        if lines[following].furniture and _TABLE_OF_CONTENTS.fullmatch(lines[i].text.strip()):
            lines[i] = lines[i]._replace(furniture=True)
    return lines

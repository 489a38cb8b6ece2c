"""Markdown as drafters use it: headings, lists, emphasis, tables, front matter."""

import re
from collections.abc import Iterator

from reportcheck.digest import sha256
from reportcheck.document import Document
from reportcheck.readers.decode import decode, physical_lines
from reportcheck.readers.paragraphs import Line, assemble

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BULLET = re.compile(r"^\s*(?:[-*+]|>)\s+")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$|^\s*\|?[\s:|-]+\|[\s:|-]*$")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_EMPHASIS = re.compile(r"\*\*|__|(?<![A-Za-z0-9*])\*(?=\S[^*]*\*(?![A-Za-z0-9*]))|(?<=\S)\*(?![A-Za-z0-9*])(?<=[^\s*]\*)|`|<!--(?:(?!<!--).)*?-->|</?(?:br|p|center|strong|b|font)[^<>]*>")
_TABLE_ROW = re.compile(r"^\s*\|(.*)\|\s*$")


def read(data: bytes, path: str) -> Document:
    """Read Markdown; lines and columns are the file's own, marks are not part of the text."""
    text, encoding = decode(data, path)
    lines = _lines(physical_lines(text))
    return assemble(lines, path=path, fmt="markdown", encoding=encoding, sha256=sha256(data).hexdigest())


def _lines(raw: list[str]) -> Iterator[Line]:
    matter = _front_matter_end(raw)
    for number, line in enumerate(raw, 1):
        if number <= matter or _RULE.match(line) or _FENCE.match(line):
            yield Line(line if number <= matter else "", number, furniture=True)
            continue
        heading = _HEADING.match(line)
        bullet = _BULLET.match(line)
        start = heading.start(2) if heading else bullet.end() if bullet else 0
        end = heading.end(2) if heading else len(line)
        row = _TABLE_ROW.match(line)
        text = line.replace("|", " ") if row else line
        yield _without_marks(text, number, start, end, len(heading.group(1)) if heading else None)


def _front_matter_end(raw: list[str]) -> int:
    if not raw or raw[0].strip() != "---":
        return 0
    return next((number for number, line in enumerate(raw[1:], 2) if line.strip() == "---"), 0)


def _without_marks(line: str, number: int, start: int, end: int, level: int | None) -> Line:
    kept: list[str] = []
    columns: list[tuple[int, int]] = []
    at = start
    for begin, stop in [*(mark.span() for mark in _EMPHASIS.finditer(line, start, end)), (end, end)]:
        if begin > at:
            columns.append((sum(map(len, kept)), at + 1))
            kept.append(line[at:begin])
        at = stop
    return Line("".join(kept), number, tuple(columns) or ((0, 1),), level=level)

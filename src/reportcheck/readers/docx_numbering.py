"""Automatic numbering: which number Word shows before a paragraph.

A paragraph (or its style) names a ``w:num``, which takes its nine levels from a
``w:abstractNum`` and may replace some. Paragraphs count on along the
``w:abstractNum``, whatever ``w:num`` they name; a level starts anew after a
higher one, and where a ``w:num`` that says so is used for the first time.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.readers import docx_names as names
from reportcheck.readers.docx_names import is_on, value, w
from reportcheck.readers.docx_numerals import numeral
from reportcheck.readers.docx_styles import Styles, integer

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """How one level is numbered."""

    start: int = 0
    fmt: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    """The (1-based) level after which it starts anew, 0 for never; None for after every higher one."""
    legal: bool = False
    style: str | None = None


class Scheme(NamedTuple):
    """A ``w:num``, made ready."""

    abstract: str
    levels: tuple[Level, ...]
    starts: Mapping[int, int]
    """Level -> where this ``w:num`` starts anew."""

    def level_of(self, style_ids: Sequence[str]) -> int | None:
        """Return the level that is tied to the first of these styles."""
        return next((i for style_id in style_ids for i, level in enumerate(self.levels) if level.style == style_id), None)


class Numbering:
    """The numbers of one document, handed out paragraph by paragraph in the document's order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        parts = list(root) if root is not None else []
        self._nums = {part.get(names.NUM_ID): part for part in parts if part.tag == w("num")}
        self._abstracts = {part.get(w("abstractNumId")): part for part in parts if part.tag == w("abstractNum")}
        self._schemes: dict[str, Scheme | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def next_number(self, direct: Element | None, style_id: str | None) -> str:
        """Return the number of the next paragraph, by its own ``w:numPr`` and its style; empty where it has none."""
        look = self._styles.look(style_id)
        own = value(direct, names.NUM_ID)
        num_id = own if own is not None else look.num_id
        scheme = self._scheme(num_id) if num_id is not None else None
        if scheme is None or num_id is None:
            return ""
        levels = [integer(value(direct, names.ILVL)), *([scheme.level_of(look.ids), look.ilvl] if own is None else [])]
        level = min(max(next((each for each in levels if each is not None), 0), 0), _LEVELS - 1)
        return _shown(scheme, level, self._count(scheme, num_id, level))

    def _count(self, scheme: Scheme, num_id: str, level: int) -> list[int]:
        counts = self._counts.setdefault(scheme.abstract, [None] * _LEVELS)
        current = counts[level]
        if level in scheme.starts and (num_id, level) not in self._started:
            counts[level] = scheme.starts[level]
        else:
            counts[level] = scheme.levels[level].start if current is None else current + 1
        self._started.add((num_id, level))
        for lower in range(level + 1, _LEVELS):
            restart = scheme.levels[lower].restart
            if restart is None or level < restart:
                counts[lower] = None
        for higher in range(level):  # a first 1.1 uses up the 1: what follows on the level above is 2
            if counts[higher] is None:
                counts[higher] = scheme.levels[higher].start
        return [count or 0 for count in counts]

    def _scheme(self, num_id: str) -> Scheme | None:
        if num_id not in self._schemes:
            self._schemes[num_id] = self._made(num_id)
        return self._schemes[num_id]

    def _made(self, num_id: str) -> Scheme | None:
        num = self._nums.get(num_id)
        abstract_id, abstract = self._abstract(num)
        if num is None or abstract is None:
            return None
        levels = [Level()] * _LEVELS
        _fill(levels, abstract)
        starts = {}
        for override in num.findall(w("lvlOverride")):
            _fill(levels, override)
            at, start = integer(override.get(names.ILVL)), integer(value(override, w("startOverride")))
            if at is not None and start is not None:
                starts[at] = start
        return Scheme(abstract_id, tuple(levels), starts)

    def _abstract(self, num: Element | None) -> tuple[str, Element | None]:
        """Return the levels that a ``w:num`` stands on; a list style is a reference to another ``w:num``."""
        for _ in range(_LEVELS):
            abstract_id = value(num, w("abstractNumId")) or ""
            abstract = self._abstracts.get(abstract_id)
            link = value(abstract, w("numStyleLink"))
            if link is None:
                return abstract_id, abstract
            num = self._nums.get(self._styles.look(link).num_id)
        return "", None


def _fill(levels: list[Level], parent: Element) -> None:
    for element in parent.findall(w("lvl")):
        at = integer(element.get(names.ILVL))
        if at is not None and 0 <= at < _LEVELS:
            levels[at] = _level(element)


def _level(element: Element) -> Level:
    return Level(
        start=integer(value(element, w("start"))) or 0,
        fmt=value(element, w("numFmt")) or "decimal",
        text=value(element, w("lvlText")) or "",
        suffix=value(element, w("suff")) or "tab",
        restart=integer(value(element, w("lvlRestart"))),
        legal=is_on(element, w("isLgl")),
        style=value(element, names.PSTYLE),
    )


def _shown(scheme: Scheme, level: int, counts: Sequence[int]) -> str:
    """Return the number's characters; a gap stands only where the text would else run into it."""
    own = scheme.levels[level]
    if own.fmt == "bullet":
        return ""

    def one(match: re.Match[str]) -> str:
        at = int(match.group(1)) - 1
        return numeral(counts[at], "decimal" if own.legal else scheme.levels[at].fmt)

    text = _PLACE.sub(one, own.text).strip()
    gap = text and own.suffix != "nothing" and (text[-1].isalpha() or text[-1].isdecimal())
    return f"{text} " if gap else text

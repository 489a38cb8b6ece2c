"""Nodes to lines: one line a paragraph as a browser would show it, a table row in one, and which boxes hold which lines."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reportcheck.readers.html_tree import Node


class PageLine(NamedTuple):
    """One paragraph of the page; ``linked`` is how many of its characters are links."""

    text: str
    level: int | None = None
    linked: int = 0


class Box(NamedTuple):
    """An element that holds the lines from ``start`` to before ``end``; ``names`` are its id and classes."""

    tag: str
    names: tuple[str, ...]
    start: int
    end: int


class Page(NamedTuple):
    """What the reader needs of a page."""

    lines: list[PageLine]
    boxes: list[Box]
    meta: Mapping[str, str]
    """Names of <meta> in small letters -> content; ``""`` -> <title>."""
    unseen: int
    """How many characters stand in paragraphs that the page does not show."""


_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)
_BOXES = frozenset(["article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "fieldset", "footer", "form", "header", "main", "ol", "section", "span", "table", "td", "ul"])
_SKIPPED = frozenset(
    ["script", "style", "noscript", "iframe", "noframes", "object", "embed", "select", "option", "button", "textarea", "template", "svg", "math", "canvas", "audio", "video", "map", "del", "rt", "rp", "nav", "datalist"]
)
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")
_SPACES = " \t\n\f"
_INFO = 120
_BLANKS = re.compile(r"[ \t\f]+")
# A paragraph that only blanks mark: two full-width ones, or as many as make that width, after the end of a sentence.
_FAKE_PARAGRAPH = re.compile("(?<=[。！？；：])(?=\u3000{2}|[\u00a0\u2003]{4}|\u2003{2})")
_LONG_CELL = 400
_HEADING = 60
_SENTENCE = 24


@dataclass(slots=True)
class _Row:
    """A table row while it is open: where its lines and cells begin."""

    start: int
    boxes: int
    cells: list[int] = field(default_factory=list)
    layout: bool = False


class _Open(NamedTuple):
    """A block that is open, and how it is to be closed."""

    tag: str
    depth: int
    box: int | None
    pre: bool


class _Reader:
    def __init__(self) -> None:
        self.lines: list[PageLine] = []
        self.boxes: list[Box] = []
        self.meta: dict[str, str] = {}
        self.unseen = 0
        self._open: list[_Open] = []
        self._rows: list[_Row] = []
        self._text: list[str] = []
        self._linked = 0
        self._level: int | None = None
        self._pre = 0

    def read(self, nodes: Iterable[Node]) -> Page:
        """Go through the nodes once."""
        unshown = False
        hidden = link = title = -1  # the depth of the element that hides, links or names what is deeper
        for tag, depth, attributes, text in nodes:
            if 0 <= hidden < depth:
                self.unseen += unshown * len(text.strip()) if len(text) >= _SENTENCE else 0
                continue
            hidden = -1
            link = link if 0 <= link < depth else -1
            while self._open and depth <= self._open[-1].depth:
                self._close()
            if not tag:
                if 0 <= title < depth:
                    self.meta.setdefault("", " ".join(text.split()))
                else:
                    self._add(text, linked=link >= 0)
            elif tag == "title":
                title = depth
            elif tag in _SKIPPED or (("style" in attributes or "hidden" in attributes) and _is_hidden(attributes)):
                hidden, unshown = depth, tag not in _SKIPPED
            elif tag == "a":
                link = depth if attributes.get("href") and link < 0 else link
            else:
                self._element(tag, depth, attributes)
            title = title if tag == "title" or 0 <= title < depth else -1
        while self._open:
            self._close()
        self._flush()
        return Page(self.lines, self.boxes, self.meta, self.unseen)

    def _add(self, text: str, *, linked: bool) -> None:
        if self._pre:
            first, *others = text.split("\n")
            self._text.append(first)
            for other in others:
                self._flush()
                self._text.append(other)
        elif not text.isspace():
            self._text.append(_unwrapped(text) if "\n" in text else text)
            self._linked += len("".join(text.split())) if linked else 0
        elif self._text or not text.isascii():  # blanks that indent are not ASCII
            self._text.append("\n" if "\n" in text else text)

    def _element(self, tag: str, depth: int, attributes: Mapping[str, str | None]) -> None:
        if tag == "meta":
            name = attributes.get("name") or attributes.get("property") or ""
            self.meta.setdefault(name.lower() or "?", (attributes.get("content") or "").strip())
        elif tag == "br":
            self._flush()
        elif tag in _BLOCKS or (tag == "span" and "id" in attributes):
            self._open_block(tag, depth, attributes)

    def _open_block(self, tag: str, depth: int, attributes: Mapping[str, str | None]) -> None:
        if tag != "span":
            self._flush()
        self._level = _LEVELS.get(tag, self._level)
        pre = _is_pre(tag, attributes)
        self._pre += pre
        if tag == "tr":
            if self._rows:
                self._rows[-1].layout = True
            self._rows.append(_Row(len(self.lines), len(self.boxes)))
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].cells.append(len(self.lines))
        box = None
        if tag in _BOXES:
            box = len(self.boxes)
            self.boxes.append(Box(tag, _names(attributes), len(self.lines), -1))
        self._open.append(_Open(tag, depth, box, pre))

    def _close(self) -> None:
        tag, _, box, pre = self._open.pop()
        if tag != "span":
            self._flush()
        self._pre -= pre
        if tag in _LEVELS:
            self._level = None
        if tag == "tr":
            self._close_row(self._rows.pop())
        if box is not None:
            _, names, start, _ = self.boxes[box]
            self.boxes[box] = Box(tag, names, start, len(self.lines))

    def _close_row(self, row: _Row) -> None:
        """Make one line of a row of figures or words; a row that only lays the page out is left as it is."""
        starts = sorted(set(row.cells))
        if row.layout or len(starts) < 2:  # noqa: PLR2004
            return
        cells = [self.lines[start:end] for start, end in zip(starts, [*starts[1:], len(self.lines)], strict=True)]
        filled = [cell for cell in cells if cell]
        if len(filled) < 2 or any(sum(len(line.text) for line in cell) > _LONG_CELL for cell in filled):  # noqa: PLR2004
            return
        lines = self.lines[row.start :]
        del self.lines[row.start :], self.boxes[row.boxes :]
        self.lines.append(PageLine(" ".join(line.text.strip() for line in lines), None, sum(line.linked for line in lines)))

    def _flush(self) -> None:
        if not self._text:
            return
        text, linked = _INVISIBLE.sub("", "".join(self._text)), self._linked
        self._text, self._linked = [], 0
        # The source's line breaks beside tags: blanks between the fields of an info line, nothing within a paragraph.
        text = _BLANKS.sub(" ", text.replace("\n", " " if len(text) <= _INFO else "")).strip(" ")
        if not text or text.isspace():
            return
        level = self._level if len(text) <= _HEADING and not text.endswith("。") else None
        for part in _FAKE_PARAGRAPH.split(text):
            self.lines.append(PageLine(part, level, min(linked, len(part))))


def _unwrapped(text: str) -> str:
    """Take out the line breaks inside a text of the source; only words in letters need a blank there.

    A break with an indent at either end is kept for ``_flush``: it parts one element from the next.
    """
    words = text.strip(_SPACES)
    start = text.index(words)
    parts = [part for each in words.split("\n") if (part := each.strip(_SPACES))]
    kept = [_gap(text[:start]), *parts[:1]]
    for before, part in pairwise(parts):
        between = " " if before[-1].isascii() and before[-1].isalpha() and part[0].isascii() and part[0].isalpha() else ""
        kept.append(between + part)
    return "".join([*kept, _gap(text[start + len(words) :])])


def _gap(blanks: str) -> str:
    return "" if blanks == "\n" else blanks and ("\n" if "\n" in blanks else " ")


def _is_hidden(attributes: Mapping[str, str | None]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDDEN.search(style))


def _is_pre(tag: str, attributes: Mapping[str, str | None]) -> bool:
    return tag == "pre" or bool(tag in ("div", "td") and _PRE.search(attributes.get("style") or ""))


def _names(attributes: Mapping[str, str | None]) -> tuple[str, ...]:
    if "id" not in attributes and "class" not in attributes:
        return ()
    return tuple(f"{attributes.get('id') or ''} {attributes.get('class') or ''}".lower().split())


def page_of(nodes: Iterable[Node]) -> Page:
    """Return the lines, boxes and meta of a page."""
    return _Reader().read(nodes)

"""Where in the file's bytes a stretch of the document's text begins and ends."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.document import Document, Span
from reportcheck.readers import docx_names as names
from reportcheck.readers.docx_names import w
from reportcheck.readers.docx_runs import RunText, run_texts
from reportcheck.word.source import Source

_WHOLE = frozenset({names.ALTERNATE, names.MATH, names.MATH_PARAGRAPH, w("fldSimple"), w("ruby")})
_CLOSED_CONTROLS = frozenset({w("dataBinding"), w("text"), w("date"), w("dropDownList"), w("comboBox")})
_TEXT_FIELDS = frozenset({"HYPERLINK", "FORMTEXT"})
"""Fields whose result is text that people write."""
_CHARACTER = re.compile(rb"&[^;]+;|\r\n|[^\x80-\xbf][\x80-\xbf]*", re.DOTALL)
_BLANKS = " \t\r\n"


class Point(NamedTuple):
    """A place for marks; inside a run, the bytes that end the run before it and begin the next one behind it."""

    offset: int
    closing: bytes = b""
    opening: bytes = b""
    kept: int | None = None
    """Where ``xml:space="preserve"`` has to go, so that a blank before the cut is not lost."""


class Points:
    """Finds places in one document."""

    def __init__(self, source: Source, document: Document) -> None:
        self._source = source
        self._document = document
        self._paragraphs = list(source.root.iter(names.P))
        self._texts = lru_cache(maxsize=None)(run_texts)
        self._fields = lru_cache(maxsize=None)(fields)

    def around(self, span: Span) -> tuple[Point, Point]:
        """Return the points before and behind the words of a span; their paragraph's where the file has no such words."""
        first = self._placed(range(span.start, max(span.end, span.start + 1)))
        last = self._placed(range(max(span.end, span.start + 1) - 1, span.start - 1, -1))
        if first is None or last is None:
            return self._whole(self._paragraph(self._piece_source(span.start)))
        start, end = self._before(*first), self._behind(*last)
        return (start, end) if start.offset < end.offset else self._whole(self._paragraph(first[0]))

    def _placed(self, offsets: range) -> tuple[int, int] | None:
        """Return paragraph and index of the first of these characters that the file holds."""
        pieces = self._document.pieces
        for offset in offsets:
            piece = pieces[max(bisect_right(pieces, offset, key=lambda each: each.offset) - 1, 0)]
            if piece.source is None or not piece.source_column:
                continue
            at = piece.source_column - 1 + offset - piece.offset
            if at < sum(len(each.text) for each in self._texts(self._paragraphs[piece.source - 1])):
                return piece.source, at
        return None

    def _piece_source(self, offset: int) -> int:
        pieces = self._document.pieces
        return pieces[max(bisect_right(pieces, offset, key=lambda each: each.offset) - 1, 0)].source or 1

    def _paragraph(self, number: int) -> Element:
        """Return a paragraph; for one in a text box the paragraph that the box hangs on: Word has no comments in boxes."""
        found = element = self._paragraphs[number - 1]
        in_box = False
        while element in self._source.parents:
            element = self._source.parents[element]
            in_box = in_box or element.tag == names.TEXT_BOX
            if in_box and element.tag == names.P:
                found, in_box = element, False
        return found

    def _before(self, number: int, at: int) -> Point:
        paragraph = self._paragraph(number)
        if paragraph is not self._paragraphs[number - 1]:
            return self._whole(paragraph)[0]
        text, inside = self._text(paragraph, at)
        return self._front(text, inside)

    def _behind(self, number: int, at: int) -> Point:
        paragraph = self._paragraph(number)
        if paragraph is not self._paragraphs[number - 1]:
            return self._whole(paragraph)[1]
        text, inside = self._text(paragraph, at)
        return self._back(text, inside + 1)

    def _text(self, paragraph: Element, at: int) -> tuple[RunText, int]:
        for each in self._texts(paragraph):
            if at < len(each.text):
                return each, at
            at -= len(each.text)
        raise AssertionError(at)  # _placed has looked

    def _whole(self, paragraph: Element) -> tuple[Point, Point]:
        texts = [each for each in self._texts(paragraph) if each.text]
        if texts:
            return self._front(texts[0], 0), self._back(texts[-1], len(texts[-1].text))
        properties = paragraph.find(names.PPR)
        start = self._source.extents[paragraph].inner if properties is None else self._source.extents[properties].end
        return Point(start), Point(self._source.extents[paragraph].close)

    def _front(self, text: RunText, at: int) -> Point:
        element = self._outermost(text.element)
        field = self._field(element)
        if at and field is None and element is text.element:
            inside = self._inside(text, at)
            if inside is not None:
                return inside
        first = field[0] if field else element
        start, run = self._source.extents[first].start, self._source.parents[first]
        if run.tag != names.R:
            return Point(start)
        content = [each for each in run if each.tag != names.RPR]
        return Point(self._source.extents[run].start) if content[0] is first else self._between(run, start)

    def _back(self, text: RunText, at: int) -> Point:
        element = self._outermost(text.element)
        field = self._field(element)
        if at < len(text.text) and field is None and element is text.element:
            inside = self._inside(text, at)
            if inside is not None:
                return inside
        last = field[1] if field else element
        end, run = self._source.extents[last].end, self._source.parents[last]
        if run.tag != names.R:
            return Point(end)
        return Point(self._source.extents[run].end) if run[-1] is last else self._between(run, end)

    def _field(self, element: Element) -> tuple[Element, Element] | None:
        """Return the beginning and the end of the field whose result this is: it is written anew, with all that stands in it."""
        at = self._source.extents[element].start
        around = (field for field in self._fields(self._paragraph_of(element)) if self._start(field[0]) < at < self._start(field[1]))
        return min(around, key=lambda field: self._start(field[0]), default=None)

    def _start(self, element: Element) -> int:
        return self._source.extents[element].start

    def _paragraph_of(self, element: Element) -> Element:
        while element.tag != names.P:
            element = self._source.parents[element]
        return element

    def _outermost(self, element: Element) -> Element:
        """Return what must not be cut: a formula, a field, a control that its program fills; else the element itself."""
        found = current = element
        while current.tag != names.P:
            if current.tag in _WHOLE or (current.tag == names.SDT and self._is_closed(current)):
                found = current
            current = self._source.parents[current]
        return found

    def _is_closed(self, control: Element) -> bool:
        properties = control.find(w("sdtPr"))
        return properties is not None and any(each.tag in _CLOSED_CONTROLS for each in properties)

    def _between(self, run: Element, offset: int) -> Point:
        return Point(offset, b"</" + self._source.name(run) + b">", self._run_head(run))

    def _inside(self, text: RunText, at: int) -> Point | None:
        """Return the point before a character of a ``w:t``; None where its bytes are not simply its characters."""
        run = self._source.parents[text.element]
        extent = self._source.extents[text.element]
        raw = self._source.data[extent.inner : extent.close]
        units = _CHARACTER.findall(raw)
        if b"<" in raw or len(units) != len(text.text):
            return None
        tag = self._source.start_tag(text.element)
        spaced = tag if b"xml:space" in tag else tag[:-1] + b' xml:space="preserve">'
        closing = b"</" + self._source.name(text.element) + b"></" + self._source.name(run) + b">"
        kept = extent.inner - 1 if spaced is not tag and text.text[at - 1] in _BLANKS else None
        return Point(extent.inner + sum(map(len, units[:at])), closing, self._run_head(run) + spaced, kept)

    def _run_head(self, run: Element) -> bytes:
        properties = run.find(names.RPR)
        return self._source.start_tag(run) + (self._source.raw(properties) if properties is not None else b"")


def fields(paragraph: Element) -> list[tuple[Element, Element]]:
    """Return beginning and end (``w:fldChar``) of the fields of a paragraph that its program fills."""
    found: list[tuple[Element, Element]] = []
    waiting: list[tuple[Element, list[str]]] = []
    for element in paragraph.iter():
        if element.tag == names.INSTRUCTION and waiting:
            waiting[-1][1].append(element.text or "")
        elif element.tag == names.FIELD_CHAR and element.get(names.FIELD_CHAR_TYPE) == "begin":
            waiting.append((element, []))
        elif element.tag == names.FIELD_CHAR and element.get(names.FIELD_CHAR_TYPE) == "end" and waiting:
            begin, instruction = waiting.pop()
            if "".join(instruction).split()[:1] not in [[name] for name in _TEXT_FIELDS]:
                found.append((begin, element))
    return found

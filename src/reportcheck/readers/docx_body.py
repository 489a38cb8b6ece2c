"""The body of a docx, walked in reading order: paragraphs, rows of tables, text boxes, notes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.readers import docx_names as names
from reportcheck.readers.docx_lines import broken, joined, line_of, trimmed
from reportcheck.readers.docx_names import is_on, value, w
from reportcheck.readers.docx_numbering import Numbering
from reportcheck.readers.docx_runs import RunText, paragraph_text, run_texts
from reportcheck.readers.docx_styles import Look, Styles, heading_level, integer
from reportcheck.readers.paragraphs import Line

_GROUPS = frozenset({names.SDT_CONTENT, names.INSERTED, names.MOVED_HERE, w("customXml"), w("smartTag"), w("dir"), w("bdo")})
_GONE = frozenset({names.DELETED, names.MOVED_AWAY})
_CELL_PROPERTIES, _ROW_PROPERTIES = w("tcPr"), w("trPr")
_MERGED = frozenset({w("vMerge"), w("hMerge"), w("cellDel")})
_CELL_GAP = "　"
_LABEL = range(4, 33)
_TEXT_CELL = 100
_TEXT_CELLS = 200
_REFERENCES = {names.FOOTNOTE_REFERENCE: "footnotes", names.ENDNOTE_REFERENCE: "endnotes"}


class Parts(NamedTuple):
    """What the walk needs besides the body."""

    numbers: Mapping[Element, int]
    """The number of every ``w:p``, in the order of the file."""
    styles: Styles
    numbering: Numbering
    contents: frozenset[Element]
    """The paragraphs that a table of contents fills."""
    notes: Mapping[tuple[str, str], str]
    """(footnotes or endnotes, id) -> text."""


class Body:
    """One walk through a document; it counts as it goes, so it goes once."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._notes = 0

    def lines(self, container: Element) -> list[Line]:
        """Return the lines of the body, a cell, a text box or a content control."""
        found: list[Line] = []
        held: list[Element] = []
        for child in container:
            if child.tag == names.P:
                held.append(child)
                if not _runs_on(child):
                    found += self._paragraph(held)
                    held = []
                continue
            block = self._block(child)
            if block and held:  # a paragraph cannot run on into a table
                block = [*self._paragraph(held), *block]
                held = []
            found += block
        return found + self._paragraph(held) if held else found

    def _block(self, element: Element) -> list[Line]:
        tag = element.tag
        if tag == names.TABLE:
            return [line for row in _members(element, names.ROW) for line in self._row(row)]
        if tag == names.SDT:
            content = element.find(names.SDT_CONTENT)
            lines = self.lines(content) if content is not None else []
            return [line._replace(furniture=True) for line in lines] if _is_contents(element) else lines
        if tag in _GROUPS:
            return self.lines(element)
        chosen = names.branch(element) if tag == names.ALTERNATE else None
        return self.lines(chosen) if chosen is not None else []

    def _row(self, row: Element) -> list[Line]:
        """Return a row as one line, or its paragraphs where the table only lays out running text."""
        properties = row.find(_ROW_PROPERTIES)
        if properties is not None and any(each.tag in _GONE or each.tag == w("hidden") for each in properties):
            return []
        cells: list[list[Line]] = []
        nested = False
        for cell in _members(row, names.CELL):
            lines = [] if _is_continued(cell) else [trimmed(line) for line in self.lines(cell) if line.text.strip()]
            if lines:
                cells.append(lines)
                nested = nested or (len(lines) > 1 and cell.find(names.TABLE) is not None)
        if len(cells) < 2 or nested or _is_layout(cells):  # noqa: PLR2004 - one cell is no row
            return [line for lines in cells for line in lines]
        return [joined([joined(lines, " ") for lines in cells], _CELL_GAP)._replace(level=None, whole=True)]

    def _paragraph(self, elements: Sequence[Element]) -> list[Line]:
        """Return the lines of a paragraph, or of several whose marks between them are deleted."""
        spoken = [(element, run_texts(element)) for element in elements]
        texts = [(element, "".join([each.text for each in pieces])) for element, pieces in spoken]
        owner = next((element for element, text in texts if text.strip()), elements[-1])
        properties = owner.find(names.PPR)
        style = value(properties, names.PSTYLE)
        number = self._number(properties, style)
        lines = [line_of(text, self._parts.numbers[each], number if each is owner else "") for each, text in texts]
        line = lines[0] if len(lines) == 1 else joined([each for each in lines if each.text] or lines[-1:], "")
        look = self._parts.styles.look(style)
        level = _level(properties, look)
        contents = look.contents or owner in self._parts.contents
        if level is not None or contents:
            line = line._replace(level=level, furniture=contents)
        return broken(line) + [each for element, pieces in spoken for each in self._hung_on(element, pieces)]

    def _number(self, properties: Element | None, style: str | None) -> str:
        direct = properties.find(names.NUM_PR) if properties is not None else None
        return self._parts.numbering.next_number(direct, style) if direct is not None or style is not None else ""

    def _hung_on(self, element: Element, pieces: Sequence[RunText]) -> Iterator[Line]:
        """Yield what is anchored in a paragraph: it follows the paragraph, so that it breaks no sentence."""
        for piece in pieces:
            if piece.text:
                continue
            kind = _REFERENCES.get(piece.element.tag)
            note = self._parts.notes.get((kind, piece.element.get(w("id"), ""))) if kind else None
            if note:
                self._notes += 1
                # In brackets, so that nobody takes a short note for a heading.
                yield Line(f"（注{self._notes}：{note}）", self._parts.numbers[element], ((0, 0),))
            elif kind is None:
                for box in _text_boxes(piece.element):
                    yield from self.lines(box)


def _level(properties: Element | None, look: Look) -> int | None:
    own = integer(value(properties, names.OUTLINE))
    return look.level if own is None else heading_level(own)


def _runs_on(paragraph: Element) -> bool:
    """Tell whether a paragraph's end is deleted or hidden, so that the next one goes on in it."""
    properties = paragraph.find(names.PPR)
    mark = properties.find(names.RPR) if properties is not None else None
    if mark is None:
        return False
    return any(each.tag in _GONE for each in mark) or is_on(mark, names.VANISH) or is_on(mark, w("specVanish"))


def _members(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == names.SDT or child.tag in _GROUPS:
            yield from _members(child, tag)


def _is_continued(cell: Element) -> bool:
    """Tell a cell that belongs to the one above or before it, or that is deleted."""
    properties = cell.find(_CELL_PROPERTIES)
    return properties is not None and any(each.tag in _MERGED and each.get(names.VAL) != "restart" for each in properties)


def _is_layout(cells: Sequence[Sequence[Line]]) -> bool:
    """Tell a row of running text (a form: 存在的问题 at the left, the text at the right) from a row of figures."""
    sizes = [sum(len(line.text) for line in lines) for lines in cells]
    if any(len(lines) > 1 and size > _TEXT_CELLS for lines, size in zip(cells, sizes, strict=True)):
        return True
    return len(cells) == 2 and sizes[0] in _LABEL and sizes[1] > _TEXT_CELL  # noqa: PLR2004 - a label and its text


def _is_contents(control: Element) -> bool:
    gallery = control.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
    return gallery is not None and gallery.get(names.VAL) == "Table of Contents"


def _text_boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes of a drawing; each is stored twice, for new programs and for old ones."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        if current.tag == names.TEXT_BOX:
            yield current
        elif current.tag == names.ALTERNATE:
            chosen = names.branch(current)
            waiting += [chosen] if chosen is not None else []
        else:
            waiting += reversed(list(current))


def notes_of(root: Element) -> Iterator[tuple[str, str]]:
    """Yield (id, text) of the footnotes or endnotes in their part."""
    for note in root:
        text = " ".join(filter(None, (" ".join(paragraph_text(each).split()) for each in note.iter(names.P))))
        if text and note.get(w("type"), "normal") == "normal":
            yield note.get(w("id"), ""), text


def contents_of(root: Element) -> Iterator[Element]:
    """Yield the paragraphs that the field of a table of contents fills."""
    fields: list[str] = []
    paragraph = root
    for element in root.iter():
        tag = element.tag
        if tag == names.P:
            paragraph = element
        elif tag == names.FIELD_CHAR:
            kind = element.get(names.FIELD_CHAR_TYPE)
            if kind == "begin":
                fields.append("")
            elif kind == "end" and fields:
                fields.pop()
        elif tag == names.INSTRUCTION and fields:
            fields[-1] += element.text or ""
        elif tag == names.T and any(field.split()[:1] == ["TOC"] for field in fields):
            yield paragraph

"""What the styles of a docx say of the paragraphs that wear them: heading levels, numbers, tables of contents."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.readers import docx_names as names
from reportcheck.readers.docx_names import value, w

_HEADING = re.compile(r"(?:heading|标题) ?([1-9])")
_TITLES = frozenset({"title", "标题", "公文标题", "文档标题", "文章标题"})
_CONTENTS = ("toc ", "toc标题", "目录", "wpsoffice手动目录", "table of contents")
_BODY_TEXT = 9


class Style(NamedTuple):
    """One style, as written; what it leaves out comes from the style it is based on."""

    id: str
    name: str
    based_on: str | None
    outline: int | None
    num_id: str | None
    ilvl: int | None


class Look(NamedTuple):
    """What a style and those it is based on say together."""

    level: int | None = None
    """Heading level (1-9), 0 for the style of the document's title, None for body text."""
    contents: bool = False
    """It is for the lines of a table of contents."""
    num_id: str | None = None
    ilvl: int | None = None
    ids: tuple[str, ...] = ()
    """The style itself and those it is based on, which levels of a numbering may be tied to."""


_NOTHING = Look()


class Styles:
    """The styles of one document by id."""

    def __init__(self, root: Element | None) -> None:
        elements = root.findall(w("style")) if root is not None else []
        self._elements = {element.get(w("styleId"), ""): element for element in elements}
        self._looks: dict[str, Look] = {}

    def look(self, style_id: str | None) -> Look:
        """Return what a paragraph takes from its style."""
        if style_id is None or style_id not in self._elements:
            return _NOTHING
        if style_id not in self._looks:
            self._looks[style_id] = _look(tuple(self._chain(style_id)))
        return self._looks[style_id]

    def _chain(self, style_id: str | None) -> Iterator[Style]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while style_id is not None and style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            style = _style(style_id, self._elements[style_id])
            yield style
            style_id = style.based_on


def _look(chain: Sequence[Style]) -> Look:
    return Look(
        _level(chain),
        any(style.name.startswith(_CONTENTS) for style in chain),
        next((style.num_id for style in chain if style.num_id is not None), None),
        next((style.ilvl for style in chain if style.ilvl is not None), None),
        tuple(style.id for style in chain),
    )


def _level(chain: Sequence[Style]) -> int | None:
    for style in chain:
        if style.name in _TITLES:
            return 0
        if style.outline is not None:
            return heading_level(style.outline)
        if heading := _HEADING.fullmatch(style.name):
            return int(heading.group(1))
    return None


def heading_level(outline: int) -> int | None:
    """Return the heading level of an outline level, which Word counts from 0 and ends with body text."""
    return outline + 1 if 0 <= outline < _BODY_TEXT else None


def integer(text: str | None) -> int | None:
    """Return a whole number as attributes hold them; None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII) else None


def _style(style_id: str, element: Element) -> Style:
    properties = element.find(names.PPR)
    number = properties.find(names.NUM_PR) if properties is not None else None
    return Style(
        style_id,
        (value(element, w("name")) or style_id).strip().lower(),
        value(element, w("basedOn")),
        integer(value(properties, names.OUTLINE)),
        value(number, names.NUM_ID),
        integer(value(number, names.ILVL)),
    )

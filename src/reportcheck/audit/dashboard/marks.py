"""A report's stored text with the words that count marked in it; marks may overlap, so passages are cut at their ends."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from reportcheck.audit.dashboard import words
from reportcheck.structure.roles import ROLE_TITLES, Role

Passages = Sequence[tuple[str, int, int | None, str]]
_LONGEST = 240


class Mark(NamedTuple):
    """Words to mark: ``kind`` is evidence or finding; ``label`` links back to ``target``."""

    id: str
    kind: str
    line: int
    quote: str
    label: str
    target: str
    title: str


class Place(NamedTuple):
    """Where a mark stands: its passage, and where in it; nothing to mark where ``start`` equals ``end``."""

    passage: int
    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of text under the same marks, the anchors that begin here, and the marks that end here."""

    text: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    ends: tuple[Mark, ...]


class Paragraph(NamedTuple):
    """A passage as the template ``paragraph.html`` writes it, the same for one report's page and for a unit's."""

    id: str
    place: str
    segments: tuple[Segment, ...]
    heading: bool = False


class Section(NamedTuple):
    """Passages with one role that follow one another."""

    role: str
    title: str
    paragraphs: tuple[Paragraph, ...]


def place_of(passages: Passages, line: int, quote: str) -> Place | None:
    """Find quoted words: in a passage that begins on their line, else in the one that runs on to it."""
    here = [index for index, passage in enumerate(passages) if passage[1] == line]
    before = [index for index, passage in enumerate(passages) if passage[1] < line]
    for index in here + before[-1:]:
        start = passages[index][3].find(quote)
        if quote and start >= 0:
            return Place(index, start, start + len(quote) if len(quote) <= _LONGEST else start)
    nearest = here[:1] or before[-1:] or ([0] if passages else [])
    return Place(nearest[0], 0, 0) if nearest else None


def anchor_of(place: Place | None, mark: Mark) -> str:
    """Return the anchor that leads to a mark, or to its paragraph where it is too long to mark."""
    if place is None:
        return ""
    return mark.id if place.end > place.start else paragraph_id(place.passage)


def paragraph_id(index: int) -> str:
    """Return the anchor of a passage."""
    return f"p{index + 1}"


def sections(passages: Passages, marks: Iterable[tuple[Mark, Place | None]], form: str) -> list[Section]:
    """Cut the passages into segments and gather them into sections; ``form`` is the document's format, which names places."""
    inside: dict[int, list[tuple[Mark, Place]]] = {}
    for mark, place in marks:
        if place is not None and place.end > place.start:
            inside.setdefault(place.passage, []).append((mark, place))
    numbered = list(enumerate(passages))
    runs = groupby(numbered, key=lambda pair: pair[1][0])
    return [
        Section(role, ROLE_TITLES[Role(role)], tuple(_paragraph(index, row, inside.get(index, []), form) for index, row in run))
        for role, run in runs
    ]


def _paragraph(index: int, row: tuple[str, int, int | None, str], marks: list[tuple[Mark, Place]], form: str) -> Paragraph:
    _, line, page, text = row
    edges = sorted({0, len(text), *(edge for _, place in marks for edge in (place.start, place.end))})
    cut = tuple(_segment(text, start, end, marks) for start, end in pairwise(edges))
    return Paragraph(paragraph_id(index), words.place(line, page, form), cut)


def _segment(text: str, start: int, end: int, marks: list[tuple[Mark, Place]]) -> Segment:
    over = [(mark, place) for mark, place in marks if place.start <= start and end <= place.end]
    return Segment(
        text=text[start:end],
        kinds=tuple(sorted({mark.kind for mark, _ in over})),
        anchors=tuple(dict.fromkeys(mark.id for mark, place in over if place.start == start)),
        ends=tuple(mark for mark, place in over if place.end == end),
    )

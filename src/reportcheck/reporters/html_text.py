"""The report's own text with the words that count marked in it; marks may overlap, so paragraphs are cut at their ends."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from reportcheck.document import Document, Span
from reportcheck.reporters.wording import place_words
from reportcheck.structure.roles import ROLE_TITLES, Role
from reportcheck.verdict import Report


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark: ``kind`` is evidence, finding or rejected; ``label`` links back to ``target``."""

    id: str
    kind: str
    span: Span
    label: str = ""
    target: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks, the anchors that begin here, and the marks that end here."""

    text: str
    kinds: tuple[str, ...]
    anchors: tuple[str, ...]
    ends: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, ready to write down."""

    id: str
    place: str
    role: Role
    heading: bool
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Paragraphs with one role that follow one another."""

    role: Role
    title: str
    paragraphs: tuple[Paragraph, ...]


def sections(report: Report, spans: list[Span], marks: Iterable[Mark], prefix: str) -> list[Section]:
    """Cut the paragraphs into segments and gather them into sections."""
    found = sorted(marks, key=lambda mark: (mark.span, mark.id))
    befores = [0, *(span.end for span in spans)]
    paragraphs = [
        _paragraph(report, span, _segments(report.document, span, before, found), prefix)
        for span, before in zip(spans, befores, strict=False)
    ]
    runs = groupby(paragraphs, key=lambda paragraph: paragraph.role)
    return [Section(role, ROLE_TITLES[role], tuple(run)) for role, run in runs]


def paragraph_spans(report: Report) -> list[Span]:
    """Return the blocks, cut where a passage begins inside one."""
    starts = [passage.span.start for passage in report.passages]
    text = report.document.text
    spans: list[Span] = []
    for block in report.document.blocks:
        span = block.span
        inner = [at for at in starts if span.start < at < span.end and text[span.start : at].strip()]
        cuts = sorted({span.start, *inner, span.end})
        spans += [Span(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    return spans


def paragraph_id(span: Span, prefix: str) -> str:
    """Return the anchor of a paragraph."""
    return f"{prefix}-p{span.start}"


def _paragraph(report: Report, span: Span, segments: Iterable[Segment], prefix: str) -> Paragraph:
    first = next(at for at in range(span.start, span.end) if not report.document.text[at].isspace())
    passage = next((p for p in report.passages if p.span.start <= first < p.span.end), None)
    heading = passage is not None and passage.heading is not None and passage.body is None
    return Paragraph(
        id=paragraph_id(span, prefix),
        place=place_words(report.document, span),
        role=passage.role if passage else _role_at(report, first),
        heading=heading,
        segments=tuple(segments),
    )


def _role_at(report: Report, offset: int) -> Role:
    return next((part.role for part in report.parts if part.span.start <= offset < part.span.end), Role.NOISE)


def _segments(document: Document, span: Span, before: int, marks: list[Mark]) -> Iterator[Segment]:
    """Cut a paragraph; a mark's anchor stands in the first paragraph after ``before`` that it touches."""
    here = [mark for mark in marks if mark.span.start < span.end and span.start < mark.span.end]
    edges = {edge for mark in here for edge in (mark.span.start, mark.span.end) if span.start < edge < span.end}
    for start, end in pairwise(sorted({span.start, *edges, span.end})):
        over = [mark for mark in here if mark.span.start <= start and end <= mark.span.end]
        opening = [mark for mark in over if max(mark.span.start, span.start) == start and mark.span.start >= before]
        yield Segment(
            text=document.text[start:end],
            kinds=tuple(sorted({mark.kind for mark in over})),
            anchors=tuple(mark.id for mark in opening),
            ends=tuple(mark for mark in over if mark.label and mark.span.end == end),
        )

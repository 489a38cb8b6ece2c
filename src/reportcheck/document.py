"""A text as it was read: characters, blocks, and where each character stands in the input.

All positions inside the program are offsets into ``Document.text``. They are
turned into lines and columns in one place, ``Document.place``.
"""

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of offsets into ``Document.text``."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


class Piece(NamedTuple):
    """From ``offset`` on, the text is the input's from ``line`` and ``column`` on (both 1-based)."""

    offset: int
    line: int
    column: int
    page: int | None = None
    source: int | None = None
    """Where lines are blocks (docx, html, pdf, ofd): the paragraph or line of the file it comes from, 1-based."""
    source_column: int = 0
    """1-based column there; 0 for characters that the file does not hold (a number that Word makes)."""


class Block(NamedTuple):
    """One paragraph of the input; ``furniture`` marks what belongs to the page, not to the report."""

    span: Span
    furniture: bool = False
    level: int | None = None
    """Heading level that the format itself states (Markdown ``##``, a Word style), else None."""


class Place(NamedTuple):
    """1-based lines and columns in the text as given; ``end_column`` is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None
    paragraph: int


class WaiverProposal(NamedTuple):
    """What a drafter answers to one of our comments in the file: this does not apply, or has been explained."""

    rule: str
    path: str
    fingerprint: str
    reason: str
    author: str = ""
    date: str = ""
    """ISO date of the reply; empty where the file does not say."""


class Document(NamedTuple):
    """One input, decoded; paragraphs stand in ``text`` one after another, a newline between them."""

    path: str
    format: str
    encoding: str | None
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    meta: Mapping[str, str] = {}
    """What the page around the report states: title, published, doc_number, source."""
    notes: tuple[str, ...] = ()
    """What the reader of this document should know of how it was read, in Chinese: tracked changes, a missing font."""
    proposals: tuple[WaiverProposal, ...] = ()
    """Replies to our own comments that ask for a waiver."""

    def quote(self, span: Span) -> str:
        """Return the exact words of a span."""
        return self.text[span.start : span.end]

    def place(self, span: Span) -> Place:
        """Locate a span in the input."""
        first = self._piece(span.start)
        last = self._piece(max(span.start, span.end - 1))
        paragraph = bisect_right(self.blocks, span.start, key=lambda block: block.span.start)
        return Place(
            line=first.line,
            column=first.column + span.start - first.offset,
            end_line=last.line,
            end_column=last.column + max(span.start, span.end - 1) - last.offset + 1,
            page=first.page,
            paragraph=max(paragraph, 1),
        )

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self.pieces, offset, key=lambda piece: piece.offset) - 1, 0)]

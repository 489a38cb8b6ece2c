"""Lines for a terminal: width, colour, and nothing from a document that a terminal would obey."""

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from reportcheck.text.width import columns, pad, shorten, wrap

STYLES = {"error": "1;31", "warning": "33", "info": "36", "good": "32", "strong": "1", "dim": "2"}
LABEL_COLUMNS = 8


def clean(text: str) -> str:
    """Make one safe line of a text: control, direction and private-use characters become spaces."""
    return "".join(" " if category(char)[0] == "C" else char for char in text).strip()


class Ink(NamedTuple):
    """How lines are drawn; ``color`` turns ANSI colour on, no line is wider than ``width`` columns."""

    color: bool
    width: int

    def paint(self, text: str, style: str) -> str:
        """Colour a text, if there is colour."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.color else text

    def lines(self, text: str, style: str = "", *, indent: int = 0, hang: int = 0) -> Iterator[str]:
        """Wrap a text; lines after the first are indented by ``hang`` more."""
        first, *rest = wrap(clean(text), self.width - indent - hang) or [""]
        for margin, line in [(indent, first), *((indent + hang, line) for line in rest)]:
            yield " " * margin + (self.paint(line, style) if style else line)

    def field(self, label: str, text: str, *, indent: int) -> Iterator[str]:
        """Write a label and beside it a wrapped text."""
        margin = " " * indent + pad(label, LABEL_COLUMNS)
        for line in wrap(clean(text), self.width - indent - LABEL_COLUMNS):
            yield margin + line
            margin = " " * (indent + LABEL_COLUMNS)

    def rule(self, title: str, style: str) -> str:
        """Write a title and a line to the right edge."""
        text = shorten(clean(title), self.width - 8)
        return self.paint(f"{text} " + "─" * ((self.width - columns(text) - 1) // 2), style)

    def bar(self, share: float, length: int) -> str:
        """Draw a share of one as a bar of ``length`` characters."""
        full = round(min(max(share, 0.0), 1.0) * length)
        return "█" * full + "─" * (length - full)

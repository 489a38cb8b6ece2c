"""Charts as values: templates draw them; every chart is also a file of its own, to be put into a briefing."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from reportcheck.audit.dashboard.stats import Spread

BIN = 10
# From dark to light, so that the order survives a grey printout; the hues survive colour blindness.
BAD, POOR, GOOD, NONE = "#8c2d04", "#e89a3c", "#a3cbe2", "#f2f2f2"


class Bar(NamedTuple):
    """A column: label, height, and the list it leads to."""

    label: str
    size: int
    href: str


class Histogram(NamedTuple):
    """Columns that share an axis."""

    title: str
    bars: tuple[Bar, ...]
    template: str = "histogram.svg"

    @property
    def most(self) -> int:
        """Return the height of the axis."""
        return max((bar.size for bar in self.bars), default=0) or 1


class Piece(NamedTuple):
    """A stretch of a stacked bar."""

    size: int
    fill: str
    name: str


class Stack(NamedTuple):
    """A row of a stacked chart."""

    label: str
    note: str
    href: str
    pieces: tuple[Piece, ...]

    @property
    def total(self) -> int:
        """Return the length of the bar."""
        return sum(piece.size for piece in self.pieces) or 1


class Stacked(NamedTuple):
    """Bars of 100 %, cut into the same series."""

    title: str
    rows: tuple[Stack, ...]
    series: tuple[tuple[str, str], ...]
    template: str = "stacked.svg"


class Meter(NamedTuple):
    """A share of one, with a note."""

    label: str
    share: float
    note: str


class Meters(NamedTuple):
    """Shares of one below one another."""

    title: str
    rows: tuple[Meter, ...]
    template: str = "meters.svg"


class Box(NamedTuple):
    """How the scores of one kind of report lie."""

    label: str
    href: str
    spread: Spread


class Boxes(NamedTuple):
    """Boxes on a common axis from 0 to 100."""

    title: str
    rows: tuple[Box, ...]
    template: str = "boxes.svg"


class Point(NamedTuple):
    """A year on a line."""

    label: str
    value: float
    note: str


class Lines(NamedTuple):
    """Values from 0 to 100 over the years."""

    title: str
    points: tuple[Point, ...]
    template: str = "lines.svg"


Chart = Histogram | Stacked | Meters | Boxes | Lines


def histogram(title: str, percents: Sequence[float], base: Mapping[str, str]) -> Histogram:
    """Count scores in tens; a full score belongs to the last column."""
    counts = [0] * (100 // BIN)
    for percent in percents:
        counts[min(int(percent // BIN), len(counts) - 1)] += 1
    ends = [(at * BIN, (at + 1) * BIN) for at in range(len(counts))]
    return Histogram(
        title, tuple(Bar(f"{low}–{high}", count, listing({**base, "得分": f"{low}~{high}"})) for (low, high), count in zip(ends, counts, strict=True))
    )


def listing(chosen: Mapping[str, str]) -> str:
    """Return the address of the table of units, narrowed down."""
    return "units.html#" + "&".join(f"{quote(name)}={quote(value)}" for name, value in chosen.items() if value)

"""Arithmetic on lists of numbers."""

from collections.abc import Sequence
from typing import NamedTuple


class Spread(NamedTuple):
    """How numbers lie: ends, quartiles and mean."""

    size: int
    least: float
    lower: float
    median: float
    upper: float
    most: float
    mean: float


def spread(numbers: Sequence[float]) -> Spread | None:
    """Return how the numbers lie; None where there are none."""
    if not numbers:
        return None
    ranked = sorted(numbers)
    lower, median, upper = (_at(ranked, share) for share in (0.25, 0.5, 0.75))
    return Spread(len(ranked), ranked[0], lower, median, upper, ranked[-1], sum(ranked) / len(ranked))


def mean(numbers: Sequence[float]) -> float | None:
    """Return the mean; None where there is nothing."""
    return sum(numbers) / len(numbers) if numbers else None


def _at(ranked: Sequence[float], share: float) -> float:
    place = share * (len(ranked) - 1)
    below = int(place)
    above = min(below + 1, len(ranked) - 1)
    return ranked[below] + (ranked[above] - ranked[below]) * (place - below)

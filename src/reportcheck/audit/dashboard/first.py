"""Which reports to read first, and why."""

from typing import NamedTuple

from reportcheck.audit.dashboard import words
from reportcheck.audit.dashboard.units import Unit
from reportcheck.audit.store import Store


class Pick(NamedTuple):
    """A report worth reading, with the words to begin at."""

    rank: int
    unit: Unit
    value: float
    reasons: tuple[str, ...]
    place: str
    quote: str
    anchor: str
    """Where on its page to begin."""


def picks(store: Store, units: dict[str, Unit]) -> list[Pick]:
    """Return the reports in the order in which to read them."""
    rows = store.rows("SELECT rank, path, value, reason, line, page, quote, rule FROM triage ORDER BY rank")
    return [
        Pick(rank, units[path], value, _reasons(reason), words.place(line, page, units[path].row["format"]), quote or "", rule or "text")
        for rank, path, value, reason, line, page, quote, rule in rows
        if path in units
    ]


def _reasons(reason: str | None) -> tuple[str, ...]:
    return tuple(part for part in (reason or "").replace("；", "\n").splitlines() if part)

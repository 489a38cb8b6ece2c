"""When a report was due, and by which of its dates that is told.

Departments and the governments of cities, counties and townships report by 1 March of the following year, provinces
by 1 April; all publish by 1 April (督察工作规定, chapter 4). The last day itself counts as in time.
"""

from datetime import date
from typing import NamedTuple

SUBMIT, PROVINCES, PUBLISH = (3, 1), (4, 1), (4, 1)
DATES = ("published", "signed_on", "file_date")
"""The dates that tell when a report was there, the best first."""
_FIRST_DAY = (10, 1)
"""Of the year reported on: an earlier date is a slip or another year's."""
_LOCAL = ("prefecture", "county", "township")


class Dated(NamedTuple):
    """The day on which a report was there, as far as it is known, and from which date."""

    on_date: str | None = None
    date_from: str | None = None


def dated(dates: tuple[str | None, str | None, str | None], year: int | None) -> Dated:
    """Return the best date that can be the report's: published, signed, else the file's."""
    earliest = "" if year is None else date(year, *_FIRST_DAY).isoformat()
    for name, day in zip(DATES, dates, strict=True):
        if day and day >= earliest:
            return Dated(day, name)
    return Dated()


def due_date(year: int, level: str | None, subject: str | None, date_from: str | None = None) -> str:
    """Return the last day for a kind of body; a date of publication is held against the day of publication."""
    if date_from == "published":
        day = PUBLISH
    else:
        local = level in _LOCAL or (subject == "department" and level is not None)
        day = SUBMIT if local else PROVINCES
    return date(year + 1, *day).isoformat()

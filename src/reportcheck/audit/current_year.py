"""The year that an audit is about."""

from collections import Counter
from collections.abc import Iterable

from reportcheck.audit.standing import COUNTED, JOINED
from reportcheck.audit.store import Store

_MANY = 0.1


def current_year(store: Store) -> int | None:
    """Return the roster's latest year where a report counts in it, else the latest on which many report."""
    reported = [year for (year,) in store.rows(f"SELECT r.year FROM {JOINED} WHERE {COUNTED}")]  # noqa: S608 - our own words
    ((asked,),) = store.rows("SELECT max(year) FROM unit")
    return int(asked) if asked is not None and asked in reported else main_year(reported)


def main_year(years: Iterable[int | None]) -> int | None:
    """Return the latest year on which many report: a mistyped year must not win."""
    counts = Counter(year for year in years if year is not None)
    many = _MANY * max(counts.values(), default=0)
    return max((year for year, count in counts.items() if count >= many), default=None)

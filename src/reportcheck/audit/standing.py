"""Which of the stored reports count: one condition wherever scores are averaged or requirements counted."""

from collections.abc import Iterable

from reportcheck.structure.kind import REPORT

SUBMITTED = ("on_time", "late", "undated")
"""States in which a unit's report is there."""
RETIRED = ("superseded", "duplicate")
"""States of what another version replaces."""


def sql_list(values: Iterable[str]) -> str:
    """Write words of our own as a list in SQL."""
    return "(" + ", ".join(f"'{value}'" for value in values) + ")"


UNRETIRED = f"coalesce(s.state, '') NOT IN {sql_list(RETIRED)}"
COUNTED = f"r.type = '{REPORT}' AND r.percent IS NOT NULL AND {UNRETIRED}"
"""Hold in SQL for a report ``r`` with its submission ``s``."""
COUNTED_IN_YEAR = f"{COUNTED} AND (r.year IS NULL OR r.year = ?)"
"""A report that names no year counts in the year that the audit is about."""
JOINED = "report r LEFT JOIN submission s ON s.path = r.path"

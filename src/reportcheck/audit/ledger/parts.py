"""Columns and words that several sheets share."""

from collections.abc import Iterable, Iterator
from typing import Any

from reportcheck.audit.workbook import Column

NUMBER = Column("序号", 6, "count")
UNIT = Column("单位", 20)
FILE = Column("文件", 24)
NAME = "coalesce(s.unit, r.issuer, r.region, '（机关不明）')"
"""In SQL, what a report ``r`` with its submission ``s`` is called by."""


def numbered(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Put before each row its number."""
    return ((number, *row) for number, row in enumerate(rows, 1))

"""Dates in running text, and those that no calendar has."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from reportcheck.text.numbering import chinese_number
from reportcheck.text.patterns import Pattern, compiled

_NUMBER = r"[一二三四五六七八九十]{1,3}"
_DAY = compiled(
    rf"(?:(?P<y>20\d\d)年 ?)?(?:(?P<m>(?<![\d.])\d{{1,2}}) ?月 ?(?P<d>\d{{1,2}}) ?日|(?P<cm>(?<![^\W\d_]){_NUMBER}|(?<=年){_NUMBER})月(?P<cd>{_NUMBER})日)"
)
_MONTH = compiled(r"(?:(?P<y>20\d\d)年 ?)?(?<![\d.第满个近余])(?P<m>\d{1,2}) ?月(?=[份底初末中]|上旬|下旬|以来|,|。|召开|组织|开展|印发)")
_STAMP = Pattern(r"(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)", "20")
_NO_YEAR = 2024  # a leap year: 29 February may be meant where no year is told


class Day(NamedTuple):
    """A date with its place; ``value`` is None where no calendar has it or no year is told."""

    start: int
    end: int
    value: date | None
    fault: str


def days(folded: str, start: int, end: int) -> Iterator[Day]:
    """Yield the dates between two offsets, each with what is wrong with it."""
    for found in _DAY.finditer(folded, start, end):
        month = int(found["m"]) if found["m"] else chinese_number(found["cm"])
        day = int(found["d"]) if found["d"] else chinese_number(found["cd"])
        year = int(found["y"]) if found["y"] else None
        fault = _fault(year, month, day)
        value = date(year, month, day) if year is not None and not fault else None
        yield Day(found.start(), found.end(), value, fault)
    for found in _MONTH.finditer(folded, start, end):
        if not 1 <= int(found["m"]) <= 12:  # noqa: PLR2004 - months
            yield Day(found.start(), found.end(), None, "一年只有12个月")


def _fault(year: int | None, month: int, day: int) -> str:
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return "一年只有12个月"
    last = _last_day(year or _NO_YEAR, month)
    if 1 <= day <= last:
        return ""
    return f"{year}年{month}月只有{last}天" if year and month == 2 else f"{month}月只有{last}天"  # noqa: PLR2004 - February


def _last_day(year: int, month: int) -> int:
    # Not calendar.monthrange: calendar imports locale, and both cost more than all dates of a report.
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def stated_day(text: str) -> str | None:
    """Return the first day that a stamp or an info line names (2025-03-01, 2025年3月1日, 2025/3/1) as an ISO date, or None."""
    found = _STAMP.search(text)
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def day_words(iso: str) -> str:
    """Write an ISO date as readers do: 2021年1月1日."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日"

"""The reports of a store as the site lists them: one entry a report, named by its unit."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from reportcheck.audit.dashboard import words
from reportcheck.audit.store import Store
from reportcheck.reporters.wording import file_name

_SET_ASIDE = ("superseded", "duplicate")
_MOST_FOLDERS = 60
_MANY = 0.1
_QUERY = """
SELECT r.path, r.title, r.issuer, r.region, r.level, r.subject, r.profile, r.year, r.percent, r.grade, r.errors, r.warnings, r.infos,
       r.chinese, r.type, r.format, r.ruleset, r.doc_number, r.signed_by, r.signed_on, r.published, r.file_date,
       s.unit, s.state, s.on_date, s.date_from, s.due, s.matched_by, u.parent, u.contact, u.level AS roster_level
FROM report r LEFT JOIN submission s ON s.path = r.path LEFT JOIN unit u ON u.name = s.unit ORDER BY r.path
"""


class Unit(NamedTuple):
    """One report and whose it is; ``group`` is the superior on the roster, else the folder."""

    path: str
    page: str
    name: str
    group: str
    level: str
    kind: str
    year: int | None
    """Where the text names none, the year that most report on; ``row`` holds what the text says."""
    percent: float | None
    grade: str
    counted: bool
    """False for what is no such report, and for what a later version replaces."""
    shares: Mapping[str, float]
    """The share of points reached, by dimension."""
    row: Mapping[str, Any]
    """All that the store says of the report and its submission."""

    @property
    def href(self) -> str:
        """Where its page is, from the site's top."""
        return f"units/{self.page}"

    @property
    def like(self) -> str:
        """Name what kind of unit it is, with its level where that says more."""
        return self.kind if self.level == words.UNKNOWN or self.kind in self.level else f"{self.level}{self.kind}"

    @property
    def state(self) -> str:
        """Return the state of its submission, in words."""
        return words.state(self.row["state"])


class Census(NamedTuple):
    """Every report of the store; ``year`` is the one that the overview is about."""

    units: tuple[Unit, ...]
    dimensions: Mapping[str, str]
    year: int | None
    grouped_by: str
    """上级, 文件夹, or nothing where groups would say nothing."""

    @property
    def present(self) -> tuple[Unit, ...]:
        """Return what counts in the year that the overview is about."""
        return tuple(unit for unit in self.units if unit.counted and unit.year == self.year)

    def by_path(self) -> dict[str, Unit]:
        """Return the reports by their paths."""
        return {unit.path: unit for unit in self.units}


def census(store: Store) -> Census:
    """Read every report's row, and decide on the year and on how to group."""
    rows = _dicts(store, _QUERY)
    dimensions = _dimensions(store)
    shares = _shares(store, dimensions)
    grouped_by = _grouping(rows)
    units = [_unit(row, shares.get(row["path"], {}), grouped_by) for row in rows]
    year = _year(store, units)
    dated = tuple(unit._replace(year=year) if unit.year is None and unit.counted else unit for unit in units)
    return Census(dated, dimensions, year, grouped_by)


def page_name(path: str) -> str:
    """Return the file name of a report's page: safe whatever the path, and the same in every run."""
    return f"u-{hashlib.blake2b(path.encode(), digest_size=6).hexdigest()}.html"


def _unit(row: dict[str, Any], shares: Mapping[str, float], grouped_by: str) -> Unit:
    report = row["type"] == "rule-of-law-report"
    return Unit(
        path=row["path"],
        page=page_name(row["path"]),
        name=row["unit"] or row["issuer"] or row["region"] or row["title"] or file_name(row["path"]),
        group=_group(row, grouped_by),
        level=words.LEVELS.get(row["roster_level"] or row["level"] or "", words.UNKNOWN),
        kind=words.PROFILES.get(row["profile"] or "", words.UNKNOWN),
        year=row["year"],
        percent=row["percent"],
        grade=words.UNGRADED if row["percent"] is None else row["grade"],
        counted=report and row["percent"] is not None and row["state"] not in _SET_ASIDE,
        shares=shares,
        row=row,
    )


def _grouping(rows: list[dict[str, Any]]) -> str:
    if any(row["parent"] for row in rows):
        return "上级"
    folders = {_folder(row["path"]) for row in rows}
    return "文件夹" if 1 < len(folders) <= min(_MOST_FOLDERS, len(rows) / 2) else ""


def _group(row: dict[str, Any], grouped_by: str) -> str:
    if grouped_by == "上级":
        return row["parent"] or "（未列上级）"
    return _folder(row["path"]) if grouped_by else ""


def _folder(path: str) -> str:
    return PurePosixPath(path).parent.name or "（未分文件夹）"


def _shares(store: Store, dimensions: Mapping[str, str]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for path, name, points, most in store.rows("SELECT path, id, points, max_points FROM dimension WHERE max_points > 0"):
        found.setdefault(path, {})[name] = points / most
    return {path: {name: row[name] for name in dimensions if name in row} for path, row in found.items()}


def _dimensions(store: Store) -> dict[str, str]:
    """Return the titles of the dimensions that carry points, in the order of the rules."""
    titles = dict(store.rows("SELECT id, max(title) FROM dimension WHERE max_points > 0 GROUP BY id"))
    order = [name for (name,) in store.rows("SELECT group_id FROM rule GROUP BY group_id ORDER BY min(position), group_id")]
    return {name: titles[name] for name in [*order, *sorted(set(titles) - set(order))] if name in titles}


def _year(store: Store, units: Sequence[Unit]) -> int | None:
    """Return the roster's latest year, else the latest on which many report: a mistyped year must not win."""
    asked = store.rows("SELECT max(year) FROM unit")[0][0]
    counts = Counter(unit.year for unit in units if unit.counted and unit.year is not None)
    if asked is not None and counts[asked]:
        return int(asked)
    many = _MANY * max(counts.values(), default=0)
    return max((year for year, count in counts.items() if count >= many), default=None)


def _dicts(store: Store, query: str) -> list[dict[str, Any]]:
    cursor = store.connection.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]

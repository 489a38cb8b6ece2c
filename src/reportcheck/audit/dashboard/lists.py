"""The lists that a supervisor sends out: who has not submitted, who was late, what could not be checked."""

from datetime import date
from typing import Any, NamedTuple

from reportcheck.audit.dashboard import words
from reportcheck.audit.dashboard.units import Census, Unit
from reportcheck.audit.store import Store

_ORDER = tuple(dict.fromkeys(words.STATES.values()))
_UNREMARKABLE = ("按时", "其他年度", "不是年度报告")


class Awaited(NamedTuple):
    """A unit of the roster whose report is not there."""

    name: str
    group: str
    level: str
    year: int | None
    due: str
    contact: str


class Lists(NamedTuple):
    """All lists of the page; ``states`` leaves out what calls for nothing or is listed elsewhere."""

    has_roster: bool
    missing: list[Awaited]
    states: list[tuple[str, list[Unit]]]
    others: list[Unit]
    """Files that are no such report."""
    failures: list[tuple[str, str]]


def days_late(unit: Unit) -> int | None:
    """Return by how many days a report missed its day; None where it did not or nothing is known."""
    on, due = unit.row["on_date"], unit.row["due"]
    if not on or not due or unit.state != words.STATES["late"]:
        return None
    return (date.fromisoformat(on) - date.fromisoformat(due)).days


class Punctual(NamedTuple):
    """How the units of one group have submitted."""

    group: str
    on_time: int
    late: int
    undated: int
    missing: int

    @property
    def total(self) -> int:
        """Return how many had to submit."""
        return self.on_time + self.late + self.undated + self.missing


def lists(store: Store, census: Census) -> Lists:
    """Read who has not submitted and sort what was submitted by its state."""
    missing = store.rows("SELECT name, parent, level, year, due, contact FROM missing_unit ORDER BY parent, name")
    return Lists(
        has_roster=bool(store.rows("SELECT 1 FROM unit LIMIT 1")),
        missing=[_awaited(row) for row in missing],
        states=_states(census),
        others=[unit for unit in census.units if unit.row["type"] != "rule-of-law-report"],
        failures=store.rows("SELECT path, message FROM failure ORDER BY path"),
    )


def punctuality(census: Census, found: Lists) -> list[Punctual]:
    """Count, group by group, who was in time; reports of units that are not on the roster do not count."""
    tally: dict[str, dict[str, int]] = {}
    for group, state in _told(census, found):
        counts = tally.setdefault(group, {})
        counts[state] = counts.get(state, 0) + 1
    names = ("按时", "迟报", "日期不明", "未报送")
    return [Punctual(group, *(counts.get(name, 0) for name in names)) for group, counts in sorted(tally.items())]


def total(groups: list[Punctual]) -> Punctual:
    """Return the sum of all groups."""
    counts = ((each.on_time, each.late, each.undated, each.missing) for each in groups)
    on_time, late, undated, missing = (sum(column) for column in zip((0, 0, 0, 0), *counts, strict=True))
    return Punctual("合计", on_time, late, undated, missing)


def _told(census: Census, found: Lists) -> list[tuple[str, str]]:
    known = [(unit.group, unit.state) for unit in census.present if unit.state in ("按时", "迟报", "日期不明")]
    return known + [(each.group, "未报送") for each in found.missing]


def _awaited(row: tuple[Any, ...]) -> Awaited:
    name, parent, level, year, due, contact = row
    return Awaited(name, parent or "（未列上级）", words.LEVELS.get(level or "", ""), year, due or "", contact or "")


def _states(census: Census) -> list[tuple[str, list[Unit]]]:
    groups: dict[str, list[Unit]] = {}
    for unit in census.units:
        if unit.row["state"] and unit.state not in _UNREMARKABLE:
            groups.setdefault(unit.state, []).append(unit)
    order = [*_ORDER, *sorted(set(groups) - set(_ORDER))]
    return [(state, sorted(groups[state], key=lambda unit: (-(days_late(unit) or 0), unit.group, unit.name, unit.path))) for state in order if state in groups]

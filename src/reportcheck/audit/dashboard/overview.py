"""The first page: what a supervisor says of the year in one page, and the charts for it."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from reportcheck.audit.dashboard import charts, words
from reportcheck.audit.dashboard.charts import Box, Boxes, Chart, Lines, Meter, Meters, Piece, Point, Stack, Stacked
from reportcheck.audit.dashboard.lists import Lists, Punctual, punctuality, total
from reportcheck.audit.dashboard.requirements import Requirement, most_missed
from reportcheck.audit.dashboard.stats import Spread, mean, spread
from reportcheck.audit.dashboard.trends import Trends
from reportcheck.audit.dashboard.units import Census, Unit

_MOST_MISSED = 15
_MOST_GROUPS = 60
_ON_TIME = (("按时", charts.GOOD), ("迟报", charts.POOR), ("日期不明", charts.NONE), ("未报送", charts.BAD))
_MISSED = (("不符合", charts.BAD), ("部分符合", charts.POOR), ("符合", charts.GOOD), ("不适用", charts.NONE))


class Heat(NamedTuple):
    """A row of the heat table: a group of reports and its mean share in each dimension."""

    label: str
    href: str
    size: int
    percent: float
    shares: tuple[float | None, ...]


class Overview(NamedTuple):
    """Everything on the first page."""

    spread: Spread | None
    grades: list[tuple[str, int, str]]
    heat: list[tuple[str, list[Heat]]]
    hidden: int
    """Groups that the heat table has no room for."""
    missed: list[Requirement]
    punctual: Punctual
    faults: dict[str, int]
    charts: dict[str, Chart]


def overview(census: Census, found: list[Requirement], lists: Lists, trends: Trends) -> Overview:
    """Prepare the first page."""
    units = census.present
    groups = punctuality(census, lists)
    missed = most_missed(found, _MOST_MISSED)
    heat, hidden = _heat(census)
    return Overview(
        spread=spread(_percents(units)),
        grades=_grades(census),
        heat=heat,
        hidden=hidden,
        missed=missed,
        punctual=total(groups),
        faults={name: sum(unit.row[column] for unit in units) for name, column in zip(words.SEVERITIES, ("errors", "warnings", "infos"), strict=True)},
        charts=_charts(census, missed, groups, trends),
    )


def heat_class(share: float | None) -> str:
    """Return the class that colours a share: ten steps, the darkest for the lowest."""
    return "" if share is None else f"h{min(int(share * 100) // 10, 9)}"


def _base(census: Census) -> dict[str, str]:
    return {"年度": str(census.year or "")}


def _percents(units: Iterable[Unit]) -> list[float]:
    return [unit.percent for unit in units if unit.percent is not None]


def _grades(census: Census) -> list[tuple[str, int, str]]:
    """Return the grades from the best to the worst, by the scores that they stand for."""
    counts = Counter(unit.grade for unit in census.present)
    best = {grade: max(_percents(unit for unit in census.present if unit.grade == grade)) for grade in counts}
    order = sorted(counts, key=lambda grade: (-best[grade], grade))
    return [(grade, counts[grade], charts.listing({**_base(census), "等次": grade})) for grade in order]


def _charts(census: Census, missed: list[Requirement], groups: list[Punctual], trends: Trends) -> dict[str, Chart]:
    year = f"{census.year}年度" if census.year else ""
    made: dict[str, Chart] = {
        "得分分布": charts.histogram(f"{year}报告得分分布（份）", _percents(census.present), _base(census)),
        "各类单位得分": Boxes(f"{year}各类单位得分", tuple(_boxes(census))),
        "各方面得分率": Meters(f"{year}各方面平均得分率", tuple(_meters(census))),
    }
    if missed:
        made["最常做不到的要求"] = Stacked(f"{year}最常做不到的要求", tuple(_missed(each) for each in missed), _MISSED)
    if groups:
        rows = groups if 1 < len(groups) <= _MOST_GROUPS else []
        made["报送情况"] = Stacked(f"{year}报送情况", tuple(_punctual(each, census) for each in [total(groups), *rows]), _ON_TIME)
    if trends.years:
        points = (Point(str(each.year), each.spread.mean, f"{each.spread.size}份") for each in trends.years)
        made["历年平均得分"] = Lines("历年平均得分", tuple(points))
    return made


def _boxes(census: Census) -> Iterable[Box]:
    order = [*words.LEVELS.values(), words.UNKNOWN]
    groups: dict[tuple[int, str], list[Unit]] = {}
    for unit in census.present:
        groups.setdefault((order.index(unit.level), unit.kind), []).append(unit)
    for _, units in sorted(groups.items()):
        found = spread(_percents(units))
        if found is not None:
            yield Box(units[0].like, charts.listing({**_base(census), "层级": units[0].level, "类别": units[0].kind}), found)


def _meters(census: Census) -> Iterable[Meter]:
    for name, title in census.dimensions.items():
        share = mean([unit.shares[name] for unit in census.present if name in unit.shares])
        if share is not None:
            yield Meter(title, share, words.percent(share))


def _missed(each: Requirement) -> Stack:
    counts = (each.unmet, each.partial, each.met, each.excused)
    pieces = tuple(Piece(count, fill, name) for count, (name, fill) in zip(counts, _MISSED, strict=True))
    return Stack(each.title, f"{each.unmet}份不符合", each.href, pieces)


def _punctual(each: Punctual, census: Census) -> Stack:
    counts = (each.on_time, each.late, each.undated, each.missing)
    pieces = tuple(Piece(count, fill, name) for count, (name, fill) in zip(counts, _ON_TIME, strict=True))
    href = "lists.html" if each.group == "合计" else charts.listing({**_base(census), census.grouped_by: each.group})
    return Stack(each.group, f"共{each.total}，按时{words.percent(each.on_time / each.total)}", href, pieces)


def _heat(census: Census) -> tuple[list[tuple[str, list[Heat]]], int]:
    parts = [("层级", _heat_rows(census, "层级"))]
    hidden = 0
    if census.grouped_by:
        rows = _heat_rows(census, census.grouped_by)
        hidden = max(len(rows) - _MOST_GROUPS, 0)
        parts.append((f"{census.grouped_by}（平均得分从低到高）", sorted(rows, key=lambda row: (row.percent, row.label))[:_MOST_GROUPS]))
    return parts, hidden


def _heat_rows(census: Census, by: str) -> list[Heat]:
    groups: dict[str, list[Unit]] = {}
    for unit in census.present:
        groups.setdefault(unit.level if by == "层级" else unit.group, []).append(unit)
    order = {level: at for at, level in enumerate(words.LEVELS.values())}
    return [_heat_row(label, groups[label], census, by) for label in sorted(groups, key=lambda label: (order.get(label, 9), label))]


def _heat_row(label: str, units: list[Unit], census: Census, by: str) -> Heat:
    shares = tuple(mean([unit.shares[name] for unit in units if name in unit.shares]) for name in census.dimensions)
    return Heat(label, charts.listing({**_base(census), by: label}), len(units), mean(_percents(units)) or 0.0, shares)

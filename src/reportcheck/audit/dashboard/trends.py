"""What changed from year to year: for all, by requirement, by unit."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from reportcheck.audit.dashboard.stats import Spread, mean, spread
from reportcheck.audit.dashboard.units import Census, Unit
from reportcheck.audit.store import Store

_FEW = 3
_SHOWN = 30


class Year(NamedTuple):
    """A year's reports in sum."""

    year: int
    spread: Spread
    grades: Mapping[str, int]
    shares: Mapping[str, float | None]


class Change(NamedTuple):
    """A requirement's share of reports that fall short, by year."""

    title: str
    rule: str
    shares: tuple[float | None, ...]
    by: float


class Move(NamedTuple):
    """A unit's score of the year before and of this year."""

    unit: Unit
    earlier: Unit
    by: float


class Trends(NamedTuple):
    """Everything on the page; empty where there is one year only."""

    years: list[Year]
    changes: list[Change]
    risen: list[Move]
    fallen: list[Move]


def trends(store: Store, census: Census) -> Trends:
    """Compare the years up to the one that the overview is about."""
    by_year: dict[int, list[Unit]] = {}
    for unit in census.units:
        if unit.counted and unit.year is not None and (census.year is None or unit.year <= census.year):
            by_year.setdefault(unit.year, []).append(unit)
    years = [year for year, units in sorted(by_year.items()) if len(units) >= _FEW or year == census.year]
    if len(years) < 2:  # noqa: PLR2004 - a trend needs two
        return Trends([], [], [], [])
    moves = _moves(census, years[-2])
    return Trends(
        years=[each for year in years if (each := _year(year, by_year[year], census)) is not None],
        changes=_changes(store, {unit.path: years.index(unit.year) for year in years for unit in by_year[year] if unit.year}, len(years)),
        risen=[move for move in moves if move.by > 0][:_SHOWN],
        fallen=[move for move in reversed(moves) if move.by < 0][:_SHOWN],
    )


def others_of(census: Census) -> dict[str, list[Unit]]:
    """Return, for each report's path, the other reports of the same unit, by year."""
    same: dict[str, list[Unit]] = {}
    for unit in census.units:
        same.setdefault(_key(unit), []).append(unit)
    return {
        unit.path: sorted((other for other in group if other is not unit), key=lambda other: (other.year or 0, other.path))
        for group in same.values()
        for unit in group
    }


def _key(unit: Unit) -> str:
    """Return what tells a unit from others; a report that names nobody has no like."""
    return unit.row["unit"] or "|".join(filter(None, (unit.row["region"], unit.row["issuer"]))) or unit.path


def _year(year: int, units: list[Unit], census: Census) -> Year | None:
    found = spread([unit.percent for unit in units if unit.percent is not None])
    shares = {name: mean([unit.shares[name] for unit in units if name in unit.shares]) for name in census.dimensions}
    return None if found is None else Year(year, found, Counter(unit.grade for unit in units), shares)


def _changes(store: Store, year_of: Mapping[str, int], years: int) -> list[Change]:
    judged: dict[str, list[int]] = {}
    missed: dict[str, list[float]] = {}
    weights = {"met": 0.0, "partial": 0.5, "unmet": 1.0}
    for path, rule, status in store.connection.execute("SELECT path, rule, status FROM outcome"):
        if path in year_of and status in weights:
            judged.setdefault(rule, [0] * years)[year_of[path]] += 1
            missed.setdefault(rule, [0.0] * years)[year_of[path]] += weights[status]
    titles = dict(store.rows("SELECT id, max(title) FROM rule GROUP BY id"))
    shares = {rule: tuple(lost / of if of else None for lost, of in zip(missed[rule], counts, strict=True)) for rule, counts in judged.items()}
    changes = [
        Change(titles.get(rule, rule), rule, row, row[-1] - row[-2])
        for rule, row in shares.items()
        if row[-1] is not None and row[-2] is not None
    ]
    return sorted(changes, key=lambda change: (-abs(change.by), change.rule))


def _moves(census: Census, before: int) -> list[Move]:
    earlier = {_key(unit): unit for unit in census.units if unit.counted and unit.year == before}
    known = [(unit, earlier[_key(unit)]) for unit in census.present if _key(unit) in earlier]
    moves = [Move(unit, old, (unit.percent or 0.0) - (old.percent or 0.0)) for unit, old in known]
    return sorted(moves, key=lambda move: (-move.by, move.unit.path))

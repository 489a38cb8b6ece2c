"""The reports that a supervisor has to do with now: of the year in question, no replaced versions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import median, quantiles
from typing import NamedTuple

from reportcheck.audit.store import Store
from reportcheck.audit.submissions import main_year
from reportcheck.reporters.wording import LEVELS, PROFILES

ASIDE = ("superseded", "duplicate", "other_year")
MIN_PEERS = 8
_MAD_TO_SIGMA = 1.4826
_LEAST_SPREAD = 5.0
"""Percentage points: among near-equals a small distance is no outlier."""


class Subject(NamedTuple):
    """One report with what is known of it, in the order of the query's columns."""

    path: str
    format: str
    type: str
    issuer: str | None
    region: str | None
    level: str | None
    profile: str | None
    year: int | None
    signed_on: str | None
    percent: float | None
    grade: str
    ruleset: str
    chinese: int
    title: str | None
    state: str | None
    matched_by: str | None

    @property
    def is_report(self) -> bool:
        """Say whether it was judged as an annual report."""
        return self.type == "rule-of-law-report" and self.percent is not None


class Peers(NamedTuple):
    """How the reports of the same kind of body stand."""

    name: str
    total: int
    median: float
    spread: float
    upper: float
    """Three quarters score less."""
    short: float
    """A tenth is shorter, in characters."""


def subjects(store: Store) -> list[Subject]:
    """Return them by path; where no list says which year counts, the one on which many report."""
    query = """
        SELECT r.path, r.format, r.type, r.issuer, r.region, r.level, r.profile, r.year, r.signed_on, r.percent, r.grade, r.ruleset, r.chinese,
          r.title, s.state, s.matched_by FROM report r LEFT JOIN submission s ON s.path = r.path ORDER BY r.path
    """
    current = [each for row in store.rows(query) if (each := Subject(*row)).state not in ASIDE]
    if store.rows("SELECT 1 FROM unit LIMIT 1"):
        return current
    year = main_year(each.year for each in current)
    return [each for each in current if each.year in (year, None)]


def peers(found: Sequence[Subject]) -> Mapping[str, Peers]:
    """Return for each report its peers: the same kind and level, else the same kind, else all; none where all are few."""
    groups: defaultdict[tuple[str | None, ...], list[Subject]] = defaultdict(list)
    for each in found:
        if each.is_report:
            for key in _keys(each):
                groups[key].append(each)
    known = {key: _peers(key, group) for key, group in groups.items() if len(group) >= MIN_PEERS}
    nearest = {each.path: next((known[key] for key in _keys(each) if key in known), None) for each in found if each.is_report}
    return {path: group for path, group in nearest.items() if group is not None}


def _keys(each: Subject) -> tuple[tuple[str | None, ...], ...]:
    return ((each.profile, each.level), (each.profile,), ())


def _peers(key: tuple[str | None, ...], group: Sequence[Subject]) -> Peers:
    scores = [each.percent for each in group if each.percent is not None]
    middle = median(scores)
    spread = max(_MAD_TO_SIGMA * median(abs(score - middle) for score in scores), _LEAST_SPREAD)
    upper = quantiles(scores, n=4)[2]
    short = quantiles((each.chinese for each in group), n=10)[0]
    return Peers(_name(key), len(group), middle, spread, upper, short)


def _name(key: tuple[str | None, ...]) -> str:
    if not key:
        return "全部报告"
    kind = PROFILES.get(key[0] or "", "")
    level = LEVELS.get(key[1] or "", "") if len(key) > 1 and key[0] != "township" else ""
    return f"{level}{kind}报告"

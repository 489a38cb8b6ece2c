"""What each requirement came to in the reports of the year."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportcheck.audit.standing import COUNTED_IN_YEAR
from reportcheck.audit.store import Store

_TALLY = f"""
    SELECT o.rule, sum(o.status = 'met'), sum(o.status = 'partial'), sum(o.status = 'unmet'), sum(o.status = 'not_applicable')
    FROM outcome o JOIN report r ON r.path = o.path LEFT JOIN submission s ON s.path = r.path WHERE {COUNTED_IN_YEAR} GROUP BY o.rule ORDER BY o.rule
"""  # noqa: S608 - our own words


class Requirement(NamedTuple):
    """One rule and how many reports meet it."""

    id: str
    title: str
    group: str
    requirement: str
    severity: str
    weight: float
    met: int
    partial: int
    unmet: int
    excused: int

    @property
    def judged(self) -> int:
        """Return how many reports it binds."""
        return self.met + self.partial + self.unmet

    @property
    def missed(self) -> float:
        """Return the share of reports that do not meet it."""
        return self.unmet / self.judged if self.judged else 0.0

    @property
    def wanting(self) -> float:
        """Return how many fall short, those that meet it in part counted as half."""
        return self.unmet + self.partial / 2

    @property
    def shortfall(self) -> str:
        """Say in Chinese how many reports fall short: 3份不符合（12%）、5份部分符合."""
        told = [f"{self.unmet}份不符合（{self.missed:.0%}）"] if self.unmet else []
        told += [f"{self.partial}份部分符合"] if self.partial else []
        return "、".join(told)


def requirements(store: Store, year: int | None) -> list[Requirement]:
    """Return every rule that judged a report of the year, in the order of the rules."""
    tally: dict[str, tuple[int, ...]] = {rule: tuple(counts) for rule, *counts in store.rows(_TALLY, (year,))}
    rows = store.rows("SELECT id, title, group_title, requirement, severity, weight FROM rule ORDER BY ruleset DESC, position")
    latest: dict[str, tuple[Any, ...]] = {row[0]: row for row in reversed(rows)}
    order = dict.fromkeys([row[0] for row in rows if row[0] in tally] + sorted(tally))
    return [Requirement(*latest.get(name, (name, name, "", "", "info", 0.0)), *tally[name]) for name in order]


def most_missed(found: Sequence[Requirement], count: int) -> list[Requirement]:
    """Return the requirements that most reports fall short of."""
    missed = [each for each in found if each.wanting > 0]
    return sorted(missed, key=lambda each: (-each.wanting, each.id))[:count]

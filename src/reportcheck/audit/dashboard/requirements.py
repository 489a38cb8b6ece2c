"""What each requirement came to in the year's reports, and who falls short of it."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from reportcheck.audit.dashboard import words
from reportcheck.audit.dashboard.units import Census, Unit
from reportcheck.audit.store import Store

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_SAMPLES = 3


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
    def href(self) -> str:
        """Where its page is, from the site's top; the prefix keeps clear of names that Windows reserves."""
        return f"rules/r-{_UNSAFE.sub('_', self.id)}.html"

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


class Shortfall(NamedTuple):
    """A report that falls short, with the words that show it."""

    unit: Unit
    status: str
    message: str
    more: int
    """How many further findings of the same rule there are."""
    place: str
    quote: str


class Sample(NamedTuple):
    """Words of a report that meets the requirement well."""

    unit: Unit
    place: str
    quote: str


def requirements(store: Store, census: Census) -> list[Requirement]:
    """Return every rule that judged a report of the year, in the order of the rules."""
    counted = {unit.path for unit in census.present}
    tally: dict[str, dict[str, int]] = {}
    for path, rule, status in store.connection.execute("SELECT path, rule, status FROM outcome"):
        if path in counted:
            found = tally.setdefault(rule, {})
            found[status] = found.get(status, 0) + 1
    rows = store.rows(
        "SELECT id, title, group_title, requirement, severity, weight FROM rule ORDER BY ruleset DESC, position"
    )
    latest = {row[0]: row for row in reversed(rows)}
    order = dict.fromkeys([row[0] for row in rows if row[0] in tally] + sorted(tally))
    return [_requirement(latest.get(name, (name, name, "", "", "info", 0.0)), tally[name]) for name in order]


def most_missed(found: list[Requirement], count: int) -> list[Requirement]:
    """Return the requirements that most reports fall short of."""
    missed = [each for each in found if each.wanting > 0]
    return sorted(missed, key=lambda each: (-each.wanting, each.id))[:count]


def shortfalls(store: Store, requirement: Requirement, units: dict[str, Unit]) -> list[Shortfall]:
    """Return the year's reports that fall short of a requirement, the worst first."""
    findings = _by_path(store, "SELECT path, line, page, quote, message FROM finding WHERE rule = ? ORDER BY path, number", requirement.id)
    evidence = _by_path(store, "SELECT path, line, page, quote FROM evidence WHERE rule = ? ORDER BY path, number", requirement.id)
    rows = store.rows("SELECT path, status FROM outcome WHERE rule = ? AND status IN ('unmet', 'partial')", (requirement.id,))
    found = [_shortfall(units[path], status, findings.get(path, []), evidence.get(path, [])) for path, status in rows if path in units]
    return sorted(found, key=lambda each: (each.status != "unmet", each.unit.group, each.unit.name, each.unit.path))


def samples(store: Store, requirement: Requirement, units: dict[str, Unit]) -> list[Sample]:
    """Return words with figures from the best reports that meet a requirement, for others to learn from."""
    rows = store.rows(
        "SELECT e.path, e.line, e.page, e.quote FROM evidence e JOIN outcome o ON o.path = e.path AND o.rule = e.rule "
        "WHERE e.rule = ? AND o.status = 'met' AND o.strength = 'figure' AND e.number = 1",
        (requirement.id,),
    )
    known = [(units[path], line, page, quote) for path, line, page, quote in rows if path in units and quote]
    known.sort(key=lambda row: (-(row[0].percent or 0.0), row[0].path))
    return [Sample(unit, words.place(line, page, unit.row["format"]), quote) for unit, line, page, quote in known[:_SAMPLES]]


def _requirement(row: tuple[str, str, str, str, str, float], tally: dict[str, int]) -> Requirement:
    counts = (tally.get(status, 0) for status in ("met", "partial", "unmet", "not_applicable"))
    return Requirement(*row, *counts)


def _by_path(store: Store, query: str, rule: str) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for path, *rest in store.rows(query, (rule,)):
        found.setdefault(path, []).append(tuple(rest))
    return found


def _shortfall(unit: Unit, status: str, findings: list[tuple[Any, ...]], evidence: list[tuple[Any, ...]]) -> Shortfall:
    """Quote what the first finding is about, else the evidence: a finding of what is missing hangs on words that are not at fault."""
    placed = next((each[:3] for each in findings if each[:3] in evidence), None) or next(iter(evidence), None)
    line, page, quote = placed or (None, None, "")
    message = findings[0][3] if findings else ""
    return Shortfall(unit, status, message, max(len(findings) - 1, 0), words.place(line, page, unit.row["format"]), quote)


def pages(store: Store, found: list[Requirement], census: Census) -> Iterator[tuple[Requirement, list[Shortfall], list[Sample]]]:
    """Yield what each requirement's page shows."""
    units = {unit.path: unit for unit in census.present}
    for each in found:
        yield each, shortfalls(store, each, units), samples(store, each, units)

"""Who has submitted: every report's unit and state, and by what each is known.

States: ``on_time``, ``late``, ``undated``; ``wrong_year`` (in place of the one awaited), ``other_year`` (kept from
other years), ``superseded`` (a newer version is there), ``duplicate`` (the same words again), ``unknown_unit``,
``not_a_report``. A unit without a report in one of the first three is missing: the view ``missing_unit``.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportcheck.audit.bodies import body_of
from reportcheck.audit.deadlines import Dated, dated, due_date
from reportcheck.audit.matching import AMBIGUOUS, Claim, Directory, Match
from reportcheck.audit.record import Row, passages_in
from reportcheck.audit.roster import RosterUnit, stored_roster
from reportcheck.audit.store import Store

COUNTED = ("on_time", "late", "undated")
_MANY = 0.1
_SAME_REPORT = 0.5
"""Of the sentences of the shorter of two reports of one name: without a list, two bodies may bear the same name."""


class Sent(NamedTuple):
    """One stored report and whose it is."""

    path: str
    is_report: bool
    year: int | None
    level: str | None
    subject: str | None
    name: str
    when: Dated
    file_date: str
    match: Match
    sha256: str

    @property
    def newest(self) -> tuple[str, str, str]:
        """Return by what versions are ordered."""
        return (self.when.on_date or "", self.file_date, self.path)


class Expected(NamedTuple):
    """A unit of the list with the year and day that hold for it."""

    unit: RosterUnit
    year: int | None
    due: str | None

    @property
    def row(self) -> Row:
        """Return its row of ``unit``."""
        unit = self.unit
        origins = tuple("roster" if stated else "rule" for stated in (unit.year, unit.due))
        return (unit.name, unit.region, unit.level, unit.subject, unit.parent, self.year, self.due, unit.contact, unit.called, *origins)


def compute(store: Store, roster: Sequence[RosterUnit] | None) -> None:
    """Fill ``unit`` and ``submission``; without a list the one of an earlier run holds."""
    units = stored_roster(store) if roster is None else tuple(roster)
    sent = _sent(store, units)
    year = main_year(each.year for each in sent)
    awaited = {unit.name: _expected(unit, year) for unit in units}
    states = _Judge(store, awaited)
    rows = [row for versions in _by_unit(sent).values() for row in states.rows(versions)]
    store.replace({"unit": [each.row for each in awaited.values()], "submission": sorted(rows)})


def main_year(years: Iterable[int | None]) -> int | None:
    """Return the latest year on which many report: a mistyped year must not win."""
    counts = Counter(year for year in years if year is not None)
    many = _MANY * max(counts.values(), default=0)
    return max((year for year, count in counts.items() if count >= many), default=None)


def _expected(unit: RosterUnit, main: int | None) -> Expected:
    year = main if unit.year is None else unit.year
    if unit.due is not None or year is None:
        return Expected(unit, year, unit.due)
    return Expected(unit, year, due_date(year, unit.level or _level_of(unit), unit.subject or _subject_of(unit)))


def _level_of(unit: RosterUnit) -> str | None:
    place = body_of(unit.called).place or (unit.region or "")
    ends = (("township", ("镇", "乡", "街道", "苏木")), ("province", ("省", "自治区")), ("county", ("县", "区", "旗")), ("prefecture", ("市", "州", "盟", "地区")))
    return next((level for level, suffixes in ends if place.endswith(suffixes)), None)


def _subject_of(unit: RosterUnit) -> str:
    return "department" if body_of(unit.called).kind else "government"


def _sent(store: Store, units: Sequence[RosterUnit]) -> list[Sent]:
    directory = Directory(units, lambda path: _text(store, path))
    query = """
        SELECT path, issuer, region, subject, signed_by, type, year, level, published, signed_on, file_date, sha256
        FROM report ORDER BY path
    """
    sent = []
    for path, issuer, region, subject, signed_by, kind, year, level, *dates, sha256 in store.rows(query):
        match = directory.match(Claim(path, issuer, region, subject, signed_by))
        name = f"{region or ''}/{issuer or ''}/{subject or ''}" if issuer or region else ""
        is_report = kind == "rule-of-law-report"
        published, signed_on, file_date = dates
        when = dated((published, signed_on, file_date), year)
        sent.append(Sent(path, is_report, year, level, subject, name, when, file_date or "", match, sha256))
    return sent


def _text(store: Store, path: str) -> str:
    data = store.rows("SELECT passages FROM text WHERE path = ?", (path,))
    return "\n".join(words for *_, words in passages_in(data[0][0])) if data else ""


def _by_unit(sent: Iterable[Sent]) -> Mapping[str, list[Sent]]:
    groups: defaultdict[str, list[Sent]] = defaultdict(list)
    for each in sent:
        key = f"unit {each.match.unit}" if each.match.unit else f"name {each.name}" if each.name else f"content {each.sha256}"
        groups[key].append(each)
    return groups


class _Judge:
    """Gives each report of a unit its state."""

    def __init__(self, store: Store, awaited: Mapping[str, Expected]) -> None:
        self._store = store
        self._awaited = awaited

    def rows(self, versions: Sequence[Sent]) -> Iterator[Row]:
        """Yield the rows of all that one unit sent."""
        expected = self._awaited.get(versions[0].match.unit or "")
        years: defaultdict[int | None, list[Sent]] = defaultdict(list)
        for each in versions:
            if each.is_report:
                years[each.year if each.year or expected is None else expected.year].append(each)
            else:
                yield _row(each, "not_a_report", Dated(), None)
        astray = _astray(years, expected)
        for year in sorted(years, key=lambda year: year or 0):
            yield from self._of_year(years[year], year, expected, wrong=year == astray)

    def _of_year(self, versions: Sequence[Sent], year: int | None, expected: Expected | None, *, wrong: bool) -> Iterator[Row]:
        """Yield the rows of the versions of one year's report; the first to arrive tells whether it was late."""
        for kept, older in self._versions(versions):
            first = min((each.when for each in (kept, *(each for each, _ in older)) if each.when.on_date), default=Dated())
            due = _due(kept, year, expected, first.date_from)
            yield _row(kept, self._state(year, expected, _timely(first, due), wrong=wrong), first, due)
            for each, state in older:
                yield _row(each, state, each.when, due)

    def _state(self, year: int | None, expected: Expected | None, timely: str, *, wrong: bool) -> str:
        if expected is not None and year != expected.year:
            return "wrong_year" if wrong else "other_year"
        return "unknown_unit" if expected is None and self._awaited else timely

    def _versions(self, versions: Sequence[Sent]) -> Iterator[tuple[Sent, list[tuple[Sent, str]]]]:
        """Yield the newest versions, each with what it replaces; without a list only what is alike is one report."""
        left = sorted(versions, key=lambda each: each.newest, reverse=True)
        while left:
            kept, *others = left
            same = others if kept.match.unit else [each for each in others if self._alike(kept, each)]
            yield kept, [(each, state) for each, state in self._older(kept, same)]
            left = [each for each in others if each not in same]

    def _older(self, kept: Sent, versions: Sequence[Sent]) -> Iterator[tuple[Sent, str]]:
        seen = {self._content(kept)} if versions else set()
        for each in versions:
            content = self._content(each)
            yield each, "duplicate" if content in seen else "superseded"
            seen.add(content)

    def _content(self, each: Sent) -> str:
        """Return what two files of the same words have in common, whatever their form."""
        return hashlib.sha256("".join(_text(self._store, each.path).split()).encode()).hexdigest()

    def _alike(self, one: Sent, other: Sent) -> bool:
        if one.sha256 == other.sha256:
            return True
        query = "SELECT DISTINCT hash FROM sentence WHERE path = ?"
        a, b = ({value for (value,) in self._store.rows(query, (each.path,))} for each in (one, other))
        return len(a & b) >= _SAME_REPORT * max(min(len(a), len(b)), 1)


def _astray(years: Mapping[int | None, Sequence[Sent]], expected: Expected | None) -> int | None:
    """Return the year of what was sent in place of the report awaited; what dates from before its time was kept from then."""
    if expected is None or expected.year is None or expected.year in years:
        return None
    begins = f"{expected.year}-12-01"
    late = [year for year, versions in years.items() if year and any((each.when.on_date or begins) >= begins for each in versions)]
    return max(late, default=None)


def _due(kept: Sent, year: int | None, expected: Expected | None, date_from: str | None) -> str | None:
    if expected is not None and year == expected.year and expected.unit.due is not None:
        return expected.unit.due
    if year is None:
        return None
    if expected is not None:
        unit = expected.unit
        return due_date(year, unit.level or _level_of(unit), unit.subject or _subject_of(unit), date_from)
    return due_date(year, kept.level, kept.subject, date_from)


def _timely(when: Dated, due: str | None) -> str:
    if when.on_date is None or due is None:
        return "undated"
    return "late" if when.on_date > due else "on_time"


def _row(each: Sent, state: str, when: Dated, due: str | None) -> Row:
    by = each.match.by if each.match.unit or each.match.by == AMBIGUOUS else None
    return (each.path, each.match.unit, state, when.on_date, when.date_from, due, by)

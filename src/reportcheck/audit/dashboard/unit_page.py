"""What a report's own page shows."""

from collections.abc import Mapping
from typing import NamedTuple

from reportcheck.audit.dashboard import words
from reportcheck.audit.dashboard.marks import Mark, Place, Section, anchor_of, place_of, sections
from reportcheck.audit.dashboard.pairs import Pair
from reportcheck.audit.dashboard.stored import Judged, Rule, Stored, stored
from reportcheck.audit.dashboard.units import Unit
from reportcheck.audit.store import Store
from reportcheck.reporters.html_view import CONTENTS

_TOLD = {"met": "写明", "partial": "不全", "unmet": "缺少", "not_applicable": "不适用"}
_FACTS = {
    "issuer": "报告机关",
    "region": "地区",
    "doc_number": "文号",
    "signed_by": "署名",
    "signed_on": "成文日期",
    "published": "发布日期",
    "file_date": "文件日期",
}


class Link(NamedTuple):
    """Words that lead to an anchor on the page."""

    words: str
    anchor: str


class Fault(NamedTuple):
    """A finding and where it leads."""

    number: int
    rule: Rule
    severity: str
    message: str
    advice: str
    quote: str
    """Empty where the finding hangs on a heading because what it asks for is nowhere."""
    link: Link
    suppression: str
    """Why it is waived; empty where it is not."""


class Row(NamedTuple):
    """A rule's line in the table of outcomes."""

    number: int
    rule: Rule
    outcome: Judged
    strength: str
    evidence: tuple[Link, ...]
    faults: tuple[int, ...]


class Content(NamedTuple):
    """One of the five contents that every report must have."""

    title: str
    status: str
    told: str
    link: Link | None


class Share(NamedTuple):
    """A dimension's points, and the share that its like usually reach."""

    title: str
    points: float
    max_points: float
    usual: float | None


class Follow(NamedTuple):
    """Something of last year, and what became of it."""

    state: str
    earlier_place: str
    earlier_text: str
    place: str
    text: str
    note: str


class Beside(NamedTuple):
    """What a report's page says of other reports."""

    usual: Mapping[str, float]
    pairs: list[Pair]
    others: list[Unit]
    units: Mapping[str, Unit]


class UnitPage(NamedTuple):
    """Everything that a report's page shows."""

    unit: Unit
    facts: list[tuple[str, str]]
    contents: list[Content]
    shares: list[Share]
    faults: list[tuple[str, list[Fault]]]
    groups: list[tuple[str, list[Row]]]
    followed: list[tuple[str, Unit | None, list[Follow]]]
    beside: Beside
    sections: list[Section]


Placed = list[tuple[Mark, Place | None]]


def unit_page(store: Store, unit: Unit, rules: Mapping[str, Rule], beside: Beside) -> UnitPage:
    """Prepare one report for the template."""
    report = stored(store, unit.path, rules)
    placed, links = _marked(report, unit.row["format"])
    rows = [_row(outcome, report, links) for outcome in report.outcomes]
    return UnitPage(
        unit=unit,
        facts=_facts(unit),
        contents=_contents(rows),
        shares=_shares(store, unit, beside.usual),
        faults=_faults(report, links),
        groups=_grouped(rows),
        followed=_followed(store, unit, beside.units),
        beside=beside,
        sections=sections(report.passages, placed, unit.row["format"]),
    )


def _marked(report: Stored, form: str) -> tuple[Placed, dict[str, Link]]:
    """Return the marks with their places, and by their ids the links that lead to them."""
    numbers, hanging = report.numbers, report.hanging
    found = [
        (Mark(f"f{each.number}-t", "finding", each.line, "" if each.number in hanging else each.quote or "", f"问{each.number}",
              f"f{each.number}", report.rule(each.rule).title), each.page)
        for each in report.findings
    ]  # fmt: skip
    proof = [
        (Mark(f"{each.rule}-e{each.number}", "evidence", each.line, each.quote, str(numbers.get(each.rule, "")),
              each.rule, report.rule(each.rule).title), each.page)
        for each in report.evidence
    ]  # fmt: skip
    placed: Placed = []
    links = {}
    for mark, page in [*found, *proof]:
        place = place_of(report.passages, mark.line, mark.quote)
        placed.append((mark, place))
        links[mark.id] = Link(words.place(mark.line, page, form), anchor_of(place, mark))
    return placed, links


def _row(outcome: Judged, report: Stored, links: Mapping[str, Link]) -> Row:
    return Row(
        number=report.numbers[outcome.rule],
        rule=report.rule(outcome.rule),
        outcome=outcome,
        strength=words.STRENGTHS.get(outcome.strength or "", ""),
        evidence=tuple(links[f"{each.rule}-e{each.number}"] for each in report.evidence if each.rule == outcome.rule),
        faults=tuple(each.number for each in report.findings if each.rule == outcome.rule),
    )


def _contents(rows: list[Row]) -> list[Content]:
    by_id = {row.rule.id: row for row in rows}
    shown = [(title, by_id[name]) for name, title in CONTENTS.items() if name in by_id]
    return [Content(title, row.outcome.status, _TOLD.get(row.outcome.status, row.outcome.status), _first(row)) for title, row in shown]


def _first(row: Row) -> Link | None:
    if row.evidence:
        return row.evidence[0]
    return Link(f"见问{row.faults[0]}", f"f{row.faults[0]}") if row.faults else None


def _faults(report: Stored, links: Mapping[str, Link]) -> list[tuple[str, list[Fault]]]:
    hanging = report.hanging
    groups: dict[str, list[Fault]] = {severity: [] for severity in words.SEVERITIES}
    for each in report.findings:
        quote = "" if each.number in hanging else each.quote or ""
        link = links[f"f{each.number}-t"]
        fault = Fault(each.number, report.rule(each.rule), each.severity, each.message, each.advice or "", quote, link, each.suppression or "")
        groups.setdefault(each.severity, []).append(fault)
    return [(severity, group) for severity, group in groups.items() if group]


def _grouped(rows: list[Row]) -> list[tuple[str, list[Row]]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.rule.group, []).append(row)
    return list(groups.items())


def _shares(store: Store, unit: Unit, usual: Mapping[str, float]) -> list[Share]:
    rows = store.rows("SELECT id, title, points, max_points FROM dimension WHERE path = ?", (unit.path,))
    told = {name: Share(title, points, most, usual.get(name)) for name, title, points, most in rows}
    return [told[name] for name in unit.shares]


def _facts(unit: Unit) -> list[tuple[str, str]]:
    row = unit.row
    known = [(title, str(row[name])) for name, title in _FACTS.items() if row[name]]
    assumed = f"正文没有写明，按{unit.year}年度统计" if unit.year else "正文没有写明"
    year = f"{row['year']}年度" if row["year"] else assumed
    facts = [("单位", unit.name), ("类型", unit.like), ("报告年度", year), *known]
    if row["state"]:
        facts.append(("报送", _submitted(unit)))
    return facts


def _submitted(unit: Unit) -> str:
    row = unit.row
    by = words.DATES.get(row["date_from"] or "", "")
    when = f"，{row['on_date']}" if row["on_date"] else ""
    origin = f"（{by}）" if when and by else ""
    due = f"，期限{row['due']}" if row["due"] else ""
    return f"{unit.state}{when}{origin}{due}"


def _followed(store: Store, unit: Unit, units: Mapping[str, Unit]) -> list[tuple[str, Unit | None, list[Follow]]]:
    groups: dict[tuple[str, str], list[Follow]] = {}
    query = "SELECT earlier, kind, state, earlier_line, earlier_text, line, text, note FROM follow_up WHERE path = ? ORDER BY earlier, kind, number"
    for earlier, kind, state, earlier_line, earlier_text, line, text, note in store.rows(query, (unit.path,)):
        form = units[earlier].row["format"] if earlier in units else "text"
        before = (words.place(earlier_line, None, form), earlier_text or "")
        now = (words.place(line, None, unit.row["format"]), text or "")
        groups.setdefault((kind, earlier), []).append(Follow(state, *before, *now, note or ""))
    order = list(words.FOLLOWED_KINDS)
    ranked = sorted(groups.items(), key=lambda group: order.index(group[0][0]) if group[0][0] in order else len(order))
    return [(kind, units.get(earlier), rows) for (kind, earlier), rows in ranked]

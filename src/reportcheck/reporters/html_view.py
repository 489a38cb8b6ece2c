"""What the page shows of a report, as plain values: templates only write them down."""

from dataclasses import dataclass

from reportcheck.outcome import REASONS, Status
from reportcheck.reporters import wording
from reportcheck.reporters.checklist import Checklist, checklist
from reportcheck.reporters.html_links import Link, Links
from reportcheck.reporters.html_text import Section, paragraph_spans, sections
from reportcheck.reporters.ranking import counts, for_reading, grouped, set_aside
from reportcheck.reporters.way_words import WayShown, way_shown
from reportcheck.rule import RuleSet, Severity
from reportcheck.structure.roles import Role
from reportcheck.verdict import Dimension, Finding, Report, Verdict

CONTENTS = {
    "structure.achievements": "主要举措和成效",
    "structure.problems": "存在的不足",
    "structure.causes": "不足的原因",
    "structure.first-responsible": "第一责任人履职",
    "structure.plan": "下一年度安排",
}
_FACTS = {
    "issuer": "报告机关",
    "region": "地区",
    "profile": "单位类型",
    "level": "层级",
    "subject": "主体",
    "year": "报告年度",
    "addressee": "主送机关",
    "doc_number": "文号",
    "signed_by": "署名",
    "signed_on": "成文日期",
    "published": "发布日期",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact and where it comes from."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Row:
    """A rule's line in the table of outcomes."""

    anchor: str
    number: int
    verdict: Verdict
    status: str
    strength: str
    evidence: list[Link]
    finding: Link | None


@dataclass(frozen=True, slots=True)
class Passed:
    """Words that were considered and do not count."""

    link: Link
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding as the page shows it."""

    anchor: str
    number: int
    finding: Finding
    quote: str
    link: Link
    placed: bool
    """False where the finding hangs on the title for want of any better place."""
    row: str
    bases: list[str]
    passed: list[Passed]
    status: str
    suppression: str
    """Why it does not count; empty where it does."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A problem that the report names, and what the plan says to it."""

    link: Link
    problem: str
    status: Status
    words: str
    answer: str
    answer_link: Link | None


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the page shows of one report."""

    anchor: str
    report: Report
    ruleset: RuleSet
    name: str
    title: str
    score: str
    level: str
    year: str
    caps: list[str]
    facts: list[Fact]
    contents: list[tuple[str, Row]]
    faults: list[tuple[Severity, str, list[Fault]]]
    aside: list[Fault]
    aside_words: str
    rows: list[tuple[Dimension | None, str, list[Row]]]
    answers: list[Answer]
    text: list[Section]
    way: WayShown | None
    checklist: Checklist
    counts: dict[Severity, int]


def page(report: Report, ruleset: RuleSet, anchor: str) -> Page:
    """Prepare a report for the template."""
    paragraphs = paragraph_spans(report)
    links = Links(report, anchor, paragraphs)
    numbers = {
        finding.rule.id: number for number, finding in reversed(list(enumerate(for_reading(report.findings), 1)))
    }
    rows = [_row(number, verdict, links, numbers) for number, verdict in enumerate(report.verdicts, 1)]
    by_id = {row.verdict.rule.id: row for row in rows}
    return Page(
        anchor=anchor,
        report=report,
        ruleset=ruleset,
        name=wording.printable(report.document.path),
        title=report.facts.title or wording.file_name(report.document.path),
        score=wording.score_words(report),
        level=wording.LEVELS.get(report.facts.level or "", ""),
        year=str(report.facts.year or ""),
        caps=_caps(report, ruleset),
        facts=_facts(report),
        contents=[(title, by_id[rule_id]) for rule_id, title in CONTENTS.items() if rule_id in by_id],
        faults=_faults(report, links),
        aside=_aside(report, links),
        aside_words=wording.set_aside_words(report.findings),
        rows=_grouped_rows(rows, report, ruleset),
        answers=_answers(report, links),
        text=sections(report, paragraphs, links.marks(), anchor),
        counts=counts([report]),
        way=way_shown(report, ruleset),
        checklist=checklist(report, ruleset),
    )


def _caps(report: Report, ruleset: RuleSet) -> list[str]:
    caps = {veto.rule: veto.cap for veto in ruleset.vetoes}
    titles = {rule.id: rule.title for rule in ruleset.rules}
    return [
        f"“{titles.get(rule_id, rule_id)}”没有做到，等次最高为“{caps.get(rule_id, report.score.grade)}”"
        for rule_id in report.score.capped_by
    ]


def _facts(report: Report) -> list[Fact]:
    facts = report.facts
    words = {"profile": {facts.profile: wording.profile_words(facts)}, "level": wording.LEVELS, "subject": wording.SUBJECTS}
    origins = {**facts.origin, "profile": facts.profile_origin or "assumed"}
    known = [(name, getattr(facts, name)) for name in _FACTS if getattr(facts, name) is not None]
    return [
        Fact(
            _FACTS[name],
            words.get(name, {}).get(value, str(value)),
            wording.ORIGINS.get(origins.get(name, ""), ""),
        )
        for name, value in known
    ]


def _row(number: int, verdict: Verdict, links: Links, numbers: dict[str, int]) -> Row:
    outcome, rule_id = verdict.outcome, verdict.rule.id
    fault = numbers.get(rule_id)
    return Row(
        anchor=links.rule(rule_id),
        number=number,
        verdict=verdict,
        status=wording.STATUSES[outcome.status],
        strength=wording.STRENGTHS[outcome.strength] if outcome.strength else "",
        evidence=links.evidence(verdict),
        finding=Link(f"问{fault}", links.finding(fault)) if fault else None,
    )


def _grouped_rows(rows: list[Row], report: Report, ruleset: RuleSet) -> list[tuple[Dimension | None, str, list[Row]]]:
    dimensions = {dimension.id: dimension for dimension in report.score.dimensions}
    titles = {group.id: group.title for group in ruleset.groups}
    ids = dict.fromkeys(row.verdict.rule.group for row in rows)
    return [
        (dimensions.get(group), titles.get(group, group), [row for row in rows if row.verdict.rule.group == group])
        for group in ids
    ]


def _faults(report: Report, links: Links) -> list[tuple[Severity, str, list[Fault]]]:
    numbers = _numbers(report)
    return [
        (severity, wording.SEVERITIES[severity], [_fault(numbers[id(finding)], finding, links) for finding in findings])
        for severity, findings in grouped(report.findings)
    ]


def _aside(report: Report, links: Links) -> list[Fault]:
    numbers = _numbers(report)
    return [_fault(numbers[id(finding)], finding, links) for finding in set_aside(report.findings)]


def _numbers(report: Report) -> dict[int, int]:
    return {id(finding): number for number, finding in enumerate(for_reading(report.findings), 1)}


def _fault(number: int, finding: Finding, links: Links) -> Fault:
    verdict = links.report.verdict(finding.rule.id)
    rejected = links.rejected(verdict) if verdict else []
    quote = links.report.document.quote
    return Fault(
        anchor=links.finding(number),
        number=number,
        finding=finding,
        quote=wording.shown_quote(links.report, finding),
        link=links.found(number, finding),
        placed=finding.span != next((part.span for part in links.report.parts if part.role == Role.TITLE), None),
        row=links.rule(finding.rule.id),
        bases=[wording.basis_words(basis) for basis in finding.rule.basis],
        passed=[Passed(link, quote(r.span), REASONS.get(r.reason, r.reason)) for r, link in rejected],
        status=wording.STATUSES[finding.status],
        suppression=wording.suppression_words(finding.suppression) if finding.suppression else "",
    )


def _answers(report: Report, links: Links) -> list[Answer]:
    quote = report.document.quote
    return [
        Answer(
            link=links.paragraph(item.span),
            problem=quote(item.span),
            status=item.status,
            words={Status.MET: "有回应", Status.PARTIAL: "回应不足"}.get(item.status, "没有回应"),
            answer=quote(item.answered_by) if item.answered_by else "",
            answer_link=links.paragraph(item.answered_by) if item.answered_by else None,
        )
        for verdict in report.verdicts
        for item in verdict.outcome.items
    ]

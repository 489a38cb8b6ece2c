"""Findings at a terminal. The Outline's many items are listed in a block, the others are told in full."""

from collections.abc import Iterator

from reportcheck.outcome import Rejected, Status
from reportcheck.reporters.ink import LABEL_COLUMNS, Ink, clean
from reportcheck.reporters.ranking import LISTED_GROUP, gathered
from reportcheck.reporters.wording import SEVERITIES, STATUSES, basis_words, place_words, shown_quote
from reportcheck.rule import Severity
from reportcheck.text.width import columns, pad, shorten, shorten_middle
from reportcheck.verdict import Finding, Report

_INDENT = 3
_TITLE = 40
_FAULTS = {Status.UNMET: "没有写到", Status.PARTIAL: "只提到、没有写做了什么"}
_ADVICE = "做了的，补写进举措和成效，写明做了什么、结果多少；逐项的要求和写法见 --format html。"
_SHORT_REASONS = {
    "plan": "只写在来年安排里",
    "future": "只写了将要做",
    "other_year": "写的是别的年份",
    "demand": "只是对别人的要求",
    "problem": "只写在存在问题里",
    "slogan": "只有口号",
    "doer": "没写明是谁做的",
    "preface": "只写在引言里",
    "near_miss": "写的是相近的工作",
}


def severity_block(report: Report, severity: Severity, findings: list[Finding], ink: Ink) -> Iterator[str]:
    """Write all findings of one severity."""
    yield ink.rule(f"{SEVERITIES[severity]}（{len(findings)} 项）", severity)
    listed = [finding for finding in findings if finding.rule.group == LISTED_GROUP]
    told = [finding for finding in findings if finding.rule.group != LISTED_GROUP]
    for order, (finding, *others) in enumerate(gathered(told), 1):
        yield from _finding(order, finding, report, ink)
        yield from more_places(others, report, ink, indent=_INDENT)
    if listed:
        yield from _lists(listed, report, ink)


def _finding(order: int, finding: Finding, report: Report, ink: Ink) -> Iterator[str]:
    rule = finding.rule
    place = place_words(report.document, finding.span)
    title, *rest = ink.lines(f"{order}. {rule.title}（{STATUSES[finding.status]}）  {rule.id}  {place}", hang=_INDENT)
    yield ink.paint(title, "strong")
    yield from rest
    quote = shown_quote(report, finding)
    if quote:
        room = (ink.width - _INDENT - LABEL_COLUMNS) * 2 - 8
        yield from ink.field("原文", f"“{shorten_middle(clean(quote), room)}”", indent=_INDENT)
    yield from ink.field("问题", finding.message, indent=_INDENT)
    why = "；".join(map(basis_words, rule.basis))
    yield from ink.field("为什么", f"{why}：{rule.requirement}" if why else rule.requirement, indent=_INDENT)
    yield from ink.field("怎么改", finding.advice, indent=_INDENT)


def more_places(others: list[Finding], report: Report, ink: Ink, *, indent: int) -> Iterator[str]:
    """Say where else the same is to be mended."""
    if others:
        places = "、".join(dict.fromkeys(place_words(report.document, other.span) for other in others))
        yield from ink.lines(f"同样的问题还有{len(others)}处：{places}", indent=indent)


def _lists(findings: list[Finding], report: Report, ink: Ink) -> Iterator[str]:
    asked = [v for v in report.verdicts if v.rule.group == LISTED_GROUP and v.outcome.status != Status.NOT_APPLICABLE]
    for status, fault in _FAULTS.items():
        items = sorted((f for f in findings if f.status == status), key=lambda f: f.rule.id)
        if items:
            yield from ink.lines(f"应写的{len(asked)}项任务中，这里有{len(items)}项{fault}：", "strong", hang=_INDENT)
            yield from (_list_line(finding, report, ink) for finding in items)
    titles = dict.fromkeys(basis.title for finding in findings for basis in finding.rule.basis)
    sources = "、".join(f"《{title.strip('《》')}》" for title in titles)
    yield from ink.field("为什么", f"{sources}的任务，上一年度做了什么，报告里应当写到。", indent=_INDENT)
    yield from ink.field("怎么改", _ADVICE, indent=_INDENT)


def _list_line(finding: Finding, report: Report, ink: Ink) -> str:
    why = _short_reason(finding, report)
    left = f"{' ' * _INDENT}{finding.rule.id.rpartition('.')[2]}  "
    room = ink.width - columns(left) - columns(why) - 2
    return left + pad(shorten(clean(finding.rule.title), room), min(_TITLE, room)) + "  " + ink.paint(why, "dim")


def _short_reason(finding: Finding, report: Report) -> str:
    verdict = report.verdict(finding.rule.id)
    if verdict and verdict.outcome.evidence:
        return f"见{place_words(report.document, verdict.outcome.evidence[0].span)}"
    rejected = _best(verdict.outcome.rejected) if verdict else None
    if rejected is None:
        return "没有提到"
    reason = _SHORT_REASONS.get(rejected.reason, "提到但不算")
    return f"{reason}（{place_words(report.document, rejected.span)}）"


def _best(rejected: tuple[Rejected, ...]) -> Rejected | None:
    """Prefer what comes closest: a plan says more than a near miss."""
    order = list(_SHORT_REASONS)
    return min(rejected, key=lambda r: order.index(r.reason) if r.reason in order else len(order), default=None)

"""Findings at a terminal in a few lines each: what must be mended stands elsewhere in full, the rest fits a screen."""

from collections.abc import Iterator, Mapping

from reportcheck.reporters.ink import LABEL_COLUMNS, Ink, clean
from reportcheck.reporters.ranking import LISTED_GROUP, gathered
from reportcheck.reporters.terminal_findings import ADVICE, listed_items, more_places
from reportcheck.reporters.wording import SEVERITIES, STATUSES, place_words
from reportcheck.rule import Severity
from reportcheck.text.excerpt import excerpt
from reportcheck.text.width import columns, pad
from reportcheck.verdict import Finding, Report

_INDENT = 3
_PLACE = 8
_PLACES = 3
MORE = "每一项的原文、依据和改法：加上 --verbose 再查一遍，或者看网页（--report html=结果.html）。"


def warning_block(report: Report, severity: Severity, findings: list[Finding], steps: Mapping[str, int], ink: Ink) -> Iterator[str]:
    """Tell what is wrong and how to mend it; ``steps`` says which step of the way tells that already."""
    yield ink.rule(f"{SEVERITIES[severity]}（{len(findings)} 项）", severity)
    for order, (finding, *others) in enumerate(gathered(_told(findings)), 1):
        place = place_words(report.document, finding.span)
        title, *rest = ink.lines(f"{order}. {finding.rule.title}（{STATUSES[finding.status]}）  {finding.rule.id}  {place}", hang=_INDENT)
        yield ink.paint(title, "strong")
        yield from rest
        yield from ink.field("问题", finding.message, indent=_INDENT)
        step = steps.get(finding.rule.id)
        yield from ink.field("怎么改", f"见上面第{step}处。" if step else finding.advice, indent=_INDENT)
        yield from more_places(others, report, ink, indent=_INDENT)
    yield from _outline(report, findings, ink)


def info_block(report: Report, severity: Severity, findings: list[Finding], ink: Ink) -> Iterator[str]:
    """List what could be better, a line for each rule: where, what, and in short why."""
    yield ink.rule(f"{SEVERITIES[severity]}（{len(findings)} 项）", severity)
    by_rule: dict[str, list[Finding]] = {}
    for finding in _told(findings):
        by_rule.setdefault(finding.rule.id, []).append(finding)
    yield from (_line(found, report, ink) for found in by_rule.values())
    yield from _outline(report, findings, ink)


def _told(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.rule.group != LISTED_GROUP]


def _line(found: list[Finding], report: Report, ink: Ink) -> str:
    places = list(dict.fromkeys(place_words(report.document, finding.span) for finding in found))
    more = f"等{len(found)}处" if len(places) > _PLACES else ""
    left = " " * _INDENT + pad("、".join(places[:_PLACES]) + more, _PLACE) + "  " + clean(found[0].rule.title)
    reason = clean(found[0].message.partition("。")[0])
    room = (ink.width - columns(left)) // 2 - 1
    return left + (f"：{excerpt(reason, room)}" if room > LABEL_COLUMNS else "")


def _outline(report: Report, findings: list[Finding], ink: Ink) -> Iterator[str]:
    items = [finding for finding in findings if finding.rule.group == LISTED_GROUP]
    if items:
        yield from listed_items(items, report, ink)
        yield from ink.field("怎么改", ADVICE, indent=_INDENT)

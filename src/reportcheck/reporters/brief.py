"""Only what fails, in as few lines as one can mend it by: for the moment before a commit."""

from collections.abc import Iterator

from reportcheck.reporters.ink import Ink
from reportcheck.reporters.ranking import LISTED_GROUP, counts, for_reading, gathered
from reportcheck.reporters.terminal_findings import more_places
from reportcheck.reporters.wording import SEVERITIES, number, place_words, printable, score_words
from reportcheck.threshold import Threshold
from reportcheck.verdict import BatchResult, Finding, Notice, Report

_WIDTH = 80
_INDENT = 3


def render(result: BatchResult, threshold: Threshold) -> str:
    """Write the reports that fail, each with what it fails by; nothing where none does."""
    ink = Ink(color=False, width=_WIDTH)
    failing = [report for report in result.reports if threshold.low(report) or threshold.blocking(report)]
    lines = [line for report in failing for line in _report(report, threshold, ink)]
    lines += [line for notice in result.notices if threshold.reached(notice.severity) for line in _notice(notice, ink)]
    if failing:
        lines += ink.lines(f"共检查{len(result.reports)}份报告，{len(failing)}份没有通过。看依据和其余的问题：reportcheck check 文件名")
    return "".join(f"{line}\n" for line in lines)


def _report(report: Report, threshold: Threshold, ink: Ink) -> Iterator[str]:
    tally = "，".join(f"{SEVERITIES[severity]} {count} 项" for severity, count in counts([report]).items())
    yield from ink.lines(f"×  {printable(report.document.path)}  {score_words(report)}（{tally}）", hang=_INDENT)
    if threshold.low(report) and threshold.min_score is not None:
        yield from ink.lines(f"得分低于要求的 {number(threshold.min_score)} 分", indent=_INDENT)
    for order, (finding, *others) in enumerate(gathered(for_reading(threshold.blocking(report))), 1):
        yield from _finding(f"{order}. ", finding, report, ink)
        yield from more_places(others, report, ink, indent=_INDENT + len(f"{order}. "))
    yield ""


def _finding(order: str, finding: Finding, report: Report, ink: Ink) -> Iterator[str]:
    rule, place = finding.rule, place_words(report.document, finding.span)
    yield from ink.lines(f"{order}{place}  {rule.title}（{rule.id}）：{finding.message}", indent=_INDENT, hang=len(order))
    # The Outline's tasks are many, and what to do is the same for all of them.
    if finding.rule.group != LISTED_GROUP:
        yield from ink.lines(f"怎么改：{finding.advice}", indent=_INDENT + len(order), hang=8)


def _notice(notice: Notice, ink: Ink) -> Iterator[str]:
    yield from ink.lines(f"×  {printable(notice.path)}  第{notice.line}行（{notice.rule}）：{notice.message}", hang=_INDENT)
    yield from ink.lines(f"怎么改：{notice.advice}", indent=_INDENT, hang=8)

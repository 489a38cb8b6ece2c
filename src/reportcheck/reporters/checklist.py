"""自查表: every requirement of the rule set, whether it is met, and the words that show it; what the list's formats share."""

from collections import Counter
from typing import NamedTuple

from reportcheck.outcome import Status
from reportcheck.reporters.wording import (
    STATUSES,
    basis_words,
    place_words,
    score_words,
    shown_quote,
    suppression_words,
)
from reportcheck.rule import RuleSet
from reportcheck.verdict import Finding, Report, Verdict

TITLE = "法治政府建设年度报告自查表"
MARKS = {Status.MET: "√", Status.PARTIAL: "○", Status.UNMET: "×", Status.NOT_APPLICABLE: "—"}
COLUMNS = ("序号", "检查内容", "结果", "报告原文和位置", "依据", "还缺什么")
LEGEND = "，".join(f"{mark} {STATUSES[status]}" for status, mark in MARKS.items())
SIGNERS = ("自查人", "复核人", "负责人")
NOTE = "本表由程序对照报告文字生成：没有写到，不等于没有做；写到了，也不证明确有其事。请逐项核对后签字。"
_QUOTE = 72
_TOLD = 2
_NOTHING_WRONG = frozenset(
    ("dates", "duplicates", "placeholders", "stale", "year-slips", "law-titles", "law-in-force", "document-names", "private-number", "secrecy-mark", "numbering", "order")
)
"""Check kinds that look for faults: where they find none there is nothing to quote."""


class Line(NamedTuple):
    """One requirement."""

    number: int
    title: str
    rule: str
    status: Status
    mark: str
    told: str
    """The words that show it, and where they stand."""
    basis: str
    lacking: str


class Block(NamedTuple):
    """The requirements of one group."""

    title: str
    lines: tuple[Line, ...]


class Checklist(NamedTuple):
    """The whole list of one report; ``head`` names and values of what stands above the table."""

    name: str
    head: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    tally: str


def checklist(report: Report, ruleset: RuleSet) -> Checklist:
    """Put a report's outcomes into the form of the list."""
    facts = report.facts
    issuer = facts.issuer or facts.region or ""
    lines = [_line(number, verdict, report) for number, verdict in enumerate(report.verdicts, 1)]
    groups = ((group, [line for line in lines if line.rule.partition(".")[0] == group.id]) for group in ruleset.groups)
    grade = f"，{report.score.grade}" if report.score.percent is not None else ""
    head = (
        ("单位", issuer),
        ("报告年度", f"{facts.year}年" if facts.year else ""),
        ("规则集", f"{ruleset.title} {ruleset.version}"),
        ("得分", f"{score_words(report)}{grade}"),
        ("检查日期", ""),
    )
    blocks = tuple(Block(group.title, tuple(of_group)) for group, of_group in groups if of_group)
    return Checklist(issuer or report.document.path, head, blocks, _tally(lines))


def _tally(lines: list[Line]) -> str:
    counts = Counter(line.status for line in lines)
    told = "，".join(f"{STATUSES[status]} {counts[status]} 项" for status in MARKS)
    return f"共 {len(lines)} 项：{told}"


def _line(number: int, verdict: Verdict, report: Report) -> Line:
    rule, status = verdict.rule, verdict.outcome.status
    findings = [finding for finding in report.findings if finding.rule.id == rule.id]
    return Line(
        number=number,
        title=rule.title,
        rule=rule.id,
        status=status,
        mark=MARKS[status],
        told=_told(verdict, findings, report),
        basis="；".join(map(basis_words, rule.basis)),
        lacking=_lacking(verdict, findings, report),
    )


def _told(verdict: Verdict, findings: list[Finding], report: Report) -> str:
    outcome, document = verdict.outcome, report.document
    if outcome.status is Status.MET and _seeks_faults(verdict):
        return "已检查，没有发现差错"
    if findings:
        quotes = [(finding.span, shown_quote(report, finding)) for finding in findings]
        spans = [span for span, quote in quotes if quote]
    else:
        spans = [evidence.span for evidence in outcome.evidence]
    shown = [f"{place_words(document, span)}：“{_short(document.quote(span))}”" for span in spans[:_TOLD]]
    more = f"等{len(spans)}处" if len(spans) > _TOLD else ""
    return "\n".join(shown) + more


def _seeks_faults(verdict: Verdict) -> bool:
    return verdict.rule.check in _NOTHING_WRONG or verdict.rule.check.startswith("figures-")


def _lacking(verdict: Verdict, findings: list[Finding], report: Report) -> str:
    if verdict.outcome.status is Status.NOT_APPLICABLE:
        facts = report.facts
        bound = verdict.rule.applies_to.binds(facts.level, facts.subject, facts.year)
        return "报告里没有可查的内容" if bound else "不要求本单位写"
    told = [_said(finding) for finding in findings]
    more = f"\n还有{len(told) - _TOLD}处，见检查意见" if len(told) > _TOLD else ""
    return "\n".join(told[:_TOLD]) + more


def _said(finding: Finding) -> str:
    if finding.suppression:
        return f"{finding.message}（{suppression_words(finding.suppression)}）"
    return finding.message


def _short(text: str) -> str:
    line = "".join(text.split("\n"))
    return line if len(line) <= _QUOTE else f"{line[: _QUOTE - 2]}……"

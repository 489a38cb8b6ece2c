"""Where in a draft a requirement is to be met, and with which words."""

from collections.abc import Iterator

from reportcheck.address import Address, address
from reportcheck.document import Span
from reportcheck.outcome import Status
from reportcheck.rule import Rule
from reportcheck.structure.parts import Part
from reportcheck.structure.passages import Passage
from reportcheck.structure.roles import Role
from reportcheck.verdict import Finding, Report, Verdict
from reportcheck.way.change import Spot
from reportcheck.way.together import HEADINGS, judged_part, written_part

_AT_THE_END = "fact"
_AT_THE_HEAD = "title"
_PARTS = "structure"
"""The group whose rules ask for the parts themselves."""
_STOCK = frozenset(
    ["法治", "治政", "政府", "府建", "建设", "推进", "加强", "行政", "工作", "完善", "持续", "深入", "机制", "全面", "提高", "提升", "规范", "落实", "强化", "情况", "主要", "举措", "成效", "履行", "职责", "责任", "依法", "和规", "制度", "能力", "负责", "责人"]
)
"""Pairs of characters that headings share whatever they are about."""


def spot_of(report: Report, verdict: Verdict) -> Spot:
    """Return where and how to meet a rule that is not met."""
    finding = next(each for each in report.findings if each.rule.id == verdict.rule.id and each.suppression is None)
    frame = _frame(report, verdict.rule) or finding.advice
    if verdict.outcome.faults:
        return Spot("mend", "at", finding.span, _heading_above(report, finding.span), frame=finding.advice)
    return _place(report, verdict, finding)._replace(frame=frame)


def _place(report: Report, verdict: Verdict, finding: Finding) -> Spot:
    rule, outcome = verdict.rule, verdict.outcome
    if rule.check == _AT_THE_END:
        return Spot("write", "end", _last(report))
    if rule.check == _AT_THE_HEAD:
        return Spot("write" if outcome.status is Status.UNMET else "rewrite", "head", finding.span)
    role = _role(rule)
    part = next((each for each in report.parts if each.role is role), None)
    if role is not None and part is None:
        beside = None if rule.group == _PARTS else _beside_the_leaders(report, role)
        return beside or _new_part(report, role)
    if outcome.evidence and (part is None or any(each.span.holds(finding.span) for each in report.parts if each.role is role)):
        return Spot("rewrite", "at", finding.span, _heading_above(report, finding.span))
    best = _best_heading(report, rule, role) if rule.check == "evidence" else None
    heading = best or (part.heading if part else _heading_above(report, finding.span))
    return Spot("write", "under", heading or finding.span, heading)


def _beside_the_leaders(report: Report, role: Role) -> Spot | None:
    """Where the leaders have no part of their own, return where some of what they did is told."""
    told = (each for each in report.verdicts if "doers" in each.rule.params and each.outcome.status is Status.MET)
    beside = next((each.outcome.evidence[0].span for each in told if each.outcome.evidence), None)
    if role is not Role.FIRST_RESPONSIBLE or beside is None:
        return None
    heading = _heading_above(report, beside)
    return Spot("write", "under", heading or beside, heading)


def _role(rule: Rule) -> Role | None:
    """Return the part in which a rule wants something told."""
    if rule.check == "evidence":
        return Role.FIRST_RESPONSIBLE if "doers" in rule.params else Role.ACHIEVEMENTS
    return Role.PLAN if rule.check == "answered" else written_part(rule) or judged_part(rule)


def _new_part(report: Report, role: Role) -> Spot:
    """Put a missing part behind the last of those that go before it."""
    order = list(HEADINGS)
    earlier = order[: order.index(role)]
    before = [part for part in report.parts if part.role in earlier] or [part for part in report.parts if part.role is not Role.NOISE][:1]
    last = max(before, key=lambda part: part.span)
    title = _address(report).fill(HEADINGS[role])
    return Spot("write", "after", Span(last.span.end - 1, last.span.end), _opening(report, last), title)


def _opening(report: Report, part: Part) -> Span | None:
    """Return the heading of a part; of the nearest part of its kind before it that has one."""
    if part.heading is not None:
        return part.heading
    headed = [each.heading for each in report.parts if each.role is part.role and each.heading is not None and each.span <= part.span]
    return headed[-1] if headed else None


def _best_heading(report: Report, rule: Rule, role: Role | None) -> Span | None:
    """Return the heading of a part that shares most words with the rule's title; None where none shares any."""
    wanted = _pairs(rule.title)
    scored = [
        (len(wanted & _pairs(report.document.quote(each.heading))), each.level, -each.span.start, each)
        for each in report.passages
        if each.role is role and each.heading is not None and each.heading.length
    ]
    best = max(scored, key=lambda each: each[:3], default=None)
    return _whole(best[3]) if best and best[0] else None


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) - _STOCK


def _whole(passage: Passage) -> Span | None:
    """Return a heading with its number."""
    if passage.heading is None:
        return None
    return Span(passage.enumerator.start if passage.enumerator else passage.heading.start, passage.heading.end)


def _heading_above(report: Report, span: Span) -> Span | None:
    """Return the nearest heading above some words, in their own part."""
    start = next((part.span.start for part in report.parts if part.span.holds(span)), 0)
    above = [each for each in _headings(report) if start <= each.start <= span.start]
    return above[-1] if above else None


def _headings(report: Report) -> Iterator[Span]:
    for passage in report.passages:
        heading = _whole(passage)
        if heading is not None and passage.role is not Role.TITLE:
            yield heading


def _last(report: Report) -> Span:
    return [passage.span for passage in report.passages if passage.role is not Role.NOISE][-1]


def _frame(report: Report, rule: Rule) -> str:
    return _address(report).fill(rule.frame)


def _address(report: Report) -> Address:
    facts = report.facts
    return address(facts.profile, facts.level, facts.issuer, facts.region, facts.year)

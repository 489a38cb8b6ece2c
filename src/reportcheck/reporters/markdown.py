"""The result as Markdown: for a comment on a change, a page of a wiki, the summary of a CI run."""

import re
from collections.abc import Iterator

from reportcheck.reporters.ranking import counts, set_aside, standing
from reportcheck.reporters.way_words import way_shown
from reportcheck.reporters.wording import (
    NOT_COUNTED,
    NOTICES,
    SEVERITIES,
    UNSCORED,
    basis_words,
    place_words,
    printable,
    score_words,
    set_aside_words,
    suppression_words,
    who_words,
)
from reportcheck.rule import RuleSet
from reportcheck.verdict import BatchResult, Finding, Report

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")
_FOUND = ("级别", "位置", "规则", "问题", "怎么改", "依据")
_ASIDE = ("级别", "位置", "规则", "问题", "为什么不计入")


def render(result: BatchResult) -> str:
    """Write all reports, then what could not be read."""
    # A program that comments on a change finds its last comment by this line.
    lines = ["<!-- reportcheck -->", "## 法治政府建设年度报告检查意见", ""]
    if len(result.reports) + len(result.failures) > 1:
        lines += [*_index(result), ""]
    for report in result.reports:
        lines += [*_report(report, result.ruleset_of(report)), ""]
    lines += _failures(result)
    lines += _notices(result)
    titles = "、".join(f"《{each.title}》（{each.id} {each.version}）" for each in result.rulesets)
    lines.append(_text(f"依据规则集{titles}。只检查写了什么：没有写到，不等于没有做。"))
    return "\n".join(lines) + "\n"


def _index(result: BatchResult) -> Iterator[str]:
    yield from _head(("报告", "得分", "等次", *SEVERITIES.values()))
    for report in result.reports:
        grade = UNSCORED if report.score.percent is None else report.score.grade
        yield _row(printable(report.document.path), score_words(report), grade, *map(str, counts([report]).values()))


def _report(report: Report, ruleset: RuleSet) -> Iterator[str]:
    grade = f"，{report.score.grade}" if report.score.percent is not None else ""
    yield f"### {_text(printable(report.document.path))}"
    yield ""
    yield _text(f"{who_words(report.facts)}：{score_words(report)}{grade}。")
    yield from _way(report, ruleset)
    counted, aside = standing(report.findings), set_aside(report.findings)
    yield ""
    if counted:
        yield from _head(_FOUND)
        yield from (_found(report, finding) for finding in counted)
    else:
        yield "没有别的问题。" if aside else "没有发现问题。"
    if aside:
        yield from ("", f"<details><summary>{set_aside_words(aside)}（{NOT_COUNTED}）</summary>", "")
        yield from _head(_ASIDE)
        yield from (_aside(report, finding) for finding in aside)
        yield from ("", "</details>")


def _way(report: Report, ruleset: RuleSet) -> Iterator[str]:
    way = way_shown(report, ruleset)
    if way is None:
        return
    yield from ("", f"**{_text(way.headline)}**", "")
    if way.mending:
        yield from (_text(way.mending), "")
    if way.steps:
        yield from _head(("补什么", "得分", "写在哪", "照着写"))
        yield from (_row(f"{each.title}（{each.rule}）", each.gain, each.where, each.frame) for each in way.steps)
        yield from ("", way.fill_in)


def _found(report: Report, finding: Finding) -> str:
    basis = "；".join(map(basis_words, finding.rule.basis))
    return _row(*_what(report, finding), finding.advice, basis)


def _aside(report: Report, finding: Finding) -> str:
    return _row(*_what(report, finding), suppression_words(finding.suppression) if finding.suppression else "")


def _what(report: Report, finding: Finding) -> tuple[str, str, str, str]:
    rule = finding.rule
    return SEVERITIES[finding.severity], place_words(report.document, finding.span), f"{rule.title}（{rule.id}）", finding.message


def _failures(result: BatchResult) -> Iterator[str]:
    if result.failures:
        yield from ("### 读不了的文件", "", *_head(("文件", "原因")))
        yield from (_row(printable(failure.path), printable(failure.message)) for failure in result.failures)
        yield ""


def _notices(result: BatchResult) -> Iterator[str]:
    if result.proposals:
        yield from ("### 批注里提出的豁免", "", *_head(("规则", "文件", "理由", "提出人", "日期")))
        yield from (_row(each.rule, printable(each.path), each.reason, each.author, each.date) for each in result.proposals)
        yield ""
    if result.notices:
        yield from ("### 豁免和基线要整理", "", *_head(("级别", "位置", "事项", "说明", "怎么改")))
        for each in result.notices:
            place = f"{printable(each.path)} 第{each.line}行"
            yield _row(SEVERITIES[each.severity], place, f"{NOTICES[each.rule]}（{each.rule}）", each.message, each.advice)
        yield ""


def _head(names: tuple[str, ...]) -> tuple[str, str]:
    return f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(_text, cells))} |"


def _text(text: str) -> str:
    """Write words of a document so that nothing in them is read as Markdown, HTML or a mention of somebody."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", line).replace("@", "&#64;")

"""The result for people at a terminal: one line that tells all, then what to mend, worst first."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportcheck.reporters.ink import Ink, clean
from reportcheck.reporters.ranking import counts, grouped, set_aside
from reportcheck.reporters.terminal_aside import notices, proposals, set_aside_block
from reportcheck.reporters.terminal_findings import severity_block
from reportcheck.reporters.terminal_short import MORE, info_block, warning_block
from reportcheck.reporters.wording import (
    SEVERITIES,
    UNSCORED,
    number,
    printable,
    profile_basis,
    score_words,
    set_aside_words,
    unfilled_words,
    who_words,
)
from reportcheck.rule import RuleSet, Severity
from reportcheck.text.width import columns, pad, shorten, shorten_middle
from reportcheck.verdict import BatchResult, Dimension, Failure, Report, Score

if TYPE_CHECKING:
    from reportcheck.reporters.way_words import WayShown

_BAR = 12
_NARROWEST = 56
_MARKS: tuple[tuple[Severity, str], ...] = (("error", "×"), ("warning", "●"))


def render(result: BatchResult, *, color: bool = False, width: int = 80, verbose: bool = False) -> str:
    """Write all reports, then a table where there are several; ``verbose`` tells every finding in full."""
    ink = Ink(color, max(width, _NARROWEST))
    findings = _in_full if verbose else _in_short
    lines: list[str] = []
    for report in result.reports:
        way = _way(report, result.ruleset_of(report))
        lines += [*_report(report, result.ruleset_of(report), way, ink), *findings(report, way, ink), *_aside(report, ink), ""]
    lines += _failures(result.failures, ink)
    lines += [*proposals(result.proposals, ink), *notices(result.notices, ink)]
    if len(result.reports) > 1:
        lines += [*_table(result.reports, ink), ""]
    if result.reports:
        lines += _closing(result.rulesets, ink)
    return "\n".join(lines) + "\n"


def _way(report: Report, ruleset: RuleSet) -> "WayShown | None":
    if not report.findings:
        return None
    from reportcheck.reporters.way_words import way_shown  # noqa: PLC0415 - a draft without findings needs none

    return way_shown(report, ruleset)


def _report(report: Report, ruleset: RuleSet, way: "WayShown | None", ink: Ink) -> Iterator[str]:
    yield from _headline(report, ink)
    if report.score.percent is not None:
        yield from _capped(report.score, ruleset, ink)
        for dimension in report.score.dimensions:
            yield _dimension(dimension, ink)
    if way is not None:
        from reportcheck.reporters.terminal_way import way_block  # noqa: PLC0415 - likewise

        yield from way_block(way, ink)
    if all(finding.suppression for finding in report.findings):
        yield from ink.lines("没有别的问题。" if report.findings else "没有发现问题。", "good", indent=2)


def _in_full(report: Report, _way: "WayShown | None", ink: Ink) -> Iterator[str]:
    for severity, findings in grouped(report.findings):
        yield ""
        yield from severity_block(report, severity, findings, ink)


def _in_short(report: Report, way: "WayShown | None", ink: Ink) -> Iterator[str]:
    """Tell what must be mended in full, the rest in short."""
    steps = {}
    if way is not None:
        from reportcheck.reporters.terminal_way import shown_steps  # noqa: PLC0415 - likewise

        steps = shown_steps(way)
    groups = grouped(report.findings)
    for severity, findings in groups:
        yield ""
        if severity == "error":
            yield from severity_block(report, severity, findings, ink)
        elif severity == "warning":
            yield from warning_block(report, severity, findings, steps, ink)
        else:
            yield from info_block(report, severity, findings, ink)
    if any(severity != "error" for severity, _ in groups):
        yield from ["", *ink.lines(MORE, "dim")]


def _aside(report: Report, ink: Ink) -> Iterator[str]:
    aside = set_aside(report.findings)
    if aside:
        yield ""
        yield from set_aside_block(report, aside, ink)


def _headline(report: Report, ink: Ink) -> Iterator[str]:
    style = _style(report)
    mark = next((mark for severity, mark in _MARKS if severity == style), "√")
    grade = f"  {report.score.grade}" if report.score.percent is not None and report.score.grade else ""
    text = f"{mark}  {score_words(report)}{grade}  {printable(report.document.path)}（{who_words(report.facts)}）"
    yield from ink.lines(text, style, hang=3)
    yield from ink.lines(_tally(report), "dim", indent=3)
    yield from ink.lines(unfilled, "error", indent=3) if (unfilled := unfilled_words(report)) else ()
    for note in report.document.notes:
        yield from ink.lines(f"读取说明：{note}", "dim", indent=3, hang=10)


def _style(report: Report) -> str:
    if report.score.percent is None:
        return "error"
    found = counts([report])
    return next((severity for severity, _ in _MARKS if found[severity]), "good")


def _tally(report: Report) -> str:
    parts = [f"{SEVERITIES[severity]} {count} 项" for severity, count in counts([report]).items()]
    score, aside = report.score, set_aside_words(report.findings)
    parts += [f"另有{aside}"] if aside else []
    if score.percent is None:
        return "，".join(parts)
    points = f"得 {number(score.points)} 分，满分 {number(score.max_points)} 分"
    return "；".join(("，".join(parts), points, profile_basis(report.facts)))


def _capped(score: Score, ruleset: RuleSet, ink: Ink) -> Iterator[str]:
    caps = {veto.rule: veto.cap for veto in ruleset.vetoes}
    for rule_id in score.capped_by:
        rule = ruleset.rule(rule_id)
        title = rule.title if rule else rule_id
        yield from ink.lines(
            f"等次受限：“{title}”没有做到，等次最高为“{caps.get(rule_id, score.grade)}”。", "error", indent=3
        )


def _dimension(dimension: Dimension, ink: Ink) -> str:
    share = dimension.points / dimension.max_points if dimension.max_points else 0.0
    name = pad(shorten(clean(dimension.title), 28), 28)
    points = f"{number(dimension.points):>5} / {number(dimension.max_points):<5}"
    if not dimension.max_points:
        return f"   {name}  {'不计分':>10}".rstrip()
    style = "good" if share >= 0.8 else "warning" if share >= 0.6 else "error"  # noqa: PLR2004 - shades, not grades
    room = min(_BAR, (ink.width - 54) // 2)
    return f"   {name}  {points} {share:>4.0%}  " + ink.paint(ink.bar(share, room), style)


def _failures(failures: tuple[Failure, ...], ink: Ink) -> Iterator[str]:
    """Count them; which and why is told beside the output, in every format."""
    if failures:
        yield from ink.lines(f"×  有 {len(failures)} 个文件读不了，没有检查；是哪个、为什么，见“reportcheck:”开头的提示。", "error", hang=3)
        yield ""


def _table(reports: tuple[Report, ...], ink: Ink) -> Iterator[str]:
    yield ink.rule(f"共 {len(reports)} 份报告", "strong")
    yield ink.paint("  得分  " + pad("等次", 12) + "必须改 应当改 可改进  文件", "dim")
    for report in reports:
        score = report.score
        percent = "-" if score.percent is None else f"{score.percent:.1f}"
        grade = UNSCORED if score.percent is None else score.grade
        found = "".join(f"{count:>7}" for count in counts([report]).values())
        left = f"{percent:>6}  {pad(shorten(clean(grade), 10), 12)}{found[1:]}  "
        name = shorten_middle(clean(printable(report.document.path)), ink.width - columns(left))
        yield ink.paint(left, _style(report)) + name


def _closing(rulesets: tuple[RuleSet, ...], ink: Ink) -> Iterator[str]:
    titles = "、".join(f"《{ruleset.title}》（{ruleset.id} {ruleset.version}）" for ruleset in rulesets)
    text = f"依据规则集{titles}。只检查写了什么：没有写到，不等于没有做。"
    yield from ink.lines(text, "dim")

"""The score's arithmetic as a table: every rule's weight, share and points, sums, grade and veto."""

from collections.abc import Iterator

from reportcheck.outcome import Status
from reportcheck.reporters.ink import Ink, clean
from reportcheck.reporters.wording import STATUSES, number, printable, who_words
from reportcheck.rule import RuleSet
from reportcheck.text.width import pad, shorten
from reportcheck.trace.words import decimal
from reportcheck.verdict import Report, Score, Verdict

_ID, _TITLE, _STATUS = 29, 30, 10
_STYLES = {Status.MET: "good", Status.PARTIAL: "warning", Status.UNMET: "error", Status.NOT_APPLICABLE: "dim"}


def score_table(report: Report, ruleset: RuleSet, ink: Ink) -> Iterator[str]:
    """Write how the score comes about."""
    yield from ink.lines(f"{printable(report.document.path)}（{who_words(report.facts)}）", "strong")
    yield from ink.lines(f"规则集：{ruleset.title}（{ruleset.id} {ruleset.version}）", "dim")
    if report.score.percent is None:
        yield from ink.lines("不评分：没有一条规则计分。")
        return
    yield from ink.lines("得分 = 分值 × 比例：符合 100%，部分符合 50%，只提到（口号）25%，不符合 0；不适用的不计入满分。")
    yield ""
    yield ink.paint(pad("规则", _ID) + pad("名称", _TITLE) + pad("判定", _STATUS) + "  分值   比例   得分", "dim")
    for group in ruleset.groups:
        members = [verdict for verdict in report.verdicts if verdict.rule.group == group.id]
        if members:
            yield from _group(group.title, members, ink)
    yield ""
    yield from _total(report.score, ruleset, ink)


def _group(title: str, members: list[Verdict], ink: Ink) -> Iterator[str]:
    yield ink.paint(title, "strong")
    yield from (_row(verdict, ink) for verdict in members)
    points, most = sum(v.points for v in members), sum(v.max_points for v in members)
    share = f"{points / most:.0%}" if most else "—"
    yield pad("", _ID) + pad("小计", _TITLE + _STATUS) + f"{decimal(most):>6} {share:>6} {decimal(points):>6}"


def _row(verdict: Verdict, ink: Ink) -> str:
    rule, status = verdict.rule, verdict.outcome.status
    left = pad(shorten(rule.id, _ID - 1), _ID) + pad(shorten(clean(rule.title), _TITLE - 1), _TITLE)
    if not verdict.max_points:
        return left + ink.paint(pad(STATUSES[status], _STATUS), _STYLES[status]) + f"{'—':>5} {'—':>5} {'—':>5}"
    share = verdict.points / verdict.max_points
    figures = f"{decimal(verdict.max_points):>6} {share:>6.0%} {decimal(verdict.points):>6}"
    return left + ink.paint(pad(STATUSES[status], _STATUS), _STYLES[status]) + figures


def _total(score: Score, ruleset: RuleSet, ink: Ink) -> Iterator[str]:
    assert score.percent is not None  # noqa: S101 - the caller asks
    yield from ink.lines(f"合计：得{decimal(score.points)}分，满分{decimal(score.max_points)}分。", "strong")
    yield from ink.lines(f"得分率：{decimal(score.points)} ÷ {decimal(score.max_points)} × 100 = {score.percent:.2f}")
    steps = "，".join(f"{grade.title}≥{number(grade.at_least)}" for grade in ruleset.grades)
    earned = next((grade.title for grade in ruleset.grades if score.percent >= grade.at_least), ruleset.grades[-1].title)
    yield from ink.lines(f"等次：按得分率是“{earned}”（{steps}）。")
    caps = {veto.rule: veto.cap for veto in ruleset.vetoes}
    for rule_id in score.capped_by:
        rule = ruleset.rule(rule_id)
        name = f"{rule_id} {rule.title}" if rule else rule_id
        yield from ink.lines(f"“{name}”不符合，等次最高为“{caps.get(rule_id, score.grade)}”。", "error")
    if not score.capped_by and caps:
        yield from ink.lines("没有触发等次限制。")
    yield from ink.lines(f"最后等次：{score.grade}", "strong")

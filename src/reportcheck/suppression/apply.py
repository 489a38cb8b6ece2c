"""Marks what does not count, once, before any format sees it; tells which waivers and entries are out of date."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from reportcheck.rule import Severity
from reportcheck.rulesets.nearest import suggest
from reportcheck.suppression.baseline import Baseline, Entry
from reportcheck.suppression.paths import is_pattern, relative_name
from reportcheck.suppression.waiver import Waiver
from reportcheck.verdict import BatchResult, Finding, Notice, Report, Suppression

KNOWN = Suppression("baseline", "生成基线时已经有的问题")


class Ground(NamedTuple):
    """Everything that may suppress; ``rule_ids`` are all rules there are, also those left out of this run."""

    waivers: tuple[Waiver, ...]
    baseline: Baseline | None
    today: date
    rule_ids: frozenset[str]


class _Seen(NamedTuple):
    """A report, its file's name as seen from each folder that waivers stand in, and what the baseline knows of it."""

    report: Report
    names: dict[Path, str]
    known: list[Entry]


def suppress(result: BatchResult, ground: Ground) -> BatchResult:
    """Return the result with its findings marked, and what is wrong with the waivers and the baseline."""
    seen = list(_seen(result, ground))
    used: set[Waiver] = set()
    reports = tuple(_marked(each, ground, used) for each in seen)
    notices = (*_waiver_notices(seen, ground, used), *_stale(seen, ground.baseline))
    return result.suppressed(reports, notices)


def _seen(result: BatchResult, ground: Ground) -> Iterator[_Seen]:
    folders = dict.fromkeys(waiver.folder for waiver in ground.waivers)
    folder = ground.baseline.folder if ground.baseline else Path()
    known = ground.baseline.by_path() if ground.baseline else {}
    for report in result.reports:
        path = report.document.path
        yield _Seen(report, {each: relative_name(path, each) for each in folders}, known.get(relative_name(path, folder), []) if known else [])


def _marked(seen: _Seen, ground: Ground, used: set[Waiver]) -> Report:
    waivers = [waiver for waiver in ground.waivers if waiver.concerns(seen.names[waiver.folder])]
    known = {(entry.rule, entry.fingerprint) for entry in seen.known}
    marked = []
    for finding in seen.report.findings:
        fitting = [waiver for waiver in waivers if waiver.covers(*_key(finding))]
        valid = [waiver for waiver in fitting if not waiver.expired(ground.today)]
        used.update(valid or fitting)
        if valid:
            marked.append(finding.suppressed(valid[0].suppression))
        else:
            marked.append(finding.suppressed(KNOWN) if _key(finding) in known else finding)
    return seen.report.with_findings(tuple(marked))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.rule.id, finding.fingerprint


def _waiver_notices(seen: list[_Seen], ground: Ground, used: set[Waiver]) -> Iterator[Notice]:
    for waiver in ground.waivers:
        if waiver.expired(ground.today):
            yield _notice(waiver, "config.expired-waiver", "warning", *_expired_words(waiver, still_there=waiver in used))
        elif not any(map(waiver.names, ground.rule_ids)):
            what = f"豁免写的规则“{waiver.rule}”不存在，这条豁免不起作用。"
            near = suggest(waiver.rule, sorted(ground.rule_ids), "") if len(ground.rule_ids) else ""
            advice = f"{near if near.endswith('？') else ''}用 reportcheck rules list 查看规则编号，改正或删去这条豁免。"
            yield _notice(waiver, "config.unused-waiver", "warning", what, advice)
        elif waiver not in used and _was_asked(waiver, seen):
            what = f"豁免“{waiver.rule}”（{waiver.path}）没有用上：这次检查的文件里没有它要豁免的问题。"
            # A pattern may be meant for files that this run was not given.
            severity: Severity = "info" if is_pattern(waiver.path) else "warning"
            yield _notice(waiver, "config.unused-waiver", severity, what, "问题已经改好的，删去这条豁免；规则或路径写错了的，改正它。")


def _notice(waiver: Waiver, rule: str, severity: Severity, message: str, advice: str) -> Notice:
    return Notice(rule, severity, message, advice, waiver.source, waiver.line, waiver.column)


def _expired_words(waiver: Waiver, *, still_there: bool) -> tuple[str, str]:
    what = f"豁免“{waiver.rule}”（{waiver.path}）已于{waiver.expires}到期，不再起作用"
    if still_there:
        return f"{what}，它豁免的问题重新计入。", f"改好问题，或者请批准人（{waiver.approver}）重新批准并改写 expires。"
    return f"{what}。", "删去这条豁免。"


def _was_asked(waiver: Waiver, seen: list[_Seen]) -> bool:
    """Tell whether a waiver's files and rules took part in this run: else it could not be of use."""
    return any(
        waiver.concerns(each.names[waiver.folder]) and any(waiver.names(verdict.rule.id) for verdict in each.report.verdicts)
        for each in seen
    )


def _stale(seen: list[_Seen], baseline: Baseline | None) -> Iterator[Notice]:
    if baseline is None:
        return
    for report, _, known in seen:
        asked = {verdict.rule.id for verdict in report.verdicts}
        found = {_key(finding) for finding in report.findings}
        gone = [entry for entry in known if entry.rule in asked and (entry.rule, entry.fingerprint) not in found]
        if gone:
            yield _gone(gone, baseline)


def _gone(gone: list[Entry], baseline: Baseline) -> Notice:
    rules = "、".join(dict.fromkeys(entry.rule for entry in gone))
    what = f"基线里{gone[0].path}的{len(gone)}个问题已经没有了（{rules}）。"
    advice = "用 reportcheck baseline write 重新生成基线，免得同样的问题再出现时不被发现。"
    return Notice("config.stale-baseline", "info", what, advice, baseline.source)

"""The result as annotations of GitHub Actions, worst first: GitHub shows ten of a kind. The tables go to the step summary."""

from collections.abc import Iterator

from reportcheck.reporters import markdown
from reportcheck.reporters.places import shown_path
from reportcheck.reporters.ranking import for_reading
from reportcheck.reporters.wording import NOTICES, SEVERITIES, SUPPRESSIONS, place_words, printable, suppression_words
from reportcheck.verdict import BatchResult, Failure, Finding, Notice, Report

Properties = dict[str, str | int]
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_SUMMARY_BYTES = 1_000_000
_CUT = "\n……后面的内容太长，GitHub 放不下；完整结果请另存为其他格式。\n"


def render(result: BatchResult) -> str:
    """Write a workflow command a line."""
    of_report = {id(finding): report for report in result.reports for finding in report.findings}
    found = for_reading(finding for report in result.reports for finding in report.findings)
    lines = [
        *(_failure(failure) for failure in result.failures),
        *(_finding(of_report[id(finding)], finding) for finding in _heaviest_first(found)),
        *(_notice(notice) for notice in result.notices),
    ]
    return "".join(f"{line}\n" for line in lines)


def step_summary(result: BatchResult) -> str:
    """Return the tables for the page of the run, within what GitHub accepts."""
    text = markdown.render(result)
    if len(text.encode()) <= _SUMMARY_BYTES:
        return text
    kept: list[str] = []
    room = _SUMMARY_BYTES - len(_CUT.encode())
    for line in text.splitlines(keepends=True):
        room -= len(line.encode())
        if room < 0:
            break
        kept.append(line)
    return "".join(kept) + _CUT


def _heaviest_first(found: list[Finding]) -> Iterator[Finding]:
    severities = list(_COMMANDS)
    yield from sorted(found, key=lambda f: (f.suppression is not None, severities.index(f.severity), -f.rule.weight))


def _finding(report: Report, finding: Finding) -> str:
    place = finding.place
    properties: Properties = {"file": shown_path(report.document.path), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # GitHub takes columns on one line only
        properties |= {"col": place.column, "endColumn": place.end_column}
    marks = [SEVERITIES[finding.severity], *([SUPPRESSIONS[finding.suppression.kind]] if finding.suppression else [])]
    title = f"{finding.rule.title}（{'，'.join(marks)}）"
    why = f"\n{suppression_words(finding.suppression)}" if finding.suppression else ""
    words = f"{place_words(report.document, finding.span)}：{finding.message}\n怎么改：{finding.advice}{why}\n［{finding.rule.id}］"
    return _command("notice" if finding.suppression else _COMMANDS[finding.severity], {**properties, "title": title}, words)


def _failure(failure: Failure) -> str:
    return _command("error", {"file": shown_path(failure.path), "title": "程序出错" if failure.bug else "读不了"}, printable(failure.message))


def _notice(notice: Notice) -> str:
    title = f"{NOTICES[notice.rule]}（{SEVERITIES[notice.severity]}）"
    properties: Properties = {"file": shown_path(notice.path), "line": notice.line, "title": title}
    return _command(_COMMANDS[notice.severity], properties, f"{notice.message}\n怎么改：{notice.advice}\n［{notice.rule}］")


def _command(name: str, properties: Properties, message: str) -> str:
    told = ",".join(f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items())
    return f"::{name} {told}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

"""The result as JUnit XML: a suite is a document, a case a rule; ``time`` is always 0, so that the bytes stay the same."""

import re
from xml.etree import ElementTree as ET

from reportcheck.outcome import Status
from reportcheck.reporters.places import shown_path
from reportcheck.reporters.ranking import ranked
from reportcheck.reporters.wording import NOTICES, SEVERITIES, printable, suppression_words
from reportcheck.verdict import BatchResult, Failure, Finding, Notice, Report, Verdict

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KINDS = ("failure", "error", "skipped")
_NOT_APPLICABLE = "不适用：这条规则不要求这份报告，或者正文里没有它要检查的内容"


def render(result: BatchResult) -> str:
    """Write all reports as test suites."""
    root = ET.Element("testsuites", name="reportcheck")
    root.extend(_suite(report) for report in result.reports)
    root.extend(_unreadable(failure) for failure in result.failures)
    if result.notices:
        root.append(_noticed(result.notices))
    _tally(root)
    del root.attrib["skipped"]  # Jenkins' schema allows it on suites only
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(report: Report) -> ET.Element:
    path = shown_path(report.document.path)
    found: dict[str, list[Finding]] = {}
    for finding in ranked(report.findings):
        found.setdefault(finding.rule.id, []).append(finding)
    suite = _element("testsuite", name=path)
    suite.extend(_case(verdict, found.get(verdict.rule.id, []), path) for verdict in report.verdicts)
    _tally(suite)
    return suite


def _case(verdict: Verdict, findings: list[Finding], path: str) -> ET.Element:
    case = _named_case(f"{verdict.rule.id} {verdict.rule.title}", path)
    counted = [finding for finding in findings if finding.suppression is None]
    aside = [finding for finding in findings if finding.suppression is not None]
    if counted:
        _add(case, "failure", counted[0].message, "\n".join(_line(each, path) for each in counted), counted[0].severity)
    elif aside:
        _add(case, "skipped", _why(aside[0]), "\n".join(_line(each, path) for each in aside))
    elif verdict.outcome.status is Status.NOT_APPLICABLE:
        _add(case, "skipped", _NOT_APPLICABLE)
    if counted and aside:
        _add(case, "system-out", text="\n".join(_line(each, path) for each in aside))
    return case


def _line(finding: Finding, path: str) -> str:
    place = finding.place
    why = f"［{_why(finding)}］" if finding.suppression else ""
    page = f"第{place.page}页，" if place.page is not None else ""
    return f"{path}:{place.line}:{place.column}: {finding.severity}: {page}{SEVERITIES[finding.severity]}：{finding.message}{why}怎么改：{finding.advice}"


def _why(finding: Finding) -> str:
    return suppression_words(finding.suppression) if finding.suppression else ""


def _unreadable(failure: Failure) -> ET.Element:
    path = shown_path(failure.path)
    suite = _element("testsuite", name=path)
    case = _named_case("读取文件", path)
    _add(case, "error", printable(failure.message), kind="bug" if failure.bug else "unreadable")
    suite.append(case)
    _tally(suite)
    return suite


def _noticed(notices: tuple[Notice, ...]) -> ET.Element:
    suite = _element("testsuite", name="豁免和基线")
    for notice in notices:
        path = shown_path(notice.path)
        case = _named_case(f"{notice.rule} {NOTICES[notice.rule]}", path)
        text = f"{path}:{notice.line}:{notice.column}: {notice.severity}: {notice.message}怎么改：{notice.advice}"
        if notice.severity == "info":
            _add(case, "system-out", text=text)
        else:
            _add(case, "failure", notice.message, text, notice.severity)
        suite.append(case)
    _tally(suite)
    return suite


def _named_case(name: str, path: str) -> ET.Element:
    return _element("testcase", classname=path, name=name, time="0")


def _add(case: ET.Element, tag: str, message: str = "", text: str = "", kind: str = "") -> None:
    attributes = {name: value for name, value in (("message", message), ("type", kind)) if value}
    added = _element(tag, **attributes)
    added.text = _clean(text) or None
    case.append(added)


def _element(tag: str, **attributes: str) -> ET.Element:
    return ET.Element(tag, {name: _clean(value) for name, value in attributes.items()})


def _clean(text: str) -> str:
    """Leave out what no XML file may hold."""
    return _FORBIDDEN.sub("", text)


def _tally(suite: ET.Element) -> None:
    cases = list(suite.iter("testcase"))
    suite.set("tests", str(len(cases)))
    for kind, name in zip(_KINDS, ("failures", "errors", "skipped"), strict=True):
        suite.set(name, str(sum(case.find(kind) is not None for case in cases)))
    suite.set("time", "0")

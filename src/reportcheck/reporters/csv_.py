"""The result as a table for Excel and WPS: UTF-8 with a byte order mark, no cell that a spreadsheet would calculate."""

import csv
import io
from collections.abc import Iterator

from reportcheck.reporters.ranking import ranked
from reportcheck.reporters.wording import (
    NOTICES,
    SEVERITIES,
    STATUSES,
    SUPPRESSIONS,
    basis_words,
    printable,
    shown_quote,
)
from reportcheck.verdict import BatchResult, Failure, Finding, Notice, Report

HEADER = (
    *("文件", "页", "行", "列", "规则编号", "规则", "级别", "结果", "问题", "原文", "怎么改", "依据"),
    *("处理", "理由", "批准人", "有效期至", "指纹"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(result: BatchResult) -> bytes:
    """Write a line for every finding."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER, restval="")
    writer.writeheader()
    for row in _rows(result):
        writer.writerow({name: safe(value) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def _rows(result: BatchResult) -> Iterator[dict[str, str]]:
    for failure in result.failures:
        yield _failure(failure)
    for report in result.reports:
        for finding in ranked(report.findings):
            yield _finding(report, finding)
    for notice in result.notices:
        yield _notice(notice)


def _finding(report: Report, finding: Finding) -> dict[str, str]:
    place, rule, suppression = finding.place, finding.rule, finding.suppression
    row = {
        "文件": printable(report.document.path),
        "页": "" if place.page is None else str(place.page),
        "行": str(place.line),
        "列": str(place.column),
        "规则编号": rule.id,
        "规则": rule.title,
        "级别": SEVERITIES[finding.severity],
        "结果": STATUSES[finding.status],
        "问题": finding.message,
        "原文": shown_quote(report, finding),
        "怎么改": finding.advice,
        "依据": "；".join(map(basis_words, rule.basis)),
        "指纹": finding.fingerprint,
    }
    if suppression is None:
        return row
    waived = {"处理": SUPPRESSIONS[suppression.kind], "理由": suppression.reason}
    return row | waived | {"批准人": suppression.approver, "有效期至": suppression.expires}


def _failure(failure: Failure) -> dict[str, str]:
    return {"文件": printable(failure.path), "级别": "程序出错" if failure.bug else "读不了", "问题": printable(failure.message)}


def _notice(notice: Notice) -> dict[str, str]:
    place = {"文件": printable(notice.path), "行": str(notice.line), "列": str(notice.column)}
    words = {"规则编号": notice.rule, "规则": NOTICES[notice.rule], "级别": SEVERITIES[notice.severity]}
    return place | words | {"问题": notice.message, "怎么改": notice.advice}


def safe(value: str) -> str:
    """Text from a document must never become a formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value

"""The result as SARIF 2.1.0: one run a rule set, since a rule's words may differ between editions.

Kept within what GitHub accepts: every result has a place, at most 25,000 results a run, few tags.
"""

import json
from typing import Any

import reportcheck
from reportcheck.document import Document, Span
from reportcheck.reporters.places import uri
from reportcheck.reporters.ranking import standing
from reportcheck.reporters.sarif_rules import LEVELS, Fields, notice_rules, rules, taxonomies
from reportcheck.reporters.wording import ORIGIN_WORDS, printable, suppression_words
from reportcheck.rule import RuleSet
from reportcheck.verdict import BatchResult, Failure, Finding, Notice, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
_BASE = "%SRCROOT%"


def render(result: BatchResult) -> str:
    """Write the whole result as one SARIF log."""
    runs = [_run(result, ruleset, first=index == 0) for index, ruleset in enumerate(result.rulesets)]
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": runs}, ensure_ascii=False, indent=2) + "\n"


def _run(result: BatchResult, ruleset: RuleSet, *, first: bool) -> Fields:
    """Describe what one rule set found; what belongs to no report stands in the first run."""
    reports = [report for report in result.reports if result.ruleset_of(report).id == ruleset.id]
    notices = result.notices if first else ()
    failures = result.failures if first else ()
    described = [*rules(ruleset), *notice_rules(notices)]
    index = {rule["id"]: order for order, rule in enumerate(described)}
    results = [_notice(notice, index) for notice in notices]
    found = [(report, order, finding) for order, report in enumerate(reports) for finding in report.findings]
    kept = _worst(found, MOST_RESULTS - len(results))
    results += [_result(report.document, order, finding, index) for report, order, finding in kept]
    return {
        "tool": {"driver": _driver(ruleset, described)},
        "automationDetails": {"id": f"reportcheck/{ruleset.id}/"},
        "invocations": [_invocation(failures, len(found) - len(kept))],
        "originalUriBaseIds": {_BASE: {"description": {"text": ORIGIN_WORDS}}},
        "columnKind": "unicodeCodePoints",
        "language": "zh-CN",
        "artifacts": [_artifact(report) for report in reports],
        "taxonomies": taxonomies(ruleset),
        "results": results,
    }


def _worst(found: list[tuple[Report, int, Finding]], most: int) -> list[tuple[Report, int, Finding]]:
    if len(found) <= most:
        return found
    order = {id(finding): rank for rank, finding in enumerate(standing(each[2] for each in found))}
    return sorted(found, key=lambda each: order.get(id(each[2]), len(found)))[:most]


def _driver(ruleset: RuleSet, described: list[Fields]) -> Fields:
    return {
        "name": "reportcheck",
        "version": reportcheck.__version__,
        "semanticVersion": reportcheck.__version__,
        "language": "zh-CN",
        "rules": described,
        "supportedTaxonomies": [{"name": each["name"], "index": order} for order, each in enumerate(taxonomies(ruleset))],
        "properties": {"ruleset": {"id": ruleset.id, "version": ruleset.version, "digest": ruleset.digest}},
    }


def _invocation(failures: tuple[Failure, ...], left_out: int) -> Fields:
    notifications = [_failure(failure) for failure in failures]
    if left_out:
        words = f"GitHub 一次最多收{MOST_RESULTS}个问题，这里略去了{left_out}个较轻的；全部问题见其他格式。"
        notifications.append({"descriptor": {"id": "output.cut"}, "level": "warning", "message": {"text": words}})
    return {"executionSuccessful": not failures, "toolExecutionNotifications": notifications}


def _failure(failure: Failure) -> Fields:
    return {
        "descriptor": {"id": "program.bug" if failure.bug else "input.unreadable"},
        "level": "error",
        "message": {"text": printable(failure.message)},
        "locations": [{"physicalLocation": {"artifactLocation": _located(failure.path)}}],
    }


def _located(path: str) -> Fields:
    where = uri(path)
    return {"uri": where} if where.startswith(("file:", "..")) else {"uri": where, "uriBaseId": _BASE}


def _artifact(report: Report) -> Fields:
    document = report.document
    fields: Fields = {"location": _located(document.path), "hashes": {"sha-256": document.sha256}, "roles": ["analysisTarget"]}
    score = report.score
    if document.encoding is not None:
        fields["encoding"] = document.encoding
    fields["properties"] = {"format": document.format, "percent": score.percent if score.percent is None else round(score.percent, 2), "grade": score.grade}
    return fields


def _result(document: Document, order: int, finding: Finding, index: dict[str, int]) -> Fields:
    fields: Fields = {
        "ruleId": finding.rule.id,
        "ruleIndex": index[finding.rule.id],
        "kind": "fail",
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message}\n怎么改：{finding.advice}"},
        "locations": [_location(document, order, finding.span)],
        "partialFingerprints": {"reportcheck/v1": finding.fingerprint},
    }
    if finding.related:
        fields["relatedLocations"] = [_location(document, order, span) for span in finding.related]
    if finding.suppression is not None:
        fields["suppressions"] = [_suppression(finding)]
    fields["properties"] = _properties(finding)
    return fields


def _properties(finding: Finding) -> Fields:
    place = finding.place
    fields: Fields = {"status": finding.status.value, "paragraph": place.paragraph}
    return fields if place.page is None else fields | {"page": place.page}


def _suppression(finding: Finding) -> Fields:
    suppression = finding.suppression
    assert suppression is not None  # noqa: S101 - asked before
    extra = {name: value for name, value in suppression._asdict().items() if value}
    return {"kind": "external", "status": "accepted", "justification": suppression_words(suppression), "properties": extra}


def _location(document: Document, order: int, span: Span) -> Fields:
    place = document.place(span)
    region: Fields = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "snippet": {"text": document.quote(span)},
    }
    return {"physicalLocation": {"artifactLocation": {**_located(document.path), "index": order}, "region": region}}


def _notice(notice: Notice, index: dict[str, int]) -> Fields:
    region: Any = {"startLine": notice.line, "startColumn": notice.column}
    return {
        "ruleId": notice.rule,
        "ruleIndex": index[notice.rule],
        "kind": "fail",
        "level": LEVELS[notice.severity],
        "message": {"text": f"{notice.message}\n怎么改：{notice.advice}"},
        "locations": [{"physicalLocation": {"artifactLocation": _located(notice.path), "region": region}}],
    }

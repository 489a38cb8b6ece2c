"""The result as JSON, schema ``reportcheck/result/v1``: other programs read it, so fields are only ever added."""

import json
from typing import Any

import reportcheck
from reportcheck.document import Document, Span, WaiverProposal
from reportcheck.outcome import Evidence, Item, Rejected
from reportcheck.reporters.ranking import counted, ranked
from reportcheck.reporters.way_words import way_fields
from reportcheck.reporters.wording import printable
from reportcheck.rule import RuleSet
from reportcheck.structure.facts import Facts
from reportcheck.structure.parts import Part
from reportcheck.verdict import BatchResult, Dimension, Failure, Finding, Notice, Report, Score, Suppression, Verdict

SCHEMA = "reportcheck/result/v1"
_FACTS = (
    *("type", "title", "issuer", "region", "level", "subject", "year"),
    *("addressee", "doc_number", "signed_by", "signed_on", "published"),
)
Fields = dict[str, Any]


def render(result: BatchResult) -> str:
    """Write the whole result as one JSON document."""
    return json.dumps(batch_fields(result), ensure_ascii=False, indent=2) + "\n"


def batch_fields(result: BatchResult) -> Fields:
    """Return the result as plain values."""
    findings = [finding for report in result.reports for finding in report.findings]
    return {
        "schema": SCHEMA,
        "tool": {"name": "reportcheck", "version": reportcheck.__version__},
        "ruleset": _ruleset(result.ruleset),
        "reports": [_judged(report, result.ruleset_of(report)) for report in result.reports],
        "errors": [_failure(failure) for failure in result.failures],
        "summary": {
            "reports": len(result.reports),
            "errors": len(result.failures),
            "findings": counted(findings),
            "suppressed": counted(finding for finding in findings if finding.suppression),
        },
        "notices": [_notice(notice) for notice in result.notices],
        "proposals": [_proposal(proposal) for proposal in result.proposals],
    }


def report_fields(report: Report) -> Fields:
    """Return one report as plain values."""
    document = report.document
    return {
        "path": printable(document.path),
        "sha256": document.sha256,
        "format": document.format,
        "encoding": document.encoding,
        "document": _facts(report.facts),
        "sections": [_section(part, document) for part in report.parts],
        "outcomes": [_outcome(verdict, document) for verdict in report.verdicts],
        "findings": [_finding(finding) for finding in ranked(report.findings)],
        "score": _score(report.score),
        "notes": list(document.notes),
    }


def _judged(report: Report, ruleset: RuleSet) -> Fields:
    return report_fields(report) | {"ruleset": _ruleset(ruleset), "shortest_way": way_fields(report, ruleset)}


def _ruleset(ruleset: RuleSet) -> Fields:
    return {"id": ruleset.id, "version": ruleset.version, "digest": ruleset.digest}


def _facts(facts: Facts) -> Fields:
    origin = {name: facts.origin[name] for name in _FACTS if name in facts.origin}
    if facts.profile_origin is not None:
        origin["profile"] = facts.profile_origin
    return {name: getattr(facts, name) for name in (*_FACTS, "profile")} | {"facts_from": origin}


def _section(part: Part, document: Document) -> Fields:
    place = document.place(part.span)
    heading = document.quote(part.heading) if part.heading else None
    return {"role": part.role.value, "heading": heading, "line": place.line, "end_line": place.end_line}


def _outcome(verdict: Verdict, document: Document) -> Fields:
    outcome = verdict.outcome
    fields: Fields = {
        "rule": verdict.rule.id,
        "status": outcome.status.value,
        "strength": outcome.strength.value if outcome.strength else None,
        "points": _round(verdict.points),
        "max_points": _round(verdict.max_points),
        "evidence": [_evidence(evidence, document) for evidence in outcome.evidence],
    }
    if outcome.value is not None:
        fields["value"] = int(outcome.value) if outcome.value == int(outcome.value) else _round(outcome.value)
    if outcome.items:
        fields["items"] = [_item(item, document) for item in outcome.items]
    if outcome.rejected:
        fields["rejected"] = [_rejected(rejected, document) for rejected in outcome.rejected]
    return fields


def _evidence(evidence: Evidence, document: Document) -> Fields:
    place = document.place(evidence.span)
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "text": document.quote(evidence.span),
    }


def _rejected(rejected: Rejected, document: Document) -> Fields:
    place = document.place(rejected.span)
    return {
        "line": place.line,
        "column": place.column,
        "text": document.quote(rejected.span),
        "reason": rejected.reason,
    }


def _item(item: Item, document: Document) -> Fields:
    return {
        **_line(item.span, document),
        "status": item.status.value,
        "answered_by": _answer(item.answered_by, document) if item.answered_by else None,
    }


def _line(span: Span, document: Document) -> Fields:
    return {"text": document.quote(span), "line": document.place(span).line}


def _answer(span: Span, document: Document) -> Fields:
    return {"line": document.place(span).line, "text": document.quote(span)}


def _finding(finding: Finding) -> Fields:
    place = finding.place
    return {
        "rule": finding.rule.id,
        "severity": finding.severity,
        "message": finding.message,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
        "paragraph": place.paragraph,
        "basis": [{"source": b.source, "title": b.title, "locator": b.locator} for b in finding.rule.basis],
        "advice": finding.advice,
        "fingerprint": finding.fingerprint,
        "suppression": _suppression(finding.suppression) if finding.suppression else None,
    }


def _suppression(suppression: Suppression) -> Fields:
    return {
        "kind": suppression.kind,
        "reason": suppression.reason,
        "approver": suppression.approver or None,
        "expires": suppression.expires or None,
    }


def _notice(notice: Notice) -> Fields:
    return {**notice._asdict(), "path": printable(notice.path)}


def _proposal(proposal: WaiverProposal) -> Fields:
    fields = proposal._asdict() | {"path": printable(proposal.path)}
    return {name: value or None for name, value in fields.items()}


def _score(score: Score) -> Fields:
    return {
        "points": _round(score.points),
        "max_points": _round(score.max_points),
        "percent": None if score.percent is None else _round(score.percent),
        "grade": score.grade,
        "dimensions": [_dimension(dimension) for dimension in score.dimensions],
        "capped_by": list(score.capped_by),
    }


def _dimension(dimension: Dimension) -> Fields:
    return {
        "id": dimension.id,
        "title": dimension.title,
        "points": _round(dimension.points),
        "max_points": _round(dimension.max_points),
    }


def _failure(failure: Failure) -> Fields:
    return {"path": printable(failure.path), "message": printable(failure.message)}


def _round(value: float) -> float:
    return round(float(value), 2)

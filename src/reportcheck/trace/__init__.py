"""Why a verdict: what a rule looked at in a document, how each thing was judged, what would change it.

It stands above the engine and asks the checks' own functions; it judges nothing itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

from reportcheck.document import Document
from reportcheck.engine import Checker
from reportcheck.outcome import Status
from reportcheck.rule import Rule
from reportcheck.structure.facts import Facts
from reportcheck.structure.kind import REPORT
from reportcheck.structure.reading import Reading
from reportcheck.trace.change import changes
from reportcheck.trace.evidence import trace_evidence
from reportcheck.trace.frame import (
    trace_covered_year,
    trace_doc_type,
    trace_fact,
    trace_names_year,
    trace_numbering,
    trace_order,
    trace_outcome,
    trace_part,
    trace_title,
)
from reportcheck.trace.lists import trace_answered, trace_causes, trace_items, trace_specific
from reportcheck.trace.values import Considered, Findings, Mark, Point, Trace
from reportcheck.verdict import Report, Verdict

__all__ = ["Considered", "Mark", "Point", "Trace", "trace"]

_TRACERS: Mapping[str, Callable[[Reading, Any], Findings]] = {
    "answered": trace_answered,
    "causes": trace_causes,
    "covered-year": trace_covered_year,
    "doc-type": trace_doc_type,
    "evidence": trace_evidence,
    "fact": trace_fact,
    "items": trace_items,
    "names-year": trace_names_year,
    "numbering": trace_numbering,
    "order": trace_order,
    "part": trace_part,
    "specific": trace_specific,
    "title": trace_title,
}
"""By check kind; a kind without one shows what its outcome keeps."""


def trace(checker: Checker, document: Document, rule: Rule, report: Report | None = None) -> Trace:
    """Trace one rule on one document; ``report`` is the document's, where it is known already."""
    report = report or checker.check(document)
    judged = report.verdict(rule.id)
    assert judged is not None  # noqa: S101 - a report holds every rule of its set
    document = report.document  # in which private numbers are hidden
    reading = checker.read(document)
    tracer = _TRACERS.get(rule.check)
    found = tracer(reading, checker.params(rule)) if tracer else trace_outcome(judged.outcome)
    excused = _excused(rule, judged, reading.facts)
    if excused:
        change: tuple[str, ...] = (excused,)
    elif rule.check == "evidence":
        change = tuple(changes(document, reading.facts, judged, found.considered))
    else:
        change = found.change if judged.outcome.status is not Status.MET else ()
    return Trace(document, reading.facts, rule, judged, found.looked, found.considered, change)


def _excused(rule: Rule, judged: Verdict, facts: Facts) -> str:
    """Say why a rule was not asked; empty where it was."""
    if judged.outcome.status is not Status.NOT_APPLICABLE:
        return ""
    if facts.type != REPORT:
        return "这份材料不像法治政府建设年度报告，所以没有按这一条评。"
    if not rule.applies_to.binds(facts.level, facts.subject, facts.year):
        told = "也不按这一条评" if rule.applies_to.strict else "写了并且算写到的，照样得分"
        return f"这一条不要求这样的单位写；{told}。"
    return "要看的部分这份报告里没有，所以这一条不评，也不计入满分。"

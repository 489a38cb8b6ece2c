"""Does the text state a fact? Parameter: ``fact``, a name of ``Facts``."""

from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

PARAMS: dict[str, Any] = params_schema({"fact": {"enum": ["signed_by", "signed_on"]}}, ["fact"])
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Met where the text states it; unmet anchors to the last words of the report."""
    report = [p for p in reading.passages if p.role is not Role.NOISE]
    last = report[-1].span
    anchor = Span(max(last.start, last.end - 30), last.end)
    if getattr(reading.facts, params["fact"]) is None:
        return Outcome(Status.UNMET, anchor=anchor)
    closing = [p.span for p in report if p.role is Role.CLOSING]
    return Outcome(Status.MET, evidence=(Evidence(closing[-1] if closing else anchor),))

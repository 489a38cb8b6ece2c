"""Is the input such a report at all? It has no parameters."""

from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.kind import REPORT
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

PARAMS: dict[str, Any] = params_schema({})
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Met where it is; unmet anchors to the first words."""
    first = next((p.span for p in reading.passages if p.role is not Role.NOISE), reading.passages[0].span)
    if reading.facts.type == REPORT:
        return Outcome(Status.MET, evidence=(Evidence(first),))
    return Outcome(Status.UNMET, anchor=first)

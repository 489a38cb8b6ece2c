"""Is the year reported on one that the rules are made for? Parameter: ``years``, the first and the last; the rule set's own if left out."""

from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

_YEARS: dict[str, Any] = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
PARAMS: dict[str, Any] = params_schema({"years": _YEARS}, ["years"])
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Met for a year between the two; unmet for another, partial where the text states none."""
    first, last = params["years"]
    year = reading.facts.year
    slots = {"first": str(first), "last": str(last), "year": str(year)}
    if year is None:
        return Outcome(Status.PARTIAL, slots=slots)
    if first <= year <= last:
        return Outcome(Status.MET, evidence=_stated(reading, year))
    return Outcome(Status.UNMET, evidence=_stated(reading, year), slots=slots)


def _stated(reading: Reading, year: int) -> tuple[Evidence, ...]:
    """Return where the head of the report names the year; a year that the user stated may stand nowhere."""
    for passage in reading.passages:
        if passage.role in (Role.TITLE, Role.PREFACE):
            at = reading.folded.find(str(year), passage.span.start, passage.span.end)
            if at >= 0:
                return (Evidence(Span(at, at + len(str(year)))),)
    return ()

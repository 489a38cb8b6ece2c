"""How many problems (or measures) are told, and how many of them are concrete.

Parameters: ``of`` (problems or plan), ``at_least``; ``concrete`` (words of which
a concrete item has one; a quantity or a 《document》 does as well).
"""

from collections.abc import Iterable
from typing import Any

from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.items import plan_items, problem_items
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

PARAMS: dict[str, Any] = params_schema(
    {"of": {"enum": ["problems", "plan"]}, "at_least": {"type": "integer", "minimum": 1}, "concrete": TERMS}, ["of", "at_least"]
)


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words of concrete items."""
    return params.get("concrete", ())  # type: ignore[no-any-return]


def check(reading: Reading, params: Params) -> Outcome:
    """Met: enough items count; partial: some; unmet: none. Not applicable where the part is missing."""
    role = Role(params["of"])
    parts = reading.parts_of(role)
    if not parts:
        return Outcome(Status.NOT_APPLICABLE)
    every = problem_items(reading) if role is Role.PROBLEMS else plan_items(reading)
    counted = [span for span in every if counts(reading, span, params)]
    enough = len(counted) >= params["at_least"]
    status = Status.MET if enough else Status.PARTIAL if counted else Status.UNMET
    return Outcome(
        status,
        evidence=tuple(Evidence(_opening(span)) for span in counted),
        anchor=parts[0].heading or _opening(parts[0].span),
        value=len(counted),
        slots={"count": str(len(counted)), "all": str(len(every)), "at_least": str(params["at_least"])},
    )


def counts(reading: Reading, span: Span, params: Params) -> bool:
    """Tell whether an item counts: any where nothing concrete is asked for, else one with a concrete word, a quantity or a document."""
    concrete = params.get("concrete")
    if concrete is None:
        return True
    if reading.index.any_in(concrete, span.start, span.end) is not None:
        return True
    return reading.counts(span) or "《" in reading.words(span)


def _opening(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 80))

"""Is a part there, and does it say anything? Parameters: ``role``; ``min_chars`` of text under it."""

from collections.abc import Iterable
from typing import Any

from reportcheck.checks.params import ROLE, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import ROLE_TITLES, Role

PARAMS: dict[str, Any] = params_schema({"role": ROLE, "min_chars": {"type": "integer", "minimum": 1}}, ["role", "min_chars"])


def vocabulary(params: dict[str, Any]) -> Iterable[str]:  # noqa: ARG001 - the kinds' common shape
    """Return nothing: the structure is read without terms."""
    return ()


def check(reading: Reading, params: dict[str, Any]) -> Outcome:
    """Met: the part has enough text of its own; partial: hardly any; unmet: there is no such part."""
    role = Role(params["role"])
    parts = reading.parts_of(role)
    bodies = [p.body for p in reading.passages if p.role is role and p.body is not None]
    length = sum(map(len, bodies))
    slots = {"part": ROLE_TITLES[role], "chars": str(length)}
    if not parts:
        return Outcome(Status.UNMET, slots=slots)
    status = Status.MET if length >= params["min_chars"] else Status.PARTIAL if bodies else Status.UNMET
    first = parts[0].heading or Span(parts[0].span.start, min(parts[0].span.end, parts[0].span.start + 60))
    evidence = (Evidence(first),) if status is not Status.UNMET else ()
    return Outcome(status, evidence=evidence, anchor=first, slots=slots)

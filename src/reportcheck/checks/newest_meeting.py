"""Is the newest of the great meetings named, where older ones are? See the parameters below.

Parameters: ``earlier`` (names of meetings that make one expect the newest), ``meetings`` (each with its ``name``, the words
``any`` of which tell it, and ``held``, its last day). Of the meetings held by the end of the reported year the last counts.
"""

from collections.abc import Iterable
from typing import Any

from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.dates import day_words

_MEETING = params_schema(
    {"name": {"type": "string", "minLength": 4}, "any": TERMS, "held": {"type": "string", "pattern": r"^20\d\d-\d\d-\d\d$"}},
    ["name", "any", "held"],
)
PARAMS: dict[str, Any] = params_schema(
    {"earlier": TERMS, "meetings": {"type": "array", "items": _MEETING, "minItems": 1}}, ["earlier", "meetings"]
)


def vocabulary(params: Params) -> Iterable[str]:
    """Return the names of all meetings."""
    return [*params["earlier"], *(term for meeting in params["meetings"] for term in meeting["any"])]


def check(reading: Reading, params: Params) -> Outcome:
    """Met where the newest is named; unmet where only earlier ones are; not applicable where none is, or none was held yet."""
    year = reading.facts.year
    held = [meeting for meeting in params["meetings"] if year is not None and meeting["held"] <= f"{year}-12-31"]
    if not held:
        return Outcome(Status.NOT_APPLICABLE)
    newest = max(held, key=lambda meeting: str(meeting["held"]))
    named = _named(reading, newest["any"])
    older = _named(reading, params["earlier"])
    if named or not older:
        return judged((), named[:1])
    slots = {"found": reading.document.quote(older[0]), "meeting": newest["name"], "held": day_words(newest["held"]), "year": str(year)}
    return judged([Fault(older[0], slots)])


def _named(reading: Reading, terms: Iterable[str]) -> list[Span]:
    noise = [passage.span for passage in reading.passages if passage.role is Role.NOISE]
    found = sorted(Span(*span) for span in reading.index.present(terms))
    return [span for span in found if not any(each.holds(span) for each in noise)]

"""Are the problems specific? An item is specific that names a field (``fields``) and something one can point at.

Parameters: ``fields``, ``points`` (words that point: who, where, which document,
which step), ``empty`` (phrases that would fit anybody), ``share`` of specific items asked for.
"""

from collections.abc import Iterable
from typing import Any

from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.items import problem_items
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.excerpt import excerpt

_QUOTED = 42
PARAMS: dict[str, Any] = params_schema(
    {"fields": TERMS, "points": TERMS, "empty": TERMS, "share": {"type": "number", "exclusiveMinimum": 0, "maximum": 1}},
    ["fields", "points", "empty", "share"],
)


def vocabulary(params: Params) -> Iterable[str]:
    """Return all three word lists."""
    return [*params["fields"], *params["points"], *params["empty"]]


def check(reading: Reading, params: Params) -> Outcome:
    """Met: enough items are specific; partial: at least one; unmet: none."""
    parts = reading.parts_of(Role.PROBLEMS)
    items = problem_items(reading)
    if not parts or not items:
        return Outcome(Status.NOT_APPLICABLE)
    specific = [item for item in items if is_specific(reading, item, params)]
    vague = [item for item in items if item not in specific]
    enough = len(specific) >= params["share"] * len(items)
    status = Status.MET if enough else Status.PARTIAL if specific else Status.UNMET
    shown = specific if status is Status.MET else vague
    example = excerpt(reading.document.quote(vague[0]).strip(), _QUOTED) if vague else ""
    return Outcome(
        status,
        evidence=tuple(Evidence(Span(item.start, min(item.end, item.start + 80))) for item in shown),
        anchor=parts[0].heading,
        value=len(specific),
        slots={"count": str(len(specific)), "all": str(len(items)), "example": example},
    )


def is_specific(reading: Reading, item: Span, params: Params) -> bool:
    """Tell whether a problem has a figure, or names a field and something one can point at."""
    index = reading.index
    if reading.counts(item):
        return True
    field = index.any_in(params["fields"], item.start, item.end) is not None
    points = index.any_in(params["points"], item.start, item.end) is not None
    empty = index.any_in(params["empty"], item.start, item.end) is not None
    return field and points and not (empty and item.length < 40)  # noqa: PLR2004 - a long item says more than its phrase

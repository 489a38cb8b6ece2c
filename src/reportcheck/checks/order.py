"""Do the parts stand in the expected order? Parameter: ``orders``, each an acceptable order of roles."""

from typing import Any

from reportcheck.checks.params import ROLES, Params, no_terms, params_schema
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.parts import Part
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import ROLE_TITLES, Role

PARAMS: dict[str, Any] = params_schema({"orders": {"type": "array", "items": ROLES, "minItems": 1}}, ["orders"])
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Met where the parts that are there follow one of the orders; else anchored to the first that is out of place."""
    present = first_parts(reading)
    if len(present) < 2:  # noqa: PLR2004 - one part is in any order
        return Outcome(Status.NOT_APPLICABLE)
    misplaced = [_misplaced(present, [Role(role) for role in order]) for order in params["orders"]]
    heads = tuple(Evidence(part.heading or part.span) for part in present)
    if None in misplaced:
        return Outcome(Status.MET, evidence=heads)
    part = next(found for found in misplaced if found is not None)
    shown = "、".join(ROLE_TITLES[each.role] for each in present)
    return Outcome(Status.UNMET, evidence=(Evidence(part.heading or part.span),), slots={"found": shown, "part": ROLE_TITLES[part.role]})


def first_parts(reading: Reading) -> list[Part]:
    """Return where each part first stands, in the order of the text."""
    wanted = (Role.ACHIEVEMENTS, Role.PROBLEMS, Role.FIRST_RESPONSIBLE, Role.PLAN)
    firsts = [next((part for part in reading.parts if part.role is role), None) for role in wanted]
    return sorted((part for part in firsts if part is not None), key=lambda part: part.span)


def _misplaced(present: list[Part], order: list[Role]) -> Part | None:
    ranks = [order.index(part.role) if part.role in order else -1 for part in present]
    return next((part for part, rank, before in zip(present[1:], ranks[1:], ranks, strict=False) if rank < before), None)

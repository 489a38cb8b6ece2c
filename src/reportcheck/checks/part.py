"""Whether a part is there and says anything.

Parameters: ``role``; ``min_chars`` of text under it; ``acts`` and ``min_told``:
how many sentences must tell an act or a figure (``compounds`` hide the acts in them).
"""

from collections.abc import Iterable
from typing import Any

from reportcheck.checks.params import ROLE, TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.reading import Clause, Reading, Sentence
from reportcheck.structure.roles import ROLE_TITLES, Role
from reportcheck.text.quantities import quantity_in
from reportcheck.text.tense import Tense

PARAMS: dict[str, Any] = params_schema(
    {
        "role": ROLE,
        "min_chars": {"type": "integer", "minimum": 1},
        "min_told": {"type": "integer", "minimum": 1},
        "acts": TERMS,
        "compounds": TERMS,
    },
    ["role", "min_chars"],
)


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words of acts."""
    return [*params.get("acts", ()), *params.get("compounds", ())]


def check(reading: Reading, params: Params) -> Outcome:
    """Met: the part has enough text of its own; partial: hardly any; unmet: there is no such part."""
    role = Role(params["role"])
    parts = reading.parts_of(role)
    bodies = [p.body for p in reading.passages if p.role is role and p.body is not None]
    length = sum(body.length for body in bodies)
    told = len(sentences_told(reading, params))
    slots = {"part": ROLE_TITLES[role], "chars": str(length), "told": str(told)}
    if not parts:
        return Outcome(Status.UNMET, slots=slots)
    enough = length >= params["min_chars"] and told >= params.get("min_told", 0)
    status = Status.MET if enough else Status.PARTIAL if bodies else Status.UNMET
    first = parts[0].heading or Span(parts[0].span.start, min(parts[0].span.end, parts[0].span.start + 60))
    evidence = (Evidence(first),) if status is not Status.UNMET else ()
    return Outcome(status, evidence=evidence, anchor=first, slots=slots)


def sentences_told(reading: Reading, params: Params) -> list[Sentence]:
    """Return the part's sentences with a clause that tells, as done, an act or a figure."""
    acts, compounds = params.get("acts", ()), params.get("compounds", ())

    def tells(clause: Clause) -> bool:
        start, end = clause.span.start, clause.span.end
        if clause.tense is not Tense.DONE:
            return False
        act = not clause.direction and reading.index.any_in(acts, start, end, outside=compounds) is not None
        return act or quantity_in(reading.folded, start, end) is not None

    return [each for each in reading.in_roles([Role(params["role"])]) if any(map(tells, each.clauses))]

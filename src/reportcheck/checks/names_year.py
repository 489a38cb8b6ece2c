"""Does the plan name the year it is for? It has no parameters."""

import re
from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

PARAMS: dict[str, Any] = params_schema({})
_BOOK = re.compile(r"《[^》]*》")
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Met where the year after the reported one stands in the plan or its heading, outside titles of documents."""
    parts = reading.parts_of(Role.PLAN)
    if not parts or reading.year is None:
        return Outcome(Status.NOT_APPLICABLE)
    following = f"{reading.year + 1}年"
    for part in parts:
        text = _BOOK.sub(lambda found: "□" * len(found.group()), reading.words(part.span))
        at = text.find(following)
        if at >= 0:
            start = part.span.start + at
            return Outcome(Status.MET, evidence=(Evidence(Span(start, start + len(following))),), slots={"year": following})
    return Outcome(Status.UNMET, anchor=parts[0].heading or Span(parts[0].span.start, parts[0].span.start + 30), slots={"year": following})

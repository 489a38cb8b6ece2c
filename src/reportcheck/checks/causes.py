"""Are causes given for the problems? Parameters: ``marks`` (words that give a cause), ``not`` (set phrases that look alike)."""

from collections.abc import Iterable
from typing import Any

from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.items import problem_items
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

PARAMS: dict[str, Any] = params_schema({"marks": TERMS, "not": TERMS}, ["marks"])
_MOST = 0.6


def vocabulary(params: Params) -> Iterable[str]:
    """Return the marks and the look-alikes."""
    return [*params["marks"], *params.get("not", ())]


def check(reading: Reading, params: Params) -> Outcome:
    """Met: most problems have a cause, or a passage of its own gives them; partial: some; unmet: none."""
    parts = reading.parts_of(Role.PROBLEMS)
    if not parts:
        return Outcome(Status.UNMET, slots={"count": "0", "all": "0"})
    items = problem_items(reading)
    told = causes_told(reading, params)
    explained = [item for item in items if any(item.holds(span) for span in told)]
    apart = [span for span in told if not any(item.holds(span) for item in items)]
    enough = len(explained) >= max(_MOST * len(items), 1) or len(apart) > 1 or (apart and _own_passage(reading, apart[0]))
    status = Status.MET if told and enough else Status.PARTIAL if told else Status.UNMET
    return Outcome(
        status,
        evidence=tuple(Evidence(span) for span in told),
        anchor=parts[0].heading or Span(parts[0].span.start, min(parts[0].span.end, parts[0].span.start + 80)),
        value=len(explained),
        slots={"count": str(len(explained)), "all": str(len(items))},
    )


def causes_told(reading: Reading, params: Params) -> list[Span]:
    """Return the words in the problems part that give a cause, each up to the sentence's end."""
    found: list[Span] = []
    for sentence in reading.in_roles([Role.PROBLEMS]):
        for clause in sentence.clauses:
            at = reading.index.any_in(params["marks"], clause.span.start, clause.span.end)
            alike = "not" in params and reading.index.any_in(params["not"], clause.span.start, clause.span.end) is not None
            if at is not None and not alike:
                found.append(Span(clause.span.start, sentence.span.end))
                break
    return found


def _own_passage(reading: Reading, span: Span) -> bool:
    """Tell a paragraph or heading given to the causes alone (三、原因分析)."""
    passage = next(p for p in reading.passages if p.span.holds(Span(span.start, span.start)))
    heading = reading.words(passage.path[-1]) if passage.path else ""
    return "原因" in heading and "问题" not in heading

"""Are headings numbered without gaps and repeats? It has no parameters."""

from collections.abc import Iterator
from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.passages import Passage
from reportcheck.structure.reading import Reading

PARAMS: dict[str, Any] = params_schema({})
_STYLES = {"一、", "（一）", "1."}
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Met where every number follows the one before at its level; not applicable without numbers."""
    numbered = numbered_passages(reading)
    if not numbered:
        return Outcome(Status.NOT_APPLICABLE)
    wrong = list(breaks(numbered))
    if not wrong:
        return Outcome(Status.MET, evidence=(Evidence(_number(numbered[0])),))
    first, expected = wrong[0]
    shown = reading.document.quote(_number(first))
    return Outcome(
        Status.UNMET,
        evidence=tuple(Evidence(_number(passage)) for passage, _ in wrong),
        slots={"found": shown, "expected": str(expected), "count": str(len(wrong))},
    )


def numbered_passages(reading: Reading) -> list[Passage]:
    """Return the passages whose numbers are checked."""
    return [p for p in reading.passages if p.enumerator is not None and p.enumerator.style in _STYLES]


def _number(passage: Passage) -> Span:
    assert passage.enumerator is not None  # noqa: S101 - the caller keeps only numbered ones
    return Span(passage.enumerator.start, passage.heading.end if passage.heading else passage.enumerator.end)


def breaks(numbered: list[Passage]) -> Iterator[tuple[Passage, int]]:
    """Yield each number that does not go on; a list may start anew at one under another heading."""
    last: dict[str, int] = {}
    order: list[str] = []
    for passage in numbered:
        mark = passage.enumerator
        assert mark is not None  # noqa: S101 - the caller keeps only numbered ones
        if mark.style in order:
            for deeper in order[order.index(mark.style) + 1 :]:
                last.pop(deeper, None)
            del order[order.index(mark.style) + 1 :]
        else:
            order.append(mark.style)
        before = last.get(mark.style, 0)
        restarts = mark.number == 1 and (before == 0 or mark.style != order[0])
        if mark.number != before + 1 and not restarts:
            yield passage, before + 1
        last[mark.style] = mark.number

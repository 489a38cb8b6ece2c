"""Does the plan answer each problem? Both are matched by ``subjects``: groups of words for one matter.

An aspect of a problem is a subject that it names. It is answered by a plan
sentence on the same subject with a measure (``measures``), and half answered by
one without. A problem is answered when all its aspects are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportcheck.checks.params import TERMS, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Item, Outcome, Status
from reportcheck.structure.items import problem_items
from reportcheck.structure.reading import Reading, Sentence
from reportcheck.structure.roles import Role

_SUBJECT = params_schema({"problem": TERMS, "plan": TERMS, "measures": TERMS}, ["problem"])
PARAMS: dict[str, Any] = params_schema(
    {"subjects": {"type": "object", "additionalProperties": _SUBJECT, "minProperties": 1}, "measures": TERMS}, ["subjects", "measures"]
)


@dataclass(frozen=True, slots=True)
class _Answer:
    sentence: Sentence
    concrete: bool


def vocabulary(params: dict[str, Any]) -> Iterable[str]:
    """Return the words of all subjects and measures."""
    yield from params["measures"]
    for subject in params["subjects"].values():
        for words in subject.values():
            yield from words


def check(reading: Reading, params: dict[str, Any]) -> Outcome:
    """Met: every problem is answered; partial: some are, or in part; unmet: none. Not applicable without problems."""
    problems = problem_items(reading)
    if not problems:
        return Outcome(Status.NOT_APPLICABLE)
    plan = list(reading.in_roles([Role.PLAN]))
    items = tuple(_item(reading, params, problem, plan) for problem in problems)
    open_items = [item for item in items if item.status is not Status.MET]
    answered = sum(item.status is Status.MET for item in items)
    status = Status.MET if not open_items else Status.UNMET if all(i.status is Status.UNMET for i in items) else Status.PARTIAL
    example = reading.document.quote(open_items[0].span).strip()[:40] if open_items else ""
    return Outcome(
        status,
        evidence=tuple(Evidence(_short(item.span)) for item in open_items),
        value=answered,
        items=items,
        slots={"count": str(len(open_items)), "all": str(len(items)), "example": example},
    )


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 80))


def _item(reading: Reading, params: dict[str, Any], problem: Span, plan: Sequence[Sentence]) -> Item:
    named = [s for s in params["subjects"].values() if reading.index.any_in(s["problem"], problem.start, problem.end) is not None]
    answers = [_answer(reading, params, subject, plan) for subject in named]
    found = [answer for answer in answers if answer is not None]
    full = [answer for answer in found if answer.concrete]
    first = (full or found or [None])[0]
    if named and len(full) == len(named):
        status = Status.MET
    else:
        status = Status.PARTIAL if found else Status.UNMET
    return Item(problem, status, _short(first.sentence.span) if first else None)


def _answer(reading: Reading, params: dict[str, Any], subject: dict[str, Any], plan: Sequence[Sentence]) -> _Answer | None:
    words = subject.get("plan", subject["problem"])
    measures = subject.get("measures", params["measures"])
    best: _Answer | None = None
    for sentence in plan:
        if reading.index.any_in(words, sentence.span.start, sentence.span.end) is None:
            continue
        if reading.index.any_in(measures, sentence.span.start, sentence.span.end) is not None:
            return _Answer(sentence, concrete=True)
        best = best or _Answer(sentence, concrete=False)
    return best

"""Does the plan answer each problem? Both are matched by ``subjects``: groups of words for one matter.

An aspect of a problem is a subject that its first sentence names; a ``general``
one only where no other is named. It is answered
by a plan sentence on the same subject (its heading counts) with a measure (``measures``) or a figure,
and half answered by one without. A problem is answered when two thirds of its aspects are: of two both, of three two.
Where no aspect is known or answered, a plan sentence that shares enough words
with the problem (``stock`` phrases left out) answers it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Evidence, Item, Outcome, Status
from reportcheck.structure.items import problem_items
from reportcheck.structure.reading import Reading, Sentence
from reportcheck.structure.roles import Role
from reportcheck.text.excerpt import excerpt
from reportcheck.text.patterns import Pattern
from reportcheck.text.sentences import sentences

_SUBJECT = params_schema({"problem": TERMS, "not": TERMS, "plan": TERMS, "measures": TERMS, "general": {"type": "boolean"}}, ["problem"])
PARAMS: dict[str, Any] = params_schema(
    {
        "subjects": {"type": "object", "additionalProperties": _SUBJECT, "minProperties": 1},
        "measures": TERMS,
        "stock": TERMS,
    },
    ["subjects", "measures", "stock"],
)
SHARED = 4
"""Characters in a row that a problem and a plan sentence must share outside stock phrases."""
_QUOTED = 42
_CHINESE = re.compile(r"[^\W\d_]+")
_REMEDY = Pattern(r"下一?步.{0,6}(?:需|将|要)|还需结合")


class Answer(NamedTuple):
    """A sentence of the plan on a matter; ``concrete``: it holds a measure or a figure."""

    sentence: Sentence
    concrete: bool


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words of all subjects and measures."""
    yield from params["measures"]
    yield from params["stock"]
    for subject in params["subjects"].values():
        for name, words in subject.items():
            if name != "general":
                yield from words


def check(reading: Reading, params: Params) -> Outcome:
    """Met: every problem is answered; partial: some are, or in part; unmet: none. Not applicable without problems."""
    problems = problem_items(reading)
    if not problems:
        return Outcome(Status.NOT_APPLICABLE)
    plan = list(reading.in_roles([Role.PLAN]))
    items = tuple(_item(reading, params, problem, plan) for problem in problems)
    open_items = [item for item in items if item.status is not Status.MET]
    answered = sum(item.status is Status.MET for item in items)
    status = Status.MET if not open_items else Status.UNMET if all(i.status is Status.UNMET for i in items) else Status.PARTIAL
    example = excerpt(reading.document.quote(open_items[0].span).strip(), _QUOTED) if open_items else ""
    return Outcome(
        status,
        evidence=tuple(Evidence(_short(item.span)) for item in open_items),
        value=answered,
        items=items,
        slots={"count": str(len(open_items)), "all": str(len(items)), "example": example},
    )


def _short(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 80))


def _item(reading: Reading, params: Params, problem: Span, plan: Sequence[Sentence]) -> Item:
    named = aspects(reading, params, problem)
    found = [answer for subject in named if (answer := answer_to(reading, params, subject, plan)) is not None]
    full = [answer for answer in found if answer.concrete]
    if not found:
        found = full = _by_words(reading, params, problem, plan)
        status = Status.MET if full and full[0].concrete else Status.PARTIAL if found else Status.UNMET
    else:
        status = Status.MET if len(full) * 3 >= len(named) * 2 else Status.PARTIAL
    if status is Status.UNMET and _REMEDY.search(reading.words(problem)):
        status = Status.PARTIAL  # the problem itself says what is to be done
    first = next(iter(full or found), None)
    return Item(problem, status, _short(first.sentence.span) if first else None)


def _statement(reading: Reading, problem: Span) -> Span:
    """Return the sentence that states the problem; what follows tells cases and causes."""
    first = sentences(reading.folded, problem.start, problem.end)
    return Span(*first[0]) if first else problem


def aspects(reading: Reading, params: Params, problem: Span) -> list[Params]:
    """Return the subjects that a problem names: in its first sentence, else anywhere."""
    return _aspects(reading, params, _statement(reading, problem)) or _aspects(reading, params, problem)


def _aspects(reading: Reading, params: Params, span: Span) -> list[Params]:
    named = [
        subject
        for subject in params["subjects"].values()
        if reading.index.any_in(subject["problem"], span.start, span.end, outside=subject.get("not", ())) is not None
    ]
    return [subject for subject in named if not subject.get("general")] or named


def _by_words(reading: Reading, params: Params, problem: Span, plan: Sequence[Sentence]) -> list[Answer]:
    """Return the plan sentence with the longest words in common, if they are long enough."""
    pieces = {
        reading.folded[at : at + SHARED]
        for at in range(problem.start, problem.end - SHARED + 1)
        if not any(reading.index.inside(params["stock"], at + i) for i in range(SHARED)) and _CHINESE.fullmatch(reading.folded, at, at + SHARED)
    }
    ranked = [(sum(piece in reading.words(sentence.span) for piece in pieces), sentence) for sentence in plan]
    count, best = max(ranked, key=lambda pair: pair[0], default=(0, None))
    return [Answer(best, _is_concrete(reading, best, params["measures"]))] if best is not None and count else []


def _is_concrete(reading: Reading, sentence: Sentence, measures: tuple[str, ...]) -> bool:
    span = sentence.span
    return reading.index.any_in(measures, span.start, span.end) is not None or reading.counts(span)


def _heads(reading: Reading, sentence: Sentence) -> tuple[Span, ...]:
    """Return the heading right above a sentence: it says on which matter the measures below it are."""
    return reading.passages[sentence.passage].path[1:][-1:]


def answer_to(reading: Reading, params: Params, subject: Params, plan: Sequence[Sentence]) -> Answer | None:
    """Return the plan sentence on a subject: the first with a measure, else the first."""
    words = subject.get("plan", subject["problem"])
    measures = subject.get("measures", params["measures"])
    best: Answer | None = None
    for sentence in plan:
        if not any(reading.index.any_in(words, span.start, span.end) is not None for span in (sentence.span, *_heads(reading, sentence))):
            continue
        if _is_concrete(reading, sentence, measures):
            return Answer(sentence, concrete=True)
        best = best or Answer(sentence, concrete=False)
    return best

"""Is the same figure told twice with different values? Parameters: ``measures`` (things of which a report has one number), ``scopes``."""

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Any, NamedTuple

from reportcheck.checks.figure_words import quoted, told_apart
from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading
from reportcheck.text.fold import fold
from reportcheck.text.tense import Tense

PARAMS: dict[str, Any] = params_schema({"measures": TERMS, "scopes": TERMS}, ["measures", "scopes"])
_OPENING = re.compile(r"^(?:20\d\d年|本年度?|今年|全年|一年来|年内|共计?|累计|已|[,、 ])+")


class _Told(NamedTuple):
    figure: Figure
    scope: frozenset[str]
    among: bool


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words of scopes."""
    return [*params["scopes"]]


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet: the same words, in the same scope, with two numbers; met: told more than once with one number."""
    measures = [fold(each) for each in params["measures"]]
    told: dict[tuple[str, str], list[_Told]] = {}
    for sentence, found in reading.figures:
        if any(clause.tense is Tense.OTHER_YEAR for clause in sentence.clauses):
            continue
        for figure in found:
            name = _OPENING.sub("", figure.name)
            if figure.amount.exact and not figure.tail and not told_apart(figure.lead) and any(name.endswith(each) for each in measures):
                scope = _scope(reading, params, Span(sentence.span.start, figure.amount.start))
                told.setdefault((name, figure.amount.unit), []).append(_Told(figure, scope, figure.among))
    faults, sound = [], []
    for group in told.values():
        for a, b in combinations(group, 2):
            if a.scope != b.scope or a.among or b.among or reading.sentence_at(a.figure.start) == reading.sentence_at(b.figure.start):
                continue
            if a.figure.amount.value == b.figure.amount.value:
                sound.append(b.figure.span)
            else:
                faults.append(_fault(reading, a.figure, b.figure))
    return judged(faults, sound)


def _scope(reading: Reading, params: Params, span: Span) -> frozenset[str]:
    """Return the words of scope that stand before a figure in its sentence."""
    words = reading.words(span)
    return frozenset(scope for scope in params["scopes"] if fold(scope) in words)


def _fault(reading: Reading, first: Figure, second: Figure) -> Fault:
    place = reading.document.place(first.span)
    slots = {"told": quoted(reading, second), "other": quoted(reading, first), "line": str(place.line)}
    return Fault(second.span, slots, Status.UNMET, (first.span, second.span))

"""Is the same figure told twice with different values? See the parameters below.

Told as the total of the whole place (全县现有…), the same words must have the same number. Parameters: ``measures``
(things of which a report has one number, whether or not it says 全县), ``scopes`` (words that set a figure apart),
``totals`` (words behind 全县 that say that all are counted), ``shared`` (things that each part of a report may tell of
its own field: compared only where they are a measure).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

from reportcheck.checks.figure_words import quoted, told_apart
from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading
from reportcheck.text.fold import fold
from reportcheck.text.patterns import Pattern
from reportcheck.text.tense import Tense

_NAMES = ("measures", "scopes", "shared", "totals")
PARAMS: dict[str, Any] = params_schema(dict.fromkeys(_NAMES, TERMS), list(_NAMES))
_PLACE = Pattern(r"(?:全|我)[省市州县区旗盟](?:目前|现在|已|累计)?", "全", "我")
_OURS = Pattern(r"我(?=[省市州县区旗盟])", "我")
_OPENING = Pattern(r"^(?:20\d\d年度?|本年度?|今年以?来?|全年|一年来|年内|(?:全|我)[省市州县区旗盟]|各级|共有?计?|累计|已|[,、 ])+")
_LEAST = 4


class _Told(NamedTuple):
    figure: Figure
    scope: frozenset[str]
    among: bool


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words of scopes."""
    return [*params["scopes"]]


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet: the same words, in the same scope, with two numbers; met: told more than once with one number."""
    words = {name: tuple(fold(each) for each in params[name]) for name in _NAMES}
    told: dict[tuple[str, str], list[_Told]] = {}
    for sentence, found in reading.figures:
        if any(clause.tense is Tense.OTHER_YEAR for clause in sentence.clauses):
            continue
        for figure in found:
            name = _OPENING.sub("", figure.name)
            if _comparable(figure, f"{reading.facts.year}年") and (name.endswith(words["measures"]) or _of_all(figure, name, words)):
                scope = _scope(reading, params, Span(sentence.span.start, figure.amount.start))
                told.setdefault((name, figure.amount.unit), []).append(_Told(figure, scope, figure.among))
    return judged(*_compared(reading, told.values()))


def _comparable(figure: Figure, own_year: str) -> bool:
    return figure.amount.plain and not figure.tail and not told_apart(figure.lead.replace(own_year, ""))


def _of_all(figure: Figure, name: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Tell whether a figure is told as the total of the whole place, of something that a report tells once."""
    if len(name) < _LEAST or any(each in name for each in words["shared"]):
        return False
    place = _PLACE.search(figure.label)
    return place is not None and figure.label.startswith(words["totals"], place.end())


def _compared(reading: Reading, told: Iterable[Sequence[_Told]]) -> tuple[list[Fault], list[Span]]:
    faults, sound = [], []
    for group in told:
        for a, b in combinations(group, 2):
            if a.scope != b.scope or a.among or b.among or reading.sentence_at(a.figure.start) == reading.sentence_at(b.figure.start):
                continue
            if a.figure.amount.may_equal(b.figure.amount.low, b.figure.amount.high):
                sound.append(b.figure.span)
            else:
                faults.append(_fault(reading, a.figure, b.figure))
    return faults, sound


def _scope(reading: Reading, params: Params, span: Span) -> frozenset[str]:
    """Return the words of scope that stand before a figure in its sentence."""
    words = _OURS.sub("全", reading.words(span))
    return frozenset(scope for scope in params["scopes"] if fold(scope) in words)


def _fault(reading: Reading, first: Figure, second: Figure) -> Fault:
    place = reading.document.place(first.span)
    slots = {"told": quoted(reading, second), "other": quoted(reading, first), "line": str(place.line)}
    return Fault(second.span, slots, Status.UNMET, (first.span, second.span))

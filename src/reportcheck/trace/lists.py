"""Traces of the check kinds that judge single problems, causes and measures."""

from collections.abc import Iterator
from typing import Any

from reportcheck.checks.answered import answer_to, aspects
from reportcheck.checks.answered import check as check_answered
from reportcheck.checks.causes import causes_told
from reportcheck.checks.items import counts
from reportcheck.checks.specific import is_specific
from reportcheck.document import Span
from reportcheck.outcome import Item, Status
from reportcheck.structure.items import plan_items, problem_items
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.quantities import quantity_in
from reportcheck.trace.values import Considered, Findings, Mark, MarkKind, Point, Standing
from reportcheck.trace.words import told_at

Params = Any


def trace_items(reading: Reading, params: Params) -> Findings:
    """Show each problem or measure, and whether it counts."""
    plan = params["of"] == Role.PLAN.value
    every = plan_items(reading) if plan else problem_items(reading)
    found = tuple(_item(reading, params, span) for span in every)
    counted = sum(each.standing == "counts" for each in found)
    what = "措施" if plan else "不足"
    looked = f"数出{what}{len(found)}条，算数的{counted}条，要求至少{params['at_least']}条。"
    lack = params["at_least"] - counted
    change = (f"再写{lack}条{'具体的' if 'concrete' in params else ''}{what}，每条单独成句或者编上序号。",) if lack > 0 else ()
    return Findings((looked,), found, change)


def _item(reading: Reading, params: Params, span: Span) -> Considered:
    if "concrete" not in params:
        return Considered(span, "counts", "算一条")
    marks = (*_found(reading, params["concrete"], span, "act"), *_figure(reading, span))
    if counts(reading, span, params):
        return Considered(span, "counts", "算一条", "写出了具体的事", "", _word_points(reading, marks), marks)
    return Considered(span, "rejected", "不算", "没有具体的事，也没有数量或者文件名")


def trace_specific(reading: Reading, params: Params) -> Findings:
    """Show each problem, and what makes it specific."""
    found = tuple(_specific(reading, params, span) for span in problem_items(reading))
    counted = sum(each.standing == "counts" for each in found)
    looked = f"不足{len(found)}条，写得具体的{counted}条，要求占{params['share']:.0%}以上。"
    vague = [each for each in found if each.standing != "counts"]
    change = tuple(f"{told_at(reading.document, each.span)}：写出哪些单位、哪个环节、差多少。" for each in vague[:3])
    return Findings((looked,), found, change)


def _specific(reading: Reading, params: Params, span: Span) -> Considered:
    field = tuple(_found(reading, params["fields"], span, "term"))
    point = tuple(_found(reading, params["points"], span, "act"))
    empty = tuple(_found(reading, params["empty"], span, "near_miss"))
    figure = tuple(_figure(reading, span))
    points = (
        Point("数据", _words(reading, figure)),
        Point("领域", _words(reading, field)),
        Point("指得出的事", _words(reading, point)),
        *((Point("空话", _words(reading, empty)),) if empty else ()),
    )
    marks = (*figure, *field, *point, *empty)
    if is_specific(reading, span, params):
        return Considered(span, "counts", "写得具体", "", "", points, marks)
    why = "只有空话" if field and point else "没有写出领域和指得出的事"
    return Considered(span, "rejected", "不具体", why, "", points, marks)


def trace_causes(reading: Reading, params: Params) -> Findings:
    """Show each problem with its cause, and the causes told apart from them."""
    items, told = problem_items(reading), causes_told(reading, params)
    found = [_explained(reading, params, item, told) for item in items]
    apart = [span for span in told if not any(item.holds(span) for item in items)]
    found += [
        Considered(span, "counts", "单独写的原因", marks=tuple(_found(reading, params["marks"], span, "term"))) for span in apart
    ]
    with_cause = sum(each.standing == "counts" for each in found[: len(items)])
    looked = f"不足{len(items)}条，写了原因的{with_cause}条；另有单独写原因的话{len(apart)}处。"
    open_items = [each for each in found if each.standing != "counts"]
    change = tuple(f"{told_at(reading.document, each.span)}：补一句“主要原因是××”。" for each in open_items[:3])
    return Findings((looked,), tuple(found), change or ("在存在的不足后面写一段原因，用“主要原因是××”。",))


def _explained(reading: Reading, params: Params, item: Span, told: list[Span]) -> Considered:
    cause = next((span for span in told if item.holds(span)), None)
    if cause is None:
        return Considered(item, "rejected", "没有写原因")
    marks = tuple(_found(reading, params["marks"], Span(cause.start, item.end), "term"))
    return Considered(item, "counts", "写了原因", told_at(reading.document, cause), marks=marks)


def trace_answered(reading: Reading, params: Params) -> Findings:
    """Show each problem, its aspects, and what the plan says to each."""
    items = check_answered(reading, params).items
    found = tuple(_answered(reading, params, item) for item in items)
    met = sum(item.status is Status.MET for item in items)
    looked = f"不足{len(items)}条，来年安排全部回应的{met}条。一条不足里的每个方面都要有措施或者数量来回应。"
    open_items = [item for item in items if item.status is not Status.MET]
    change = tuple(f"{told_at(reading.document, item.span)}：在来年安排里写一项对应的措施。" for item in open_items[:3])
    return Findings((looked,), found, change)


_ANSWERS: dict[Status, tuple[Standing, str]] = {
    Status.MET: ("counts", "有回应"),
    Status.PARTIAL: ("weak", "回应不足"),
    Status.UNMET: ("rejected", "没有回应"),
    Status.NOT_APPLICABLE: ("overlooked", "不适用"),
}


def _answered(reading: Reading, params: Params, item: Item) -> Considered:
    plan = list(reading.in_roles([Role.PLAN]))
    points: list[Point] = []
    marks: list[Mark] = []
    for subject in aspects(reading, params, item.span):
        own = tuple(_found(reading, subject["problem"], item.span, "term"))
        answer = answer_to(reading, params, subject, plan)
        marks += own
        points.append(Point(_words(reading, own) or "方面", _answer_words(reading, answer)))
    if item.answered_by is not None and not any(point.found != _NO_ANSWER for point in points):
        points.append(Point("按相同的词", told_at(reading.document, item.answered_by)))
    standing, words = _ANSWERS[item.status]
    return Considered(item.span, standing, words, points=tuple(points), marks=tuple(marks))


_NO_ANSWER = "来年安排里没有"


def _answer_words(reading: Reading, answer: Any) -> str:  # noqa: ANN401 - an Answer or None
    if answer is None:
        return _NO_ANSWER
    lack = "" if answer.concrete else "（没有具体措施）"
    return f"{told_at(reading.document, answer.sentence.span)}{lack}"


def _found(reading: Reading, terms: tuple[str, ...], span: Span, kind: MarkKind) -> Iterator[Mark]:
    """Return the occurrences of these terms in a span, in order; of those that overlap the longest."""
    last = span.start
    for start, end in sorted(reading.index.present(terms), key=lambda each: (each[0], -each[1])):
        if last <= start and end <= span.end:
            yield Mark(Span(start, end), kind)
            last = end


def _figure(reading: Reading, span: Span) -> Iterator[Mark]:
    figure = quantity_in(reading.folded, span.start, span.end)
    if figure is not None:
        yield Mark(Span(*figure), "figure")


def _words(reading: Reading, marks: tuple[Mark, ...]) -> str:
    return "、".join(dict.fromkeys(reading.document.quote(mark.span) for mark in marks)) or "没有"


def _word_points(reading: Reading, marks: tuple[Mark, ...]) -> tuple[Point, ...]:
    return (Point("具体的事", _words(reading, marks)),) if marks else ()

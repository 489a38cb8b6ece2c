"""A trace at a terminal: for a clerk (why, and what would change it) and for an author of rules (every sign)."""

from collections.abc import Iterator, Sequence
from unicodedata import category

from reportcheck.document import Document, Span
from reportcheck.reporters.ink import LABEL_COLUMNS, Ink
from reportcheck.reporters.wording import (
    SEVERITIES,
    STATUSES,
    STRENGTHS,
    basis_words,
    place_words,
    printable,
    who_words,
)
from reportcheck.text.width import wrap
from reportcheck.trace.values import Considered, Mark, Standing, Trace
from reportcheck.trace.words import decimal

_SIGNS: dict[Standing, tuple[str, str]] = {
    "counts": ("√", "good"),
    "weak": ("●", "warning"),
    "rejected": ("×", "error"),
    "overlooked": ("-", "dim"),
}
_COLORS = {"term": "1;33", "act": "1;32", "figure": "1;36", "doer": "1;35", "near_miss": "1;31"}
_LEGEND = {"term": "规则的词", "act": "举措", "figure": "数据", "doer": "谁做的", "near_miss": "相近的另一项"}
# Invisible marks that a wrapped text carries over line ends; the text itself is cleaned of such before.
_OPEN = {kind: chr(0x2061 + order) for order, kind in enumerate(_COLORS)}
_CLOSE = "\u2060"
_MOST = 12
_FEW = 3


def explanation(trace: Trace, ink: Ink) -> Iterator[str]:
    """Tell why the verdict is what it is, and what would change it."""
    rule, outcome = trace.rule, trace.verdict.outcome
    yield from _heading(trace, ink)
    yield from ink.field("要求", rule.requirement, indent=0)
    yield from ink.field("依据", "；".join(map(basis_words, rule.basis)), indent=0)
    strength = f"（{STRENGTHS[outcome.strength]}）" if outcome.strength else ""
    points = f"，得{decimal(trace.verdict.points)}分，满分{decimal(trace.verdict.max_points)}分" if trace.verdict.max_points else "，不计分"
    style = {"met": "good", "partial": "warning", "unmet": "error"}.get(outcome.status.value, "dim")
    yield from ink.field("判定", f"{STATUSES[outcome.status]}{strength}{points}；没有做到时属“{SEVERITIES[rule.severity]}”", indent=0)
    yield ""
    yield ink.rule("看了哪些话", style)
    for line in trace.looked:
        yield from ink.lines(line)
    yield from _considered(trace, ink, _telling(trace.considered), details=False)
    yield ""
    yield ink.rule("怎样才算写到", style)
    for line in trace.change or ("已经做到，不用改。",):
        yield from ink.lines(line.strip(), indent=2 if line.startswith("  ") else 0, hang=3)
    if outcome.status.value in ("partial", "unmet"):
        yield from ink.field("写法", rule.advice, indent=0)


def trial(trace: Trace, ink: Ink) -> Iterator[str]:
    """Show an author of rules every place that the rule looked at, sign by sign."""
    outcome = trace.verdict.outcome
    yield from _heading(trace, ink)
    strength = f"，{STRENGTHS[outcome.strength]}" if outcome.strength else ""
    yield from ink.lines(f"判定：{STATUSES[outcome.status]}{strength}（{outcome.status.value}{f'，{outcome.strength.value}' if outcome.strength else ''}）", "strong")
    for line in trace.looked:
        yield from ink.lines(line)
    kinds = {mark.kind for each in trace.considered for mark in each.marks}
    shown = [_paint(ink, kind, name) for kind, name in _LEGEND.items() if kind in kinds and (ink.color or kind == "term")]
    if shown:
        yield "标出：" + "、".join(shown)
    yield from _considered(trace, ink, trace.considered, details=True)


def _heading(trace: Trace, ink: Ink) -> Iterator[str]:
    yield from ink.lines(f"{trace.rule.id}  {trace.rule.title}", "strong")
    yield from ink.lines(f"{printable(trace.document.path)}（{who_words(trace.facts)}）", "dim")


def _telling(considered: Sequence[Considered]) -> list[Considered]:
    """Leave out what is not about the matter at all; where there is nothing else a few of it, to show what was meant."""
    return [each for each in considered if each.standing != "overlooked"] or list(considered[:_FEW])


def _rank(each: Considered) -> int:
    return list(_SIGNS).index(each.standing)


def _considered(trace: Trace, ink: Ink, considered: Sequence[Considered], *, details: bool) -> Iterator[str]:
    shown = considered if details else sorted(sorted(considered, key=_rank)[:_MOST], key=lambda each: each.span)
    for each in shown:
        sign, style = _SIGNS[each.standing]
        why = f"：{each.why}" if each.why else ""
        yield ""
        yield from ink.lines(f"{sign} {place_words(trace.document, each.span)}  {each.result}{why}", style, hang=3)
        yield from _quoted(trace.document, each, ink)
        if each.points:
            yield from _points(each, ink)
        if details:
            for line in each.details:
                yield from ink.lines(line, "dim", indent=3, hang=2)
    if len(shown) < len(considered):
        yield ""
        yield from ink.lines(f"还有{len(considered) - len(shown)}处，用 reportcheck rules try 查看全部。", "dim")


def _points(each: Considered, ink: Ink) -> Iterator[str]:
    wide = [point for point in each.points if len(point.name) * 2 > LABEL_COLUMNS - 2]
    for point in each.points:
        if point in wide:
            yield from ink.lines(f"{point.name}：{point.found}", indent=3, hang=2)
        else:
            yield from ink.field(point.name, point.found, indent=3)


def _quoted(document: Document, each: Considered, ink: Ink) -> Iterator[str]:
    """Write the words with their marks: coloured; without colour only the rule's terms, in 【】."""
    if not ink.color:
        terms = [mark for mark in each.marks if mark.kind == "term"]
        yield from (f"   {line}" for line in wrap(_marked(document, each.span, terms, brackets=True), ink.width - 6))
        return
    opened = ""
    for line in wrap(_marked(document, each.span, each.marks, brackets=False), ink.width - 6):
        drawn = f"{opened}{line}"
        for char in line:
            opened = char if char in _OPEN.values() else "" if char == _CLOSE else opened
        yield "   " + _drawn(f"{drawn}{_CLOSE if opened else ''}")


def _marked(document: Document, span: Span, marks: Sequence[Mark], *, brackets: bool) -> str:
    kinds = ["" for _ in range(span.length)]
    # What tells an author most is painted last; a term inside an act word stays visible as a term.
    for kind in ("act", "figure", "doer", "near_miss", "term"):
        for mark in marks:
            if mark.kind == kind:
                for at in range(max(mark.span.start, span.start), min(mark.span.end, span.end)):
                    kinds[at - span.start] = kind
    parts: list[str] = []
    last = ""
    for char, kind in zip(document.quote(span), kinds, strict=True):
        if kind != last:
            close, begin = ("】", "【") if brackets else (_CLOSE, _OPEN.get(kind, ""))
            parts.append((close if last else "") + (begin if kind else ""))
            last = kind
        parts.append(" " if category(char)[0] == "C" else char)
    return "".join(parts) + (("】" if brackets else _CLOSE) if last else "")


def _drawn(line: str) -> str:
    for kind, mark in _OPEN.items():
        line = line.replace(mark, f"\x1b[{_COLORS[kind]}m")
    return line.replace(_CLOSE, "\x1b[0m")


def _paint(ink: Ink, kind: str, text: str) -> str:
    return f"\x1b[{_COLORS[kind]}m{text}\x1b[0m" if ink.color else f"【{text}】"

"""The comparison for people at a terminal: what still has to be answered for comes first."""

from collections.abc import Iterator

from reportcheck.audit.commitments import ABSENT, AGAIN, DONE, PARTIAL, Commitment
from reportcheck.audit.comparison.wording import CAVEAT, Group, doubts, files, groups, name, place, tally, year
from reportcheck.audit.movements import Movement
from reportcheck.audit.repeated import REPEATED, Problem
from reportcheck.audit.two_years import STATES, Comparison
from reportcheck.reporters.ink import Ink

_MARKS = {ABSENT: ("×", "error"), AGAIN: ("●", "warning"), PARTIAL: ("●", "warning"), DONE: ("√", "good")}


def render(comparison: Comparison, *, color: bool = False, width: int = 88) -> str:
    """Write everything."""
    ink = Ink(color, width)
    lines: list[str] = [*_head(comparison, ink)]
    for group in groups(comparison):
        lines += ["", *_group(comparison, group, ink)]
    if comparison.problems:
        lines += ["", ink.rule(f"与上年说法重复的不足（{len(comparison.problems)} 条）", "strong")]
        for number, problem in enumerate(comparison.problems, 1):
            lines += _problem(comparison, number, problem, ink)
    if comparison.movements:
        lines += ["", ink.rule(f"请核对的数字（{len(comparison.movements)} 处）", "strong")]
        for number, movement in enumerate(comparison.movements, 1):
            lines += _movement(comparison, number, movement, ink)
    lines += ["", *ink.lines(CAVEAT, "dim")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(comparison: Comparison, ink: Ink) -> Iterator[str]:
    years = f"{year(comparison.last, '上年')} → {year(comparison.this, '今年')}"
    yield from ink.lines(f"{name(comparison)}　{years}", "strong")
    yield from ink.lines(files(comparison), "dim")
    for doubt in doubts(comparison):
        yield from ink.lines(f"注意：{doubt}", "warning")
    yield from ink.lines(tally(comparison))


def _group(comparison: Comparison, group: Group, ink: Ink) -> Iterator[str]:
    mark, style = _MARKS[group.state]
    yield ink.rule(f"{mark} {group.title}（{len(group.commitments)} 条）", style)
    if group.step:
        yield from ink.lines(group.step, "dim", indent=2)
    for number, each in enumerate(group.commitments, 1):
        yield from _commitment(comparison, number, each, ink)


def _commitment(comparison: Comparison, number: int, each: Commitment, ink: Ink) -> Iterator[str]:
    yield from _quoted(f"{number}. 上年{place(comparison.last, each.told)}", each.told.quote, ink)
    if each.answer is not None:
        yield from _quoted(f"今年{place(comparison.this, each.answer)}", each.answer.quote, ink, indent=5)
    if each.note:
        yield from ink.lines(f"{each.note}。", "warning", indent=5)


def _problem(comparison: Comparison, number: int, each: Problem, ink: Ink) -> Iterator[str]:
    yield from _quoted(f"{number}. 上年{place(comparison.last, each.earlier)}", each.earlier.quote, ink)
    where = f"今年{place(comparison.this, each.told)}"
    if each.state == REPEATED:
        yield from ink.lines(f"{where}　与上年{STATES[each.state]}", indent=5)
    else:
        yield from _quoted(f"{where}（{STATES[each.state]}）", each.told.quote, ink, indent=5)


def _movement(comparison: Comparison, number: int, each: Movement, ink: Ink) -> Iterator[str]:
    yield from ink.lines(f"{number}. {STATES[each.state]}：{each.note}" if each.note else f"{number}. {STATES[each.state]}", indent=2)
    yield from _quoted(f"上年{place(comparison.last, each.earlier)}", each.earlier.quote, ink, indent=5)
    yield from _quoted(f"今年{place(comparison.this, each.told)}", each.told.quote, ink, indent=5)


def _quoted(label: str, quote: str, ink: Ink, *, indent: int = 2) -> Iterator[str]:
    yield from ink.lines(f"{label}　{quote}", indent=indent, hang=3)

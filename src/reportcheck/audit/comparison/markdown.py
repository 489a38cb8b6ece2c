"""The comparison as Markdown: for a note, a wiki, a comment."""

import re
from collections.abc import Iterable, Iterator

from reportcheck.audit.comparison.wording import CAVEAT, doubts, files, groups, name, place, tally, year
from reportcheck.audit.two_years import STATES, Comparison

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")


def render(comparison: Comparison) -> str:
    """Write everything."""
    title = f"{name(comparison)}：{year(comparison.last, '上年')}与{year(comparison.this, '今年')}报告对照"
    lines = [f"## {_text(title)}", "", _text(files(comparison)), ""]
    lines += [f"> 注意：{_text(doubt)}\n" for doubt in doubts(comparison)]
    lines += [_text(tally(comparison)), ""]
    for group in groups(comparison):
        lines += [f"### {group.title}（{len(group.commitments)} 条）", "", *([group.step, ""] if group.step else [])]
        lines += _table(("上年安排", "今年写到", "说明"), _commitments(comparison, group.state))
    if comparison.problems:
        lines += [f"### 与上年说法重复的不足（{len(comparison.problems)} 条）", ""]
        lines += _table(("上年", "今年", "重复程度"), _problems(comparison))
    if comparison.movements:
        lines += [f"### 请核对的数字（{len(comparison.movements)} 处）", ""]
        lines += _table(("上年", "今年", "为什么"), _movements(comparison))
    return "\n".join([*lines, CAVEAT]) + "\n"


def _commitments(comparison: Comparison, state: str) -> Iterator[tuple[str, str, str]]:
    for each in comparison.commitments:
        if each.state == state:
            told = f"{place(comparison.this, each.answer)}：{each.answer.quote}" if each.answer else "没有找到"
            yield f"{place(comparison.last, each.told)}：{each.told.quote}", told, each.note


def _problems(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    for each in comparison.problems:
        last = f"{place(comparison.last, each.earlier)}：{each.earlier.quote}"
        yield last, f"{place(comparison.this, each.told)}：{each.told.quote}", STATES[each.state]


def _movements(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    for each in comparison.movements:
        last = f"{place(comparison.last, each.earlier)}：{each.earlier.quote}"
        yield last, f"{place(comparison.this, each.told)}：{each.told.quote}", each.note or STATES[each.state]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(_text, row))} |"
    yield ""


def _text(text: str) -> str:
    """Write words of a document so that nothing in them is read as Markdown or HTML."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", line).replace("@", "&#64;")

"""What the formats of a comparison say alike, in Chinese."""

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.audit.commitments import ABSENT, AGAIN, DONE, PARTIAL, Commitment
from reportcheck.audit.two_years import STATES, Comparison
from reportcheck.audit.year_view import Told, YearView
from reportcheck.reporters.wording import printable

CAVEAT = "只对照两份报告写了什么：没有找到，不等于没有做；换了说法的可能对不上。请核对原文后使用。"
STEPS = {
    ABSENT: "今年报告没有提到：已经落实的请补写结果，没有落实的请说明原因。",
    AGAIN: "今年没有写做了什么，又列入了来年安排：请说明上年为什么没有完成。",
    PARTIAL: "写得不全：请核对，做了的补上，没有做到的说明原因。",
    DONE: "",
}
"""What the drafter should do, by state; the order is that of the output."""
_BY_LINE = ("text", "markdown")


class Group(NamedTuple):
    """The arrangements of one state."""

    state: str
    title: str
    step: str
    commitments: tuple[Commitment, ...]


def groups(comparison: Comparison) -> Iterator[Group]:
    """Yield the arrangements by state, what needs work first."""
    for state, step in STEPS.items():
        found = tuple(each for each in comparison.commitments if each.state == state)
        if found:
            yield Group(state, STATES[state], step, found)


def place(view: YearView, told: Told) -> str:
    """Say where words stand as the input's reader would look for them."""
    if view.format in _BY_LINE:
        return f"第{told.line}行"
    return f"{f'第{told.page}页' if told.page is not None else ''}第{told.line}段"


def year(view: YearView, otherwise: str) -> str:
    """Name a report's year."""
    return f"{view.year}年度" if view.year else otherwise


def name(comparison: Comparison) -> str:
    """Name the unit that reports."""
    return comparison.this.name or comparison.this.region or comparison.last.name or "报告机关不明"


def files(comparison: Comparison) -> str:
    """Name the two files."""
    return f"上年：{printable(comparison.last.path)}；今年：{printable(comparison.this.path)}"


def tally(comparison: Comparison) -> str:
    """Sum up what became of last year's arrangements."""
    if not comparison.commitments:
        none = "上年报告里没有找到可以对照的具体安排"
        return f"{none}（有{comparison.general}句只讲方向）。" if comparison.general else f"{none}。"
    counts = {state: sum(each.state == state for each in comparison.commitments) for state in (DONE, PARTIAL, AGAIN, ABSENT)}
    told = "，".join(f"{STATES[state]} {count} 条" for state, count in counts.items())
    general = f"另有 {comparison.general} 句只讲方向，没有具体事项，不作对照。" if comparison.general else ""
    return f"上年具体安排 {len(comparison.commitments)} 条：{told}。{general}"


def doubts(comparison: Comparison) -> tuple[str, ...]:
    """Say why the two reports may not belong side by side."""
    last, this = comparison.last, comparison.this
    found = []
    if last.year is None or this.year is None:
        found.append("有一份报告没有写明年度，请确认前一个文件是上年的报告。")
    elif this.year != last.year + 1:
        found.append(f"两份报告的年度是{last.year}和{this.year}，不是前后相连的两年。")
    if last.name and this.name and last.name != this.name:
        found.append(f"两份报告的机关不同：{last.name}、{this.name}。")
    return tuple(found)

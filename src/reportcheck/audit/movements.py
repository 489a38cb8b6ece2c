"""Figures that two years' reports both tell: which fell or jumped, which stand unchanged, which are told otherwise now.

Only what is counted in the same words, once in each report, with the same unit is compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportcheck.audit.year_view import Count, Told, YearView
from reportcheck.structure.figures import Figure
from reportcheck.text.amounts import Amount

FELL, JUMPED, SAME, OTHERWISE = "fell", "jumped", "same", "otherwise"
TIMES = 2
"""A count that doubles or halves is told."""
POINTS = 10
"""A rate that moves by so many points is told."""
_LEAST = 10
_STRIKING = 100
_SAME_CHARS = 4
# A verb with a word that may stand for anything: two reports hardly mean the same thing by it.
_VAGUE = re.compile(
    r"(?:发现|查出|排查|提出|反馈|整改|采纳|征集|收集|有效|成功|调解|办结|审结|结案|废止|修改|失效|培训|轮训|参训|参加|参与|惠及|涉及|覆盖|追回|罚款|罚没|覆盖|发放|组织|开展|举办|召开|新增|累计|受理|办理|完成|"
    r"问题|意见|建议|隐患|线索|人员|案件|纠纷|资金|群众|干部|活动|会议|事项|工作|各类|继续|宣布|群众|群)*"
)
_CHANGE = re.compile(r"同比|环比|增长|下降|提高|提升|上升|减少|压减|压缩|降低|增加|占比?$|占")
_RATE = re.compile(r"(?:按时|按期|如期|综合|平均|总体)*(?:办结|结案|审结|办复|答复|回复|化解|调解|调处|整改|满意|好评|合格|优秀|通过|完成|覆盖|成功|及格|公开)+(?:度|率)")
_OPENING = re.compile(r"^(?:20\d\d年|本年度?|今年|全年|一年来|年内|截至年底|共计?|累计|全[省市州盟县区旗乡镇]|[省市州盟县区旗乡镇](?=政府)|已|[,、 ])+")
_APART = re.compile(r"去年|上年|上一年|同期|20\d\d年|此前|全国|平均|其中|以来|累计")
_BEFORE = re.compile(r"(?:[由从]|较|比)(?:上年|去年|上一年|上年度|20\d\d年)(?:度|同期)?的?$")


class Movement(NamedTuple):
    """A figure in both reports."""

    earlier: Told
    told: Told
    state: str
    note: str = ""


def movements(last: YearView, this: YearView) -> Iterator[Movement]:
    """Yield what is striking, in the order of this year's report."""
    before, now = _by_name(last.counts), _by_name(this.counts)
    for key, count in now.items():
        if key in before:
            state = _state(before[key].figure.amount, count.figure.amount)
            if state:
                yield Movement(before[key].told, count.told, state)
    yield from _told_otherwise(before, this)


def _by_name(counts: Iterable[Count]) -> dict[tuple[str, str], Count]:
    """Return the figures by what they count; what is told with two values is left out."""
    found: defaultdict[tuple[str, str], list[Count]] = defaultdict(list)
    for each in counts:
        key = _key(each.figure)
        if key is not None and not each.figure.among and not _APART.search(each.figure.lead):
            found[key].append(each)
    return {key: told[0] for key, told in found.items() if len({each.figure.amount.value for each in told}) == 1}


def _key(figure: Figure) -> tuple[str, str] | None:
    name = _OPENING.sub("", figure.name)
    thing = name + figure.tail
    unit = figure.amount.unit
    if not figure.amount.plain or sum("一" <= char <= "龥" for char in thing) < _SAME_CHARS:
        return None
    vague = _VAGUE.fullmatch(thing) or _CHANGE.search(name) or (unit == "%" and _RATE.fullmatch(name))
    return None if vague else (f"{name}|{figure.tail}", unit)


def _state(old: Amount, new: Amount) -> str | None:
    if old.unit == "%":
        moved = new.value - old.value
        return None if abs(moved) < POINTS else JUMPED if moved > 0 else FELL
    if old.value == new.value:
        return SAME if old.value >= _STRIKING and old.value % _LEAST else None
    if abs(new.value - old.value) < _LEAST:
        return None
    if new.value >= TIMES * old.value:
        return JUMPED
    return FELL if TIMES * new.value <= old.value else None


def _told_otherwise(before: dict[tuple[str, str], Count], this: YearView) -> Iterator[Movement]:
    """Yield values of last year that this year's report states and last year's report stated otherwise."""
    for each in this.counts:
        found = _BEFORE.search(each.figure.label)
        if found is None:
            continue
        name = _OPENING.sub("", each.figure.label[: found.start()])
        earlier = before.get((f"{name}|", each.figure.amount.unit))
        if earlier is not None and _apart(earlier.figure.amount, each.figure.amount):
            yield Movement(earlier.told, each.told, OTHERWISE, "今年引用的上年数字与上年报告不一致")


def _apart(one: Amount, other: Amount) -> bool:
    return one.plain and other.plain and (one.high < other.low or other.high < one.low)

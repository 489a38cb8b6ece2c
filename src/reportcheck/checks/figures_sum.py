"""Do parts add up to the total, where the text says that they are all of it? See the parameter below.

Judged are lists that are closed: ending in 其余 or 其他, outcomes that exclude each other (维持, 驳回, 撤销…), lists of one
kind after 共计…其中, and totals told after their parts (…，共49件). 其中 with some of the parts is no such list.
Parameter: ``partitions``, groups of words that exclude each other: ``parts`` are the words, of which ``needs`` must
stand with one part at least; ``least`` is the number of parts from which a list is judged (3 unless told), ``whole``
says that they are all there are, so that too small a sum is told as doubtful.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from reportcheck.checks.figure_words import across, joined, number, of_others, quoted, told_apart
from reportcheck.checks.params import TERMS, Params, no_terms, params_schema
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading

_PARTITION = params_schema(
    {"parts": TERMS, "needs": TERMS, "least": {"type": "integer", "minimum": 2}, "whole": {"type": "boolean"}}, ["parts", "needs"]
)
PARAMS: dict[str, Any] = params_schema({"partitions": {"type": "array", "items": _PARTITION, "minItems": 1}}, ["partitions"])
_REST = ("其余", "剩余", "余下", "另外", "其它", "其他", "尚余", "余")
_TOTAL_AFTER = frozenset({"共", "共计", "合计", "总计", "总共", "累计"})
_TOTAL_BEFORE = ("共", "合计", "总计")
_MOST_WORDS = 21
_TOGETHER = ("等", "涉及", "涵盖", "重复", "交叉", "同时", "分别为", "一并", "以上")
_NOT_ALL = ("新增", "累计", "同时", "涉及", "参加", "抽", "涵盖")
_ENDINGS = frozenset({"终止", "调解", "和解", "撤回"})
_NEAR = Fraction(1, 5)
_MOST_PARTS = 12
_FEW = 3
_SUFFIX = 2


class _List(NamedTuple):
    total: Figure
    parts: tuple[Figure, ...]
    strict: bool
    """Whether the text says outright that the parts are all of it."""
    whole: bool = True
    """Whether a sum that falls short is doubtful at all."""


vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet: parts that exceed their total or cannot make it; partial: parts that fall a little short of it; met: all add up."""
    faults: list[Fault] = []
    sound = []
    for _, found in reading.figures:
        for each in (*_rests(found), *_partitions(found, params["partitions"]), *_kinds(found), *_totals_after(found)):
            status = _judge(each)
            if status is Status.MET:
                sound.append(across((each.total, *each.parts)))
            elif status is not None and not any(fault.span.start <= each.total.start < fault.span.end for fault in faults):
                faults.append(_fault(reading, each, status))
    return judged(faults, sound)


def _judge(each: _List) -> Status | None:
    total = each.total.amount
    # The first of them may be all; what follows then tells of something else (旗长1件、副旗长3件、局长9件，输了1件).
    if any(total.may_equal(*_sum(each.parts[:count])) for count in range(2, len(each.parts) + 1)):
        return Status.MET
    low, high = _sum(each.parts)
    if each.strict or low > total.high:
        return Status.UNMET
    return Status.PARTIAL if each.whole and total.low - high < _NEAR * total.value else None


def _sum(parts: Sequence[Figure]) -> tuple[Fraction, Fraction]:
    return sum((p.amount.low for p in parts), Fraction(0)), sum((p.amount.high for p in parts), Fraction(0))


def _run(found: Sequence[Figure], total: int) -> list[Figure]:
    """Return the figures right after a total that could be its parts: the same unit, nothing between."""
    parts: list[Figure] = []
    for figure in found[total + 1 :]:
        nested = figure.among and parts
        apart = nested or not (figure.joint or (not parts and "中" in figure.lead))
        if figure.amount.unit != found[total].amount.unit or apart or not figure.label or figure.label in _TOTAL_AFTER:
            break
        parts.append(figure)
    return parts


def _rests(found: Sequence[Figure]) -> Iterator[_List]:
    """Yield lists that end in 其余 or 其他; one that some other reading of the sentence makes right is read so."""
    for at in range(2, len(found)):
        if not found[at].label.startswith(_REST):
            continue
        same = [i for i in range(max(0, at - _MOST_PARTS), at) if found[i].amount.unit == found[at].amount.unit]
        first = at
        while first > 0 and first - 1 in same:
            first -= 1
        chains = [_List(found[i], (*(found[k] for k in same if k >= j), found[at]), strict=True) for i in same for j in same if j > i]
        fitting = [each for each in chains if _judge(each) is Status.MET]
        plain = _List(found[first], tuple(found[first + 1 : at + 1]), strict=True)
        if fitting or _fits_some([found[i] for i in same], found[at]):
            yield from fitting[:1]
        elif at - first > 1 and not found[first].among and _dominates(plain) and not _open(plain):
            yield plain


def _fits_some(before: Sequence[Figure], rest: Figure) -> bool:
    """Tell whether the rest is what any one count leaves of any other: 收到187件，受理171件，审结160件，其余11件."""
    return any(a.amount.may_equal(b.amount.low + rest.amount.low, b.amount.high + rest.amount.high) for a in before for b in before if a is not b)


def _dominates(each: _List) -> bool:
    nested = any(part.among for part in each.parts[1:])
    return not nested and all(part.amount.value < each.total.amount.value for part in each.parts)


def _open(each: _List) -> bool:
    words = "".join(figure.lead + figure.tail for figure in each.parts)
    return any(told_apart(part.lead) for part in each.parts) or any(each in words for each in _NOT_ALL)


def _partitions(found: Sequence[Figure], partitions: Sequence[Params]) -> Iterator[_List]:
    """Yield lists of kinds that exclude each other, each told once."""
    for at in range(len(found) - _SUFFIX):
        run = _run(found, at)
        for each in partitions if len(run) >= _SUFFIX and not of_others(found[at].label) else ():
            parts = list(_leading(run, each["parts"]))
            if _is_partition(parts, run, each) and not parts[-1].tail.startswith("等") and not parts[-1].tail.endswith("等"):
                yield _List(found[at], tuple(parts), strict=False, whole=each.get("whole", False))


def _is_partition(parts: Sequence[Figure], run: Sequence[Figure], partition: Params) -> bool:
    if len(parts) < partition.get("least", _FEW) or not any(need in part.label for part in parts for need in partition["needs"]):
        return False
    if not partition.get("whole", False) and not all(_is_bare(part.label, partition["parts"]) for part in parts):
        return False
    heads = {_head(part.label, partition["parts"]) for part in parts}
    overlap = len(heads) < len(parts) or any("纠错" in part.label for part in run)
    return not overlap and len(heads & _ENDINGS) <= 1


def _head(label: str, kinds: Sequence[str]) -> str:
    """Return the longest of the kinds that a label names; empty where it names none."""
    return max((kind for kind in kinds if kind in label), key=len, default="")


def _is_bare(label: str, kinds: Sequence[str]) -> bool:
    """Tell whether a label is a kind and little else: 县直部门, 适用简易程序的; not 街道法律顾问."""
    return len(label.removesuffix("的")) <= len(_head(label, kinds)) + _SUFFIX


def _leading(run: Sequence[Figure], kinds: Sequence[str]) -> Iterator[Figure]:
    for figure in run:
        if not _head(figure.label, kinds) or figure.tail:
            return
        yield figure


def _kinds(found: Sequence[Figure]) -> Iterator[_List]:
    """Yield closed lists after 其中 whose parts are plainly kinds of one thing: three at least, with the same last words."""
    for at in range(len(found) - _FEW):
        parts = _run(found, at)
        after = found[at + 1 + len(parts)] if at + 1 + len(parts) < len(found) else None
        ended = after is None or after.joint == ","
        same = len(parts) >= _FEW and parts[0].among and all(p.label[-_SUFFIX:] == parts[0].label[-_SUFFIX:] for p in parts)
        said = len(parts) >= _FEW and parts[0].among and _says_total(found[at].label)
        loose = any(part.tail or any(each in part.label for each in _TOGETHER) or told_apart(part.label) for part in parts)
        near = abs(_sum(parts)[0] - found[at].amount.value) < _NEAR * found[at].amount.value
        if ended and (same or said) and near and not loose and not found[at].tail:
            yield _List(found[at], tuple(parts), strict=False)


def _says_total(label: str) -> bool:
    """Tell whether a label says 共 or 合计 not long before the number."""
    return any(word in label[-_MOST_WORDS - len(word) :] for word in _TOTAL_BEFORE)


def _totals_after(found: Sequence[Figure]) -> Iterator[_List]:
    """Yield totals told after their parts (A三件、B四件，共七件)."""
    for at in range(2, len(found)):
        if found[at].label not in _TOTAL_AFTER or found[at].tail.startswith(("次", "人")):
            continue
        first = at
        while first > 0 and found[first - 1].amount.unit == found[at].amount.unit and (first == at or found[first].joint == "、"):
            first -= 1
        runs = [_List(found[at], tuple(found[i:at]), strict=True) for i in range(first, at - 1)]
        fitting = [each for each in runs if _judge(each) is Status.MET]
        loose = any("等" in part.tail or "其中" in part.lead for part in found[first : at + 1]) or found[at - 1].tail
        if fitting:
            yield fitting[0]
        elif runs and not loose and (first == 0 or found[first].joint == ","):
            yield runs[0]


def _fault(reading: Reading, each: _List, status: Status) -> Fault:
    low, high = _sum(each.parts)
    right = number(low) if low == high else f"{number(low)}至{number(high)}"
    unit = each.total.amount.unit
    slots = {
        "told": quoted(reading, each.total),
        "quotes": joined(reading, each.parts),
        "working": "+".join(number(part.amount.value) for part in each.parts) + f"={number(sum((p.amount.value for p in each.parts), Fraction(0)))}",
        "right": f"{right}{unit}",
        "total": f"{number(each.total.amount.value)}{unit}",
    }
    return Fault(across((each.total, *each.parts)), slots, status, (each.total.span, *(part.span for part in each.parts)))

"""Is a part no larger than its whole: 办结 within 受理, 其中 within what stands before it, a rate within 100%? See below.

Parameter: ``stages``, each with words of a ``whole``, words of the ``part`` that comes of it, and ``carried`` where older
cases may make the part the larger (it is told as doubtful then).
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from reportcheck.checks.figure_words import (
    across,
    carried,
    names_any,
    number,
    quoted,
    rate_of,
    told_apart,
    told_of_apart,
)
from reportcheck.checks.params import TERMS, Params, no_terms, params_schema
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading

_STAGE = params_schema({"whole": TERMS, "part": TERMS, "carried": {"type": "boolean"}}, ["whole", "part"])
PARAMS: dict[str, Any] = params_schema({"stages": {"type": "array", "items": _STAGE, "minItems": 1}}, ["stages"])
_ALL = 100
_UNCAPPED = frozenset({None, "完成率", "覆盖率"})
_GROWTH = ("同比", "较", "增加", "减少", "净增", "下降", "增长")
_LOOSE = frozenset({"%", "元", "倍", "个百分点", "人次", "件次", "次", "分"})


class _Pair(NamedTuple):
    whole: Figure
    part: Figure
    status: Status


vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet: a part that cannot exceed its whole does; partial: more done than taken, and nothing said of older cases."""
    faults: list[Fault] = []
    sound = []
    for sentence, found in reading.figures:
        faults += [_over(reading, each) for each in found if rate_of(each) not in _UNCAPPED and each.amount.plain and each.amount.value > _ALL]
        for pair in (*_stages(found, params["stages"]), *_among(found)):
            over = pair.part.amount.low > pair.whole.amount.high
            if not over or (pair.status is Status.PARTIAL and carried(reading, sentence)):
                sound.append(across((pair.whole, pair.part)))
            else:
                faults.append(_fault(reading, pair))
    return judged(faults, sound)


def _stages(found: Sequence[Figure], stages: Sequence[Params]) -> Iterator[_Pair]:
    for whole, part in pairwise(found):
        if whole.amount.unit != part.amount.unit or part.amount.unit in _LOOSE or part.among or not part.joint:
            continue
        if told_of_apart(part, whole) or whole.tail or not whole.amount.plain:
            continue
        for each in stages:
            if names_any(whole.label, each["whole"]) and not names_any(whole.label, each["part"]) and _begins(part.label, each["part"]):
                yield _Pair(whole, part, Status.PARTIAL if each.get("carried", False) else Status.UNMET)
                break


def _begins(label: str, words: Sequence[str]) -> bool:
    """Tell whether a label is such a word and little else: 审结, 已审结, 调解成功; not 办结行政许可事项."""
    return any(label.endswith(word) and len(label) <= len(word) + 2 for word in words)


def _among(found: Sequence[Figure]) -> Iterator[_Pair]:
    """Yield each first part after 其中 with what stands right before it."""
    for whole, part in pairwise(found):
        told = part.lead.lstrip(" ,、;").startswith("其中") and not whole.tail and not any(each in whole.label for each in _GROWTH)
        if told and part.label and whole.amount.unit == part.amount.unit and part.amount.unit not in _LOOSE and not told_apart(part.lead):
            yield _Pair(whole, part, Status.UNMET)


def _fault(reading: Reading, pair: _Pair) -> Fault:
    whole, part = number(pair.whole.amount.value), number(pair.part.amount.value)
    slots = {
        "told": quoted(reading, pair.part),
        "whole": f"“{quoted(reading, pair.whole)}”",
        "working": f"{part}-{whole}={number(pair.part.amount.value - pair.whole.amount.value)}",
        "right": f"{whole}{pair.whole.amount.unit}",
    }
    return Fault(across((pair.whole, pair.part)), slots, pair.status, (pair.whole.span, pair.part.span))


def _over(reading: Reading, figure: Figure) -> Fault:
    told = quoted(reading, figure)
    over = number(figure.amount.value - Fraction(_ALL))
    slots = {"told": told, "whole": "全部（100%）", "working": f"{number(figure.amount.value)}%-100%={over}%", "right": "100%"}
    return Fault(figure.span, slots, Status.UNMET, (figure.span,))

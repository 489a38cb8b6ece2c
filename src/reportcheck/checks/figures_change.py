"""Does a change agree with the two values that it is told of (从96项减至13项，下降86.46%)? It has no parameters."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from reportcheck.checks.figure_words import across, as_rate, joined, number, quoted
from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading
from reportcheck.text.amounts import Amount

PARAMS: dict[str, Any] = params_schema({})
_DOWN = "下降|减少|降低|压缩|压减|缩短|精简|递减|缩减|核减|减|降"
_UP = "增长|增加|提高|提升|上升|扩大|升高|增|升"
_FROM = re.compile(r"[从由][^,;从由]*$")
_TO = re.compile(rf"^[^,;]{{0,6}}(?:逐年|大幅|逐步|再次)?(?P<way>{_DOWN}|{_UP})(?:到|至|为)了?(?:20\d\d年底?的?)?$")
_BY = re.compile(rf"^(?:同比|总体|较上年|比上年|比例|下降幅度|降幅|增幅|幅度|数量|总量)?(?P<way>{_DOWN}|{_UP}|降幅|增幅|压缩比例|压缩率|增长率|下降率|精简率|压减率)(?:了|达|为|达到|比例达?|幅度达?|率达?|约|近)*$")
_BASE = re.compile(r"^(?:比|较|与)(?:上年|去年|上一年|20\d\d年)(?:同期|度)?的?$")
_SIZE = re.compile(rf"^(?:相比|同比|有所)?(?P<way>{_DOWN}|{_UP})(?:了|约|近)?$")


class _Change(NamedTuple):
    old: Figure
    new: Figure
    by: Figure | None
    down: bool
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Unmet: a change that the two values do not make, or in the wrong direction; met: all agree."""
    faults: list[Fault] = []
    sound = []
    for _, found in reading.figures:
        for each in _changes(found):
            told = (each.old, each.new) if each.by is None else (each.old, each.new, each.by)
            right = _wrong(each)
            if right is None:
                sound.append(across(told))
            else:
                faults.append(_fault(reading, each, told, right))
    return judged(faults, sound)


def _changes(found: Sequence[Figure]) -> Iterator[_Change]:
    for at in range(len(found) - 1):
        old, new = found[at], found[at + 1]
        by = found[at + 2] if at + 2 < len(found) else None
        if old.amount.unit != new.amount.unit:
            continue
        if (to := _TO.search(new.lead.strip(" ,、"))) and _FROM.search(old.label):
            size = _BY.search(by.lead.strip(" ,、")) if by else None
            yield _Change(old, new, by if size else None, _falls(to["way"]))
        elif by and _BASE.search(new.label) and (size := _SIZE.search(by.lead.strip(" "))):
            yield _Change(new, old, by, _falls(size["way"]))


def _falls(way: str) -> bool:
    return re.match(_DOWN, way) is not None


def _wrong(each: _Change) -> str | None:
    """Return what would be right where the change is wrong."""
    old, new = each.old.amount, each.new.amount
    if not (old.plain and new.plain) or old.value == 0:
        return None
    if (new.low > old.high) if each.down else (new.high < old.low):
        return "上升" if each.down else "下降"
    return None if each.by is None or not each.by.amount.plain else _wrong_size(old, new, each.by.amount, down=each.down)


def _wrong_size(old: Amount, new: Amount, by: Amount, *, down: bool) -> str | None:
    """Return the size of the change where it is not the one told; a rate's change in percent may be meant either way."""
    sign = -1 if down else 1
    change = sign * (new.value - old.value)
    difference = _range([sign * (a - b) for a in (new.low, new.high) for b in (old.low, old.high)])
    times = _range([a / b for a in (new.low, new.high) for b in (old.low, old.high) if b > 0])
    relative = _range([100 * sign * (each - 1) for each in times])
    if by.unit == "%":
        fits = by.may_equal(*relative) or (old.unit == "%" and by.may_equal(*difference))
        return None if fits else as_rate(100 * change / old.value, by)
    if by.unit == "倍":
        fits = down or by.may_equal(*times) or by.may_equal(times[0] - 1, times[1] - 1)
        return None if fits else f"{number(new.value / old.value - 1)}倍"
    comparable = by.unit == old.unit or (by.unit == "个百分点" and old.unit == "%")
    return f"{number(change)}{by.unit}" if comparable and not by.may_equal(*difference) else None


def _range(values: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    return min(values, default=Fraction(0)), max(values, default=Fraction(10**9))


def _fault(reading: Reading, each: _Change, told: tuple[Figure, ...], right: str) -> Fault:
    slots = {
        "quotes": joined(reading, (each.old, each.new)),
        "told": quoted(reading, each.by or each.new),
        "working": _working(each.old.amount, each.new.amount, each.by.amount if each.by else None, right),
        "right": right,
    }
    return Fault(across(told), slots, Status.UNMET, tuple(figure.span for figure in told))


def _working(old: Amount, new: Amount, by: Amount | None, right: str) -> str:
    a, b = number(old.value), number(new.value)
    if by is None or right in {"上升", "下降"}:
        return f"{a}到{b}是{right}"
    if by.unit == "%":
        return f"|{b}-{a}|÷{a}={right}"
    return f"({b}-{a})÷{a}={right}" if by.unit == "倍" else f"{b}与{a}相差{right}"

"""Does a change agree with the two values that it is told of (从96项减至13项，下降86.46%)? It has no parameters."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from reportcheck.checks.figure_words import across, as_rate, joined, number, quoted
from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading, Sentence
from reportcheck.text.amounts import Amount
from reportcheck.text.patterns import Pattern

PARAMS: dict[str, Any] = params_schema({})
_DOWN = "下降|减少|降低|压缩|压减|缩短|精简|递减|缩减|核减|减|降"
_UP = "增长|增加|提高|提升|上升|扩大|升高|增|升"
_FALLS = tuple(_DOWN.split("|"))
_WAY_MARKS = ("减", "降", "缩", "精简", "增", "升", "提高", "扩大")
"""Each of the words above holds one of these."""
_FROM = Pattern(r"[从由][^,;从由]*$", "从", "由")
_TO = Pattern(rf"^[^,;]{{0,6}}(?:逐年|大幅|逐步|再次)?(?P<way>{_DOWN}|{_UP})(?:到|至|为)了?(?:20\d\d年底?的?)?$", "到", "至", "为")
_BY = Pattern(rf"^(?:同比|总体|较上年|比上年|比例|下降幅度|降幅|增幅|幅度|数量|总量)?(?P<way>{_DOWN}|{_UP}|降幅|增幅|压缩比例|压缩率|增长率|下降率|精简率|压减率)(?:了|达|为|达到|比例达?|幅度达?|率达?|约|近)*$")
_BASE = Pattern(r"^(?:比|较|与)(?:上年|去年|上一年|20\d\d年)(?:同期|度)?的?$", "年")
_YEAR = r"(?:上年度?|去年|上一年度?|(?P<year>20\d\d)年度?)(?:同期)?"
_EARLIER = Pattern(rf"^{_YEAR}[为是仅有达]*$", "年")
_DATED = Pattern(r"^(20\d\d)年度?(.*)$", "20")
_DIFFERENCE = Pattern(rf"^(?:同比|(?:比|较|与){_YEAR}(?:相比)?)(?P<way>{_DOWN}|{_UP})了?$", "同比", "比", "较", "与")
_TIMES = Pattern(rf"^(?:约?[是为达]|达到|相当于){_YEAR}的?$", "年")
_DOUBLED = Pattern(r"^[,、]?(?:实现)?翻了?(?P<n>[一两二三])番", "番")
_DOUBLINGS = {"一": 2, "两": 4, "二": 4, "三": 8}
_NEARLY_DOUBLE, _HARDLY_DOUBLE = Fraction(9, 10), Fraction(14, 10)
_COMPARED = Pattern(rf"^(?:同比|较上年|比上年|较去年)?(?P<way>{_DOWN}|{_UP})(?:了|约|近|达|幅度为)*$", *_WAY_MARKS)
_SIZE = Pattern(rf"^(?:相比|同比|有所)?(?P<way>{_DOWN}|{_UP})(?:了|约|近)?$", *_WAY_MARKS)


class _Change(NamedTuple):
    old: Figure
    new: Figure
    by: Figure | None
    down: bool
    ratio: bool = False
    """Told as new over old (是上年的3倍), which cannot mean the growth alone."""


vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Unmet: a change that the two values do not make, or in the wrong direction; met: all agree."""
    faults: list[Fault] = []
    sound = []
    for sentence, found in reading.figures:
        faults += _doublings(reading, sentence, found)
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
        if _FROM.search(old.label) and (to := _TO.search(new.lead.strip(" ,、"))):
            size = _BY.search(by.lead.strip(" ,、")) if by else None
            yield _Change(old, new, by if size else None, _falls(to["way"]))
        elif by and _BASE.search(new.label) and (size := _SIZE.search(by.lead.strip(" "))):
            yield _Change(new, old, by, _falls(size["way"]))
        elif by:
            yield from _compared(old, new, by)


def _compared(first: Figure, second: Figure, by: Figure) -> Iterator[_Change]:
    """Yield a value compared with that of an earlier year (2024年745件,2023年为630件,同比增长…; 是上年45件的3倍)."""
    yield from _from_difference(first, second, by)
    if by.amount.unit == "倍" and by.lead == "的" and _TIMES.match(second.label) and not second.tail.strip("的"):
        yield _Change(second, first, by, down=False, ratio=True)
    size = _COMPARED.match(by.label) if by.joint == "," else None
    if size is None or first.tail or second.tail:
        return
    apart = _years_between(first.label, second.label)
    if apart:
        old, new = (first, second) if apart > 0 else (second, first)
        yield _Change(old, new, by, _falls(size["way"]))


def _from_difference(new: Figure, difference: Figure, by: Figure) -> Iterator[_Change]:
    """Yield a value told with how many it is more or fewer than before (92件,比上年减少14件,下降13.2%)."""
    told = _DIFFERENCE.match(difference.label)
    size = _COMPARED.match(by.label) if told else None
    if told is None or size is None or new.tail or difference.tail or by.amount.unit != "%" or not new.amount.plain:
        return
    down, gone = _falls(told["way"]), difference.amount
    if down == _falls(size["way"]) and gone.plain:
        sign = 1 if down else -1
        bounds = sorted((new.amount.low + sign * gone.low, new.amount.high + sign * gone.high))
        amount = gone._replace(value=new.amount.value + sign * gone.value, low=bounds[0], high=bounds[1])
        if amount.low > 0:
            yield _Change(difference._replace(amount=amount), new, by, down)


def _years_between(first: str, second: str) -> int:
    """Return 1 where the second of two labels is of the next year, -1 where it is of the year before, else 0."""
    earlier, years = _EARLIER.match(second), [_DATED.match(each) for each in (first, second)]
    if earlier and earlier["year"] is None:
        return -1
    if years[0] is None or years[1] is None or not (earlier or years[0][2] == years[1][2]):
        return 0
    between = int(years[1][1]) - int(years[0][1])
    return between if abs(between) == 1 else 0


def _doublings(reading: Reading, sentence: Sentence, found: Sequence[Figure]) -> Iterator[Fault]:
    """Yield values that are told to have doubled or quadrupled and are far from it."""
    for first, second in pairwise(found):
        after = Span(second.amount.end, sentence.span.end)
        said = _DOUBLED.match(reading.words(after))
        if not said:
            continue
        rises = _FROM.search(first.label) and _TO.search(second.lead.strip(" ,、"))
        old, new = (first, second) if rises else (second, first)
        told = (rises or _BASE.match(second.label)) and first.amount.unit == second.amount.unit
        if not told or not (old.amount.plain and new.amount.plain) or not old.amount.value:
            continue
        times = new.amount.value / old.amount.value / _DOUBLINGS[said["n"]]
        if not _NEARLY_DOUBLE < times < _HARDLY_DOUBLE:
            yield _doubling_fault(reading, (first, second), Span(after.start, after.start + said.end()), new.amount.value / old.amount.value)


def _doubling_fault(reading: Reading, told: tuple[Figure, Figure], said: Span, times: Fraction) -> Fault:
    shown = f"{number(times)}倍"
    slots = {
        "quotes": joined(reading, told),
        "told": reading.document.quote(said).strip("，,"),
        "working": f"后一个数是前一个数的{shown}" if told[0].start < said.start and _FROM.search(told[0].label) else f"两个数之比是{shown}",
        "right": shown,
    }
    return Fault(Span(told[0].start, said.end), slots, Status.UNMET, (told[0].span, told[1].span))


def _falls(way: str) -> bool:
    return way.startswith(_FALLS)


def _wrong(each: _Change) -> str | None:
    """Return what would be right where the change is wrong."""
    old, new = each.old.amount, each.new.amount
    if not (old.plain and new.plain) or old.value == 0:
        return None
    if (new.low > old.high) if each.down else (new.high < old.low):
        return "上升" if each.down else "下降"
    return None if each.by is None or not each.by.amount.plain else _wrong_size(each, each.by.amount)


def _wrong_size(each: _Change, by: Amount) -> str | None:
    """Return the size of the change where it is not the one told; a rate's change in percent may be meant either way."""
    old, new, sign = each.old.amount, each.new.amount, -1 if each.down else 1
    change = sign * (new.value - old.value)
    difference = _range([sign * (a - b) for a in (new.low, new.high) for b in (old.low, old.high)])
    times = _range([a / b for a in (new.low, new.high) for b in (old.low, old.high) if b > 0])
    relative = _range([100 * sign * (ratio - 1) for ratio in times])
    if by.unit == "%":
        fits = by.may_equal(*relative) or (old.unit == "%" and by.may_equal(*difference))
        return None if fits else as_rate(100 * change / old.value, by)
    if by.unit == "倍":
        # 2倍 may be cut from 2.9, but not stand for 3.
        fits = each.down or (by.may_equal(*times) and times[0] < by.high) or (not each.ratio and by.may_equal(times[0] - 1, times[1] - 1))
        return None if fits else f"{number(new.value / old.value - (0 if each.ratio else 1))}倍"
    comparable = by.unit == old.unit or (by.unit == "个百分点" and old.unit == "%")
    return f"{number(change)}{by.unit}" if comparable and not by.may_equal(*difference) else None


def _range(values: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    return min(values, default=Fraction(0)), max(values, default=Fraction(10**9))


def _fault(reading: Reading, each: _Change, told: tuple[Figure, ...], right: str) -> Fault:
    slots = {
        "quotes": joined(reading, (each.old, each.new)),
        "told": quoted(reading, each.by or each.new),
        "working": _working(each, right),
        "right": right,
    }
    return Fault(across(told), slots, Status.UNMET, tuple(figure.span for figure in told))


def _working(each: _Change, right: str) -> str:
    old, new, by = each.old.amount, each.new.amount, each.by.amount if each.by else None
    a, b = number(old.value), number(new.value)
    if by is None or right in {"上升", "下降"}:
        return f"{a}到{b}是{right}"
    if by.unit == "%":
        return f"|{b}-{a}|÷{a}={right}"
    if by.unit == "倍":
        return f"{b}÷{a}={right}" if each.ratio else f"({b}-{a})÷{a}={right}"
    return f"{b}与{a}相差{right}"

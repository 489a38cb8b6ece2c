"""Amounts in running text: numerals of all kinds before a unit, with the interval that their digits and modifiers allow.

A printed number stands for every value that rounds or truncates to it: 86.53% for 86.525 up to 86.54, 1.2万 for
11,500 up to 13,000, 170余件 for 170 up to 180. Bare whole numbers are exact.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from reportcheck.text.patterns import Pattern, compiled

_UNITS = (
    "个百分点|件次|人次|场次|条次|卷次|户次|家次|批次|轮次|车次|课时|学时|个工作日|工作日|平方公里|公里|万元|亿元|"
    "件|次|场|种|项|个|条|起|人|名|份|家|部|期|轮|批|户|册|篇|例|宗|处|辆|支|所|台|套|路|张|本|卷|间|门|块|幅|"
    "集|天|日|小时|分钟|元|吨|亩|倍|成|%|‰|笔|封|堂|页|对|字|分(?!之)|只|座|枚|幢|栋"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|\d+(?:\.\d+)?"
_CHINESE = r"[零〇一二三四五六七八九十百千两]{1,9}"
_AMOUNT = compiled(
    rf"(?P<before>超过|超出|突破|高达|不足|不到|不少于|不低于|至少|大约|约为|将近|接近|超|近|约|逾)?"
    rf"(?:(?<![\d.第A-Za-z])(?P<n>{_DIGITS})|(?<![零〇一二三四五六七八九十百千两第万亿])(?P<c>{_CHINESE}))"
    rf" ?(?P<more>[余多几])?(?P<scale>万亿|百万|千万|万|亿|千|百)?(?P<more2>[余多几])? ?(?P<unit>{_UNITS})(?!制)"
    rf"(?P<after>以上|以下|以内|左右|之多|有余|多(?=[,、。;]))?"
)
_PERCENT_WORDS = Pattern(r"百分之(?P<c>[零〇一二三四五六七八九十百点]{1,9})", "百分之")
_INSIDE = compiled(r"《[^《》\n]{1,80}》|\"[^\"\n]{0,40}\"|<[^<>\n]{1,60}>")
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_MONEY = {"万元": ("元", 10**4), "亿元": ("元", 10**8), "个工作日": ("工作日", 1)}
_NUMERALS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_BOUNDLESS = Fraction(10**18)
_AT_LEAST = frozenset({"超过", "超出", "突破", "超", "逾", "不少于", "不低于", "至少", "以上", "之多", "有余"})
_AT_MOST = frozenset({"不足", "不到", "以下", "以内"})
_NEARLY = frozenset({"近", "将近", "接近"})
_ABOUT = frozenset({"约", "大约", "约为", "左右"})
_NO_WORDS = frozenset({None})
_TO = ("-", "至", "到", "~")


class Amount(NamedTuple):
    """A number with its unit; ``low`` and ``high`` bound what it may stand for."""

    start: int
    end: int
    value: Fraction
    low: Fraction
    high: Fraction
    unit: str
    step: Fraction
    """One unit in the last place shown."""

    @property
    def exact(self) -> bool:
        """Tell whether the number stands for itself alone."""
        return self.low == self.high

    @property
    def plain(self) -> bool:
        """Tell whether no word such as 约 or 以上 stands with it, only rounding."""
        return self.high - self.low <= 2 * self.step

    def may_equal(self, low: Fraction, high: Fraction) -> bool:
        """Tell whether the number may stand for something in this range."""
        return self.low <= high and low <= self.high


def amounts(folded: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts between two offsets, outside titles and quotation marks, in order."""
    inside = [match.span() for match in _INSIDE.finditer(folded, start, end)]
    found = [amount for match in _AMOUNT.finditer(folded, start, end) if (amount := _read(folded, match)) is not None]
    found += [_percent(match) for match in _PERCENT_WORDS.finditer(folded, start, end)]
    for amount in sorted(found):
        if not any(a <= amount.start < b for a, b in inside):
            yield amount


def chinese_number(text: str) -> int | None:
    """Return the value of a Chinese numeral below ten thousand (一百二十三, 二〇), None where it is none."""
    total, digit = 0, -1
    if all(char in _NUMERALS for char in text):
        return int("".join(str(_NUMERALS[char]) for char in text)) if len(text) == 1 or "〇" in text or "零" in text else None
    for char in text:
        if char in _POWERS:
            total += (1 if digit < 0 else digit) * _POWERS[char]
            digit = -1
        else:
            digit = _NUMERALS[char]
    return total + max(digit, 0)


def _read(folded: str, match: re.Match[str]) -> Amount | None:
    if _is_range_end(folded, match.start()):
        return None
    digits, words, unit = match["n"], match["c"], match["unit"]
    whole = chinese_number(words) if words else None
    if words and whole is None:
        return None
    text = digits.replace(",", "") if digits else str(whole)
    unit, factor = _MONEY.get(unit, (unit, 1))
    factor *= _SCALES.get(match["scale"] or "", 1)
    before, _, part = text.partition(".")
    places = len(part)
    value = Fraction(int(before + part) * factor, 10**places) if places else Fraction(int(before) * factor)
    measured = places > 0 or factor > 1 or unit in {"%", "‰", "倍", "成", "个百分点"}
    step = Fraction(factor, 10**places) if measured else Fraction(1)
    words_around = {match["before"], match["after"], "余" if match["more"] or match["more2"] or match["after"] == "多" else None}
    low, high = _bounds(value, step, words_around, measured=measured)
    return Amount(match.start(), match.end(), value, low, high, unit, step)


def _is_range_end(folded: str, start: int) -> bool:
    """Tell the second number of a range (3-5件)."""
    before = folded[max(0, start - 3) : start]
    return before.endswith(_TO) and before[:-1].removesuffix(" ")[-1:].isdecimal()


def _percent(match: re.Match[str]) -> Amount:
    whole, _, part = match["c"].partition("点")
    digits = "".join(str(_NUMERALS.get(char, 0)) for char in part)
    value = Fraction(f"{chinese_number(whole) or 0}.{digits or 0}")
    step = Fraction(1, 10 ** len(digits))
    low, high = _bounds(value, step, set(), measured=True)
    return Amount(match.start(), match.end(), value, low, high, "%", step)


def _bounds(value: Fraction, step: Fraction, around: set[str | None], *, measured: bool) -> tuple[Fraction, Fraction]:
    """Return the bounds: half a unit below and a whole one above for what is rounded, wider with a word such as 约."""
    low, high = (value - step / 2, value + step) if measured else (value, value)
    if around <= _NO_WORDS:
        return low, high
    coarse = max(step, _round_part(value))
    if around & _AT_LEAST:
        high = _BOUNDLESS
    if around & _AT_MOST:
        low, high = Fraction(0), max(high, value)
    if around & _NEARLY:
        low = value - coarse
    if around & _ABOUT:
        low, high = value - coarse, value + coarse
    if "余" in around:
        high = max(high, value + coarse)
    return low, high


def _round_part(value: Fraction) -> Fraction:
    """Return the power of ten down to which a whole number is round: 10 for 170, 100 for 1600."""
    power = 1
    while value and value % (power * 10) == 0:
        power *= 10
    return Fraction(power)

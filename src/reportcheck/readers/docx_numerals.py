"""Automatic numbers as Word writes them: a value and a ``w:numFmt`` to characters."""

from collections.abc import Callable, Mapping
from functools import partial

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(value: int, fmt: str) -> str:
    """Return a number in a format; formats that no Chinese document has are written in digits."""
    return _FORMATS.get(fmt, str)(value)


def _counting(value: int, digits: str = _DIGITS, units: str = "十百千", *, short_ten: bool = True) -> str:
    """Write 一, 十, 十一, 二十一, 一百零一."""
    if not 0 < value < 10000:  # noqa: PLR2004 - nobody numbers further; 0 is a single sign
        return str(value) if value else digits[0]
    figures = str(value)
    said = ""
    for place, figure in enumerate(figures):
        unit = len(figures) - place - 1
        if figure != "0":
            said += digits[int(figure)] + (units[unit - 1] if unit else "")
        elif figures[place:].strip("0") and not said.endswith("零"):
            said += "零"
    return said[1:] if short_ten and 10 <= value < 20 else said  # noqa: PLR2004 - 十一, not 一十一


def _digital(value: int) -> str:
    return "".join(_DIGITS[int(figure)] for figure in str(value))


def _letters(value: int) -> str:
    """Write A … Z, AA, BB, as Word does."""
    return chr(ord("A") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 26 * 30 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:  # noqa: PLR2004 - Roman numerals end there
        return str(value)
    said = ""
    for worth, letters in _ROMAN:
        said += letters * (value // worth)
        value %= worth
    return said


def _signs(value: int, signs: str) -> str:
    """Write 甲, 乙, … or ①, ②, … while there are such signs, then digits."""
    return signs[value - 1] if 0 < value <= len(signs) else str(value)


def _full_width(value: int) -> str:
    return "".join(chr(ord(figure) + 0xFEE0) for figure in str(value))


_circled = partial(_signs, signs="①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": "{:02d}".format,
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "koreanDigital2": _digital,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": partial(_counting, digits=_LEGAL, units="拾佰仟", short_ten=False),
    "ideographLegalTraditional": partial(_counting, digits=_LEGAL, units="拾佰仟", short_ten=False),
    "ideographTraditional": partial(_signs, signs=_STEMS),
    "ideographZodiac": partial(_signs, signs=_BRANCHES),
    "ideographEnclosedCircle": partial(_signs, signs="㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": partial(_signs, signs="⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": partial(_signs, signs="⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "numberInDash": "- {} -".format,
}

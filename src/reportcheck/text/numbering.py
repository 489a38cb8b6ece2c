"""Numbers that open headings and items (GB/T 9704 and what people make of it)."""

import re
from typing import NamedTuple

from reportcheck.text.patterns import Pattern

DIGITS = "零〇一二三四五六七八九十百"
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

_CHINESE, _DIGITS, _CIRCLED = "chinese", "digits", "circled"
_NUMBER = re.compile(rf"(?P<opens>[第(]?)(?:(?P<{_CHINESE}>[{DIGITS}]{{1,3}})|(?P<{_DIGITS}>\d{{1,2}})|(?P<{_CIRCLED}>[①-⑳]))")
# By what opens the number and what it is made of: the styles, each with what closes it. Of two that fit the first is meant.
_CLOSINGS: dict[tuple[str, str], tuple[tuple[str, Pattern], ...]] = {
    ("第", _CHINESE): (("chapter", Pattern(r"(?:部分|章)[ 、:]?")), ("第一，", Pattern(r"(?:[,、:])"))),
    ("", _CHINESE): (("一、", Pattern(r" ?(?:、|\.(?!\d)|,(?=[^\d]))")), ("（一）", Pattern(r"\) ?[、.]?"))),
    ("(", _CHINESE): (("（一）", Pattern(r"\) ?[、.,]?")),),
    ("", _DIGITS): (
        ("1.1", Pattern(r"\.(?P<second>\d{1,2})[ 、]+")),
        ("1.", Pattern(r" ?(?:、|\.(?!\d))")),
        ("1）", Pattern(r"\) ?[、.]?")),
    ),
    ("(", _DIGITS): (("（1）", Pattern(r"\) ?[、.]?")),),
    ("", _CIRCLED): (("①", Pattern("")),),
}
# In the order of GB/T 9704's nesting; a document may begin with any of them.
STYLES = ("chapter", "一、", "（一）", "1.1", "1.", "（1）", "1）", "①", "第一，")
_LONGEST_ORDINAL = 2
_RUN = Pattern(
    r"(?P<n>[一二三四五六七八九十]{1,3})(?:是|要)(?![一二三四五六七八九十项]|个(?!别))|其(?P<m>[一二三四五六七八九十])[,是]"
)
_RUN_BEGINS = ("一是", "一要", "其一")


class Enumerator(NamedTuple):
    """A heading's number: where it stands, its style (a key such as ``（一）``) and its value."""

    start: int
    end: int
    style: str
    number: int


def chinese_number(text: str) -> int:
    """Read 1 to 999 in Chinese numerals; 0 where it is none."""
    total = section = 0
    for char in text:
        if char == "百":
            total, section = total + (section or 1) * 100, 0
        elif char == "十":
            total, section = total + (section or 1) * 10, 0
        else:
            section = _VALUES.get(char, 0)
    return total + section


def _value(text: str) -> int:
    if text.isdecimal() and text.isascii():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return chinese_number(text)


def enumerator_at(folded: str, start: int) -> Enumerator | None:
    """Return the heading number that begins exactly here, or None."""
    found = _NUMBER.match(folded, start)
    if found is None or found.lastgroup is None:
        return None
    for style, closing in _CLOSINGS.get((found["opens"], found.lastgroup), ()):
        closed = closing.match(folded, found.end())
        if closed and not (style == "第一，" and len(found[found.lastgroup]) > _LONGEST_ORDINAL):
            number = _value(closed["second"] if style == "1.1" else found[found.lastgroup])
            return Enumerator(start, closed.end(), style, number) if number else None
    return None


def run_items(folded: str, start: int, end: int) -> list[Enumerator]:
    """Find the marks of an 一是…二是… run (also 一要, 其一) that count up from one."""
    found: list[Enumerator] = []
    if not any(folded.find(mark, start, end) >= 0 for mark in _RUN_BEGINS):
        return found
    for match in _RUN.finditer(folded, start, end):
        number = chinese_number(match.group("n") or match.group("m"))
        before = folded[match.start() - 1] if match.start() > start else "。"
        if before not in "。;;:：,,. \n)!?" or number not in (1, len(found) + 1):
            continue
        if number == 1 and found:
            continue
        if number == len(found) + 1:
            found.append(Enumerator(match.start(), match.end(), "一是", number))
    return found if len(found) > 1 else []

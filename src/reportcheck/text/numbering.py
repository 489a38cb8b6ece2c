"""Numbers that open headings and items (GB/T 9704 and what people make of it)."""

import re
from typing import NamedTuple

DIGITS = "零〇一二三四五六七八九十百"
_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

# Styles in the order of GB/T 9704's nesting; a document may begin with any of them.
_STYLES: tuple[tuple[str, str], ...] = (
    ("chapter", rf"第(?P<n>[{DIGITS}]{{1,3}})(?:部分|章)[ 、:]?"),
    ("一、", rf"(?P<n>[{DIGITS}]{{1,3}}) ?(?:、|\.(?!\d)|,(?=[^\d]))"),
    ("（一）", rf"\((?P<n>[{DIGITS}]{{1,3}})\) ?[、.,]?"),
    ("（一）", rf"(?P<n>[{DIGITS}]{{1,3}})\) ?[、.]?"),
    ("1.1", r"\d{1,2}\.(?P<n>\d{1,2})[ 、]+"),
    ("1.", r"(?P<n>\d{1,2}) ?(?:、|\.(?!\d))"),
    ("（1）", r"\((?P<n>\d{1,2})\) ?[、.]?"),
    ("1）", r"(?P<n>\d{1,2})\) ?[、.]?"),
    ("①", r"(?P<n>[①-⑳])"),
    ("第一，", rf"第(?P<n>[{DIGITS}]{{1,2}})[,、:]"),
)
STYLES: tuple[str, ...] = tuple(dict.fromkeys(style for style, _ in _STYLES))
_ENUMERATOR = re.compile(
    "|".join(f"(?P<s{i}>{re.sub('<n>', f'<n{i}>', pattern)})" for i, (_, pattern) in enumerate(_STYLES))
)
_RUN = re.compile(r"(?P<n>[一二三四五六七八九十]{1,3})(?:是|要)(?![一二三四五六七八九十个项])|其(?P<m>[一二三四五六七八九十])[,是]")


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
    match = _ENUMERATOR.match(folded, start)
    if match is None:
        return None
    index = next(i for i in range(len(_STYLES)) if match.group(f"s{i}") is not None)
    number = _value(match.group(f"n{index}"))
    return Enumerator(start, match.end(), _STYLES[index][0], number) if number else None


def run_items(folded: str, start: int, end: int) -> list[Enumerator]:
    """Find the marks of an 一是…二是… run (also 一要, 其一) that count up from one."""
    found: list[Enumerator] = []
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

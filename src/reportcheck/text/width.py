"""Text in columns: a Chinese character takes two, and some marks may not begin or end a line.

Characters of ambiguous width (“ ” × ● █ ─) are counted as two, as Chinese
consoles and fonts draw them; elsewhere lines merely come out shorter.
"""

import re
from unicodedata import category, east_asian_width

_NO_START = "，。；：、！？）》】」』”’〉〕％%‰…—～·,.;:!?)]}"
_NO_END = "（《【「『“‘〈〔([{"
_UNIT = re.compile(r"[0-9A-Za-z_./+\-%:@#=]+| +|.", re.DOTALL)
ELLIPSIS = "…"


def char_columns(char: str) -> int:
    """Return how many columns a character takes: 0, 1 or 2."""
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WFA" else 1


def columns(text: str) -> int:
    """Return how many columns a text takes."""
    return sum(map(char_columns, text))


def pad(text: str, width: int) -> str:
    """Fill a text with spaces on the right to a width."""
    return text + " " * max(width - columns(text), 0)


def head(text: str, width: int) -> str:
    """Return the longest beginning that takes at most ``width`` columns."""
    used = 0
    for index, char in enumerate(text):
        used += char_columns(char)
        if used > width:
            return text[:index]
    return text


def shorten(text: str, width: int) -> str:
    """Cut the end of a text that is too wide and put an ellipsis there."""
    return text if columns(text) <= width else head(text, width - columns(ELLIPSIS)) + ELLIPSIS


def shorten_middle(text: str, width: int) -> str:
    """Cut the middle of a text that is too wide; its beginning and end stay."""
    if columns(text) <= width:
        return text
    room = width - columns(ELLIPSIS)
    tail = head(text[::-1], room // 2)[::-1]
    return head(text, room - columns(tail)) + ELLIPSIS + tail


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines; no line begins with 。or ends with （, and numbers and words stay whole."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines += _wrap_paragraph(paragraph, width)
    return lines


def _wrap_paragraph(text: str, width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for unit in _units(text, width):
        if line and columns(line) + columns(unit.rstrip()) > width:
            lines.append(line.rstrip())
            line = unit.lstrip()
        else:
            line += unit
    return [*lines, line.rstrip()] if line.strip() else lines


def _units(text: str, width: int) -> list[str]:
    """Cut a text into what must stay together on a line."""
    units: list[str] = []
    for token in _UNIT.findall(text):
        if units and (token[0] in _NO_START or units[-1][-1] in _NO_END):
            units[-1] += token
        else:
            units.append(token)
    return [part for unit in units for part in _hard(unit, width)]


def _hard(unit: str, width: int) -> list[str]:
    parts: list[str] = []
    while columns(unit) > width:
        part = head(unit, width) or unit[0]
        parts.append(part)
        unit = unit[len(part) :]
    return [*parts, unit] if unit else parts

"""Administrative divisions: which names a text holds, and their level.

The table is package data, written by ``scripts/build_divisions.py`` from the
published list of divisions.
"""

import os
from collections.abc import Iterator
from functools import lru_cache

from reportcheck.text.patterns import Pattern

LEVEL_OF_SUFFIX = {
    "省": "province",
    "自治区": "province",
    "特别行政区": "province",
    "自治州": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "地区": "prefecture",
    "自治县": "county",
    "自治旗": "county",
    "县": "county",
    "旗": "county",
    "区": "county",
}
_SUFFIXES = frozenset("区市县州省旗盟")
_LONGEST = 15
_TOWN = Pattern(
    r"[^\W\d_]{1,8}?(?:街道|苏木|民族乡|镇|乡)"
    r"(?=人民政府|办事处|党委|党工委|法治|20\d\d|坚持|始终|认真|深入|以|在|全面|紧|,|$|的|关于|为)",
    "街道", "苏木", "镇", "乡",
)  # fmt: skip


@lru_cache(maxsize=1)
def divisions() -> dict[str, str]:
    """Return every division's name, long and short (昌吉州), with the highest level at which it occurs."""
    # Beside this file in the wheel as in a checkout; importlib.resources would cost more than the reading.
    with open(os.path.join(os.path.dirname(__file__), "divisions.txt"), encoding="utf-8") as stream:
        cells = stream.read().replace("\n", ",").split(",")  # line by line takes half as long again
    return dict(zip(cells[::2], cells[1::2], strict=False))


def names_in(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, level) of the division names in a text, the longest that ends at each place."""
    table = divisions()
    for end, char in enumerate(folded, 1):
        if char not in _SUFFIXES:
            continue
        for start in range(max(0, end - _LONGEST), end - 1):
            level = table.get(folded[start:end])
            if level:
                yield start, end, level
                break


def town_in(folded: str) -> str | None:
    """Return the first township, town or street office named in a text."""
    match = _TOWN.search(folded)
    return match.group() if match else None

"""Quotations made short: cut where a clause ends, never inside a number."""

import re

CUT = "……"
_BORDER = re.compile(r"[，。；：！？,;:!?](?!(?<=\d.)\d)")
_NUMBER_AT_END = re.compile(r"[0-9０-９.．,，%％]+$")
_LEAST = 3


def excerpt(text: str, most: int) -> str:
    """Return a text of at most ``most`` characters: its beginning up to the end of a clause, with an ellipsis."""
    if len(text) <= most:
        return text
    room = most - len(CUT)
    borders = [border.start() for border in _BORDER.finditer(text, 0, room + 2) if border.start() <= room]
    if borders and borders[-1] >= room // _LEAST:
        return text[: borders[-1]] + CUT
    # What counts is cut off with its unit: 5…… for 5件 would be another number.
    return (_NUMBER_AT_END.sub("", text[:room]) or text[:room]) + CUT

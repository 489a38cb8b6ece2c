"""Where sentences and clauses begin and end."""

import re

_SENTENCE_END = re.compile(r"[。!?;]+[\"')\]】》]*|\n")
_CLAUSE_END = re.compile(r",(?!(?<=\d,)\d{3})|[:。!?;\n]")
_INSIDE = re.compile(r"《[^《》\n]{1,80}》|\([^()\n]{1,60}\)")


def _protected(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges inside 《》 and short brackets, where no sentence ends."""
    return [match.span() for match in _INSIDE.finditer(folded, start, end)]


def _cut(folded: str, start: int, end: int, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    inside = _protected(folded, start, end)
    parts: list[tuple[int, int]] = []
    begin = start
    for match in mark.finditer(folded, start, end):
        if any(a < match.start() < b - 1 for a, b in inside):
            continue
        if begin < match.end():
            parts.append((begin, match.end()))
        begin = match.end()
    if begin < end:
        parts.append((begin, end))
    trimmed = []
    for a, b in parts:
        while a < b and folded[a] in " \n":
            a += 1  # noqa: PLW2901 - the range shrinks from the left
        if folded[a:b].strip(" \n,;:。!?"):
            trimmed.append((a, b))
    return trimmed


def sentences(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at 。！？； (also between items of a list); closing quotes stay with the sentence."""
    return _cut(folded, start, end, _SENTENCE_END)


def clauses(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at commas and colons as well; what stands in 《》 or brackets is never cut."""
    return _cut(folded, start, end, _CLAUSE_END)

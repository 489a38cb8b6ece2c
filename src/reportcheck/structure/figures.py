"""Figures of a sentence: each amount with the words that say what it counts."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.document import Span
from reportcheck.text.amounts import Amount, amounts

_STOPS = ",:;。!?"
_JOINTS = _STOPS + "、"
_LEADING = re.compile(r"^(?:其中|及(?!格)|[ 和与以])+(?=.)|^ +")
_MODIFIERS = re.compile(r"(?:共计|合计|总计|累计|达到|约为|分别为|分别|均为|高达|[共计达为是约近超逾: ])+$")


class Figure(NamedTuple):
    """One amount of a sentence, brackets left out.

    ``label`` are the words between the last comma (or the amount before) and the number, ``tail``
    those after its unit up to the next mark; ``joint`` is the mark that parts it from the figure before.
    """

    amount: Amount
    label: str
    tail: str
    joint: str
    among: bool
    """Told after 其中, as part of what was told before."""
    start: int
    lead: str
    """All the words since the amount before."""

    @property
    def span(self) -> Span:
        """Return the label and the amount."""
        return Span(self.start, self.amount.end)

    @property
    def name(self) -> str:
        """Return the label without the words that go with the number (共, 达, 为)."""
        return _MODIFIERS.sub("", self.label)


def figures(folded: str, start: int, end: int) -> tuple[Figure, ...]:
    """Return the figures of a sentence, in order; what stands in brackets is left out."""
    plain = _without_brackets(folded, start, end)
    found = [each for each in amounts(folded, start, end) if plain[each.start - start] != "\0"]
    return tuple(_figures(plain, start, found))


def _figures(plain: str, offset: int, found: list[Amount]) -> Iterator[Figure]:
    before = 0
    for number, amount in enumerate(found):
        lead = plain[before : amount.start - offset]
        after = found[number + 1].start - offset if number + 1 < len(found) else len(plain)
        cut = max((lead.rfind(stop) for stop in _STOPS), default=-1) + 1
        if not cut:
            cut = len(lead) - len(lead.lstrip(_JOINTS + "\0"))
        label = lead[cut:]
        shift = match.end() if (match := _LEADING.match(label)) else 0
        begin = before + cut + shift
        words = label[shift:].replace("\0", "")
        tail = plain[amount.end - offset : after]
        tail = tail[: min((at for stop in _JOINTS if (at := tail.find(stop)) >= 0), default=len(tail))]
        joint = "," if any(stop in lead for stop in _STOPS) else "、" if lead.lstrip("\0").startswith("、") else ""
        yield Figure(
            amount, words, tail.replace("\0", "") if tail else "", joint, "其中" in lead,
            offset + begin, lead.replace("\0", ""),
        )  # fmt: skip
        before = amount.end - offset


def _without_brackets(folded: str, start: int, end: int) -> str:
    """Return the sentence with what stands in brackets blanked out."""
    if "(" not in folded[start:end]:
        return folded[start:end]
    depth, chars = 0, []
    for char in folded[start:end]:
        depth += char == "("
        chars.append("\0" if depth > 0 else char)
        depth = max(depth - (char == ")"), 0)
    return "".join(chars)

"""Problems that a unit tells again, in the same words as a year before or nearly so."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.audit.likeness import resemblance
from reportcheck.audit.sentences import words_of
from reportcheck.audit.year_view import Told, YearView

REPEATED, ALIKE = "repeated", "alike"
NEARLY = 0.6
_MIN = 8
_NUMBERING = re.compile(r"^ *(?:[一二三四五六七八九十]{1,3}是|[((]?[一二三四五六七八九十\d]{1,3}[))、.])")
_MARKS = re.compile(r"[^\w%]+")
_FILLING = re.compile(r"进一步|仍然|依然|仍|还|较为|比较|有所|一些|的")


class Problem(NamedTuple):
    """A problem of this year's report with last year's."""

    earlier: Told
    told: Told
    state: str


def repeated(last: YearView, this: YearView, own: Sequence[str]) -> Iterator[Problem]:
    """Yield the problems of this year that last year's report tells as well, in the order of this year's."""
    before = [(each, _key(each, own)) for each in last.problems]
    for told in this.problems:
        key = _key(told, own)
        ranked = [(_resemblance(key, other), -number) for number, (_, other) in enumerate(before)]
        share, number = max(ranked, default=(0.0, 0))
        if len(key) >= _MIN and share >= NEARLY:
            earlier = before[-number][0]
            yield Problem(earlier, told, REPEATED if _plain(earlier) == _plain(told) else ALIKE)


def _key(told: Told, own: Sequence[str]) -> str:
    return words_of(told.words, own)


def _plain(told: Told) -> str:
    return _MARKS.sub("", _NUMBERING.sub("", told.words))


def _resemblance(one: str, other: str) -> float:
    if one == other:
        return 1.0
    pairs = [frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) for plain in (_FILLING.sub("", one), _FILLING.sub("", other))]
    return resemblance(*pairs)

"""Finding many terms at once.

A term is literal text, or literals joined by ``…``: they stand in this order,
at most ``GAP`` characters apart and in one sentence.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reportcheck.text.fold import fold

try:
    from ahocorasick_rs import AhoCorasick, MatchKind
except ImportError:  # pragma: no cover - exercised by tests/text/test_terms.py through _scan_plain
    AhoCorasick = None

GAP = 24
_STOPS = "。;!?\n"


@lru_cache(maxsize=8192)
def literals(term: str) -> tuple[str, ...]:
    """Return a term's literals, folded: ``听取…汇报`` has two."""
    return tuple(part for part in fold(term).split("…") if part)


class Vocabulary:
    """The literals of many terms, compiled once for a rule set."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.words: tuple[str, ...] = tuple(sorted({word for term in terms for word in literals(term)}))
        self._automaton = (
            AhoCorasick(self.words, matchkind=MatchKind.Standard) if AhoCorasick is not None and self.words else None
        )

    def scan(self, folded: str) -> dict[str, list[int]]:
        """Return every start of every word, overlapping ones too, in order."""
        if self._automaton is None:
            return scan_plain(self.words, folded)
        found: dict[str, list[int]] = defaultdict(list)
        for index, start, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            found[self.words[index]].append(start)
        return dict(found)


def scan_plain(words: Iterable[str], folded: str) -> dict[str, list[int]]:
    """Do the same with ``str.find`` alone, for machines without the compiled library."""
    found = {word: list(_starts(word, folded)) for word in words}
    return {word: starts for word, starts in found.items() if starts}


def _starts(word: str, folded: str) -> Iterator[int]:
    at = folded.find(word)
    while at >= 0:
        yield at
        at = folded.find(word, at + 1)


class TermIndex:
    """Where the terms of a vocabulary stand in one text."""

    def __init__(self, folded: str, vocabulary: Vocabulary) -> None:
        self.folded = folded
        self._known = frozenset(vocabulary.words)
        self._starts = vocabulary.scan(folded)
        self._spans: dict[str, tuple[tuple[int, int], ...]] = {}
        self._merged: dict[tuple[str, ...], list[int]] = {}
        self._covered: dict[tuple[str, ...], frozenset[int]] = {}

    def spans(self, term: str) -> tuple[tuple[int, int], ...]:
        """Return the (start, end) of every occurrence of a term."""
        if term not in self._spans:
            self._spans[term] = tuple(self._find(literals(term)))
        return self._spans[term]

    def starts(self, terms: tuple[str, ...]) -> list[int]:
        """Return where any of these terms begins, sorted; kept, since rules share their word lists."""
        if terms not in self._merged:
            self._merged[terms] = sorted({start for term in terms for start, _ in self.spans(term)})
        return self._merged[terms]

    def any_outside(self, terms: tuple[str, ...], compounds: tuple[str, ...], start: int, end: int) -> int | None:
        """Do the same as ``any_in``, but pass over terms that begin inside one of the compounds."""
        key = (*terms, "\0", *compounds)
        if key not in self._merged:
            self._merged[key] = [at for at in self.starts(terms) if not self.inside(compounds, at)]
        return self.any_in(key, start, end)

    def inside(self, terms: tuple[str, ...], offset: int) -> bool:
        """Tell whether an offset lies inside an occurrence of any of these terms."""
        if terms not in self._covered:
            self._covered[terms] = frozenset(at for term in terms for first, last in self.spans(term) for at in range(first, last))
        return offset in self._covered[terms]

    def any_in(self, terms: tuple[str, ...], start: int, end: int) -> int | None:
        """Return where the first of these terms begins between two offsets, or None."""
        starts = self.starts(terms)
        at = bisect_left(starts, start)
        return starts[at] if at < len(starts) and starts[at] < end else None

    def _word_starts(self, word: str) -> list[int]:
        if word not in self._known:
            return list(_starts(word, self.folded))
        return self._starts.get(word, [])

    def _find(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        if not words:
            return
        for start in self._word_starts(words[0]):
            end = start + len(words[0])
            for word in words[1:]:
                limit = end + GAP
                following = next((at for at in self._word_starts(word) if end <= at <= limit), None)
                if following is None or any(stop in self.folded[end:following] for stop in _STOPS):
                    break
                end = following + len(word)
            else:
                yield start, end

"""Finding many terms at once.

A term is literal text, or literals joined by ``…``: they stand in this order,
at most ``GAP`` characters apart and in one sentence.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

GAP = 24
_STOPS = "。;!?\n"
_FEW = 2
"""Building the automaton costs as much as scanning this many reports without it."""


def literals(term: str) -> tuple[str, ...]:
    """Return a term's literals: ``听取…汇报`` has two."""
    return tuple(filter(None, term.split("…"))) or (term,)


class Vocabulary:
    """The terms of a rule set (folded), to be found all at once."""

    def __init__(self, terms: Iterable[str]) -> None:
        distinct = frozenset(terms)
        self.joined: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        """By first word: the terms of several words that begin with it."""
        joined = [term for term in distinct if "…" in term]
        self.single = distinct.difference(joined)
        words = set(self.single)
        for term in joined:
            parts = literals(term)
            self.joined.setdefault(parts[0], []).append((term, parts))
            words.update(parts)
        self.words: tuple[str, ...] = tuple(words)
        self._scans = 0

    @cached_property
    def _automaton(self) -> "AhoCorasick | None":
        try:
            from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - most runs check one report
        except ImportError:  # a machine without the compiled library
            return None
        return AhoCorasick(self.words, matchkind=MatchKind.Standard)

    def scan(self, folded: str) -> dict[str, list[int]]:
        """Return every start of every word, overlapping ones too, in order."""
        self._scans += 1
        automaton = self._automaton if self._scans > _FEW and self.words else None
        if automaton is None:
            return scan_plain(self.words, folded)
        found: dict[str, list[int]] = defaultdict(list)
        for index, start, _ in automaton.find_matches_as_indexes(folded, overlapping=True):
            found[self.words[index]].append(start)
        return dict(found)


def scan_plain(words: Iterable[str], folded: str) -> dict[str, list[int]]:
    """Do the same for distinct words without the automaton: for the first texts, before it pays, or without its library."""
    pairs = {folded[start : start + 2] for start in range(len(folded))}
    by_opening: dict[str, list[str]] = {}
    for word in words:
        opening = word[:2]
        if opening in pairs or len(opening) == 1:  # of most words the text does not even hold the beginning
            by_opening.setdefault(opening, []).append(word)
    found: dict[str, list[int]] = {}
    for start, char in enumerate(folded):
        if char in by_opening:
            found.setdefault(char, []).append(start)
        for word in by_opening.get(folded[start : start + 2], ()):
            if len(word) > 1 and folded.startswith(word, start):
                found.setdefault(word, []).append(start)
    return found


class TermIndex:
    """Where the terms of a vocabulary stand in one text; other terms stand nowhere."""

    def __init__(self, folded: str, vocabulary: Vocabulary) -> None:
        self.folded = folded
        self._starts = vocabulary.scan(folded)
        self._spans: dict[str, tuple[tuple[int, int], ...]] = {}
        for word, starts in self._starts.items():
            if word in vocabulary.single:
                length = len(word)
                self._spans[word] = tuple([(start, start + length) for start in starts])
            for term, parts in vocabulary.joined.get(word, ()):
                if all(part in self._starts for part in parts) and (spans := tuple(self._find(parts))):
                    self._spans[term] = spans
        # By identity: word lists are long, few and kept by the rules; hashing them would cost more than the search.
        self._merged: dict[tuple[int, int], tuple[object, list[int]]] = {}
        self._covered: dict[int, tuple[object, frozenset[int]]] = {}

    def spans(self, term: str) -> tuple[tuple[int, int], ...]:
        """Return the (start, end) of every occurrence of a term."""
        return self._spans.get(term, ())

    def present(self, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Yield the (start, end) of every occurrence of any of these terms, term by term."""
        spans = self._spans
        for term in terms:
            if term in spans:
                yield from spans[term]

    def starts(self, terms: tuple[str, ...], compounds: tuple[str, ...] = ()) -> list[int]:
        """Return where any of these terms begins outside the compounds, sorted."""
        key = (id(terms), id(compounds))
        if key not in self._merged:
            spans = self._spans
            found = sorted({start for term in spans.keys() & terms for start, _ in spans[term]})
            kept = [at for at in found if not self.inside(compounds, at)] if compounds else found
            self._merged[key] = ((terms, compounds), kept)
        return self._merged[key][1]

    def any_in(self, terms: tuple[str, ...], start: int, end: int, *, outside: tuple[str, ...] = ()) -> int | None:
        """Return where the first of these terms begins between two offsets, or None; terms ``outside`` hide others in them."""
        starts = self.starts(terms, outside)
        at = bisect_left(starts, start)
        return starts[at] if at < len(starts) and starts[at] < end else None

    def inside(self, terms: tuple[str, ...], offset: int) -> bool:
        """Tell whether an offset lies inside an occurrence of any of these terms."""
        if id(terms) not in self._covered:
            covered = frozenset(at for first, last in self.present(terms) for at in range(first, last))
            self._covered[id(terms)] = (terms, covered)
        return offset in self._covered[id(terms)][1]

    def _find(self, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        for start in self._starts[words[0]]:
            end = start + len(words[0])
            for word in words[1:]:
                starts = self._starts[word]
                place = bisect_left(starts, end)
                if place == len(starts) or starts[place] > end + GAP or self._ends_between(end, starts[place]):
                    break
                end = starts[place] + len(word)
            else:
                yield start, end

    def _ends_between(self, start: int, end: int) -> bool:
        between = self.folded[start:end]
        return any(stop in between for stop in _STOPS)

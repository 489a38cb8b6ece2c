"""Two reports side by side: the runs of sentences that stand in both, with their places."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from reportcheck.audit.likeness import resemblance
from reportcheck.audit.record import passages_in
from reportcheck.audit.sentences import words_of
from reportcheck.audit.store import Store
from reportcheck.text.fold import fold

REWORDED = 0.5
"""Share of pairs of characters in common from which a sentence between two shared ones is the same one, reworded."""
_MOST_REWORDED = 3
_KEPT = 256


class Told(NamedTuple):
    """One stored sentence; ``start`` and ``length`` count in the words of its passage."""

    hash: int
    passage: int
    start: int
    length: int
    line: int
    page: int | None


class Side(NamedTuple):
    """One of the two reports."""

    path: str
    sentences: tuple[Told, ...]
    texts: tuple[str, ...]

    def words(self, first: int, last: int) -> str:
        """Return the words from one sentence to another of the same passage."""
        start, end = self.sentences[first], self.sentences[last]
        return self.texts[start.passage][start.start : end.start + end.length]


class SharedPassage(NamedTuple):
    """A run of shared sentences, in the order of the columns of ``overlap_passage``."""

    a_line: int
    a_page: int | None
    b_line: int
    b_page: int | None
    a_text: str
    b_text: str


class Overlap(NamedTuple):
    """What two reports share; ``counts`` says how many sentences each passage has, stock left out."""

    a: Side
    b: Side
    kind: str
    shared: int
    share_a: float
    share_b: float
    passages: tuple[SharedPassage, ...]
    counts: tuple[int, ...]


class _Run(NamedTuple):
    a: tuple[int, int]
    b: tuple[int, int]


def sides(store: Store) -> Callable[[str], Side]:
    """Return a reader of stored reports that keeps the last ones read."""

    @lru_cache(maxsize=_KEPT)
    def read(path: str) -> Side:
        query = "SELECT hash, passage, start, length, line, page FROM sentence WHERE path = ? ORDER BY number"
        told = tuple(Told(*row) for row in store.rows(query, (path,)))
        data = store.rows("SELECT passages FROM text WHERE path = ?", (path,))
        return Side(path, told, tuple(words for *_, words in passages_in(data[0][0])) if data else ())

    return read


def overlap_of(a: Side, b: Side, kind: str, stock: frozenset[int], own: tuple[int, int]) -> Overlap:
    """Put two reports side by side; ``own`` are the characters of each that are no stock."""
    runs = [run for run in _runs(a, b) if _own(a, run, stock)]
    shared = [number for run in runs for number in _own(a, run, stock)]
    chars_a = sum(a.sentences[number].length for number in shared)
    met = {run.b[0] + number - run.a[0] for run in runs for number in _own(a, run, stock)}
    chars_b = sum(b.sentences[number].length for number in met)
    passages = tuple(_passage(a, b, run) for run in runs)
    counts = tuple(len(_own(a, run, stock)) for run in runs)
    return Overlap(a, b, kind, len(shared), _share(chars_a, own[0]), _share(chars_b, own[1]), passages, counts)


def _share(part: int, whole: int) -> float:
    return round(min(part / whole, 1.0), 4) if whole > 0 else 0.0


def _own(a: Side, run: _Run, stock: frozenset[int]) -> list[int]:
    return [number for number in range(run.a[0], run.a[1] + 1) if a.sentences[number].hash not in stock]


def _runs(a: Side, b: Side) -> Iterator[_Run]:
    """Yield the runs that go on in both reports within one passage of each, in the order of the first report."""
    run: _Run | None = None
    for here, there in _with_reworded(a, b, list(_matches(a, b))):
        if run is not None and _goes_on(a, run.a[1], here) and _goes_on(b, run.b[1], there):
            run = _Run((run.a[0], here), (run.b[0], there))
            continue
        if run is not None:
            yield run
        run = _Run((here, here), (there, there))
    if run is not None:
        yield run


def _goes_on(side: Side, before: int, after: int) -> bool:
    return after == before + 1 and side.sentences[before].passage == side.sentences[after].passage


def _matches(a: Side, b: Side) -> Iterator[tuple[int, int]]:
    """Yield which sentence of the second report each shared one of the first is: the next in turn where it fits."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for number, told in enumerate(b.sentences):
        places[told.hash].append(number)
    last = -1
    for number, told in enumerate(a.sentences):
        found = places.get(told.hash)
        if found:
            last = last + 1 if last + 1 in found else found[0]
            yield number, last


def _with_reworded(a: Side, b: Side, matches: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the matches, and between two of them the sentences that were merely reworded on the way."""
    before: tuple[int, int] | None = None
    for here, there in matches:
        if before is not None and 1 < here - before[0] == there - before[1] <= _MOST_REWORDED + 1:
            for step in range(1, here - before[0]):
                pair = (before[0] + step, before[1] + step)
                if resemblance(_pairs(a, pair[0]), _pairs(b, pair[1])) >= REWORDED:
                    yield pair
        yield here, there
        before = here, there


def _pairs(side: Side, number: int) -> frozenset[str]:
    words = words_of(fold(side.words(number, number)), ())
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))


def _passage(a: Side, b: Side, run: _Run) -> SharedPassage:
    here, there = a.sentences[run.a[0]], b.sentences[run.b[0]]
    return SharedPassage(here.line, here.page, there.line, there.page, a.words(*run.a), b.words(*run.b))

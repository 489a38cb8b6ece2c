"""Which reports share passages that are nobody's common stock: clues to be looked at, never a verdict on anyone.

Sentences are compared by their hash (``sentences``: no figures, no own names). What the shipped stock holds has no row
there; what very many units write is stock as well and is learned here. A pair is kept for its share or for one long run.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import heappush, heappushpop
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from reportcheck.audit.clusters import Clusters
from reportcheck.audit.overlaps import Overlap, SharedPassage, overlap_of, sides
from reportcheck.audit.store import Store, insert

UNITS, OWN_YEAR = "units", "own_year"
KINDS = {UNITS: "与其他单位", OWN_YEAR: "与本单位上年"}
STOCK_UNITS = 30
"""A sentence of more units than this, and of more than ``STOCK_SHARE`` of all, is common stock."""
STOCK_SHARE = 0.02
MIN_SHARE = 0.2
"""Of the own sentences of one of the two, by length."""
MIN_CHARS = 150
LONG_RUN = 240
"""Characters of one unbroken run of shared sentences that make a pair a clue, however small the share."""
MIN_RUN = 3
"""Sentences of such a run."""
PARTNERS = 10
"""Of many reports made from one another, each shows its nearest; the cluster holds them all."""
_RETIRED = ("superseded", "duplicate")


class Author(NamedTuple):
    """Who wrote a report, and on which year."""

    path: str
    unit: str
    year: int | None


class Pair(NamedTuple):
    """Two reports, the later year's first, with the characters that they share."""

    a: int
    b: int
    kind: str
    chars: int
    share: float


class Shared(NamedTuple):
    """Sentences that stand in several reports, stock left out."""

    reports: Mapping[int, tuple[int, ...]]
    """By hash, the reports that hold it, by their number."""
    hashes: tuple[Mapping[int, int], ...]
    """By report, the hashes with the length of each."""
    stock: frozenset[int]
    own: tuple[int, ...]
    """By report, the characters of all its sentences that are no stock."""


def compute(store: Store) -> None:
    """Fill ``overlap``, ``overlap_passage`` and ``cluster`` from the stored sentences."""
    authors = authors_of(store)
    shared = shared_sentences(store, authors)
    nearest, groups = _Nearest(), Clusters()
    for pair in chain.from_iterable(_pairs_of(number, authors, shared) for number in range(len(authors))):
        nearest.add(pair)
        if pair.kind == UNITS and pair.share >= MIN_SHARE:
            groups.join(pair.a, pair.b)
    with store.transaction() as connection:
        for table in ("overlap", "overlap_passage", "cluster"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - table names are our own
        for overlap in _overlaps(store, nearest.pairs(), authors, shared):
            ends = (overlap.a.path, overlap.b.path)
            insert(connection, "overlap", [(*ends, overlap.kind, overlap.shared, overlap.share_a, overlap.share_b)])
            insert(connection, "overlap_passage", [(*ends, number, *each) for number, each in enumerate(overlap.passages, 1)])
        joined = enumerate(groups.groups(), 1)
        insert(connection, "cluster", [(number, authors[each].path) for number, group in joined for each in group])


def authors_of(store: Store) -> tuple[Author, ...]:
    """Return who wrote the reports that count: newer versions take the place of older ones."""
    query = """
        SELECT r.path, coalesce(s.unit, r.issuer, r.region), coalesce(r.subject, ''), r.year, coalesce(s.state, ''), s.unit
        FROM report r LEFT JOIN submission s ON s.path = r.path WHERE r.type = 'rule-of-law-report' ORDER BY r.path
    """
    return tuple(
        Author(path, (matched or f"{name}/{subject}") if name else f"?{path}", year)
        for path, name, subject, year, state, matched in store.rows(query)
        if state not in _RETIRED
    )


def shared_sentences(store: Store, authors: tuple[Author, ...]) -> Shared:
    """Return what stands in more than one report, and learn what is stock."""
    numbers = {author.path: number for number, author in enumerate(authors)}
    limit = max(STOCK_UNITS, STOCK_SHARE * len({author.unit for author in authors}))
    own = _lengths(store, numbers)
    hashes: tuple[dict[int, int], ...] = tuple({} for _ in authors)
    reports, stock = {}, set()
    for value, told in _holders(store, numbers):
        if _units(told, authors) > limit:
            stock.add(value)
            for number, length in told.items():
                own[number] -= length
        elif len(told) > 1:
            reports[value] = tuple(told)
            for number, length in told.items():
                hashes[number][value] = length
    return Shared(reports, hashes, frozenset(stock), tuple(own))


def _lengths(store: Store, numbers: Mapping[str, int]) -> list[int]:
    own = [0] * len(numbers)
    for path, length in store.rows("SELECT path, sum(length) FROM sentence GROUP BY path"):
        if path in numbers:
            own[numbers[path]] = length
    return own


def _holders(store: Store, numbers: Mapping[str, int]) -> Iterator[tuple[int, dict[int, int]]]:
    """Yield each sentence that stands more than once, with the reports that hold it and its length there; one at a time."""
    query = """
        SELECT hash, path, length FROM sentence
        WHERE hash IN (SELECT hash FROM sentence GROUP BY hash HAVING count(*) > 1) ORDER BY hash, path, number
    """
    for value, rows in groupby(store.connection.execute(query), key=itemgetter(0)):
        told: dict[int, int] = {}
        for _, path, length in rows:
            if path in numbers:
                told[numbers[path]] = told.get(numbers[path], 0) + length
        yield value, told


def _units(told: Iterable[int], authors: tuple[Author, ...]) -> int:
    return len({authors[number].unit for number in told})


def _pairs_of(number: int, authors: tuple[Author, ...], shared: Shared) -> Iterator[Pair]:
    """Yield the pairs of a report with those that come after it, where they share enough to be looked at."""
    chars: Counter[int] = Counter()
    for value, length in shared.hashes[number].items():
        for other in shared.reports[value]:
            if other > number:
                chars[other] += length
    for other, count in sorted(chars.items()):
        kind = _kind(authors[number], authors[other])
        if kind is not None and count >= MIN_CHARS:
            share = min(count / max(min(shared.own[number], shared.own[other]), 1), 1.0)
            later_first = (authors[number].year or 0) >= (authors[other].year or 0)
            yield Pair(*((number, other) if later_first else (other, number)), kind, count, share)


def _kind(one: Author, other: Author) -> str | None:
    """Say in what the two are compared: two units, or one unit and its year before; None for versions of one report."""
    if one.unit != other.unit:
        return UNITS
    years = one.year is not None and other.year is not None and abs(one.year - other.year) == 1
    return OWN_YEAR if years else None


class _Nearest:
    """The pairs that are among the nearest of either report, of each kind; more are not kept in mind."""

    def __init__(self) -> None:
        self._ranked: defaultdict[tuple[int, str], list[tuple[float, int, int, int, Pair]]] = defaultdict(list)

    def add(self, pair: Pair) -> None:
        entry = (pair.share, pair.chars, -pair.a, -pair.b, pair)
        for number in (pair.a, pair.b):
            ranked = self._ranked[number, pair.kind]
            (heappush if len(ranked) < PARTNERS else heappushpop)(ranked, entry)

    def pairs(self) -> list[Pair]:
        return sorted({entry[-1] for ranked in self._ranked.values() for entry in ranked})


def _overlaps(store: Store, pairs: list[Pair], authors: tuple[Author, ...], shared: Shared) -> Iterator[Overlap]:
    """Yield the pairs that are clues, side by side."""
    read = sides(store)
    for pair in pairs:
        own = (shared.own[pair.a], shared.own[pair.b])
        overlap = overlap_of(read(authors[pair.a].path), read(authors[pair.b].path), pair.kind, shared.stock, own)
        if pair.share >= MIN_SHARE or any(_is_long(*each) for each in zip(overlap.passages, overlap.counts, strict=True)):
            yield overlap


def _is_long(passage: SharedPassage, sentences: int) -> bool:
    return len(passage.a_text) >= LONG_RUN and sentences >= MIN_RUN

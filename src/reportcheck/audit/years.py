"""What became of last year's arrangements, problems and figures, for every unit of a store with two years."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import reportcheck
from reportcheck.audit.record import passages_in
from reportcheck.audit.similarity import Author, authors_of
from reportcheck.audit.store import Store, insert
from reportcheck.audit.two_years import compare
from reportcheck.audit.year_view import YearView, stored_reading, view_of


def compute(store: Store) -> None:
    """Fill ``follow_up`` for every report whose unit's report of the year before is there; what has not changed is kept."""
    known = {(path, earlier): contents for path, earlier, contents in store.rows("SELECT * FROM followed")}
    contents = dict(store.rows("SELECT path, sha256 FROM report"))
    pairs = {(this.path, last.path): (last, this) for last, this in pairs_of_years(authors_of(store))}
    gone = sorted(known.keys() - pairs.keys())
    with store.transaction() as connection:
        for ends in gone:
            _forget(connection, ends)
    for ends, (last, this) in sorted(pairs.items()):
        told = f"{reportcheck.__version__} {last.year} {contents[last.path]} {contents[this.path]}"
        if known.get(ends) != told:
            rows = list(_rows(store, last, this))
            with store.transaction() as connection:
                _forget(connection, ends)
                insert(connection, "follow_up", rows)
                insert(connection, "followed", [(*ends, told)])


def _forget(connection: sqlite3.Connection, ends: tuple[str, str]) -> None:
    for table in ("follow_up", "followed"):
        connection.execute(f"DELETE FROM {table} WHERE path = ? AND earlier = ?", ends)  # noqa: S608 - table names are our own


def pairs_of_years(authors: tuple[Author, ...]) -> Iterator[tuple[Author, Author]]:
    """Yield each report that has one of the year before, with it."""
    by_year = {(author.unit, author.year): author for author in authors if author.year is not None}
    for author in authors:
        if author.year is not None and (last := by_year.get((author.unit, author.year - 1))) is not None:
            yield last, author


def _rows(store: Store, last: Author, this: Author) -> Iterator[tuple[Any, ...]]:
    found = compare(_stored(store, last), _stored(store, this))
    ends = (this.path, last.path)
    for number, each in enumerate(found.commitments, 1):
        answer = (each.answer.line, each.answer.quote) if each.answer else (None, None)
        yield (*ends, "commitment", number, each.state, each.told.line, each.told.quote, *answer, each.note)
    for number, problem in enumerate(found.problems, 1):
        yield (
            *(*ends, "problem", number, problem.state, problem.earlier.line, problem.earlier.quote),
            *(problem.told.line, problem.told.quote, ""),
        )
    for number, figure in enumerate(found.movements, 1):
        yield (
            *(*ends, "figure", number, figure.state, figure.earlier.line, figure.earlier.quote),
            *(figure.told.line, figure.told.quote, figure.note),
        )


def _stored(store: Store, author: Author) -> YearView:
    query = "SELECT r.format, r.issuer, r.region, t.passages FROM report r JOIN text t ON t.path = r.path WHERE r.path = ?"
    fmt, issuer, region, data = store.rows(query, (author.path,))[0]
    view = view_of(stored_reading(author.path, fmt, author.year, passages_in(data)))
    return view._replace(name=issuer, region=region)

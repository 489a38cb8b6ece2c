"""The store of an audit: one SQLite file that can be killed at any moment and goes on where it stopped."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Self

from reportcheck.audit.record import Record, Row
from reportcheck.audit.schema import OF_A_REPORT, TABLES, VERSION
from reportcheck.errors import UsageError
from reportcheck.rule import RuleSet


class Store:
    """An open store. Every write is a transaction of its own or stands in ``transaction``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a store, or make it; raises UsageError for a file that is something else."""
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        except sqlite3.DatabaseError as error:
            connection.close()
            raise UsageError(f"{path} 不是审查库（{error}）", remedy="请换一个文件名，或删去这个文件") from None
        if empty:
            connection.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            connection.close()
            raise UsageError(f"{path} 是别的版本的审查库（{version}，本程序用{VERSION}）", remedy="请换一个文件名重新审查")
        return cls(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was committed stays."""
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside stands in the file together, or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def rows(self, query: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        with closing(self.connection.execute(query, parameters)) as cursor:
            return cursor.fetchall()

    def put(self, path: str, stamp: Row, record: Record) -> None:
        """Keep what was found at a path in place of what was there; ``stamp``: size, mtime_ns, sha256, judge."""
        with self.transaction() as connection:
            forget(connection, path)
            insert(connection, "input", [(path, *stamp)])
            for table, rows in record.tables.items():
                insert(connection, table, [(path, *row) for row in rows])

    def touch(self, path: str, stamp: Row) -> None:
        """Keep a new stamp of an input whose content is the same."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM input WHERE path = ?", (path,))
            insert(connection, "input", [(path, *stamp)])

    def put_rules(self, rulesets: Iterable[RuleSet]) -> None:
        """Keep what the rules ask, for those who read the store without the rule sets."""
        with self.transaction() as connection:
            for ruleset in rulesets:
                connection.execute("DELETE FROM rule WHERE ruleset = ?", (ruleset.id,))
                titles = {group.id: group.title for group in ruleset.groups}
                rows = [
                    (ruleset.id, r.id, r.group, titles.get(r.group, r.group), n, r.title, r.requirement, r.severity, r.weight)
                    for n, r in enumerate(ruleset.rules, 1)
                ]
                insert(connection, "rule", rows)

    def replace(self, tables: Mapping[str, Iterable[Row]]) -> None:
        """Put whole derived tables in place of what was there, together."""
        with self.transaction() as connection:
            for table, rows in tables.items():
                connection.execute(f"DELETE FROM {table}")  # noqa: S608 - table names are our own
                insert(connection, table, rows)


def forget(connection: sqlite3.Connection, path: str) -> None:
    """Take out all that is known of a path; reviews stay, for they are a person's work."""
    for table in ("input", "failure", *OF_A_REPORT):
        connection.execute(f"DELETE FROM {table} WHERE path = ?", (path,))  # noqa: S608 - table names are our own


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows that fill every column of a table."""
    kept = list(rows)
    if kept:
        marks = ", ".join("?" * len(kept[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", kept)  # noqa: S608 - table names are our own

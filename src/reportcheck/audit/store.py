"""The store of an audit: one SQLite file that can be killed at any moment and goes on where it stopped."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from reportcheck.audit.record import Record, Row
from reportcheck.audit.schema import OF_A_REPORT, TABLES, VERSION
from reportcheck.audit.views import VIEWS
from reportcheck.errors import UsageError
from reportcheck.rule import RuleSet

_CACHE = "PRAGMA cache_size = -65536;"
"""64 MB: the index of sentences is written all over, and outgrows the default of 2 MB at some thousand reports."""


class Store:
    """An open store. Every write is a transaction of its own or stands in ``transaction``."""

    def __init__(self, connection: sqlite3.Connection, folder: Path | None = None) -> None:
        self.connection = connection
        self.folder = folder or Path.cwd()
        """Paths in the store are seen from here: a store that is moved together with its reports stays valid."""

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open a store, or make it; raises UsageError for a file that is something else."""
        connection = _connected(str(path))
        try:
            with _told():
                connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + _CACHE)
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
                if empty:
                    connection.executescript(f"BEGIN; {TABLES} {VIEWS} PRAGMA user_version = {VERSION}; COMMIT;")
        except BaseException:
            connection.close()
            raise
        if not empty and version != VERSION:
            connection.close()
            raise UsageError(f"{path} 是别的版本的审查库（{version}，本程序用{VERSION}）", remedy="请换一个文件名重新审查")
        return cls(connection, None if str(path) == ":memory:" else Path(path).absolute().parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was committed stays, in one file that can be read from anywhere."""
        # Others that read it now keep it in WAL mode; the next to close tries again.
        with suppress(sqlite3.OperationalError):
            self.connection.execute("PRAGMA journal_mode = DELETE")
        self.connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside stands in the file together, or not at all."""
        with _told():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                # A full disk has rolled back already.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

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

    def touch(self, path: str, stamp: Row, file_date: str | None) -> None:
        """Keep a new stamp of an input whose content is the same."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM input WHERE path = ?", (path,))
            insert(connection, "input", [(path, *stamp)])
            connection.execute("UPDATE report SET file_date = ? WHERE path = ?", (file_date, path))

    def begin_run(self, started: str, arguments: str, tool: str, judge: str) -> int:
        """Note that a run has begun, and return its number; one that was ended from outside never gets its end."""
        with self.transaction() as connection:
            row = (started, arguments, tool, judge)
            return int(connection.execute("INSERT INTO run VALUES (NULL, ?, NULL, ?, ?, ?)", row).lastrowid or 0)

    def end_run(self, number: int, finished: str) -> None:
        """Note when a run was done."""
        with self.transaction() as connection:
            connection.execute("UPDATE run SET finished = ? WHERE id = ?", (finished, number))

    def put_rules(self, rulesets: Iterable[RuleSet]) -> None:
        """Keep what the rules ask, for those who read the store without the rule sets."""
        with self.transaction() as connection:
            for ruleset in rulesets:
                connection.execute("DELETE FROM rule WHERE ruleset = ?", (ruleset.id,))
                connection.execute("DELETE FROM grade WHERE ruleset = ?", (ruleset.id,))
                insert(connection, "grade", [(ruleset.id, each.title, each.at_least) for each in ruleset.grades])
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


def _connected(path: str) -> sqlite3.Connection:
    try:
        return sqlite3.connect(path, isolation_level=None)
    except sqlite3.Error as error:
        raise UsageError(f"打不开审查库（{error}）", where=path, remedy="请检查文件夹是否存在、有没有权限") from None


@contextmanager
def _told() -> Iterator[None]:
    """Tell what keeps a store from being read or written in words that lead to a remedy."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise UsageError(f"审查库用不了（{error}）", remedy=_remedy(str(error))) from None
    except sqlite3.DatabaseError as error:
        if "not a database" not in str(error) and "malformed" not in str(error):
            raise  # a fault of ours
        raise UsageError(f"这个文件不是审查库，或者已经损坏（{error}）", remedy="请换一个文件名，或删去这个文件") from None


def _remedy(error: str) -> str:
    if "locked" in error:
        return "另一个审查正在用它，请等它做完"
    if "full" in error:
        return "请腾出磁盘空间，再用同一条命令接着做"
    return "请检查磁盘和权限，再用同一条命令接着做"


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

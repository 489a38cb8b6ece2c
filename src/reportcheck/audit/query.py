"""Questions in SQL to a store, and its tables as Parquet files; nothing here writes into the store."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from reportcheck.errors import UsageError

_BATCH = 10_000
_TYPES = {"INTEGER": "int64", "REAL": "float64", "BLOB": "binary"}


class Answer(NamedTuple):
    """The rows of a query."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class Relation(NamedTuple):
    """A table or a view, with its columns."""

    name: str
    kind: str
    columns: tuple[str, ...]


def ask(path: str, query: str) -> Answer:
    """Ask a store one question; raises UsageError for what SQLite does not understand."""
    with _reading(path) as connection:
        try:
            with closing(connection.execute(query)) as cursor:
                return Answer(tuple(name for name, *_ in cursor.description or ()), cursor.fetchall())
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise _misasked(str(error), relations(connection)) from None


def relations_of(path: str) -> list[Relation]:
    """Return what a store can be asked: the Chinese views first, then the tables."""
    with _reading(path) as connection:
        return relations(connection)


def relations(connection: sqlite3.Connection) -> list[Relation]:
    """Return the views and tables of an open store."""
    query = "SELECT name, type FROM sqlite_master WHERE type IN ('view', 'table') ORDER BY type DESC, rowid"
    found = connection.execute(query).fetchall()
    return [Relation(name, kind, tuple(column for column, _ in _columns(connection, name))) for name, kind in found]


def write_parquet(path: str, folder: str) -> list[str]:
    """Write every table and view into a folder, one file each; returns the names of the files."""
    try:
        library, files = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise UsageError("写 Parquet 需要另装一个组件", remedy='请运行 pip install "reportcheck[parquet]"') from None
    with _reading(path) as connection:
        names = [each.name for each in relations(connection)]
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
            for name in names:
                with files.ParquetWriter(Path(folder, f"{name}.parquet"), _schema(library, connection, name)) as writer:
                    for batch in _batches(library, connection, name, writer.schema):
                        writer.write_batch(batch)
        except OSError as error:
            raise UsageError(f"写不了文件（{error.strerror or error}）", where=folder, remedy="请检查权限和磁盘空间") from None
    return [f"{name}.parquet" for name in names]


@contextmanager
def _reading(path: str) -> Iterator[sqlite3.Connection]:
    """Open a store for reading only, whatever the query says."""
    if not Path(path).is_file():
        raise UsageError("没有这个审查库", where=path, remedy="请核对路径；库由 reportcheck audit 生成")
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("SELECT 1 FROM report LIMIT 1")
            connection.set_authorizer(_no_other_file)
        except sqlite3.Error as error:
            raise UsageError(f"这个文件不是审查库，或者打不开（{error}）", where=path, remedy="请核对路径") from None
        yield connection


def _no_other_file(action: int, *_: object) -> int:
    """Refuse ATTACH (and VACUUM INTO, which is one): another file would be made and written."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK


def _misasked(error: str, known: Sequence[Relation]) -> UsageError:
    look = "用 --tables 看有哪些表和列"
    names = [each.name for each in known]
    columns = sorted({column for each in known for column in each.columns})
    for words, valid in (("no such table: ", names), ("no such column: ", columns)):
        if error.startswith(words):
            wanted = error.removeprefix(words)
            near = get_close_matches(wanted, valid, cutoff=0.5)
            return UsageError(f"库里没有“{wanted}”", remedy=f"是不是{'、'.join(near)}？" if near else look)
    if "readonly" in error or "authoriz" in error:
        return UsageError("这里只能查，不能改", remedy="请只写 SELECT 语句")
    return UsageError(f"这句 SQL 查不了（{error}）", remedy=f"请核对语句；{look}")


def _columns(connection: sqlite3.Connection, name: str) -> list[tuple[str, str]]:
    return [(row[1], row[2]) for row in connection.execute(f'PRAGMA table_info("{name}")')]


def _schema(library: Any, connection: sqlite3.Connection, name: str) -> Any:  # noqa: ANN401 - the library has no types
    """Tell the type of every column: as declared; of a view's computed ones, by what stands there."""
    fields = []
    for column, declared in _columns(connection, name):
        kind = declared or _seen_type(connection, name, column)
        fields.append((column, library.type_for_alias(_TYPES.get(kind.upper(), "string"))))
    return library.schema(fields)


def _seen_type(connection: sqlite3.Connection, name: str, column: str) -> str:
    seen = connection.execute(f'SELECT DISTINCT typeof("{column}") FROM "{name}"').fetchall()  # noqa: S608 - names of the store's own
    kinds = {kind for (kind,) in seen} - {"null"}
    if kinds <= {"integer"}:
        return "INTEGER" if kinds else "TEXT"
    return "REAL" if kinds <= {"integer", "real"} else "TEXT"


def _batches(library: Any, connection: sqlite3.Connection, name: str, schema: Any) -> Iterator[Any]:  # noqa: ANN401 - the library has no types
    cursor = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - names of the store's own
    while rows := cursor.fetchmany(_BATCH):
        columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True))
        arrays = [library.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
        yield library.record_batch(arrays, schema=schema)

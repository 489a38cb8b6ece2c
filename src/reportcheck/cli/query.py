"""``reportcheck query``: questions in SQL to what an audit found."""

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

import click

from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.streams import one_line, print_output
from reportcheck.errors import ExitCode, UsageError
from reportcheck.reporters.csv_ import safe
from reportcheck.text.width import columns, pad, shorten

if TYPE_CHECKING:
    from reportcheck.audit.query import Answer, Relation

_WIDEST = 60
_HELP = (
    '用 SQL 查审查库 STORE，如 reportcheck query 库.sqlite "SELECT 单位, 得分 FROM 报告 ORDER BY 得分"。'
    "只能查，不会改动库。"
)


@click.command("query", cls=ChineseCommand, help=_HELP, short_help="用 SQL 查审查库")
@click.argument("store", metavar="STORE")
@click.argument("sql", metavar="[SQL]", required=False)
@click.option("--tables", is_flag=True, help="列出可以查的表和列。")
@click.option("--format", "fmt", type=click.Choice(("table", "csv", "json")), default="table", help="输出格式。")
@click.option("--parquet", "folder", metavar="DIR", help="把所有的表写成 Parquet 文件，放进这个文件夹。")
def command(store: str, sql: str | None, *, tables: bool, fmt: str, folder: str | None) -> ExitCode:
    """Print the rows of a query, or what can be asked."""
    from reportcheck.audit import query  # noqa: PLC0415 - not needed to show the help

    if sql is None and not tables and folder is None:
        raise UsageError("没有写要查什么", remedy="请写一句 SQL，或用 --tables 看有哪些表")
    if tables:
        print_output(_listed(query.relations_of(store)))
    if sql is not None:
        answer = query.ask(store, sql)
        print_output(_csv(answer) if fmt == "csv" else _json(answer) if fmt == "json" else _table(answer))
    if folder is not None:
        written = query.write_parquet(store, folder)
        sys.stdout.write(f"已写入 {folder}：{len(written)}个文件。\n")
    return ExitCode.OK


def _listed(relations: "list[Relation]") -> str:
    """List the Chinese views before the tables that they are made of."""
    views = [f"{each.name}：{'、'.join(each.columns)}" for each in relations if not each.name.isascii()]
    tables = [f"{each.name}: {', '.join(each.columns)}" for each in relations if each.name.isascii()]
    return "".join(f"{line}\n" for line in [*views, "", "原始的表（字段说明见 docs/audit.md）：", *tables])


def _table(answer: "Answer") -> str:
    """Align columns by the width that a console gives to characters; numbers stand to the right."""
    cells = [tuple(shorten(_cell(value), _WIDEST) for value in row) for row in answer.rows]
    widths = [max(map(columns, column)) for column in zip(answer.columns, *cells, strict=True)]
    numeric = [all(isinstance(value, int | float | None) for value in column) for column in zip(*answer.rows, strict=True)]
    right = numeric or [False] * len(widths)
    lines = [answer.columns, tuple("-" * width for width in widths), *cells]
    told = ("  ".join(_aligned(*each) for each in zip(line, widths, right, strict=True)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in told) + f"（{len(answer.rows)} 行）\n"


def _aligned(text: str, width: int, right: bool) -> str:  # noqa: FBT001 - a property of the column
    return " " * (width - columns(text)) + text if right else pad(text, width)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"<{len(value)} 字节>" if isinstance(value, bytes) else one_line(str(value))


def _csv(answer: "Answer") -> bytes:
    """Write what Excel opens without asking; text that looks like a formula is kept from being one."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(answer.columns)
    writer.writerows([_harmless(value) for value in row] for row in answer.rows)
    return stream.getvalue().encode("utf-8-sig")


def _harmless(value: object) -> object:
    if isinstance(value, bytes):
        return _cell(value)
    return safe(value) if isinstance(value, str) else value


def _json(answer: "Answer") -> str:
    rows = [dict(zip(answer.columns, (_cell(v) if isinstance(v, bytes) else v for v in row), strict=True)) for row in answer.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"

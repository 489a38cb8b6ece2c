"""``reportcheck review``: a sample of findings for people, their verdicts, and how often each rule proves right."""

import csv
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportcheck.cli.chinese import ChineseCommand, ChineseGroup
from reportcheck.cli.streams import print_output, tell, write_output
from reportcheck.errors import ExitCode, UsageError
from reportcheck.text.width import pad

if TYPE_CHECKING:
    from reportcheck.audit.precision import Precision
    from reportcheck.audit.review import Drawn
    from reportcheck.audit.store import Store

_WIDTHS = (6, 14, 20, 9, 15, 14, 30, 7, 34, 34, 9, 8, 22, 9)
_LOOKS = {"序号": "count", "位置": "center", "级别": "center", "指纹": "code", "判定": "center", "复核人": "center"}
_DATE = click.DateTime(["%Y-%m-%d"])


@click.group("review", cls=ChineseGroup, help="人工复核：抽样、记下复核人的判定、算出每条规则的准确率。", short_help="人工复核")
def command() -> None:
    """Hold the commands."""


@command.command("sample", cls=ChineseCommand, help="从审查库 STORE 里抽出问题供人工复核：各条规则轮流抽，同一条规则里各层级、各类别轮流抽，已经复核过的不抽。", short_help="抽样")
@click.argument("store", metavar="STORE")
@click.option("--n", "count", type=click.IntRange(1), default=30, metavar="N", help="抽多少个，不写是30。")
@click.option("--seed", type=int, default=1, metavar="N", help="种子，不写是1；同一个库、同一个种子，抽出来的一样。")
@click.option("--rule", "rules", default="*", metavar="GLOB", help="只抽这些规则的问题，如 figures.*。")
@click.option("--output", metavar="FILE", help="写到 .xlsx 或 .csv 文件；不写则以 CSV 输出。")
def sample(store: str, count: int, seed: int, rules: str, output: str | None) -> ExitCode:
    """Draw a sample and write the table to fill in."""
    from reportcheck.audit.review import draw  # noqa: PLC0415 - only a review needs it

    if output is not None and Path(output).suffix.lower() not in (".xlsx", ".csv"):
        raise UsageError(f"不知道 {output} 是什么格式", remedy="文件名以 .xlsx 或 .csv 结尾")
    with _opened(store) as opened:
        drawn = draw(opened, count, seed, rules)
    if not drawn:
        raise UsageError("没有可抽的问题", where=store, remedy="没有还没复核的问题；用了 --rule 的，请检查规则编号")
    table = _excel(drawn) if output is not None and output.lower().endswith(".xlsx") else _csv(drawn)
    if output is None:
        print_output(table)
    else:
        write_output(Path(output), table)
        tell(f"已抽{len(drawn)}个问题，写入 {output}：请填“判定”（属实、不属实）、“理由”（不属实的必填）、“复核人”，再用 review record 导入")
    return ExitCode.OK


@command.command("record", cls=ChineseCommand, help="把填好的抽样表 FILE 记进审查库 STORE；只记一条的，用选项写明。", short_help="记下判定")
@click.argument("store", metavar="STORE")
@click.argument("file", metavar="FILE", required=False)
@click.option("--path", metavar="PATH", help="报告在库里的路径（抽样表的“文件”一列）。")
@click.option("--rule", metavar="ID", help="规则编号。")
@click.option("--fingerprint", default="", metavar="ID", help="指纹；同一份报告、同一条规则有几处问题时要写。")
@click.option("--verdict", type=click.Choice(["accept", "reject"]), help="accept 属实，reject 不属实。")
@click.option("--reason", default="", metavar="TEXT", help="理由；不属实的必须写。")
@click.option("--reviewer", default="", metavar="NAME", help="复核人；表里没有写的，都记作他。")
@click.option("--date", "day", type=_DATE, metavar="YYYY-MM-DD", help="复核日期；不写则是今天。")
def record(store: str, file: str | None, path: str | None, rule: str | None, day: object, **told: str | None) -> ExitCode:
    """Keep what reviewers say."""
    from reportcheck.audit import review  # noqa: PLC0415

    on_date = f"{day or date.today():%Y-%m-%d}"  # noqa: DTZ011 - the reviewer's own calendar
    one = path is not None and rule is not None and told["verdict"] is not None
    if (file is None) == (not one):
        raise UsageError("要么写填好的抽样表，要么写 --path、--rule、--verdict", remedy="见 reportcheck review record --help")
    fingerprint, reason, reviewer = (told[name] or "" for name in ("fingerprint", "reason", "reviewer"))
    with _opened(store) as opened:
        if file is not None:
            verdicts = review.read_verdicts(opened, file, reviewer, on_date)
        else:
            verdicts = [review.single(opened, (path or "", rule or "", fingerprint), (told["verdict"] or "", reason, reviewer), on_date)]
        if not verdicts:
            raise UsageError("一条判定也没有填", where=file or "", remedy="请填“判定”一列：属实、不属实")
        review.record(opened, verdicts)
    accepted = sum(each.verdict == "accept" for each in verdicts)
    tell(f"已记下{len(verdicts)}条：属实{accepted}条，不属实{len(verdicts) - accepted}条")
    return ExitCode.OK


@command.command("precision", cls=ChineseCommand, help="按审查库 STORE 里的复核判定，算出每条规则的准确率和95%置信区间。", short_help="各规则的准确率")
@click.argument("store", metavar="STORE")
def precision(store: str) -> ExitCode:
    """Tell how often each rule proved right."""
    from reportcheck.audit.precision import outdated, overall, precisions  # noqa: PLC0415

    with _opened(store) as opened:
        measured, old = precisions(opened), outdated(opened)
    if not measured and not old:
        raise UsageError("还没有复核判定", where=store, remedy="先用 reportcheck review sample 抽样，填好后用 reportcheck review record 导入")
    whole = overall(measured)
    lines = [_line(("规则", "属实/复核", "准确率", "95%置信区间", "库里的问题", "")), *map(_told, measured)]
    if whole is not None:
        lines.append(f"按各规则的问题数加权，总的准确率 {whole:.1%}（没有复核过的规则不算）。")
    if old:
        lines.append(f"另有{old}条判定针对的问题已经没有了（报告或规则改过），不计入。")
    print_output("".join(f"{line.rstrip()}\n" for line in lines))
    return ExitCode.OK


def _told(each: "Precision") -> str:
    interval = each.interval
    between = f"{interval[0]:.1%}～{interval[1]:.1%}" if interval else "—"
    share = "—" if each.share is None else f"{each.share:.1%}"
    split = f"（另有{each.split}个意见不一）" if each.split else ""
    return _line((each.rule, f"{each.accepted}/{each.reviewed}", share, between, str(each.found), f"{each.title}{split}"))


def _line(cells: tuple[str, ...]) -> str:
    return "  ".join(pad(cell, width) for cell, width in zip(cells, (28, 10, 8, 16, 10, 0), strict=True))


def _opened(path: str) -> "Store":
    from reportcheck.audit.store import Store  # noqa: PLC0415

    if not Path(path).is_file():
        raise UsageError("没有这个审查库", where=path, remedy="先用 reportcheck audit 生成")
    return Store.open(path)


def _csv(drawn: "list[Drawn]") -> bytes:
    from reportcheck.audit.review import HEADER, rows_of  # noqa: PLC0415
    from reportcheck.reporters.csv_ import safe  # noqa: PLC0415

    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for row in rows_of(drawn):
        writer.writerow([safe(str(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _excel(drawn: "list[Drawn]") -> bytes:
    from reportcheck.audit.review import HEADER, rows_of  # noqa: PLC0415
    from reportcheck.audit.workbook import Book, Column, Table  # noqa: PLC0415

    columns = [Column(title, width, _LOOKS.get(title, "text")) for title, width in zip(HEADER, _WIDTHS, strict=True)]
    note = "请对照原报告填写最后三列。判定填：属实（报告确有这个问题）、不属实（程序判错了，必须写理由）。不要改动其他各列，尤其是“指纹”。"
    book = Book("人工复核抽样表")
    sheet = book.add(Table("抽样", "人工复核抽样表", columns, rows_of(drawn), note))
    at = HEADER.index("判定")
    sheet.data_validation(3, at, 2 + len(drawn), at, {"validate": "list", "source": ["属实", "不属实"]})
    return book.bytes()

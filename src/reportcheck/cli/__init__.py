"""The command line: the group of commands, and the one place where errors become words and exit codes."""

import gc
import sys
from collections.abc import Sequence

import click

from reportcheck import __version__
from reportcheck.cli.chinese import words_of
from reportcheck.cli.lazy import LazyGroup
from reportcheck.cli.streams import tell
from reportcheck.errors import ExitCode, ReportcheckError

_COMMANDS = {
    "check": ("reportcheck.cli.check", "检查报告，给出判定、得分和修改建议"),
    "explain": ("reportcheck.cli.explain", "说明一条判定为什么是这样，或者得分怎样算出来"),
    "new": ("reportcheck.cli.new", "写一份待填的草稿"),
    "compare": ("reportcheck.cli.compare", "对照上年和今年的报告：安排落实、重复的不足、数字"),
    "text": ("reportcheck.cli.text", "显示读到的正文，一段一行"),
    "audit": ("reportcheck.cli.audit", "审查许多单位的报告：报送、得分、雷同、看板、台账"),
    "review": ("reportcheck.cli.review", "人工复核：抽样、记下判定、算各规则的准确率"),
    "query": ("reportcheck.cli.query", "用 SQL 查审查库，或导出 Parquet"),
    "rules": ("reportcheck.cli.rules", "查看和测试规则"),
    "config": ("reportcheck.cli.config", "显示各项设置的值和来源"),
    "baseline": ("reportcheck.cli.baseline", "记下已有的问题，以后只管新出现的"),
    "hook": ("reportcheck.cli.hook", "提交前检查，由 pre-commit 调用"),
    "waivers": ("reportcheck.cli.waivers", "把批注里提出的豁免列成清单，供批准"),
}


def _tell_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    # click.version_option would look for a translation of its own help, which costs as much as reading a report.
    if wanted and not ctx.resilient_parsing:
        click.echo(f"reportcheck {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, table=_COMMANDS, help="检查法治政府建设年度报告：逐条对照规则，给出依据原文、得分和修改建议。", epilog="检查一份：reportcheck check 报告.docx；从头写一份：reportcheck new --year 2025 --output 草稿.docx。")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="显示版本号。")
def group() -> None:
    """Hold the commands."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; return its exit code."""
    # Rule sets are many small values that live to the end; collecting them again and again is most of the start-up.
    gc.set_threshold(1_000_000, 20, 100)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A GBK console must not end the run because of one rare character.
            stream.reconfigure(errors="replace")
    code = _run(argv)
    gc.freeze()  # the process ends: to look once more for garbage in all that lived would take a tenth of the run
    return code


def _run(argv: Sequence[str] | None) -> int:  # noqa: PLR0911 - one return a kind of end
    """Run a command; all errors end here."""
    try:
        return int(group.main(args=argv, standalone_mode=False) or ExitCode.OK)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _stop("已中断。", ExitCode.INTERRUPTED)
    except click.ClickException as error:
        return _stop(words_of(error), ExitCode.USAGE)
    except ReportcheckError as error:
        return _stop(str(error), error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output is gone; there is nobody to tell
        return ExitCode.OK
    except Exception as error:  # noqa: BLE001 - the boundary: a bug is told as one, with its trace
        return _unexpected(error)


def _unexpected(error: Exception) -> int:
    import traceback  # noqa: PLC0415 - for bugs only

    from reportcheck.extras import lacking  # noqa: PLC0415 - likewise

    if missing := lacking(error):
        return _stop(str(missing), missing.exit_code)
    traceback.print_exception(error)
    return _stop("程序出错，请把以上信息（不含报告内容）反馈给维护者。", ExitCode.BUG)


def _stop(message: str, code: ExitCode) -> int:
    tell(message)
    return code

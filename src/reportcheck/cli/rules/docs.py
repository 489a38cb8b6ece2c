"""``reportcheck rules docs``: the rule book, generated from the rules."""

import sys
from pathlib import Path

import click

from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.rules.shared import ruleset_option
from reportcheck.cli.streams import write_output
from reportcheck.errors import ExitCode, UsageError
from reportcheck.rulebook import FORMATS, render
from reportcheck.rulesets import load_ruleset

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md"}


@click.command(
    "docs",
    cls=ChineseCommand,
    help="由规则生成规则手册：每条规则的要求、依据、要求谁写、怎样判断、例子。",
    short_help="生成规则手册",
)
@click.option("--format", "fmt", type=click.Choice(FORMATS), help="手册的格式；不写则看文件的扩展名，都没有时为html。")
@click.option("--output", "outputs", metavar="FILE", multiple=True, help="写到文件，可以写多次；不写则显示出来。")
@click.option("--check", is_flag=True, help="不写文件，只看 --output 的文件是不是最新的；不是则退出码为1。")
@ruleset_option
def command(fmt: str | None, outputs: tuple[str, ...], ruleset: str, *, check: bool) -> ExitCode:
    """Write, print or check the book."""
    if check and not outputs:
        raise UsageError("没有说要核对哪个文件", remedy="加上 --output 文件")
    wanted = [(Path(name), _format(name, fmt)) for name in outputs]
    rules = load_ruleset(ruleset)
    if not wanted:
        sys.stdout.write(render(rules, fmt or "html"))
        return ExitCode.OK
    stale = [path for path, kind in wanted if not _settle(path, render(rules, kind), check=check)]
    for path in stale:
        print(f"reportcheck: {path} 不是最新的（去掉 --check 再运行一次就能更新）", file=sys.stderr)  # noqa: T201 - the edge
    return ExitCode.FINDINGS if stale else ExitCode.OK


def _format(name: str, fmt: str | None) -> str:
    found = fmt or _SUFFIXES.get(Path(name).suffix.lower())
    if found is None:
        raise UsageError(f"看不出 {name} 要什么格式", remedy="文件名用 .html 或 .md，或者加上 --format")
    return found


def _settle(path: Path, text: str, *, check: bool) -> bool:
    """Write a file, or only tell whether it holds this text already."""
    if not check:
        write_output(path, text)
        return True
    return path.is_file() and path.read_text(encoding="utf-8", errors="replace") == text

"""``reportcheck rules new``: begin a rule file."""

import sys
from pathlib import Path

import click

from reportcheck.authoring.scaffold import scaffold
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.rules.shared import ruleset_option
from reportcheck.cli.streams import write_output
from reportcheck.errors import ExitCode, UsageError
from reportcheck.rulesets import load_ruleset
from reportcheck.rulesets.builtin import locate

_HELP = "在规则集里新建规则文件 GROUP/NAME.yaml，写好每一项的说明；〖〗里的换成自己的话。已有的文件不会改动。"


@click.command("new", cls=ChineseCommand, help=_HELP, short_help="新建一个规则文件")
@click.argument("rule_id", metavar="GROUP.NAME")
@click.option("--check", "kind", metavar="KIND", default="evidence", show_default=True, help="检查方式，如 evidence（有没有写、写得怎样）。")
@ruleset_option
def command(rule_id: str, kind: str, ruleset: str) -> ExitCode:
    """Write the file, unless it is there."""
    folder = Path(locate(ruleset))
    path, text = scaffold(load_ruleset(ruleset), rule_id, kind, ruleset)
    target = folder / path
    if target.exists():
        raise UsageError("已经有这个文件，没有改动", where=target.as_posix(), remedy="换一个名称，或直接编辑它")
    try:
        target.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise UsageError(f"建不了文件夹（{error.strerror or error}）", where=target.parent.as_posix(), remedy="检查是否有写入权限") from None
    write_output(target, text)
    sys.stdout.write(f"√ 新建了 {target.as_posix()}\n  编辑它，再运行 reportcheck rules test {rule_id} --ruleset {ruleset}\n")
    return ExitCode.OK

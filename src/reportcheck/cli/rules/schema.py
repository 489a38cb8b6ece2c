"""``reportcheck rules schema``: what editors need to check rule files while one types."""

import json
import sys
from pathlib import Path

import click

from reportcheck.checks import CHECKS
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.streams import write_output
from reportcheck.errors import ExitCode, UsageError
from reportcheck.rulesets.schema import Schema, rule_schema, ruleset_schema

_HELP = (
    "输出规则文件的 JSON Schema；编辑器凭它在打字时提示和检查，不用联网。"
    "用 --write 写成文件，再在规则文件第一行写 # yaml-language-server: $schema=../../schema.json 。"
)


@click.command("schema", cls=ChineseCommand, help=_HELP, short_help="给编辑器用的规则格式")
@click.option("--of", "kind", type=click.Choice(["rule", "ruleset"]), default="rule", help="规则文件，还是 ruleset.yaml。")
@click.option("--write", metavar="DIR", help="把两种格式写成这个文件夹里的 schema.json 和 ruleset-schema.json。")
def command(kind: str, write: str | None) -> ExitCode:
    """Print one schema, or write both."""
    if write is None:
        sys.stdout.write(_text(rule_schema(CHECKS) if kind == "rule" else ruleset_schema(CHECKS)))
        return ExitCode.OK
    folder = Path(write)
    if not folder.is_dir():
        raise UsageError("没有这个文件夹", where=write, remedy="写规则集所在的上一层文件夹，如 rules")
    for name, schema in (("schema.json", rule_schema(CHECKS)), ("ruleset-schema.json", ruleset_schema(CHECKS))):
        write_output(folder / name, _text(schema))
        sys.stdout.write(f"√ 写了 {(folder / name).as_posix()}\n")
    return ExitCode.OK


def _text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

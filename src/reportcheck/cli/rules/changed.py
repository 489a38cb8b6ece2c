"""``reportcheck rules changed``: what pre-commit runs where rules change. It is silent where nothing is wrong."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from reportcheck.authoring.examples import ExampleRunner
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.errors import ExitCode
from reportcheck.rulesets import load_ruleset, ruleset_faults
from reportcheck.rulesets.builtin import HEAD

_HELP = "找到改动的规则文件所在的规则集，检查写法、运行示例，只显示不对的（由 pre-commit 调用）。不属于规则集的文件跳过。"


@click.command("changed", cls=ChineseCommand, help=_HELP, short_help="测试改动过的规则集，由 pre-commit 调用")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
def command(files: tuple[str, ...]) -> ExitCode:
    """Test the rule sets that the files belong to."""
    failed = False
    for folder in _rulesets(files):
        wrong = _wrong(folder)
        sys.stdout.writelines(f"× {line}\n" for line in wrong)
        failed = failed or bool(wrong)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _rulesets(files: Iterable[str]) -> list[Path]:
    """Return the folder of each rule set that has one of the files, in order."""
    found = {next((folder for folder in Path(file).parents if (folder / HEAD).is_file()), None) for file in files}
    return sorted(folder for folder in found if folder is not None)


def _wrong(folder: Path) -> list[str]:
    faults = ruleset_faults(folder)
    return [str(fault) for fault in faults] or list(_failed_examples(folder))


def _failed_examples(folder: Path) -> Iterator[str]:
    for failure in ExampleRunner(load_ruleset(folder)).failures():
        yield f"{folder.as_posix()}：{failure}"

"""``reportcheck rules test``: the rules' own examples, run."""

import sys

import click

from reportcheck.authoring.examples import ExampleRunner
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.rules.shared import ruleset_option
from reportcheck.errors import ExitCode
from reportcheck.rulesets import load_ruleset
from reportcheck.rulesets.select import select_rules


@click.command("test", cls=ChineseCommand, help="运行规则里的示例；RULE 是编号或通配（如 outline.*），不写则全部运行。", short_help="运行规则的示例")
@click.argument("patterns", metavar="[RULE…]", nargs=-1)
@ruleset_option
def command(patterns: tuple[str, ...], ruleset: str) -> ExitCode:
    """Run the examples and print those that fail."""
    rules = select_rules(load_ruleset(ruleset), patterns, ())
    failed = list(ExampleRunner(rules).failures())
    for failure in failed:
        sys.stdout.write(f"× {failure}\n")
    count = sum(len(rule.examples) for rule in rules.rules)
    sys.stdout.write(f"{'× ' if failed else '√ '}运行了{count}个示例，{len(failed)}个不符\n")
    return ExitCode.FINDINGS if failed else ExitCode.OK

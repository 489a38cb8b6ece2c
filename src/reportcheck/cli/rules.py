"""``reportcheck rules``: look at rules and run their examples."""

import sys

import click

from reportcheck.authoring.examples import ExampleRunner
from reportcheck.cli.chinese import ChineseCommand, ChineseGroup
from reportcheck.errors import ExitCode, UsageError
from reportcheck.rule import Rule, RuleSet
from reportcheck.rulesets import load_ruleset
from reportcheck.rulesets.select import select_rules

_SEVERITIES = {"error": "必须改", "warning": "应当改", "info": "可改进"}
_RULESET = click.option("--ruleset", metavar="ID|DIR", default="national-2021-2025", help="规则集的名称或文件夹。")


@click.group("rules", cls=ChineseGroup, help="查看和测试规则。", short_help="查看和测试规则")
def command() -> None:
    """Hold the commands on rules."""


@command.command("list", cls=ChineseCommand, help="列出规则：编号、分值、级别、名称。", short_help="列出规则")
@_RULESET
def list_rules(ruleset: str) -> ExitCode:
    """Print one line a rule, by group."""
    rules = load_ruleset(ruleset)
    for group in rules.groups:
        members = [rule for rule in rules.rules if rule.group == group.id]
        sys.stdout.write(f"{group.title}（{sum(rule.weight for rule in members):g}分）\n")
        for rule in members:
            sys.stdout.write(f"  {rule.id:<32}{rule.weight:>4g}分  {_SEVERITIES[rule.severity]}  {rule.title}\n")
    return ExitCode.OK


@command.command("show", cls=ChineseCommand, help="显示一条规则：要求、依据、怎么改、示例。", short_help="显示一条规则")
@click.argument("rule_id", metavar="RULE")
@_RULESET
def show_rule(rule_id: str, ruleset: str) -> ExitCode:
    """Print all that a rule says."""
    rules = load_ruleset(ruleset)
    rule = rules.rule(rule_id)
    if rule is None:
        raise UsageError(f"没有这条规则：{rule_id}", remedy="用 reportcheck rules list 查看全部规则")
    sys.stdout.write("\n".join(_lines(rules, rule)) + "\n")
    return ExitCode.OK


def _lines(rules: RuleSet, rule: Rule) -> list[str]:
    numbers = {source.id: source.number for source in rules.sources}
    basis = [f"《{each.title}》{each.locator}" + (f"（{numbers[each.source]}）" if numbers[each.source] else "") for each in rule.basis]
    examples = [f"  [{each.status}] {each.text}" for each in rule.examples]
    return [
        f"{rule.id}  {rule.title}", f"分值：{rule.weight:g}    级别：{_SEVERITIES[rule.severity]}    检查方式：{rule.check}",
        f"要求：{rule.requirement}", f"依据：{'；'.join(basis)}", f"怎么改：{rule.advice}", "示例：", *examples,
    ]


@command.command("test", cls=ChineseCommand, help="运行规则里的示例；RULE 是编号或通配（如 outline.*），不写则全部运行。", short_help="运行规则的示例")
@click.argument("patterns", metavar="[RULE…]", nargs=-1)
@_RULESET
def test_rules(patterns: tuple[str, ...], ruleset: str) -> ExitCode:
    """Run the examples and print those that fail."""
    rules = select_rules(load_ruleset(ruleset), patterns, ())
    failed = list(ExampleRunner(rules).failures())
    for failure in failed:
        sys.stdout.write(f"× {failure}\n")
    count = sum(len(rule.examples) for rule in rules.rules)
    sys.stdout.write(f"{'× ' if failed else '√ '}运行了{count}个示例，{len(failed)}个不符\n")
    return ExitCode.FINDINGS if failed else ExitCode.OK

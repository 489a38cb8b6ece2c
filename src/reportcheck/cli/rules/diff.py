"""``reportcheck rules diff``: what two rule sets do not share, and what that does to reports."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator

import click

from reportcheck.authoring.difference import Change, Difference, difference, flips
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.errors import ExitCode
from reportcheck.readers import read_document
from reportcheck.rule import RuleSet
from reportcheck.rulesets import load_ruleset

_HELP = "比较两个规则集（名称或文件夹）：增加、删去、改动了哪些规则；给出报告时，再列出哪些判定变了。"
_STATUSES = {"met": "做到", "partial": "部分做到", "unmet": "没有做到", "not_applicable": "不适用"}
_MANY = 3


@click.command("diff", cls=ChineseCommand, help=_HELP, short_help="比较两个规则集")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.argument("reports", metavar="[REPORT…]", nargs=-1)
def command(old: str, new: str, reports: tuple[str, ...]) -> ExitCode:
    """Print the difference; it is no fault, so the exit code is 0."""
    before, after = load_ruleset(old), load_ruleset(new)
    found = difference(before, after)
    lines = [*_lines(found, before, after)]
    if reports:
        changed = list(flips(before, after, [read_document(path) for path in reports]))
        lines += [f"{each.path}：{each.rule} {_word(each.before)} → {_word(each.after)}" for each in changed]
        lines.append(f"{len(reports)}篇报告，{len(changed)}处判定变化")
    rules = {change.rule for change in found.changes if change.rule}
    lines.append(f"增加{len(found.added)}条规则，删去{len(found.removed)}条，改动{len(rules)}条")
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return ExitCode.OK


def _word(status: str) -> str:
    return _STATUSES.get(status, status)


def _lines(found: Difference, old: RuleSet, new: RuleSet) -> Iterator[str]:
    yield from _listed("+", found.added, new)
    yield from _listed("-", found.removed, old)
    by_what: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in found.changes:
        by_what[change.key, change.what].append(change)
    told: str | None = None
    for change in found.changes:
        alike = by_what[change.key, change.what]
        if len(alike) > _MANY:
            # A word added to a shared list changes every rule that uses it: told once.
            if change is alike[0]:
                yield f"* {len(alike)}条规则：{change.key}：{change.what}"
            continue
        if change.rule != told:
            told = change.rule
            yield f"* {change.rule or '规则集'}"
        yield f"    {change.key}：{change.what}"


def _listed(mark: str, rule_ids: Iterable[str], ruleset: RuleSet) -> Iterator[str]:
    for rule_id in rule_ids:
        rule = ruleset.rule(rule_id)
        yield f"{mark} {rule_id} {rule.title if rule else ''}"

"""``reportcheck rules try``: what one rule sees in a report, sign by sign."""

import sys

import click

from reportcheck.authoring.examples import example_document
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.explain import terminal_width
from reportcheck.cli.rules.shared import rule_of, ruleset_option
from reportcheck.cli.streams import use_color
from reportcheck.document import Document
from reportcheck.engine import Checker, Options
from reportcheck.errors import ExitCode, UsageError
from reportcheck.readers import read_document
from reportcheck.reporters.ink import Ink
from reportcheck.rule import Example
from reportcheck.rulesets import load_ruleset
from reportcheck.rulesets.select import select_rules
from reportcheck.trace import trace
from reportcheck.trace.terminal import trial

_PARTS = ("achievements", "problems", "first_responsible", "plan", "preface")
_TEXT_YEAR = 2024


@click.command(
    "try",
    cls=ChineseCommand,
    help="看一条规则在 FILE 里看到了什么：每一处有规则的词的句子，算不算，为什么。--text 用一句话代替文件。",
    short_help="看一条规则怎样判一篇报告",
)
@click.argument("path", metavar="[FILE]", required=False)
@click.option("--rule", "rule_id", metavar="ID", required=True, help="规则的编号。")
@click.option("--text", metavar="TEXT", help="试一句话，放进云岭县2024年的小报告里判。")
@click.option("--part", type=click.Choice(_PARTS), default="achievements", help="--text 放在哪一部分。")
@ruleset_option
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="是否用颜色。")
def command(path: str | None, rule_id: str, text: str | None, *, part: str, ruleset: str, color: str) -> ExitCode:
    """Print what the rule looked at."""
    rules = load_ruleset(ruleset)
    rule = rule_of(rules, rule_id)
    checker = Checker(select_rules(rules, [rule_id], ()), Options(year=_TEXT_YEAR) if text is not None else None)
    document = _document(path, text, part)
    ink = Ink(use_color(color), terminal_width())
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in trial(trace(checker, document, rule), ink)))
    return ExitCode.OK


def _document(path: str | None, text: str | None, part: str) -> Document:
    if (path is None) == (text is None):
        raise UsageError("要试什么没有说清", remedy="写一个文件，或者用 --text 写一句话，只写一样")
    return read_document(path) if path is not None else example_document(Example(text or "", "", part))

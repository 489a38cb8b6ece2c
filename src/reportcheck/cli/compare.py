"""``reportcheck compare``: a report beside last year's, for who drafts it."""

from importlib import import_module
from pathlib import Path

import click

from reportcheck.audit.comparison import FORMATS
from reportcheck.audit.two_years import compare
from reportcheck.audit.year_view import YearView, view_of
from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.explain import terminal_width
from reportcheck.cli.streams import print_output, use_color, write_output
from reportcheck.engine import EditionsChecker
from reportcheck.errors import ExitCode, UsageError
from reportcheck.readers import read_document
from reportcheck.rulesets import AUTO, load_editions
from reportcheck.structure.reading import Reading


@click.command(
    "compare",
    cls=ChineseCommand,
    help="对照 LAST（上年的报告）和 THIS（今年的报告）：上年的安排落实了没有，不足是不是照抄，数字有没有大起大落。",
    short_help="对照上年和今年的报告",
)
@click.argument("last", metavar="LAST")
@click.argument("this", metavar="THIS")
@click.option("--format", "fmt", type=click.Choice(tuple(FORMATS)), default="terminal", help="输出格式。")
@click.option("--report", "reports", metavar="FORMAT=PATH", multiple=True, help="另存一份结果，可以写多次。")
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="是否用颜色。")
def command(last: str, this: str, fmt: str, reports: tuple[str, ...], color: str) -> ExitCode:
    """Compare the two and write what was found; finding something is no failure."""
    outputs = [_output(text) for text in reports]
    checker = EditionsChecker(load_editions(AUTO))
    before, now = _view(last, checker), _view(this, checker)
    if before.year is not None and now.year is not None and before.year > now.year:
        raise UsageError(f"两份报告的次序反了：前一份是{before.year}年度，后一份是{now.year}年度", remedy="请把上年的报告写在前面")
    comparison = compare(before, now)
    if fmt == "terminal":
        render = import_module(FORMATS[fmt]).render
        print_output(render(comparison, color=use_color(color), width=terminal_width()))
    else:
        print_output(import_module(FORMATS[fmt]).render(comparison))
    for name, path in outputs:
        write_output(path, import_module(FORMATS[name]).render(comparison))
    return ExitCode.OK


def _view(path: str, checker: EditionsChecker) -> YearView:
    """Read a report; what must not be shown is hidden in it as everywhere else."""
    report = checker.check(read_document(path))
    view = view_of(Reading(report.document, year=report.facts.year))
    return view._replace(name=report.facts.issuer, region=report.facts.region)


def _output(text: str) -> tuple[str, Path]:
    name, mark, path = text.partition("=")
    if not mark or not path or name not in FORMATS:
        raise UsageError(f"--report {text} 不能用", remedy=f"写成 格式=文件，如 html=对照.html；格式有：{'、'.join(FORMATS)}")
    return name, Path(path)

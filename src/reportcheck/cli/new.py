"""``reportcheck new``: begin a draft."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from reportcheck.cli.chinese import ChineseCommand
from reportcheck.cli.judging import LEVELS, SUBJECTS
from reportcheck.cli.streams import tell, write_output
from reportcheck.engine import Options
from reportcheck.errors import ExitCode, UsageError
from reportcheck.rule import RuleSet
from reportcheck.rulesets import AUTO, load_editions
from reportcheck.skeleton import Line, markdown, skeleton
from reportcheck.structure.facts import PROFILES, Facts

_FORMATS = (".docx", ".md")
_HELP = "写一份待填的草稿：标题、各部分、各项任务都按规则集列好，【填写：…】处换成本单位的事实；没有做的，删去那一项。"


@click.command("new", cls=ChineseCommand, help=_HELP, short_help="写一份待填的草稿")
@click.option("--level", type=click.Choice(LEVELS), help="报告单位的层级；不写就是 county（县级）。")
@click.option("--year", type=click.IntRange(2000, 2100), metavar="YYYY", required=True, help="报告的年度，不是写报告的那一年。")
@click.option("--subject", type=click.Choice(SUBJECTS), help="报告单位的类别；不写就是 government（政府）。")
@click.option("--profile", type=click.Choice(PROFILES), help="报告单位是哪一类，如 township（乡镇）、zone（开发区）。")
@click.option("--issuer", metavar="NAME", help="报告单位的全称；不写则留空。")
@click.option("--ruleset", metavar="ID|DIR", default=AUTO, help="规则集的名称或文件夹；不写就按年度选用全国规则。")
@click.option("--output", metavar="FILE", help="写到哪个文件：.docx 或 .md；不写则显示在屏幕上。")
@click.option("--force", is_flag=True, help="文件已经有了也写，原来的内容就没有了。")
def command(*, year: int, issuer: str | None, ruleset: str, output: str | None, force: bool, **stated: Any) -> ExitCode:  # noqa: ANN401 - click's keywords
    """Write the draft."""
    target = _target(output, force=force)
    rules = _edition(ruleset, year)
    lines = skeleton(rules, _facts(Options(year=year, **stated), issuer))
    if target is None:
        sys.stdout.write(markdown.render(lines))
        return ExitCode.OK
    write_output(target, _rendered(lines, target))
    options = _needed(stated["profile"], stated["level"])
    name = target.as_posix()
    typed = f'"{name}"' if " " in name else name
    sys.stdout.write(f"√ 写好了 {name}\n  填完【填写：…】各处，再运行 reportcheck check {typed}{options}\n")
    return ExitCode.OK


def _rendered(lines: Sequence[Line], target: Path) -> str | bytes:
    if target.suffix.lower() != ".docx":
        return markdown.render(lines)
    from reportcheck.skeleton import word  # noqa: PLC0415 - an extra, and slow to load

    return word.render(lines)


def _needed(profile: str | None, level: str | None) -> str:
    """Return the options without which the text of a zone would not tell what it is."""
    return f" --profile zone --level {level or 'county'}" if profile == "zone" else ""


def _facts(options: Options, issuer: str | None) -> Facts:
    stated = {"level": "county", "subject": "government", **options.facts}
    return Facts(**stated, issuer=issuer)


def _target(output: str | None, *, force: bool) -> Path | None:
    if output is None:
        return None
    target = Path(output)
    if target.suffix.lower() not in _FORMATS:
        raise UsageError(f"写不了“{target.suffix or target.name}”这样的文件", remedy="文件名以 .docx 或 .md 结尾")
    if target.exists() and not force:
        raise UsageError("已经有这个文件，没有改动", where=target.as_posix(), remedy="换一个名称；确定要盖掉就加上 --force")
    return target


def _edition(ruleset: str, year: int) -> RuleSet:
    rules = load_editions(ruleset).covering(year)
    if not rules.years[0] <= year <= rules.years[1]:
        tell(f"没有适用{year}年度的规则，按{rules.years[0]}—{rules.years[1]}年度的规则写，只供参考")
    return rules

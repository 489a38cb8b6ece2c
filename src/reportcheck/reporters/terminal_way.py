"""The shortest way to a pass, at a terminal."""

from collections.abc import Iterator

from reportcheck.reporters.ink import Ink
from reportcheck.reporters.way_words import way_shown
from reportcheck.rule import RuleSet
from reportcheck.verdict import Report

_INDENT = 3
_SHOWN = 8


def way_block(report: Report, ruleset: RuleSet, ink: Ink) -> Iterator[str]:
    """Write what to change first, with where and how; nothing where there is no need."""
    way = way_shown(report, ruleset)
    if way is None:
        return
    yield ""
    yield ink.rule(way.headline, "good")
    if way.mending:
        yield from ink.lines(way.mending, indent=_INDENT)
    for order, step in enumerate(way.steps[:_SHOWN], 1):
        title, *rest = ink.lines(f"{order}. {step.title}（{step.gain}）  {step.rule}", hang=_INDENT)
        yield ink.paint(title, "strong")
        yield from rest
        yield from ink.field("写在哪", step.where, indent=_INDENT)
        yield from ink.field("照着写", " ".join(step.frame.split("\n")), indent=_INDENT)
    if len(way.steps) > _SHOWN:
        yield from ink.lines(f"还有{len(way.steps) - _SHOWN}处，见 --format html。", indent=_INDENT)
    if way.steps:
        yield from ink.lines(way.fill_in, "dim", indent=_INDENT)

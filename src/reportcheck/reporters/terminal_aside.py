"""What does not count at a terminal, and what is to be settled about it: waivers, the baseline, proposals."""

from collections.abc import Iterable, Iterator

from reportcheck.document import WaiverProposal
from reportcheck.reporters.ink import Ink
from reportcheck.reporters.wording import (
    NOT_COUNTED,
    SEVERITIES,
    place_words,
    printable,
    set_aside_words,
    suppression_words,
)
from reportcheck.verdict import Finding, Notice, Report

_INDENT = 3


def set_aside_block(report: Report, findings: list[Finding], ink: Ink) -> Iterator[str]:
    """List what is waived in full, what a baseline knows in one line each."""
    yield ink.rule(f"{set_aside_words(findings)}（{NOT_COUNTED}）", "dim")
    for order, finding in enumerate(findings, 1):
        place = place_words(report.document, finding.span)
        title = f"{order}. {finding.rule.title}（{SEVERITIES[finding.severity]}）  {finding.rule.id}  {place}"
        yield from ink.lines(title, hang=_INDENT)
        if finding.suppression is not None and finding.suppression.kind == "waiver":
            yield from ink.lines(suppression_words(finding.suppression), "dim", indent=_INDENT)


def proposals(proposed: tuple[WaiverProposal, ...], ink: Ink) -> Iterator[str]:
    """List what drafters ask to waive."""
    if not proposed:
        return
    yield ink.rule(f"批注里提出的豁免（{len(proposed)} 条，批准后才起作用）", "strong")
    for each in proposed:
        who = "，".join(filter(None, (each.author, each.date)))
        yield from ink.lines(f"●  {each.rule}  {printable(each.path)}{f'（{who}）' if who else ''}", hang=_INDENT)
        yield from ink.lines(each.reason, indent=_INDENT)
    yield from ink.lines("用 reportcheck waivers 列成清单，填上批准人，写进配置文件。", "dim")
    yield ""


def notices(noticed: Iterable[Notice], ink: Ink) -> Iterator[str]:
    """List what is out of date in the configuration."""
    listed = list(noticed)
    if not listed:
        return
    yield ink.rule(f"豁免和基线要整理（{len(listed)} 项）", "warning")
    for order, notice in enumerate(listed, 1):
        place = f"{printable(notice.path)} 第{notice.line}行"
        yield from ink.lines(f"{order}. {notice.message}（{SEVERITIES[notice.severity]}）  {notice.rule}  {place}", hang=_INDENT)
        yield from ink.field("怎么改", notice.advice, indent=_INDENT)
    yield ""

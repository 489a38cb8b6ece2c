"""The tables of statements, and what the national rules say of each of them in an otherwise neutral report.

``PYTHONPATH=src:tests python -m independent.table`` prints the figures.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from drafts import document
from reportcheck import load_ruleset
from reportcheck.engine import Checker
from reportcheck.verdict import Finding, Report

TABLES = tuple(Path(__file__).with_name(name) for name in ("statements.yaml", "later_statements.yaml"))
# The frame has next to no figures, so that only the statement can contradict itself.
FRAME = {
    "top": "",
    "title": "云溪县人民政府2024年法治政府建设年度报告",
    "lead": "2024年，云溪县人民政府坚持依法行政，现将法治政府建设情况报告如下。",
    "heading": "一、主要举措和成效",
    "duties": "（一）依法履行职能。修订权责清单，向社会公布办事指南，开展规范性文件清理。",
    "text": "",
    "problems": "二、存在的不足和原因\n（一）乡镇执法力量偏弱，主要原因是编制没有跟上。\n（二）部分单位普法形式单一，主要原因是投入不够。",
    "leaders": "三、党政主要负责人履行第一责任人职责情况\n县长主持召开政府常务会议研究法治议题，听取执法部门工作汇报，带头讲授法治课。",
    "plan": "四、2025年主要安排\n（一）上半年招录基层执法人员，组织集中轮训。\n（二）开展以案释法活动，编印普法案例，年底前组织评估。",
    "signature": "云溪县人民政府\n2025年1月20日",
}


class Statement(NamedTuple):
    """Words as a report would put them, and whether the rule must accuse them."""

    rule: str
    wrong: bool
    text: str
    at: str

    @property
    def group(self) -> str:
        return self.rule.partition(".")[0]


class Figures(NamedTuple):
    """How often wrong statements were found and right ones accused."""

    found: int
    wrong: int
    false: int

    @property
    def precision(self) -> float:
        accused = self.found + self.false
        return self.found / accused if accused else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.wrong if self.wrong else 1.0


class Said(NamedTuple):
    """A statement and the rules of its group that accused it."""

    statement: Statement
    accused_by: frozenset[str]

    @property
    def hit(self) -> bool:
        return self.statement.rule in self.accused_by


@cache
def statements() -> tuple[Statement, ...]:
    """Return both tables in their own order."""
    return tuple(
        _statement(rule, label, entry)
        for table in TABLES
        for rule, labels in yaml.safe_load(table.read_text(encoding="utf-8")).items()
        for label in ("wrong", "right")
        for entry in labels[label]
    )


def _statement(rule: str, label: str, entry: str | dict[str, str]) -> Statement:
    if isinstance(entry, str):
        return Statement(rule, label == "wrong", entry, "text")
    return Statement(rule, label == "wrong", entry["text"], entry.get("at", "text"))


def report_with(statement: Statement) -> tuple[str, range]:
    """Return a report that holds the statement, and the lines on which it stands there."""
    lines: list[str] = []
    held = range(0)
    for name, words in FRAME.items():
        chosen = statement.text if name == statement.at else words
        first = len(lines) + 1
        lines += chosen.split("\n") if chosen else []
        if name == statement.at:
            held = range(first, len(lines) + 1)
    return "\n".join(lines), held


def said(checker: Checker) -> Iterator[Said]:
    """Judge every statement in its own report; words of the frame may be told where they clash with the rest of it."""
    for statement in statements():
        text, held = report_with(statement)
        report = checker.check(document(text))
        yield Said(statement, frozenset(_accusers(report, held, statement.group, everywhere=statement.at != "text")))


def _accusers(report: Report, held: range, group: str, *, everywhere: bool) -> Iterator[str]:
    for finding in report.findings:
        if finding.rule.id.startswith(f"{group}.") and (everywhere or _touches(report, finding, held)):
            yield finding.rule.id


def _touches(report: Report, finding: Finding, held: range) -> bool:
    return any(report.document.place(span).line in held for span in (finding.span, *finding.related))


def figures(judged: Iterable[Said]) -> Figures:
    """Count what was found of what."""
    counted = Counter((each.statement.wrong, each.hit) for each in judged)
    return Figures(counted[True, True], counted[True, True] + counted[True, False], counted[False, True])


def against_labels(judged: Iterable[Said]) -> list[str]:
    """Return the statements that are judged against their label, or right ones that another rule of the group accuses."""
    return [
        f"{'missed' if each.statement.wrong else 'falsely accused'} {each.statement.rule}: {each.statement.text} {sorted(each.accused_by)}"
        for each in judged
        if each.statement.wrong != each.hit or (each.accused_by and not each.statement.wrong)
    ]


def main() -> None:
    """Print the figures of every rule, and what is judged against its label."""
    judged = list(said(Checker(load_ruleset("national-2021-2025"))))
    for rule in dict.fromkeys(each.statement.rule for each in judged):
        sys.stdout.write(f"{rule} {figures(each for each in judged if each.statement.rule == rule)}\n")
    told = figures(judged)
    sys.stdout.write(f"all {told} precision {told.precision:.3f} recall {told.recall:.3f}\n")
    sys.stdout.write("".join(f"{each}\n" for each in against_labels(judged)))


if __name__ == "__main__":
    main()

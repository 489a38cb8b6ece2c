# ruff: noqa: FLY002 - lines of a text read better as a list of lines
"""Texts that several tests need: the shipped samples, and small reports of invented places."""

import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path

from reportcheck.document import Document
from reportcheck.readers.paragraphs import Line, assemble
from reportcheck.verdict import Report

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
SHARED = ROOT.parent / "shared"
REPORTS = sorted((SHARED / "reports").glob("*.txt"))
NO_SHARED = f"没有 {SHARED}：这些检查要用项目以外的材料"

TITLE = "云岭县人民政府2024年法治政府建设年度报告"
LEAD = "2024年，云岭县人民政府依法全面履行职能，现将法治政府建设情况报告如下。"
ACHIEVEMENTS = (
    "一、主要举措和成效\n"
    "（一）规范决策。全年制定行政规范性文件9件，合法性审核率100%，清理废止4件、修改2件，结果在县政府网站公布。"
    "公布重大行政决策事项目录5项，组织专家论证4场、听证会2场。\n"
    "（二）严格执法。评查行政执法案卷210份，发现问题37个，全部督促改正；组织执法人员培训6期480人次。"
    "受理行政复议申请58件，审结55件；行政机关负责人出庭应诉23件，出庭率100%。"
)
PROBLEMS = "二、存在的不足和原因\n（一）乡镇执法力量不足，3个乡镇持证人员不到5人，主要原因是编制没有跟上。\n（二）部分单位普法形式单一。"
LEADERS = "三、党政主要负责人履行第一责任人职责情况\n县长主持召开政府常务会议6次，研究法治议题12项，听取执法部门汇报3次，讲法治课1次。"
PLAN = "四、2025年主要安排\n（一）上半年为3个乡镇招录持证执法人员12名，完成轮训。\n（二）组织以案释法活动20场，编印普法案例，每季度通报进展，年底前组织评估。"
CLOSING = "云岭县人民政府\n2025年2月20日"
REPORT = "\n".join((TITLE, LEAD, ACHIEVEMENTS, PROBLEMS, LEADERS, PLAN, CLOSING))

# What must not depend on how the lines of a text are broken.
FRAME = frozenset({"structure.achievements", "structure.problems", "structure.causes", "structure.first-responsible", "structure.plan"})
SUBSTANCE = frozenset({"outline", "leaders", "problems", "plan"})


def document(text: str, path: str = "稿.txt") -> Document:
    """Return a text as the plain reader would, without asking for 200 characters."""
    lines = (Line(line, number) for number, line in enumerate(text.split("\n"), 1))
    return assemble(lines, path=path, fmt="text", encoding="utf-8", sha256="", min_chinese=0)


def read_text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def told(report: Report, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, tuple[str, str, float | None]]:
    """Return status, strength and value of every rule, so that a difference shows which rule it is."""
    return {
        each.rule.id: (each.outcome.status.value, str(each.outcome.strength), each.outcome.value)
        for each in report.verdicts
        if wanted(each.rule.id)
    }


def line_free(rule_id: str) -> bool:
    return rule_id in FRAME or rule_id.partition(".")[0] in SUBSTANCE


def wrapped(text: str, width: int) -> str:
    """Break every line at ``width`` characters, as text exported from a page does."""
    return "\n".join(
        line[at : at + width] for line in text.split("\n") for at in range(0, max(len(line), 1), width)
    )


def wrapped_columns(text: str, width: int) -> str:
    """Break every line at ``width`` columns (a Chinese character takes two)."""
    return "\n".join(part for line in text.split("\n") for part in _cut_columns(line, width))


def _cut_columns(line: str, width: int) -> Iterable[str]:
    part, used = "", 0
    for char in line:
        size = 1 if char.isascii() else 2
        if used + size > width:
            yield part
            part, used = "", 0
        part, used = part + char, used + size
    yield part


def dedent(text: str) -> str:
    return textwrap.dedent(text).strip("\n")

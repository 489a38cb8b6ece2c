"""A rule's examples, run: each must get the status, strength and quote that it states."""

from collections.abc import Iterator, Sequence

from reportcheck.document import Document
from reportcheck.engine import Checker, Options
from reportcheck.readers.paragraphs import Line, assemble
from reportcheck.rule import Example, Rule, RuleSet
from reportcheck.structure.roles import Role
from reportcheck.verdict import Verdict

YEAR = 2024
_TITLE = "云岭县人民政府2024年度法治政府建设年度报告"
_LEAD = "2024年，云岭县人民政府推进法治政府建设，现将情况报告如下："
_HEADINGS = {
    Role.ACHIEVEMENTS: "一、主要举措和成效",
    Role.PROBLEMS: "二、存在的不足和原因",
    Role.FIRST_RESPONSIBLE: "三、党政主要负责人履行第一责任人职责情况",
    Role.PLAN: "四、下一年度主要安排",
}


class ExampleRunner:
    """Runs examples of one rule set; a checker is made once for each level and subject that they state."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._checkers: dict[Options, Checker] = {}

    def failures(self) -> Iterator[str]:
        """Yield a line for each example that does not come out as it states."""
        for rule in self.ruleset.rules:
            for number, example in enumerate(rule.examples, 1):
                wrong = self.fault(rule, example)
                if wrong:
                    yield f"{rule.id} 第{number}个示例：{wrong}"

    def fault(self, rule: Rule, example: Example) -> str:
        """Return what is wrong with one example, empty where nothing is."""
        outcome = self.run(rule, example).outcome
        if outcome.status.value != example.status:
            return f"应为{example.status}，实为{outcome.status.value}：{example.text}"
        if example.strength and (outcome.strength is None or outcome.strength.value != example.strength):
            return f"强度应为{example.strength}，实为{outcome.strength}：{example.text}"
        document = example_document(example)
        shown = " ".join(document.quote(evidence.span) for evidence in outcome.evidence)
        if example.quote and example.quote not in shown:
            return f"依据原文里应有“{example.quote}”，实为“{shown}”"
        return ""

    def run(self, rule: Rule, example: Example) -> Verdict:
        """Judge an example by its rule alone."""
        options = Options(example.level, example.subject, None if example.part == "report" else YEAR)
        if options not in self._checkers:
            self._checkers[options] = Checker(self.ruleset, options)
        return self._checkers[options].judge(example_document(example), rule)


def example_document(example: Example) -> Document:
    """Return the example as a document: the text itself, or set into the part it belongs to."""
    if example.part == "report":
        return _document(example.text.split("\n"))
    lines = [_TITLE, _LEAD]
    if example.part == Role.PREFACE.value:
        lines += [*example.text.split("\n"), _HEADINGS[Role.ACHIEVEMENTS]]
    else:
        lines += [_HEADINGS[Role(example.part)], *example.text.split("\n")]
    return _document(lines)


def _document(lines: Sequence[str]) -> Document:
    return assemble(
        (Line(text, number) for number, text in enumerate(lines, 1)),
        path="示例", fmt="text", encoding=None, sha256="", min_chinese=0,
    )

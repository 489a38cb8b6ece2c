"""A rule's examples, run: each must get the status, strength and quote that it states."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportcheck.authoring.bench import Bench
from reportcheck.document import Document
from reportcheck.engine import Options
from reportcheck.outcome import Outcome
from reportcheck.readers.paragraphs import Line, assemble
from reportcheck.rule import Example, Rule, RuleSet
from reportcheck.structure.reading import Reading
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


class Prepared(NamedTuple):
    """An example, read: what it takes to judge it again and again."""

    example: Example
    bench: Bench
    reading: Reading


class ExampleRunner:
    """Runs examples of one rule set; a checker is made once for each level and subject that they state."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._benches: dict[Options, Bench] = {}

    def failures(self) -> Iterator[str]:
        """Yield a line for each example that does not come out as it states."""
        for rule in self.ruleset.rules:
            for number, example in enumerate(rule.examples, 1):
                wrong = self.fault(rule, example)
                if wrong:
                    yield f"{rule.id} 第{number}个示例：{wrong}"

    def fault(self, rule: Rule, example: Example) -> str:
        """Return what is wrong with one example, empty where nothing is."""
        prepared = self.prepare(example)
        return fault_of(prepared, prepared.bench.judge_reading(prepared.reading, rule).outcome)

    def run(self, rule: Rule, example: Example) -> Verdict:
        """Judge an example by its rule alone."""
        prepared = self.prepare(example)
        return prepared.bench.judge_reading(prepared.reading, rule)

    def prepare(self, example: Example) -> Prepared:
        """Read an example."""
        options = Options(example.level, example.subject, None if example.part == "report" else YEAR)
        bench = self.bench(options)
        return Prepared(example, bench, bench.read(example_document(example)))

    def bench(self, options: Options | None = None) -> Bench:
        """Return the checker for stated facts."""
        key = options or Options()
        if key not in self._benches:
            self._benches[key] = Bench(self.ruleset, key)
        return self._benches[key]


def fault_of(prepared: Prepared, outcome: Outcome) -> str:
    """Return in what an outcome is not what the example states, empty where it is."""
    example = prepared.example
    if outcome.status.value != example.status:
        return f"应为{example.status}，实为{outcome.status.value}：{example.text}"
    if example.strength and (outcome.strength is None or outcome.strength.value != example.strength):
        return f"强度应为{example.strength}，实为{outcome.strength}：{example.text}"
    document = prepared.reading.document
    shown = " ".join(document.quote(evidence.span) for evidence in outcome.evidence)
    if example.quote and example.quote not in shown:
        return f"依据原文里应有“{example.quote}”，实为“{shown}”"
    return ""


def example_document(example: Example) -> Document:
    """Return the example as a document: the text itself, or set into the part it belongs to."""
    if example.part == "report":
        return plain_document(example.text.split("\n"))
    lines = [_TITLE, _LEAD]
    if example.part == Role.PREFACE.value:
        lines += [*example.text.split("\n"), _HEADINGS[Role.ACHIEVEMENTS]]
    else:
        lines += [_HEADINGS[Role(example.part)], *example.text.split("\n")]
    return plain_document(lines)


def plain_document(lines: Sequence[str]) -> Document:
    """Return lines of text as the plain reader would, however short they are."""
    return assemble(
        (Line(text, number) for number, text in enumerate(lines, 1)),
        path="示例", fmt="text", encoding=None, sha256="", min_chinese=0,
    )

"""What holds for every check kind."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import REPORT, SAMPLES, document, read_text
from reportcheck import load_ruleset
from reportcheck.checks import CHECKS
from reportcheck.engine import Checker
from reportcheck.outcome import REASONS, Status, Strength
from reportcheck.rule import RuleSet
from reportcheck.verdict import Report


@pytest.mark.parametrize("kind", CHECKS)
def test_parameters_are_closed_objects(kind: str) -> None:
    schema = CHECKS[kind].PARAMS
    assert (schema["type"], schema["additionalProperties"]) == ("object", False)
    assert set(schema["required"]) <= set(schema["properties"])


@pytest.mark.parametrize("kind", CHECKS)
def test_a_kind_has_a_docstring_that_tells_its_parameters(kind: str) -> None:
    doc = CHECKS[kind].__doc__ or ""
    own = set(CHECKS[kind].PARAMS["properties"])
    assert doc
    assert [name for name in own if f"``{name}``" not in doc] == []


def test_every_kind_is_used(national: RuleSet) -> None:
    assert {rule.check for rule in national.rules} == set(CHECKS)


def consistent(report: Report) -> None:
    text = report.document.text
    for verdict in report.verdicts:
        outcome = verdict.outcome
        spans = [e.span for e in outcome.evidence] + [r.span for r in outcome.rejected] + [i.span for i in outcome.items]
        spans += [outcome.anchor] if outcome.anchor else []
        assert all(0 <= span.start < span.end <= len(text) for span in spans), verdict.rule.id
        assert all(rejected.reason in REASONS for rejected in outcome.rejected)
        if verdict.rule.check == "evidence" and outcome.status is not Status.NOT_APPLICABLE:
            strong = outcome.strength in (Strength.ACT, Strength.FIGURE)
            assert strong == (outcome.status is Status.MET), verdict.rule.id
            assert (outcome.status is Status.UNMET) == (not outcome.evidence), verdict.rule.id


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_outcomes_on_samples_are_consistent(judge: Callable[[str], Report], path) -> None:
    consistent(judge(read_text(path)))


CHECKER = Checker(load_ruleset("national-2021-2025"))
FRAGMENTS = [
    "一、主要举措和成效", "（一）规范执法。", "二、存在的问题", "三、2025年工作安排", "党政主要负责人履行第一责任人职责情况",
    "全年受理行政复议申请58件，审结55件。", "将开展案卷评查；", "一是力量不足。", "二是形式单一。", "但还存在一些问题：", "下一步，",
    "云岭县人民政府2024年法治政府建设年度报告", "云岭县人民政府", "2025年2月20日", "\n", "\n\n", "《", "》", "“", "（", "）", "1.", "— 3 —", "打印", "。", "，",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30))
def test_no_text_makes_a_check_fail(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        consistent(CHECKER.check(document(text)))


@given(st.integers(0, len(REPORT)), st.text(alphabet="一二（）、。，：；《》“”123\n年将要 ", max_size=12))
def test_no_insertion_makes_a_check_fail(at: int, noise: str) -> None:
    consistent(CHECKER.check(document(REPORT[:at] + noise + REPORT[at:])))

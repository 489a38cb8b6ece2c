"""The five real reports against labels made by hand; the floors are issue 2's."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from drafts import NO_SHARED, REPORTS, SHARED
from reportcheck.engine import Checker
from reportcheck.readers import read_document
from reportcheck.reporters.json_ import report_fields
from reportcheck.verdict import Report

EVALUATE = SHARED / "tools" / "evaluate.py"
pytestmark = pytest.mark.skipif(not (REPORTS and EVALUATE.is_file()), reason=NO_SHARED)

FLOORS = {
    "type": 1.0,
    "roles": 0.97,
    "facts": 0.9,
    "structure": 0.9,
    "outline evidence": 0.85,
    "leaders": 0.8,
    "problems answered": 0.7,
}


def load_evaluate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_evaluate", EVALUATE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reports(checker: Checker) -> dict[str, Report]:
    return {path.stem: checker.check(read_document(path)) for path in REPORTS}


@pytest.fixture(scope="module")
def labels() -> dict[str, Any]:
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((SHARED / "gold").glob("*.yaml"))}


@pytest.fixture(scope="module")
def tally(reports: dict[str, Report], labels: dict[str, Any]) -> tuple[Any, dict[str, int]]:
    evaluate = load_evaluate()
    counts, outline = evaluate.Tally(), {"tp": 0, "fp": 0, "fn": 0, "tn": 0}
    for stem, label in labels.items():
        fields = json.loads(json.dumps(report_fields(reports[stem]), ensure_ascii=False))
        evaluate.compare(fields, label, counts, outline)
    return counts, outline


def test_every_report_has_labels(reports: dict[str, Report], labels: dict[str, Any]) -> None:
    assert set(reports) == set(labels)
    assert len(reports) == 5


@pytest.mark.parametrize("topic", FLOORS)
def test_agrees_with_the_labels(tally: tuple[Any, dict[str, int]], topic: str) -> None:
    counts, _ = tally
    share = counts.right[topic] / counts.total[topic]
    assert share >= FLOORS[topic], [miss for miss in counts.misses if miss.startswith(topic)]


def test_outline_precision_and_recall(tally: tuple[Any, dict[str, int]]) -> None:
    counts, outline = tally
    misses = [miss for miss in counts.misses if miss.startswith("outline:")]
    assert outline["tp"] / (outline["tp"] + outline["fp"]) >= 0.85, misses
    assert outline["tp"] / (outline["tp"] + outline["fn"]) >= 0.85, misses


def status(report: Report, rule: str) -> str:
    verdict = report.verdict(rule)
    assert verdict is not None
    return verdict.outcome.status.value


@pytest.mark.parametrize(
    ("stem", "expected"), [("hangjin-2024", "unmet"), ("jilin-2023", "partial"), ("qinzhou-2024", "partial")]
)
def test_first_responsible(reports: dict[str, Report], stem: str, expected: str) -> None:
    assert status(reports[stem], "structure.first-responsible") == expected


def test_first_responsible_in_the_plan_alone_is_told_as_such(reports: dict[str, Report]) -> None:
    finding = next(f for f in reports["hangjin-2024"].findings if f.rule.id == "structure.first-responsible")
    assert "写在来年安排里" in finding.message


def test_the_plan_without_a_year(reports: dict[str, Report]) -> None:
    assert status(reports["changdu-2023"], "plan.names-year") == "unmet"
    assert {stem for stem in reports if status(reports[stem], "structure.plan") == "unmet"} == set()


def test_none_gives_causes(reports: dict[str, Report]) -> None:
    assert {stem: status(report, "structure.causes") for stem, report in reports.items()} == dict.fromkeys(reports, "unmet")


@pytest.mark.parametrize("stem", ["qinzhou-2024", "hangjin-2024"])
def test_problems_without_a_heading(reports: dict[str, Report], stem: str) -> None:
    problems = [part for part in reports[stem].parts if part.role == "problems"]
    assert [part.heading for part in problems] == [None]
    assert status(reports[stem], "structure.problems") == "met"


def test_page_furniture_is_noise(reports: dict[str, Report]) -> None:
    report = reports["jilin-2023"]
    noise = [report.document.quote(p.span) for p in report.passages if p.role == "noise"]
    assert "站群导航" in noise
    assert "AQI" in noise
    assert not any("AQI" in report.document.quote(p.span) for p in report.passages if p.role != "noise")


@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
def test_every_line_has_exactly_one_role(reports: dict[str, Report], path: Path) -> None:
    report = reports[path.stem]
    lines = path.read_text(encoding="utf-8").splitlines()
    covered = [0] * (len(report.document.text) + 1)
    for passage in report.passages:
        for at in range(passage.span.start, passage.span.end):
            covered[at] += 1
    for at, char in enumerate(report.document.text):
        assert covered[at] == 1 or not char.strip(), (at, report.document.text[max(0, at - 10) : at + 10])
    told = {n for part in report_fields(report)["sections"] for n in range(part["line"], part["end_line"] + 1)}
    assert {n for n, line in enumerate(lines, 1) if line.strip()} <= told

"""The sample drafts get what stands beside them, and the order that they were written for."""

from pathlib import Path

import pytest
import yaml

from reportcheck import Checker, Report, load_ruleset, read_document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    checker = Checker(load_ruleset("national-2021-2025"))
    return {name: checker.check(read_document(SAMPLES / f"{name}.txt")) for name in NAMES}


def test_there_are_a_good_a_gappy_and_a_hollow_draft():
    assert {"云岭县2024年", "南屏区2024年", "青檀镇2024年"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gets_what_is_expected(name, reports):
    wanted = yaml.safe_load((SAMPLES / f"{name}.expected.yaml").read_text(encoding="utf-8"))
    report = reports[name]
    got = {v.rule.id: " ".join(str(part) for part in (v.outcome.status, v.outcome.strength) if part) for v in report.verdicts}
    assert got == wanted["outcomes"]
    assert (report.score.grade, report.score.percent) == (wanted["grade"], wanted["percent"])
    assert [part.role for part in report.parts] == wanted["roles"]
    assert {key: getattr(report.facts, key) for key in wanted["facts"]} == wanted["facts"]


def test_the_good_draft_meets_all_that_binds_it(reports):
    failed = {v.rule.id for v in reports["云岭县2024年"].verdicts if v.outcome.status in ("unmet", "partial")}
    assert failed <= {"problems.answered"}


def test_the_gappy_draft_lacks_what_was_left_out(reports):
    status = {v.rule.id: v.outcome.status for v in reports["南屏区2024年"].verdicts}
    assert {status[rule] for rule in ("structure.causes", "structure.date", "plan.names-year", "outline.12", "outline.21", "outline.25")} == {"unmet"}
    assert {status[rule] for rule in ("structure.first-responsible", "outline.11", "outline.26", "outline.28")} == {"partial"}
    told = ("05", "06", "09", "10", "13", "14", "15", "18", "20", "22", "23", "24", "27", "29", "32", "33", "34")
    assert {status[f"outline.{item}"] for item in told} == {"met"}


def test_the_hollow_draft_is_seen_through(reports):
    hollow, good = reports["青檀镇2024年"], reports["云岭县2024年"]
    assert hollow.score.percent < good.score.percent / 2
    assert hollow.score.grade == "不合格"
    assert not [v.rule.id for v in hollow.verdicts if v.rule.group in ("outline", "leaders") and v.outcome.status == "met"]

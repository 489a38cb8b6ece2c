"""Waivers and baselines at the command line: what is printed, written, and the exit code."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafts import REPORT
from reportcheck.cli import waivers as waivers_module
from reportcheck.document import WaiverProposal
from reportcheck.readers import read_document

Run = Callable[..., Any]
GAPPY = REPORT.replace("，主要原因是编制没有跟上", "")
WAIVER = 'waivers:\n- rule: structure.causes\n  path: "*.txt"\n  reason: 原因另文报告\n  approver: 周敏\n  expires: "2025-12-31"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTCHECK_TODAY", "2025-12-31")
    (tmp_path / "云岭县.txt").write_text(GAPPY, encoding="utf-8")
    return tmp_path


def test_a_waived_error_is_shown_and_does_not_fail(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("check", "云岭县.txt")
    assert before.code == 1
    (here / "reportcheck.yaml").write_text(WAIVER, encoding="utf-8")
    ran = run("check", "云岭县.txt")
    assert ran.code == 0
    assert "已豁免：原因另文报告（批准人：周敏，有效期至2025-12-31）" in ran.out
    monkeypatch.setenv("REPORTCHECK_TODAY", "2026-01-01")
    late = run("check", "云岭县.txt")
    assert late.code == 1
    assert "config.expired-waiver" in late.out


def test_an_expired_waiver_counts_as_a_warning(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "reportcheck.yaml").write_text(WAIVER.replace("structure.causes", "scope.*"), encoding="utf-8")
    monkeypatch.setenv("REPORTCHECK_TODAY", "2026-01-01")
    only = ("check", "云岭县.txt", "--select", "scope.*")
    assert [run(*only, "--fail-on", level).code for level in ("error", "warning", "never")] == [0, 1, 0]


def test_a_baseline_lets_only_new_findings_fail(run: Run, here: Path) -> None:
    ran = run("baseline", "write", "云岭县.txt", "--output", "基线.json")
    count = len(json.loads((here / "基线.json").read_text(encoding="utf-8"))["findings"])
    assert (ran.code, ran.out) == (0, f"已写入 基线.json：1 份报告，{count} 个问题。\n")
    known = run("check", "云岭县.txt", "--baseline", "基线.json", "--fail-on", "warning")
    assert known.code == 0
    assert f"基线里已有 {count} 项" in known.out
    (here / "云岭县.txt").write_text(GAPPY.replace("2025年2月20日", "2025年2月30日"), encoding="utf-8")
    new = run("check", "云岭县.txt", "--baseline", "基线.json", "--format", "json", "--fail-on", "warning")
    assert new.code == 1
    standing = {finding["rule"] for finding in json.loads(new.out)["reports"][0]["findings"] if finding["suppression"] is None}
    assert standing == {"structure.date", "wording.date"}


def test_the_baseline_is_the_same_for_any_number_of_workers(run: Run, here: Path) -> None:
    for jobs in ("1", "2"):
        run("baseline", "write", ".", "--output", f"{jobs}.json", "--jobs", jobs)
    assert (here / "1.json").read_bytes() == (here / "2.json").read_bytes()


def test_the_baseline_can_be_looked_at(run: Run) -> None:
    run("baseline", "write", "云岭县.txt", "--output", "基线.json", "--select", "structure.c*")
    out = run("baseline", "show", "基线.json").out.splitlines()
    assert out[0] == "云岭县.txt（1 个）"
    assert out[1].startswith("  structure.causes  ")
    assert out[2] == "共 1 个问题。"


def test_stale_entries_are_told(run: Run, here: Path) -> None:
    run("baseline", "write", "云岭县.txt", "--output", "基线.json")
    (here / "云岭县.txt").write_text(REPORT, encoding="utf-8")
    ran = run("check", "云岭县.txt", "--baseline", "基线.json")
    assert "基线里云岭县.txt的1个问题已经没有了（structure.causes）。" in "".join(line.strip() for line in ran.out.splitlines())
    assert ran.code == 0


def test_an_unreadable_file_is_told_and_the_others_are_kept(run: Run, here: Path) -> None:
    ran = run("baseline", "write", "云岭县.txt", "没有.txt", "--output", "基线.json")
    assert ran.code == 3
    assert "没有.txt" in ran.err
    assert (here / "基线.json").exists()


def test_several_reports_and_the_step_summary(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(here / "summary.md"))
    (here / "summary.md").write_text("# 前面的步骤\n", encoding="utf-8")
    names = ("sarif", "junit", "gitlab", "csv", "markdown")
    ran = run("check", "云岭县.txt", "--format", "github", *(part for name in names for part in ("--report", f"{name}=结果.{name}")))
    assert ran.out.startswith("::error file=云岭县.txt,line=")
    assert all((here / f"结果.{name}").stat().st_size for name in names)
    summary = (here / "summary.md").read_text(encoding="utf-8")
    assert summary == "# 前面的步骤\n" + (here / "结果.markdown").read_text(encoding="utf-8")
    run("check", "云岭县.txt", "--format", "gitlab")
    assert (here / "summary.md").read_text(encoding="utf-8") == summary


def test_bytes_go_to_standard_output_as_they_are(run: Run, here: Path) -> None:
    run("check", "云岭县.txt", "--report", "csv=结果.csv")
    assert run("check", "云岭县.txt", "--format", "csv").out.encode() == (here / "结果.csv").read_bytes()


class TestProposals:
    PROPOSED = (
        WaiverProposal("structure.causes", "云岭县.txt", "0a1b", '不适用：原因"另文"报告', "刘工\n科", "2025-02-01"),
        WaiverProposal("plan.concrete", "云岭县.txt", "ffff", "已说明：见附件2"),
    )

    @pytest.fixture(autouse=True)
    def proposed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def read(path: str) -> Any:
            return read_document(path)._replace(proposals=self.PROPOSED)

        monkeypatch.setattr(waivers_module, "read_document", read)

    def test_they_are_listed_ready_to_paste(self, run: Run) -> None:
        ran = run("waivers", "云岭县.txt")
        assert ran.code == 0
        assert "  # 提出人：刘工 科，2025-02-01\n" in ran.out
        listed = yaml.safe_load(ran.out)["waivers"]
        assert listed[0] == {"rule": "structure.causes", "path": "云岭县.txt", "fingerprint": "0a1b", "reason": '不适用：原因"另文"报告', "approver": ""}
        assert listed[1]["reason"] == "已说明：见附件2"

    def test_pasted_they_want_an_approver(self, run: Run, here: Path) -> None:
        text = run("waivers", "云岭县.txt").out
        (here / "reportcheck.yaml").write_text(text, encoding="utf-8")
        ran = run("check", "云岭县.txt")
        assert ran.code == 2
        assert "reportcheck.yaml:7:15：豁免没有写 approver（谁批准的）" in ran.err
        (here / "reportcheck.yaml").write_text(text.replace('approver: ""', "approver: 周敏"), encoding="utf-8")
        assert run("check", "云岭县.txt").code == 1

    def test_what_is_settled_is_not_listed(self, run: Run, here: Path) -> None:
        (here / "reportcheck.yaml").write_text(WAIVER, encoding="utf-8")
        assert [each["rule"] for each in yaml.safe_load(run("waivers", "云岭县.txt").out)["waivers"]] == ["plan.concrete"]

    def test_none(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(waivers_module, "read_document", read_document)
        ran = run("waivers", "云岭县.txt", "没有.txt")
        assert (ran.code, ran.out) == (3, "")
        assert ran.err.endswith("reportcheck: 没有待批准的豁免。\n")

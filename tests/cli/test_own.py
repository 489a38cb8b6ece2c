"""What earlier runs left beside the drafts is not taken for drafts."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from drafts import REPORT
from makers_docx import plain
from reportcheck.cli import waivers as waivers_module
from reportcheck.document import WaiverProposal
from reportcheck.readers import read_document

Run = Callable[..., Any]
GAPPY = REPORT.replace("，主要原因是编制没有跟上", "")
COPY = "报告（检查意见）.docx"
RESULTS = ("html=结果.html", "checklist-docx=自查表.docx", "docx")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.docx").write_bytes(plain(GAPPY))
    run("check", "报告.docx", *(word for result in RESULTS for word in ("--report", result)))
    return tmp_path


def test_a_folder_is_checked_without_the_results_in_it(run: Run) -> None:
    ran = run("check", ".", "--format", "csv")
    assert {line.split(",")[0] for line in ran.out.splitlines()[1:]} == {"报告.docx"}
    assert ran.err == f"reportcheck: 跳过 {COPY}、结果.html、自查表.docx：是本工具以前写的检查结果\n"


@pytest.mark.parametrize("name", ["结果.html", "自查表.docx"])
def test_a_result_that_is_named_is_no_report(run: Run, name: str) -> None:
    ran = run("check", name)
    assert (ran.code, "scope.not-a-report" in ran.out) == (1, True)


def test_a_copy_that_is_named_is_checked(run: Run) -> None:
    ran = run("check", COPY)
    assert (ran.code, "structure.causes" in ran.out, ran.err) == (1, True, "")


def test_a_copy_without_its_draft_is_checked(run: Run, here: Path) -> None:
    (here / "报告.docx").unlink()
    ran = run("check", ".")
    assert (ran.code, COPY in ran.out) == (1, True)


def test_results_alone_are_no_pass(run: Run, here: Path) -> None:
    for name in ("报告.docx", COPY):
        (here / name).unlink()
    assert run("check", ".").code == 1


def test_a_copy_that_somebody_has_worked_in_is_checked(run: Run, here: Path) -> None:
    (here / COPY).write_bytes(plain(REPORT))
    assert COPY in run("check", ".").out


def test_the_hook_skips_results_whatever_they_are_called(run: Run, here: Path) -> None:
    (here / "自查表.docx").rename(here / "法治政府建设年度报告自查表.docx")
    ran = run("hook", "法治政府建设年度报告自查表.docx", "结果.html", "报告.docx")
    assert (ran.code, "×  报告.docx" in ran.out, "自查表" in ran.out) == (1, True, False)


def test_a_proposal_in_a_copy_is_for_the_draft_as_well(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("baseline", "write", "报告.docx", "--output", "基线.json", "--select", "structure.causes")
    fingerprint = yaml.safe_load((here / "基线.json").read_text(encoding="utf-8"))["findings"][0]["fingerprint"]
    proposal = WaiverProposal("structure.causes", COPY, fingerprint, "已说明：原因另文报告", "李晓", "2025-02-10")

    def with_reply(path: str) -> Any:
        class Replied:
            proposals = (proposal,)

        return Replied() if path == COPY else read_document(path)

    monkeypatch.setattr(waivers_module, "read_document", with_reply)
    listed = run("waivers", COPY).out
    (here / "reportcheck.yaml").write_text(listed.replace('approver: ""', "approver: 周敏"), encoding="utf-8")
    assert 'path: "报告*.docx"' in listed
    assert run("check", "报告.docx").code == 0
    assert run("waivers", COPY).out == ""

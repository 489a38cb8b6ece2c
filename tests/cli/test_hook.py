"""What pre-commit shows: only what fails, nothing that is no report, nothing written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafts import REPORT
from makers_docx import plain

Run = Callable[..., Any]
GAPPY = REPORT.replace("，主要原因是编制没有跟上", "")
NOTICE = "\n".join(("云岭县人民政府关于开展普法宣传活动的通知", *("各乡镇人民政府，县直各部门：请于本周内组织开展宣传活动，并将总结报县司法局。" for _ in range(8))))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "云岭县.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "缺原因.txt").write_text(GAPPY, encoding="utf-8")
    return tmp_path


def test_a_report_that_passes_is_passed_in_silence(run: Run) -> None:
    ran = run("hook", "云岭县.txt")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_only_what_fails_is_shown(run: Run) -> None:
    ran = run("hook", "云岭县.txt", "缺原因.txt")
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines[0].startswith("×  缺原因.txt  ")
    assert lines[1].startswith("   1. 第6行  产生不足的原因（structure.causes）：")
    assert lines[2].startswith("      怎么改：")
    assert lines[-1] == "共检查2份报告，1份没有通过。看依据和其余的问题：reportcheck check 文件名"
    assert "2. " not in ran.out
    assert "云岭县.txt" not in ran.out


def test_fail_on_warning_shows_the_warnings_too(run: Run) -> None:
    assert "应当改" in run("hook", "缺原因.txt").out
    shown = run("hook", "缺原因.txt", "--fail-on", "warning").out
    assert "   2. 第" in shown
    assert run("hook", "缺原因.txt", "--fail-on", "never").code == 0


def test_a_low_score_fails_and_is_told(run: Run) -> None:
    ran = run("hook", "云岭县.txt", "--min-score", "99.5")
    assert (ran.code, "   得分低于要求的 99.5 分" in ran.out) == (1, True)


def test_what_is_waived_is_not_shown(run: Run, here: Path) -> None:
    waiver = 'waivers:\n- {rule: structure.causes, path: "*.txt", reason: 原因另文报告, approver: 周敏}\n'
    (here / "reportcheck.yaml").write_text(waiver, encoding="utf-8")
    ran = run("hook", "缺原因.txt")
    assert (ran.code, ran.out) == (0, "")


def test_an_expired_waiver_is_told_where_warnings_fail(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTCHECK_TODAY", "2025-06-01")
    waiver = 'waivers:\n- {rule: figures.sum, path: "*.txt", reason: 另文报告, approver: 周敏, expires: "2025-01-01"}\n'
    (here / "reportcheck.yaml").write_text(waiver, encoding="utf-8")
    ran = run("hook", "云岭县.txt", "--select", "figures.*", "--fail-on", "warning")
    assert ran.code == 1
    assert ran.out.startswith("×  reportcheck.yaml  第2行（config.expired-waiver）：")


def test_a_baseline_lets_only_new_findings_fail(run: Run) -> None:
    run("baseline", "write", "缺原因.txt", "--output", "基线.json")
    assert run("hook", "缺原因.txt", "--baseline", "基线.json").code == 0


@pytest.mark.parametrize(("name", "content"), [
    ("README.md", b"# Drafts\n\nReports of the county.\n"),
    ("requirements.txt", b"click\n"),
    ("index.html", b"<html><body><p>Hello</p></body></html>"),
    ("empty.txt", b""),
    ("普法通知.md", NOTICE.encode()),
    ("普法通知.docx", plain(NOTICE)),
])  # fmt: skip
def test_what_is_no_report_is_skipped_and_named(run: Run, here: Path, name: str, content: bytes) -> None:
    (here / name).write_bytes(content)
    ran = run("hook", name)
    assert (ran.code, ran.out, ran.err) == (0, "", f"reportcheck: 跳过 {name}：不是法治政府建设年度报告\n")


def test_many_skipped_files_take_one_line(run: Run, here: Path) -> None:
    for number in range(7):
        (here / f"{number}.md").write_text("Notes.", encoding="utf-8")
    ran = run("hook", *(f"{number}.md" for number in range(7)))
    assert ran.err == "reportcheck: 跳过 0.md、1.md、2.md、3.md、4.md等7个文件：不是法治政府建设年度报告\n"


@pytest.mark.parametrize(("content", "code", "told"), [(NOTICE, 1, "scope.not-a-report"), ("待写", 3, "只读出2个汉字")])
def test_a_file_that_is_called_a_report_must_be_one(run: Run, here: Path, content: str, code: int, told: str) -> None:
    (here / "2024年度法治政府建设报告.txt").write_text(content, encoding="utf-8")
    ran = run("hook", "2024年度法治政府建设报告.txt")
    assert (ran.code, told in ran.out + ran.err) == (code, True)


def test_a_damaged_file_is_named_and_fails(run: Run, here: Path) -> None:
    (here / "稿.docx").write_bytes(plain(REPORT)[:200])
    ran = run("hook", "稿.docx", "云岭县.txt")
    assert (ran.code, "稿.docx" in ran.err, ran.out) == (3, True, "")


def test_nothing_is_written_even_where_the_configuration_asks_for_it(run: Run, here: Path) -> None:
    (here / "reportcheck.yaml").write_text("format: html\nreport: [html=结果.html, docx]\n", encoding="utf-8")
    (here / "稿.docx").write_bytes(plain(GAPPY))
    before = sorted(here.iterdir())
    assert run("hook", "稿.docx").code == 1
    assert sorted(here.iterdir()) == before


def test_the_order_does_not_depend_on_the_number_of_workers(run: Run, here: Path) -> None:
    for number in range(6):
        (here / f"{number}.txt").write_text(GAPPY, encoding="utf-8")
    names = [f"{number}.txt" for number in range(6)]
    assert run("hook", *names, "--jobs", "2").out == run("hook", *names, "--jobs", "1").out


def test_blanks_of_a_template_are_told_once_with_their_places(run: Run, here: Path) -> None:
    blanks = "".join(f"（{ordinal}）其他工作。【填写：第{ordinal}项工作】。\n" for ordinal in "三四五六")
    (here / "空.txt").write_text(REPORT.replace("二、存在", f"{blanks}二、存在", 1), encoding="utf-8")
    for command in ("hook", "check"):
        shown = "".join(line.strip() for line in run(command, "空.txt").out.splitlines())
        assert shown.count("没有填写的空白（") == 1
        assert "同样的问题还有3处：" in shown

"""``reportcheck text``: what was read, so that line N is block N of the findings."""

import json
from pathlib import Path

import pytest

import makers_docx
from drafts import REPORT
from makers_bad import zipped
from reportcheck.cli import main
from reportcheck.errors import ExitCode


@pytest.fixture
def tracked(tmp_path: Path) -> Path:
    path = tmp_path / "稿.docx"
    path.write_bytes(makers_docx.tracked(REPORT))
    return path


def test_line_n_is_the_line_of_the_findings(tracked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(tracked)]) == ExitCode.OK
    lines = capsys.readouterr().out.split("\n")
    main(["check", str(tracked), "--format", "json", "--fail-on", "never"])
    report = json.loads(capsys.readouterr().out)["reports"][0]
    quotes = [each for outcome in report["outcomes"] for each in outcome["evidence"] if each["line"] == each["end_line"]]
    assert len(quotes) > 20
    assert [each for each in quotes if lines[each["line"] - 1][each["column"] - 1 : each["end_column"] - 1] != each["text"]] == []


def test_how_it_was_read_is_told_beside_the_text(tracked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["text", str(tracked)])
    told = capsys.readouterr()
    assert told.err.startswith(f"reportcheck: {tracked}：")
    assert "修订" in told.err
    assert "修订" not in told.out


def test_each_block_has_its_role(tracked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["text", str(tracked)])
    plain = capsys.readouterr().out.splitlines()
    main(["text", str(tracked), "--roles"])
    pairs = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [text for _, text in pairs] == plain
    roles = list(dict.fromkeys(role for role, _ in pairs))
    assert roles == ["title", "preface", "achievements", "problems", "first_responsible", "plan", "closing"]


def test_a_member_of_an_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "档案.zip").write_bytes(zipped([("云岭县/报告.docx", makers_docx.plain(REPORT))]))
    assert main(["text", f"{tmp_path}/档案.zip/云岭县/报告.docx"]) == ExitCode.OK
    assert capsys.readouterr().out == f"{REPORT}\n"
    assert main(["text", f"{tmp_path}/档案.zip"]) == ExitCode.UNREADABLE
    assert "这是压缩包，不是一份报告（用 reportcheck check 检查整个压缩包，或者写明其中哪一个文件）" in capsys.readouterr().err


def test_nothing_in_a_document_commands_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.txt"
    path.write_text(REPORT.replace("规范决策", "规范\x1b[2J决策\u2028\x07"), encoding="utf-8")
    main(["text", str(path)])
    assert capsys.readouterr().out == REPORT.replace("规范决策", "规范 [2J决策  ") + "\n"

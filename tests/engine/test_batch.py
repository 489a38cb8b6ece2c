from pathlib import Path

import pytest

from drafts import REPORT, SAMPLES, read_text
from reportcheck import batch
from reportcheck.batch import check_paths
from reportcheck.engine import Options
from reportcheck.inputs import Input, find_inputs
from reportcheck.reporters.json_ import render
from reportcheck.rule import RuleSet


def no_stdin() -> bytes:
    raise AssertionError("nobody asked for standard input")


def found(*paths: Path | str) -> list[str]:
    return [each.path for each in find_inputs([str(path) for path in paths], stdin=no_stdin, stdin_name="stdin.txt")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "子/c.TXT", "~$a.txt", ".~b.txt", ".git/d.txt", "e.xlsx", "f.yaml", ".隐.txt"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(REPORT, encoding="utf-8")
    (tmp_path / "夹.txt").mkdir()
    return tmp_path


def test_folders_are_walked_in_order(folder: Path) -> None:
    assert found(folder) == [str(folder / name) for name in ("a.md", "b.txt", "子/c.TXT")]


def test_paths_stay_in_the_order_given(folder: Path) -> None:
    assert found(folder / "b.txt", folder / "没有.txt", folder / "a.md") == [str(folder / name) for name in ("b.txt", "没有.txt", "a.md")]


def test_a_hidden_folder_that_is_asked_for_is_walked(folder: Path) -> None:
    assert found(folder / ".git") == [str(folder / ".git" / "d.txt")]


def test_standard_input_is_read_once_under_its_name() -> None:
    inputs = find_inputs(["-"], stdin=lambda: b"abc", stdin_name="报告.md")
    assert inputs == [Input("报告.md", b"abc")]


def test_a_bad_input_never_ends_the_batch(national: RuleSet, folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    result = check_paths([Input(path) for path in found(folder, folder / "没有.txt")], national, Options())
    assert [Path(report.document.path).name for report in result.reports] == ["a.md", "c.TXT"]
    assert [(Path(f.path).name, f.bug) for f in result.failures] == [("b.txt", False), ("没有.txt", False)]
    assert "只读出0个汉字" in result.failures[0].message


def test_a_bug_is_told_as_one_and_loses_no_other(national: RuleSet, monkeypatch: pytest.MonkeyPatch) -> None:
    original = batch.EditionsChecker.check

    def fragile(self, document):
        if document.path == "坏.txt":
            raise ZeroDivisionError
        return original(self, document)

    monkeypatch.setattr(batch.EditionsChecker, "check", fragile)
    data = REPORT.encode()
    result = check_paths([Input("甲.txt", data), Input("坏.txt", data), Input("乙.txt", data)], national, Options(), jobs=1)
    assert [report.document.path for report in result.reports] == ["甲.txt", "乙.txt"]
    assert [(f.path, f.bug) for f in result.failures] == [("坏.txt", True)]
    assert result.failures[0].message.startswith("坏.txt：程序出错（ZeroDivisionError，")


def test_the_number_of_workers_does_not_matter(national: RuleSet) -> None:
    drafts = [read_text(path) for path in SAMPLES]
    inputs = [Input(f"{n}.txt", drafts[n % len(drafts)].replace("2024", str(2021 + n % 4)).encode()) for n in range(20)]
    inputs.insert(7, Input("空.txt", b""))
    one = render(check_paths(inputs, national, Options(), jobs=1))
    assert render(check_paths(inputs, national, Options(), jobs=2)) == one
    assert render(check_paths(inputs, national, Options())) == one

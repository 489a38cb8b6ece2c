"""``--report docx``: where copies are written, and what they never overwrite."""

from pathlib import Path

import pytest

import makers_docx
from drafts import REPORT, SAMPLES, read_text
from reportcheck.readers.docx import read

FAULTS = read_text(next(path for path in SAMPLES if "错例" in path.stem))


@pytest.fixture
def word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("云岭县 报告.docx")
    path.write_bytes(makers_docx.plain(FAULTS))
    return path


def files() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def test_beside_the_draft(run, word) -> None:
    before = word.read_bytes()
    ran = run("check", word, "--report", "docx")
    assert ran.code == 1
    assert ran.err == "reportcheck: 加了批注的副本：云岭县 报告（检查意见）.docx\n"
    assert files() == ["云岭县 报告.docx", "云岭县 报告（检查意见）.docx"]
    assert word.read_bytes() == before
    assert read(Path("云岭县 报告（检查意见）.docx").read_bytes(), "x").text == read(before, "x").text


def test_a_copy_nobody_has_worked_in_is_replaced(run, word) -> None:
    for path in (word, Path(), Path("云岭县 报告（检查意见）.docx")):
        run("check", path, "--report", "docx")
        assert files() == ["云岭县 报告.docx", "云岭县 报告（检查意见）.docx"]


def test_a_copy_that_somebody_worked_in_stays(run, word) -> None:
    worked = Path("云岭县 报告（检查意见）.docx")
    worked.write_bytes(makers_docx.plain(REPORT))
    run("check", word, "--report", "docx")
    assert files() == ["云岭县 报告.docx", "云岭县 报告（检查意见2）.docx", worked.name]
    assert worked.read_bytes() == makers_docx.plain(REPORT)
    ran = run("check", word, "--report", f"docx={worked}")
    assert (ran.code, worked.read_bytes()) == (2, makers_docx.plain(REPORT))
    assert "没有盖掉（换一个文件名）" in ran.err


def test_the_draft_itself_is_never_overwritten(run, word) -> None:
    before = word.read_bytes()
    ran = run("check", word, "--report", f"docx={word}")
    assert (ran.code, word.read_bytes()) == (2, before)
    assert "这就是原稿，不能盖掉" in ran.err


def test_into_a_file_or_a_folder(run, word) -> None:
    run("check", word, "--report", "docx=意见.docx", "--report", "docx=出/意见", "--report", "json=结果.json")
    assert files() == ["云岭县 报告.docx", "出/意见/云岭县 报告（检查意见）.docx", "意见.docx", "结果.json"]


@pytest.mark.usefixtures("word")
def test_several_drafts_keep_their_folders(run) -> None:
    for name in ("甲", "乙"):
        Path("收", name).mkdir(parents=True)
        Path("收", name, "报告.docx").write_bytes(makers_docx.plain(FAULTS))
    ran = run("check", "收", "--report", "docx=出")
    assert [name for name in files() if name.startswith("出")] == ["出/乙/报告（检查意见）.docx", "出/甲/报告（检查意见）.docx"]
    assert ran.err.count("加了批注的副本") == 2
    ran = run("check", "收", "--report", "docx=一个.docx")
    assert ran.code == 2
    assert "检查了2份Word文件，不能都写进一个文件（写一个文件夹" in ran.err


def test_what_is_no_word_file(run, word) -> None:
    Path("文本.txt").write_text(REPORT, encoding="utf-8")
    ran = run("check", "文本.txt", "--report", "docx")
    assert ran.code == 2
    assert "没有可以加批注的Word文件" in ran.err
    ran = run("check", "文本.txt", word, "--report", "docx")
    assert "另有1份不是Word文件（.docx），没有加批注。" in ran.err
    assert run("check", "没有.docx", "--report", "docx").code == 3


def test_from_standard_input_there_is_no_draft(run, word) -> None:
    ran = run("check", "-", "--stdin-filename", "稿.docx", "--report", "docx=出", stdin=word.read_bytes())
    assert ran.code == 2
    assert "加不了批注：稿.docx：没有这个文件" in ran.err


def test_the_option_is_checked_before_the_work(run, word) -> None:
    ran = run("check", word, "--report", "docs=x")
    assert ran.code == 2
    assert "docx是加了批注的副本" in ran.err
    assert files() == [word.name]

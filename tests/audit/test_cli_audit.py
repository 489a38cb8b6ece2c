"""The command: what it prints, writes and returns."""

import json
import sqlite3
from pathlib import Path

import pytest
from made import contents, report, run, write, write_folder

from reportcheck.audit.dashboard.folder import LIST
from reportcheck.audit.places import SITE_MARK
from reportcheck.cli import main
from reportcheck.cli.progress import TerminalProgress

ROSTER = "单位,层级,类别,年度,截止日期\n云云岭县人民政府,县级,政府,2024,2025-03-01\n青云岭县人民政府,县级,政府,2024,2025-01-10\n梨花县人民政府,县级,政府,2024,2025-03-01\n"


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder to work in, with reports and a list of units."""
    monkeypatch.chdir(tmp_path)
    write_folder(tmp_path / "报送", 2)
    write(tmp_path / "名册.csv", ROSTER.encode())
    return tmp_path


def audit(*arguments):
    return main(["audit", *arguments, "--jobs", "1"])


def rows(store, query):
    connection = sqlite3.connect(store)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_one_command_gives_everything(place, capsys):
    pytest.importorskip("xlsxwriter", reason='没有安装 XlsxWriter：pip install "reportcheck[office]"')
    assert audit("报送", "--store", "库.sqlite", "--roster", "名册.csv", "--html", "看板", "--xlsx", "台账.xlsx") == 3
    out, told = capsys.readouterr()
    lines = out.splitlines()
    assert lines[:3] == ["共8份：本次检查8份，没有变化的0份沿用上次结果。", "读不了的2份（见“未检查”）。", "不是法治政府建设年度报告的1份。"]
    assert "应报送3家：按时1家，迟报1家，未报送1家。" in lines
    assert lines[-3:] == ["审查库：库.sqlite", f"看板：{Path('看板/index.html')}（用浏览器打开）", "台账：台账.xlsx"]
    named = [line.partition("：")[0] for line in told.splitlines()]
    assert named == [f"reportcheck: {Path('报送', name)}" for name in ("坏.docx", "空.txt")]
    assert (place / "看板/index.html").is_file()
    assert (place / "台账.xlsx").read_bytes().startswith(b"PK")
    assert rows("库.sqlite", "SELECT name FROM missing_unit") == [("梨花县人民政府",)]


def test_what_it_wrote_itself_is_no_report(place, capsys):
    arguments = (".", "--store", "库.sqlite", "--html", "看板")
    audit(*arguments)
    before = contents(place / "库.sqlite")
    assert (place / "看板" / SITE_MARK).is_file()
    audit(*arguments)
    audit(".", "--store", "库.sqlite")
    assert contents(place / "库.sqlite") == before
    assert "共8份：本次检查2份，没有变化的6份沿用上次结果。" in capsys.readouterr().out
    assert SITE_MARK == LIST


@pytest.mark.usefixtures("place")
def test_runs_are_noted():
    audit("报送", "--store", "库.sqlite", "--level", "county")
    audit("报送", "--store", "库.sqlite")
    noted = rows("库.sqlite", "SELECT started <= finished, tool, length(judge) FROM run")
    assert noted == [(1, noted[0][1], 64)] * 2
    assert rows("库.sqlite", "SELECT count(DISTINCT judge) FROM run") == [(2,)]


@pytest.mark.usefixtures("place")
def test_the_roster_of_an_earlier_run_holds(capsys):
    audit("报送", "--store", "库.sqlite", "--roster", "名册.csv")
    audit("报送", "--store", "库.sqlite")
    assert capsys.readouterr().out.count("应报送3家：按时1家，迟报1家，未报送1家。") == 2


def test_without_the_comparison_no_old_clue_stays(place):
    write(place / "报送/抄.txt", report(0).replace("云云岭县", "梨花县").encode())
    audit("报送", "--store", "库.sqlite")
    assert rows("库.sqlite", "SELECT count(*) > 0 FROM overlap") == [(1,)]
    audit("报送", "--store", "库.sqlite", "--no-similarity")
    assert rows("库.sqlite", "SELECT (SELECT count(*) FROM overlap) + (SELECT count(*) FROM overlap_passage)") == [(0,)]


def test_scores_are_told_by_year(place, capsys):
    write(place / "往年/甲.txt", report(0).replace("2024", "2023").replace("2025", "2024").encode())
    audit("报送", "往年", "--store", "库.sqlite")
    years = [line.partition("：")[0] for line in capsys.readouterr().out.splitlines() if "平均得分" in line]
    assert years == ["2024年度", "2023年度"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-", "--store", "库.sqlite"), "审查不读标准输入"),
        (("报送", "--store", "没有/库.sqlite"), "打不开审查库"),
        (("报送", "--store", "名册.csv"), "不是审查库"),
        (("报送", "--store", "库.sqlite", "--roster", "没有.csv"), "没有.csv"),
        (("报送",), "缺少"),
    ],
)
def test_wrong_usage_is_told_before_the_work(place, arguments, told, capsys):
    assert audit(*arguments) == 2
    assert told in capsys.readouterr().err
    assert not (place / "库.sqlite").exists() or rows("库.sqlite", "SELECT count(*) FROM input") == [(0,)]


@pytest.mark.usefixtures("place")
def test_good_reports_alone_are_ok_and_those_of_another_place_are_not_counted_as_failures(capsys):
    audit("报送", "--store", "库.sqlite")
    assert audit("报送/0区", "--store", "库.sqlite") == 0
    assert "读不了" not in capsys.readouterr().out.splitlines()[-1]


def test_many_failures_are_not_all_printed(place, capsys):
    for number in range(30):
        write(place / f"坏/{number}.txt", b"")
    assert audit("坏", "--store", "库.sqlite") == 3
    told = capsys.readouterr().err.splitlines()
    assert (len(told), told[-1]) == (21, "reportcheck: ……读不了的共30份，全部列在库的“未检查”里")


def test_the_number_of_processes_does_not_matter(place):
    assert run("报送", "--store", "一.sqlite", "--jobs", 1).returncode == 3
    done = run("报送", "--store", "三.sqlite", "--jobs", 3)
    assert (done.returncode, "已检查" in done.stderr) == (3, False)  # nobody watches
    assert contents(place / "一.sqlite") == contents(place / "三.sqlite")


def test_progress_on_a_terminal(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    moments = iter([100.0, 101.0, 161.0, 161.1])
    monkeypatch.setattr("reportcheck.cli.progress.time.monotonic", lambda: next(moments))
    progress = TerminalProgress()
    progress.start(13, 10)
    for _ in range(3):
        progress.step()
    progress.stop()
    told = [line.strip() for line in capsys.readouterr().err.split("\r")]
    assert told == ["", "已检查 1/3，约剩 2秒", "已检查 2/3，约剩 30秒", "已检查 3/3，约剩 0秒"]


def test_nothing_of_a_report_is_left_elsewhere(place, tmp_path_factory, monkeypatch):
    cache, temporary = tmp_path_factory.mktemp("cache"), tmp_path_factory.mktemp("tmp")
    monkeypatch.setenv("REPORTCHECK_CACHE", str(cache))
    monkeypatch.setenv("TMPDIR", str(temporary))
    run("报送", "--store", "库.sqlite", "--jobs", 2)
    assert list(temporary.iterdir()) == []
    assert not any("云云岭县" in path.read_bytes().decode("utf-8", "replace") for path in cache.rglob("*") if path.is_file())
    assert json.dumps(sorted(path.name for path in place.iterdir()), ensure_ascii=False) == '["名册.csv", "库.sqlite", "报送"]'

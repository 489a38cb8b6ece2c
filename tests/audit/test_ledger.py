"""The ledger as an office reads it: sheets, rows, looks."""

import re
import zipfile
from pathlib import Path

import pytest
from letters import letter
from stores import store_of

from reportcheck.audit import ledger, review, similarity, submissions, triage
from reportcheck.audit.roster import RosterUnit
from reportcheck.audit.store import Store
from reportcheck.audit.table_file import Line, _cells, _shared
from reportcheck.errors import UsageError
from reportcheck.readers.package import open_package
from reportcheck.readers.xml import parse

pytest.importorskip("xlsxwriter")

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEETS = ["总览", "先看", "明细", "未检查", "未报送", "雷同线索", "豁免"]
WRONG = "审结行政复议案件58件，其中维持30件、驳回10件、撤销9件、终止17件。"


@pytest.fixture
def store() -> Store:
    roster = tuple(RosterUnit(name, year=2024, called=name, level="county", contact=contact) for name, contact in (("云岭县", None), ("南屏县", "李工 0000"), ("棠湖县", "=1+1")))
    notice = "云岭县人民政府关于做好春节期间安全生产工作的通知\n" + "各乡镇人民政府要认真组织安全检查，落实值班制度，及时上报情况。\n" * 20
    texts = {
        "a/云岭县.txt": letter(extra=WRONG),
        "a/=1+1.txt": letter("白塘县人民政府", "2025年5月6日"),
        "a/南屏县.txt": letter("南屏县人民政府", "2024年2月2日", 2023),
        "a/通知.txt": notice,
    }
    store = store_of(texts)
    with store.transaction() as connection:
        connection.execute("INSERT INTO failure VALUES ('a/坏.docx', '不是Word文件', 0)")
        connection.execute("UPDATE finding SET suppression = '已豁免：另有说明（批准人：王工）' WHERE path = 'a/云岭县.txt' AND number = 2")
    submissions.compute(store, roster)
    similarity.compute(store)
    triage.compute(store)
    return store


@pytest.fixture
def book(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "台账.xlsx"
    ledger.write(store, path)
    return path


def sheets_of(path: Path) -> dict[str, list[Line]]:
    package = open_package(path.read_bytes(), str(path))
    names = [each.get("name", "") for each in parse(package.read("xl/workbook.xml"), "").iter(f"{MAIN}sheet")]
    shared = _shared(package, "")
    return {
        name: [Line(int(row.get("r", "0")), tuple(_cells(row, shared))) for row in parse(package.read(f"xl/worksheets/sheet{n}.xml"), "").iter(f"{MAIN}row")]
        for n, name in enumerate(names, 1)
    }


def table_of(path: Path, name: str) -> list[dict[str, str]]:
    lines = sheets_of(path)[name]
    head = next(line for line in lines if line.cells[0] == "序号")
    return [dict(zip(head.cells, line.cells, strict=True)) for line in lines[lines.index(head) + 1 :]]


def test_sheets_and_their_headers(book: Path):
    sheets = sheets_of(book)
    assert list(sheets) == SHEETS
    assert [lines[0].cells[0] for lines in sheets.values()] == [
        "法治政府建设年度报告审查总览", "先看这3份", "报告明细", "没有检查的文件", "未报送单位", "雷同线索", "已豁免的问题"
    ]  # fmt: skip
    assert all(any(line.cells[0] == "序号" for line in lines[1:3]) for lines in sheets.values())


def test_details(book: Path):
    rows = {row["文件"]: row for row in table_of(book, "明细")}
    assert [row["序号"] for row in rows.values()] == ["1", "2", "3", "4"]
    county = rows["a/云岭县.txt"]
    assert {name: county[name] for name in ("单位", "层级", "类别", "年度", "报送情况", "日期", "日期来源", "期限", "怎样对应到单位")} == {
        "单位": "云岭县", "层级": "县级", "类别": "政府", "年度": "2024", "报送情况": "按时", "日期": "2025-02-20",
        "日期来源": "成文日期", "期限": "2025-03-01", "怎样对应到单位": "报告机关",
    }  # fmt: skip
    assert "总数与分项之和" in county["必须改的问题"]
    assert 0 < float(county["纲要任务"]) < 1
    assert rows["a/=1+1.txt"]["报送情况"] == "名册外单位"
    assert rows["a/南屏县.txt"]["报送情况"] == "其他年度"
    assert (rows["a/通知.txt"]["得分"], rows["a/通知.txt"]["等次"]) == ("", "不评分")


def test_a_file_date_alone_accuses_nobody(store: Store, tmp_path: Path):
    words = {}
    for date_from in ("signed_on", "file_date"):
        with store.transaction() as connection:
            connection.execute("UPDATE submission SET state = 'late', date_from = ? WHERE path = 'a/云岭县.txt'", (date_from,))
        ledger.write(store, tmp_path / "a.xlsx")
        words[date_from] = next(row["报送情况"] for row in table_of(tmp_path / "a.xlsx", "明细") if row["文件"] == "a/云岭县.txt")
    assert words == {"signed_on": "迟报", "file_date": "迟报（待核实）"}


def test_what_was_not_checked_and_who_is_missing(book: Path):
    broken, notice = table_of(book, "未检查")
    assert (broken["情况"], broken["文件"], broken["原因"]) == ("读不了", "a/坏.docx", "不是Word文件")
    assert (notice["情况"], notice["文件"]) == ("不是年度报告", "a/通知.txt")
    assert notice["原因"].startswith("这份材料不像法治政府建设年度报告，没有评分。")
    missing = {row["单位"]: row for row in table_of(book, "未报送")}
    assert set(missing) == {"南屏县", "棠湖县"}
    assert (missing["南屏县"]["期限"], missing["南屏县"]["联系人"]) == ("2025-03-01", "李工 0000")
    assert missing["南屏县"]["说明"] == "有往年（2023年度）的报告：a/南屏县.txt"


def test_overview_adds_up(book: Path):
    rows = {(row["项目"], row["内容"]): row for row in table_of(book, "总览")}
    told = {key: rows[key]["数量"] for key in (("文件", "收到的文件"), ("文件", "读不了的文件"), ("文件", "纳入统计的报告"), ("报送", "应报送单位"), ("报送", "未报送单位"), ("报送", "按时的报告"))}
    assert list(told.values()) == ["4", "1", "2", "3", "2", "1"]


def test_likenesses_and_waivers(book: Path):
    pairs = table_of(book, "雷同线索")
    assert {(row["甲"], row["乙"]) for row in pairs} >= {("白塘县人民政府", "云岭县")}
    assert all(row["甲的原文（最长一段）"] and row["甲的位置"].startswith("第") for row in pairs)
    (waived,) = table_of(book, "豁免")
    assert (waived["文件"], waived["豁免理由和批准人"]) == ("a/云岭县.txt", "已豁免：另有说明（批准人：王工）")


def test_text_is_never_a_formula(book: Path):
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")}
    assert [name for name, xml in parts.items() if "<f>" in xml or "<hyperlink" in xml] == []
    assert "=1+1" in {row["联系人"] for row in table_of(book, "未报送")}


def test_every_sheet_prints_and_filters(book: Path):
    with zipfile.ZipFile(book) as package:
        parts = [package.read(f"xl/worksheets/sheet{n}.xml").decode() for n in range(1, len(SHEETS) + 1)]
        names = package.read("xl/workbook.xml").decode()
    for xml in parts:
        assert re.search(r'<pane [^>]*ySplit="[23]"[^>]*state="frozen"', xml)
        assert "<autoFilter " in xml
        assert "<mergeCell " in xml
        assert 'paperSize="9"' in xml
        assert 'orientation="landscape"' in xml
    assert names.count("_xlnm.Print_Titles") == len(SHEETS)


def test_the_same_bytes(store: Store, book: Path, tmp_path: Path):
    again = tmp_path / "再来.xlsx"
    ledger.write(store, again)
    assert again.read_bytes() == book.read_bytes()


def test_reviews_get_a_sheet(store: Store, tmp_path: Path):
    path, rule, fingerprint = store.rows("SELECT path, rule, fingerprint FROM finding WHERE rule = 'figures.sum'")[0]
    review.record(store, [review.Verdict(path, rule, fingerprint, "accept", "", "王工", "2025-04-01")])
    ledger.write(store, tmp_path / "a.xlsx")
    (row,) = table_of(tmp_path / "a.xlsx", "复核")
    assert (row["规则编号"], row["属实"], row["不属实"], row["准确率"]) == ("figures.sum", "1", "0", "1")


def test_without_a_roster_or_reports(tmp_path: Path):
    store = store_of({})
    submissions.compute(store, None)
    triage.compute(store)
    ledger.write(store, tmp_path / "空.xlsx")
    sheets = sheets_of(tmp_path / "空.xlsx")
    assert list(sheets) == SHEETS
    assert "没有用名册" in sheets["未报送"][1].cells[0]


def test_a_place_that_cannot_be_written(store: Store, tmp_path: Path):
    with pytest.raises(UsageError, match="写不了台账"):
        ledger.write(store, tmp_path / "无" / "a.xlsx")

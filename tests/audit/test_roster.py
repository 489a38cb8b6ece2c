"""The list of units: what is read, and what is told of a list that is wrong."""

import io
import zipfile
from pathlib import Path

import pytest

from reportcheck.audit.roster import RosterUnit, read_roster
from reportcheck.errors import UsageError

LIST = """单位,地区,层级,类别,上级,年度,截止日期,联系人
云岭县人民政府,云岭县,县级,政府,临川市人民政府,2024,2025年3月1日,张工 0000
云岭县司法局,云岭县,县级,部门,云岭县人民政府,2024年度,3月15日,
青石镇,云岭县,,乡镇,云岭县人民政府,,,李工
"""


def roster_of(tmp_path: Path, content: str | bytes) -> tuple[RosterUnit, ...]:
    path = tmp_path / "名册.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_roster(str(path))


def fault_of(tmp_path: Path, content: str | bytes) -> str:
    with pytest.raises(UsageError) as caught:
        roster_of(tmp_path, content)
    return str(caught.value)


def test_columns_are_read(tmp_path: Path):
    county, bureau, town = roster_of(tmp_path, LIST)
    assert county == RosterUnit(
        "云岭县人民政府", "云岭县", "county", "government", "临川市人民政府", 2024, "2025-03-01", "张工 0000", "云岭县人民政府"
    )
    assert (bureau.subject, bureau.year, bureau.due, bureau.contact) == ("department", 2024, "2025-03-15", None)
    assert (town.subject, town.level, town.year, town.due) == ("government", "township", None, None)


@pytest.mark.parametrize(
    "data",
    [LIST.encode("utf-8-sig"), LIST.encode("gb18030"), LIST.encode("utf-16"), LIST.replace(",", "\t").encode("utf-16"), LIST.replace("\n", "\r\n").encode()],
    ids=["bom", "gb18030", "utf-16", "tabs", "crlf"],
)
def test_every_encoding_reads_the_same(tmp_path: Path, data: bytes):
    assert roster_of(tmp_path, data) == roster_of(tmp_path, LIST)


def test_english_header_and_title_row(tmp_path: Path):
    units = roster_of(tmp_path, "应报送单位名册,,\n\n序号,unit,level,备注\n1,云岭县,county,新\n")
    assert [(unit.name, unit.level) for unit in units] == [("云岭县", "county")]


def test_same_names_are_told_apart(tmp_path: Path):
    units = roster_of(tmp_path, "单位,上级\n鼓楼区,临川市人民政府\n鼓楼区,南屏市人民政府\n云岭县,临川市人民政府\n")
    assert [unit.name for unit in units] == ["临川市鼓楼区", "南屏市鼓楼区", "云岭县"]
    assert [unit.called for unit in units] == ["鼓楼区", "鼓楼区", "云岭县"]


def test_same_names_with_regions(tmp_path: Path):
    units = roster_of(tmp_path, "单位,地区\n司法局,临川市鼓楼区\n司法局,南屏市鼓楼区\n鼓楼区民政局,南屏市鼓楼区\n鼓楼区民政局,云州市鼓楼区\n")
    assert [unit.name for unit in units] == ["临川市鼓楼区司法局", "南屏市鼓楼区司法局", "南屏市鼓楼区民政局", "云州市鼓楼区民政局"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("单位,联系仁\n云岭县,a\n", ("第1行有不认识的列“联系仁”", "是不是“联系人”")),
        ("单位,单位名称\n云岭县,a\n", ("“单位”这一列有两个",)),
        ("地区,层级\n云岭县,县级\n", ("没有“单位”这一列",)),
        ("", ("名册是空的",)),
        ("单位,层级\n云岭县,县极\n", ("第2行的层级“县极”不认识", "县级")),
        ("单位,类别\n\n云岭县,企业\n", ("第3行的类别“企业”不认识",)),
        ("单位,年度\n云岭县,二四年\n", ("第2行的年度“二四年”不对",)),
        ("单位,截止日期\n云岭县,2025-02-30\n", ("第2行的截止日期“2025-02-30”不存在",)),
        ("单位,截止日期\n云岭县,三月底\n", ("第2行的截止日期“三月底”不对",)),
        ("单位,截止日期\n云岭县,3月1日\n", ("第2行的截止日期没有写年份",)),
        ("单位,层级\n,县级\n", ("第2行没有写单位",)),
        ("单位,层级\n云岭县,县级,多出\n", ("第2行比列名多出几格",)),
        ("单位,上级\n云岭县,临川市\n南屏区,临川市\n云岭县,临川市\n", ("第4行的“云岭县”与第2行重复",)),
        ("单位,年度\n甲县,x\n乙县,x\n丙县,x\n丁县,x\n", ("第2行", "第4行", "等4处")),
        (b"\xff\xfeabc\xd8", ("认不出文件的编码",)),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, ("旧版 Excel", "另存为")),
        (b"PK\x03\x04abc", ("不是完整的 Excel 文件",)),
        ('单位\n"云岭县\n', ("引号不成对",)),
    ],
)
def test_faults_name_the_row_and_the_remedy(tmp_path: Path, content: str | bytes, words: tuple[str, ...]):
    told = fault_of(tmp_path, content)
    assert [word for word in words if word not in told] == [], told
    assert "名册.csv" in told


def test_missing_file(tmp_path: Path):
    with pytest.raises(UsageError, match="没有这个文件"):
        read_roster(str(tmp_path / "无.csv"))


def test_excel_roster(tmp_path: Path):
    xlsxwriter = pytest.importorskip("xlsxwriter")
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet("名册")
        book.add_worksheet("别的").write(0, 0, "不读")
        for row, cells in enumerate([("单位", "年度", "截止日期", "联系人"), ("云岭县", 2024, 45717, ""), ("南屏区", "2024", "", "李工")]):
            sheet.write_row(row, 0, cells)
    path = tmp_path / "名册.xlsx"
    path.write_bytes(data.getvalue())
    county, district = read_roster(str(path))
    assert (county.name, county.year, county.due) == ("云岭县", 2024, "2025-03-01")
    assert (district.name, district.year, district.due, district.contact) == ("南屏区", 2024, None, "李工")


def test_excel_bomb_is_refused(tmp_path: Path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><workbook>&b;</workbook>")
    assert "不是完整的 Excel 文件" in fault_of(tmp_path, data.getvalue())

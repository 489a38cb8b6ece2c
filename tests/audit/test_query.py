"""Questions in SQL."""

import csv
import io
import json
import sqlite3

import pytest
from stores import store_of

from drafts import REPORT
from reportcheck.audit.query import ask, relations_of, write_parquet
from reportcheck.cli import main
from reportcheck.text.width import columns

VIEWS = ("报告", "得分构成", "判定", "依据原文", "问题", "要求统计", "未检查", "未报送", "迟报", "雷同线索", "雷同段落", "先看")
OTHER = REPORT.replace("云岭县", "青檀县").replace("，主要原因是编制没有跟上", "")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A store with two reports, one that could not be read, and units that owe reports."""
    place = tmp_path_factory.mktemp("库") / "审查 #1?.sqlite"
    with store_of({"报送/甲.txt": REPORT, "报送/乙.txt": OTHER}, place) as store, store.transaction() as connection:
        connection.execute("INSERT INTO failure VALUES ('报送/丙.pdf', '只读出0个汉字', 0)")
        for unit in ("云岭县人民政府", "青檀县人民政府", "棠湖县人民政府"):
            connection.execute("INSERT INTO unit (name, level, subject, parent, year) VALUES (?, 'county', 'government', '临川市', 2024)", (unit,))
        connection.execute(
            "INSERT INTO submission VALUES ('报送/甲.txt', '云岭县人民政府', 'late', '2025-04-03', 'published', '2025-04-01', 'issuer')"
        )
        connection.execute("INSERT INTO submission VALUES ('报送/乙.txt', '青檀县人民政府', 'on_time', '2025-02-20', 'signed_on', '2025-04-01', 'issuer')")
        connection.execute("INSERT INTO overlap VALUES ('报送/甲.txt', '报送/乙.txt', 'units', 18, 0.9512, 0.97)")
        connection.execute("INSERT INTO triage VALUES (1, '报送/乙.txt', 3.5, '与其他单位雷同', 'structure.causes', 6, NULL, '原文')")
    return str(place)


def asked(path, query):
    return ask(path, query).rows


def test_reports(path):
    assert asked(path, "SELECT 单位, 层级, 类别, 年度, 报送情况, 文件 FROM 报告 ORDER BY 文件 DESC") == [
        ("云岭县人民政府", "县级", "政府", 2024, "迟报", "报送/甲.txt"), ("青檀县人民政府", "县级", "政府", 2024, "按时", "报送/乙.txt"),
    ]


def test_findings_and_verdicts_agree(path):
    assert asked(path, "SELECT 单位, 轻重, 要求 FROM 问题 WHERE 规则 = 'structure.causes' ORDER BY 单位") == [
        ("云岭县人民政府", "应当改", "产生不足的原因"), ("青檀县人民政府", "必须改", "产生不足的原因"),
    ]
    assert asked(path, "SELECT 单位, 判定 FROM 判定 WHERE 规则 = 'structure.causes' ORDER BY 单位") == [
        ("云岭县人民政府", "部分符合"), ("青檀县人民政府", "不符合"),
    ]
    assert asked(path, "SELECT 适用, 符合, 部分符合, 不符合, 不符合率 FROM 要求统计 WHERE 规则 = 'structure.causes'") == [(2, 0, 1, 1, 50.0)]


def test_evidence_is_quoted(path):
    ((quote,),) = asked(path, "SELECT 原文 FROM 依据原文 WHERE 单位 = '云岭县人民政府' AND 规则 = 'structure.causes' AND 序号 = 1")
    assert "编制没有跟上" in quote


def test_submissions(path):
    assert asked(path, "SELECT 单位, 层级, 上级 FROM 未报送") == [("棠湖县人民政府", "县级", "临川市")]
    assert asked(path, "SELECT 单位, 期限, 日期, 迟到天数, 日期来源 FROM 迟报") == [("云岭县人民政府", "2025-04-01", "2025-04-03", 2, "发布日期")]
    assert asked(path, "SELECT * FROM 未检查") == [("只读出0个汉字", "报送/丙.pdf")]


def test_clues(path):
    assert asked(path, "SELECT 单位甲, 单位乙, 类型, 占甲, 占乙 FROM 雷同线索") == [("云岭县人民政府", "青檀县人民政府", "不同单位", 95.1, 97.0)]
    assert asked(path, "SELECT 次序, 单位, 理由 FROM 先看") == [(1, "青檀县人民政府", "与其他单位雷同")]


def test_old_drafts_do_not_count(tmp_path):
    with store_of({"甲.txt": REPORT, "旧.txt": OTHER}, tmp_path / "库.sqlite") as store, store.transaction() as connection:
        connection.execute("INSERT INTO submission VALUES ('旧.txt', '云岭县人民政府', 'superseded', NULL, NULL, NULL, 'issuer')")
    assert asked(str(tmp_path / "库.sqlite"), "SELECT 适用, 不符合, 部分符合 FROM 要求统计 WHERE 规则 = 'structure.causes'") == [(1, 0, 1)]


def test_every_view_can_be_asked_and_has_chinese_columns(path):
    listed = {each.name: each.columns for each in relations_of(path)}
    assert set(VIEWS) == {name for name in listed if not name.isascii()}
    for name in VIEWS:
        assert ask(path, f"SELECT * FROM {name}").columns == listed[name]  # noqa: S608
        assert not any(column.isascii() for column in listed[name])


@pytest.mark.parametrize("query", ["DELETE FROM report", "DROP VIEW 报告", "CREATE TABLE t (a)", "UPDATE unit SET name = ''", "ATTACH 'n.sqlite' AS n", "VACUUM INTO 'n.sqlite'"])
def test_nothing_is_changed(path, query, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    with sqlite3.connect(path) as connection:
        before = list(connection.iterdump())
    assert main(["query", path, query]) == 2
    assert "只能查，不能改" in capsys.readouterr().err
    with sqlite3.connect(path) as connection:
        assert list(connection.iterdump()) == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * FROM 报吿", "库里没有“报吿”（是不是迟报、报告？）"),
        ("SELECT 单味 FROM 报告", "库里没有“单味”（是不是单位？）"),
        ("DELETE FROM report", "这里只能查，不能改"),
        ("SELEC 1", "这句 SQL 查不了"),
        ("SELECT 1; SELECT 2", "这句 SQL 查不了"),
    ],
)
def test_what_is_asked_wrongly_is_told(path, query, told, capsys):
    assert main(["query", path, query]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("data", [None, b"", b"no store" * 500])
def test_what_is_no_store_is_told(tmp_path, data, capsys):
    file = tmp_path / "库.sqlite"
    if data is not None:
        file.write_bytes(data)
    assert main(["query", str(file), "SELECT 1"]) == 2
    assert "审查库" in capsys.readouterr().err
    assert file.exists() == (data is not None)


def test_table_is_aligned_by_the_width_of_characters(path, capsys):
    main(["query", path, "SELECT 单位, 年度, 文件 FROM 报告 ORDER BY 文件 UNION ALL SELECT 'abc', 7, NULL".replace("ORDER BY 文件 ", "")])
    head, rule, *rows, count = capsys.readouterr().out.splitlines()
    assert (head, count) == ("单位            年度  文件", "（3 行）")
    assert rule == "-" * 14 + "  " + "-" * 4 + "  " + "-" * 11
    assert {columns(row[: row.index("2024")]) for row in rows if "2024" in row} == {16}
    assert "abc                7" in rows


def test_csv_opens_in_excel_and_no_cell_is_a_formula(path, capsysbinary):
    main(["query", path, "SELECT 单位, '=1+1' AS 式, 年度, x'00ff' AS 字节 FROM 报告 ORDER BY 文件", "--format", "csv"])
    data = capsysbinary.readouterr().out
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [["单位", "式", "年度", "字节"], ["青檀县人民政府", "'=1+1", "2024", "<2 字节>"], ["云岭县人民政府", "'=1+1", "2024", "<2 字节>"]]


def test_json(path, capsys):
    main(["query", path, "SELECT 单位, 页 FROM 先看", "--format", "json"])
    assert json.loads(capsys.readouterr().out) == [{"单位": "青檀县人民政府", "页": None}]


def test_tables_are_listed(path, capsys):
    main(["query", path, "--tables"])
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("报告：单位、地区、层级")
    assert "overlap: a, b, kind, shared, share_a, share_b" in told


def test_nothing_asked_is_told(path, capsys):
    assert main(["query", path]) == 2
    assert "没有写要查什么" in capsys.readouterr().err


def test_parquet_holds_what_the_store_holds(path, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason='没有安装 pyarrow：pip install "reportcheck[parquet]"')
    written = write_parquet(path, str(tmp_path / "表"))
    assert sorted(written) == sorted(file.name for file in (tmp_path / "表").iterdir()) == sorted(f"{r.name}.parquet" for r in relations_of(path))
    for relation in relations_of(path):
        table = parquet.read_table(tmp_path / "表" / f"{relation.name}.parquet")
        rows = [tuple(row[column] for column in relation.columns) for row in table.to_pylist()]
        assert rows == asked(path, f'SELECT * FROM "{relation.name}"')  # noqa: S608


def test_parquet_is_the_same_each_time(path, tmp_path):
    pytest.importorskip("pyarrow.parquet", reason='没有安装 pyarrow：pip install "reportcheck[parquet]"')
    for name in ("一", "二"):
        write_parquet(path, str(tmp_path / name))
    assert [f.read_bytes() for f in sorted((tmp_path / "一").iterdir())] == [f.read_bytes() for f in sorted((tmp_path / "二").iterdir())]

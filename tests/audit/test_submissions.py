"""Whose report it is, and whether it came in time."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from letters import letter
from stores import store_of

from reportcheck.audit import submissions
from reportcheck.audit.bodies import body_of
from reportcheck.audit.deadlines import dated, due_date
from reportcheck.audit.matching import Claim, Directory, Match
from reportcheck.audit.roster import RosterUnit, read_roster
from reportcheck.audit.store import Store

ROSTER = """单位,地区,层级,类别,上级,年度
云岭县人民政府,,县级,政府,临川市,2024
云岭县司法局,云岭县,县级,部门,云岭县人民政府,2024
教育局,云岭县,县级,部门,云岭县人民政府,2024
青石镇,,乡镇级,政府,云岭县人民政府,2024
青石镇,,乡镇级,政府,南屏县人民政府,2024
云岭经济开发区管委会,,,开发区,云岭县人民政府,2024
鼓楼区,,县级,政府,临川市,2024
鼓楼区,,县级,政府,云州市,2024
"""


def roster_of(tmp_path: Path, content: str = ROSTER) -> tuple[RosterUnit, ...]:
    path = tmp_path / "名册.csv"
    path.write_text(content, encoding="utf-8")
    return read_roster(str(path))


def states(texts: Mapping[str, str], roster: tuple[RosterUnit, ...] | None = ()) -> tuple[dict[str, tuple[str | None, str]], Store]:
    store = store_of(texts)
    submissions.compute(store, roster)
    return {path: (unit, state) for path, unit, state in store.rows("SELECT path, unit, state FROM submission")}, store


def claim(path: str = "稿.txt", issuer: str | None = None, region: str | None = None, subject: str | None = None, signed_by: str | None = None) -> Claim:
    return Claim(path, issuer, region, subject, signed_by)


@pytest.mark.parametrize(
    ("name", "places", "kind"),
    [
        ("云岭县司法局", ("云岭县",), "司法"),
        ("临川市云岭县住房和城乡建设局", ("临川市", "云岭县"), "住房城乡建设"),
        ("云岭县住建局", ("云岭县",), "住房城乡建设"),
        ("县市场监督管理局", (), "市场监管"),
        ("市场监督管理局", (), "市场监管"),
        ("云岭县市监局", ("云岭县",), "市场监管"),
        ("城市管理局", (), "城市管理"),
        ("城乡建设局", (), "城乡建设"),
        ("区域合作局", (), "区域合作"),
        ("云岭县人民政府", ("云岭县",), ""),
        ("中共云岭县委 云岭县人民政府", ("云岭县",), ""),
        ("中共云岭县委全面依法治县委员会办公室", ("云岭县",), "依法治办"),
        ("云岭县委依法治县办", ("云岭县",), "依法治办"),
        ("云岭县城关街道办事处", ("云岭县", "城关街道"), ""),
        ("云岭经济开发区管理委员会", (), "云岭经济开发区"),
        ("三江侗族自治县司法局", ("三江县",), "司法"),
        ("黔东南苗族侗族自治州人民政府", ("黔东南州",), ""),
        ("黔东南州人民政府", ("黔东南州",), ""),
        ("云岭县国资委", ("云岭县",), "国有资产监督管理"),
        ("临川市生态环境局云岭分局", ("临川市",), "生态环境局云岭分"),
    ],
)
def test_names_are_taken_apart(name: str, places: tuple[str, ...], kind: str):
    assert body_of(name) == (places, kind)


@pytest.mark.parametrize(
    ("stated", "unit", "by"),
    [
        (claim(issuer="云岭县人民政府", region="云岭县", subject="government"), "云岭县人民政府", "issuer"),
        (claim(region="云岭县", subject="government"), "云岭县人民政府", "region"),
        (claim(issuer="县司法局", region="云岭县", subject="department"), "云岭县司法局", "issuer"),
        (claim(issuer="云岭县教育局", region="云岭县", subject="department"), "教育局", "issuer"),
        (claim(signed_by="云岭县教体局", region="云岭县", subject="department"), None, None),
        (claim(signed_by="云岭县司法局", region="云岭县", subject="department"), "云岭县司法局", "signed_by"),
        (claim(issuer="云岭县人民政府办公室", region="云岭县", subject="government"), "云岭县人民政府", "region"),
        (claim(issuer="中共云岭县委全面依法治县委员会办公室", region="云岭县", subject="party_office"), "云岭县人民政府", "region"),
        (claim(issuer="云岭经济开发区管理委员会", region="云岭经济开发区", subject="government"), "云岭经济开发区管委会", "issuer"),
        (claim(issuer="云岭县青石镇人民政府", region="云岭县青石镇", subject="government"), "云岭县青石镇", "issuer"),
        (claim(issuer="青石镇人民政府", region="青石镇", subject="government"), None, "ambiguous"),
        (claim("2024/南屏县/青石镇.txt", issuer="青石镇人民政府", region="青石镇", subject="government"), "南屏县青石镇", "folder"),
        (claim("南屏县青石镇.txt", issuer="青石镇人民政府", region="青石镇", subject="government"), "南屏县青石镇", "filename"),
        (claim("南屏县/x.txt", issuer="云岭县青石镇人民政府", region="云岭县青石镇", subject="government"), "云岭县青石镇", "issuer"),
        (claim(issuer="云州市鼓楼区人民政府", region="云州市鼓楼区", subject="government"), "云州市鼓楼区", "issuer"),
        (claim(issuer="棠湖市云岭县人民政府", region="棠湖市云岭县", subject="government"), None, None),
        (claim("云岭县司法局2024年报告.txt"), "云岭县司法局", "filename"),
        (claim("报送/云岭县/司法局2024.txt"), "云岭县司法局", "folder"),
        (claim("03 云岭县.txt"), "云岭县人民政府", "filename"),
        (claim("云岭县/2024年报告.txt"), "云岭县人民政府", "folder"),
        (claim("云岭县司法局2024.txt", issuer="南屏县司法局", region="南屏县", subject="department"), None, None),
        (claim("云岭县司法局2024.txt", region="云岭县", subject="department"), "云岭县司法局", "filename"),
        (claim("随便.txt"), None, None),
        (claim("云岭县/随便.txt"), None, None),
        (claim("南屏县/司法局.txt", region="云岭县", subject="department"), "云岭县司法局", "filename"),
        (claim("南屏县司法局.txt", region="云岭县", subject="department"), None, None),
    ],
)
def test_whose_report_it_is(tmp_path: Path, stated: Claim, unit: str | None, by: str | None):
    directory = Directory(roster_of(tmp_path), lambda _: "")
    assert directory.match(stated) == Match(unit, by)


def test_shared_names_are_decided_by_the_text(tmp_path: Path):
    directory = Directory(roster_of(tmp_path), lambda _: "按照云州市的部署，全区……")
    assert directory.match(claim(issuer="鼓楼区人民政府", region="鼓楼区", subject="government")) == Match("云州市鼓楼区", "text")


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2025-03-20", "2025-02-01", "2025-04-01"), ("2025-03-20", "published")),
        ((None, "2025-02-01", "2025-04-01"), ("2025-02-01", "signed_on")),
        ((None, "2024-02-01", "2025-04-01"), ("2025-04-01", "file_date")),
        ((None, None, None), (None, None)),
    ],
)
def test_which_date_tells(dates: tuple[str | None, str | None, str | None], expected: tuple[str | None, str | None]):
    assert dated(dates, 2024) == expected


@pytest.mark.parametrize(
    ("level", "subject", "date_from", "due"),
    [
        ("county", "government", "signed_on", "2025-03-01"),
        ("township", "government", "file_date", "2025-03-01"),
        ("province", "department", "signed_on", "2025-03-01"),
        ("province", "government", "signed_on", "2025-04-01"),
        (None, "government", "signed_on", "2025-04-01"),
        ("county", "department", "published", "2025-04-01"),
    ],
)
def test_when_it_is_due(level: str | None, subject: str, date_from: str, due: str):
    assert due_date(2024, level, subject, date_from) == due


def test_states_of_a_roster(tmp_path: Path):
    texts = {
        "a/云岭县.txt": letter(),
        "a/司法局.txt": letter("云岭县司法局", "2025年3月9日"),
        "a/教育局.txt": letter("云岭县教育局", "2024年2月9日", 2023),
        "a/开发区.txt": letter("云岭经济开发区管理委员会", ""),
        "a/外县.txt": letter("棠湖县人民政府"),
        "b/青石镇.txt": letter("云岭县青石镇人民政府", "2025年2月1日", 2023),
    }
    found, store = states(texts, roster_of(tmp_path))
    assert found == {
        "a/云岭县.txt": ("云岭县人民政府", "on_time"),
        "a/司法局.txt": ("云岭县司法局", "late"),
        "a/教育局.txt": ("教育局", "other_year"),
        "a/开发区.txt": ("云岭经济开发区管委会", "undated"),
        "a/外县.txt": (None, "unknown_unit"),
        "b/青石镇.txt": ("云岭县青石镇", "wrong_year"),
    }
    missing = [name for (name,) in store.rows("SELECT name FROM missing_unit ORDER BY name")]
    assert missing == sorted(["教育局", "云岭县青石镇", "南屏县青石镇", "临川市鼓楼区", "云州市鼓楼区"])
    late = store.rows("SELECT on_date, date_from, due, matched_by FROM submission WHERE state = 'late'")
    assert late == [("2025-03-09", "signed_on", "2025-03-01", "issuer")]
    dues = dict(store.rows("SELECT name, due FROM unit"))
    assert (dues["云岭县人民政府"], dues["教育局"]) == ("2025-03-01", "2025-03-01")


def test_versions_of_one_unit(tmp_path: Path):
    final = letter(day="2025年3月9日", extra="修改后补充：全年办理案件36件。")
    texts = {"初稿.txt": letter(day="2025年2月1日"), "定稿.txt": final, "定稿副本.txt": final.replace("\n", "\n\n"), "往年.txt": letter(year=2023, day="2024年2月8日")}
    found, store = states(texts, roster_of(tmp_path))
    assert {path: state for path, (_, state) in found.items()} == {
        "初稿.txt": "superseded",
        "定稿.txt": "duplicate",
        "定稿副本.txt": "on_time",
        "往年.txt": "other_year",
    }
    # The first version came in time; a corrected one after the last day is not held against the unit.
    assert store.rows("SELECT on_date, due FROM submission WHERE path = '定稿副本.txt'") == [("2025-02-01", "2025-03-01")]


def test_due_day_of_the_roster(tmp_path: Path):
    roster = roster_of(tmp_path, "单位,年度,截止日期\n云岭县,2024,2025-01-31\n")
    found, store = states({"a.txt": letter()}, roster)
    assert found == {"a.txt": ("云岭县", "late")}
    again = store.rows("SELECT * FROM unit"), store.rows("SELECT * FROM submission")
    submissions.compute(store, None)
    assert (store.rows("SELECT * FROM unit"), store.rows("SELECT * FROM submission")) == again


def test_year_that_the_roster_leaves_open(tmp_path: Path):
    roster = roster_of(tmp_path, "单位\n云岭县\n南屏县\n棠湖县\n")
    texts = {"a.txt": letter(), "b.txt": letter("南屏县人民政府", "2024年2月1日", 2023)}
    found, store = states(texts, roster)
    assert found == {"a.txt": ("云岭县", "on_time"), "b.txt": ("南屏县", "other_year")}
    assert {year for (year,) in store.rows("SELECT year FROM unit")} == {2024}
    submissions.compute(store, None)
    assert store.rows("SELECT DISTINCT year, year_from FROM unit") == [(2024, "rule")]


def test_not_a_report(tmp_path: Path):
    notice = "云岭县人民政府关于做好春节期间安全生产工作的通知\n" + "各乡镇人民政府要认真组织安全检查，落实值班制度，及时上报情况。\n" * 20 + "云岭县人民政府\n2025年1月20日"
    found, store = states({"通知.txt": notice}, roster_of(tmp_path, "单位,年度\n云岭县,2024\n"))
    assert found == {"通知.txt": ("云岭县", "not_a_report")}
    assert store.rows("SELECT name FROM missing_unit") == [("云岭县",)]


def test_without_a_roster(tmp_path: Path):
    other = letter("鼓楼区教育局", "2025年2月2日").replace("行政", "教育")
    texts = {"a.txt": letter("鼓楼区教育局"), "b.txt": letter("鼓楼区教育局", "2025年2月25日"), "c.txt": letter("云岭县人民政府", "2025年5月1日"), "d.txt": other}
    found, store = states(texts)
    assert found["a.txt"] == (None, "superseded")
    assert found["b.txt"] == (None, "on_time")
    assert found["c.txt"] == (None, "late")
    assert store.rows("SELECT count(*) FROM unit") == [(0,)]
    assert tmp_path.exists()


def test_rows_do_not_depend_on_the_order(tmp_path: Path):
    texts = {"a.txt": letter(), "b.txt": letter(), "c.txt": letter("云岭县司法局")}
    one = states(texts, roster_of(tmp_path))[0]
    other = states(dict(reversed(texts.items())), roster_of(tmp_path))[0]
    assert one == other

# ruff: noqa: FLY002 - lines of a text read better as a list of lines
"""What a report states about itself; what it does not state is None."""

import pytest

from drafts import ACHIEVEMENTS, CLOSING, LEAD, PLAN, PROBLEMS, REPORT, TITLE, document
from reportcheck.structure.facts import Facts
from reportcheck.structure.reading import Reading

BODY = "\n".join((ACHIEVEMENTS, PROBLEMS, PLAN))


def facts(text: str, path: str = "稿.txt", year: int | None = None) -> Facts:
    return Reading(document(text, path), year=year).facts


def of_title(title: str, lead: str = "一年来，各项工作有序开展，现将有关情况报告如下。") -> Facts:
    return facts("\n".join((title, lead, BODY)))


# title -> issuer, region, level, subject, year
TITLES: list[tuple[str, str | None, str | None, str | None, str | None, int | None]] = [
    ("云岭县人民政府2024年法治政府建设年度报告", "云岭县人民政府", "云岭县", "county", "government", 2024),
    ("云岭县人民政府关于2024年度法治政府建设情况的报告", "云岭县人民政府", "云岭县", "county", "government", 2024),
    ("关于云岭县2024年法治政府建设情况的报告", None, "云岭县", "county", "government", 2024),
    ("云岭县2023年度法治政府建设工作总结", None, "云岭县", "county", "government", 2023),
    ("云岭县二〇二四年法治政府建设年度报告", None, "云岭县", "county", "government", 2024),
    ("南屏区人民政府2024年法治政府建设年度报告", "南屏区人民政府", "南屏区", "county", "government", 2024),
    ("青檀镇人民政府2024年法治政府建设年度报告", "青檀镇人民政府", "青檀镇", "township", "government", 2024),
    ("白石乡2024年法治政府建设工作报告", None, "白石乡", "township", "government", 2024),
    ("云岭县司法局2024年法治政府建设年度报告", "云岭县司法局", "云岭县", "county", "department", 2024),
    ("临川湖市市场监督管理局2024年度法治政府建设情况报告", "临川湖市市场监督管理局", "临川湖市", None, "department", 2024),
    ("中共云岭县委全面依法治县委员会办公室关于2024年法治政府建设情况的报告", "中共云岭县委全面依法治县委员会办公室", "云岭县", "county", "party_office", 2024),
    ("苏禾旗人民政府2024年法治政府建设年度报告", "苏禾旗人民政府", "苏禾旗", "county", "government", 2024),
    ("乌兰湖盟行政公署2024年法治政府建设年度报告", "乌兰湖盟行政公署", "乌兰湖盟", "prefecture", "government", 2024),
    ("澜溪自治州人民政府2024年法治政府建设年度报告", "澜溪自治州人民政府", "澜溪自治州", "prefecture", "government", 2024),
    ("云溪自治县人民政府2024年法治政府建设年度报告", "云溪自治县人民政府", "云溪自治县", "county", "government", 2024),
    ("临川湖高新区管委会2024年法治政府建设年度报告", "临川湖高新区管委会", "临川湖高新区", None, "government", 2024),
    ("临川湖新区管理委员会2024年法治政府建设年度报告", "临川湖新区管理委员会", "临川湖新区", None, "government", 2024),
    ("东江省人民政府2024年法治政府建设年度报告", "东江省人民政府", "东江省", "province", "government", 2024),
    ("2024年法治政府建设年度报告", None, None, None, None, 2024),
    ("法治政府建设年度报告", None, None, None, None, None),
    # divisions that exist: the level is in the table
    ("吉林省人民政府2023年法治政府建设年度报告", "吉林省人民政府", "吉林省", "province", "government", 2023),
    ("天水市秦州区2024年法治政府建设年度报告", None, "天水市秦州区", "county", "government", 2024),
    ("昌都市2023年法治政府建设年度报告", None, "昌都市", "prefecture", "government", 2023),
    ("昆山市人民政府2024年法治政府建设年度报告", "昆山市人民政府", "昆山市", "county", "government", 2024),
    ("昌吉州2024年法治政府建设年度报告", None, "昌吉州", "prefecture", "government", 2024),
    ("昌吉回族自治州人民政府2024年法治政府建设年度报告", "昌吉回族自治州人民政府", "昌吉回族自治州", "prefecture", "government", 2024),
    ("杭锦旗人民政府2024年法治政府建设年度报告", "杭锦旗人民政府", "杭锦旗", "county", "government", 2024),
    ("锡林郭勒盟行政公署2024年法治政府建设年度报告", "锡林郭勒盟行政公署", "锡林郭勒盟", "prefecture", "government", 2024),
    ("上海市浦东新区人民政府2024年法治政府建设年度报告", "上海市浦东新区人民政府", "上海市浦东新区", "county", "government", 2024),
    ("北京市人民政府2024年法治政府建设年度报告", "北京市人民政府", "北京市", "province", "government", 2024),
    ("石河子市人民政府2024年法治政府建设年度报告", "石河子市人民政府", "石河子市", "county", "government", 2024),
    ("阿里地区行政公署2024年法治政府建设年度报告", "阿里地区行政公署", "阿里地区", "prefecture", "government", 2024),
    ("宁夏回族自治区人民政府2024年法治政府建设年度报告", "宁夏回族自治区人民政府", "宁夏回族自治区", "province", "government", 2024),
]


@pytest.mark.parametrize(("title", "stated"), [(row[0], row[1:]) for row in TITLES], ids=[row[0] for row in TITLES])
def test_titles(title: str, stated: tuple[object, ...]) -> None:
    found = of_title(title)
    assert found.type == "rule-of-law-report"
    assert found.title == title
    assert (found.issuer, found.region, found.level, found.subject, found.year) == stated


# lead (no title) -> issuer, region, level, subject, year
LEADS: list[tuple[str, str | None, str | None, str | None, str | None, int | None]] = [
    ("2024年，云岭县人民政府坚持依法行政，法治政府建设取得成效，现将情况报告如下：", "云岭县人民政府", "云岭县", "county", "government", 2024),
    ("2024年，云岭县坚持依法行政，法治政府建设取得成效，现将情况报告如下：", None, "云岭县", "county", "government", 2024),
    ("2023年，南屏区深入推进法治政府建设，现将情况报告如下：", None, "南屏区", "county", "government", 2023),
    ("2024年，苏禾旗全面推进法治政府建设，现将情况报告如下：", None, "苏禾旗", "county", "government", 2024),
    ("2024年，天水市秦州区扎实推进法治政府建设，现将情况报告如下：", None, "天水市秦州区", "county", "government", 2024),
    ("一年来，云岭县司法局认真推进法治政府建设，现将情况报告如下：", "云岭县司法局", "云岭县", "county", "department", None),
    ("2024年，青檀镇坚持依法行政，法治政府建设取得成效，现将情况报告如下：", None, "青檀镇", "township", "government", 2024),
    ("2024年，我局认真推进法治政府建设，我局案卷评查全覆盖，现将情况报告如下：", None, None, None, "department", 2024),
    ("2024年，在上级领导下，法治政府建设取得成效，现将情况报告如下：", None, None, None, None, 2024),
]


@pytest.mark.parametrize(("lead", "stated"), [(row[0], row[1:]) for row in LEADS], ids=[row[0][:18] for row in LEADS])
def test_leads(lead: str, stated: tuple[object, ...]) -> None:
    found = facts(f"{lead}\n{BODY}")
    assert found.title is None
    assert (found.issuer, found.region, found.level, found.subject, found.year) == stated


def test_a_city_outside_the_table_with_counties_under_it_is_a_prefecture() -> None:
    title = "临川湖市人民政府2024年法治政府建设年度报告"
    assert of_title(title).level is None
    assert of_title(title, "2024年，全市各县（市、区）依法行政，现将情况报告如下。").level == "prefecture"


# sign-off -> signed_by, signed_on
SIGN_OFFS: list[tuple[str, str | None, str | None]] = [
    ("云岭县人民政府\n2025年2月20日", "云岭县人民政府", "2025-02-20"),
    ("云岭县人民政府\n二〇二五年二月二十日", "云岭县人民政府", "2025-02-20"),
    ("云岭县人民政府\n二○二五年十二月三十一日", "云岭县人民政府", "2025-12-31"),
    ("云岭县人民政府 \n 2025 年 2 月 20 日", "云岭县人民政府", "2025-02-20"),
    ("云岭县人民政府办公室\n2025-02-20", "云岭县人民政府办公室", "2025-02-20"),
    ("中共云岭县委全面依法治县委员会办公室\n2025年2月20日", "中共云岭县委全面依法治县委员会办公室", "2025-02-20"),
    ("云岭县司法局\n2025年3月1日", "云岭县司法局", "2025-03-01"),
    ("特此报告。\n云岭县人民政府\n2025年2月20日", "云岭县人民政府", "2025-02-20"),
    ("云岭县人民政府", "云岭县人民政府", None),
    ("2025年2月20日", None, "2025-02-20"),
    ("云岭县人民政府\n2025年2月30日", "云岭县人民政府", None),
    ("", None, None),
]


@pytest.mark.parametrize(("closing", "by", "on"), SIGN_OFFS, ids=[repr(row[0]) for row in SIGN_OFFS])
def test_sign_offs(closing: str, by: str | None, on: str | None) -> None:
    found = facts("\n".join((TITLE, LEAD, BODY, closing)))
    assert (found.signed_by, found.signed_on) == (by, on)


@pytest.mark.parametrize("joint", ["", " "])
def test_a_sign_off_glued_to_the_text(joint: str) -> None:
    found = facts("\n".join((TITLE, LEAD, f"{BODY}{joint}云岭县人民政府{joint}2025年2月20日")))
    assert (found.signed_by, found.signed_on) == ("云岭县人民政府", "2025-02-20")


def test_dates_inside_the_text_are_no_sign_off() -> None:
    found = facts("\n".join((TITLE, LEAD, f"{BODY}2024年5月10日，县人民政府召开会议。")))
    assert (found.signed_by, found.signed_on) == (None, None)


@pytest.mark.parametrize(
    ("line", "addressee"),
    [
        ("中共云岭县委、云岭县人大常委会：", "中共云岭县委、云岭县人大常委会"),
        ("临川湖市人民政府：", "临川湖市人民政府"),
        ("市委全面依法治市委员会办公室：", "市委全面依法治市委员会办公室"),
        ("区委、区人大常委会：", "区委、区人大常委会"),
        ("临川湖市司法局：", "临川湖市司法局"),
        ("各位代表：", None),
        ("现将情况报告如下：", None),
    ],
)
def test_addressees(line: str, addressee: str | None) -> None:
    assert facts("\n".join((TITLE, line, LEAD, BODY))).addressee == addressee


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云政报〔2025〕12号", "云政报〔2025〕12号"),
        ("云政发[2025]3号", "云政发[2025]3号"),
        ("云岭县字第3号", None),
    ],
)
def test_document_numbers(line: str, number: str | None) -> None:
    assert facts("\n".join((line, TITLE, LEAD, BODY))).doc_number == number


def test_numbers_of_other_documents_are_not_its_own() -> None:
    text = "\n".join((TITLE, LEAD, f"{BODY}印发《执法监督办法》（云政发〔2024〕3号）。"))
    assert facts(text).doc_number is None


def test_a_partys_document_number_tells_the_subject() -> None:
    assert facts("\n".join((TITLE, "云法委办〔2025〕2号", LEAD, BODY))).subject == "party_office"


@pytest.mark.parametrize(
    ("title", "lead", "path", "year", "origin"),
    [
        (TITLE, LEAD, "2019.txt", 2024, "text"),
        ("云岭县法治政府建设年度报告", "2023年，云岭县依法行政，现将情况报告如下。", "2019.txt", 2023, "text"),
        ("云岭县法治政府建设年度报告", "按照《法治政府建设实施纲要（2021—2025年）》，现将情况报告如下。", "云岭县2022年.txt", 2022, "filename"),
        ("云岭县法治政府建设年度报告", "一年来，云岭县依法行政。", "报告.txt", None, None),
        ("云岭县人民政府2024年法治政府建设年度报告（2025年1月公布）", LEAD, "稿.txt", 2024, "text"),
    ],
)
def test_the_year_and_where_it_is_from(title: str, lead: str, path: str, year: int | None, origin: str | None) -> None:
    found = facts("\n".join((title, lead, ACHIEVEMENTS)), path)
    assert (found.year, found.origin.get("year")) == (year, origin)


def test_an_option_goes_before_the_text() -> None:
    found = facts(REPORT, year=2022)
    assert (found.year, found.origin["year"]) == (2022, "option")


def test_only_what_is_known_has_an_origin() -> None:
    found = facts("\n".join((LEAD, ACHIEVEMENTS)))
    known = {name for name, value in found._asdict().items() if name != "origin" and value is not None}
    assert set(found.origin) == known
    assert found.addressee is None
    assert found.signed_by is None
    assert CLOSING not in found.origin


def test_a_place_named_in_passing_is_not_the_region() -> None:
    found = of_title("2024年法治政府建设年度报告", "一年来，赴昆山市考察法治工作，现将情况报告如下。")
    assert (found.region, found.level) == (None, None)


def test_the_publishing_date_of_the_page_is_not_the_year() -> None:
    found = facts(f"发布时间：2025-03-12\n云岭县法治政府建设年度报告\n2024年，云岭县依法行政，现将情况报告如下。\n{BODY}")
    assert found.year == 2024

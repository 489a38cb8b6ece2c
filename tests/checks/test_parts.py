"""The kinds that look at parts: part, order, numbering, title, fact, doc-type, names-year."""

from collections.abc import Callable
from typing import Any

import pytest

from drafts import ACHIEVEMENTS, CLOSING, LEAD, LEADERS, PLAN, PROBLEMS, REPORT, TITLE


def numbered(*parts: str) -> str:
    body = [f"{mark}、{part.partition('、')[2]}" for mark, part in zip("一二三四", parts, strict=False)]
    return "\n".join((TITLE, LEAD, *body))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (numbered(ACHIEVEMENTS, PROBLEMS, PLAN), "met"),
        (numbered(ACHIEVEMENTS, PROBLEMS, "四、2025年安排\n组织轮训。"), "partial"),
        (numbered(ACHIEVEMENTS, PROBLEMS, "四、2025年安排"), "unmet"),
        (numbered(ACHIEVEMENTS, PROBLEMS), "unmet"),
    ],
)
def test_part(judged: Callable[..., Any], text: str, status: str) -> None:
    found = judged("part", text, {"role": "plan", "min_chars": 20})
    assert found.status == status
    assert found.slots["part"] == "下一年度安排"


def test_a_part_quotes_its_heading_and_counts_its_text(judged: Callable[..., Any]) -> None:
    found = judged("part", numbered(ACHIEVEMENTS, PROBLEMS, "四、2025年安排\n组织轮训。"), {"role": "plan", "min_chars": 5})
    assert found.evidence == ["三、2025年安排"]
    assert found.slots["chars"] == "5"


def test_a_part_can_be_asked_to_tell_acts(judged: Callable[..., Any]) -> None:
    params = {"role": "achievements", "min_chars": 5, "acts": ["评查", "公布"], "min_told": 2}
    two = f"{TITLE}\n{LEAD}\n一、成效\n公布目录。评查案卷。"
    one = f"{TITLE}\n{LEAD}\n一、成效\n公布目录。将评查案卷。加强案卷评查。"
    assert judged("part", two, params).status == "met"
    assert judged("part", one, params).status == "partial"
    assert judged("part", one, params).slots["told"] == "1"
    assert judged("part", f"{TITLE}\n{LEAD}\n一、成效\n公布目录。会场5个。", params).status == "met"


ORDERS = {"orders": [["achievements", "problems", "plan"], ["first_responsible", "achievements", "problems", "plan"]]}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (numbered(ACHIEVEMENTS, PROBLEMS, PLAN), "met"),
        (numbered(LEADERS, ACHIEVEMENTS, PROBLEMS, PLAN), "met"),
        (numbered(ACHIEVEMENTS, PLAN), "met"),
        (numbered(ACHIEVEMENTS, PLAN, PROBLEMS), "unmet"),
        (numbered(PROBLEMS, ACHIEVEMENTS, PLAN), "unmet"),
        (numbered(ACHIEVEMENTS), "not_applicable"),
    ],
)
def test_order(judged: Callable[..., Any], text: str, status: str) -> None:
    assert judged("order", text, ORDERS).status == status


def test_order_names_what_is_out_of_place(judged: Callable[..., Any]) -> None:
    found = judged("order", numbered(PLAN, ACHIEVEMENTS, PROBLEMS), {"orders": [["achievements", "problems", "plan"]]})
    assert found.evidence == ["二、主要举措和成效"]
    assert found.slots == {"found": "下一年度安排、举措和成效、不足和原因", "part": "举措和成效"}


def headed(*headings: str) -> str:
    return "\n".join((TITLE, LEAD, *(f"{heading}\n评查案卷210份。" for heading in headings)))


@pytest.mark.parametrize(
    ("headings", "wrong"),
    [
        (("一、成效", "二、不足", "三、安排"), []),
        (("一、成效", "（一）决策", "（二）执法", "二、不足", "（一）力量"), []),
        (("一、成效", "（一）决策", "1.目录", "2.听证", "（二）执法", "1.评查"), []),
        (("一、成效", "二、不足", "四、安排"), ["四、安排"]),
        (("一、成效", "二、不足", "二、安排"), ["二、安排"]),
        (("一、成效", "（一）决策", "（三）执法"), ["（三）执法"]),
        (("一、成效", "（二）执法"), ["（二）执法"]),
        (("二、成效", "三、安排"), ["二、成效"]),
        (("一、成效", "一、不足"), ["一、不足"]),
        (("一、成效", "三、不足", "五、安排"), ["三、不足", "五、安排"]),
    ],
)
def test_numbering(judged: Callable[..., Any], headings: tuple[str, ...], wrong: list[str]) -> None:
    found = judged("numbering", headed(*headings))
    assert found.status == ("unmet" if wrong else "met")
    if wrong:
        assert found.evidence == wrong
        assert found.slots["found"] == wrong[0]
        assert found.slots["count"] == str(len(wrong))


def test_numbering_tells_what_was_expected(judged: Callable[..., Any]) -> None:
    assert judged("numbering", headed("一、成效", "二、不足", "四、安排")).slots["expected"] == "3"


def test_numbering_without_numbers(judged: Callable[..., Any]) -> None:
    assert judged("numbering", f"{TITLE}\n{LEAD}\n全年评查案卷210份。").status == "not_applicable"


NAMES = {"names": ["法治政府建设", "依法行政"]}


@pytest.mark.parametrize(
    ("title", "status", "lack"),
    [
        (TITLE, "met", ""),
        ("云岭县二〇二四年法治政府建设情况的报告", "met", ""),
        ("云岭县法治政府建设年度报告", "partial", "标题里没有写年度"),
        ("云岭县2024年法治工作总结", "partial", "标题里没有写文种名称"),
        ("云岭县法治工作总结", "partial", "标题里没有写年度、文种名称"),
    ],
)
def test_title(judged: Callable[..., Any], title: str, status: str, lack: str) -> None:
    found = judged("title", f"{title}\n{LEAD}\n{ACHIEVEMENTS}", NAMES)
    assert (found.status, found.evidence) == (status, [title])
    if lack:
        assert found.slots["lack"] == lack


def test_no_title(judged: Callable[..., Any]) -> None:
    assert judged("title", f"{LEAD}\n{ACHIEVEMENTS}", NAMES).status == "unmet"


@pytest.mark.parametrize(
    ("fact", "closing", "status"),
    [
        ("signed_by", CLOSING, "met"),
        ("signed_on", CLOSING, "met"),
        ("signed_by", "2025年2月20日", "unmet"),
        ("signed_on", "云岭县人民政府", "unmet"),
        ("signed_on", "", "unmet"),
    ],
)
def test_fact(judged: Callable[..., Any], fact: str, closing: str, status: str) -> None:
    found = judged("fact", f"{numbered(ACHIEVEMENTS, PLAN)}\n{closing}", {"fact": fact})
    assert found.status == status
    if status == "unmet" and not closing:
        assert found.anchor == PLAN[-30:]


@pytest.mark.parametrize(
    ("plan", "status"),
    [
        (PLAN, "met"),
        ("四、下一步安排\n2025年，组织轮训6期。", "met"),
        ("四、下一步安排\n组织轮训6期，6月底前完成。", "unmet"),
        ("四、下一步安排\n落实《实施纲要（2021—2025年）》，组织轮训6期。", "unmet"),
        ("四、下一步安排\n2024年的问题逐项整改。", "unmet"),
    ],
)
def test_names_year(judged: Callable[..., Any], plan: str, status: str) -> None:
    found = judged("names-year", numbered(ACHIEVEMENTS, PROBLEMS, plan))
    assert found.status == status
    assert found.slots["year"] == "2025年"
    assert found.evidence == (["2025年"] if status == "met" else [])


def test_names_year_without_a_plan_or_a_year(judged: Callable[..., Any]) -> None:
    assert judged("names-year", numbered(ACHIEVEMENTS, PROBLEMS)).status == "not_applicable"
    undated = f"云岭县法治政府建设年度报告\n{ACHIEVEMENTS}\n二、下一步安排\n组织轮训6期。"
    assert judged("names-year", undated, year=None).status == "not_applicable"


def test_doc_type(judged: Callable[..., Any]) -> None:
    found = judged("doc-type", REPORT)
    assert (found.status, found.evidence) == ("met", [TITLE])
    notice = "云岭县2024年普法工作要点\n各乡镇：\n一、各单位要抓好普法。\n二、各单位要抓好培训。"
    found = judged("doc-type", notice)
    assert (found.status, found.anchor) == ("unmet", "云岭县2024年普法工作要点")

"""The kinds that look at problems and plan: causes, items, specific, answered."""

from collections.abc import Callable
from typing import Any

import pytest

from drafts import ACHIEVEMENTS, LEAD, TITLE


def report(problems: str = "", plan: str = "") -> str:
    pieces = [TITLE, LEAD, ACHIEVEMENTS]
    pieces += [f"二、存在的问题\n{problems}"] if problems else []
    pieces += [f"三、2025年安排\n{plan}"] if plan else []
    return "\n".join(pieces)


CAUSES = {"marks": ["原因", "由于", "受…影响"], "not": ["查找原因"]}


@pytest.mark.parametrize(
    ("problems", "status", "count"),
    [
        ("（一）力量不足，主要原因是编制没有跟上。\n（二）形式单一，由于经费短缺。", "met", 2),
        ("（一）力量不足，主要原因是编制没有跟上。\n（二）形式单一。\n（三）数据不通。", "partial", 1),
        ("（一）力量不足，受机构改革影响，人手不够。\n（二）形式单一。", "partial", 1),
        ("（一）力量不足。\n（二）形式单一。", "unmet", 0),
        ("（一）对败诉案件查找原因不深入。\n（二）形式单一。", "unmet", 0),
        ("（一）力量不足，导致案件积压。\n（二）形式单一，影响普法效果。", "unmet", 0),
    ],
)
def test_causes(judged: Callable[..., Any], problems: str, status: str, count: int) -> None:
    found = judged("causes", report(problems), CAUSES)
    assert (found.status, found.value) == (status, count)
    if status == "unmet":
        assert found.anchor == "二、存在的问题"


def test_causes_in_a_passage_of_their_own(judged: Callable[..., Any]) -> None:
    problems = "（一）存在的不足\n1.力量不足。\n2.形式单一。\n（二）原因分析\n由于编制没有跟上，业务培训也少。"
    assert judged("causes", report(problems), CAUSES).status == "met"


def test_causes_without_problems(judged: Callable[..., Any]) -> None:
    assert judged("causes", report("", "组织轮训。由于编制有限，分批进行。"), CAUSES).status == "unmet"


def test_causes_told_elsewhere_do_not_count(judged: Callable[..., Any]) -> None:
    text = report("（一）力量不足。\n（二）形式单一。", "由于编制有限，分批组织轮训。")
    assert judged("causes", text, CAUSES).status == "unmet"


@pytest.mark.parametrize(
    ("problems", "count"),
    [
        ("（一）力量不足。\n（二）形式单一。\n（三）数据不通。", 3),
        ("（一）力量不足。乡镇人少。\n1.东乡缺人。\n2.西乡缺人。\n（二）形式单一。", 2),
        ("一是力量不足。二是形式单一。", 2),
        ("一是力量不足；二是形式单一；三是数据不通；四是装备老化。", 4),
        ("主要是：力量不足；形式单一。", 2),
        ("1.力量不足。\n2.形式单一。", 2),
        ("①力量不足。②形式单一。③数据不通。", 3),
        ("第一，力量不足。第二，形式单一。", 2),
        ("乡镇执法力量不足。", 1),
        ("乡镇执法力量不足。普法形式单一。", 2),
    ],
)
def test_problems_are_counted(judged: Callable[..., Any], problems: str, count: int) -> None:
    assert judged("items", report(problems), {"of": "problems", "at_least": 1}).value == count


@pytest.mark.parametrize(
    ("problems", "status"),
    [("一是力量不足。二是形式单一。", "met"), ("乡镇执法力量不足。", "partial"), ("总体来看任重道远。", "unmet"), ("", "not_applicable")],
)
def test_enough_problems(judged: Callable[..., Any], problems: str, status: str) -> None:
    assert judged("items", report(problems), {"of": "problems", "at_least": 2}).status == status


CONCRETE = {"of": "plan", "at_least": 2, "concrete": ["轮训", "评查"]}


@pytest.mark.parametrize(
    ("plan", "status", "count"),
    [
        ("一是轮训执法人员。二是开展案卷评查。三是提高站位。", "met", 2),
        ("一是轮训执法人员。二是提高站位。", "partial", 1),
        ("一是压实责任。二是提高站位。", "unmet", 0),
        ("一是走访企业30家。二是印制《执法指引》。", "met", 2),
        ("（一）培训\n轮训执法人员。\n（二）监督\n开展案卷评查。", "met", 2),
    ],
)
def test_concrete_measures(judged: Callable[..., Any], plan: str, status: str, count: int) -> None:
    found = judged("items", report("", plan), CONCRETE)
    assert (found.status, found.value) == (status, count)


SPECIFIC = {"fields": ["执法", "普法"], "points": ["乡镇", "文书", "单一"], "empty": ["有待加强"], "share": 0.5}


@pytest.mark.parametrize(
    ("problems", "status", "count"),
    [
        ("一是乡镇执法力量不足。二是普法形式单一。", "met", 2),
        ("一是乡镇执法力量不足。二是工作合力不够。三是思想认识不高。", "partial", 1),
        ("一是工作合力不够。二是思想认识不高。", "unmet", 0),
        ("一是乡镇执法有待加强。二是思想认识不高。", "unmet", 0),
        ("一是3名人员未持证。二是思想认识不高。", "met", 1),
        ("", "not_applicable", None),
    ],
)
def test_specific(judged: Callable[..., Any], problems: str, status: str, count: int | None) -> None:
    found = judged("specific", report(problems), SPECIFIC)
    assert (found.status, found.value) == (status, count)


def test_the_empty_one_is_quoted(judged: Callable[..., Any]) -> None:
    found = judged("specific", report("一是乡镇执法力量不足。二是工作合力不够。三是思想认识不高。"), SPECIFIC)
    assert found.slots["example"] == "二是工作合力不够。"


ANSWERED = {
    "subjects": {
        "staff": {"problem": ["力量", "人员"], "plan": ["招录", "力量"], "measures": ["招录", "下沉"]},
        "publicity": {"problem": ["普法"], "measures": ["以案释法"]},
        "data": {"problem": ["数据", "平台"], "not": ["数据局"], "plan": ["数据", "平台"]},
    },
    "measures": ["建立"],
    "stock": ["法治政府建设", "进一步加强"],
}
TWO = "一是乡镇执法力量不足。二是普法形式单一。"


@pytest.mark.parametrize(
    ("plan", "statuses"),
    [
        ("招录执法岗。组织以案释法，改进普法。", ["met", "met"]),
        ("招录执法岗。", ["met", "unmet"]),
        ("招录执法岗。重视普法。", ["met", "partial"]),
        ("提高政治站位。", ["unmet", "unmet"]),
        ("重视执法力量。", ["partial", "unmet"]),
        ("组织普法活动20场。", ["unmet", "met"]),
    ],
)
def test_answered(judged: Callable[..., Any], plan: str, statuses: list[str]) -> None:
    found = judged("answered", report(TWO, plan), ANSWERED)
    assert [status for _, status, _ in found.items] == statuses
    expected = "met" if set(statuses) == {"met"} else "unmet" if set(statuses) == {"unmet"} else "partial"
    assert found.status == expected
    assert found.value == statuses.count("met")


def test_items_stand_in_order_with_their_answer(judged: Callable[..., Any]) -> None:
    found = judged("answered", report(TWO, "招录执法岗。提高站位。"), ANSWERED)
    assert found.items == [("一是乡镇执法力量不足。", "met", "招录执法岗。"), ("二是普法形式单一。", "unmet", None)]
    assert found.evidence == ["二是普法形式单一。"]
    assert found.slots == {"count": "1", "all": "2", "example": "二是普法形式单一。"}


def test_every_aspect_of_a_problem_wants_an_answer(judged: Callable[..., Any]) -> None:
    both = "一是执法力量不足、数据不通。二是普法形式单一。"
    half = judged("answered", report(both, "招录执法岗。组织以案释法，改进普法。"), ANSWERED)
    assert [status for _, status, _ in half.items] == ["partial", "met"]
    full = judged("answered", report(both, "招录执法岗，建立数据平台。组织以案释法，改进普法。"), ANSWERED)
    assert [status for _, status, _ in full.items] == ["met", "met"]


def test_shared_words_answer_what_no_subject_knows(judged: Callable[..., Any]) -> None:
    problems = "一是农村宅基地审批超期。二是普法形式单一。"
    shared = judged("answered", report(problems, "建立农村宅基地审批台账。"), ANSWERED)
    assert shared.items[0][1:] == ("met", "建立农村宅基地审批台账。")
    stock = judged("answered", report("一是法治政府建设滞后。二是普法形式单一。", "推进法治政府建设。"), ANSWERED)
    assert stock.items[0][1] == "unmet"


def test_answers_stand_in_the_plan_alone(judged: Callable[..., Any]) -> None:
    text = report(TWO, "提高站位。").replace("（一）规范决策", "（一）招录执法岗。组织以案释法、普法。规范决策")
    assert judged("answered", text, ANSWERED).status == "unmet"


def test_answered_without_problems(judged: Callable[..., Any]) -> None:
    assert judged("answered", report("", "招录执法岗。"), ANSWERED).status == "not_applicable"

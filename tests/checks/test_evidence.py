from collections.abc import Callable
from typing import Any

import pytest

from drafts import LEAD, TITLE
from reportcheck.outcome import REASONS

ACTS = ["受理", "审结", "印发", "公布", "组织", "召开", "查处", "听取", "批示"]
REVIEW = {
    "signs": [{"any": ["行政复议申请", "复议案件"]}],
    "topic": ["行政复议", "复议"],
    "acts": ACTS,
    "compounds": ["受理制度"],
    "formulas": ["亲自听取"],
}


def report(work: str = "依法行政。", leaders: str = "", problems: str = "", plan: str = "", lead: str = LEAD) -> str:
    pieces = [TITLE, lead, f"一、主要举措和成效\n{work}"]
    pieces += [f"二、存在的问题\n{problems}"] if problems else []
    pieces += [f"三、第一责任人履职情况\n{leaders}"] if leaders else []
    pieces += [f"四、2025年工作安排\n{plan}"] if plan else []
    return "\n".join(pieces)


@pytest.mark.parametrize(
    ("work", "status", "strength"),
    [
        ("全年受理行政复议申请58件。", "met", "figure"),
        ("依法受理行政复议申请，公布办理结果。", "met", "act"),
        ("公布典型案例，行政复议申请渠道畅通。", "met", "act"),
        ("畅通行政复议申请渠道。", "partial", "mention"),
        ("发挥行政复议主渠道作用。", "partial", "mention"),
        ("健全行政复议申请受理制度。", "partial", "mention"),
        ("评查执法案卷210份。", "unmet", "absent"),
        ("将进一步畅通行政复议申请渠道，受理好每一件申请。", "unmet", "mention"),
        ("下一步，受理行政复议申请60件。", "unmet", "mention"),
        ("2022年，受理行政复议申请49件。", "unmet", "absent"),
        ("会议要求，各单位受理好行政复议申请。", "unmet", "absent"),
    ],
)
def test_strengths(judged: Callable[..., Any], work: str, status: str, strength: str) -> None:
    found = judged("evidence", report(work), REVIEW)
    assert (found.status, found.strength) == (status, strength)


def test_the_evidence_quotes_the_words(judged: Callable[..., Any]) -> None:
    found = judged("evidence", report("召开听证会3场。全年受理行政复议申请58件，审结55件。发放材料900份。"), REVIEW)
    assert found.evidence == ["全年受理行政复议申请58件，审结55件。"]
    assert [str(each.strength) for each in found.outcome.evidence] == ["figure"]


@pytest.mark.parametrize(
    ("part", "reason"), [("plan", "plan"), ("problems", "problem"), ("lead", "preface")]
)
def test_other_parts_do_not_count(judged: Callable[..., Any], part: str, reason: str) -> None:
    found = judged("evidence", report(**{part: "全年受理行政复议申请58件，审结55件。"}), REVIEW)
    assert found.status == "unmet"
    assert found.evidence == []
    assert {why for _, why in found.rejected} == {reason}
    assert REASONS[reason] in found.slots["why"]
    assert "受理行政复议申请58件" in found.slots["why"]


def test_the_leaders_part_counts(judged: Callable[..., Any]) -> None:
    assert judged("evidence", report(leaders="县长听取行政复议申请办理情况3次。"), REVIEW).status == "met"


def test_the_part_can_be_given(judged: Callable[..., Any]) -> None:
    params = REVIEW | {"parts": ["plan"]}
    assert judged("evidence", report(plan="全年受理行政复议申请60件。"), params | {"parts": ["achievements"]}).status == "unmet"
    assert judged("evidence", report("全年受理行政复议申请60件。"), params).status == "unmet"


def test_nothing_found_is_told_as_such(judged: Callable[..., Any]) -> None:
    found = judged("evidence", report("评查案卷210份。"), REVIEW)
    assert found.slots["why"] == "全文没有找到相应的内容。"
    assert (found.evidence, found.rejected) == ([], [])


def test_a_slogan_is_quoted_in_the_reason(judged: Callable[..., Any]) -> None:
    found = judged("evidence", report("发挥行政复议主渠道作用。"), REVIEW)
    assert found.slots["why"] == f"文中“发挥行政复议主渠道作用”，{REASONS['slogan']}。"


SIGN = {"any": ["案卷评查"], "acts": ACTS}


def one_sign(**sign: Any) -> dict[str, Any]:
    return {"signs": [{"any": ["案卷评查"]} | sign], "acts": ACTS}


@pytest.mark.parametrize(
    ("sign", "work", "status"),
    [
        ({"with": ["通报"]}, "组织案卷评查，通报问题。", "met"),
        ({"with": ["通报"]}, "组织案卷评查，改正问题。", "unmet"),
        ({"with": ["通报"]}, "组织案卷评查。通报问题。", "unmet"),
        ({"under": ["执法监督"]}, "执法监督有力，组织案卷评查。", "met"),
        ({"under": ["执法监督"]}, "开展执法监督。组织案卷评查。", "met"),
        ({"under": ["执法监督"]}, "（一）执法监督\n组织案卷评查。", "met"),
        ({"under": ["执法监督"]}, "开展执法监督。公开信息。组织案卷评查。", "unmet"),
        ({"under": ["执法监督"]}, "开展执法监督。\n组织案卷评查。", "unmet"),
        ({"without": ["法院"]}, "组织案卷评查。", "met"),
        ({"without": ["法院"]}, "法院组织案卷评查。", "unmet"),
        ({"without": ["法院"]}, "县里组织案卷评查，邀请法院参加。", "met"),
        ({"needs": "named"}, "案卷评查全县有序。", "met"),
        ({"needs": "act"}, "案卷评查全县有序。", "partial"),
        ({"needs": "named"}, "将组织案卷评查。", "unmet"),
        ({"any": ["听取…汇报"]}, "听取执法工作汇报。", "met"),
        ({"any": ["听取…汇报"]}, "听取意见。作了汇报。", "unmet"),
    ],
)
def test_parts_of_a_sign(judged: Callable[..., Any], sign: dict[str, Any], work: str, status: str) -> None:
    assert judged("evidence", report(work), one_sign(**sign)).status == status


@pytest.mark.parametrize(
    ("work", "strength"),
    [
        ("组织案卷评查，发现问题37个。", "figure"),
        ("评出案卷37个，组织案卷评查。", "figure"),
        ("2024年，组织案卷评查。", "act"),
        (f"组织案卷评查，{'整改有力、' * 13}整改问题37个。", "figure"),
        (f"组织案卷评查，{'整改有力，' * 13}整改问题37个。", "act"),
        ("组织案卷评查，下一步将扩大到30个单位。", "act"),
        ("公开信息。组织案卷评查。整改问题37个。", "act"),
        ("规范案卷评查，加强执法监督，组织培训6期。", "mention"),
        ("规范案卷评查，整改问题37个。", "figure"),
    ],
)
def test_how_far_a_figure_counts(judged: Callable[..., Any], work: str, strength: str) -> None:
    assert judged("evidence", report(work), one_sign()).strength == strength


DOERS = {
    "signs": [{"any": ["听取…汇报", "批示"]}],
    "acts": ACTS,
    "doers": {"default": ["县长", "常务会议"]},
    "not_doers": ["副县长"],
}


@pytest.mark.parametrize(
    ("work", "others", "status"),
    [
        ("县长听取执法工作汇报。", "nothing", "met"),
        ("常务会议听取执法工作汇报3次。", "nothing", "met"),
        ("司法局听取执法工作汇报。", "nothing", "unmet"),
        ("司法局听取执法工作汇报。", "mention", "partial"),
        ("副县长听取执法工作汇报。", "nothing", "unmet"),
        ("司法局听取执法工作汇报，报送县长。", "nothing", "unmet"),
    ],
)
def test_who_did_it(judged: Callable[..., Any], work: str, others: str, status: str) -> None:
    assert judged("evidence", report(work), DOERS | {"by_others": others}).status == status


def test_in_the_part_on_leaders_it_is_they_who_did_it(judged: Callable[..., Any]) -> None:
    assert judged("evidence", report(leaders="全年听取执法工作汇报3次。"), DOERS).status == "met"


def test_a_sign_can_do_without_a_doer(judged: Callable[..., Any]) -> None:
    params = DOERS | {"signs": [{"any": ["听取…汇报"], "anyone": True}]}
    assert judged("evidence", report("司法局听取执法工作汇报。"), params).status == "met"


@pytest.mark.parametrize("work", ["县长亲自听取法治工作汇报。", "主要负责同志亲自听取汇报3次。"])
def test_set_phrases_are_no_evidence(judged: Callable[..., Any], work: str) -> None:
    params = {"signs": [{"any": ["听取…汇报"]}], "acts": ACTS, "formulas": ["亲自听取"]}
    assert judged("evidence", report(work), params).status == "unmet"


def test_at_most_three_places_are_shown_the_strongest_first(judged: Callable[..., Any]) -> None:
    work = "".join(f"{place}依法受理行政复议申请。" for place in ("东乡", "西乡", "南乡", "北乡")) + "全年受理行政复议申请58件。"
    found = judged("evidence", report(work), REVIEW)
    assert len(found.evidence) == 3
    assert found.evidence[-1] == "全年受理行政复议申请58件。"
    assert found.strength == "figure"


def test_headings_are_no_evidence(judged: Callable[..., Any]) -> None:
    assert judged("evidence", report("（一）组织案卷评查\n依法行政。"), one_sign()).status == "unmet"


LED = {"signs": [{"any": ["专题研究"]}], "topic": ["规范性文件"], "acts": ["制定", "审议"], "doers": {"default": ["县长"]}, "by_others": "mention"}


@pytest.mark.parametrize(
    ("work", "reason"),
    [
        ("全年制定规范性文件5件。", "doer"),
        ("落实规范性文件管理要求，报备率100%。", "doer"),
        ("加强规范性文件管理。", "slogan"),
        ("县长重视规范性文件5件。", "slogan"),
    ],
)
def test_an_act_of_somebody_else_is_no_slogan(judged: Callable[..., Any], work: str, reason: str) -> None:
    found = judged("evidence", report(work), LED)
    assert found.status == "partial"
    assert found.slots["why"].endswith(f"，{REASONS[reason]}。")

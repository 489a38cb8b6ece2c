"""Documents of other kinds are named as such and not scored; all are invented."""

from collections.abc import Callable

import pytest

from drafts import REPORT, document
from reportcheck.structure.reading import Reading
from reportcheck.verdict import Report

ARTICLES = "\n".join(
    f"第{number}条 {words}"
    for number, words in zip(
        "一二三四五六七八九十",
        [
            "为了规范行政执法，推进法治政府建设，根据有关法律，制定本条例。",
            "本县行政区域内的行政执法活动，适用本条例。",
            "行政执法应当合法、公正、公开。",
            "县人民政府领导全县行政执法工作，司法行政部门负责监督。",
            "行政执法人员应当持证上岗，接受法治培训。",
            "重大行政执法决定应当经过法制审核。",
            "行政执法机关应当公布权责清单。",
            "公民可以依法申请行政复议，提起行政诉讼。",
            "违反本条例规定的，依法给予处分。",
            "本条例自2024年5月1日起施行。",
        ],
        strict=True,
    )
)

OTHERS = {
    "government work report": (
        "云岭县人民政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n一、2024年工作回顾\n"
        "一年来，全县地区生产总值增长6.2%，新建高标准农田3万亩，城镇新增就业2100人，改造老旧小区18个。法治政府建设稳步推进，行政复议案件审结55件。\n"
        "二、2025年工作安排\n实施重点项目36个，新建学校2所，确保群众温暖过冬。加强法治政府建设，严格依法行政。"
    ),
    "local regulation": f"云岭县行政执法条例\n（2024年3月1日通过）\n{ARTICLES}",
    "law without a title": ARTICLES,
    "work plan": (
        "云岭县2024年法治政府建设工作要点\n各乡镇人民政府，县直各部门：\n一、推进依法行政。各单位要严格落实重大行政决策程序，加强行政规范性文件审核。\n"
        "二、规范行政执法。各执法单位要开展案卷评查，抓好普法。\n三、加强组织领导。各单位要认真履行法治建设职责。"
    ),
    "notice": (
        "关于做好2024年度法治政府建设年度报告工作的通知\n各乡镇人民政府，县直各部门：\n现就做好2024年度法治政府建设年度报告有关事项通知如下。\n"
        "一、报告内容。写明法治政府建设的主要举措和成效、存在的不足和原因、下一年度安排。\n二、报告时间。请于2025年1月20日前报送。\n云岭县司法局\n2024年12月20日"
    ),
    "implementation scheme": (
        "云岭县法治政府建设示范创建实施方案\n为推进法治政府建设，制定本方案。\n一、总体要求。坚持依法行政，提升法治政府建设水平。\n"
        "二、重点任务。完善行政执法程序，规范行政复议，落实法治政府建设责任。\n三、工作要求。加强法治宣传。"
    ),
    "open government report": (
        "云岭县2024年政府信息公开工作年度报告\n一、总体情况\n2024年，我县主动公开政府信息6840条，依法办理政府信息公开申请76件，行政复议2件、行政诉讼1件。\n"
        "二、存在的问题\n公开形式比较单一。\n三、改进措施\n2025年将举办政府开放日。"
    ),
    "report on oneself": (
        "2024年度述职述法报告\n一年来，本人认真履行推进法治建设第一责任人职责，带头学法，依法行政。\n一、履职情况\n主持会议6次，研究行政执法。\n二、不足\n学习不够。"
    ),
    "bulletin": (
        "法治建设简报\n2024年第6期\n县司法局举办行政执法培训班，执法人员480人参加，围绕行政处罚、行政复议等内容授课，提升依法行政能力。\n"
        "县法院邀请领导干部旁听庭审。"
    ),
    "speech": (
        "在全县法治政府建设推进会上的讲话\n同志们：\n今天召开法治政府建设推进会，主要任务是部署2024年工作。\n一、提高认识。要深刻认识法治政府建设的重要意义。\n"
        "二、突出重点。要规范行政执法，做好行政复议。"
    ),
    "story": "小镇的清晨总是从桥头的早点铺开始。老人提着鸟笼走过石板路，孩子背着书包往学校跑。2024年，桥头新开了一家书店，店主说，书店一年来卖出三千本书。" * 3,
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_kinds_are_not_scored(judge: Callable[[str], Report], name: str) -> None:
    report = judge(OTHERS[name])
    assert report.facts.type == "other"
    assert {v.outcome.status.value for v in report.verdicts if v.rule.id != "scope.not-a-report"} == {"not_applicable"}
    assert [f.rule.id for f in report.findings] == ["scope.not-a-report"]
    assert (report.findings[0].severity, report.findings[0].message) == ("error", "这份材料不像法治政府建设年度报告，没有评分。")
    assert (report.score.percent, report.score.points, report.score.max_points) == (None, 0.0, 0.0)
    assert report.score.grade == "不评分"


REPORTS = {
    "plain": REPORT,
    "without a title": REPORT.partition("\n")[2],
    "titled as a summary": REPORT.replace("法治政府建设年度报告", "依法行政工作总结"),
    "titled as the situation": REPORT.replace("法治政府建设年度报告", "法治政府建设工作情况的报告"),
    "a bureau's": REPORT.replace("云岭县人民政府2024年法治政府建设年度报告", "云岭县司法局2024年法治政府建设年度报告"),
    "in one line": REPORT.replace("\n", " "),
}


@pytest.mark.parametrize("name", REPORTS)
def test_reports_are_reports(judge: Callable[[str], Report], name: str) -> None:
    text = REPORTS[name]
    if name == "without a title":
        text = text.replace("依法全面履行职能", "以法治政府建设为抓手，坚持依法行政，推进法治政府建设")
    report = judge(text)
    assert report.facts.type == "rule-of-law-report"
    assert report.verdict("scope.not-a-report").outcome.status.value == "met"
    assert report.score.percent is not None


def test_the_type_needs_no_rule_set() -> None:
    assert Reading(document(REPORT)).facts.type == "rule-of-law-report"
    assert Reading(document(OTHERS["story"])).facts.type == "other"

"""What a trace tells must be what the check decided: on samples for every rule, on small texts for every reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts import SAMPLES, document
from reportcheck.authoring.examples import example_document
from reportcheck.checks import CHECKS
from reportcheck.document import Span
from reportcheck.engine import Checker, Options
from reportcheck.outcome import Evidence, Outcome, Rejected, Status
from reportcheck.readers import read_document
from reportcheck.rule import Example, Grade, Group, Rule, RuleSet
from reportcheck.structure.roles import Role
from reportcheck.trace import _TRACERS, trace
from reportcheck.trace.frame import trace_outcome
from reportcheck.trace.plain import _KINDS

PARAMS = {
    "signs": [
        {"any": ["复议申请", "复议案件"], "with": ["收到", "办结", "将"], "without": ["法院"], "needs": "named"},
        {"any": ["受理"], "under": ["复议"]},
    ],
    "topic": ["行政复议"],
    "acts": ["印发", "召开", "收到", "办结", "受理"],
    "formulas": ["受理好每一件"],
}
DOERS = {"doers": {"default": ["县长"]}, "not_doers": ["副县长"]}


def made(params, check="evidence"):
    rule = Rule(
        id="group.rule", title="行政复议", requirement="", basis=(), severity="error", weight=2, check=check, params=params,
        message={}, advice="写明件数",
    )  # fmt: skip
    return rule, RuleSet("", "", "", "", (2021, 2025), (), (Group("group", ""),), (Grade("", 0),), (), (rule,))


def traced(text, params=PARAMS, part="achievements", check="evidence"):
    rule, rules = made(params, check)
    return trace(Checker(rules, Options(year=2024)), example_document(Example(text, "", part)), rule)


def only(found):
    (each,) = found.considered
    return each


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.stem)
def sample(request, checker):
    read = read_document(str(request.param))
    report = checker.check(read)
    return {v.rule.id: (v, trace(checker, read, v.rule, report)) for v in report.verdicts}


def test_every_kind_is_told_in_plain_words():
    assert set(_TRACERS) <= set(CHECKS), "a kind without a tracer shows its outcome"
    assert set(_KINDS) == set(CHECKS), "add the kind to trace/plain.py or plain_faults.py: the rule book tells how it judges"


def test_a_trace_carries_the_verdict_of_the_check(sample):
    assert all(found.verdict == verdict for verdict, found in sample.values())
    assert all(found.looked for _, found in sample.values())


def test_what_a_trace_counts_is_what_the_check_counted(sample):
    for verdict, found in sample.values():
        status = verdict.outcome.status
        if verdict.rule.check != "evidence" or status is Status.NOT_APPLICABLE:
            continue
        standings = {each.standing for each in found.considered}
        told = Status.MET if "counts" in standings else Status.PARTIAL if "weak" in standings else Status.UNMET
        assert told is status, verdict.rule.id


def test_all_evidence_stands_in_sentences_that_count(sample):
    for verdict, found in sample.values():
        if verdict.rule.check == "evidence":
            kept = [each.span for each in found.considered if each.standing in ("counts", "weak")]
            assert all(any(span.holds(each.span) for span in kept) for each in verdict.outcome.evidence), verdict.rule.id


def test_what_is_not_met_is_told_how_to_mend(sample):
    assert all(found.change for verdict, found in sample.values() if verdict.outcome.status is not Status.MET)


@pytest.mark.parametrize(
    ("text", "part", "standing", "why"),
    [
        ("全年收到复议申请86件。", "achievements", "counts", "有数据"),
        ("县司法局办结复议案件。", "achievements", "counts", "有举措"),
        ("加强行政复议工作。", "achievements", "weak", "只提到名称，没有写做了什么"),
        ("将收到的复议申请全部登记，下一步受理。", "plan", "rejected", "写在来年安排里，是打算做的事"),
        ("年内将办结复议案件。", "achievements", "rejected", "是将来时的话，不是已经做的事"),
        ("2022年，收到复议申请75件。", "achievements", "rejected", "说的是别的年份的工作"),
        ("会议强调，各单位要办结复议案件。", "achievements", "rejected", "是对别人提的要求，不是做了的事"),
        ("收到复议申请多，人手不足。", "problems", "rejected", "写在存在问题里"),
        ("县法院办结复议案件一批。", "achievements", "overlooked", "同一分句里有“法院”，说的是另一项工作"),
        ("畅通复议申请的渠道。", "achievements", "overlooked", "前后没有“收到”“办结”“将”"),
        ("窗口受理许可事项300件。", "achievements", "overlooked", "本句、上一句和标题里都没有“复议”"),
        ("受理好每一件民生小事。", "achievements", "overlooked", "是套话，人人都写"),
    ],
)
def test_reasons(text, part, standing, why):
    found = only(traced(text, {**PARAMS, "topic": ["行政复议工作"]}, part))
    assert (found.standing, found.why) == (standing, why)


def test_headings_are_told_as_headings():
    found = traced("（一）收到复议申请情况\n全年召开会议。")
    assert [(each.standing, each.why) for each in found.considered] == [("overlooked", "是标题，标题不算")]
    assert found.verdict.outcome.status is Status.UNMET


def test_doer_is_told_found_or_missing():
    params = {**PARAMS, **DOERS}
    missing, found = only(traced("全县收到复议申请86件。", params)), only(traced("县长办结复议案件2件。", params))
    assert (missing.standing, dict(missing.points)["谁做的"]) == ("rejected", "没有写明")
    assert (found.standing, dict(found.points)["谁做的"]) == ("counts", "县长")
    assert "谁做的" not in dict(only(traced("全县收到复议申请86件。")).points)


def test_others_acts_may_be_a_mention():
    found = traced("全县收到复议申请86件。", {**PARAMS, **DOERS, "by_others": "mention"})
    assert (only(found).standing, only(found).reason) == ("weak", "doer")
    assert "如“县长”" in found.change[0]


def test_points_tell_part_tense_act_and_figure():
    points = dict(only(traced("全年收到复议申请86件。")).points)
    assert points == {"部分": "举措和成效（标题：主要举措和成效）", "时态": "已经做的", "举措": "收到", "数据": "86件"}


def test_every_sign_is_told_to_the_author():
    assert only(traced("全年收到复议申请86件，受理80件。")).details == (
        "第1组（signs）“复议申请”：算写到，有数据",
        "第2组（signs）“受理”：算写到，有数据",
    )


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("2025年，办结复议案件。", "plan", "移到“举措和成效”"),
        ("2022年，收到复议申请75件。", "achievements", "写2024年做了什么"),
        ("加强行政复议工作。", "achievements", "补上做了什么"),
        ("县法院办结复议案件一批。", "achievements", "说的是另一项工作"),
        ("全年评查案卷210份。", "achievements", "出现“复议申请”“复议案件”；同时前后有“收到”“办结”“将”"),
        ("县司法局办结复议案件。", "achievements", "就是“有数据”"),
    ],
)
def test_change(text, part, words):
    assert words in "\n".join(traced(text, part=part).change)


def test_a_rule_that_does_not_bind_says_so(checker, national):
    read = document("青檀镇人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n全镇法治政府建设稳步推进，开展普法活动12场。\n青檀镇人民政府\n2025年2月1日")
    assert trace(checker, read, national.rule("outline.22")).change == ("这一条不要求这样的单位写；写了并且算写到的，照样得分。",)


def test_another_kind_of_document_says_so(checker, national):
    read = document("云岭县2024年法治政府建设工作要点\n各乡镇人民政府，县直各部门：\n一、各单位要严格落实重大行政决策程序。")
    assert "不像法治政府建设年度报告" in trace(checker, read, national.rule("outline.22")).change[0]


def test_items_and_causes_are_told_one_by_one():
    problems = "（一）执法力量不足，主要原因是编制少。\n（二）普法形式单一。"
    counted = traced(problems, {"of": "problems", "at_least": 3}, "problems", "items")
    assert [each.standing for each in counted.considered] == ["counts", "counts"]
    assert counted.change == ("再写1条不足，每条单独成句或者编上序号。",)
    causes = traced(problems, {"marks": ["原因"]}, "problems", "causes")
    assert [each.standing for each in causes.considered] == ["counts", "rejected"]


def test_a_kind_without_a_tracer_shows_its_outcome():
    outcome = Outcome(Status.UNMET, evidence=(Evidence(Span(0, 2)),), rejected=(Rejected(Span(3, 5), "plan"),), value=2)
    found = trace_outcome(outcome)
    assert found.looked == ("数到2。",)
    assert [(each.standing, each.why) for each in found.considered] == [("counts", ""), ("rejected", "写在来年安排里，是打算做的事")]


def test_parts_are_told(checker, national):
    read = document("云岭县人民政府2024年法治政府建设年度报告\n一、主要举措和成效\n全年评查法治案卷210份。")
    found = trace(checker, read, national.rule("structure.plan"))
    assert found.looked == ("没有找到“下一年度安排”部分。",)
    assert found.verdict.outcome.status is Status.UNMET
    assert Role.PLAN not in {part.role for part in checker.check(read).parts}


WORDS = st.sampled_from(["收到", "复议申请", "复议案件", "行政复议", "受理", "法院", "将", "2022年", "加强", "县长", "86件", "，", "。", "；", "\n", "（一）", "各单位要", "\u3000"])


@given(st.lists(WORDS, max_size=24).map("".join))
def test_any_text_can_be_traced_and_agrees_with_its_verdict(text):
    found = traced(text, {**PARAMS, **DOERS, "by_others": "mention"})
    standings = {each.standing for each in found.considered}
    told = Status.MET if "counts" in standings else Status.PARTIAL if "weak" in standings else Status.UNMET
    assert told is found.verdict.outcome.status

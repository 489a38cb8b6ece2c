"""A report beside last year's: promises kept, problems told again, figures that moved."""

from pathlib import Path

import pytest
from stores import store_of

from drafts import SAMPLES, document, read_text
from reportcheck.audit import years
from reportcheck.audit.two_years import STATES, compare
from reportcheck.audit.year_view import view_of
from reportcheck.structure.reading import Reading

FOLDER = Path(__file__).with_name("two_years")
LAST, THIS = (read_text(FOLDER / f"明水县{year}年.txt") for year in (2024, 2025))


def view(text, path="稿.txt"):
    return view_of(Reading(document(text, path)))


def report(year, work="全年制发文件9件。", problems="", plan=""):
    """Return a short report on a year."""
    parts = [f"明水县人民政府{year}年法治政府建设年度报告", f"{year}年，明水县人民政府依法履行职责，现将有关情况报告如下。", "一、主要举措和成效", work]
    parts += ["二、存在的不足和原因", problems] if problems else []
    parts += [f"三、{year + 1}年主要安排", plan] if plan else []
    return "\n".join([*parts, "明水县人民政府", f"{year + 1}年2月20日"])


def became(plan, work, plan_again=""):
    """Return the states of last year's arrangements, with the notes."""
    found = compare(view(report(2024, plan=plan)), view(report(2025, work=work, plan=plan_again)))
    return [(each.state, each.note) for each in found.commitments]


def test_two_whole_reports():
    found = compare(view(LAST), view(THIS))
    told = {each.told.line: (each.state, each.answer.line if each.answer else None) for each in found.commitments}
    assert told == {14: ("done", 5), 15: ("partial", 4), 16: ("absent", None), 17: ("done", 8), 18: ("absent", None), 19: ("again", 16)}
    assert found.general == 1
    assert [(each.earlier.line, each.told.line, each.state) for each in found.problems] == [(9, 11, "repeated"), (10, 12, "alike")]
    assert [(each.earlier.quote, each.told.quote, each.state) for each in found.movements] == [
        ("县政府法律顾问审查合同214份", "县政府法律顾问审查合同87份", "fell"),
        ("12345热线受理诉求18652件", "12345热线受理诉求18652件", "same"),
        ("收到行政复议申请128件", "收到行政复议申请305件", "jumped"),
        ("出庭应诉率85.4%", "出庭应诉率61.0%", "fell"),
        ("入企检查2180次", "入企检查由上年的2860次", "otherwise"),
    ]


@pytest.mark.parametrize(
    ("plan", "work", "state"),
    [
        ("6月底前建成县级行政争议调解中心。", "县级行政争议调解中心5月挂牌运行，调处案件46件。", "done"),
        ("编制乡镇综合执法事项清单。", "印发《明水县乡镇综合执法事项清单》。", "done"),
        ("对12个乡镇开展专项法治督察。", "举办民法典宣讲32场。", "absent"),
        ("对12个乡镇开展专项法治督察。", "加强专项法治督察。", "partial"),
        ("对12个乡镇开展专项法治督察。", "将对12个乡镇开展专项法治督察。", "partial"),
    ],
)
def test_what_became_of_an_arrangement(plan, work, state):
    assert [told for told, _ in became(plan, work)] == [state]


def test_fewer_than_planned_is_half_kept():
    states = became("评查行政处罚案卷300卷。", "评查行政处罚案卷210卷。")
    assert states == [("partial", "上年安排“评查行政处罚案卷300卷”，今年写的是“评查行政处罚案卷210卷”")]
    assert became("评查行政处罚案卷300卷。", "评查行政处罚案卷300余卷。") == [("done", "")]
    ((state, note),) = became("统一数据标准，向上申请接口，接通业务系统6个。", "接通业务系统4个。")
    assert (state, note) == ("partial", "上年安排“接通业务系统6个”，今年写的是“接通业务系统4个”")


def test_one_of_two_acts_is_half_kept():
    ((state, note),) = became("修订突发事件总体应急预案，聘请特邀执法监督员20名。", "修订突发事件总体应急预案，组织演练12场。")
    assert state == "partial"
    assert "特邀执法监督员20名" in note


def test_planned_again_is_told_so():
    again = "9月底前建成县级行政争议调解中心。"
    assert became("6月底前建成县级行政争议调解中心。", "举办民法典宣讲32场。", again) == [("again", "")]
    # Done and going on is done.
    done = "县级行政争议调解中心建成使用，调处案件46件。"
    assert became("6月底前建成县级行政争议调解中心。", done, again) == [("done", "")]


@pytest.mark.parametrize(
    ("last", "this", "states"),
    [
        ("一是5个乡镇执法力量薄弱。二是普法方式不够丰富。", "（一）普法方式不够丰富。\n（二）窗口服务不够规范。", ["repeated"]),
        ("一是5个乡镇执法力量薄弱，人员流动快。二是公开不及时。", "一是3个乡镇执法力量薄弱，人员流动快。二是窗口服务不够规范。", ["alike"]),
        ("一是乡镇执法力量薄弱。二是政务公开不及时。", "一是部门法制审核人员配备不足。二是窗口服务不够规范。", []),
    ],
)
def test_problems_told_again(last, this, states):
    found = compare(view(report(2024, problems=last)), view(report(2025, problems=this)))
    assert [each.state for each in found.problems] == states


@pytest.mark.parametrize("plan", ["持续深入学习贯彻习近平法治思想。", "不断提高依法行政能力和水平。", "推动法治政府建设再上新台阶。"])
def test_intentions_are_not_judged(plan):
    found = compare(view(report(2024, plan=plan)), view(report(2025)))
    assert found.commitments == ()
    assert found.general == 1


def test_an_item_without_text_of_its_own_is_an_arrangement():
    plan = "（一）建设县级行政争议调解中心。\n（二）不断提高政治站位。\n（三）修订县级应急预案。"
    found = compare(view(report(2024, plan=plan)), view(report(2025)))
    assert [each.told.quote.rstrip("。") for each in found.commitments] == ["建设县级行政争议调解中心", "修订县级应急预案"]


@pytest.mark.parametrize("one", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("other", SAMPLES, ids=lambda path: path.stem)
def test_another_places_report_hardly_keeps_ones_promises(one, other):
    if one == other:
        return
    found = compare(view(read_text(one)), view(read_text(other)))
    kept = [each for each in found.commitments if each.state == "done"]
    # 南屏 plans what 云岭 did: the same review of files, the same list; that is no fault of the matching.
    assert len(kept) <= (3 if "南屏" in one.stem else 0)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("last", "this"),
    [
        ("行政复议收案128件。", "行政复议收案150件。"),
        ("发现问题20个。", "发现问题300个。"),
        ("其中涉企案件20件。", "其中涉企案件300件。"),
        ("累计建成调解室20个。", "累计建成调解室300个。"),
        ("行政调解案件同比增长20%。", "行政调解案件同比增长80%。"),
        ("制发规范性文件3件。", "制发规范性文件9件。"),
        ("按时办结率62.1%。", "按时办结率99.1%。"),
        ("2023年评查行政执法案卷20卷。", "评查行政执法案卷300卷。"),
        ("评查行政执法案卷20卷。将评查行政执法案卷300卷。", "评查行政执法案卷30卷。"),
        ("举办专题普法讲座200场。", "举办专题普法讲座200场。"),
    ],
)
def test_figures_that_say_nothing(last, this):
    assert compare(view(report(2024, work=last)), view(report(2025, work=this))).movements == ()


def test_a_figure_told_with_two_values_is_not_compared():
    work = "评查行政执法案卷20卷。全县评查行政执法案卷25卷。"
    assert compare(view(report(2024, work=work)), view(report(2025, work="评查行政执法案卷300卷。"))).movements == ()


def test_the_store_tells_what_the_files_tell():
    store = store_of({"今.txt": THIS, "昨.txt": LAST, "别.txt": read_text(SAMPLES[0])})
    years.compute(store)
    found = compare(view(LAST), view(THIS))
    rows = store.rows("SELECT kind, number, state, earlier_line, earlier_text, line, text, note FROM follow_up WHERE path = '今.txt' AND earlier = '昨.txt'")
    expected = [
        ("commitment", n, e.state, e.told.line, e.told.quote, e.answer.line if e.answer else None, e.answer.quote if e.answer else None, e.note)
        for n, e in enumerate(found.commitments, 1)
    ]
    expected += [("figure", n, e.state, e.earlier.line, e.earlier.quote, e.told.line, e.told.quote, e.note) for n, e in enumerate(found.movements, 1)]
    expected += [("problem", n, e.state, e.earlier.line, e.earlier.quote, e.told.line, e.told.quote, "") for n, e in enumerate(found.problems, 1)]
    assert rows == expected
    assert store.rows("SELECT DISTINCT path FROM follow_up") == [("今.txt",)]
    assert {state for _, _, state, *_ in rows} <= STATES.keys()


def test_only_what_changed_is_compared_again(monkeypatch):
    store = store_of({"今.txt": THIS, "昨.txt": LAST})
    years.compute(store)
    before = store.rows("SELECT * FROM follow_up")
    monkeypatch.setattr(years, "compare", lambda *_: pytest.fail("compared again"))
    years.compute(store)
    assert store.rows("SELECT * FROM follow_up") == before
    store.connection.execute("DELETE FROM report WHERE path = '昨.txt'")
    years.compute(store)
    assert store.rows("SELECT * FROM follow_up") == []

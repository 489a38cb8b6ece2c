# ruff: noqa: FLY002 - lines of a text read better as a list of lines
"""Which part every paragraph belongs to."""

from collections.abc import Callable

import pytest

from drafts import ACHIEVEMENTS, CLOSING, LEAD, LEADERS, PLAN, PROBLEMS, REPORT, SAMPLES, TITLE, document, read_text
from reportcheck.structure.reading import Reading

Read = Callable[..., Reading]
WORK = ACHIEVEMENTS.partition("\n")[2]


def roles(text: str) -> list[tuple[str, str]]:
    """Return (role, first words) of every passage."""
    reading = Reading(document(text))
    return [(p.role.value, reading.document.quote(p.span)) for p in reading.passages]


def role_of(text: str, words: str) -> str:
    found = [role for role, passage in roles(text) if words in passage]
    assert len(found) == 1, (words, found)
    return found[0]


def parts(text: str) -> list[str]:
    return [part.role.value for part in Reading(document(text)).parts]


def report(*pieces: str) -> str:
    return "\n".join((TITLE, LEAD, *pieces, CLOSING))


def test_a_plain_report() -> None:
    assert parts(REPORT) == ["title", "preface", "achievements", "problems", "first_responsible", "plan", "closing"]


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_every_line_of_a_sample_has_one_role(path) -> None:
    reading = Reading(document(read_text(path)))
    covered = [0] * len(reading.document.text)
    for passage in reading.passages:
        for at in range(passage.span.start, passage.span.end):
            covered[at] += 1
    assert {covered[at] for at, char in enumerate(reading.document.text) if char.strip()} == {1}


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("存在的问题", "problems"),
        ("存在的不足和原因", "problems"),
        ("存在的主要问题及原因分析", "problems"),
        ("问题和不足", "problems"),
        ("面临的困难和挑战", "problems"),
        ("工作中的短板弱项", "problems"),
        ("薄弱环节", "problems"),
        ("主要差距和不足", "problems"),
        ("下一步工作打算", "plan"),
        ("2025年工作安排", "plan"),
        ("下一年度推进法治政府建设的主要安排", "plan"),
        ("今后努力方向", "plan"),
        ("明年工作思路", "plan"),
        ("下步工作计划", "plan"),
        ("改进措施", "plan"),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", "first_responsible"),
        ("主要负责人履职情况", "first_responsible"),
        ("第一责任人履职情况", "first_responsible"),
        ("主要举措和成效", "achievements"),
        ("坚持问题导向，解决突出问题", "achievements"),
        ("开展突出问题专项整治", "achievements"),
        ("2024年工作安排落实情况", "achievements"),
        ("上年度工作安排完成情况", "achievements"),
        ("上年度工作打算落实情况", "achievements"),
        ("2023年下一步打算完成情况", "achievements"),
        ("其他需要报告的情况", "closing"),
        ("其他需要说明的事项", "closing"),
    ],
)
def test_headings_name_the_part(heading: str, role: str) -> None:
    for mark in ["二、"] if role == "achievements" else ["二、", ""]:
        text = report(ACHIEVEMENTS, f"{mark}{heading}\n部分乡镇执法文书说理不充分，案卷装订不规范。")
        assert role_of(text, "部分乡镇执法文书") == role


def test_the_years_own_plan_is_no_plan() -> None:
    text = report("一、2024年工作安排\n" + WORK, PROBLEMS, PLAN)
    assert role_of(text, "（一）规范决策") == "achievements"


def test_deeper_headings_go_with_the_part_above() -> None:
    text = report(ACHIEVEMENTS, "二、存在的问题\n（一）思想认识\n重视不够。\n（二）下放事项的承接\n承接不住。", PLAN)
    assert role_of(text, "承接不住") == "problems"
    text = report(ACHIEVEMENTS, PROBLEMS, "三、2025年安排\n（一）解决存在的问题\n组织轮训。\n（二）规范决策\n公布目录。")
    assert role_of(text, "组织轮训") == "plan"
    assert role_of(text, "公布目录") == "plan"


PROBLEM_RUN = "一是3个乡镇执法力量不足。二是普法形式单一。"


@pytest.mark.parametrize(
    "opening",
    [
        "一年来，全县法治政府建设取得了一定成效，但还存在一些问题：",
        "在肯定成绩的同时，我们也清醒地看到还存在不少短板，主要是：",
        "虽然取得了一定成绩，但对照上级要求仍有差距：",
        "当前，我县法治政府建设还存在以下问题。",
        "存在的问题：",
        "主要问题有：",
    ],
)
def test_problems_without_a_heading(opening: str) -> None:
    text = report(ACHIEVEMENTS, f"{opening}{PROBLEM_RUN}", PLAN)
    assert role_of(text, PROBLEM_RUN[:12]) == "problems"
    assert "problems" in parts(text)


def test_problems_that_close_a_chapter() -> None:
    text = report(f"{ACHIEVEMENTS}总体上成效明显，但还存在一些问题：{PROBLEM_RUN}", PLAN)
    assert role_of(text, PROBLEM_RUN[:12]) == "problems"
    assert role_of(text, "出庭应诉23件") == "achievements"


@pytest.mark.parametrize(
    "sentence",
    [
        "针对执法中存在的突出问题开展专项整治，整改问题37个。",
        "评查发现存在的问题23个，全部督促整改。",
        "解决群众反映的困难和问题96个。",
        "坚持问题导向，整治薄弱环节12处。",
        "同时，针对评查中存在的问题，督促整改37个。",
        "但凡督察反馈存在的问题，逐一整改销号。",
    ],
)
def test_work_on_problems_is_no_problems_part(sentence: str) -> None:
    assert "problems" not in parts(report(f"{ACHIEVEMENTS}{sentence}", PLAN))


@pytest.mark.parametrize(
    "opening",
    ["2025年，我县将组织执法人员轮训", "下一步，我县将组织执法人员轮训", "今后，我们将组织执法人员轮训", "2025年，云岭县将围绕纲要任务组织执法人员轮训"],
)
@pytest.mark.parametrize("after", [PROBLEMS, f"一年来取得一定成效，但还存在一些问题：{PROBLEM_RUN}"], ids=["headed", "unheaded"])
def test_a_plan_without_a_heading(opening: str, after: str) -> None:
    text = report(ACHIEVEMENTS, LEADERS.replace("三、", "二、"), after.replace("二、", "三、"), f"{opening}6期，公布决策目录，开展案卷评查。")
    assert role_of(text, "执法人员轮训6期") == "plan"


def test_a_plan_in_the_paragraph_of_the_problems() -> None:
    text = report(ACHIEVEMENTS, f"一年来取得一定成效，但还存在一些问题：{PROBLEM_RUN}2025年，我县将组织轮训6期，公布决策目录。")
    assert role_of(text, "组织轮训6期") == "plan"
    assert role_of(text, PROBLEM_RUN[:12]) == "problems"


def test_a_plan_behind_an_unheaded_problems_part_with_its_own_list() -> None:
    text = report(
        ACHIEVEMENTS,
        f"一年来取得一定成效，但还存在一些问题：{PROBLEM_RUN}",
        "下一步，将重点做好以下工作：",
        "（一）组织轮训。轮训乡镇执法人员。",
        "（二）公布目录。公布决策事项目录。",
    )
    assert role_of(text, "轮训乡镇执法人员") == "plan"
    assert role_of(text, "公布决策事项目录") == "plan"


def test_a_future_sentence_early_on_is_no_plan() -> None:
    text = report(ACHIEVEMENTS.replace("全年制定", "下一步，将修订办法。全年制定"), PROBLEMS, PLAN)
    assert role_of(text, "全年制定行政规范性文件") == "achievements"
    text = report(ACHIEVEMENTS.replace("（一）", "下一步，将修订执法办法。执法办法已公开征求意见。\n（一）"), PROBLEMS, PLAN)
    assert role_of(text, "执法办法已公开征求意见") == "achievements"


@pytest.mark.parametrize(
    "heading", ["二、存在的问题和下一步打算", "二、存在的不足及2025年工作安排", "二、主要问题与改进措施"]
)
def test_problems_and_plan_under_one_heading(heading: str) -> None:
    text = report(
        ACHIEVEMENTS,
        f"{heading}\n当前，工作中还存在一些不足：一是3个乡镇执法力量不足。二是普法形式单一。\n下一步，我县将组织轮训6期，公布决策目录。",
    )
    assert role_of(text, "执法力量不足") == "problems"
    assert role_of(text, "组织轮训6期") == "plan"


def test_problems_and_plan_under_one_heading_with_headings_of_their_own() -> None:
    text = report(ACHIEVEMENTS, "二、存在的问题和下一步打算\n（一）存在的问题\n3个乡镇执法力量不足。\n（二）下一步打算\n组织轮训6期。")
    assert role_of(text, "执法力量不足") == "problems"
    assert role_of(text, "组织轮训6期") == "plan"


def test_under_a_shared_heading_further_headings_go_with_the_one_before() -> None:
    text = report(
        ACHIEVEMENTS,
        "二、存在的问题和下一步打算",
        "（一）存在的问题\n3个乡镇执法力量不足。\n（二）普法实效\n形式单一。\n（三）下一步打算\n组织轮训6期。\n（四）普法宣传\n编印案例20篇。",
    )
    assert role_of(text, "形式单一") == "problems"
    assert role_of(text, "编印案例20篇") == "plan"


@pytest.mark.parametrize(
    "order",
    [("leaders", "work", "problems", "plan"), ("work", "leaders", "problems", "plan"), ("work", "problems", "leaders", "plan")],
    ids=["first", "second", "third"],
)
def test_the_leaders_part_stands_anywhere(order: tuple[str, ...]) -> None:
    pieces = {"work": ACHIEVEMENTS, "problems": PROBLEMS, "leaders": LEADERS, "plan": PLAN}
    renumbered = [f"{mark}、{pieces[name].partition('、')[2]}" for mark, name in zip("一二三四", order, strict=True)]
    names = {"work": "achievements", "problems": "problems", "leaders": "first_responsible", "plan": "plan"}
    assert parts(report(*renumbered)) == ["title", "preface", *(names[name] for name in order), "closing"]


def test_the_leaders_part_inside_the_achievements() -> None:
    text = report(f"{ACHIEVEMENTS}\n（三）主要负责人履行第一责任人职责情况。县长主持会议6次。\n（四）深化政务公开。公开信息6840条。", PROBLEMS)
    assert role_of(text, "县长主持会议6次") == "first_responsible"
    assert role_of(text, "公开信息6840条") == "achievements"


def test_a_report_without_a_leaders_part() -> None:
    assert "first_responsible" not in parts(report(ACHIEVEMENTS, PROBLEMS, PLAN))


def test_first_responsible_in_the_plan_stays_in_the_plan() -> None:
    text = report(ACHIEVEMENTS, PROBLEMS, "三、2025年安排\n（一）履行第一责任人职责\n主要负责人带头听取汇报。\n（二）组织轮训\n轮训6期。")
    assert role_of(text, "带头听取汇报") == "plan"


LETTER = "云岭县人民政府关于报送2024年法治政府建设年度报告的函\n临川湖市人民政府：\n现将我县2024年法治政府建设年度报告报上，请审阅。\n云岭县人民政府\n2025年2月20日"


def test_a_covering_letter() -> None:
    reading = Reading(document(f"{LETTER}\n{REPORT}"))
    told = [(p.role.value, reading.document.quote(p.span)) for p in reading.passages]
    assert [role for role, words in told if words.startswith("（一）规范决策")] == ["achievements"]
    assert {role for role, words in told if words in LETTER.split("\n")} <= {"title", "preface", "closing"}
    assert (reading.facts.type, reading.facts.title, reading.facts.year) == ("rule-of-law-report", TITLE, 2024)


@pytest.mark.parametrize(
    ("old", "new"),
    [("三、党政", "二、党政"), ("三、党政", "五、党政"), ("（二）严格执法", "（一）严格执法"), ("（二）严格执法", "（四）严格执法")],
    ids=["part repeated", "part skipped", "item repeated", "item skipped"],
)
def test_a_number_repeated_or_skipped_changes_no_role(old: str, new: str) -> None:
    assert REPORT.count(old) == 1
    changed = roles(REPORT.replace(old, new))
    assert [role for role, _ in changed] == [role for role, _ in roles(REPORT)]


@pytest.mark.parametrize("joint", ["", " "])
def test_a_text_in_one_line_has_the_same_parts(joint: str) -> None:
    flat = REPORT.replace("\n", joint)
    assert parts(flat) == parts(REPORT)
    assert role_of(flat, "主持召开政府常务会议6次") == "first_responsible"
    assert role_of(flat, "组织以案释法活动20场") == "plan"


@pytest.mark.parametrize(
    "closing",
    [
        "云岭县人民政府\n2025年2月20日",
        "2025年2月20日",
        "云岭县人民政府",
        "特此报告。\n云岭县人民政府\n二〇二五年二月二十日",
        "附件：云岭县行政裁决事项清单\n云岭县人民政府\n2025年2月20日",
        "云岭县人民政府（盖章）\n2025年2月20日",
        "（此件公开发布）",
        "云岭县人民政府    2025年2月20日",
    ],
)
def test_sign_offs(closing: str) -> None:
    text = "\n".join((TITLE, LEAD, ACHIEVEMENTS, PROBLEMS, PLAN, closing))
    told = roles(text)
    assert [words for role, words in told if role == "closing"] == closing.split("\n")
    assert told[-len(closing.split("\n")) - 1][0] == "plan"


def test_a_sign_off_glued_to_the_last_sentence() -> None:
    text = "\n".join((TITLE, LEAD, ACHIEVEMENTS, PROBLEMS, f"{PLAN}云岭县人民政府2025年2月20日"))
    assert roles(text)[-1] == ("closing", "云岭县人民政府2025年2月20日")


def test_the_headings_above_a_sentence(read: Read) -> None:
    reading = read(REPORT)
    sentence = next(s for s in reading.sentences if "审结55件" in reading.words(s.span))
    assert reading.headings(sentence) == "主要举措和成效\n严格执法"


def test_titles_on_two_lines() -> None:
    text = REPORT.replace(TITLE, "云岭县人民政府\n2024年法治政府建设年度报告")
    reading = Reading(document(text))
    assert [p.role.value for p in reading.passages[:2]] == ["title", "title"]
    assert reading.facts.title == "云岭县人民政府2024年法治政府建设年度报告"
    assert reading.facts.issuer == "云岭县人民政府"


def test_a_table_of_contents_is_no_evidence(judge) -> None:
    contents = "目录\n一、主要举措和成效\n二、存在的不足和原因\n三、党政主要负责人履行第一责任人职责情况\n四、2025年主要安排"
    report_ = judge(f"{TITLE}\n{contents}\n{LEAD}\n{ACHIEVEMENTS}")
    assert report_.verdict("structure.plan").outcome.status == "unmet"
    assert report_.verdict("structure.problems").outcome.status == "unmet"

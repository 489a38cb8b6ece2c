import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportcheck
from drafts import LEAD, REPORT, SAMPLES, TITLE, document, read_text, told
from reportcheck import load_ruleset
from reportcheck.engine import Checker, Options, check_document
from reportcheck.rule import AppliesTo, Basis, Grade, Group, Rule, RuleSet, Veto
from reportcheck.verdict import Report

NATIONAL = load_ruleset("national-2021-2025")
CHECKER = Checker(NATIONAL)


def rule(rule_id: str, check: str, params: dict, weight: float = 1.0, **more: object) -> Rule:
    return Rule(
        id=rule_id, title=rule_id, requirement="要写。", basis=(Basis("s", "某规定", "第一条"),), severity="error", weight=weight,
        check=check, params=params, message={"unmet": "没有写。{why}", "partial": "写得不够：{chars}字。"}, advice="写明{part}。", **more,
    )  # fmt: skip


def evidence(rule_id: str, words: list[str], weight: float = 1.0, **more: object) -> Rule:
    return rule(rule_id, "evidence", {"signs": [{"any": words}], "topic": words, "acts": ["评查", "受理", "公布"]}, weight, **more)


def ruleset(*rules: Rule, vetoes: tuple[Veto, ...] = ()) -> RuleSet:
    return RuleSet(
        id="小", title="小规则集", version="1", digest="sha256:0", years=(2021, 2025), sources=(),
        groups=(Group("scope", "文种"), Group("structure", "结构"), Group("outline", "任务")),
        grades=(Grade("优秀", 85), Grade("良好", 70), Grade("合格", 55), Grade("不合格", 0)), vetoes=vetoes, rules=rules,
    )  # fmt: skip


def text(work: str, title: str = TITLE) -> str:
    return f"{title}\n{LEAD}\n一、主要举措和成效\n{work}"


CASES, REVIEW, OPEN = evidence("outline.01", ["执法案卷"], 4), evidence("outline.02", ["行政复议"], 2), evidence("outline.03", ["权责清单"], 2)
WORK = "评查执法案卷210份。"


def check(work: str, *rules: Rule, vetoes: tuple[Veto, ...] = (), **stated: object) -> Report:
    return check_document(document(text(work)), ruleset(*rules, vetoes=vetoes), Options(**stated))


def test_the_arithmetic_of_the_score() -> None:
    report = check(f"{WORK}畅通行政复议渠道。", CASES, REVIEW, OPEN)
    assert {v.rule.id: (v.points, v.max_points) for v in report.verdicts} == {
        "outline.01": (4.0, 4.0), "outline.02": (0.5, 2.0), "outline.03": (0.0, 2.0),
    }  # fmt: skip
    assert (report.score.points, report.score.max_points, report.score.percent) == (4.5, 8.0, 56.25)
    assert report.score.grade == "合格"
    assert [(d.id, d.points, d.max_points) for d in report.score.dimensions] == [("outline", 4.5, 8.0)]


def test_what_is_partly_there_is_worth_half() -> None:
    short = rule("structure.part", "part", {"role": "achievements", "min_chars": 100}, 6)
    report = check(WORK, short)
    assert report.verdicts[0].points == 3.0
    assert report.score.percent == 50.0


@pytest.mark.parametrize(
    ("met", "grade"), [(10, "优秀"), (9, "优秀"), (8.5, "优秀"), (8.4, "良好"), (7, "良好"), (5.5, "合格"), (5.4, "不合格"), (0, "不合格")]
)
def test_grades_begin_at_their_limit(met: float, grade: str) -> None:
    rules = [CASES._replace(weight=met), OPEN._replace(weight=10 - met)]
    assert check(WORK, *rules).score.grade == grade


def test_a_veto_caps_the_grade_and_says_so() -> None:
    light = OPEN._replace(weight=0.5)
    free = check(WORK, CASES, light)
    assert (free.score.grade, free.score.capped_by) == ("优秀", ())
    capped = check(WORK, CASES, light, vetoes=(Veto("outline.03", "合格"),))
    assert (capped.score.grade, capped.score.capped_by) == ("合格", ("outline.03",))
    assert capped.score.percent == free.score.percent


def test_a_veto_that_is_met_or_above_the_grade_changes_nothing() -> None:
    met = check(WORK, CASES, vetoes=(Veto("outline.01", "不合格"),))
    assert (met.score.grade, met.score.capped_by) == ("优秀", ())
    low = check("依法行政。", CASES, vetoes=(Veto("outline.01", "合格"),))
    assert (low.score.grade, low.score.capped_by) == ("不合格", ())


def test_only_what_is_unmet_is_vetoed() -> None:
    partly = check(f"畅通行政复议渠道。{WORK}", CASES, REVIEW._replace(weight=0.1), vetoes=(Veto("outline.02", "不合格"),))
    assert (partly.score.grade, partly.score.capped_by) == ("优秀", ())


ONLY_COUNTIES = OPEN._replace(applies_to=AppliesTo(levels=("county",), subjects=("government",)))


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        ({}, "unmet"),
        ({"level": "county"}, "unmet"),
        ({"level": "township"}, "not_applicable"),
        ({"subject": "department"}, "not_applicable"),
        ({"level": "county", "subject": "party_office"}, "not_applicable"),
    ],
)
def test_nobody_is_asked_for_what_does_not_bind_them(stated: dict, status: str) -> None:
    report = check(WORK, CASES, ONLY_COUNTIES, **stated)
    verdict = report.verdict("outline.03")
    assert verdict.outcome.status.value == status
    assert report.score.max_points == (4.0 if status == "not_applicable" else 6.0)
    assert [f.rule.id for f in report.findings] == ([] if status == "not_applicable" else ["outline.03"])


def test_told_all_the_same_it_counts() -> None:
    report = check(f"{WORK}公布权责清单5200项。", CASES, ONLY_COUNTIES, level="township")
    assert report.verdict("outline.03").outcome.status.value == "met"
    assert report.score.max_points == 6.0
    slogan = check(f"{WORK}健全权责清单。", CASES, ONLY_COUNTIES, level="township")
    assert slogan.verdict("outline.03").outcome.status.value == "not_applicable"


@pytest.mark.parametrize(("year", "status"), [(2021, "not_applicable"), (2022, "unmet"), (2024, "unmet"), (2025, "not_applicable")])
def test_rules_bind_for_their_years(year: int, status: str) -> None:
    bound = OPEN._replace(applies_to=AppliesTo(years=(2022, 2024)))
    assert check(WORK, bound, year=year).verdicts[0].outcome.status.value == status


def test_an_unstated_level_is_taken_to_be_bound() -> None:
    title = "2024年法治政府建设年度报告"
    report = check_document(document(f"{title}\n一年来，依法行政。\n一、成效\n{WORK}"), ruleset(ONLY_COUNTIES))
    assert report.facts.level is None
    assert report.verdicts[0].outcome.status.value == "unmet"


def test_options_go_before_the_text_and_say_so() -> None:
    report = check(WORK, CASES, level="prefecture", subject="department", year=2022)
    facts = report.facts
    assert (facts.level, facts.subject, facts.year) == ("prefecture", "department", 2022)
    assert {name: facts.origin[name] for name in ("level", "subject", "year", "title")} == {
        "level": "option", "subject": "option", "year": "option", "title": "text",
    }  # fmt: skip


def test_every_rule_answers_once_in_order(judge: Callable[[str], Report], national: RuleSet) -> None:
    for sample in (REPORT, "云岭县2024年普法工作要点\n各单位要抓好普法。"):
        assert [v.rule.id for v in judge(sample).verdicts] == [rule.id for rule in national.rules]


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_findings_are_what_is_not_met(judge: Callable[[str], Report], path) -> None:
    report = judge(read_text(path))
    lacking = {v.rule.id for v in report.verdicts if v.outcome.status.value in ("partial", "unmet")}
    assert {f.rule.id for f in report.findings} == lacking
    assert len(report.findings) == len(lacking)
    assert len({f.fingerprint for f in report.findings}) == len(lacking)
    for finding in report.findings:
        assert report.document.quote(finding.span) == finding.quote
        assert "{" not in finding.message + finding.advice
        lower = {"error": "warning", "warning": "info", "info": "info"}
        expected = finding.rule.severity if finding.status.value == "unmet" else lower[finding.rule.severity]
        assert finding.severity == expected


def test_findings_stand_worst_first_then_in_the_order_of_the_text(judge: Callable[[str], Report]) -> None:
    report = judge(read_text(SAMPLES[-1]))
    keys = [({"error": 0, "warning": 1, "info": 2}[f.severity], f.span) for f in report.findings]
    assert keys == sorted(keys)
    assert {f.severity for f in report.findings} == {"error", "warning", "info"}


def test_messages_are_filled() -> None:
    finding = check(WORK, OPEN).findings[0]
    assert finding.message == "没有写。全文没有找到相应的内容。"
    short = check(WORK, rule("structure.part", "part", {"role": "achievements", "min_chars": 100})).findings[0]
    assert (short.message, short.advice) == (f"写得不够：{len(WORK)}字。", "写明举措和成效。")


def test_where_a_finding_stands() -> None:
    missing = check(WORK, OPEN).findings[0]
    assert (missing.quote, missing.place.line) == ("一、主要举措和成效", 3)
    slogan = check(f"畅通行政复议渠道。{WORK}", REVIEW).findings[0]
    assert (slogan.quote, slogan.place.line, slogan.place.column) == ("畅通行政复议渠道。", 4, 1)


def test_a_finding_on_a_part_that_is_missing_stands_at_the_title() -> None:
    no_plan = rule("structure.part", "part", {"role": "plan", "min_chars": 100})
    assert check(WORK, no_plan).findings[0].quote == TITLE
    lead = "2024年，云岭县推进法治政府建设，坚持依法行政，法治政府建设取得成效，现将情况报告如下。"
    untitled = check_document(document(f"{lead}\n一、主要举措和成效\n{WORK}"), ruleset(no_plan))
    assert untitled.findings[0].quote == lead


def fingerprints(report: Report) -> dict[str, str]:
    return {f.rule.id: f.fingerprint for f in report.findings}


def test_fingerprints_stay_when_other_text_moves(judge: Callable[[str], Report]) -> None:
    sample = read_text(next(path for path in SAMPLES if "南屏" in path.stem))
    given_ = fingerprints(judge(sample))
    moved = sample.replace("一、主要工作和成效\n", "一、主要工作和成效\n（一）修缮机关办公楼\n机关办公楼屋面修缮一新。\n", 1)
    indented = sample.replace("\n", "\n\n　　")
    assert len(given_) > 5
    assert {k: v for k, v in fingerprints(judge(indented)).items() if k != "structure.numbering"} == given_
    assert {k: v for k, v in fingerprints(judge(moved)).items() if k != "structure.numbering"} == given_


def test_a_fingerprint_tells_its_rule_and_its_words() -> None:
    one = check(f"畅通行政复议渠道。{WORK}", REVIEW, CASES)
    other = check(f"拓宽行政复议渠道。{WORK}", REVIEW, CASES)
    again = check(f"{WORK}畅通行政复议渠道。", REVIEW, CASES)
    assert one.findings[0].fingerprint == again.findings[0].fingerprint
    assert one.findings[0].fingerprint != other.findings[0].fingerprint
    renamed = check(f"畅通行政复议渠道。{WORK}", REVIEW._replace(id="outline.09"))
    assert renamed.findings[0].fingerprint != one.findings[0].fingerprint


@given(st.randoms(use_true_random=False), st.integers(0, len(SAMPLES) - 1))
def test_the_order_of_rules_does_not_matter(shuffle: random.Random, index: int) -> None:
    rules = list(NATIONAL.rules)
    shuffle.shuffle(rules)
    draft = document(read_text(SAMPLES[index]))
    report = Checker(NATIONAL._replace(rules=tuple(rules))).check(draft)
    plain = CHECKER.check(draft)
    assert told(report) == told(plain)
    assert fingerprints(report) == fingerprints(plain)
    assert report.score == plain.score


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_a_rule_alone_says_the_same(path) -> None:
    draft = document(read_text(path))
    whole = CHECKER.check(draft)
    for each in NATIONAL.rules:
        alone = CHECKER.judge(draft, each)
        assert alone.outcome.status == whole.verdict(each.id).outcome.status, each.id


UNRELATED = [
    "全县粮食播种面积稳定，秋收平稳有序。",
    "县博物馆接待游客，环境整洁。",
    "机关办公楼屋面修缮一新。",
    "春季植树成活良好，城区绿化面貌改观。",
    "农贸市场改造后宽敞明亮。",
    "全县中小学按期开学，秩序井然。",
]
STRUCTURAL = {"structure.numbering", "structure.order"}


@given(st.sampled_from(UNRELATED), st.integers(0, len(SAMPLES) - 1), st.data())
def test_an_unrelated_paragraph_never_turns_met_to_unmet(paragraph: str, index: int, data: st.DataObject) -> None:
    sample = read_text(SAMPLES[index])
    lines = sample.split("\n")
    at = data.draw(st.integers(4, len(lines) - 3))
    before = told(CHECKER.check(document(sample)))
    after = told(CHECKER.check(document("\n".join([*lines[:at], paragraph, *lines[at:]]))))
    turned = [rule for rule in before if before[rule][0] == "met" and after[rule][0] == "unmet" and rule not in STRUCTURAL]
    assert turned == []


def test_the_same_input_gives_the_same_result() -> None:
    draft = document(read_text(SAMPLES[0]))
    assert Checker(NATIONAL).check(draft) == CHECKER.check(draft) == CHECKER.check(draft)


def test_the_public_interface() -> None:
    assert all(getattr(reportcheck, name) is not None for name in reportcheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        reportcheck.nothing  # noqa: B018

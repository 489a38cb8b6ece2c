"""The shortest way: what it promises is what the checker gives when the words are put where it says."""


import pytest

from drafts import SAMPLES
from frames import filled
from reportcheck.engine import Checker
from reportcheck.outcome import Status
from reportcheck.readers import read_bytes
from reportcheck.rule import RuleSet
from reportcheck.rulesets import load_ruleset
from reportcheck.verdict import Report, Suppression
from reportcheck.way import Change, Way, shortest_way
from reportcheck.way.spots import spot_of

RULES: RuleSet = load_ruleset("national-2021-2025")
CHECKER = Checker(RULES)
COUNTY = next(path for path in SAMPLES if path.name.startswith("云岭县")).read_text(encoding="utf-8")
WITHOUT = {
    "problems": ("二、存在的不足和原因", "三、党政主要负责人"),
    "first_responsible": ("三、党政主要负责人", "四、2025年"),
    "plan": ("四、2025年", "五、其他需要"),
}


def _check(text: str) -> Report:
    return CHECKER.check(read_bytes(text.encode(), "稿.txt"))


def _way(report: Report) -> Way:
    way = shortest_way(report, RULES)
    assert way is not None
    return way


def _cut(name: str) -> str:
    start, end = (COUNTY.index(words) for words in WITHOUT[name])
    return COUNTY[:start] + COUNTY[end:]


def _followed(report: Report, way: Way) -> str:
    """Write every step of a way into the draft, from the end backwards, with invented facts."""
    lines = report.document.text.split("\n")
    for each in sorted(way.changes, key=lambda change: (change.spot.span, change.rule.id), reverse=True):
        at = report.document.text.count("\n", 0, each.spot.span.start)
        if each.spot.action != "mend":
            lines[at + 1 : at + 1] = _written(each)
    return "\n".join(lines)


def _written(each: Change) -> list[str]:
    frame = filled(each.spot.frame).split("\n")
    return [f"五、{each.spot.new_part}", *frame] if each.spot.new_part else frame


@pytest.mark.parametrize("name", WITHOUT)
def test_a_missing_part_is_written_anew_behind_the_one_before(name: str) -> None:
    report = _check(_cut(name))
    way = _way(report)
    change = next(each for each in way.changes if each.spot.new_part)
    assert (change.spot.relation, change.spot.action) == ("after", "write")
    assert "error" in change.clears
    after = _check(_followed(report, way))
    assert after.score.percent is not None
    assert after.score.percent >= way.percent > way.start
    assert [finding.rule.id for finding in after.findings if finding.severity == "error"] == []


def test_a_part_brings_along_what_is_judged_on_it_alone() -> None:
    change = _way(_check(_cut("problems"))).changes[0]
    assert change.rule.id == "structure.problems"
    assert [rule.id for rule in change.also] == ["structure.causes", "problems.count", "problems.specific"]
    assert change.clears == ("error", "veto")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_step_adds_what_it_says(path) -> None:
    report = _check(path.read_text(encoding="utf-8"))
    way = shortest_way(report, RULES)
    if way is None:
        assert report.score.grade == "优秀"
        return
    points = report.score.points
    for change in way.changes:
        points += change.points
        assert change.percent == round(100 * points / report.score.max_points, 2)
    assert way.changes[-1].percent == way.percent


@pytest.mark.parametrize("name", ["南屏区2024年", "青檀镇2024年"])
def test_following_the_way_leads_where_it_says(name: str) -> None:
    report = _check(next(path for path in SAMPLES if path.stem == name).read_text(encoding="utf-8"))
    way = _way(report)
    # Causes are asked for every problem; the frame holds for one.
    written = _followed(report, way._replace(changes=tuple(c for c in way.changes if c.rule.id != "structure.causes")))
    after = _check(written)
    told = [change.rule.id for change in way.changes if change.rule.id != "structure.causes"]
    assert {rule_id: after.verdict(rule_id).outcome.status for rule_id in told} == dict.fromkeys(told, Status.MET)


def test_errors_come_first_then_what_gains_most() -> None:
    changes = _way(_check(next(path for path in SAMPLES if path.stem == "青檀镇2024年").read_text(encoding="utf-8"))).changes
    assert [(change.rule.id, change.points) for change in changes] == [
        ("structure.causes", 6.0),
        ("structure.first-responsible", 6.0),
        ("plan.concrete", 4.0),
    ]


def test_the_way_ends_at_the_next_grade_and_not_before() -> None:
    way = _way(_check(next(path for path in SAMPLES if path.stem == "南屏区2024年").read_text(encoding="utf-8")))
    assert (way.start_grade, way.grade) == ("合格", "良好")
    assert way.changes[-2].percent < 70 <= way.percent


def test_what_is_waived_is_not_asked_for() -> None:
    report = _check(next(path for path in SAMPLES if path.stem == "南屏区2024年").read_text(encoding="utf-8"))
    waiver = Suppression("waiver", "见附件", "周敏")
    waived = tuple(f.suppressed(waiver) if f.rule.id == "structure.causes" else f for f in report.findings)
    way = _way(report._replace(findings=waived))
    assert "structure.causes" not in [change.rule.id for change in way.changes]
    assert way.grade == "良好"


def test_faults_are_mended_where_they_stand() -> None:
    report = _check(COUNTY.replace("委员会召开会议2次", "委员会召开会议××次"))
    (change,) = _way(report).changes
    assert (change.rule.id, change.spot.action, change.spot.relation) == ("wording.placeholder", "mend", "at")
    assert report.document.quote(change.spot.span) == "县委全面依法治县委员会召开会议××次"


def test_no_way_where_nothing_is_to_be_done_or_scored() -> None:
    assert shortest_way(_check(COUNTY), RULES) is None
    assert shortest_way(_check("云岭县2024年工作要点\n各乡镇：\n" + "一、各单位要抓好普法。" * 40), RULES) is None


@pytest.mark.parametrize(
    ("name", "rule_id", "action", "heading"),
    [
        ("南屏区2024年", "outline.12", "write", "（三）规范文件管理，提高决策水平"),
        ("南屏区2024年", "outline.21", "write", "一、主要工作和成效"),
        ("南屏区2024年", "outline.17", "rewrite", "（五）强化应急管理，保障社会安全"),
        ("南屏区2024年", "leaders.enforce", "write", "二、党政主要负责人履行推进法治建设第一责任人职责情况"),
        ("南屏区2024年", "problems.answered", "write", "四、下一步工作打算"),
        ("青檀镇2024年", "problems.specific", "rewrite", "（一）思想认识有待进一步深化"),
        ("错例2024年", "wording.placeholder", "mend", "（一）规范决策"),
    ],
)
def test_each_thing_is_put_where_it_belongs(name: str, rule_id: str, action: str, heading: str) -> None:
    report = _check(next(path for path in SAMPLES if path.stem == name).read_text(encoding="utf-8"))
    verdict = report.verdict(rule_id)
    assert verdict is not None
    spot = spot_of(report, verdict)
    assert spot.heading is not None
    assert (spot.action, report.document.quote(spot.heading)) == (action, heading)


def test_date_and_signature_go_to_the_end() -> None:
    report = _check(COUNTY.removesuffix("2025年2月26日\n"))
    verdict = report.verdict("structure.date")
    assert verdict is not None
    spot = spot_of(report, verdict)
    assert (spot.relation, report.document.quote(spot.span), spot.frame) == ("end", "云岭县人民政府", "2025年××月××日")


def test_leaders_without_a_part_of_their_own_are_told_beside_what_they_did() -> None:
    report = _check(_cut("first_responsible").replace("县政府常务会议会前学法6次", "县长主持县政府常务会议会前学法6次"))
    verdict = report.verdict("leaders.enforce")
    assert verdict is not None
    assert verdict.outcome.status is not Status.MET
    spot = spot_of(report, verdict)
    assert spot.new_part == ""
    assert spot.heading is not None
    assert report.document.quote(spot.heading).startswith("（")


def test_a_part_without_a_heading_borrows_none_of_another_part() -> None:
    text = COUNTY.replace("二、存在的不足和原因\n", "但还存在一些不足：\n").replace("主要原因是", "同时").replace("由于", "同时")
    report = _check(text)
    verdict = report.verdict("structure.causes")
    assert verdict is not None
    heading = spot_of(report, verdict).heading
    assert heading is None or report.document.quote(heading).startswith("（一）乡镇执法承接能力不强")

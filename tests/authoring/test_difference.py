"""What two rule sets do not share, and what that does to a report."""


import pytest

from drafts import document
from reportcheck import load_ruleset
from reportcheck.authoring.difference import Change, Flip, difference, flips


@pytest.fixture
def changed(second):
    def change(old, new, name="local/hearing.yaml"):
        path = second / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return load_ruleset(second)

    return change


def test_the_same_set_has_no_difference(small):
    assert difference(small, small) == ((), (), ())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: warning", "severity: error", ("severity", "warning → error")),
        ("severity: warning", "severity: warning\nweight: 2.5", ("weight", "1 → 2.5")),
        ("any: [听证会]", "any: [听证会, 论证会]", ("params.signs[1].any", "增加 论证会")),
        ("without: [价格]", "without: [电价]", ("params.signs[1].without", "增加 电价；删去 价格")),
        ("  topic: [听证]\n", "", ("params.topic", "听证 → （无）")),
        ("完善听证制度。", "健全听证制度。", ("examples", "增加 [partial] 健全听证制度。")),
        ("severity: warning", "severity: warning\napplies_to: {levels: [county]}", ("applies_to", "（无） → levels county")),
        ("第四条", "第五条", ("basis", "增加 source order，title 云岭县督察规定，locator 第五条；删去 source order，title 云岭县督察规定，locator 第四条")),
    ],
)
def test_changes_are_told_key_by_key(small, changed, old, new, told):
    assert Change("local.hearing", *told) in difference(small, changed(old, new)).changes


def test_rules_that_came_and_went(small, second):
    (second / "local" / "hearing.yaml").rename(second / "local" / "public.yaml")
    found = difference(small, load_ruleset(second))
    assert (found.added, found.removed) == (("local.public",), ("local.hearing",))


def test_the_set_itself_may_change(small, changed):
    found = difference(small, changed("[印发, 开展, 办结, 召开]", "[印发, 开展, 召开]", "ruleset.yaml"))
    assert Change("", "lexicons.acts", "删去 办结") in found.changes


def test_verdicts_that_flip(small):
    stricter = small._replace(rules=tuple(rule._replace(params={**rule.params, "parts": ["plan"]}) for rule in small.rules))
    report = document("云岭县人民政府2024年度法治政府建设年度报告\n一、主要举措和成效\n召开听证会5次。", "稿.txt")
    found = list(flips(small, stricter, [report]))
    assert Flip("稿.txt", "local.hearing", "met", "unmet") in found
    assert [flip.rule for flip in found] == ["local.hearing", "得分"]

"""Broken rules are noticed by their examples, an edited report by the right rule alone."""

from dataclasses import replace

import pytest

from drafts import document
from reportcheck import load_ruleset, read_document
from reportcheck.authoring.mutation import ExampleMutation, without_failing
from reportcheck.authoring.sample import SampleMutation
from reportcheck.authoring.score import mutation_score
from reportcheck.rule import Example

GOOD = (
    "云岭县人民政府2024年度法治政府建设年度报告\n一、主要举措和成效\n全年评查案卷210份。召开听证会5次。举办培训班3期。\n"
    "二、存在的不足\n（一）执法力量不足。（二）文书说理不充分。\n三、2025年主要安排\n补充执法力量，组织文书评比。"
)


def test_a_rule_with_good_examples_leaves_no_survivor(small):
    tally = ExampleMutation(small).rule(small.rules[0])
    assert tally.survivors == ()
    assert tally.total == 3


def test_a_parameter_that_no_example_needs_survives(folder, spoilt):
    ruleset = load_ruleset(spoilt("topic: [听证]", "topic: [听证]\n  not_doers: [副县长]"))
    assert ExampleMutation(ruleset).rule(ruleset.rules[0]).survivors == ("params.not_doers 删去",)


def test_examples_that_fail_as_they_stand_notice_nothing(small):
    rule = small.rules[0]
    failing = replace(small, rules=(replace(rule, examples=(Example("全县召开听证会5次。", "unmet"),)),))
    assert without_failing(failing).rules[0].examples == ()
    assert mutation_score(failing, (), jobs=1).killed == 0


def test_a_good_report_falls_by_each_edit_and_only_the_right_rule(small):
    mutation = SampleMutation(small, document(GOOD))
    trials = list(mutation.trials(small.rules[0]))
    assert [trial.what for trial in trials] == ["删去全部依据句", "依据句移到来年安排", "依据句改成口号"]
    assert all(trial.fault == "" for trial in trials)


def test_a_rule_that_the_report_does_not_meet_is_not_tried(small):
    mutation = SampleMutation(small, document(GOOD.replace("召开听证会5次。", "")))
    assert list(mutation.unmet()) == ["local.hearing"]
    assert mutation.rule(small.rules[0]).total == 0


def test_a_rule_that_counts_plans_is_caught(folder, spoilt):
    ruleset = load_ruleset(spoilt("topic: [听证]", "topic: [听证]\n  parts: [achievements, plan]"))
    faults = {trial.what: trial.fault for trial in SampleMutation(ruleset, document(GOOD)).trials(ruleset.rules[0])}
    assert faults["依据句移到来年安排"] == "仍判为做到"


def test_a_rule_that_takes_slogans_for_acts_is_caught(folder, spoilt):
    ruleset = load_ruleset(spoilt("any: [听证会]", "any: [听证]\n      needs: named").joinpath())
    ruleset = replace(ruleset, rules=tuple(replace(rule, params={**rule.params, "topic": ["听证次数3次"]}) for rule in ruleset.rules))
    faults = {trial.what: trial.fault for trial in SampleMutation(ruleset, document(GOOD)).trials(ruleset.rules[0])}
    assert faults["删去全部依据句"] == ""


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_score_does_not_depend_on_the_number_of_processes(small, jobs):
    score = mutation_score(small, [document(GOOD)], jobs=jobs)
    assert (score.killed, score.total, score.percent) == (6, 6, 100.0)
    assert [tally.rule for tally in score.tallies] == ["local.hearing", "defaults"]


def test_the_national_set_reaches_its_score(national, pytestconfig):
    sample = read_document(pytestconfig.rootpath / "samples" / "云岭县2024年.txt")
    score = mutation_score(national, [sample], jobs=1)
    left = {tally.rule: tally.survivors for tally in score.tallies if tally.survivors}
    assert score.total > 900
    assert score.percent >= 95, left

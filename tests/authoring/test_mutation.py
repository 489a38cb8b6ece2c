"""Broken rules are noticed by their examples, an edited report by the right rule alone."""


import pytest

from drafts import document
from reportcheck import load_ruleset, read_document
from reportcheck.authoring.mutation import ExampleMutation, without_failing
from reportcheck.authoring.sample import SampleMutation
from reportcheck.authoring.score import mutation_score
from reportcheck.rule import Example


def test_a_rule_with_good_examples_leaves_no_survivor(small):
    tally = ExampleMutation(small).rule(small.rules[0])
    assert tally.survivors == ()
    assert tally.total == 3


def test_a_parameter_that_no_example_needs_survives(spoilt):
    ruleset = load_ruleset(spoilt("topic: [听证]", "topic: [听证]\n  not_doers: [副县长]"))
    assert ExampleMutation(ruleset).rule(ruleset.rules[0]).survivors == ("params.not_doers 删去",)


def test_examples_that_fail_as_they_stand_notice_nothing(small):
    rule = small.rules[0]
    failing = small._replace(rules=(rule._replace(examples=(Example("全县召开听证会5次。", "unmet"),)),))
    assert without_failing(failing).rules[0].examples == ()
    assert mutation_score(failing, (), jobs=1).killed == 0


def test_a_good_report_falls_by_each_edit_and_only_the_right_rule(small, good_text):
    mutation = SampleMutation(small, document(good_text))
    trials = list(mutation.trials(small.rules[0]))
    assert [trial.what for trial in trials] == ["删去全部依据句", "依据句移到来年安排", "依据句改成口号"]
    assert all(trial.fault == "" for trial in trials)


def test_a_rule_that_the_report_does_not_meet_is_not_tried(small, good_text):
    mutation = SampleMutation(small, document(good_text.replace("召开听证会5次。", "")))
    assert list(mutation.unmet()) == ["local.hearing"]
    assert mutation.rule(small.rules[0]).total == 0


def test_a_rule_that_counts_plans_is_caught(spoilt, good_text):
    ruleset = load_ruleset(spoilt("topic: [听证]", "topic: [听证]\n  parts: [achievements, plan]"))
    faults = {trial.what: trial.fault for trial in SampleMutation(ruleset, document(good_text)).trials(ruleset.rules[0])}
    assert faults["依据句移到来年安排"] == "仍判为做到"


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_score_does_not_depend_on_the_number_of_processes(small, good_text, jobs):
    score = mutation_score(small, [document(good_text)], jobs=jobs)
    assert (score.killed, score.total, score.percent) == (6, 6, 100.0)
    assert [tally.rule for tally in score.tallies] == ["local.hearing", "defaults"]


def test_the_national_set_reaches_its_score_and_every_survivor_is_explained(national, pytestconfig):
    sample = read_document(pytestconfig.rootpath / "samples" / "云岭县2024年.txt")
    score = mutation_score(national, [sample], jobs=1)
    left = {tally.rule: tally.survivors for tally in score.tallies if tally.survivors}
    assert score.total > 900
    assert score.percent >= 95, left
    explained = (pytestconfig.rootpath / "docs" / "authoring.md").read_text(encoding="utf-8").partition("### `rules mutate` 怎样数")[2]
    assert [f"{rule}: {survivors}" for rule, survivors in left.items() if f"| `{rule}` |" not in explained] == []

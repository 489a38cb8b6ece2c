"""The shipped example of an overlay does what docs/overlays.md says of it."""


from pathlib import Path

import pytest

from reportcheck import Checker, load_ruleset, read_document
from reportcheck.authoring.examples import ExampleRunner
from reportcheck.rulesets.builtin import rules_folder

SAMPLES = Path(rules_folder()).parent / "samples"


@pytest.fixture(scope="module")
def lanjiang():
    return load_ruleset("example-lanjiang")


@pytest.fixture(scope="module")
def base():
    return load_ruleset("national-2021-2025")


def test_two_rules_are_added_one_is_gone(lanjiang, base):
    ours, theirs = {rule.id for rule in lanjiang.rules}, {rule.id for rule in base.rules}
    assert ours - theirs == {"local.quiet-days", "local.to-congress"}
    assert theirs - ours == {"structure.numbering"}


def test_one_is_weighed_anew_one_sharpened_all_others_are_the_base_s(lanjiang, base):
    changed = {rule.id for rule in lanjiang.rules if base.rule(rule.id) not in (None, rule)}
    assert changed == {"problems.answered", "plan.concrete"}
    assert lanjiang.rule("problems.answered") == base.rule("problems.answered")._replace(weight=6.0)
    sharpened, plain = lanjiang.rule("plan.concrete"), base.rule("plan.concrete")
    assert sharpened.params["at_least"] == 4
    assert sharpened.params["concrete"] == [*plain.params["concrete"], "首违预警", "免申即享"]


def test_its_examples_hold(lanjiang):
    own = tuple(rule for rule in lanjiang.rules if rule.group in ("local", "plan"))
    assert list(ExampleRunner(lanjiang._replace(rules=own)).failures()) == []
    assert sum(len(rule.examples) for rule in own) > 20


def test_a_sample_by_it(lanjiang):
    report = Checker(lanjiang).check(read_document(SAMPLES / "云岭县2024年.txt"))
    assert {"local.quiet-days", "local.to-congress"} <= {finding.rule.id for finding in report.findings}
    assert report.ruleset_id == "example-lanjiang"

"""The shipped rule sets keep their own promises."""

import pytest

from reportcheck import load_ruleset
from reportcheck.authoring.examples import ExampleRunner
from reportcheck.rulesets import builtin_ids


@pytest.mark.parametrize("name", builtin_ids())
def test_examples_come_out_as_stated(name):
    assert list(ExampleRunner(load_ruleset(name)).failures()) == []

"""Statements of our own, right and wrong: each wording rule must judge them so, and show the words that are wrong."""

from pathlib import Path

import pytest
import yaml

from reportcheck import load_ruleset
from reportcheck.authoring.examples import ExampleRunner
from reportcheck.rule import Example

ROWS = yaml.safe_load(Path(__file__).with_name("table.yaml").read_text(encoding="utf-8"))
RULESET = load_ruleset("national-2021-2025")
RUNNER = ExampleRunner(RULESET)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['rule']} {row['text'][:24]}")
def test_a_statement_is_judged_rightly(row):
    rule = RULESET.rule(row["rule"])
    example = Example(row["text"], row["status"], part=row.get("in", "achievements"), quote=row.get("found", ""))
    assert RUNNER.fault(rule, example) == ""


def test_the_table_holds_both_signs():
    wrong = sum(row["status"] in ("unmet", "partial") for row in ROWS)
    assert len(ROWS) >= 40
    assert min(wrong, len(ROWS) - wrong) >= 15

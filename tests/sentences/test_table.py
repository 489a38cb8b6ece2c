"""How many of the labelled sentences the rules judge rightly: precision over all, recall by register."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from reportcheck import load_ruleset
from reportcheck.authoring.examples import ExampleRunner
from reportcheck.rule import Example

TABLE = Path(__file__).with_name("table.yaml")


@pytest.fixture(scope="module")
def tally() -> Counter[str]:
    ruleset = load_ruleset("national-2021-2025")
    runner = ExampleRunner(ruleset)
    counts: Counter[str] = Counter()
    for row in yaml.safe_load(TABLE.read_text(encoding="utf-8")):
        rule = ruleset.rule(row["rule"])
        assert rule is not None, row
        outcome = runner.run(rule, Example(row["text"], "met", level="prefecture")).outcome
        found = outcome.strength is not None and outcome.strength.value in {"act", "figure"}
        register = "colloquial" if row.get("colloquial") else "official"
        counts[f"{register} {'counts' if row['counts'] else 'not'} {'found' if found else 'passed over'}"] += 1
    return counts


def test_the_table_is_large_enough(tally):
    assert tally.total() >= 220


def test_precision(tally):
    found = {side: tally[f"official {side} found"] + tally[f"colloquial {side} found"] for side in ("counts", "not")}
    assert found["counts"] / sum(found.values()) >= 0.95, tally


def test_recall_on_official_wording(tally):
    found = tally["official counts found"]
    assert found / (found + tally["official counts passed over"]) >= 0.95, tally

"""Tables of statements of our own, right and wrong, and how a rule judges one: what the tests of several groups share."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from reportcheck import load_ruleset
from reportcheck.authoring.examples import ExampleRunner
from reportcheck.rule import Example

Row = Mapping[str, Any]


def table(test: str) -> Any:
    """Return what ``table.yaml`` beside a test holds."""
    return yaml.safe_load(Path(test).with_name("table.yaml").read_text(encoding="utf-8"))


def row_id(row: Row) -> str:
    return f"{row['rule']} {row['text'][:24]}"


def fault_of(row: Row) -> str:
    """Return in what a row's statement is judged otherwise than the row says, empty where it is not."""
    runner = _runner()
    rule = runner.ruleset.rule(row["rule"])
    assert rule is not None, row["rule"]
    stated = {name: row[name] for name in ("level", "subject") if name in row}
    return runner.fault(rule, Example(row["text"], row["status"], part=row.get("in", "achievements"), quote=row.get("found", ""), **stated))


def lacking(rows: Sequence[Row], least: int, of_each: int) -> list[str]:
    """Return the rules with fewer than ``least`` rows, or fewer than ``of_each`` right or wrong ones."""
    by_rule: dict[str, list[bool]] = {}
    for row in rows:
        by_rule.setdefault(row["rule"], []).append(row["status"] in ("unmet", "partial"))
    return [rule for rule, wrong in by_rule.items() if len(wrong) < least or min(sum(wrong), len(wrong) - sum(wrong)) < of_each]


@lru_cache(maxsize=1)
def _runner() -> ExampleRunner:
    return ExampleRunner(load_ruleset("national-2021-2025"))

"""Each check kind on small texts, with parameters of its own: no rule file takes part."""

from collections.abc import Callable, Mapping
from typing import Any

import jsonschema
import pytest

from drafts import document
from reportcheck.checks import CHECKS
from reportcheck.document import Document
from reportcheck.engine import Checker, Options
from reportcheck.outcome import Outcome
from reportcheck.rule import Grade, Group, Rule, RuleSet


class Judged:
    """An outcome with the words that it rests on."""

    def __init__(self, read: Document, outcome: Outcome) -> None:
        quote = read.quote
        self.outcome = outcome
        self.status = outcome.status.value
        self.strength = outcome.strength.value if outcome.strength else None
        self.value = outcome.value
        self.slots = outcome.slots
        self.evidence = [quote(each.span) for each in outcome.evidence]
        self.rejected = [(quote(each.span), each.reason) for each in outcome.rejected]
        self.items = [(quote(i.span).strip(), i.status.value, quote(i.answered_by) if i.answered_by else None) for i in outcome.items]
        self.anchor = quote(outcome.anchor) if outcome.anchor else None


def run(kind: str, text: str, params: Mapping[str, Any] | None = None, *, year: int | None = 2024) -> Judged:
    given = dict(params or {})
    jsonschema.validate(given, CHECKS[kind].PARAMS)
    rule = Rule(
        id="group.rule", title="", requirement="", basis=(), severity="error", weight=1, check=kind, params=given, message={}, advice="",
    )  # fmt: skip
    rules = RuleSet("", "", "", "", (2021, 2025), (), (Group("group", ""),), (Grade("", 0),), (), (rule,))
    read = document(text)
    return Judged(read, Checker(rules, Options(year=year)).judge(read, rule).outcome)


@pytest.fixture
def judged() -> Callable[..., Judged]:
    return run

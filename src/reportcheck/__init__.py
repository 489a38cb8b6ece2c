"""Checks annual reports on building a rule-of-law government (法治政府建设年度报告) against rule sets.

The public interface: ``load_ruleset``, ``read_document``, ``check_document``
and the value types they take and return. Nothing is imported before it is used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportcheck.document import Document
    from reportcheck.engine import Checker, EditionsChecker, Options, check_document
    from reportcheck.errors import ReportcheckError, RuleSetError, UnreadableDocument
    from reportcheck.outcome import Outcome, Status, Strength
    from reportcheck.readers import read_document
    from reportcheck.rule import Editions, Rule, RuleSet
    from reportcheck.rulesets import load_editions, load_ruleset
    from reportcheck.verdict import Finding, Report, Verdict

__version__ = "0.1.0"

_HOMES = {
    "Checker": "engine",
    "Document": "document",
    "Editions": "rule",
    "EditionsChecker": "engine",
    "Finding": "verdict",
    "Options": "engine",
    "Outcome": "outcome",
    "Report": "verdict",
    "ReportcheckError": "errors",
    "Rule": "rule",
    "RuleSet": "rule",
    "RuleSetError": "errors",
    "Status": "outcome",
    "Strength": "outcome",
    "UnreadableDocument": "errors",
    "Verdict": "verdict",
    "check_document": "engine",
    "load_editions": "rulesets",
    "load_ruleset": "rulesets",
    "read_document": "readers",
}

__all__ = [
    "Checker",
    "Document",
    "Editions",
    "EditionsChecker",
    "Finding",
    "Options",
    "Outcome",
    "Report",
    "ReportcheckError",
    "Rule",
    "RuleSet",
    "RuleSetError",
    "Status",
    "Strength",
    "UnreadableDocument",
    "Verdict",
    "check_document",
    "load_editions",
    "load_ruleset",
    "read_document",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

"""The comparison as JSON (``reportcheck/compare/v1``), for other programs."""

import json
from typing import Any

import reportcheck
from reportcheck.audit.comparison.wording import doubts
from reportcheck.audit.two_years import STATES, Comparison
from reportcheck.audit.year_view import Told, YearView
from reportcheck.reporters.wording import printable

SCHEMA = "reportcheck/compare/v1"


def render(comparison: Comparison) -> str:
    """Write everything."""
    states = [each.state for each in comparison.commitments]
    content = {
        "schema": SCHEMA,
        "tool": {"name": "reportcheck", "version": reportcheck.__version__},
        "last": _report(comparison.last),
        "this": _report(comparison.this),
        "notes": list(doubts(comparison)),
        "commitments": [
            {**_states(each.state), "last": _told(each.told), "this": _told(each.answer), "note": each.note or None}
            for each in comparison.commitments
        ],
        "problems": [
            {**_states(each.state), "last": _told(each.earlier), "this": _told(each.told)} for each in comparison.problems
        ],
        "figures": [
            {**_states(each.state), "last": _told(each.earlier), "this": _told(each.told), "note": each.note or None}
            for each in comparison.movements
        ],
        "summary": {
            "commitments": {state: states.count(state) for state in ("done", "partial", "again", "absent")},
            "general": comparison.general,
            "problems": len(comparison.problems),
            "figures": len(comparison.movements),
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _states(state: str) -> dict[str, str]:
    return {"state": state, "state_title": STATES[state]}


def _report(view: YearView) -> dict[str, Any]:
    return {"path": printable(view.path), "format": view.format, "issuer": view.name, "region": view.region, "year": view.year}


def _told(told: Told | None) -> dict[str, Any] | None:
    return None if told is None else {"line": told.line, "page": told.page, "text": told.quote}

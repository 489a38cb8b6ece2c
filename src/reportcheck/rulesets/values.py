"""From the compiled form to the value types.

The compiled form is plain JSON data in the shape of the value types, but for two things that
keep it small: parameters that rules take from the defaults stand in ``defaults`` only, and
examples are rows in the order of ``Example``'s fields.
"""

from typing import Any

from reportcheck.rule import AppliesTo, Basis, Example, Grade, Group, Rule, RuleSet, Source, Veto


def ruleset_from(data: dict[str, Any], digest: str) -> RuleSet:
    """Build a rule set from its compiled form."""
    defaults = data["defaults"]
    return RuleSet(
        id=data["id"],
        title=data["title"],
        version=data["version"],
        digest=digest,
        years=(data["years"][0], data["years"][1]),
        sources=tuple(Source(**source) for source in data["sources"]),
        groups=tuple(Group(**group) for group in data["groups"]),
        grades=tuple(Grade(**grade) for grade in data["grades"]),
        vetoes=tuple(Veto(**veto) for veto in data["vetoes"]),
        rules=tuple(_rule(rule, defaults) for rule in data["rules"]),
        lexicons={name: tuple(terms) for name, terms in data["lexicons"].items()},
        extends=data["extends"],
    )


def _rule(data: dict[str, Any], defaults: dict[str, dict[str, Any]]) -> Rule:
    built = {
        "basis": tuple(Basis(**basis) for basis in data["basis"]),
        "params": {**defaults.get(data["check"], {}), **data["params"]},
        "applies_to": _applies_to(data["applies_to"]),
        "examples": tuple(Example(*example) for example in data.get("examples", ())),
    }
    return Rule(**{**data, **built})


def _applies_to(data: dict[str, Any]) -> AppliesTo:
    years = data.get("years")
    return AppliesTo(
        levels=tuple(data.get("levels", ())),
        subjects=tuple(data.get("subjects", ())),
        years=(years[0], years[1]) if years else None,
        strict=data.get("strict", False),
    )

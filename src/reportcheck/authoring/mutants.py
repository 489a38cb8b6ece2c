"""A rule's parameters, each broken in turn: what no example notices matters to no example.

Lists that may be left out are left out, required ones emptied; items of a list
and entries of a table are taken away; numbers are moved both ways, names and
switches to another value. What a list item cannot do without is not emptied by
itself: taking the item away is the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportcheck.checks.params import Params
from reportcheck.rule import EVERYBODY, AppliesTo, Rule
from reportcheck.rulesets.schema import LEVELS, SUBJECTS

_ALL: Mapping[str, Sequence[str]] = {"levels": LEVELS, "subjects": SUBJECTS}
_SMALL = 10
_SHARE = 0.2
_Schema = Mapping[str, Any]


class Mutant(NamedTuple):
    """A broken rule: what was done to it where, the rule (its ``applies_to`` may be broken) and its parameters."""

    path: str
    what: str
    rule: Rule
    params: Params


class Variant(NamedTuple):
    """A value in place of another."""

    path: str
    what: str
    value: Any


def mutants(rule: Rule, params: Params, schema: _Schema, shared: frozenset[str] = frozenset()) -> Iterator[Mutant]:
    """Yield a rule's mutants; ``shared`` names the parameters that come from the set's defaults."""
    for variant in variants(params, schema):
        if variant.path.partition(".")[0].partition("[")[0] not in shared:
            yield Mutant(f"params.{variant.path}", variant.what, rule, variant.value)
    for key in AppliesTo._fields:
        given = getattr(rule.applies_to, key)
        # A list of all binds everybody, as none does; lint says so.
        binds_all = key in _ALL and set(given) == set(_ALL[key])
        if given != getattr(EVERYBODY, key) and not binds_all:
            lax = rule._replace(applies_to=rule.applies_to._replace(**{key: getattr(EVERYBODY, key)}))
            yield Mutant(f"applies_to.{key}", "删去", lax, params)


def variants(value: Any, schema: _Schema, *, item: bool = False) -> Iterator[Variant]:  # noqa: ANN401 - parameters are JSON data
    """Yield all broken forms of a value; ``item`` marks one that is broken as a whole by whoever holds it."""
    if isinstance(value, Mapping):
        yield from _of_mapping(value, schema, item=item)
    elif isinstance(value, tuple):
        yield from _of_list(value, schema)
    else:
        for moved in _moved(value, schema):
            yield Variant("", f"{value}改为{moved}", moved)


def _of_mapping(value: Mapping[str, Any], schema: _Schema, *, item: bool) -> Iterator[Variant]:
    required = schema.get("required", ())
    table = "properties" not in schema or not schema["properties"]
    for key, inner in value.items():
        below = schema.get("additionalProperties") if table else schema["properties"].get(key)
        below = below if isinstance(below, Mapping) else {}
        listed = isinstance(inner, tuple | Mapping)
        if table or (listed and key not in required):
            yield Variant(key, "删去", {name: kept for name, kept in value.items() if name != key})
        elif isinstance(inner, tuple) and _is_words(inner) and not item:
            yield Variant(key, "清空", {**value, key: ()})
        for each in variants(inner, below, item=table):
            yield Variant(_joined(key, each.path), each.what, {**value, key: each.value})


def _of_list(value: tuple[Any, ...], schema: _Schema) -> Iterator[Variant]:
    items = schema.get("items", {})
    if _is_words(value) and "enum" not in items:
        return
    for index, inner in enumerate(value):
        if len(value) > schema.get("minItems", 1):
            yield Variant(f"[{index + 1}]", "删去", (*value[:index], *value[index + 1 :]))
        # Of a list of orders not each part: leaving one out is another order, not a broken one.
        if not isinstance(inner, str | tuple):
            for each in variants(inner, items, item=True):
                yield Variant(_joined(f"[{index + 1}]", each.path), each.what, (*value[:index], each.value, *value[index + 1 :]))


def _is_words(value: tuple[Any, ...]) -> bool:
    return bool(value) and isinstance(value[0], str)


def _joined(key: str, path: str) -> str:
    return f"{key}{path}" if not path or path.startswith("[") else f"{key}.{path}"


def _moved(value: Any, schema: _Schema) -> Iterator[Any]:  # noqa: ANN401 - parameters are JSON data
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        low, high = (value - 1, value + 1) if value <= _SMALL else (value // 2, value * 2)
        yield from (low, high) if low >= schema.get("minimum", 0) else (high,)
    elif isinstance(value, float):
        yield from (round(value - _SHARE, 3), round(value + _SHARE, 3))
    elif "enum" in schema:
        names = list(schema["enum"])
        yield names[(names.index(value) + 1) % len(names)]

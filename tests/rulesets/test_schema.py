from types import SimpleNamespace

import pytest
import yaml
from jsonschema import Draft202012Validator

from reportcheck.rulesets.schema import rule_schema, ruleset_schema


@pytest.fixture
def rule(folder):
    return yaml.safe_load(folder.read("outline/22.yaml"))


def refusals(schema, data) -> list[str]:
    return [error.json_path for error in Draft202012Validator(schema).iter_errors(data)]


def test_schemas_are_schemas(kinds):
    for schema in (rule_schema(kinds), ruleset_schema(kinds), ruleset_schema()):
        Draft202012Validator.check_schema(schema)


def test_each_kind_brings_its_own_parameters(kinds, rule):
    schema = rule_schema(kinds)
    rule["params"]["acts"] = ["印发"]
    assert refusals(schema, rule) == []
    assert refusals(schema, {**rule, "params": {"role": "plan"}}) == ["$.params", "$.params", "$.params"]
    assert refusals(schema, {**rule, "check": "role", "params": {"role": "plan"}}) == []


def test_definitions_of_two_kinds_do_not_meet():
    def kind(wanted):
        params = {"properties": {"x": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"type": wanted}}}
        return SimpleNamespace(PARAMS=params)

    schema = rule_schema({"one": kind("string"), "two": kind("integer")})
    assert schema["$defs"]["one.x"] == {"type": "string"}
    assert schema["$defs"]["two"] == {"properties": {"x": {"$ref": "#/$defs/two.x"}}}
    rule = {"check": "one", "params": {"x": 1}}
    assert "$.params.x" in refusals(schema, rule)
    assert "$.params.x" not in refusals(schema, {**rule, "check": "two"})


def test_a_kind_s_own_schema_is_left_alone(kinds):
    before = repr(kinds["evidence"].PARAMS)
    rule_schema(kinds)
    ruleset_schema(kinds)
    assert repr(kinds["evidence"].PARAMS) == before


def test_a_default_is_optional_whatever_the_kind_requires(kinds, folder):
    head = yaml.safe_load(folder.read("ruleset.yaml"))
    assert refusals(ruleset_schema(kinds), {**head, "defaults": {"evidence": {"topic": ["复议"]}}}) == []
    assert refusals(ruleset_schema(kinds), {**head, "defaults": {"evidence": {"topic": "复议"}}}) == [
        "$.defaults.evidence.topic"
    ]


def test_every_key_is_described_in_chinese(kinds):
    schema = rule_schema(kinds)
    for key, described in schema["properties"].items():
        assert any("\u4e00" <= letter <= "\u9fff" for letter in described.get("description", "")), key

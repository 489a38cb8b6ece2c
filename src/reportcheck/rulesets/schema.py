"""JSON Schemas of rule files and of ruleset.yaml; editors and the loader use the same ones.

Descriptions are in Chinese: editors show them while typing, the loader shows them as remedies.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from reportcheck.outcome import Status, Strength
from reportcheck.structure.roles import Role

Schema = dict[str, Any]

LEVELS = ("province", "prefecture", "county", "township")
SUBJECTS = ("government", "party_office", "department")
SEVERITIES = ("error", "warning", "info")
PARTS = (*(role.value for role in Role if role not in {Role.NOISE, Role.TITLE}), "report")

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAME = "^[a-z0-9][a-z0-9-]*$"
_NAME_HELP = "只用小写字母、数字和连字符"


class Kind(Protocol):
    """What the loader needs to know of a check kind."""

    @property
    def PARAMS(self) -> Mapping[str, Any]:  # noqa: N802 - a module's constant
        """Return the JSON Schema of the kind's parameters."""


Kinds = Mapping[str, Kind]


def rule_schema(kinds: Kinds) -> Schema:
    """Return the schema of rule files: the common keys, and for each check kind its parameters."""
    schema = _object(_RULE_KEYS, required=("title", "requirement", "basis", "severity", "check", "message", "advice"))
    schema["properties"] = {
        key: _choice(tuple(sorted(kinds)), "检查方式") if key == "check" else value for key, value in _RULE_KEYS.items()
    }
    schema["allOf"] = [_when(kind) for kind in sorted(kinds)]
    return {"$schema": _DIALECT, "title": "reportcheck 规则", **schema, "$defs": _definitions(kinds)}


def ruleset_schema(kinds: Kinds | None = None) -> Schema:
    """Return the schema of ruleset.yaml, of a set of its own or of an overlay (which has ``extends``).

    With the check kinds, defaults are described in full.
    """
    required = ("id", "title", "version", "years", "sources", "groups", "grades")
    whole = _object({**_RULESET_KEYS, "defaults": _defaults(kinds)}, required=required)
    overlay = _object(_OVERLAY_KEYS, required=("extends", "id", "title", "version"))
    definitions = {"$defs": _definitions(kinds)} if kinds is not None else {}
    choice = {"if": {"type": "object", "required": ["extends"]}, "then": overlay, "else": whole}
    return {"$schema": _DIALECT, "title": "reportcheck 规则集", **choice, **definitions}


def _when(kind: str) -> Schema:
    return {
        "if": {"properties": {"check": {"const": kind}}, "required": ["check"]},
        "then": {"properties": {"params": {"$ref": f"#/$defs/{kind}"}}},
    }


def _defaults(kinds: Kinds | None) -> Schema:
    described = {"type": "object", "description": "各检查方式的参数默认值"}
    if kinds is None:
        return {**described, "additionalProperties": {"type": "object"}}
    # Each default is optional by itself, whatever the kind requires of a whole rule.
    properties: Schema = {
        kind: {
            "type": "object",
            "additionalProperties": False,
            "properties": _rebased(kind, module).get("properties", {}),
        }
        for kind, module in sorted(kinds.items())
    }
    return {**described, "additionalProperties": False, "properties": properties}


def _definitions(kinds: Kinds) -> Schema:
    definitions: Schema = {}
    for kind, module in sorted(kinds.items()):
        params = _rebased(kind, module)
        for name, inner in params.pop("$defs", {}).items():
            definitions[f"{kind}.{name}"] = inner
        definitions[kind] = params
    return definitions


def _rebased(kind: str, module: Kind) -> Schema:
    """Return a kind's parameters with references that still hold inside the common schema."""
    rebased: Schema = _rebase(module.PARAMS, kind)
    return rebased


def _rebase(value: Any, kind: str) -> Any:  # noqa: ANN401 - a schema is JSON data
    if isinstance(value, Mapping):
        return {
            key: below.replace("#/$defs/", f"#/$defs/{kind}.") if key == "$ref" else _rebase(below, kind)
            for key, below in value.items()
        }
    if isinstance(value, list | tuple):
        return [_rebase(below, kind) for below in value]
    return value


def _object(properties: Schema, *, required: tuple[str, ...] = (), description: str = "") -> Schema:
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        schema["required"] = list(required)
    return {**schema, "description": description} if description else schema


def _text(description: str, **more: Any) -> Schema:  # noqa: ANN401 - JSON Schema keywords
    return {"type": "string", "minLength": 1, "description": description, **more}


def _choice(names: tuple[str, ...], description: str) -> Schema:
    return {"type": "string", "enum": [str(name) for name in names], "description": description}


def _list(items: Schema, description: str, **more: Any) -> Schema:  # noqa: ANN401 - JSON Schema keywords
    return {"type": "array", "items": items, "description": description, **more}


_YEARS = _list({"type": "integer", "minimum": 1949, "maximum": 2999}, "写成 [起始年, 截止年]", minItems=2, maxItems=2)

_EXAMPLE = _object(
    {
        "text": _text("例文；自己写，不用真实报告的句子"),
        "status": _choice(tuple(Status), "规则对例文应有的判定"),
        "in": _choice(PARTS, "例文所在的部分；不写就是 achievements；report 表示例文是整篇报告"),
        "quote": _text("依据原文里应当有的字句"),
        "strength": _choice(tuple(Strength), "例文应有的依据强度"),
        "level": _choice(LEVELS, "报告单位的层级；不写就是 county"),
        "subject": _choice(SUBJECTS, "报告单位的类别；不写就是 government"),
    },
    required=("text", "status"),
)

_RULE_KEYS: Schema = {
    "title": _text("规则的标题"),
    "requirement": _text("要写什么、为什么，一两句话"),
    "basis": _list(
        _object(
            {
                "source": _text("ruleset.yaml 里 sources 的键"),
                "locator": _text("出处在文件中的位置，如“第七部分（二十二）”"),
            },
            required=("source", "locator"),
        ),
        "依据，至少一项",
        minItems=1,
    ),
    "severity": _choice(SEVERITIES, "没有做到时问题的轻重"),
    "weight": {"type": "number", "minimum": 0, "description": "分值，不小于0；不写就是1"},
    "applies_to": _object(
        {
            "levels": _list(_choice(LEVELS, "报告单位的层级"), "哪些层级必须写", minItems=1, uniqueItems=True),
            "subjects": _list(_choice(SUBJECTS, "报告单位的类别"), "哪些单位必须写", minItems=1, uniqueItems=True),
            "years": _YEARS,
            "strict": {"type": "boolean", "description": "别的单位写了也不按这一条评；不写就是写了照样算"},
        },
        description="谁必须写；不写就是都要写",
    ),
    "check": {},
    "params": {"type": "object", "description": "检查方式的参数"},
    "message": _object(
        {"unmet": _text("没有做到时的问题表述"), "partial": _text("部分做到时的问题表述")},
        required=("unmet",),
        description="问题的表述，可含 {why} 这样的填空",
    ),
    "advice": _text("怎么改；给出句式，数字写成××，不编造事实"),
    "frame": _text("补写时照填的句子，不知道的写××；可含 {head}、{meeting}、{party}、{own}、{issuer}、{year}、{next}"),
    "examples": _list(_EXAMPLE, "例文及其应有的判定"),
    "replaces": {"const": True, "description": "只在覆盖规则集里写：true 表示整条替换原有的同名规则"},
}

_RULESET_KEYS: Schema = {
    "id": _text(f"规则集的名称，{_NAME_HELP}", pattern=_NAME),
    "title": _text("规则集的标题"),
    "version": _text('版本，写成文字，如 "2026.1"'),
    "years": _YEARS,
    "sources": {
        "type": "object",
        "description": "规则所依据的文件",
        "propertyNames": {"pattern": _NAME, "description": _NAME_HELP},
        "additionalProperties": _object({"title": _text("文件名称"), "number": _text("发文字号")}, required=("title",)),
    },
    "groups": _list(
        _object({"id": _text(_NAME_HELP, pattern=_NAME), "title": _text("分组的标题")}, required=("id", "title")),
        "规则的分组，也是得分的维度，按此排序",
        minItems=1,
    ),
    "grades": _list(
        _object(
            {
                "title": _text("等次名称"),
                "at_least": {"type": "number", "minimum": 0, "maximum": 100, "description": "0到100的得分率"},
            },
            required=("title", "at_least"),
        ),
        "等次，从高到低",
        minItems=1,
    ),
    "vetoes": _list(
        _object({"rule": _text("规则的编号"), "cap": _text("等次名称")}, required=("rule", "cap")),
        "规则没有做到时最高只能得的等次",
    ),
    "lexicons": {
        "type": "object",
        "description": "共用的词表；在规则里写成 <名称>",
        "propertyNames": {
            "pattern": "^[A-Za-z][A-Za-z0-9_-]*$",
            "description": "只用字母、数字、连字符和下划线，以字母开头",
        },
        "additionalProperties": _list(_text("词"), "词的列表", minItems=1, uniqueItems=True),
    },
    "defaults": {},
}

_RULE_ID = {"type": "string", "pattern": "^[a-z0-9-]+\\.[a-z0-9-]+$", "description": "规则的编号，如 outline.22"}


def _by_rule(value: Schema, description: str) -> Schema:
    named = {"propertyNames": _RULE_ID, "additionalProperties": value}
    return {"type": "object", "minProperties": 1, "description": description, **named}


_SHARPENED = _object(
    {
        **{key: _RULE_KEYS[key] for key in ("title", "requirement", "advice", "frame", "applies_to", "params")},
        "basis": {**_RULE_KEYS["basis"], "description": "加上的依据"},
        "message": {**{key: value for key, value in _RULE_KEYS["message"].items() if key != "required"}, "minProperties": 1},
        "examples": {**_RULE_KEYS["examples"], "description": "加上的例文"},
        "keep_examples": {"const": False, "description": "写 false 表示原有的例文不再适用，不保留"},
    },
    description="列表是追加，文字和数字是替换",
)

_OVERLAY_KEYS: Schema = {
    "extends": _text("所覆盖的规则集：内置规则集的名称，或从这个文件夹算起的路径，如 ../别的规则集"),
    **_RULESET_KEYS,
    "sources": {**_RULESET_KEYS["sources"], "description": "加上的依据文件"},
    "groups": {**_RULESET_KEYS["groups"], "description": "加上的分组，排在原有的后面"},
    "grades": {**_RULESET_KEYS["grades"], "description": "写了就整个替换原有的等次"},
    "vetoes": {**_RULESET_KEYS["vetoes"], "description": "写了就整个替换原有的等次限制"},
    "lexicons": {**_RULESET_KEYS["lexicons"], "description": "加上的词表；给原有的词表加词写在 add_to 里"},
    "add_to": {**_RULESET_KEYS["lexicons"], "description": "给原有的词表加词"},
    "disable": _list(_text("规则的编号，或通配如 privacy.*"), "停用的规则", minItems=1, uniqueItems=True),
    "weights": _by_rule(_RULE_KEYS["weight"], "改分值：规则的编号和新的分值"),
    "severities": _by_rule(_RULE_KEYS["severity"], "改轻重：规则的编号和新的轻重"),
    "sharpen": _by_rule(_SHARPENED, "在原有规则上加词、加例文、改要求"),
}
_OVERLAY_KEYS.pop("defaults")

"""What a schema refuses, in Chinese, with its place and what to write instead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import best_match

from reportcheck.errors import RuleSetError
from reportcheck.rulesets.nearest import suggest
from reportcheck.rulesets.strict_yaml import KeyPath, Marked

_TYPES = {
    "string": "文字",
    "number": "数字",
    "integer": "整数",
    "boolean": " true 或 false",
    "array": "列表",
    "object": "键值对",
}
_GOT: tuple[tuple[type, str], ...] = (
    (bool, "布尔值"),
    (int, "数字"),
    (float, "数字"),
    (str, "文字"),
    (list, "列表"),
    (dict, "键值对"),
)
_LIMITS = {
    "minimum": "不能小于{}",
    "maximum": "不能大于{}",
    "exclusiveMinimum": "要大于{}",
    "exclusiveMaximum": "要小于{}",
    "minItems": "至少要有{}项",
    "maxItems": "最多只能有{}项",
    "minLength": "至少要有{}个字",
    "maxLength": "最多只能有{}个字",
    "minProperties": "至少要有{}个键",
    "maxProperties": "最多只能有{}个键",
}


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One complaint of jsonschema: the keyword that refuses, what it asks for, and what it was given."""

    keyword: str
    asked: Any
    given: Any
    schema: dict[str, Any]
    path: KeyPath
    names: bool
    """The keys of a mapping are refused, not a value."""

    @property
    def description(self) -> str:
        """Return what the schema says of the thing that was refused."""
        return str(self.schema.get("description", ""))


def validate(data: Any, schema: Mapping[str, Any], source: Marked) -> None:  # noqa: ANN401 - any YAML data
    """Raise the best explanation of what the schema refuses; places are looked up in the source."""
    refusals = [_refusal(error) for error in Draft202012Validator(schema).iter_errors(data)]
    if refusals:
        raise _explain(min(refusals, key=lambda refusal: _order(refusal, source)), source)


def _refusal(error: ValidationError) -> _Refusal:
    inner = best_match([error]) or error
    return _Refusal(
        keyword=str(inner.validator),
        asked=inner.validator_value,
        given=inner.instance,
        schema=dict(inner.schema) if isinstance(inner.schema, Mapping) else {},
        path=tuple(inner.absolute_path),
        names="propertyNames" in inner.absolute_schema_path,
    )


def _order(refusal: _Refusal, source: Marked) -> tuple[bool, tuple[int, int]]:
    # A misspelt key is often also a missing one; the misspelling explains both.
    return refusal.keyword != "additionalProperties", source.mark(refusal.path)


def _explain(refusal: _Refusal, source: Marked) -> RuleSetError:
    path = refusal.path
    if refusal.names:
        name = str(refusal.given)
        return source.fault((*path, name), f"键“{name}”的写法不对", refusal.description, key=True)
    if refusal.keyword == "additionalProperties":
        return _unknown_key(refusal, source, path)
    if refusal.keyword == "required":
        missing = next(key for key in refusal.asked if key not in refusal.given)
        meaning = refusal.schema.get("properties", {}).get(missing, {}).get("description", "")
        remedy = f"补上“{missing}”：{meaning}" if meaning else f"补上“{missing}”"
        return source.fault(path, f"{_label(path)}缺少键“{missing}”", remedy, key=True)
    if refusal.keyword == "uniqueItems":
        return _repeated_item(refusal, source, path)
    what, remedy = _words(refusal, source, path)
    return source.fault(path, f"{_label(path)}{what}", remedy)


def _unknown_key(refusal: _Refusal, source: Marked, path: KeyPath) -> RuleSetError:
    known = tuple(refusal.schema.get("properties", {}))
    patterns = tuple(refusal.schema.get("patternProperties", {}))
    unknown = next(
        key for key in refusal.given if key not in known and not any(re.search(pattern, key) for pattern in patterns)
    )
    return source.fault((*path, unknown), f"不认识的键“{unknown}”", suggest(unknown, known, "可用的键"), key=True)


def _repeated_item(refusal: _Refusal, source: Marked, path: KeyPath) -> RuleSetError:
    items = refusal.given
    index = next(index for index, item in enumerate(items) if item in items[:index])
    return source.fault((*path, index), f"{_label(path)}里“{items[index]}”重复", "删去其中一个")


def _words(refusal: _Refusal, source: Marked, path: KeyPath) -> tuple[str, str]:
    kind = refusal.keyword
    if kind == "type":
        return _wrong_type(refusal, source.raw.get(path, ""))
    if kind in {"enum", "const"}:
        return _wrong_choice(refusal)
    if kind in _LIMITS:
        return _LIMITS[kind].format(refusal.asked), refusal.description
    return "的写法不对", refusal.description


def _wrong_type(refusal: _Refusal, raw: str) -> tuple[str, str]:
    wanted = refusal.asked
    names = [wanted] if isinstance(wanted, str) else wanted
    got = next(name for kind, name in _GOT if isinstance(refusal.given, kind))
    shown = f"{got}“{raw}”" if raw else got
    what = f"要写{'或'.join(_TYPES.get(name, name) for name in names)}，却写成了{shown}"
    if "string" in names and raw:
        return what, f'加上引号："{raw}"'
    if "array" in names and isinstance(refusal.given, str):
        return what, f"写成列表：[{refusal.given}]"
    if "object" in names and isinstance(refusal.given, str):
        return what, "写成“键: 值”，冒号要用英文半角并在后面留一个空格"
    return what, refusal.description


def _wrong_choice(refusal: _Refusal) -> tuple[str, str]:
    names = [str(name) for name in (refusal.asked if refusal.keyword == "enum" else [refusal.asked])]
    choices = f"可以写：{'、'.join(names)}"
    near = suggest(str(refusal.given), names, "可以写")
    return f"不能是“{refusal.given}”", choices if near == choices else f"{near}{choices}"


def _label(path: KeyPath) -> str:
    names = [part for part in path if isinstance(part, str)]
    if not path:
        return "文件"
    last = path[-1]
    position = f"第{last + 1}项" if isinstance(last, int) else ""
    return f"“{names[-1]}”{position}"

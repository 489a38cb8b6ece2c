"""One rule file: from marked YAML to the compiled form of a rule."""

from string import Formatter
from typing import Any

from reportcheck.address import Address
from reportcheck.rule import Example
from reportcheck.rulesets.head import check_years
from reportcheck.rulesets.lexicons import Lexicons
from reportcheck.rulesets.nearest import suggest
from reportcheck.rulesets.schema import Kinds, rule_schema
from reportcheck.rulesets.schema_faults import validate
from reportcheck.rulesets.strict_yaml import KeyPath, Marked


class RuleReader:
    """Reads the rule files of one rule set; ``defaults`` are its default parameters, expanded."""

    def __init__(self, head: Marked, lexicons: Lexicons, kinds: Kinds) -> None:
        self._sources: dict[str, dict[str, str]] = head.data["sources"]
        self._lexicons = lexicons
        self._schema = rule_schema(kinds)
        self._defaults = _with_years(head.data.get("defaults", {}), head.data["years"], kinds)
        self.defaults: dict[str, dict[str, Any]] = lexicons.expand(self._defaults, head, ("defaults",))

    def read(self, source: Marked) -> dict[str, Any]:
        """Check a rule file and return the rule without its id."""
        validate(self._with_defaults(source.data), self._schema, source)
        rule = source.data
        if "years" in rule.get("applies_to", {}):
            check_years(source, ("applies_to", "years"), rule["applies_to"]["years"])
        _check_slots(source)
        return {
            "title": rule["title"],
            "requirement": rule["requirement"],
            "basis": self._basis(source),
            "severity": rule["severity"],
            "weight": float(rule.get("weight", 1)),
            "check": rule["check"],
            "params": self._lexicons.expand(rule.get("params", {}), source, ("params",)),
            "message": rule["message"],
            "advice": rule["advice"],
            "frame": rule.get("frame", ""),
            "applies_to": rule.get("applies_to", {}),
            "examples": [_example(example) for example in rule.get("examples", ())],
        }

    def _with_defaults(self, rule: Any) -> Any:  # noqa: ANN401 - not validated yet
        if not isinstance(rule, dict) or not isinstance(rule.get("params", {}), dict):
            return rule
        defaults = self._defaults.get(str(rule.get("check")), {})
        return {**rule, "params": {**defaults, **rule.get("params", {})}}

    def _basis(self, source: Marked) -> list[dict[str, str]]:
        basis: list[dict[str, str]] = []
        for index, item in enumerate(source.data["basis"]):
            known = self._sources.get(item["source"])
            if known is None:
                what = f"依据“{item['source']}”没有在 ruleset.yaml 的 sources 里声明"
                raise source.fault(
                    ("basis", index, "source"), what, suggest(item["source"], self._sources, "已有的依据")
                )
            basis.append({"source": item["source"], "title": known["title"], "locator": item["locator"]})
        return basis


def _with_years(defaults: dict[str, dict[str, Any]], years: list[int], kinds: Kinds) -> dict[str, dict[str, Any]]:
    """Give each kind that asks for ``years`` the set's own: they are written once, in its head."""
    asking = [name for name, kind in kinds.items() if "years" in kind.PARAMS.get("properties", {})]
    return {**defaults, **{name: {"years": years, **defaults.get(name, {})} for name in asking}}


def _example(example: dict[str, str]) -> list[str]:
    renamed = {"part" if key == "in" else key: value for key, value in example.items()}
    return list(Example(**renamed))


def _check_slots(source: Marked) -> None:
    rule = source.data
    _check_text_slots(source, ("advice",), rule["advice"])
    _check_frame(source, rule.get("frame", ""))
    for status, text in rule["message"].items():
        _check_text_slots(source, ("message", status), text)


def _check_frame(source: Marked, frame: str) -> None:
    _check_text_slots(source, ("frame",), frame)
    for _, name, _, _ in Formatter().parse(frame):
        if name is not None and name not in Address._fields:
            raise source.fault(("frame",), f"“frame”里没有“{{{name}}}”这样的填空", suggest(name, Address._fields, "可用的填空"))


def _check_text_slots(source: Marked, path: KeyPath, text: str) -> None:
    try:
        slots = list(Formatter().parse(text))
    except ValueError as error:
        raise source.fault(path, f"“{path[-1]}”里的花括号不成对", "填空写成 {名称}；要写花括号本身就写两个") from error
    for _, name, spec, conversion in slots:
        if name is not None and (not (name.isascii() and name.isidentifier()) or spec or conversion):
            raise source.fault(
                path, f"“{path[-1]}”里的填空“{{{name}}}”写法不对", "填空写成 {why} 这样，括号里只写英文名称"
            )

"""An overlay laid over the set that it extends: a province's or a city's own requirements on top of the national ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from reportcheck.errors import RuleSetError
from reportcheck.rulesets.grafts import Graft
from reportcheck.rulesets.nearest import suggest
from reportcheck.rulesets.strict_yaml import KeyPath, Marked

_REPLACED = ("id", "title", "version", "years", "grades", "vetoes")
_ADDED = ("sources", "lexicons")
_NAMES = {"sources": "依据", "lexicons": "词表"}
_OF_RULES = {"weights": "weight", "severities": "severity"}


ParsedRules = Mapping[str, Marked | RuleSetError]


@dataclass(frozen=True)
class Parsed:
    """A rule set as written: ruleset.yaml, and by id (or path, where it has none) its rules or what is wrong with them."""

    head: Marked
    rules: ParsedRules


def check_extends(head: Marked) -> None:
    """Raise where a set that overlays nothing has keys of an overlay: ``extends`` was probably forgotten."""
    if isinstance(head.data, dict) and "extends" not in head.data:
        for key in ("add_to", "disable", *_OF_RULES, "sharpen"):
            if key in head.data:
                raise head.fault((key,), f"“{key}”只在覆盖规则集里用", "在文件开头写 extends: 和所覆盖的规则集，如 extends: national-2021-2025", key=True)


def laid_over(base: Parsed, own: Parsed) -> Parsed:
    """Return the set that an overlay makes of its base; raises where the overlay's head does not fit it."""
    disabled = _disabled(own.head, base.rules)
    kept = {rule_id: rule for rule_id, rule in base.rules.items() if rule_id not in disabled}
    replaced = [rule_id for rule_id, rule in own.rules.items() if rule_id in kept and isinstance(rule, Marked)]
    _check_names(own.head, kept, disabled, replaced)
    head = _head(base.head, own.head, disabled)
    changed = {rule_id: _changed(rule_id, rule, own.head, head) for rule_id, rule in kept.items()}
    return Parsed(head, {**changed, **fitting(own.rules, kept)})


def _disabled(head: Marked, rules: Iterable[str]) -> frozenset[str]:
    known = tuple(rules)
    found: set[str] = set()
    for index, pattern in enumerate(head.data.get("disable", ())):
        matched = [rule_id for rule_id in known if fnmatchcase(rule_id, pattern)]
        if not matched:
            raise head.fault(("disable", index), f"没有编号匹配“{pattern}”的规则", suggest(pattern, known, "已有的规则"))
        found.update(matched)
    return frozenset(found)


def _check_names(head: Marked, kept: Iterable[str], disabled: frozenset[str], replaced: list[str]) -> None:
    known = tuple(kept)
    for key in (*_OF_RULES, "sharpen"):
        for rule_id in head.data.get(key, ()):
            path = (key, rule_id)
            if rule_id in disabled:
                raise head.fault(path, f"规则“{rule_id}”已经停用", "从 disable 里去掉，或删去这一项", key=True)
            if rule_id in replaced:
                raise head.fault(path, f"规则“{rule_id}”已经整条替换", "要改的写进替换它的规则文件", key=True)
            if rule_id not in known:
                raise head.fault(path, f"没有编号为“{rule_id}”的规则", suggest(rule_id, known, "已有的规则"), key=True)


def _head(base: Marked, own: Marked, disabled: frozenset[str]) -> Marked:
    made = Graft(base)
    for key in _REPLACED:
        if key in own.data:
            made.put((key,), own, (key,))
    for key in _ADDED:
        known = made.has_mapping(key)
        for name in own.data.get(key, ()):
            if name in known:
                remedy = "加词写在 add_to 里" if key == "lexicons" else "换一个名称"
                raise own.fault((key, name), f"{_NAMES[key]}“{name}”在原有的规则集里已有", remedy, key=True)
            made.put((key, name), own, (key, name))
    for group in made.has_list("groups"):
        if "order" in group:
            group["order"] = [name for name in group["order"] if f"{group['id']}.{name}" not in disabled]
    if "groups" in own.data:
        made.append(("groups",), own, ("groups",))
    _add_terms(made, base, own)
    if "vetoes" not in own.data:
        _inherit_vetoes(made, base, own, disabled)
    return made.done()


def _add_terms(made: Graft, base: Marked, own: Marked) -> None:
    known = base.data.get("lexicons", {})
    for name in own.data.get("add_to", ()):
        if name not in known:
            raise own.fault(("add_to", name), f"没有名为“{name}”的词表", suggest(name, known, "已有的词表"), key=True)
        made.append(("lexicons", name), own, ("add_to", name))


def _inherit_vetoes(made: Graft, base: Marked, own: Marked, disabled: frozenset[str]) -> None:
    """Take over the base's vetoes but those of rules that are no longer there."""
    titles = [grade["title"] for grade in made.done().data["grades"]]
    made.drop("vetoes")
    for index, veto in enumerate(base.data.get("vetoes", ())):
        if veto["cap"] not in titles:
            what = f"换了等次，原有的等次限制“{veto['rule']}：{veto['cap']}”就没有着落"
            raise own.fault(("grades",), what, "把 vetoes 也写上", key=True)
        if veto["rule"] not in disabled:
            made.put(("vetoes", len(made.has_list("vetoes"))), base, ("vetoes", index))


def _changed(rule_id: str, rule: Marked | RuleSetError, own: Marked, head: Marked) -> Marked | RuleSetError:
    """Return a rule of the base with what the overlay's head changes in it."""
    mentioned = any(rule_id in own.data.get(key, ()) for key in (*_OF_RULES, "sharpen"))
    if not mentioned or not isinstance(rule, Marked) or not isinstance(rule.data, dict):
        return rule
    made = Graft(rule)
    for key, target in _OF_RULES.items():
        if rule_id in own.data.get(key, ()):
            made.put((target,), own, (key, rule_id))
    _sharpen(made, rule, own, head, ("sharpen", rule_id))
    return made.done()


def _sharpen(made: Graft, rule: Marked, own: Marked, head: Marked, at: KeyPath) -> None:
    sharpened = own.data.get("sharpen", {}).get(at[-1], {})
    if "keep_examples" in sharpened:
        made.drop("examples")
    defaults = head.data.get("defaults", {}).get(rule.data.get("check"), {})
    for key in sharpened.get("params", ()):
        # A list is added to what the rule has now, be it its own or the set's default.
        if key in defaults and key not in made.has_mapping("params"):
            made.put(("params", key), head, ("defaults", rule.data["check"], key))
    for key in sharpened:
        if key == "applies_to":
            made.put((key,), own, (*at, key))
        elif key != "keep_examples":
            made.merge((key,), own, (*at, key))


def fitting(own: ParsedRules, kept: ParsedRules) -> ParsedRules:
    """Return a set's own rule files, those that replace or repeat a rule of ``kept`` by mistake with the fault instead."""
    return {rule_id: _own_rule(rule_id, rule, kept) for rule_id, rule in own.items()}


def _own_rule(rule_id: str, rule: Marked | RuleSetError, kept: ParsedRules) -> Marked | RuleSetError:
    if not isinstance(rule, Marked) or not isinstance(rule.data, dict):
        return rule
    if "replaces" in rule.data and not kept:
        return rule.fault(("replaces",), "这里没有可以替换的规则", "只有覆盖规则集（写了 extends 的）才写 replaces", key=True)
    if rule_id in kept and "replaces" not in rule.data:
        return rule.fault((), f"规则“{rule_id}”在原有的规则集里已有", "要整条替换就写上 replaces: true；只改几处就写在 ruleset.yaml 的 sharpen 里")
    if "replaces" in rule.data and rule_id not in kept:
        return rule.fault(("replaces",), f"没有编号为“{rule_id}”的规则可以替换", suggest(rule_id, kept, "已有的规则"), key=True)
    return rule

"""From the files of a rule set to its compiled form: plain data, everything checked and expanded."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reportcheck.errors import RuleSetError
from reportcheck.rulesets.builtin import HEAD
from reportcheck.rulesets.files import RuleSetFiles
from reportcheck.rulesets.head import check_head, check_orders, check_vetoes
from reportcheck.rulesets.lexicons import Lexicons
from reportcheck.rulesets.overlay import Parsed, check_extends, fitting, laid_over
from reportcheck.rulesets.placement import check_placement
from reportcheck.rulesets.rule_file import RuleReader
from reportcheck.rulesets.schema import Kinds, ruleset_schema
from reportcheck.rulesets.schema_faults import validate
from reportcheck.rulesets.strict_yaml import Marked, read_yaml

Compiled = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rule files: those that could be read, and what is wrong with the others."""

    compiled: tuple[Compiled, ...]
    defaults: Compiled
    faults: tuple[RuleSetError, ...]


def compile_files(files: RuleSetFiles, kinds: Kinds) -> Compiled:
    """Return the compiled form, or raise the first fault."""
    parsed, lexicons = _parsed(files, kinds)
    rules = _rules(parsed, lexicons, kinds)
    if rules.faults:
        raise rules.faults[0]
    _check_names(parsed.head, rules)
    return _compiled(parsed.head.data, files.extends, lexicons, rules)


def find_faults(files: RuleSetFiles, kinds: Kinds) -> tuple[RuleSetError, ...]:
    """Return one fault for each broken file."""
    try:
        parsed, lexicons = _parsed(files, kinds)
        rules = _rules(parsed, lexicons, kinds)
        if not rules.faults:
            _check_names(parsed.head, rules)
    except RuleSetError as error:
        return (error,)
    return rules.faults


def _parsed(files: RuleSetFiles, kinds: Kinds) -> tuple[Parsed, Lexicons]:
    """Read a rule set and lay it over its base, if it has one; what is wrong with its head is raised."""
    head = _head(files, kinds)
    if files.base is None:
        parsed = Parsed(head, fitting(_placed(files, head.data["groups"]), {}))
    else:
        base = _parsed(files.base, kinds)[0]
        parsed = laid_over(base, Parsed(head, _placed(files, [*base.head.data["groups"], *head.data.get("groups", ())])))
        validate(parsed.head.data, ruleset_schema(kinds), parsed.head)
    check_head(parsed.head)
    lexicons = Lexicons(parsed.head)
    lexicons.all()
    return parsed, lexicons


def _head(files: RuleSetFiles, kinds: Kinds) -> Marked:
    content = next((file.content for file in files.files if file.path == HEAD), None)
    if content is None:
        raise RuleSetError(f"文件夹里没有 {HEAD}", where=files.shown(""))
    head = read_yaml(content, files.shown(HEAD))
    check_extends(head)
    validate(head.data, ruleset_schema(kinds), head)
    if head.data.get("extends", "") != files.extends:
        raise head.fault(("extends",), "“extends”没有按规定的样子写", "顶格单独写一行，如 extends: national-2021-2025", key=True)
    return head


def _placed(files: RuleSetFiles, groups: list[dict[str, str]]) -> dict[str, Marked | RuleSetError]:
    known = [group["id"] for group in groups]
    placed: dict[str, Marked | RuleSetError] = {}
    for file in files.files:
        if file.path == HEAD:
            continue
        shown = files.shown(file.path)
        try:
            rule_id = check_placement(file.path, shown, known)
            placed[rule_id] = read_yaml(file.content, shown)
        except RuleSetError as error:
            placed[file.path] = error
    return placed


def _rules(parsed: Parsed, lexicons: Lexicons, kinds: Kinds) -> _Rules:
    reader = RuleReader(parsed.head, lexicons, kinds)
    compiled: list[Compiled] = []
    faults: list[RuleSetError] = []
    for rule_id, rule in parsed.rules.items():
        try:
            compiled.append(_rule(rule_id, rule, reader))
        except RuleSetError as error:
            faults.append(error)
    compiled.sort(key=_place(parsed.head))
    return _Rules(tuple(compiled), reader.defaults, tuple(faults))


def _place(head: Marked) -> Callable[[Compiled], tuple[int, int, str]]:
    """Return the key by which rules stand: groups as listed, in each the rules that it lists, then the others by id."""
    groups = [group["id"] for group in head.data["groups"]]
    listed = [f"{group['id']}.{name}" for group in head.data["groups"] for name in group.get("order", ())]
    ranks = {rule_id: rank for rank, rule_id in enumerate(listed)}
    return lambda rule: (groups.index(rule["id"].partition(".")[0]), ranks.get(rule["id"], len(ranks)), rule["id"])


def _check_names(head: Marked, rules: _Rules) -> None:
    """Raise where the head names a rule that is not there."""
    known = tuple(rule["id"] for rule in rules.compiled)
    check_vetoes(head, known)
    check_orders(head, known)


def _rule(rule_id: str, rule: Marked | RuleSetError, reader: RuleReader) -> Compiled:
    if isinstance(rule, RuleSetError):
        raise rule
    return {"id": rule_id, **reader.read(rule)}


def _compiled(head: dict[str, Any], extends: str, lexicons: Lexicons, rules: _Rules) -> Compiled:
    return {
        "id": head["id"],
        "title": head["title"],
        "version": head["version"],
        "years": head["years"],
        "sources": [{"id": source_id, **source} for source_id, source in head["sources"].items()],
        "groups": [{"id": group["id"], "title": group["title"]} for group in head["groups"]],
        "grades": [{**grade, "at_least": float(grade["at_least"])} for grade in head["grades"]],
        "vetoes": head.get("vetoes", []),
        "defaults": rules.defaults,
        "rules": list(rules.compiled),
        "lexicons": lexicons.all(),
        "extends": extends,
    }

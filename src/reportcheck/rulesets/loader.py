"""From the files of a rule set to its compiled form: plain data, everything checked and expanded."""

from dataclasses import dataclass
from typing import Any

from reportcheck.errors import RuleSetError
from reportcheck.rulesets.builtin import HEAD
from reportcheck.rulesets.files import RuleSetFiles, SourceFile
from reportcheck.rulesets.head import check_head, check_vetoes
from reportcheck.rulesets.lexicons import Lexicons
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
    head, lexicons = _head(files, kinds)
    rules = _rules(files, head, lexicons, kinds)
    if rules.faults:
        raise rules.faults[0]
    check_vetoes(head, (rule["id"] for rule in rules.compiled))
    return _compiled(head.data, lexicons, rules)


def find_faults(files: RuleSetFiles, kinds: Kinds) -> tuple[RuleSetError, ...]:
    """Return one fault for each broken file."""
    try:
        head, lexicons = _head(files, kinds)
        rules = _rules(files, head, lexicons, kinds)
        if not rules.faults:
            check_vetoes(head, (rule["id"] for rule in rules.compiled))
    except RuleSetError as error:
        return (error,)
    return rules.faults


def _head(files: RuleSetFiles, kinds: Kinds) -> tuple[Marked, Lexicons]:
    content = next((file.content for file in files.files if file.path == HEAD), None)
    if content is None:
        raise RuleSetError(f"文件夹里没有 {HEAD}", where=files.folder.as_posix())
    head = read_yaml(content, files.shown(HEAD))
    validate(head.data, ruleset_schema(kinds), head)
    check_head(head)
    lexicons = Lexicons(head)
    lexicons.all()
    return head, lexicons


def _rules(files: RuleSetFiles, head: Marked, lexicons: Lexicons, kinds: Kinds) -> _Rules:
    groups = [group["id"] for group in head.data["groups"]]
    reader = RuleReader(head, lexicons, kinds)
    compiled: list[Compiled] = []
    faults: list[RuleSetError] = []
    for file in files.files:
        if file.path == HEAD:
            continue
        try:
            compiled.append(_rule(file, files.shown(file.path), groups, reader))
        except RuleSetError as error:
            faults.append(error)
    compiled.sort(key=lambda rule: (groups.index(rule["id"].partition(".")[0]), rule["id"]))
    return _Rules(tuple(compiled), reader.defaults, tuple(faults))


def _rule(file: SourceFile, shown: str, groups: list[str], reader: RuleReader) -> Compiled:
    rule_id = check_placement(file.path, shown, groups)
    return {"id": rule_id, **reader.read(read_yaml(file.content, shown))}


def _compiled(head: dict[str, Any], lexicons: Lexicons, rules: _Rules) -> Compiled:
    return {
        "id": head["id"],
        "title": head["title"],
        "version": head["version"],
        "years": head["years"],
        "sources": [{"id": source_id, **source} for source_id, source in head["sources"].items()],
        "groups": head["groups"],
        "grades": [{**grade, "at_least": float(grade["at_least"])} for grade in head["grades"]],
        "vetoes": head.get("vetoes", []),
        "defaults": rules.defaults,
        "rules": list(rules.compiled),
        "lexicons": lexicons.all(),
    }

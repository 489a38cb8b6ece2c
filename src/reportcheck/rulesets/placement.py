"""A rule's id is its place, so a file out of place is a fault."""

import re
from pathlib import PurePosixPath

from reportcheck.errors import RuleSetError
from reportcheck.rulesets.nearest import suggest

_STEM = re.compile(r"[a-z0-9][a-z0-9-]*")
_DEPTH = 2


def check_placement(path: str, shown: str, groups: list[str]) -> str:
    """Return the id of the rule at this place in the rule set."""
    place = PurePosixPath(path)
    if place.suffix != ".yaml":
        raise RuleSetError(f"规则文件的扩展名是“{place.suffix}”", where=shown, remedy="改成 .yaml")
    if len(place.parts) != _DEPTH:
        raise RuleSetError(
            "规则文件的位置不对", where=shown, remedy="放在“分组/名称.yaml”，分组是 ruleset.yaml 里 groups 的 id"
        )
    group = place.parts[0]
    if group not in groups:
        raise RuleSetError(
            f"分组“{group}”没有在 ruleset.yaml 里声明", where=shown, remedy=suggest(group, groups, "已有的分组")
        )
    if not _STEM.fullmatch(place.stem):
        raise RuleSetError(f"规则文件的名称“{place.stem}”不能用", where=shown, remedy="只用小写字母、数字和连字符")
    return f"{group}.{place.stem}"

"""What ruleset.yaml must satisfy beyond its schema."""

from collections.abc import Iterable
from itertools import pairwise

from reportcheck.rulesets.nearest import suggest
from reportcheck.rulesets.strict_yaml import KeyPath, Marked


def check_head(head: Marked) -> None:
    """Raise where a ruleset.yaml contradicts itself."""
    check_years(head, ("years",), head.data["years"])
    _check_unique(head, "groups", "id")
    _check_unique(head, "grades", "title")
    _check_grades(head)
    _check_caps(head)


def check_years(source: Marked, path: KeyPath, years: list[int]) -> None:
    """Raise where a range of years runs backwards."""
    if years[0] > years[1]:
        raise source.fault(path, "起始年晚于截止年", f"写成 [{years[1]}, {years[0]}]")


def check_vetoes(head: Marked, rule_ids: Iterable[str]) -> None:
    """Raise where a veto names a rule that is not there."""
    known = tuple(rule_ids)
    for index, veto in enumerate(head.data.get("vetoes", ())):
        if veto["rule"] not in known:
            path = ("vetoes", index, "rule")
            raise head.fault(path, f"没有编号为“{veto['rule']}”的规则", suggest(veto["rule"], known, "已有的规则"))


def check_orders(head: Marked, rule_ids: Iterable[str]) -> None:
    """Raise where a group orders a rule that it does not have."""
    known = tuple(rule_ids)
    for index, group in enumerate(head.data["groups"]):
        names = [rule_id.partition(".")[2] for rule_id in known if rule_id.partition(".")[0] == group["id"]]
        for place, name in enumerate(group.get("order", ())):
            if name not in names:
                path = ("groups", index, "order", place)
                raise head.fault(path, f"分组“{group['id']}”里没有规则“{name}”", suggest(name, names, "这一组的规则"))


def _check_unique(head: Marked, key: str, name: str) -> None:
    seen: list[str] = []
    for index, item in enumerate(head.data[key]):
        if item[name] in seen:
            raise head.fault((key, index, name), f"“{item[name]}”重复", "换一个名称，或删去其中一个")
        seen.append(item[name])


def _check_grades(head: Marked) -> None:
    limits = [grade["at_least"] for grade in head.data["grades"]]
    for index, (above, below) in enumerate(pairwise(limits), start=1):
        if above <= below:
            raise head.fault(
                ("grades", index, "at_least"),
                f"等次没有从高到低排列：{below}不低于上一等的{above}",
                "按 at_least 从高到低排列",
            )
    if limits[-1] != 0:
        raise head.fault(
            ("grades", len(limits) - 1, "at_least"),
            "最后一等的 at_least 不是0",
            "最后一等写 at_least: 0，使每个得分都有等次",
        )


def _check_caps(head: Marked) -> None:
    titles = [grade["title"] for grade in head.data["grades"]]
    for index, veto in enumerate(head.data.get("vetoes", ())):
        if veto["cap"] not in titles:
            raise head.fault(
                ("vetoes", index, "cap"), f"没有名为“{veto['cap']}”的等次", suggest(veto["cap"], titles, "已有的等次")
            )

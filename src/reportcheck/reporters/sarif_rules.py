"""Rules and their legal basis as SARIF describes them: a source is a taxonomy, a place in it a taxon."""

from collections.abc import Iterable
from typing import Any

from reportcheck.reporters.wording import NOTICES, basis_words
from reportcheck.rule import Basis, Rule, RuleSet
from reportcheck.verdict import Notice

Fields = dict[str, Any]
LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def rules(ruleset: RuleSet) -> list[Fields]:
    """Describe every rule of a set, in its order."""
    places = {taxonomy["name"]: (order, taxonomy) for order, taxonomy in enumerate(taxonomies(ruleset))}
    return [_rule(rule, places) for rule in ruleset.rules]


def notice_rules(notices: Iterable[Notice]) -> list[Fields]:
    """Describe what is noticed about waivers and baselines."""
    found = {notice.rule: notice for notice in notices}
    return [
        {
            "id": rule,
            "shortDescription": {"text": NOTICES[rule]},
            "help": {"text": notice.advice},
            "defaultConfiguration": {"level": LEVELS[notice.severity]},
            "properties": {"tags": ["config"]},
        }
        for rule, notice in sorted(found.items())
    ]


def taxonomies(ruleset: RuleSet) -> list[Fields]:
    """Return the legal sources that rules rest on, each with the places that are cited."""
    cited: dict[str, dict[str, str]] = {}
    for rule in ruleset.rules:
        for basis in rule.basis:
            cited.setdefault(basis.source, {})[_taxon(basis)] = basis.title
    numbers = {source.id: source.number for source in ruleset.sources}
    return [_taxonomy(source, taxa, numbers.get(source, "")) for source, taxa in sorted(cited.items())]


def _taxonomy(source: str, taxa: dict[str, str], number: str) -> Fields:
    title = next(iter(taxa.values()))
    fields: Fields = {"name": source, "shortDescription": {"text": title}, "isComprehensive": False}
    if number:
        fields["fullDescription"] = {"text": f"{title}（{number}）"}
    return fields | {"taxa": [{"id": taxon} for taxon in sorted(taxa)]}


def _taxon(basis: Basis) -> str:
    return basis.locator or basis.title


def _rule(rule: Rule, places: dict[str, tuple[int, Fields]]) -> Fields:
    bases = [basis_words(basis) for basis in rule.basis]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.requirement},
        "help": {"text": _help(rule, bases), "markdown": _help_markdown(rule, bases)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "relationships": [_relationship(basis, *places[basis.source]) for basis in rule.basis],
        "properties": {"tags": [rule.group], "weight": rule.weight},
    }


def _relationship(basis: Basis, order: int, taxonomy: Fields) -> Fields:
    taxon = _taxon(basis)
    index = next(index for index, each in enumerate(taxonomy["taxa"]) if each["id"] == taxon)
    return {"target": {"id": taxon, "index": index, "toolComponent": {"name": basis.source, "index": order}}, "kinds": ["relevant"]}


def _help(rule: Rule, bases: list[str]) -> str:
    return f"{rule.requirement}\n依据：{'；'.join(bases)}\n怎么改：{rule.advice}"


def _help_markdown(rule: Rule, bases: list[str]) -> str:
    listed = "\n".join(f"- {basis}" for basis in bases)
    return f"{rule.requirement}\n\n**依据**\n\n{listed}\n\n**怎么改**\n\n{rule.advice}\n"

"""The mutation score of a rule set: how much of what is broken on purpose its examples notice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reportcheck.authoring.examples import ExampleRunner, Prepared, fault_of
from reportcheck.authoring.mutants import Mutant, mutants
from reportcheck.checks import CHECKS
from reportcheck.rule import Rule, RuleSet

DEFAULTS = "defaults"


@dataclass(frozen=True)
class Tally:
    """What became of one rule's mutants; ``survivors`` name those that nothing noticed."""

    rule: str
    killed: int
    survivors: tuple[str, ...]

    @property
    def total(self) -> int:
        """Return the number of mutants."""
        return self.killed + len(self.survivors)


class ExampleMutation:
    """Breaks rules and runs their examples; each example is read once."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._runner = ExampleRunner(ruleset)
        self._prepared: dict[str, list[Prepared]] = {}

    @cached_property
    def _params(self) -> Mapping[str, Mapping[str, Any]]:
        bench = self._runner.bench()
        return {rule.id: bench.params(rule) for rule in self.ruleset.rules}

    @cached_property
    def shared(self) -> Mapping[str, frozenset[str]]:
        """Return, by check kind, the parameters for which several rules have the very same list: the set's defaults."""
        holders: dict[tuple[str, str, int], int] = {}
        for rule in self.ruleset.rules:
            for key, value in self._params[rule.id].items():
                holders[rule.check, key, id(value)] = holders.get((rule.check, key, id(value)), 0) + isinstance(value, tuple)
        kinds = {kind for kind, _, _ in holders}
        return {kind: frozenset(key for k, key, i in holders if k == kind and holders[k, key, i] > 1) for kind in kinds}

    def rule(self, rule: Rule) -> Tally:
        """Break one rule in every way."""
        shared = self.shared.get(rule.check, frozenset())
        own = frozenset(key for key in shared if self._is_shared(rule, key))
        made = list(mutants(rule, self._params[rule.id], CHECKS[rule.check].PARAMS, own))
        return _tally(rule.id, made, [self._noticed(mutant) for mutant in made])

    def defaults(self) -> Tally:
        """Leave out each parameter that rules take from the defaults, for all of them at once."""
        pairs = sorted((kind, key) for kind, keys in self.shared.items() for key in keys)
        noticed = [any(self._noticed(mutant) for mutant in self._without(kind, key)) for kind, key in pairs]
        names = [f"{DEFAULTS}.{kind}.{key} 清空" for kind, key in pairs]
        return Tally(DEFAULTS, sum(noticed), tuple(name for name, each in zip(names, noticed, strict=True) if not each))

    def _is_shared(self, rule: Rule, key: str) -> bool:
        value = self._params[rule.id].get(key)
        others = (self._params[each.id].get(key) for each in self.ruleset.rules if each is not rule and each.check == rule.check)
        return any(value is other for other in others)

    def _without(self, kind: str, key: str) -> Iterator[Mutant]:
        for rule in self.ruleset.rules:
            if rule.check == kind and self._is_shared(rule, key):
                yield Mutant(key, "清空", rule, {**self._params[rule.id], key: ()})

    def _noticed(self, mutant: Mutant) -> bool:
        for prepared in self._examples(mutant.rule):
            outcome = prepared.bench.judge_with(prepared.reading, mutant.rule, mutant.params).outcome
            if fault_of(prepared, outcome):
                return True
        return False

    def _examples(self, rule: Rule) -> list[Prepared]:
        if rule.id not in self._prepared:
            self._prepared[rule.id] = [self._runner.prepare(example) for example in rule.examples]
        return self._prepared[rule.id]


def _tally(name: str, made: Sequence[Mutant], noticed: Sequence[bool]) -> Tally:
    survivors = tuple(f"{mutant.path} {mutant.what}" for mutant, each in zip(made, noticed, strict=True) if not each)
    return Tally(name, len(made) - len(survivors), survivors)


def without_failing(ruleset: RuleSet) -> RuleSet:
    """Leave out the examples that fail as they stand: they would notice anything."""
    runner = ExampleRunner(ruleset)
    kept = tuple(
        rule._replace(examples=tuple(example for example in rule.examples if not runner.fault(rule, example))) for rule in ruleset.rules
    )
    return ruleset._replace(rules=kept)

"""The mutation score of a rule set, by its examples and by a good report, in one process or several."""

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from reportcheck.authoring.mutation import ExampleMutation, Tally, without_failing
from reportcheck.authoring.sample import SampleMutation
from reportcheck.document import Document
from reportcheck.rule import RuleSet

_CHUNK = 4


@dataclass(frozen=True)
class MutationScore:
    """Tallies by rule, in the set's order; the defaults last, where they were tried."""

    tallies: tuple[Tally, ...]

    @property
    def killed(self) -> int:
        """Return how many mutants were noticed."""
        return sum(tally.killed for tally in self.tallies)

    @property
    def total(self) -> int:
        """Return how many mutants there were."""
        return sum(tally.total for tally in self.tallies)

    @property
    def percent(self) -> float:
        """Return the share that was noticed; 100 where there was nothing to break."""
        return 100 * self.killed / self.total if self.total else 100.0


class _Bench:
    """All that one process needs."""

    def __init__(self, ruleset: RuleSet, samples: Sequence[Document]) -> None:
        sound = without_failing(ruleset)
        self._examples = ExampleMutation(sound)
        self._samples = [SampleMutation(ruleset, sample) for sample in samples]

    def tally(self, rule_id: str) -> Tally:
        if not rule_id:
            return self._examples.defaults()
        rule = self._examples.ruleset.rule(rule_id)
        assert rule is not None  # noqa: S101 - the ids are the set's own
        own = [self._examples.rule(rule), *(sample.rule(rule) for sample in self._samples)]
        return Tally(rule_id, sum(each.killed for each in own), tuple(name for each in own for name in each.survivors))


def mutation_score(ruleset: RuleSet, samples: Sequence[Document], rule_ids: Sequence[str] = (), jobs: int | None = None) -> MutationScore:
    """Break the rules of these ids; without any all of them, and the set's defaults."""
    # The empty id stands for the defaults.
    wanted = list(rule_ids) or [*(rule.id for rule in ruleset.rules), ""]
    workers = min(jobs or os.cpu_count() or 1, len(wanted))
    if workers == 1:
        bench = _Bench(ruleset, samples)
        return MutationScore(tuple(bench.tally(each) for each in wanted))
    with ProcessPoolExecutor(workers, initializer=_start, initargs=(ruleset, samples)) as pool:
        return MutationScore(tuple(pool.map(_in_worker, wanted, chunksize=_CHUNK)))


_worker: _Bench | None = None


def _start(ruleset: RuleSet, samples: Sequence[Document]) -> None:
    global _worker  # noqa: PLW0603 - a worker process makes its bench once
    _worker = _Bench(ruleset, samples)


def _in_worker(rule_id: str) -> Tally:
    assert _worker is not None  # noqa: S101 - the pool's initializer ran
    return _worker.tally(rule_id)

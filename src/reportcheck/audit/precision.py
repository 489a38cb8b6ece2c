"""How often a rule's findings hold up: what reviewers accepted and rejected, with the interval that the numbers allow."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from math import sqrt
from typing import NamedTuple

from reportcheck.audit.store import Store

ACCEPT, REJECT = "accept", "reject"
_Z = 1.959964
"""Of the normal distribution, for 95 %."""
_PRIOR = 4
"""Reviews that a rule is credited with before the first: one rejection must not silence it."""


class Precision(NamedTuple):
    """One rule's findings in the store, and what came of those reviewed."""

    rule: str
    title: str
    found: int
    accepted: int
    rejected: int
    split: int
    """Findings on which reviewers disagree; in neither count."""

    @property
    def reviewed(self) -> int:
        """Return how many findings count."""
        return self.accepted + self.rejected

    @property
    def share(self) -> float | None:
        """Return the measured precision; None where nothing was reviewed."""
        return self.accepted / self.reviewed if self.reviewed else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return Wilson's 95 % interval; None where nothing was reviewed."""
        return wilson(self.accepted, self.reviewed) if self.reviewed else None


def precisions(store: Store) -> list[Precision]:
    """Return what is measured of every rule that was reviewed; findings that are no longer made do not count."""
    verdicts: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    query = """
        SELECT path, rule, fingerprint, verdict FROM review v
        WHERE EXISTS (SELECT 1 FROM finding f WHERE f.path = v.path AND f.rule = v.rule AND f.fingerprint = v.fingerprint)
    """
    for path, rule, fingerprint, verdict in store.rows(query):
        verdicts[rule, path, fingerprint].add(verdict)
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (rule, *_), each in verdicts.items():
        told[rule]["split" if len(each) > 1 else next(iter(each))] += 1
    titles = dict(store.rows("SELECT id, max(title) FROM rule GROUP BY id"))
    found = dict(store.rows("SELECT rule, count(*) FROM finding WHERE suppression IS NULL GROUP BY rule"))
    return [
        Precision(rule, titles.get(rule, rule), found.get(rule, 0), counts[ACCEPT], counts[REJECT], counts["split"])
        for rule, counts in sorted(told.items())
    ]


def outdated(store: Store) -> int:
    """Return how many reviews are of findings that the reports no longer have."""
    query = """
        SELECT count(*) FROM review v
        WHERE NOT EXISTS (SELECT 1 FROM finding f WHERE f.path = v.path AND f.rule = v.rule AND f.fingerprint = v.fingerprint)
    """
    return int(store.rows(query)[0][0])


def overall(measured: list[Precision]) -> float | None:
    """Return the precision of all findings of the reviewed rules: each rule counts by how many findings it has."""
    known = [(each.share, each.found) for each in measured if each.share is not None]
    total = sum(found for _, found in known)
    return sum(share * found for share, found in known) / total if total else None


def trust_in_rules(store: Store) -> Mapping[str, float]:
    """Return what a rule's finding is worth, from 0 to 1: what reviewers left of it; unreviewed rules are fully trusted."""
    return {each.rule: (each.accepted + _PRIOR) / (each.reviewed + _PRIOR) for each in precisions(store)}


def wilson(successes: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share; it holds for few cases and for shares of 0 and 1."""
    share = successes / total
    scale = 1 + _Z**2 / total
    middle = share + _Z**2 / (2 * total)
    reach = _Z * sqrt(share * (1 - share) / total + _Z**2 / (4 * total**2))
    return max((middle - reach) / scale, 0.0), min((middle + reach) / scale, 1.0)

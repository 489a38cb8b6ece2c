"""What is found out from the store at the end of a run, in the order in which one needs the other."""

from collections.abc import Sequence

from reportcheck.audit import similarity, submissions, triage, years
from reportcheck.audit.roster import RosterUnit, read_roster
from reportcheck.audit.store import Store


def roster_of(path: str | None) -> Sequence[RosterUnit] | None:
    """Read the list of units; without one, that of an earlier run holds."""
    return None if path is None else read_roster(path)


def compute(store: Store, roster: Sequence[RosterUnit] | None) -> None:
    """Fill the derived tables."""
    submissions.compute(store, roster)
    similarity.compute(store)
    years.compute(store)
    triage.compute(store)


def compute_without_similarity(store: Store, roster: Sequence[RosterUnit] | None) -> None:
    """Fill the derived tables but those of passages that stand in several reports: old ones would mislead."""
    submissions.compute(store, roster)
    store.replace({"overlap": (), "overlap_passage": (), "cluster": ()})
    years.compute(store)
    triage.compute(store)

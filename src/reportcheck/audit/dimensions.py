"""The parts that a score is made of, as the store holds them."""

from collections.abc import Mapping

from reportcheck.audit.store import Store


def titles(store: Store) -> Mapping[str, str]:
    """Return the titles of the dimensions that carry points, in the order of the rules."""
    found = dict(store.rows("SELECT id, max(title) FROM dimension WHERE max_points > 0 GROUP BY id"))
    order = [name for (name,) in store.rows("SELECT group_id FROM rule GROUP BY group_id ORDER BY min(position), group_id")]
    return {name: found[name] for name in [*order, *sorted({*found} - {*order})] if name in found}


def shares(store: Store) -> Mapping[str, Mapping[str, float]]:
    """Return for each report the share of the points reached, by dimension."""
    found: dict[str, dict[str, float]] = {}
    for path, name, share in store.rows("SELECT path, id, points / max_points FROM dimension WHERE max_points > 0"):
        found.setdefault(path, {})[name] = share
    return found

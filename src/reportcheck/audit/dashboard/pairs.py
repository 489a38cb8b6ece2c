"""Pairs of reports that share passages, and the groups that such pairs make."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from reportcheck.audit.dashboard import words
from reportcheck.audit.dashboard.units import Unit
from reportcheck.audit.store import Store

MOST_PAGES = 2000
"""Pairs beyond these are listed without a page of their own; the store and the ledger hold them all."""


class Pair(NamedTuple):
    """Two reports that share passages; ``page`` is empty where there are too many pairs to give each a page."""

    a: Unit
    b: Unit
    kind: str
    shared: int
    share_a: float
    share_b: float
    page: str

    @property
    def href(self) -> str:
        """Where its page is, from the site's top."""
        return f"pairs/{self.page}"


class Shared(NamedTuple):
    """One shared passage, as it stands in either report."""

    a_place: str
    a_text: str
    b_place: str
    b_text: str


def pairs(store: Store, units: Mapping[str, Unit]) -> list[Pair]:
    """Return all pairs, those that share most first."""
    rows = [row for row in store.rows("SELECT a, b, kind, shared, share_a, share_b FROM overlap") if row[0] in units and row[1] in units]
    rows.sort(key=lambda row: (-max(row[4], row[5]), -row[3], row[0], row[1]))
    return [_pair(row, units, has_page=number < MOST_PAGES) for number, row in enumerate(rows)]


def passages(store: Store, pair: Pair) -> list[Shared]:
    """Return what two reports share, in the order of the first."""
    query = "SELECT a_line, a_page, a_text, b_line, b_page, b_text FROM overlap_passage WHERE a = ? AND b = ? ORDER BY number"
    a_form, b_form = pair.a.row["format"], pair.b.row["format"]
    return [
        Shared(words.place(a_line, a_page, a_form), a_text or "", words.place(b_line, b_page, b_form), b_text or "")
        for a_line, a_page, a_text, b_line, b_page, b_text in store.rows(query, (pair.a.path, pair.b.path))
    ]


def clusters(store: Store, units: Mapping[str, Unit]) -> list[list[Unit]]:
    """Return the groups of reports that share passages, the largest first."""
    groups: dict[int, list[Unit]] = {}
    for number, path in store.rows("SELECT id, path FROM cluster ORDER BY id, path"):
        if path in units:
            groups.setdefault(number, []).append(units[path])
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].path))


def by_unit(found: list[Pair]) -> dict[str, list[Pair]]:
    """Return each report's pairs."""
    related: dict[str, list[Pair]] = {}
    for pair in found:
        for unit in (pair.a, pair.b):
            related.setdefault(unit.path, []).append(pair)
    return related


def _pair(row: tuple[Any, ...], units: Mapping[str, Unit], *, has_page: bool) -> Pair:
    a, b, kind, shared, share_a, share_b = row
    page = f"p-{units[a].page[2:-5]}-{units[b].page[2:-5]}.html" if has_page else ""
    return Pair(units[a], units[b], kind, shared, share_a, share_b, page)

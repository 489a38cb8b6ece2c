"""National laws and regulations: their titles and when they came into force.

``laws.csv`` is the list of national laws and codes as of August 2026, carried
over whole (title, published, effective, version, status). ``others.csv`` adds
regulations that reports often cite and usual short names; ``repealed.csv`` tells
which no longer hold, from which day (the successor's first) and what holds instead;
``new.txt`` names those that did not exist under their title before, so that
their date is the first on which they could be applied.
"""

import os
from functools import lru_cache
from typing import NamedTuple

STATE = "中华人民共和国"
_FOLDER = os.path.dirname(__file__)


class Law(NamedTuple):
    """A law under its title without the state's name; dates are ISO, empty where not known."""

    title: str
    published: str
    effective: str
    new: bool


class Repealed(NamedTuple):
    """A law that no longer holds: from which day (ISO), and the title of what holds instead."""

    since: str
    successor: str


@lru_cache(maxsize=1)
def repealed() -> dict[str, Repealed]:
    """Return what was repealed, by its title without the state's name."""
    rows = (line.split(",") for line in _lines("repealed.csv")[1:])
    return {title: Repealed(since, successor) for title, since, successor in rows}


@lru_cache(maxsize=1)
def laws() -> dict[str, Law]:
    """Return all known titles, repealed ones too; of several versions the one in force first."""
    new = frozenset(_lines("new.txt"))
    found: dict[str, Law] = {}
    for line in [*_lines("laws.csv")[1:], *_lines("others.csv")]:
        name, published, effective = line.split(",")[:3]
        title = name.removeprefix(STATE).replace("（", "(").replace("）", ")")
        if title not in found or effective < found[title].effective:
            found[title] = Law(title, published, effective, title in new)
    return {title: Law(title, "", "", new=False) for title in repealed()} | found


def _lines(name: str) -> list[str]:
    with open(os.path.join(_FOLDER, name), encoding="utf-8") as stream:
        return stream.read().splitlines()

"""National laws and regulations: their titles and when they came into force.

``laws.csv`` is the list of national laws and codes as of August 2026, carried
over whole (title, published, effective, version, status). ``others.csv`` adds
regulations that reports often cite, laws repealed since, and usual short names;
``new.txt`` names those that did not exist under their title before, so that
their date is the first on which they could be applied.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

STATE = "中华人民共和国"
_FOLDER = Path(__file__).parent


class Law(NamedTuple):
    """A law under its title without the state's name; dates are ISO, empty where not known."""

    title: str
    published: str
    effective: str
    new: bool


@lru_cache(maxsize=1)
def laws() -> dict[str, Law]:
    """Return all known titles; of several versions the one in force first."""
    new = frozenset(_lines("new.txt"))
    found: dict[str, Law] = {}
    for line in [*_lines("laws.csv")[1:], *_lines("others.csv")]:
        name, published, effective = line.split(",")[:3]
        title = name.removeprefix(STATE).replace("（", "(").replace("）", ")")
        if title not in found or effective < found[title].effective:
            found[title] = Law(title, published, effective, title in new)
    return found


def _lines(name: str) -> list[str]:
    return (_FOLDER / name).read_text(encoding="utf-8").splitlines()

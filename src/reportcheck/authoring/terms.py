"""Terms that can never matter, because a shorter one of the same list stands wherever they stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportcheck.text.fold import fold
from reportcheck.text.terms import literals

KeyPath = tuple[str | int, ...]

_COVERING = frozenset({"compounds", "formulas", "not_doers", "stock", "parts", "orders", "role", "of"})
"""Lists whose terms hide others inside them, where the longer one hides more; and lists of names."""
_BY_START = frozenset({"acts", "doers", "problem", "problems"})
"""Lists whose terms do not count inside other terms: only one with the same beginning is hidden alike."""


def term_lists(value: Any, kind: str, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Sequence[str]]]:  # noqa: ANN401 - JSON data
    """Yield every list of terms below a value, with its place, except those in which long terms have a use of their own."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            covers = key in _COVERING or (kind == "answered" and key == "not")
            if not covers:
                yield from term_lists(inner, kind, (*path, key))
    elif isinstance(value, list | tuple):
        if value and isinstance(value[0], str):
            yield path, value
        else:
            for index, inner in enumerate(value):
                yield from term_lists(inner, kind, (*path, index))


def dead_terms(own: Sequence[str], terms: Sequence[str], path: KeyPath) -> Iterator[tuple[int, str]]:
    """Yield the index of each of a list's ``own`` terms that can never matter, and the term that stands for it."""
    by_start = bool(_BY_START & set(path))
    known = [fold(term) for term in terms if not term.startswith("<")]
    for index, term in enumerate(own):
        if term.startswith("<"):
            continue
        shorter = next((each for each in known if stands_in(each, fold(term), by_start=by_start)), None)
        if shorter is not None:
            yield index, shorter


def stands_in(short: str, long: str, *, by_start: bool = False) -> bool:
    """Tell whether wherever the long term stands the short one stands too, in the same clause."""
    if short == long:
        return False
    one, other = literals(short), literals(long)
    if len(one) == 1:
        # Behind a gap it may already stand in the next clause.
        return other[0].startswith(short) if by_start else short in other[0]
    if len(one) != len(other) or one[1:-1] != other[1:-1] or not other[-1].startswith(one[-1]):
        return False
    return one[0] == other[0] or (not by_start and other[0].endswith(one[0]))

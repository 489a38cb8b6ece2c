"""Which valid name a wrong one was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(wrong: str, valid: Iterable[str], what: str) -> str:
    """Return a remedy: the nearest valid name, or all of them."""
    names = tuple(valid)
    near = get_close_matches(wrong, names, n=1, cutoff=0.6)
    if near:
        return f"是不是“{near[0]}”？"
    return f"{what}：{'、'.join(names)}" if names else f"{what}：（无）"

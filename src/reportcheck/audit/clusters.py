"""Groups of things that hang together: connected components, joined pair by pair."""

from collections import defaultdict


class Clusters:
    """Things by number; memory grows with the things, not with the pairs."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def join(self, one: int, other: int) -> None:
        """Put two things, and all that hangs together with either, into one group."""
        first, second = sorted((self._root(one), self._root(other)))
        self._above[second] = first

    def groups(self) -> list[list[int]]:
        """Return the groups, each in order, the largest first; what was never joined is in none."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for each in sorted(self._above):
            found[self._root(each)].append(each)
        return sorted(found.values(), key=lambda group: (-len(group), group))

    def _root(self, each: int) -> int:
        while (above := self._above.setdefault(each, each)) != each:
            self._above[each] = self._above[above]
            each = above
        return each

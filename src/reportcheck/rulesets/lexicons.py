"""Named term lists: ``<name>`` in a list of strings stands for all terms of the lexicon ``name``."""

import re
from typing import Any

from reportcheck.rulesets.nearest import suggest
from reportcheck.rulesets.strict_yaml import KeyPath, Marked
from reportcheck.text.fold import fold

_REFERENCE = re.compile(r"<([A-Za-z0-9_-]+)>")


class Lexicons:
    """The lexicons of one ruleset.yaml."""

    def __init__(self, head: Marked) -> None:
        self._head = head
        self._lists: dict[str, list[str]] = head.data.get("lexicons", {})
        self._expanded: dict[str, list[str]] = {}
        self._open: list[str] = []

    def all(self) -> dict[str, list[str]]:
        """Return every lexicon with all of its terms."""
        return {name: self._terms(name) for name in self._lists}

    def expand(self, value: Any, source: Marked, path: KeyPath) -> Any:  # noqa: ANN401 - parameters are JSON data
        """Return the value with every reference in any list replaced by terms; ``path`` is its place."""
        if isinstance(value, dict):
            return {key: self.expand(below, source, (*path, key)) for key, below in value.items()}
        if isinstance(value, list):
            return self._expand_list(value, source, path)
        return value

    def _expand_list(self, items: list[Any], source: Marked, path: KeyPath) -> list[Any]:
        expanded: list[Any] = []
        for index, item in enumerate(items):
            below = (*path, index)
            reference = _REFERENCE.fullmatch(item) if isinstance(item, str) else None
            if reference:
                terms = self._lookup(reference[1], source, below)
                expanded.extend(term for term in terms if term not in items and term not in expanded)
            else:
                # Terms are looked up in folded text; folding them here spares every run the work.
                expanded.append(fold(item) if isinstance(item, str) else self.expand(item, source, below))
        return expanded

    def _lookup(self, name: str, source: Marked, path: KeyPath) -> list[str]:
        if name not in self._lists:
            raise source.fault(path, f"没有名为“{name}”的词表", suggest(name, self._lists, "已有的词表"))
        if name in self._open:
            ring = " → ".join([*self._open[self._open.index(name) :], name])
            raise source.fault(path, f"词表循环引用：{ring}", "去掉其中一处引用")
        return self._terms(name)

    def _terms(self, name: str) -> list[str]:
        if name not in self._expanded:
            self._open.append(name)
            self._expanded[name] = self._expand_list(self._lists[name], self._head, ("lexicons", name))
            self._open.pop()
        return self._expanded[name]

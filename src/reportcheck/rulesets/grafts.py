"""YAML data put together from several files, in which every key and value keeps its own place."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

from reportcheck.rulesets.strict_yaml import KeyPath, Marked


class Graft:
    """A copy of one file's data that takes in parts of others."""

    def __init__(self, stock: Marked) -> None:
        self._made = replace(
            stock, data=deepcopy(stock.data), values=dict(stock.values), keys=dict(stock.keys),
            raw=dict(stock.raw), files=dict(stock.files),
        )  # fmt: skip

    def done(self) -> Marked:
        """Return what has been put together."""
        return self._made

    def drop(self, key: str) -> None:
        """Leave out a key of the file, if it is there."""
        self._made.data.pop(key, None)

    def has_mapping(self, key: str) -> dict[str, Any]:
        """Return the mapping at a key of the file, which is made where there is none."""
        made: dict[str, Any] = self._made.data.setdefault(key, {})
        return made

    def has_list(self, key: str) -> list[Any]:
        """Return the list at a key of the file, which is made where there is none."""
        made: list[Any] = self._made.data.setdefault(key, [])
        return made

    def put(self, path: KeyPath, source: Marked, at: KeyPath) -> None:
        """Set the value at a path, whatever stood there, to what stands at a place in another file."""
        holder = self._holder(path)
        value = deepcopy(_value(source.data, at))
        if isinstance(path[-1], int):
            holder.insert(path[-1], value)
        else:
            holder[path[-1]] = value
        self._mark(path, source, at)

    def append(self, path: KeyPath, source: Marked, at: KeyPath) -> None:
        """Add the items of a list elsewhere to the list at a path, which is made where there is none."""
        existing = self._holder(path).setdefault(path[-1], [])
        for index in range(len(_value(source.data, at))):
            self.put((*path, len(existing)), source, (*at, index))

    def merge(self, path: KeyPath, source: Marked, at: KeyPath) -> None:
        """Take in a value: lists are added to, mappings merged key by key, anything else replaced."""
        new = _value(source.data, at)
        holder = self._holder(path)
        old = holder.get(path[-1])
        if isinstance(old, dict) and isinstance(new, dict):
            for key in new:
                self.merge((*path, key), source, (*at, key))
        elif isinstance(old, list) and isinstance(new, list):
            self.append(path, source, at)
        else:
            self.put(path, source, at)

    def _holder(self, path: KeyPath) -> Any:  # noqa: ANN401 - a mapping or a list
        return _value(self._made.data, path[:-1])

    def _mark(self, path: KeyPath, source: Marked, at: KeyPath) -> None:
        depth = len(at)
        for theirs, ours in ((source.values, self._made.values), (source.keys, self._made.keys), (source.raw, self._made.raw)):
            here = {(*path, *where[depth:]): mark for where, mark in theirs.items() if where[:depth] == at}
            ours.update(here)  # type: ignore[arg-type]
        for where in [where for where in (*source.values, *source.keys) if where[:depth] == at]:
            self._made.files[(*path, *where[depth:])] = source.file_of(where)


def _value(data: Any, path: KeyPath) -> Any:  # noqa: ANN401 - YAML data
    for part in path:
        data = data[part]
    return data

"""Results on their way between processes: rules are sent by name, since both sides hold the same rule sets.

A report holds every rule that judged it; sent whole, that is 330 KB a report.
"""

import io
import pickle

from reportcheck.rule import Editions, Rule
from reportcheck.verdict import Failure, Report

_Key = tuple[str, str]
"""Digest of the rule set, id of the rule."""


class Parcels:
    """Packs and unpacks results for processes that judge by the same editions."""

    def __init__(self, editions: Editions) -> None:
        self._rules = {(each.digest, rule.id): rule for each in editions.rulesets for rule in each.rules}
        self._keys = {id(rule): key for key, rule in self._rules.items()}

    def pack(self, result: Report | Failure) -> bytes:
        """Return the result as bytes."""
        buffer = io.BytesIO()
        _Packer(buffer, self._keys).dump(result)
        return buffer.getvalue()

    def unpack(self, data: bytes) -> Report | Failure:
        """Return the result with this side's rules; ``data`` comes from our own worker, never from outside."""
        result: Report | Failure = _Unpacker(io.BytesIO(data), self._rules).load()
        return result


class _Packer(pickle.Pickler):
    def __init__(self, buffer: io.BytesIO, keys: dict[int, _Key]) -> None:
        super().__init__(buffer, protocol=pickle.HIGHEST_PROTOCOL)
        self._keys = keys

    def persistent_id(self, obj: object) -> _Key | None:
        return self._keys.get(id(obj)) if isinstance(obj, Rule) else None


class _Unpacker(pickle.Unpickler):
    def __init__(self, buffer: io.BytesIO, rules: dict[_Key, Rule]) -> None:
        super().__init__(buffer)
        self._rules = rules

    def persistent_load(self, pid: _Key) -> Rule:
        return self._rules[pid]

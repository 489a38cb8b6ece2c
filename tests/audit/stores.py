"""Stores for tests, made of texts."""

from collections.abc import Mapping
from pathlib import Path

from reportcheck.audit.record import record_of
from reportcheck.audit.store import Store
from reportcheck.engine import EditionsChecker
from reportcheck.readers import read_bytes
from reportcheck.rulesets import AUTO, load_editions


def store_of(texts: Mapping[str, str], path: Path | str = ":memory:") -> Store:
    """Return a store that holds these texts, checked, by their paths."""
    editions = load_editions(AUTO)
    checker = EditionsChecker(editions)
    store = Store.open(path)
    store.put_rules(editions.rulesets)
    for name, text in texts.items():
        report = checker.check(read_bytes(text.encode(), name))
        store.put(name, (len(text), 0, report.document.sha256, "test"), record_of(report))
    return store

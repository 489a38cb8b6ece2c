"""The sentences of a report by which reports are compared: a hash of the words, figures and own names left out."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold
from reportcheck.text.sentences import sentences
from reportcheck.verdict import Report

MIN_CHINESE = 12
"""Shorter sentences are too common to say anything."""
COMPARED = (Role.PREFACE, Role.ACHIEVEMENTS, Role.PROBLEMS, Role.FIRST_RESPONSIBLE, Role.PLAN)
_FIGURE = re.compile(r"\d[\d.,]*")
_REST = re.compile(r"[^\w]+")


def sentence_rows(report: Report) -> Iterator[tuple[Any, ...]]:
    """Yield (number, hash, role, passage, start, length) of every sentence worth comparing, in order."""
    own = tuple(name for name in (report.facts.issuer, report.facts.region) if name)
    number = 0
    for index, passage in enumerate(report.passages):
        if passage.role not in COMPARED:
            continue
        words = report.document.quote(passage.span)
        folded = fold(words)
        for start, end in sentences(folded, 0, len(folded)):
            key = words_of(folded[start:end], own)
            if sum("一" <= char <= "龥" for char in key) >= MIN_CHINESE:
                number += 1
                yield (number, hash_of(key), passage.role.value, index, start, end - start)


def words_of(folded: str, own: tuple[str, ...]) -> str:
    """Return what two copies of a sentence have in common: no figures, no own names, no punctuation."""
    for name in own:
        folded = folded.replace(name, "〇")
    return _REST.sub("", _FIGURE.sub("0", folded))


def hash_of(key: str) -> int:
    """Return a signed 64-bit hash, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)

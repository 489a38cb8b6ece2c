"""The sentences of a report by which reports are compared: a hash of the words, figures, names and numbering left out."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportcheck.audit.stock import chinese_outside_stock
from reportcheck.document import Span
from reportcheck.structure.facts import Facts
from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold
from reportcheck.text.sentences import sentences
from reportcheck.verdict import Report

MIN_CHINESE = 12
"""Shorter sentences are too common to say anything."""
COMPARED = (Role.PREFACE, Role.ACHIEVEMENTS, Role.PROBLEMS, Role.FIRST_RESPONSIBLE, Role.PLAN)
_FIGURE = re.compile(r"\d[\d.,]*")
_NUMBERING = re.compile(r"^ *(?:[一二三四五六七八九十]{1,3}是|第?[((]?[一二三四五六七八九十\d]{1,3}[))、.,])+")
# A copy made for a district says 全区 where the county's original says 全县.
_LEFT_OUT = re.compile(r"[^\w]+|[省市州盟县区旗乡镇]")
_DIVISION = re.compile(r"([^\W\d_]{2,}?)(?:自治[区州县旗]|地区|新区|街道|[省市州盟县区旗镇乡])")
_PEOPLES = re.compile(r"(?<=..)(?:[^\W\d_]{1,3}族)+$")
_GENERAL_ISSUERS = ("人民政府", "政府", "委员会", "办公室")


def sentence_rows(report: Report) -> Iterator[tuple[Any, ...]]:
    """Yield (number, hash, role, passage, start, length, line, page) of every sentence worth comparing, in order."""
    own = own_names(report.facts)
    number = 0
    for index, passage in enumerate(report.passages):
        if passage.role not in COMPARED:
            continue
        folded = fold(report.document.quote(passage.span))
        for start, end in sentences(folded, 0, len(folded)):
            key = words_of(folded[start:end], own)
            if chinese_outside_stock(key) >= MIN_CHINESE:
                number += 1
                at = passage.span.start + start
                place = report.document.place(Span(at, at + 1))
                yield (number, hash_of(key), passage.role.value, index, start, end - start, place.line, place.page)


def own_names(facts: Facts) -> tuple[str, ...]:
    """Return the names by which a report speaks of its own place and body, the longest first."""
    region, issuer = fold(facts.region or ""), fold(facts.issuer or "")
    names = {region}
    for found in _DIVISION.finditer(region):
        names |= {found.group(1), _PEOPLES.sub("", found.group(1))}
    body = issuer.removeprefix("中共").replace(region, "") if region else issuer
    if body not in _GENERAL_ISSUERS:
        names.add(body)
    return tuple(sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name)))


def words_of(folded: str, own: Sequence[str]) -> str:
    """Return what two copies of a sentence have in common: no figures, no names of their own, no numbering, no punctuation."""
    folded = _NUMBERING.sub("", folded)
    for name in own:
        folded = folded.replace(name, "〇")
    return _LEFT_OUT.sub("", _FIGURE.sub("0", folded))


def hash_of(key: str) -> int:
    """Return a signed 64-bit hash, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)

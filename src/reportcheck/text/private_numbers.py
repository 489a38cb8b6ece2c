"""Numbers that belong to a person: identity numbers, mobile numbers, bank cards. Found by form, proved by their check digits.

Works on folded text. What the words around a number say of it is the check's business.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from reportcheck.document import Span
from reportcheck.text.patterns import Pattern

Kind = Literal["id-number", "phone", "bank-card"]
Proof = Literal["proved", "likely", "shaped"]
"""By check digit or form alone; by form, with something that speaks for it; only if the words around say so."""

# A number that is part of an address, a path, a longer number or a code is none of these.
_BEFORE = r"(?<![0-9A-Za-z_./=&?#%+*-])"
_AFTER = r"(?![0-9A-Za-z_/=&%*-]|\.[0-9A-Za-z])"
_UNITS = "元万亿千百个件人次户条份吨米亩度项家起倍股字年期台辆张斤克卷宗例平立公号名头只宗批处"
_SHAPES: Mapping[Kind, Pattern] = {
    "id-number": Pattern(rf"{_BEFORE}(?:\d{{6}} ?\d{{8}} ?\d{{3}}[\dXx]|\d{{15}}){_AFTER}"),
    "phone": Pattern(
        rf"(?:{_BEFORE}|(?<=\+86)|(?<=\+86[ -])|(?<=\(86\)))"
        rf"(?:1[3-9]\d{{9}}|1[3-9]\d[ -]\d{{4}}[ -]\d{{4}}){_AFTER}(?! ?(?:[{_UNITS}]|%))"
    ),
    "bank-card": Pattern(rf"{_BEFORE}(?:(?:62|4|5)\d{{14,17}}|(?:62\d\d|[45]\d{{3}})(?:([ -])\d{{4}})(?:\1\d{{4}}){{2}}(?:\1\d{{1,3}})?){_AFTER}"),
}  # fmt: skip
_ANY: Mapping[Kind, Pattern] = {
    "id-number": Pattern(rf"{_BEFORE}(?:\d{{17}}[\dXx]|\d{{15}}){_AFTER}"),
    "phone": Pattern(rf"{_BEFORE}(?:1\d{{10}}|0\d{{2,3}}-?\d{{7,8}}|[48]00-?\d{{3}}-?\d{{4}}|12[34]\d\d){_AFTER}(?![{_UNITS}%月日])"),
    "bank-card": Pattern(rf"{_BEFORE}\d{{16,19}}{_AFTER}"),
}
_LONG = re.compile(r"\d{11}|\d{6} \d{8}|\d[ -]\d{4}[ -]\d{4}")
"""Stands in every number that has one of these forms; where there is none the patterns need not even be compiled."""
_CALLED = re.compile(r"\d{6}|\d[ -]\d{4}|12[34]\d\d")
"""The same for what can be called, landlines and hotlines among them."""
_PREFIXES = Pattern(r"1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])")
_PROVINCES = frozenset(map(str, (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66), 71, 81, 82, 83)))
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_OLDEST, _NEWEST = 1900, 2035
_ID, _OLD_ID = 18, 15
_SHOWN_HEAD, _SHOWN_TAIL = 3, 2


class Number(NamedTuple):
    """A number in the text, and how far its form alone proves it."""

    span: Span
    proof: Proof


def private_numbers(folded: str, kind: Kind, start: int, end: int) -> Iterator[Number]:
    """Yield what has the form of such a number between two offsets."""
    if not _LONG.search(folded, start, end):
        return
    for found in _SHAPES[kind].finditer(folded, start, end):
        proof = _PROOFS[kind](found.group())
        if proof is not None:
            yield Number(Span(*found.span()), proof)


def look_alikes(folded: str, kind: Kind, start: int, end: int) -> Iterator[Span]:
    """Yield every number that a reader might take for one: hotlines and landlines, codes of the same length."""
    if (_CALLED if kind == "phone" else _LONG).search(folded, start, end):
        yield from (Span(*found.span()) for found in _ANY[kind].finditer(folded, start, end))


def masked(number: str) -> str:
    """Return a number with all but its first three and last two characters hidden; its length and grouping stay."""
    places = [at for at, char in enumerate(number) if char.isalnum()]
    hidden = set(places[_SHOWN_HEAD:-_SHOWN_TAIL])
    return "".join("*" if at in hidden else char for at, char in enumerate(number))


def id_check(body: str) -> str:
    """Return the check character of an identity number's first 17 digits (GB 11643)."""
    return _CHECKS[sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, body, strict=True)) % 11]


def luhn_check(body: str) -> str:
    """Return the check digit of a card number without it."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (1 if place % 2 else 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the digits of a number below 19, added up
    return str(-total % 10)


def _id(text: str) -> Proof | None:
    number = text.replace(" ", "").upper()
    born = number[6:14] if len(number) == _ID else f"19{number[6:12]}"
    if number[:2] not in _PROVINCES or not _is_birthday(born):
        return None
    return "proved" if len(number) == _ID and id_check(number[:17]) == number[17] else "shaped"


def _is_birthday(digits: str) -> bool:
    try:
        return _OLDEST <= date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year <= _NEWEST
    except ValueError:
        return False


def _phone(text: str) -> Proof | None:
    return "proved" if _PREFIXES.match(text) else None


def _card(text: str) -> Proof | None:
    number = text.replace(" ", "").replace("-", "")
    if luhn_check(number[:-1]) != number[-1] or len(set(number)) == 1:
        return None
    if len(number) == _ID and _id(number) is not None:
        return None
    grouped = len(number) < len(text)
    return "proved" if grouped else "likely" if number.startswith("62") and len(number) in (16, 19) else "shaped"


_PROOFS: Mapping[Kind, Callable[[str], Proof | None]] = {"id-number": _id, "phone": _phone, "bank-card": _card}

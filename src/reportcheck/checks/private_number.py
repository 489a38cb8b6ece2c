"""Does the text hold a person's number? It must not be published.

Parameters: ``number`` (``id-number``, ``phone`` or ``bank-card``), ``names`` (words before a number that say what it is),
``others`` (words that say that it is something else), ``services`` (words for a number that serves the public, which is
doubtful only), ``contacts_in`` (parts whose numbers are doubtful only). Of the words before a number the nearest counts.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reportcheck.checks.params import ROLES, TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.private_numbers import Kind, Number, look_alikes, masked, private_numbers

PARAMS: dict[str, Any] = params_schema(
    {
        "number": {"enum": ["id-number", "phone", "bank-card"]},
        "names": TERMS, "others": TERMS, "services": TERMS, "contacts_in": ROLES,
    },
    ["number"],
)  # fmt: skip
_LISTS = ("names", "others", "services")
_REACH = 24
_STOPS = "。;!?\n"
_ALIKE_SHOWN = 3


class Told(NamedTuple):
    """A number in the text and how it is judged."""

    span: Span
    status: Status


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words that say what a number is."""
    return [term for key in _LISTS for term in params.get(key, ())]


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet: a person's number stands there; partial: only doubtful ones; met: numbers of the sort, none of them a person's."""
    faults = [_fault(reading, each) for each in numbers_told(reading, params)]
    return judged(faults, () if faults else tuple(_alike(reading, params["number"]))[:_ALIKE_SHOWN])


def numbers_told(reading: Reading, params: Params) -> Iterator[Told]:
    """Yield every number that is a person's, or may be."""
    for start, end in _judged(reading):
        for number in private_numbers(reading.folded, params["number"], start, end):
            status = _status(reading, params, number)
            if status is not None:
                yield Told(number.span, status)


def _fault(reading: Reading, told: Told) -> Fault:
    shown = masked(reading.document.quote(told.span))
    return Fault(told.span, {"number": shown}, told.status, shown=shown)


def _alike(reading: Reading, number: Kind) -> Iterator[Span]:
    return (span for start, end in _judged(reading) for span in look_alikes(reading.folded, number, start, end))


def _judged(reading: Reading) -> Iterator[Span]:
    return (passage.span for passage in reading.passages if passage.role is not Role.NOISE)


def _status(reading: Reading, params: Params, number: Number) -> Status | None:
    """Judge a number by its form, by the nearest word before it, and by where it stands."""
    named = _nearest(reading, params, number.span)
    if named == "others" or (named != "names" and number.proof == "shaped"):
        return None
    contact = any(p.role.value in params.get("contacts_in", ()) for p in reading.passages if p.span.holds(number.span))
    doubtful = named == "services" or contact or (number.proof == "likely" and named != "names")
    # A check digit that does not fit is a slip of the pen, or no such number after all.
    unproved = number.proof == "shaped" and params["number"] == "id-number"
    return Status.PARTIAL if doubtful or unproved else Status.UNMET


def _nearest(reading: Reading, params: Params, span: Span) -> str | None:
    """Return the list that holds the nearest word before a number, in its sentence; of two that end together the longer."""
    first = max(span.start - _REACH, *(reading.folded.rfind(stop, 0, span.start) + 1 for stop in _STOPS))
    near = [
        (end, end - start, key)
        for key in _LISTS
        for start, end in reading.index.present(params.get(key, ()))
        if first <= start and end <= span.start
    ]
    return max(near)[2] if near else None

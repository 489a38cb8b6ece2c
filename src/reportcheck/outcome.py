"""What a check returns: a status with the words of the text that it rests on."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from reportcheck.document import Span


class Status(StrEnum):
    """How far a requirement is met."""

    MET = "met"
    PARTIAL = "partial"
    UNMET = "unmet"
    NOT_APPLICABLE = "not_applicable"


class Strength(StrEnum):
    """How strongly something is told; see the contract. Ordered by ``rank``."""

    ABSENT = "absent"
    MENTION = "mention"
    ACT = "act"
    FIGURE = "figure"

    @property
    def rank(self) -> int:
        """Return 0 for absent to 3 for figure."""
        return _RANKS[self]


_RANKS = {strength: rank for rank, strength in enumerate(Strength)}


class Evidence(NamedTuple):
    """Words of the text that count for a requirement."""

    span: Span
    strength: Strength | None = None


class Rejected(NamedTuple):
    """Words that were considered and do not count, with the reason (a key of ``REASONS``)."""

    span: Span
    reason: str


REASONS: Mapping[str, str] = {
    "plan": "写在来年安排里，是打算做的事",
    "future": "是将来时的话，不是已经做的事",
    "other_year": "说的是别的年份的工作",
    "demand": "是对别人提的要求，不是做了的事",
    "problem": "写在存在问题里",
    "slogan": "只有口号，没有具体举措",
    "doer": "没有写明是主要负责人做的",
    "preface": "写在引言里，不是工作情况",
    "near_miss": "说的是相近的另一项工作",
}


class Item(NamedTuple):
    """One of several things that a check judged separately, e.g. one problem."""

    span: Span
    status: Status
    answered_by: Span | None = None


class Fault(NamedTuple):
    """One of several things wrong that a check found; each becomes a finding of its own.

    ``message_slots`` fill the ``{names}`` in the rule's message and advice; ``related``
    are the other words that the fault rests on (the numbers that it contradicts);
    ``shown``, of the same length, stands for the words wherever they are shown.
    """

    span: Span
    message_slots: Mapping[str, str] = {}
    status: Status = Status.UNMET
    related: tuple[Span, ...] = ()
    shown: str = ""


class Outcome(NamedTuple):
    """The result of one check on one document.

    ``anchor`` is where a finding belongs when there is no evidence to point at
    (the heading of the part that should hold it); None means the title.
    ``slots`` fill the ``{names}`` in the rule's message and advice.
    """

    status: Status
    strength: Strength | None = None
    evidence: tuple[Evidence, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    anchor: Span | None = None
    value: float | None = None
    items: tuple[Item, ...] = ()
    slots: Mapping[str, str] = {}
    faults: tuple[Fault, ...] = ()
    """Where there are any, each is a finding; else an outcome that is not met is one."""


def judged(faults: Sequence[Fault], sound: Sequence[Span] = ()) -> Outcome:
    """Return the outcome of a check that looks for faults: ``sound`` are the places where it looked and found none.

    Unmet: something is wrong; partial: something is doubtful; not applicable: nothing of the kind stands in the text.
    """
    if not faults:
        return Outcome(Status.MET if sound else Status.NOT_APPLICABLE, evidence=tuple(Evidence(span) for span in sound))
    status = Status.UNMET if any(fault.status is Status.UNMET for fault in faults) else Status.PARTIAL
    return Outcome(
        status, evidence=tuple(Evidence(fault.span) for fault in faults), value=len(faults), faults=tuple(faults)
    )

"""A unit's report beside its report of the year before: promises, problems and figures. Needs no store."""

from typing import NamedTuple

from reportcheck.audit.commitments import ABSENT, AGAIN, DONE, PARTIAL, Commitment, followed
from reportcheck.audit.movements import FELL, JUMPED, OTHERWISE, SAME, Movement, movements
from reportcheck.audit.repeated import ALIKE, REPEATED, Problem, repeated
from reportcheck.audit.sentences import own_names
from reportcheck.audit.year_view import YearView
from reportcheck.structure.facts import Facts

STATES = {
    DONE: "已兑现",
    PARTIAL: "部分兑现",
    AGAIN: "又列为来年安排",
    ABSENT: "未提及",
    REPEATED: "一字不差",
    ALIKE: "大体相同",
    FELL: "明显下降",
    JUMPED: "成倍增长",
    SAME: "与上年完全相同",
    OTHERWISE: "前后说法不一",
}


class Comparison(NamedTuple):
    """What a report says of what the one before promised, lacked and counted."""

    last: YearView
    this: YearView
    commitments: tuple[Commitment, ...]
    general: int
    problems: tuple[Problem, ...]
    movements: tuple[Movement, ...]


def compare(last: YearView, this: YearView) -> Comparison:
    """Put two years side by side."""
    own = own_names(Facts(issuer=this.name, region=this.region))
    fulfilment = followed(last, this, own)
    return Comparison(
        last, this, fulfilment.commitments, fulfilment.general, tuple(repeated(last, this, own)), tuple(movements(last, this))
    )

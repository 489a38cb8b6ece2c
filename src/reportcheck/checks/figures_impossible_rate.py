"""Can any whole number give a rate for the count told just before it (审结188件，结案率97.67%)? It has no parameters."""

from collections.abc import Sequence
from math import ceil, floor
from typing import Any

from reportcheck.checks.figure_words import (
    RATES,
    across,
    as_rate,
    carried,
    names_any,
    of_one_among,
    of_others,
    quoted,
    quotient,
    rate_of,
)
from reportcheck.checks.figures_rate import basis, fits_any
from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading
from reportcheck.text.amounts import Amount

PARAMS: dict[str, Any] = params_schema({})
_MOST = 2000
_ALL = 100
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Unmet: a rate that no whole number gives; met: every such count could have its rate."""
    faults: list[Fault] = []
    sound = []
    for sentence, found in reading.figures:
        for at in range(1, len(found)):
            if not _own(found, at):
                continue
            if _possible(found[at - 1].amount, found[at].amount) or fits_any(found, at) or carried(reading, sentence):
                sound.append(found[at].span)
            else:
                faults.append(_fault(reading, found[at - 1], found[at]))
    return judged(faults, sound)


def _own(found: Sequence[Figure], at: int) -> bool:
    """Tell whether the figure before is the rate's own numerator, with no denominator told."""
    part, rate = found[at - 1], found[at]
    name = rate_of(rate)
    if name is None or rate.amount.value >= _ALL or not rate.amount.plain or basis(found, at) is not None:
        return False
    count, words = part.amount, RATES[name]
    own = count.exact and 0 < count.value < _MOST and names_any(part.label, words.part) and not part.tail
    larger = any(each.amount.unit == count.unit and each.amount.value >= count.value for each in found[: at - 1])
    return own and count.unit not in {"%", "元", "倍"} and not larger and not of_others(part.lead) and not of_one_among(part, rate)


def _possible(count: Amount, rate: Amount) -> bool:
    if rate.low <= 0:
        return True
    least, most = _ALL * count.value / rate.high, _ALL * count.value / rate.low
    return ceil(least) <= floor(most)


def _fault(reading: Reading, part: Figure, rate: Figure) -> Fault:
    count = part.amount
    whole = _ALL * count.value / rate.amount.value
    near = [Amount(0, 0, n, n, n, "", n) for n in map(type(whole), (floor(whole), floor(whole) + 1)) if n >= count.value]
    tried = "，".join(f"{count.value}÷{each.value}={as_rate(quotient(count, each)[0], rate.amount)}" for each in near)
    slots = {
        "quotes": f"“{quoted(reading, part)}”",
        "told": quoted(reading, rate),
        "working": f"{count.value}÷{float(rate.amount.value):g}%≈{float(whole):.2f}，不是整数；{tried}",
        "right": "或".join(as_rate(quotient(count, each)[0], rate.amount) for each in near),
    }
    return Fault(across((part, rate)), slots, Status.UNMET, (part.span, rate.span))

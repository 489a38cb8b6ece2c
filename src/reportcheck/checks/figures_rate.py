"""Does a rate agree with its numerator and denominator, both told before it? It has no parameters.

Only a rate whose own words name its numerator (办结 of 办结率) is judged; if any two counts of the sentence give it, it stands.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from reportcheck.checks.figure_words import (
    RATES,
    across,
    as_rate,
    carried,
    joined,
    names_any,
    quoted,
    quotient,
    rate_of,
    told_apart,
)
from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading
from reportcheck.text.amounts import Amount

PARAMS: dict[str, Any] = params_schema({})
_NEAR = 5
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Unmet: a rate that its counts do not give; met: all those that can be reckoned agree."""
    faults: list[Fault] = []
    sound: list[Span] = []
    for sentence, found in reading.figures:
        for at, figure in enumerate(found):
            pair = basis(found, at)
            if pair is None:
                continue
            if fits_any(found, at) or carried(reading, sentence):
                sound.append(figure.span)
            else:
                faults.append(_fault(reading, *pair, figure))
    return judged(faults, sound)


def basis(found: Sequence[Figure], at: int) -> tuple[Figure, Figure] | None:
    """Return the numerator and denominator of the rate at this place; None where the sentence does not clearly give both."""
    name = rate_of(found[at])
    if name is None:
        return None
    words, earlier = RATES[name], found[max(0, at - _NEAR) : at]
    part_at = next((i for i in range(len(earlier) - 1, -1, -1) if _counts(earlier[i]) and names_any(earlier[i].label, words.part)), None)
    if not part_at:
        return None
    part, whole = earlier[part_at], earlier[part_at - 1]
    fits = _counts(whole) and whole.amount.unit == part.amount.unit and names_any(whole.label + whole.tail, (*words.whole, "应出庭"))
    between = [each for each in earlier[part_at + 1 :] if each.amount.unit == part.amount.unit]
    return (part, whole) if fits and not between and not told_apart(part.lead + whole.label) else None


def _counts(figure: Figure) -> bool:
    return figure.amount.unit not in {"%", "倍", "个百分点", "元", "‰", "成"}


def fits_any(found: Sequence[Figure], at: int) -> bool:
    """Tell whether any two counts of the sentence, whatever they count, give the rate."""
    rate = found[at].amount
    counts = [each.amount for each in found if _counts(each)]
    return any(rate.may_equal(*quotient(a, b)) for a in counts for b in counts if a is not b and a.low <= b.high)


def _fault(reading: Reading, part: Figure, whole: Figure, rate: Figure) -> Fault:
    low, high = quotient(part.amount, whole.amount)
    right = as_rate(low, rate.amount) if low == high else f"{as_rate(low, rate.amount)}至{as_rate(high, rate.amount)}"
    counts = f"{_bare(reading, part)}÷{_bare(reading, whole)}"
    slots = {
        "quotes": joined(reading, (whole, part)),
        "told": quoted(reading, rate),
        "working": f"{counts}={right}",
        "right": _allowed(low, rate.amount) if low == high else right,
    }
    return Fault(across((whole, part, rate)), slots, Status.UNMET, (whole.span, part.span, rate.span))


def _allowed(value: Fraction, like: Amount) -> str:
    """Return what may be printed with as many digits: the value cut and the value rounded."""
    places = len(str(like.step.denominator)) - 1
    cut, rounded = (value // like.step) * like.step, ((value + like.step / 2) // like.step) * like.step
    shown = [f"{float(each):.{places}f}%" for each in (cut, rounded)]
    return shown[0] if shown[0] == shown[1] else f"{shown[0]}至{shown[1]}"


def _bare(reading: Reading, figure: Figure) -> str:
    words = reading.document.quote(Span(figure.amount.start, figure.amount.end)).strip()
    return words.removesuffix(figure.amount.unit)

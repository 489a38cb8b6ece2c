"""Does a rate agree with its numerator and denominator, both told before it? It has no parameters.

Only a rate whose own words name its numerator (办结 of 办结率), one right behind 其中 or 中有, or a share of the total told
(占总数的) is judged; if any two counts of the sentence give it, it stands.
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
    narrower,
    other_scope,
    quoted,
    quotient,
    rate_of,
    told_of_apart,
)
from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.figures import Figure
from reportcheck.structure.reading import Reading
from reportcheck.text.amounts import Amount
from reportcheck.text.patterns import Pattern

PARAMS: dict[str, Any] = params_schema({})
_NEAR = 5
_PAIR = 2
_SHARE = Pattern(r"占(?:(?:抽查|检查|案件|受理|应诉|审结|办理|处罚)?(?:总数|总量|总件数|总户数|案件总数)的|比)(?:例|重)?[达为约是]*", "占")
_OUT_OF = Pattern(r"中,?(?:已经?有?|有)$", "中")
_RATE = Pattern(r"([^的]{2,8})率[达到为是约]*", "率")
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
    return _named(found, at) or _stated(found, at)


def _named(found: Sequence[Figure], at: int) -> tuple[Figure, Figure] | None:
    """Return the counts of a rate that is known by its name."""
    name = rate_of(found[at])
    if name is None:
        return None
    words, earlier = RATES[name], found[max(0, at - _NEAR) : at]
    part_at = next((i for i in range(len(earlier) - 1, -1, -1) if _counts(earlier[i]) and names_any(_words(earlier[i]), words.part)), None)
    if not part_at:
        return None
    part, whole = earlier[part_at], earlier[_whole_at(earlier, part_at)]
    # 县长出庭应诉2件 is some of the appearances, not the cases that they are out of.
    fits = _counts(whole) and whole.amount.unit == part.amount.unit and not names_any(whole.label, words.part)
    fits = fits and names_any(whole.label + whole.tail, (*words.whole, "应出庭"))
    between = [each for each in earlier[part_at + 1 :] if each.amount.unit == part.amount.unit]
    other = narrower(found[at], name, "".join(each.lead for each in found[: at]) + part.tail)
    return (part, whole) if fits and not between and not other and not _apart(part, whole) else None


def _words(figure: Figure) -> str:
    """Return what a figure counts; it stands behind the number in 其中1093人合格."""
    return figure.tail if figure.label in {"", "其中"} else figure.label


def _whole_at(found: Sequence[Figure], part: int) -> int:
    """Return the place before a part; an amount that belongs to the part's own words (完成60学时培训1584人) is passed over."""
    own = found[part - 1].amount.unit != found[part].amount.unit and not found[part].joint
    return part - 2 if own and part > 1 else part - 1


def _stated(found: Sequence[Figure], at: int) -> tuple[Figure, Figure] | None:
    """Return the two counts right before a rate where the text itself says that one is of the other."""
    if at < _PAIR or found[at].amount.unit != "%":
        return None
    whole, part, rate = found[at - 2 : at + 1]
    if not _counts(part) or part.amount.unit != whole.amount.unit or whole.among or rate.among or part.amount.value > whole.amount.value:
        return None
    stated = _SHARE.fullmatch(rate.label) or (part.among and rate.name == "占") or (_of(part) and _is_rate_of_tail(rate, part)) or (part.among and _is_rate_of(rate, part))
    return (part, whole) if stated and not _apart(part, whole) else None


def _of(part: Figure) -> bool:
    return _OUT_OF.search(part.lead) is not None


def _is_rate_of(rate: Figure, part: Figure) -> bool:
    """Tell whether a rate is called by the very words of the part (其中调解和解213件,调解和解率)."""
    name = _RATE.fullmatch(rate.label)
    return name is not None and name[1] in {part.name, part.name.removeprefix("已")}


def _is_rate_of_tail(rate: Figure, part: Figure) -> bool:
    """Tell whether a rate is called by what its part did (74个村中62个设立…,覆盖率; 创建率)."""
    name = _RATE.fullmatch(rate.label)
    return name is not None and (name[1] == "覆盖" or name[1].removeprefix("已") in part.tail)


def _apart(part: Figure, whole: Figure) -> bool:
    return told_of_apart(part, whole) or other_scope(part.label, whole.label + whole.tail)


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
        "quotes": _counted(reading, part, whole, rate),
        "told": quoted(reading, rate),
        "working": f"{counts}={right}",
        "right": _allowed(low, rate.amount) if low == high else right,
    }
    return Fault(across((whole, part, rate)), slots, Status.UNMET, (whole.span, part.span, rate.span))


def _counted(reading: Reading, part: Figure, whole: Figure, rate: Figure) -> str:
    """Quote both counts; as one run of words where they tell behind the number what is counted (74个村中有62个…)."""
    if not whole.tail:
        return joined(reading, (whole, part))
    words = reading.document.quote(Span(whole.start, rate.start))
    return f"“{words.rstrip('，,、 ')}”"


def _allowed(value: Fraction, like: Amount) -> str:
    """Return what may be printed with as many digits: the value cut and the value rounded."""
    places = len(str(like.step.denominator)) - 1
    cut, rounded = (value // like.step) * like.step, ((value + like.step / 2) // like.step) * like.step
    shown = [f"{float(each):.{places}f}%" for each in (cut, rounded)]
    return shown[0] if shown[0] == shown[1] else f"{shown[0]}至{shown[1]}"


def _bare(reading: Reading, figure: Figure) -> str:
    words = reading.document.quote(Span(figure.amount.start, figure.amount.end)).strip()
    return words.removesuffix(figure.amount.unit)

"""Are there dates that no calendar has, or that lie behind the report's own? It has no parameters."""

from collections.abc import Iterator
from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.passages import Passage
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.dates import Day, days
from reportcheck.text.patterns import Pattern, compiled
from reportcheck.text.tense import Tense

PARAMS: dict[str, Any] = params_schema({})
_BOOK = compiled(r"《[^《》\n]*》")
_WORK = (Role.ACHIEVEMENTS, Role.FIRST_RESPONSIBLE)
_TERM = Pattern(r"施行|实施|生效|到期|期限|届满|有效期|之前|以前|日前|截止|起[,。;]|起施|前[,。;]|前完成|前建成|至20|拟|计划|将")
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Met where all dates can be; unmet for 30 February; partial where done work is dated after the report."""
    faults, sound = [], []
    for passage in reading.passages:
        if passage.role is Role.NOISE:
            continue
        for day in _days(reading, passage):
            span = Span(day.start, day.end)
            found = reading.document.quote(span)
            if day.fault:
                faults.append(Fault(span, {"found": found, "reason": day.fault}))
            elif _is_later(reading, passage, day):
                faults.append(Fault(span, {"found": found, "reason": f"报告落款日期是{reading.facts.signed_on}"}, Status.PARTIAL))
            else:
                sound.append(span)
    return judged(faults, sound)


def _days(reading: Reading, passage: Passage) -> Iterator[Day]:
    titles = [found.span() for found in _BOOK.finditer(reading.folded, passage.span.start, passage.span.end)]
    for day in days(reading.folded, passage.span.start, passage.span.end):
        if not any(start <= day.start < end for start, end in titles):
            yield day


def _is_later(reading: Reading, passage: Passage, day: Day) -> bool:
    """Tell done work that is dated after the sign-off."""
    signed = reading.facts.signed_on
    at = reading.sentence_at(day.start)
    if signed is None or day.value is None or at is None or passage.role not in _WORK or day.value.isoformat() <= signed:
        return False
    clause = next((each for each in reading.sentences[at].clauses if each.span.start <= day.start < each.span.end), None)
    told = clause is not None and clause.tense in (Tense.DONE, Tense.OTHER_YEAR)
    return told and not _TERM.search(reading.words(reading.sentences[at].span))

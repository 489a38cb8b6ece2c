"""The check kinds: each module looks at a reading for one kind of thing.

A kind has ``PARAMS``, the JSON Schema of its parameters; ``vocabulary``, the
terms it will look for; and ``check``. It never sees rules, ids or wording.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from reportcheck.checks import (
    answered,
    case_person,
    causes,
    covered_year,
    dates,
    doc_type,
    document_names,
    duplicates,
    evidence,
    fact,
    figures_change,
    figures_conflict,
    figures_impossible_rate,
    figures_rate,
    figures_subset,
    figures_sum,
    foreign_name,
    items,
    law_in_force,
    law_repealed,
    law_titles,
    names_year,
    newest_meeting,
    numbering,
    order,
    part,
    placeholders,
    private_number,
    rank_words,
    secrecy_mark,
    specific,
    stale,
    title,
    year_slips,
)
from reportcheck.checks.params import Params
from reportcheck.outcome import Outcome
from reportcheck.structure.reading import Reading


class CheckKind(Protocol):
    """What every module of this package offers."""

    PARAMS: dict[str, Any]

    def vocabulary(self, params: Params) -> Iterable[str]:
        """Return the terms that the check will look up in the reading's index."""

    def check(self, reading: Reading, params: Params) -> Outcome:
        """Judge a reading; never raises for any text."""


CHECKS: Mapping[str, CheckKind] = {
    "answered": answered,
    "case-person": case_person,
    "causes": causes,
    "covered-year": covered_year,
    "dates": dates,
    "doc-type": doc_type,
    "document-names": document_names,
    "duplicates": duplicates,
    "evidence": evidence,
    "fact": fact,
    "figures-change": figures_change,
    "figures-conflict": figures_conflict,
    "figures-impossible-rate": figures_impossible_rate,
    "figures-rate": figures_rate,
    "figures-subset": figures_subset,
    "figures-sum": figures_sum,
    "foreign-name": foreign_name,
    "items": items,
    "law-in-force": law_in_force,
    "law-repealed": law_repealed,
    "law-titles": law_titles,
    "names-year": names_year,
    "newest-meeting": newest_meeting,
    "numbering": numbering,
    "order": order,
    "part": part,
    "placeholders": placeholders,
    "private-number": private_number,
    "rank-words": rank_words,
    "secrecy-mark": secrecy_mark,
    "specific": specific,
    "stale": stale,
    "title": title,
    "year-slips": year_slips,
}
HIDING = frozenset({"case-person", "private-number"})
"""Kinds whose faults must not be repeated in any output."""

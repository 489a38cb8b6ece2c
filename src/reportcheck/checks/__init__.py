"""The check kinds: each module looks at a reading for one kind of thing.

A kind has ``PARAMS``, the JSON Schema of its parameters; ``vocabulary``, the
terms it will look for; and ``check``. It never sees rules, ids or wording.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from reportcheck.checks import (
    answered,
    causes,
    covered_year,
    doc_type,
    evidence,
    fact,
    items,
    names_year,
    numbering,
    order,
    part,
    specific,
    title,
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
    "causes": causes,
    "covered-year": covered_year,
    "doc-type": doc_type,
    "evidence": evidence,
    "fact": fact,
    "items": items,
    "names-year": names_year,
    "numbering": numbering,
    "order": order,
    "part": part,
    "specific": specific,
    "title": title,
}

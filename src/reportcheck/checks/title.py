"""Has the report a title, and does it name the issuer, the year and the kind? Parameter: ``names``, any of these words."""

import re
from collections.abc import Iterable
from typing import Any

from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.outcome import Evidence, Outcome, Status
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

PARAMS: dict[str, Any] = params_schema({"names": TERMS}, ["names"])
_YEAR = re.compile(r"20\d\d[年-]")
_CHINESE_YEARS = ("二〇", "二○", "二零", "二0")


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words that name the kind of report."""
    return params["names"]  # type: ignore[no-any-return]


def check(reading: Reading, params: Params) -> Outcome:
    """Met: title with year and kind; partial: one of them is missing; unmet: no title."""
    spans = [p.span for p in reading.passages if p.role is Role.TITLE]
    if not spans:
        return Outcome(Status.UNMET, slots={"lack": "没有标题"})
    words = "".join(reading.words(span) for span in spans)
    lacks = [] if _YEAR.search(words) or any(year in words for year in _CHINESE_YEARS) else ["年度"]
    if not any(reading.index.any_in(params["names"], span.start, span.end) is not None for span in spans) and not any(
        name in words for name in params["names"]
    ):
        lacks.append("文种名称")
    status = Status.PARTIAL if lacks else Status.MET
    return Outcome(status, evidence=tuple(Evidence(span) for span in spans), slots={"lack": f"标题里没有写{'、'.join(lacks)}"})

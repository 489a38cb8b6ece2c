"""Are superseded phrases used, or meetings quoted before they were held? See the parameters below.

Parameters: ``phrases``, each with ``any``, the first reported year ``from_year`` for which they are stale, what to write
(``advice``), words of the same sentence that excuse them (``unless``) and ``doubtful``; ``meetings``, each with ``any``,
the last day of the meeting (``held``) and ``unless``.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportcheck.checks.law_titles import sentence_words
from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.dates import day_words
from reportcheck.text.fold import fold

_PHRASE = params_schema(
    {
        "any": TERMS,
        "from_year": {"type": "integer", "minimum": 2012},
        "advice": {"type": "string", "minLength": 4},
        "unless": TERMS,
        "doubtful": {"type": "boolean"},
    },
    ["any", "from_year", "advice"],
)
_MEETING = params_schema({"any": TERMS, "held": {"type": "string", "pattern": r"^20\d\d-\d\d-\d\d$"}, "unless": TERMS}, ["any", "held"])
PARAMS: dict[str, Any] = params_schema(
    {
        "phrases": {"type": "array", "items": _PHRASE, "minItems": 1},
        "meetings": {"type": "array", "items": _MEETING, "minItems": 1},
    },
    ["phrases"],
)
# A report is due by the first of April; one that bears no date may be written up to here.
_LATEST = "04-30"


def vocabulary(params: Params) -> Iterable[str]:
    """Return all phrases and meetings."""
    return [term for entry in (*params["phrases"], *params.get("meetings", ())) for term in entry["any"]]


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet where a stale phrase or a meeting still to come is quoted; partial where it may be meant so."""
    year = reading.facts.year
    if year is None or not reading.sentences:
        return Outcome(Status.NOT_APPLICABLE)
    noise = [passage.span for passage in reading.passages if passage.role is Role.NOISE]
    found = [fault for fault in _faults(reading, params, year) if not any(span.holds(fault.span) for span in noise)]
    found.sort(key=lambda fault: (fault.span.start, -fault.span.end))
    kept: list[Fault] = []
    for fault in found:
        if not kept or fault.span.start >= kept[-1].span.end:
            kept.append(fault)
    return judged(kept, [reading.sentences[0].span])


def _faults(reading: Reading, params: Params, year: int) -> Iterator[Fault]:
    for phrase in params["phrases"]:
        if year >= phrase["from_year"]:
            status = Status.PARTIAL if phrase.get("doubtful") else Status.UNMET
            why = f"从{phrase['from_year']}年度起不应再这样写"
            yield from (Fault(span, _slots(reading, span, why, phrase["advice"]), status) for span in _places(reading, phrase))
    written = reading.facts.signed_on or f"{year + 1}-{_LATEST}"
    for meeting in params.get("meetings", ()):
        if meeting["held"] > max(written, f"{year}-12-31"):
            why = f"这次会议{day_words(meeting['held'])}才开完，{year}年度的报告里不会有"
            yield from (Fault(span, _slots(reading, span, why, "核对会议名称和报告年度"), Status.UNMET) for span in _places(reading, meeting))


def _slots(reading: Reading, span: Span, why: str, how: str) -> dict[str, str]:
    return {"found": reading.document.quote(span), "reason": why, "how": how}


def _places(reading: Reading, entry: Mapping[str, Any]) -> Iterator[Span]:
    for start, end in reading.index.present(entry["any"]):
        span = Span(start, end)
        words = sentence_words(reading, span)
        if not any(fold(word) in words for word in entry.get("unless", ())):
            yield span

"""Does the report claim what bodies of its rank cannot do? See the parameters below.

Parameters: ``phrases``, each with ``any``, the ``levels`` for which it is wrong, the ``reason``, what to write (``advice``),
words of the same sentence that excuse it (``unless``), endings of regions' names that may (``not_regions``) and ``doubtful``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reportcheck.checks.law_titles import sentence_words, titles
from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold

_PHRASE = params_schema(
    {
        "any": TERMS,
        "levels": {"type": "array", "items": {"enum": ["prefecture", "county", "township"]}, "minItems": 1, "uniqueItems": True},
        "reason": {"type": "string", "minLength": 4},
        "advice": {"type": "string", "minLength": 4},
        "unless": TERMS,
        "not_regions": TERMS,
        "doubtful": {"type": "boolean"},
    },
    ["any", "levels", "reason", "advice"],
)
PARAMS: dict[str, Any] = params_schema({"phrases": {"type": "array", "items": _PHRASE, "minItems": 1}}, ["phrases"])
_UNJUDGED = frozenset({Role.NOISE, Role.TITLE, Role.CLOSING})


def vocabulary(params: Params) -> Iterable[str]:
    """Return all phrases."""
    return [term for phrase in params["phrases"] for term in phrase["any"]]


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet where the report claims what its rank cannot do; partial where it may only echo a formula."""
    if reading.facts.level is None or not reading.sentences:
        return Outcome(Status.NOT_APPLICABLE)
    faults = sorted(_faults(reading, params), key=lambda fault: (fault.span.start, -fault.span.end))
    kept: list[Fault] = []
    for fault in faults:
        # One sentence is told once, however many of its words are wrong.
        if not kept or reading.sentence_at(fault.span.start) != reading.sentence_at(kept[-1].span.start):
            kept.append(fault)
    return judged(kept, [reading.sentences[0].span])


def _faults(reading: Reading, params: Params) -> Iterator[Fault]:
    facts = reading.facts
    unjudged = [passage.span for passage in reading.passages if passage.role in _UNJUDGED]
    unjudged += [cited.span for cited in titles(reading)]
    for phrase in params["phrases"]:
        may = any(fold(facts.region or "").endswith(fold(ending)) for ending in phrase.get("not_regions", ()))
        if facts.level not in phrase["levels"] or may:
            continue
        for start, end in reading.index.present(phrase["any"]):
            span = Span(start, end)
            words = sentence_words(reading, span)
            excused = any(fold(word) in words for word in phrase.get("unless", ()))
            if not excused and not any(each.holds(span) for each in unjudged):
                slots = {"found": reading.document.quote(span), "reason": phrase["reason"], "how": phrase["advice"]}
                yield Fault(span, slots, Status.PARTIAL if phrase.get("doubtful") else Status.UNMET)

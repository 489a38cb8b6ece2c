"""Does the work rest on a law that was repealed before the reported year? It has no parameters."""

from typing import Any

from reportcheck.checks.law_titles import sentence_words, titles
from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.laws import laws, repealed
from reportcheck.laws.nearest import bare
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.text.dates import day_words
from reportcheck.text.patterns import Pattern

PARAMS: dict[str, Any] = params_schema({})
# Who cleans up old documents, or tells what replaced what, must name the old law.
_TOLD_AS_OLD = Pattern(r"废止|失效|清理|原(?:来的?|有的?)?《|原依据|已被|取代|替代|代替|不再适用|修订前|施行前|实施前|当时|旧法|历史遗留|同时停止")
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Unmet where a law is cited as if it still held; met where every known law cited does."""
    year = reading.facts.year
    if year is None:
        return Outcome(Status.NOT_APPLICABLE)
    faults, sound = [], []
    for cited in titles(reading):
        title = bare(cited.title)
        law = repealed().get(title)
        if title not in laws():
            continue
        if law is None or law.since > f"{year}-01-01" or _TOLD_AS_OLD.search(sentence_words(reading, cited.span)):
            sound.append(cited.span)
            continue
        slots = {"title": cited.title, "since": day_words(law.since), "successor": law.successor, "year": str(year)}
        faults.append(Fault(cited.span, slots))
    return judged(faults, sound)

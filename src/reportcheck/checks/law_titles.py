"""Are the titles of national laws spelt right? It has no parameters; local regulations and other documents are not judged."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.laws import laws
from reportcheck.laws.nearest import bare, misspelt
from reportcheck.outcome import Fault, Outcome, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.patterns import Pattern

PARAMS: dict[str, Any] = params_schema({})
_TITLE = re.compile(r"《([^《》\n]{2,60})》")
# Who drafts a local regulation calls it by a title that no table has.
_OWN = Pattern(r"地方性法规|草案|立法|征求意见|送审|自治条例|单行条例|人大常委会审议|印发|制定出台|出台")


class Cited(NamedTuple):
    """A title in 《》: where it stands with its marks, and its words."""

    span: Span
    title: str
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Met where every title that may be a national law's is one; unmet where one is a slip of a known title."""
    faults, sound = [], []
    for cited in titles(reading):
        if bare(cited.title) in laws():
            sound.append(cited.span)
            continue
        right = misspelt(cited.title)
        if right and not (right.endswith("条例") and _OWN.search(sentence_words(reading, cited.span))):
            faults.append(Fault(cited.span, {"found": cited.title, "right": right}))
    return judged(faults, sound)


def titles(reading: Reading) -> Iterator[Cited]:
    """Yield the titles in 《》 outside page furniture; of one inside another the inner one."""
    noise = [passage.span for passage in reading.passages if passage.role is Role.NOISE]
    for found in _TITLE.finditer(reading.folded):
        span = Span(*found.span())
        if not any(each.holds(span) for each in noise):
            yield Cited(span, found[1])


def sentence_words(reading: Reading, span: Span) -> str:
    """Return the words of the sentence around a span; a heading's own where it stands in one."""
    at = reading.sentence_at(span.start)
    return reading.words(reading.sentences[at].span if at is not None else span)

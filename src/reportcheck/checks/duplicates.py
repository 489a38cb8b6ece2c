"""Is a heading or a sentence there twice? Parameter: ``min_chars``, the length from which a repeated sentence is told."""

from collections.abc import Iterator
from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.excerpt import excerpt
from reportcheck.text.patterns import Pattern, compiled

PARAMS: dict[str, Any] = params_schema({"min_chars": {"type": "integer", "minimum": 20}}, ["min_chars"])
_MIN_HEADING = 4
_KNOWN_BY = 24
"""So many characters are enough to know a passage by."""
_MARKS = compiled(r"[^\w%]+")
_NUMBER = Pattern(r"^(?:[一二三四五六七八九十]{1,2}是|[(（]?[一二三四五六七八九十\d]{1,2}[)）、.])")
_NUMBER_OPENS = ("(", *"一二三四五六七八九十0123456789")
_NUMBER_ENDS = ("是", ")", "、", ".")
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Met where every longer sentence, and every heading under the same one, stands once."""
    if not reading.sentences:
        return Outcome(Status.NOT_APPLICABLE)
    faults = sorted((*_headings(reading), *_sentences(reading, params["min_chars"])), key=lambda fault: fault.span)
    return judged(faults, [reading.sentences[0].span])


def _headings(reading: Reading) -> Iterator[Fault]:
    """Yield the headings that another one under the same heading repeats, and a title pasted twice in a row."""
    seen: dict[tuple[object, str], Span] = {}
    title: Span | None = None
    for passage in reading.passages:
        if passage.heading is None or passage.role in (Role.NOISE, Role.CLOSING):
            continue
        key = _key(reading, passage.heading)
        if passage.role is Role.TITLE:
            if title is not None and _key(reading, title) == key:
                yield _fault(reading, passage.heading, title, "标题")
            title = passage.heading
            continue
        above = passage.path[-2] if len(passage.path) > 1 else None
        first = seen.setdefault((above, key), passage.heading)
        if first != passage.heading and len(key) >= _MIN_HEADING:
            yield _fault(reading, passage.heading, first, "小标题")


def _sentences(reading: Reading, min_chars: int) -> Iterator[Fault]:
    """Yield repeated sentences; neighbours that repeat neighbours are told as one passage."""
    seen: dict[str, int] = {}
    run: list[tuple[int, int]] = []
    for number, sentence in enumerate(reading.sentences):
        key = _key(reading, sentence.span)
        first = seen.setdefault(key, number)
        goes_on = bool(run) and run[-1] == (number - 1, first - 1)
        repeats = first != number and (len(key) >= min_chars or goes_on)
        if run and not (repeats and goes_on):
            yield _passage(reading, run)
            run = []
        if repeats:
            run.append((number, first))
    if run:
        yield _passage(reading, run)


def _passage(reading: Reading, run: list[tuple[int, int]]) -> Fault:
    here = Span(reading.sentences[run[0][0]].span.start, reading.sentences[run[-1][0]].span.end)
    there = Span(reading.sentences[run[0][1]].span.start, reading.sentences[run[-1][1]].span.end)
    return _fault(reading, here, there, "一段话" if len(run) > 1 else "一句话")


def _fault(reading: Reading, here: Span, first: Span, what: str) -> Fault:
    words = "".join(reading.document.quote(here).split())
    line = reading.document.place(first).line
    return Fault(here, {"what": what, "found": excerpt(words, _KNOWN_BY), "line": str(line)}, related=(first,))


def _key(reading: Reading, span: Span) -> str:
    words = reading.words(span).strip()
    numbered = words.startswith(_NUMBER_OPENS) and any(mark in words[:4] for mark in _NUMBER_ENDS)
    return _MARKS.sub("", _NUMBER.sub("", words) if numbered else words)

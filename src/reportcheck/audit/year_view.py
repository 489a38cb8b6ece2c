"""What two years' reports of a unit are compared by: the sentences of each part, and the figures."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportcheck.document import Block, Document, Piece, Span
from reportcheck.structure.figures import Figure, figures
from reportcheck.structure.items import problem_items
from reportcheck.structure.parts import parts
from reportcheck.structure.reading import Clause, Reading, Sentence
from reportcheck.structure.roles import Role
from reportcheck.text.direction import tells_direction_only
from reportcheck.text.sentences import clauses, sentences
from reportcheck.text.tense import Tense, tenses

_WORK = (Role.ACHIEVEMENTS, Role.FIRST_RESPONSIBLE)


class Told(NamedTuple):
    """Words of a report, folded and as they stand, and where."""

    words: str
    quote: str
    line: int
    page: int | None
    group: int
    """Which passage of the report it is from."""
    clauses: tuple[str, ...] = ()
    """Its clauses, but for those that only tell a direction."""
    topic: str = ""
    """The headings above it but for the part's own, and the short sentence that opens its item."""


class Count(NamedTuple):
    """A figure of the reporting year, with the words that it stands in."""

    figure: Figure
    told: Told


class YearView(NamedTuple):
    """One year's report."""

    path: str
    format: str
    name: str | None
    region: str | None
    year: int | None
    work: tuple[Told, ...]
    mentions: tuple[Told, ...]
    """Sentences of the work that tell a direction, a demand or a plan."""
    problems: tuple[Told, ...]
    plan: tuple[Told, ...]
    counts: tuple[Count, ...]


def view_of(reading: Reading) -> YearView:
    """Return what a report tells, part by part."""
    topics = dict(_topics(reading))
    told = [*(each for each in reading.sentences if not each.lead), *_items_in_headings(reading)]
    told.sort(key=lambda each: each.span)
    work = [each for each in told if reading.role_of(each) in _WORK]
    plan = [each for each in told if reading.role_of(each) is Role.PLAN]
    facts = reading.facts
    return YearView(
        reading.document.path,
        reading.document.format,
        facts.issuer,
        facts.region,
        reading.year,
        tuple(_sentence(reading, each, topics) for each in work if _is_done(each)),
        tuple(_sentence(reading, each, topics) for each in work if not _is_done(each)),
        tuple(_told(reading, _statement(reading, span), number) for number, span in enumerate(problem_items(reading))),
        tuple(_sentence(reading, each, topics) for each in plan),
        tuple(_counts(reading)),
    )


def _is_done(sentence: Sentence) -> bool:
    return any(clause.tense is Tense.DONE and not clause.direction for clause in sentence.clauses)


def _items_in_headings(reading: Reading) -> Iterator[Sentence]:
    """Yield the items that are one short sentence, read as headings, but with nothing under them."""
    passages = reading.passages
    for number, passage in enumerate(passages):
        below = passages[number + 1] if number + 1 < len(passages) else None
        if passage.heading is None or passage.body is not None or len(passage.path) < 2:  # noqa: PLR2004 - a part's own
            continue
        if below is None or (below.heading is not None and below.level <= passage.level) or below.role is not passage.role:
            span = passage.heading
            cut = clauses(reading.folded, span.start, span.end)
            told = zip(cut, tenses(reading.folded, cut, reading.year), strict=True)
            parts = (Clause(Span(*each), tense, tells_direction_only(reading.folded[slice(*each)])) for each, tense in told)
            yield Sentence(span, number, tuple(parts), lead=False)


def _topics(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Yield what each sentence stands under."""
    passage, lead = -1, ""
    for sentence in reading.sentences:
        if sentence.passage != passage or sentence.lead:
            passage, lead = sentence.passage, reading.words(sentence.span) if sentence.lead else ""
        above = reading.passages[sentence.passage].path[1:]
        yield sentence.span, "|".join((*(reading.words(span) for span in above), lead))


def _sentence(reading: Reading, sentence: Sentence, topics: Mapping[Span, str]) -> Told:
    acts = tuple(reading.words(clause.span) for clause in sentence.clauses if not clause.direction)
    return _told(reading, sentence.span, sentence.passage)._replace(clauses=acts, topic=topics.get(sentence.span, ""))


def _told(reading: Reading, span: Span, group: int) -> Told:
    place = reading.document.place(span)
    return Told(reading.words(span), reading.document.quote(span).strip(), place.line, place.page, group)


def _statement(reading: Reading, problem: Span) -> Span:
    """Return the sentence that states a problem, with the next one where it is only a heading's length."""
    cut = sentences(reading.folded, problem.start, problem.end)
    if not cut:
        return problem
    short = cut[0][1] - cut[0][0] <= 24 and len(cut) > 1  # noqa: PLR2004 - the length of a heading
    return Span(cut[0][0], cut[1][1] if short else cut[0][1])


def _counts(reading: Reading) -> Iterator[Count]:
    for sentence in reading.in_roles(_WORK):
        span = sentence.span
        if any(clause.tense is not Tense.DONE for clause in sentence.clauses):
            continue
        for figure in figures(reading.folded, span.start, span.end):
            yield Count(figure, _told(reading, figure.span, sentence.passage))


def stored_reading(path: str, fmt: str, year: int | None, passages: Iterable[tuple[str, int, int | None, str]]) -> Reading:
    """Return the reading of a stored text; every passage keeps the part that it was judged in."""
    kept = [(Role(role), line, page, words) for role, line, page, words in passages if words.strip()]
    blocks, pieces, offset = [], [], 0
    for role, line, page, words in kept:
        span = Span(offset, offset + len(words))
        blocks.append(Block(span, furniture=role is Role.NOISE))
        pieces.append(Piece(offset, line, 1, page))
        offset = span.end + 1
    text = "\n".join(words for *_, words in kept)
    document = Document(path, fmt, None, "", text, tuple(blocks), tuple(pieces))
    reading = Reading(document, year=year)
    starts = [block.span.start for block in blocks]
    reading.passages = tuple(
        each._replace(role=kept[bisect_right(starts, each.span.start) - 1][0]) for each in reading.passages
    )
    reading.parts = tuple(parts(reading.passages))
    return reading

"""A document, read: its passages cut into sentences and clauses, each with its part and tense.

This is what checks look at. It holds no rule, and checks see nothing else.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from reportcheck.document import Document, Span
from reportcheck.structure.facts import Facts, facts_of, reported_year
from reportcheck.structure.figures import Figure, figures
from reportcheck.structure.parts import Part, parts
from reportcheck.structure.passages import Passage, passages
from reportcheck.structure.roles import Role
from reportcheck.text.direction import tells_direction_only
from reportcheck.text.fold import fold
from reportcheck.text.numbering import run_items
from reportcheck.text.patterns import Pattern
from reportcheck.text.quantities import quantity_in
from reportcheck.text.sentences import clauses, sentences
from reportcheck.text.tense import Tense, tenses
from reportcheck.text.terms import TermIndex, Vocabulary

_MAX_LEAD = 26
_RUN_OPENERS = frozenset("一二三四五六七八九十第其①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_RUN_MARK = Pattern(r"[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十][,、是]|其[一二三四五六七八九十][,是]|[①-⑳]")
# What ``reportcheck new`` asks for and nobody has filled in: it tells nothing.
_PROMPT = Pattern(r"【填写:[^】]*】?", "【填写")


class Clause(NamedTuple):
    """A stretch between commas, with its tense; ``direction`` marks one that tells a direction and no act."""

    span: Span
    tense: Tense
    direction: bool


class Sentence(NamedTuple):
    """A sentence of a passage's body; ``lead`` marks a short opening one that only names a topic (一是…。)."""

    span: Span
    passage: int
    clauses: tuple[Clause, ...]
    lead: bool


class Reading:
    """A document with its structure, sentences and term index."""

    def __init__(self, document: Document, *, year: int | None = None, vocabulary: Vocabulary | None = None) -> None:
        """Read the structure; ``year`` overrides the year that the text states."""
        self.document = document
        self.folded = fold(document.text)
        stated = reported_year(document, self.folded)
        self.year = year if year is not None else stated[0]
        self.passages: tuple[Passage, ...] = passages(document, self.folded, self.year)
        self.facts: Facts = facts_of(document, self.folded, self.passages, (year, "option") if year is not None else stated)
        self.parts: tuple[Part, ...] = tuple(parts(self.passages))
        # A page number between two paragraphs must not make two parts of one.
        self._told: tuple[Part, ...] = tuple(parts(each for each in self.passages if each.role is not Role.NOISE))
        self._vocabulary = vocabulary or Vocabulary(())
        self._counted: dict[Span, bool] = {}

    @cached_property
    def index(self) -> TermIndex:
        """Return where the rule set's terms stand."""
        return TermIndex(self.folded, self._vocabulary)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of all bodies, in order."""
        return tuple(sentence for number, passage in enumerate(self.passages) for sentence in self._cut(number, passage))

    @cached_property
    def figures(self) -> tuple[tuple[Sentence, tuple[Figure, ...]], ...]:
        """Return the sentences that tell of something there is, not of something planned, with their figures."""
        told = (each for each in self.sentences if self.role_of(each) is not Role.PLAN)
        present = (each for each in told if all(clause.tense is not Tense.FUTURE for clause in each.clauses))
        read = ((each, figures(self.folded, each.span.start, each.span.end)) for each in present)
        return tuple((sentence, found) for sentence, found in read if found)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds an offset; None in a heading or between sentences."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].span.end else None

    def _cut(self, number: int, passage: Passage) -> Iterator[Sentence]:
        if passage.body is None or passage.role in (Role.NOISE, Role.TITLE):
            return
        bounds = sentences(self.folded, passage.body.start, passage.body.end)
        prompts = [found.span() for found in _PROMPT.finditer(self.folded, passage.body.start, passage.body.end)]
        for position, (start, end) in enumerate(bounds):
            if any(first < end and start < last for first, last in prompts):
                continue
            cut = clauses(self.folded, start, end)
            told = tenses(self.folded, cut, self.year)
            opens = position == 0 or (self.folded[start] in _RUN_OPENERS and _RUN_MARK.match(self.folded, start) is not None)
            lead = opens and end - start <= _MAX_LEAD and position + 1 < len(bounds) and quantity_in(self.folded, start, end) is None
            yield Sentence(
                Span(start, end),
                number,
                tuple(
                    Clause(Span(*span), tense, tells_direction_only(self.folded[span[0] : span[1]]))
                    for span, tense in zip(cut, told, strict=True)
                ),
                lead,
            )

    def role_of(self, sentence: Sentence) -> Role:
        """Return the part in which a sentence stands."""
        return self.passages[sentence.passage].role

    def in_roles(self, roles: Iterable[Role]) -> Iterator[Sentence]:
        """Yield the sentences of these parts, in order."""
        wanted = frozenset(roles)
        return (sentence for sentence in self.sentences if self.role_of(sentence) in wanted)

    def headings(self, sentence: Sentence) -> str:
        """Return the words of all headings above a sentence, folded."""
        return "\n".join(self.folded[span.start : span.end] for span in self.passages[sentence.passage].path)

    def counts(self, span: Span) -> bool:
        """Tell whether something is counted in a span; rules ask for the same ones again and again."""
        if span not in self._counted:
            self._counted[span] = quantity_in(self.folded, *span) is not None
        return self._counted[span]

    def asks(self, span: Span) -> bool:
        """Tell a stretch in which a prompt of ``reportcheck new`` has not been filled in."""
        return _PROMPT.search(self.folded, span.start, span.end) is not None

    def words(self, span: Span) -> str:
        """Return a span's words, folded."""
        return self.folded[span.start : span.end]

    def parts_of(self, role: Role) -> list[Part]:
        """Return the parts with this role; one goes on behind the page's furniture."""
        return [part for part in self._told if part.role is role]

    def run_marks(self, span: Span) -> list[Span]:
        """Return the items of an 一是…二是… run inside a span, each up to the next mark."""
        marks = run_items(self.folded, span.start, span.end)
        ends = [*(mark.start for mark in marks[1:]), span.end]
        return [Span(mark.start, end) for mark, end in zip(marks, ends, strict=False)]

"""Parts: runs of passages with one role."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reportcheck.document import Span
from reportcheck.structure.passages import Passage
from reportcheck.structure.roles import Role


class Part(NamedTuple):
    """A run of passages with one role; ``heading`` is the words of the heading that opens it, or None."""

    role: Role
    span: Span
    heading: Span | None


def parts(passages: Iterable[Passage]) -> Iterator[Part]:
    """Put neighbouring passages of one role together, in order."""
    run: list[Passage] = []
    for passage in passages:
        if run and run[-1].role is not passage.role:
            yield _part(run)
            run = []
        run.append(passage)
    if run:
        yield _part(run)


def _part(run: list[Passage]) -> Part:
    first = run[0]
    heading = None
    if first.heading is not None and first.role is not Role.TITLE:
        heading = Span(first.enumerator.start if first.enumerator else first.heading.start, first.heading.end)
    return Part(first.role, Span(first.span.start, run[-1].span.end), heading)

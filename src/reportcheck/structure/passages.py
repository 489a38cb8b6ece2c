"""The passages of a report, each with its role: what opens a part, what goes on with it."""

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.document import Document, Span
from reportcheck.structure.frame import (
    glued_title_end,
    is_closing,
    is_issuer_line,
    is_title,
    may_begin_title,
    sign_off_start,
)
from reportcheck.structure.headings import Stretch, stretches
from reportcheck.structure.roles import Role
from reportcheck.structure.transitions import heading_roles, opens_plan, opens_problems
from reportcheck.text.numbering import Enumerator
from reportcheck.text.patterns import Pattern
from reportcheck.text.sentences import sentences

_PLAIN = "plain"
_MAX_PREFACE = 600
# Words that lead over to problems or plans stand in the later part of a report; earlier they tell of something else.
_EARLIEST_PROBLEMS = 0.3
_EARLIEST_PLAN = 0.55
_CONTENTS = Pattern(r"目 {0,4}录", "目")
_LEADER = Pattern(r"[ .·…-]*\d{0,3}$")
_WORK = (Role.ACHIEVEMENTS, Role.FIRST_RESPONSIBLE)


class Passage(NamedTuple):
    """A heading, a paragraph, or a heading with the paragraph that follows it in the same line.

    ``level`` is the heading's depth (1 = top); 0 where there is no heading.
    ``path`` holds the headings above this passage, outermost first, its own last.
    """

    span: Span
    role: Role
    level: int = 0
    enumerator: Enumerator | None = None
    heading: Span | None = None
    body: Span | None = None
    path: tuple[Span, ...] = ()


class _Level(NamedTuple):
    style: str
    role: Role
    shared: bool
    heading: Span


class _Walk:
    """What has been read so far: the open headings, and a part that began without one."""

    def __init__(self, folded: str, year: int | None) -> None:
        self.folded = folded
        self.year = year
        self.stack: list[_Level] = []
        self.override: Role | None = None
        self.override_style: str | None = None
        self.running = Role.ACHIEVEMENTS
        self.past_problems = False

    @property
    def path(self) -> tuple[Span, ...]:
        return tuple(level.heading for level in self.stack)

    def enter(self, stretch: Stretch, heading: Span) -> Role:
        """Open a heading; return its role."""
        text = self.folded[heading.start : heading.end]
        roles = heading_roles(text, self.year)
        if self.past_problems:
            # Behind the problems "2024年工作安排" heads the plan of a report on 2024: last year's words, left standing.
            roles |= heading_roles(text, None)
        style = stretch.enumerator.style if stretch.enumerator else _PLAIN
        if style == _PLAIN and stretch.block.level is not None:
            style = f"{_PLAIN}{stretch.block.level}"
        elif style == _PLAIN and roles:
            self.stack.clear()
        index = next((i for i, level in enumerate(self.stack) if level.style == style), len(self.stack))
        parent = self.stack[index - 1] if index else None
        del self.stack[index:]
        role, shared = self._role(roles, parent, stretch.enumerator)
        self.stack.append(_Level(style, role, shared, heading))
        self.running = role
        self.past_problems |= role is Role.PROBLEMS
        return role

    def _role(self, roles: frozenset[Role], parent: _Level | None, mark: Enumerator | None) -> tuple[Role, bool]:
        if self._keeps_override(roles, mark):
            assert self.override is not None  # noqa: S101 - _keeps_override says so
            return self.override, False
        self.override = self.override_style = None
        shared = {Role.PROBLEMS, Role.PLAN} <= roles
        named = next((role for role in (Role.FIRST_RESPONSIBLE, Role.PROBLEMS, Role.PLAN, Role.CLOSING) if role in roles), None)
        if parent is None or parent.role is Role.CLOSING:
            return named or Role.ACHIEVEMENTS, shared
        if parent.shared:
            return (self.running if named in (None, Role.FIRST_RESPONSIBLE, Role.CLOSING) or shared else named) or self.running, True
        if parent.role is Role.PLAN or (parent.role is Role.PROBLEMS and named is not Role.PLAN):
            return parent.role, False
        return (named if named not in (None, Role.CLOSING) else None) or parent.role, shared

    def _keeps_override(self, roles: frozenset[Role], mark: Enumerator | None) -> bool:
        """After a part that began without a heading, a list that starts anew belongs to it."""
        if self.override is None or mark is None:
            return False
        if self.override is not Role.PLAN and roles:
            return False
        if mark.number == 1 and self.override_style is None:
            self.override_style = mark.style
        depth = self.override_style
        return depth is not None and (mark.style == depth or mark.number == 1 or any(level.style == depth for level in self.stack))

    def divide(self, span: Span, role: Role, *, numbered: bool) -> Iterator[tuple[Span, Role]]:
        """Cut a paragraph where a sentence leads over to another part."""
        begin = span.start
        for start, end in sentences(self.folded, span.start, span.end):
            alone = not numbered and start == span.start
            following = self._next_role(self.folded[start:end], role, start / max(len(self.folded), 1), alone=alone)
            if following is role:
                continue
            if start > begin:
                yield Span(begin, start), role
            begin, role = start, following
            self.override, self.override_style, self.running = role, None, role
            self.past_problems |= role is Role.PROBLEMS
        yield Span(begin, span.end), role

    def _next_role(self, sentence: str, role: Role, position: float, *, alone: bool) -> Role:
        if role in _WORK and position > _EARLIEST_PROBLEMS and opens_problems(sentence):
            return Role.PROBLEMS
        if role is Role.PROBLEMS and opens_plan(sentence, self.year):
            return Role.PLAN
        own_year = self.year is not None and sentence.startswith(f"{self.year + 1}年")
        if role in _WORK and position > _EARLIEST_PLAN and (own_year or alone) and opens_plan(sentence, self.year):
            return Role.PLAN
        return role


def passages(document: Document, folded: str, year: int | None) -> tuple[Passage, ...]:
    """Return the whole text as passages in order; every non-blank character but white space is in one."""
    every = stretches(document, folded)
    listed = _table_of_contents(folded, [stretch for stretch in every if not stretch.block.furniture])
    content = [stretch for stretch in every if not stretch.block.furniture and stretch.span not in listed]
    head, body, tail = _frame(folded, content)
    content_spans = {stretch.span for stretch in content}
    result = [Passage(stretch.span, Role.NOISE, body=stretch.span) for stretch in every if stretch.span not in content_spans]
    result += _head(folded, head)
    walk = _Walk(folded, year)
    for stretch in body:
        result += _walk_stretch(walk, stretch)
    result += [Passage(stretch.span, Role.CLOSING, body=stretch.span) for stretch in tail]
    return tuple(sorted(_with_glued_sign_off(folded, result), key=lambda passage: passage.span))


def _table_of_contents(folded: str, content: list[Stretch]) -> set[Span]:
    """Return 目录 and the headings under it, up to the first text or the first heading again: they are no evidence."""
    at = next((i for i, stretch in enumerate(content[:8]) if _CONTENTS.fullmatch(_words(folded, stretch))), None)
    if at is None:
        return set()
    found = {content[at].span}
    first = None
    for stretch in content[at + 1 :]:
        entry = _LEADER.sub("", _words(folded, stretch))
        if stretch.body is not None or entry == first:
            break
        first = first or entry
        found.add(stretch.span)
    return found


def _frame(folded: str, content: list[Stretch]) -> tuple[list[Stretch], list[Stretch], list[Stretch]]:
    """Divide the stretches into what stands before the first part, the parts, and the sign-off."""
    last = len(content)
    while last > 1 and content[last - 1].enumerator is None and is_closing(_words(folded, content[last - 1])):
        last -= 1
    first = next((i for i, stretch in enumerate(content[:last]) if _opens_body(folded, content, i)), None)
    if first is None:
        first = _preface_length(folded, content[:last])
    return content[:first], content[first:last], content[last:]


def _words(folded: str, stretch: Stretch) -> str:
    return folded[stretch.span.start : stretch.span.end]


def _opens_body(folded: str, content: list[Stretch], index: int) -> bool:
    stretch = content[index]
    if stretch.enumerator is not None:
        return True
    if stretch.heading is None or index == 0:
        return False
    words = _words(folded, stretch)
    if is_title(words) or is_closing(words) or stretch.block.level == 1:
        return False
    if any(is_title(_words(folded, later)) for later in content[index + 1 : index + 6]):  # a covering letter came first
        return False
    # A plain heading counts once a paragraph of text has come before it (the preface) or a later one follows a title.
    return any(before.span.length > 60 for before in content[:index]) or (  # noqa: PLR2004 - longer than any title line
        stretch.block.level is not None or bool(heading_roles(words, None))
    )


def _preface_length(folded: str, content: list[Stretch]) -> int:
    for count, stretch in enumerate(content, 1):
        words = _words(folded, stretch)
        if len(words) > 60:  # noqa: PLR2004 - the first real paragraph
            return count if len(content) > count and len(words) <= _MAX_PREFACE else count - 1
    return 0


def _title_lines(lines: list[str]) -> set[int]:
    """Return which lines are the title; it may stand on two or three lines, the issuer above it."""
    titles = {i for i, line in enumerate(lines) if is_title(line)}
    for last in range(1, len(lines)):
        for first in (last - 1, last - 2):
            group = lines[max(first, 0) : last + 1]
            whole = last not in titles or is_issuer_line(group[0])
            if first >= 0 and first not in titles and whole and all(map(may_begin_title, group)) and is_title("".join(group)):
                titles |= set(range(first, last + 1))
                break
    return titles


def _head(folded: str, head: list[Stretch]) -> Iterator[Passage]:
    titles = _title_lines([_words(folded, stretch) for stretch in head])
    for i, stretch in enumerate(head):
        if i in titles:
            yield Passage(stretch.span, Role.TITLE, heading=stretch.span)
            continue
        cut = stretch.span.start + glued_title_end(_words(folded, stretch))
        if cut > stretch.span.start:
            title = Span(stretch.span.start, cut)
            yield Passage(title, Role.TITLE, heading=title)
        rest = Span(cut, stretch.span.end)
        if folded[rest.start : rest.end].strip():
            yield Passage(rest, Role.PREFACE, body=rest)


def _walk_stretch(walk: _Walk, stretch: Stretch) -> Iterator[Passage]:
    heading = stretch.heading
    if heading is None:
        role = walk.override or (walk.stack[-1].role if walk.stack and not walk.stack[-1].shared else walk.running)
        level = 0
    else:
        role, level = walk.enter(stretch, heading), len(walk.stack)
    path = walk.path
    if stretch.body is None:
        yield Passage(stretch.span, role, level, stretch.enumerator, heading, None, path)
        return
    pieces = list(walk.divide(stretch.body, role, numbered=stretch.enumerator is not None))
    first, first_role = pieces[0]
    if heading is not None and first_role is not role:
        yield Passage(Span(stretch.span.start, first.start), role, level, stretch.enumerator, heading, None, path)
        start = first.start
    else:
        start = stretch.span.start
    own = first_role is role
    yield Passage(Span(start, first.end), first_role, level if own else 0, stretch.enumerator if own else None, heading if own else None, first, path)
    for span, other in pieces[1:]:
        yield Passage(span, other, body=span, path=path)


def _with_glued_sign_off(folded: str, result: list[Passage]) -> Iterator[Passage]:
    last = max((passage for passage in result if passage.role is not Role.NOISE), key=lambda passage: passage.span, default=None)
    for passage in result:
        if passage is not last or passage.body is None or passage.role is Role.CLOSING:
            yield passage
            continue
        cut = sign_off_start(folded, passage.body.start, passage.body.end)
        if cut == passage.body.end:
            yield passage
            continue
        yield passage._replace(span=Span(passage.span.start, cut), body=Span(passage.body.start, cut))
        yield Passage(Span(cut, passage.span.end), Role.CLOSING, body=Span(cut, passage.span.end))

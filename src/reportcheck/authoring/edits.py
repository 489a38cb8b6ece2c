"""Edits of a good report, each of which must bring one rule down: delete, empty, move into the plan, slogan, rename."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportcheck.authoring.bench import Bench
from reportcheck.authoring.examples import plain_document
from reportcheck.document import Document, Span
from reportcheck.outcome import Status
from reportcheck.rule import Rule
from reportcheck.structure.passages import Passage
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role

_ROUNDS = 40
_VAGUE = "有的工作还有待加强。"
_EMPTY_PLAN = "提高站位，凝聚合力。"


class Edit(NamedTuple):
    """An edited report: what was done, the text, the spans that are gone, and the parts that were changed as such."""

    what: str
    document: Document
    gone: tuple[Span, ...] = ()
    touched: frozenset[Role] = frozenset()


class _Place(NamedTuple):
    """A rule, met by a reading."""

    bench: Bench
    reading: Reading
    rule: Rule

    def replaced(self, changes: Sequence[tuple[Span, str]]) -> Document:
        return replaced(self.reading.document, changes)

    def holds(self, document: Document) -> bool:
        return self.bench.judge(document, self.rule).outcome.status is Status.MET

    def passages(self, role: Role) -> list[Passage]:
        return [passage for passage in self.reading.passages if passage.role is role]

    def evidence(self) -> list[Span]:
        outcome = self.bench.judge_reading(self.reading, self.rule).outcome
        return [each.span for each in outcome.evidence]


def edits(bench: Bench, reading: Reading, rule: Rule) -> Iterator[Edit]:
    """Yield the edits by which a rule that the report meets must fall; none for kinds that look for faults: taking away makes none."""
    if rule.check in _EDITS:
        yield from _EDITS[rule.check](_Place(bench, reading, rule))


def replaced(document: Document, changes: Sequence[tuple[Span, str]]) -> Document:
    """Return the document with other words in these places; lines that become empty are taken out."""
    text = document.text
    for span, words in sorted(changes, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return plain_document([line for line in text.split("\n") if line.strip()])


def support(bench: Bench, reading: Reading, rule: Rule, slogan: str = "") -> tuple[Span, ...]:
    """Return the sentences on which a met verdict rests; empty where it is met even without them.

    With a ``slogan`` in their place what follows may rest on that; then it belongs to them too.
    """
    gone: set[Span] = set()
    for _ in range(_ROUNDS):
        now = bench.read(_blanked(reading.document, gone, slogan))
        outcome = bench.judge_reading(now, rule).outcome
        if outcome.status is not Status.MET:
            return tuple(sorted(gone | _bare_leads(reading, gone)))
        found = {sentence.span for each in outcome.evidence for sentence in now.sentences if _overlap(sentence.span, each.span)}
        gone |= found or {each.span for each in outcome.evidence}
    return ()


def _bare_leads(reading: Reading, gone: set[Span]) -> set[Span]:
    """Return the opening words of items (6.抓学法普法。) under which nothing is left."""
    hit = {sentence.passage for sentence in reading.sentences if sentence.span in gone}
    left = {sentence.passage for sentence in reading.sentences if not sentence.lead and sentence.span not in gone}
    return {sentence.span for sentence in reading.sentences if sentence.lead and sentence.passage in hit - left}


def _blanked(document: Document, gone: Iterable[Span], slogan: str) -> Document:
    """Put blanks, or a slogan, over spans: offsets stay. Each ends in a full stop, so that neighbours do not become one sentence."""
    text = document.text
    for span in gone:
        words = slogan if 0 < len(slogan) < span.length else ""
        text = text[: span.start] + words + "　" * (span.length - 1 - len(words)) + "。" + text[span.end :]
    return document._replace(text=text)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _evidence(at: _Place) -> Iterator[Edit]:
    gone = support(at.bench, at.reading, at.rule)
    yield Edit("删去全部依据句", at.replaced([(span, "") for span in gone]), gone)
    words = "".join(at.reading.document.quote(span).strip() for span in gone)
    plan = at.passages(Role.PLAN)
    if plan:
        end = plan[-1].span.end
        yield Edit("依据句移到来年安排", at.replaced([*((span, "") for span in gone), (Span(end, end), f"\n{words}")]), gone)
    topic = next((term for term in at.rule.params.get("topic", ()) if "…" not in term), at.rule.title)
    slogan = f"加强{topic}工作。"
    gone = support(at.bench, at.reading, at.rule, slogan)
    yield Edit("依据句改成口号", at.replaced([(span, slogan) for span in gone]), gone)


def _part(at: _Place) -> Iterator[Edit]:
    role = Role(at.rule.params["role"])
    touched = frozenset({role})
    passages = at.passages(role)
    yield Edit("清空这一部分", at.replaced([(p.span, "") for p in passages if p is not passages[0]]), touched=touched)
    yield Edit("删去这一部分", at.replaced([(p.span, "") for p in passages]), touched=touched)
    heading = passages[0].heading
    if heading is not None and role is not Role.ACHIEVEMENTS:
        # With its lead-in, which may say as well what the part is for.
        lead = [(p.span, "") for p in passages[1:2] if p.heading is None]
        yield Edit("标题改名", at.replaced([(heading, "其他工作情况"), *lead]), touched=touched | {Role.ACHIEVEMENTS})


def _items(at: _Place) -> Iterator[Edit]:
    role = Role(at.rule.params["of"])
    if "concrete" in at.rule.params:
        yield _slogan(at, role)
    seen = [p for p in at.passages(role) if any(_overlap(p.span, span) for span in at.evidence())]
    kept = at.rule.params["at_least"] - 1
    yield Edit(f"只留{kept}条", at.replaced([(p.span, "") for p in seen[kept:]]), touched=frozenset({role}))


def _slogan(at: _Place, role: Role, vague: str = _EMPTY_PLAN) -> Edit:
    first = at.passages(role)[0]
    changes = [(p.body, "") for p in at.passages(role) if p.body is not None and p is not first]
    changes += [(p.heading, vague.rstrip("。")) for p in at.passages(role) if p.heading is not None and p is not first]
    if role is Role.PROBLEMS or not changes:
        changes = [(_after_number(p), vague) for p in at.passages(role) if p is not first]
    return Edit("各条改成口号", at.replaced(changes), touched=frozenset({role}))


def _after_number(passage: Passage) -> Span:
    return Span(passage.enumerator.end if passage.enumerator else passage.span.start, passage.span.end)


def _specific(at: _Place) -> Iterator[Edit]:
    yield _slogan(at, Role.PROBLEMS, _VAGUE)


def _causes(at: _Place) -> Iterator[Edit]:
    gone = tuple(at.evidence())
    yield Edit("删去写原因的话", at.replaced([(span, "") for span in gone]), gone, frozenset({Role.PROBLEMS}))


def _answered(at: _Place) -> Iterator[Edit]:
    yield _slogan(at, Role.PLAN)


def _names_year(at: _Place) -> Iterator[Edit]:
    changes: list[tuple[Span, str]] = []
    for span in at.evidence():
        year = at.reading.document.quote(span)
        for passage in at.passages(Role.PLAN):
            words, start = at.reading.document.quote(passage.span), passage.span.start
            starts = [i for i in range(len(words)) if words.startswith(year, i)]
            changes += [(Span(start + i, start + i + len(year)), "下一年") for i in starts]
    yield Edit("来年安排里不写年度", at.replaced(changes), touched=frozenset({Role.PLAN}))


def _numbering(at: _Place) -> Iterator[Edit]:
    numbered = [p.enumerator for p in at.reading.passages if p.enumerator is not None]
    for one, other in pairwise(numbered):
        if one.style == other.style and other.number == one.number + 1:
            words = at.reading.document.quote(Span(one.start, one.end))
            yield Edit("标题重号", at.replaced([(Span(other.start, other.end), words)]), touched=frozenset({Role.TITLE}))
            return


def _order(at: _Place) -> Iterator[Edit]:
    plan, work = at.passages(Role.PLAN), at.passages(Role.ACHIEVEMENTS)
    start = work[0].span.start
    words = "\n".join(at.reading.document.quote(p.span) for p in plan)
    moved = at.replaced([*((p.span, "") for p in plan), (Span(start, start), f"{words}\n")])
    yield Edit("来年安排移到最前", moved, touched=frozenset({Role.PLAN}))


def _title(at: _Place) -> Iterator[Edit]:
    yield Edit("删去标题", at.replaced([(p.span, "") for p in at.passages(Role.TITLE)]), touched=frozenset({Role.TITLE}))


def _fact(at: _Place) -> Iterator[Edit]:
    """Take away the one closing line without which the fact is not stated."""
    closing = at.passages(Role.CLOSING)
    # The signature stands above the date.
    for passage in closing if at.rule.params["fact"] == "signed_by" else reversed(closing):
        document = at.replaced([(passage.span, "")])
        if not at.holds(document):
            yield Edit("删去落款中的一行", document)
            return
    yield Edit("删去落款", at.replaced([(p.span, "") for p in closing]))


def _doc_type(at: _Place) -> Iterator[Edit]:
    words = at.reading.document.text
    other = words.replace("法治政府建设年度报告", "工作总结").replace("法治", "").replace("依法行政", "工作").replace("依法", "")
    yield Edit("改成别的文种", plain_document(other.split("\n")), touched=frozenset(Role))


def _covered_year(at: _Place) -> Iterator[Edit]:
    year = at.reading.year or 0
    text = at.reading.document.text
    lines = text.replace(str(year), str(year + 20)).replace(str(year + 1), str(year + 21)).split("\n")
    yield Edit("改成没有版本的年度", plain_document(lines), touched=frozenset(Role))


_EDITS: Mapping[str, Callable[[_Place], Iterator[Edit]]] = {
    "answered": _answered,
    "causes": _causes,
    "covered-year": _covered_year,
    "doc-type": _doc_type,
    "evidence": _evidence,
    "fact": _fact,
    "items": _items,
    "names-year": _names_year,
    "numbering": _numbering,
    "order": _order,
    "part": _part,
    "specific": _specific,
    "title": _title,
}

"""Why an ``evidence`` rule judged as it did: each sentence with its terms, and what would change the verdict."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from reportcheck.checks.candidates import (
    ALONE,
    DEFAULT_PARTS,
    ELSEWHERE,
    FORMULA,
    HEADING,
    NEAR_MISS,
    OTHER_TOPIC,
    OVERLOOKED,
    Candidate,
    act_in,
    bound_doers,
    clause_number,
    considered,
    doer_in,
)
from reportcheck.document import Span
from reportcheck.outcome import REASONS, Strength
from reportcheck.reporters.wording import STRENGTHS
from reportcheck.structure.reading import Clause, Reading, Sentence
from reportcheck.structure.roles import Role
from reportcheck.text.quantities import quantity_in
from reportcheck.trace.values import Considered, Findings, Mark, Point, Standing
from reportcheck.trace.words import TENSES, listed, part_words, parts_listed

Params = Any
_RESULTS: dict[Standing, str] = {"counts": "算写到", "weak": "只算提到", "rejected": "不算", "overlooked": "不算"}


class Told(NamedTuple):
    """What one candidate's window tells."""

    clause: Clause
    acts: tuple[Span, ...]
    figure: Span | None
    doers: tuple[str, ...]
    doer: Span | None


def trace_evidence(reading: Reading, params: Params) -> Findings:
    """Show every sentence in which a term of the rule stands."""
    groups: dict[int, list[Candidate]] = {}
    headings: list[Candidate] = []
    for each in considered(reading, params):
        if each.place < 0:
            headings.append(each)
        else:
            groups.setdefault(each.place, []).append(each)
    found = [_sentence(reading, params, place, groups[place]) for place in sorted(groups)]
    found += _headings(reading, headings)
    counted = sum(each.standing == "counts" for each in found)
    weak = sum(each.standing == "weak" for each in found)
    where = parts_listed(params.get("parts", DEFAULT_PARTS))
    looked = f"在{where}里找已经做了的事：有关的话{len(found)}处，算写到的{counted}处，只算提到的{weak}处。"
    return Findings((looked,), tuple(sorted(found, key=lambda each: each.span)))


def told(reading: Reading, params: Params, candidate: Candidate) -> Told:
    """Tell what stands in a candidate's window, found as the check finds it."""
    sentence = reading.sentences[candidate.place]
    window = candidate.window if candidate.window.length else sentence.span
    acts = [at for clause in sentence.clauses if window.holds(clause.span) and (at := act_in(reading, params, clause)) is not None]
    figure = quantity_in(reading.folded, window.start, window.end)
    doers = bound_doers(reading, params, candidate.sign)
    doer = doer_in(reading, params, doers, sentence, candidate.term) if doers else None
    return Told(
        sentence.clauses[clause_number(sentence, candidate.term.start)],
        tuple(word_at(reading, params["acts"], at) for at in acts),
        Span(*figure) if figure else None,
        doers,
        word_at(reading, doers, doer) if doer is not None else None,
    )


def word_at(reading: Reading, terms: Iterable[str], start: int) -> Span:
    """Return the longest of these terms that begins here."""
    return Span(start, max((end for first, end in reading.index.present(terms) if first == start), default=start + 1))


def _sentence(reading: Reading, params: Params, place: int, candidates: Sequence[Candidate]) -> Considered:
    best = max(candidates, key=_worth)
    sentence = reading.sentences[place]
    known = told(reading, params, best)
    return Considered(
        sentence.span,
        _standing(best),
        _RESULTS[_standing(best)],
        _why(reading, params, best, known),
        _reason(best),
        tuple(_points(reading, params, best, known, place)),
        tuple(_marks(reading, params, best, known, candidates)),
        tuple(dict.fromkeys(_detail(reading, params, each) for each in candidates)),
    )


def _worth(candidate: Candidate) -> tuple[int, int, int]:
    """Rank what one sentence is judged by: what counts, then what might have."""
    if not candidate.reason:
        return 2, candidate.strength.rank, candidate.sign
    return (0 if candidate.reason in OVERLOOKED else 1), 0, candidate.sign


def _standing(candidate: Candidate) -> Standing:
    if candidate.reason:
        return "overlooked" if candidate.reason in OVERLOOKED else "rejected"
    return "counts" if candidate.strength.rank >= Strength.ACT.rank else "weak"


def _reason(candidate: Candidate) -> str:
    standing = _standing(candidate)
    return "" if standing == "counts" else candidate.short if standing == "weak" else candidate.reason


def _why(reading: Reading, params: Params, candidate: Candidate, known: Told) -> str:
    standing = _standing(candidate)
    if standing == "counts":
        return STRENGTHS[candidate.strength]
    if standing == "weak":
        return _shortfall(reading, params, candidate, known)
    return REASONS[candidate.reason] if standing == "rejected" else _overlooked(reading, params, candidate)


def _shortfall(reading: Reading, params: Params, candidate: Candidate, known: Told) -> str:
    if candidate.short == "doer":
        return REASONS["doer"]
    if candidate.sign < 0:
        return "只提到名称，没有写做了什么"
    if known.clause.direction:
        return "只说方向，没有写做了什么"
    if reading.sentences[candidate.place].lead and params["signs"][candidate.sign].get("needs") != "named":
        return "是点题的短句，没有写做了什么"
    return "没有写做了什么，也没有数量"


def _overlooked(reading: Reading, params: Params, candidate: Candidate) -> str:
    sign = params["signs"][candidate.sign]
    if candidate.reason == NEAR_MISS:
        miss = reading.document.quote(word_at(reading, sign["without"], candidate.hit))
        return f"同一分句里有“{miss}”，说的是另一项工作"
    if candidate.reason == ALONE:
        return f"前后没有{listed(sign['with'])}"
    if candidate.reason == ELSEWHERE:
        return f"本句、上一句和标题里都没有{listed(sign['under'])}"
    if candidate.reason == OTHER_TOPIC:
        return f"本句、上一句或标题里有{listed(sign['not_under'])}，说的是另一项工作"
    return {FORMULA: "是套话，人人都写", HEADING: "是标题，标题不算"}[candidate.reason]


def _points(reading: Reading, params: Params, candidate: Candidate, known: Told, place: int) -> Iterator[Point]:
    yield Point("部分", part_words(reading, place))
    yield Point("时态", TENSES[known.clause.tense])
    if known.doers:
        yield Point("谁做的", _doer(reading, reading.sentences[place], known))
    yield Point("举措", _acts(reading, params, candidate, known))
    yield Point("数据", reading.document.quote(known.figure) if known.figure else "没有")


def _doer(reading: Reading, sentence: Sentence, known: Told) -> str:
    if known.doer is not None:
        return reading.document.quote(known.doer)
    if reading.role_of(sentence) is Role.FIRST_RESPONSIBLE:
        return "写在第一责任人履职部分，不必另写"
    return "没有写明"


def _acts(reading: Reading, params: Params, candidate: Candidate, known: Told) -> str:
    words = dict.fromkeys(reading.document.quote(span) for span in known.acts)
    if words:
        return "、".join(words)
    if known.clause.direction:
        return "没有，只说方向"
    named = candidate.sign >= 0 and params["signs"][candidate.sign].get("needs") == "named"
    counts = named and not candidate.reason and candidate.strength.rank >= Strength.ACT.rank
    return f"“{reading.document.quote(candidate.term)}”本身就是具体的事" if counts else "没有"


def _marks(reading: Reading, params: Params, best: Candidate, known: Told, candidates: Sequence[Candidate]) -> Iterator[Mark]:
    yield from (Mark(each.term, "term") for each in candidates)
    yield from (Mark(span, "act") for span in known.acts)
    if known.figure:
        yield Mark(known.figure, "figure")
    if known.doer:
        yield Mark(known.doer, "doer")
    if best.hit >= 0:
        yield Mark(word_at(reading, params["signs"][best.sign]["without"], best.hit), "near_miss")


def _detail(reading: Reading, params: Params, candidate: Candidate) -> str:
    name = "名称（topic）" if candidate.sign < 0 else f"第{candidate.sign + 1}组（signs）"
    known = told(reading, params, candidate)
    result = f"{_RESULTS[_standing(candidate)]}，{_why(reading, params, candidate, known)}"
    return f"{name}“{reading.document.quote(candidate.term)}”：{result}"


def _headings(reading: Reading, candidates: Sequence[Candidate]) -> Iterator[Considered]:
    for passage in reading.passages:
        span = passage.heading
        if span is None or passage.role in (Role.NOISE, Role.TITLE):
            continue
        inside = [each for each in candidates if span.holds(each.term)]
        if inside:
            marks = tuple(Mark(each.term, "term") for each in inside)
            yield Considered(span, "overlooked", "不算", "是标题，标题不算", HEADING, (), marks)

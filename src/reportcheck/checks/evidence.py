"""Is something told, and how strongly: sought in the right parts, in the right tense, of the right doer.

Parameters: ``signs`` (each a set of words by which reports tell of the thing),
``topic`` (words that merely name it), ``acts`` (verbs that tell something was
done; not inside ``compounds``, names of systems that hold such a verb), ``formulas`` (set phrases in which nothing is evidence), ``doers`` (who must have done it, by profile of
the issuer, told before the act; not as part of ``not_doers``; a sign with
``anyone`` needs none), ``by_others`` (whether somebody else's
act is a mention or, as by default, nothing), ``parts`` (where it must be told).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reportcheck.checks.params import ROLES, TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import REASONS, Evidence, Outcome, Rejected, Status, Strength
from reportcheck.structure.facts import PROFILES
from reportcheck.structure.reading import Clause, Reading, Sentence
from reportcheck.structure.roles import Role
from reportcheck.text.quantities import quantity_in
from reportcheck.text.tense import Tense

AFTER = 60
"""Characters after a term in which the same sentence may tell the act."""
BEFORE = 25
"""Characters before a term's clause from which the clause before may tell the act."""
SHOWN = 3
_DATE_ONLY = re.compile(r"\W*20\d\d年度?(?:\d{1,2}月)?(?:以来)?\W*")
_TELLING = ("plan", "future", "other_year", "demand", "doer", "problem", "preface")
"""Reasons for not counting, the one that tells the reader most first."""
_DIVIDES = ("其中", "包括", "含", "均", "共")

_SIGN = params_schema(
    {
        "any": TERMS,
        "with": TERMS,
        "under": TERMS,
        "without": TERMS,
        "needs": {"enum": ["act", "named"]},
        "anyone": {"type": "boolean"},
    },
    ["any"],
)
PARAMS: dict[str, Any] = params_schema(
    {
        "signs": {"type": "array", "items": _SIGN, "minItems": 1},
        "topic": TERMS,
        "acts": TERMS,
        "compounds": TERMS,
        "formulas": TERMS,
        "doers": params_schema({"default": TERMS, **dict.fromkeys(PROFILES, TERMS)}, ["default"]),
        "not_doers": TERMS,
        "by_others": {"enum": ["mention", "nothing"]},
        "parts": ROLES,
    },
    ["signs", "acts"],
)
_DEFAULT_PARTS = (Role.ACHIEVEMENTS.value, Role.FIRST_RESPONSIBLE.value)
_ELSEWHERE = {Role.PLAN: "plan", Role.PROBLEMS: "problem", Role.PREFACE: "preface"}


class _Candidate(NamedTuple):
    """A place where a sign fires: its term, the words to show, how strong it is.

    ``reason`` says why it does not count at all, ``short`` why a mention is no more than that.
    """

    term: Span
    shown: Span
    strength: Strength
    reason: str = ""
    short: str = "slogan"


def vocabulary(params: Params) -> Iterable[str]:
    """Return all terms of all signs."""
    for sign in params["signs"]:
        for key in ("any", "with", "under", "without"):
            yield from sign.get(key, ())
    for key in ("topic", "acts", "compounds", "formulas", "not_doers"):
        yield from params.get(key, ())
    for doers in params.get("doers", {}).values():
        yield from doers


def check(reading: Reading, params: Params) -> Outcome:
    """Find the strongest evidence; what was considered and does not count is kept with its reason."""
    found = [candidate for sign in params["signs"] for candidate in _candidates(reading, params, sign)]
    found += _topic_candidates(reading, params)
    kept = _distinct([c for c in found if not c.reason])
    rejected = _distinct([c for c in found if c.reason])
    strength = max((c.strength for c in kept), key=lambda s: s.rank, default=Strength.ABSENT)
    if strength is Strength.ABSENT and any(c.reason in ("plan", "future") for c in rejected):
        strength = Strength.MENTION
    return _outcome(reading, kept, rejected, strength, _anchor(reading, params))


def _anchor(reading: Reading, params: Params) -> Span | None:
    """Return the heading of the part that should hold it: the leaders' own part for what the leaders must do."""
    order = (Role.FIRST_RESPONSIBLE, Role.ACHIEVEMENTS) if "doers" in params else (Role.ACHIEVEMENTS,)
    part = next((parts[0] for role in order if (parts := reading.parts_of(role))), None)
    return None if part is None else part.heading or Span(part.span.start, min(part.span.end, part.span.start + AFTER))


def _outcome(
    reading: Reading, kept: list[_Candidate], rejected: list[_Candidate], strength: Strength, anchor: Span | None
) -> Outcome:
    best = sorted(kept, key=lambda c: (-c.strength.rank, c.short, c.shown))[:SHOWN]
    status = Status.UNMET if not kept else Status.MET if strength.rank >= Strength.ACT.rank else Status.PARTIAL
    shown = best if status is Status.MET else []
    slogans = [Rejected(c.shown, c.short) for c in best] if status is Status.PARTIAL else []
    others = [Rejected(c.shown, c.reason) for c in sorted(rejected, key=lambda c: _TELLING.index(c.reason))[:SHOWN]]
    why = _why(reading, [*slogans, *others])
    return Outcome(
        status,
        strength,
        tuple(Evidence(c.shown, c.strength) for c in sorted(shown or best, key=lambda c: c.shown)),
        tuple(others),
        anchor,
        slots={"why": why},
    )


def _why(reading: Reading, considered: list[Rejected]) -> str:
    if not considered:
        return "全文没有找到相应的内容。"
    first = considered[0]
    words = reading.document.quote(first.span).strip()
    short = words if len(words) <= 42 else f"{words[:28]}…{words[-12:]}"  # noqa: PLR2004 - one line on the terminal
    return f"文中“{short}”，{REASONS[first.reason]}。"


def _candidates(reading: Reading, params: Params, sign: Params) -> Iterator[_Candidate]:
    seen: set[int] = set()
    for start, end in reading.index.present(sign["any"]):
        place = _sentence_at(reading, start)
        if place is None or start in seen or reading.index.inside(params.get("formulas", ()), start):
            continue
        candidate = _judge(reading, params, sign, place, Span(start, end))
        if candidate is not None:
            seen.add(start)
            yield candidate


def _sentence_at(reading: Reading, offset: int) -> int | None:
    index = bisect_right(reading.sentences, offset, key=lambda s: s.span.start) - 1
    return index if index >= 0 and offset < reading.sentences[index].span.end else None


def _judge(reading: Reading, params: Params, sign: Params, place: int, term: Span) -> _Candidate | None:
    sentence = reading.sentences[place]
    number = _clause_at(sentence, term.start)
    clause = sentence.clauses[number]
    window = _window(reading, sentence, number, term)
    index = reading.index
    if "without" in sign and index.any_in(sign["without"], _subject_start(reading, sentence, number), clause.span.end) is not None:
        return None
    if "with" in sign and index.any_in(sign["with"], window.start, window.end) is None:
        return None
    if "under" in sign and not _under(reading, place, sign["under"]):
        return None
    shown = _shown(reading, sentence, window)
    reason = _reason(reading, params, sentence, clause.tense)
    if reason:
        return _Candidate(term, shown, Strength.MENTION, reason)
    strength = _strength(reading, params, sign, sentence, number=number, window=window)
    if not _done_by(reading, params, sign, sentence, term):
        counts = params.get("by_others") == "mention"
        return _Candidate(term, shown, Strength.MENTION, "" if counts else "doer", "slogan" if strength is Strength.MENTION else "doer")
    return _Candidate(term, shown, strength)


def _subject_start(reading: Reading, sentence: Sentence, number: int) -> int:
    """Return where the clause's subject is told: in the clause before, where this one only divides it (其中…)."""
    span = sentence.clauses[number].span
    divides = number > 0 and reading.folded.startswith(_DIVIDES, span.start)
    return sentence.clauses[number - 1].span.start if divides else span.start


def _clause_at(sentence: Sentence, offset: int) -> int:
    return max(bisect_right(sentence.clauses, offset, key=lambda clause: clause.span.start) - 1, 0)


def _window(reading: Reading, sentence: Sentence, number: int, term: Span) -> Span:
    """Return the clause with the term, the one before if near, and those that follow, as far as they are told as done."""
    start, end = sentence.clauses[number].span.start, sentence.clauses[number].span.end
    before = sentence.clauses[number - 1].span if number else None
    # A date alone (2024年,) tells nothing, but its digits would count as a figure.
    if before is not None and term.start - before.end <= BEFORE and not _DATE_ONLY.fullmatch(reading.words(before)):
        start = before.start
    own = sentence.clauses[number]
    for clause in sentence.clauses[number + 1 :]:
        # Two directions in a row: what follows them no longer belongs to the first.
        if clause.span.start - term.end > AFTER or clause.tense not in (Tense.DONE, own.tense) or (own.direction and clause.direction):
            break
        end = clause.span.end
    return Span(start, end)


def _shown(reading: Reading, sentence: Sentence, window: Span) -> Span:
    """Return the words to quote: the whole sentence where it is short; no comma at the end."""
    span = sentence.span if sentence.span.length <= AFTER else window
    return Span(span.start, span.start + len(reading.words(span).rstrip(" ,;:")))


def _under(reading: Reading, place: int, terms: tuple[str, ...]) -> bool:
    sentence = reading.sentences[place]
    spans = [sentence.span, *reading.passages[sentence.passage].path]
    before = reading.sentences[place - 1] if place else None
    if before is not None and before.passage == sentence.passage:
        spans.append(before.span)
    return any(reading.index.any_in(terms, span.start, span.end) is not None for span in spans)


def _reason(reading: Reading, params: Params, sentence: Sentence, tense: Tense) -> str:
    role = reading.role_of(sentence)
    if role.value not in params.get("parts", _DEFAULT_PARTS):
        return _ELSEWHERE.get(role, "preface")
    return "" if tense is Tense.DONE else tense.value


def _strength(
    reading: Reading, params: Params, sign: Params, sentence: Sentence, *, number: int, window: Span
) -> Strength:
    if sentence.lead and sign.get("needs") != "named":
        return Strength.MENTION
    if quantity_in(reading.folded, window.start, window.end) is not None:
        return Strength.FIGURE
    named = sign.get("needs") == "named" and not sentence.clauses[number].direction
    told = named or any(
        _tells_act(reading, params, clause) for clause in sentence.clauses if window.holds(clause.span)
    )
    return Strength.ACT if told else Strength.MENTION


def _tells_act(reading: Reading, params: Params, clause: Clause) -> bool:
    if clause.direction:
        return False
    hidden = params.get("compounds", ())
    return reading.index.any_in(params["acts"], clause.span.start, clause.span.end, outside=hidden) is not None


def _done_by(reading: Reading, params: Params, sign: Params, sentence: Sentence, term: Span) -> bool:
    """Tell whether one of the doers is told before the act; the part on the leaders' duties is about them anyhow."""
    doers = params.get("doers")
    if doers is None or sign.get("anyone") or reading.role_of(sentence) is Role.FIRST_RESPONSIBLE:
        return True
    bound = doers.get(reading.facts.profile, doers["default"])
    return reading.index.any_in(bound, sentence.span.start, term.end, outside=params.get("not_doers", ())) is not None


def _topic_candidates(reading: Reading, params: Params) -> Iterator[_Candidate]:
    for start, end in reading.index.present(params.get("topic", ())):
        place = _sentence_at(reading, start)
        if place is not None:
            sentence = reading.sentences[place]
            clause = sentence.clauses[_clause_at(sentence, start)]
            reason = _reason(reading, params, sentence, clause.tense)
            yield _Candidate(Span(start, end), _shown(reading, sentence, clause.span), Strength.MENTION, reason)


def _distinct(candidates: list[_Candidate]) -> list[_Candidate]:
    """Keep the strongest candidate of each quoted stretch, in the order of the text."""
    best: dict[Span, _Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.shown)
        if known is None or candidate.strength.rank > known.strength.rank:
            best[candidate.shown] = candidate
    return [best[span] for span in sorted(best)]

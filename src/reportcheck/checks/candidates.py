"""Where the signs of an ``evidence`` rule fire, and how each place is judged.

The check counts these places, and an explanation shows them: both from here.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.checks.params import Params
from reportcheck.document import Span
from reportcheck.outcome import Strength
from reportcheck.structure.reading import Clause, Reading, Sentence
from reportcheck.structure.roles import Role
from reportcheck.text.tense import Tense

AFTER = 60
"""Characters after a term in which the same sentence may tell the act."""
BEFORE = 25
"""Characters before a term's clause from which the clause before may tell the act."""
DEFAULT_PARTS = (Role.ACHIEVEMENTS.value, Role.FIRST_RESPONSIBLE.value)
FORMULA, NEAR_MISS, ALONE, ELSEWHERE, OTHER_TOPIC, HEADING = "formula", "without", "with", "under", "not_under", "heading"
OVERLOOKED = frozenset({FORMULA, NEAR_MISS, ALONE, ELSEWHERE, OTHER_TOPIC, HEADING})
"""Reasons for which a place is no sign at all: the outcome does not even name it."""
_DATE_ONLY = re.compile(r"\W*20\d\d年度?(?:\d{1,2}月)?(?:以来)?\W*")
_DIVIDES = ("其中", "包括", "含", "均", "共")
_OTHER_PARTS = {Role.PLAN: "plan", Role.PROBLEMS: "problem", Role.PREFACE: "preface"}


class Candidate(NamedTuple):
    """A place where a term stands: the term, the words to show, how strong it is.

    ``reason`` says why it does not count at all, ``short`` why a mention is no more than that.
    ``place`` is the sentence's number, ``sign`` the sign's; -1 where there is none (a heading, the topic).
    ``window`` is the stretch in which act, figure and companions were sought; ``hit`` the near miss found.
    """

    term: Span
    shown: Span
    strength: Strength
    reason: str = ""
    short: str = "slogan"
    place: int = -1
    sign: int = -1
    window: Span = Span(0, 0)
    hit: int = -1


def considered(reading: Reading, params: Params) -> list[Candidate]:
    """Return every place where a term of a sign or of the topic stands, judged; sign by sign, then the topic."""
    found = [each for number, sign in enumerate(params["signs"]) for each in _candidates(reading, params, sign, number)]
    return [*found, *_topic_candidates(reading, params)]


def act_in(reading: Reading, params: Params, clause: Clause) -> int | None:
    """Return where a clause tells an act; one that is led by a direction tells none."""
    if clause.direction:
        return None
    hidden = params.get("compounds", ())
    return reading.index.any_in(params["acts"], clause.span.start, clause.span.end, outside=hidden)


def bound_doers(reading: Reading, params: Params, sign: int) -> tuple[str, ...]:
    """Return who must have done it, for this kind of issuer; nothing where anybody may."""
    doers = params.get("doers")
    if doers is None or (sign >= 0 and params["signs"][sign].get("anyone")):
        return ()
    bound: tuple[str, ...] = doers.get(reading.facts.profile, doers["default"])
    return bound


def doer_in(reading: Reading, params: Params, doers: tuple[str, ...], sentence: Sentence, term: Span) -> int | None:
    """Return where one of the doers is told before the act."""
    return reading.index.any_in(doers, sentence.span.start, term.end, outside=params.get("not_doers", ()))


def clause_number(sentence: Sentence, offset: int) -> int:
    """Return which clause of a sentence holds an offset."""
    clauses = sentence.clauses
    return next((number for number in range(len(clauses) - 1, 0, -1) if clauses[number].span.start <= offset), 0)


def _candidates(reading: Reading, params: Params, sign: Params, number: int) -> Iterator[Candidate]:
    seen: set[int] = set()
    for start, end in reading.index.present(sign["any"]):
        term = Span(start, end)
        place = reading.sentence_at(start)
        if place is None:
            yield Candidate(term, term, Strength.ABSENT, HEADING, sign=number)
        elif start in seen:
            continue
        elif reading.index.inside(params.get("formulas", ()), start):
            yield Candidate(term, term, Strength.ABSENT, FORMULA, place=place, sign=number)
        else:
            candidate = _judge(reading, params, number, place, term)
            if candidate.reason not in OVERLOOKED:
                seen.add(start)
            yield candidate


def _judge(reading: Reading, params: Params, at: int, place: int, term: Span) -> Candidate:
    sign, sentence = params["signs"][at], reading.sentences[place]
    number = clause_number(sentence, term.start)
    clause = sentence.clauses[number]
    window = _window(reading, sentence, number, term)
    overlooked, hit = _overlooked(reading, sign, place, number, window)
    if overlooked:
        return Candidate(term, term, Strength.ABSENT, overlooked, "", place, at, window, hit)
    shown = _shown(reading, sentence, window)
    reason = _reason(reading, params, sentence, clause.tense)
    if reason:
        return Candidate(term, shown, Strength.MENTION, reason, "", place, at, window)
    strength = _strength(reading, params, sign, sentence, number=number, window=window)
    if not _done_by(reading, params, at, sentence, term):
        counts = params.get("by_others") == "mention"
        short = "slogan" if strength is Strength.MENTION else "doer"
        return Candidate(term, shown, Strength.MENTION, "" if counts else "doer", short, place, at, window)
    return Candidate(term, shown, strength, "", "slogan", place, at, window)


def _overlooked(reading: Reading, sign: Params, place: int, number: int, window: Span) -> tuple[str, int]:
    """Return why a term is no sign here, and where the near miss stands that says so."""
    sentence, index = reading.sentences[place], reading.index
    if "without" in sign:
        hit = index.any_in(sign["without"], _subject_start(reading, sentence, number), sentence.clauses[number].span.end)
        if hit is not None:
            return NEAR_MISS, hit
    if "not_under" in sign and _under(reading, place, sign["not_under"]):
        return OTHER_TOPIC, -1
    if "with" in sign and index.any_in(sign["with"], window.start, window.end) is None:
        return ALONE, -1
    if "under" in sign and not _under(reading, place, sign["under"]):
        return ELSEWHERE, -1
    return "", -1


def _subject_start(reading: Reading, sentence: Sentence, number: int) -> int:
    """Return where the clause's subject is told: in the clause before, where this one only divides it (其中…)."""
    span = sentence.clauses[number].span
    divides = number > 0 and reading.folded.startswith(_DIVIDES, span.start)
    return sentence.clauses[number - 1].span.start if divides else span.start


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
    if role not in params.get("parts", DEFAULT_PARTS):
        return _OTHER_PARTS.get(role, "preface")
    return "" if tense is Tense.DONE else tense.value


def _strength(
    reading: Reading, params: Params, sign: Params, sentence: Sentence, *, number: int, window: Span
) -> Strength:
    if sentence.lead and sign.get("needs") != "named":
        return Strength.MENTION
    if reading.counts(window):
        return Strength.FIGURE
    named = sign.get("needs") == "named" and not sentence.clauses[number].direction
    told = named or any(
        act_in(reading, params, clause) is not None for clause in sentence.clauses if window.holds(clause.span)
    )
    return Strength.ACT if told else Strength.MENTION


def _done_by(reading: Reading, params: Params, sign: int, sentence: Sentence, term: Span) -> bool:
    """Tell whether one of the doers is told before the act; the part on the leaders' duties is about them anyhow."""
    doers = bound_doers(reading, params, sign)
    if not doers or reading.role_of(sentence) is Role.FIRST_RESPONSIBLE:
        return True
    return doer_in(reading, params, doers, sentence, term) is not None


def _topic_candidates(reading: Reading, params: Params) -> Iterator[Candidate]:
    for start, end in reading.index.present(params.get("topic", ())):
        place = reading.sentence_at(start)
        if place is not None:
            sentence = reading.sentences[place]
            clause = sentence.clauses[clause_number(sentence, start)]
            reason = _reason(reading, params, sentence, clause.tense)
            shown = _shown(reading, sentence, clause.span)
            short = "doer" if _is_done_by_others(reading, params, sentence, shown, Span(start, end)) else "slogan"
            yield Candidate(Span(start, end), shown, Strength.MENTION, reason, short, place, window=clause.span)


def _is_done_by_others(reading: Reading, params: Params, sentence: Sentence, shown: Span, term: Span) -> bool:
    """Tell whether the words to show tell an act, but not of whom it is asked: that is no slogan."""
    doers = bound_doers(reading, params, -1)
    if not doers or _done_by(reading, params, -1, sentence, term):
        return False
    clauses = [clause for clause in sentence.clauses if shown.start <= clause.span.start < shown.end]
    return any(act_in(reading, params, clause) is not None for clause in clauses) or reading.counts(shown)

"""Is something told, and how strongly: sought in the right parts, in the right tense, of the right doer.

Parameters: ``signs`` (each a set of words by which reports tell of the thing),
``topic`` (words that merely name it), ``acts`` (verbs that tell something was
done; not inside ``compounds``, names of systems that hold such a verb), ``formulas`` (set phrases in which nothing is evidence), ``doers`` (who must have done it, by profile of
the issuer, told before the act; not as part of ``not_doers``; a sign with
``anyone`` needs none), ``by_others`` (whether somebody else's
act is a mention or, as by default, nothing), ``parts`` (where it must be told).
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from reportcheck.checks.candidates import AFTER, OVERLOOKED, Candidate, considered
from reportcheck.checks.params import ROLES, TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import REASONS, Evidence, Outcome, Rejected, Status, Strength
from reportcheck.structure.facts import PROFILES
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.excerpt import excerpt

SHOWN = 3
_QUOTED = 42
"""One line on the terminal."""
_TELLING = ("plan", "future", "other_year", "demand", "doer", "problem", "preface")
"""Reasons for not counting, the one that tells the reader most first."""

_SIGN = params_schema(
    {
        "any": TERMS,
        "with": TERMS,
        "under": TERMS,
        "not_under": TERMS,
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


def vocabulary(params: Params) -> Iterable[str]:
    """Return all terms of all signs."""
    signs = (sign.get(key, ()) for sign in params["signs"] for key in ("any", "with", "under", "not_under", "without"))
    others = (params.get(key, ()) for key in ("topic", "acts", "compounds", "formulas", "not_doers"))
    return chain.from_iterable((*signs, *others, *params.get("doers", {}).values()))


def check(reading: Reading, params: Params) -> Outcome:
    """Find the strongest evidence; what was considered and does not count is kept with its reason."""
    found = [each for each in considered(reading, params) if each.reason not in OVERLOOKED]
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
    reading: Reading, kept: list[Candidate], rejected: list[Candidate], strength: Strength, anchor: Span | None
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
    short = excerpt(reading.document.quote(first.span).strip(), _QUOTED).rstrip("。；，")
    return f"文中“{short}”，{REASONS[first.reason]}。"


def _distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Keep the strongest candidate of each quoted stretch, in the order of the text."""
    best: dict[Span, Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.shown)
        if known is None or candidate.strength.rank > known.strength.rank:
            best[candidate.shown] = candidate
    return [best[span] for span in sorted(best)]

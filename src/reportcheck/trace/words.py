"""Small pieces of wording that all traces and the rule book use."""

from collections.abc import Sequence

from reportcheck.document import Document, Span
from reportcheck.reporters.wording import place_words
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import ROLE_TITLES, Role
from reportcheck.text.excerpt import excerpt
from reportcheck.text.tense import Tense

TENSES = {
    Tense.DONE: "已经做的",
    Tense.FUTURE: "将要做的",
    Tense.OTHER_YEAR: "别的年份的",
    Tense.DEMAND: "对别人的要求",
}
_DIGITS = frozenset("0123456789")
_QUOTED = 36


def listed(terms: Sequence[str], most: int = 8) -> str:
    """Write some of these terms: “甲”“乙”等9个词."""
    known = without_digits(terms)
    shown = "".join(f"“{term}”" for term in known[:most])
    more = f"等{len(known)}个词" if len(known) > most else ""
    digits = "数字" if set(terms) >= _DIGITS else ""
    return "或".join(part for part in (digits, f"{shown}{more}") if part)


def without_digits(terms: Sequence[str]) -> tuple[str, ...]:
    """Leave the ten digits out: together they mean any number."""
    return tuple(term for term in terms if term not in _DIGITS) if set(terms) >= _DIGITS else tuple(terms)


def told_at(document: Document, span: Span) -> str:
    """Write where and what: 第3行“……”."""
    words = " ".join(document.quote(span).split())
    return f"{place_words(document, span)}“{excerpt(words, _QUOTED)}”"


def part_words(reading: Reading, place: int) -> str:
    """Name the part in which a sentence stands, and the heading next above it."""
    passage = reading.passages[reading.sentences[place].passage]
    title = ROLE_TITLES[passage.role]
    if not passage.path:
        return title
    heading = reading.document.quote(passage.path[-1]).strip("，。：:,. 　")
    return f"{title}（标题：{excerpt(heading, _QUOTED)}）"


def parts_listed(roles: Sequence[str]) -> str:
    """Write the titles of parts: “举措和成效”“第一责任人履职”."""
    return "".join(f"“{ROLE_TITLES[Role(role)]}”" for role in roles)


def decimal(value: float) -> str:
    """Write points exactly: 0.25, 1.5, 6."""
    return f"{value:.4f}".rstrip("0").rstrip(".")

"""Words with which a report calls its own place (我县, 全县), where they are another kind of place's. Helper of ``foreign_name``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportcheck.checks.law_titles import sentence_words
from reportcheck.document import Span
from reportcheck.outcome import Fault, Status
from reportcheck.structure.places import names_in
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold
from reportcheck.text.patterns import Pattern

_KINDS: Mapping[str, tuple[str, ...]] = {"township": ("镇", "乡", "街道", "苏木"), "county": ("县", "区", "旗"), "prefecture": ("市", "州", "盟")}
# Of a larger place every smaller one's 我 is a slip; its 全 may tell of one county's work.
_BELOW: Mapping[str, tuple[str, ...]] = {"prefecture": ("县", "区", "旗"), "province": ("市", "县", "区", "旗", "州")}
_UNITS = ("局", "厅", "委")
_QUOTED = Pattern(r"《[^《》\n]*》|\"[^\"\n]{1,60}\"", "《", '"')
_NOT_BEFORE = "安健完周齐保"
_NOT_AFTER = "域位间划块场镇村县"
_SELF = "我全本"
_OWN_SIGNS = ("政府", "委", "级", "司法局", "人大", "政协", "直")
_LEAST_OWN, _MOST_WRONG = 3, 2
_PROVINCE = ("全省", "我省", "省委", "省级", "省直", "省政府", "省司法厅")
_UNJUDGED = frozenset({Role.NOISE, Role.TITLE, Role.CLOSING})


def self_words(reading: Reading, unless: Iterable[str]) -> Iterator[Fault]:
    """Yield the words of other places for themselves: few among many right ones."""
    excuses = [fold(word) for word in unless]
    for own, others in _pairs(reading):
        wrong = [span for word in others for span in _standing_alone(reading, word)]
        if not wrong or len(wrong) > _MOST_WRONG or _told(reading.folded, own) < _LEAST_OWN * len(wrong):
            continue
        right = f"“我{own}”" if own in _UNITS else f"“我{own}”“全{own}”"
        yield from (_fault(reading, span, right) for span in wrong if not _excused(reading, span, excuses))


def _pairs(reading: Reading) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the last word of our own name with others' words for themselves."""
    facts = reading.facts
    level, region = facts.level or "", facts.region or ""
    own = next((kind for kind in (*_KINDS.get(level, ()), "市", "省") if region.endswith(kind)), "")
    peers = [kind for kind in _KINDS.get(level, ()) if kind != own]
    below = [*_BELOW.get(level, ())]
    if not any(word in reading.folded for word in _PROVINCE):  # 全区 may be the autonomous region
        peers, below = [each for each in peers if each != "区"], [each for each in below if each != "区"]
    if facts.subject == "government":
        below.append("局")  # whose draft it was
    if own:
        yield own, [*(f"{me}{kind}" for kind in peers for me in "我全"), *(f"我{kind}" for kind in below)]
    unit = (facts.issuer or "")[-1:]
    if facts.subject == "department" and unit in ("局", "厅"):
        yield unit, [f"我{other}" for other in _UNITS if other != unit]


def _told(text: str, own: str) -> int:
    return sum(text.count(f"{me}{own}") for me in _SELF) + sum(text.count(f"{own}{sign}") for sign in _OWN_SIGNS)


def _standing_alone(reading: Reading, word: str) -> Iterator[Span]:
    """Yield where a word for oneself stands, not as a part of another (安全区域, 全乡镇), not quoted, not in the frame."""
    text = reading.folded
    at = text.find(word)
    quoted = [Span(*found.span()) for found in _QUOTED.finditer(text)] if at >= 0 else []
    while at >= 0:
        span = Span(at, at + len(word))
        part = (at > 0 and text[at - 1] in _NOT_BEFORE) or text[span.end : span.end + 1] in tuple(_NOT_AFTER)
        part = part or any(each.holds(span) for each in quoted)
        passage = next((each for each in reading.passages if each.span.holds(span)), None)
        if not part and passage is not None and passage.role not in _UNJUDGED:
            yield span
        at = text.find(word, span.end)


def _excused(reading: Reading, span: Span, excuses: Iterable[str]) -> bool:
    """Tell whether another place of that kind is named just there, or the sentence has a good reason."""
    words = sentence_words(reading, span)
    kind = reading.words(span)[1:]
    named = any(words[start:end].endswith(kind) for start, end, _ in names_in(words)) or _names(words, kind)
    return named or any(word in words for word in excuses)


def _names(words: str, kind: str) -> bool:
    """Tell whether a word of that kind stands there with a name before it: 南屏区, but not 我区."""
    at = words.find(kind)
    while at >= 0:
        before = words[max(0, at - 2) : at]
        if len(before) == 2 and all("一" <= char <= "鿿" and char not in "我全各本" for char in before):  # noqa: PLR2004
            return True
        at = words.find(kind, at + 1)
    return False


def _fault(reading: Reading, span: Span, right: str) -> Fault:
    reason = f"是别处的自称，本报告的自称是{right}"
    return Fault(span, {"found": reading.document.quote(span), "reason": reason}, Status.PARTIAL)

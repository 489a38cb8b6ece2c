"""Do title, headings, lead, plan and sign-off agree on the year? It has no parameters."""

from collections.abc import Iterator
from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.passages import Passage
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.patterns import Pattern, compiled

PARAMS: dict[str, Any] = params_schema({})

_BOOK = compiled(r"《[^《》\n]*》|\([^()\n]*\)|\"[^\"\n]{1,40}\"")
_YEARS_TOLD = compiled(r"(?<!\d)20\d\d(?!\d)")
# A heading that tells of the report's own year, not of a matter left from another.
_OWN_WORK = Pattern(r"^20\d\d年度?(?:以来)?(?:的|我[省市县区旗州局镇乡]|全[省市县区旗州镇乡])?(?:推进|开展|加强)?(?:法治政府|法治建设|依法行政|主要工作|工作|主要|推进|存在)")
_OTHER_MATTER = Pattern(r"整改|反馈|督察|巡视|巡察|以来|上一?年|规划|遗留|结转|回头看|跟踪|问题清单|至|到20|比|较")
_PLAN = Pattern(r"^20\d\d年度?(?:的|我[省市县区旗州局镇乡]|全[省市县区旗州镇乡])?(?:法治政府建设)?(?:的)?(?:工作|主要|重点|下一?步|推进|法治|依法|安排|打算|计划|思路)")
_LEAD = compiled(r"^(20\d\d)年度?,(?!\d)")
_TO_REPORT = Pattern(r"(?:现将|将)[^。;]{0,24}?(20\d\d)年度?[^。;\d]{0,40}?(?:报告|汇报|公布|公开)(?:如下|于下)", "如下", "于下")
_LEADS_PLAN = Pattern(r"^(20\d\d)年度?,[^。]{0,24}?(?:将|要继续|计划|拟)")
_LAST_MONTHS = "10-01"
_LATE = 2
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Met where no year contradicts the reported one; partial where the lead or the sign-off makes one doubt."""
    year = reading.facts.year
    if year is None or not reading.sentences or reading.facts.origin.get("year") == "filename":
        return Outcome(Status.NOT_APPLICABLE)
    faults = sorted((*_headings(reading, year), *_lead(reading, year), *_plan(reading, year), *_signed(reading, year)), key=lambda f: f.span)
    return judged(faults, [_said(reading, year)])


def _said(reading: Reading, year: int) -> Span:
    """Return where the year is first told, outside page furniture."""
    for passage in reading.passages:
        at = reading.folded.find(str(year), passage.span.start, passage.span.end)
        if passage.role is not Role.NOISE and at >= 0:
            return Span(at, at + 4)
    return reading.sentences[0].span


def _fault(reading: Reading, span: Span, year: int, want: str, status: Status = Status.UNMET) -> Fault:
    return Fault(span, {"found": reading.document.quote(span), "year": str(year), "want": want}, status)


def _headings(reading: Reading, year: int) -> Iterator[Fault]:
    """Yield headings of the report's own work under another year, and plans for a year that is not the next."""
    for passage in reading.passages:
        if passage.heading is None or passage.role in (Role.NOISE, Role.TITLE, Role.PREFACE, Role.CLOSING):
            continue
        words = _BOOK.sub(lambda found: "□" * len(found.group()), reading.words(passage.heading))
        told = [int(found) for found in _YEARS_TOLD.findall(words)]
        if len(told) == 1 and (want := _wanted(words, told[0], year, passage)):
            yield _fault(reading, passage.heading, year, want)


def _wanted(words: str, told: int, year: int, passage: Passage) -> str:
    """Return what a heading's year should be; empty where it is right or means another matter."""
    if passage.role is Role.PLAN:
        wrong = told != year + 1 and _PLAN.match(words) is not None and passage.level == 1
        return f"来年安排应当是{year + 1}年的" if wrong and not any(word in words for word in ("问题", "不足", "短板", "差距")) else ""
    if told == year or told > year + 1 or _OTHER_MATTER.search(words) or not _OWN_WORK.match(words):
        return ""
    if told == year + 1 and passage.role is not Role.FIRST_RESPONSIBLE:
        return ""
    return f"这里应当是{year}年的工作"


def _lead(reading: Reading, year: int) -> Iterator[Fault]:
    """Yield a lead that begins with, or reports on, another year than the title."""
    for passage in reading.passages:
        if passage.role is not Role.PREFACE:
            continue
        words = _BOOK.sub(lambda found: "□" * len(found.group()), reading.words(passage.span))
        for pattern, status in ((_TO_REPORT, Status.UNMET), (_LEAD, Status.PARTIAL)):
            found = pattern.search(words)
            if found and int(found[1]) != year and f"{year}年" not in found.group():
                span = Span(passage.span.start + found.start(1), passage.span.start + found.end(1) + 1)
                yield _fault(reading, span, year, f"标题写的是{year}年度", status)
                break


def _plan(reading: Reading, year: int) -> Iterator[Fault]:
    """Yield a plan that opens with the reported year or an earlier one (2024年,我县将…)."""
    for part in reading.parts_of(Role.PLAN):
        first = next((each for each in reading.sentences if part.span.holds(each.span)), None)
        if first is None:
            continue
        found = _LEADS_PLAN.match(reading.words(first.span))
        if found and int(found[1]) <= year:
            span = Span(first.span.start, first.span.start + 5)
            yield _fault(reading, span, year, f"来年安排应当是{year + 1}年的")


def _signed(reading: Reading, year: int) -> Iterator[Fault]:
    """Yield a sign-off before the reported year was nearly over, or two years after it."""
    signed = reading.facts.signed_on
    if signed is None or reading.facts.origin.get("signed_on") != "text":
        return
    late = int(signed[:4]) >= year + _LATE
    if not late and signed >= f"{year}-{_LAST_MONTHS}":
        return
    closing = [passage.span for passage in reading.passages if passage.role is Role.CLOSING]
    if not closing:
        return
    at = next((reading.folded.find(signed[:4], span.start, span.end) for span in reversed(closing) if signed[:4] in reading.words(span)), -1)
    span = Span(at, at + 4) if at >= 0 else closing[-1]
    want = f"报告的是{year}年度，一般在{year + 1}年初签发"
    yield _fault(reading, span, year, want, Status.PARTIAL if late else Status.UNMET)

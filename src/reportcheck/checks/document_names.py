"""Are the titles of the basic documents right? Parameter: ``documents``, each with ``title`` and, where it has them, ``years``."""

import re
from collections.abc import Iterator
from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.laws.nearest import distance
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.patterns import Pattern

_DOCUMENT: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "minLength": 4},
        "years": {"type": "array", "items": {"type": "string", "minLength": 9}, "minItems": 1},
    },
    "required": ["title"],
    "additionalProperties": False,
}
PARAMS: dict[str, Any] = params_schema({"documents": {"type": "array", "items": _DOCUMENT, "minItems": 1}}, ["documents"])

_BOOK = re.compile(r"《([^《》\n]{4,60})》")
# A title whose right mark is missing: it ends at its years, or at the first comma.
_OPEN = Pattern(r"《([^《》,。;:\n]{4,40}?(?:年|\d{4})\)?)(?=[^》\d年)])")
_YEARS = re.compile(r"\(?(\d{4}.*?)\)?$")
_LONG = 18
_MOST_SHORT, _MOST_LONG = 2, 4
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Met where each title that means one of the documents is right; partial where only its form is careless."""
    known = [(each["title"], tuple(each.get("years", ()))) for each in params["documents"]]
    faults, sound = [], []
    for span, title in _titles(reading):
        meant = _meant(title, known)
        if meant is None:
            continue
        right, years = meant
        fault = _fault(span, title, right, years, closed=reading.folded[span.end - 1] == "》")
        if fault is None:
            sound.append(span)
        else:
            faults.append(fault)
    return judged(faults, sound)


def _titles(reading: Reading) -> Iterator[tuple[Span, str]]:
    spans = [passage.span for passage in reading.passages if passage.role is not Role.NOISE]
    for span in spans:
        for found in _BOOK.finditer(reading.folded, span.start, span.end):
            yield Span(*found.span()), found[1]
        for at in _opened(reading.folded, span):
            slip = None if _BOOK.match(reading.folded, at) else _OPEN.match(reading.folded, at, span.end)
            if slip:
                yield Span(*slip.span()), slip[1]


def _opened(folded: str, span: Span) -> Iterator[int]:
    at = folded.find("《", span.start, span.end)
    while at >= 0:
        yield at
        at = folded.find("《", at + 1, span.end)


def _parted(title: str) -> tuple[str, str]:
    """Return a title's name and what follows from its years on."""
    text = title.replace(" ", "")
    found = re.search(r"\(|\d{4}|\)$", text)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def _meant(title: str, known: list[tuple[str, tuple[str, ...]]]) -> tuple[str, tuple[str, ...]] | None:
    """Return the document that a title is or is a slip of."""
    name, _ = _parted(title)
    exact = next((each for each in known if each[0] == name), None)
    return exact or next((each for each in known if _is_slip(name, each[0])), None)


def _is_slip(name: str, right: str) -> bool:
    """Tell a slip from another document: it begins and ends alike and differs in a few characters."""
    if name[:2] != right[:2] or name[-2:] != right[-2:]:
        return False
    most = _MOST_LONG if len(right) >= _LONG else _MOST_SHORT
    # Another name in the middle is a place's own document (法治云岭建设规划).
    place = len(name) == len(right) and name[2:4] != right[2:4]
    return abs(len(name) - len(right)) <= most and distance(name, right) <= (1 if place else most)


def _fault(span: Span, title: str, right: str, years: tuple[str, ...], *, closed: bool) -> Fault | None:
    name, rest = _parted(title)
    full = f"{right}({years[0]})" if years else right
    what, status = "", Status.UNMET
    if name != right:
        what = "名称写错"
    elif not closed:
        what = "书名号没有写完"
    elif rest.count("(") != rest.count(")"):
        what = "括号不配对"
    elif years and rest:
        what, status = _years_fault(rest, years)
    if not what:
        return None
    return Fault(span, {"found": title, "right": _printed(full), "what": what}, status)


def _printed(title: str) -> str:
    return title.replace("(", "（").replace(")", "）").replace("-", "—")


def _years_fault(rest: str, years: tuple[str, ...]) -> tuple[str, Status]:
    """Judge the years behind a title; other words in the bracket (以下简称, 节选) are not looked at."""
    inner = _YEARS.match(rest)
    if inner is None:
        return "", Status.MET
    digits = re.findall(r"\d{4}", inner[1])
    allowed = [re.findall(r"\d{4}", each) for each in years]
    if re.search(r"\d{5}", inner[1]):
        return "起止年份之间缺少连接号", Status.UNMET
    if len(digits) == 2 and digits not in allowed:  # noqa: PLR2004 - the first and the last year
        return "起止年份写错", Status.UNMET
    if digits in allowed and "年" not in inner[1]:
        return "起止年份后漏了“年”字", Status.PARTIAL
    if digits in allowed and not rest.startswith("("):
        return "起止年份没有放在括号里", Status.PARTIAL
    return "", Status.MET

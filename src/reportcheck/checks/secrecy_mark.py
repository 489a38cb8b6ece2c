"""Does the text bear a mark of secrecy? Then it must not be published.

Parameters: ``grades`` (words that are such a mark with a star behind them, or alone on a line of the head or of a
page's margin), ``notes`` (beginnings of other notes that forbid passing it on, alone on such a line).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.patterns import Pattern

PARAMS: dict[str, Any] = params_schema({"grades": TERMS, "notes": TERMS}, ["grades"])
_STAR = Pattern(r" ?[★☆*] ?(?:\d{1,2} ?(?:年|个月)|长期)?")
_REST = Pattern(r"(?:请?注意|妥善|保存|保管|不得|严禁|请勿|禁止|仅供|外传|外泄|扩散|公开|翻印|参考|使用)*")
_AROUND = " ,。、!:()[]【】<>《》"
_LABEL = Pattern(r"^(?:密级(?:和保密期限)?|保密级别) ?:? ?", "密级", "保密级别")
_PAPER = ("docx", "pdf", "ofd")
_QUOTES = "\"'"


def vocabulary(params: Params) -> Iterable[str]:
    """Return the grades and notes."""
    return [*params["grades"], *params.get("notes", ())]


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet: a mark stands there; met: the words stand in running text alone; not applicable: they stand nowhere."""
    marks = dict.fromkeys([*_starred(reading, params["grades"]), *_in_head(reading, params)])
    faults = [Fault(span, {"mark": reading.document.quote(span).strip(), "where": _where(reading, span)}) for span in sorted(marks)]
    told = sorted(Span(*span) for span in reading.index.present(vocabulary(params)))
    return judged(faults, () if faults else tuple(told[:1]))


def _starred(reading: Reading, grades: Iterable[str]) -> Iterator[Span]:
    """Yield every grade with its star; one that is only quoted is told of, not borne."""
    noise = [passage.span for passage in reading.passages if passage.role is Role.NOISE and not _on_paper(reading)]
    for start, end in reading.index.present(grades):
        star = _STAR.match(reading.folded, end)
        quoted = start > 0 and reading.folded[start - 1] in _QUOTES
        if star and not quoted and not any(span.start <= start < span.end for span in noise):
            yield Span(start, end + len(star.group().rstrip()))


def _in_head(reading: Reading, params: Params) -> Iterator[Span]:
    """Yield the lines of the head, and above and below the text, that are a mark and nothing else."""
    for passage in reading.passages:
        margin = passage.role is Role.NOISE and _on_paper(reading)
        if passage.role not in (Role.TITLE, Role.PREFACE) and not margin:
            continue
        words = _bare(_LABEL.sub("", reading.words(passage.span).strip()))
        noted = any(words.startswith(note) and _REST.fullmatch(words, len(note)) for note in params.get("notes", ()))
        if noted or words in params["grades"]:
            yield passage.span


def _on_paper(reading: Reading) -> bool:
    """Tell whether what is no part of the report is the pages' own: around a web page's text stands what is not its author's."""
    return reading.document.format in _PAPER


def _where(reading: Reading, span: Span) -> str:
    aside = any(passage.role is Role.NOISE and passage.span.holds(span) for passage in reading.passages)
    return "的页眉、页脚或水印" if aside else ""


def _bare(words: str) -> str:
    """Return words without what only sets them off: 内部资料，注意保存 is 【内部资料 注意保存】."""
    return "".join(char for char in words if char not in _AROUND)

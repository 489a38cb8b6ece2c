r"""Which characters of which runs make a paragraph's text, in order.

The reader joins them; whoever writes into the file (comments on a stretch of
text) finds with the same function the runs that a stretch stands in: column N
of a ``Piece.source_column`` is character N of ``paragraph_text``, and paragraph
N of a ``Piece.source`` is the N-th ``w:p`` of ``root.iter(P)``, those in tables,
text boxes and content controls included. Works on elements of ``xml.etree`` and
of ``lxml`` (python-docx) alike.

Left out: deleted and moved-away runs, field instructions, hidden text, comments,
ruby readings. A line or page break is one ``\n``, a tab one ``\t``. What hangs on
a place in the text without being text (a text box, a footnote) comes with no characters.
"""

from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportcheck.readers import docx_names as names
from reportcheck.readers.docx_names import w
from reportcheck.readers.docx_symbols import symbol


class RunText(NamedTuple):
    """Characters that one element of a run gives; ``run`` is a ``w:r`` (the formula itself for formulas)."""

    run: Element
    element: Element
    text: str


_SIGNS = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-",
}  # fmt: skip
_ANCHORS = frozenset({w("drawing"), w("pict"), w("object"), names.FOOTNOTE_REFERENCE, names.ENDNOTE_REFERENCE})
_CONTAINERS = frozenset(
    {
        names.SDT, names.SDT_CONTENT, names.INSERTED, names.MOVED_HERE, w("hyperlink"), w("fldSimple"), w("smartTag"),
        w("customXml"), w("dir"), w("bdo"), w("ruby"), w("rubyBase"),
    }
)  # fmt: skip
_FORMULAS = frozenset({names.MATH, names.MATH_PARAGRAPH})


def paragraph_text(paragraph: Element) -> str:
    """Return the text of a ``w:p``."""
    return "".join([each.text for each in run_texts(paragraph)])


def run_texts(paragraph: Element) -> list[RunText]:
    """Return what the runs of a ``w:p`` say, in order."""
    found: list[RunText] = []
    _inside(paragraph, found, [])
    return found


def _inside(container: Element, found: list[RunText], fields: list[bool]) -> None:
    """Collect from a paragraph or what groups runs; ``fields`` tells of each open field whether it is at its instruction."""
    for child in container:
        tag = child.tag
        if tag == names.R:
            if len(child) == 1 and child[0].tag == names.T and not fields:  # most runs, once their looks are gone
                found.append(RunText(child, child[0], (child[0].text or "").replace("\n", " ")))
            else:
                _run(child, child, found, fields)
        elif tag in _CONTAINERS:
            _inside(child, found, fields)
        elif tag == names.ALTERNATE:
            chosen = names.branch(child)
            if chosen is not None:
                _inside(chosen, found, fields)
        elif tag in _FORMULAS:
            found += [RunText(child, each, each.text) for each in child.iter(names.MATH_TEXT) if each.text]


def _run(run: Element, container: Element, found: list[RunText], fields: list[bool]) -> None:
    shown = True
    for part in container:
        tag = part.tag
        if tag == names.T:
            if part.text and shown and True not in fields:
                found.append(RunText(run, part, part.text.replace("\n", " ")))
        elif tag == names.RPR:
            shown = not names.is_on(part, names.VANISH)
        elif tag == names.FIELD_CHAR:
            _turn(fields, part.get(names.FIELD_CHAR_TYPE))
        elif shown and True not in fields:
            _other(run, part, found, fields)


def _other(run: Element, part: Element, found: list[RunText], fields: list[bool]) -> None:
    tag = part.tag
    if tag in _SIGNS:
        found.append(RunText(run, part, _SIGNS[tag]))
    elif tag == w("sym"):
        found.append(RunText(run, part, symbol(part.get(w("font"), ""), part.get(w("char"), ""))))
    elif tag in _ANCHORS:
        found.append(RunText(run, part, ""))
    elif tag == names.ALTERNATE:
        chosen = names.branch(part)
        if chosen is not None:
            _run(run, chosen, found, fields)
    elif tag == w("ruby"):
        _inside(part, found, fields)


def _turn(fields: list[bool], kind: str | None) -> None:
    """Follow a complex field: begin, instruction, separate, result, end. Ends of fields of earlier paragraphs are ignored."""
    if kind == "begin":
        fields.append(True)
    elif fields and kind == "separate":
        fields[-1] = False
    elif fields and kind == "end":
        fields.pop()

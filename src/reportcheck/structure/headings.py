"""Which words are a heading, and where in a paragraph headings stand."""

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.document import Block, Document, Span
from reportcheck.text.numbering import STYLES, Enumerator, enumerator_at
from reportcheck.text.patterns import Pattern, compiled
from reportcheck.text.quantities import quantity_in

MAX_HEADING = 45
_MAX_ALONE = 60
_SENTENCE_END = compiled(r"(?:[。!?;:])")
_STOPS = ("。", ";", ":", ",", "!", "?")
_OPENERS = compiled(r"[一二三四五六七八九十\d(①-⑳第]")
_BEFORE = '。;!?:"”)》\n '
_STYLE_DEPTH = {style: depth for depth, style in enumerate(STYLES)}
_SPLITTING_STYLES = frozenset({"一、", "（一）", "1.", "（1）", "①", "第一，"})
_SUBJECT = r"(?:我[省市县区旗州盟局镇乡厅委办街]|全[省市县区旗州盟局镇乡]|各[级地部])"
_BODY_START = (
    r"20\d\d年(?!度?(?:法治|全[省市县区]|工作|重点|主要|推进|依法|下半|上半))|一年来|一年以来|今年以?来|过去一年|过去的一年|虽然|尽管|当前|目前|近年来|对照|在肯定|在取得|"
    r"总的来看|总体来看|总的看|[省市县区旗州盟局镇乡](?:委|长)|书记|主要负责|党政主要|回顾|下一步,|下步,|今后,|主要表现|主要是|主要有|一是|坚持以|深入学习|深入贯彻|以习近平|为进一步|为深入|为切实|" + _SUBJECT
)
# A heading that lost its line break ends in one of these nouns and the next sentence follows without a mark.
_GLUED = Pattern(
    r"^.{2,44}?(?:问题|不足|短板|差距|困难|原因|情况|成效|做法|举措|安排|打算|计划|谋划|思路|措施|工作|目标|方向|重点|职责|履职|事项|建设|环节)"
    rf"(?:分析|情况)?(?=(?:{_BODY_START}|(?![和与及的以 ])[^,。;:《( ]{{2,8}}(?:始终|坚持|深入|认真|将)))"
)
# The same for other headings, where the sentence behind begins with an adverb: only in a run-in first sentence.
_ADVERBS = (
    "持续推进", "持续深化", "深入推进", "深入开展", "全面推行", "不断完善", "不断健全", "始终坚持", "牢固树立",
    "充分发挥", "认真落实", "严格落实", "积极推进", "着力构建", "大力推进", "扎实推进", "坚持以", "切实加强",
)  # fmt: skip
_GLUED_ADVERB = Pattern(rf"^.{{6,40}}?[^\W\d_](?<![、和与及的地不以])(?=(?:{'|'.join(_ADVERBS)}))", *_ADVERBS)
_WIDE_GAP = Pattern(r"(?<=[^\s,。;:、]) {2,}(?=\S)|(?<=[^\s,。;:、]) (?=[^\W\d_]{2}|20\d\d年)", " ")


class Stretch(NamedTuple):
    """A block or the part of one that one heading number opens; ``heading`` and ``body`` lie inside ``span``."""

    span: Span
    enumerator: Enumerator | None
    heading: Span | None
    body: Span | None
    block: Block


def stretches(document: Document, folded: str) -> list[Stretch]:
    """Cut every block at the heading numbers that stand in it, also in mid-line."""
    cut = list(_cut(document, folded))
    following = [*cut[1:], None]
    return [_as_item(folded, stretch, after) for stretch, after in zip(cut, following, strict=True)]


def _as_item(folded: str, stretch: Stretch, after: Stretch | None) -> Stretch:
    """Take a numbered sentence for an item, not a heading, where no text follows under it."""
    mark = stretch.enumerator
    if mark is None or stretch.heading is None or stretch.body is not None or folded[stretch.span.end - 1] not in "。;":
        return stretch
    if after is not None and (after.enumerator is None or _STYLE_DEPTH[after.enumerator.style] > _STYLE_DEPTH[mark.style]):
        return stretch
    return stretch._replace(heading=None, body=_strip(folded, mark.end, stretch.span.end))


def _cut(document: Document, folded: str) -> Iterator[Stretch]:
    for block in document.blocks:
        if block.furniture:
            yield Stretch(block.span, None, None, block.span, block)
            continue
        marks = list(_marks(folded, block.span))
        starts = [mark.start for mark in marks]
        if not starts or starts[0] > block.span.start:
            end = starts[0] if starts else block.span.end
            yield _without_number(folded, _strip(folded, block.span.start, end), block)
        for mark, end in zip(marks, [*starts[1:], block.span.end], strict=False):
            yield _numbered(folded, mark, _strip(folded, mark.start, end), block)


def _strip(folded: str, start: int, end: int) -> Span:
    while start < end and folded[start] in " \n":
        start += 1
    while start < end and folded[end - 1] in " \n":
        end -= 1
    return Span(start, end)


def _marks(folded: str, span: Span) -> Iterator[Enumerator]:
    """Yield the heading numbers of a block: at its start, after a sentence, or right behind another heading."""
    previous: Enumerator | None = None
    at = span.start
    while match := _OPENERS.search(folded, at, span.end):
        at = match.start()
        mark = enumerator_at(folded, at)
        if mark is not None and mark.end <= span.end and _opens(folded, span, mark, previous):
            yield mark
            previous, at = mark, mark.end
        else:
            at += 1


def _opens(folded: str, span: Span, mark: Enumerator, previous: Enumerator | None) -> bool:
    if mark.start == span.start:
        return True
    if mark.style not in _SPLITTING_STYLES or not _may_head(folded[mark.end : mark.end + 1]):
        return False
    if mark.style == "1." and folded[mark.end : mark.end + 1].isdigit():
        return False
    behind_space = folded[mark.start - 1] == " "
    if folded[mark.start - 1] in _BEFORE and (not behind_space or folded[mark.start - 2] in ' 。;!?:)"' or mark.style == "一、"):
        return True
    if previous is None or not _follows(mark, previous):
        return False
    between = folded[previous.end : mark.start]
    return len(between) <= MAX_HEADING and not _SENTENCE_END.search(between) and "(" not in between


def _follows(mark: Enumerator, previous: Enumerator) -> bool:
    """Tell a number that can stand right behind a heading: a list below it begins, or one above it goes on.

    "（三）标准不统一、不规范" holds no heading number, though it looks like one.
    """
    depth, before = _STYLE_DEPTH[mark.style], _STYLE_DEPTH[previous.style]
    return mark.number == 1 if depth > before else mark.number > 1 and depth < before


def _may_head(char: str) -> bool:
    """Tell a character with which a heading may begin; there may be none."""
    return "一" <= char <= "鿿" or char.isdecimal() or char in (" ", '"', "《")


def _numbered(folded: str, mark: Enumerator, span: Span, block: Block) -> Stretch:
    inner = _strip(folded, mark.end, span.end)
    cut = heading_end(folded, inner)
    if block.level is not None and cut is None:
        cut = inner.end
    heading = _strip(folded, inner.start, cut) if cut is not None else None
    body = _strip(folded, cut if cut is not None else inner.start, inner.end)
    if heading is not None:
        heading = Span(heading.start, _without_stop(folded, heading))
    return Stretch(span, mark, heading if heading and heading.length else None, body if body.length else None, block)


def _without_stop(folded: str, span: Span) -> int:
    end = span.end
    while end > span.start and folded[end - 1] in "。:;,":
        end -= 1
    return end


def heading_end(folded: str, span: Span) -> int | None:  # noqa: PLR0911 - one return a kind of heading
    """Return where the heading that opens a numbered paragraph ends; None where it opens with plain text."""
    text = folded[span.start : span.end]
    stop = _SENTENCE_END.search(text)
    first = text[: stop.end()] if stop else text
    glued = _GLUED.match(first)
    if glued and glued.end() < len(text):
        return span.start + glued.end()
    if stop is not None and stop.group() == "。" and (glued := _GLUED_ADVERB.match(first)):
        return span.start + glued.end()
    gap = _WIDE_GAP.search(first)
    if gap and 4 <= gap.start() <= MAX_HEADING and gap.end() < len(text):  # noqa: PLR2004 - shorter is no heading
        return span.start + gap.end()
    if quantity_in(folded, span.start, span.start + len(first)):
        return None
    if stop is None:
        return span.end if len(text) <= _MAX_ALONE else None
    if stop.group() == ";" or len(first) > MAX_HEADING:
        return None
    return span.start + len(first)


def _without_number(folded: str, span: Span, block: Block) -> Stretch:
    if block.level is not None:
        return Stretch(span, None, span, None, block)
    text = folded[span.start : span.end]
    alone = len(text) <= 32 and not text.endswith(_STOPS) and not text.startswith(('"', "(")) and span == block.span  # noqa: PLR2004
    return Stretch(span, None, span if alone else None, None if alone else span, block)

"""The single problems of the problems part, the single measures of the plan."""

from collections.abc import Iterable, Iterator, Sequence

from reportcheck.document import Span
from reportcheck.structure.passages import Passage
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.structure.transitions import opens_plan, opens_problems
from reportcheck.text.patterns import Pattern

_LACK = Pattern(
    r"不足|不够|不高|不强|不深|不实|不严|不大|不多|不全|不细|不均|不平衡|不充分|不到位|不及时|不规范|不完善|不健全|不明显|不紧密|不匹配|不适应|不熟|不精|不准|不透|不顺|不畅|不一|不浓|不广|不优|不佳|不力|"
    r"薄弱|欠缺|缺乏|缺少|短缺|差距|有待|还需|仍需|尚需|亟待|亟需|需要?进一步|需加强|需提升|需提高|短板|弱项|滞后|落后|偏低|偏少|偏弱|较低|较少|较弱|较差|单一|不能|没有|未能|尚未|难以|难度|困难|问题|现象|参差不齐|形式主义"
)
_LEAD_IN = Pattern(r"(?:主要(?:还?是|有|包括)[,:]?|(?:主要)?(?:表现|体现|集中)(?:为|在|于|是)[,:]?|主要(?:表现|体现|存在|问题)[:,]|(?:问题|不足|短板|差距|薄弱环节|困难)(?:和不足)?[:]|如下[:]|(?:以下|几)(?:方面|个方面|点)[^,;。:]{0,8}[:])")
_EXPLAINS = Pattern(r"由于|因为|因|(?:主要|其|究其|产生|存在|上述|这些)?.{0,6}(?:原因|根源)|究其|根源|这|导致|造成|致使|一方面|另一方面|客观上|主观上|其中")
_RESOLVES = Pattern(r"^(?:对|针对)(?:于|照)?(?:这些|以上|上述|此|存在的)|^(?:为此|因此|对此|今后|这些(?:问题|不足)|以上(?:问题|不足)|上述|我们(?:将|要)|(?:都|均)?需要?(?:我们)?(?:高度重视|切实加以|认真(?:研究|加以)))|加以(?:解决|改进)。?$")
_NAMES_LIST = Pattern(r"^(?:主要)?(?:存在的?)?(?:主要)?(?:问题|不足|短板|困难)(?:和不足|与不足)?$|^(?:产生|存在)?.{0,6}(?:原因|成因)(?:分析)?$", "问题", "不足", "短板", "困难", "原因", "成因")
_ORDINAL = Pattern(r"(?:^|(?<=[。;:\n ]))第[一二三四五六七八九十][,、是]|[①-⑳]")


def problem_items(reading: Reading) -> list[Span]:
    """Return the problems told, in order: numbered ones, else an 一是…二是… run, else sentences that state a lack."""
    items = _items(reading, Role.PROBLEMS)
    if items:
        return [_trimmed(reading, item) for item in items if not reading.asks(item)]
    listed = [span for span in _joined(reading, _sentences(reading, Role.PROBLEMS)) if not _turns_away(reading, span)]
    first = next((i for i, span in enumerate(listed) if _LACK.search(reading.words(span))), len(listed))
    return [_trimmed(reading, span) for span in listed[first:]]


def _trimmed(reading: Reading, span: Span) -> Span:
    return Span(span.start, span.start + len(reading.words(span).rstrip()))


def _joined(reading: Reading, spans: Iterable[Span]) -> list[Span]:
    """Put a sentence that explains the one before (由于…, 主要原因是…) together with it."""
    joined: list[Span] = []
    for span in spans:
        if joined and _EXPLAINS.match(reading.words(span)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def plan_items(reading: Reading) -> list[Span]:
    """Return the plan's measures, in order, found the same way."""
    items = _items(reading, Role.PLAN) or _sentences(reading, Role.PLAN)
    return [_trimmed(reading, span) for span in items if not reading.asks(span)]


def _items(reading: Reading, role: Role) -> list[Span]:
    found: list[Span] = []
    for part in reading.parts_of(role):
        own = [p for p in reading.passages if p.role is role and part.span.holds(p.span)]
        text = Span(next((_text_start(p) for p in own if p.body is not None), part.span.start), part.span.end)
        found += _numbered(reading, own) or _run(reading, text) or _paragraphs(own)
    return found


def _numbered(reading: Reading, own: Sequence[Passage]) -> list[Span]:
    """Return the passages that the topmost numbering inside the part opens, with all that stands under each.

    A heading that only says what its list is (存在的不足, 原因分析) is no item.
    """
    return _listed(reading, own[1:] if own and own[0].heading is not None and own[0].body is None else own)


def _listed(reading: Reading, inner: Sequence[Passage]) -> list[Span]:
    styles = [p.enumerator.style for p in inner if p.enumerator is not None]
    if not styles:
        return []
    heads = [p for p in inner if p.enumerator is not None and p.enumerator.style == styles[0]]
    ends = _ends(inner, heads)
    named = {i for i, p in enumerate(heads) if p.heading is not None and _NAMES_LIST.search(reading.words(p.heading))}
    if named or (len(heads) == 1 and heads[0].heading is not None and heads[0].body is None):
        first = min(named, default=0)
        return _listed(reading, [p for p in inner if heads[first].span.start < p.span.start < ends[first]])
    return [Span(p.span.start, end) for p, end in zip(heads, ends, strict=True)] if len(heads) > 1 else []


def _text_start(passage: Passage) -> int:
    """Return where a passage's list begins: an item's own mark (①, 第一，) belongs to it, a heading does not."""
    assert passage.body is not None  # noqa: S101 - the caller asks for passages with text
    return passage.body.start if passage.heading is not None or passage.enumerator is None else passage.enumerator.start


def _run(reading: Reading, span: Span) -> list[Span]:
    run = reading.run_marks(span)
    if run:
        return run
    marks = [match.start() for match in _ORDINAL.finditer(reading.folded, span.start, span.end)]
    return [Span(a, b) for a, b in zip(marks, [*marks[1:], span.end], strict=True)] if len(marks) > 1 else []


def _paragraphs(own: Sequence[Passage]) -> list[Span]:
    """Return paragraphs with a heading each, where the part is made of such."""
    headed = [p for p in own[1:] if p.heading is not None]
    if len(headed) < 2:  # noqa: PLR2004 - one heading makes no list
        return []
    return [Span(p.span.start, end) for p, end in zip(headed, _ends(own, headed), strict=True)]


def _ends(own: Sequence[Passage], heads: Sequence[Passage]) -> list[int]:
    """Return where what stands under each head ends: with the last passage before the next one, furniture left out."""
    places = [own.index(head) for head in heads[1:]]
    return [own[place - 1].span.end for place in places] + [own[-1].span.end]


def _sentences(reading: Reading, role: Role) -> Iterator[Span]:
    for sentence in reading.in_roles([role]):
        text = reading.words(sentence.span)
        lead = _LEAD_IN.search(text)
        if lead and lead.end() < len(text.rstrip("。;:,")) and not _EXPLAINS.match(text):
            yield Span(sentence.span.start + lead.end(), sentence.span.end)
        elif (not lead or _EXPLAINS.match(text)) and not (role is Role.PROBLEMS and opens_problems(text)):
            yield sentence.span


def _turns_away(reading: Reading, span: Span) -> bool:
    """Tell a sentence that leaves the problems for what will be done, or sums them up."""
    text = reading.words(span)
    return opens_plan(text, reading.year) or bool(_RESOLVES.search(text))

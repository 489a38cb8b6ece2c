"""Is anything of a template left unfilled? It has no parameters."""

import re
from collections.abc import Iterator
from typing import Any

from reportcheck.checks.params import Params, no_terms, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.patterns import Pattern

PARAMS: dict[str, Any] = params_schema({})

_QUOTED = re.compile(r"《[^《》\n]*》|\"[^\"\n]{1,60}\"")
_AFTER = r"(?=[年月日县市区旗州盟镇乡省局厅件次场份项个起期部条名宗户家万亿%人]|单位|部门|街道|办事处|余|工作|同志)"
_COUNTED = r"(?:件|起|份|宗|次|场|期|人次|场次)"
_DONE = r"(?:受理|办结|审结|办理|收到|制发|查处|调解|评查|立案|审查|备案|清理|废止|化解|印发)"
_HELD = r"(?:召开|举办|开展|举行|组织|培训|演练|参加)(?:了|会议|培训|活动|讲座|宣传活动|法治讲座|专题会议|各类活动|专题培训)?"
_HELD_ENDS = "开办展行织训练加了议动座"
_CRIME = Pattern(r"诉|案例|一案|当事人|化名|某")
_FORGOTTEN = tuple(f"{bracket}{word}" for bracket in "【[(〖〔" for word in ("待", "此处", "请在", "请填", "需", "尚需"))
_ALL: tuple[tuple[Pattern, str], ...] = (
    (Pattern(rf"(?<![A-Za-z0-9])(?:[×✕╳]{{2,}}|[XxＸ]{{2,}}|[○〇]{{2,}}(?!年)){_AFTER}", *"×✕╳XxＸ○", "〇〇"), "××没有填写"),
    (Pattern(rf"(?<![\dA-Za-z])[×✕╳]{_AFTER}", *"×✕╳"), "×没有填写"),
    (Pattern(r"(?<=[一-鿿,:。()]) ?_{2,}|_{2,} ?(?=[^\W\d_])", "__"), "横线处没有填写"),
    (
        Pattern(
            r"[【\[(〖〔](?:待|此处|请在|请填|需|尚需)(?:补充|补|填写|填|填入|核实|核对|确认|更新|定|完善|插入|修改|另附)[^】\])〗〕\n]{0,12}[】\])〗〕]",
            *_FORGOTTEN,
        ),
        "待补的内容没有补",
    ),
    (Pattern(r"【填写:[^】\n]*】?", "【填写"), "提示没有换成内容"),
    (Pattern(r"[^\W\d_]{1,6}[〔\[]20\d\d[〕\]] *号", "〔20", "[20"), "文号没有写序号"),
    (Pattern(r"〔 *〕|\[ +\] *\d* *号", "〕", "]"), "文号没有写年份"),
    (Pattern(rf"{_HELD}(?:次|场|人次)(?=[,。;、])", *(f"{end}{unit}" for end in _HELD_ENDS for unit in ("次", "场", "人次"))), "没有写数量"),
    (Pattern(rf"{_DONE}(?:案件|申请|各类案件|各类纠纷)?{_COUNTED}(?=[,。;])"), "没有写数量"),
    (Pattern(r"率(?:均?为|均?达到?|是)?了? *%(?=[,。;、])", "率%", "为%", "达%", "到%", "是%", "了%", " %"), "没有写百分比"),
    (Pattern(r"20\d\d年 *月(?: *日)?(?![^\W\d_])|20\d\d年 +月|20 +年 *\d* *月", "年月", " "), "日期没有填写"),
    (Pattern(r"20[XxＸ×✕]{2}年", "20X", "20x", "20Ｘ", "20×", "20✕"), "年份没有填写"),
    (Pattern(r"第[XxＸ×✕](?=[次届期批])", "第X", "第x", "第Ｘ", "第×", "第✕"), "没有写次数"),
    (Pattern(r"(?:召开|举办|开展|举行|组织)(?:次|场|期)(?=会议|培训|活动|讲座|检查|专题|法治)", *(f"{end}{unit}" for end in "开办展行织" for unit in "次场期")), "没有写数量"),
    (Pattern(r"(?:活动|培训|讲座|演练|宣讲)(?:场|场次|期)(?=[,。;])", *(f"{end}{unit}" for end in "动训座练讲" for unit in "场期")), "没有写数量"),
    (Pattern(r"\( *\)(?=[件份次期场人个项名条])", "()", "( "), "括号里没有填写"),
    (Pattern(r"某某(?=[省市县区旗州盟镇乡])", "某某"), "地名没有填写"),
    (Pattern(r"《 *》", "《》", "《 "), "书名号里是空的"),
)
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:  # noqa: ARG001 - the kinds' common shape
    """Met where nothing is left to fill in; partial where a name may be hidden on purpose."""
    if not reading.sentences:
        return Outcome(Status.NOT_APPLICABLE)
    faults = sorted(_faults(reading), key=lambda fault: fault.span)
    kept: list[Fault] = []
    for fault in faults:
        if not kept or fault.span.start >= kept[-1].span.end:
            kept.append(fault)
    return judged(kept, [reading.sentences[0].span])


def _faults(reading: Reading) -> Iterator[Fault]:
    possible = [(pattern, what) for pattern, what in _ALL if pattern.may_match(reading.folded)]
    for passage in reading.passages:
        if passage.role is Role.NOISE:
            continue
        text = _QUOTED.sub(_blank, reading.folded[passage.span.start : passage.span.end])
        for pattern, what in possible:
            for found in pattern.finditer(text):
                start = passage.span.start + found.start()
                span = Span(start, passage.span.start + found.end())
                hidden = what.startswith("×") and _CRIME.search(text[max(0, found.start() - 30) : found.end() + 30])
                status = Status.PARTIAL if hidden else Status.UNMET
                shown = _shown(reading, span, passage.span)
                yield Fault(shown, {"what": what, "found": reading.document.quote(shown).strip()}, status)


def _blank(found: re.Match[str]) -> str:
    """Hide quoted words, which may be a form's own; an empty 《》 is kept."""
    return found.group() if not found.group()[1:-1].strip() else "□" * len(found.group())


def _shown(reading: Reading, span: Span, within: Span) -> Span:
    """Widen a fault to its clause, at most 20 characters on either side."""
    start, end = span
    while start > max(within.start, span.start - 20) and reading.folded[start - 1] not in ",。;:、\n":
        start -= 1
    while end < min(within.end, span.end + 20) and reading.folded[end] not in ",。;:、\n":
        end += 1
    return Span(start, end)

"""Traces of the check kinds that look at a report's frame: title, parts, order, numbers, signature; and of all others."""

from typing import Any

from reportcheck.checks.numbering import breaks, numbered_passages
from reportcheck.checks.order import first_parts
from reportcheck.checks.part import sentences_told
from reportcheck.document import Span
from reportcheck.outcome import REASONS, Outcome, Status
from reportcheck.reporters.wording import LEVELS, SUBJECTS, TYPES
from reportcheck.structure.passages import Passage
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import ROLE_TITLES, Role
from reportcheck.trace.values import Considered, Findings
from reportcheck.trace.words import parts_listed

Params = Any


def trace_part(reading: Reading, params: Params) -> Findings:
    """Show whether the part is there, how long it is and which sentences tell something."""
    role = Role(params["role"])
    title = ROLE_TITLES[role]
    parts = reading.parts_of(role)
    if not parts:
        return Findings((f"没有找到“{title}”部分。",), (), (f"单列一部分写{title}，用标题标明。",))
    length = sum(p.body.length for p in reading.passages if p.role is role and p.body is not None)
    looked = [f"“{title}”部分有{len(parts)}处，正文{length}字，要求至少{params['min_chars']}字。"]
    change = [f"把正文写到{params['min_chars']}字以上。"] if length < params["min_chars"] else []
    told = sentences_told(reading, params) if "min_told" in params else []
    if "min_told" in params:
        looked.append(f"其中写出举措或数据的有{len(told)}句，要求至少{params['min_told']}句。")
        if len(told) < params["min_told"]:
            change.append(f"再写{params['min_told'] - len(told)}句做了什么、多少件。")
    heads = [Considered(part.heading or _opening(part.span), "counts", "这一部分从这里开始") for part in parts]
    lines = [Considered(sentence.span, "counts", "写出了举措或数据") for sentence in told]
    return Findings(tuple(looked), tuple(sorted([*heads, *lines], key=lambda each: each.span)), tuple(change))


def trace_order(reading: Reading, params: Params) -> Findings:
    """Show in which order the parts stand, and which orders are accepted."""
    present = first_parts(reading)
    shown = "、".join(ROLE_TITLES[part.role] for part in present)
    orders = "；或者".join(parts_listed(order) for order in params["orders"])
    found = tuple(Considered(part.heading or _opening(part.span), "counts", ROLE_TITLES[part.role]) for part in present)
    return Findings((f"各部分的顺序是：{shown}。", f"可以的顺序：{orders}。"), found, (f"按这个顺序调整：{parts_listed(params['orders'][0])}。",))


def trace_numbering(reading: Reading, params: Params) -> Findings:  # noqa: ARG001 - the tracers' common shape
    """Show the numbers that do not go on."""
    numbered = numbered_passages(reading)
    wrong = list(breaks(numbered))
    found = tuple(Considered(_numbered_words(p), "rejected", f"这里应是第{expected}项") for p, expected in wrong)
    change = ("按上面标出的应有序号改过来；看看是不是漏了一段或者重复了一段。",) if wrong else ()
    return Findings((f"有序号的标题和段落{len(numbered)}处，不连续的{len(wrong)}处。",), found, change)


def trace_names_year(reading: Reading, params: Params) -> Findings:  # noqa: ARG001 - the tracers' common shape
    """Show which year is looked for, and where."""
    parts = reading.parts_of(Role.PLAN)
    if not parts or reading.year is None:
        return Findings(("没有来年安排部分。" if not parts else "正文没有写明报告的是哪一年。",))
    following = f"{reading.year + 1}年"
    looked = f"报告的是{reading.year}年，在来年安排里找“{following}”（书名号里的不算）。"
    found = tuple(Considered(part.heading or _opening(part.span), "overlooked", "来年安排从这里开始") for part in parts)
    return Findings((looked,), found, (f"在来年安排的标题或者第一句写明“{following}”。",))


def trace_title(reading: Reading, params: Params) -> Findings:  # noqa: ARG001 - the tracers' common shape
    """Show the title that was found."""
    spans = [p.span for p in reading.passages if p.role is Role.TITLE]
    looked = "标题里要有年度，并且写明是法治政府建设报告。" if spans else "正文前没有找到标题。"
    found = tuple(Considered(span, "counts", "这是标题") for span in spans)
    return Findings((looked,), found, ("在正文前写标题，写明单位、年度和“法治政府建设年度报告”。",))


def trace_fact(reading: Reading, params: Params) -> Findings:
    """Show what was read of the fact."""
    names = {"signed_by": "署名", "signed_on": "成文日期"}
    value = getattr(reading.facts, params["fact"])
    closing = [p.span for p in reading.passages if p.role is Role.CLOSING]
    name = names.get(params["fact"], params["fact"])
    looked = f"在正文以后找{name}：{value or '没有找到'}。"
    return Findings((looked,), tuple(Considered(span, "counts" if value else "overlooked", "落款") for span in closing), (f"在正文后面写明{name}。",))


def trace_doc_type(reading: Reading, params: Params) -> Findings:  # noqa: ARG001 - the tracers' common shape
    """Show what the document was taken for."""
    facts = reading.facts
    who = "，".join(words for words in (facts.issuer, LEVELS.get(facts.level or ""), SUBJECTS.get(facts.subject or "")) if words)
    return Findings((f"看标题和开头几段，认为是：{TYPES.get(facts.type, facts.type)}{f'（{who}）' if who else ''}。",), (), ("核对是不是交错了文件；确是年度报告的，在标题里写明。",))


def trace_covered_year(reading: Reading, params: Params) -> Findings:
    """Show which year the report is on, and which years the rules are for."""
    first, last = params["years"]
    year = f"{reading.facts.year}年" if reading.facts.year else "没有写明"
    change = ("在标题里写明报告的是哪一年。",) if reading.facts.year is None else (f"换用适用{year}的规则集。",)
    return Findings((f"报告的年度：{year}；规则适用{first}—{last}年。",), (), change)


def trace_outcome(outcome: Outcome) -> Findings:
    """Show what the outcome itself keeps, for a kind that has no tracer of its own."""
    if outcome.faults:
        return _faults(outcome)
    found = [Considered(each.span, "counts", "判定依据这里") for each in outcome.evidence]
    found += [Considered(each.span, "rejected", "不算", REASONS.get(each.reason, each.reason), each.reason) for each in outcome.rejected]
    told = f"有关的地方{len(found)}处，没有查出问题。" if found else "没有找到有关的话。"
    looked = (f"数到{outcome.value:g}。",) if outcome.value is not None else (told,)
    return Findings(looked, tuple(found))


def _faults(outcome: Outcome) -> Findings:
    """Show what is wrong, and what is doubtful, each at its place."""
    found = tuple(
        Considered(each.span, "rejected", "有问题") if each.status is Status.UNMET else Considered(each.span, "weak", "存疑")
        for each in outcome.faults
    )
    return Findings((f"查出{len(found)}处。",), found, ("把上面标出的地方逐处核对、改好，就不再报。",))


def _numbered_words(passage: Passage) -> Span:
    return passage.heading or _opening(passage.span)


def _opening(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + 60))

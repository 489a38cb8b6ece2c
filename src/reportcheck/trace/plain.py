"""How a rule judges, in plain Chinese: sentences made from its check kind and parameters.

The rule book prints them, an explanation ends with them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reportcheck.checks.candidates import DEFAULT_PARTS
from reportcheck.rule import Rule
from reportcheck.structure.roles import ROLE_TITLES, Role
from reportcheck.trace.judging import Judging, Way, Words
from reportcheck.trace.plain_faults import FAULT_KINDS
from reportcheck.trace.words import listed, parts_listed

Params = Any
PROFILES = {
    "default": "其他单位",
    "government": "政府",
    "township": "乡镇、街道",
    "department": "政府部门",
    "party_office": "党委机关",
    "zone": "开发区",
}


def judging(rule: Rule) -> Judging:
    """Tell how a rule judges."""
    tell = _KINDS.get(rule.check)
    return tell(rule.params) if tell is not None else Judging((f"由检查方式“{rule.check}”判断。",))


def way_words(way: Way, most: int = 5) -> str:
    """Write one way in one line."""
    return "；".join(f"{words.use}{listed(words.terms, most)}" for words in way.words) + (f"（{way.note}）" if way.note else "")


def _evidence(params: Params) -> Judging:
    parts = parts_listed(params.get("parts", DEFAULT_PARTS))
    first = (
        f"只看{parts}部分里说已经做了的句子。标题、引言、存在的问题和来年安排里的话，"
        "说将来、说别的年份、对别人提要求的话，都不算。"
    )
    after = (
        "写到上面任何一类：句子里有举措或数量的，是“符合”；只说方向、只提名称的，是“部分符合”；一处也没有的，是“不符合”。",
    )
    bound = params.get("doers", {})
    doers = [Words(f"谁做的（{PROFILES.get(who, who)}）：" if len(bound) > 1 else "谁做的：", tuple(bound[who])) for who in bound]
    shared = {"not_doers": "不算做的人：", "acts": "举措的词：", "compounds": "含有举措的词、但不是举措的名称：", "formulas": "套话："}
    words = [*doers, *(Words(use, tuple(params[key])) for key, use in shared.items() if params.get(key))]
    if "topic" in params:
        words.insert(0, Words("只提名称：", tuple(params["topic"])))
    return Judging(
        (first, *_doers(params)), tuple(_way(sign) for sign in params["signs"]), after, tuple(words)
    )


def _doers(params: Params) -> Iterator[str]:
    if "doers" not in params:
        return
    others = "别人做的只算“提到”" if params.get("by_others") == "mention" else "别人做的不算"
    default = listed(params["doers"]["default"], 6)
    yield f"事情前面要写明是谁做的：{default}（各类单位不同）；{others}。写在第一责任人履职部分的，不必每句另写。"


def _way(sign: Mapping[str, Any]) -> Way:
    uses = {
        "any": "出现", "with": "同时前后有", "under": "并且本句、上一句或标题里有", "not_under": "本句、上一句和标题里没有",
        "without": "同一分句里没有",
    }  # fmt: skip
    words = tuple(Words(use, tuple(sign[key])) for key, use in uses.items() if key in sign)
    notes = []
    if sign.get("needs") == "named":
        notes.append("写成做了的，本身就算举措")
    if sign.get("anyone"):
        notes.append("不论是谁做的")
    return Way(words, "；".join(notes))


def _part(params: Params) -> Judging:
    title = ROLE_TITLES[Role(params["role"])]
    told = f"，写出举措或数据的句子不少于{params['min_told']}句" if "min_told" in params else ""
    return Judging((
        f"要有“{title}”部分，正文不少于{params['min_chars']}字{told}。",
        "没有这一部分，或者只有标题，是“不符合”；有正文而达不到，是“部分符合”。",
    ))


def _causes(params: Params) -> Judging:
    alike = (Words("不是原因的话：", tuple(params["not"])),) if "not" in params else ()
    return Judging(
        (
            "看存在的不足里有没有写原因。六成以上的不足各自写了原因，或者专门写了一段原因，是“符合”；只有一部分写了，是“部分符合”；都没有写，是“不符合”。",
        ),
        (Way((Words("用", tuple(params["marks"])),), "这些词引出的话算原因"),),
        words=alike,
    )


def _items(params: Params) -> Judging:
    what = "来年安排里的措施" if params["of"] == "plan" else "存在的不足"
    concrete = "只数写出具体事情、数量或者文件名的。" if "concrete" in params else ""
    words = (Words("具体的事：", tuple(params["concrete"])),) if "concrete" in params else ()
    return Judging(
        (
            f"数{what}有几条（按序号、“一是……二是……”，都没有时按句子）。{concrete}",
            f"至少{params['at_least']}条是“符合”，少于这个数是“部分符合”，一条也没有是“不符合”；没有这一部分的，另由别的规则判断。",
        ),
        words=words,
    )


def _specific(params: Params) -> Judging:
    return Judging(
        (
            "逐条看存在的不足。有数量的，或者写出了领域和指得出的事（单位、环节、文书等）的，算具体；短而只有空话的，不算。",
            f"具体的占{params['share']:.0%}以上是“符合”，有一条以上是“部分符合”，一条也没有是“不符合”。",
        ),
        words=(
            Words("领域：", tuple(params["fields"])),
            Words("指得出的事：", tuple(params["points"])),
            Words("空话：", tuple(params["empty"])),
        ),
    )


def _answered(params: Params) -> Judging:
    return Judging(
        (
            f"逐条看存在的不足说的是哪些方面（{len(params['subjects'])}类），再看来年安排里有没有同一方面的话。",
            "那句话里有具体措施或者数量，算回应；没有，算回应不足。分不出方面的，看来年安排里有没有与它相同的词语。",
            "全部不足都有回应是“符合”，一部分有是“部分符合”，都没有是“不符合”；没有写不足的，不适用。方面有：",
        ),
        tuple(_matter(subject) for subject in params["subjects"].values()),
        words=(Words("具体措施：", tuple(params["measures"])),),
    )


def _matter(subject: Mapping[str, Any]) -> Way:
    uses = {"problem": "不足里写", "not": "不是说", "plan": "来年安排里写", "measures": "措施是"}
    return Way(tuple(Words(use, tuple(subject[key])) for key, use in uses.items() if key in subject))


def _order(params: Params) -> Judging:
    orders = "；或者".join(parts_listed(order) for order in params["orders"])
    return Judging((f"写到的各部分按这样的顺序是“符合”：{orders}。不按这些顺序是“不符合”。",))


def _title(params: Params) -> Judging:
    return Judging((
        f"正文前要有标题，标题里有年度，并且有{listed(params['names'])}。缺一样是“部分符合”，没有标题是“不符合”。",
    ))


def _fact(params: Params) -> Judging:
    name = {"signed_by": "发文机关署名", "signed_on": "成文日期"}.get(params["fact"], params["fact"])
    return Judging((f"正文以后有{name}是“符合”，没有是“不符合”。",))


def _covered_year(params: Params) -> Judging:
    years = params.get("years")
    span = f"{years[0]}—{years[-1]}年" if years else "本规则集适用的年度"
    return Judging((f"报告的年度在{span}以内是“符合”，不在是“不符合”，没有写明年度是“部分符合”。",))


_KINDS: Mapping[str, Callable[[Params], Judging]] = {
    **FAULT_KINDS,
    "answered": _answered,
    "causes": _causes,
    "covered-year": _covered_year,
    "doc-type": lambda _: Judging((
        "看标题、开头和各部分，判断是不是法治政府建设年度报告。不是的，其他规则都不评。",
    )),
    "evidence": _evidence,
    "fact": _fact,
    "items": _items,
    "names-year": lambda _: Judging((
        "来年安排的标题或者正文里写明报告年度的下一年，是“符合”，没有写明是“不符合”；书名号里的年份不算。没有来年安排的，不适用。",
    )),
    "numbering": lambda _: Judging((
        "同一层的标题序号（一、；（一）；1.）一个接一个，是“符合”；跳号、重号，是“不符合”。没有序号的，不适用。",
    )),
    "order": _order,
    "part": _part,
    "specific": _specific,
    "title": _title,
}

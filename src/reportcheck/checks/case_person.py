"""Is somebody's full name told together with a case? It must not be published.

Parameters: ``roles`` (words for a person in a case, right before the name), ``charges`` (words right behind a name that tell
what the person was charged with or punished for), ``unless`` (words of the sentence that say the name is not a real one).
Names of which a part is hidden (李某), companies, and officials under their posts are not told of.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from reportcheck.checks.law_titles import sentence_words
from reportcheck.checks.params import TERMS, Params, params_schema
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold
from reportcheck.text.patterns import Pattern
from reportcheck.text.person_names import Name, name_at, names_before

PARAMS: dict[str, Any] = params_schema({"roles": TERMS, "charges": TERMS, "unless": TERMS}, ["roles", "charges"])
_BETWEEN = Pattern(r"人?(?:姓名)?[:( ]?")
_AFTER = Pattern(
    r"[,、。;:() \n\d]|$|诉|因|涉嫌|犯[^,。]{1,12}罪|不服|与|和|等|一案|提起|提出|申请|向|对|于20|在|被|户|家|以|系|未|拒|违反|私自|擅自|驾驶|酒后|醉酒|无证|非法|"
    r"的(?:申请|诉求|请求|起诉|身份|住|银行|手机|合法)|处以|处罚|作出|追[回讨]|讨[回薪]|依法|实施|送达|提供|挽回|争取|解除|到庭|不履行|拖欠|占用|砍伐|盗|办理|撤[回诉]|名下|领取|签收|反映|投诉|举报|死亡|受伤|[获得]得|拿到"
)
_SUES = Pattern(r"(?:起诉|上诉|状告|不服|诉)(?=[^,。;\n]{0,24}?(?:局|政府|委员会|厅|公司|大队|支队|派出所|办事处|管委会|[县市区镇乡]|决定|处罚|[一-鿿]某))")
_NO_SUIT = "起上申投控败胜应撤公自抗反倾"
_PUNISHED = Pattern(r"(?:因|以)[^,。;\n]{1,24}?[,]?被(?:[^,。;\n]{0,12}?)(?:行政处罚|处罚|判处|判决|拘留|逮捕|罚款|立案|处以|起诉)|犯[^,。;\n]{1,12}罪")
# By the words right behind a name: what must follow for them to tell of a case.
_DEEDS = {**dict.fromkeys(("起诉", "上诉", "状告", "不服", "诉"), _SUES), **dict.fromkeys(("因", "以", "犯"), _PUNISHED)}
_CASE = Pattern(r"(?:等\d{0,3}人)?[^,。;\n\"某]{0,16}?(?:一案|案件|罪案)")
# What a name may follow; behind any other word it is a part of that word, or the holder of a post.
_LEFT = (
    *',。;:、()"《》\n ', "审理", "审结", "受理", "办理", "办结", "旁听", "代理", "查处", "查获", "调解", "化解", "纠正", "处理", "如", "了", "关于", "就", "对", "将", "的",
    "村民", "居民", "户主", "业主", "男子", "女子", "司机", "职工", "农民", "员工", "工人",
)  # fmt: skip


class Told(NamedTuple):
    """A person's name with a case, and whether there can be a doubt."""

    name: Name
    status: Status


def vocabulary(params: Params) -> Iterable[str]:
    """Return the words for persons and charges."""
    return [*params["roles"], *params["charges"]]


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet: a person's full name stands there with the case; partial: it may be a case's own title; met: persons stay nameless."""
    excuses = [fold(word) for word in params.get("unless", ())]
    found: dict[Span, Told] = {}
    for told in sorted(_told(reading, params), key=lambda each: (each.name.span, each.status is Status.PARTIAL)):
        words = sentence_words(reading, told.name.span)
        if not any(word in words for word in excuses):
            found.setdefault(told.name.span, told)
    faults = [Fault(span, {"name": told.name.masked}, told.status, shown=told.name.masked) for span, told in found.items()]
    roles = sorted(Span(*span) for span in reading.index.present(params["roles"]) if _is_judged(reading, span[0]))
    return judged(faults, roles[:1])


def _told(reading: Reading, params: Params) -> Iterator[Told]:
    found = [*_with_role(reading, params["roles"]), *_with_charge(reading, params["charges"]), *_with_suit(reading)]
    return (each for each in found if _is_judged(reading, each.name.span.start))


def _is_judged(reading: Reading, offset: int) -> bool:
    return not any(passage.role is Role.NOISE and passage.span.start <= offset < passage.span.end for passage in reading.passages)


def _with_role(reading: Reading, roles: Iterable[str]) -> Iterator[Told]:
    """Yield names right behind a word for a person in a case: 原告王建国."""
    for _, end in reading.index.present(roles):
        between = _BETWEEN.match(reading.folded, end)
        name = name_at(reading.folded, between.end() if between else end, _AFTER)
        if name is not None:
            yield Told(name, Status.UNMET)


def _with_charge(reading: Reading, charges: Iterable[str]) -> Iterator[Told]:
    """Yield names right before a charge: 王建国涉嫌盗窃, 王建国受贿一案."""
    for start, _ in reading.index.present(charges):
        for name in _standing_alone(reading, start):
            title = _CASE.match(reading.folded, start)
            yield Told(name, Status.PARTIAL if title else Status.UNMET)


def _with_suit(reading: Reading) -> Iterator[Told]:
    """Yield names before what only a person in a case does or suffers: 王建国诉某局, 王建国因酒驾被处罚."""
    for word, pattern in _DEEDS.items():
        at = reading.folded.find(word)
        while at >= 0:
            for name in _standing_alone(reading, at):
                if reading.folded[name.span.end - 1] not in _NO_SUIT and pattern.match(reading.folded, at):
                    yield Told(name, Status.UNMET)
            at = reading.folded.find(word, at + 1)


def _standing_alone(reading: Reading, end: int) -> Iterator[Name]:
    """Yield the name that ends here, if it is no part of a longer word or of a post with its holder."""
    for name in names_before(reading.folded, end):
        start = name.span.start
        if start == 0 or reading.folded.endswith(_LEFT, 0, start):
            yield name
            return

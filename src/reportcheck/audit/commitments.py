"""Last year's arrangements, one by one, and what this year's report says of each."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from reportcheck.audit.likeness import Weights, units_of
from reportcheck.audit.sentences import MIN_CHINESE
from reportcheck.audit.stock import chinese_outside_stock
from reportcheck.audit.year_view import Told, YearView
from reportcheck.structure.figures import Figure, figures
from reportcheck.text.quantities import quantity_in

DONE, PARTIAL, AGAIN, ABSENT = "done", "partial", "again", "absent"
SAME = 0.5
"""Share of an arrangement's words (by weight) that a report must tell to speak of the same thing."""
TOUCHED = 0.3
_MAIN = 0.4
"""What one sentence must tell for its paragraph to be asked for the rest."""
REPEATED = 0.6
"""Share from which a plan, or a single act of an arrangement, is the same again."""
_MIN_UNITS = 4
_OTHERS = 2
_BESIDE = 0.2
_PART_TOLD = 0.2
_MARKS = " ,;:。!?"
_ACTS = re.compile(
    r"制定|出台|印发|修订|修改|编制|编印|公布|公示|公开|建立|建成|建设|设立|成立|组建|挂牌|新建|改造|安装|开通|上线|接通|接入|打通|归集|共享|启用|投入使用|"
    r"开展|组织|举办|召开|承办|培训|轮训|宣讲|旁听|考试|考核|演练|拍摄|制作|开设|招录|招聘|增派|选派|配备|配齐|充实|聘请|聘任|引进|调整|划转|下放|承接|"
    r"评查|评估|评议|检查|排查|整治|清理|废止|清偿|清欠|兑现|督察|督查|督办|约谈|通报|核查|整改|梳理|审查|审核|听证|论证|征求|调解|化解|办结|审结|取消|精简|压减|"
    r"试点|推广|实行|推行|试行|纳入|统一|编发|印制|发放|出庭|公告|落实到位|签订|委托|报送|提交"
)
_DEADLINE = re.compile(r"\d{1,2}月|季度|上半年|下半年|年底|年内|前完成")
_TIMES = frozenset({"天", "日", "小时", "分钟", "个工作日", "工作日", "期", "%", "分", "倍", "成", "个百分点"})


class Commitment(NamedTuple):
    """One arrangement with what became of it; ``answer`` are the words of this year's report that speak of it."""

    told: Told
    state: str
    answer: Told | None
    note: str = ""


class Fulfilment(NamedTuple):
    """All arrangements that say what is to be done; ``general`` counts those that do not, and are not judged."""

    commitments: tuple[Commitment, ...]
    general: int


class _Sentence(NamedTuple):
    told: Told
    units: frozenset[str]


class _Matcher:
    """This year's report, ready to be asked about an arrangement."""

    def __init__(self, last: YearView, this: YearView, own: Sequence[str]) -> None:
        self._own = own
        self.work = self._read(this.work)
        self.mentions = self._read((*this.mentions, *this.problems))
        self.plan = self._read(this.plan)
        every = [*self.work, *self.mentions, *self.plan, *self._read((*last.plan, *last.work, *last.problems))]
        self.weights = Weights(each.units for each in every)

    def _read(self, told: Sequence[Told]) -> list[_Sentence]:
        return [_Sentence(each, self.units(each.words, each.topic)) for each in told]

    def units(self, *words: str) -> frozenset[str]:
        return units_of("|".join(words), self._own)

    def nearest(self, wanted: frozenset[str], among: Sequence[_Sentence]) -> tuple[float, _Sentence | None]:
        """Return the sentence that tells most of what is wanted."""
        ranked = [(self.weights.coverage(wanted, each.units), -number) for number, each in enumerate(among)]
        share, number = max(ranked, default=(0.0, 0))
        return share, among[-number] if share else None

    def together(self, wanted: frozenset[str], best: _Sentence) -> frozenset[str]:
        """Return what is told by a sentence with up to two others of its paragraph that speak of the same thing."""
        near = (each for each in self.work if each.told.group == best.told.group and each is not best)
        ranked = sorted(((self.weights.coverage(wanted, each.units), each) for each in near), key=lambda pair: -pair[0])
        return best.units.union(*(each.units for share, each in ranked[:_OTHERS] if share >= _BESIDE))


def followed(last: YearView, this: YearView, own: Sequence[str]) -> Fulfilment:
    """Judge every arrangement of last year's report."""
    concrete = [each for each in last.plan if is_concrete(each)]
    matcher = _Matcher(last, this, own)
    acts = [(each, matcher.units(*each.clauses)) for each in concrete]
    judged = tuple(_judged(each, units | matcher.units(each.topic), matcher) for each, units in acts if len(units) >= _MIN_UNITS)
    return Fulfilment(judged, len(last.plan) - len(judged))


def is_concrete(told: Told) -> bool:
    """Tell an arrangement that one can look for a year later from a mere intention."""
    acts = "".join(told.clauses)
    if not acts or chinese_outside_stock(acts) < MIN_CHINESE // 2:
        return False
    measured = quantity_in(acts, 0, len(acts)) is not None or _DEADLINE.search(acts) is not None or "《" in acts
    return measured or _ACTS.search(acts) is not None


def _judged(told: Told, wanted: frozenset[str], matcher: _Matcher) -> Commitment:
    share, best = matcher.nearest(wanted, matcher.work)
    if best is not None and share >= _MAIN and _tells_an_act(best.told):
        units = matcher.together(wanted, best)
        if matcher.weights.coverage(wanted, units) >= SAME:
            lacking = next(chain(_shortfalls(told, best.told), _untold(told, units, matcher)), "")
            return Commitment(told, PARTIAL if lacking else DONE, best.told, lacking)
    again, planned = matcher.nearest(wanted, matcher.plan)
    if planned is not None and again >= REPEATED:
        return Commitment(told, AGAIN, planned.told)
    best = best if share >= TOUCHED else _one_act(told, matcher)
    if best is not None:
        lacking = next(chain(_shortfalls(told, best.told), _untold(told, best.units, matcher)), "只写到其中一部分")
        return Commitment(told, PARTIAL, best.told, lacking)
    mentioned, mention = matcher.nearest(wanted, matcher.mentions)
    if mention is not None and mentioned >= TOUCHED:
        return Commitment(told, PARTIAL, mention.told, "只提到，没有写做了什么")
    return Commitment(told, ABSENT, None)


def _tells_an_act(told: Told) -> bool:
    return _ACTS.search(told.words) is not None or quantity_in(told.words, 0, len(told.words)) is not None


def _one_act(planned: Told, matcher: _Matcher) -> _Sentence | None:
    """Return the sentence that tells one act of an arrangement of several."""
    acts = [matcher.units(clause) for clause in planned.clauses if _ACTS.search(clause)] if len(planned.clauses) > 1 else []
    found = [matcher.nearest(wanted, matcher.work) for wanted in acts if len(wanted) >= _MIN_UNITS]
    share, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
    return best if best is not None and share >= REPEATED and _tells_an_act(best.told) else None


def _untold(planned: Told, units: frozenset[str], matcher: _Matcher) -> Iterator[str]:
    """Say which act of an arrangement of several is not told."""
    for clause in planned.clauses:
        wanted = matcher.units(clause)
        if _ACTS.search(clause) and len(wanted) >= _MIN_UNITS and matcher.weights.coverage(wanted, units) < _PART_TOLD:
            yield f"没有找到与“{clause.strip(_MARKS)}”对应的内容"


def _shortfalls(planned: Told, done: Told) -> Iterator[str]:
    """Say where fewer were done than planned of what both sentences count."""
    actual = figures(done.words, 0, len(done.words))
    for wanted in figures(planned.words, 0, len(planned.words)):
        if wanted.amount.unit in _TIMES:
            continue
        same = [each for each in actual if each.amount.unit == wanted.amount.unit and _same_thing(wanted, each)]
        if same and all(each.amount.high < wanted.amount.low for each in same):
            most = max(same, key=lambda each: each.amount.value)
            yield f"上年安排“{_shown(planned, wanted)}”，今年写的是“{_shown(done, most)}”"


def _same_thing(one: Figure, other: Figure) -> bool:
    a, b = units_of(one.label + one.tail), units_of(other.label + other.tail)
    return bool(a & b)


def _shown(told: Told, figure: Figure) -> str:
    return told.words[figure.start : figure.amount.end] + figure.tail

"""Whether two sentences speak of the same thing: pairs of characters outside common verbs, rare ones counting more."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

_BREAK = "|"
_NUMBERS = re.compile(r"\d[\d.,]*(?:余|多)?(?:万|亿)?|[^\w《》]+|[《》]")
# Words that every plan holds: they say when and how, not what.
_GENERAL = re.compile(
    r"年底前|月底前|上半年|下半年|年内|全年|季度|月底|逐季|逐月|逐步|进一步|持续|深入|全面|切实|着力|大力|积极|认真|扎实|稳步|有效|不断|继续|加快|努力|"
    r"加强|强化|深化|推进|推动|推行|健全|完善|落实|坚持|提升|提高|规范|优化|改进|做实|做好|抓好|加大|开展|组织|制定|制发|出台|印发|修订|编制|公布|建立|建设|建成|设立|成立|举办|召开|完成|实施|"
    r"对|将|把|为|由|与|和|及|的|了|等|各|均|已|并|要|至少|不少于|以上|左右|共|累计|本|我|我们|行政|有关|相关|部门|单位|制度|体系|工作|情况|方面|机制|力度|水平|能力|质量|重点|"
    r"法治政府建设|法治政府|法治建设|依法行政|年度?|[省市州盟县区旗乡镇](?=政府|委|长|级|直|司法局)"
)


def units_of(folded: str, own: Sequence[str] = ()) -> frozenset[str]:
    """Return the pairs of neighbouring characters that say what a sentence is about."""
    for name in own:
        folded = folded.replace(name, _BREAK)
    text = _GENERAL.sub(_BREAK, _NUMBERS.sub(_BREAK, folded))
    return frozenset(text[at : at + 2] for at in range(len(text) - 1) if _BREAK not in text[at : at + 2])


class Weights:
    """How much each pair of characters says, learned from the sentences of both reports."""

    def __init__(self, sentences: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for each in sentences:
            counts.update(each)
            total += 1
        self._weights = {unit: math.log((total + 1) / (count + 0.5)) for unit, count in counts.items()}
        self._rarest = math.log((total + 1) / 0.5)

    def of(self, units: Iterable[str]) -> float:
        """Return the weight of several."""
        return math.fsum(self._weights.get(unit, self._rarest) for unit in units)

    def coverage(self, wanted: frozenset[str], told: frozenset[str]) -> float:
        """Return which share of what is wanted is told, by weight."""
        whole = self.of(wanted)
        return self.of(wanted & told) / whole if whole else 0.0


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of pairs of characters that two sentences have in common."""
    return len(one & other) / len(one | other) if one or other else 0.0

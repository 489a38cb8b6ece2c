"""Is another place's or unit's own name left in the text? See the parameters below.

Parameters: ``doing`` (words behind a place's name at the head of a clause that make it the doer), ``unless`` (words of
the sentence that give another place a good reason to stand there). Told besides: a sign-off by another place or bureau
than the title's, and another kind of place's word for itself (我区 in a county's report).
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reportcheck.checks.law_titles import sentence_words
from reportcheck.checks.params import TERMS, Params, no_terms, params_schema
from reportcheck.checks.self_words import self_words
from reportcheck.checks.sign_offs import sign_offs
from reportcheck.document import Span
from reportcheck.outcome import Fault, Outcome, Status, judged
from reportcheck.structure.places import names_in
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold
from reportcheck.text.patterns import Pattern
from reportcheck.text.tense import Tense

PARAMS: dict[str, Any] = params_schema({"doing": TERMS, "unless": TERMS}, ["doing", "unless"])
_ROLES = frozenset({Role.PREFACE, Role.ACHIEVEMENTS, Role.FIRST_RESPONSIBLE, Role.PLAN})
_OPENING = Pattern(r"(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.]|[一二三四五六七八九十]{1,2}是|20\d\d年度?,?|现将|一年来,?|[ 　])*")
_BODY = Pattern(r"(?:人民政府|政府|[县区旗市州盟]?委|党委|党工委|办事处|[^\W\d_]{2,10}?局|20\d\d年)")
# Names that no table has: what a word before 区 or 镇 may be instead of a name is kept out.
_NO_NAME = "各全本我该某一二三四五六七八九十两多个其有相关部分辖县区市省旗乡镇街社片园景库林矿牧灾老旧新开发高试验保护税工商业学校城郊厂营在对向从由与及为以将把被让使给原级示范功能指导协调推动支持督促组织引导联系代表帮助点边境兄弟民族小服务生活居住农村要求请经均已听取审定围绕承担编印带领按照根据依代报通过"
# Behind the same kind of place as ours, what no verb with its object goes on with: 听取镇推进…的汇报 is none.
_SURELY = ("坚持", "始终", "认真", "高度重视", "以习近平", "紧紧", "切实")
_WILL = ("将", "已", "要")
_GENERIC = {"county": ("县", "区", "旗"), "township": ("镇", "乡", "街道", "苏木")}
_STEMS = (3, 2)
_PEERS = {"county": "county", "prefecture": "prefecture"}
_MOST = 3
_LEAST_OWN = 2
_STEM = 2
vocabulary = no_terms


def check(reading: Reading, params: Params) -> Outcome:
    """Unmet where the sign-off is another's; partial where another's name or word for itself stands in the text."""
    region = reading.facts.region
    if region is None or not reading.sentences:
        return Outcome(Status.NOT_APPLICABLE)
    faults = [*sign_offs(reading), *self_words(reading, params["unless"]), *_doers(reading, params, fold(region))]
    at = reading.folded.find(fold(region))
    own = Span(at, at + len(region)) if at >= 0 else reading.sentences[0].span
    return judged(sorted(faults, key=lambda fault: fault.span), [own])


def _doers(reading: Reading, params: Params, region: str) -> Iterator[Fault]:
    """Yield other places that do our work; only where our own name stands more often than theirs."""
    level = reading.facts.level
    if level not in ("county", "prefecture", "township"):
        return
    doing = tuple(fold(word) for word in params["doing"])
    excuses = [fold(word) for word in params["unless"]]
    for start in _heads(reading):
        name = _name_at(reading.folded, start, level)
        if name is None or not _does(reading, name, doing) or _is_ours(reading, reading.words(name), region):
            continue
        words = sentence_words(reading, name)
        if not any(word in words for word in excuses):
            found = reading.document.quote(name)
            reason = f"不是本报告的单位（{reading.facts.region}），这里却写成做工作的一方"
            yield Fault(name, {"found": found, "reason": reason}, Status.PARTIAL)


def _heads(reading: Reading) -> Iterator[int]:
    """Yield where headings and clauses begin that tell of our own work, behind their numbers and years."""
    headings = (passage.heading.start for passage in reading.passages if passage.heading is not None and passage.role in _ROLES)
    clauses = (
        clause.span.start for sentence in reading.in_roles(_ROLES) for clause in sentence.clauses if clause.tense in (Tense.DONE, Tense.FUTURE)
    )
    for start in dict.fromkeys((*headings, *clauses)):
        opening = _OPENING.match(reading.folded, start)
        yield opening.end() if opening else start


def _name_at(folded: str, start: int, level: str) -> Span | None:
    """Return the name of a place like ours that begins here."""
    near = folded[start : start + 16]
    for begin, end, found in names_in(near):
        # Two characters are a verb with the word for our own place as often (代县政府起草).
        if begin == 0 and end > _STEM and found == _PEERS.get(level) and not (level == "county" and near[end - 1] == "市"):
            return Span(start, start + end)
    for stem in _STEMS:
        ending = next((each for each in _GENERIC.get(level, ()) if near.startswith(each, stem)), "")
        if ending and all(char.isalnum() and not char.isdecimal() and char not in _NO_NAME for char in near[:stem]):
            return Span(start, start + stem + len(ending))
    return None


def _does(reading: Reading, name: Span, doing: tuple[str, ...]) -> bool:
    """Tell whether a name is the doer's; one that no table has may be a verb with the word for our own place."""
    known = any(span[:2] == (0, name.length) for span in names_in(reading.words(name)))
    alike = fold(reading.facts.region or "").endswith(reading.words(name)[-1])
    at = name.end + reading.folded.startswith(_WILL, name.end)
    if alike and not known:
        return reading.folded.startswith(_SURELY, at)
    return reading.folded.startswith(doing, at) or _BODY.match(reading.folded, at) is not None


def _is_ours(reading: Reading, name: str, region: str) -> bool:
    """Tell whether a name is our own, is told of our frame (whom we report to), or stands too often to be a leftover."""
    facts = reading.facts
    frame = "".join(fold(words) for words in _known(facts.title, facts.issuer, facts.addressee, facts.signed_by, facts.doc_number))
    near = name in region or name[:_STEM] in region or name[:_STEM] in frame
    own = reading.folded.count(region)
    often = reading.folded.count(name)
    return near or often > _MOST or own < _LEAST_OWN or often >= own


def _known(*words: str | None) -> Iterable[str]:
    return (each for each in words if each)

"""What a document states about itself: who reports, to whom, on which year."""

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reportcheck.document import Document
from reportcheck.structure.frame import date_of, is_title, signer_of
from reportcheck.structure.kind import document_type
from reportcheck.structure.passages import Passage
from reportcheck.structure.places import LEVEL_OF_SUFFIX, names_in, town_in
from reportcheck.structure.roles import Role
from reportcheck.structure.transitions import heading_roles
from reportcheck.text.dates import stated_day
from reportcheck.text.numbering import chinese_number
from reportcheck.text.patterns import Pattern, compiled

_UNIT = (
    r"(?:人民政府办公室|人民政府|行政公署|管理委员会|管委会|街道办事处|委员会办公室|委员会|办公室|办事处|局|厅|卫健委|发改委|发展改革委|国资委|住建委|交通委|教委|农委|"
    r"党组|党委|(?:县|市|省|区|旗|州|盟)委(?!全面|依法|法治)|党工委|支队|大队|总队|中心)"
)
_TITLE_ISSUER = compiled(rf"^(?:关于)?((?:中共)?[^\d《》。,]{{2,40}}?{_UNIT})(?=关于|20\d\d|二[〇○零]|法治|推进|贯彻|依法|年度)")
_LEAD_ISSUER = Pattern(
    rf"^(?:20\d\d年(?:度|以来)?,?|一年来,?|近年来,?|今年以来,?)?(?:现将|现就)?((?:中共)?[^\d《》。,、]{{2,30}}?{_UNIT})(?=,|坚持|始终|认真|深入|全面|以|在|紧|严格|高度|按照|根据|切实|围绕|积极|持续|坚定|聚焦|扎实|牢牢)"
)
_DOC_NUMBER = Pattern(r"[^\W\d_]{1,16}[〔\[(]20\d\d[〕\])]\d{1,4}号", "号")
_ADDRESSEE = compiled(
    r"^((?:[^。;:《》\d]{1,30}?(?:委员会|办公室|人民政府|常委会|[省市县区旗州盟镇乡](?:委|政府)|委依法治.办|党委|党工委|党组|司法局|司法厅|局|厅|办|常务委员会)(?:\([^()]*\))?[、,和 ]{0,2}){1,4}):"
)
_TITLE_YEAR = compiled(r"(20\d\d)(?:年度?|度)|二[〇○零0]([一二三四五六七八九〇○零]{2})年")
_BOOK = Pattern(r"《[^》]*》|\([^)]*\)", "《", "(")
_HEADING = 45
_PARTY = ("依法", "法委", "法办", "委发", "委办", "党发", "党办")
_OWN = Pattern(r"我([省市县区旗州盟局镇乡厅委办])")

_ZONE_BODIES = ("管理委员会", "管委会", "党工委")
_ZONE = Pattern(r"(?:开发区|高新区|新区|园区|示范区|保税区|度假区|风景区|管理区|合作区).{0,4}(?:管理委员会|管委会|党工委)", *_ZONE_BODIES)
_ZONE_NAME = Pattern(
    r"([^,。]{2,24}?(?:开发区|高新区|园区|示范区|保税区|度假区|风景区|管理区|合作区))(?:管理委员会|管委会|党工委)", *_ZONE_BODIES
)
_NO_NAME = ("开发区", "高新区", "园区", "示范区", "保税区", "度假区", "景区", "辖区", *"委法治全依各我本年")
_NO_NAME_OPENS = tuple("赴到在对向从与和经")
_GOVERNMENTS = ("人民政府", "行政公署", "管委会", "管理委员会", "办事处")
_PLACES = tuple("省市县区旗州盟镇乡")
_PARTY_BODIES = ("依法治", "中共", *(f"{place}委" for place in "省市县区旗州"), "党委", "党工委")
PROFILES = ("government", "township", "department", "party_office", "zone")


class Facts(NamedTuple):
    """The contract's facts; what the text does not state is None.

    ``origin`` tells for each fact that is known where it comes from:
    ``text``, ``filename`` or ``option``. ``stated_profile`` is the user's, before what the other facts tell.
    """

    type: str = "other"
    title: str | None = None
    issuer: str | None = None
    region: str | None = None
    level: str | None = None
    subject: str | None = None
    year: int | None = None
    addressee: str | None = None
    doc_number: str | None = None
    signed_by: str | None = None
    signed_on: str | None = None
    published: str | None = None
    """When the page that it stands on says it was published, an ISO date."""
    origin: Mapping[str, str] = {}
    stated_profile: str | None = None

    @property
    def profile(self) -> str:
        """Return what kind of body reports, one of ``PROFILES``."""
        if self.stated_profile is not None:
            return self.stated_profile
        if self.issuer is not None and _ZONE.search(self.issuer):
            return "zone"
        if self.subject in ("department", "party_office"):
            return self.subject
        return "township" if self.level == "township" else "government"

    @property
    def profile_origin(self) -> str | None:
        """Return where the profile comes from; None where nothing is known and ``government`` is merely assumed."""
        if self.stated_profile is not None:
            return "option"
        deciding = [self.origin[name] for name in ("level", "subject") if name in self.origin]
        if "option" in deciding:
            return "option"
        return "text" if deciding or self.profile == "zone" else None


def reported_year(document: Document, folded: str) -> tuple[int | None, str]:
    """Return the year reported on and where it is from: title, then lead, then headings, then the file's name."""
    lines = [folded[block.span.start : block.span.end] for block in document.blocks if not block.furniture]
    head = [document.meta.get("title", ""), *lines[:8]]
    titles = [line[:60] for line in head if _names_any(line[:60], "法治", "依法行政") and _names_any(line[:60], "报告", "总结", "情况")]
    for line in titles[:2]:
        found = _TITLE_YEAR.search(_BOOK.sub("", line))
        if found:
            return _year_of(found), "text"
    for line in lines[:10]:
        if len(line) <= _HEADING and Role.PLAN in heading_roles(line, None):
            continue
        found = re.search(r"(20\d\d)年(?!\d{1,2}月\d)", _BOOK.sub("", line[:400]))
        if found:
            return int(found.group(1)), "text"
    found = re.search(r"(?:^|\D)(20\d\d)(?=\D|$)", os.path.splitext(os.path.basename(document.path))[0])
    return (int(found.group(1)), "filename") if found else (None, "text")


def _year_of(found: re.Match[str]) -> int:
    return int(found.group(1)) if found.group(1) else 2000 + int("".join(str(chinese_number(c)) for c in found.group(2)))


def facts_of(document: Document, folded: str, passages: Sequence[Passage], year: tuple[int | None, str]) -> Facts:
    """Read the facts off the title, the head, the lead and the sign-off."""
    words = _Words(document, folded, passages)
    signed = [signer for text in words.closing if (signer := signer_of(text))]
    dates = [day for text in words.closing if (day := date_of(text))]
    issuer = _issuer(words) or (" ".join(dict.fromkeys(signed)) or None)
    number = next((m.group() for text in [*words.head, words.meta("doc_number")] if (m := _DOC_NUMBER.search(text))), None)
    region, level = _region(words, issuer)
    subject = _subject(words, issuer, number, region)
    known: dict[str, Any] = {
        "type": document_type(words.title, words.head, folded), "title": words.title or None, "issuer": issuer, "region": region, "level": level,
        "subject": subject, "year": year[0], "addressee": _addressee(words, number), "doc_number": number,
        "signed_by": signed[-1] if signed else None, "signed_on": dates[-1] if dates else None, "published": stated_day(document.meta.get("published", "")),
    }
    for name in ("title", "issuer", "region", "addressee", "doc_number", "signed_by"):
        known[name] = _as_written(document, folded, known[name])
    origin = {name: "text" for name, value in known.items() if value is not None}
    if year[0] is not None:
        origin["year"] = year[1]
    return Facts(**known, origin=origin)


def _as_written(document: Document, folded: str, value: str | None) -> str | None:
    """Return a fact with the text's own punctuation; what was put together from several lines stays folded."""
    at = folded.find(value) if value else -1
    return document.text[at : at + len(value)] if value and at >= 0 else value


class _Words:
    """The texts that facts are read off, folded."""

    def __init__(self, document: Document, folded: str, passages: Sequence[Passage]) -> None:
        def texts(*roles: Role) -> list[str]:
            return [folded[p.span.start : p.span.end] for p in passages if p.role in roles]

        self._meta = document.meta
        titles = texts(Role.TITLE)
        self.title = _join_title(titles) or self.meta("title")
        self.lead = texts(Role.PREFACE)
        self.head = [*titles, *self.lead]
        self.closing = texts(Role.CLOSING) or [line for line in self.lead if len(line) <= 40]  # noqa: PLR2004 - a covering letter's sign-off
        self.all = folded

    def meta(self, key: str) -> str:
        return self._meta.get(key, "")


def _join_title(lines: Sequence[str]) -> str:
    """Return the report's own title: the last one (a covering letter has one too), with the lines that begin it."""
    if not lines:
        return ""
    own = [i for i, line in enumerate(lines) if is_title(line)]
    first = own[-2] + 1 if len(own) > 1 else 0
    return re.sub(r"^附件?:", "", "".join(lines[first:]))


def _issuer(words: _Words) -> str | None:
    if found := _TITLE_ISSUER.match(words.title):
        return found.group(1).strip()
    for line in words.lead:
        if found := _LEAD_ISSUER.match(line):
            return found.group(1).strip()
    return None


def _addressee(words: _Words, number: str | None) -> str | None:
    for line in words.lead:
        text = line.replace(number, "") if number else line
        if found := _ADDRESSEE.match(text.strip()):
            return found.group(1).strip()
    return None


def _region(words: _Words, issuer: str | None) -> tuple[str | None, str | None]:
    lead = [re.sub(r"^(?:20\d\d年(?:度|以来)?,?|一年来,?|根据[^,]*,)", "", line)[:40] for line in words.lead]
    for line in [words.title, issuer or "", *words.closing, *lead]:
        text = re.sub(r"^(?:关于|中共|20\d\d年度?)+", "", line.strip())
        if zone := _ZONE_NAME.match(text):
            return zone.group(1), None  # a zone is no division; the text does not say which level it has
        if town := town_in(text):
            return town, "township"
        found = _chain(text) or _by_suffix(text, words.all)
        if found:
            return found
    counts = Counter(words.all[start:end] for start, end, _ in names_in(words.all))
    if counts and counts.most_common(1)[0][1] >= 5:  # noqa: PLR2004 - named throughout, not in passing
        return _chain(counts.most_common(1)[0][0]) or (None, None)
    return None, None


def _chain(text: str) -> tuple[str, str | None] | None:
    """Return neighbouring division names from the largest down (天水市秦州区) and the last one's level."""
    names = list(names_in(text))
    if not names or names[0][0] > 0:  # a name in mid-sentence is somebody else's, or the end of a longer one
        return None
    start, end, level = names[0]
    for next_start, next_end, next_level in names[1:]:
        if next_start == end:
            end, level = next_end, next_level
    return text[start:end], level


def _by_suffix(text: str, everything: str) -> tuple[str, str | None] | None:
    """Read a name that the table does not have; a 市 is a prefecture's only if the text has counties under it."""
    found = re.match(r"(?:[^\W\d_]{2,6}?(?:省|自治区|市|自治州|州|盟))?[^\W\d_]{2,7}?(自治区|自治州|自治县|自治旗|地区|新区|省|市|州|盟|县|旗|区)", text)
    name = found.group().replace("自治", "") if found else ""
    if not found or _names_any(name, *_NO_NAME) or name.startswith(_NO_NAME_OPENS):
        return None
    suffix = found.group(1)
    if suffix == "市":
        below = re.search(r"县\(市[、,]?区\)|县\(区\)|各县区|县市区|区县|县级市|市县两级|各区县|\d个县", everything)
        return found.group(), "prefecture" if below else None
    return found.group(), LEVEL_OF_SUFFIX.get(suffix)


def _subject(words: _Words, issuer: str | None, number: str | None, region: str | None) -> str | None:
    if number and _names_any(number.partition("〔")[0], *_PARTY):
        return "party_office"
    if issuer:
        if _names_any(issuer, *_GOVERNMENTS) or issuer.endswith(_PLACES):
            return "government"
        if _names_any(issuer, *_PARTY_BODIES):
            return "party_office"
        return "department"
    own = Counter(match.group(1) for match in _OWN.finditer(words.all))
    if own and own.most_common(1)[0][0] in "局厅委办":
        return "department"
    return "government" if region else None


def _names_any(text: str, *words: str) -> bool:
    return any(word in text for word in words)

"""Sign-offs by another place or bureau than the title's. Helper of ``foreign_name``."""

from collections.abc import Iterator
from re import Match
from typing import NamedTuple

from reportcheck.document import Span
from reportcheck.outcome import Fault, Status
from reportcheck.structure.frame import signer_of
from reportcheck.structure.reading import Reading
from reportcheck.structure.roles import Role
from reportcheck.text.fold import fold
from reportcheck.text.patterns import Pattern

_HEAD = Pattern(r"^(?:关于|中共|附件?:?|20\d\d年度?)+")
_PLACE = Pattern(r"([^\W\d_]{1,7}?)(省|自治区|自治州|自治县|自治旗|市|州|盟|县|区|旗|街道|镇|乡|苏木)")
_ZONE = Pattern(r"开发|高新|经开|园|新$|管理|度假|示范|保税|景$|[全各本我]$")
_SORTS = {"自治县": "县", "自治旗": "县", "县": "县", "区": "县", "旗": "县", "街道": "镇", "镇": "镇", "乡": "镇", "苏木": "镇", "自治州": "州", "盟": "州"}
_BUREAU = Pattern(r"(?:^|[省市州盟县区旗])([^\W\d_]{2,12})(?:局|厅)$")
_IN_MANY = "和与管理监督人民"


class Place(NamedTuple):
    """The last of the places that a unit's name begins with: its own name, its kind, and the unit's whole name."""

    stem: str
    kind: str
    whole: str

    @property
    def name(self) -> str:
        """Return the place's name."""
        return self.stem + self.kind


def sign_offs(reading: Reading) -> Iterator[Fault]:
    """Yield the sign-off where none of the signers can be the title's unit."""
    if not reading.facts.title or reading.facts.origin.get("title") != "text":
        return
    title = fold(reading.facts.title)
    signers = list(_signers(reading))
    judged = [_status(title, fold(reading.facts.issuer or ""), reading.words(span)) for span in signers]
    if signers and None not in judged:
        own = reading.facts.issuer if reading.facts.issuer and title.startswith(fold(reading.facts.issuer)) else reading.facts.region
        reason = f"与标题对不上，标题是{own}的报告"
        yield Fault(signers[-1], {"found": reading.document.quote(signers[-1]), "reason": reason}, judged[-1] or Status.UNMET)


def _signers(reading: Reading) -> Iterator[Span]:
    for passage in reading.passages:
        if passage.role is Role.CLOSING:
            signer = signer_of(reading.words(passage.span))
            at = reading.folded.find(signer, *passage.span) if signer else -1
            if signer and at >= 0:
                yield Span(at, at + len(signer))


def _status(title: str, issuer: str, signer: str) -> Status | None:
    """Judge one signer: None where it may be the title's own."""
    ours, theirs = _place(title), _place(signer)
    if ours is None or theirs is None:
        return None
    if _sort(ours) != _sort(theirs):
        return None
    if ours.name not in theirs.whole and theirs.name not in ours.whole and not _alike(ours.stem, theirs.stem):
        return Status.UNMET
    # A place that changed its kind (撤乡设镇) may sign under the old name.
    if ours.stem == theirs.stem and ours.kind != theirs.kind and "自治" not in ours.kind + theirs.kind:
        return Status.PARTIAL
    return Status.UNMET if issuer and title.startswith(issuer) and _other_bureau(issuer, signer) else None


def _place(text: str) -> Place | None:
    at, last = 0, None
    words = _HEAD.sub("", text)
    while found := _PLACE.match(words, at):
        last, at = found, found.end()
    return Place(last[1], last[2], words) if last and not _ZONE.search(last[1]) else None


def _sort(place: Place) -> str:
    return _SORTS.get(place.kind, place.kind)


def _alike(one: str, other: str) -> bool:
    """Tell a short form from another name: 昌吉 is 昌吉回族."""
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)


def _other_bureau(issuer: str, signer: str) -> bool:
    """Tell two bureaus that share no character of their names: short forms (住建局) do."""
    one, other = _BUREAU.search(issuer), _BUREAU.search(signer)
    return bool(one and other) and not set(_bare(one)) & set(_bare(other))


def _bare(found: Match[str] | None) -> str:
    return "".join(char for char in _PLACE.sub("", found[1]) if char not in _IN_MANY) if found else ""

"""Whose report it is: what a report states of itself, held against the list of units; names of files are the weakest clue."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from reportcheck.audit.bodies import GOVERNMENT, GOVERNMENT_OFFICE, PARTY_OFFICE, Body, body_of, places_in_name
from reportcheck.audit.roster import RosterUnit

AMBIGUOUS = "ambiguous"
WEAK = ("filename", "folder")
_ZONE = re.compile(r"(?:[开高新园示度景管合试产经].{0,4}区|园)$")
_NAME_IN_STEM = re.compile(r"(?<![^\W\d_])(?!年|度|报告|关于|法治|依法|工作|总结|情况|定稿|终稿|正文|附件|复件|副本)[^\W\d_]{2,}?(?=$|[\W\d_]|关于|法治|依法行政|年度|报告|总结|情况)")
_RANKS = (("省", "自治区"), ("市", "自治州", "州", "盟", "地区"), ("县", "区", "旗"))


class Claim(NamedTuple):
    """What a report states of who wrote it."""

    path: str
    issuer: str | None
    region: str | None
    subject: str | None
    signed_by: str | None


class Match(NamedTuple):
    """The unit found, by its name, and what it was found by; no unit: ``ambiguous`` or nothing."""

    unit: str | None
    by: str | None


class _Listed(NamedTuple):
    unit: RosterUnit
    body: Body
    above: frozenset[str]
    """The places that it lies in."""


class Directory:
    """The units of a list, to be looked up by place and kind; ``text_of`` reads a report's words where names are shared."""

    def __init__(self, units: Sequence[RosterUnit], text_of: Callable[[str], str]) -> None:
        self._text_of = text_of
        self._known = frozenset(_all_places(units))
        by_name = {unit.called: unit for unit in units}
        self._at: defaultdict[tuple[str, str], list[_Listed]] = defaultdict(list)
        self._of_kind: defaultdict[str, list[_Listed]] = defaultdict(list)
        for unit in units:
            listed = self._listed(unit, by_name)
            self._at[listed.body.place, listed.body.kind].append(listed)
            self._of_kind[listed.body.kind].append(listed)

    def match(self, claim: Claim) -> Match:
        """Return whose report it is; a later clue is asked only where an earlier one names no listed unit."""
        for by, body in [*self._stated(claim), *self._offices(claim), *self._named_by_path(claim)]:
            found = self._candidates(body)
            if found:
                return self._one_of(found, body, by, claim)
        return Match(None, None)

    def _listed(self, unit: RosterUnit, by_name: dict[str, RosterUnit]) -> _Listed:
        body = body_of(unit.called, self._known)
        region, above = places_in_name(unit.region or ""), set(body.places[:-1])
        if not body.places and body.kind != GOVERNMENT and not _is_zone(body.kind):
            own = region or body_of(unit.parent or "", self._known).places
            body, above = Body(own, body.kind), set(own[:-1])
        above |= {*region, *_above(unit, by_name, self._known)} - {body.place}
        return _Listed(unit, body, frozenset(above))

    def _stated(self, claim: Claim) -> Iterator[tuple[str, Body]]:
        """Yield what the report states of itself: its head, its sign-off, then the place alone."""
        region = body_of(claim.region or "", self._known)
        for by, name in (("issuer", claim.issuer), ("signed_by", claim.signed_by)):
            if name:
                yield by, _placed(body_of(name, self._known), region)
        if claim.region and not (claim.issuer or claim.signed_by) and claim.subject != "department":
            yield "region", region

    def _offices(self, claim: Claim) -> Iterator[tuple[str, Body]]:
        """Yield the government for whose report its office, or the Party's rule-of-law office, stands."""
        for _, body in self._stated(claim):
            if body.place and body.kind in (GOVERNMENT_OFFICE, PARTY_OFFICE):
                yield "region", Body(body.places, GOVERNMENT)

    def _named_by_path(self, claim: Claim) -> Iterator[tuple[str, Body]]:
        """Yield what the file's name says where the report leaves something open; it never contradicts the report."""
        path = PurePosixPath(claim.path)
        stem = self._in_name(path.stem)
        folders = [body for each in reversed(path.parts[:-1]) if (body := self._in_name(each)) is not None and body.places]
        region = body_of(claim.region or "", self._known)
        told = next((body for _, body in self._stated(claim)), None)
        if told is None:
            yield from _by_path(stem, folders, region)
        elif told.kind != GOVERNMENT and not told.places:
            named = [("filename", stem)] if stem is not None and stem.places else []
            for by, each in [*named, *(("folder", folder) for folder in folders)]:
                yield by, Body(each.places, told.kind)

    def _in_name(self, name: str) -> Body | None:
        found = _NAME_IN_STEM.search(name)
        return body_of(found.group(), self._known) if found else None

    def _candidates(self, body: Body) -> list[_Listed]:
        if body.place and not _is_zone(body.kind):
            found = self._at[body.place, body.kind]
        else:
            found = self._of_kind[body.kind] if body.kind != GOVERNMENT else []
        return [each for each in found if _can_lie_in(each.above, body.places[:-1])]

    def _one_of(self, found: list[_Listed], body: Body, by: str, claim: Claim) -> Match:
        """Return the only candidate; where names are shared, the one that lies where report, text or path says."""
        if len(found) == 1:
            return Match(found[0].unit.name, by)
        path = PurePosixPath(claim.path)
        hints: tuple[tuple[str, Callable[[], str]], ...] = (
            (by, lambda: " ".join(body.places[:-1])),
            ("text", lambda: self._text_of(claim.path)),
            ("folder", path.parent.as_posix),
            ("filename", lambda: path.name),
        )
        for name, words in hints:
            told = words()
            lying = [each for each in found if any(place in told for place in each.above)]
            if len(lying) == 1:
                return Match(lying[0].unit.name, name)
        return Match(None, AMBIGUOUS)


def _all_places(units: Iterable[RosterUnit]) -> Iterator[str]:
    for unit in units:
        for name in (unit.region, unit.parent, unit.called):
            yield from places_in_name(name or "")


def _above(unit: RosterUnit, by_name: dict[str, RosterUnit], known: frozenset[str]) -> Iterator[str]:
    """Yield the places of the superiors, as far up as the list goes."""
    seen = {unit.called}
    parent = unit.parent
    while parent:
        yield from body_of(parent, known).places
        listed = by_name.get(parent)
        if listed is None or parent in seen:
            return
        yield from places_in_name(listed.region or "")
        seen.add(parent)
        parent = listed.parent


def _placed(body: Body, region: Body) -> Body:
    """Return a body with the places that the report states elsewhere, where its own name leaves them out."""
    if not body.places:
        return Body(region.places, body.kind)
    return Body(region.places, body.kind) if region.place == body.place and len(region.places) > len(body.places) else body


def _by_path(stem: Body | None, folders: Sequence[Body], region: Body) -> Iterator[tuple[str, Body]]:
    """Yield whom the file's name and its folders name, where the report names no body."""
    fitting = [each for each in folders if _agree(each.places, region.places)]
    if stem is None:
        yield from (("folder", each) for each in fitting if not region.places)
    elif stem.places or region.places:
        if _agree(stem.places, region.places):
            yield "filename", _placed(stem, region)
    elif stem.kind != GOVERNMENT:
        yield from (("folder", Body(each.places, stem.kind)) for each in fitting)
        yield "filename", stem


def _is_zone(kind: str) -> bool:
    return bool(_ZONE.search(kind))


def _agree(places: tuple[str, ...], known: tuple[str, ...]) -> bool:
    return not places or not known or bool({*places} & {*known})


def _can_lie_in(above: frozenset[str], stated: tuple[str, ...]) -> bool:
    """Say whether a unit of these superiors can be the one that a report places so: no other place of the same rank."""
    if above & {*stated}:
        return True
    return not any(_rank(a) == _rank(b) for a in above for b in stated)


def _rank(place: str) -> int:
    return next((rank for rank, ends in enumerate(_RANKS) if place.endswith(ends)), len(_RANKS))

"""How a report calls its own leaders and meetings, and sentence frames filled with that.

A frame holds ``{slots}`` that the program can fill and ``××`` for what only the drafter knows.
"""

from typing import NamedTuple

BLANK = "××"
_OF_LEVEL = {"province": "省", "prefecture": "市", "county": "县", "township": "镇"}
_GOVERNED = ("省", "市", "州", "盟", "区", "县", "旗")


class Address(NamedTuple):
    """The words for one body; the fields are the slots that a frame may hold."""

    head: str
    """Who answers for it: 县长."""
    meeting: str
    """What the head chairs: 县政府常务会议."""
    party: str
    """What leads it: 县委常委会会议."""
    own: str
    """What it calls itself: 我县."""
    issuer: str
    year: str
    next: str

    def fill(self, frame: str) -> str:
        """Put these words into a frame; the blanks stay."""
        for name, value in self._asdict().items():
            frame = frame.replace(f"{{{name}}}", value)
        return frame


def address(profile: str, level: str | None, issuer: str | None, region: str | None, year: int | None) -> Address:
    """Return the words for a body; what is not known is a blank."""
    name = issuer or default_issuer(profile, level, region)
    words = _WORDS.get(profile, _government)(level or "county", name, region)
    return Address(*words, name, BLANK if year is None else str(year), BLANK if year is None else str(year + 1))


def default_issuer(profile: str, level: str | None, region: str | None = None) -> str:
    """Return the body's full name, with a blank for what is not known."""
    place = region or BLANK + _OF_LEVEL[level or ("township" if profile == "township" else "county")]
    if profile == "zone":
        return f"{region or BLANK + '经济开发区'}管理委员会"
    if profile == "department":
        return f"{place}{BLANK}{'厅' if level == 'province' else '局'}"
    return f"中共{place}委员会办公室" if profile == "party_office" else f"{place}人民政府"


def _government(level: str, issuer: str, region: str | None) -> tuple[str, str, str, str]:
    if "自治区" in (region or issuer) and level == "province":
        return "自治区主席", "自治区政府常务会议", "自治区党委常委会会议", "我区"
    unit = _unit(region or issuer, _GOVERNED, _OF_LEVEL[level])
    return f"{unit}长", f"{unit}政府常务会议", f"{unit}委常委会会议", f"我{unit}"


def _party_office(level: str, issuer: str, region: str | None) -> tuple[str, str, str, str]:
    unit = _unit(region or issuer, _GOVERNED, _OF_LEVEL[level])
    return f"{unit}委书记", f"{unit}委常委会会议", f"{unit}委常委会会议", f"我{unit}"


def _township(level: str, issuer: str, region: str | None) -> tuple[str, str, str, str]:  # noqa: ARG001 - one shape for all
    if "街道" in issuer:
        return "街道办主任", "街道主任办公会", "街道党工委会议", "我街道"
    unit = _unit(region or issuer, ("镇", "乡"), "镇")
    return f"{unit}长", f"{unit}长办公会", f"{unit}党委会议", f"我{unit}"


def _department(level: str, issuer: str, region: str | None) -> tuple[str, str, str, str]:  # noqa: ARG001 - one shape for all
    if issuer.endswith(("委", "委员会")):
        return "党组书记、主任", "主任办公会", "委党组会议", "我委"
    unit = "厅" if issuer.endswith("厅") else "局"
    return f"{unit}长", f"{unit}长办公会", f"{unit}党组会议", f"我{unit}"


def _zone(level: str, issuer: str, region: str | None) -> tuple[str, str, str, str]:  # noqa: ARG001 - one shape for all
    return "管委会主任", "管委会主任办公会", "党工委会议", "我区"


_WORDS = {
    "government": _government,
    "township": _township,
    "department": _department,
    "party_office": _party_office,
    "zone": _zone,
}


def _unit(name: str, units: tuple[str, ...], otherwise: str) -> str:
    """Return the kind of place that a name ends in: the last of its characters that is one."""
    return next((char for char in reversed(name.removesuffix("人民政府").removesuffix("委员会办公室")) if char in units), otherwise)

"""Names of bodies: the places that they begin with, and what is left, in one form for its many spellings."""

import re
from typing import NamedTuple

from reportcheck.structure.places import divisions
from reportcheck.text.fold import fold

GOVERNMENT = ""
"""What is left of the name of a place's own government."""
PARTY_OFFICE = "依法治办"
GOVERNMENT_OFFICE = "政府办"
_SHORT = {
    **dict.fromkeys(("发展和改革", "发展改革", "发改"), "发展改革"),
    **dict.fromkeys(("卫生健康", "卫健", "卫生计生"), "卫生健康"),
    **dict.fromkeys(("人力资源和社会保障", "人力资源社会保障", "人社"), "人力资源社会保障"),
    **dict.fromkeys(("住房和城乡建设", "住房城乡建设", "住建"), "住房城乡建设"),
    **dict.fromkeys(("市场监督管理", "市场监管", "市监"), "市场监管"),
    **dict.fromkeys(("自然资源和规划", "自然资源规划", "自规"), "自然资源规划"),
    **dict.fromkeys(("文化广电和旅游", "文化广电旅游", "文广旅"), "文化广电旅游"),
    **dict.fromkeys(("文化和旅游", "文化旅游", "文旅"), "文化旅游"),
    **dict.fromkeys(("应急管理", "应急"), "应急管理"),
    **dict.fromkeys(("城市管理", "城管"), "城市管理"),
    **dict.fromkeys(("国有资产监督管理", "国资"), "国有资产监督管理"),
    **dict.fromkeys(("退役军人事务", "退役军人"), "退役军人事务"),
    **dict.fromkeys(("医疗保障", "医保"), "医疗保障"),
    **dict.fromkeys(("交通运输", "交通"), "交通运输"),
    **dict.fromkeys(("林业和草原", "林业草原", "林草"), "林业草原"),
    **dict.fromkeys(("行政审批服务", "行政审批"), "行政审批"),
    **dict.fromkeys(("工业和信息化", "工业信息化", "工信"), "工业信息化"),
    **dict.fromkeys(("科学技术", "科技"), "科学技术"),
    **dict.fromkeys(("民族宗教事务", "民族宗教", "民宗"), "民族宗教"),
    **dict.fromkeys(("机关事务管理", "机关事务"), "机关事务"),
    "教": "教育",
    **dict.fromkeys(("教育和体育", "教育体育", "教体"), "教育体育"),
    **dict.fromkeys(("政务服务和数据管理", "政务服务数据管理", "政数"), "政务服务数据管理"),
}
_OWN_GOVERNMENT = re.compile(r"(?:人民)?政府|街道办事处|办事处|街道办|行政公署|党工委|委|党委")
_GOVERNMENT_OFFICE = re.compile(r"(?:人民)?政府办(?:公室|公厅)?")
_PARTY_OFFICE = re.compile(r"(?:委|党委)?(?:全面)?依法治[省市县区州盟旗](?:委员会)?(?:办公室|办)")
_JOINT = re.compile(r"^(?:中共)?[^\W\d_]{2,15}?委(?:员会)?[、,和]?(?=[^\W\d_]{2,15}人民政府$)")
_ZONE = re.compile(r"(?<=[区园城])(?:管理委员会|管委会)$")
_TAIL = re.compile(r"(?:委员会|委|局|厅)$")
_PLACE = re.compile(r"[^\W\d_]{2,8}?(?:自治[区州县旗]|地区|街道|苏木|民族乡|[省市州盟县区旗镇乡])")
_NO_PLACE = re.compile(r"(?:城|都|小|社|园|景|灾|辖|山|库|校|林|牧|矿|港|发|新|示范|保税|度假|管理|合作|试验|产业|经济)(?:区|市)$|城[镇乡]|依法治|^[省市州盟县区旗镇乡委]")
_OWN_LEVEL = re.compile(r"^[省市州盟县区旗镇乡](?=..)(?!场|监|政务|民|容|域|划|村|镇|风)(?:(?:人民)?政府(?=..))?")


class Body(NamedTuple):
    """A body's name, taken apart."""

    places: tuple[str, ...]
    """From the largest down, as the name states them."""
    kind: str
    """``GOVERNMENT``, or the rest of the name in one form."""

    @property
    def place(self) -> str:
        """Return the place whose body it is; empty where the name states none."""
        return self.places[-1] if self.places else ""


def body_of(name: str, known: frozenset[str] = frozenset()) -> Body:
    """Take a name apart; ``known`` are places that the list of divisions need not have."""
    rest = _JOINT.sub("", re.sub(r"\s", "", fold(name))).removeprefix("中共")
    places = []
    while place := _place_at_start(rest, known):
        places.append(_short(place))
        rest = rest[len(place) :]
    return Body(tuple(places), _kind(_OWN_LEVEL.sub("", rest)))


def places_in_name(name: str) -> tuple[str, ...]:
    """Return the places that a name begins with, from the largest down."""
    return body_of(name).places


def _place_at_start(text: str, known: frozenset[str]) -> str:
    table = divisions()
    for size in range(min(15, len(text)), 1, -1):
        if text[:size] in known or text[:size] in table:
            return text[:size]
    found = _PLACE.match(text)
    return found.group() if found and not _NO_PLACE.search(found.group()) else ""


def _short(place: str) -> str:
    """Return the everyday name of an autonomous prefecture or county (昌吉州), by which its reports call it as well."""
    table, end = divisions(), place[-1]
    if "自治" not in place or place.endswith("自治区"):
        return place
    return next((place[:size] + end for size in range(2, len(place)) if place[:size] + end in table), place)


def _kind(rest: str) -> str:
    if not rest or _OWN_GOVERNMENT.fullmatch(rest):
        return GOVERNMENT
    if _PARTY_OFFICE.fullmatch(rest):
        return PARTY_OFFICE
    if _GOVERNMENT_OFFICE.fullmatch(rest):
        return GOVERNMENT_OFFICE
    if _ZONE.search(rest):
        return _ZONE.sub("", rest)
    stem = _TAIL.sub("", rest)
    return _SHORT.get(stem, stem)

"""Full personal names, told by their surname and by what may stand around them. Works on folded text.

Surnames that begin many words (于, 余, 许, 严, 任, 程, 和, 权) are left out: a name missed is better than a word accused.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportcheck.document import Span
from reportcheck.text.patterns import Pattern

_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐邓冯韩曹彭萧蔡潘袁董叶蒋杜苏魏吕丁沈姚卢傅钟姜崔谭廖范汪陆贾韦夏邱侯邹熊孟秦江阎薛尹雷黎龙贺陶顾毛郝龚邵钱覃洪孔"
    "汤尤施庞翟兰倪殷柳裴祁柴娄邢温樊鲁岳俞葛耿焦聂窦卜翁柯詹阮蓝涂闫冉麦牟邬甄缪晏鄢佟郎褚奚蒲戚鄂蔺"
)
_COMPOUND = frozenset(("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "端木"))
# What a surname begins besides names: words, places, and names that stand for anybody (张三).
_WORDS = frozenset((
    "周边", "周期", "周围", "周知", "周末", "周到", "周密", "周岁", "马上", "马路", "马匹", "胡同", "胡乱", "何时", "何种", "何处", "何人", "何地", "林业", "林地", "林木", "林权", "林场", "林草", "林区", "林长",
    "高度", "高效", "高质", "高龄", "高额", "高危", "高空", "高速", "高校", "高中", "高新", "高管", "高价", "高兴", "高于", "高达", "陈述", "陈列", "陈旧", "陈诉", "钱款", "钱财", "钱物", "钱包",
    "施工", "施行", "施暴", "施救", "施害", "毛病", "毛利", "雷同", "雷电", "雷击", "夏季", "夏天", "龙头", "洪水", "洪涝", "温和", "温馨", "温度", "温室", "温泉", "温饱", "范围", "范例", "范本", "蓝图", "鲁莽",
    "黄金", "黄土", "黄赌", "唐突", "罗列", "谢绝", "谢意", "叶片", "杨树", "梁柱", "董事", "孔径", "钟点", "钟表", "张贴", "张口", "汤药", "柴油", "柴火", "柳树", "焦点", "焦虑", "郎中", "顾客", "顾问", "顾及", "顾虑",
    "陆续", "陆上", "陆地", "黎明", "苏醒", "丁方", "丁类", "杜绝", "宋体", "徐徐", "陶瓷", "尤其", "尤为", "庞大", "殷切", "岳母", "岳父", "葛根", "朱红", "孙子", "孙女", "孙辈", "郑重", "熊猫",
    "江苏", "江西", "江南", "江北", "江河", "黄河", "兰州", "苏木", "沈阳", "郑州", "孟加", "秦岭", "徐州", "吴江", "韩国", "彭水", "蔡甸", "袁州", "吕梁", "姚安", "邱北", "邹城", "阎良", "薛城", "贺州", "贺兰",
    "邵阳", "祁连", "祁门", "娄底", "邢台", "樊城", "岳阳", "耿马", "张三", "王五", "李四", "赵六", "王二",
))  # fmt: skip
_MASKED = frozenset("某甲乙丙丁氏姓")
_TITLES = ("先生", "女士", "师傅", "大爷", "大妈", "大叔", "大娘", "大伯", "老汉", "老板", "阿姨", "奶奶", "同志", "小姐", "老师", "经理", "局长", "县长", "主任", "书记", "法官", "律师", "警官", "所长", "科长", "队长", "院长")
_ENDS = frozenset("村组局院所厂店社镇乡县区市街路屯庄寨坪里号楼园河湖山沟湾桥港岛州省们等及和与或的了在向对为被因诉把将已未不又均都就也还")
_LONGEST_GIVEN = 2
_COMPOUND_LENGTH = 2


class Name(NamedTuple):
    """A full name, and how it is written when it must not be repeated: 王某某."""

    span: Span
    masked: str


def name_at(folded: str, start: int, after: Pattern) -> Name | None:
    """Return the full name that begins here and is followed by what ``after`` matches; masked ones are none."""
    surname = _surname_at(folded, start)
    for length in range(_LONGEST_GIVEN, 0, -1) if surname else ():
        end = start + len(surname) + length
        given = folded[start + len(surname) : end]
        if len(given) == length and is_full_name(surname, given) and after.match(folded, end):
            return Name(Span(start, end), surname + "某" * length)
    return None


def names_before(folded: str, end: int) -> Iterator[Name]:
    """Yield the full names, longest first, that end here."""
    for length in range(_COMPOUND_LENGTH + _LONGEST_GIVEN, 1, -1):
        start = end - length
        surname = _surname_at(folded, start) if start >= 0 else ""
        given = folded[start + len(surname) : end]
        if surname and 0 < len(given) <= _LONGEST_GIVEN and is_full_name(surname, given):
            yield Name(Span(start, end), surname + "某" * len(given))


def is_full_name(surname: str, given: str) -> bool:
    """Tell a full name from a masked one, from a form of address and from a word."""
    if not all("一" <= char <= "鿿" and char not in _MASKED for char in given) or given in _TITLES or given[-1] in _ENDS:
        return False
    return surname + given[:1] not in _WORDS


def _surname_at(folded: str, start: int) -> str:
    both = folded[start : start + _COMPOUND_LENGTH]
    return both if both in _COMPOUND else both[:1] if both[:1] in _SURNAMES else ""

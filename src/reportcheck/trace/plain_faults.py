"""How the check kinds that look for faults judge, in plain Chinese; for ``plain``."""

from collections.abc import Callable, Mapping
from typing import Any

from reportcheck.text.dates import day_words
from reportcheck.trace.judging import Judging, Words

Params = Any

_NUMBERS = {
    "id-number": ("18位公民身份号码（行政区划、出生日期、校验码都相符）", "校验码不符或者是旧的15位号码、而前面写明是身份证号的"),
    "phone": ("11位手机号码（后面是“元”“件”等量词的不算）", "前面写明是对外服务电话的，或者写在落款后联系人处的"),
    "bank-card": ("16到19位银行卡号（以62、4、5开头，校验位相符）", "前面没有写明是卡号、又没有分组书写的"),
}


def _private_number(params: Params) -> Judging:
    what, doubtful = _NUMBERS[params["number"]]
    uses = {"names": "表明是的词：", "others": "表明是别的号码的词：", "services": "表明对外服务的词："}
    return Judging(
        (
            f"在全文里找{what}，按号码前面离得最近的词判断是什么号码。",
            f"有这样的号码是“不符合”；只有存疑的（{doubtful}）是“部分符合”；只有别的号码是“符合”；没有号码的，不适用。",
            "检查结果里号码的中间各位一律隐去。",
        ),
        words=tuple(Words(use, tuple(params[key])) for key, use in uses.items() if key in params),
    )


def _secrecy_mark(params: Params) -> Judging:
    notes = (Words("内部标志：", tuple(params["notes"])),) if "notes" in params else ()
    return Judging(
        (
            "看文稿有没有密级标志（密级后面有“★”，或者在正文前单独成行），正文前有没有单独成行的内部标志。",
            "有标志是“不符合”；这些词只出现在行文里是“符合”；没有这些词的，不适用。",
        ),
        words=(Words("密级：", tuple(params["grades"])), *notes),
    )


def _document_names(params: Params) -> Judging:
    return Judging(
        ("看书名号里与下列文件只差几个字的名称，以及起止年份、括号、书名号。名称或年份写错是“不符合”，只漏了“年”字或括号是“部分符合”；没有提到的，不适用。",),
        words=(Words("文件：", tuple(each["title"] for each in params["documents"])),),
    )


def _stale(params: Params) -> Judging:
    words = tuple(Words(f"{each['from_year']}年度起：", tuple(each["any"])) for each in params["phrases"])
    meetings = tuple(Words(f"{each['held']}以后才有：", tuple(each["any"])) for each in params.get("meetings", ()))
    return Judging(
        ("在全文里找过时的提法，以及报告写成时还没有开的会议。有就是“不符合”，可能另有所指的是“部分符合”，没有是“符合”。",),
        words=(*words, *meetings),
    )


_FIGURES: Mapping[str, str] = {
    "figures-change": "看“从甲降至（增至）乙”“今年甲，上年乙”“比上年增加几件”“翻一番”里，幅度与前后两个数是否对得上，升降方向对不对",
    "figures-impossible-rate": "看一个率与紧挨着的分子（审结188件，结案率97.67%）：没有写分母时，有没有哪个整数能得出这个率",
    "figures-rate": "看一个率与同一句里写明的分子、分母是否对得上；“其中几件，占百分之几”“几个中有几个，覆盖率多少”也看；同一句里任何两个数能得出这个率的，都算对",
    "figures-subset": "看部分是否大于整体：“其中”的数、调解成功的数、整改的数，办结的多于受理的（没有写上年结转），超过100%的率",
    "figures-sum": "看分项之和与总数是否对得上；只看本身写全了的分项（“其余”“其他”“维持、驳回、撤销”“继续有效、修改、废止”，“共计”在后的），“其中”只举几项的不看",
}


def _figures(kind: str) -> Callable[[Params], Judging]:
    told = _FIGURES[kind]
    return lambda params: Judging(
        (
            f"{told}。四舍五入、去尾和“约、近、余、以上”等都留有余地。",
            "对不上是“不符合”，存疑是“部分符合”，都对得上是“符合”；没有这类数字的，不适用。",
        ),
        words=(
            *(Words("互不包含的分项：", tuple(each["parts"])) for each in params.get("partitions", ())),
            *(Words(f"不应多于“{'、'.join(each['whole'])}”的：", tuple(each["part"])) for each in params.get("stages", ())),
        ),
    )


def _conflict(params: Params) -> Judging:
    return Judging(
        (
            "看同一项数字（文字、范围都相同）在不同句子里是否一致：下列事项，以及写明“全县共有、我市现有”的其他事项；有“约、余”等字样的、说往年的不看。",
            "不一致是“不符合”，一致是“符合”；没有说两遍的，不适用。",
        ),
        words=(
            Words("一份报告只有一个数的事项：", tuple(params["measures"])),
            Words("表明范围的词：", tuple(params["scopes"])),
            Words("“全县”后面表明是总数的词：", tuple(params["totals"])),
            Words("各项工作都可能写到、所以不比的：", tuple(params["shared"])),
        ),
    )


def _case_person(params: Params) -> Judging:
    uses = {"roles": "案件里的人：", "charges": "案情：", "unless": "不是真名："}
    return Judging(
        (
            "看案例里有没有写出当事人的全名：名字紧跟在“原告”“当事人”这类词后面，或者后面紧跟着起诉、涉嫌、被处罚这类案情。",
            "写了全名是“不符合”；只在案件名称里出现（某某受贿一案）的是“部分符合”；说到当事人而没有写全名的是“符合”；没有说到的，不适用。",
            "写“王某某”“李某”的、单位名称、写明职务的领导干部，都不算。检查结果里名字一律隐去。",
        ),
        words=tuple(Words(use, tuple(params[key])) for key, use in uses.items() if key in params),
    )


def _foreign_name(params: Params) -> Judging:
    return Judging(
        (
            "看落款单位与标题是不是同一个地方、同一个单位，对不上是“不符合”。",
            "再看有没有把别的地方写成做工作的一方（分句以别的县、区名称开头），有没有偶尔用了别处的自称（全文自称“我县”，一两处写成“我区”）；有就是“部分符合”。",
            "上级、下级、乡镇、考察协作、名称里带地名的法院和企业，都不算；自治区的“全区”也不算。",
        ),
        words=(Words("后面有这些词，就是由它来做的：", tuple(params["doing"])), Words("句子里有这些词就不算：", tuple(params["unless"]))),
    )


_LEVELS = {"prefecture": "市（州）", "county": "县（市、区）", "township": "乡镇、街道"}


def _rank_words(params: Params) -> Judging:
    words = tuple(
        Words(f"{'、'.join(_LEVELS[level] for level in each['levels'])}{'多半' if each.get('doubtful') else ''}不能写：", tuple(each["any"])) for each in params["phrases"]
    )
    return Judging(
        ("在全文里找与报告单位的层级不相称的话（书名号里的不算，配合上级、征求意见、学习贯彻的不算）。有就是“不符合”，可能只是套话的是“部分符合”，没有是“符合”；看不出层级的，不适用。",),
        words=words,
    )


def _newest_meeting(params: Params) -> Judging:
    meetings = tuple(Words(f"{each['name']}（{day_words(each['held'])}闭幕）：", tuple(each["any"])) for each in params["meetings"])
    return Judging(
        ("写到党的代表大会、中央全会的，看有没有写到报告年度里最近的一次（下面各次中到年底已经开完的最后一次）。写到是“符合”，只写到更早的是“不符合”；都没有写到的，不适用。",),
        words=(*meetings, Words("更早的会议：", tuple(params["earlier"]))),
    )


FAULT_KINDS: Mapping[str, Callable[[Params], Judging]] = {
    "case-person": _case_person,
    "foreign-name": _foreign_name,
    "law-repealed": lambda _: Judging((
        "看书名号里的法律、行政法规，在报告年度以前有没有废止。已经废止还当作依据的是“不符合”；写明是清理旧文件、已经废止的不算；没有提到国家法律的，不适用。",
    )),
    "newest-meeting": _newest_meeting,
    "rank-words": _rank_words,
    "dates": lambda _: Judging((
        "看文中的日期历法上有没有（2月30日、13月），已经做了的工作的日期是否晚于落款日期。前一种是“不符合”，后一种是“部分符合”；没有日期的，不适用。",
    )),
    "document-names": _document_names,
    "duplicates": lambda params: Judging((
        f"看{params['min_chars']}字以上的句子、同一层的小标题有没有写了两遍的。有是“不符合”，没有是“符合”。",
    )),
    **{kind: _figures(kind) for kind in _FIGURES},
    "figures-conflict": _conflict,
    "law-in-force": lambda _: Judging((
        "看本年度工作里依据的新法律、新条例，当年是否已经公布和施行。当年还没有公布的是“不符合”；公布了而没有施行、又不是学习宣传的是“部分符合”；没有提到法律的，不适用。",
    )),
    "law-titles": lambda _: Judging((
        "看书名号里的法律和常用行政法规名称。与国家法律名录里的名称只差一两个字的是“不符合”；全称、通用简称是“符合”；地方性法规、规章和其他文件不评。",
    )),
    "placeholders": lambda _: Judging((
        "看有没有没填的××、横线、“待补充”、没有序号的文号、没有数字的次数和百分比。有就是“不符合”；可能是案例里有意隐去名称的是“部分符合”。书名号和引号里的不算。",
    )),
    "private-number": _private_number,
    "secrecy-mark": _secrecy_mark,
    "stale": _stale,
    "year-slips": lambda _: Judging((
        "以标题的年度为准，看小标题、来年安排、引言和落款的年份。与它矛盾的是“不符合”，可疑的是“部分符合”；没有写明年度的，不适用。",
    )),
}

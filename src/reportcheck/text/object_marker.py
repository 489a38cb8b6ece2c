"""Whether 将 means "will" or, like 把, marks an object (将学法纳入考核)."""


from reportcheck.text.patterns import Pattern

# fmt: off
# Right behind 将 these mean "will" …
_WILL = (
    "继续", "进一步", "坚持", "以", "围绕", "持续", "全面", "按照", "深入", "在", "于", "着力", "大力", "切实", "不断", "严格", "认真", "紧紧",
    "紧扣", "始终", "会", "从", "努力", "立足", "聚焦", "适时", "积极", "牢牢", "牢固", "统筹", "重点", "坚决", "更加", "根据", "针对", "结合",
    "充分", "扎实", "稳步", "逐步", "锚定", "通过", "力争", "是", "为", "再", "陆续", "同步", "主动", "一如既往", "对照", "对标", "把", "对",
    "科学", "高标准", "高质量", "采取", "参照", "依法", "定期", "带队", "带头", "确保", "保持", "迎来", "至少", "分别", "组织开展", "加大", "加强",
    "加快", "推进", "推动", "组织", "开展", "启动", "发挥", "狠抓", "突出", "强化", "健全", "完善", "建立", "制定", "出台", "举办", "召开", "深化",
    "优化", "提升", "贯彻", "落实", "探索", "做好", "抓好", "实施", "严把", "用好", "分类", "创新", "修订", "公布", "发布", "编制", "设立", "成立",
    "建成", "打造", "构建", "培育", "选派", "选聘", "招录", "配备", "增设", "新建", "启用", "试点", "评选", "清理", "评估", "梳理", "整治", "督促",
    "督办", "争创", "申报", "承办", "主持", "听取", "研究", "编印", "印发", "引进", "聘请", "开通", "上线", "推广", "推出", "推行", "实行", "压实",
    "扛牢", "夯实", "筑牢", "巩固", "拓展", "拓宽", "总结", "完成", "实现", "达到", "规范", "提高", "增强", "促进", "组建", "搭建", "开发", "升级",
    "扩大", "专门",
)
# … unless one of these verbs follows, which take their object with 将.
_OBJECT_VERBS = (
    "纳入", "列入", "作为", "融入", "嵌入", "贯穿", "转化", "下放", "划转", "移交", "移送", "划归", "归入", "并入", "收归", "上收", "报送", "列为", "定为", "设为", "分为", "压缩", "缩短",
    "压减", "延伸", "下沉", "调整为", "调整到", "整合", "集中到", "结合起来", "落实到", "细化", "分解", "贯彻到", "录入", "交由", "推广至", "推送",
    "归集", "汇聚", "下达", "统一", "提升为", "升级为", "打造成", "扩大到", "扩展", "拓展到", "精简", "减少", "降低", "确定为", "明确为", "公布于",
    "送达", "结合", "覆盖", "化解在", "解决在", "予以", "退回",
)
# fmt: on
# After these 将 is "will" whatever follows (将对列入目录的事项…).
_ADVERB_FIRST = Pattern(r"(?:继续|进一步)(?![^,]{1,5}的)|对|在|于|按照|根据|持续|围绕|以|从|会|陆续|适时|带队|带头|针对|结合")
# A verb with one of these behind it is a noun, and what follows is done with it (将评查结果通报).
_RESULT_TOLD = Pattern(
    r"[^,]{0,12}?(?:结果|情况|名单|清单|成果|报告|目录|意见|资料|成效|数据|事项|问题|案件|文件|办法|标准|典型)"
    r".{0,16}?(?:公布|公开|公示|通报|反馈|上报|报送|报告|印发|发布|抄送|移送|移交|归档|存档|清零|办结|整改到位|发放|送达|张贴|曝光|推送)"
)
# What a verb behind its object ends in: 将任务分解到岗, 将审批时限压缩至3日, 将其列为重点.
_COMPLEMENT = Pattern(
    r"[^\W\d_]{2,}?[^\W\d_](?:到|至|为|入|成|给)(?=[^\W_]|[\d《\"])|摆在|摆上|放在|抓在|挂钩|衔接|对接|贯通|打通|合并|归并|融合"
)
_JIANG = Pattern(r"(?<![即必势终])将(?!军|领|近)")
_POINTS = ("这", "其", "此", "该", "上述", "以上", "所有", "各项", "各类")
_SHORT = 12


def means_will(text: str, following: str) -> bool:
    """Tell 将 that means "will" in a clause: unless something shows that it marks an object, it does.

    ``following`` is the beginning of what comes next, where the verb may stand.
    """
    return "将" in text and any(not _marks_object(text[found.end() :], following) for found in _JIANG.finditer(text))


def _marks_object(rest: str, following: str) -> bool:
    if _ADVERB_FIRST.match(rest):
        return False
    if _takes_object(rest, after=1) or _RESULT_TOLD.match(rest) or rest.startswith(_POINTS):
        return True
    if rest.startswith(_WILL):
        return False
    if _COMPLEMENT.search(rest):
        return True
    return len(rest) < _SHORT and (_takes_object(following, after=-1) or _COMPLEMENT.search(following) is not None)


def _takes_object(text: str, *, after: int) -> bool:
    return any(text.find(verb) > after for verb in _OBJECT_VERBS)

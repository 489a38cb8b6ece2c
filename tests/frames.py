"""Invented facts for the blanks of frames: what a drafter would fill in."""

import re

NAMES = {
    "完成××机构改革": "完成数据管理机构改革",
    "决策：××": "决策：停车收费调整",
    "对××等人员": "对外来务工等人员",
    "对××等": "对停车收费调整等",
    "专题研究××等": "专题研究行政执法改革等",
    "督办解决××问题": "督办解决拖欠工程款问题",
    "主要原因是××没有跟上，××没有落实到位": "主要原因是业务培训没有跟上，案件审核责任没有落实到位",
    "一是××领域": "一是市场监管领域",
    "二是××单位": "二是乡镇",
    "主要原因是××": "主要原因是编制核定偏少、业务培训没有跟上",
    "主送机关": "中共云岭县委、云岭县人大常委会",
    "××县": "云岭县",
    "××镇": "青檀镇",
    "××市": "临川湖市",
    "××局": "司法局",
    "××经济开发区": "云岭经济开发区",
}
NUMBERS = {
    "件": 24, "项": 12, "个": 6, "次": 4, "份": 36, "名": 8, "条": 120, "场": 9, "期": 3, "支": 5, "家": 210, "万": 86,
    "处": 47, "人": 180, "起": 2, "篇": 15, "类": 18, "月": 6, "日": 20, "%": 100,
}  # fmt: skip
_COUNTED = re.compile(rf"××(?=({'|'.join(NUMBERS)}))")


def filled(text: str) -> str:
    """Put facts into the blanks of a frame."""
    for blank, name in NAMES.items():
        text = text.replace(blank, name)
    text = _COUNTED.sub(lambda found: str(NUMBERS[found[1]]), text)
    assert "××" not in text, text
    return text

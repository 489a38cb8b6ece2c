import pytest

from reportcheck.text.direction import tells_direction_only
from reportcheck.text.fold import fold


@pytest.mark.parametrize(
    "clause",
    [
        "加强行政执法监督",
        "持续深化机构改革",
        "全面落实行政执法责任制，",
        "不断健全审查制度",
        "县政府切实履行职责",
        "一是强化案卷评查",
        "推动执法力量下沉",
        "坚持处罚与教育相结合",
        "进一步规范执法检查",
    ],
)
def test_directions(clause: str) -> None:
    assert tells_direction_only(fold(clause))


@pytest.mark.parametrize(
    "clause",
    [
        "评查行政执法案卷210份",
        "印发实施方案",
        "县司法局组织执法培训",
        "完善了审查制度",
        "健全机制已完成",
        "落实《重大行政决策程序规定》",
        "规范性文件全部备案",
        "先后深化改革",
        "加强培训，累计参训480人次",
        "",
    ],
)
def test_acts(clause: str) -> None:
    assert not tells_direction_only(fold(clause))

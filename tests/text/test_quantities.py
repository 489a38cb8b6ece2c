import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.fold import fold
from reportcheck.text.quantities import quantity_in


def found(text: str) -> str | None:
    span = quantity_in(fold(text), 0, len(text))
    return fold(text)[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理行政复议申请58件", "58件"),
        ("评查案卷１２０卷", "120卷"),
        ("培训1,362人次", "1,362人次"),
        ("归集电子证照38.4万份", "38.4万份"),
        ("罚没412.6万元", "412.6万元"),
        ("办结率98.5%", "98.5%"),
        ("出庭率达百分之九十八", "百分之九十八"),
        ("约300余人", "300余人"),
        ("5800多人次参加", "5800多人次"),
        ("增长2.62倍", "2.62倍"),
        ("下降3.5个百分点", "3.5个百分点"),
        ("组织演练六十四场", "六十四场"),
        ("召开听证会两次", "两次"),
        ("述法全覆盖", "全覆盖"),
        ("行政诉讼零败诉", "零"),
        ("17个乡镇", "17个"),
        ("压缩到0.5天", "0.5天"),
        ("公示信息 645 条", "645 条"),
    ],
)
def test_counts(text: str, expected: str) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024年",
        "2024年3月10日",
        "第3次会议",
        "第十二届人大",
        "二十届三中全会",
        "三项制度",
        "一个中心",
        "两个维护",
        "四个意识",
        "五个方面",
        "一件事一次办",
        "一次办好",
        "百家企业",
        "第一责任人",
        "12345热线",
        "“八五”普法",
        "一网通办",
        "一村一法律顾问",
        "两法衔接",
        "办结案件",
        "",
    ],
)
def test_no_counts(text: str) -> None:
    assert found(text) is None


def test_only_between_the_offsets() -> None:
    text = "受理58件,审结55件"
    assert quantity_in(text, 0, 2) is None
    assert quantity_in(text, 5, len(text)) == (8, 11)
    assert quantity_in(text, 0, len(text)) == (2, 5)


@given(st.integers(1, 999_999), st.sampled_from(["件", "人次", "场", "条", "%", "份", "万元"]))
def test_any_number_before_a_measure_counts(value: int, measure: str) -> None:
    text = f"办理{value}{measure}"
    span = quantity_in(text, 0, len(text))
    assert span is not None
    assert str(value) in text[slice(*span)]

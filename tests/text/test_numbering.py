import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.fold import fold
from reportcheck.text.numbering import chinese_number, enumerator_at, run_items


@pytest.mark.parametrize(
    ("text", "style", "number", "length"),
    [
        ("一、主要举措", "一、", 1, 2),
        ("十二、其他", "一、", 12, 3),
        ("一.主要举措", "一、", 1, 2),
        ("二．主要举措", "一、", 2, 2),
        ("（一）加强领导", "（一）", 1, 3),
        ("(三)加强领导", "（一）", 3, 3),
        ("（十一）加强领导", "（一）", 11, 4),
        ("（一）、加强领导", "（一）", 1, 4),
        ("（二）.加强领导", "（一）", 2, 4),
        ("三）加强领导", "（一）", 3, 2),
        ("1.规范程序", "1.", 1, 2),
        ("1、规范程序", "1.", 1, 2),
        ("１．规范程序", "1.", 1, 2),
        ("１、规范程序", "1.", 1, 2),
        ("12.规范程序", "1.", 12, 3),
        ("（1）规范程序", "（1）", 1, 3),
        ("(2)规范程序", "（1）", 2, 3),
        ("（３）规范程序", "（1）", 3, 3),
        ("1）规范程序", "1）", 1, 2),
        ("①规范程序", "①", 1, 1),
        ("⑫规范程序", "①", 12, 1),
        ("第一，规范程序", "第一，", 1, 3),
        ("第二、规范程序", "第一，", 2, 3),
        ("第一部分 主要举措", "chapter", 1, 5),
        ("第三章 主要举措", "chapter", 3, 4),
    ],
)
def test_styles(text: str, style: str, number: int, length: int) -> None:
    mark = enumerator_at(fold(text), 0)
    assert mark is not None
    assert (mark.style, mark.number, mark.end - mark.start) == (style, number, length)


@pytest.mark.parametrize(
    "text",
    [
        "一年来，全县依法行政",
        "一是规范程序",
        "一个中心",
        "2024年，全县",
        "1.5万件",
        "98.5%的案件",
        "12件规范性文件",
        "三项制度",
        "十二届人大",
        "第一责任人职责",
        "第一季度",
        "（以下简称规划）",
        "（2024年度）",
        "(2021-2025年)",
        "五年规划",
        "",
    ],
)
def test_words_that_only_look_like_numbers(text: str) -> None:
    assert enumerator_at(fold(text), 0) is None


def test_the_place_is_in_the_whole_text() -> None:
    text = fold("一、成效\n（二）执法")
    mark = enumerator_at(text, 5)
    assert mark is not None
    assert (mark.start, mark.end, mark.number) == (5, 8, 2)


@pytest.mark.parametrize(
    ("text", "value"), [("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("三十五", 35), ("一百零三", 103), ("九", 9), ("", 0), ("人", 0)]
)
def test_chinese_numbers(text: str, value: int) -> None:
    assert chinese_number(text) == value


def chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else "零一二三四五六七八九"[tens] + "十"
    return head + ("一二三四五六七八九"[ones - 1] if ones else "")


@given(st.integers(1, 99))
def test_every_number_up_to_99_is_read_back(value: int) -> None:
    assert chinese_number(chinese(value)) == value
    mark = enumerator_at(f"({chinese(value)})加强", 0)
    assert mark is not None
    assert mark.number == value


def runs(text: str) -> list[int]:
    return [mark.number for mark in run_items(fold(text), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("主要是：一是执法力量不足。二是普法形式单一。三是数据不通。", [1, 2, 3]),
        ("一是个别单位执法不规范。二是普法形式单一。", [1, 2]),
        ("一是执法力量不足；二是普法形式单一；", [1, 2]),
        ("一要配强力量，二要抓好培训。", [1, 2]),
        ("其一，编制不足。其二，培训不够。", [1, 2]),
        ("不足有两点，一是力量不足，二是形式单一。", [1, 2]),
        ("一是执法力量不足。", []),
        ("二是执法力量不足。三是形式单一。", []),
        ("执法力量不足，普法形式单一。", []),
        ("这一是非之地。二是普法。", []),
        ("一是力量不足。三是形式单一。", []),
        ("一是力量不足。二是形式单一。四是数据不通。", [1, 2]),
        ("一是甲。二是乙。一是丙。二是丁。", [1, 2]),
    ],
)
def test_runs_count_up_from_one(text: str, numbers: list[int]) -> None:
    assert runs(text) == numbers


def test_a_run_keeps_to_its_bounds() -> None:
    text = "一是甲。二是乙。"
    assert run_items(text, 4, len(text)) == []
    assert [mark.start for mark in run_items(text, 0, len(text))] == [0, 4]

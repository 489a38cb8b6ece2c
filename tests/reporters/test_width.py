import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.width import columns, pad, shorten, shorten_middle, wrap

TEXTS = st.text(alphabet="县政府办理案件，。；：、（）《》“”…—— 0189.%abcA-_/\u0301", max_size=120)


def test_a_chinese_character_takes_two_columns():
    assert columns("县政府abc，") == 11
    assert columns("e\u0301") == 1


@given(TEXTS, st.integers(min_value=12, max_value=60))
def test_no_line_is_too_wide_and_nothing_is_lost(text, width):
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(TEXTS, st.integers(min_value=4, max_value=60))
def test_shortened_text_fits(text, width):
    assert columns(shorten(text, width)) <= width
    assert columns(shorten_middle(text, width)) <= width


@pytest.mark.parametrize("width", range(12, 40))
def test_punctuation_keeps_to_its_line(width):
    text = "全年办理案件（含调解）九十六件，比上年增长；其中《云岭县条例》所列“重点”事项，全部办结。"
    lines = wrap(text, width)
    assert all(line[0] not in "，。；：）》”" for line in lines)
    assert all(line[-1] not in "（《“" for line in lines)


def test_numbers_stay_whole():
    assert all(
        "98.5%" in line or "98" not in line for width in range(8, 30) for line in wrap("出庭率达到98.5%以上", width)
    )


def test_shortening_keeps_both_ends():
    assert shorten_middle("甲乙丙丁戊己庚辛", 10) == "甲乙…庚辛"
    assert shorten("甲乙丙丁", 6) == "甲乙…"
    assert shorten("甲乙", 4) == "甲乙"


def test_pad_counts_columns():
    assert pad("县", 4) == "县  "
    assert pad("县政府", 4) == "县政府"

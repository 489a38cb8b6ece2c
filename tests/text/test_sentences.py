from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.fold import fold
from reportcheck.text.sentences import clauses, sentences


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(fold(text), 0, len(text))]


def parts(text: str) -> list[str]:
    return [text[a:b] for a, b in clauses(fold(text), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("受理12件。审结9件。", ["受理12件。", "审结9件。"]),
        ("受理12件；审结9件！结案率高吗？高", ["受理12件；", "审结9件！", "结案率高吗？", "高"]),
        ("受理12件，审结9件", ["受理12件，审结9件"]),
        ("他说：“受理了。”审结9件。", ["他说：“受理了。”", "审结9件。"]),
        ("印发《关于“放管服”。若干意见》12份。审结9件。", ["印发《关于“放管服”。若干意见》12份。", "审结9件。"]),
        ("开展检查（含暗访；抽查）12次。审结9件。", ["开展检查（含暗访；抽查）12次。", "审结9件。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("  受理12件。  审结9件。 ", ["受理12件。", "审结9件。"]),
        ("。。。", []),
        ("", []),
        ("受理12件。。审结9件", ["受理12件。。", "审结9件"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [each.strip() for each in cut(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年受理12件，审结9件。", ["全年受理12件，", "审结9件。"]),
        ("主要是：力量不足，装备老化。", ["主要是：", "力量不足，", "装备老化。"]),
        ("修订《甲、乙，丙办法》，公布清单。", ["修订《甲、乙，丙办法》，", "公布清单。"]),
        ("对三类企业（食品，药品，餐饮）检查12次，整改9处。", ["对三类企业（食品，药品，餐饮）检查12次，", "整改9处。"]),
        ("公布权力、责任清单", ["公布权力、责任清单"]),
        ("罚没1,200元", ["罚没1,200元"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_an_unclosed_book_mark_does_not_swallow_the_text() -> None:
    assert cut("印发《执法办法。受理12件。") == ["印发《执法办法。", "受理12件。"]


MARKS = "。！？；，：、“”（）《》 \n"


@given(st.text(alphabet="受理12件年" + MARKS))
def test_nothing_but_marks_and_blanks_is_lost(text: str) -> None:
    for cutter in (sentences, clauses):
        spans = cutter(fold(text), 0, len(text))
        assert all(a < b for a, b in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        kept = "".join(text[a:b] for a, b in spans)
        for char in "受理12件年":
            assert kept.count(char) == text.count(char)


@given(st.text(alphabet="受理12件" + MARKS), st.integers(0, 20), st.integers(0, 20))
def test_spans_stay_inside_the_bounds(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    assert all(start <= first < last <= end for first, last in sentences(fold(text), start, end))

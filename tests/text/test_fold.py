import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.fold import fold


@given(st.text())
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_chinese_characters_stay(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("（一）", "(一)"),
        ("１．加强", "1.加强"),
        ("２０２４年", "2024年"),
        ("“互联网＋监管”", '"互联网+监管"'),
        ("「一件事」『示范』", '"一件事""示范"'),
        ("一，二；三：四！五？", "一,二;三:四!五?"),
        ("句号。不变、顿号也不变", "句号。不变、顿号也不变"),
        ("全角　空格\u00a0和\t制表", "全角 空格 和 制表"),
        ("2021—2025－2026–2027", "2021-2025-2026-2027"),
        ("《书名》不变", "《书名》不变"),
        ("９８．５％", "98.5%"),
        ("云政发﹝2025﹞3号﹕", "云政发(2025)3号:"),
        ("行政执法・司法衔接•两法", "行政执法·司法衔接·两法"),
    ],
)
def test_one_written_form(text: str, folded: str) -> None:
    assert fold(text) == folded

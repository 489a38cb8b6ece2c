import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.excerpt import CUT, excerpt

TEXTS = st.text(alphabet="县政府办理案件，。；、（）“” 0189.%,", max_size=120)


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("全年制定文件5件，报备率100%。", 20, "全年制定文件5件，报备率100%。"),
        ("全年制定文件5件，报备率达到100%，均已公布。", 19, "全年制定文件5件……"),
        ("发放补贴合计12,345,678元给予群众", 14, "发放补贴合计……"),
        ("发放补贴给困难群众合计1,234人次，无一差错", 18, "发放补贴给困难群众合计……"),
        ("办结率达到了百分之九十八以上的水平", 10, "办结率达到了百分……"),
        ("123456789012345678901234", 10, "12345678……"),
    ],
)
def test_it_is_cut_where_a_clause_ends_and_never_in_a_number(text, most, shown):
    assert excerpt(text, most) == shown


@given(TEXTS, st.integers(min_value=6, max_value=60))
def test_it_is_a_beginning_and_fits(text, most):
    shown = excerpt(text, most)
    assert len(shown) <= max(most, len(CUT) + 1)
    assert shown == text or text.startswith(shown.removesuffix(CUT))

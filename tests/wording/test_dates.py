"""Every date of the calendar is right, every other one is wrong."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reportcheck.text.dates import days


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_real_date_is_never_accused(day):
    text = f"会议于{day.year}年{day.month}月{day.day}日召开"
    (found,) = days(text, 0, len(text))
    assert (found.fault, found.value) == ("", day)


@given(st.integers(2000, 2099), st.integers(1, 40), st.integers(1, 60))
def test_what_no_calendar_has_is_found(year, month, day):
    text = f"会议于{year}年{month}月{day}日召开"
    try:
        date(year, month, day)
    except ValueError:
        assert [found.fault for found in days(text, 0, len(text))] != [""]

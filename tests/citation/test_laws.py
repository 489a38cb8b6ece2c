"""The table of laws, and what is a slip of its titles."""

import pytest

from reportcheck.laws import STATE, laws, repealed
from reportcheck.laws.nearest import distance, misspelt


def test_the_whole_list_is_there():
    assert len(laws()) > 320
    assert laws()["行政执法监督条例"].effective == "2026-02-01"


@pytest.mark.parametrize("title", sorted(laws()))
def test_no_known_title_is_accused(title):
    assert misspelt(title) is None
    assert misspelt(f"{STATE}{title}") is None


@pytest.mark.parametrize("place", ["云岭省", "临川湖市", "云岭县"])
def test_no_local_regulation_is_accused(place):
    names = [title.removesuffix("法") for title in laws() if title.endswith("法")]
    assert [name for name in names if misspelt(f"{place}{name}条例")] == []


def test_new_titles_have_a_date():
    assert [law.title for law in laws().values() if law.new and not law.effective] == []


def test_distance():
    assert distance("行政处罚法", "行政处分法") == 1
    assert distance("", "法") == 1


def test_a_repealed_law_ended_when_its_successor_came_into_force():
    own = {"行政监察法", "食品卫生法", "治安管理处罚条例"}  # whose successors' first dates the list does not tell
    dates = {title: (law.since, laws()[law.successor].effective) for title, law in repealed().items() if title not in own}
    assert {title: pair for title, pair in dates.items() if pair[1] and pair[0] != pair[1]} == {}
    assert set(repealed()) <= set(laws())
    assert repealed()["合同法"] == ("2021-01-01", "民法典")

"""A term is dead only where a shorter one surely stands too."""

import pytest

from reportcheck.authoring.terms import dead_terms, stands_in, term_lists


@pytest.mark.parametrize(
    ("short", "long"),
    [("听证", "听证会"), ("听证", "举行听证"), ("听取…汇报", "听取…汇报会"), ("听取…汇报", "专题听取…汇报"), ("听取", "听取…汇报")],
)
def test_the_longer_one_is_dead(short, long):
    assert stands_in(short, long)
    assert not stands_in(long, short)


@pytest.mark.parametrize(("one", "other"), [("听证", "听证"), ("听证", "论证"), ("汇报", "听取…汇报"), ("听取…汇报", "听取工作…汇报"), ("甲…乙…丙", "甲…丙")])
def test_both_matter(one, other):
    assert not stands_in(one, other)
    assert not stands_in(other, one)


def test_where_terms_hide_others_only_the_same_beginning_counts():
    assert stands_in("组织", "组织开展", by_start=True)
    assert not stands_in("审查", "合法性审查", by_start=True)


def test_lists_in_which_the_longer_one_hides_more_are_left_out():
    params = {"signs": [{"any": ["听证"], "with": ["召开"]}], "compounds": ["审查", "审查制度"], "doers": {"default": ["县长"]}}
    assert [path for path, _ in term_lists(params, "evidence")] == [("signs", 0, "any"), ("signs", 0, "with"), ("doers", "default")]


def test_references_are_no_terms_but_their_words_count():
    assert list(dead_terms(["<acts>", "召开会议"], ["召开", "召开会议"], ("any",))) == [(1, "召开")]

"""The parts that pages are made of."""

from reportcheck.audit.dashboard.marks import Mark, Place, place_of, sections
from reportcheck.audit.dashboard.stats import spread


def test_quotes_are_found_in_their_line_else_in_the_passage_that_runs_on_to_it() -> None:
    passages = [("title", 1, None, "标题"), ("achievements", 2, None, "甲。\n乙。"), ("plan", 5, None, "丙。")]
    assert place_of(passages, 2, "甲") == Place(1, 0, 1)
    assert place_of(passages, 3, "乙") == Place(1, 3, 4)
    assert place_of(passages, 5, "没有的话") == Place(2, 0, 0)
    assert place_of([], 1, "甲") is None


def test_overlapping_marks_are_cut_and_all_are_named() -> None:
    text = "评查案卷420卷，纠正12件。"
    one = Mark("e1", "evidence", 1, text[:9], "1", "r1", "")
    two = Mark("f1-t", "finding", 1, text[4:13], "问1", "f1", "")
    (section,) = sections([("plan", 1, None, text)], [(one, Place(0, 0, 9)), (two, Place(0, 4, 13))], "text")
    segments = section.paragraphs[0].segments
    assert "".join(segment.text for segment in segments) == text
    assert [segment.kinds for segment in segments] == [("evidence",), ("evidence", "finding"), ("finding",), ()]
    assert [mark.label for segment in segments for mark in segment.ends] == ["1", "问1"]


def test_quartiles_lie_between_the_numbers() -> None:
    found = spread([10, 20, 30, 40])
    assert found is not None
    assert (found.lower, found.median, found.upper, found.mean) == (17.5, 25.0, 32.5, 25.0)
    assert spread([]) is None

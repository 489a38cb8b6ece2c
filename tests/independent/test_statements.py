"""What an author who had not seen the checks calls wrong is found, and what he calls right is hardly ever accused."""

import pytest

from independent.table import Said, against_labels, figures, said, statements
from reportcheck.engine import Checker

PRECISION, RECALL = 0.99, 0.9


@pytest.fixture(scope="module")
def judged(checker: Checker) -> list[Said]:
    return list(said(checker))


def test_the_tables_are_large_have_both_signs_and_no_statement_twice() -> None:
    every = statements()
    assert len(every) >= 400
    assert len({(each.rule, each.text) for each in every}) == len(every)
    for rule in {each.rule for each in every}:
        assert {each.wrong for each in every if each.rule == rule} == {True, False}, rule


def test_precision_and_recall_hold(judged: list[Said]) -> None:
    told = figures(judged)
    assert told.precision >= PRECISION, against_labels(judged)
    assert told.recall >= RECALL, against_labels(judged)


def test_figures_alone_hold_them_too(judged: list[Said]) -> None:
    own = [each for each in judged if each.statement.group == "figures"]
    told = figures(own)
    assert told.precision >= PRECISION, against_labels(own)
    assert told.recall >= RECALL, against_labels(own)


def test_no_right_statement_with_figures_is_accused_by_any_rule_of_figures(judged: list[Said]) -> None:
    accused = [each for each in judged if each.statement.group == "figures" and not each.statement.wrong and each.accused_by]
    assert against_labels(accused) == []

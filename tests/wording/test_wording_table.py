"""Statements of our own, right and wrong: each wording rule must judge them so, and show the words that are wrong."""

import pytest

from statements import fault_of, lacking, row_id, table

ROWS = table(__file__)


@pytest.mark.parametrize("row", ROWS, ids=row_id)
def test_a_statement_is_judged_rightly(row):
    assert fault_of(row) == ""


def test_the_table_holds_both_signs_of_every_rule():
    assert lacking(ROWS, least=4, of_each=2) == []
    assert len(ROWS) >= 60

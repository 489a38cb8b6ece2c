"""Is the year one that the rules are made for?"""

from reportcheck.checks import covered_year
from reportcheck.outcome import Status

TEXT = "云岭县人民政府{}法治政府建设年度报告\n现将有关情况报告如下：\n一、主要举措和成效\n办结复议案件31件。"
YEARS = {"years": (2021, 2025)}


def test_between_the_two_it_is_met_where_the_title_says_so(read):
    for year in (2021, 2025):
        reading = read(TEXT.format(f"{year}年度"))
        outcome = covered_year.check(reading, YEARS)
        assert outcome.status is Status.MET
        assert reading.document.quote(outcome.evidence[0].span) == str(year)


def test_outside_it_is_unmet_and_says_which(read):
    for year in (2020, 2026):
        outcome = covered_year.check(read(TEXT.format(f"{year}年度")), YEARS)
        assert (outcome.status, outcome.slots) == (Status.UNMET, {"first": "2021", "last": "2025", "year": str(year)})


def test_a_year_that_the_user_states_stands_nowhere(read):
    outcome = covered_year.check(read(TEXT.format("2024年度"), year=2023), YEARS)
    assert (outcome.status, outcome.evidence) == (Status.MET, ())


def test_no_year_is_partial(read):
    assert covered_year.check(read(TEXT.format("")), YEARS).status is Status.PARTIAL


def test_it_looks_up_nothing():
    assert covered_year.vocabulary(YEARS) == ()

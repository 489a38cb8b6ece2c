from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

from drafts import document
from reportcheck import load_ruleset
from reportcheck.engine import Checker, Options
from reportcheck.rule import RuleSet
from reportcheck.structure.reading import Reading
from reportcheck.verdict import Report

# Derandomized: a run says the same today and tomorrow; no example database is written into the checkout.
settings.register_profile("suite", derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def national() -> RuleSet:
    return load_ruleset("national-2021-2025")


@pytest.fixture(scope="session")
def checker(national: RuleSet) -> Checker:
    return Checker(national)


@pytest.fixture(scope="session")
def judge(checker: Checker) -> Callable[[str], Report]:
    """Judge a text by the national rules."""
    return lambda text: checker.check(document(text))


@pytest.fixture(scope="session")
def judge_as(national: RuleSet) -> Callable[..., Report]:
    return lambda text, **stated: Checker(national, Options(**stated)).check(document(text))


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    return lambda text, **options: Reading(document(text), **options)

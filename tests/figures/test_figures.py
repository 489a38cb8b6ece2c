"""Statements with figures: each is judged by every figures rule; generated true ones are never accused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportcheck import load_ruleset
from reportcheck.authoring.examples import example_document
from reportcheck.engine import Checker
from reportcheck.rule import Example, RuleSet

_TABLE = yaml.safe_load(Path(__file__).with_name("statements.yaml").read_text(encoding="utf-8"))
_ROWS = [(row["rule"], text) for row in _TABLE.values() for text in row["texts"]]
_RULES: RuleSet = load_ruleset("national-2021-2025")
_CHECKER = Checker(_RULES)


def said(text: str) -> set[str]:
    """Return the figures rules that find something in a statement; doubtful ones with a question mark."""
    return set(_said(text))


def _said(text: str) -> Iterator[str]:
    document = example_document(Example(text, "met"))
    reading = _CHECKER.read(document)
    for rule in _RULES.rules:
        if rule.group == "figures":
            outcome = _CHECKER.judge_reading(reading, rule).outcome
            for fault in outcome.faults:
                yield rule.id.partition(".")[2] + ("?" if fault.status == "partial" else "")
                assert "{" not in "".join(fault.message_slots.values())


def test_the_table_is_large_and_has_both_signs() -> None:
    assert len(_ROWS) >= 120
    assert sum(1 for rule, _ in _ROWS if rule) >= 50
    assert len({text for _, text in _ROWS}) == len(_ROWS)


@pytest.mark.parametrize(("rule", "text"), _ROWS)
def test_a_statement_is_judged_as_it_must_be(rule: str, text: str) -> None:
    assert said(text) == ({rule} if rule else set())


@given(st.integers(20, 5000), st.data(), st.sampled_from([0, 1, 2]), st.booleans())
def test_a_true_rate_is_never_accused_whether_rounded_or_cut(whole: int, data: st.DataObject, places: int, cut: bool) -> None:  # noqa: FBT001
    part = data.draw(st.integers(1, whole))
    scaled = 100 * part * 10**places
    digits = scaled // whole if cut else (2 * scaled + whole) // (2 * whole)
    rate = f"{digits // 10**places}.{digits % 10**places:0{places}d}" if places else str(digits)
    assert said(f"受理诉求{whole}件，办结{part}件，办结率{rate}%。") == set()
    assert said(f"办结诉求{part}件，办结率{rate}%。") == set()


@given(st.integers(20, 5000), st.data())
def test_a_rate_off_by_more_than_its_digits_is_found(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, whole - 1))
    right = 100 * part / whole
    wrong = data.draw(st.sampled_from([right - 1.5, right + 1.5]).filter(lambda rate: 0 < rate < 100))
    if abs(wrong - 100 * whole / part) > 1:
        assert said(f"受理诉求{whole}件，办结{part}件，办结率{wrong:.1f}%。") == {"rate"}


@given(st.lists(st.integers(1, 900), min_size=2, max_size=4))
def test_true_sums_are_never_accused_and_wrong_ones_are_found(parts: list[int]) -> None:
    words = "、".join(f"{kind}纠纷{n}件" for kind, n in zip(["邻里", "婚姻", "物业", "土地"], parts, strict=False))
    assert said(f"调解{words}，共{sum(parts)}件。") == set()
    assert said(f"调解纠纷{sum(parts) + 3}件，其中{words}、其他纠纷3件。") == set()
    assert said(f"调解纠纷{sum(parts) + 9}件，其中{words}、其他纠纷8件。") <= {"sum", "sum?"}


@given(st.integers(2, 3000), st.integers(2, 3000))
def test_true_changes_are_never_accused(old: int, new: int) -> None:
    way, by = ("增加到", "增长") if new >= old else ("减少到", "下降")
    rate = f"{abs(new - old) * 100 / old:.2f}"
    assert said(f"检查由{old}次{way}{new}次，{by}{rate}%。") == set()
    if new != old:
        assert said(f"检查由{new}次{way}{old}次。") == {"change"}


@given(st.integers(20, 3000), st.data())
def test_a_true_share_is_never_accused_and_a_wrong_one_is_found(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, whole - 1))
    right = f"{100 * part / whole:.2f}"
    assert said(f"办理案件{whole}件，其中涉企案件{part}件，占{right}%。") == set()
    assert said(f"{whole}个村中有{part}个设立工作站，覆盖率{right}%。") == set()
    wrong = data.draw(st.sampled_from([100 * part / whole - 1.5, 100 * part / whole + 1.5]).filter(lambda rate: 0 < rate < 100))
    assert said(f"办理案件{whole}件，其中涉企案件{part}件，占{wrong:.2f}%。") == {"rate"}
    assert said(f"{whole}个村中有{part}个设立工作站，覆盖率{wrong:.2f}%。") == {"rate"}


@given(st.integers(2, 3000), st.integers(2, 3000))
def test_true_comparisons_with_an_earlier_year_are_never_accused_and_wrong_ones_are_found(old: int, new: int) -> None:
    way = "增长" if new >= old else "下降"
    size = abs(new - old) * 100 / old
    for told in (f"2024年受理{new}件，2023年为{old}件", f"2023年受理{old}件，2024年受理{new}件", f"受理{new}件，上年为{old}件"):
        assert said(f"{told}，同比{way}{size:.2f}%。") == set()
        assert said(f"{told}，同比{way}{size + 2:.2f}%。") == {"change"}
    if new != old:
        more = "增加" if new > old else "减少"
        assert said(f"受理{new}件，比上年{more}{abs(new - old)}件，{way}{size:.2f}%。") == set()
        assert said(f"受理{new}件，比上年{more}{abs(new - old)}件，{way}{size + 2:.2f}%。") == {"change"}


@given(st.integers(5, 3000), st.sampled_from([("翻了一番", 2), ("翻了两番", 4)]))
def test_doublings_are_never_accused_where_they_are_near_and_found_where_they_are_not(old: int, told: tuple[str, int]) -> None:
    words, times = told
    assert said(f"受理数由{old}件增加到{old * times + old // 10}件，{words}。") == set()
    assert said(f"受理数由{old}件增加到{old * times * 2}件，{words}。") == {"change"}


@given(st.integers(10, 90000), st.integers(10, 90000))
def test_the_same_stock_told_twice_is_a_conflict_only_where_the_numbers_differ(one: int, other: int) -> None:
    text = f"全县现有人民调解员{one}名。\n调解网络更加健全，全县现有人民调解员{other}名。"
    assert said(text) == ({"conflict"} if one != other else set())

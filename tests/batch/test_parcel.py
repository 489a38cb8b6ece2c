"""What comes out of a parcel is what went in, with this process's own rules."""

import pickle
from pathlib import Path

from reportcheck import Checker, load_ruleset, read_document
from reportcheck.parcel import Parcels
from reportcheck.reporters import json_
from reportcheck.rule import Editions
from reportcheck.verdict import BatchResult, Failure

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "南屏区2024年.txt"


def test_a_report_comes_back_equal_and_small():
    ruleset = load_ruleset("national-2021-2025")
    report = Checker(ruleset).check(read_document(SAMPLE))
    here, there = Parcels(Editions((ruleset,))), Parcels(Editions((load_ruleset("national-2021-2025"),)))
    data = here.pack(report)
    back = there.unpack(data)
    assert json_.render(BatchResult((back,), (), ruleset)) == json_.render(BatchResult((report,), (), ruleset))
    assert len(data) * 3 < len(pickle.dumps(report))


def test_a_rule_comes_back_as_the_receiver_s_own():
    ruleset = load_ruleset("national-2021-2025")
    parcels = Parcels(Editions((ruleset,)))
    report = Checker(ruleset).check(read_document(SAMPLE))
    assert parcels.unpack(parcels.pack(report)).verdicts[0].rule is ruleset.rules[0]


def test_a_failure_comes_back():
    parcels = Parcels(Editions((load_ruleset("national-2021-2025"),)))
    failure = Failure("坏.txt", "坏.txt：没有这个文件")
    assert parcels.unpack(parcels.pack(failure)) == failure

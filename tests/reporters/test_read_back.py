"""Every format tells the same findings: rule, severity, place, and whether they count."""

from datetime import date
from pathlib import Path

import pytest
import read_back
from read_back import expected, in_words

from drafts import SAMPLES
from reportcheck.batch import Input, check_paths
from reportcheck.engine import Options
from reportcheck.reporters import REPORTERS, reporter, terminal
from reportcheck.suppression.apply import Ground, suppress
from reportcheck.suppression.baseline import Baseline, baseline_of
from reportcheck.suppression.waiver import Waiver

TODAY = date(2025, 3, 1)


def waiver(rule, path="**", expires=None, line=3):
    return Waiver(rule, path, "已在附件中说明：见“附件1”，第2页", "周敏", expires, "", Path.cwd(), "reportcheck.yaml", line, 5)


@pytest.fixture(scope="module")
def sampled(national):
    """The samples, some findings waived, some known to a baseline, one waiver expired and one of no use."""
    found = check_paths([Input(f"稿件/{path.name}", path.read_bytes()) for path in SAMPLES], national, Options(), jobs=1)
    known = baseline_of(found, "baseline.json").entries[::3]
    waivers = (
        waiver("structure.causes"),
        waiver("figures.*", "稿件/错例*.txt"),
        waiver("outline.1?", "**/青檀镇*.txt", date(2025, 3, 1)),
        waiver("outline.2?", expires=date(2025, 2, 28), line=9),
        waiver("structure.plan", line=12),
    )
    return suppress(found, Ground(waivers, Baseline("baseline.json", known), TODAY, frozenset(rule.id for rule in national.rules)))


def test_the_samples_have_all_there_is_to_tell(sampled):
    told = expected(sampled)
    assert {each.severity for each in told} == {"error", "warning", "info"}
    assert {each.aside for each in told} == {"", "waiver", "baseline"}
    assert [notice.rule for notice in sampled.notices] == ["config.expired-waiver", "config.unused-waiver"]


@pytest.mark.parametrize("name", ["json", "sarif", "csv", "junit"])
def test_exact_formats(name, sampled):
    read = getattr(read_back, f"from_{name}")
    told = [each for each in read(reporter(name).render(sampled)) if not each.rule.startswith("config.")]
    assert told == expected(sampled)


def test_gitlab_tells_what_does_not_count_as_info(sampled):
    told = [each for each in read_back.from_gitlab(reporter("gitlab").render(sampled)) if not each.rule.startswith("config.")]
    assert told == sorted(each._replace(severity="info") if each.aside else each for each in expected(sampled))


def test_github_tells_lines(sampled):
    told = [each for each in read_back.from_github(reporter("github").render(sampled)) if not each.rule.startswith("config.")]
    assert told == expected(sampled, lambda finding, _: str(finding.place.line))


def test_markdown_tells_places_in_words(sampled):
    assert read_back.from_markdown(reporter("markdown").render(sampled)) == expected(sampled, in_words)


def test_html_tells_the_places_that_there_are(sampled):
    told, wanted = read_back.from_html(reporter("html").render(sampled)), expected(sampled, in_words)
    places = {(each.path, each.rule, each.place) for each in wanted}
    assert all((each.path, each.rule, each.place) in places for each in told if each.place)
    assert sorted(each._replace(place="") for each in told) == sorted(each._replace(place="") for each in wanted)
    assert sum(bool(each.place) for each in told) > len(told) / 2


def test_the_terminal_tells_all_of_them(sampled):
    told = read_back.from_terminal(terminal.render(sampled, width=2000))
    wanted = expected(sampled, lambda finding, report: in_words(finding, report) if finding.rule.group != "outline" or finding.suppression else "")
    assert told == sorted(each._replace(aside="aside") if each.aside else each for each in wanted)


@pytest.mark.parametrize("name", [name for name in REPORTERS if not name.startswith("checklist-")])
def test_every_format_tells_what_is_out_of_date(name, sampled):
    rendered = reporter(name).render(sampled)
    text = rendered if isinstance(rendered, str) else rendered.decode("utf-8")
    for words in ("reportcheck.yaml", "config.expired-waiver", "config.unused-waiver", "2025-02-28", "周敏"):
        assert words in text


@pytest.mark.parametrize("name", REPORTERS)
def test_the_same_result_gives_the_same_bytes(name, sampled):
    assert reporter(name).render(sampled) == reporter(name).render(sampled)

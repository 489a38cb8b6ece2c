import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportcheck
from reportcheck.text.patterns import Pattern, compiled


def every_pattern() -> Iterator[tuple[str, Pattern]]:
    """Yield the patterns of all modules, also those in tables."""
    for found in pkgutil.walk_packages(reportcheck.__path__, "reportcheck."):
        if found.name.split(".")[1] in ("text", "structure", "readers", "checks"):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for number, pattern in enumerate(inside(value)):
                    yield f"{found.name}.{name}-{number}", pattern


def inside(value: object) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, dict):
        yield from inside(tuple(value.values()))
    elif isinstance(value, tuple):
        for each in value:
            yield from inside(each)


NEEDY = {name: pattern for name, pattern in every_pattern() if pattern.needs}


def test_there_are_patterns_to_look_at():
    assert len(NEEDY) > 20


@pytest.mark.parametrize("name", NEEDY)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_matches_holds_what_the_pattern_needs(name, data):
    pattern = NEEDY[name]
    text = data.draw(st.from_regex(pattern.source))
    assert pattern.search(text) is not None


def test_what_a_match_needs_is_sought_between_the_offsets():
    pattern = Pattern(r"第\d+条", "第")
    assert pattern.search("第3条") is not None
    assert pattern.search("第3条", 1) is None
    assert pattern.match("见第3条", 1) is not None
    assert pattern.fullmatch("第3条。", 0, 3) is not None
    assert [found.group() for found in pattern.finditer("第3条、第4条", 2)] == ["第4条"]
    assert pattern.sub("□", "见第3条") == "见□"
    assert pattern.sub("□", "见附件") == "见附件"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"全[省市县]", ["全省", "全县"]),
        (r"(?<![省市县])人", ["人"]),
        (r"[省市县]人", ["县人"]),
        (r"全(?![省、(])", ["全", "全"]),
        (r"\[省市县\]", []),
        (r"全[^省市]", ["全县", "全，"]),
        (r"第[一二三]{1,2}", ["第一"]),
    ],
)
def test_spelt_out_sets_match_what_the_sets_do(source, found):
    text = "全省全县人，全，人第一十"
    assert compiled(source).findall(text) == re.findall(source, text) == found

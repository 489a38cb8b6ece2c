"""The same text without its line breaks, or with page numbers between its lines, says the same."""

import pytest

from drafts import NO_SHARED, REPORTS, SAMPLES, document, line_free, read_text, told
from reportcheck.engine import Checker

TEXTS = [pytest.param(path, id=path.stem) for path in [*SAMPLES, *REPORTS]]


def test_real_reports_take_part() -> None:
    if not REPORTS:
        pytest.skip(NO_SHARED)
    assert len(REPORTS) == 5


@pytest.mark.parametrize("joint", ["", " "], ids=["nothing", "space"])
@pytest.mark.parametrize("path", TEXTS)
def test_line_breaks_do_not_matter(checker: Checker, path, joint: str) -> None:
    text = read_text(path)
    given = told(checker.check(document(text, path.name)), line_free)
    flat = told(checker.check(document(text.replace("\n", joint), path.name)), line_free)
    assert len(given) >= 5 + 6 + 32 + 3 + 2
    assert flat == given


@pytest.mark.parametrize("path", TEXTS)
def test_page_numbers_do_not_matter(checker: Checker, path) -> None:
    text = read_text(path)
    lines = text.split("\n")
    # From the fifth line on, as titles do not stand on a page's last line.
    numbered = [[line, f"— {number // 3} —"] if number > 3 and number % 3 == 0 else [line] for number, line in enumerate(lines)]
    paged = "\n".join(each for group in numbered for each in group)
    assert paged.count("—") > text.count("—")
    given = told(checker.check(document(text, path.name)), line_free)
    assert told(checker.check(document(paged, path.name)), line_free) == given

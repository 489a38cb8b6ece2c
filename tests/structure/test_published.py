"""The day on which the page with the report was published, as the page states it."""


import pytest

from drafts import REPORT, TITLE, document
from reportcheck.structure.reading import Reading


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2025-03-12", "2025-03-12"),
        ("2025-03-10 09:30", "2025-03-10"),
        ("2025年3月1日", "2025-03-01"),
        ("2025/3/1", "2025-03-01"),
        ("2025-02-30", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_days(stated: str, day: str | None) -> None:
    facts = Reading(document(REPORT)._replace(meta={"published": stated})).facts
    assert facts.published == day
    assert facts.origin.get("published") == ("text" if day else None)


def test_a_text_that_came_from_a_page() -> None:
    page = REPORT.replace(TITLE, f"{TITLE}\n发布时间：2025-03-10 09:30  来源：县司法局  浏览次数：312次")
    assert Reading(document(page)).facts.published == "2025-03-10"


def test_a_text_that_does_not_say() -> None:
    assert Reading(document(REPORT)).facts.published is None

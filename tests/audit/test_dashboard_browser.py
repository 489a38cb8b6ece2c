"""The site in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import chrome
import pytest
from many import store_of_many
from sites import COUNT, links_of

from reportcheck.audit.dashboard import write
from reportcheck.audit.store import Store

pytestmark = pytest.mark.skipif(chrome.find() is None, reason="needs Chromium")
SHOWN = "[].slice.call(document.querySelectorAll('.units tbody tr')).filter(function (r) { return r.offsetHeight > 0; })"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chrome.Page]:
    with chrome.page(tmp_path_factory.mktemp("profile")) as page:
        yield page


def test_the_table_opens_on_the_year_and_filters(browser: chrome.Page, many: Store, site: Path) -> None:
    browser.open(site / "units.html")
    assert browser.run(f"{SHOWN}.length") == COUNT
    ((towns,),) = many.rows("SELECT count(*) FROM report WHERE year = 2024 AND level = 'township'")
    browser.run("(function () { var s = document.querySelectorAll('.tools select')[1]; s.value = '乡镇级'; s.onchange(); })()")
    assert browser.run(f"{SHOWN}.length") == towns
    assert f"符合{towns}行" in browser.run("document.querySelector('.count').textContent")
    browser.run("document.querySelector('.tools button').onclick()")
    assert browser.run(f"{SHOWN}.length") == many.rows("SELECT count(*) FROM report")[0][0]


def test_a_link_from_the_overview_opens_the_table_narrowed_down(browser: chrome.Page, many: Store, site: Path) -> None:
    ((tens,),) = many.rows("SELECT count(*) FROM report WHERE year = 2024 AND percent >= 60 AND percent < 70")
    href = next(link for link in links_of(site / "index.html").links if "60~70" in unquote(link))
    browser.open(site / "units.html", "#" + href.partition("#")[2])
    assert browser.run(f"{SHOWN}.length") == tens > 0


def test_search_and_sorting_work_together_and_stay_in_the_address(browser: chrome.Page, many: Store, site: Path) -> None:
    browser.open(site / "units.html", "#找=司法局 2024&排=-得分")
    scores = [float(score) for score in browser.run(f"{SHOWN}.map(function (r) {{ return r.cells[7].textContent; }})")]
    wanted = [score for (score,) in many.rows("SELECT percent FROM report WHERE year = 2024 AND issuer LIKE '%司法局' ORDER BY percent DESC")]
    assert scores == [pytest.approx(score, abs=0.051) for score in wanted]
    browser.run("document.querySelector('.units th:nth-child(8)').onclick()")
    assert browser.run(f"{SHOWN}.map(function (r) {{ return parseFloat(r.cells[7].textContent); }})") == sorted(scores)
    assert "排=得分" in unquote(browser.run("location.hash"))


def test_long_tables_list_the_first_rows_until_asked_or_printed(browser: chrome.Page, tmp_path: Path) -> None:
    with store_of_many(320) as store:
        write(store, tmp_path)
    browser.open(tmp_path / "units.html")
    assert browser.run(f"{SHOWN}.length") == 300
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.run(f"{SHOWN}.length") == 320
    browser.open(tmp_path / "units.html")
    browser.run("document.querySelector('.more').onclick()")
    assert browser.run(f"{SHOWN}.length") == 320
    assert browser.run("document.querySelector('.more').offsetHeight") == 0


@pytest.mark.parametrize("width", [1280, 1024])
def test_no_page_is_wider_than_the_window(browser: chrome.Page, site: Path, width: int) -> None:
    browser.size(width, 900)
    for path in [*site.glob("*.html"), *(min(site.glob(f"{kind}/*.html")) for kind in ("units", "rules", "pairs"))]:
        browser.open(path)
        assert browser.run("document.documentElement.scrollWidth") <= width, path

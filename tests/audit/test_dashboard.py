"""The pages: what stands in them, and that they hold together."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from many import store_of_many
from sites import COUNT, links_of, words_of
from stores import store_of

from reportcheck.audit.dashboard import write
from reportcheck.audit.dashboard.units import census, page_name
from reportcheck.audit.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Path]]:
    """A real draft with many faults, under a hostile name, beside a file that is no report."""
    text = (SAMPLES / "错例2024年.txt").read_text(encoding="utf-8")
    lines = text.splitlines()
    lines.insert(4, "全年<script>alert(1)</script>开展执法检查\u202e12次。")
    folder = tmp_path_factory.mktemp("faulty")
    with store_of({"甲县/<img src=x>&'.txt": "\n".join(lines), "乙县/通知.txt": "关于召开会议的通知，请各单位按时参加。" * 20}) as store:
        write(store, folder / "out")
        yield store, folder / "out"


def test_every_link_leads_somewhere(site: Path) -> None:
    pages = {path: links_of(path) for path in site.rglob("*.html")}
    broken = []
    for path, found in pages.items():
        for link in found.links:
            parts = urlsplit(link)
            target = path if not parts.path else (path.parent / unquote(parts.path)).resolve()
            if not target.is_file() or (parts.fragment and "=" not in parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in pages[target].ids):
                broken.append((path.name, link))
    assert not broken
    assert len(pages) > COUNT


def test_no_id_occurs_twice_on_a_page(site: Path, faulty: tuple[Store, Path]) -> None:
    for path in [*site.rglob("*.html"), *faulty[1].rglob("*.html")]:
        ids = links_of(path).ids
        assert len(ids) == len(set(ids)), path


def test_nothing_comes_from_the_network(site: Path) -> None:
    for path in site.rglob("*.*"):
        text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"https?://|//[a-z]+\.|@import|url\(", text), path


def test_the_same_store_gives_the_same_bytes(many: Store, site: Path, tmp_path: Path) -> None:
    write(many, tmp_path)
    names = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert all((site / name).read_bytes() == (tmp_path / name).read_bytes() for name in names)


def test_the_overview_tells_what_the_store_holds(many: Store, site: Path) -> None:
    ((count, mean),) = many.rows("SELECT count(*), avg(percent) FROM report WHERE year = 2024")
    ((late, missing),) = many.rows("SELECT (SELECT count(*) FROM submission WHERE state = 'late' AND path LIKE '2024%'), (SELECT count(*) FROM missing_unit)")
    told = words_of(site / "index.html")
    assert f"检查{count}份报告，平均{mean:.1f}分" in told
    assert f"应报送{count + missing}家，按时报送{count - late}家，迟报{late}家，未报送{missing}家" in told
    assert missing == 2


def test_the_most_missed_requirement_comes_first(many: Store, site: Path) -> None:
    query = """
        SELECT rule.title, sum(status = 'unmet') + sum(status = 'partial') / 2.0 AS wanting FROM outcome JOIN report USING (path)
        JOIN rule ON rule.id = outcome.rule AND rule.ruleset = report.ruleset WHERE year = 2024 GROUP BY rule ORDER BY wanting DESC, rule
    """
    (first, _), *_ = many.rows(query)
    chart = (site / "charts/最常做不到的要求.svg").read_text(encoding="utf-8")
    labels = re.findall(r'text-anchor="end">([^<]+)<', chart)
    assert labels[0].rstrip("…") == first[: len(labels[0].rstrip("…"))]


def test_charts_are_well_formed_and_say_what_they_show(site: Path) -> None:
    titles = set()
    for path in (site / "charts").iterdir():
        root = ET.fromstring(path.read_bytes())  # noqa: S314 - our own file
        titles.add(root.findtext("{http://www.w3.org/2000/svg}title"))
    assert {"2024年度报告得分分布（份）", "2024年度报送情况", "历年平均得分"} <= titles


def test_the_histogram_counts_every_report_once(many: Store, site: Path) -> None:
    chart = (site / "charts/得分分布.svg").read_text(encoding="utf-8")
    bars = [int(count) for count in re.findall(r"分：(\d+)份", chart)]
    assert sum(bars) == COUNT
    ((tens,),) = many.rows("SELECT count(*) FROM report WHERE year = 2024 AND percent >= 70 AND percent < 80")
    assert bars[7] == tens


def test_the_table_of_units_has_every_report_without_scripts(many: Store, site: Path) -> None:
    text = (site / "units.html").read_text(encoding="utf-8")
    rows = re.findall(r'<tr><td class="no">', text)
    assert len(rows) == many.rows("SELECT count(*) FROM report")[0][0]
    assert "display: none" not in text


def test_a_requirement_names_exactly_those_who_fall_short(many: Store, site: Path) -> None:
    query = "SELECT path FROM outcome JOIN report USING (path) WHERE rule = 'structure.causes' AND status IN ('unmet', 'partial') AND year = 2024"
    page = links_of(site / "rules/r-structure.causes.html")
    listed = {link for link in page.links if "units/u-" in link}
    samples = {f"../units/{page_name(path)}" for (path,) in many.rows("SELECT path FROM outcome WHERE rule = 'structure.causes' AND status = 'met'")}
    assert listed - samples == {f"../units/{page_name(path)}" for (path,) in many.rows(query)}


def test_lists_name_the_missing_the_late_and_the_unread(many: Store, site: Path) -> None:
    told = words_of(site / "lists.html")
    for (name,) in many.rows("SELECT name FROM missing_unit"):
        assert name in told
    assert "坏文件0.pdf这份文件里没有文字，可能是扫描件" in told
    on, due, path = many.rows("SELECT on_date, due, path FROM submission WHERE state = 'late' ORDER BY julianday(on_date) - julianday(due) DESC, path")[0]
    ((days,),) = many.rows("SELECT CAST(julianday(?) - julianday(?) AS INTEGER)", (on, due))
    assert f"{on}成文日期{due}{days}{path}" in told.replace("张某0000-0000", "")


def test_last_years_plan_stands_on_the_page_of_this_year(many: Store, site: Path) -> None:
    ((path,),) = many.rows("SELECT path FROM follow_up ORDER BY path LIMIT 1")
    told = words_of(site / "units" / page_name(path))
    assert "上年安排的落实" in told
    for words in ("已兑现", "部分兑现", "未提及", "又列为来年安排"):
        assert words in told


def test_pairs_stand_side_by_side(many: Store, site: Path) -> None:
    a, b, text = many.rows("SELECT a, b, a_text FROM overlap_passage ORDER BY a, b, number LIMIT 1")[0]
    page = site / "pairs" / f"p-{page_name(a)[2:-5]}-{page_name(b)[2:-5]}.html"
    assert words_of(page).count(text) == 6
    assert "只作线索" in words_of(page)


def test_the_unit_page_shows_findings_and_marks_thewords_of(faulty: tuple[Store, Path]) -> None:
    store, folder = faulty
    path = store.rows("SELECT path FROM report WHERE percent IS NOT NULL")[0][0]
    page = (folder / "units" / page_name(path)).read_text(encoding="utf-8")
    messages = [message.replace("\u202e", " ") for (message,) in store.rows("SELECT message FROM finding WHERE path = ?", (path,))]
    assert len(messages) > 10
    told = words_of(folder / "units" / page_name(path))
    assert [message for message in messages if re.sub(r"\s+", "", message) not in told] == []
    assert re.search(r'<mark class="evidence finding" id="f\d+-t">.*?召开听证会××场', page)
    assert "补写处" in told  # what is missing hangs on a heading, and the heading is not called wrong
    heading = next(part for part in page.split("<p id=") if "推进法治政府建设的主要举措和成效" in part)
    assert heading.count("fault-ref") <= 2


def test_what_comes_from_documents_is_escaped(faulty: tuple[Store, Path]) -> None:
    store, folder = faulty
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        assert "<img" not in text
        assert "\u202e" not in text
    path = store.rows("SELECT path FROM report WHERE percent IS NOT NULL")[0][0]
    page = (folder / "units" / page_name(path)).read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;img src=x&gt;" in page


def test_a_requirement_that_nobody_tells_of_quotes_nothing(faulty: tuple[Store, Path]) -> None:
    store, folder = faulty
    missing = [rule for (rule,) in store.rows("SELECT rule FROM outcome WHERE status = 'unmet' AND strength = 'absent' AND rule LIKE 'outline.%'")]
    assert missing
    for rule in missing:
        page = (folder / f"rules/r-{rule}.html").read_text(encoding="utf-8")
        assert "quoted" not in page
        ((message,),) = store.rows("SELECT message FROM finding WHERE rule = ?", (rule,))
        assert re.sub(r"\s+", "", message) in words_of(folder / f"rules/r-{rule}.html")


def test_the_script_runs_in_old_browsers(site: Path) -> None:
    script = re.sub(r"/\*.*?\*/|//[^\n]*", "", (site / "assets/site.js").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"=>|\b(let|const|class|async|await)\s|`|\.\.\.|\?\.|\?\?", script)


def test_a_file_that_is_no_report_is_listed_and_not_counted(faulty: tuple[Store, Path]) -> None:
    _, folder = faulty
    assert "不是法治政府建设年度报告（1份）" in words_of(folder / "lists.html")
    assert "检查1份报告" in words_of(folder / "index.html")


def test_an_empty_store_makes_a_site(tmp_path: Path) -> None:
    with store_of({}) as store:
        write(store, tmp_path)
    assert "库里没有可以统计的报告" in words_of(tmp_path / "index.html")
    assert "没有提供应报送单位名册" in words_of(tmp_path / "lists.html")


def test_a_mistyped_year_is_not_what_the_overview_is_about(many: Store) -> None:
    assert census(many).year == 2024
    with store_of_many(30) as store:
        store.connection.execute("DELETE FROM unit")
        store.connection.execute("UPDATE report SET year = 2042 WHERE path = (SELECT max(path) FROM report)")
        assert census(store).year == 2024


def test_what_a_newer_version_replaces_is_shown_but_not_counted(tmp_path: Path) -> None:
    with store_of_many(30) as store:
        ((path,),) = store.rows("SELECT max(path) FROM report WHERE year = 2024")
        store.connection.execute("UPDATE submission SET state = 'superseded' WHERE path = ?", (path,))
        write(store, tmp_path)
    assert "检查29份报告" in words_of(tmp_path / "index.html")
    assert "本单位已有新的版本" in words_of(tmp_path / "units" / page_name(path))


def test_a_report_that_names_no_year_counts_in_the_year_of_the_others(tmp_path: Path) -> None:
    with store_of_many(12) as store:
        ((path,),) = store.rows("SELECT max(path) FROM report WHERE year = 2024")
        store.connection.execute("UPDATE report SET year = NULL WHERE path = ?", (path,))
        write(store, tmp_path)
    assert "检查12份报告" in words_of(tmp_path / "index.html")
    assert "正文没有写明，按2024年度统计" in words_of(tmp_path / "units" / page_name(path))


def test_a_waived_finding_stays_and_is_marked(tmp_path: Path) -> None:
    with store_of_many(3) as store:
        ((path, message),) = store.rows("SELECT path, message FROM finding ORDER BY path, number LIMIT 1")
        store.connection.execute("UPDATE finding SET suppression = '已另文说明（张某批准）' WHERE path = ? AND number = 1", (path,))
        write(store, tmp_path)
    assert f"{message}已豁免：已另文说明（张某批准）" in words_of(tmp_path / "units" / page_name(path))


def test_reading_begins_at_the_reason_that_weighs_most(many: Store, site: Path) -> None:
    ((path, rule),) = many.rows("SELECT path, rule FROM triage WHERE rank = 1")
    assert f"units/{page_name(path)}#{rule}" in links_of(site / "first.html").links
    assert "得分比同类单位的中位数低21.3分" in words_of(site / "first.html")

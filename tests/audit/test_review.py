"""Samples for people, their verdicts, and what they say of each rule."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from letters import letter
from stores import store_of

from reportcheck.audit import precision, review, submissions
from reportcheck.audit.store import Store
from reportcheck.audit.table_file import read_table
from reportcheck.cli.review import command
from reportcheck.errors import UsageError

WRONG = "审结行政复议案件58件，其中维持30件、驳回10件、撤销9件、终止17件。联系人手机13800138000。组织听证会××场。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "库.sqlite"
    texts = {f"{name}.txt": letter(f"{name}人民政府", extra=WRONG) for name in ("云岭县", "南屏县", "棠湖县", "青石镇", "白塘镇")}
    store = store_of(texts, file)
    submissions.compute(store, ())
    store.close()
    return file


@pytest.fixture
def store(path: Path) -> Store:
    return Store.open(path)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(each) for each in arguments], catch_exceptions=True)


def filled(source: Path, target: Path, verdicts: dict[str, tuple[str, str, str]], encoding: str = "utf-8-sig") -> Path:
    """Fill in what a reviewer says of each rule's findings."""
    rows = list(csv.reader(io.StringIO(source.read_text(encoding="utf-8-sig"), newline="")))
    for row in rows[1:]:
        row[11:14] = verdicts.get(row[4], ("", "", ""))
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    target.write_bytes(text.getvalue().encode(encoding))
    return target


def test_the_same_seed_draws_the_same(store: Store):
    assert review.draw(store, 12, 7) == review.draw(store, 12, 7)
    assert review.draw(store, 12, 7) != review.draw(store, 12, 8)


def test_every_rule_has_its_turn(store: Store):
    rules = {rule for (rule,) in store.rows("SELECT DISTINCT rule FROM finding")}
    drawn = review.draw(store, len(rules), 1)
    assert {each.rule for each in drawn} == rules
    serious = {rule for (rule,) in store.rows("SELECT DISTINCT rule FROM finding WHERE severity = 'error'")}
    assert {each.rule for each in review.draw(store, len(serious), 1)} == serious


def test_every_kind_of_body_has_its_turn(store: Store):
    levels = dict(store.rows("SELECT path, level FROM report"))
    for seed in range(5):
        drawn = review.draw(store, 2, seed, "figures.sum")
        assert {levels[each.path] for each in drawn} == {"county", "township"}


def test_a_drawn_finding_says_where_and_what(store: Store):
    (each,) = review.draw(store, 1, 1, "figures.sum")
    ((line, message, quote),) = store.rows("SELECT line, message, quote FROM finding WHERE path = ? AND rule = 'figures.sum'", (each.path,))
    assert (each.place, each.message, each.quote, each.severity) == (f"第{line}行", message, quote, "必须改")
    assert each.unit == each.path.removesuffix(".txt") + "人民政府"


def test_replaced_and_waived_findings_are_not_drawn(store: Store):
    with store.transaction() as connection:
        connection.execute("UPDATE submission SET state = 'superseded' WHERE path = '云岭县.txt'")
        connection.execute("UPDATE finding SET suppression = '已豁免' WHERE path = '南屏县.txt'")
    assert {each.path for each in review.draw(store, 1000, 1)} == {"棠湖县.txt", "青石镇.txt", "白塘镇.txt"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_round_trip_by_csv(path: Path, tmp_path: Path, encoding: str):
    sample = tmp_path / "抽样.csv"
    assert run("sample", path, "--n", "1000", "--output", sample).exit_code == 0
    verdicts = {"figures.sum": ("属实", "", "王工"), "privacy.phone": ("不属实", "是单位总机", "王工")}
    table = filled(sample, tmp_path / "填好.csv", verdicts, encoding)
    told = run("record", path, table, "--date", "2025-04-01")
    assert (told.exit_code, told.stderr) == (0, "reportcheck: 已记下10条：属实5条，不属实5条\n")
    with Store.open(path) as store:
        rows = store.rows("SELECT DISTINCT rule, verdict, reason, reviewer, on_date FROM review ORDER BY rule")
        assert rows == [("figures.sum", "accept", "", "王工", "2025-04-01"), ("privacy.phone", "reject", "是单位总机", "王工", "2025-04-01")]
        again = {each.rule for each in review.draw(store, 1000, 1)}
        assert again.isdisjoint({"figures.sum", "privacy.phone"})
    shown = run("precision", path).stdout
    assert [line.split()[:5] for line in shown.splitlines() if line.startswith(("figures", "privacy"))] == [
        ["figures.sum", "5/5", "100.0%", "56.6%～100.0%", "5"],
        ["privacy.phone", "0/5", "0.0%", "0.0%～43.4%", "5"],
    ]
    assert "总的准确率 50.0%" in shown


def test_excel_sample_reads_back(path: Path, tmp_path: Path):
    pytest.importorskip("xlsxwriter")
    one, two, text = tmp_path / "一.xlsx", tmp_path / "二.xlsx", tmp_path / "三.csv"
    for output in (one, two, text):
        run("sample", path, "--n", "20", "--seed", "7", "--output", output)
    assert one.read_bytes() == two.read_bytes()
    lines = read_table(str(one))
    assert lines[0].cells[0] == "人工复核抽样表"
    assert [line.cells for line in lines[2:]] == [line.cells for line in read_table(str(text))]
    with zipfile.ZipFile(one) as package:
        assert "属实,不属实" in package.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (("也许", "", "王工"), "判定“也许”不认识，可写：属实、不属实"),
        (("不属实", "", "王工"), "判定不属实，却没有写理由"),
        (("属实", "", ""), "没有写复核人"),
        (("", "", ""), "一条判定也没有填"),
    ],
)
def test_wrong_rows_are_named_and_nothing_is_kept(path: Path, tmp_path: Path, verdict: tuple[str, str, str], words: str):
    sample = tmp_path / "抽样.csv"
    run("sample", path, "--n", "1000", "--output", sample)
    table = filled(sample, tmp_path / "填好.csv", {"figures.sum": verdict, "figures.rate": ("属实", "", "王工")})
    told = run("record", path, table)
    assert isinstance(told.exception, UsageError)
    assert words in str(told.exception)
    with Store.open(path) as store:
        assert store.rows("SELECT count(*) FROM review") == [(0,)]


def test_changed_fingerprint_is_refused(path: Path, tmp_path: Path):
    sample = tmp_path / "抽样.csv"
    run("sample", path, "--n", "3", "--rule", "figures.sum", "--output", sample)
    table = filled(sample, tmp_path / "填好.csv", {"figures.sum": ("属实", "", "王工")})
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    cells = next(csv.reader([lines[2]]))
    table.write_text("\n".join([lines[0], lines[1], lines[2].replace(cells[10], "abc")]), encoding="utf-8")
    told = run("record", path, table)
    assert "第3行的问题库里没有" in str(told.exception)


def test_a_single_verdict(path: Path):
    told = run("record", path, "--path", "云岭县.txt", "--rule", "figures.sum", "--verdict", "reject", "--reason", "另有撤回8件", "--reviewer", "李工")
    assert told.stderr == "reportcheck: 已记下1条：属实0条，不属实1条\n"
    lacking = run("record", path, "--path", "云岭县.txt", "--rule", "figures.sum", "--verdict", "reject", "--reviewer", "李工")
    assert "没有写理由" in str(lacking.exception)
    wrong = run("record", path, "--path", "云岭.txt", "--rule", "figures.sum", "--verdict", "accept", "--reviewer", "李工")
    assert "是不是“云岭县.txt”？" in str(wrong.exception)


def test_several_findings_need_the_fingerprint(path: Path, store: Store):
    with store.transaction() as connection:
        connection.execute("UPDATE finding SET rule = 'figures.sum' WHERE path = '云岭县.txt' AND rule = 'privacy.phone'")
    store.close()
    told = run("record", path, "--path", "云岭县.txt", "--rule", "figures.sum", "--verdict", "accept", "--reviewer", "李工")
    assert "有2处，请用 --fingerprint" in str(told.exception)


def test_missing_store_and_odd_output(tmp_path: Path, path: Path):
    assert "没有这个审查库" in str(run("precision", tmp_path / "无.sqlite").exception)
    assert not (tmp_path / "无.sqlite").exists()
    assert "以 .xlsx 或 .csv 结尾" in str(run("sample", path, "--output", tmp_path / "a.doc").exception)
    assert "还没有复核判定" in str(run("precision", path).exception)
    assert "没有可抽的问题" in str(run("sample", path, "--rule", "nothing.*").exception)


def test_disagreement_and_gone_findings(store: Store):
    finding = store.rows("SELECT path, rule, fingerprint FROM finding WHERE rule = 'figures.sum' AND path = '云岭县.txt'")[0]
    gone = ("云岭县.txt", "figures.sum", "0" * 32)
    for key, verdict, who in ((finding, "accept", "王工"), (finding, "reject", "李工"), (gone, "reject", "李工")):
        review.record(store, [review.Verdict(*key, verdict, "理由", who, "2025-04-01")])
    (measured,) = precision.precisions(store)
    assert (measured.accepted, measured.rejected, measured.split, measured.share, measured.interval) == (0, 0, 1, None, None)
    assert precision.outdated(store) == 1
    review.record(store, [review.Verdict(*finding, "accept", "看错了", "李工", "2025-04-02")])
    (measured,) = precision.precisions(store)
    assert (measured.accepted, measured.rejected, measured.split) == (1, 0, 0)


@pytest.mark.parametrize(
    ("successes", "total", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (8, 10, 0.4902, 0.9433), (81, 263, 0.2553, 0.3662)],
)
def test_wilson(successes: int, total: int, low: float, high: float):
    assert precision.wilson(successes, total) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))

"""Which reports to read first: every reason on its own, then the sum."""

from collections.abc import Mapping

from letters import letter
from stores import store_of

from reportcheck.audit import review, signals, similarity, submissions, triage
from reportcheck.audit.precision import trust_in_rules
from reportcheck.audit.roster import RosterUnit
from reportcheck.audit.signals import Signal
from reportcheck.audit.store import Store
from reportcheck.audit.subjects import peers, subjects

NAMES = [f"{a}{b}县" for a in "青云白石" for b in "岭川溪"]
WRONG_SUM = "审结行政复议案件58件，其中维持30件、驳回10件、撤销9件、终止17件。"


def analysed(texts: Mapping[str, str], roster: tuple[RosterUnit, ...] = ()) -> Store:
    store = store_of(texts)
    submissions.compute(store, roster)
    similarity.compute(store)
    triage.compute(store)
    return store


def reasons(store: Store, path: str) -> str:
    return "；".join(reason for (reason,) in store.rows("SELECT reason FROM triage WHERE path = ?", (path,)))


def county(name: str, number: int, extra: str = "") -> str:
    """A report whose own sentences are its own: without it all of a test's reports would be copies of one another."""
    return letter(f"{name}人民政府", extra=extra).replace("全年", f"{name}全年第{'甲乙丙丁戊己庚辛壬癸子丑'[number]}批")


def twelve() -> dict[str, str]:
    return {f"{name}.txt": county(name, number) for number, name in enumerate(NAMES)}


def signals_of(store: Store, path: str) -> list[Signal]:
    return [each for each in signals.all_signals(store, subjects(store)) if each.path == path]


def test_far_below_its_peers():
    texts = twelve()
    low = "\n".join(("青岭县人民政府2024年法治政府建设年度报告", "2024年，现将法治政府建设情况报告如下。", "一、主要举措和成效", "不断加强法治建设，努力提高依法行政水平。" * 15, "青岭县人民政府", "2025年2月1日"))
    store = analysed({**texts, "青岭县.txt": low})
    group = peers(subjects(store))["青岭县.txt"]
    assert (group.name, group.total) == ("县级政府报告", 12)
    found = next(each for each in signals_of(store, "青岭县.txt") if "远低于" in each.reason)
    percent = store.rows("SELECT percent FROM report WHERE path = '青岭县.txt'")[0][0]
    assert f"得分{percent:.1f}".removesuffix(".0") in found.reason
    assert found.rule
    assert found.line
    assert found.reason in reasons(store, "青岭县.txt")


def test_few_peers_make_no_outlier():
    store = store_of({f"{name}.txt": county(name, n) for n, name in enumerate(NAMES[:4])})
    assert peers(subjects(store)) == {}


def test_contradictions_have_place_and_words():
    store = analysed({"a.txt": letter(extra=WRONG_SUM)})
    found = next(each for each in signals_of(store, "a.txt") if each.rule == "figures.sum")
    assert found.value == 3.0
    assert found.reason == f"数字自相矛盾1处（第{found.line}行）"
    assert found.quote
    assert "其中维持30件" in found.quote


def test_waived_findings_give_no_reason():
    store = analysed({"a.txt": letter(extra=WRONG_SUM)})
    with store.transaction() as connection:
        connection.execute("UPDATE finding SET suppression = '已豁免'")
    assert [each for each in signals_of(store, "a.txt") if each.rule == "figures.sum"] == []


def test_rejected_rules_count_for_less():
    store = analysed({"a.txt": letter(extra=WRONG_SUM)})
    ((fingerprint,),) = store.rows("SELECT fingerprint FROM finding WHERE rule = 'figures.sum'")
    verdicts = [review.Verdict("a.txt", "figures.sum", fingerprint, "reject", "另有撤回8件", "王工", "2025-04-01")]
    review.record(store, verdicts)
    assert trust_in_rules(store) == {"figures.sum": 0.8}
    found = next(each for each in signals_of(store, "a.txt") if each.rule == "figures.sum")
    assert round(found.value, 2) == 2.4


def test_likely_copies():
    texts = twelve()
    texts["青岭县.txt"] = texts["云溪县.txt"].replace("云溪县", "青岭县")
    store = analysed(texts)
    assert "与云溪县人民政府的报告相同" in reasons(store, "青岭县.txt")
    assert "与青岭县人民政府的报告相同" in reasons(store, "云溪县.txt")
    line, quote = store.rows("SELECT line, quote FROM triage WHERE path = '青岭县.txt'")[0]
    assert line
    assert quote


def test_near_a_grade():
    store = analysed(twelve())
    with store.transaction() as connection:
        connection.execute("UPDATE report SET percent = 69.4, grade = '合格' WHERE path = '青岭县.txt'")
        connection.execute("UPDATE report SET percent = 71.5, grade = '良好' WHERE path = '青川县.txt'")
    words = [each.reason for each in signals_of(store, "青岭县.txt") if "等次" in each.reason]
    assert words == ["得分69.40，只差“良好”线70分0.60分，一处判断就会改变等次"]
    assert [each for each in signals_of(store, "青川县.txt") if "等次" in each.reason] == []


def test_doubtful_facts():
    roster = (RosterUnit("云岭县", year=2024, called="云岭县"),)
    notice = "云岭县人民政府关于做好春节期间安全生产工作的通知\n" + "各乡镇人民政府要认真组织安全检查，落实值班制度，及时上报情况。\n" * 20
    store = analysed({"云岭县.txt": letter(year=2023, day="2025年2月1日"), "通知.txt": notice, "外县.txt": letter("棠湖县人民政府")}, roster)
    assert "交来的是2023年度报告，年度不符（+2.0）" in reasons(store, "云岭县.txt")
    assert "不像法治政府建设年度报告，没有评分" in reasons(store, "通知.txt")
    assert "名册里没有这个单位" in reasons(store, "外县.txt")


def test_values_add_up_and_rank():
    store = analysed({**twelve(), "青岭县.txt": county("青岭县", 0, WRONG_SUM), "青川县.txt": county("青川县", 1, "联系人手机13800138000。")})
    rows = store.rows("SELECT rank, value, reason FROM triage ORDER BY rank")
    assert [rank for rank, *_ in rows] == list(range(1, len(rows) + 1))
    assert [value for _, value, _ in rows] == sorted((value for _, value, _ in rows), reverse=True)
    for _, value, reason in rows:
        parts = [float(part.rpartition("（+")[2].rstrip("）")) for part in reason.split("；")]
        assert round(sum(parts), 1) == value
    again = store.rows("SELECT * FROM triage")
    triage.compute(store)
    assert store.rows("SELECT * FROM triage") == again


def test_replaced_versions_and_other_years_are_left_out():
    roster = (RosterUnit("云岭县", year=2024, called="云岭县"),)
    texts = {"初稿.txt": letter(day="2025年2月1日", extra=WRONG_SUM), "定稿.txt": letter(extra=WRONG_SUM), "往年.txt": letter(year=2023, day="2024年2月1日", extra=WRONG_SUM)}
    store = analysed(texts, roster)
    assert [each.path for each in subjects(store)] == ["定稿.txt"]
    assert {path for (path,) in store.rows("SELECT path FROM triage")} == {"定稿.txt"}


def test_at_most_thirty():
    names = [f"{a}{b}县" for a in "青云白石松竹梅" for b in "岭川溪湾塘"]
    store = analysed({f"{name}.txt": letter(f"{name}人民政府", extra=WRONG_SUM) for name in names})
    assert store.rows("SELECT count(*) FROM triage") == [(30,)]

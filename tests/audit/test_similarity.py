"""Shared passages: found however they were changed on the way, and never where only common stock is shared."""

import importlib.util
import json
import random
import sys
import zlib

import pytest
from stores import store_of

from drafts import ACHIEVEMENTS, CLOSING, LEADERS, PLAN, PROBLEMS, ROOT
from reportcheck.audit import similarity
from reportcheck.audit.clusters import Clusters
from reportcheck.audit.sentences import own_names, words_of
from reportcheck.audit.stock import chinese_outside_stock, phrases
from reportcheck.audit.store import Store, insert
from reportcheck.structure.facts import Facts
from reportcheck.text.fold import fold

_spec = importlib.util.spec_from_file_location("planted_copies", ROOT / "benchmarks" / "similarity.py")
planted_copies = importlib.util.module_from_spec(_spec)
sys.modules["planted_copies"] = planted_copies
_spec.loader.exec_module(planted_copies)

OWN_WORK = (
    "一、主要举措和成效\n"
    "（一）规范决策。印发文件办理规程，逐件登记、逐件说明来由。城北供水改造方案先后听了三轮群众意见，改了七处。"
    "政府法律顾问驻点审查采石场整治合同，退回重签两份。\n"
    "（二）严格执法。渡口码头由交通、水利、公安一起值守，夜间巡查超载船只。执法人员每季闭卷考一次，末位的回炉学习。"
    "集市上的秤由市场监管所逐台校过，贴上标签，短斤少两的当场退赔。山场防火由护林员分片包干，进山登记一人一卡。"
)


def report(name, year=2024, work=ACHIEVEMENTS, problems=PROBLEMS):
    """Return a report of this place on this year."""
    title = f"{name}人民政府{year}年法治政府建设年度报告"
    lead = f"{year}年，{name}人民政府依法全面履行职能，现将法治政府建设情况报告如下。"
    parts = (title, lead, work, problems, LEADERS, PLAN.replace("2025", str(year + 1)), CLOSING.replace("2025", str(year + 1)))
    return "\n".join(parts).replace("云岭县", name)


def found(store):
    similarity.compute(store)
    return store.rows("SELECT a, b, kind FROM overlap ORDER BY a, b")


@pytest.mark.parametrize(
    ("source", "copy", "place"),
    [
        ("一是为全县9个乡镇招录执法人员27名", "（三）为全区4个街道招录执法人员8名", None),
        ("云岭县印发县级执法清单", "石泉区印发区级执法清单", "石泉区"),
        ("云岭推行“扫码入企”，检查2,180次", "石泉推行“扫码入企”，检查3次", "石泉区"),
    ],
)
def test_figures_names_and_numbering_do_not_hide_a_copy(source, copy, place):
    mine = own_names(Facts(region="云岭县", issuer="云岭县人民政府"))
    other = own_names(Facts(region=place, issuer=f"{place}人民政府")) if place else mine
    one, two = words_of(fold(source), mine), words_of(fold(copy), other)
    assert one.replace("乡镇", "").replace("街道", "") == two.replace("街道", "")


def test_other_words_make_another_sentence():
    assert words_of("为乡镇招录执法人员", ()) != words_of("为乡镇培训执法人员", ())


@pytest.mark.parametrize(
    ("region", "issuer", "names"),
    [
        ("云岭县", "云岭县人民政府", ("云岭县", "云岭")),
        ("临川市青岩区", "临川市青岩区司法局", ("临川市青岩区", "司法局", "临川", "青岩")),
        ("沙河土家族自治县", "沙河土家族自治县人民政府", ("沙河土家族自治县", "沙河土家族", "沙河")),
        (None, None, ()),
    ],
)
def test_own_names(region, issuer, names):
    assert own_names(Facts(region=region, issuer=issuer)) == names


def test_stock_phrases_say_nothing():
    key = words_of(fold("坚持科学决策、民主决策、依法决策，发挥行政复议化解行政争议主渠道作用。"), ())
    assert chinese_outside_stock(key) == len("坚持")
    assert all(sum("一" <= char <= "龥" for char in phrase) >= 4 for phrase in phrases())


def test_a_copied_report_is_found_with_its_places():
    store = store_of({"甲.txt": report("云岭县"), "乙.txt": report("石泉区"), "丙.txt": report("棠湖县", work=OWN_WORK, problems="")})
    assert ("乙.txt", "甲.txt", "units") in found(store)
    lines = {"甲.txt": report("云岭县").split("\n"), "乙.txt": report("石泉区").split("\n")}
    passages = store.rows("SELECT a_line, a_text, b_line, b_text FROM overlap_passage WHERE a = '乙.txt' AND b = '甲.txt' ORDER BY number")
    assert len(passages) >= 6
    for a_line, a_text, b_line, b_text in passages:
        assert a_text in lines["乙.txt"][a_line - 1]
        assert b_text in lines["甲.txt"][b_line - 1]
    ((shared, share_a, share_b),) = store.rows("SELECT shared, share_a, share_b FROM overlap WHERE a = '乙.txt' AND b = '甲.txt'")
    assert shared >= 10
    assert (share_a, share_b) == (1.0, 1.0)


def test_a_reworded_sentence_does_not_break_a_passage():
    reworded = OWN_WORK.replace("先后听了三轮群众意见，改了七处", "先后三次听取群众意见，改了七处")
    store = store_of({"甲.txt": report("云岭县", work=OWN_WORK), "乙.txt": report("石泉区", work=reworded)})
    found(store)
    passages = store.rows("SELECT a_text, b_text FROM overlap_passage WHERE a_text LIKE '%文件办理规程%'")
    ((a_text, b_text),) = passages
    assert "先后三次听取" in a_text
    assert "退回重签两份" in a_text
    assert "先后听了三轮" in b_text


def test_a_sentence_of_its_own_ends_a_passage():
    other = OWN_WORK.replace("城北供水改造方案先后听了三轮群众意见，改了七处", "校车站点由家长投票选定，公示无人反对之后才动工")
    store = store_of({"甲.txt": report("云岭县", work=OWN_WORK), "乙.txt": report("石泉区", work=other)})
    found(store)
    texts = [text for row in store.rows("SELECT a_text, b_text FROM overlap_passage") for text in row]
    assert any("文件办理规程" in text for text in texts)
    assert not any("校车" in text or "城北供水" in text for text in texts)


def test_a_units_own_year_before_is_told_apart_and_its_versions_are_not_compared():
    texts = {"今.txt": report("云岭县", 2024), "昨.txt": report("云岭县", 2023), "前.txt": report("云岭县", 2021), "稿.txt": report("云岭县", 2024)}
    store = store_of(texts)
    assert found(store) == [("今.txt", "昨.txt", "own_year"), ("稿.txt", "昨.txt", "own_year")]
    assert store.rows("SELECT * FROM cluster") == []


def test_retired_versions_are_left_out():
    store = store_of({"甲.txt": report("云岭县"), "乙.txt": report("石泉区"), "旧.txt": report("石泉区")})
    columns = len(store.rows("PRAGMA table_info(submission)"))
    row = ("旧.txt", "石泉区人民政府", "superseded", *[None] * (columns - 3))
    store.replace({"submission": [row, ("乙.txt", "石泉区人民政府", "on_time", *[None] * (columns - 3))]})
    assert found(store) == [("乙.txt", "甲.txt", "units")]


def test_reports_of_their_own_words_share_nothing():
    store = store_of({"甲.txt": report("云岭县"), "丙.txt": report("棠湖县", work=OWN_WORK, problems="").replace(LEADERS, "").replace(PLAN, "")})
    assert found(store) == []


def rows_of(store, name, unit, hashes, length=40):
    """Put a report of bare sentences into a store."""
    columns = len(store.rows("PRAGMA table_info(report)"))
    known = dict(zip([row[1] for row in store.rows("PRAGMA table_info(report)")], [None] * columns, strict=True))
    known |= {"path": name, "sha256": "", "format": "text", "type": "rule-of-law-report", "issuer": unit, "year": 2024}
    known |= dict.fromkeys(("points", "max_points", "errors", "warnings", "infos", "chinese"), 0) | {"ruleset": "", "grade": ""}
    with store.transaction() as connection:
        insert(connection, "report", [tuple(known.values())])
        told = [(name, n, value, "achievements", 0, n * length, length, 1, None) for n, value in enumerate(hashes)]
        insert(connection, "sentence", told)


def test_what_very_many_units_write_is_stock():
    store = Store.open(":memory:")
    common = list(range(1, 9))
    for number in range(40):
        rows_of(store, f"{number:02}.txt", f"第{number}县", [*common, *range(1000 * (number + 1), 1000 * (number + 1) + 8)])
    shared = similarity.shared_sentences(store, similarity.authors_of(store))
    assert shared.stock == frozenset(common)
    assert shared.own == (8 * 40,) * 40
    assert found(store) == []


def test_a_group_of_copies_in_a_small_area_is_no_stock():
    store = store_of({f"{number}.txt": report(f"{name}镇") for number, name in enumerate(("石泉", "白水", "青岩", "柳河", "双井"))})
    assert len(found(store)) == 10
    assert store.rows("SELECT id, count(*) FROM cluster GROUP BY id") == [(1, 5)]


def test_of_many_copies_each_shows_its_nearest_and_the_group_holds_all():
    store = Store.open(":memory:")
    for number in range(25):
        rows_of(store, f"{number:02}.txt", f"第{number}县", [*range(1, 11), number + 1000])
        insert(store.connection, "text", [(f"{number:02}.txt", _passages("文" * 500))])
    pairs = found(store)
    assert len(pairs) < 25 * similarity.PARTNERS
    assert {path for a, b, _ in pairs for path in (a, b)} == {f"{number:02}.txt" for number in range(25)}
    assert store.rows("SELECT id, count(*) FROM cluster GROUP BY id") == [(1, 25)]


def _passages(words):
    return zlib.compress(json.dumps([["achievements", 1, None, words]]).encode())


def test_one_long_run_is_a_clue_however_small_its_share():
    store = Store.open(":memory:")
    for number, unit in enumerate(("甲县", "乙县")):
        own = range(1000 * (number + 1), 1000 * (number + 1) + 100)
        rows_of(store, f"{number}.txt", unit, [*range(1, 8), *own])
        insert(store.connection, "text", [(f"{number}.txt", _passages("文" * 5000))])
    assert found(store) == [("0.txt", "1.txt", "units")]
    ((share,),) = store.rows("SELECT share_a FROM overlap")
    assert share < similarity.MIN_SHARE


def test_scattered_sentences_are_no_clue():
    store = Store.open(":memory:")
    for number, unit in enumerate(("甲县", "乙县")):
        own = list(range(1000 * (number + 1), 1000 * (number + 1) + 100))
        for place in range(7):
            own.insert(place * 9 + number * 3, place + 1)
        rows_of(store, f"{number}.txt", unit, own)
        insert(store.connection, "text", [(f"{number}.txt", _passages("文" * 5000))])
    assert found(store) == []


def test_clusters():
    found = Clusters()
    for pair in ((5, 4), (1, 2), (2, 3), (7, 3)):
        found.join(*pair)
    assert found.groups() == [[1, 2, 3, 7], [4, 5]]
    assert Clusters().groups() == []


@pytest.fixture(scope="module")
def planted():
    made = planted_copies.corpus(units=60, copies=15, seed=11)
    return made, dict(planted_copies._checked(sorted(made.texts.items())))


def test_planted_copies_are_found_and_nothing_else(planted):
    made, records = planted
    store = Store.open(":memory:")
    for name, record in records.items():
        store.put(name, (0, 0, "", ""), record)
    measured = planted_copies.measure(store, made.planted)
    assert {kind: all_of for kind, (_, all_of) in measured.found.items()} == dict.fromkeys(planted_copies.KINDS, 3)
    assert measured.recall >= 0.95, measured.found
    assert measured.precision >= 0.95, measured.wrong


def test_the_order_of_arrival_changes_nothing(planted):
    _, records = planted
    told = []
    for seed in (1, 2):
        names = sorted(records)
        random.Random(seed).shuffle(names)  # noqa: S311 - an order, not a secret
        store = Store.open(":memory:")
        for name in names:
            store.put(name, (0, 0, "", ""), records[name])
        similarity.compute(store)
        told.append([store.rows(f"SELECT * FROM {table}") for table in ("overlap", "overlap_passage", "cluster")])  # noqa: S608
    assert told[0] == told[1]
    assert told[0][0]

"""The file itself."""

import sqlite3

import pytest
from stores import store_of

from drafts import REPORT
from reportcheck.audit.query import ask
from reportcheck.audit.schema import OF_A_REPORT
from reportcheck.audit.store import Store
from reportcheck.errors import UsageError


def test_a_store_is_one_file_when_closed_and_can_be_read_where_nothing_can_be_written(tmp_path):
    store_of({"甲.txt": REPORT}, tmp_path / "库.sqlite").close()
    assert [path.name for path in tmp_path.iterdir()] == ["库.sqlite"]
    (tmp_path / "库.sqlite").chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert ask(str(tmp_path / "库.sqlite"), "SELECT 单位 FROM 报告").rows == [("云岭县人民政府",)]
    finally:
        tmp_path.chmod(0o700)


def test_it_works_in_wal_mode(tmp_path):
    with Store.open(tmp_path / "库.sqlite") as store:
        assert store.rows("PRAGMA journal_mode") == [("wal",)]


@pytest.mark.parametrize("data", [b"PK\x03\x04" * 500, "不是库".encode() * 500])
def test_another_file_is_refused_and_left_alone(tmp_path, data):
    (tmp_path / "甲.docx").write_bytes(data)
    with pytest.raises(UsageError, match="不是审查库"):
        Store.open(tmp_path / "甲.docx")
    assert (tmp_path / "甲.docx").read_bytes() == data


def test_another_database_is_refused(tmp_path):
    connection = sqlite3.connect(tmp_path / "库.sqlite")
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    with pytest.raises(UsageError, match="别的版本"):
        Store.open(tmp_path / "库.sqlite")


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    with pytest.raises(UsageError, match="打不开审查库"):
        Store.open(tmp_path / "没有" / "库.sqlite")


def test_a_store_in_use_is_told(tmp_path):
    with Store.open(tmp_path / "库.sqlite") as first, Store.open(tmp_path / "库.sqlite") as second:
        second.connection.execute("PRAGMA busy_timeout = 0")
        with first.transaction(), pytest.raises(UsageError, match="另一个审查正在用它"):
            second.replace({"unit": []})


def test_what_fails_in_a_transaction_is_as_if_it_had_not_begun():
    store = store_of({"甲.txt": REPORT})
    rows = everything(store)
    assert all(rows)
    with pytest.raises(UsageError, match="no such table"):
        store.replace({"report": [], "no_such_table": []})
    assert everything(store) == rows


def everything(store):
    return [store.rows(f"SELECT * FROM {table}") for table in OF_A_REPORT]  # noqa: S608

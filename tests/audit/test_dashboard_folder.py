"""The folder of the site: its own files only, whole, under names that every system can hold."""

import re
from pathlib import Path

import pytest
from many import store_of_many

from reportcheck.audit.dashboard import write
from reportcheck.audit.dashboard.folder import LIST
from reportcheck.audit.dashboard.units import page_name
from reportcheck.errors import UsageError


def test_other_peoples_files_stay_and_stale_pages_go(tmp_path: Path) -> None:
    (tmp_path / "说明.txt").write_text("自己的文件", encoding="utf-8")
    with store_of_many(12) as store:
        write(store, tmp_path)
        ((path,),) = store.rows("SELECT max(path) FROM report")
        stale = tmp_path / "units" / page_name(path)
        assert stale.is_file()
        (tmp_path / "units" / "另存.html").write_text("自己的文件", encoding="utf-8")
        for table in ("report", "outcome", "finding", "text"):
            store.connection.execute(f"DELETE FROM {table} WHERE path = ?", (path,))  # noqa: S608
        write(store, tmp_path)
    assert not stale.exists()
    assert (tmp_path / "说明.txt").read_text(encoding="utf-8") == "自己的文件"
    assert (tmp_path / "units" / "另存.html").exists()
    assert not list(tmp_path.rglob("*.part"))


def test_a_foreign_first_page_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("别的网站", encoding="utf-8")
    with store_of_many(2) as store, pytest.raises(UsageError, match=r"已有别的文件 index\.html"):
        write(store, tmp_path)
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "别的网站"
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_an_edited_list_of_files_reaches_nothing_outside(tmp_path: Path) -> None:
    outside = tmp_path / "重要.txt"
    outside.write_text("要留着", encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / LIST).write_text(f"../重要.txt\n{outside}\nunits/../../重要.txt\n", encoding="utf-8")
    with store_of_many(2) as store:
        write(store, folder)
    assert outside.read_text(encoding="utf-8") == "要留着"


def test_a_file_in_the_folders_place_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with store_of_many(2) as store, pytest.raises(UsageError, match="不能写入文件夹"):
        write(store, tmp_path / "out")


@pytest.mark.parametrize("path", ["a.txt", "甲县/报告.docx", "x/" * 200 + "y", "con.txt", "<>:|?*"])
def test_page_names_are_safe_and_stable(path: str) -> None:
    assert re.fullmatch(r"u-[0-9a-f]{12}\.html", page_name(path))

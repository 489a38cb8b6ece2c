"""What a run does again, what it leaves, and what it takes out."""

import os
import zipfile
from pathlib import Path

import pytest
from made import FOREIGN_YEAR_NS, contents, report, write, write_folder

from reportcheck.audit.executors import Serial
from reportcheck.audit.run import audit
from reportcheck.audit.store import Store
from reportcheck.audit.work import Judge
from reportcheck.engine import Options
from reportcheck.errors import UsageError
from reportcheck.inputs import find_inputs
from reportcheck.rulesets import AUTO, load_editions

EDITIONS = load_editions(AUTO)


class Steps:
    """A progress that remembers."""

    def __init__(self):
        self.began, self.steps, self.stopped = None, 0, 0

    def start(self, total, known):
        self.began = (total, known)

    def step(self):
        self.steps += 1

    def stop(self):
        self.stopped += 1


class Ended:
    """An executor that is interrupted after so many results."""

    def __init__(self, after):
        self._after = after

    def run(self, judge, tasks):
        for number, done in enumerate(Serial().run(judge, tasks)):
            if number == self._after:
                raise KeyboardInterrupt
            yield done


def audited(store: Store, *paths: Path, options: Options | None = None, executor=None):
    texts = [str(path) for path in paths]
    inputs = find_inputs(texts, stdin=bytes, stdin_name="")
    return audit(inputs, texts, store, judge=Judge(EDITIONS, options or Options()), executor=executor or Serial(), progress=Steps())


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "库.sqlite") as opened:
        yield opened


def paths(store: Store, table: str = "report") -> list[str]:
    return [path for (path,) in store.rows(f"SELECT path FROM {table} ORDER BY path")]  # noqa: S608


def test_what_stands_in_the_store(tmp_path, store):
    folder = write_folder(tmp_path / "报送", 4)
    tally = audited(store, folder)
    assert (tally.found, tally.checked, tally.known, tally.gone) == (10, 10, 0, 0)
    assert paths(store) == [
        *("报送/0区/0000.txt", "报送/1区/0001.txt", "报送/2区/0002.txt", "报送/3区/0003.txt"),
        *("报送/包.zip/内/0.txt", "报送/包.zip/内/1.txt", "报送/包.zip/内/2.txt", "报送/通知.txt"),
    ]
    assert paths(store, "failure") == ["报送/坏.docx", "报送/空.txt"]
    assert [(path, bug) for path, _, bug in tally.failures] == [(f"{folder}/坏.docx", False), (f"{folder}/空.txt", False)]
    assert store.rows("SELECT count(DISTINCT rule) FROM outcome") == [(len(EDITIONS.covering(2024).rules),)]
    assert store.rows("SELECT DISTINCT file_date FROM report") == [("2025-02-20",)]


def test_reasons_do_not_repeat_the_path(tmp_path, store):
    audited(store, write_folder(tmp_path / "报送", 1))
    told = store.rows("SELECT message FROM failure ORDER BY path")
    assert [message[:4] for (message,) in told] == ["文件不完", "只读出0"]


def test_what_has_not_changed_is_not_done_again(tmp_path, store):
    folder = write_folder(tmp_path / "报送", 3)
    audited(store, folder)
    before = store.connection.total_changes
    tally = audited(store, folder)
    assert (tally.checked, tally.known) == (2, 7)  # the two that could not be read are tried again
    assert [path for path, *_ in tally.failures] == [f"{folder}/坏.docx", f"{folder}/空.txt"]
    assert store.connection.total_changes > before


def test_a_touched_file_is_read_but_not_judged(tmp_path, store):
    file = write(tmp_path / "报送/甲.txt", report(1).encode())
    audited(store, file)
    store.connection.execute("UPDATE report SET percent = -1")  # would be put right by a new verdict
    os.utime(file, ns=(FOREIGN_YEAR_NS + 86_400 * 10**9, FOREIGN_YEAR_NS + 86_400 * 10**9))
    assert audited(store, file).checked == 1
    assert store.rows("SELECT percent, file_date FROM report") == [(-1.0, "2025-02-21")]
    assert audited(store, file).checked == 0


def test_a_changed_file_is_judged_again(tmp_path, store):
    file = write(tmp_path / "报送/甲.txt", report(1).encode())
    audited(store, file)
    write(file, report(1).replace("2024", "2023").replace("2025", "2024").encode())
    os.utime(file, ns=(1, 1))
    audited(store, file)
    assert store.rows("SELECT year FROM report") == [(2023,)]


def test_another_judge_judges_everything_again(tmp_path, store):
    folder = write_folder(tmp_path / "报送", 3)
    audited(store, folder)
    before = store.rows("SELECT level FROM report WHERE type <> 'other'")
    tally = audited(store, folder, options=Options(level="prefecture"))
    assert (tally.checked, tally.known) == (9, 0)
    assert (before, store.rows("SELECT DISTINCT level FROM report WHERE type <> 'other'")) == ([("county",)] * 6, [("prefecture",)])


def test_what_has_gone_is_taken_out_and_earlier_years_stay(tmp_path, store):
    earlier, now = write_folder(tmp_path / "2023", 2), write_folder(tmp_path / "2024", 2, first=50)
    audited(store, earlier)
    audited(store, now)
    (now / "1区/0050.txt").unlink()
    (earlier / "0区/0000.txt").unlink()
    assert audited(store, now).gone == 1
    assert "2024/1区/0050.txt" not in paths(store)
    assert "2023/0区/0000.txt" in paths(store)
    assert store.rows("SELECT count(*) FROM finding WHERE path = '2024/1区/0050.txt'") == [(0,)]


def test_a_member_that_has_gone_is_taken_out(tmp_path, store):
    folder = write_folder(tmp_path / "报送", 1)
    audited(store, folder / "包.zip")
    assert len(paths(store)) == 3
    with zipfile.ZipFile(folder / "包.zip", "w") as pack:
        pack.writestr("内/1.txt", report(90_001))
    tally = audited(store, folder / "包.zip")
    assert (tally.found, tally.gone, paths(store)) == (1, 2, ["报送/包.zip/内/1.txt"])


@pytest.mark.parametrize("make", [lambda folder: folder.rename(folder.with_name("拔掉")), lambda folder: [f.unlink() for f in folder.rglob("*.txt")]])
def test_a_folder_that_is_not_there_empties_nothing(tmp_path, store, make):
    folder = tmp_path / "报送"
    for number in range(3):
        write(folder / f"{number}.txt", report(number).encode())
    audited(store, folder)
    make(folder)
    tally = audited(store, folder)
    assert (tally.gone, len(tally.failures), len(paths(store))) == (0, 1, 3)


def test_a_damaged_archive_keeps_what_was_known_of_it(tmp_path, store):
    folder = write_folder(tmp_path / "报送", 1)
    audited(store, folder)
    write(folder / "包.zip", b"PK\x05\x06 damaged")
    audited(store, folder)
    assert "报送/包.zip/内/0.txt" in paths(store)
    assert "报送/包.zip" in paths(store, "failure")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_closed_file_is_tried_again(tmp_path, store):  # pragma: no cover - not as root
    file = write(tmp_path / "甲.txt", report(1).encode())
    file.chmod(0)
    assert len(audited(store, file).failures) == 1
    file.chmod(0o600)
    assert (audited(store, file).failures, paths(store)) == ((), ["甲.txt"])


def test_what_could_not_be_read_is_tried_again(tmp_path, store, monkeypatch):
    file = write(tmp_path / "甲.txt", report(1).encode())

    def refuse(*_):
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr("reportcheck.readers._bytes_of", refuse)
        assert "没有权限" in audited(store, file).failures[0][1]
    assert (audited(store, file).failures, paths(store), paths(store, "failure")) == ((), ["甲.txt"], [])


def test_a_slip_of_the_pen_leaves_nothing_behind(tmp_path, store):
    file = write(tmp_path / "甲.txt", report(1).encode())
    assert audited(store, tmp_path / "甲甲.txt", file).failures[0][1].startswith("没有这个文件")
    assert paths(store, "failure") == ["甲甲.txt"]
    audited(store, file)
    assert paths(store, "failure") == []


def test_a_folder_that_was_empty_leaves_nothing_behind(tmp_path, store):
    folder = tmp_path / "报送"
    folder.mkdir()
    audited(store, folder)
    assert paths(store, "failure") == ["报送"]
    write(folder / "甲.txt", report(1).encode())
    audited(store, folder)
    assert (paths(store, "failure"), paths(store)) == ([], ["报送/甲.txt"])


def test_a_path_has_one_name_however_it_is_written(tmp_path, store, monkeypatch):
    folder = write_folder(tmp_path / "报送", 2)
    monkeypatch.chdir(tmp_path)
    audited(store, Path("报送"))
    monkeypatch.chdir(folder)
    assert audited(store, Path()).known == 6
    assert audited(store, folder, folder / "0区", Path("../报送")).known == 6
    assert len(paths(store, "input")) == 8


@pytest.mark.skipif(os.name == "nt", reason="names are UTF-16 there")
def test_names_in_another_encoding(tmp_path, store):
    name = os.fsdecode("辛山县年度报告.txt".encode("gb18030"))
    write(tmp_path / "报送" / name, report(1).encode())
    write(tmp_path / "报送" / os.fsdecode(b"\xff\xfe.txt"), b"")
    audited(store, tmp_path / "报送")
    assert (paths(store), paths(store, "failure")) == (["报送/辛山县年度报告.txt"], ["报送/\\xff\\xfe.txt"])
    assert audited(store, tmp_path / "报送").known == 1


def test_interrupted_and_resumed_it_is_the_same(tmp_path):
    folder = write_folder(tmp_path / "报送", 12)
    with Store.open(tmp_path / "一气.sqlite") as whole:
        audited(whole, folder)
    with Store.open(tmp_path / "中断.sqlite") as broken:
        for after in (0, 5, 3):
            with pytest.raises(KeyboardInterrupt):
                audited(broken, folder, executor=Ended(after))
        tally = audited(broken, folder)
        assert tally.known >= 5
    assert contents(tmp_path / "一气.sqlite") == contents(tmp_path / "中断.sqlite")


def test_progress_is_told_of_every_step_and_of_the_end(tmp_path, store):
    folder = write_folder(tmp_path / "报送", 3)
    progress = Steps()
    inputs = find_inputs([str(folder)], stdin=bytes, stdin_name="")
    audit(inputs, [str(folder)], store, judge=Judge(EDITIONS, Options()), executor=Serial(), progress=progress)
    assert (progress.began, progress.steps, progress.stopped) == ((9, 0), 9, 1)


def test_a_store_that_moves_with_its_reports_stays_valid(tmp_path):
    folder = write_folder(tmp_path / "旧/报送", 2)
    with Store.open(tmp_path / "旧/库.sqlite") as opened:
        audited(opened, folder)
    (tmp_path / "旧").rename(tmp_path / "新")
    with Store.open(tmp_path / "新/库.sqlite") as opened:
        assert audited(opened, tmp_path / "新/报送").known == 6


def test_a_full_disk_is_told_as_one(store, tmp_path):
    store.connection.execute(f"PRAGMA max_page_count = {store.connection.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(UsageError, match="腾出磁盘空间"):
        audited(store, write_folder(tmp_path / "报送", 30))
    assert store.rows("PRAGMA integrity_check") == [("ok",)]

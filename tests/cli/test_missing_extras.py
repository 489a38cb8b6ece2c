"""Without a library of an extra, the library, its purpose and the remedy are told; nothing else stops."""

import subprocess
import sys
from pathlib import Path

import pytest

from drafts import SAMPLES

BLOCKED = "import sys; sys.modules.update(dict.fromkeys({libraries})); from reportcheck.cli import main; sys.exit(main(sys.argv[1:]))"


def start(libraries: tuple[str, ...], *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run a command in a fresh process in which these libraries cannot be imported."""
    code = BLOCKED.format(libraries=libraries)
    return subprocess.run([sys.executable, "-X", "utf8", "-c", code, *map(str, arguments)], capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("library", "arguments", "told"),
    [
        ("docx", ("new", "--year", "2024", "--output", "草稿.docx"), ("写Word文件要用python-docx", "[office]")),
        ("docx", ("check", SAMPLES[0], "--format", "checklist-docx"), ("写Word文件要用python-docx", "[office]")),
        ("xlsxwriter", ("check", SAMPLES[0], "--report", "checklist-xlsx=表.xlsx"), ("写Excel文件要用XlsxWriter", "[office]")),
        ("xlsxwriter", ("audit", SAMPLES[0], "--store", "库.sqlite", "--xlsx", "账.xlsx"), ("写Excel文件要用XlsxWriter", "[office]")),
        ("distributed", ("audit", SAMPLES[0], "--store", "库.sqlite", "--dask", "tcp://127.0.0.1:1"), ("交给Dask集群做要用Dask", "[dask]")),
    ],
)
def test_what_is_missing_is_named(tmp_path, monkeypatch, library, arguments, told):
    monkeypatch.chdir(tmp_path)
    done = start((library,), *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert told[0] in done.stderr
    assert f'pip install "reportcheck{told[1]}"' in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_module_of_our_own_that_is_missing_is_a_bug():
    done = start(("reportcheck.cli.text",), "text", SAMPLES[0])
    assert done.returncode == 4
    assert "Traceback" in done.stderr


def test_word_drafts_are_read_and_commented_without_any_extra(tmp_path, monkeypatch):
    maker = pytest.importorskip("docx", reason="没有安装python-docx").Document()
    for line in SAMPLES[0].read_text(encoding="utf-8").splitlines():
        maker.add_paragraph(line)
    maker.save(str(tmp_path / "草稿.docx"))
    monkeypatch.chdir(tmp_path)
    done = start(("docx", "xlsxwriter", "selectolax", "pypdfium2", "distributed", "pyarrow"), "check", "草稿.docx", "--report", "docx", "--fail-on", "never")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert (tmp_path / "草稿（检查意见）.docx").is_file()

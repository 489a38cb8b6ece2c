"""Waivers in audits: what they cover is marked, counts no more, and comes back when they end."""

import sqlite3

import pytest
from made import report, write

from reportcheck.cli import main

WAIVERS = """waivers:
  - rule: outline.*
    path: "报送/甲.txt"
    reason: 本县不承担
    approver: 周敏
    expires: "2025-12-31"
"""


@pytest.fixture
def marked(tmp_path, monkeypatch):
    """Return a function that audits two reports on a day and tells which paths and rules are waived, and why."""
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate("甲乙"):
        write(tmp_path / f"报送/{name}.txt", report(number).encode())

    def audit(day, *options):
        monkeypatch.setenv("REPORTCHECK_TODAY", day)
        assert main(["audit", "报送", "--store", "库.sqlite", "--jobs", "1", *options]) == 0
        connection = sqlite3.connect("库.sqlite")
        try:
            return connection.execute("SELECT DISTINCT 文件, substr(规则, 1, 7), 豁免 FROM 问题 WHERE 豁免 IS NOT NULL").fetchall()
        finally:
            connection.close()

    return audit


def test_waivers_of_the_configuration(marked, tmp_path, capsys):
    assert marked("2025-06-01") == []
    (tmp_path / "reportcheck.yaml").write_text(WAIVERS, encoding="utf-8")
    assert marked("2025-12-31") == [("报送/甲.txt", "outline", "本县不承担（批准人：周敏，有效期至2025-12-31）")]
    assert "到期" not in capsys.readouterr().err
    assert marked("2026-01-01") == []
    assert "豁免“outline.*”（报送/甲.txt）已于2025-12-31到期，不再起作用" in capsys.readouterr().err


def test_waivers_of_a_file_of_their_own(marked, tmp_path):
    (tmp_path / "豁免.yaml").write_text(WAIVERS.replace("报送/甲", "报送/*"), encoding="utf-8")
    assert {path for path, *_ in marked("2025-06-01", "--waivers", "豁免.yaml")} == {"报送/甲.txt", "报送/乙.txt"}
    assert marked("2025-06-01") == []

import json
import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "build_schema.py"


@pytest.fixture
def run(kinds, tmp_path, monkeypatch):
    """Return a function that runs the script on an empty rules folder, with the test's check kinds."""
    assert kinds
    script = runpy.run_path(str(SCRIPT))
    monkeypatch.setitem(script["main"].__globals__, "RULES", tmp_path)

    def start(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["build_schema.py", *arguments])
        return script["main"]()

    return start


def test_schemas_are_written_once_and_then_current(run, tmp_path):
    assert run() == 0
    assert run("--check") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ruleset-schema.json", "schema.json"]
    rule = json.loads((tmp_path / "schema.json").read_text(encoding="utf-8"))
    assert rule["properties"]["check"]["enum"] == ["evidence", "role"]


def test_check_writes_nothing_and_names_what_is_stale(run, tmp_path, capsys):
    assert run("--check") == 1
    assert list(tmp_path.iterdir()) == []
    run()
    (tmp_path / "schema.json").write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert run("--check") == 1
    assert capsys.readouterr().err == "rules/schema.json is out of date: run python scripts/build_schema.py\n"
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == "{}"

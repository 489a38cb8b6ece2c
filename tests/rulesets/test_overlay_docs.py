"""The walk-through for authors of overlays: every file in it is written and every command run, from top to bottom."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from reportcheck.cli import main
from reportcheck.rulesets import load_ruleset
from reportcheck.rulesets.schema import ruleset_schema

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "overlays.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"(?:<!-- (?P<how>file|append): (?P<path>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)```\n", re.DOTALL)
BLOCKS = list(_BLOCK.finditer(TEXT))


@pytest.fixture
def place(tmp_path, monkeypatch) -> Path:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def squeezed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def stand_in_order(wanted: list[str], shown: list[str]) -> list[str]:
    """Return the wanted lines that do not begin any line shown after those before them."""
    rest, missing = iter(shown), []
    for line in wanted:
        if not any(each.startswith(line) for each in rest):
            missing.append(line)
            break
    return missing


def test_every_file_is_written_and_every_command_does_what_is_shown(place, capsys):
    for block in BLOCKS:
        if block["kind"] == "yaml":
            path = place / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            old = path.read_text(encoding="utf-8") + "\n" if block["how"] == "append" else ""
            path.write_text(old + block["body"], encoding="utf-8")
            continue
        for call in re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]:
            command, *wanted = call.splitlines()
            capsys.readouterr()
            main(shlex.split(command)[1:])
            told = capsys.readouterr()
            told_lines = squeezed(told.out + told.err)
            assert stand_in_order(squeezed("\n".join(line for line in wanted if line != "……")), told_lines) == [], (command, told_lines)


def test_every_block_is_a_file_or_a_command():
    assert {block["kind"] for block in BLOCKS} == {"yaml", "console"}
    assert all(block["path"] for block in BLOCKS if block["kind"] == "yaml")
    assert TEXT.count("```") == 2 * len(BLOCKS)


def test_every_set_shown_loads_and_its_examples_were_run(place):
    for block in BLOCKS:
        if block["kind"] == "yaml":
            path = place / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a" if block["how"] == "append" else "w", encoding="utf-8") as stream:
                stream.write(block["body"])
    shown = load_ruleset("linchuanhu")
    added = {rule.id for rule in shown.rules} - {rule.id for rule in load_ruleset("national-2021-2025").rules}
    assert added == {"lake.fishing-ban"}
    assert yaml.safe_load((place / "linchuanhu/ruleset.yaml").read_text(encoding="utf-8"))["version"] == "2025.3"


def test_the_table_names_every_key_of_an_overlay():
    table = TEXT.partition("## 键一览")[2]
    assert [key for key in ruleset_schema()["then"]["properties"] if f"`{key}`" not in table] == []


def test_links_lead_somewhere():
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", TEXT)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []

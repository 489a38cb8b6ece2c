"""The walk-through for authors of rules: every file in it is written and every command run, from top to bottom."""

import re
import shlex
import shutil

import pytest

from reportcheck.cli import main
from reportcheck.cli.rules import command as rules

_BLOCK = re.compile(r"(?:<!-- file: (?P<path>\S+) -->\n)?```(?P<kind>\w+)\n(?P<body>.*?)```\n", re.DOTALL)


@pytest.fixture(scope="module")
def text(pytestconfig):
    return (pytestconfig.rootpath / "docs" / "authoring.md").read_text(encoding="utf-8")


@pytest.fixture
def place(tmp_path, monkeypatch, pytestconfig):
    shutil.copytree(pytestconfig.rootpath / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def squeezed(text):
    return [" ".join(line.split()) for line in text.splitlines() if line.strip() and line != "……"]


def test_every_file_is_written_and_every_command_shows_what_is_told(text, place, capsys):
    for block in _BLOCK.finditer(text):
        if block["path"]:
            path = place / block["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
        if block["kind"] != "console":
            continue
        for call in re.split(r"^\$ ", block["body"], flags=re.MULTILINE)[1:]:
            command, *wanted = call.splitlines()
            capsys.readouterr()
            main(shlex.split(command)[1:])
            told = capsys.readouterr()
            rest = iter(squeezed(told.out + told.err))
            for line in squeezed("\n".join(wanted)):
                assert any(each.startswith(line) for each in rest), (command, line, told)


def test_every_command_of_the_group_is_in_the_table(text):
    table = text.partition("## 几个命令各管什么")[2].partition("###")[0]
    assert [name for name in rules.list_commands(None) if f"`reportcheck rules {name}`" not in table and f"`{name}`" not in table] == []


def test_links_lead_somewhere(text, pytestconfig):
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", text)
    assert links
    assert [link for link in links if not (pytestconfig.rootpath / "docs" / link).exists()] == []

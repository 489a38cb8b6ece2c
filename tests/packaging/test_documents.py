"""What the documents say must be so: commands, options, targets, links, rooms, parameters, outputs."""

import re
import shlex
import tomllib
from collections import Counter

import click
import pytest

from reportcheck.checks import CHECKS
from reportcheck.cli import group
from reportcheck.errors import ExitCode
from reportcheck.rulesets import load_ruleset
from reportcheck.rulesets.schema import rule_schema

DOCUMENTS = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md", "docs/json.md", "docs/audit.md", "docs/ci.md", "docs/hooks.md"]
_FENCE = re.compile(r"^ *```(?P<kind>\w*)\n(?P<body>.*?)^ *```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.fixture(params=DOCUMENTS)
def document(request, root):
    return (root / request.param).read_text(encoding="utf-8")


def commands(text):
    """Yield all command lines that a reader may copy, from blocks and from running text."""
    for fence in _FENCE.finditer(text):
        if fence["kind"] in {"console", "sh", "bat"}:
            yield from (line.partition(" #")[0].strip().removeprefix("$ ") for line in fence["body"].splitlines())
    yield from _INLINE.findall(_FENCE.sub("", text))


def resolved(words):
    """Return the command that the words mean, and the options among them."""
    command = group
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        name = words.pop(0)
        command = command.get_command(click.Context(command), name)
        assert command is not None, f"there is no command {name}"
    return command, [word.partition("=")[0] for word in words if word.startswith("--")]


def test_commands_and_options_exist(document):
    for line in commands(document):
        match = re.match(r"(?:\S*python\S* -m |py -m )?reportcheck (.*)", line)
        if match is None:
            continue
        command, options = resolved(shlex.split(match[1].split(" > ")[0].split(" | ")[0]))
        known = {name for param in command.params for name in param.opts} | {"--help", "--version"}
        assert set(options) <= known, line


def test_make_targets_exist(document, root):
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {match[1] for line in commands(document) if (match := re.fullmatch(r"make ([a-z]+)", line))}
    assert named <= targets


def test_links_lead_somewhere(document, root):
    broken = [link for link in _LINK.findall(document) if not (root / link).exists() and not (root / "docs" / link).exists()]
    assert broken == []


def test_outputs_are_the_program_s_own(run):
    done = run("scripts/build_docs.py", "--check")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readmes_tell_all_options_and_exit_codes(root, name):
    text = (root / name).read_text(encoding="utf-8")
    check = group.get_command(click.Context(group), "check")
    missing = [opt for param in check.params for opt in param.opts if opt.startswith("--") and f"`{opt}" not in text]
    assert missing == []
    assert [code.value for code in ExitCode if not re.search(rf"^\| {code.value} \|", text, re.MULTILINE)] == []


def test_readme_counts_the_rules_of_each_group(root):
    told = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|.*\| (\d+) \|$", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    groups = Counter(rule.id.partition(".")[0] for rule in load_ruleset("national-2021-2025").rules)
    assert {names: int(count) for names, count in told} == {names: sum(groups[name] for name in re.findall("[a-z]+", names)) for names, _ in told}
    assert set(re.findall("[a-z]+", " ".join(names for names, _ in told))) == set(groups)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_readmes_name_the_two_commands(root, name):
    lines = set(commands((root / name).read_text(encoding="utf-8")))
    assert {"make demo", "make test"} <= lines


def test_ci_runs_the_readme_s_test_command(root):
    script = root / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text(encoding="utf-8").rstrip().endswith("make test")


def test_contributing_describes_every_check_kind_and_parameter(root):
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = {match[1]: match[0] for match in re.finditer(r"^\| `([a-z-]+)` \|.*$", text, re.MULTILINE)}
    for name, kind in CHECKS.items():
        assert name in rows
        assert [key for key in kind.PARAMS["properties"] if f"`{key}`" not in rows[name]] == []


def test_contributing_describes_every_key_of_a_rule(root):
    text = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    keys = rule_schema(CHECKS)["properties"]
    assert [key for key in keys if f"`{key}`" not in text] == []
    assert [key for key in keys["examples"]["items"]["properties"] if f"`{key}`" not in text] == []
    signs = CHECKS["evidence"].PARAMS["properties"]["signs"]["items"]["properties"]
    assert [key for key in signs if f"`{key}`" not in text] == []


def test_architecture_names_every_room(root):
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    package = root / "src" / "reportcheck"
    rooms = {f"{path.name}/" for path in package.iterdir() if (path / "__init__.py").is_file()}
    rooms |= {path.name for path in package.glob("[a-z]*.py")}
    assert [room for room in sorted(rooms) if f"`{room}`" not in text] == []


def test_architecture_draws_the_layers_that_are_enforced(root):
    config = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert "\n".join(layers) in text
